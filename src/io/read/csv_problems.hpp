#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
/// Phrases of readers of tables.
namespace phrases {
inline constexpr Words one_cell{"1 cell", "1 ô"}, several_cells{"{0} cells", "{0} ô"},
    as_in_the_first_line{"{0}, as in the first line", "{0}, như ở dòng đầu"},
    as_there_are_heads{"{0}, as there are heads", "{0}, bằng số tên cột"}, the_byte{"the byte 0x{0}", "byte 0x{0}"};
}
inline Argument cell_count(std::size_t cells) {
  return cells == 1 ? Argument(phrases::one_cell) : Argument(phrases::several_cells, {cells});
}
namespace problems {
inline constexpr ProblemEntry cell_twice{
    .code = "cell.twice",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A figure twice", "Một số liệu ghi hai lần"},
    .meaning = {"In a table with measures in rows two lines give the same measure of one unit, period and track; it is not known which "
                "counts.",
                "Trong bảng mà mỗi dòng là một số liệu, có hai dòng ghi cùng một số liệu của một đơn vị, trong cùng kỳ và bước chấm, nên "
                "không biết lấy dòng nào."},
    .remedy = {"Delete one of the lines, or correct its unit or its measure.", "Xóa một dòng, hoặc sửa tên đơn vị, tên số liệu."},
    .expected = {"each measure once for a unit, period and track", "mỗi số liệu của một đơn vị, kỳ, bước chấm chỉ ghi một lần"}};
inline constexpr ProblemEntry columns_limit{
    .code = "columns.limit",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"Too many columns", "Quá nhiều cột"},
    .meaning = {"The first line, or the keys of the records, name more than 100,000 columns.",
                "Dòng đầu, hoặc các khóa của bản ghi, có hơn 100.000 cột."},
    .remedy = {"See whether it is a table of this model, and by which mark its cells are parted (`--delimiter`).",
               "Kiểm tra xem đây có phải bảng số liệu của bộ tiêu chí này không, và ký tự ngăn cách ô đã đúng chưa (`--delimiter`)."},
    .found = {"{0} columns", "{0} cột"},
    .expected = {"at most 100000 columns", "tối đa 100.000 cột"}};
inline constexpr ProblemEntry csv_quote{
    .code = "csv.quote",
    .domain = ProblemEntry::Domain::text,
    .title = {"A stray quote in a cell", "Dấu nháy kép không đúng chỗ trong ô"},
    .meaning = {"In a CSV file a cell that holds a double quote stands in quotes as a whole, and each quote within is written twice.",
                "Trong tệp CSV, nếu ô chứa dấu nháy kép thì cả ô phải đặt trong dấu nháy kép, và mỗi dấu nháy kép bên trong viết hai lần."},
    .remedy = {"Save the table from the spreadsheet again (as CSV UTF-8), or correct the quotes of the cell.",
               "Lưu lại bảng từ phần mềm bảng tính (dạng CSV UTF-8), hoặc sửa dấu nháy trong ô."},
    .wrong = "Xã \"A\",1,2",
    .right = "\"Xã \"\"A\"\"\",1,2",
    .found = {"a quote within a cell", "dấu nháy kép bên trong ô"},
    .expected = {"quotes around the whole cell, and twice within", "dấu nháy kép quanh cả ô, bên trong viết hai lần"}};
inline constexpr ProblemEntry csv_unclosed{
    .code = "csv.unclosed",
    .domain = ProblemEntry::Domain::text,
    .title = {"A quote that is not closed", "Dấu nháy kép không được đóng"},
    .meaning = {"A cell begins with a quote and none ends it, so all the rest of the file would be one cell.",
                "Một ô bắt đầu bằng dấu nháy kép nhưng không có dấu nháy kép kết thúc, nên phần còn lại của tệp bị coi là một ô."},
    .remedy = {"Add the quote at the end of the cell, or take away the first.", "Thêm dấu nháy kép ở cuối ô, hoặc bỏ dấu ở đầu ô."},
    .wrong = "\"Xã C,1,2",
    .right = "\"Xã C\",1,2",
    .found = {"a quote that is not closed", "dấu nháy kép không được đóng"},
    .expected = {"another quote at the end of the cell", "một dấu nháy kép nữa ở cuối ô"}};
inline constexpr ProblemEntry rows_below{
    .code = "rows.below",
    .domain = ProblemEntry::Domain::text,
    .title = {"Rows below the table", "Các dòng ở cuối bảng"},
    .meaning =
        {"Below the last unit stand rows that cannot be read as units: totals, notes, signatures. What is wrong with their cells is not "
         "listed one by one.",
         "Dưới đơn vị cuối cùng có các dòng không đọc được như dòng của đơn vị: dòng cộng, ghi chú, chữ ký. Lỗi ở từng ô của các dòng đó "
         "không liệt kê riêng."},
    .remedy =
        {"Leave them out by `--skip-last` and their number, in Python `skip_last=`; blank rows do not count. If a unit is among "
         "them, give it its name.",
         "Bỏ qua bằng `--skip-last` kèm số dòng, trong Python là `skip_last=`; dòng trống không tính. Nếu trong đó có dòng của một đơn "
         "vị thì điền tên đơn vị."},
    .found = {"{0} below the units, from this one on: {1}", "{0} ở cuối bảng, từ dòng này: {1}"},
    .expected = {"rows of units alone, or to be told: --skip-last {2}", "chỉ các dòng của đơn vị, hoặc khai báo: --skip-last {2}"}};
inline constexpr ProblemEntry heads_below{
    .code = "heads.below",
    .domain = ProblemEntry::Domain::text,
    .title = {"Heads that are not in the first line", "Tên cột không ở dòng đầu"},
    .meaning =
        {"The first line is a title, say, and a line below has the names of the columns. It is not taken by itself: it might as "
         "well be a row.",
         "Dòng đầu là tiêu đề chẳng hạn, còn tên cột ở dòng dưới. chiso không tự lấy dòng đó, vì đó cũng có thể là một dòng số liệu."},
    .remedy =
        {"Tell where they are: `--header-line 3`, or `--header-line 3-4` for heads of two lines (in C++ `.header_line = 3`, "
         "`.header_lines = 2`); totals and signatures below are left out by `--skip-last 2`. Or delete the lines above.",
         "Khai báo dòng tên cột: `--header-line 3`, hoặc `--header-line 3-4` nếu tên cột gồm hai dòng (trong C++: `.header_line = 3`, "
         "`.header_lines = 2`); bỏ dòng tổng cộng, chữ ký ở cuối bằng `--skip-last 2`. Hoặc xóa các dòng phía trên."},
    .found = {"the heads in line {0}: {1}", "tên cột ở dòng {0}: {1}"},
    .expected = {"them in the first line, or to be told: --header-line {0}", "tên cột ở dòng đầu, hoặc khai báo: --header-line {0}"}};
inline constexpr ProblemEntry row_length{
    .code = "row.length",
    .domain = ProblemEntry::Domain::text,
    .title = {"A row of more or fewer cells", "Dòng thừa hoặc thiếu ô"},
    .meaning = {"The row has not as many cells as the first line has columns, so it is not known which cell belongs where.",
                "Số ô của dòng khác số cột ở dòng đầu, nên không biết ô nào thuộc cột nào."},
    .remedy = {"Add the blank cells; numbers with a decimal comma stand in quotes where commas part the cells.",
               "Thêm ô trống còn thiếu; số viết với dấu phẩy thập phân phải đặt trong dấu nháy kép khi dấu phẩy ngăn cách các ô."},
    .wrong = "Xã B,1",
    .right = "Xã B,1,2"};
inline constexpr ProblemEntry table_empty{.code = "table.empty",
                                          .domain = ProblemEntry::Domain::text,
                                          .title = {"An empty table", "Bảng trống"},
                                          .meaning = {"The evidence has no line, not even one with the names of the columns.",
                                                      "Bảng số liệu không có dòng nào, kể cả dòng tên cột."},
                                          .remedy = {"Check the path, or save the table again.", "Kiểm tra đường dẫn, hoặc lưu lại bảng."},
                                          .found = {"no line of text", "bảng trống"},
                                          .expected = {"a line with the names of the columns", "một dòng ghi tên các cột"}};
inline constexpr ProblemEntry text_encoding{
    .code = "text.encoding",
    .domain = ProblemEntry::Domain::text,
    .title = {"Bytes that are no text in the encoding", "Byte không phải chữ trong bảng mã đã khai báo"},
    .meaning = {"The file is not in the encoding that was told.", "Tệp không ở bảng mã đã khai báo."},
    .remedy = {"Tell another one, such as `--encoding windows-1258` or `--encoding utf-16`, or save the table as CSV UTF-8 and tell none.",
               "Khai báo bảng mã khác, ví dụ `--encoding windows-1258` hoặc `--encoding utf-16`, hoặc lưu bảng ở dạng CSV UTF-8 và không "
               "khai báo bảng mã."},
    .expected = {"text in {1}", "văn bản ở bảng mã {1}"}};
inline constexpr ProblemEntry text_nul{
    .code = "text.nul",
    .domain = ProblemEntry::Domain::text,
    .title = {"A NUL character in a table", "Ký tự NUL trong bảng"},
    .meaning = {"The file holds the character with code 0; mostly it is no CSV file but one of another program.",
                "Tệp chứa ký tự có mã 0; thường thì đây không phải tệp CSV mà là tệp của phần mềm khác."},
    .remedy = {"Save the table as CSV UTF-8.", "Lưu bảng ở dạng CSV UTF-8."},
    .found = {"a NUL character", "ký tự NUL"},
    .expected = {"text without it", "bỏ ký tự này khỏi văn bản"}};
inline constexpr ProblemEntry text_spreadsheet{
    .code = "text.spreadsheet",
    .domain = ProblemEntry::Domain::text,
    .title = {"A spreadsheet in place of its text", "Tệp bảng tính chưa lưu thành CSV"},
    .meaning = {"The file is that of a spreadsheet program, whatever its name ends in: renaming xlsx to csv does not change what it holds.",
                "Đây là tệp của phần mềm bảng tính, dù tên tệp có đuôi nào: đổi đuôi xlsx thành csv không làm thay đổi nội dung tệp."},
    .remedy =
        {"Open it in the spreadsheet program and save it as 'CSV UTF-8'. Or read it as it is: the `chiso` of the Python package takes "
         "workbooks, installed by `pip install 'chiso[excel]'`.",
         "Mở tệp bằng phần mềm bảng tính và lưu ở dạng 'CSV UTF-8'. Cũng có thể đọc thẳng tệp bảng tính bằng lệnh `chiso` của gói "
         "Python, cài bằng `pip install 'chiso[excel]'`."},
    .found = {"a spreadsheet file, xlsx or xls", "tệp bảng tính xlsx hoặc xls"},
    .expected = {"a spreadsheet saved as 'CSV UTF-8', or the chiso of Python, which reads it (pip install 'chiso[excel]')",
                 "bảng tính lưu ở dạng 'CSV UTF-8', hoặc lệnh chiso của gói Python, đọc được tệp này (pip install 'chiso[excel]')"}};
inline constexpr ProblemEntry text_utf16{
    .code = "text.utf16",
    .domain = ProblemEntry::Domain::text,
    .title = {"A table in UTF-16", "Bảng ở bảng mã UTF-16"},
    .meaning = {"The file was saved as 'Unicode text' (UTF-16).", "Tệp được lưu ở dạng 'Văn bản Unicode' (UTF-16)."},
    .remedy = {"Read it with `--encoding utf-16` (in C++ `.encoding = \"utf-16\"`), or save it again as 'CSV UTF-8'.",
               "Khi đọc thêm `--encoding utf-16` (trong C++: `.encoding = \"utf-16\"`), hoặc lưu lại ở dạng 'CSV UTF-8'."},
    .found = {"text in UTF-16", "văn bản ở bảng mã UTF-16"},
    .expected = {"text in UTF-8 (spreadsheets save it as 'CSV UTF-8'), or the encoding utf-16 told",
                 "văn bản ở bảng mã UTF-8 (trong phần mềm bảng tính, lưu ở dạng 'CSV UTF-8'), hoặc khai báo bảng mã utf-16"}};
inline constexpr const ProblemEntry* csv_problems[] = {&cell_twice,    &columns_limit, &csv_quote,        &csv_unclosed,
                                                       &heads_below,   &row_length,    &rows_below,       &table_empty,
                                                       &text_encoding, &text_nul,      &text_spreadsheet, &text_utf16};
}
}
