#pragma once
#include <algorithm>
#include <chiso/core/in_parallel.hpp>
#include <chiso/score/impl/scorecard.ipp>
#include <chiso/score/impl/scorer_data.ipp>
#include <chiso/score/impl/tile_walk.ipp>
#include <chiso/score/scorer.hpp>
#include <chiso/score/scores.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Scorer::Scorer(Model model) : data_(std::make_shared<const Data>(std::move(model))) {}
CHISO_INLINE const Model& Scorer::model() const { return data_->model; }
CHISO_INLINE const Dependencies& Scorer::dependencies() const { return data_->dependencies; }

CHISO_INLINE void Scorer::score(const Batch& batch, const ScoreColumns& into, unsigned threads) const { score(batch, into, threads, {}); }
CHISO_INLINE void Scorer::score(const Batch& batch, const ScoreColumns& into, unsigned threads, const ProgressCallback& progress) const {
  // A part takes about a tenth of a millisecond: longer than it takes to start a thread for it.
  constexpr std::size_t least_cells = 50'000;
  const auto cells_of_a_tile = tile_rows * (std::max)(std::size_t{1}, data_->model.items().size());
  const auto rows_of_a_part = tile_rows * (least_cells / cells_of_a_tile + 1);
  const auto parts = (batch.rows + rows_of_a_part - 1) / rows_of_a_part;
  const auto walk = [&] {
    return [&, walk = std::make_unique<TileWalk>(data_->model, data_->dependencies, data_->effects, data_->vetoes, batch, into)](
               std::size_t part) { walk->run(part * rows_of_a_part, (std::min)(batch.rows, (part + 1) * rows_of_a_part)); };
  };
  detail::in_parallel(parts, detail::number_of_threads(threads), walk, [&](std::size_t done) {
    if (progress && done < parts) progress({done * rows_of_a_part, batch.rows});
  });
  if (progress) progress({batch.rows, batch.rows});
}

CHISO_INLINE std::array<std::size_t, 4> Scorer::widths(const Batch& batch) const {
  std::array<std::size_t, 4> out{};
  for (const auto item : data_->model.items()) ++out[static_cast<std::size_t>(bounds(data_->model.nodes()[item].shape, batch).width())];
  return out;
}
CHISO_INLINE Scorecard Scorer::scorecard(const Batch& batch, std::size_t row) const {
  return ScorecardWriter{data_->model, data_->dependencies, data_->effects, batch, row}.run();
}
}
