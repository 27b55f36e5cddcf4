#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/points.hpp>
#include <chiso/expr/rational.hpp>
#include <chiso/model/model.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What a weight is a part of.
enum class WeightOf : std::uint8_t {
  local,  ///< Of the points of the group that a criterion stands in, the top of the tree being one too.
  global  ///< Of those of the whole model.
};
constexpr std::array<std::string_view, 2> names_of(WeightOf) { return {"local", "global"}; }

/// How much a criterion counts (docs/guide/weights.md). What stands in a group with `cap`, `at_least` or `one_of` does not divide its
/// points, so it has points, but no weights.
struct Weight {
  std::size_t node = 0;              ///< Its place in `Model::nodes()`.
  Points points{};                   ///< The most that it counts for: those of a group are what stands in it.
  std::optional<Rational> local{};   ///< Its points, of those of all that stand directly in its group.
  std::optional<Rational> global{};  ///< The product of these from the top down to it, so that those of all leaves sum to 1.
};
/// The weights of every criterion, in pre-order. Exact. O(criteria).
CHISO_INLINE std::vector<Weight> weights(const Model& model);

/// Whether no weights of what stands in a node would give its points: a leaf, or a group that weighs as a whole.
inline bool weighs_as_one(const Criterion& node) {
  return node.is_leaf() || node.grouping == Grouping::limited || node.grouping == Grouping::one_of;
}

/// A weight that somebody gives, on any scale of its own: 1, 2 and 2 are 20, 40 and 40 percent.
struct GivenWeight {
  std::string id;                  ///< Of a leaf or a group.
  std::optional<Rational> weight;  ///< Above 0; empty if what was given is no number, which is a problem like others.
  std::string written{};           ///< Then what was given, as messages show it.
};
/// The model with other points for its criteria, which divide the same points as before by other weights.
///
/// Of `WeightOf::local` the points of each group that is named (by its criteria, all of them) are divided by the weights; other groups are
/// divided as they were. Of `WeightOf::global` the points of the model are: each weight is of a leaf, or of a group, within which points
/// are divided as they were; every criterion has one, or stands in a group that has one. A group with `scale_to` has its share as
/// `scale_to`, and what stands in it keeps its sum; one with `cap`, `at_least` or `one_of` is brought to its share as a whole, in
/// proportion.
///
/// Points are whole quanta, by largest remainder, of equal ones the first: each is within a quantum of its share of its group's points, and
/// they sum to these exactly. Rules keep the shares that they give (see scale_points). Bonus and penalty stay as they are. Weights as they
/// are give an equal model. O(size of the model).
/// @throws ModelError with every problem of the weights (criterion.unknown and `weight.*`), at `/<id>`; or, where a number in a rule comes
/// to 0 points and must not, of the resulting model.
CHISO_INLINE Model with_weights(const Model& model, std::span<const GivenWeight> weights, WeightOf of);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/model/impl/weights.ipp>
#endif
