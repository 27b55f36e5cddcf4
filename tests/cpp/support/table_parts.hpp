#pragma once
#include <numeric>
#include <string>
#include <support/random_table.hpp>
#include <unordered_map>
#include <vector>

namespace chiso_test {
/// Splits a table into parts, some of which may be empty: all rows of a unit are in one part, in any order.
inline std::vector<Table> parts_of(const Table& table, std::size_t parts, Random& random) {
  std::unordered_map<std::string, std::size_t> part_of_unit;
  std::vector<std::size_t> order(table[0].second.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  shuffle(order, random);
  std::vector<std::vector<std::size_t>> rows(parts);
  for (const auto row : order) rows[part_of_unit.try_emplace(table[0].second[row], random.below(parts)).first->second].push_back(row);
  std::vector<Table> out;
  for (const auto& of : rows) out.push_back(rows_of(table, of));
  return out;
}
}
