#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry roster_unit{
    .code = "roster.unit",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A unit that is not in the roster", "Đơn vị không có trong danh sách đơn vị"},
    .meaning = {"The roster says who is scored. It has no unit of this name, neither as its present nor as a former one.",
                "Danh sách đơn vị cho biết những đơn vị được chấm; danh sách không có tên này, kể cả ở các tên cũ."},
    .remedy = {"Correct the name as suggested, or add the unit, or its former name (`was`), to the roster.",
               "Sửa tên theo gợi ý, hoặc thêm đơn vị, hoặc tên cũ (cột `was`), vào danh sách."},
    .expected = {"a unit of the roster", "một đơn vị trong danh sách"}};
inline constexpr ProblemEntry roster_block{
    .code = "roster.block",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"Another block than in the roster", "Khối khác với danh sách đơn vị"},
    .meaning = {"The roster says in which block a unit is ranked, and the table of evidence says another one.",
                "Danh sách ghi đơn vị thuộc một khối, còn bảng số liệu ghi khối khác."},
    .remedy = {"Correct the block in one of the two tables, or leave out the column `block` of the evidence.",
               "Sửa khối ở một trong hai bảng, hoặc bỏ cột `block` của bảng số liệu."},
    .expected = {"'{1}', the block of '{2}' in the roster", "'{1}', là khối của '{2}' trong danh sách"}};
inline constexpr ProblemEntry roster_duplicate{
    .code = "roster.duplicate",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A unit twice in the roster", "Đơn vị ghi hai lần trong danh sách"},
    .meaning = {"A roster names each unit once.", "Danh sách đơn vị ghi mỗi đơn vị một lần."},
    .remedy = {"Delete one of the two rows.", "Xóa một trong hai dòng."},
    .expected = {"each unit once; the same is in {1}", "mỗi đơn vị chỉ ghi một lần; đã có ở {1}"}};
inline constexpr ProblemEntry roster_was{
    .code = "roster.was",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A former name that is not followed", "Tên cũ không được đổi sang tên hiện nay"},
    .meaning =
        {"A former name counts as the unit that had it, but not where another unit bears it now, or two units had it: names and codes "
         "change hands when units merge or are divided, and rows would be given to the wrong unit.",
         "Dòng ghi tên cũ được tính cho đơn vị từng mang tên đó, trừ khi tên đó nay là của đơn vị khác, hoặc từng là của hai đơn vị: "
         "khi sáp nhập, chia tách, tên và mã có thể chuyển cho đơn vị khác, nên dòng số liệu sẽ bị tính nhầm đơn vị."},
    .remedy = {"Delete it from `was`. Where rows of the earlier unit are meant, write its present name in them.",
               "Xóa tên này ở cột `was`. Dòng nào là của đơn vị cũ thì ghi tên hiện nay của đơn vị đó."},
    .found = {"'{0}' as a former name of '{1}'", "'{0}' ghi là tên cũ của '{1}'"},
    .expected = {"a name that no other unit has or had", "tên mà không đơn vị nào khác đang mang hoặc từng mang"}};
inline constexpr ProblemEntry roster_no_row{
    .code = "roster.no_row",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"Units that have not reported", "Đơn vị chưa báo cáo"},
    .meaning = {"Units of the roster have no row in a period of the table. They stand in the results of that period without an index and "
                "without a rank.",
                "Có đơn vị trong danh sách không có dòng nào ở một kỳ của bảng số liệu. Kết quả của kỳ đó vẫn ghi các đơn vị này, nhưng "
                "không có chỉ số và không xếp hạng."},
    .remedy = {"Ask them for their evidence, or take out of the roster who is not scored.",
               "Đề nghị các đơn vị này báo cáo, hoặc bỏ khỏi danh sách những đơn vị không thuộc diện chấm."},
    .expected = {"a row of every unit of the roster", "mỗi đơn vị trong danh sách có một dòng"}};
inline constexpr const ProblemEntry* roster_problems[] = {&roster_block, &roster_duplicate, &roster_no_row, &roster_unit, &roster_was};
}
}
