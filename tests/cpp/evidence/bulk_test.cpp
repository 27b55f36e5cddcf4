#include "../support/random.hpp"
#include "tables.hpp"
#include <algorithm>
#include <bit>
#include <chiso/evidence/reader.hpp>
#include <cmath>
#include <gtest/gtest.h>
#include <iterator>
#include <limits>
#include <numeric>

namespace chiso_test {
namespace {
/// A column as evidence stores it, or its problems.
struct ColumnRead {
  std::vector<std::int64_t> values{};
  std::vector<State> states{};
  ColumnStatistics statistics{};
  std::size_t rows = 0;
  Lines problems{};
  friend bool operator==(const ColumnRead& a, const ColumnRead& b) {
    return a.values == b.values && a.states == b.states && a.statistics.least == b.statistics.least &&
           a.statistics.most == b.statistics.most && a.statistics.of_state == b.statistics.of_state && a.rows == b.rows &&
           a.problems == b.problems;
  }
};
/// One column `x`, or `unit`, of a model with one measure.
template <class Feed>
ColumnRead column_read(const Model& model, std::string_view column, std::size_t rows, bool blank_units, Feed&& feed) {
  EvidenceReader table(model, {.most_problems = 20});
  if (column != "unit") {
    const auto unit = table.add_column("unit");
    for (std::size_t i = 0; i < rows; ++i) table.text(unit, blank_units && i % 5 == 0 ? "" : std::to_string(i));
  }
  feed(table, table.add_column(column));
  if (column == "unit") {
    const auto x = table.add_column("x");
    for (std::size_t i = 0; i < rows; ++i) table.state(x, State::missing);
  } else if (column == "x.not_applicable") {
    const auto x = table.add_column("x");
    for (std::size_t i = 0; i < rows; ++i) table.state(x, i % 2 == 0 ? State::missing : State::not_applicable);
  }
  ColumnRead out;
  try {
    const auto evidence = table.build();
    const auto cells = evidence.measure(0);
    out.values = cells.values.copied_as<std::int64_t>();
    out.states.assign(cells.states.begin(), cells.states.end());
    out.statistics = evidence.statistics(0);
    out.rows = evidence.rows();
    // Statistics must be those of the cells, whatever way they came.
    ColumnStatistics counted{};
    for (std::size_t i = 0; i < out.rows; ++i) ++counted.of_state[static_cast<std::size_t>(cells.state(i))];
    if (out.rows > 0) {
      counted.least = *std::min_element(out.values.begin(), out.values.end());
      counted.most = *std::max_element(out.values.begin(), out.values.end());
    }
    EXPECT_EQ(counted.least, out.statistics.least);
    EXPECT_EQ(counted.most, out.statistics.most);
    EXPECT_EQ(counted.of_state, out.statistics.of_state);
    EXPECT_EQ(out.states.empty(), counted.of_state[0] == out.rows);
  } catch (const EvidenceError& error) {
    for (const auto& problem : error.problems())
      out.problems.push_back(problem.code() + ' ' + problem.place.pointer + ' ' + problem.found() + ' ' + problem.expected());
    out.problems.push_back(std::to_string(error.total()));
  }
  return out;
}

/// Measures of every type, with every kind of ends and treatment of decimals.
Model bulk_measure(Random& random) {
  MeasureDraft x{};
  x.type = std::vector{MeasureType::count,  MeasureType::decimal, MeasureType::decimal,
                       MeasureType::choice, MeasureType::yes_no,  MeasureType::date}[random.below(6)];
  if (x.type == MeasureType::choice) x.options = {"1", "2", "a", "-3"};
  if (x.type == MeasureType::decimal) x.decimals = static_cast<int>(random.below(10));
  if (x.type == MeasureType::count || x.type == MeasureType::decimal) {
    if (random.one_in(3)) x.min = Decimal(random.within(-20, 20));
    if (random.one_in(3)) x.max = Decimal(random.within(30, 2000));
    if (x.type == MeasureType::decimal && random.one_in(3)) x.excess = Excess::round;
  }
  return model_of(std::move(x));
}
/// Numbers as tables have them, and now and then as none has. Of 1000, `strange` are not plain decimals.
template <class Float>
Float bulk_number(Random& random, int decimals, std::uint64_t strange) {
  using Limits = std::numeric_limits<Float>;
  const auto power = static_cast<Float>(Decimal::power(decimals));
  const auto plain = static_cast<Float>(random.within(-1, 2000));
  if (random.below(1000) >= strange)
    return random.one_in(2)
               ? plain
               : static_cast<Float>(random.within(0, 3'000'000)) /
                     static_cast<Float>(Decimal::power(static_cast<int>(random.below(static_cast<std::uint64_t>(decimals) + 1))));
  const Float all[] = {Limits::quiet_NaN(),
                       -Limits::quiet_NaN(),
                       Limits::infinity(),
                       -Limits::infinity(),
                       Float(-0.0),
                       Limits::denorm_min(),
                       -Limits::min(),
                       Limits::max(),
                       Limits::lowest(),
                       Float(0x1p53),
                       Float(0x1p53) / power,
                       Float(-0x1p53),
                       Float(1e15),
                       Float(2e15) / power,
                       Float(0x1p51),
                       Float(0x1p52),
                       Float(1.5 * 0x1p52),
                       Float(0x1p63),
                       Float(1e-9),
                       Float(1) / 3,
                       Float(1e15) / power,
                       Float(1e6) / power,
                       plain + Float(0.5) / power,
                       plain + Float(1e-9),
                       plain * (1 + Float(1e-9)),
                       plain + Float(0.01) / power,
                       plain - Float(0.0100001) / power,
                       std::nextafter(plain / power, Float(1e9)),
                       std::bit_cast<Float>(static_cast<std::conditional_t<sizeof(Float) == 8, std::uint64_t, std::uint32_t>>(
                           random.below(~std::uint64_t{0})))};
  return all[random.below(std::size(all))];
}
std::string bulk_column(Random& random) {
  return random.one_in(10) ? "x.not_applicable" : random.one_in(10) ? "unit" : random.one_in(20) ? "ranked" : "x";
}

template <class Float>
void expect_numbers_as_one_by_one(std::uint64_t seed) {
  Random random(seed);
  const auto model = bulk_measure(random);
  const auto column = bulk_column(random);
  const auto rows = std::vector<std::size_t>{0, 1, 7, 8, 511, 512, 513, 1024, 1500}[random.below(9)];
  const auto strange = std::vector<std::uint64_t>{0, 0, 1, 1, 100, 1000}[random.below(6)];
  const auto gaps = std::vector<std::uint64_t>{0, 0, 5, 60, 100}[random.below(5)];
  std::vector<Float> cells(rows);
  for (auto& cell : cells) {
    cell = bulk_number<Float>(random, model.measures()[0].decimals, strange);
    if (random.below(100) < gaps) cell = std::numeric_limits<Float>::quiet_NaN();
  }
  const auto first = random.below(rows + 1);
  const bool blank_units = random.one_in(4);
  const auto one_by_one = column_read(model, column, rows, blank_units, [&](EvidenceReader& table, std::size_t at) {
    for (const auto& cell : cells) table.number(at, cell);
  });
  const auto at_once = column_read(model, column, rows, blank_units, [&](EvidenceReader& table, std::size_t at) {
    if (random.one_in(2)) table.expect_rows(rows, random.one_in(2) ? Expected::exactly : Expected::at_most);
    table.numbers(at, std::span<const Float>(cells).first(first));
    table.numbers(at, std::span<const Float>(cells).subspan(first));
  });
  EXPECT_TRUE(one_by_one == at_once) << seed << ' ' << column << ' ' << rows << ' '
                                     << (one_by_one.problems.empty() ? "" : one_by_one.problems[0]) << " | "
                                     << (at_once.problems.empty() ? "" : at_once.problems[0]);
}
TEST(BulkCells, ReadDoublesAsOneByOne) {
  for (std::uint64_t seed = 0; seed < 600; ++seed) expect_numbers_as_one_by_one<double>(seed);
}
TEST(BulkCells, ReadFloatsAsOneByOne) {
  for (std::uint64_t seed = 0; seed < 600; ++seed) expect_numbers_as_one_by_one<float>(seed);
}
TEST(BulkCells, ReadWholesAndTruthsAsOneByOne) {
  for (std::uint64_t seed = 0; seed < 600; ++seed) {
    Random random(seed);
    const auto model = bulk_measure(random);
    const auto column = bulk_column(random);
    const auto rows = std::vector<std::size_t>{0, 1, 8, 511, 513, 1100}[random.below(6)];
    const bool truths = random.one_in(3), gaps = random.one_in(2);
    const auto wide = random.below(4);
    std::vector<std::int64_t> cells(rows);
    std::vector<std::uint8_t> bytes(rows), missing(gaps ? rows : 0);
    for (std::size_t i = 0; i < rows; ++i) {
      cells[i] = wide == 0 ? random.within(0, 1) : wide == 1 ? random.within(-3, 2000) : random.within(0, 1'000'000);
      if (wide == 3 && random.one_in(300))
        cells[i] = std::vector<std::int64_t>{INT64_MIN, INT64_MAX, 1LL << 53, (1LL << 53) + 1, -(1LL << 53), 1LL << 50}[random.below(6)];
      bytes[i] = static_cast<std::uint8_t>(random.below(3));
      if (gaps) missing[i] = random.one_in(3) ? 9 : 0;
    }
    const bool blank_units = random.one_in(4);
    const auto one_by_one = column_read(model, column, rows, blank_units, [&](EvidenceReader& table, std::size_t at) {
      for (std::size_t i = 0; i < rows; ++i) {
        if (gaps && missing[i] != 0)
          table.state(at, State::missing);
        else if (truths)
          table.boolean(at, bytes[i] != 0);
        else
          table.integer(at, cells[i]);
      }
    });
    const auto at_once = column_read(model, column, rows, blank_units, [&](EvidenceReader& table, std::size_t at) {
      if (truths)
        table.booleans(at, bytes, missing);
      else
        table.integers(at, cells, missing);
    });
    EXPECT_TRUE(one_by_one == at_once) << seed << ' ' << column;
  }
}
TEST(BulkCells, SortNamesByTheirBytes) {
  const auto model = model_of(measure(MeasureType::count));
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Random random(seed);
    std::vector<std::string> names;
    const std::string start(random.below(12), 'x');
    const auto count = 1 + random.below(700);
    for (std::uint64_t i = 0; i < count; ++i) {
      auto name = start;
      for (auto letters = random.below(14) + (start.empty() ? 1 : 0); letters > 0; --letters)
        name += random.of<std::string>({"a", "b", "ã", "\x01", "x"});
      if (!name.empty()) names.push_back(std::move(name));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    auto given = names;
    for (auto i = given.size(); seed % 3 != 0 && i > 1; --i)
      std::swap(given[i - 1], given[seed % 3 == 1 ? random.below(i) : i - 1 - (i > 5 ? 1 : 0)]);
    std::vector<std::string> cells(given.size(), "1");
    const auto evidence = read(model, {{"unit", given}, {"x", cells}});
    ASSERT_EQ(evidence.rows(), given.size());
    EXPECT_TRUE(std::equal(names.begin(), names.end(), evidence.units().begin(), evidence.units().end())) << seed;
    for (std::size_t row = 0; row < given.size(); ++row) {
      EXPECT_EQ(evidence.unit(row), given[row]);
      EXPECT_EQ(evidence.find(given[row], "", 0), row);
    }
  }
}
TEST(BulkCells, KeepTheirValuesInPreallocatedMemory) {
  // 64 MiB in sixteen columns, started while pages are being faulted in; then more rows come than were expected, so columns move. Some
  // widen at their first cell, some in the middle, some at the last one, and give back what was pre-allocated.
  ModelDraft draft{};
  draft.id = "m";
  for (const std::string name : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p"}) {
    draft.measures.push_back({name, {.type = MeasureType::count}});
    draft.criteria.push_back(leaf("of_" + name, 1, rules::PerItem{.value = name, .each = 1}));
  }
  const auto model = Model::build(draft);
  constexpr std::int64_t beyond = 5'000'000'000;
  const auto wide_at = [](std::size_t column, std::size_t rows) { return column % 4 == 1 ? 0 : column % 4 == 2 ? rows / 2 : rows - 1; };
  const std::size_t expected = std::size_t{1} << 20;
  for (const std::size_t rows : {expected, expected + 1000}) {
    EvidenceReader table(model, {});
    std::vector<std::size_t> columns;
    for (const auto& [name, _] : draft.measures) columns.push_back(table.add_column(name));
    const auto unit = table.add_column("unit");
    table.expect_rows(expected, Expected::exactly);
    std::vector<double> cells(rows);
    for (const auto column : columns) {
      std::iota(cells.begin(), cells.end(), static_cast<double>(column));
      if (column % 4 != 0) cells[wide_at(column, rows)] = static_cast<double>(beyond);
      table.numbers(column, cells);
    }
    for (std::size_t row = 0; row < rows; ++row) table.integer(unit, static_cast<std::int64_t>(row));
    const auto evidence = table.build();
    for (const auto column : columns) {
      const auto values = evidence.measure(column).values;
      ASSERT_EQ(values.size(), rows);
      bool same = true;
      for (std::size_t row = 0; row < rows; ++row) {
        const bool is_wide = column % 4 != 0 && row == wide_at(column, rows);
        same &= values[row] == (is_wide ? beyond : static_cast<std::int64_t>(row + column));
      }
      EXPECT_TRUE(same);
    }
  }
  EvidenceReader dropped(model, {});  // while pages are being faulted in
  dropped.add_column("a");
  dropped.expect_rows(std::size_t{1} << 24, Expected::exactly);
}
TEST(BulkCells, ReadNamesInAnyOrderWithRepetitions) {
  // Names as they are counted (few lengths, then many), in the order of their bytes, and both with some out of place; each in up to 3
  // periods.
  const auto model = model_of(measure(MeasureType::count));
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    Random random(seed);
    std::vector<std::string> names;
    for (std::size_t i = 0, count = 1 + random.below(400); i < count; ++i)
      names.push_back(seed % 2 == 0 ? "U" + std::to_string(i) : std::string(1 + i / 3, 'n') + std::to_string(i % 3));
    if (seed % 4 >= 2) std::sort(names.begin(), names.end());
    if (seed % 3 == 0) std::swap(names[random.below(names.size())], names[random.below(names.size())]);
    Lines units, periods;
    for (int period = 0; period < 3; ++period)
      for (const auto& name : names)
        if (period == 0 || random.one_in(2)) units.push_back(name), periods.push_back(std::to_string(period));
    const auto evidence = read(model, {{"unit", units}, {"period", periods}, {"x", Lines(units.size(), "1")}});
    std::sort(names.begin(), names.end());
    EXPECT_TRUE(std::equal(names.begin(), names.end(), evidence.units().begin(), evidence.units().end())) << seed;
    for (std::size_t row = 0; row < units.size(); ++row) {
      EXPECT_EQ(evidence.unit(row), units[row]);
      EXPECT_EQ(evidence.find(units[row], periods[row], 0), row);
    }
  }
}
TEST(BulkCells, ReadRepeatedNames) {
  const auto model = model_of(measure(MeasureType::count));
  const auto evidence =
      read(model, {{"unit", {"a", "b", "b", "d", "c", "a", "d"}}, {"period", {"1", "1", "2", "1", "1", "2", "2"}}, {"x", Lines(7, "1")}});
  EXPECT_EQ(Lines(evidence.units().begin(), evidence.units().end()), (Lines{"a", "b", "c", "d"}));
  EXPECT_EQ(evidence.find("d", "2", 0), 6U);
  EXPECT_EQ(problems_in(model, {{"unit", {"a", "b", "b", "a"}}, {"x", Lines(4, "1")}}),
            (Lines{"row.duplicate /2/unit: b, final", "row.duplicate /3/unit: a, final"}));
}
}
}
