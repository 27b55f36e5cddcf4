#pragma once
#include <algorithm>
#include <chiso/evidence/cell.hpp>
#include <chiso/evidence/changed_cell.hpp>
#include <chiso/plan/what_if.hpp>
#include <chiso/rank/standings.hpp>
#include <chiso/score/index_limit.hpp>

namespace chiso::inline CHISO_BUILD {
/// The indices below which vetoes look at criteria.
class VetoBounds {
 public:
  CHISO_INLINE explicit VetoBounds(const Model& model) : model_(model) {
    const auto& classes = model_.classes();
    for (std::size_t i = 0; classes && i < classes->vetoes.size(); ++i) {
      auto& list = limits_.emplace_back();
      for (const auto node : classes->vetoes[i].criteria)
        list.push_back({IndexLimit::cut({*classes->vetoes[i].below, false}, *classes, model_.publish()), model_.publish(),
                        model_.nodes()[node].points.quanta});
    }
  }
  /// Whether so many criteria of a veto as it asks for have an index below its limit; true for one without criteria.
  template <class TallyOf>
  bool hold(std::size_t veto, const TallyOf& tally_of) const {
    const auto& of = model_.classes()->vetoes[veto];
    if (of.criteria.empty()) return true;
    std::size_t below = 0;
    for (std::size_t i = 0; i < of.criteria.size(); ++i) {
      const Tally tally = tally_of(of.criteria[i]);
      below += limits_[veto][i].is_below(tally.achieved, tally.applicable) ? 1 : 0;
    }
    return below >= of.at_least;
  }

 private:
  Model model_;  // whose publishing the limits refer to
  std::vector<std::vector<IndexLimit>> limits_{};
};

struct WhatIf::Data {
  CHISO_INLINE Data(const Ranked& of, WhatIfOptions with)
      : ranked(of), options(with), vetoes(of.scores().model()), standings(of, with.others) {
    const auto& model = of.scores().model();
    const auto& derived = model.derived();
    read_by_cohorts.resize(model.measures().size());
    read_below.resize(model.measures().size());
    readers.resize(model.measures().size());
    for (std::size_t measure = 0; measure < readers.size(); ++measure) {
      for (const auto& reader : of.scores().scorer().dependencies().readers(measure)) {
        if (reader.source == CellSource::cohort) read_by_cohorts[measure] = true;
        if (reader.kind == Reader::Kind::item && reader.source != CellSource::previous_row) readers[measure].push_back(reader.index);
      }
      limits.push_back(limits_of(model.measures()[measure]));
    }
    by_choice.resize(derived.below.size());
    for (std::size_t term = 0; term < derived.below.size(); ++term)
      for (const auto& node : derived.below[term].of.nodes) {
        if (node.op != Op::parameter) continue;
        const auto& parameter = derived.parameters[static_cast<std::size_t>(node.index)];
        if (parameter.by() != Parameter::By::choice) continue;
        by_choice[term].push_back(parameter.measure());
        read_below[parameter.measure()] = true;
      }
    for (const auto node : model.items()) {
      const auto& item = model.nodes()[node];
      bool plain = item.is_leaf(), in_one_of = false;
      for (auto at = item.parent; at != Criterion::none; at = model.nodes()[at].parent) {
        plain = plain && model.nodes()[at].grouping == Grouping::sum;
        in_one_of = in_one_of || model.nodes()[at].grouping == Grouping::one_of;
      }
      is_plain.push_back(plain);
      is_in_one_of.push_back(in_one_of);
    }
    may_be_plain = !model.draft().least_coverage;
  }
  struct Limits {
    std::int64_t least = 0, most = 0;
  };
  CHISO_INLINE static Limits limits_of(const Measure& measure) {
    if (measure.type == MeasureType::choice) return {0, static_cast<std::int64_t>(measure.options.size()) - 1};
    const CellReader reader(measure, {});
    return {reader.least(), reader.most()};
  }
  /// @throws ShapeError as check_changes does, without which nothing is read again.
  CHISO_INLINE void check(std::span<const ChangedCell> cells) const {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto& cell = cells[i];
      bool fits = cell.of == ChangedCell::Of::measure && cell.place < limits.size() && cell.state != State::undefined;
      if (fits)
        fits =
            cell.state == State::value ? cell.value >= limits[cell.place].least && cell.value <= limits[cell.place].most : cell.value == 0;
      for (std::size_t j = 0; j < i; ++j) fits = fits && (cells[j].of != cell.of || cells[j].place != cell.place);
      if (!fits) return check_changes(ranked.scores().model(), cells);
    }
  }
  /// Whether a cohort function reads a measure on each row.
  CHISO_INLINE bool is_read_by(std::size_t term, std::size_t measure) const {
    const auto& derived = ranked.scores().model().derived();
    for (const auto& node : derived.cohorts[term].of.nodes) {
      const auto index = static_cast<std::size_t>(node.index);
      if (node.op == Op::measure && index == measure) return true;
      if (node.op == Op::parameter && derived.parameters[index].by() == Parameter::By::choice &&
          derived.parameters[index].measure() == measure)
        return true;
      if (node.op == Op::below && std::find(by_choice[index].begin(), by_choice[index].end(), measure) != by_choice[index].end())
        return true;
    }
    return false;
  }
  Ranked ranked;
  WhatIfOptions options;
  VetoBounds vetoes;
  std::vector<std::vector<std::size_t>> readers{};    // by measure: the items that read it on the row itself or in its cohort
  std::vector<Limits> limits{};                       // by measure
  std::vector<bool> read_by_cohorts{}, read_below{};  // by measure: a cohort function reads it; figures of rows below, by a parameter
  std::vector<std::vector<std::size_t>> by_choice{};  // by term below: the choices of its parameters
  std::vector<bool> is_plain{}, is_in_one_of{};       // by item: a leaf with sums alone above it; one below a group with one_of
  bool may_be_plain = true;
  Standings standings;
};

/// What the vetoes, requirements and tie-breaks of a model make of one row, and its place.
struct StandingReader {
  const Scores& scores;
  const VetoBounds& vetoes;

  /// `tally_of` gives what a node earned, `value_of` what a program comes to in the row.
  template <class TallyOf, class ValueOf>
  Standing operator()(std::size_t row, const Tally& tally, const TallyOf& tally_of, const ValueOf& value_of) const {
    const auto& model = scores.model();
    Standing out{.tally = tally};
    for (const auto& one : model.tie_break()) {
      if (!one.value) {
        out.tie_criteria.push_back(tally_of(one.criterion));
        continue;
      }
      const auto value = value_of(*one.value);
      out.tie_values.push_back(value.state == State::value ? TieValue(value.value) : TieValue());
    }
    const auto& classes = model.classes();
    if (!classes) return out;
    const auto verdict_of = [&](const Program& program) {
      const auto value = value_of(program);
      if (value.state == State::missing) return Verdict::missing;
      return value.state == State::value && value.value.sign() != 0 ? Verdict::holds : Verdict::passes;
    };
    const auto& bands = classes->of_block(scores.evidence().block(row));
    for (const auto& band : bands)
      if (band.requirement) out.asked.push_back(verdict_of(*band.requirement));
    for (std::size_t i = 0; i < classes->vetoes.size(); ++i) {
      const auto& veto = classes->vetoes[i];
      if (!vetoes.hold(i, tally_of)) continue;
      const auto verdict = veto.when ? verdict_of(*veto.when) : Verdict::holds;
      if (verdict == Verdict::passes) continue;
      if (verdict == Verdict::missing) {
        out.cap = Standing::none;
        break;
      }
      const auto at = std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return band.id == veto.at_most; });
      out.cap = (std::max)(out.cap, static_cast<std::uint32_t>(at - bands.begin()));
    }
    return out;
  }
};
}
