#include <chiso/score/scorer.hpp>
#include <chiso/score/shapes.hpp>
#include <gtest/gtest.h>
#include <support/random_batch.hpp>
#include <support/random_model.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

std::string where(std::uint64_t seed, std::size_t row, const Model& model, std::size_t item, const Batch& batch) {
  const auto& node = model.nodes()[model.items()[item]];
  std::string out =
      "seed " + std::to_string(seed) + " row " + std::to_string(row) + " node " + node.id + " shape " + std::to_string(node.shape.index());
  out += " width " + std::to_string(static_cast<int>(bounds(node.shape, batch).width()));
  for (std::size_t i = 0; i < batch.measures.size(); ++i)
    out += " " + model.measures()[i].name + "=" +
           (batch.measures[i].state(row) == State::value ? std::to_string(batch.measures[i].values[row]) : "none");
  for_each_program(node.shape, [&](const Program& program) {
    out += "\n  program:";
    for (const auto& step : program.nodes)
      out += " " + std::to_string(static_cast<int>(step.op)) +
             (step.op == Op::literal   ? "(" + Decimal(step.digits, step.scale).text() + ")"
              : step.op == Op::measure ? "[" + model.measures()[static_cast<std::size_t>(step.index)].name + "]"
                                       : "");
  });
  return out;
}

/// Every leaf, state and sum of the tile evaluator equals that of the evaluator of single rows, in all four arithmetics.
TEST(TwoEvaluators, AgreeOnEveryRowOfRandomModels) {
  std::array<std::size_t, 4> widths{};
  std::size_t models = 0, values = 0;
  for (std::uint64_t seed = 0; models < cases(1500); ++seed) {
    Random random(seed);
    const auto draft = random_model(random);
    Report report;
    const auto model = build(draft, report);
    if (!model) {  // an expression over the limit of nodes, or a cohort within a target, is not the matter of this test
      ASSERT_LT(seed, 4000U) << to_text(report.problems().front());
      continue;
    }
    ++models;
    const std::size_t rows = random.one_in(10) ? 1025 : 1 + random.below(60);
    const RandomBatch evidence(*model, rows, random);
    const Scorer scorer(*model);
    std::vector<std::int64_t> achieved(rows), applicable(rows), bonus(rows), penalty(rows);
    std::vector<std::uint8_t> incomplete(rows);
    std::vector<std::vector<std::int64_t>> quanta(model->items().size(), std::vector<std::int64_t>(rows));
    std::vector<std::vector<ItemState>> states(model->items().size(), std::vector<ItemState>(rows));
    ScoreColumns into{achieved, applicable, bonus, penalty, incomplete, {}, {}};
    for (std::size_t i = 0; i < quanta.size(); ++i) into.items.push_back({quanta[i], states[i], {}, {}});
    scorer.score(evidence.batch, into);
    const auto counted = scorer.widths(evidence.batch);
    for (std::size_t i = 0; i < 4; ++i) widths[i] += counted[i];
    for (std::size_t row = 0; row < rows; row += rows > 100 ? 97 : 1) {
      const auto card = scorer.scorecard(evidence.batch, row);
      for (std::size_t item = 0; item < quanta.size(); ++item) {
        const auto& line = card.lines[model->items()[item]];
        ASSERT_EQ(line.tally.achieved, quanta[item][row]) << where(seed, row, *model, item, evidence.batch);
        ASSERT_EQ(*line.state, states[item][row]) << where(seed, row, *model, item, evidence.batch);
        values += *line.state == ItemState::scored ? 1 : 0;
      }
      const Tally tally{achieved[row], applicable[row], bonus[row], penalty[row], incomplete[row] == 0};
      ASSERT_EQ(card.tally, tally) << "seed " << seed << " row " << row;
    }
  }
  EXPECT_GT(values, cases(50'000));
  for (std::size_t i = 0; i < 4; ++i) EXPECT_GT(widths[i], cases(i == 1 ? 20 : 100)) << "arithmetic " << i;
}
}
