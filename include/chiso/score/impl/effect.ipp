#pragma once
#include <array>
#include <chiso/model/model.hpp>
#include <chiso/score/item_state.hpp>

namespace chiso::inline CHISO_BUILD {
/// What an item counts in a state, by its policies (SPEC 5). `computed`: the points of the rule, or the stated ones.
struct Effect {
  bool computed = false;
  std::int64_t achieved = 0;
  std::int64_t applicable = 0;
  std::uint8_t incomplete = 0;
};
/// One effect for each ItemState, and a last one for a row outside the leaf's tracks.
using Effects = std::array<Effect, 6>;
inline constexpr std::uint8_t outside = 5;

CHISO_INLINE Effects effects_of(const Criterion& item) {
  const auto at = [](ItemState state) { return static_cast<std::size_t>(state); };
  const std::int64_t most = item.points.quanta;
  Effects out{};
  // An entry has no policies: whatever is not a value counts 0, and the row stays complete.
  if (item.is_entry()) {
    out[at(ItemState::scored)] = {.computed = true};
    return out;
  }
  const Effect zero{.applicable = most}, full{.achieved = most, .applicable = most}, excluded{};
  const auto not_applicable = item.policies.not_applicable == WhenNotApplicable::exclude ? excluded
                              : item.policies.not_applicable == WhenNotApplicable::full  ? full
                                                                                         : zero;
  const auto missing = item.policies.missing == WhenMissing::exclude ? excluded
                       : item.policies.missing == WhenMissing::zero  ? zero
                                                                     : Effect{.applicable = most, .incomplete = 1};
  out[at(ItemState::scored)] = out[at(ItemState::stated)] = {.computed = true, .applicable = most};
  out[at(ItemState::not_applicable)] = not_applicable;
  out[at(ItemState::missing)] = missing;
  switch (item.policies.undefined.value_or(WhenUndefined::missing)) {  // a leaf without a policy is never undefined
    case WhenUndefined::missing: out[at(ItemState::undefined)] = missing; break;
    case WhenUndefined::not_applicable: out[at(ItemState::undefined)] = not_applicable; break;
    case WhenUndefined::zero: out[at(ItemState::undefined)] = zero; break;
    case WhenUndefined::full: out[at(ItemState::undefined)] = full; break;
  }
  return out;
}
}
