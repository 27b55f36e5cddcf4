#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/model/check_draft.hpp>
#include <chiso/model/classes_draft.hpp>
#include <chiso/model/policy.hpp>
#include <chiso/model/ranking_draft.hpp>
#include <chiso/rule/rule.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
// The model file, key for key (SPEC 7), as aggregates that are read from JSON or written in C++, edited, and built into a Model. A
// required member has no initialiser; an optional one has.

/// An item of `options`, `tracks` or `blocks`: in files its id, or an object if it has more than that.
struct Item {
  std::string id{};
  About about{};
  CHISO_VALUE_MEMBERS(Item)
  CHISO_INLINE Item(const char* text);
  CHISO_INLINE Item(std::string text);
  CHISO_INLINE Item(std::string text, About more);
  template <class T = Item>
  static constexpr auto fields() {
    return std::tuple{required("id", &T::id, {"its name", "tên"})};
  }
};

struct MeasureDraft {
  MeasureType type;
  std::optional<int> decimals{};
  std::vector<Item> options{};
  std::optional<Decimal> min{};
  std::optional<Decimal> max{};
  std::optional<Excess> excess{};
  std::optional<Text> measured_in{};
  About about{};
  template <class T = MeasureDraft>
  static constexpr auto fields() {
    return std::tuple{
        required("type", &T::type, {"count, decimal, choice, yes_no or date", "count, decimal, choice, yes_no hoặc date"}),
        optional("decimals", &T::decimals, {"of a decimal, 0 to 9; 2 if absent", "của số liệu kiểu decimal, từ 0 đến 9; mặc định 2"}),
        optional("options", &T::options, {"of a choice", "của số liệu kiểu choice"}),
        optional("min", &T::min, {"the least number accepted", "giá trị nhỏ nhất được nhận"}),
        optional("max", &T::max, {"the greatest number accepted", "giá trị lớn nhất được nhận"}),
        optional("excess", &T::excess,
                 {"what happens to more decimals: refuse (if absent) or round",
                  "cách xử lý khi thừa chữ số thập phân: refuse (mặc định) hoặc round"}),
        optional("measured_in", &T::measured_in, {"its unit, for people", "đơn vị tính để hiển thị"})};
  }
};

/// A number with a name that expressions read: one value, or one for each option of a choice, block or period.
struct ParameterDraft {
  std::optional<Decimal> value{};
  std::optional<std::string> by{};
  std::vector<std::pair<std::string, Decimal>> values{};
  std::optional<Decimal> otherwise{};
  About about{};
  template <class T = ParameterDraft>
  static constexpr auto fields() {
    return std::tuple{
        optional("value", &T::value, {"the number, if it depends on nothing", "giá trị, nếu không phụ thuộc vào gì"}),
        optional(
            "by", &T::by,
            {"what it depends on: a choice measure, block or period", "giá trị thay đổi theo: một số liệu kiểu choice, block hoặc period"}),
        optional("values", &T::values, {"the number for each option, block or period", "giá trị cho từng phương án, khối hoặc kỳ"}),
        optional("else", &T::otherwise, {"the number for all others", "giá trị cho các trường hợp còn lại"})};
  }
};

/// A table below the units, such as their tasks, with measures of its own: any number of rows for a unit.
struct TableDraft {
  std::vector<std::pair<std::string, MeasureDraft>> measures;
  About about{};
  template <class T = TableDraft>
  static constexpr auto fields() {
    return std::tuple{required("measures", &T::measures, {"what is observed of each row", "các số liệu của mỗi dòng"})};
  }
};

/// A criterion: a group has `criteria`, a leaf has `points` and `rule`.
struct CriterionDraft {
  std::string id;
  std::optional<std::string> number{};
  std::vector<std::string> was{};
  std::optional<Decimal> points{};
  std::optional<Decimal> scale_to{};
  std::optional<Decimal> cap{};
  std::optional<Decimal> at_least{};
  bool one_of = false;
  std::optional<Truth> applies_when{};
  std::optional<std::vector<std::string>> tracks{};
  std::optional<WhenNotApplicable> not_applicable{};
  std::optional<WhenMissing> missing{};
  std::optional<WhenUndefined> undefined{};
  std::optional<Rule> rule{};
  std::vector<CriterionDraft> criteria{};
  About about{};
  template <class T = CriterionDraft>
  static constexpr auto fields() {
    return std::tuple{
        required("id", &T::id, {"unique among criteria and entries", "không trùng trong các tiêu chí, mục thưởng, mục trừ"}),
        optional("number", &T::number, {"as printed", "số thứ tự như in trong văn bản"}),
        optional("was", &T::was, {"former ids", "các mã cũ"}),
        optional("points", &T::points,
                 {"of a leaf: the most it can earn; of a group: only if equal to its children's sum",
                  "của tiêu chí thành phần: điểm tối đa; của nhóm: chỉ ghi khi bằng tổng điểm các tiêu chí trong nhóm"}),
        optional("scale_to", &T::scale_to,
                 {"of a group: the points that its children's result is scaled to", "của nhóm: số điểm mà kết quả của nhóm được quy về"}),
        optional("cap", &T::cap,
                 {"of a group: the most that its children count together", "của nhóm: mức trần của tổng điểm các tiêu chí trong nhóm"}),
        optional(
            "at_least", &T::at_least,
            {"of a group: the least that its children count together", "của nhóm: mức tối thiểu của tổng điểm các tiêu chí trong nhóm"}),
        optional("one_of", &T::one_of,
                 {"of a group: only the first of its children that applies counts",
                  "của nhóm: chỉ tính tiêu chí đầu tiên trong nhóm mà đơn vị thuộc diện áp dụng"}),
        optional("applies_when", &T::applies_when,
                 {"if false, it does not apply", "điều kiện áp dụng; nếu sai thì tiêu chí không áp dụng"}),
        optional("tracks", &T::tracks,
                 {"of a leaf: the tracks it belongs to; all if absent",
                  "của tiêu chí thành phần: các bước chấm có tiêu chí này; mặc định là mọi bước chấm"}),
        optional("not_applicable", &T::not_applicable,
                 {"what a leaf that does not apply counts", "cách tính tiêu chí thành phần không áp dụng"}),
        optional("missing", &T::missing, {"what a leaf without evidence counts", "cách tính tiêu chí thành phần thiếu số liệu"}),
        optional("undefined", &T::undefined,
                 {"what a leaf whose rule has no value counts", "cách tính tiêu chí thành phần không tính được kết quả"}),
        optional("rule", &T::rule, {"of a leaf: how it earns points", "của tiêu chí thành phần: cách chấm"}),
        optional("criteria", &T::criteria, {"of a group: its children", "của nhóm: các tiêu chí trong nhóm"})};
  }
};

/// An entry of a bonus or penalty.
struct EntryDraft {
  std::string id;
  std::optional<std::string> number{};
  std::vector<std::string> was{};
  Decimal points;
  std::optional<Truth> applies_when{};
  Rule rule;
  About about{};
  template <class T = EntryDraft>
  static constexpr auto fields() {
    return std::tuple{
        required("id", &T::id, {"unique among criteria and entries", "không trùng trong các tiêu chí, mục thưởng, mục trừ"}),
        optional("number", &T::number, {"as printed", "số thứ tự như in trong văn bản"}),
        optional("was", &T::was, {"former ids", "các mã cũ"}),
        required("points", &T::points, {"the most it can count", "điểm tối đa được tính"}),
        optional("applies_when", &T::applies_when, {"if false, it counts 0", "điều kiện áp dụng; nếu sai thì mục được tính 0 điểm"}),
        required("rule", &T::rule, {"how it counts", "cách chấm"})};
  }
};

struct SideDraft {
  Decimal cap;
  std::vector<EntryDraft> entries;
  About about{};
  template <class T = SideDraft>
  static constexpr auto fields() {
    return std::tuple{required("cap", &T::cap, {"the most the side can count", "mức trần của tổng điểm các mục"}),
                      required("entries", &T::entries, {"what it counts", "các mục thưởng hoặc mục trừ"})};
  }
};

struct AdjustmentsDraft {
  std::optional<SideDraft> bonus{};
  std::optional<SideDraft> penalty{};
  About about{};
  template <class T = AdjustmentsDraft>
  static constexpr auto fields() {
    return std::tuple{optional("bonus", &T::bonus, {"added outside the 100", "điểm thưởng, cộng ngoài thang điểm 100"}),
                      optional("penalty", &T::penalty, {"taken off outside the 100", "điểm trừ, trừ ngoài thang điểm 100"})};
  }
};

struct PublishDraft {
  int decimals = 2;
  std::optional<int> points{};
  Decimal scale = 100;
  Rounding rounding = Rounding::half_up;
  bool may_exceed_100 = false;
  About about{};
  /// The decimals of published points.
  int point_decimals() const { return points.value_or(decimals); }
  template <class T = PublishDraft>
  static constexpr auto fields() {
    return std::tuple{
        optional("decimals", &T::decimals, {"of published figures, 0 to 9", "số chữ số thập phân của kết quả công bố, từ 0 đến 9"}),
        optional("points", &T::points,
                 {"decimals of published points; those of figures if absent", "số chữ số thập phân của điểm công bố; mặc định như chỉ số"}),
        optional("scale", &T::scale,
                 {"what the index is where all that applies is achieved: 100 if absent, 5 for marks out of five",
                  "chỉ số khi đạt toàn bộ điểm áp dụng: mặc định 100, thang 5 thì ghi 5"}),
        optional("rounding", &T::rounding, {"half_up, half_even or down", "half_up, half_even hoặc down"}),
        optional("may_exceed_100", &T::may_exceed_100,
                 {"whether a bonus may lift the index above 100", "có cho phép điểm thưởng đưa chỉ số vượt 100 hay không"})};
  }
};

/// Whether a column may state a leaf's points (SPEC 3).
enum class StatedPoints : std::uint8_t { refuse, accept };
constexpr std::array<std::string_view, 2> names_of(StatedPoints) { return {"refuse", "accept"}; }

struct ModelDraft {
  int chiso = 1;
  std::optional<std::string> schema{};
  std::string id;
  std::optional<std::string> version{};
  std::optional<Text> title{};
  int point_decimals = 6;
  PublishDraft publish{};
  StatedPoints stated_points = StatedPoints::refuse;
  std::optional<WhenNotApplicable> not_applicable{};
  std::optional<WhenMissing> missing{};
  std::optional<WhenUndefined> undefined{};
  std::optional<std::vector<Item>> tracks{};
  std::vector<std::pair<std::string, std::vector<std::string>>> fallback{};
  std::optional<std::vector<Item>> blocks{};
  std::vector<std::pair<std::string, ParameterDraft>> parameters{};
  std::vector<std::pair<std::string, MeasureDraft>> measures;
  std::vector<std::pair<std::string, TableDraft>> tables{};
  std::vector<CriterionDraft> criteria;
  AdjustmentsDraft adjustments{};
  std::vector<CheckDraft> checks{};
  RankingDraft ranking{};
  std::optional<Decimal> least_coverage{};
  std::optional<ClassesDraft> classes{};
  About about{};
  template <class T = ModelDraft>
  static constexpr auto fields() {
    return std::tuple{
        required("chiso", &T::chiso, {"the number of the format, 1", "phiên bản định dạng của tệp, là 1"}),
        optional("$schema", &T::schema, {"for editors; not read", "dành cho trình soạn thảo; chiso không dùng đến"}),
        required("id", &T::id, {"of the model", "của bộ tiêu chí"}),
        optional("version", &T::version, {"of the model, as its owners count", "của bộ tiêu chí, theo cách đánh số của cơ quan ban hành"}),
        optional("title", &T::title, {"its name, for people", "tên gọi để hiển thị"}),
        optional("point_decimals", &T::point_decimals,
                 {"decimals of a quantum of points, 0 to 9", "số chữ số thập phân khi tính điểm, từ 0 đến 9"}),
        optional("publish", &T::publish, {"how figures are published", "cách công bố kết quả"}),
        optional("stated_points", &T::stated_points,
                 {"refuse or accept columns points.<leaf id>", "refuse hoặc accept các cột points.<mã tiêu chí>"}),
        optional(
            "not_applicable", &T::not_applicable,
            {"for leaves without a nearer policy; exclude if absent", "cho tiêu chí thành phần không có quy định riêng; mặc định exclude"}),
        optional("missing", &T::missing,
                 {"for leaves without a nearer policy; incomplete if absent",
                  "cho tiêu chí thành phần không có quy định riêng; mặc định incomplete"}),
        optional("undefined", &T::undefined, {"for leaves without a nearer policy", "cho tiêu chí thành phần không có quy định riêng"}),
        optional("tracks", &T::tracks,
                 {"who states evidence; one track, final, if absent", "các bước chấm; mặc định chỉ có một bước chấm là final"}),
        optional("fallback", &T::fallback,
                 {"from which tracks a missing measure of a track is taken, in turn",
                  "các bước chấm được lần lượt lấy số liệu thay thế khi một bước chấm thiếu số liệu"}),
        optional("blocks", &T::blocks,
                 {"who is ranked together; any if absent", "các khối, là các đơn vị được xếp hạng chung; mặc định nhận mọi tên khối"}),
        optional("parameters", &T::parameters, {"numbers that expressions read by name", "các tham số dùng trong biểu thức"}),
        required("measures", &T::measures, {"what is observed", "các số liệu"}),
        optional("tables", &T::tables,
                 {"tables below the units, such as their tasks", "các bảng chi tiết của đơn vị, ví dụ danh sách nhiệm vụ"}),
        required("criteria", &T::criteria, {"the tree", "các tiêu chí, theo từng cấp"}),
        optional("adjustments", &T::adjustments, {"bonus and penalty", "điểm thưởng và điểm trừ"}),
        optional("checks", &T::checks,
                 {"what must hold of the evidence; no check changes a score", "các phép kiểm tra số liệu; không làm thay đổi điểm"}),
        optional("ranking", &T::ranking, {"how rows are ranked", "cách xếp hạng"}),
        optional("least_coverage", &T::least_coverage,
                 {"a row of which less is known, in percent of the points that are asked, is incomplete",
                  "tỷ lệ % điểm có số liệu tối thiểu; đơn vị dưới mức này bị coi là chưa đủ số liệu"}),
        optional("classes", &T::classes,
                 {"bands of the index, the points or the rank", "các mức xếp loại theo chỉ số, điểm hoặc thứ hạng"})};
  }
};

/// Keys of a model that a later format will define; until then they are refused by name.
inline constexpr std::array<std::string_view, 1> reserved_keys{"extends"};

/// The optional members of a leaf or a group.
struct CriterionOptions {
  std::optional<std::string> number{};
  std::optional<Truth> applies_when{};
  std::optional<std::vector<std::string>> tracks{};
  std::optional<WhenNotApplicable> not_applicable{};
  std::optional<WhenMissing> missing{};
  std::optional<WhenUndefined> undefined{};
  std::optional<Decimal> scale_to{};
  std::optional<Decimal> cap{};
  std::optional<Decimal> at_least{};
  bool one_of = false;
  About about{};
};
/// A leaf: `leaf("2.2", 3, Proportional{.value = "resolved / received", .full_at = 1}, {.applies_when = "received > 0"})`.
CHISO_INLINE CriterionDraft leaf(std::string id, Decimal points, Rule rule, CriterionOptions options = {});
/// A group: `group("2", {leaf(...), leaf(...)})`.
CHISO_INLINE CriterionDraft group(std::string id, std::vector<CriterionDraft> criteria, CriterionOptions options = {});
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/model/impl/draft.ipp>
#endif
