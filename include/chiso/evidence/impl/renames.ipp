#pragma once
#include <algorithm>
#include <chiso/core/suggestions.hpp>
#include <chiso/evidence/columns.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The new names that the options give to columns of a table.
class Renames {
 public:
  /// Each pair is a column of the table and a name of the model.
  explicit Renames(std::vector<std::pair<std::string, std::string>> pairs) : pairs_(std::move(pairs)) {}

  /// The new name of a column; null if it keeps its own. A rename of the whole name takes precedence over one of its first line.
  CHISO_INLINE const std::string* of(std::string_view name) const {
    const auto* pair = pair_of(name);
    return pair ? &pair->second : nullptr;
  }
  /// Calls twice(from) for each rename of a column that an earlier one renames, and absent(from, hint) for each rename of a column that is
  /// not in the list.
  template <class Twice, class Absent>
  void check(std::span<const std::string> names, Twice&& twice, Absent&& absent) const {
    for (const auto& pair : pairs_) {
      const auto& from = pair.first;
      if (pair_of(from) != &pair) {
        twice(from);
      } else if (std::none_of(names.begin(), names.end(), [&](const auto& name) { return pair_of(name) == &pair; })) {
        std::vector<std::string_view> heads;
        for (const auto& name : names) heads.push_back(first_line(name).empty() ? std::string_view(name) : first_line(name));
        absent(from, nearest(from, heads).value_or(""));
      }
    }
  }

 private:
  CHISO_INLINE const std::pair<std::string, std::string>* pair_of(std::string_view name) const {
    const auto find = [&](std::string_view wanted) {
      return std::find_if(pairs_.begin(), pairs_.end(), [&](const auto& pair) { return pair.first == wanted; });
    };
    auto at = find(name);
    if (const auto first = first_line(name); at == pairs_.end() && !first.empty()) at = find(first);
    return at == pairs_.end() ? nullptr : &*at;
  }

  std::vector<std::pair<std::string, std::string>> pairs_;
};
}
