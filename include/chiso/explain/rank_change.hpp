#pragma once
#include <chiso/core/build.hpp>
#include <chiso/explain/comparison.hpp>
#include <chiso/rank/ranking.hpp>
#include <chiso/rank/ranks.hpp>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How the place of a unit changed between two rankings of its block (docs/guide/explaining.md). A place is 1 + the number of ranked units
/// strictly above, by the model's key and then its tie-breaks, whatever its `ties` says. The units are in the order of their bytes; the
/// views live as long as the RankChanges.
struct RankChange {
  std::size_t before = 0;                         ///< Its place in the first ranking, from 1.
  std::size_t after = 0;                          ///< Its place in the second one.
  std::vector<std::string_view> passed{};         ///< Above before, ranked and not above after.
  std::vector<std::string_view> left_above{};     ///< Above before, not ranked after.
  std::vector<std::string_view> passed_by{};      ///< Above after, ranked and not above before.
  std::vector<std::string_view> entered_above{};  ///< Above after, not ranked before.
  std::size_t own_now_others_then = 0;            ///< The place of the unit as it is after, among the others as they were before,
  std::size_t own_then_others_now = 0;            ///< and as it was before, among the others as they are after.
};

/// Two rankings of a block, of two periods or two tracks, prepared to tell of many units. Immutable, cheap to copy.
class RankChanges {
 public:
  /// Which rows are ranked together.
  struct Side {
    std::string period{};  ///< Empty: the unnamed period.
    std::string track{};   ///< Empty: the last track of the model.
  };
  /// O(rows log rows). @throws UnknownNameError naming what does not occur.
  CHISO_INLINE RankChanges(const Scores& scores, std::string_view block, const Side& before, const Side& after);
  /// O(units of the block). @throws UnknownNameError (name.unknown) for a unit that does not occur; (rank.absent) if it is not ranked in
  /// the block before or after, which the message tells.
  CHISO_INLINE RankChange of(std::string_view unit) const;

  /// A part of what brought one unit nearer to another, in index points.
  struct TermAgainst {
    TermKind kind;     ///< What it is of.
    std::size_t node;  ///< Its place in Model::nodes(); Criterion::none for caps of sides and `held`.
    Rational value{};  ///< In index points; positive if it is in favour of the other unit.
  };
  /// All terms of the comparison of `other`, after with before, less those of `unit`, by term; the most in favour of `other` first, equals
  /// in the order of the model. @throws as `of`, of either unit.
  CHISO_INLINE std::vector<TermAgainst> against(std::string_view unit, std::string_view other) const;
  /// The rows of a unit, in the scores.
  struct Rows {
    std::size_t before;  ///< In the first ranking.
    std::size_t after;   ///< In the second one.
  };
  /// The rows of a unit before and after. O(log rows). @throws as `of`.
  CHISO_INLINE Rows rows(std::string_view unit) const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/explain/impl/rank_change.ipp>
#endif
