#pragma once
#include <algorithm>
#include <chiso/core/build.hpp>
#include <cstdint>
#include <limits>
#include <span>
#include <unordered_map>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Looks at the counts of rows as they pass, once, and tells whether one of them may be the sum of others as SumRows understands it: of all
/// others of its block, period and track, of those since the beginning, or of those up to the end. It holds sums and a few rows for each
/// block, period and track: a row stays of interest only while no sum has outgrown it, so each that does is twice the one before.
class SumWatch {
 public:
  /// Where the next row belongs.
  struct Place {
    std::uint64_t block = 0, period_and_track = 0;
  };
  CHISO_INLINE explicit SumWatch(std::size_t counts) : counts_(counts) {}
  /// Of each count the number and whether it is a value; a number is 0 where it is none.
  CHISO_INLINE void add(const Place& place, std::span<const std::uint64_t> numbers, std::span<const std::uint8_t> are_values) {
    if (counts_ == 0 || found_) return;
    if (rows_++ == 0 || place.block != last_.block || place.period_and_track != last_.period_and_track) {
      last_ = place;
      of_block_ = &group(blocks_, place.block, place.period_and_track);
      of_run_ = &group(runs_, 0, place.period_and_track);
    }
    const bool counts = is_candidate(numbers, are_values);
    look_at_run(*of_run_, numbers, are_values, counts);
    look_at_block(*of_block_, numbers, are_values, counts);
  }
  /// Once all rows have passed.
  CHISO_INLINE bool may_have_sums() const {
    const auto ends_as_sum = [&](const Group& group, std::uint64_t times) {
      return std::any_of(group.rows.begin(), group.rows.end(), [&](const Row& row) {
        return each(row.are_values, [&](std::size_t i) { return times * row.numbers[i] == group.sums[i] - row.before[i]; });
      });
    };
    const auto any = [&](const Groups& groups, std::uint64_t times) {
      return std::any_of(groups.begin(), groups.end(), [&](const auto& one) { return ends_as_sum(one.second, times); });
    };
    return found_ || any(blocks_, 2) || any(runs_, 1);
  }

 private:
  struct Row {
    std::vector<std::uint64_t> numbers{}, before{};  // `before`: what the sums were that do not count for it
    std::vector<std::uint8_t> are_values{};
  };
  struct Group {
    std::vector<std::uint64_t> sums{};
    std::size_t count = 0;
    std::vector<Row> rows{};  // those that may still be sums
  };
  struct Hash {
    std::size_t operator()(const std::pair<std::uint64_t, std::uint64_t>& key) const {
      return std::hash<std::uint64_t>{}((key.first * 0x9E3779B97F4A7C15U) ^ key.second);
    }
  };
  using Groups = std::unordered_map<std::pair<std::uint64_t, std::uint64_t>, Group, Hash>;

  CHISO_INLINE Group& group(Groups& groups, std::uint64_t block, std::uint64_t other) {
    auto& out = groups[{block, other}];
    if (out.sums.empty()) out.sums.resize(counts_);
    return out;
  }
  template <class Holds>
  bool each(std::span<const std::uint8_t> are_values, const Holds& holds) const {
    for (std::size_t i = 0; i < counts_; ++i)
      if (are_values[i] != 0 && !holds(i)) return false;
    return true;
  }
  /// Small numbers are soon the sum of others: three digits are needed.
  CHISO_INLINE bool is_candidate(std::span<const std::uint64_t> numbers, std::span<const std::uint8_t> are_values) const {
    std::size_t digits = 0;
    for (std::size_t i = 0; i < counts_ && digits < 3; ++i)
      if (are_values[i] != 0)
        for (auto number = numbers[i]; number > 0; number /= 10) ++digits;
    return digits >= 3;
  }
  CHISO_INLINE void add_to(Group& group, std::span<const std::uint64_t> numbers) {
    constexpr auto most = (std::numeric_limits<std::uint64_t>::max)() / 4;
    for (std::size_t i = 0; i < counts_; ++i) {
      group.sums[i] += numbers[i];
      found_ = found_ || group.sums[i] > most;  // sums that may wrap around are not compared here
    }
    ++group.count;
  }
  CHISO_INLINE static Row row_of(std::span<const std::uint64_t> numbers, std::span<const std::uint8_t> are_values) {
    return {.numbers = {numbers.begin(), numbers.end()}, .before = {}, .are_values = {are_values.begin(), are_values.end()}};
  }
  CHISO_INLINE void look_at_run(Group& group, std::span<const std::uint64_t> numbers, std::span<const std::uint8_t> are_values,
                                bool is_candidate) {
    if (is_candidate && group.count >= 2 && each(are_values, [&](std::size_t i) { return numbers[i] == group.sums[i]; })) found_ = true;
    add_to(group, numbers);
    std::erase_if(group.rows, [&](const Row& row) {
      return !each(row.are_values, [&](std::size_t i) { return row.numbers[i] >= group.sums[i] - row.before[i]; });
    });
    if (!is_candidate) return;
    group.rows.push_back(row_of(numbers, are_values));
    group.rows.back().before = group.sums;
  }
  CHISO_INLINE void look_at_block(Group& group, std::span<const std::uint64_t> numbers, std::span<const std::uint8_t> are_values,
                                  bool is_candidate) {
    add_to(group, numbers);
    std::erase_if(group.rows, [&](const Row& row) {
      return !each(row.are_values, [&](std::size_t i) { return 2 * row.numbers[i] >= group.sums[i]; });
    });
    if (!is_candidate || !each(are_values, [&](std::size_t i) { return 2 * numbers[i] >= group.sums[i]; })) return;
    group.rows.push_back(row_of(numbers, are_values));
    group.rows.back().before.assign(counts_, 0);
  }

  std::size_t counts_;
  std::size_t rows_ = 0;
  Place last_{};
  Groups blocks_{}, runs_{};
  Group *of_block_ = nullptr, *of_run_ = nullptr;  // of the row before: rows of one block often stand together
  bool found_ = false;
};
}
