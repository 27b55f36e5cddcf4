#pragma once
#include <algorithm>
#include <chiso/expr/batch.hpp>
#include <cstdint>
#include <deque>
#include <initializer_list>
#include <vector>

namespace chiso_test {
/// One cell of evidence: a number in units of its measure's last decimal, an option's place, a truth; or a state.
struct TestCell {
  std::int64_t value = 0;
  chiso::State state = chiso::State::value;
  TestCell(int number) : value(number) {}
  TestCell(std::int64_t number) : value(number) {}
  TestCell(chiso::State of) : state(of) {}
};
inline constexpr auto missing = chiso::State::missing, not_applicable = chiso::State::not_applicable;

/// Whether two columns borrow the same values.
inline bool same_place(const chiso::ColumnValues& a, const chiso::ColumnValues& b) {
  const auto place = [](auto values) -> const void* { return values.data(); };
  return a.visit(place) == b.visit(place);
}

/// Owns columns that a batch borrows.
class Cells {
 public:
  chiso::Column column(const std::vector<TestCell>& cells, int decimals = 0) {
    auto& values = values_.emplace_back();
    auto& states = states_.emplace_back();
    chiso::Column out{.decimals = decimals};
    bool plain = true;
    for (const auto& cell : cells) {
      values.push_back(cell.value);
      states.push_back(cell.state);
      plain = plain && cell.state == chiso::State::value;
      out.least = std::min(out.least, cell.value);
      out.most = std::max(out.most, cell.value);
    }
    out.values = values;
    if (!plain) out.states = states;
    return out;
  }
  std::span<const chiso::State> states(std::vector<chiso::State> states) { return states_.emplace_back(std::move(states)); }
  std::span<const std::uint16_t> tracks(std::vector<std::uint16_t> tracks) { return tracks_.emplace_back(std::move(tracks)); }
  chiso::CohortColumn cohort(std::vector<std::uint32_t> groups, std::vector<chiso::Outcome> figures) {
    return {groups_.emplace_back(std::move(groups)), figures_.emplace_back(std::move(figures))};
  }

 private:
  std::deque<std::vector<std::int64_t>> values_;
  std::deque<std::vector<chiso::State>> states_;
  std::deque<std::vector<std::uint16_t>> tracks_;
  std::deque<std::vector<std::uint32_t>> groups_;
  std::deque<std::vector<chiso::Outcome>> figures_;
};
}
