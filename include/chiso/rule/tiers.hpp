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
/// The points for one range of values.
struct Tier {
  static constexpr Words words{.en = "{ends}: {points} points", .vi = "{ends}: {points} điểm"};
  std::optional<Decimal> above{};
  std::optional<Decimal> from{};
  std::optional<Decimal> below{};
  std::optional<Decimal> to{};
  Decimal points;
  About about{};

  template <class T = Tier>
  static constexpr auto fields() {
    return std::tuple{optional("above", &T::above, {"lower end, itself outside", "giới hạn dưới, không tính giá trị giới hạn"}, Role::end),
                      optional("from", &T::from, {"lower end, itself inside", "giới hạn dưới, tính cả giá trị giới hạn"}, Role::end),
                      optional("below", &T::below, {"upper end, itself outside", "giới hạn trên, không tính giá trị giới hạn"}, Role::end),
                      optional("to", &T::to, {"upper end, itself inside", "giới hạn trên, tính cả giá trị giới hạn"}, Role::end),
                      required("points", &T::points, {"points of the tier", "điểm của mức"}, Role::points)};
  }
  Ends ends() const { return {above, from, below, to}; }
};

/// The points of the first tier that contains the value.
struct Tiers {
  static constexpr std::string_view type = "tiers";
  static constexpr Words words{.en = "{value}: {tiers}", .vi = "{value}: {tiers}"};
  Number value;
  std::vector<Tier> tiers;
  About about{};

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
  static constexpr auto problems() { return std::array{&problems::tiers_none}; }
  CHISO_INLINE void check(const RuleContext& in) const;
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#if defined(CHISO_DEFINES_RULES)
#include <chiso/rule/impl/tiers.ipp>
#endif
