// Results as columns.
#include <algorithm>
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <gtest/gtest.h>
#include <limits>
#include <string>
#include <support/random_models.hpp>
#include <support/random_table.hpp>

namespace {
using namespace chiso;
using Texts = std::vector<std::string>;

/// The cells of a column as text; `-` means none.
Texts cells(const chiso::Table& table, std::string_view name) {
  const auto& column = table.column(name);
  Texts out;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    auto& cell = out.emplace_back("-");
    if (!column.has(row)) continue;
    if (const auto* text = std::get_if<TextCells>(&column.cells)) cell = text->names[text->codes[row]];
    if (const auto* figures = std::get_if<FigureCells>(&column.cells))
      cell = Decimal::fixed(figures->digits[row], figures->decimals).text();
    if (const auto* wholes = std::get_if<WholeCells>(&column.cells)) cell = std::to_string(wholes->values[row]);
    if (const auto* dates = std::get_if<DateCells>(&column.cells)) cell = Date::of_unix_days(dates->days[row])->text();
    if (const auto* truths = std::get_if<TruthCells>(&column.cells)) cell = truths->values[row] != 0 ? "yes" : "no";
  }
  return out;
}
Texts names(const chiso::Table& table) {
  Texts out;
  for (const auto& column : table.columns()) out.push_back(column.name + (column.nullable ? "?" : ""));
  return out;
}

Model blocks_model() {
  const std::vector<Item> blocks{"p", "q"};
  return Model::build(
      {.id = "m",
       .blocks = blocks,
       .measures = {{"x", {.type = MeasureType::count}}, {"y", {.type = MeasureType::count}}, {"extra", {.type = MeasureType::count}}},
       .criteria = {group("g",
                          {leaf("a", 10, rules::PerItem{.value = "x", .each = 1}), leaf("b", 10, rules::PerItem{.value = "y", .each = 1})},
                          {.number = "I"})},
       .adjustments = {.bonus = SideDraft{.cap = 1,
                                          .entries = {{.id = "more", .points = 1, .rule = rules::PerItem{.value = "extra", .each = 1}}}}},
       .classes = ClassesDraft{.bands = {{.id = "good", .from = 80}, {.id = "rest"}},
                               .by_block = {{"q", {{.id = "fine", .from = 10}, {.id = "rest"}}}}}});
}
/// In block p, d leads, b and c are tied, and a is incomplete; e is in block q.
Scores blocks_scores(Keep keep = Keep::totals) {
  const auto model = blocks_model();
  return score(model, parse_evidence("unit,block,x,y,extra\ne,q,1,1,0\nc,p,5,5,0\nb,p,4,6,0\na,p,,1,0\nd,p,10,10,1\n", model),
               {.keep = keep});
}

TEST(ScoreTable, HasColumnsOfTheRightKinds) {
  const auto table = score_table(blocks_scores());
  EXPECT_EQ(names(table),
            (Texts{"unit", "block", "period", "track", "points", "applicable", "bonus?", "penalty?", "index?", "coverage?", "rank?",
                   "class?", "complete", "ranked", "class_by?", "class_by_item?", "held_back", "level_as_published", "held?"}));
  EXPECT_EQ(cells(table, "unit"), (Texts{"d", "b", "c", "a", "e"}));
  EXPECT_EQ(cells(table, "block"), (Texts{"p", "p", "p", "p", "q"}));
  EXPECT_EQ(cells(table, "period"), Texts(5, ""));
  EXPECT_EQ(cells(table, "points"), (Texts{"20.00", "10.00", "10.00", "1.00", "2.00"}));
  EXPECT_EQ(cells(table, "index"), (Texts{"100.00", "50.00", "50.00", "5.00", "10.00"}));
  EXPECT_EQ(cells(table, "rank"), (Texts{"1", "2", "2", "-", "1"}));
  EXPECT_EQ(cells(table, "class"), (Texts{"good", "rest", "rest", "-", "fine"}));
  EXPECT_EQ(cells(table, "complete"), (Texts{"yes", "yes", "yes", "no", "yes"}));
  EXPECT_EQ(cells(table, "class_by"), (Texts{"band", "band", "band", "-", "band"}));
  EXPECT_EQ(cells(table, "held"), (Texts{"most", "-", "-", "-", "-"}));
  const auto& classes = std::get<TextCells>(table.column("class").cells);
  EXPECT_TRUE(classes.categorical);
  EXPECT_EQ(Texts(classes.names.list().begin(), classes.names.list().end()), (Texts{"good", "rest", "fine"}));
  EXPECT_FALSE(std::get<TextCells>(table.column("unit").cells).categorical);
  EXPECT_TRUE(std::get<FigureCells>(table.column("index").cells).has.empty()) << "every row has one";
  EXPECT_EQ(std::get<WholeCells>(table.column("rank").cells).values[3], 0) << "under none stands 0";
}
/// 10.004, 10.001 and 10.0049 of 30 are published alike, and so are 20 and 20, which are tied.
TEST(ScoreTable, SaysWhereThePublishedIndexDoesNotShowTheRank) {
  const auto model = Model::build(
      {.id = "m",
       .measures = {{"x", {.type = MeasureType::decimal, .decimals = 5, .min = 0, .max = 100}}, {"y", {.type = MeasureType::count}}},
       .criteria = {leaf("a", 100, rules::Given{.value = "x"}),
                    leaf("b", 10, rules::PerItem{.value = "y", .each = 1}, {.applies_when = "y > 0"})}});
  const auto text = "unit,x,y\nA,10.004,0\nB,10.001,0\nC,20,0\nD,10.0049,0\nE,20,0\nF,30,1\nG,10.0050,0\nH,,0\nI,10.002,9\n";
  const auto scores = score(model, parse_evidence(text, model));
  for (const auto& options :
       {ScoreTableOptions{.order = RowOrder::evidence}, ScoreTableOptions{.node = "a", .order = RowOrder::evidence}}) {
    const auto table = score_table(scores, options);
    EXPECT_EQ(cells(table, "level_as_published"), (Texts{"yes", "yes", "no", "yes", "no", "no", "no", "no", options.node ? "yes" : "no"}));
  }
  EXPECT_EQ(cells(score_table(scores, {.first = 5}), "level_as_published").size(), 5U);
  RankingKeys all(model);
  std::vector<Scores> parts;
  const std::string head = "unit,x,y\n";
  for (const char* rows : {"A,10.004,0\nC,20,0\n", "B,10.001,0\n", "D,10.0049,0\nE,20,0\nH,,0\n"}) {
    parts.push_back(score(model, parse_evidence(head + rows, model)));
    all.merge(ranking_keys(parts.back()));
  }
  EXPECT_EQ(cells(score_table(Ranked(parts[0], all), {.order = RowOrder::evidence}), "level_as_published"), (Texts{"yes", "no"}));
  EXPECT_EQ(cells(score_table(Ranked(parts[1], all)), "level_as_published"), Texts{"yes"});
  EXPECT_EQ(cells(score_table(parts[1]), "level_as_published"), Texts{"no"}) << "alone";
}
TEST(ScoreTable, HasThePublishedFiguresOfEveryRow) {
  std::size_t models = 0, rows = 0;
  chiso_test::for_random_models(150, chiso_test::random_ranked_model, [&](const Model& model, chiso_test::Random& random) {
    const auto units = models++ % 30 == 0 ? 300 : 2 + random.below(6);  // also of several tiles
    const auto scores = score(model, chiso_test::read(model, chiso_test::random_table(model, units, random)));
    const auto table = score_table(scores, {.order = RowOrder::evidence});
    const auto points = cells(table, "points"), applicable = cells(table, "applicable"), bonus = cells(table, "bonus"),
               penalty = cells(table, "penalty"), index = cells(table, "index"), coverage = cells(table, "coverage"),
               by = cells(table, "class_by");
    const auto classes = Ranked(scores).classes();
    const auto text = [](const auto& figure) { return figure ? figure->text() : "-"; };
    for (std::size_t row = 0; row < scores.rows(); ++row, ++rows) {
      const auto tally = scores.tally(row);
      ASSERT_EQ(points[row], published(Points{tally.achieved}, model).text());
      ASSERT_EQ(applicable[row], published(Points{tally.applicable}, model).text());
      ASSERT_EQ(bonus[row], published(Points{tally.bonus}, model).text());
      ASSERT_EQ(penalty[row], published(Points{tally.penalty}, model).text());
      ASSERT_EQ(index[row], text(scores.index(row) ? std::optional(scores.index(row)->published()) : std::nullopt));
      ASSERT_EQ(coverage[row], text(scores.coverage(row).published(model.publish())));
      const auto cause = classes.cause(row);
      ASSERT_EQ(by[row], cause ? names_of(ClassBy{})[static_cast<std::size_t>(cause->by)] : "-");
    }
  });
  EXPECT_GT(rows, 3000U);
}
TEST(ScoreTable, HasColumnsOfCriteriaWhateverWasKept) {
  for (const auto keep : {Keep::totals, Keep::leaves}) {
    const auto table = score_table(blocks_scores(keep), {.nodes = {"b", "g", "more"}});
    const auto columns = names(table);
    EXPECT_EQ(Texts(columns.end() - 4, columns.end()), (Texts{"held?", "b?", "g?", "more?"}));
    EXPECT_EQ(cells(table, "unit"), (Texts{"d", "b", "c", "a", "e"}));
    EXPECT_EQ(cells(table, "b"), (Texts{"100.00", "60.00", "50.00", "10.00", "10.00"}));
    EXPECT_EQ(cells(table, "g"), (Texts{"100.00", "50.00", "50.00", "5.00", "10.00"}));
    EXPECT_EQ(cells(table, "more"), Texts(5, "-")) << "nothing is applicable by an entry";
    const auto points = score_table(blocks_scores(keep), {.nodes = {"b", "more"}, .node_figure = NodeFigure::points});
    EXPECT_EQ(cells(points, "b"), (Texts{"10.00", "6.00", "5.00", "1.00", "1.00"}));
    EXPECT_EQ(cells(points, "more"), (Texts{"1.00", "0.00", "0.00", "0.00", "0.00"}));
  }
  EXPECT_THROW(score_table(blocks_scores(), {.nodes = {"c"}}), UnknownNameError);
  EXPECT_THROW(score_table(blocks_scores(), {.nodes = {"a", "a"}}), ShapeError);
  EXPECT_EQ(keep_for(blocks_model(), {.nodes = {"g"}}), Keep::groups);
  EXPECT_EQ(keep_for(blocks_model(), {.nodes = {"g", "a"}}), Keep::leaves);
}
TEST(ScoreTable, ShowsTheTopOfEachBlock) {
  const auto scores = blocks_scores();
  EXPECT_EQ(cells(score_table(scores, {.top = 1}), "unit"), (Texts{"d", "e"}));
  EXPECT_EQ(cells(score_table(scores, {.top = 2}), "unit"), (Texts{"d", "b", "c", "e"})) << "all that are tied at the last place";
  EXPECT_EQ(cells(score_table(scores, {.order = RowOrder::evidence, .top = 2}), "unit"), (Texts{"e", "c", "b", "d"}));
  EXPECT_EQ(cells(score_table(scores, {.top = 9}), "unit"), (Texts{"d", "b", "c", "e"})) << "a has no rank";
  EXPECT_EQ(cells(score_table(scores, {.node = "a", .top = 2}), "unit"), (Texts{"d", "c", "e"})) << "of the ranks by the node";
  EXPECT_EQ(score_table(scores, {.block = "p", .by_criterion = true, .top = 1}).rows(), 4U);
}
TEST(ScoreTable, CanBeSortedByUnit) {
  const auto model = blocks_model();
  const auto scores = score(
      model,
      parse_evidence("unit,block,x,y,extra\nDạ,p,1,1,0\nđa,p,2,2,0\nEa,p,3,3,0\nb,q,1,1,0\nA,q,2,2,0\nDa,p,4,4,0\nÊ,p,1,1,0\n", model));
  EXPECT_EQ(cells(score_table(scores, {.order = RowOrder::unit}), "unit"), (Texts{"Da", "Dạ", "đa", "Ê", "Ea", "A", "b"}));
  EXPECT_EQ(cells(score_table(scores, {.order = RowOrder::unit}), "points"),
            (Texts{"8.00", "2.00", "4.00", "2.00", "6.00", "4.00", "2.00"}));
  EXPECT_EQ(cells(score_table(scores, {.order = RowOrder::unit, .top = 2}), "unit"), (Texts{"Da", "Ea", "A", "b"}));
  EXPECT_EQ(cells(score_table(scores, {.order = RowOrder::unit, .first = 2}), "unit"), (Texts{"Da", "Dạ"}));
}
TEST(ScoreTable, IsWrittenWithADecimalComma) {
  const std::vector<std::string> columns{"rank", "unit", "index"};
  const auto table = score_table(blocks_scores(), {.block = "p", .top = 1}).only(columns);
  EXPECT_EQ(names(table), (Texts{"rank?", "unit", "index?"}));
  EXPECT_EQ(to_csv(table, ','), "rank;unit;index\r\n1;d;100,00\r\n");
  EXPECT_EQ(to_csv(table, '.'), to_csv(table));
  EXPECT_THROW(to_csv(table, ';'), ShapeError);
}
TEST(ScoreTable, HasTheSameFiguresOfCriteriaWithoutReasons) {
  std::size_t rows = 0;
  chiso_test::for_random_models(150, chiso_test::random_ranked_model, [&](const Model& model, chiso_test::Random& random) {
    const auto evidence = chiso_test::read(model, chiso_test::random_table(model, 2 + random.below(6), random));
    for (const auto keep : {Keep::totals, Keep::groups, Keep::leaves}) {
      const auto scores = score(model, evidence, {.keep = keep});
      const auto node = random.below(2) == 0 ? std::optional<std::string>() : model.nodes()[random.below(model.nodes().size())].id;
      const auto with = score_table(scores, {.node = node, .exact = true, .by_criterion = true});
      const auto without = score_table(scores, {.node = node, .exact = true, .by_criterion = true, .reasons = false});
      auto expected = names(with);
      expected.erase(std::find(expected.begin(), expected.end(), "reason?"));
      ASSERT_EQ(names(without), expected);
      for (const auto& column : without.columns()) ASSERT_EQ(cells(without, column.name), cells(with, column.name)) << column.name;
      rows += without.rows();
    }
  });
  EXPECT_GT(rows, 3000U);
}
TEST(ScoreTable, CanKeepTheOrderOfTheEvidence) {
  const auto scores = blocks_scores();
  const auto table = score_table(scores, {.order = RowOrder::evidence});
  EXPECT_EQ(cells(table, "unit"), (Texts{"e", "c", "b", "a", "d"}));
  EXPECT_EQ(cells(table, "rank"), (Texts{"1", "2", "2", "-", "1"}));
  EXPECT_EQ(cells(table, "class"), (Texts{"fine", "rest", "rest", "-", "good"}));
  EXPECT_EQ(cells(score_table(scores, {.block = "p", .order = RowOrder::evidence}), "unit"), (Texts{"c", "b", "a", "d"}));
  const auto long_table = score_table(scores, {.block = "p", .by_criterion = true, .order = RowOrder::evidence});
  EXPECT_EQ(long_table.rows(), 16U);
  EXPECT_EQ(cells(long_table, "unit")[4], "b");
}
TEST(ScoreTable, HasTheFirstRowsInEitherOrder) {
  const auto scores = blocks_scores();
  const auto by_rank = score_table(scores, {.block = "p", .first = 2});
  EXPECT_EQ(cells(by_rank, "unit"), (Texts{"d", "b"}));
  EXPECT_EQ(cells(by_rank, "rank"), (Texts{"1", "2"}));
  EXPECT_EQ(cells(by_rank, "class"), (Texts{"good", "rest"}));
  EXPECT_EQ(cells(score_table(scores, {.order = RowOrder::evidence, .first = 2}), "unit"), (Texts{"e", "c"}));
  EXPECT_EQ(score_table(scores, {.by_criterion = true, .first = 1}).rows(), 4U);
  EXPECT_EQ(score_table(scores, {.first = 9}).rows(), 5U);
  EXPECT_EQ(score_table(scores, {.first = 0}).rows(), 0U);
}
TEST(ScoreTable, TakesScoresThatAreRankedAlready) {
  const auto scores = blocks_scores();
  const Ranked ranked(scores);
  for (const auto order : {RowOrder::rank, RowOrder::evidence}) {
    EXPECT_EQ(to_csv(score_table(ranked, {.order = order})), to_csv(score_table(scores, {.order = order})));
    EXPECT_EQ(to_csv(score_table(ranked, {.node = "b", .order = order})), to_csv(score_table(scores, {.node = "b", .order = order})));
  }
  EXPECT_EQ(to_csv(averages_table(ranked)), to_csv(averages_table(scores)));
  EXPECT_NE(to_csv(averages_table(ranked)), to_csv(averages_table(scores, "b")));
}
TEST(ScoreTable, SortsRowsWithoutARankByUnit) {
  const auto model = blocks_model();
  const auto scores = score(model, parse_evidence("unit,block,x,y,extra\nc,p,,1,0\nb,p,1,1,0\na,p,1,,0\n", model));
  EXPECT_EQ(cells(score_table(scores), "unit"), (Texts{"b", "a", "c"}));
  EXPECT_EQ(cells(score_table(scores, {.node = "more"}), "unit"), (Texts{"a", "b", "c"})) << "nobody is ranked by an entry";
  EXPECT_EQ(cells(score_table(scores, {.node = "more"}), "rank"), Texts(3, "-"));
}
/// Each row is a part of its own, ranked among all.
TEST(ScoreTable, OfAPartHasTheRanksOfTheWhole) {
  const auto model = blocks_model();
  const std::string head = "unit,block,x,y,extra\n";
  std::vector<Scores> parts;
  RankingKeys all(model);
  for (const char* rows : {"d,p,10,10,1\n", "c,p,5,5,0\na,p,,1,0\n", "b,p,4,6,0\ne,q,1,1,0\n", ""}) {
    parts.push_back(score(model, parse_evidence(head + rows, model)));
    all.merge(ranking_keys(parts.back()));
  }
  const auto of = [&](std::size_t part, std::string_view column, RowOrder order = RowOrder::rank) {
    return cells(score_table(Ranked(parts[part], all), {.order = order}), column);
  };
  EXPECT_EQ(of(0, "rank"), Texts{"1"});
  EXPECT_EQ(of(1, "unit"), (Texts{"c", "a"}));
  EXPECT_EQ(of(1, "rank"), (Texts{"2", "-"}));
  EXPECT_EQ(of(2, "rank"), (Texts{"2", "1"}));
  EXPECT_EQ(of(2, "class"), (Texts{"rest", "fine"}));
  EXPECT_EQ(of(3, "rank"), Texts{});

  const auto whole = blocks_scores();
  const Ranked of_whole(whole, ranking_keys(whole));
  for (const auto order : {RowOrder::rank, RowOrder::evidence}) {
    EXPECT_EQ(to_csv(score_table(of_whole, {.exact = true, .order = order})), to_csv(score_table(whole, {.exact = true, .order = order})));
    EXPECT_EQ(to_csv(score_table(of_whole, {.by_criterion = true, .order = order})),
              to_csv(score_table(whole, {.by_criterion = true, .order = order})));
  }
  EXPECT_THROW(score_table(of_whole, {.node = "b"}), ShapeError);
}
TEST(ScoreTable, ByANodeIsTheSameWhateverWasKept) {
  const auto all = to_csv(blocks_scores(Keep::leaves), {.node = "b", .exact = true});
  for (const auto keep : {Keep::totals, Keep::groups}) EXPECT_EQ(to_csv(blocks_scores(keep), {.node = "b", .exact = true}), all);
  const auto table = score_table(blocks_scores(), {.block = "p", .node = "b"});
  EXPECT_EQ(cells(table, "unit"), (Texts{"d", "b", "c", "a"}));
  EXPECT_EQ(cells(table, "rank"), (Texts{"1", "2", "3", "4"})) << "by its own completeness";
  EXPECT_EQ(cells(table, "bonus"), Texts(4, "-"));
  EXPECT_EQ(cells(table, "class"), Texts(4, "-"));
}
TEST(ScoreTable, ByCriterionHasStatesReasonsAndEntries) {
  const auto table = score_table(blocks_scores(), {.block = "p", .exact = true, .by_criterion = true});
  EXPECT_EQ(names(table),
            (Texts{"unit", "block", "period", "track", "node", "number?", "depth", "points", "applicable", "index?", "coverage?", "state?",
                   "reason?", "points_quanta", "applicable_quanta", "index_numerator?", "index_denominator?"}));
  ASSERT_EQ(table.rows(), 16U);
  const auto last = [&](std::string_view name) {
    const auto all = cells(table, name);
    return Texts(all.end() - 4, all.end());
  };
  EXPECT_EQ(last("unit"), Texts(4, "a"));
  EXPECT_EQ(last("node"), (Texts{"g", "a", "b", "more"}));
  EXPECT_EQ(last("number"), (Texts{"I", "-", "-", "-"}));
  EXPECT_EQ(last("depth"), (Texts{"0", "1", "1", "0"}));
  EXPECT_EQ(last("applicable"), (Texts{"20.00", "10.00", "10.00", "0.00"}));
  EXPECT_EQ(last("index"), (Texts{"5.00", "0.00", "10.00", "-"}));
  EXPECT_EQ(last("state"), (Texts{"-", "missing", "scored", "scored"}));
  EXPECT_EQ(last("reason"), (Texts{"incomplete", "missing: x; incomplete", "value 1", "value 0"}));
  EXPECT_EQ(last("index_denominator"), (Texts{"1", "1", "1", "-"}));
  const auto& state = std::get<TextCells>(table.column("state").cells);
  EXPECT_TRUE(state.categorical);
  EXPECT_EQ(state.names.size(), 5U);
  const auto& reasons = std::get<TextCells>(table.column("reason").cells).names.list();
  EXPECT_EQ(std::count(reasons.begin(), reasons.end(), "value 10"), 1) << "a text seen before is one name";
}
TEST(ScoreTable, OutlivesItsScores) {
  auto table = std::make_unique<chiso::Table>(score_table(blocks_scores()));
  const auto copy = *table;
  table.reset();
  EXPECT_EQ(cells(copy, "unit")[0], "d");
  EXPECT_EQ(cells(copy, "track")[0], "final");
}
TEST(ScoreTable, StoresFiguresOfMoreThan63BitsAsWide) {
  const auto model = Model::build({.id = "m",
                                   .point_decimals = 0,
                                   .publish = {.decimals = 9, .may_exceed_100 = true},
                                   .measures = {{"x", {.type = MeasureType::count}}},
                                   .criteria = {leaf("a", 1, rules::PerItem{.value = "x", .each = 1})},
                                   .adjustments = {.bonus = SideDraft{.cap = Decimal(9'000'000'000'000'000),
                                                                      .entries = {{.id = "more",
                                                                                   .points = Decimal(9'000'000'000'000'000),
                                                                                   .rule = rules::PerItem{.value = "x", .each = 1}}}}}});
  const auto scores = score(model, parse_evidence("unit,x\na,9000000000000000\nb,1\n", model));
  const auto table = score_table(scores, {.exact = true});
  const auto& bonus = std::get<FigureCells>(table.column("bonus").cells);
  EXPECT_EQ(bonus.wide.size(), 2U);
  EXPECT_TRUE(bonus.digits.empty());
  EXPECT_EQ(as_doubles(bonus, 0), (UnsetVector<double>{9e15, 1}));
  const auto text = to_csv(table);
  EXPECT_NE(text.find("a,,,final,1.000000000,1.000000000,9000000000000000.000000000,0.000000000,900000000000000100.000000000,100.000000000,"
                      "1,,yes,yes,,,no,no,,1,1,"
                      "9000000000000000,0,900000000000000100,1\r\n"),
            std::string::npos)
      << text;
}
TEST(AveragesTable, HasARowForEachCohort) {
  const auto table = averages_table(blocks_scores());
  EXPECT_EQ(to_csv(table),
            "block,period,track,rows,ranked,mean_index,pooled_index,coverage,lowest,highest,leaders\r\n"
            "p,,final,4,3,66.67,66.67,100.00,50.00,100.00,d\r\n"
            "q,,final,1,1,10.00,10.00,100.00,10.00,10.00,e\r\n");
  EXPECT_EQ(names(table), (Texts{"block", "period", "track", "rows", "ranked", "mean_index?", "pooled_index?", "coverage?", "lowest?",
                                 "highest?", "leaders?"}));
  const auto model = blocks_model();
  const auto of = [&](const std::string& rows) {
    return to_json(averages_table(score(model, parse_evidence("unit,block,x,y,extra\n" + rows, model))));
  };
  EXPECT_NE(of("b,p,1,1,0\na,p,1,1,0\n").find(R"("leaders": "a; b"})"), std::string::npos);
  EXPECT_NE(
      of("a,p,,1,0\n")
          .find(
              R"("rows": 1, "ranked": 0, "mean_index": null, "pooled_index": null, "coverage": null, "lowest": null, "highest": null, "leaders": null})"),
      std::string::npos);
}

TEST(Table, RefusesColumnsThatDoNotFit) {
  const WholeCells two{{1, 2}, {}};
  EXPECT_THROW(chiso::Table({{"x", false, two}}, 3), ShapeError);
  EXPECT_THROW(chiso::Table({{"x", false, two}, {"x", false, two}}, 2), ShapeError);
  const chiso::Table table({{"x", false, two}}, 2);
  EXPECT_THROW(table.column("y"), UnknownNameError);
  EXPECT_EQ(table.column("x").without(), 0U);
  EXPECT_EQ(as_doubles({.decimals = 1, .digits = {15, 0}, .has = {1, 0}}, -1), (UnsetVector<double>{1.5, -1}));
}

/// The cells of a table as texts, read again.
Evidence read_back(const chiso::Table& table, const Model& model) {
  EvidenceBuilder builder(model);
  for (const auto& column : table.columns()) {
    auto of = cells(table, column.name);
    for (std::size_t row = 0; row < of.size(); ++row)
      if (!column.has(row)) of[row].clear();
    builder.texts(column.name, std::move(of));
  }
  return builder.build();
}
TEST(EvidenceTable, ReadsBackAsEqualEvidence) {
  const auto model =
      Model::build({.id = "m",
                    .stated_points = StatedPoints::accept,
                    .tracks = std::vector<Item>{"self", "final"},
                    .measures = {{"n", {.type = MeasureType::count}},
                                 {"d", {.type = MeasureType::decimal, .decimals = 3}},
                                 {"c", {.type = MeasureType::choice, .options = {"on_time", "late"}}},
                                 {"t", {.type = MeasureType::yes_no}},
                                 {"e", {.type = MeasureType::date}}},
                    .criteria = {leaf("a", 1, rules::PerItem{.value = "n", .each = 1}), leaf("b", 1, rules::YesNo{.value = "t"})}});
  const auto named = parse_evidence(
      "unit,block,period,track,ranked,n,d,c,t,e,points.a\nb,p,2023,self,no,1,9007199254740.992,late,yes,1/2/1900,0.5\na,q,2024,final,yes,,"
      "not_applicable,,no,,not_applicable\n",
      model);
  const auto table = evidence_table(named);
  EXPECT_EQ(names(table), (Texts{"unit", "block", "period", "track", "ranked", "n?", "d?", "d.not_applicable", "c?", "t?", "e?",
                                 "points.a?", "points.a.not_applicable"}));
  EXPECT_EQ(cells(table, "d"), (Texts{"9007199254740.992", "-"}));
  EXPECT_EQ(cells(table, "d.not_applicable"), (Texts{"no", "yes"}));
  EXPECT_EQ(cells(table, "c"), (Texts{"late", "-"}));
  EXPECT_EQ(cells(table, "e"), (Texts{"1900-02-01", "-"}));
  EXPECT_EQ(std::get<DateCells>(table.column("e").cells).days[1], 0) << "under none stands 0";
  EXPECT_EQ(cells(table, "points.a"), (Texts{"0.500000", "-"}));
  EXPECT_TRUE(std::get<TextCells>(table.column("c").cells).categorical);
  EXPECT_EQ(read_back(table, model), named);

  const auto unnamed = parse_evidence("unit,n,d,c,t,e\nb,1,2,late,yes,2024-02-29\na,2,3,on_time,no,2199-12-31\n", model);
  const auto plain = evidence_table(unnamed);
  EXPECT_EQ(cells(plain, "block"), Texts(2, "")) << "as in tables of scores";
  EXPECT_EQ(cells(plain, "period"), Texts(2, ""));
  EXPECT_EQ(read_back(plain, model), unnamed);
  const auto nobody = parse_evidence("unit,n,d,c,t,e\n", model);
  EXPECT_EQ(read_back(evidence_table(nobody), model), nobody);
}
}
