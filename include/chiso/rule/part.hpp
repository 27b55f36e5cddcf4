#pragma once
#include <array>
#include <chiso/core/box.hpp>
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace rules {
/// What a part counts in a state that is then not the leaf's. In `deductions` what it counts is deducted.
enum class PartCounts : std::uint8_t {
  zero,  ///< Nothing.
  full   ///< All its points.
};
constexpr std::array<std::string_view, 2> names_of(PartCounts) { return {"zero", "full"}; }
/// The same in words, by value.
constexpr std::array<Words, 2> words_of(PartCounts) { return {{{"none", "0 điểm"}, {"all of them", "điểm tối đa"}}}; }

/// A rule within a rule.
struct Part {
  static constexpr Words words{
      .en = "Up to {points} points[, {not_applicable} if it does not apply][, {missing} if missing][, {undefined} if undefined]. {rule}",
      .vi = "Tối đa {points} điểm[, không áp dụng: {not_applicable}][, thiếu số liệu: {missing}][, không tính được: {undefined}]. {rule}"};
  Decimal points{};                            ///< The most that the part can give, above 0.
  Box<Rule> rule{};                            ///< How it gives them; its most are the points of the part.
  std::optional<PartCounts> not_applicable{};  ///< What it counts where it does not apply; absent: the leaf does not apply then.
  std::optional<PartCounts> missing{};         ///< What it counts where its evidence is missing; absent: the leaf is missing then.
  std::optional<PartCounts> undefined{};       ///< What it counts where it cannot be computed; absent: the leaf is undefined then.
  About about{};                               ///< Its label, which names it in reasons, note, source and meta.

  template <class T = Part>
  static constexpr auto fields() {
    return std::tuple{required("points", &T::points, {"the most this part can give", "điểm tối đa của phần này"}, Role::points),
                      required("rule", &T::rule, {"how it gives them", "cách chấm"}),
                      optional("not_applicable", &T::not_applicable,
                               {"zero or full, if it does not apply; otherwise the leaf does not apply",
                                "zero hoặc full khi phần này không áp dụng; mặc định cả tiêu chí không áp dụng"}),
                      optional("missing", &T::missing,
                               {"zero or full, if its evidence is missing; otherwise the leaf is missing",
                                "zero hoặc full khi phần này thiếu số liệu; mặc định cả tiêu chí thiếu số liệu"}),
                      optional("undefined", &T::undefined,
                               {"zero or full, if it has no value; otherwise the leaf is undefined",
                                "zero hoặc full khi không tính được phần này; mặc định không tính được cả tiêu chí"})};
  }
};

/// Reports the problems of a list of parts, and of each part, none of which may have more than the most points.
CHISO_INLINE void check_parts(const std::vector<Part>& parts, Points most, const RuleContext& in);
/// The shape of a combination without its limits.
CHISO_INLINE shapes::Combine lower_parts(const std::vector<Part>& parts, const RuleContext& in);
}
}
