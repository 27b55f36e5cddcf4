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
// The model file, key for key, as aggregates that are read from JSON or written in C++, edited, and built into a Model. A
// required member has no initialiser; an optional one has.

/// An item of `options`, `tracks` or `blocks`: in files its id, or an object if it has more than that.
struct Item {
  std::string id{};  ///< What evidence and expressions have.
  About about{};     ///< Its label, note, source and meta.
  CHISO_VALUE_MEMBERS(Item)
  /// An item without more than its id.
  CHISO_INLINE Item(const char* text);
  /// An item without more than its id.
  CHISO_INLINE Item(std::string text);
  /// An item with a label or the like.
  CHISO_INLINE Item(std::string text, About more);
  template <class T = Item>
  static constexpr auto fields() {
    return std::tuple{required("id", &T::id, {"its name", "tên"})};
  }
};

/// A measure: what is observed of a unit. Its name is the key that it has in the model.
struct MeasureDraft {
  MeasureType type;                   ///< What it observes.
  std::optional<int> decimals{};      ///< Of a decimal, from 0 to 9; absent: 2.
  std::vector<Item> options{};        ///< Of a choice: at least one, each once.
  std::optional<Decimal> min{};       ///< Of a number: the least that is accepted; absent: any, of a count 0.
  std::optional<Decimal> max{};       ///< Of a number: the greatest that is accepted; absent: any.
  std::optional<Excess> excess{};     ///< Of a number, what happens to one with more decimals; absent: it is refused.
  std::optional<Text> measured_in{};  ///< The unit of measurement, for people: `hồ sơ`.
  About about{};                      ///< Its label, note, source and meta.
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

/// A number with a name that expressions read: one value, or one for each option of a choice, block or period. Its name is the key that it
/// has in the model.
struct ParameterDraft {
  std::optional<Decimal> value{};                         ///< The number, if it depends on nothing; given in place of `by`.
  std::optional<std::string> by{};                        ///< What it depends on: a measure of type `choice`, `block` or `period`.
  std::vector<std::pair<std::string, Decimal>> values{};  ///< By option, declared block or period: the number; each key once.
  /// `else` in files: the number for every other key. Required by period, by block where none are declared, and where a key has no value.
  std::optional<Decimal> otherwise{};
  About about{};  ///< Its label, note, source and meta.
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
  std::vector<std::pair<std::string, MeasureDraft>> measures;  ///< By name, which a measure of the model may have too, but no parameter.
  About about{};                                               ///< Its label, note, source and meta.
  template <class T = TableDraft>
  static constexpr auto fields() {
    return std::tuple{required("measures", &T::measures, {"what is observed of each row", "các số liệu của mỗi dòng"})};
  }
};

/// A criterion: a group has `criteria`, a leaf has `points` and `rule`. At most 64 levels and 100,000 nodes.
struct CriterionDraft {
  std::string id;                       ///< Unique among criteria and entries (is_id).
  std::optional<std::string> number{};  ///< As printed: `2.1`, `a)`.
  std::vector<std::string> was{};       ///< Former ids, by which models are compared.
  std::optional<Decimal> points{};  ///< Of a leaf: the most it can earn, above 0. Of a group: only if equal to the sum of its children's.
  /// Of a group: its points, to which the result of its children is scaled: scale_to x achieved / applicable.
  std::optional<Decimal> scale_to{};
  std::optional<Decimal> cap{};  ///< Of a group: its points, the most that its children count together; at most the sum of theirs.
  /// Of a group, without `scale_to` or `one_of`: the least that it achieves, as far as that is applicable.
  std::optional<Decimal> at_least{};
  bool one_of = false;                  ///< Of a group: only the first child that applies counts, and each but the last has `applies_when`.
  std::optional<Truth> applies_when{};  ///< Where it is false, the criterion and all in it is not applicable; absent: it applies.
  /// Of a leaf: the tracks that it belongs to; in the others it is left out. Absent: all.
  std::optional<std::vector<std::string>> tracks{};
  std::optional<WhenNotApplicable> not_applicable{};  ///< Of the leaf, or of the leaves of the group; absent: as above it.
  std::optional<WhenMissing> missing{};               ///< Likewise.
  std::optional<WhenUndefined> undefined{};           ///< Likewise; a leaf that can be undefined must have one, of its own or from above.
  std::optional<Rule> rule{};                         ///< Of a leaf: how it earns its points.
  std::vector<CriterionDraft> criteria{};             ///< Of a group: its children, at least one.
  About about{};                                      ///< Its label, note, source and meta.
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

/// An entry of a bonus or penalty. One that is missing, undefined or not applicable counts 0 and leaves the row complete.
struct EntryDraft {
  std::string id;                       ///< Unique among criteria and entries (is_id).
  std::optional<std::string> number{};  ///< As printed.
  std::vector<std::string> was{};       ///< Former ids, by which models are compared.
  Decimal points;                       ///< The most it can count, above 0.
  std::optional<Truth> applies_when{};  ///< Where it is not true, the entry counts 0; absent: it applies.
  Rule rule;                            ///< How it counts.
  About about{};                        ///< Its label, note, source and meta.
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

/// A side of the adjustments: it counts min(cap, sum of its entries).
struct SideDraft {
  Decimal cap;                      ///< In points, 0 or more.
  std::vector<EntryDraft> entries;  ///< What it counts.
  About about{};                    ///< Its label, note, source and meta.
  template <class T = SideDraft>
  static constexpr auto fields() {
    return std::tuple{required("cap", &T::cap, {"the most the side can count", "mức trần của tổng điểm các mục"}),
                      required("entries", &T::entries, {"what it counts", "các mục thưởng hoặc mục trừ"})};
  }
};

/// What is added and taken off outside the points of the tree: index = scale x (achieved + bonus - penalty) / applicable.
struct AdjustmentsDraft {
  std::optional<SideDraft> bonus{};    ///< Added.
  std::optional<SideDraft> penalty{};  ///< Taken off.
  About about{};                       ///< Its label, note, source and meta.
  template <class T = AdjustmentsDraft>
  static constexpr auto fields() {
    return std::tuple{optional("bonus", &T::bonus, {"added outside the 100", "điểm thưởng, cộng ngoài thang điểm 100"}),
                      optional("penalty", &T::penalty, {"taken off outside the 100", "điểm trừ, trừ ngoài thang điểm 100"})};
  }
};

/// How figures are published. They are exact until then, and rounded once.
struct PublishDraft {
  int decimals = 2;             ///< Of indices and coverages, from 0 to 9.
  std::optional<int> points{};  ///< Decimals of points, from 0 to 9; absent: as of indices.
  /// The index of a unit that achieves all that applies: above 0, at most 10^6, at most 3 decimals; 5 for marks out of five.
  Decimal scale = 100;
  Rounding rounding = Rounding::half_up;  ///< How they are rounded.
  bool may_exceed_100 = false;  ///< Whether a bonus may lift the index above the scale; otherwise it is held within 0 and the scale.
  About about{};                ///< Its label, note, source and meta.
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

/// Whether a column `points.<leaf id>` may state a leaf's points, which then are what it earns, whatever its rule says.
enum class StatedPoints : std::uint8_t {
  refuse,  ///< Such a column is an error.
  accept   ///< A leaf earns its own result where nothing is stated.
};
constexpr std::array<std::string_view, 2> names_of(StatedPoints) { return {"refuse", "accept"}; }

/// A model as it is written: what Model::build checks and compiles, key for key what files of models hold (docs/schema/README.md). In this
/// and in every other draft a required member has no initialiser.
struct ModelDraft {
  int chiso = 1;                         ///< The number of the format: 1.
  std::optional<std::string> schema{};   ///< `$schema` in files: for editors, not read.
  std::string id;                        ///< Of the model (is_id).
  std::optional<std::string> version{};  ///< Of the model, as its owners count.
  std::optional<Text> title{};           ///< Its name, for people.
  /// From 0 to 9: points are whole multiples of 10^-point_decimals, to which every result of a rule is rounded once, half up.
  int point_decimals = 6;
  PublishDraft publish{};                             ///< How figures are published.
  StatedPoints stated_points = StatedPoints::refuse;  ///< Whether points may be stated.
  std::optional<WhenNotApplicable> not_applicable{};  ///< For leaves without a nearer policy; absent: `exclude`.
  std::optional<WhenMissing> missing{};               ///< For leaves without a nearer policy; absent: `incomplete`.
  /// For leaves without a nearer policy; absent: none, and a leaf that can be undefined needs one.
  std::optional<WhenUndefined> undefined{};
  std::optional<std::vector<Item>> tracks{};  ///< Who states evidence, at least one, each once (is_name); absent: `final`.
  /// By track: those from which a measure that is missing in it is taken, in turn. Not transitive.
  std::vector<std::pair<std::string, std::vector<std::string>>> fallback{};
  std::optional<std::vector<Item>> blocks{};  ///< Who is ranked together, each once (is_name); absent: blocks of any name.
  std::vector<std::pair<std::string, ParameterDraft>> parameters{};  ///< By name, which no measure has.
  std::vector<std::pair<std::string, MeasureDraft>> measures;        ///< By name (is_measure_name): what is observed.
  std::vector<std::pair<std::string, TableDraft>> tables{};  ///< By name, which no measure or parameter has: the tables below the units.
  std::vector<CriterionDraft> criteria;                      ///< The tree; at least one.
  AdjustmentsDraft adjustments{};                            ///< Bonus and penalty.
  std::vector<CheckDraft> checks{};                          ///< What must hold of the evidence; no check changes a score.
  RankingDraft ranking{};                                    ///< How rows are ranked.
  /// From 0 to 100 percent: a row of which less is known is incomplete. Absent: coverage asks nothing.
  std::optional<Decimal> least_coverage{};
  std::optional<ClassesDraft> classes{};  ///< Absent: rows have no class.
  About about{};                          ///< Its label, note, source and meta.
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

/// The optional members of a leaf or a group, with the meaning that they have in CriterionDraft.
struct CriterionOptions {
  std::optional<std::string> number{};                ///< As printed.
  std::optional<Truth> applies_when{};                ///< Where it is false, the criterion is not applicable.
  std::optional<std::vector<std::string>> tracks{};   ///< Of a leaf: those that it belongs to.
  std::optional<WhenNotApplicable> not_applicable{};  ///< Absent: as above it.
  std::optional<WhenMissing> missing{};               ///< Absent: as above it.
  std::optional<WhenUndefined> undefined{};           ///< Absent: as above it.
  std::optional<Decimal> scale_to{};                  ///< Of a group: its points, to which it is scaled.
  std::optional<Decimal> cap{};                       ///< Of a group: its points, the most that counts.
  std::optional<Decimal> at_least{};                  ///< Of a group: the least that it achieves.
  bool one_of = false;                                ///< Of a group: only the first child that applies counts.
  About about{};                                      ///< Its label, note, source and meta.
};
/// A leaf: `leaf("2.2", 3, Proportional{.value = "resolved / received", .full_at = 1}, {.applies_when = "received > 0"})`.
CHISO_INLINE CriterionDraft leaf(std::string id, Decimal points, Rule rule, CriterionOptions options = {});
/// A group: `group("2", {leaf(...), leaf(...)})`.
CHISO_INLINE CriterionDraft group(std::string id, std::vector<CriterionDraft> criteria, CriterionOptions options = {});
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/model/impl/draft.ipp>
#endif
