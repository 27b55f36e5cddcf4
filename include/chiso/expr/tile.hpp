#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/bounds.hpp>
#include <chiso/expr/program.hpp>
#include <cstddef>
#include <memory>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Rows that are evaluated together: their columns stay in the nearest cache.
inline constexpr std::size_t tile_rows = 512;

/// Memory for the result of one node over a tile.
template <class Number>
struct Lane {
  alignas(64) Number num[tile_rows];   ///< Numerators, by row of the tile.
  alignas(64) Number den[tile_rows];   ///< Denominators, above 0; unused where all rows share one.
  alignas(64) State state[tile_rows];  ///< States; unused where every row is a value.
};
/// A result of a node over a tile: in a lane, or in the column itself if nothing had to be computed. A row that is not a value has some
/// number within the bounds (0 for a truth or a choice), over a denominator above 0.
template <class Number>
struct Operand {
  const Number* num = nullptr;   ///< Numerators, by row of the tile.
  const Number* den = nullptr;   ///< Null if every row has the denominator `common`.
  Number common = 1;             ///< The denominator of every row; unused if `den` is given.
  const State* state = nullptr;  ///< Null if every row is a value.
};

/// Evaluates programs over tiles in one arithmetic: double (as an integer), int64 or int128; these are compiled in the library. The bounds
/// of a program prove which of them is exact; nothing is checked again here. It has working space, so each thread needs its own.
template <class Number>
class TileEvaluator {
 public:
  /// The last result of the program for rows first..first + count, count <= tile_rows; valid until the next call.
  Operand<Number> run(const Program& program, const Bounds& bounds, const Batch& batch, std::size_t first, std::size_t count);

 private:
  void make_room(std::size_t depth);
  Operand<Number> evaluate(const Program& program, const Bounds& bounds, const Batch& batch, std::size_t first, std::size_t count);

  std::vector<std::unique_ptr<Lane<Number>>> lanes_;
  std::vector<Operand<Number>> stack_;
  std::vector<std::uint32_t> operands_;  // for each place on the stack, the step that left its result there
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/expr/impl/tile.ipp>
#endif
