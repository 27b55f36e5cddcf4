#include <algorithm>
#include <array>
#include <charconv>
#include <chiso/evidence/bad_cells.hpp>
#include <cstring>
#include <io/read/arrow_type.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Takes the next whole number of a list with commas; empty if there is none.
std::optional<int> next_number(std::string_view& text) {
  int out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{}) return {};
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (text.starts_with(',')) text.remove_prefix(1);
  return out;
}
/// `precision,scale` or `precision,scale,bits`.
ArrowType decimal_type(std::string_view text) {
  constexpr int most_digits = 76;  // for 256 bits
  const auto precision = next_number(text), scale = next_number(text);
  const auto bits = text.empty() ? std::optional(128) : next_number(text);
  if (!precision || !scale || !bits || !text.empty() || *scale < -most_digits || *scale > most_digits) return {};
  if (*bits != 32 && *bits != 64 && *bits != 128 && *bits != 256) return {};
  return {ArrowType::Kind::decimal, *bits / 8, true, *scale};
}
/// Dates in milliseconds, and times without a zone, with their units in a day.
constexpr std::array<std::pair<std::string_view, std::int64_t>, 5> times_of_day{
    {{"tdm", 86'400'000}, {"tss:", 86'400}, {"tsm:", 86'400'000}, {"tsu:", 86'400'000'000}, {"tsn:", 86'400'000'000'000}}};
}

ArrowType arrow_type(std::string_view format) {
  using Cells = ArrowType::Kind;
  if (format.starts_with("d:")) return decimal_type(format.substr(2));
  if (format == "tdD") return {Cells::date, 4, true, 0, 1};
  for (const auto& [start, per_day] : times_of_day)
    if (format == start) return {Cells::date, 8, true, 0, per_day};
  if (format == "vu") return {Cells::text_view, 16, true, 0};
  if (format.size() != 1) return {};
  switch (format[0]) {
    case 'n': return {Cells::null, 0, true, 0};
    case 'b': return {Cells::truth, 0, true, 0};
    case 'c': return {Cells::whole, 1, true, 0};
    case 'C': return {Cells::whole, 1, false, 0};
    case 's': return {Cells::whole, 2, true, 0};
    case 'S': return {Cells::whole, 2, false, 0};
    case 'i': return {Cells::whole, 4, true, 0};
    case 'I': return {Cells::whole, 4, false, 0};
    case 'l': return {Cells::whole, 8, true, 0};
    case 'L': return {Cells::whole, 8, false, 0};
    case 'e': return {Cells::number, 2, true, 0};
    case 'f': return {Cells::number, 4, true, 0};
    case 'g': return {Cells::number, 8, true, 0};
    case 'u': return {Cells::text, 4, true, 0};
    case 'U': return {Cells::text, 8, true, 0};
    default: return {};
  }
}

std::string_view arrow_extension(const ArrowSchema& schema) {
  const char* at = schema.metadata;
  if (at == nullptr) return {};
  const auto number = [&] {
    std::int32_t out = 0;
    std::memcpy(&out, at, sizeof out);
    at += sizeof out;
    return out;
  };
  const auto text = [&] {
    const auto size = static_cast<std::size_t>((std::max)(number(), 0));
    at += size;
    return std::string_view(at - size, size);
  };
  for (auto left = number(); left > 0; --left) {
    const auto key = text(), value = text();
    if (key == "ARROW:extension:name") return value;
  }
  return {};
}

Argument arrow_words(std::string_view format) {
  static constexpr std::array<std::pair<std::string_view, Words>, 14> words{{
      {"td", {"dates", "ngày"}},
      {"ts", {"points in time", "thời điểm"}},
      {"tt", {"times of day", "giờ trong ngày"}},
      {"tD", {"lengths of time", "khoảng thời gian"}},
      {"ti", {"lengths of time", "khoảng thời gian"}},
      {"z", {"bytes", "byte"}},
      {"Z", {"bytes", "byte"}},
      {"vz", {"bytes", "byte"}},
      {"w:", {"bytes", "byte"}},
      {"+s", {"structures", "cấu trúc"}},
      {"+m", {"maps", "ánh xạ"}},
      {"+u", {"values of several types", "giá trị thuộc nhiều kiểu"}},
      {"+r", {"runs of equal cells (run-end-encoded)", "các đoạn ô bằng nhau (run-end-encoded)"}},
      {"_pli128", {"whole numbers of 128 bits", "số nguyên 128 bit"}},
  }};
  constexpr Words lists{"lists", "danh sách"}, another{"the Arrow type {0}", "kiểu Arrow {0}"};
  for (const auto& [start, what] : words)
    if (format.starts_with(start)) return what;
  if (format.starts_with("+l") || format.starts_with("+L") || format.starts_with("+v") || format.starts_with("+w")) return lists;
  return {another, {BadCells::excerpt_or_blank(format)}};
}
}
