#pragma once
#include <algorithm>
#include <chiso/expr/evaluate.hpp>
#include <chiso/expr/tile.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/cells.hpp>
#include <vector>

namespace chiso_test {
/// The measures of these tests: numbers a b c (counts), d (two decimals), truths t u, choices p (on_time, late, 'đúng hạn') and q (other
/// options), r (the options of p), dates m n.
inline chiso::Measures small_measures() {
  using enum chiso::MeasureType;
  const std::vector<std::string> options{"on_time", "late", "đúng hạn"};
  return chiso::Measures({{.name = "a"},
                          {.name = "b"},
                          {.name = "c"},
                          {.name = "d", .type = decimal, .decimals = 2},
                          {.name = "t", .type = yes_no},
                          {.name = "u", .type = yes_no},
                          {.name = "p", .type = choice, .options = options},
                          {.name = "q", .type = choice, .options = {"x", "y"}},
                          {.name = "r", .type = choice, .options = options},
                          {.name = "m", .type = date},
                          {.name = "n", .type = date}});
}

/// An outcome in words: `7/2`, `missing`; a truth is 0 or 1, a choice the place of its option, a date its number.
inline std::string words(const chiso::Outcome& outcome) {
  if (outcome.state != chiso::State::value) return std::string(names_of(outcome.state)[static_cast<std::size_t>(outcome.state)]);
  const auto value = *outcome.value.as_ratio();
  return chiso::Decimal(value.num, 0).text() + (value.den == 1 ? "" : "/" + chiso::Decimal(value.den, 0).text());
}

/// One row of a batch by the tile evaluator, in one arithmetic.
template <class Number>
chiso::Outcome by_tile(const chiso::Program& program, const chiso::Batch& batch, std::size_t row) {
  chiso::TileEvaluator<Number> tiles;
  const auto first = row - row % chiso::tile_rows;
  const auto count = std::min(chiso::tile_rows, batch.rows - first);
  const auto result = tiles.run(program, chiso::bounds(program, batch), batch, first, count);
  const auto state = result.state == nullptr ? chiso::State::value : result.state[row - first];
  if (state != chiso::State::value) return {state, {}};
  const auto den = result.den == nullptr ? result.common : result.den[row - first];
  return {state, chiso::Rational(static_cast<chiso::int128>(result.num[row - first]), static_cast<chiso::int128>(den))};
}

/// A value of an expression on the only row of a batch: by the evaluator of single rows, and by every arithmetic that its bounds allow.
inline std::string value_of(const chiso::Program& program, const chiso::Batch& batch, std::size_t row = 0) {
  const auto out = words(chiso::evaluate(program, batch, row));
  const auto width = chiso::width_of(chiso::bounds(program, batch).peak);
  if (width <= chiso::Width::doubles) {
    EXPECT_EQ(words(by_tile<double>(program, batch, row)), out);
  }
  if (width <= chiso::Width::bits64) {
    EXPECT_EQ(words(by_tile<std::int64_t>(program, batch, row)), out);
  }
  if (width <= chiso::Width::bits128) {
    EXPECT_EQ(words(by_tile<chiso::int128>(program, batch, row)), out);
  }
  return out;
}

/// Compiles an expression, or says what is wrong with it: `code@character`.
struct Compilation {
  std::optional<chiso::Program> program{};
  chiso::Derived derived{};
  chiso::Report report{};
  std::string problem{};
  std::string hint{};
};
inline Compilation compilation(const std::string& text, chiso::Type type = chiso::Type::number) {
  static const auto measures = small_measures();
  Compilation out;
  out.program = chiso::compile(chiso::ExpressionText{text}, type, measures, out.derived, out.report);
  if (out.report.problems().empty()) return out;
  EXPECT_EQ(out.report.problems().size(), 1U) << text;
  EXPECT_FALSE(out.program.has_value()) << text;
  const auto& problem = out.report.problems()[0];
  out.problem = problem.code() + "@" + std::to_string(problem.place.within);
  out.hint = problem.suggestion();
  return out;
}
}
