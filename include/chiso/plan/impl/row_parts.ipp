#pragma once
#include <chiso/model/model.hpp>
#include <chiso/plan/impl/search_space.ipp>
#include <chiso/score/coverage.hpp>
#include <chiso/score/tally.hpp>
#include <compare>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace planning {
/// What is asked of a row beside its index.
struct Asked {
  bool complete = false;              ///< Whether it is complete.
  std::optional<std::size_t> band{};  ///< The place of a class in the list of its block: what vetoes and bands say of it.
  bool quota = false;                 ///< Whether a quota is on that class: a better one then is not as good as that one.
  friend auto operator<=>(const Asked&, const Asked&) = default;
};
/// Where something is summed up: the row, the inside of a group that is scaled or limited or that a veto looks at, or a child of a group
/// with `one_of`, of which actions may change what it counts.
struct SumPlace {
  enum class Of : std::uint8_t { row, group, child };
  Of of = Of::row;
  std::size_t node = Criterion::none;
  friend auto operator<=>(const SumPlace&, const SumPlace&) = default;
};
/// The dimensions of a space by what they are of.
struct Dims {
  std::map<SumPlace, std::size_t> achieved{}, applicable{};
  std::map<SumPlace, std::size_t> lacking{}, known{}, asked{};      // of the row and of children
  std::map<std::pair<SumPlace, std::size_t>, std::size_t> below{};  // likewise, by veto
  std::map<std::size_t, std::size_t> applies{};                     // by child: whether its condition lets it count
  std::optional<std::size_t> bonus{}, penalty{};
  std::map<std::size_t, std::size_t> when{}, requirement{};  // by veto, and by band of the block
};
/// What a node is, with all below it.
struct NodeSums {
  Tally tally{};
  std::int64_t lacking = 0;  // leaves that make the row incomplete
  Coverage coverage{};
  std::map<std::size_t, std::int64_t> below{};  // by veto: how many of its criteria are below its limit

  CHISO_INLINE NodeSums& operator+=(const NodeSums& part) {
    tally.achieved += part.tally.achieved;
    tally.applicable += part.tally.applicable;
    lacking += part.lacking;
    coverage += part.coverage;
    for (const auto& [veto, count] : part.below) below[veto] += count;
    return *this;
  }
};
/// What the row is before any action.
struct BaseRow {
  NodeSums row{};                       // with bonus and penalty, capped
  std::int64_t bonus = 0, penalty = 0;  // before their caps
  std::map<std::size_t, std::int64_t> when{}, requirement{};
};

/// The dimensions of a fold as they are given to it: places among `from`, of those that anything moves.
struct FoldInput {
  Fold& fold;
  const std::set<std::size_t>& moved;
  /// A place past the end: nothing moves it.
  static constexpr std::size_t none = ~std::size_t{0};
  template <class Map, class Key>
  std::size_t take(const Map& of, const Key& key) const {
    const auto at = of.find(key);
    if (at == of.end() || !moved.contains(at->second)) return none;
    fold.from.push_back(at->second);
    return fold.from.size() - 1;
  }
  CHISO_INLINE static std::int64_t value(std::span<const std::int64_t> from, std::size_t place) {
    return place < from.size() ? from[place] : 0;
  }
};
/// A child of a group with `one_of`: what it is, and the places of what moves that.
struct ChildSums {
  NodeSums base{};
  bool applies = true;
  std::size_t achieved, applicable, condition, lacking, known, asked;
  std::vector<std::pair<std::size_t, std::size_t>> below;  // by veto

  CHISO_INLINE std::optional<NodeSums> counted(std::span<const std::int64_t> from) const {
    if (applies != (FoldInput::value(from, condition) == 0)) return {};
    const auto left = base.tally.applicable - FoldInput::value(from, applicable);
    if (left == 0) return {};
    NodeSums out{.tally = {.achieved = base.tally.achieved + FoldInput::value(from, achieved), .applicable = left},
                 .lacking = base.lacking - FoldInput::value(from, lacking),
                 .coverage = {base.coverage.known + FoldInput::value(from, known), base.coverage.asked - FoldInput::value(from, asked)},
                 .below = base.below};
    for (const auto& [veto, place] : below) out.below[veto] -= FoldInput::value(from, place);
    return out;
  }
};
}
}
