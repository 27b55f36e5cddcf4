#pragma once
#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/core/ratio.hpp>
#include <chiso/evidence/impl/evidence_data.ipp>

namespace chiso::inline CHISO_BUILD {
/// Evidence as another model reads it, which must read it alike. Columns and rows are shared.
class Fitting {
 public:
  CHISO_INLINE Fitting(const EvidenceData& own, const Model& model) : own_(own), model_(model) {}

  CHISO_INLINE EvidenceData run() {
    measures();
    const auto tracks = own_.model.tracks(), wanted = model_.tracks();
    if (!std::equal(tracks.begin(), tracks.end(), wanted.begin(), wanted.end()))
      add("/tracks", "tracks.differ", "the tracks " + listed(wanted), "those of the evidence: " + listed(tracks));
    EvidenceData out{.model = model_, .rows = own_.rows, .measures = own_.measures, .stated = stated()};
    blocks();
    if (problems_.empty()) return out;
    std::string what = "the model does not fit the evidence";
    for (const auto& problem : problems_) what += "\n  " + to_text(problem);
    throw ShapeError(what, std::move(problems_));
  }

 private:
  CHISO_INLINE void add(std::string pointer, const char* code, std::string found, std::string expected) {
    problems_.push_back(problem_at({.pointer = std::move(pointer)}, Severity::error, code, found, expected));
  }
  template <class Names>
  static std::string listed(const Names& names) {
    std::string out;
    for (const auto& name : names) out += (out.empty() ? "'" : ", '") + name + "'";
    return out.empty() ? "none" : out;
  }
  CHISO_INLINE static std::string described(const Measure& measure) {
    std::string out(name_of(measure.type));
    if (measure.type == MeasureType::decimal) out += " with decimals " + std::to_string(measure.decimals);
    if (measure.type == MeasureType::choice) out += " of " + listed(measure.options);
    return out;
  }

  CHISO_INLINE void measures() {
    const auto &had = own_.model.measures(), &wanted = model_.measures();
    for (const auto& measure : had)
      if (!wanted.find(measure.name))
        add("/measures/" + measure.name, "measure.absent", "no measure " + measure.name, "every measure of the evidence");
    for (const auto& measure : wanted)
      if (!had.find(measure.name))
        add("/measures/" + measure.name, "measure.unknown", "a measure that the evidence lacks", "measures of the evidence only");
    if (!problems_.empty()) return;
    for (std::size_t i = 0; i < had.size(); ++i) {
      const auto &old = had[i], &now = wanted[i];
      if (old.name != now.name) {
        add("/measures/" + now.name, "measure.order", now.name, "the measures in the order of the evidence: here " + old.name);
        continue;
      }
      if (old.type != now.type || old.decimals != now.decimals || old.options != now.options)
        add("/measures/" + now.name, "measure.differs", described(now), described(old) + ", as in the evidence");
      else
        within("/measures/" + now.name, *own_.measures[i], now.min, now.max);
    }
  }
  /// Rules count on min and max, and this model's may be narrower than those that the values were checked by.
  CHISO_INLINE void within(std::string pointer, const EvidenceColumn& column, const std::optional<Decimal>& min,
                           const std::optional<Decimal>& max) {
    if (!min && !max) return;
    const Decimal *low = min ? &*min : nullptr, *high = max ? &*max : nullptr;
    const auto is_outside = [&](std::int64_t k) {
      const Decimal value(k, column.decimals);
      return (low && value < *low) || (high && value > *high);
    };
    if (!is_outside(column.statistics.least) && !is_outside(column.statistics.most)) return;  // a hull, as least and most count fillers
    for (std::size_t row = 0; row < column.values.size(); ++row) {
      if (column.state(row) != State::value || !is_outside(column.values[row])) continue;
      return add(std::move(pointer), "measure.range",
                 Decimal(column.values[row], column.decimals).text() + " in row " + std::to_string(row),
                 std::string("values ") + (low ? "of at least " + low->text() : "") + (low && high ? " and " : "") +
                     (high ? "of at most " + high->text() : ""));
    }
  }

  /// Stated points follow their leaf, wherever it stands now.
  CHISO_INLINE std::vector<std::shared_ptr<const EvidenceColumn>> stated() {
    std::vector<std::shared_ptr<const EvidenceColumn>> out(model_.leaves());
    for (std::size_t leaf = 0; leaf < own_.stated.size(); ++leaf) {
      const auto& column = own_.stated[leaf];
      if (!column) continue;
      const auto& id = own_.model.nodes()[own_.model.items()[leaf]].id;
      const auto pointer = "/points." + id;
      const auto node = model_.find(id);
      if (model_.draft().stated_points == StatedPoints::refuse) {
        add(pointer, "stated.refused", "stated points", "none: the model does not accept them");
      } else if (!node || !model_.nodes()[*node].is_leaf()) {
        add(pointer, "stated.unknown", "no leaf " + id, "the leaf whose points the evidence states");
      } else if (model_.point_decimals() != column->decimals) {
        add(pointer, "stated.decimals", std::to_string(model_.point_decimals()) + " point_decimals",
            std::to_string(column->decimals) + ", as in the evidence");
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
    const auto known = model_.blocks();
    std::vector<std::uint8_t> occurs(own_.rows->blocks.size());
    for (const auto block : own_.rows->block_of_row) occurs[block] = 1;
    for (std::size_t i = 0; i < occurs.size(); ++i) {
      const auto& name = own_.rows->blocks[i];
      if (occurs[i] != 0 && !name.empty() && std::find(known.begin(), known.end(), name) == known.end())
        add("/blocks", "block.unknown", "the block '" + name + "' of the evidence", "one of " + listed(known));
    }
  }

  const EvidenceData& own_;
  const Model& model_;
  std::vector<Problem> problems_;
};
}
