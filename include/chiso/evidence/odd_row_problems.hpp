#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry column_fractions{
    .code = "column.fractions",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"Percentages that look like fractions", "Tỷ lệ phần trăm có vẻ đã bị chia cho 100"},
    .meaning =
        {"The measure goes up to 100, and every value in the table is at most 1, some of them not whole. A cell that a spreadsheet shows "
         "as 92 % holds 0.92.",
         "Số liệu có giới hạn là 100, nhưng mọi giá trị trong bảng đều không quá 1 và có giá trị lẻ. Ô mà phần mềm bảng tính hiện là 92% "
         "thực ra chứa 0,92."},
    .remedy =
        {"Multiply the column by 100, or give its cells the format of a number before they are saved. Nothing is wrong if the figures are "
         "truly so small.",
         "Nhân cột này với 100, hoặc định dạng lại ô thành số trước khi lưu. Nếu tỷ lệ thực sự nhỏ như vậy thì không có gì sai."},
    .found = {"no value above {0}", "không có giá trị nào trên {0}"},
    .expected = {"numbers up to 100: 92 where a spreadsheet shows 92 %, not 0.92",
                 "các số đến 100: ô mà phần mềm bảng tính hiện 92% thì ghi 92, không ghi 0,92"}};
inline constexpr ProblemEntry columns_ignored{
    .code = "columns.ignored",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"Columns that were not read", "Các cột không được đọc"},
    .meaning = {"The table has columns that the model does not know, and the reader was told to ignore these. It is a note, not a warning.",
                "Bảng có những cột không thuộc bộ tiêu chí và lệnh đọc cho phép bỏ qua. Đây là ghi chú, không phải cảnh báo."},
    .remedy = {"Nothing, if no figure of the model stands in them; else rename the column on reading (`--rename`).",
               "Không cần làm gì nếu trong đó không có số liệu của bộ tiêu chí; nếu có thì đổi tên cột khi đọc (`--rename`)."},
    .found = {"{1} ignored: {0}", "{1} bị bỏ qua: {0}"},
    .expected = {"the columns that the model knows; the others are not read", "các cột của bộ tiêu chí; các cột khác không được đọc"}};
inline constexpr ProblemEntry names_alike{
    .code = "names.alike",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"One name in two spellings", "Có vẻ là một tên viết hai cách"},
    .meaning =
        {"Two units or two blocks differ in no more than case, `đ` and `ð`, the place of a tone mark (`Hòa`, `Hoà`), the kind of an "
         "apostrophe or a dash, or zeros before a number. They count as two: each has its own points, and is ranked.",
         "Hai đơn vị hoặc hai khối chỉ khác nhau ở chữ hoa, chữ thường, `đ` và `ð`, vị trí dấu thanh (`Hòa`, `Hoà`), kiểu dấu nháy, gạch "
         "nối hoặc số 0 ở đầu. chiso coi là hai tên: mỗi tên có điểm riêng và được xếp hạng riêng."},
    .remedy = {"If they are one, write it in one way in all tables. If they are two, nothing is wrong.",
               "Nếu là một thì viết thống nhất trong mọi bảng. Nếu đúng là hai thì không có gì sai."},
    .expected = {"names that differ in more than spelling, if they are two; one spelling, if they are one",
                 "tên khác nhau rõ hơn nếu là hai; viết thống nhất nếu là một"}};
inline constexpr ProblemEntry row_no_measure{
    .code = "row.no_measure",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A row without any measure", "Dòng không có số liệu nào"},
    .meaning =
        {"The row names a unit and no measure of it is filled. It may be a caption or a signature; it counts as a unit, with everything "
         "missing.",
         "Dòng có tên đơn vị nhưng không có số liệu nào. Có thể đó là dòng tiêu đề hoặc chữ ký; chiso vẫn coi là một đơn vị thiếu mọi số "
         "liệu."},
    .remedy = {"Delete a row that is no unit; if it is the name of a block above its units, give these a column `block`. If it is a unit "
               "that has not reported yet, nothing is wrong.",
               "Xóa dòng không phải là đơn vị; nếu đó là tên khối đứng trên các đơn vị thì thêm cột `block`. Nếu là đơn vị chưa báo cáo "
               "thì không có gì sai."},
    .expected = {"a measure in each row: delete a caption or a signature, keep a unit that has not reported",
                 "mỗi dòng có ít nhất một số liệu: xóa dòng tiêu đề, chữ ký; giữ lại nếu là đơn vị chưa báo cáo"}};
inline constexpr ProblemEntry row_numbers{
    .code = "row.numbers",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A row that numbers the columns", "Dòng đánh số cột"},
    .meaning =
        {"The first row counts the columns, 1, 2, 3 or A, B, 1, 2, as printed tables do below their heads. It counts as a unit.",
         "Dòng đầu tiên đánh số các cột, như 1, 2, 3 hoặc A, B, 1, 2, thường gặp dưới đầu bảng in sẵn. chiso vẫn coi là một đơn vị."},
    .remedy = {"Delete the row.", "Xóa dòng này."},
    .expected = {"a unit in the first row: delete this one, which numbers the columns",
                 "dòng đầu tiên là một đơn vị: xóa dòng này vì chỉ đánh số các cột"}};
inline constexpr ProblemEntry row_sum{
    .code = "row.sum",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A row that sums up others", "Dòng cộng của các dòng khác"},
    .meaning =
        {"Every count of the row is the sum of the rows of its block, or of those between it and the last such row. A row of totals "
         "counts as a unit: it is ranked, and what reads the whole block reads it too.",
         "Mọi số đếm của dòng đều bằng tổng các dòng trong khối, hoặc tổng các dòng kể từ dòng cộng trước. chiso vẫn coi dòng cộng là một "
         "đơn vị: được xếp hạng, và làm sai các hàm tính trên cả khối."},
    .remedy = {"Delete the row; `no` in the column `ranked` is not enough. If it is a unit that sums up by chance, nothing is wrong.",
               "Xóa dòng này; ghi `không` ở cột `ranked` là chưa đủ. Nếu chỉ là trùng hợp thì không có gì sai."},
    .expected = {"rows of units alone: every count here is the sum of other rows; delete it if it is no unit",
                 "chỉ các dòng của đơn vị: ở đây mọi số đếm đều bằng tổng của các dòng khác; xóa nếu không phải là đơn vị"}};
inline constexpr ProblemEntry row_total{
    .code = "row.total",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A row named as totals or averages are", "Dòng có tên như dòng cộng hoặc trung bình"},
    .meaning =
        {"The unit has a name such as `tổng cộng`, `cộng`, `trung bình` or `total`. It counts as a unit: it is ranked, and what reads the "
         "whole block reads it too.",
         "Đơn vị có tên như `tổng cộng`, `cộng`, `trung bình` hoặc `total`. chiso vẫn coi là một đơn vị: được xếp hạng, và làm sai các "
         "hàm tính trên cả khối."},
    .remedy = {"Delete the row. If a unit is really called so, nothing is wrong.",
               "Xóa dòng này. Nếu đúng là tên của đơn vị thì không có gì sai."},
    .expected = {"rows of units alone: delete totals and averages, or leave them out by --skip-last if they come last",
                 "chỉ các dòng của đơn vị: xóa dòng cộng, dòng trung bình, hoặc bỏ qua bằng --skip-last nếu ở cuối bảng"}};
inline constexpr ProblemEntry rows_blank{
    .code = "rows.blank",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"Rows that were skipped", "Các dòng bị bỏ qua"},
    .meaning =
        {"Rows in which no cell of a column that the model knows is filled are no rows of the evidence. It is a note, not a warning.",
         "Dòng không có ô nào được điền ở các cột của bộ tiêu chí thì không được tính. Đây là ghi chú, không phải cảnh báo."},
    .remedy = {"Nothing, if they are blank in the table too.", "Không cần làm gì nếu trong bảng các dòng đó cũng trống."},
    .found = {"{0} skipped", "{0} bị bỏ qua"},
    .expected = {"rows with a filled cell; blank ones are not read", "các dòng có ô được điền; dòng trống không được đọc"}};
inline constexpr ProblemEntry table_without_rows{
    .code = "table.without_rows",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A table without rows", "Bảng không có dòng nào"},
    .meaning =
        {"The table has heads and no row with a filled cell, so nothing is scored. A stream of Arrow that was read already gives such a "
         "table.",
         "Bảng có đầu bảng nhưng không có dòng nào được điền, nên không có gì để chấm điểm. Luồng Arrow đã đọc một lần cũng cho bảng như "
         "vậy."},
    .remedy = {"Give the table its rows; make a stream anew for each reading.", "Điền các dòng của bảng; tạo lại luồng cho mỗi lần đọc."},
    .found = {"no row", "thiếu dòng của các đơn vị", Words::absence},
    .expected = {"a row for each unit", "mỗi đơn vị một dòng"}};
inline constexpr const ProblemEntry* odd_row_problems[] = {&column_fractions, &columns_ignored, &names_alike,
                                                           &row_no_measure,   &row_numbers,     &row_sum,
                                                           &row_total,        &rows_blank,      &table_without_rows};
}
}
