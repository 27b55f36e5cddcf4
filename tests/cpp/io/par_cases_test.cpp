// Published figures in tests/cases/par, which the oracle reads too (tests/oracle/test_published_cases.py). A case is a model file and a
// table whose columns `published_<figure>`, or `published_<figure>.<criterion>`, have the figures as they were printed. A folder of the
// case's name has its tables below the units.
#include <algorithm>
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <filesystem>
#include <gtest/gtest.h>
#include <support/shared_data.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

const std::filesystem::path published_cases = std::filesystem::path(CHISO_TEST_CASES) / "par";
constexpr std::string_view published_prefix = "published_";

std::vector<std::string> names_of_cases() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(published_cases))
    if (entry.path().extension() == ".csv") out.push_back(entry.path().stem().string());
  std::sort(out.begin(), out.end());
  return out;
}

/// The published figures in a row of the table. They are numbers, except for classes; an empty cell means that there is none.
class PublishedFigures {
 public:
  explicit PublishedFigures(const Scores& scores) : scores_(scores) {}

  std::optional<Decimal> number(std::string_view figure, std::size_t row, std::string_view criterion) const {
    const auto& model = scores_.model();
    const auto node = criterion.empty() ? std::nullopt : std::optional(model.node(criterion));
    if (figure == "points") return published(Points{(node ? scores_.tally(*node, row) : scores_.tally(row)).achieved}, model);
    if (figure == "index") return published_index(node ? scores_.index(*node, row) : scores_.index(row));
    if (figure == "rank") return whole(node ? ranks(scores_, *node).of(row) : ranked_.ranks().of(row));
    if (node) throw std::runtime_error("a figure of the whole row");
    if (figure == "mean") return averages(ranked_)[scores_.resolved().cohorts().of_row[row]].mean_index;
    const auto change = change_of(row);
    if (figure == "change") return change.published_points;
    if (figure == "places") return change.places ? std::optional(Decimal(*change.places)) : std::nullopt;
    throw std::runtime_error("no such figure");
  }
  std::string_view class_of(std::size_t row) const { return ranked_.classes().of(row); }

 private:
  static std::optional<Decimal> published_index(const std::optional<Index>& index) {
    return index ? std::optional(index->published()) : std::nullopt;
  }
  static std::optional<Decimal> whole(std::optional<std::size_t> rank) {
    return rank ? std::optional(Decimal(static_cast<std::int64_t>(*rank))) : std::nullopt;
  }
  /// The change from the period before.
  Change change_of(std::size_t row) const {
    const auto& evidence = scores_.evidence();
    const Selection now{.block = std::string(evidence.block(row)),
                        .period = std::string(evidence.period(row)),
                        .track = scores_.model().tracks()[evidence.track(row)]};
    auto before = now;
    before.period = evidence.periods()[evidence.period_of_row()[row] - 1];
    const auto all = changes(scores_, before, scores_, now);
    return *std::find_if(all.begin(), all.end(), [&](const Change& change) { return change.new_row == row; });
  }

  const Scores& scores_;
  Ranked ranked_{scores_};
};

class ParCases : public testing::TestWithParam<std::string> {};

TEST_P(ParCases, HaveTheirPublishedFigures) {
  const auto model = load_model(published_cases / (GetParam() + ".json"));
  // The rules are as they were published, and those say nothing about ratios above 100 %.
  for (const auto& problem : model.warnings()) EXPECT_EQ(problem.code(), "ratio.above_100") << problem.place.pointer;
  const auto table = published_cases / (GetParam() + ".csv");
  auto evidence = read_evidence(table, model, {.unknown_columns = UnknownColumns::ignore});
  if (const auto below = published_cases / GetParam(); std::filesystem::exists(below))
    for (const auto& entry : std::filesystem::directory_iterator(below))
      evidence = read_evidence(entry.path(), TableBelow{.evidence = evidence, .table = entry.path().stem().string()});
  const auto scores = score(model, evidence, {.keep = Keep::leaves});
  const PublishedFigures figures(scores);
  auto lines = cells_of(table);
  const auto header = lines.front();
  std::size_t compared = 0;
  for (std::size_t line = 1; line < lines.size(); ++line) {
    auto& cells = lines[line];
    cells.resize(header.size());  // the last cells may be blank
    const auto named = [&](std::string_view name, std::string_view otherwise) {
      const auto at = static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
      return at < header.size() ? std::string_view(cells[at]) : otherwise;
    };
    const auto row = scores.row(named("unit", ""), named("period", ""), named("track", model.tracks().back()));
    for (std::size_t i = 0; i < header.size(); ++i) {
      const auto name = std::string_view(header[i]);
      if (!name.starts_with(published_prefix) || cells[i].empty()) continue;
      const auto dot = std::min(name.find('.'), name.size());
      const auto figure = name.substr(published_prefix.size(), dot - published_prefix.size());
      const auto where = cells[0] + ", " + header[i];
      if (figure == "class")
        EXPECT_EQ(figures.class_of(row), cells[i]) << where;
      else
        EXPECT_EQ(figures.number(figure, row, name.substr(std::min(dot + 1, name.size()))), *Decimal::parse(cells[i])) << where;
      ++compared;
    }
  }
  EXPECT_GT(compared, 0U);
}
INSTANTIATE_TEST_SUITE_P(Published, ParCases, testing::ValuesIn(names_of_cases()), [](const testing::TestParamInfo<std::string>& info) {
  std::string out = info.param;
  for (auto& c : out)
    if (c == '-' || c == '.') c = '_';
  return out;
});
}
