#include "../evidence/tables.hpp"
#include <chiso/io/problems/problems.hpp>
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/read/records.hpp>
#include <chiso/io/tables/evidence_table.hpp>
#include <chiso/io/tables/table.hpp>
#include <gtest/gtest.h>
#include <support/time_limit.hpp>

namespace chiso_test {
namespace {
const Model& records_model() {
  static const Model model = Model::build(table_draft());
  return model;
}
const ReadingOptions few{.absent_measures = AbsentMeasures::missing};
Evidence records(std::string_view json) { return parse_records(json, records_model(), few); }

/// `code pointer line:column found` of every problem of a text, and the total if they are not all listed.
Lines faults(std::string_view json, const ReadingOptions& options = few) {
  Lines out;
  try {
    parse_records(json, records_model(), options);
  } catch (const EvidenceError& error) {
    for (const auto& problem : error.problems()) {
      const auto& place = problem.place;
      out.push_back(problem.code() + ' ' + place.pointer + ' ' + std::to_string(place.line) + ':' + std::to_string(place.column) + ' ' +
                    problem.found());
    }
    if (error.total() != out.size()) out.push_back("of " + std::to_string(error.total()));
  }
  return out;
}

TEST(Records, AreReadAsTheRowsOfAFileAre) {
  const auto file = parse_evidence(
      "unit,period,track,ranked,cases,score,plan,funded\n"
      "A,2024,self,yes,7,1.5,late,yes\n"
      "B,2024,self,no,,0.07,2,\n"
      "C,2024,final,yes,not_applicable,,on_time,no\n",
      records_model());
  // Keys stand in any order, numbers may be texts and texts numbers, what is missing is null or not there, and an empty record is no row.
  EXPECT_EQ(
      records(
          "\xEF\xBB\xBF[\n"
          R"({"unit": "A", "period": "2024", "track": "self", "ranked": true, "cases": 7, "score": 1.50, "plan": "late", "funded": true},
    {"funded": null, "plan": 2, "score": "0.07", "ranked": "no", "track": " self", "period": 2024, "unit": " B "},
    {},
    {"unit": "\u0043", "track": "final", "period": 2024.0, "ranked": 1, "cases": "không áp dụng", "plan": "on_time", "funded": 0}])"),
      file);
  EXPECT_EQ(records(to_json(evidence_table(file))), file);
}
TEST(Records, MayBeOne) {
  const auto one = records(R"({"unit": "A", "score": 3})");
  ASSERT_EQ(one.rows(), 1U);
  EXPECT_EQ(one.unit(0), "A");
  EXPECT_EQ(one.measure(1).values[0], 300);
  EXPECT_EQ(one.measure(0).state(0), State::missing);
}
TEST(Records, TakeTheOptionsOfFiles) {
  const auto read = [](std::string_view json, const ReadingOptions& options) { return parse_records(json, records_model(), options); };
  ReadingOptions options = few;
  options.rename = {{"Đơn vị", "unit"}};
  options.decimal = ',';
  options.unknown_columns = UnknownColumns::ignore;
  // A number has its own mark, a text that of the options; two values of a key that is ignored are ignored.
  const auto evidence = read(R"([{"Đơn vị": "A", "score": "1,5", "x": 1, "x": [2]}, {"Đơn vị": "B", "score": 1.5, "x": 3}])", options);
  EXPECT_EQ(evidence.measure(1).values[0], 150);
  EXPECT_EQ(evidence.measure(1).values[1], 150);
  EXPECT_THROW(read("{", {.decimal = ';'}), Error);  // the options first
  EXPECT_EQ(faults(R"({"unit": "A", "cases": -1, "funded": 2})", {.absent_measures = AbsentMeasures::missing, .most_problems = 1}),
            (Lines{"cell.min /cases 1:24 -1", "of 2"}));
  EXPECT_EQ(faults("[", {.most_problems = 0}), Lines{"of 1"});
}
TEST(Records, HaveEveryProblemInItsPlace) {
  EXPECT_EQ(faults("[{\"unit\": \"A\", \"cases\": 1.5,\n  \"score\": \"n/a\", \"plan\": \"lat\", \"funded\": [1]},\n"
                   " {\"unit\": \"B\", \"cases\": 1e3, \"score\": 9, \"plan\": {}, \"funded\": false, \"funded\": true},\n"
                   " {\"unit\": true, \"cases\": true, \"score\": 1},\n {\"unit\": null, \"score\": 2, \"caces\": 1}]"),
            (Lines{"column.unknown /3/caces 5:29 caces", "cell.decimals /0/cases 1:25 1.5", "cell.number /0/score 2:12 n/a",
                   "cell.option /0/plan 2:27 lat", "json.type /0/funded 2:44 a list", "number.form /1/cases 3:25 1e3",
                   "cell.max /1/score 3:39 9", "json.type /1/plan 3:50 an object", "key.duplicate /1/funded 3:71 funded",
                   "cell.type /2/unit 4:11 true", "cell.type /2/cases 4:26 true", "unit.empty /3/unit 5:11 a blank"}));
  EXPECT_EQ(faults(R"([{"unit": "A", "score": 1}, {"unit": "A", "score": 2}])"), Lines{"row.duplicate /1/unit 1:38 A, final"});
  EXPECT_EQ(faults(R"({"unit": "A", "a/b~": 1})"), Lines{"column.unknown /a~1b~0 1:15 a/b~"});
}
TEST(Records, NameWhatIsAbsent) {
  EXPECT_EQ(faults(R"({"unit": "A", "cases": 1, "score": 1})", {}),
            (Lines{"column.absent /plan 1:1 no column plan", "column.absent /funded 1:1 no column funded"}));
  EXPECT_EQ(faults(R"([{"cases": 1}])"), Lines{"column.absent /columns/unit 1:1 no column unit"});
  EXPECT_EQ(faults("[]"), Lines{"column.absent /columns/unit 1:1 no column unit"});
  EXPECT_EQ(faults("{}"), Lines{"column.absent /unit 1:1 no column unit"});
  EXPECT_EQ(faults(R"( {"unit": " ", "score": null})"), Lines{"unit.empty /unit 1:2 a blank"});
}
TEST(Records, AreRefusedIfTheyAreNone) {
  EXPECT_EQ(faults(" \n"), Lines{"json.empty  2:1 the end"});
  EXPECT_EQ(faults("7"), Lines{"json.type  1:1 7"});
  EXPECT_EQ(faults(R"([{"unit": "A", "x": 1}, 7, [], "A"])"),
            (Lines{"json.type /1 1:25 7", "json.type /2 1:28 a list", "json.type /3 1:32 \"A\""}));
  EXPECT_EQ(faults(R"({"unit": "A", "score": True,, "plan": "\x"})").front(), "json.value  1:24 True");
  EXPECT_EQ(faults("{\"unit\": \"A\", \"score\": True,\n \"plan\": \"\\x\", \"cases\": x1}"),
            (Lines{"json.value  1:24 True", "json.escape  2:11 \\x", "json.value  2:25 x1"}));
  EXPECT_EQ(faults("{\"unit\": \"\xFF\"}"), Lines{"json.utf8  1:11 the byte 0xFF"});
  EXPECT_EQ(faults(R"({"unit": "A\u0000"})"), Lines{"json.nul  1:12 a NUL character"});
  EXPECT_EQ(faults(std::string(300, '[')).front().substr(0, 10), "json.depth");
  EXPECT_EQ(faults(std::string((std::size_t{8} << 20) + 1, ' ')), Lines{"json.size  1:1 8388609 bytes"});
}
TEST(Records, DoNotExhaustMemory) {
  std::string keys = "{\"unit\": \"A\"";
  for (int i = 0; i < 100'000; ++i) keys += ", \"" + std::to_string(i) + "\": 1";
  EXPECT_EQ(faults(keys + "}").front(), "columns.limit  1:1 100001 columns");
  // Few bytes a row, and a column for each measure: rows that lack nearly all of their cells.
  ModelDraft draft{};
  draft.id = "wide";
  std::string text = "[{\"unit\": \"A\"";
  std::string sum;
  for (int i = 0; i < 100; ++i) {
    const auto name = "m" + std::to_string(i);
    draft.measures.emplace_back(name, measure(MeasureType::count));
    sum += (i ? " + " : "") + name;
    text += ", \"" + name + "\": 1";
  }
  draft.criteria = {leaf("a", 1, rules::PerItem{.value = sum, .each = 1})};
  const auto wide = Model::build(std::move(draft));
  text += '}';
  for (int i = 0; i < 300'000; ++i) text += ",{}";
  EXPECT_EQ(problems_of([&] { parse_records(text + "]", wide); }), Lines{"problems.limit /127733: more problems"});
}

TEST(Records, HaveTheirProblemsPlacedQuickly) {
  std::string keys = "{\"unit\": \"A\"";
  for (int i = 0; i < 99'000; ++i) keys += ", \"key_that_the_model_lacks_" + std::to_string(i) + "\": 1";
  const TimeLimit limit(3);
  EXPECT_EQ(faults(keys + "}").back(), "of 99000");
}

TEST(Problems, AreWrittenAsJson) {
  try {
    records(R"({"unit": "A", "plan": "lat"})");
    FAIL();
  } catch (const EvidenceError& error) {
    EXPECT_EQ(to_json(error.problems()),
              "[\n{\"code\": \"cell.option\", \"severity\": \"error\", \"pointer\": \"/plan\", \"line\": 1, \"column\": 23, \"row\": 0, "
              "\"found\": \"lat\", \"expected\": \"one of 'on_time', 'late', '2'; blank if it was not supplied, not_applicable (không áp "
              "dụng) if "
              "the unit has no such task\", \"hint\": \"late\"}\n]\n");
    EXPECT_NE(to_json(error.problems(), Text::Language::vi).find("\"expected\": \"một trong: "), std::string::npos);
  }
  EXPECT_EQ(to_json(std::span<const Problem>()), "[\n]\n");
}
}
}
