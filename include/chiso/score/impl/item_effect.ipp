#pragma once
#include <chiso/score/impl/effect.ipp>
#include <chiso/score/item_effect.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE ItemEffect effect_of(const Criterion& item, const std::optional<ItemState>& state) {
  const auto code = state ? static_cast<std::size_t>(*state) : std::size_t{outside};
  const auto all = effects_of(item);
  const auto of = all[code];
  return {.computed = of.computed,
          .achieved = of.achieved,
          .applicable = of.applicable,
          .complete = of.incomplete == 0,
          .coverage = {all.known_in(code), all.asked_in(code)}};
}
}
