#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>
#include <optional>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry tiers_none{
    .code = "tiers.none",
    .domain = ProblemEntry::Domain::rule,
    .title = {"A rule without tiers", "Cách chấm không có mức điểm nào"},
    .meaning = {"The rule `tiers` needs one tier at least; the last has no ends.",
                "Cách chấm `tiers` phải có ít nhất một mức điểm; mức cuối cùng không ghi giới hạn."},
    .remedy = {"List the tiers in `tiers`, in the order in which they are read.", "Ghi các mức điểm vào `tiers`, theo thứ tự xét."},
    .wrong = "\"tiers\": []",
    .right = "\"tiers\": [{\"points\": 1}]",
    .found = {"an empty list", "danh sách trống"},
    .expected = {"at least one tier", "ít nhất một mức"}};
}

namespace rules {
/// The points for one range of values: a lower end, an upper end or both, in the unit of the value. Only the last tier has none.
struct Tier {
  static constexpr Words words{.en = "{ends}: {points} points", .vi = "{ends}: {points} điểm"};
  std::optional<Decimal> above{};  ///< Lower end, itself outside.
  std::optional<Decimal> from{};   ///< Lower end, itself inside; given in place of `above`.
  std::optional<Decimal> below{};  ///< Upper end, itself outside.
  std::optional<Decimal> to{};     ///< Upper end, itself inside; given in place of `below`.
  Decimal points;                  ///< From 0 to the points of the leaf.
  About about{};                   ///< Its label, note, source and meta.

  template <class T = Tier>
  static constexpr auto fields() {
    return std::tuple{optional("above", &T::above, {"lower end, itself outside", "giới hạn dưới, không tính giá trị giới hạn"}, Role::end),
                      optional("from", &T::from, {"lower end, itself inside", "giới hạn dưới, tính cả giá trị giới hạn"}, Role::end),
                      optional("below", &T::below, {"upper end, itself outside", "giới hạn trên, không tính giá trị giới hạn"}, Role::end),
                      optional("to", &T::to, {"upper end, itself inside", "giới hạn trên, tính cả giá trị giới hạn"}, Role::end),
                      required("points", &T::points, {"points of the tier", "điểm của mức"}, Role::points)};
  }
  /// The four ends.
  Ends ends() const { return {above, from, below, to}; }
};

/// The points of the first tier that contains the value.
struct Tiers {
  static constexpr std::string_view type = "tiers";  ///< In files.
  static constexpr Words words{.en = "{value}: {tiers}", .vi = "{value}: {tiers}"};
  Number value;             ///< What is measured. Its state is the leaf's.
  std::vector<Tier> tiers;  ///< Read in order; at least one, of which the last takes the rest.
  About about{};            ///< Its label, note, source and meta.

  template <class T = Tiers>
  static T example() {
    return {
        .value = "min(100, percent(on_time, received))",
        .tiers = {
            {.above = 90, .points = 4}, {.from = 70.5, .to = 90, .points = 2.5}, {.from = 50, .below = 70.5, .points = 1}, {.points = 0}}};
  }
  template <class T = Tiers>
  static constexpr auto fields() {
    return std::tuple{required("value", &T::value, {"what is measured", "giá trị dùng để chấm"}, Role::value),
                      required("tiers", &T::tiers,
                               {"read in order, the first that contains the value counts; the last has no ends and takes the rest",
                                "xét theo thứ tự, lấy mức đầu tiên phù hợp; mức cuối không có giới hạn và nhận các giá trị còn lại"},
                               Role::ranges)};
  }
  /// What only this rule reports.
  static constexpr auto problems() { return std::array{&problems::tiers_none}; }
  /// Load errors: no tiers, points outside 0 and those of the leaf, and those of check_ends.
  CHISO_INLINE void check(const RuleContext& in) const;
  /// A shapes::Bands.
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#if defined(CHISO_DEFINES_RULES)
#include <chiso/rule/impl/tiers.ipp>
#endif
