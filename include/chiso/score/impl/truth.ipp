#pragma once
#include <algorithm>
#include <chiso/expr/evaluate.hpp>
#include <chiso/expr/tile.hpp>
#include <chiso/score/truth.hpp>

namespace chiso::inline CHISO_BUILD {
namespace detail {
template <class Number>
void fill_truths(const Program& program, const Bounds& limits, const Batch& batch, Truths& out) {
  TileEvaluator<Number> tiles;
  for (std::size_t first = 0; first < batch.rows; first += tile_rows) {
    const auto count = (std::min)(tile_rows, batch.rows - first);
    const auto truth = tiles.run(program, limits, batch, first, count);
    for (std::size_t r = 0; r < count; ++r) {
      const auto state = truth.state == nullptr ? State::value : truth.state[r];
      out.states[first + r] = state;
      out.values[first + r] = state == State::value && truth.num[r] != 0 ? 1 : 0;
    }
  }
}
}
CHISO_INLINE Truths truths(const Program& program, const Batch& batch) {
  Truths out;
  out.values.resize(batch.rows);
  out.states.resize(batch.rows);
  const auto limits = bounds(program, batch);
  switch (width_of(limits.peak)) {
    case Width::doubles: detail::fill_truths<double>(program, limits, batch, out); break;
    case Width::bits64: detail::fill_truths<std::int64_t>(program, limits, batch, out); break;
    case Width::bits128: detail::fill_truths<int128>(program, limits, batch, out); break;
    case Width::wide:
      for (std::size_t row = 0; row < batch.rows; ++row) {
        const auto truth = evaluate(program, batch, row);
        out.states[row] = truth.state;
        out.values[row] = truth.state == State::value && truth.value.sign() != 0 ? 1 : 0;
      }
  }
  return out;
}
}
