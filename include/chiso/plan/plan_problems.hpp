#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry action_id{
    .code = "action.id",
    .domain = ProblemEntry::Domain::requests,
    .title = {"An action without an id, or with one that another has", "Hành động không có mã hoặc trùng mã"},
    .meaning = {"Each action has an id of its own, by which plans name it.",
                "Mỗi hành động phải có một mã riêng; phương án gọi hành động bằng mã này."},
    .remedy = {"Give each action an id that no other has.", "Đặt cho mỗi hành động một mã không trùng với hành động khác."},
    .expected = {"an id that no other action has", "một mã chưa có hành động nào dùng"}};
inline constexpr ProblemEntry action_measure{
    .code = "action.measure",
    .domain = ProblemEntry::Domain::requests,
    .title = {"An action on a measure that does not exist", "Hành động thay đổi một số liệu không có"},
    .meaning = {"An action sets a measure that the model does not have, or sets none, or sets one twice.",
                "Hành động thay đổi một số liệu mà bộ tiêu chí không có, không thay đổi số liệu nào, hoặc thay đổi một số liệu hai lần."},
    .remedy = {"Write the name of a measure of the model, each once.", "Ghi đúng tên số liệu của bộ tiêu chí, mỗi số liệu một lần."},
    .expected = {"the name of a measure, as its column is called, once", "tên một số liệu như tên cột trong bảng số liệu, ghi một lần"}};
inline constexpr ProblemEntry action_relative{
    .code = "action.relative",
    .domain = ProblemEntry::Domain::requests,
    .title = {"An action on what the figures of a block are made of", "Hành động thay đổi số liệu dùng để so sánh trong khối"},
    .meaning =
        {"A cohort function or the rule `target` reads the measure over all units of the block, so the action would change the points "
         "of other units too, and plans would not be proved.",
         "Một hàm tính theo khối hoặc cách chấm `target` đọc số liệu này ở mọi đơn vị trong khối, nên hành động sẽ làm thay đổi cả "
         "điểm của các đơn vị khác và không thể chứng minh phương án."},
    .remedy = {"Leave the measure out of the actions, and look at such a change by what-if.",
               "Bỏ số liệu này khỏi các hành động; xem tác động của nó bằng chức năng giả định."},
    .expected = {"a measure that only the unit itself reads; leave it out, and see by what-if what changing it comes to",
                 "số liệu chỉ dùng để chấm chính đơn vị đó; bỏ hành động này và xem tác động bằng chức năng giả định"}};
inline constexpr ProblemEntry action_value{
    .code = "action.value",
    .domain = ProblemEntry::Domain::requests,
    .title = {"A value that the measure does not take", "Giá trị không hợp lệ của số liệu"},
    .meaning =
        {"An action sets a measure to what no cell of it may hold: another kind of value, outside its bounds, none of its options, or "
         "nothing.",
         "Hành động đặt cho số liệu một giá trị mà ô số liệu không được ghi: sai kiểu, ngoài giới hạn, không thuộc các phương án, hoặc "
         "để trống."},
    .remedy = {"Write the value as a table of evidence would have it; `not_applicable` where the unit would have no such task.",
               "Ghi giá trị như trong bảng số liệu; ghi `không áp dụng` nếu đơn vị sẽ không có nhiệm vụ đó."}};
inline constexpr ProblemEntry action_cost{
    .code = "action.cost",
    .domain = ProblemEntry::Domain::requests,
    .title = {"A cost that cannot be added up", "Chi phí không hợp lệ"},
    .meaning = {"A cost is a decimal number of 0 or more, and all costs together have at most 18 digits.",
                "Chi phí là số thập phân không âm; tổng mọi chi phí không quá 18 chữ số."},
    .remedy = {"Correct the cost, or write all costs in a larger unit.", "Sửa lại chi phí, hoặc ghi mọi chi phí theo đơn vị lớn hơn."},
    .expected = {"a decimal number, 0 or more, such as 2.5", "số thập phân không âm, như 2.5"}};
inline constexpr ProblemEntry action_differs{
    .code = "action.differs",
    .domain = ProblemEntry::Domain::requests,
    .title = {"An action with two costs or two groups", "Hành động có hai chi phí hoặc hai nhóm"},
    .meaning = {"The rows that name one action are one action, with one cost and one group. They stand in the first of its rows, and a "
                "later row has others.",
                "Các dòng cùng mã là một hành động, có một chi phí và một nhóm, ghi ở dòng đầu của hành động. Một dòng sau lại ghi khác."},
    .remedy = {"Leave the cell blank in the later rows, or give them the id of an action of their own.",
               "Để trống ô này ở các dòng sau, hoặc đặt cho các dòng đó một mã hành động khác."},
    .expected = {"{1}, as in the first row of the action, or a blank", "{1} như ở dòng đầu của hành động, hoặc để trống"}};
inline constexpr ProblemEntry plan_linked{
    .code = "plan.linked",
    .domain = ProblemEntry::Domain::requests,
    .title = {"Actions that are linked too widely", "Các hành động liên quan với nhau quá nhiều"},
    .meaning = {"One criterion, condition or veto reads what so many actions change that there are more than 2^20 combinations of them. "
                "No plan could be proved to be the best.",
                "Một tiêu chí, điều kiện hoặc quy định khống chế đọc số liệu do quá nhiều hành động thay đổi, có hơn 2^20 tổ hợp. Không "
                "thể chứng minh phương án nào là tốt nhất."},
    .remedy = {"Leave some of these actions out, or put those that exclude one another into a group.",
               "Bỏ bớt một số hành động này, hoặc xếp những hành động không thể cùng thực hiện vào một nhóm."},
    .expected = {"at most 2^20 combinations", "không quá 2^20 tổ hợp"}};
inline constexpr ProblemEntry plan_too_many_sets{
    .code = "plan.too_many_sets",
    .domain = ProblemEntry::Domain::requests,
    .title = {"Too many sets of actions", "Quá nhiều tập hành động"},
    .meaning = {"None of so many sets of actions can be left out: each costs less than another, or reaches more.",
                "Không thể loại bớt các tập hành động: mỗi tập đều rẻ hơn hoặc đạt cao hơn tập khác."},
    .remedy = {"Offer fewer actions, or costs of fewer digits.", "Giảm số hành động, hoặc ghi chi phí ít chữ số hơn."},
    .found = {"{0} sets to be kept at once", "{0} tập hành động cần giữ cùng lúc"},
    .expected = {"at most 2^22", "không quá 2^22"}};
inline constexpr const ProblemEntry* plan_problems[] = {&action_cost,     &action_differs, &action_id,   &action_measure,
                                                        &action_relative, &action_value,   &plan_linked, &plan_too_many_sets};
}
/// What is told of actions.
namespace plan_words {
inline constexpr Words cannot_plan{"cannot plan with these actions", "không lập được phương án với các hành động này"},
    no_id{"no id", "không có mã"}, nothing_changed{"an action that changes nothing", "hành động không thay đổi số liệu nào"},
    too_many_for_frontier{
        "What can be reached at which cost is not told: too many sets of actions would have to be compared (more than 2^22).",
        "Không nêu được mức đạt theo chi phí: phải so sánh quá nhiều tập hành động (hơn 2^22)."},
    class_of{"class '{0}'", "loại '{0}'"}, blank{"a blank", "ô trống"},
    two_ways{"{0}, which may be {1} or {2}", "{0}, có thể là {1} hoặc {2}"},
    linked{"{1} combinations of actions that '{0}' reads: {2}", "{1} tổ hợp các hành động mà '{0}' đọc: {2}"};
}
}
