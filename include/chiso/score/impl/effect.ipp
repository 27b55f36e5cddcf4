#pragma once
#include <chiso/expr/whole_arithmetic.hpp>
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
/// The code of a row that is outside the leaf's tracks, or in which a group with `one_of` leaves it out; the others are ItemStates.
inline constexpr std::uint8_t outside = 5;

/// Some of the codes.
struct CodeSet {
  std::uint8_t bits = 0;
  bool empty() const { return bits == 0; }
  bool has(std::size_t code) const { return (bits >> code & 1) != 0; }
  CHISO_INLINE void put(std::size_t code, bool in) { bits = static_cast<std::uint8_t>(in ? bits | 1U << code : bits & ~(1U << code)); }
  CHISO_INLINE CodeSet others() const { return {static_cast<std::uint8_t>(~bits & ((2U << outside) - 1))}; }
};
/// All bits where a code is in the set, else none. Of 64 bits, because processors shift lanes of these by amounts that differ.
inline std::int64_t mask_of(std::uint64_t set, std::uint8_t code) { return -static_cast<std::int64_t>(set >> code & 1); }

/// What an item counts in each state: in all of them nothing or all of what it is worth, but for what its rule computes. So a tile tells
/// states apart by sets of codes, without a table.
struct Effects {
  std::int64_t points = 0;  // what it is worth, in quanta
  CodeSet computed{}, full{}, applicable{}, incomplete{};
  CodeSet known{}, asked{};  // where the coverage grows by its points

  CHISO_INLINE std::int64_t applicable_in(std::size_t code) const { return applicable.has(code) ? points : 0; }
  CHISO_INLINE std::int64_t known_in(std::size_t code) const { return known.has(code) ? points : 0; }
  CHISO_INLINE std::int64_t asked_in(std::size_t code) const { return asked.has(code) ? points : 0; }
  CHISO_INLINE Effect operator[](std::size_t code) const {
    return {computed.has(code), full.has(code) ? points : 0, applicable_in(code), static_cast<std::uint8_t>(incomplete.has(code) ? 1 : 0)};
  }
  /// Adds what it is worth in the rows of a tile whose code is in a set.
  CHISO_KERNEL CHISO_INLINE static void add_where(std::int64_t points, CodeSet set, const std::uint8_t* codes, std::size_t count,
                                                  std::int64_t* sums) {
    const std::uint64_t in = set.bits;
    each_row(count, [=](std::size_t r) { sums[r] += points & mask_of(in, codes[r]); });
  }
  CHISO_INLINE void set(ItemState state, const Effect& effect) {
    const auto code = static_cast<std::size_t>(state);
    computed.put(code, effect.computed);
    full.put(code, effect.achieved != 0);
    applicable.put(code, effect.applicable != 0);
    incomplete.put(code, effect.incomplete != 0);
  }
};

CHISO_INLINE Effects effects_of(const Criterion& item) {
  const std::int64_t most = item.points.quanta;
  Effects out{.points = most};
  // An entry has no policies: whatever is not a value counts 0, and the row stays complete.
  if (item.is_entry()) {
    out.set(ItemState::scored, {.computed = true});
    return out;
  }
  for (const auto state : {ItemState::scored, ItemState::stated, ItemState::undefined})
    out.known.put(static_cast<std::size_t>(state), true);
  out.asked = out.known;
  out.asked.put(static_cast<std::size_t>(ItemState::missing), true);
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
