#pragma once
#include <array>
#include <chiso/model/model.hpp>
#include <chiso/score/item_state.hpp>

namespace chiso::inline CHISO_BUILD {
/// What an item counts in a state, by its policies (docs/guide/lines.md, "Nothing to do, nothing reported, nothing done"). `computed`:
/// whether the points are those of the rule, or the stated ones.
struct Effect {
  bool computed = false;
  std::int64_t achieved = 0;
  std::int64_t applicable = 0;
  std::uint8_t incomplete = 0;
};
/// One effect for each ItemState, and a last one for a row that is outside the leaf's tracks, or in which a group with `one_of` leaves it
/// out; stored as columns, because a tile chooses among them that way.
struct Effects {
  std::array<std::int64_t, 6> computed{};  // a mask: all bits are set if the points are computed
  std::array<std::int64_t, 6> achieved{};
  std::array<std::int64_t, 6> applicable{};
  std::array<std::uint8_t, 6> incomplete{};
  std::array<std::int64_t, 6> known{}, asked{};  // what the leaf adds to the coverage

  CHISO_INLINE Effect operator[](std::size_t code) const {
    return {computed[code] != 0, achieved[code], applicable[code], incomplete[code]};
  }
  CHISO_INLINE void set(ItemState state, const Effect& effect) {
    const auto code = static_cast<std::size_t>(state);
    computed[code] = effect.computed ? -1 : 0;
    achieved[code] = effect.achieved;
    applicable[code] = effect.applicable;
    incomplete[code] = effect.incomplete;
  }
};
inline constexpr std::uint8_t outside = 5;

CHISO_INLINE Effects effects_of(const Criterion& item) {
  const std::int64_t most = item.points.quanta;
  Effects out{};
  // An entry has no policies: whatever is not a value counts 0, and the row stays complete.
  if (item.is_entry()) {
    out.set(ItemState::scored, {.computed = true});
    return out;
  }
  for (const auto state : {ItemState::scored, ItemState::stated, ItemState::undefined}) out.known[static_cast<std::size_t>(state)] = most;
  out.asked = out.known;
  out.asked[static_cast<std::size_t>(ItemState::missing)] = most;
  const Effect zero{.applicable = most}, full{.achieved = most, .applicable = most}, excluded{};
  const auto not_applicable = item.policies.not_applicable == WhenNotApplicable::exclude ? excluded
                              : item.policies.not_applicable == WhenNotApplicable::full  ? full
                                                                                         : zero;
  const auto missing = item.policies.missing == WhenMissing::exclude ? excluded
                       : item.policies.missing == WhenMissing::zero  ? zero
                                                                     : Effect{.applicable = most, .incomplete = 1};
  out.set(ItemState::scored, {.computed = true, .applicable = most});
  out.set(ItemState::stated, {.computed = true, .applicable = most});
  out.set(ItemState::not_applicable, not_applicable);
  out.set(ItemState::missing, missing);
  switch (item.policies.undefined.value_or(WhenUndefined::missing)) {  // a leaf without a policy is never undefined
    case WhenUndefined::missing: out.set(ItemState::undefined, missing); break;
    case WhenUndefined::not_applicable: out.set(ItemState::undefined, not_applicable); break;
    case WhenUndefined::zero: out.set(ItemState::undefined, zero); break;
    case WhenUndefined::full: out.set(ItemState::undefined, full); break;
  }
  return out;
}
}
