#include <algorithm>
#include <chiso/core/utf8.hpp>
#include <chiso/model/text_problems.hpp>
#include <io/read/csv_problems.hpp>
#include <io/read/csv_text.hpp>
#include <io/text/unicode.hpp>
#include <io/text/utf8.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Whether bytes seem to be UTF-16 without a byte order mark: every second byte of its beginning is NUL, or nearly.
bool seems_utf16(std::string_view text) {
  constexpr std::size_t looked_at = 400, fewest = 4;
  text = text.substr(0, looked_at);
  std::size_t nuls[2] = {0, 0};
  for (std::size_t i = 0; i < text.size(); ++i) nuls[i % 2] += text[i] == '\0' ? 1 : 0;
  const auto most = std::max(nuls[0], nuls[1]), least = std::min(nuls[0], nuls[1]);
  return text.size() >= fewest && least == 0 && most * 3 >= text.size();
}
}

void report_bad_text(std::string_view text, const TellBadText& tell) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") || seems_utf16(text)) return tell(0, problems::text_utf16);
  // a zip file, or a spreadsheet of the older kind
  if (text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0")) return tell(0, problems::text_spreadsheet);
  for (std::size_t from = 0;;) {
    const auto bad = from + unicode::first_bad_byte(text.substr(from));
    const auto good = text.substr(0, bad);
    for (auto nul = good.find('\0', from); nul != good.npos; nul = good.find('\0', nul + 1)) tell(nul, problems::text_nul);
    if (bad == text.size()) return;
    tell(bad, problems::text_utf8);
    from = bad + 1;
    while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  }
}

Arguments arguments_of_bad_text(std::string_view text, std::size_t at, const ProblemEntry& entry) {
  constexpr Words csv_utf8{"text in UTF-8: spreadsheets save it as 'CSV UTF-8'",
                           "văn bản ở bảng mã UTF-8: trong phần mềm bảng tính, lưu ở dạng 'CSV UTF-8'"};
  if (&entry != &problems::text_utf8) return {};
  return {Argument(phrases::the_byte, {hex_of_byte(text[at])}), csv_utf8};
}
}
