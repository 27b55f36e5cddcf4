#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry language_unknown{
    .code = "language.unknown",
    .domain = ProblemEntry::Domain::requests,
    .title = {"A language that chiso does not speak", "Ngôn ngữ chưa hỗ trợ"},
    .meaning = {"The environment variable `CHISO_LANG` names the language of what chiso writes. It has texts in Vietnamese and English.",
                "Biến môi trường `CHISO_LANG` cho biết ngôn ngữ của kết quả và thông báo. chiso có tiếng Việt và tiếng Anh."},
    .remedy = {"Set it to `vi` or `en`, or unset it: then the locale decides.",
               "Đặt là `vi` hoặc `en`, hoặc bỏ biến này: khi đó theo ngôn ngữ của hệ thống."},
    .found = {"'{0}' in CHISO_LANG", "'{0}' trong CHISO_LANG"},
    .expected = {"vi or en", "vi hoặc en"}};
inline constexpr const ProblemEntry* language_problems[] = {&language_unknown};
}

/// The language of this process, where nobody asks for one: that of the environment variable CHISO_LANG; if it is not set, or empty, that
/// of the locale; if that is none of the two (as C and POSIX are), Vietnamese. The locale is the first of LC_ALL, LC_MESSAGES and LANG that
/// is not empty. The library itself never asks for it: functions of C++ take a language.
/// @throws Error (language.unknown) if CHISO_LANG is another text.
CHISO_EXPORT Text::Language usual_language();
/// The same as if CHISO_LANG were not set.
CHISO_EXPORT Text::Language language_of_locale();
}
