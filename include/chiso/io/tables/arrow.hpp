#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/io/arrow_c.hpp>
#include <chiso/io/tables/table.hpp>
#include <cstdint>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// The Arrow type of the figures of a table.
enum class FigureType : std::uint8_t {
  float64,  ///< The nearest double of each figure, for calculating.
  decimal   ///< decimal128 with their decimals and 18 digits, or 38 if a figure needs more: exact.
};
constexpr std::array<std::string_view, 2> names_of(FigureType) { return {"float64", "decimal"}; }

/// Exports a table by the Arrow C stream interface: one batch, which is a struct with a child for each column. Text is utf8 (large_utf8 if
/// a column takes 2 GiB); categorical text is a dictionary of utf8 with the smallest of int8, int16 and int32 as index; wholes are int64,
/// truths bool. Whether a column is nullable depends on its meaning, not on what it holds; a null has 0 in the buffer. The buffers of
/// wholes are the table's own: everything that is exported shares them, and keeps them alive after the table and the stream are gone.
/// `out` must not hold a stream; the consumer releases it. Its callbacks must not be called from two threads at once. O(columns); reading
/// the batch O(cells).
CHISO_EXPORT void to_arrow(const Table& table, ArrowArrayStream* out, FigureType figures = FigureType::float64);
}
