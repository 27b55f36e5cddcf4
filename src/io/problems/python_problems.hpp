#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace problems {
inline constexpr ProblemEntry value_python{
    .code = "value.python",
    .domain = ProblemEntry::Domain::values,
    .title = {"A value of Python that no model holds", "Giá trị Python không dùng được trong mô hình"},
    .meaning =
        {"A draft holds text, numbers, truths, lists and mappings. A float stands for its shortest decimal of at most 15 digits: `0.1 + "
         "0.2` is "
         "none of these.",
         "Bản thảo chỉ gồm văn bản, số, có/không, danh sách và bảng khóa. Số thực dấu phẩy động thay cho số thập phân ngắn nhất của nó, "
         "nhiều "
         "nhất 15 chữ số: `0.1 + 0.2` không phải số như vậy."},
    .remedy = {"Write the number out, or as `decimal.Decimal`.", "Viết rõ con số, hoặc dùng `decimal.Decimal`."}};
inline constexpr ProblemEntry frame_lost_words{
    .code = "frame.lost_words",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A word that pandas takes for a blank", "Từ mà pandas coi là ô trống"},
    .meaning =
        {"`pandas.read_csv` reads `NA`, `None`, `n/a`, `null` and some other words as missing. The model has an option of that name, and "
         "cells "
         "of its measure are missing: they may have been that option.",
         "`pandas.read_csv` đọc các từ như `NA`, `None`, `n/a`, `null` thành ô thiếu số liệu. Mô hình có phương án trùng tên như vậy, và "
         "số "
         "liệu của nó có ô thiếu: có thể đó chính là phương án này."},
    .remedy = {"Read the file with `keep_default_na=False, na_values=[\"\"]`, or by `chiso.read_evidence`.",
               "Đọc tệp với `keep_default_na=False, na_values=[\"\"]`, hoặc dùng `chiso.read_evidence`."}};
inline constexpr const ProblemEntry* python_problems[] = {&value_python, &frame_lost_words};
}
}
