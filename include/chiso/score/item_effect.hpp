#pragma once
#include <chiso/core/build.hpp>
#include <chiso/model/model.hpp>
#include <chiso/score/coverage.hpp>
#include <chiso/score/item_state.hpp>
#include <cstdint>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// What a leaf or entry counts in a state, by its policies (docs/guide/lines.md).
struct ItemEffect {
  bool computed = false;        ///< The points of its rule, or the stated ones, in the place of `achieved`.
  std::int64_t achieved = 0;    ///< In quanta: all or nothing.
  std::int64_t applicable = 0;  ///< Likewise; 0 for an entry.
  bool complete = true;         ///< False if the row lacks evidence then.
  Coverage coverage{};          ///< What is known and asked of it; nothing of an entry.
};
/// That of an item in a state; empty: the row's track is none of the leaf's, or a group with `one_of` leaves it out. O(1).
CHISO_INLINE ItemEffect effect_of(const Criterion& item, const std::optional<ItemState>& state);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/score/impl/item_effect.ipp>
#endif
