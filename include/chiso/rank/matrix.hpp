#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/rank/ranks.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What a matrix of scores holds for a row and node.
enum class MatrixValue : std::uint8_t {
  share,       ///< achieved / applicable, NaN if nothing is applicable; for an entry achieved / its points.
  points,      ///< Achieved, in points.
  applicable,  ///< In points; 0 for an entry.
  index        ///< As published; NaN if there is none, as for entries.
};
constexpr std::array<std::string_view, 4> names_of(MatrixValue) { return {"share", "points", "applicable", "index"}; }

/// Scores as doubles, for plots and analysis: each the nearest to the exact number. They must not be ranked or published.
struct Matrix {
  std::size_t rows = 0;          ///< As many as the scores have.
  std::size_t columns = 0;       ///< As many as nodes were asked for.
  std::vector<double> values{};  ///< Column by column: the value of (row, column) stands at column x rows + row.
  /// One value; row and column, from 0, are not checked.
  double at(std::size_t row, std::size_t column) const { return values[column * rows + row]; }
  /// The values of a column, by row; the view lives as long as `values`.
  std::span<const double> column(std::size_t column) const { return {values.data() + column * rows, rows}; }
};
/// Makes a row for each row of the scores and a column for each of `nodes` (which may repeat), whatever was kept (see columns_of).
/// O(rows x nodes asked for), and what columns_of takes. @throws ShapeError for a node that the model lacks.
CHISO_INLINE Matrix matrix(const Scores& scores, std::span<const std::size_t> nodes, MatrixValue value);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/matrix.ipp>
#endif
