#pragma once
#include <chiso/core/rounding.hpp>
#include <chiso/expr/tile.hpp>
#include <cstddef>
#include <cstdint>

namespace chiso::inline CHISO_BUILD {
/// The figures of a tile of rows as fractions; a denominator of 0: the row has none.
struct RatioTile {
  alignas(64) std::int64_t num[tile_rows];
  alignas(64) std::int64_t den[tile_rows];
};
/// Rounds `count` fractions times `unit` to whole numbers, as `rounded` does, in doubles, which hold these whole numbers exactly. False,
/// and nothing is written, if one is not there or is negative, or a numerator times the unit or a denominator is above 2^50.
bool round_ratios(const RatioTile& tile, std::int64_t unit, Rounding rounding, std::size_t count, std::int64_t* out);
}
