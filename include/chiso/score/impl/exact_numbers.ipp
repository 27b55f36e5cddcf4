#pragma once
#include <algorithm>
#include <chiso/expr/evaluate.hpp>
#include <chiso/expr/tile.hpp>
#include <chiso/score/exact_numbers.hpp>

namespace chiso::inline CHISO_BUILD {
namespace detail {
template <class Number>
void fill_exact_numbers(const Program& program, const Bounds& limits, const Batch& batch, std::vector<std::optional<Rational>>& out) {
  TileEvaluator<Number> tiles;
  for (std::size_t first = 0; first < batch.rows; first += tile_rows) {
    const auto count = (std::min)(tile_rows, batch.rows - first);
    const auto of = tiles.run(program, limits, batch, first, count);
    for (std::size_t r = 0; r < count; ++r)
      if (of.state == nullptr || of.state[r] == State::value)
        out[first + r] = Rational(static_cast<int128>(of.num[r]), static_cast<int128>(of.den == nullptr ? of.common : of.den[r]));
  }
}
}
CHISO_INLINE std::vector<std::optional<Rational>> exact_numbers(const Program& program, const Batch& batch) {
  std::vector<std::optional<Rational>> out(batch.rows);
  const auto limits = bounds(program, batch);
  switch (width_of(limits.peak)) {
    case Width::doubles: detail::fill_exact_numbers<double>(program, limits, batch, out); break;
    case Width::bits64: detail::fill_exact_numbers<std::int64_t>(program, limits, batch, out); break;
    case Width::bits128: detail::fill_exact_numbers<int128>(program, limits, batch, out); break;
    case Width::wide:
      for (std::size_t row = 0; row < batch.rows; ++row)
        if (auto one = evaluate(program, batch, row); one.state == State::value) out[row] = std::move(one.value);
  }
  return out;
}
}
