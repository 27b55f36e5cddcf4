#pragma once
#include <algorithm>
#include <chiso/core/alike_key.hpp>
#include <chiso/core/as_seen.hpp>
#include <chiso/core/text.hpp>
#include <chiso/core/utf8.hpp>
#include <chiso/evidence/usual_words.hpp>
#include <string>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What people call the columns of a row.
inline constexpr std::pair<std::string_view, std::string_view> words_for_columns[] = {
    {"đơn vị", "unit"},    {"tên đơn vị", "unit"},    {"đơn vị được chấm", "unit"}, {"khối", "block"},       {"kỳ", "period"},
    {"tên xã", "unit"},    {"xã, phường", "unit"},    {"tên xã, phường", "unit"},   {"tên cơ quan", "unit"}, {"cơ quan, đơn vị", "unit"},
    {"năm", "period"},     {"kỳ đánh giá", "period"}, {"kỳ báo cáo", "period"},     {"bước chấm", "track"},  {"được xếp hạng", "ranked"},
    {"unit name", "unit"}, {"name of unit", "unit"},  {"group", "block"},           {"year", "period"},      {"step", "track"}};
CHISO_INLINE std::string_view usual_column(std::string_view head) {
  constexpr std::size_t longest = 100;  // no title is compared
  if (head.size() > longest) return {};
  const auto wanted = lower_case(as_seen(head));
  for (const auto& [word, column] : words_for_columns)
    if (word == wanted) return column;
  return {};
}
/// What rows of totals and averages are called, as keys of alike names.
struct WordsForTotals {
  std::vector<std::string> whole{}, beginnings{};

  CHISO_INLINE WordsForTotals() {
    for (const auto* word : {"cộng",    "tổng",      "tổng số",        "tổng cộng", "trung bình", "bình quân",  "toàn tỉnh",
                             "cả nước", "toàn quốc", "toàn thành phố", "tong cong", "tong so",    "trung binh", "binh quan",
                             "total",   "totals",    "grand total",    "subtotal",  "average",    "mean",       "sum"})
      whole.push_back(alike_key(word));
    for (const auto* word :
         {"tổng cộng ", "tổng số ", "cộng khối ", "cộng các ", "trung bình ", "bình quân ", "average of ", "total of ", "total for "})
      beginnings.push_back(alike_key(word));
  }
};
CHISO_INLINE bool is_named_as_a_total(std::string_view unit, std::string& key) {
  static const WordsForTotals words;
  constexpr std::string_view first_letters = "cbtgmsaCBTGMSA", around = " .:;,-*+()[]\"'";
  const auto first = unit.find_first_not_of(around);
  if (first == unit.npos || first_letters.find(unit[first]) == unit.npos) return false;
  put_alike_key(unit, key);
  std::string_view name = key;
  name.remove_prefix((std::min)(name.find_first_not_of(around), name.size()));
  name = name.substr(0, name.find_last_not_of(around) + 1);
  return std::find(words.whole.begin(), words.whole.end(), name) != words.whole.end() ||
         std::any_of(words.beginnings.begin(), words.beginnings.end(), [&](std::string_view word) { return name.starts_with(word); });
}
}
