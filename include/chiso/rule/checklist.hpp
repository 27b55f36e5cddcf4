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
inline constexpr ProblemEntry checklist_each{
    .code = "checklist.each",
    .domain = ProblemEntry::Domain::rule,
    .title = {"`each` of a checklist where it does not belong", "`each` của danh mục kiểm tra đặt không đúng chỗ"},
    .meaning = {"`each` gives the points for every true item; the mode `each` needs it, the other modes have none.",
                "`each` là điểm cho mỗi mục đạt; chỉ cách tính `\"mode\": \"each\"` mới cần, và bắt buộc phải có."},
    .remedy = {"Give `each` in the mode `each`; leave it out in the others.",
               "Thêm `each` khi `mode` là `each`; bỏ `each` ở các cách tính khác."},
    .wrong = "\"mode\": \"each\"",
    .right = "\"mode\": \"each\", \"each\": 1"};
inline constexpr ProblemEntry checklist_none{
    .code = "checklist.none",
    .domain = ProblemEntry::Domain::rule,
    .title = {"A checklist without items", "Danh mục kiểm tra không có mục nào"},
    .meaning = {"A checklist counts the items that are true; it needs one at least.",
                "Quy tắc `checklist` đếm các mục đạt, nên phải có ít nhất một mục."},
    .remedy = {"List the items in `items`, each a truth.", "Ghi các mục vào `items`, mỗi mục là một điều kiện."},
    .wrong = "\"items\": []",
    .right = "\"items\": [\"done\"]",
    .found = {"an empty list", "danh sách trống"},
    .expected = {"at least one item", "ít nhất một mục"}};
}

/// How many of the items that apply are true.
struct Checklist {
  enum class Mode : std::uint8_t { all, any, share, each };
  friend constexpr std::array<std::string_view, 4> names_of(Mode) { return {"all", "any", "share", "each"}; }
  friend constexpr std::array<Words, 4> words_of(Mode) {
    return {{{.en = "{max} points if all of these hold that apply, otherwise none",
              .vi = "Đạt tất cả nội dung áp dụng được {max} điểm, thiếu một nội dung: 0 điểm"},
             {.en = "{max} points if one of these holds, otherwise none",
              .vi = "Đạt một trong các nội dung sau được {max} điểm, không đạt nội dung nào: 0 điểm"},
             {.en = "{max} points times the share of these that hold, among those that apply",
              .vi = "{max} điểm nhân với tỷ lệ nội dung đạt được trong số nội dung áp dụng"},
             {.en = "Points for each of these that holds", .vi = "Cộng điểm theo từng nội dung đạt được"}}};
  }

  static constexpr std::string_view type = "checklist";
  static constexpr Words words{.en = "{mode}[, {each} points each, at most {max} points]: {items}",
                               .vi = "{mode}[, mỗi nội dung {each} điểm, tối đa {max} điểm]: {items}"};
  std::vector<Truth> items;
  Mode mode;
  std::optional<Decimal> each{};
  About about{};

  static Checklist example() { return {.items = {"site", "board", "late == 0"}, .mode = Mode::each, .each = 1.5}; }
  template <class T = Checklist>
  static constexpr auto fields() {
    return std::tuple{
        required("items", &T::items, {"truths; those that do not apply are left out", "các điều kiện; điều kiện không áp dụng được bỏ qua"},
                 Role::items),
        required("mode", &T::mode,
                 {"all: all points if all are true; any: if one is; share: the share that is true; each: points for each",
                  "all: đủ điểm nếu mọi mục đạt; any: nếu có một mục đạt; share: theo tỷ lệ mục đạt; each: điểm cho mỗi mục"}),
        optional("each", &T::each, {"points for each true item, in mode each", "điểm cho mỗi mục đạt, khi mode là each"}, Role::points)};
  }
  static constexpr auto problems() { return std::array{&problems::checklist_each, &problems::checklist_none}; }
  CHISO_INLINE void check(const RuleContext& in) const;
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/checklist.ipp>
#endif
