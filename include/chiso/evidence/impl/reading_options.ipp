#pragma once
#include <chiso/core/error.hpp>
#include <chiso/evidence/cell_problems.hpp>
#include <chiso/evidence/reading_options.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE void check(const ReadingOptions& options) {
  constexpr Words a_decimal_mark{"'.' or ','", "'.' hoặc ','"},
      a_thousands_mark{"'.', ',', a blank or an apostrophe", "'.', ',', khoảng trắng hoặc dấu nháy đơn"},
      another_mark{"another mark than that of decimals", "dấu khác với dấu thập phân"},
      told_both{"another mark than that of decimals, which is '.' unless it is told too, as by decimal ','",
                "dấu khác với dấu thập phân; nếu không khai báo thì dấu thập phân là '.', nên cần khai báo thêm, ví dụ dấu thập phân ','"};
  std::vector<Problem> problems;
  const auto add = [&](const char* pointer, const ProblemEntry& entry, char found, const Words& expected) {
    problems.push_back(problem_at({.pointer = pointer}, Severity::error, entry, {std::string{'\'', found, '\''}, expected}));
  };
  const auto is_printable = [](char c) { return c == '\t' || (c >= 0x20 && c < 0x7F); };
  const char decimal = options.decimal_mark();
  if (decimal_marks.find(decimal) == decimal_marks.npos) add("/decimal", problems::option_decimal, decimal, a_decimal_mark);
  if (options.thousands && thousands_marks.find(*options.thousands) == thousands_marks.npos)
    add("/thousands", problems::option_thousands, *options.thousands, a_thousands_mark);
  if (options.thousands == decimal) add("/thousands", problems::option_thousands, decimal, options.decimal ? another_mark : told_both);
  if (options.delimiter && (*options.delimiter == '"' || !is_printable(*options.delimiter)))
    problems.push_back(problem_at({.pointer = "/delimiter"}, Severity::error, problems::option_delimiter, {}));
  if (problems.empty()) return;
  constexpr Words unfit{"the options of the reader do not fit together", "các tùy chọn đọc bảng không khớp nhau"};
  throw Error(unfit, std::move(problems));
}
}
