#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/io/arrow_c.hpp>
#include <chiso/io/tables/table.hpp>
#include <cstdint>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// As what the figures of a table go out.
enum class FigureType : std::uint8_t {
  float64,  ///< Each the nearest double: what people compute with.
  decimal   ///< decimal128 of their decimals, with 18 digits or, where one has more, 38: nothing is lost.
};
constexpr std::array<std::string_view, 2> names_of(FigureType) { return {"float64", "decimal"}; }

/// Gives a table away by the Arrow C stream interface: one batch, a struct with a child for each column. Text is utf8 (large_utf8 where a
/// column takes 2 GiB), categorical text a dictionary of utf8 with the smallest of int8, int16 and int32 as index; wholes are int64, truths
/// bool. A column is nullable by its meaning, not by what it holds; under a null stands 0. The buffers of wholes are the table's own, which
/// all that goes out shares, and keeps alive after the table and the stream are gone. `out` must not hold a stream; who gets it, releases
/// it. Its callbacks are not to be called from two threads at once. O(columns); the batch O(cells).
CHISO_EXPORT void to_arrow(const Table& table, ArrowArrayStream* out, FigureType figures = FigureType::float64);
}
