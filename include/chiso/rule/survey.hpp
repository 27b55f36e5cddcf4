#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>
#include <string>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry survey_measure{
    .code = "survey.measure",
    .domain = ProblemEntry::Domain::rule,
    .title = {"An answer that is no count", "Câu trả lời khảo sát không phải là số liệu đếm"},
    .meaning = {"Every name in `answers` is a measure of type `count`: how many gave this answer.",
                "Mỗi tên trong `answers` phải là một số liệu kiểu `count`: số phiếu chọn câu trả lời đó."},
    .remedy = {"Correct the name, or declare the measure with `\"type\": \"count\"`.",
               "Sửa tên, hoặc khai báo số liệu với `\"type\": \"count\"`."},
    .wrong = "\"done\": 50",
    .right = "\"b\": 50",
    .expected = {"a measure of type count", "một số liệu kiểu count"},
    .marks = ProblemEntry::Marks::key};
inline constexpr ProblemEntry survey_none{
    .code = "survey.none",
    .domain = ProblemEntry::Domain::rule,
    .title = {"A survey without answers", "Khảo sát không có câu trả lời nào"},
    .meaning = {"The rule `survey` needs one answer at least, with its percentage.",
                "Cách chấm `survey` phải có ít nhất một câu trả lời, kèm tỷ lệ điểm của câu đó."},
    .remedy = {"List the answers in `answers`, as in `{\"satisfied\": 100, \"not_satisfied\": 0}`.",
               "Ghi các câu trả lời vào `answers`, ví dụ `{\"satisfied\": 100, \"not_satisfied\": 0}`."},
    .wrong = "\"answers\": {}",
    .right = "\"answers\": {\"a\": 100}",
    .found = {"no answers", "thiếu câu trả lời", Words::absence},
    .expected = {"at least one", "ít nhất một"}};
inline constexpr ProblemEntry survey_percent{
    .code = "survey.percent",
    .domain = ProblemEntry::Domain::rule,
    .title = {"A percentage of an answer outside 0 to 100", "Tỷ lệ điểm của câu trả lời không trong khoảng từ 0 đến 100"},
    .meaning = {"Each answer counts a share of the points, from 0 to 100 percent.",
                "Mỗi câu trả lời được tính một tỷ lệ của điểm tối đa, từ 0 đến 100 phần trăm."},
    .remedy = {"Give a number from 0 to 100.", "Ghi một số từ 0 đến 100."},
    .wrong = "\"a\": 101",
    .right = "\"a\": 100",
    .expected = {"a percentage within 0 and 100", "tỷ lệ phần trăm từ 0 đến 100"}};
}

namespace rules {
/// The mean of the answers to a survey, where each answer is worth a percentage of the points: max x sum(count x percent) / (100 x
/// sum(count)). Undefined where nobody answered.
struct Survey {
  static constexpr std::string_view type = "survey";  ///< In files.
  static constexpr Words words{.en = "Mean of the answers, each worth a share of {max} points: {answers}",
                               .vi = "Bình quân các phiếu trả lời, mỗi câu trả lời được tính một tỷ lệ của {max} điểm: {answers}"};
  static constexpr Words item_words{.en = "{name}: {number}%", .vi = "{name}: {number}%"};
  /// By measure of type `count`: what an answer is worth, from 0 to 100 percent. At least one, each once.
  std::vector<std::pair<std::string, Decimal>> answers;
  About about{};  ///< Its label, note, source and meta.

  template <class T = Survey>
  static T example() {
    return {.answers = {{"satisfied", 100}, {"neutral", 62.5}, {"dissatisfied", 0}}};
  }
  template <class T = Survey>
  static constexpr auto fields() {
    return std::tuple{required("answers", &T::answers,
                               {"the percentage of each answer, by the measure that counts it",
                                "tỷ lệ điểm (%) của mỗi câu trả lời, theo tên số liệu đếm số phiếu"},
                               Role::answers)};
  }
  /// What only this rule reports.
  static constexpr auto problems() { return std::array{&problems::survey_measure, &problems::survey_none, &problems::survey_percent}; }
  /// Load errors: no answers, one twice, a name that is no measure of type `count`, a percentage outside 0 and 100.
  CHISO_INLINE void check(const RuleContext& in) const;
  /// A shapes::AffineClamp of the mean.
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#if defined(CHISO_DEFINES_RULES)
#include <chiso/rule/impl/survey.ipp>
#endif
