#pragma once
#include <algorithm>
#include <array>
#include <chiso/core/impl/text.ipp>
#include <chiso/core/suggestions.hpp>
#include <numeric>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// Words of which one turns the meaning of a name into the opposite.
inline constexpr std::array<std::array<std::string_view, 2>, 20> opposite_words{{{"most", "least"},
                                                                                 {"min", "max"},
                                                                                 {"minimum", "maximum"},
                                                                                 {"from", "to"},
                                                                                 {"above", "below"},
                                                                                 {"over", "under"},
                                                                                 {"lower", "upper"},
                                                                                 {"before", "after"},
                                                                                 {"first", "last"},
                                                                                 {"zero", "full"},
                                                                                 {"best", "worst"},
                                                                                 {"bonus", "penalty"},
                                                                                 {"ascending", "descending"},
                                                                                 {"yes", "no"},
                                                                                 {"true", "false"},
                                                                                 {"trên", "dưới"},
                                                                                 {"tren", "duoi"},
                                                                                 {"trước", "sau"},
                                                                                 {"truoc", "sau"},
                                                                                 {"tăng", "giảm"}}};
/// The letters to change, add or take out to make one text of the other.
CHISO_INLINE std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = (std::min)({row[j] + 1, row[j - 1] + 1, corner + (a[i - 1] != b[j - 1] ? 1 : 0)});
      corner = above;
    }
  }
  return row.back();
}
/// Whether turning a word of a name into its opposite leaves it as near as `distance` to what was typed.
CHISO_INLINE bool opposite_is_near(std::string_view typed, std::string_view name, std::size_t distance) {
  constexpr std::string_view between = "_-. ";
  for (std::size_t begin = 0; begin < name.size();) {
    const auto end = (std::min)(name.find_first_of(between, begin), name.size());
    const auto word = name.substr(begin, end - begin);
    for (const auto& pair : opposite_words)
      for (const std::size_t i : {0U, 1U}) {
        if (word != pair[i]) continue;
        const auto opposite = std::string(name.substr(0, begin)).append(pair[1 - i]).append(name.substr(end));
        if (edit_distance(typed, opposite) <= distance) return true;
      }
    begin = end + 1;
  }
  return false;
}
inline bool differ_in_case_alone(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}
}
CHISO_INLINE std::optional<std::string_view> nearest(std::string_view name, const std::vector<std::string_view>& known) {
  std::optional<std::string_view> best;
  if (name.size() > 200) return best;  // nobody misspells a name of that length, and the distance costs the product of the lengths
  std::size_t least = name.size() / 3 + 2;
  for (const auto word : known) {
    if (detail::differ_in_case_alone(name, word)) return word;
    const auto differ = word.size() < name.size() ? name.size() - word.size() : word.size() - name.size();
    if (differ >= least) continue;  // at least that many letters apart
    const auto distance = detail::edit_distance(name, word);
    if (distance >= least || detail::opposite_is_near(name, word, distance)) continue;
    least = distance;
    best = word;
  }
  return best;
}

namespace unicode {
/// The letters that bear the marks of Vietnamese, in lower case and composed, by the first and last of each run.
struct MarkedLetters {
  char32_t first, last;
  char plain;
};
inline constexpr std::array<MarkedLetters, 18> marked_letters{{{0xE0, 0xE5, 'a'},
                                                               {0xE8, 0xEB, 'e'},
                                                               {0xEC, 0xEF, 'i'},
                                                               {0xF2, 0xF6, 'o'},
                                                               {0xF9, 0xFC, 'u'},
                                                               {0xFD, 0xFD, 'y'},
                                                               {0x103, 0x103, 'a'},
                                                               {0x111, 0x111, 'd'},
                                                               {0x129, 0x129, 'i'},
                                                               {0x169, 0x169, 'u'},
                                                               {0x1A1, 0x1A1, 'o'},
                                                               {0x1B0, 0x1B0, 'u'},
                                                               {0x1EA1, 0x1EB7, 'a'},
                                                               {0x1EB9, 0x1EC7, 'e'},
                                                               {0x1EC9, 0x1ECB, 'i'},
                                                               {0x1ECD, 0x1EE3, 'o'},
                                                               {0x1EE5, 0x1EF1, 'u'},
                                                               {0x1EF3, 0x1EF9, 'y'}}};
}
CHISO_INLINE std::string without_marks(std::string_view name) {
  std::string out;
  while (!name.empty()) {
    const auto character = unicode::first(name);
    if (character.size == 0) return out += name;
    const auto lower = unicode::lower(character.code);
    const auto marked = std::find_if(unicode::marked_letters.begin(), unicode::marked_letters.end(),
                                     [&](const auto& run) { return run.first <= lower && lower <= run.last; });
    if (marked != unicode::marked_letters.end())
      out += marked->plain;
    else
      unicode::append(out, lower);
    name.remove_prefix(character.size);
  }
  return out;
}

CHISO_INLINE std::vector<std::string_view> Suggestions::likely(std::string_view typed, std::span<const std::string> names) {
  const auto wanted = without_marks(typed);
  std::vector<std::string> plain;
  for (const auto& name : names) plain.push_back(without_marks(name));
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < names.size() && out.size() < most_likely; ++i)
    if (!wanted.empty() && plain[i].find(wanted) != std::string::npos) out.emplace_back(names[i]);
  if (!out.empty()) return out;
  const auto near = of(wanted, [&] { return std::vector<std::string_view>(plain.begin(), plain.end()); });
  if (!near.empty()) out.emplace_back(names[static_cast<std::size_t>(std::find(plain.begin(), plain.end(), near) - plain.begin())]);
  return out;
}
}
