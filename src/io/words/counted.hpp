#pragma once
#include <chiso/core/problem.hpp>
#include <chiso/core/words.hpp>
#include <cstddef>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// What is counted, when there is one of it and otherwise.
struct Things {
  Words one, several;
};
namespace things {
inline constexpr Things errors{{"{0} error", "{0} lỗi"}, {"{0} errors", "{0} lỗi"}},
    warnings{{"{0} warning", "{0} cảnh báo"}, {"{0} warnings", "{0} cảnh báo"}},
    leaves{{"{0} leaf", "{0} tiêu chí thành phần"}, {"{0} leaves", "{0} tiêu chí thành phần"}},
    measures{{"{0} measure", "{0} số liệu"}, {"{0} measures", "{0} số liệu"}}, rows{{"{0} row", "{0} dòng"}, {"{0} rows", "{0} dòng"}},
    units{{"{0} unit", "{0} đơn vị"}, {"{0} units", "{0} đơn vị"}}, blocks{{"{0} block", "{0} khối"}, {"{0} blocks", "{0} khối"}},
    periods{{"{0} period", "{0} kỳ"}, {"{0} periods", "{0} kỳ"}},
    checks{{"{0} check", "{0} phép kiểm tra"}, {"{0} checks", "{0} phép kiểm tra"}},
    tracks{{"{0} track", "{0} bước chấm"}, {"{0} tracks", "{0} bước chấm"}};
}
/// `1 row`, `2 rows`.
inline std::string counted(std::size_t count, const Things& what, Text::Language language) {
  return to_text(count == 1 ? what.one : what.several, {count}, language);
}
}
