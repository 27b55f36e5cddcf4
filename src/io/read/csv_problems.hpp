#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace problems {
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
    .remedy = {"Save it again as 'CSV UTF-8'.", "Lưu lại ở dạng 'CSV UTF-8'."},
    .found = {"text in UTF-16", "văn bản ở bảng mã UTF-16"},
    .expected = {"text in UTF-8: spreadsheets save it as 'CSV UTF-8'",
                 "văn bản ở bảng mã UTF-8: trong phần mềm bảng tính, lưu ở dạng 'CSV UTF-8'"}};
inline constexpr const ProblemEntry* csv_problems[] = {&columns_limit, &csv_quote, &csv_unclosed,     &row_length,
                                                       &table_empty,   &text_nul,  &text_spreadsheet, &text_utf16};
}
}
