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
    .title = {"`each` of a checklist where it does not belong", "`each` của `checklist` đặt không đúng chỗ"},
    .meaning = {"`each` gives the points for every true item; the mode `each` needs it, the other modes have none.",
                "`each` là điểm cho mỗi nội dung đạt; `\"mode\": \"each\"` bắt buộc phải có, các cách tính khác không có."},
    .remedy = {"Give `each` in the mode `each`; leave it out in the others.",
               "Thêm `each` khi `mode` là `each`; bỏ `each` ở các cách tính khác."},
    .wrong = "\"mode\": \"each\"",
    .right = "\"mode\": \"each\", \"each\": 1"};
inline constexpr ProblemEntry checklist_none{
    .code = "checklist.none",
    .domain = ProblemEntry::Domain::rule,
    .title = {"A checklist without items", "`checklist` không có nội dung nào"},
    .meaning = {"A checklist counts the items that are true; it needs one at least.",
                "Cách chấm `checklist` đếm các nội dung đạt, nên phải có ít nhất một nội dung."},
    .remedy = {"List the items in `items`, each a truth.", "Ghi các nội dung vào `items`, mỗi nội dung là một điều kiện."},
    .wrong = "\"items\": []",
    .right = "\"items\": [\"done\"]",
    .found = {"an empty list", "danh sách trống"},
    .expected = {"at least one item", "ít nhất một nội dung"}};
}

namespace rules {
/// How many of the items that apply are true. The leaf is not applicable where no item applies; otherwise the strongest state of those that
/// do is its own.
struct Checklist {
  /// What k true items of the n that apply earn.
  enum class Mode : std::uint8_t {
    all,    ///< All points if k = n, otherwise none.
    any,    ///< All points if k > 0, otherwise none.
    share,  ///< All points x k / n.
    each    ///< k x `each`, at most all points.
  };
  friend constexpr std::array<std::string_view, 4> names_of(Mode) { return {"all", "any", "share", "each"}; }
  /// The modes in words, by value.
  friend constexpr std::array<Words, 4> words_of(Mode) {
    return {{{.en = "{max} points if all of these hold that apply, otherwise none",
              .vi = "Được {max} điểm nếu đạt tất cả nội dung áp dụng, thiếu một nội dung thì 0 điểm"},
             {.en = "{max} points if one of these holds, otherwise none",
              .vi = "Được {max} điểm nếu đạt một trong các nội dung sau, không đạt nội dung nào thì 0 điểm"},
             {.en = "{max} points times the share of these that hold, among those that apply",
              .vi = "{max} điểm nhân với tỷ lệ nội dung đạt trên số nội dung áp dụng"},
             {.en = "Points for each of these that holds", .vi = "Cộng điểm từng nội dung đạt"}}};
  }

  static constexpr std::string_view type = "checklist";  ///< In files.
  static constexpr Words words{.en = "{mode}[, {each} points each, at most {max} points]: {items}",
                               .vi = "{mode}[, mỗi nội dung {each} điểm, tối đa {max} điểm]: {items}"};
  std::vector<Truth> items;       ///< At least one; one that is not applicable is left out.
  Mode mode;                      ///< What the true ones earn.
  std::optional<Decimal> each{};  ///< Points for a true item, above 0; given in the mode `each` only.
  About about{};                  ///< Its label, note, source and meta.

  template <class T = Checklist>
  static T example() {
    return {.items = {"site", "board", "late == 0"}, .mode = Mode::each, .each = 1.5};
  }
  template <class T = Checklist>
  static constexpr auto fields() {
    return std::tuple{required("items", &T::items,
                               {"truths; those that do not apply are left out",
                                "các nội dung, mỗi nội dung là một điều kiện; nội dung không áp dụng được bỏ qua"},
                               Role::items),
                      required("mode", &T::mode,
                               {"all: all points if all are true; any: if one is; share: the share that is true; each: points for each",
                                "all: điểm tối đa nếu đạt mọi nội dung; any: nếu đạt một nội dung; share: theo tỷ lệ nội dung đạt; each: "
                                "điểm cho mỗi nội dung"}),
                      optional("each", &T::each, {"points for each true item, in mode each", "điểm cho mỗi nội dung đạt, khi mode là each"},
                               Role::points)};
  }
  /// What only this rule reports.
  static constexpr auto problems() { return std::array{&problems::checklist_each, &problems::checklist_none}; }
  /// Load errors: no items, `each` not above 0, absent in the mode `each` or given in another.
  CHISO_INLINE void check(const RuleContext& in) const;
  /// In the modes `share` and `each` a shapes::AffineClamp of the count, otherwise a shapes::Lookup of whether all or any are true.
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
/// Whether a program counts the items of a checklist.
inline bool is_checklist(const Program& program) { return !program.nodes.empty() && program.nodes[0].op == Op::tick_none; }
/// The items that such a program counts, in order, each as a program of its own. O(nodes).
CHISO_INLINE std::vector<Program> items_of(const Program& checklist);
}
#if defined(CHISO_DEFINES_RULES)
#include <chiso/rule/impl/checklist.ipp>
#endif
