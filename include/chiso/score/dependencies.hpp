#pragma once
#include <chiso/core/build.hpp>
#include <chiso/model/model.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The row or rows from which a measure is read.
enum class CellSource : std::uint8_t {
  own_row,       ///< The row itself.
  previous_row,  ///< The row of the same unit and track in the previous period: `previous`.
  cohort         ///< All rows of the block, period and track: cohort functions, and the rule `target`.
};

/// Something that reads a measure: a scored item (a leaf or an entry), a veto, a value that breaks ties, or what a band asks for (`index`
/// is then its place among the bands, and behind them those of single blocks).
struct Reader {
  /// What reads.
  enum class Kind : std::uint8_t {
    item,       ///< A leaf or an entry.
    veto,       ///< The condition of a veto.
    tie_break,  ///< A value that breaks ties.
    band        ///< What a band asks for besides its numbers.
  };
  Kind kind = Kind::item;                   ///< What it is.
  std::size_t index = 0;                    ///< Its place among those of its kind, from 0.
  CellSource source = CellSource::own_row;  ///< From which rows it reads.
  /// Compares the members in their order.
  friend auto operator<=>(const Reader&, const Reader&) = default;
};

/// The graph from measures to what reads them, through rules and every applies_when above them. What-if, plans and
/// checks walk it.
class Dependencies {
 public:
  /// Walks all expressions of the model. O(nodes of expressions, those of a group once for each leaf in it).
  CHISO_INLINE explicit Dependencies(const Model& model);
  /// The readers of a measure, in order; each pair of reader and source occurs once.
  CHISO_INLINE std::span<const Reader> readers(std::size_t measure) const;
  /// The measures that an item reads on its own row, in order.
  CHISO_INLINE std::span<const std::size_t> measures(std::size_t item) const;

 private:
  std::vector<std::vector<Reader>> readers_;
  std::vector<std::vector<std::size_t>> measures_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/score/impl/dependencies.ipp>
#endif
