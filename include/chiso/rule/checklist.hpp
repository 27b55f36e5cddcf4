#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/rule/context.hpp>
#include <optional>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How many of the items that apply are true.
struct Checklist {
  enum class Mode : std::uint8_t { all, any, share, each };
  friend constexpr std::array<std::string_view, 4> names_of(Mode) { return {"all", "any", "share", "each"}; }

  static constexpr std::string_view type = "checklist";
  static constexpr std::string_view words = "{mode} of: {items}[, {each} each]";
  std::vector<Truth> items;
  Mode mode;
  std::optional<Decimal> each{};
  About about{};

  template <class T = Checklist>
  static constexpr auto fields() {
    return std::tuple{
        required("items", &T::items, "truths; those that do not apply are left out"),
        required("mode", &T::mode, "all: all points if all are true; any: if one is; share: the share that is true; each: points for each"),
        optional("each", &T::each, "points for each true item, in mode each")};
  }
  CHISO_INLINE void check(const RuleContext& in) const;
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/checklist.ipp>
#endif
