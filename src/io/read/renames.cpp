#include <algorithm>
#include <chiso/core/report.hpp>
#include <chiso/evidence/columns.hpp>
#include <io/read/renames.hpp>
#include <io/text/unicode.hpp>

namespace chiso::inline CHISO_BUILD {
Renames::Renames(const std::vector<std::pair<std::string, std::string>>& given) {
  for (const auto& [from, to] : given) pairs_.emplace_back(clean_text(from), clean_text(to));
}

const std::pair<std::string, std::string>* Renames::pair_of(std::string_view name) const {
  const auto find = [&](std::string_view wanted) {
    return std::find_if(pairs_.begin(), pairs_.end(), [&](const auto& pair) { return pair.first == wanted; });
  };
  auto at = find(name);
  if (const auto first = first_line(name); at == pairs_.end() && !first.empty()) at = find(first);
  return at == pairs_.end() ? nullptr : &*at;
}
const std::string* Renames::of(std::string_view name) const {
  const auto* pair = pair_of(name);
  return pair ? &pair->second : nullptr;
}

void Renames::check(std::span<const std::string> names, std::string_view expected, EvidenceTable& table) const {
  const auto problem = [&](const std::string& from, const char* code, std::string_view what) {
    auto* out = table.add_problem(BadCell::none, BadCell::none, code, from, what);
    if (out) out->place.pointer = "/columns/" + from;
    return out;
  };
  for (const auto& pair : pairs_) {
    const auto& from = pair.first;
    if (pair_of(from) != &pair) {
      problem(from, "rename.duplicate", "each column renamed once");
    } else if (std::none_of(names.begin(), names.end(), [&](const auto& name) { return pair_of(name) == &pair; })) {
      std::vector<std::string_view> heads;
      for (const auto& name : names) heads.push_back(first_line(name).empty() ? std::string_view(name) : first_line(name));
      if (auto* absent = problem(from, "rename.absent", expected)) absent->hint = nearest(from, heads).value_or("");
    }
  }
}
}
