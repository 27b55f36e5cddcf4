#pragma once
#include <algorithm>
#include <chiso/core/build.hpp>
#include <chiso/score/index_cut.hpp>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace chiso::inline CHISO_BUILD {
/// Finds the places of an order whose published index stands at another rank too. Equal published indices are side by side.
class LevelPlaces {
 public:
  CHISO_INLINE explicit LevelPlaces(const PublishDraft& publish) : publish_(publish) {}

  /// `index` is the exact index at a place, `rank` its rank; `mark` is called for each place.
  template <class IndexAt, class RankAt, class Mark>
  void run(std::size_t count, const IndexAt& index, const RankAt& rank, const Mark& mark) const {
    std::size_t end = 0;
    for (std::size_t first = 0; first < count; first = end) {
      const Ratio best = index(first);
      const auto published = rounded(best, publish_.decimals, publish_.rounding);
      const IndexCut cut({published, false}, publish_.decimals,
                         publish_.rounding);  // a division for each group of equals, not for each row
      const auto is_level = [&](const Ratio& other) {
        constexpr int128 most = (std::numeric_limits<std::int64_t>::max)();
        if (other.num > most || other.den > most) return rounded(other, publish_.decimals, publish_.rounding) == published;
        return cut.reached(static_cast<std::int64_t>(other.num), static_cast<std::int64_t>(other.den));
      };
      end = first_below(first + 1, count, [&](std::size_t place) { return is_level(index(place)); });
      if (rank(first) == rank(end - 1)) continue;
      for (auto place = first; place < end; ++place) mark(place);
    }
  }

 private:
  /// The first place from `from` on that is not level, or `count`: those that are level come first. Steps that double each time, as groups
  /// are short or long.
  template <class IsLevel>
  static std::size_t first_below(std::size_t from, std::size_t count, const IsLevel& is_level) {
    std::size_t step = 1;
    while (from + step <= count && is_level(from + step - 1)) {
      from += step;
      step *= 2;
    }
    for (std::size_t to = (std::min)(from + step - 1, count); from < to;) {
      const auto middle = from + (to - from) / 2;
      is_level(middle) ? from = middle + 1 : to = middle;
    }
    return from;
  }
  const PublishDraft& publish_;
};
}
