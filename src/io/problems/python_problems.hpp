#pragma once
#include <chiso/core/problem.hpp>
#include <io/read/sheet_problems.hpp>

namespace chiso::inline CHISO_BUILD {
namespace problems {
inline constexpr ProblemEntry value_python{
    .code = "value.python",
    .domain = ProblemEntry::Domain::values,
    .title = {"A value of Python that no model holds", "Giá trị Python không dùng được trong bộ tiêu chí"},
    .meaning =
        {"A draft holds text, numbers, truths, lists and mappings. A float stands for its shortest decimal of at most 15 digits: `0.1 + "
         "0.2` is "
         "none of these.",
         "Bản thảo bộ tiêu chí chỉ gồm văn bản, số, có/không, danh sách (list) và từ điển (dict). Số `float` được hiểu là số thập phân "
         "ngắn nhất ứng với nó, tối đa 15 chữ số: `0.1 + 0.2` không phải số như vậy."},
    .remedy = {"Write the number out, or as `decimal.Decimal`. For equal thirds give whole [weights](../guide/weights.md).",
               "Viết đủ các chữ số, hoặc dùng `decimal.Decimal`. Muốn chia đều cho ba thì dùng [trọng số](../guide/weights.md)."}};
inline constexpr ProblemEntry frame_lost_words{
    .code = "frame.lost_words",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A word that pandas takes for a blank", "Từ mà pandas coi là ô trống"},
    .meaning =
        {"`pandas.read_csv` reads `NA`, `None`, `n/a`, `null` and some other words as missing. The model has an option of that name, and "
         "cells "
         "of its measure are missing: they may have been that option.",
         "`pandas.read_csv` đọc các từ như `NA`, `None`, `n/a`, `null` thành ô thiếu số liệu. Bộ tiêu chí có phương án mang tên như vậy, "
         "và số liệu đó có ô thiếu: có thể các ô đó chính là phương án này."},
    .remedy = {"Read the file with `keep_default_na=False, na_values=[\"\"]`, or by `chiso.read_evidence`.",
               "Đọc tệp với `keep_default_na=False, na_values=[\"\"]`, hoặc dùng `chiso.read_evidence`."},
    .expected = {"a frame that was read with keep_default_na=False, na_values=['']", "bảng đọc với keep_default_na=False, na_values=['']"}};
inline constexpr const ProblemEntry* python_problems[] = {&value_python, &frame_lost_words};
}

/// Phrases of messages that only the Python package reports, by the names that it uses for them.
struct NamedWords {
  std::string_view name;
  Words words;
};
inline constexpr NamedWords python_phrases[] = {
    {"plain_value",
     {"text, a number, a truth, None, or a list or mapping of these",
      "văn bản, số, có/không, None, hoặc danh sách (list), từ điển (dict) gồm các giá trị này"}},
    {"fifteen_digits", {"a number of at most 15 digits, or a decimal.Decimal", "số có tối đa 15 chữ số, hoặc decimal.Decimal"}},
    {"text_as_key", {"a text as key", "khóa là văn bản"}},
    {"both_surrogates", {"both halves of a pair of surrogates", "đủ hai nửa của cặp mã thay thế"}},
    {"made_by_from_dict", {"{0}; from_dict makes it of plain data", "{0}; from_dict tạo đối tượng đó từ dữ liệu thường"}},
    {"or", {"{0} or {1}", "{0} hoặc {1}"}},
    {"list", {"a list", "một danh sách"}},
    {"no_key", {"no {0}", "thiếu {0}", Words::absence}},
    {"one_within_itself", {"a {0} within itself", "{0} nằm trong chính nó"}},
    {"within_itself", {"{0} within itself", "{0} nằm trong chính nó"}},
    {"missing_cell",
     {"{0} missing cell, and pandas.read_csv reads its option '{1}' as missing",
      "{0} ô thiếu số liệu, trong khi pandas.read_csv đọc phương án '{1}' thành ô thiếu số liệu"}},
    {"missing_cells",
     {"{0} missing cells, and pandas.read_csv reads its option '{1}' as missing",
      "{0} ô thiếu số liệu, trong khi pandas.read_csv đọc phương án '{1}' thành ô thiếu số liệu"}},
    {"index_of_frame", {"unit='index', which takes the index of the frame", "unit='index', để lấy chỉ mục của bảng"}},
    {"names_kept",
     {"pandas.read_csv(..., keep_default_na=False, na_values=['']), which leaves names such as NA as they are",
      "pandas.read_csv(..., keep_default_na=False, na_values=['']), để giữ nguyên các tên như NA"}},
    {"a_workbook", phrases::a_workbook},
    {"no_workbook", {"a file that is no workbook", "tệp không phải bảng tính"}},
    {"no_archive", {"a damaged file, which cannot be unpacked", "tệp bị hỏng, không giải nén được"}},
    {"binary_workbook", {"a binary workbook (xlsb)", "tệp bảng tính nhị phân (xlsb)"}},
    {"password", {"a file with a password", "tệp có mật khẩu"}},
    {"cannot_be_read", {"a file that cannot be read ({0})", "tệp không đọc được ({0})"}},
    {"packed_otherwise", {"{0}, packed in an unusual way", "{0}, nén theo cách không thông dụng"}},
    {"parts_of_one_name", {"two parts of one name", "hai phần trùng tên"}},
    {"part_of_other_size", {"{0}, which is not as large as the file says", "{0}, kích thước không đúng như tệp ghi"}},
    {"bad_xml", {"XML that cannot be read ({0})", "XML không đọc được ({0})"}},
    {"definitions", {"XML with definitions of its own, which no workbook has", "XML có phần tự định nghĩa, không bảng tính nào có"}},
    {"unpacks", {"{0}, which unpacks to more than any table", "{0}, khi giải nén lớn hơn mọi bảng"}},
    {"long_directory", {"an archive of very many parts", "tệp nén có quá nhiều phần"}},
    {"large_file", {"a very large file", "tệp quá lớn"}},
    {"at_most_mib", {"at most {0} MiB", "tối đa {0} MiB"}},
    {"apart", {"{0} rows and {1} columns, in which {2} cells are filled", "{0} dòng, {1} cột, trong đó {2} ô có dữ liệu"}},
    {"no_cells_apart", {"a table without cells far away from it", "bảng không có ô lạc ở xa"}},
    {"merged", {"more than {0} ranges of merged cells", "hơn {0} vùng ô gộp"}},
    {"fewer_merged", {"a table with fewer merged cells", "bảng có ít ô gộp hơn"}},
    {"sheets_of_units", {"{0} worksheets whose heads name unit", "{0} trang tính có cột unit"}},
    {"no_sheet_of_units", {"no worksheet whose heads name unit", "thiếu trang tính có cột unit", Words::absence}}};
}
