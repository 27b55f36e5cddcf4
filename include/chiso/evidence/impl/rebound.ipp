#pragma once
#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/core/ratio.hpp>
#include <chiso/evidence/fitting_problems.hpp>
#include <chiso/evidence/impl/evidence_data.ipp>
#include <chiso/model/measure_problems.hpp>
#include <chiso/model/name_problems.hpp>

namespace chiso::inline CHISO_BUILD {
/// Binds evidence to another model, which must read it alike. Columns and rows are shared.
class ForOtherModel {
 public:
  CHISO_INLINE ForOtherModel(const EvidenceData& own, const Model& model) : own_(own), model_(model) {}

  CHISO_INLINE EvidenceData run() {
    measures("/measures/", own_.model.measures(), model_.measures(),
             [&](std::size_t i) -> const EvidenceColumn& { return *own_.measures[i]; });
    const auto tracks = own_.model.tracks(), new_tracks = model_.tracks();
    if (!std::equal(tracks.begin(), tracks.end(), new_tracks.begin(), new_tracks.end()))
      add("/tracks", problems::tracks_differ, {listed(new_tracks), listed(tracks)});
    EvidenceData out{
        .model = model_, .rows = own_.rows, .measures = own_.measures, .stated = stated(), .roster = own_.roster, .tables = tables()};
    blocks();
    if (problems_.empty()) return out;
    constexpr Words unfit{"the model does not fit the evidence", "bộ tiêu chí không khớp với số liệu"};
    throw ShapeError(unfit, std::move(problems_));
  }

 private:
  CHISO_INLINE void add(std::string pointer, const ProblemEntry& entry, Arguments arguments = {}) {
    problems_.push_back(problem_at({.pointer = std::move(pointer)}, Severity::error, entry, std::move(arguments)));
  }
  template <class Names>
  static std::string listed(const Names& names) {
    std::string out;
    for (const auto& name : names) out += (out.empty() ? "'" : ", '") + name + "'";
    return out.empty() ? "none" : out;
  }
  CHISO_INLINE static Argument described(const Measure& measure) {
    constexpr Words decimal{"decimal with decimals {0}", "decimal có decimals bằng {0}"}, choice{"choice of {0}", "choice gồm {0}"};
    if (measure.type == MeasureType::decimal) return {decimal, {measure.decimals}};
    if (measure.type == MeasureType::choice) return {choice, {listed(measure.options)}};
    return name_of(measure.type);
  }

  /// Compares the measures of both models, or of a table that both have; column(i) gives the cells of the evidence.
  template <class ColumnOf>
  void measures(const std::string& at, const Measures& old_measures, const Measures& new_measures, const ColumnOf& column) {
    const auto before = problems_.size();
    for (const auto& measure : old_measures)
      if (!new_measures.find(measure.name)) add(at + measure.name, problems::measure_absent, {measure.name});
    for (const auto& measure : new_measures)
      if (!old_measures.find(measure.name)) add(at + measure.name, problems::measure_unknown);
    if (problems_.size() > before) return;
    for (std::size_t i = 0; i < old_measures.size(); ++i) {
      const auto &old = old_measures[i], &now = new_measures[i];
      if (old.name != now.name) {
        add(at + now.name, problems::measure_order, {now.name, old.name});
        continue;
      }
      if (old.type != now.type || old.decimals != now.decimals || old.options != now.options)
        add(at + now.name, problems::measure_differs, {described(now), described(old)});
      else
        within(at + now.name, column(i), now.min, now.max);
    }
  }
  /// Checks values against the min and max of this model, on which its rules rely: they may be narrower than those of the model that read
  /// them.
  CHISO_INLINE void within(std::string pointer, const EvidenceColumn& column, const std::optional<Decimal>& min,
                           const std::optional<Decimal>& max) {
    if (!min && !max) return;
    const Decimal *low = min ? &*min : nullptr, *high = max ? &*max : nullptr;
    const auto is_outside = [&](std::int64_t k) {
      const Decimal value(k, column.decimals);
      return (low && value < *low) || (high && value > *high);
    };
    if (!is_outside(column.statistics.least) && !is_outside(column.statistics.most))
      return;  // only a hull, because least and most count the cells without a value
    for (std::size_t row = 0; row < column.values.size(); ++row) {
      if (column.state(row) != State::value || !is_outside(column.values[row])) continue;
      constexpr Words in_row{"{0} in {1}", "{0} ở {1}"}, at_least{"values of at least {0}", "giá trị từ {0} trở lên"},
          at_most{"values of at most {0}", "giá trị không quá {0}"},
          between{"values of at least {0} and of at most {1}", "giá trị từ {0} đến {1}"};
      Argument found(in_row, {Decimal(column.values[row], column.decimals).text(), TableRow{.row = row}});
      Argument expected = low && high ? Argument(between, {low->text(), high->text()})
                          : low       ? Argument(at_least, {low->text()})
                                      : Argument(at_most, {high->text()});
      return add(std::move(pointer), problems::measure_range, {std::move(found), std::move(expected)});
    }
  }

  /// Moves the tables that were given to the place that they have in this model. A table that it does not have is left out, for nothing
  /// reads it.
  CHISO_INLINE std::vector<std::shared_ptr<const RowsBelow>> tables() {
    const auto &old_tables = own_.model.derived(), &new_tables = model_.derived();
    std::vector<std::shared_ptr<const RowsBelow>> out(new_tables.tables.size());
    for (std::size_t i = 0; i < own_.tables.size(); ++i) {
      const auto& rows = own_.tables[i];
      const auto place = new_tables.table_names.find(old_tables.tables[i].name);
      if (!rows || !place) continue;
      out[*place] = rows;
      measures("/tables/" + old_tables.tables[i].name + "/", old_tables.tables[i].measures, new_tables.tables[*place].measures,
               [&](std::size_t at) -> const EvidenceColumn& { return rows->columns[at]; });
    }
    return out;
  }

  /// Moves stated points to the place that their leaf has in this model.
  CHISO_INLINE std::vector<std::shared_ptr<const EvidenceColumn>> stated() {
    std::vector<std::shared_ptr<const EvidenceColumn>> out(model_.leaves());
    for (std::size_t leaf = 0; leaf < own_.stated.size(); ++leaf) {
      const auto& column = own_.stated[leaf];
      if (!column) continue;
      const auto& id = own_.model.nodes()[own_.model.items()[leaf]].id;
      const auto pointer = "/points." + id;
      const auto node = model_.find(id);
      if (model_.draft().stated_points == StatedPoints::refuse) {
        add(pointer, problems::stated_refused);
      } else if (!node || !model_.nodes()[*node].is_leaf()) {
        add(pointer, problems::stated_unknown, {id});
      } else if (model_.point_decimals() != column->decimals) {
        add(pointer, problems::stated_decimals, {model_.point_decimals(), column->decimals});
      } else {
        const auto& now = model_.nodes()[*node];
        within(pointer, *column, Decimal(0), as_decimal(now.points, model_.point_decimals()));
        out[now.item] = column;
      }
    }
    return out;
  }

  CHISO_INLINE void blocks() {
    if (!model_.declares_blocks()) return;
    constexpr Words of_evidence{"the block '{0}' of the evidence", "khối '{0}' của bảng số liệu"}, one_of{"one of {0}", "một trong: {0}"};
    const auto known = model_.blocks();
    std::vector<std::uint8_t> occurs(own_.rows->blocks.size());
    for (const auto block : own_.rows->block_of_row) occurs[block] = 1;
    for (std::size_t i = 0; i < occurs.size(); ++i) {
      const auto& name = own_.rows->blocks[i];
      if (occurs[i] != 0 && !name.empty() && std::find(known.begin(), known.end(), name) == known.end())
        add("/blocks", problems::block_unknown, {Argument(of_evidence, {name}), Argument(one_of, {listed(known)})});
    }
  }

  const EvidenceData& own_;
  const Model& model_;
  std::vector<Problem> problems_;
};
}
