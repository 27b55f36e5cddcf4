#include "support/cells.hpp"
#include "tables.hpp"
#include <chiso/evidence/resolve.hpp>
#include <gtest/gtest.h>

namespace chiso_test {
namespace {
/// The cells of a column as text: a value as the k of k / 10^decimals.
Lines cells(const Column& column, std::size_t rows) {
  Lines out;
  for (std::size_t row = 0; row < rows; ++row)
    out.push_back(column.state(row) == State::value ? std::to_string(column.values[row]) : std::string(name_of(column.state(row))));
  return out;
}
Lines cells(const ResolvedEvidence& resolved, std::size_t measure) {
  return cells(resolved.batch().measures[measure], resolved.batch().rows);
}

/// One measure `x` in three tracks; `final` falls back to appraised, then self; `appraised` to self.
ModelDraft tracks_draft(const char* value = "x") {
  ModelDraft draft{};
  draft.id = "tracks";
  draft.tracks = {{"self", "appraised", "final"}};
  draft.fallback = {{"final", {"appraised", "self"}}, {"appraised", {"self"}}};
  draft.measures = {{"x", measure(MeasureType::count)}};
  draft.criteria = {leaf("a", 2, rules::PerItem{.value = value, .each = 1})};
  return draft;
}

TEST(Resolve, FallsBackToTheFirstTrackWithAValue) {
  const auto model = Model::build(tracks_draft());
  const auto evidence = read(model, {{"unit", {"A", "A", "A", "B", "B", "B", "C", "C", "C"}},
                                     {"track", {"self", "appraised", "final", "self", "appraised", "final", "self", "appraised", "final"}},
                                     {"x", {"1", "2", "", "1", "not_applicable", "", "1", "", "not_applicable"}}});
  const auto resolved = resolve(evidence, model);
  EXPECT_EQ(cells(resolved, 0), (Lines{"1", "2", "2", "1", "not_applicable", "not_applicable", "1", "1", "not_applicable"}));
  EXPECT_EQ(resolved.evidence().rows(), 9U);
  EXPECT_EQ(resolved.evidence().statistics(0).most, 2);
}
TEST(Resolve, DoesNotFallBackTransitively) {
  auto draft = tracks_draft();
  draft.fallback = {{"final", {"appraised"}}, {"appraised", {"self"}}};
  const auto model = Model::build(draft);
  const auto resolved =
      resolve(read(model, {{"unit", {"A", "A", "A"}}, {"track", {"final", "appraised", "self"}}, {"x", {"", "", "5"}}}), model);
  EXPECT_EQ(cells(resolved, 0), (Lines{"missing", "5", "5"}));
  // A row that fallback adds is not a source either.
  const auto added = resolve(read(model, {{"unit", {"A"}}, {"track", {"self"}}, {"x", {"5"}}}), model);
  EXPECT_EQ(cells(added, 0), (Lines{"5", "5"}));
  EXPECT_EQ(added.evidence().track(1), 1U);
}
TEST(Resolve, AddsRowsByFallback) {
  const auto model = Model::build(tracks_draft());
  const auto evidence = read(model, {{"unit", {"B", "A", "A"}},
                                     {"block", {"y", "x", "x"}},
                                     {"ranked", {"no", "yes", "yes"}},
                                     {"period", {"1", "1", "2"}},
                                     {"track", {"self", "appraised", "final"}},
                                     {"x", {"4", "", "6"}}});
  const auto resolved = resolve(evidence, model);
  const auto& after = resolved.evidence();
  ASSERT_EQ(after.rows(), 6U);
  EXPECT_EQ(cells(resolved, 0), (Lines{"4", "missing", "6", "missing", "4", "4"}));
  EXPECT_EQ(after.unit(3), "A");  // added in the order of unit, period, track
  EXPECT_EQ(after.track(3), 2U);
  EXPECT_EQ(after.period(3), "1");
  EXPECT_EQ(after.unit(4), "B");
  EXPECT_EQ(after.track(4), 1U);
  EXPECT_EQ(after.block(5), "y");
  EXPECT_FALSE(after.ranked(5));
  EXPECT_EQ(after.find("B", "1", 2), 5U);
  EXPECT_EQ(evidence.rows(), 3U);
  EXPECT_EQ(resolved.batch().tracks.size(), 6U);
}
TEST(Resolve, SharesColumnsThatDoNotChange) {
  auto draft = table_draft();
  const auto model = Model::build(draft);
  const auto evidence = read(model, {{"unit", {"A", "A"}},
                                     {"track", {"final", "self"}},
                                     {"cases", {"", "2"}},
                                     {"score", {"1", "2"}},
                                     {"plan", {"", ""}},
                                     {"funded", {"no", ""}}});
  const auto resolved = resolve(evidence, model);
  EXPECT_FALSE(same_place(resolved.evidence().measure(0).values, evidence.measure(0).values));
  EXPECT_EQ(cells(resolved, 0), (Lines{"2", "2"}));
  EXPECT_TRUE(resolved.evidence().measure(0).states.empty());  // nothing is missing any more
  for (std::size_t i = 1; i < 4; ++i) EXPECT_TRUE(same_place(resolved.evidence().measure(i).values, evidence.measure(i).values));
  EXPECT_EQ(resolved.evidence().unit_of_row().data(), evidence.unit_of_row().data());
}
TEST(Resolve, FallsBackForStatedPointsToo) {
  auto draft = tracks_draft();
  draft.stated_points = StatedPoints::accept;
  draft.criteria.push_back(leaf("b", 1, rules::PerItem{.value = "x", .each = 1}, {.tracks = {{"final"}}}));
  const auto model = Model::build(draft);
  const auto resolved =
      resolve(read(model, {{"unit", {"A", "A"}}, {"track", {"self", "final"}}, {"x", {"1", "2"}}, {"points.b", {"0.5", ""}}}), model);
  EXPECT_EQ(cells(resolved.batch().stated[1], 3), (Lines{"500000", "500000", "500000"}));
  EXPECT_TRUE(resolved.batch().stated[0].values.empty());
}

TEST(Resolve, TakesTheNextEarlierPeriodOfTheTableAsPrevious) {
  auto draft = tracks_draft("coalesce(previous(x), 0) + if_else(is_missing(previous(x)), 1, 0)");
  const auto model = Model::build(draft);
  const auto resolved = resolve(read(model, {{"unit", {"A", "A", "A", "B", "B", "A"}},
                                             {"period", {"2024", "2019", "2021", "2024", "2019", "2024"}},
                                             {"track", {"final", "final", "self", "final", "final", "self"}},
                                             {"x", {"1", "2", "3", "4", "5", "6"}}}),
                                model);
  // Added: (A, 2019, none, because no track falls back to final), (A, 2021) appraised and final, (A, 2024) appraised.
  const auto& after = resolved.evidence();
  ASSERT_EQ(after.rows(), 9U);
  const auto& batch = resolved.batch();
  ASSERT_EQ(batch.previous.size(), 1U);
  const auto previous = [&](const char* unit, const char* period, std::size_t track) {
    const auto row = after.find(unit, period, track).value();
    EXPECT_EQ(batch.has_previous[row] == State::value, batch.previous[0].state(row) == State::value);
    return cells(batch.previous[0], after.rows())[row];
  };
  EXPECT_EQ(previous("A", "2024", 2), "3");  // after fallback
  EXPECT_EQ(previous("A", "2024", 0), "3");
  EXPECT_EQ(previous("A", "2024", 1), "3");
  EXPECT_EQ(previous("A", "2021", 2), "2");
  EXPECT_EQ(previous("A", "2021", 0), "missing");
  EXPECT_EQ(previous("B", "2024", 2), "missing");  // 2021 is a period of the table, but B has no row there
  EXPECT_EQ(previous("A", "2019", 2), "missing");
}
TEST(Resolve, KeepsTheStatesOfPreviousValues) {
  const auto model = Model::build(tracks_draft("previous(x)"));
  const auto resolved = resolve(
      read(model, {{"unit", {"A", "A", "B", "B"}}, {"period", {"1", "2", "1", "2"}}, {"x", {"", "3", "not_applicable", "4"}}}), model);
  EXPECT_EQ(cells(resolved.batch().previous[0], 4), (Lines{"missing", "missing", "missing", "not_applicable"}));
  EXPECT_EQ(resolved.batch().has_previous[1], State::value);  // there is a row, but its cell is missing
  EXPECT_EQ(resolved.batch().has_previous[0], State::missing);
}

TEST(Resolve, ComputesCohortsOfAllRowsAfterFallback) {
  auto draft = tracks_draft("cohort_max(x)");
  draft.criteria.push_back(leaf("b", 2, rules::PerItem{.value = "cohort_sum(x)", .each = 1}));
  const auto model = Model::build(draft);
  const auto resolved = resolve(read(model, {{"unit", {"A", "B", "C", "D"}},
                                             {"track", {"final", "self", "final", "final"}},
                                             {"ranked", {"yes", "no", "yes", "yes"}},
                                             {"x", {"1", "9", "not_applicable", ""}}}),
                                model);
  const auto& batch = resolved.batch();
  const auto& figures = batch.cohorts[0];
  const auto of = [&](std::size_t row) { return figures.of_group[figures.group_of_row[row]]; };
  EXPECT_EQ(of(0).value, Rational(9));  // B's row in final is added, and not ranked
  const auto& sums = batch.cohorts[1];
  EXPECT_EQ(sums.of_group[sums.group_of_row[0]].value, Rational(10));
}
TEST(Resolve, AcceptsAnEmptyTable) {
  const auto model = Model::build(tracks_draft("cohort_max(x) + coalesce(previous(x), 1)"));
  const auto resolved = resolve(read(model, {{"unit", {}}, {"x", {}}}), model);
  EXPECT_EQ(resolved.batch().rows, 0U);
  EXPECT_TRUE(resolved.cohorts().list.empty());
}

TEST(Resolve, ResolvesForAnotherModel) {
  auto draft = table_draft();
  draft.stated_points = StatedPoints::accept;
  const auto model = Model::build(draft);
  const auto evidence = read(model, {{"unit", {"A"}},
                                     {"track", {"self"}},
                                     {"block", {"x"}},
                                     {"cases", {"1"}},
                                     {"score", {"4"}},
                                     {"plan", {"late"}},
                                     {"funded", {"yes"}},
                                     {"points.c", {"0.75"}}});
  auto other = draft;
  std::swap(other.criteria[0], other.criteria[2]);  // c is now the first leaf
  other.fallback.clear();
  const auto edited = Model::build(other);
  const auto resolved = resolve(evidence, edited);
  EXPECT_EQ(resolved.evidence().rows(), 1U);  // the fallback is that of the model it is resolved for
  EXPECT_EQ(cells(resolved.batch().stated[0], 1), Lines{"750000"});
  EXPECT_EQ(resolved.evidence().model(), edited);

  const auto differences = [&](const ModelDraft& to) {
    Lines out;
    try {
      resolve(evidence, Model::build(to));
    } catch (const ShapeError& error) {
      for (const auto& problem : error.problems()) out.push_back(problem.code() + " " + problem.place.pointer);
    }
    return out;
  };
  EXPECT_EQ(differences(draft), Lines{});
  other = draft;
  other.measures[1].second.max = Decimal(3);  // smaller than a value
  EXPECT_EQ(differences(other), Lines{"measure.range /measures/score"});
  other.measures[2].second.options = {"late", "on_time", "2"};
  EXPECT_EQ(differences(other), (Lines{"measure.range /measures/score", "measure.differs /measures/plan"}));
  other = draft;
  other.measures.push_back({"more", measure(MeasureType::count)});
  other.tracks = {{"self", "final", "appraised"}};
  other.blocks = {{"y"}};
  other.criteria[2].id = "d";
  EXPECT_EQ(differences(other),
            (Lines{"measure.unknown /measures/more", "tracks.differ /tracks", "stated.unknown /points.c", "block.unknown /blocks"}));
  other = draft;
  other.point_decimals = 2;
  EXPECT_EQ(differences(other), Lines{"stated.decimals /points.c"});
  other = draft;
  other.criteria[2].points = Decimal(0.5);
  EXPECT_EQ(differences(other), Lines{"measure.range /points.c"});
  other = draft;
  other.stated_points = StatedPoints::refuse;
  EXPECT_EQ(differences(other), Lines{"stated.refused /points.c"});
}
}
}
