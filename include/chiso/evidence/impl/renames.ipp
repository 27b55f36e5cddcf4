#pragma once
#include <algorithm>
#include <chiso/core/as_seen.hpp>
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
  /// Each pair is a column of the table and a name of the model, both as people see them: a head that is wrapped in its cell has blanks
  /// for its line breaks.
  CHISO_INLINE explicit Renames(std::vector<std::pair<std::string, std::string>> pairs) : pairs_(std::move(pairs)) {
    for (auto& pair : pairs_) pair = {as_seen(pair.first), as_seen(pair.second)};
  }

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
        const auto heads = renamable(names);
        absent(from, nearest(from, {heads.begin(), heads.end()}).value_or(""));
      }
    }
  }

 private:
  CHISO_INLINE const std::pair<std::string, std::string>* pair_of(std::string_view name) const {
    if (pairs_.empty()) return nullptr;
    const auto find = [&](const std::string& wanted) {
      return std::find_if(pairs_.begin(), pairs_.end(), [&](const auto& pair) { return pair.first == wanted; });
    };
    auto at = find(as_seen(name));
    if (const auto first = as_seen(first_line(name)); at == pairs_.end() && !first.empty()) at = find(first);
    return at == pairs_.end() ? nullptr : &*at;
  }
  /// What a rename may say to mean one of these columns: the first line of a head, if it is of that head alone, and the whole of it.
  CHISO_INLINE static std::vector<std::string> renamable(std::span<const std::string> names) {
    std::vector<std::string> firsts, out;
    for (const auto& name : names) firsts.push_back(as_seen(first_line(name)));
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (!firsts[i].empty() && std::count(firsts.begin(), firsts.end(), firsts[i]) == 1) out.push_back(firsts[i]);
      out.push_back(as_seen(names[i]));
    }
    return out;
  }

  std::vector<std::pair<std::string, std::string>> pairs_;
};
}
