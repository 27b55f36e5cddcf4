#pragma once
#include <algorithm>
#include <chiso/core/problems.hpp>
#include <chiso/rule/options.hpp>
#include <unordered_map>
#include <unordered_set>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE void Options::check(const RuleContext& in) const {
  const auto program = in.program(value);
  const auto& measure = in.measures[static_cast<std::size_t>(program.options)];
  const auto step = in.report.step("points");
  std::unordered_set<std::string_view> listed;
  std::size_t known = 0;
  for (const auto& [option, worth] : points) known += listed.insert(option).second && measure.options.find(option) ? 1U : 0U;
  // Only the first few are named: with a long list in each of many rules, naming all would take too long.
  constexpr std::size_t most_named = 10;
  std::size_t named = 0;
  constexpr Words none_for{"no points for {0}", "thiếu điểm cho {0}", Words::absence},
      none_for_more{"no points for {0} more", "thiếu điểm cho {0} phương án nữa", Words::absence};
  auto next = measure.options.begin();
  for (; next != measure.options.end() && named < (std::min)(most_named, measure.options.size() - known); ++next) {
    if (listed.contains(*next)) continue;
    in.report.add(problems::options_absent, {Argument(none_for, {*next}), measure.name});
    ++named;
  }
  if (const auto more = measure.options.size() - known - named; more > 0 && next != measure.options.end())
    in.report.add(problems::options_absent, {Argument(none_for_more, {more}), measure.name});
  for (const auto& [option, worth] : points) {
    in.points(option, worth);
    if (measure.options.find(option)) continue;
    const auto at = in.report.step(option);
    const bool is_searched = in.report.total() <= most_named * 10;
    const auto labelled = is_searched ? measure.option_labelled(option) : std::nullopt;
    auto hint = labelled ? measure.options[*labelled] : in.report.suggestion(option, [&] {
      return std::vector<std::string_view>(measure.options.begin(), measure.options.end());
    });
    in.report.add(problems::options_unknown, {option, measure.name}).hint = std::move(hint);
  }
  constexpr Words once{"each option once", "ghi mỗi phương án chỉ một lần"};
  std::unordered_set<std::string_view> seen;
  for (const auto& [option, worth] : points)
    if (!seen.insert(option).second) in.problem(option, problems::key_duplicate, {option, once});
}

CHISO_INLINE Shape Options::lower(const RuleContext& in) const {
  shapes::Lookup lookup{.value = in.program(value), .points = {}};
  std::unordered_map<std::string_view, const Decimal*> listed;
  for (const auto& [option, worth] : points) listed.emplace(option, &worth);
  for (const auto& option : in.measures[static_cast<std::size_t>(lookup.value.options)].options)
    lookup.points.push_back(*in.points(option, *listed.at(option)));
  return lookup;
}
}
}
