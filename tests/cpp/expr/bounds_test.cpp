#include <chiso/expr/bounds.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/expressions.hpp>
#include <support/random_batch.hpp>
#include <support/random_expression.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

/// A model of one leaf that reads an expression, for RandomBatch.
std::optional<Model> model_of(const std::string& text) {
  Report report;
  return build({.id = "m",
                .undefined = WhenUndefined::zero,
                .measures = random_measures(),
                .criteria = {leaf("1", 10, rules::Given{.value = Number(text), .clamp = true})}},
               report);
}
const Program& program_of(const Model& model) {
  return std::get<shapes::AffineClamp>(static_cast<const AnyShape&>(model.nodes()[0].shape)).value;
}

/// The part of a program that ends with a node.
Program part(const Program& program, std::size_t last) {
  auto first = last;
  while (first > 0 && (program.nodes[first].slot != program.nodes[last].slot || operands(program.nodes[first].op) != 0)) --first;
  Program out;
  for (auto i = first; i <= last; ++i) out.push(program.nodes[i]);
  return out;
}

/// How many intermediate results on some rows are beyond what their extents, shrunk by a factor, allow.
std::size_t beyond(const Program& program, const Bounds& proved, const Batch& batch, uint128 shrunk) {
  std::size_t out = 0;
  for (std::size_t i = 0; i < program.nodes.size(); ++i) {
    const auto& extent = proved.steps[i].result;
    const auto piece = part(program, i);
    for (std::size_t row = 0; row < batch.rows; ++row) {
      const auto result = evaluate(piece, batch, row);
      if (result.state != State::value) {
        out += extent.stateless ? 1 : 0;
        continue;
      }
      const auto value = result.value.as_ratio();
      const bool saturated = extent.num == ~uint128{0} || extent.den == ~uint128{0};
      if (!value)
        out += saturated || extent.num >> 126 != 0 || extent.den >> 126 != 0 ? 0 : 1;
      else
        out += magnitude_of(value->num) > extent.num / shrunk || static_cast<uint128>(value->den) > extent.den ||
                       (extent.uniform && !saturated && extent.den % static_cast<uint128>(value->den) != 0)
                   ? 1
                   : 0;
    }
  }
  return out;
}

TEST(Bounds, ContainEveryIntermediateResultOfRandomPrograms) {
  std::size_t programs = 0, planted = 0;
  std::array<std::size_t, 4> widths{};
  for (std::uint64_t seed = 0; programs < 600; ++seed) {
    Random random(seed);
    const auto model = model_of(RandomExpression{random}.number(4));
    if (!model) continue;
    ++programs;
    const auto& program = program_of(*model);
    const RandomBatch evidence(*model, 8, random);
    const auto proved = bounds(program, evidence.batch);
    ASSERT_EQ(beyond(program, proved, evidence.batch, 1), 0U)
        << "seed " << seed << " " << std::get<rules::Given>(static_cast<const AnyRule&>(*model->draft().criteria[0].rule)).value.text;
    planted += beyond(program, proved, evidence.batch, 4) > 0 ? 1 : 0;
    ++widths[static_cast<std::size_t>(width_of(proved.peak))];
  }
  EXPECT_GT(planted, programs / 2) << "bounds four times too small must be seen";
  for (const auto count : widths) EXPECT_GT(count, 5U);
}

/// What a tile really holds, not reduced, is within the extent too.
TEST(Bounds, ContainTheResultsOfTiles) {
  std::size_t programs = 0;
  for (std::uint64_t seed = 5000; programs < 400; ++seed) {
    Random random(seed);
    const auto model = model_of(RandomExpression{random}.number(3));
    if (!model) continue;
    ++programs;
    const auto& program = program_of(*model);
    const RandomBatch evidence(*model, 40, random);
    const auto proved = bounds(program, evidence.batch);
    if (width_of(proved.peak) == Width::wide) continue;
    TileEvaluator<int128> tiles;
    const auto result = tiles.run(program, proved, evidence.batch, 0, 40);
    ASSERT_TRUE(!proved.result().uniform || (result.den == nullptr && static_cast<uint128>(result.common) == proved.result().den)) << seed;
    for (std::size_t row = 0; row < 40; ++row) {
      const auto den = result.den == nullptr ? result.common : result.den[row];
      ASSERT_TRUE(magnitude_of(result.num[row]) <= proved.result().num) << seed;
      ASSERT_TRUE(den != 0 && magnitude_of(den) <= proved.result().den) << seed;
    }
  }
}

Batch with(Cells& owned, std::int64_t most) {
  Batch out{.rows = 2};
  for (const auto& measure : small_measures())
    out.measures.push_back(
        owned.column({TestCell(std::int64_t{0}), TestCell(measure.type == MeasureType::count ? most : 1)}, measure.decimals));
  return out;
}
Width width(const std::string& text, std::int64_t most) {
  Cells owned;
  const auto out = compilation(text);
  return width_of(bounds(*out.program, with(owned, most)).peak);
}

TEST(Bounds, ChooseTheNarrowestArithmetic) {
  EXPECT_EQ(width("a + b", 1000), Width::doubles);
  EXPECT_EQ(width("a + b", (std::int64_t{1} << 50) - 1), Width::doubles);
  EXPECT_EQ(width("a + b", std::int64_t{1} << 50), Width::bits64);
  EXPECT_EQ(width("a * b", std::int64_t{1} << 53), Width::bits128);
  EXPECT_EQ(width("a * b * c", std::int64_t{1} << 53), Width::wide);
  EXPECT_EQ(width("a", std::int64_t{1} << 53), Width::bits64);
  EXPECT_EQ(width("days(m, n) * days(date('1900-01-01'), date('2199-12-31')) * a", 10), Width::doubles);
  EXPECT_EQ(width("a * b * c * a * b * c", 10), Width::doubles);
  static_assert(width_of((uint128{1} << 51) - 1) == Width::doubles && width_of(uint128{1} << 51) == Width::bits64 &&
                width_of(uint128{1} << 62) == Width::bits128 && width_of(uint128{1} << 126) == Width::wide);
}

TEST(Bounds, SaturateInsteadOfWrapping) {
  static_assert(saturating::multiply(~uint128{0}, 2) == ~uint128{0} && saturating::add(~uint128{0}, 1) == ~uint128{0} &&
                saturating::multiply(3, 4) == 12);
  std::string text = "a";
  for (int i = 0; i < 120; ++i) text += "*a";
  EXPECT_EQ(width(text, 1000), Width::wide);
}

/// Only a column with a number below 0 makes results that may be: the tiles put signs right for those alone.
TEST(Bounds, TellWhatMayBeBelow0) {
  Cells owned;
  const auto of = [&](const std::string& text, std::int64_t least) {
    auto batch = with(owned, 5);
    batch.measures[0] = owned.column({TestCell(least), TestCell(std::int64_t{5})});
    return bounds(*compilation(text).program, batch).result().negative;
  };
  EXPECT_FALSE(of("a", 0) || of("a", 1) || of("b", -1));
  EXPECT_TRUE(of("a", -1) && of("a + b", -1) && of("a * b", -1) && of("b / a", -1));
  EXPECT_FALSE(of("a + b", 0) || of("a * b", 0) || of("b / a", 0) || of("abs(a)", -1));
  EXPECT_TRUE(of("-a", 0) && of("b - a", 0));
}

/// A figure that no 128 bits hold says the most of both parts: whatever is made of it needs the wide arithmetic.
TEST(Bounds, OfAWideFigureAreTheMostThereIs) {
  const auto out = compilation("cohort_sum(a) + 1");
  Rational wide(1);
  for (int i = 0; i < 5; ++i) wide = wide * Rational(std::int64_t{1} << 40);
  Cells owned;
  for (const auto& figure : {wide, Rational(1) / wide, -wide}) {
    auto batch = with(owned, 1);
    batch.cohorts = {owned.cohort({0, 1}, {{State::value, Rational(1)}, {State::value, figure}})};
    const auto proved = bounds(*out.program, batch);
    const auto& read = proved.steps[0].result;
    EXPECT_TRUE(read.num == ~uint128{0} && read.den == ~uint128{0});
    EXPECT_TRUE(!read.uniform && !read.stateless && read.negative);
    EXPECT_EQ(width_of(proved.peak), Width::wide);
  }
  auto batch = with(owned, 1);
  batch.cohorts = {owned.cohort({0, 1}, {{State::value, Rational(-7, 3)}, {State::value, Rational(5, 4)}})};
  const auto read = bounds(*out.program, batch).steps[0].result;
  EXPECT_TRUE(read.num == 7 && read.den == 4 && read.stateless);
}

/// A program of a model may have more nodes than 16 bits count: a checklist has as many items as people like.
TEST(Bounds, AreFoundForVeryLongPrograms) {
  Program program;
  program.push({.op = Op::tick_none});
  constexpr int items = 40'000;
  for (int i = 0; i < items; ++i) {
    program.push({.op = Op::measure, .index = 4});
    program.push({.op = Op::tick});
  }
  program.push({.op = Op::ticked_count});
  Cells owned;
  const auto batch = with(owned, 1);
  const auto proved = bounds(program, batch);
  EXPECT_EQ(proved.result().num, items);
  EXPECT_EQ(value_of(program, batch, 1), std::to_string(items));
}
}
