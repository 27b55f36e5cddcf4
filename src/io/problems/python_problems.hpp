#pragma once
#include <chiso/core/problem.hpp>

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
      "pandas.read_csv(..., keep_default_na=False, na_values=['']), để giữ nguyên các tên như NA"}}};
}
