#include <chiso/core/error.hpp>
#include <chiso/io/json/model.hpp>
#include <chiso/io/problems/problems.hpp>
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/stream/score_stream.hpp>
#include <chiso/io/tables/scores.hpp>
#include <chiso/io/text/file.hpp>
#include <chiso/rank/ranked.hpp>
#include <chiso/rank/warnings.hpp>
#include <filesystem>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

namespace {
using namespace chiso;

constexpr std::string_view model_of_counts =
    R"json({"chiso": 1, "id": "streamed", "tracks": ["self", "final"], "fallback": {"final": ["self"]},
  "measures": {"a": {"type": "count"}, "b": {"type": "count"}, "p": {"type": "decimal", "max": 100}},
  "criteria": [{"id": "x", "points": 5, "rule": {"type": "proportional", "value": "a", "full_at": 100}},
    {"id": "y", "points": 5, "undefined": "zero", "rule": {"type": "proportional", "value": "b / cohort_max(b)", "full_at": 1}},
    {"id": "z", "points": 5, "rule": {"type": "proportional", "value": "p - coalesce(previous(p), 0)", "full_at": 100}}],
  "ranking": {"ties": "dense", "tie_break": ["x", {"value": "b", "order": "ascending"}]},
  "classes": {"bands": [{"id": "good", "from": 60}, {"id": "low"}], "vetoes": [{"criterion": "x", "below": 20, "at_most": "low"}]}})json";

/// A folder of its own for each test, of which nothing is left.
class ScoreStream : public testing::Test {
 protected:
  ScoreStream() : folder_(std::filesystem::path(testing::TempDir()) / ("chiso_stream_" + std::to_string(std::random_device{}()))) {
    std::filesystem::create_directories(folder_);
  }
  ~ScoreStream() override { std::filesystem::remove_all(folder_); }
  std::filesystem::path table(const std::string& text) const {
    write_file(folder_ / "table.csv", text);
    return folder_ / "table.csv";
  }
  std::filesystem::path output() const { return folder_ / "out.csv"; }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_), std::filesystem::directory_iterator()));
  }

 private:
  std::filesystem::path folder_;
};

std::string told(const std::vector<Problem>& problems) {
  std::string out;
  for (const auto& problem : problems) out += to_text(problem, Text::Language::en) + '\n' + to_text(problem, Text::Language::vi) + '\n';
  return out;
}
/// Everything that is said of a table read as a whole, and what is written of it.
std::string as_a_whole(const std::filesystem::path& table, const Model& model, const ReadingOptions& reading) try {
  const auto evidence = read_evidence(table, model, reading);
  const auto scores = score(model, evidence);
  auto warned = evidence.warnings();
  put_places(read_file(table), model, reading, warned);
  return told(warned) + told(evidence.left_out()) + told(warnings(Ranked(scores))) + to_csv(scores);
} catch (const EvidenceError& error) {
  return told(error.problems()) + std::to_string(error.total());
}
std::string as_a_stream(const std::filesystem::path& table, const Model& model, const std::filesystem::path& output,
                        const ScoreStreamOptions& options) try {
  const auto scored = stream_scores(table, model, output, options);
  EXPECT_FALSE(scored.was_whole);
  return told(scored.warnings) + told(scored.left_out) + told(scored.rank_warnings) + read_file(output);
} catch (const EvidenceError& error) {
  return told(error.problems()) + std::to_string(error.total());
}

/// Rows of units that come back, with names that are alike, sums of the rows before, blank rows, and sometimes what is wrong.
std::string random_table(std::mt19937& random) {
  const auto one_of = [&](const std::vector<std::string>& list) { return list[random() % list.size()]; };
  const bool is_good = random() % 3 != 0;
  std::string out = "unit,block,period,track,a,b,p\n";
  std::size_t a = 0, b = 0;
  for (std::size_t row = 0, rows = random() % 40; row < rows; ++row) {
    if (random() % 15 == 0) {
      out += ",,,,,,\n";
      continue;
    }
    const auto number = std::to_string(is_good ? row : random() % 20);
    out += one_of({"Xã ", "Xa ", "xã ", "Tổng cộng "}) + number + "," + one_of({"A", "a"}) + ",";
    out += (is_good ? one_of({"2023", "2024"}) : one_of({"2023", "2024", "Q1.24", ""})) + "," + one_of({"self", "final"}) + ",";
    const bool is_sum = random() % 6 == 0;
    const auto x = is_sum ? a : random() % 900, y = is_sum ? b : random() % 900;
    a = is_sum ? 0 : a + x;
    b = is_sum ? 0 : b + y;
    out += std::to_string(x) + "," + (random() % 20 == 0 ? "" : std::to_string(y)) + ",";
    out += (is_good ? one_of({"0.5", "0.25", "1"}) : one_of({"0.5", "n/a", "1.000", "101", "2,5"})) + "\n";
  }
  return out;
}

TEST_F(ScoreStream, IsTheWholeTableWhateverTheSizeOfItsPieces) {
  const auto model = parse_model(model_of_counts);
  std::mt19937 random(19);
  for (int i = 0; i < 120; ++i) {
    const auto text = random_table(random);
    const auto path = table(text);
    const ReadingOptions reading{.most_problems = i % 4 == 0 ? 3U : 100U};
    const std::size_t sizes[] = {1, 2, 3, 7, 1000};
    const auto whole = as_a_whole(path, model, reading);
    EXPECT_EQ(as_a_stream(path, model, output(), {.reading = reading, .rows_at_once = sizes[i % 5], .rows_of_a_part = sizes[i % 4]}), whole)
        << text;
  }
}

TEST_F(ScoreStream, CountsQuotasOverAllRows) {
  auto draft = parse_model(model_of_counts).draft();
  draft.classes->bands.insert(draft.classes->bands.begin(), {.id = "best", .from = 80});
  draft.classes->quotas.push_back({.class_id = "best", .at_most = 20});
  draft.classes->quotas.push_back({.class_id = "good", .at_most = 50, .of = std::vector<std::string>{"best", "good"}});
  const auto model = Model::build(draft);
  std::mt19937 random(23);
  for (int i = 0; i < 40; ++i) {
    const auto path = table(random_table(random));
    EXPECT_EQ(as_a_stream(path, model, output(), {.rows_at_once = 5, .rows_of_a_part = 3}), as_a_whole(path, model, {}));
  }
}

TEST_F(ScoreStream, LeavesNothingWhereSomethingIsWrongOrCancelled) {
  const auto model = parse_model(model_of_counts);
  const auto path = table("unit,block,period,track,a,b,p\nA,x,2024,final,1,2,3\nA,x,2024,final,1,2,3\nB,x,2024,final,?,2,3\n");
  EXPECT_THROW(stream_scores(path, model, output()), EvidenceError);
  EXPECT_EQ(files(), 1U);
  struct Cancelled {};
  const auto good = table("unit,block,period,track,a,b,p\nA,x,2024,final,1,2,3\nB,x,2024,final,4,2,3\n");
  write_file(output(), "as it was");
  EXPECT_THROW(stream_scores(good, model, output(), {.progress = [](const Progress&) { throw Cancelled(); }}), Cancelled);
  EXPECT_EQ(files(), 2U);
  EXPECT_EQ(read_file(output()), "as it was");
}

TEST_F(ScoreStream, RefusesWhatNeedsAllRowsAtOnce) {
  auto draft = parse_model(model_of_counts).draft();
  draft.classes->on = ClassOn::rank;
  const auto path = table("unit,a,b,p\nA,1,2,3\n");
  const auto code_of = [&](const Model& model, const ScoreStreamOptions& options) {
    try {
      stream_scores(path, model, output(), options);
    } catch (const Error& error) {
      return error.problems()[0].code();
    }
    return std::string();
  };
  EXPECT_EQ(code_of(Model::build(draft), {}), "stream.unsupported");
  const auto model = parse_model(model_of_counts);
  EXPECT_EQ(code_of(model, {.table = {.by_criterion = true}}), "stream.unsupported");
  EXPECT_EQ(code_of(model, {.reading = {.skip_last = 1}}), "stream.unsupported");
  EXPECT_EQ(files(), 1U);
}

TEST_F(ScoreStream, WritesOnlyTheRowsThatAreAskedFor) {
  const auto model = parse_model(model_of_counts);
  const auto path = table("unit,block,period,track,a,b,p\nA,x,2024,final,1,2,3\nB,y,2024,final,4,2,3\nC,y,2023,final,4,2,3\n");
  const ScoreTableOptions of{.block = "y", .period = "2024", .nodes = {"x"}, .exact = true, .model = true};
  stream_scores(path, model, output(), {.table = of, .rows_of_a_part = 1});
  EXPECT_EQ(read_file(output()), to_csv(score(model, read_evidence(path, model), {.keep = Keep::leaves}), of));
  EXPECT_THROW(stream_scores(path, model, output(), {.table = {.block = "z"}}), UnknownNameError);
}
}
