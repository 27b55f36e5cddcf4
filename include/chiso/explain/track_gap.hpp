#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/rational.hpp>
#include <chiso/score/scores.hpp>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How far apart two tracks mark a leaf: its points in the first less those in the second, over the units (in each period) that have rows
/// of their own in both (not by fallback alone) and to which it applies in both.
struct TrackGap {
  std::size_t node = 0;            ///< The leaf, by its place in Model::nodes().
  std::size_t units = 0;           ///< Over how many units, in each period, it is.
  std::optional<Rational> mean{};  ///< In points; empty if there are no units.
  Points greatest{};               ///< The greatest in size, with its sign; of two alike the positive one.
};
/// One for each leaf, in the order of the model: in one period and in one block or, if none is named, in all. O(rows x leaves); leaves
/// that were not kept are scored again, one by one. @throws UnknownNameError naming what does not occur.
CHISO_INLINE std::vector<TrackGap> track_gap(const Scores& scores, std::string_view first, std::string_view second,
                                             std::optional<std::string_view> period = {}, std::optional<std::string_view> block = {});
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/explain/impl/track_gap.ipp>
#endif
