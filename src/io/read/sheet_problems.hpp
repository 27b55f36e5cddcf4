#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace phrases {
inline constexpr Words a_workbook{"a workbook that opens in a spreadsheet program: xlsx, xls or ods",
                                  "tệp bảng tính mở được bằng phần mềm bảng tính: xlsx, xls hoặc ods"};
}
namespace problems {
inline constexpr ProblemEntry book_damaged{
    .code = "book.damaged",
    .domain = ProblemEntry::Domain::text,
    .title = {"A workbook that cannot be opened", "Tệp bảng tính không mở được"},
    .meaning = {"The file is no workbook of a kind that is read (xlsx, xlsm, xls, ods), it is damaged, or it is protected by a password.",
                "Tệp không phải loại bảng tính đọc được (xlsx, xlsm, xls, ods), bị hỏng, hoặc được bảo vệ bằng mật khẩu."},
    .remedy = {"Open it in the spreadsheet program, take the password away, and save it again as xlsx.",
               "Mở tệp bằng phần mềm bảng tính, bỏ mật khẩu rồi lưu lại ở dạng xlsx."},
    .expected = {"{1}", "{1}"}};
inline constexpr ProblemEntry book_hidden{
    .code = "book.hidden",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"Rows or columns of a worksheet that nobody sees", "Dòng, cột của trang tính bị ẩn"},
    .meaning = {"They are hidden, or a filter leaves them out, and are read all the same: a unit that nobody sees is scored and ranked.",
                "Các dòng, cột này bị ẩn hoặc bị bộ lọc che đi, nhưng vẫn được đọc: đơn vị không nhìn thấy vẫn được chấm điểm, xếp hạng."},
    .remedy = {"Show them, or clear the filter, and look whether they belong to the table; delete them if they do not.",
               "Bỏ ẩn hoặc xóa bộ lọc rồi xem các dòng, cột đó có thuộc bảng không; nếu không thì xóa."},
    .expected = {"rows and columns that people see; these count as well", "các dòng, cột nhìn thấy được; dòng, cột bị ẩn cũng được tính"}};
inline constexpr ProblemEntry book_links{
    .code = "book.links",
    .domain = ProblemEntry::Domain::text,
    .title = {"A workbook with links to other files", "Tệp bảng tính có liên kết đến tệp khác"},
    .meaning =
        {"Cells take their values from other files. chiso opens no other file, and what is stored may be older than what these say now.",
         "Có ô lấy giá trị từ tệp khác. chiso không mở tệp khác, và giá trị đang lưu có thể cũ hơn giá trị hiện nay ở tệp đó."},
    .remedy = {"Break the links (Excel: Data, Edit Links, Break Link), so that the values stand in the cells, and save.",
               "Ngắt liên kết để giữ lại giá trị trong ô (Excel: Data, Edit Links, Break Link), rồi lưu lại."},
    .found = {"links to other files, such as {0}", "liên kết đến tệp khác, ví dụ {0}"},
    .expected = {"a workbook whose values stand in its own cells", "bảng tính có sẵn giá trị trong các ô của mình"}};
inline constexpr ProblemEntry book_sheet{
    .code = "book.sheet",
    .domain = ProblemEntry::Domain::requests,
    .title = {"It is not known which worksheet is meant", "Chưa rõ dùng trang tính nào"},
    .meaning =
        {"Of a workbook the worksheet is read that was asked for, else the only one whose heads name `unit`, or all that are forms of one "
         "language. There is none, or there are several.",
         "Trang tính được đọc là trang được chỉ định; nếu không chỉ định thì là trang duy nhất có cột `unit`, hoặc mọi trang là phiếu cùng "
         "ngôn ngữ. Ở đây không có trang nào, hoặc có nhiều trang như vậy."},
    .remedy = {"Name the worksheet: `--sheet NAME`, in Python `sheet=`. Where the column of the units has another name, tell it by "
               "`--rename NAME=unit`.",
               "Chỉ định trang tính: `--sheet TÊN`, trong Python là `sheet=`. Nếu cột tên đơn vị mang tên khác, thêm `--rename TÊN=unit`."},
    .expected = {"to be told which worksheet: {1} (--sheet, in Python sheet=)",
                 "khai báo dùng trang tính nào: {1} (--sheet, trong Python: sheet=)"}};
inline constexpr ProblemEntry book_size{
    .code = "book.size",
    .domain = ProblemEntry::Domain::text,
    .title = {"A workbook that is larger than any table of this kind", "Tệp bảng tính lớn quá mức"},
    .meaning = {"What the file unpacks to, or the cells from its first to its last one, are so many that it was made to exhaust memory, or "
                "holds stray cells far away from the table.",
                "Dữ liệu sau khi giải nén, hoặc vùng từ ô đầu đến ô cuối, lớn đến mức tệp có thể được tạo ra để làm cạn bộ nhớ, hoặc có ô "
                "lạc ở rất xa bảng."},
    .remedy = {"Delete the rows and columns behind the table, or copy the table into a new workbook. Larger tables are read as CSV.",
               "Xóa các dòng, cột thừa phía sau bảng, hoặc chép bảng sang tệp bảng tính mới. Bảng lớn hơn thì lưu ở dạng CSV."}};
inline constexpr ProblemEntry cell_formula{
    .code = "cell.formula",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A formula without a value", "Công thức chưa có giá trị"},
    .meaning =
        {"The cell has a formula, and the file does not store what it gives, or stores 0 and asks for it to be computed when the "
         "file is opened: another program than a spreadsheet wrote it. chiso computes no formulas.",
         "Ô có công thức nhưng tệp không lưu kết quả, hoặc lưu số 0 và yêu cầu tính lại khi mở tệp, vì được tạo bởi chương trình không "
         "phải phần mềm bảng tính. chiso không tính công thức."},
    .remedy = {"Open the workbook in the spreadsheet program and save it, or write the value into the cell.",
               "Mở tệp bằng phần mềm bảng tính rồi lưu lại, hoặc ghi thẳng giá trị vào ô."},
    .found = {"a formula without a value", "công thức chưa có giá trị"},
    .expected = {"a value: opened and saved in a spreadsheet program, the file has it",
                 "một giá trị: mở tệp bằng phần mềm bảng tính rồi lưu lại thì sẽ có"}};
inline constexpr ProblemEntry cell_percent{
    .code = "cell.percent",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A percent cell of a measure that is not in percent", "Ô định dạng phần trăm ở số liệu không tính bằng phần trăm"},
    .meaning = {"The spreadsheet shows the number with a percent sign and stores its hundredth part: `92 %` is 0.92. Whether 92 or 0.92 is "
                "meant is not known, as the model does not say that the measure is in percent.",
                "Bảng tính hiện số kèm dấu phần trăm nhưng lưu số đã chia cho 100: `92 %` là 0,92. Không biết cần lấy 92 hay 0,92, vì bộ "
                "tiêu chí không cho biết số liệu này tính bằng phần trăm."},
    .remedy =
        {"Say in the model that the measure is in percent (`\"measured_in\": \"%\"`, or `\"max\": 100`), or that it is a share (`\"max\": "
         "1`); or give the cells the format of a number.",
         "Ghi trong bộ tiêu chí rằng số liệu tính bằng phần trăm (`\"measured_in\": \"%\"` hoặc `\"max\": 100`), hoặc là tỷ lệ (`\"max\": "
         "1`); "
         "hoặc đổi định dạng ô thành số."},
    .expected = {"a plain number: {1} or {2}", "số không kèm dấu phần trăm: {1} hoặc {2}"}};
inline constexpr const ProblemEntry* sheet_problems[] = {&book_damaged, &book_hidden,  &book_links,  &book_sheet,
                                                         &book_size,    &cell_formula, &cell_percent};
}
}
