#pragma once
#include <chiso/score/impl/scorecard.ipp>
#include <chiso/score/impl/scorer_data.ipp>
#include <chiso/score/impl/tile_walk.ipp>
#include <chiso/score/scorer.hpp>
#include <chiso/score/scores.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Scorer::Scorer(Model model) : data_(std::make_shared<const Data>(std::move(model))) {}
CHISO_INLINE const Model& Scorer::model() const { return data_->model; }
CHISO_INLINE const Dependencies& Scorer::dependencies() const { return data_->dependencies; }

CHISO_INLINE void Scorer::score(const Batch& batch, const ScoreColumns& into) const {
  TileWalk(data_->model, data_->dependencies, data_->effects, data_->vetoes, batch, into).run();
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
