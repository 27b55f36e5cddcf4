#pragma once
#include <chiso/core/date.hpp>
#include <chiso/evidence/builder.hpp>
#include <chiso/evidence/columns.hpp>
#include <chiso/evidence/reread.hpp>
#include <chiso/evidence/table_below.hpp>
#include <string>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// Gives the columns of evidence, as texts, to a builder of another model.
class Rereader {
 public:
  CHISO_INLINE Rereader(const Evidence& evidence, const Model& model) : evidence_(evidence), model_(model) {}

  CHISO_INLINE Evidence run() const {
    auto out = rows();
    const auto& own = evidence_.model().derived();
    for (std::size_t table = 0; table < own.tables.size(); ++table)
      if (evidence_.rows_below(table) && model_.derived().table_names.find(own.tables[table].name)) out = below(std::move(out), table);
    return out;
  }

 private:
  CHISO_INLINE static ReadingOptions options() { return {.decimal = '.', .absent_measures = AbsentMeasures::missing}; }
  /// A text for each row; `text_of(row)` makes it.
  template <class TextOf>
  static std::vector<std::string> texts(std::size_t rows, const TextOf& text_of) {
    std::vector<std::string> out;
    out.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) out.emplace_back(text_of(row));
    return out;
  }
  CHISO_INLINE static std::string cell(const Measure& measure, const Column& column, std::size_t row) {
    if (const auto state = column.state(row); state != State::value) return state == State::not_applicable ? "not_applicable" : "";
    const auto value = column.values[row];
    switch (measure.type) {
      case MeasureType::choice: return measure.options[static_cast<std::size_t>(value)];
      case MeasureType::yes_no: return value != 0 ? "yes" : "no";
      case MeasureType::date: return Date::of_number(value).text();
      case MeasureType::count:
      case MeasureType::decimal: break;
    }
    return Decimal(value, measure.decimals).text();
  }
  CHISO_INLINE static void add(EvidenceBuilder& to, const Measure& measure, const Column& column, std::size_t rows) {
    to.texts(measure.name, texts(rows, [&](std::size_t row) { return cell(measure, column, row); }));
  }

  CHISO_INLINE Evidence rows() const {
    EvidenceBuilder out(model_, options());
    const auto count = evidence_.rows();
    const auto& own = evidence_.model();
    out.texts("unit", texts(count, [&](std::size_t row) { return evidence_.unit(row); }));
    out.texts("block", texts(count, [&](std::size_t row) { return evidence_.block(row); }));
    out.texts("period", texts(count, [&](std::size_t row) { return evidence_.period(row); }));
    out.texts("track", texts(count, [&](std::size_t row) { return own.tracks()[evidence_.track(row)]; }));
    out.texts("ranked", texts(count, [&](std::size_t row) { return evidence_.ranked(row) ? "yes" : "no"; }));
    for (std::size_t i = 0; i < own.measures().size(); ++i)
      if (model_.measures().find(own.measures()[i].name)) add(out, own.measures()[i], evidence_.measure(i), count);
    const bool takes_points = model_.draft().stated_points == StatedPoints::accept;
    for (std::size_t leaf = 0; leaf < own.leaves() && takes_points; ++leaf) {
      const auto stated = evidence_.stated(leaf);
      const auto node = stated ? model_.find(own.nodes()[own.items()[leaf]].id) : std::nullopt;
      if (node && model_.nodes()[*node].is_leaf()) add(out, stated_measure(own, leaf), *stated, count);
    }
    return out.build();
  }
  CHISO_INLINE Evidence below(Evidence above, std::size_t table) const {
    const auto& of = evidence_.model().derived().tables[table];
    EvidenceBuilder out(TableBelow{.evidence = std::move(above), .table = of.name}, options());
    const auto count = *evidence_.rows_below(table);
    std::vector<std::string> units, periods, tracks;
    const auto groups = evidence_.unit_rows(table);
    for (std::size_t i = 0; i < groups.size(); ++i)
      for (std::size_t row = groups[i].first; row < (i + 1 < groups.size() ? groups[i + 1].first : count); ++row) {
        units.push_back(evidence_.units()[groups[i].unit]);
        periods.push_back(evidence_.periods()[groups[i].period]);
        tracks.push_back(groups[i].track == UnitRows::every_track ? "" : evidence_.model().tracks()[groups[i].track]);
      }
    out.texts("unit", std::move(units)).texts("period", std::move(periods)).texts("track", std::move(tracks));
    const auto& wanted = model_.derived().tables[*model_.derived().table_names.find(of.name)].measures;
    for (std::size_t i = 0; i < of.measures.size(); ++i)
      if (wanted.find(of.measures[i].name)) add(out, of.measures[i], evidence_.measure_below(table, i), count);
    return out.build();
  }

  const Evidence& evidence_;
  const Model& model_;
};
}
CHISO_INLINE Evidence reread(const Evidence& evidence, const Model& model) { return detail::Rereader(evidence, model).run(); }
}
