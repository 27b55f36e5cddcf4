#pragma once
#include <array>
#include <chiso/evidence/cohort_state.hpp>
#include <chiso/evidence/impl/changed_cell.ipp>
#include <chiso/plan/impl/row_overlay.ipp>
#include <chiso/plan/impl/row_sums.ipp>
#include <chiso/plan/row_sums.hpp>
#include <chiso/plan/what_if.hpp>
#include <chiso/plan/impl/standing.ipp>
#include <chiso/score/impl/veto_limits.ipp>

namespace chiso::inline CHISO_BUILD {
struct WhatIf::Data {
  CHISO_INLINE Data(const Ranked& of, WhatIfOptions with)
      : ranked(of), options(with), vetoes(of.scores().model()), cohorts(of.scores().resolved().cohorts().list.size()) {
    const auto& model = of.scores().model();
    read_elsewhere.resize(model.measures().size());
    for (std::size_t measure = 0; measure < read_elsewhere.size(); ++measure)
      for (const auto& reader : of.scores().scorer().dependencies().readers(measure))
        if (reader.source == CellSource::cohort) read_elsewhere[measure] = true;
    for (const auto& term : model.derived().below)
      for (const auto& node : term.of.nodes) {
        if (node.op != Op::parameter) continue;
        const auto& parameter = model.derived().parameters[static_cast<std::size_t>(node.index)];
        if (parameter.by() == Parameter::By::choice) read_elsewhere[parameter.measure()] = true;
      }
  }
  struct OfCohort {
    std::once_flag once{};
    std::unique_ptr<const CohortStandings> standings{};
  };
  CHISO_INLINE const CohortStandings& standings(std::size_t row) const {
    std::call_once(once, [&] { shared.emplace(ranked, options.others); });
    auto& of = cohorts[ranked.scores().resolved().cohorts().of_row[row]];
    std::call_once(of.once, [&] {
      of.standings = std::make_unique<const CohortStandings>(*shared, ranked.scores().resolved().cohorts().of_row[row]);
    });
    return *of.standings;
  }
  Ranked ranked;
  WhatIfOptions options;
  VetoLimits vetoes;
  std::vector<bool> read_elsewhere{};  // by measure: a cohort function reads it, or a figure of rows below by a parameter
  mutable std::once_flag once{};
  mutable std::optional<CohortStandings::Shared> shared{};
  mutable std::vector<OfCohort> cohorts;
};

/// What the vetoes, requirements and tie-breaks of a model make of one row, and its place.
struct StandingReader {
  const Scores& scores;
  const VetoLimits& vetoes;

  /// `tally_of` gives what a node earned, `value_of` what a program comes to in the row.
  template <class TallyOf, class ValueOf>
  Standing operator()(std::size_t row, const Tally& tally, const TallyOf& tally_of, const ValueOf& value_of) const {
    const auto& model = scores.model();
    Standing out{.tally = tally, .is_asked = scores.evidence().ranked(row), .unit = scores.evidence().unit_of_row()[row]};
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
      if (!is_below(i, veto, tally_of)) continue;
      const auto verdict = veto.when ? verdict_of(*veto.when) : Verdict::holds;
      if (verdict == Verdict::passes) continue;
      if (verdict == Verdict::missing) {
        out.cap = CohortStandings::none;
        break;
      }
      const auto at = std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return band.id == veto.at_most; });
      out.cap = (std::max)(out.cap, static_cast<std::uint32_t>(at - bands.begin()));
    }
    return out;
  }

 private:
  /// Whether so many criteria of a veto as it asks for have an index below its limit; true for one without criteria.
  template <class TallyOf>
  bool is_below(std::size_t place, const Veto& veto, const TallyOf& tally_of) const {
    if (veto.criteria.empty()) return true;
    std::size_t below = 0;
    for (const auto node : veto.criteria) {
      const Tally tally = tally_of(node);
      for (const auto& one : vetoes.of(node))
        if (one.veto == place && one.limit.is_below(tally.achieved, tally.applicable)) {
          ++below;
          break;  // one that is named twice stands in the list twice, once for each time
        }
    }
    return below >= veto.at_least;
  }
};

CHISO_INLINE WhatIf::WhatIf(const Ranked& ranked, WhatIfOptions options) {
  if (ranked.among() == RankedAmong::all_parts || ranked.scores().resolved().totals())
    throw ShapeError("what if is asked of a whole table, not of a part that is ranked among others");
  if (options.others < Decimal(0)) throw ShapeError("the others can be raised by 0 or more, not by " + options.others.text());
  data_ = std::make_shared<const Data>(ranked, options);
}
CHISO_INLINE const Ranked& WhatIf::ranked() const { return data_->ranked; }
CHISO_INLINE const WhatIfOptions& WhatIf::options() const { return data_->options; }

CHISO_INLINE Scorecard WhatIf::scorecard(std::size_t row, std::span<const ChangedCell> cells) const {
  const auto& scores = data_->ranked.scores();
  check_changes(scores.model(), cells);
  const auto of = [&](const Batch& batch, std::size_t at) {
    auto out = scores.scorer().scorecard(batch, at);
    out.row = row;
    out.unit = scores.evidence().unit(row);
    out.block = scores.evidence().block(row);
    out.period = scores.evidence().period(row);
    return out;
  };
  const bool elsewhere = std::any_of(cells.begin(), cells.end(), [&](const ChangedCell& cell) {
    return cell.of == ChangedCell::Of::measure && data_->read_elsewhere[cell.place];
  });
  if (elsewhere) {
    const auto changed = with_cells(scores.resolved(), row, cells);
    return of(changed.batch(), row);
  }
  RowOverlay overlay(scores, row);
  for (const auto& cell : cells) overlay.set(cell);
  return of(overlay.batch(), 0);
}

CHISO_INLINE WhatIfResult WhatIf::whole(std::size_t row, std::span<const ChangedCell> cells) const {
  const auto& scores = data_->ranked.scores();
  const auto changed = scores.scorer().score(with_cells(scores.resolved(), row, cells), ScoreOptions{.threads = 1});
  const Ranked ranked(changed);
  const auto card = changed.scorecard(row);
  const CohortStandings::Shared shared(ranked, data_->options.others);
  const CohortStandings standings(shared, changed.resolved().cohorts().of_row[row]);
  WhatIfResult out{.tally = changed.tally(row), .index = changed.index(row)};
  const auto standing = StandingReader{changed, data_->vetoes}(
      row, out.tally, [&](std::size_t node) { return card.lines[node].tally; },
      [&](const Program& program) { return evaluate(program, changed.resolved().batch(), row); });
  standings.put(standing, standings.place(row), out);
  return out;
}

CHISO_INLINE WhatIfResult WhatIf::result(std::size_t row, std::span<const ChangedCell> cells) const {
  const auto& scores = data_->ranked.scores();
  const auto& model = scores.model();
  check_changes(model, cells);
  for (const auto& cell : cells)
    if (cell.of == ChangedCell::Of::measure && data_->read_elsewhere[cell.place]) return whole(row, cells);
  RowOverlay overlay(scores, row);
  for (const auto& cell : cells) overlay.set(cell);
  std::vector<ItemPoints> items;
  for (std::size_t item = 0; item < model.items().size(); ++item) items.push_back(overlay.item(item));
  RowSums sums(model);
  WhatIfResult out{.tally = sums.sum(overlay, items)};
  out.index = index_of(out.tally, model.publish());
  const auto standing = StandingReader{scores, data_->vetoes}(
      row, out.tally, [&](std::size_t node) { return sums.node(node); }, [&](const Program& program) { return overlay.value(program); });
  const auto& standings = data_->standings(row);
  standings.put(standing, standings.place(row), out);
  return out;
}
CHISO_INLINE std::vector<WhatIfResult> WhatIf::results(std::span<const ChangedRow> rows) const {
  std::vector<WhatIfResult> out;
  out.reserve(rows.size());
  for (const auto& one : rows) out.push_back(result(one.row, one.cells));
  return out;
}
}
