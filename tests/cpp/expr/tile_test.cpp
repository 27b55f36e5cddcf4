#include <algorithm>
#include <chiso/expr/tile.hpp>
#include <gtest/gtest.h>
#include <span>
#include <string>
#include <support/expressions.hpp>
#include <utility>
#include <vector>

namespace {
using namespace chiso;
using namespace chiso_test;

/// Rows whose numbers and states have periods that no tile shares, so that a row taken for another shows.
struct Rows {
  Cells owned{};
  Batch batch{};
  explicit Rows(std::size_t rows, const Derived& derived) {
    batch.rows = rows;
    const auto fill = [&](int salt, int most, int decimals, bool with_states) {
      std::vector<TestCell> cells;
      for (std::size_t r = 0; r < rows; ++r) {
        const auto at = static_cast<int>(r);
        if (with_states && (at + salt) % 7 == 3)
          cells.emplace_back(missing);
        else if (with_states && (at + salt) % 11 == 5)
          cells.emplace_back(not_applicable);
        else
          cells.emplace_back((at * 31 + salt * 17) % (most + 1));
      }
      return owned.column(cells, decimals);
    };
    const auto measures = small_measures();
    for (std::size_t i = 0; i < measures.size(); ++i) {
      const auto& m = measures[i];
      const int most = m.type == MeasureType::yes_no ? 1 : m.type == MeasureType::choice ? static_cast<int>(m.options.size()) - 1 : 1009;
      batch.measures.push_back(fill(static_cast<int>(i), most, m.decimals, i % 2 == 1 || i > 3));
    }
    for (const auto measure : derived.previous)
      batch.previous.push_back(fill(static_cast<int>(measure) + 50, 500, measures[measure].decimals, true));
    std::vector<State> has;
    std::vector<std::uint32_t> groups;
    for (std::size_t r = 0; r < rows; ++r) {
      has.push_back(r % 5 == 2 ? State::missing : State::value);
      groups.push_back(static_cast<std::uint32_t>(r % 3));
    }
    batch.has_previous = owned.states(has);
    for (std::size_t i = 0; i < derived.cohorts.size(); ++i)
      batch.cohorts.push_back(
          owned.cohort(groups, {{State::value, Rational(5 + static_cast<int>(i))}, {State::missing, {}}, {State::value, Rational(22, 7)}}));
  }
};

const std::vector<std::pair<std::string, Type>>& expressions() {
  static const std::vector<std::pair<std::string, Type>> out{{"a", Type::number},
                                                             {"b", Type::number},
                                                             {"5", Type::number},
                                                             {"a + b * d", Type::number},
                                                             {"a / b", Type::number},
                                                             {"percent(a, b + c)", Type::number},
                                                             {"-(a / b) + floor(d)", Type::number},
                                                             {"ceil(-d / 3)", Type::number},
                                                             {"round(d / 3, 1)", Type::number},
                                                             {"round(-a / b, 0) + round(d, 1)", Type::number},
                                                             {"min(a, b / c, d)", Type::number},
                                                             {"max(a / b, b / a)", Type::number},
                                                             {"clamp(a, b, d)", Type::number},
                                                             {"clamp(d, 1, 5)", Type::number},
                                                             {"if_else(t, a / b, d)", Type::number},
                                                             {"if_else(a > b, a, b)", Type::number},
                                                             {"coalesce(b, d)", Type::number},
                                                             {"coalesce(d / a, 1)", Type::number},
                                                             {"abs(b - d)", Type::number},
                                                             {"previous(b)", Type::number},
                                                             {"previous(a + b / d)", Type::number},
                                                             {"a - previous(1)", Type::number},
                                                             {"cohort_max(a)", Type::number},
                                                             {"cohort_max(a) - cohort_min(b) * d", Type::number},
                                                             {"a / 8 / 2.5", Type::number},
                                                             {"d / 4 + a / 3", Type::number},
                                                             {"a * 0 / (b * 0)", Type::number},
                                                             {"t", Type::truth},
                                                             {"true", Type::truth},
                                                             {"not t", Type::truth},
                                                             {"t and u", Type::truth},
                                                             {"t or u", Type::truth},
                                                             {"a > 100 and b > a", Type::truth},
                                                             {"a / b > 1 or c > 3", Type::truth},
                                                             {"t == u", Type::truth},
                                                             {"p == 'late'", Type::truth},
                                                             {"'x' != q", Type::truth},
                                                             {"is_missing(b)", Type::truth},
                                                             {"is_applicable(p)", Type::truth},
                                                             {"not (a / b <= d)", Type::truth},
                                                             {"p", Type::choice},
                                                             {"if_else(t, p, 'on_time')", Type::choice},
                                                             {"coalesce(p, r)", Type::choice},
                                                             {"days(m, n)", Type::number},
                                                             {"days(date('1901-05-05'), m) / (a + 1)", Type::number},
                                                             {"max(0, days(coalesce(m, n), previous(m)))", Type::number},
                                                             {"m < n or m == date('1902-01-01')", Type::truth},
                                                             {"if_else(t, m, date('1900-03-01'))", Type::date},
                                                             {"coalesce(m, n)", Type::date}};
  return out;
}

TEST(Tile, GivesTheSameRowsAsTheOtherEvaluatorWhereverTilesEnd) {
  for (const auto& [text, type] : expressions()) {
    const auto out = compilation(text, type);
    ASSERT_TRUE(out.program) << text << " " << out.problem;
    for (const std::size_t rows : {std::size_t{1}, tile_rows - 1, tile_rows, tile_rows + 1}) {
      const Rows table(rows, out.derived);
      for (const std::size_t row : {std::size_t{0}, rows / 2, rows - 1})
        value_of(*out.program, table.batch, row);  // value_of compares both evaluators
    }
  }
}

/// The whole tile in one run, in every arithmetic.
template <class Number>
void whole_tiles(Width least) {
  for (const auto& [text, type] : expressions()) {
    const auto out = compilation(text, type);
    const std::size_t rows = 2 * tile_rows + 1;
    const Rows table(rows, out.derived);
    const auto proved = bounds(*out.program, table.batch);
    if (width_of(proved.peak) > least) continue;
    TileEvaluator<Number> tiles;
    for (std::size_t first = 0; first < rows; first += tile_rows) {
      const auto count = std::min(tile_rows, rows - first);
      const auto result = tiles.run(*out.program, proved, table.batch, first, count);
      for (std::size_t r = 0; r < count; ++r) {
        const auto expected = evaluate(*out.program, table.batch, first + r);
        const auto state = result.state == nullptr ? State::value : result.state[r];
        ASSERT_EQ(state, expected.state) << text << " row " << first + r;
        const auto den = result.den == nullptr ? result.common : result.den[r];
        ASSERT_TRUE(den != 0) << text;
        if (state == State::value) {
          ASSERT_TRUE(Rational(static_cast<int128>(result.num[r]), static_cast<int128>(den)) == expected.value)
              << text << " row " << first + r;
        }
      }
    }
  }
}
TEST(Tile, ComputesWholeTilesInDoubles) { whole_tiles<double>(Width::doubles); }
TEST(Tile, ComputesWholeTilesIn64Bits) { whole_tiles<std::int64_t>(Width::bits64); }
TEST(Tile, ComputesWholeTilesIn128Bits) { whole_tiles<int128>(Width::bits128); }

/// One evaluator runs program after program: nothing of an earlier one may remain.
TEST(Tile, KeepsNothingFromTheProgramBefore) {
  TileEvaluator<std::int64_t> tiles;
  for (int round = 0; round < 2; ++round)
    for (const auto& [text, type] : expressions()) {
      const auto out = compilation(text, type);
      const Rows table(100, out.derived);
      const auto proved = bounds(*out.program, table.batch);
      if (width_of(proved.peak) > Width::bits64) continue;
      const auto result = tiles.run(*out.program, proved, table.batch, 0, 100);
      for (std::size_t r = 0; r < 100; ++r) {
        const auto expected = evaluate(*out.program, table.batch, r);
        ASSERT_EQ(result.state == nullptr ? State::value : result.state[r], expected.state) << text;
        if (expected.state == State::value) {
          ASSERT_TRUE(Rational(result.num[r], result.den == nullptr ? result.common : result.den[r]) == expected.value) << text;
        }
      }
    }
}

/// What is looked up by a truth or a choice must be there, whatever its state.
TEST(Tile, HasThePlace0ForATruthOrAChoiceWithoutAValue) {
  for (const auto& [text, type] : std::vector<std::pair<std::string, Type>>{{"previous(t and u)", Type::truth},
                                                                            {"previous(if_else(t, p, 'late'))", Type::choice},
                                                                            {"previous(a > 3)", Type::truth},
                                                                            {"previous(true)", Type::truth}}) {
    const auto out = compilation(text, type);
    ASSERT_TRUE(out.program) << text << " " << out.problem;
    Rows table(3, out.derived);
    for (const bool no_period : {true, false}) {
      const std::vector<State> none(3, State::missing);
      table.batch.has_previous = no_period ? std::span<const State>() : std::span(none);
      for (auto& column : table.batch.previous) column = table.owned.column({missing, missing, missing});
      TileEvaluator<std::int64_t> tiles;
      const auto result = tiles.run(*out.program, bounds(*out.program, table.batch), table.batch, 0, 3);
      for (std::size_t r = 0; r < 3; ++r) {
        ASSERT_TRUE(result.state != nullptr && result.state[r] == State::missing) << text;
        EXPECT_EQ(result.num[r], 0) << text;
        EXPECT_GT(result.den == nullptr ? result.common : result.den[r], 0) << text;
      }
    }
  }
}
TEST(Tile, FindsNoRowsInABatchThatIsNotFilled) { EXPECT_EQ(Batch().rows, 0U); }

TEST(Tile, TreatsPreviousValuesAsMissingWithoutAPreviousPeriod) {
  for (const char* text : {"previous(a)", "previous(a + 1)", "previous(a / b)", "previous(1)"}) {
    const auto out = compilation(text);
    Rows table(3, out.derived);
    table.batch.has_previous = {};
    for (auto& column : table.batch.previous) column = table.owned.column({missing, missing, missing});
    EXPECT_EQ(value_of(*out.program, table.batch, 1), "missing") << text;
  }
}
}
