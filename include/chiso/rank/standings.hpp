#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/rank/ordered_values.hpp>
#include <chiso/rank/ranked.hpp>
#include <chiso/rank/verdict.hpp>
#include <chiso/score/tally.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What the rank and class of a row follow from, beside the other rows.
struct Standing {
  static constexpr std::uint32_t none = ~std::uint32_t{0};  ///< For `cap`: a veto is missing.
  Tally tally{};                                            ///< What the row earns.
  std::vector<Tally> tie_criteria{};                        ///< What each criterion that breaks ties earns.
  std::vector<TieValue> tie_values{};                       ///< Each value that breaks ties.
  std::uint32_t cap = 0;         ///< The place among the bands of the row's block of the best class that vetoes leave.
  std::vector<Verdict> asked{};  ///< Of each band of the row's block that asks for more, in their order.
};
/// A rank and a class.
struct StandingPlace {
  std::optional<std::size_t> rank{};   ///< As the model's `ties` counts; empty for a row that is not ranked.
  std::optional<std::size_t> place{};  ///< 1 + the number of ranked rows strictly above, whatever `ties` says; empty likewise.
  std::string_view class_id{};         ///< Empty if there is none. The view lives as long as the model.
  bool held_back = false;              ///< A quota gave it a lower class than it has otherwise.
};

/// The places that rows would have among the others if they earned something else, one at a time; the others as they are, or raised. What
/// is needed of the rows of a block is found when it is first asked for, and kept: 52 bytes a ranked row. Immutable but for that, cheap to
/// copy (copies share it), safe to read from any thread.
class Standings {
 public:
  /// `others`, 0 or more, is added to the index of every other row, which is held as the index is. Their classes by index or rank follow;
  /// their points, criteria and values that break ties stay. O(1), and columns_of if tie-breaks ask for criteria that were not kept; with
  /// quotas O(rows).
  CHISO_INLINE Standings(const Ranked& ranked, const Decimal& others);
  /// Rank and class of a row, by its place, with another standing. O(log rows), with quotas O(rows of the block); once for each block
  /// O(rows log rows). @throws ShapeError if the raised indices have too many digits.
  CHISO_INLINE StandingPlace of(std::size_t row, const Standing& standing) const;

 private:
  struct Data;
  std::shared_ptr<Data> data_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/standings.ipp>
#endif
