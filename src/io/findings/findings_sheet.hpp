#pragma once
#include <chiso/check/check_report.hpp>
#include <chiso/core/text.hpp>
#include <cstddef>
#include <io/text/page.hpp>
#include <limits>
#include <span>

namespace chiso::inline CHISO_BUILD {
inline constexpr std::size_t every_finding = std::numeric_limits<std::size_t>::max();
/// At most so many findings of each check, and implied counts, are shown.
Page findings_sheet(const CheckReport& report, Text::Language language, std::size_t most = every_finding);
/// What they found on some rows of one unit: one table, and the counts that are implied there.
Page findings_sheet_of(const CheckReport& report, std::span<const std::size_t> rows, Text::Language language);
}
