#include <algorithm>
#include <chiso/score/truth.hpp>
#include <gtest/gtest.h>
#include <support/expressions.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

/// Each row's truth equals that of the evaluator of single rows, in the arithmetic that numbers of this size need.
void agrees(const std::string& text, std::int64_t most, Width width) {
  const auto out = compilation(text, Type::truth);
  ASSERT_TRUE(out.program) << out.problem;
  Cells owned;
  Batch batch{.rows = 2 * tile_rows + 3};
  std::int64_t value = 1;
  for (int column = 0; column < 3; ++column) {
    std::vector<TestCell> cells;
    for (std::size_t row = 0; row < batch.rows; ++row) {
      value = value * 31 % (most + 1) + 1;
      if (row % 7 == 3)
        cells.emplace_back(missing);
      else
        cells.emplace_back(std::min(value, most));
    }
    cells.back() = TestCell(most);
    batch.measures.push_back(owned.column(cells));
  }
  ASSERT_EQ(width_of(bounds(*out.program, batch).peak), width) << text;
  const auto all = truths(*out.program, batch);
  ASSERT_EQ(all.values.size(), batch.rows);
  std::size_t true_rows = 0, false_rows = 0;
  for (std::size_t row = 0; row < batch.rows; ++row) {
    const auto expected = evaluate(*out.program, batch, row);
    ASSERT_EQ(all.states[row], expected.state) << text << " row " << row;
    const bool is_true = expected.state == State::value && expected.value.sign() != 0;
    ASSERT_EQ(all.values[row], is_true ? 1 : 0) << text << " row " << row;
    if (expected.state == State::value) ++(is_true ? true_rows : false_rows);
  }
  EXPECT_GT(true_rows, 10U);
  EXPECT_GT(false_rows, 10U);
}
TEST(Truths, AreComputedInDoubles) { agrees("a + b > c", 1000, Width::doubles); }
TEST(Truths, AreComputedIn64Bits) { agrees("a * b > c * c", std::int64_t{1} << 29, Width::bits64); }
TEST(Truths, AreComputedIn128Bits) { agrees("a * b > c * c", std::int64_t{1} << 52, Width::bits128); }
TEST(Truths, AreComputedInNumbersOfAnyLength) { agrees("a * b * c > c * c * c", std::int64_t{1} << 52, Width::wide); }
}
