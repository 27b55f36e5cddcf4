#pragma once
#include <algorithm>
#include <chiso/rule/ends.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Range range_of(const Ends& ends) {
  Range out;
  if (ends.above) out.lower = Cut{*ends.above, true};
  if (ends.from) out.lower = Cut{*ends.from, false};
  if (ends.below) out.upper = Cut{*ends.below, false};
  if (ends.to) out.upper = Cut{*ends.to, true};
  return out;
}

namespace covering {
/// Whether the ranges taken together hold everything that `range` holds.
CHISO_INLINE bool hold(const std::vector<Range>& ranges, const Range& range) {
  if (range.lower && range.upper && *range.lower >= *range.upper) return true;  // it holds no number at all
  auto reached = range.lower;                                                   // everything of it before this cut is held
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto& held : ranges) {
      const bool begins = !held.lower || (reached && *held.lower <= *reached);
      if (!begins) continue;
      if (!held.upper) return true;
      if (reached && *held.upper <= *reached) continue;
      reached = held.upper;
      if (range.upper && *reached >= *range.upper) return true;
      grew = true;
    }
  }
  return false;
}
}

CHISO_INLINE void check_ends(const std::vector<Ends>& list, Report& report) {
  std::vector<Range> earlier;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto step = report.step(i);
    const auto& ends = list[i];
    const bool last = i + 1 == list.size(), any = ends.above || ends.from || ends.below || ends.to;
    if ((ends.above && ends.from) || (ends.below && ends.to)) {
      report.add("ends.two", ends.above && ends.from ? "above and from" : "below and to", "one end on each side");
    } else if (any == last) {
      report.add("ends.last", any ? "ends on the last" : "no end", any ? "none on the last, which takes the rest" : "an end on all but the last");
    } else if (const auto range = range_of(ends); covering::hold(earlier, range)) {
      const bool empty = range.lower && range.upper && *range.lower >= *range.upper;
      report.add("ends.unreachable", empty ? "a range that holds no number" : "a range that earlier ones hold", "numbers that no earlier one holds");
    } else {
      earlier.push_back(range);
    }
  }
}
}
