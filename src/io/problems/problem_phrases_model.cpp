#include <io/problems/problem_words.hpp>

namespace chiso::inline CHISO_BUILD {
std::span<const ProblemPhrase> model_phrases() {
  static constexpr ProblemPhrase phrases[] = {
      // ---- JSON
      {"a value", "một giá trị"},
      {"at most {} brackets inside one another", "nhiều nhất {0} ngoặc lồng nhau"},
      {"both halves of a pair of surrogates", "đủ hai nửa của cặp mã thay thế"},
      {"these mended first", "sửa các lỗi này trước"},
      {"UTF-8", "bảng mã UTF-8"},
      // ---- values
      {"an object", "một đối tượng"},
      {"a list", "một danh sách"},
      {"a number", "một số"},
      {"a rule: an object with its type", "một quy tắc: đối tượng có type"},
      {"one of {}", "một trong: {0}"},
      {"a plain decimal of at most 18 digits, without an exponent", "số thập phân thường, nhiều nhất 18 chữ số, không có số mũ"},
      {"each {} once", "mỗi {0} chỉ một lần"},
      // ---- models
      {"at least one {}", "ít nhất một {0}"},
      {"at most 100000 criteria and entries", "nhiều nhất 100000 tiêu chí, mục thưởng, mục trừ"},
      {"text without control characters, backslash or both quote marks, and no word for not applicable",
       "văn bản không có ký tự điều khiển, dấu gạch chéo ngược hay cả hai loại dấu nháy, và không phải từ chỉ 'không áp dụng'"},
      {"{}: {t}", "{0}: {1}"},
  };
  return phrases;
}
}
