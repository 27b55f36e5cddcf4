#pragma once
#include <algorithm>
#include <chiso/core/suggestions.hpp>
#include <numeric>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::optional<std::string_view> nearest(std::string_view name, const std::vector<std::string_view>& known) {
  std::optional<std::string_view> best;
  if (name.size() > 200) return best;  // nobody misspells a name that long, and the distance costs the product of the lengths
  std::size_t least = name.size() / 3 + 2;
  for (const auto word : known) {
    const auto differ = word.size() < name.size() ? name.size() - word.size() : word.size() - name.size();
    if (differ >= least) continue;  // at least that many letters apart
    std::vector<std::size_t> row(word.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= name.size(); ++i) {
      std::size_t corner = row[0];
      row[0] = i;
      for (std::size_t j = 1; j <= word.size(); ++j) {
        const std::size_t above = row[j];
        row[j] = std::min({row[j] + 1, row[j - 1] + 1, corner + (name[i - 1] != word[j - 1] ? 1 : 0)});
        corner = above;
      }
    }
    if (row.back() < least) {
      least = row.back();
      best = word;
    }
  }
  return best;
}
}
