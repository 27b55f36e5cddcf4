#pragma once
#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/evidence/roster.hpp>
#include <chiso/evidence/roster_problems.hpp>
#include <chiso/evidence/table_problems.hpp>
#include <map>
#include <numeric>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// What copies of a roster share.
struct Roster::Data {
  std::vector<RosterUnit> units{};
  std::vector<std::pair<std::string, std::size_t>> former{};  ///< The former names that are followed, sorted, with the places of units.
  std::vector<Problem> warnings{};
  bool has_blocks = false, has_labels = false;

  CHISO_INLINE std::optional<std::size_t> present(std::string_view name) const {
    const auto at = std::lower_bound(units.begin(), units.end(), name, [](const auto& one, auto wanted) { return one.unit < wanted; });
    if (at == units.end() || at->unit != name) return {};
    return static_cast<std::size_t>(at - units.begin());
  }
};

namespace detail {
/// Tells report(row, column, entry, arguments) what is wrong with the units of a roster, each as it stands in its row.
template <class Report>
void check_roster(const std::vector<RosterUnit>& units, const Report& report) {
  constexpr Words a_block{"a block", "tên khối"};
  const bool has_blocks = std::any_of(units.begin(), units.end(), [](const auto& one) { return !one.block.empty(); });
  std::map<std::string_view, std::size_t> first;
  for (std::size_t row = 0; row < units.size(); ++row) {
    const auto& one = units[row];
    if (one.unit.empty()) {
      report(row, "unit", problems::unit_empty, Arguments{});
      continue;
    }
    if (const auto [at, is_new] = first.try_emplace(one.unit, row); !is_new)
      report(row, "unit", problems::roster_duplicate, Arguments{one.unit, TableRow{.row = at->second}});
    if (has_blocks && one.block.empty()) report(row, "block", problems::cell_blank, Arguments{a_block});
  }
}
}

CHISO_INLINE Roster::Roster(std::vector<RosterUnit> units) {
  std::vector<Problem> wrong;
  detail::check_roster(units, [&](std::size_t row, const char* column, const ProblemEntry& entry, Arguments arguments) {
    wrong.push_back(problem_at({.pointer = "/" + std::to_string(row) + "/" + column}, Severity::error, entry, std::move(arguments)));
  });
  if (const auto total = wrong.size(); total > 0) throw EvidenceError(std::move(wrong), total);
  std::sort(units.begin(), units.end(), [](const auto& a, const auto& b) { return a.unit < b.unit; });
  auto data = std::make_shared<Data>(Data{.units = std::move(units)});
  for (std::size_t place = 0; place < data->units.size(); ++place) {
    const auto& one = data->units[place];
    data->has_blocks = data->has_blocks || !one.block.empty();
    data->has_labels = data->has_labels || !one.label.empty();
    for (const auto& name : one.was)
      if (!name.empty() && name != one.unit) data->former.emplace_back(name, place);
  }
  auto& former = data->former;
  std::sort(former.begin(), former.end());
  former.erase(std::unique(former.begin(), former.end()), former.end());
  std::vector<std::pair<std::string, std::size_t>> followed;
  for (auto first = former.begin(); first != former.end();) {
    const auto last = std::find_if(first, former.end(), [&](const auto& one) { return one.first != first->first; });
    if (last - first == 1 && !data->present(first->first))
      followed.push_back(*first);
    else
      for (auto at = first; at != last; ++at)
        data->warnings.push_back(problem_at({.pointer = "/roster/" + data->units[at->second].unit}, Severity::warning, problems::roster_was,
                                            {at->first, data->units[at->second].unit}));
    first = last;
  }
  former = std::move(followed);
  data_ = std::move(data);
}
CHISO_INLINE std::span<const RosterUnit> Roster::units() const { return data_->units; }
CHISO_INLINE bool Roster::has_blocks() const { return data_->has_blocks; }
CHISO_INLINE bool Roster::has_labels() const { return data_->has_labels; }
CHISO_INLINE std::optional<std::size_t> Roster::find(std::string_view name) const {
  if (const auto own = data_->present(name)) return own;
  const auto& former = data_->former;
  const auto at = std::lower_bound(former.begin(), former.end(), name, [](const auto& one, auto wanted) { return one.first < wanted; });
  if (at == former.end() || at->first != name) return {};
  return at->second;
}
CHISO_INLINE const std::vector<Problem>& Roster::warnings() const { return data_->warnings; }
CHISO_INLINE bool operator==(const Roster& a, const Roster& b) { return a.data_ == b.data_ || a.data_->units == b.data_->units; }
}
