// Published panels, recomputed from their parts. The data are not in the repository; without them these tests are skipped by name.
#include <algorithm>
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <cmath>
#include <gtest/gtest.h>
#include <set>
#include <support/shared_data.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

double points_of(std::int64_t quanta) { return static_cast<double>(quanta) / 1e9; }

struct Panel {
  std::vector<std::vector<std::string>> cells;
  std::size_t column(const std::string& name) const {
    return static_cast<std::size_t>(std::find(cells[0].begin(), cells[0].end(), name) - cells[0].begin());
  }
};

TEST(PublishedPanels, PciWeightedTotalsOf63ProvincesIn2013And2014) {
  const auto data = shared_data();
  if (data.empty()) GTEST_SKIP() << "no folder of published data; set CHISO_DATA";
  ModelDraft draft{.id = "pci", .point_decimals = 9, .measures = {}, .criteria = {}};
  const std::vector<std::pair<std::string, int>> weights{{"entry", 5},     {"land", 5}, {"transparency", 20}, {"time", 5},
                                                         {"informal", 10}, {"bias", 5}, {"proactive", 5},     {"support", 20},
                                                         {"labor", 20},    {"legal", 5}};
  for (const auto& [name, weight] : weights) {
    draft.measures.emplace_back("pci_" + name,
                                MeasureDraft{.type = MeasureType::decimal, .decimals = 9, .min = 0, .max = 10, .excess = Excess::round});
    draft.criteria.push_back(leaf(name, weight, rules::Proportional{.value = Number("pci_" + name), .full_at = 10}));
  }
  const auto model = Model::build(draft);
  Panel panel{cells_of(data / "pci/pci_2013_2014.csv")};
  ASSERT_EQ(panel.cells.size(), 127U);
  // Fifty rows have lost the name of their province, so each is named by its line.
  std::string table;
  for (std::size_t i = 0; i < panel.cells.size(); ++i) {
    if (i > 0) panel.cells[i][0] = std::to_string(i);
    for (std::size_t k = 0; k < panel.cells[i].size(); ++k) table += (k > 0 ? "," : "") + panel.cells[i][k];
    table += '\n';
  }
  const auto evidence =
      parse_evidence(table, model, {.rename = {{"prov", "unit"}, {"year", "period"}}, .unknown_columns = UnknownColumns::ignore});
  const auto scores = score(model, evidence);
  ASSERT_EQ(scores.rows(), 126U);
  for (std::size_t i = 1; i < panel.cells.size(); ++i) {
    const auto row = scores.row(panel.cells[i][0], panel.cells[i][1], "final");
    EXPECT_NEAR(points_of(scores.tally(row).achieved), std::stod(panel.cells[i][panel.column("pci_weighted")]), 1e-5) << "line " << i + 1;
  }
}

TEST(PublishedPanels, PapiDimensionsOf63ProvincesFrom2011To2014) {
  const auto data = shared_data();
  if (data.empty()) GTEST_SKIP() << "no folder of published data; set CHISO_DATA";
  const auto file = data / "papi/papi_2011_2014.csv";
  const Panel panel{cells_of(file)};
  const std::vector<std::string> dimensions{"participation", "transparency", "accountability", "corruption", "procedures", "service"};
  ModelDraft draft{.id = "papi", .point_decimals = 9, .measures = {}, .criteria = {}};
  for (const auto& dimension : dimensions) {
    std::vector<CriterionDraft> parts;
    for (const auto& name : panel.cells[0]) {
      if (!name.starts_with("papi_" + dimension + "_")) continue;
      draft.measures.emplace_back(name,
                                  MeasureDraft{.type = MeasureType::decimal, .decimals = 9, .min = 0, .max = 10, .excess = Excess::round});
      // A column that is empty in every row is left out. A province without some figure is incomplete.
      const auto empty = name == "papi_accountability_responsive" ? std::optional(WhenMissing::exclude) : std::nullopt;
      parts.push_back(leaf(name.substr(5), 10, rules::Given{.value = Number(name)}, {.missing = empty}));
    }
    draft.criteria.push_back(group(dimension, std::move(parts)));
  }
  const auto model = Model::build(draft);
  const auto evidence = read_evidence(
      file, model, {.rename = {{"prov", "unit"}, {"year", "period"}}, .missing_words = {"NA"}, .unknown_columns = UnknownColumns::ignore});
  const auto scores = score(model, evidence, {.keep = Keep::groups});
  ASSERT_EQ(scores.rows(), 252U);
  std::set<std::string> incomplete;
  for (std::size_t i = 1; i < panel.cells.size(); ++i) {
    const auto& cells = panel.cells[i];
    const auto row = scores.row(cells[0], cells[1], "final");
    if (!scores.tally(row).complete) incomplete.insert(cells[0] + " " + cells[1]);
    for (const auto& dimension : dimensions) {
      const auto& published = cells[panel.column("papi_" + dimension)];
      const auto tally = scores.tally(model.node(dimension), row);
      if (published == "NA")
        EXPECT_FALSE(tally.complete) << cells[0] << ' ' << cells[1] << ' ' << dimension;
      else
        EXPECT_NEAR(points_of(tally.achieved), std::stod(published), 1e-5) << cells[0] << ' ' << cells[1] << ' ' << dimension;
    }
  }
  EXPECT_EQ(incomplete, (std::set<std::string>{"Bac Giang 2014", "Dong Thap 2014"}));
}

TEST(PublishedPanels, PciOf2021) {
  const auto model = load_model(std::filesystem::path(CHISO_EXAMPLES) / "models/pci_2021.json");
  const auto file = std::filesystem::path(CHISO_EXAMPLES) / "data/pci_2021.csv";
  const auto scores = score(model, read_evidence(file, model, {.unknown_columns = UnknownColumns::ignore}));
  const Panel panel{cells_of(file)};
  const auto ranked = ranking(scores, {.period = "2021"});
  ASSERT_EQ(ranked.size(), 21U);
  for (std::size_t i = 1; i < panel.cells.size(); ++i) {
    const auto& cells = panel.cells[i];
    const auto at = std::find_if(ranked.begin(), ranked.end(), [&](const RankedRow& row) { return row.unit == cells[0]; });
    ASSERT_NE(at, ranked.end()) << cells[0];
    const auto printed = *Decimal::parse(cells[panel.column("published_total")]);
    const auto difference = Rational(at->index.exact()) - Rational(printed);
    EXPECT_LE(difference, Rational(2, 100)) << cells[0];
    EXPECT_GE(difference, Rational(-2, 100)) << cells[0];
    EXPECT_EQ(std::to_string(at->rank), cells[panel.column("published_rank")]) << cells[0];
    EXPECT_EQ(at->class_id, at->rank == 1 ? "very_good" : at->rank <= 12 ? "good" : "fair") << cells[0];
  }
}
}
