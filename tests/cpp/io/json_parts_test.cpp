#include <chiso/core/error.hpp>
#include <chiso/io/json/parts.hpp>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace {
using namespace chiso;

std::vector<std::string> problems_of(std::string_view kind, std::string_view json) {
  Report report;
  EXPECT_FALSE(canonical_part(kind, json, report)) << json;
  std::vector<std::string> out;
  for (const auto& problem : report.problems()) out.push_back(to_text(problem, Text::Language::en, SeverityMention::left_out));
  return out;
}
std::string canonical(std::string_view kind, std::string_view json) {
  Report report;
  auto out = canonical_part(kind, json, report);
  for (const auto& problem : report.problems()) ADD_FAILURE() << to_text(problem);
  return out.value_or("");
}
using Lines = std::vector<std::string>;

TEST(JsonParts, AreReadByTheirKinds) {
  EXPECT_EQ(canonical("rule", R"({"value": "a / b", "full_at": 1.50, "type": "proportional"})"),
            R"({"type": "proportional", "value": "a / b", "full_at": 1.5})");
  EXPECT_EQ(canonical("measure", R"({"options": ["x", {"id": "y"}], "type": "choice"})"), R"({"type": "choice", "options": ["x", "y"]})");
  EXPECT_EQ(canonical("item", "\" x \""), R"("x")");
  EXPECT_EQ(canonical("criterion", R"({"id": "g", "criteria": [{"id": "x", "points": 2, "rule": {"type": "given", "value": 1}}]})"),
            R"({"id": "g", "criteria": [{"id": "x", "points": 2, "rule": {"type": "given", "value": 1}}]})");
}
TEST(JsonParts, MayLeaveOutTheTypeIfTheKindIsARule) {
  EXPECT_EQ(canonical("yes_no", R"({"value": "done"})"), R"({"type": "yes_no", "value": "done"})");
  EXPECT_EQ(canonical("yes_no", R"({"type": "yes_no", "value": "done"})"), R"({"type": "yes_no", "value": "done"})");
  EXPECT_EQ(problems_of("yes_no", R"({"type": "tiers", "value": "done"})"),
            (Lines{"/type: found 'tiers', expected one of yes_no [value.unknown]"}));
  EXPECT_EQ(problems_of("yes_no", R"({"type": 1, "value": "done"})"), (Lines{"/type: found 1, expected one of yes_no [json.type]"}));
}
TEST(JsonParts, EveryProblemHasItsPointerAndNoLine) {
  EXPECT_EQ(
      problems_of("sum_of", R"({"parts": [{"points": "2", "rule": {"type": "yes_noo"}}], "odd": 1})"),
      (Lines{
          "/parts/0/points: found \"2\", expected a number (did you mean 2?) [json.type]",
          "/parts/0/rule/type: found 'yes_noo', expected one of options, yes_no, checklist, tiers, proportional, between, steps, per_item, "
          "deduct, target, survey, given, best_of, sum_of, deductions (did you mean yes_no?) [rule.unknown]",
          "/parts/0/rule/value: found no value, expected value: true earns all points, false none [key.absent]",
          "/odd: found 'odd', expected one of type, parts, label, note, source, meta [key.unknown]"}));
  EXPECT_EQ(problems_of("band", "[1]"), Lines{"found a list, expected an object [json.type]"});
  EXPECT_EQ(problems_of("band", "{"), Lines{"found the end, expected a key in double quotes for the '{' of line 1 [json.syntax]"});
}
TEST(JsonParts, AnUnknownKindIsRefused) {
  Report report;
  EXPECT_THROW(canonical_part("rool", "{}", report), UnknownNameError);
  for (const auto& kind : part_kinds()) EXPECT_FALSE(canonical_part(kind, "1", report)) << kind;
}
}
