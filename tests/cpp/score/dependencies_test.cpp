#include <chiso/score/dependencies.hpp>
#include <chiso/score/scorer.hpp>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace {
using namespace chiso;

/// Items: 0 "own", 1 "back", 2 "cohort", 3 "target", 4 "survey", 5 "parts", 6 "bonus".
Model model() {
  using enum MeasureType;
  return Model::build(
      {.id = "m",
       .undefined = WhenUndefined::zero,
       .measures = {{"a", {.type = count}},
                    {"b", {.type = count}},
                    {"c", {.type = count}},
                    {"t", {.type = yes_no}},
                    {"p", {.type = choice, .options = {"x", "y"}}},
                    {"gate", {.type = yes_no}},
                    {"unread", {.type = count}}},
       .criteria = {group("top",
                          {group("inner",
                                 {leaf("own", 1, rules::PerItem{"a + a * b", 1}, {.applies_when = "t"}),
                                  leaf("back", 1, rules::PerItem{"a - previous(b)", 1})},
                                 {.applies_when = "previous(gate)"}),
                           leaf("cohort", 1, rules::PerItem{"cohort_sum(c) + cohort_max(a)", 1})},
                          {.applies_when = "gate"}),
                    leaf("target", 1, rules::Target{"a", "b"}), leaf("survey", 1, rules::Survey{{{"a", 1}, {"b", 2}}}),
                    leaf("parts", 1, rules::BestOf{{{1, rules::YesNo{"t"}}, {1, rules::SumOf{{{1, rules::PerItem{"c", 1}}}}}}})},
       .adjustments = {.bonus = SideDraft{.cap = 1,
                                          .entries = {{.id = "bonus", .points = 1, .applies_when = "t", .rule = rules::PerItem{"c", 1}}}}},
       .ranking = {.tie_break = {"own", TieBreakDraft{.value = "previous(b) + floor(a)", .order = ValueOrder::ascending}}},
       .classes = ClassesDraft{.bands = {{.id = "good", .from = 50, .requirement = "c > 0"}, {.id = "low"}},
                               .vetoes = {{.criterion = "own", .below = 1, .at_most = "low"},
                                          {.when = "p == 'x' and cohort_count(a) > 1 and previous(b) > 0", .at_most = "low"}}}});
}

std::string readers(const Dependencies& dependencies, const Model& model, std::string_view measure) {
  std::string out;
  for (const auto& reader : dependencies.readers(*model.measures().find(measure))) {
    out += reader.kind == Reader::Kind::item   ? model.nodes()[model.items()[reader.index]].id
           : reader.kind == Reader::Kind::veto ? "veto" + std::to_string(reader.index)
           : reader.kind == Reader::Kind::band ? "band" + std::to_string(reader.index)
                                               : "tie" + std::to_string(reader.index);
    out += reader.source == CellSource::own_row ? " " : reader.source == CellSource::previous_row ? "(previous) " : "(cohort) ";
  }
  return out;
}

TEST(Dependencies, ListEveryReaderAndSourceOnce) {
  const auto m = model();
  const Dependencies dependencies(m);
  EXPECT_EQ(readers(dependencies, m, "a"), "own back cohort(cohort) target target(cohort) survey veto1(cohort) tie1 ");
  EXPECT_EQ(readers(dependencies, m, "b"), "own back(previous) target survey veto1(previous) tie1(previous) ");
  EXPECT_EQ(readers(dependencies, m, "c"), "cohort(cohort) parts bonus band0 ");
  EXPECT_EQ(readers(dependencies, m, "t"), "own parts bonus ");
  EXPECT_EQ(readers(dependencies, m, "p"), "veto1 ");
  // The conditions above it, on every level.
  EXPECT_EQ(readers(dependencies, m, "gate"), "own own(previous) back back(previous) cohort ");
  EXPECT_EQ(readers(dependencies, m, "unread"), "");
  EXPECT_EQ(readers(Scorer(m).dependencies(), m, "p"), "veto1 ");
}

TEST(Dependencies, ListWhatAnItemReadsOnItsOwnRow) {
  const auto m = model();
  const Dependencies dependencies(m);
  const auto of = [&](std::size_t item) {
    std::string out;
    for (const auto measure : dependencies.measures(item)) out += m.measures()[measure].name + " ";
    return out;
  };
  EXPECT_EQ(of(0), "a b t gate ");
  EXPECT_EQ(of(1), "a gate ");
  EXPECT_EQ(of(2), "gate ");
  EXPECT_EQ(of(3), "a b ");
  EXPECT_EQ(of(4), "a b ");
  EXPECT_EQ(of(5), "c t ");
  EXPECT_EQ(of(6), "c t ");
}
}
