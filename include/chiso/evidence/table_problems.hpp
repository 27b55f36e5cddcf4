#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry block_changes{
    .code = "block.changes",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A unit in two blocks", "Một đơn vị thuộc hai khối"},
    .meaning = {"Within a period all rows of a unit name one block, for a unit is ranked in one.",
                "Trong một kỳ, các dòng của cùng một đơn vị phải ghi cùng một khối, vì đơn vị chỉ được xếp hạng trong một khối."},
    .remedy = {"Correct the column `block` in one of the two rows.", "Sửa cột `block` của một trong hai dòng."},
    .wrong = "Xã A,offices,2024,final",
    .right = "Xã A,communes,2024,final",
    .expected = {"one block of '{1}' in a period: '{2}', as in {3}", "'{1}' chỉ thuộc một khối trong một kỳ: '{2}', như ở {3}"}};
inline constexpr ProblemEntry cell_beside{
    .code = "cell.beside",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A value beside not applicable", "Vừa có giá trị vừa ghi 'không áp dụng'"},
    .meaning = {"The column `<measure>.not_applicable` says yes, and the measure has a value all the same; one of them is wrong.",
                "Cột `<số liệu>.not_applicable` ghi 'có', nhưng ô số liệu vẫn có giá trị; một trong hai ô sai."},
    .remedy = {"Delete the value, or write `no` into the column `.not_applicable`.",
               "Xóa giá trị, hoặc ghi `không` ở cột `.not_applicable`."},
    .wrong = "9.5,on_time,yes,yes",
    .right = ",on_time,yes,yes",
    .expected = {"a blank beside {1}, or no there", "để trống ô này vì {1} ghi 'có', hoặc ghi 'không' ở cột đó"}};
inline constexpr ProblemEntry cell_blank{
    .code = "cell.blank",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A blank among blocks, periods, tracks or ranked", "Ô trống ở cột khối, kỳ, bước chấm hoặc xếp hạng"},
    .meaning = {"Such a column is blank in every row, or in none.", "Mỗi cột này phải để trống ở mọi dòng, hoặc được điền ở mọi dòng."},
    .remedy = {"Fill the blank.", "Điền vào ô còn trống."},
    .wrong = "Xã B,,2024,final",
    .right = "Xã B,communes,2024,final",
    .found = {"a blank", "ô trống"},
    .expected = {"{0}, as in other rows", "{0}, như các dòng khác"}};
inline constexpr ProblemEntry cell_decimals{
    .code = "cell.decimals",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"Too many decimals", "Quá nhiều chữ số thập phân"},
    .meaning =
        {"The number has more decimals than the measure. Evidence is not rounded unless the model says so. A count written `1.234` has "
         "decimals, unless the reader is told that the point parts thousands.",
         "Số có nhiều chữ số thập phân hơn bộ tiêu chí cho phép; chiso không tự làm tròn số liệu gốc. Với số đếm, `1.234` bị hiểu là số có "
         "phần thập phân nếu không khai báo dấu chấm là dấu ngăn hàng nghìn."},
    .remedy = {"Round it in the table, raise `decimals`, or, of a computed column such as a share, give the measure `\"excess\": "
               "\"round\"`. For thousands: `--decimal , --thousands .` Where a spreadsheet shows 91.5 % it stores 0.915: give the whole "
               "column the "
               "format of a number, or save an ods or xls as xlsx, in which the format of cells is seen.",
               "Làm tròn trong bảng, tăng `decimals`, hoặc, với cột tính ra như tỷ lệ, ghi `\"excess\": \"round\"` ở số liệu. Nếu số có "
               "dấu ngăn hàng nghìn: `--decimal , "
               "--thousands .` Ô hiện 91,5% được bảng tính lưu là 0,915: đổi cả cột sang định dạng số, hoặc lưu tệp ods, xls thành xlsx để "
               "chiso nhận ra định dạng của ô."},
    .wrong = "Xã B,communes,2024,final,yes,2.5",
    .right = "Xã B,communes,2024,final,yes,2"};
inline constexpr ProblemEntry cell_state{
    .code = "cell.state",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A state that cannot stand here", "Trạng thái không dùng được ở đây"},
    .meaning = {"Evidence made in code gives a state that the column does not take.",
                "Số liệu do chương trình đưa vào ghi một trạng thái mà cột này không nhận."},
    .remedy = {"Only measures may be not applicable; elsewhere leave it missing.",
               "Chỉ số liệu mới có 'không áp dụng'; ở các cột khác thì để trống."},
    .expected = {"a value, missing, or in a measure not_applicable", "giá trị, để trống, hoặc (với số liệu) không áp dụng"}};
inline constexpr ProblemEntry cell_text{
    .code = "cell.text",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A name that is not in normal form", "Tên không ở dạng chuẩn"},
    .meaning = {"Evidence made in code has a name that is no UTF-8 or not NFC.",
                "Số liệu do chương trình đưa vào có tên không ở bảng mã UTF-8 hoặc không ở dạng Unicode dựng sẵn (NFC)."},
    .remedy = {"Convert it before it is given. Readers of files do so themselves.",
               "Chuẩn hóa tên trước khi đưa vào. Khi đọc từ tệp, chiso tự chuẩn hóa."}};
inline constexpr ProblemEntry column_absent{
    .code = "column.absent",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A column is missing", "Thiếu cột"},
    .meaning = {"The table has no column `unit`, or none of a measure of the model.",
                "Bảng không có cột `unit` hoặc cột của một số liệu trong bộ tiêu chí."},
    .remedy = {"Add it, rename one on reading (`--rename \"Column=measure\"`), or take measures without a column as missing "
               "(`--absent-is-missing`).",
               "Thêm cột, đổi tên khi đọc (`--rename \"Tên cột=tên số liệu\"`), hoặc coi là thiếu số liệu nếu không có cột "
               "(`--absent-is-missing`)."},
    .wrong = "unit,block,period,track,ranked,cases",
    .right = "unit,block,period,track,ranked,cases,share,plan,done",
    .found = {"no column {0}", "thiếu cột {0}", Words::absence}};
inline constexpr ProblemEntry column_duplicate{
    .code = "column.duplicate",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A column twice", "Hai cột cùng tên"},
    .meaning = {"Two columns have one name; it is not known which counts.", "Hai cột có cùng tên, nên không biết lấy số liệu ở cột nào."},
    .remedy = {"Delete or rename one of them.", "Xóa hoặc đổi tên một cột."},
    .wrong = "done,done",
    .right = "done,",
    .expected = {"each column once", "ghi mỗi cột chỉ một lần"}};
inline constexpr ProblemEntry column_unknown{
    .code = "column.unknown",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"An unknown column", "Cột không có trong bộ tiêu chí"},
    .meaning =
        {"The model knows no such column. It is not ignored: a misspelt one would lose its figures. For that reason "
         "`--ignore-unknown` does not cover a column that is named like one that the model knows and the table lacks, or like any in "
         "another case: `Ranked` for `ranked`.",
         "Bộ tiêu chí không có cột này. chiso không tự bỏ qua, vì nếu cột ghi sai tên thì số liệu sẽ bị mất. Cũng vì vậy, "
         "`--ignore-unknown` không bỏ qua cột có tên gần giống một cột của bộ tiêu chí mà bảng còn thiếu, hoặc chỉ khác chữ hoa, chữ "
         "thường, như `Ranked` và `ranked`."},
    .remedy =
        {"Correct it as suggested, rename it on reading (`--rename`), ignore this one (`--ignore NAME`), or ignore all that are unlike "
         "those of the model (`--ignore-unknown`).",
         "Sửa tên theo gợi ý, đổi tên khi đọc (`--rename`), bỏ qua riêng cột này (`--ignore TÊN`), hoặc bỏ qua mọi cột có tên khác hẳn "
         "các cột của bộ tiêu chí (`--ignore-unknown`)."},
    .wrong = "doen",
    .right = "done"};
inline constexpr ProblemEntry column_unnamed{
    .code = "column.unnamed",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A column without a name", "Cột không có tên"},
    .meaning = {"The first line gives the column no name, and a cell of it is filled.",
                "Ở dòng đầu cột không có tên, nhưng có ô được điền."},
    .remedy = {"Name it, delete the cell, or write `--ignore-unknown`.", "Đặt tên cột, xóa ô thừa, hoặc dùng `--ignore-unknown`."},
    .wrong = "yes,3",
    .right = "yes,",
    .expected = {"a blank in a column without a name", "ô trống ở cột không có tên"}};
inline constexpr ProblemEntry period_shape{
    .code = "period.shape",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"Periods written in more than one way", "Các kỳ viết không thống nhất"},
    .meaning = {"Periods are ordered as text, so they must be written alike; else the previous period would be a wrong one.",
                "Các kỳ được xếp thứ tự theo chữ viết, nên phải viết cùng một kiểu; nếu không, kỳ trước sẽ bị xác định sai."},
    .remedy = {"Write it as the other rows do, as in `2024-01`.", "Viết lại theo kiểu của các dòng khác, ví dụ `2024-01`."},
    .wrong = "2023-12",
    .right = "2023",
    .expected = {"a period written like '{1}'", "viết kỳ theo kiểu '{1}'"}};
inline constexpr ProblemEntry ranked_changes{.code = "ranked.changes",
                                             .domain = ProblemEntry::Domain::evidence,
                                             .title = {"A unit that is ranked and is not", "Đơn vị vừa được vừa không được xếp hạng"},
                                             .meaning = {"Within a period all rows of a unit say the same in `ranked`.",
                                                         "Trong một kỳ, các dòng của cùng một đơn vị phải ghi `ranked` giống nhau."},
                                             .remedy = {"Correct one of the two rows.", "Sửa một trong hai dòng."},
                                             .wrong = "Xã A,communes,2024,final,no",
                                             .right = "Xã A,communes,2024,final,yes",
                                             .expected = {"the same `ranked` in every row of '{1}' in a period, as in {2}",
                                                          "ghi `ranked` giống nhau ở mọi dòng của '{1}' trong một kỳ, như ở {2}"}};
inline constexpr ProblemEntry rename_absent{.code = "rename.absent",
                                            .domain = ProblemEntry::Domain::evidence,
                                            .title = {"A column to rename that is not there", "Cột cần đổi tên không tồn tại"},
                                            .meaning = {"The file has no column of that name.", "Tệp không có cột mang tên này."},
                                            .remedy = {"Correct it as suggested; write it as the first line of the file does.",
                                                       "Sửa tên theo gợi ý; viết đúng như ở dòng đầu của tệp."}};
inline constexpr ProblemEntry rename_duplicate{
    .code = "rename.duplicate",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A column renamed twice", "Một cột được đổi tên hai lần"},
    .meaning = {"A column of the file is renamed once.", "Mỗi cột của tệp chỉ được đổi tên một lần."},
    .remedy = {"Leave out one of the two.", "Bỏ một trong hai."},
    .expected = {"each column renamed once", "đổi tên mỗi cột chỉ một lần"}};
inline constexpr ProblemEntry row_duplicate{
    .code = "row.duplicate",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A row twice", "Dòng trùng lặp"},
    .meaning = {"A unit, period and track has one row; this one repeats another above.",
                "Mỗi đơn vị trong một kỳ và một bước chấm chỉ có một dòng; dòng này trùng với một dòng phía trên."},
    .remedy = {"Delete one of them, or correct unit, period or track.", "Xóa một dòng, hoặc sửa tên đơn vị, kỳ, bước chấm."},
    .wrong = "Xã A,communes,2024,final,yes,7,,,",
    .right = "Xã B,communes,2024,final,yes,7,,,",
    .expected = {"one row for each unit, period and track; the same is in {1}", "mỗi đơn vị, kỳ, bước chấm chỉ ghi một dòng; đã có ở {1}"}};
inline constexpr ProblemEntry name_error{
    .code = "name.error",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A spreadsheet's error as a name", "Tên là lỗi của bảng tính"},
    .meaning =
        {"A formula that should give the name of a unit, block, period or track gave an error, such as `#N/A`; it would be scored as a "
         "name of its own.",
         "Công thức lấy tên đơn vị, khối, kỳ hoặc bước chấm báo lỗi, ví dụ `#N/A`; nếu tính điểm thì lỗi này thành một tên riêng."},
    .remedy = {"Mend the formula in the spreadsheet, or write the name.", "Sửa công thức trong bảng tính, hoặc ghi tên."},
    .wrong = "#N/A,communes,2024,final",
    .right = "Xã C,communes,2024,final",
    .expected = {"a name; this is an error of a spreadsheet", "một tên; đây là lỗi của bảng tính"}};
inline constexpr ProblemEntry rows_limit{.code = "rows.limit",
                                         .domain = ProblemEntry::Domain::evidence,
                                         .title = {"Too many rows", "Quá nhiều dòng"},
                                         .meaning = {"A table has fewer than 2^32 - 2 rows.", "Một bảng có ít hơn 4.294.967.294 dòng."},
                                         .remedy = {"Split it by periods.", "Tách bảng theo kỳ."},
                                         .expected = {"fewer rows than 2^32 - 2", "ít hơn 4.294.967.294 dòng"}};
inline constexpr ProblemEntry unit_empty{
    .code = "unit.empty",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A row without a unit", "Dòng không có tên đơn vị"},
    .meaning = {"The row has figures, and the cell of the unit is blank.", "Dòng có số liệu nhưng ô tên đơn vị trống."},
    .remedy = {"Fill in the unit, or delete the row (a line of totals, say).", "Điền tên đơn vị, hoặc xóa dòng (ví dụ dòng tổng cộng)."},
    .wrong = ",communes,2024,final",
    .right = "Xã C,communes,2024,final",
    .found = {"a blank", "ô trống"},
    .expected = {"the name of a unit", "tên đơn vị"}};
inline constexpr const ProblemEntry* evidence_table_problems[] = {
    &block_changes,  &cell_beside,      &cell_blank,       &cell_decimals,  &cell_state, &cell_text,
    &column_absent,  &column_duplicate, &column_unknown,   &column_unnamed, &name_error, &period_shape,
    &ranked_changes, &rename_absent,    &rename_duplicate, &row_duplicate,  &rows_limit, &unit_empty};
}
}
