// What vetoes ask of criteria, found in the walk that scores, is what the indices of these criteria say.
#include <algorithm>
#include <chiso/score/scores.hpp>
#include <gtest/gtest.h>
#include <support/random_models.hpp>
#include <support/random_table.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

bool is_below(const std::optional<Index>& index, const Decimal& limit, const Classes& classes) {
  if (!index) return false;
  return classes.on == ClassOn::published ? index->published(classes.decimals) < limit : compare(index->exact(), as_ratio(limit)) < 0;
}
/// From the index of each criterion in each row.
std::vector<std::uint8_t> below_one_by_one(const Scores& leaves, const Veto& veto) {
  std::vector<std::uint8_t> out;
  for (std::size_t row = 0; row < leaves.rows(); ++row) {
    const auto count = std::count_if(veto.criteria.begin(), veto.criteria.end(), [&](std::size_t node) {
      return is_below(leaves.index(node, row), *veto.below, *leaves.model().classes());
    });
    out.push_back(static_cast<std::size_t>(count) >= veto.at_least ? 1 : 0);
  }
  return out;
}
std::vector<std::uint8_t> list_of(std::span<const std::uint8_t> column) { return {column.begin(), column.end()}; }

/// Vetoes on any criteria, some named twice, and one on none.
std::vector<VetoDraft> random_vetoes(const Model& model, Random& random) {
  std::vector<VetoDraft> out;
  for (auto count = 1 + random.below(4); count > 0; --count) {
    Ids ids;
    do ids.push_back(model.nodes()[random.below(model.criteria())].id);
    while (random.one_in(2));
    const auto at_least = static_cast<int>(1 + random.below(ids.size()));
    const auto below = random.of(std::vector<Decimal>{0, 0.004, 33.3, 40, 50, 75, 99.995, 100, 250, Decimal(random.within(0, 1000), 1)});
    out.push_back({.criterion = std::move(ids), .below = below, .at_least = at_least, .at_most = "low"});
  }
  out.insert(out.begin() + static_cast<std::ptrdiff_t>(random.below(out.size() + 1)), {.when = Truth("t"), .at_most = "low"});
  return out;
}
TEST(VetoesOfScores, AreWhatTheIndicesOfTheirCriteriaSay) {
  std::size_t models = 0, below = 0, rows = 0;
  for_random_models(250, random_ranked_model, [&](const Model& of, Random& random) {
    auto draft = of.draft();
    if (!draft.classes) draft.classes = ClassesDraft{.on = random_kind<ClassOn>(random), .bands = {{.id = "low"}}};
    draft.classes->vetoes = random_vetoes(of, random);
    const auto model = Model::build(draft);
    const auto evidence =
        read(model, random_table(model, models++ % 50 == 0 ? 400 : 2 + random.below(8), random));  // also of several tiles
    const auto leaves = score(model, evidence, {.keep = Keep::leaves});
    for (const auto keep : {Keep::totals, Keep::groups, Keep::leaves}) {
      const auto scores = score(model, evidence, {.keep = keep});
      for (std::size_t i = 0; i < model.classes()->vetoes.size(); ++i) {
        const auto& veto = model.classes()->vetoes[i];
        const auto found = list_of(scores.below(i));
        ASSERT_EQ(found, veto.criteria.empty() ? std::vector<std::uint8_t>() : below_one_by_one(leaves, veto)) << "veto " << i;
        below += static_cast<std::size_t>(std::count(found.begin(), found.end(), 1));
        rows += found.size();
      }
    }
    const auto totals = score(model, evidence);
    for (std::size_t row = 0; row < leaves.rows(); ++row) ASSERT_EQ(totals.tally(row), leaves.tally(row));
  });
  EXPECT_GT(below, rows / 5);
  EXPECT_LT(below, rows * 4 / 5);
}

/// A choice of two leaves, beside one whose missing values are excluded.
ModelDraft vetoed_choice() {
  const auto counted = [](const char* id, const char* measure, WhenMissing missing) {
    auto out = leaf(id, 10, rules::Proportional{.value = measure, .full_at = 10});
    out.missing = missing;
    return out;
  };
  auto first = counted("first", "a", WhenMissing::exclude);
  first.applies_when = Truth("a > 0");
  const MeasureDraft count{.type = MeasureType::count};
  return {.id = "choice",
          .measures = {{"a", count}, {"b", count}},
          .criteria = {group("choice", {first, counted("second", "b", WhenMissing::incomplete)}, {.one_of = true}),
                       counted("third", "b", WhenMissing::exclude)},
          .classes = ClassesDraft{.bands = {{.id = "high", .from = 90}, {.id = "low"}}}};
}
std::vector<std::uint8_t> below(const Ids& ids, const Decimal& limit, int at_least = 1) {
  auto draft = vetoed_choice();
  draft.classes->vetoes = {{.criterion = ids, .below = limit, .at_least = at_least, .at_most = "low"}};
  const auto model = Model::build(draft);
  EvidenceBuilder builder(model);
  builder.texts("unit", {"u", "v", "w", "x"}).texts("a", {"2", "0", "", "9"}).texts("b", {"9", "3", "4", ""});
  return list_of(score(model, builder.build()).below(0));
}
TEST(VetoesOfScores, PassOverAChildThatIsLeftOut) {
  using Rows = std::vector<std::uint8_t>;
  EXPECT_EQ(below("first", 50), (Rows{1, 0, 0, 0}));   // does not apply to v, is excluded for w
  EXPECT_EQ(below("second", 50), (Rows{0, 1, 1, 0}));  // is left out for u and x
  EXPECT_EQ(below("choice", 50), (Rows{1, 1, 1, 0}));
  EXPECT_EQ(below("third", 50), (Rows{0, 1, 1, 0}));
  EXPECT_EQ(below({"choice", "third"}, 50, 2), (Rows{0, 1, 1, 0}));
  EXPECT_EQ(below({"first", "second", "choice", "third"}, 50, 3), (Rows{0, 1, 1, 0}));
  EXPECT_EQ(below({"third", "third"}, 50, 2), (Rows{0, 1, 1, 0}));
  EXPECT_EQ(below("choice", 0), (Rows{0, 0, 0, 0}));
  EXPECT_EQ(below("choice", 101), (Rows{1, 1, 1, 1}));
  EXPECT_EQ(below("third", 101), (Rows{1, 1, 1, 0}));  // x has no index of it
}
}
