#pragma once
#include <chiso/plan/impl/what_if_row.ipp>

namespace chiso::inline CHISO_BUILD {
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
    return cell.of == ChangedCell::Of::measure && (data_->read_by_cohorts[cell.place] || data_->read_below[cell.place]);
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
  return scored_again(data_->ranked.scores().resolved(), row, cells);
}
CHISO_INLINE WhatIfResult WhatIf::scored_again(const ResolvedEvidence& of, std::size_t row, std::span<const ChangedCell> cells) const {
  const auto changed = data_->ranked.scores().scorer().score(with_cells(of, row, cells), ScoreOptions{.threads = 1});
  const Ranked ranked(changed);
  const auto card = changed.scorecard(row);
  WhatIfResult out{.tally = changed.tally(row), .index = changed.index(row)};
  const auto standing = StandingReader{changed, data_->vetoes}(
      row, out.tally, [&](std::size_t node) { return card.lines[node].tally; },
      [&](const Program& program) { return evaluate(program, changed.resolved().batch(), row); });
  out.put(Standings(ranked, data_->options.others).of(row, standing));
  return out;
}

CHISO_INLINE WhatIfResult WhatIf::result(std::size_t row, std::span<const ChangedCell> cells) const {
  return WhatIfRow(*this, row).result(cells);
}
CHISO_INLINE std::vector<WhatIfResult> WhatIf::results(std::span<const ChangedRow> rows) const {
  std::vector<WhatIfResult> out;
  out.reserve(rows.size());
  std::optional<WhatIfRow> row;
  for (const auto& one : rows) {
    if (row)
      row->move_to(one.row);
    else
      row.emplace(*this, one.row);
    out.push_back(row->result(one.cells));
  }
  return out;
}
}
