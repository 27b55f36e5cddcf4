#include <algorithm>
#include <cerrno>
#include <chiso/core/text.hpp>
#include <iconv.h>
#include <io/text/encoding.hpp>
#include <memory>

namespace chiso::inline CHISO_BUILD {
namespace {
struct Close {
  void operator()(void* conversion) const { iconv_close(static_cast<iconv_t>(conversion)); }
};
/// Empty if the system does not know the encoding.
std::unique_ptr<void, Close> conversion_from(const std::string& encoding) {
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_.:+").find(c) != std::string_view::npos;
  };
  if (encoding.empty() || !std::all_of(encoding.begin(), encoding.end(), is_part)) return {};  // iconv takes instructions behind a slash
  auto* opened = iconv_open("UTF-8", encoding.c_str());
  return std::unique_ptr<void, Close>(opened == reinterpret_cast<iconv_t>(-1) ? nullptr : opened);
}
}

bool is_encoding(const std::string& name) { return conversion_from(name) != nullptr; }

std::optional<std::size_t> to_utf8(std::string_view text, const std::string& encoding, std::string& out) {
  out.clear();
  auto order = encoding;
  const auto size = text.size();
  if (lower_case(encoding) == "utf-16" || lower_case(encoding) == "utf16") {
    order = text.starts_with("\xFE\xFF") ? "UTF-16BE" : "UTF-16LE";
    if (text.starts_with("\xFE\xFF") || text.starts_with("\xFF\xFE")) text.remove_prefix(2);
  }
  const auto conversion = conversion_from(order);
  if (!conversion) return 0;
  char room[4096];
  auto* from = const_cast<char*>(text.data());  // iconv does not write there
  auto left = text.size();
  for (bool more = true; more;) {
    char* to = room;
    auto space = sizeof room;
    more = left > 0;  // once more without input, for what the conversion holds back
    const auto result = iconv(conversion.get(), more ? &from : nullptr, more ? &left : nullptr, &to, &space);
    const bool full = result == static_cast<std::size_t>(-1) && errno == E2BIG;
    out.append(room, sizeof room - space);
    if (result == static_cast<std::size_t>(-1) && !full) return size - left;
    more = more || full;
  }
  return {};
}
}
