#include <chiso/core/error.hpp>
#include <chiso/io/json/model.hpp>
#include <gtest/gtest.h>
#include <string>

namespace {
using namespace chiso;
using std::string;

string model(const string& members, const string& criteria = R"({"id": "x", "points": 1, "rule": {"type": "yes_no", "value": "done"}})") {
  return R"({"chiso": 1, "id": "m", "measures": {"done": {"type": "yes_no"}}, "criteria": [)" + criteria + "]" +
         (members.empty() ? "" : ", " + members) + "}";
}
ModelDraft draft_of(const string& text) {
  Report report;
  auto draft = read_draft(text, report);
  for (const auto& problem : report.problems()) ADD_FAILURE() << to_text(problem);
  return draft;
}
string first_problem(const string& text) {
  const auto problems = check_model(text);
  return problems.empty() ? "" : to_text(problems.front());
}

TEST(JsonRead, TrimsAndComposesText) {
  const auto draft =
      draft_of(model("\"title\": \" \u00A0Ch\\u1EC9 sô\u0301\\t\", \"version\": \"e\\u0301\\n\", \"blocks\": [\" xa\u0303 \"]"));
  EXPECT_EQ(draft.title, Text("Chỉ số"));
  EXPECT_EQ(draft.version, "é");
  EXPECT_EQ(draft.blocks->front().id, "xã");
}
TEST(JsonRead, TrimsAndComposesKeysThatAreNames) {
  const auto draft = draft_of(model("\"fallback\": {\" cha\u0302\u0323m \": [\"self\"]}"));
  EXPECT_EQ(draft.fallback.front().first, "chậm");
}
TEST(JsonRead, AcceptsEscapesAnywhere) {
  EXPECT_TRUE(check_model(R"({"\u0063hiso": 1, "id": "\u006D", "measures": {"d\u006Fne": {"t\u0079pe": "yes\u005fno"}}, "criteria": [
    {"id": "x", "points": 1, "rule": {"value": "d\u006fne", "typ\u0065": "yes_no"}}]})")
                  .empty());
  EXPECT_EQ(draft_of(model(R"("title": "\"\\\/\b\f\n\r\t \ud83d\ude00.")")).title, Text("\"\\/\b\f\n\r\t \U0001F600."));
}
TEST(JsonRead, ReadsTextInTwoLanguages) {
  EXPECT_EQ(draft_of(model(R"("title": {"en": "Index"})")).title, Text(Bilingual{.en = "Index"}));
  EXPECT_EQ(draft_of(model(R"("title": {"en": "Index", "vi": "Chỉ số"})")).title, Text(Bilingual{.vi = "Chỉ số", .en = "Index"}));
  EXPECT_EQ(first_problem(model(R"("title": {})")),
            "1:161: error: /title: found neither vi nor en, expected the text in one language at least [key.absent]");
}
TEST(JsonRead, KeepsTheDecimalsOfNumbers) {
  const auto draft =
      draft_of(model("", R"({"id": "x", "points": 0.10, "rule": {"type": "per_item", "value": 2.50, "each": 123456789012345678}},
                                          {"id": "y", "points": -0, "rule": {"type": "per_item", "value": -0.0, "each": 0.00000000000000001}})"));
  EXPECT_EQ(draft.criteria[0].points, Decimal(1, 1));
  EXPECT_EQ(draft.criteria[0].points->text(), "0.1");
  EXPECT_EQ(std::get<rules::PerItem>(*draft.criteria[0].rule).value.text, "2.5");
  EXPECT_EQ(std::get<rules::PerItem>(*draft.criteria[0].rule).each, Decimal(123456789012345678, 0));
  EXPECT_EQ(draft.criteria[1].points, Decimal(0));
  EXPECT_EQ(std::get<rules::PerItem>(*draft.criteria[1].rule).value.text, "0");
  EXPECT_EQ(std::get<rules::PerItem>(*draft.criteria[1].rule).each, Decimal(1, 17));
}
TEST(JsonRead, KeepsMetaInCanonicalForm) {
  const auto draft = draft_of(model(R"("meta": {"b" :[1.50 , -0, true,null , "\u0041\n "],"a":{ } , "c":[]})"));
  EXPECT_EQ(draft.about.meta->text, R"({"b": [1.5, 0, true, null, "A\n "], "a": {}, "c": []})");
}
TEST(JsonRead, AcceptsBothFormsOfItemsAndIds) {
  const auto draft = draft_of(model(R"("tracks": ["a", {"id": "b", "label": "B"}], "classes": {"bands": [{"id": "c"}], "vetoes": [
    {"criterion": "x", "below": 1, "at_most": "c"}, {"criterion": ["x", "y"], "below": 1, "at_most": "c"}]})"));
  EXPECT_EQ(*draft.tracks, (std::vector<Item>{"a", {"b", About{.label = Text("B")}}}));
  EXPECT_EQ(draft.classes->vetoes[0].criterion, Ids("x"));
  EXPECT_EQ(draft.classes->vetoes[1].criterion, (Ids{"x", "y"}));
}
TEST(JsonRead, LeavesDefaultsForPartsThatCouldNotBeRead) {
  Report report;
  const auto draft = read_draft(model(R"("point_decimals": "6", "title": 1)"), report);
  EXPECT_EQ(report.problems().size(), 2U);
  EXPECT_EQ(draft.point_decimals, 6);
  EXPECT_EQ(draft.id, "m");
  Report broken;
  EXPECT_EQ(read_draft("{", broken), ModelDraft{});
  EXPECT_EQ(broken.problems().size(), 1U);
  EXPECT_FALSE(build(ModelDraft{}, broken));
  EXPECT_EQ(broken.problems().size(), 1U) << "nothing is said of what was not read";
}
TEST(JsonRead, SkipsAByteOrderMark) { EXPECT_TRUE(check_model("\xEF\xBB\xBF" + model("")).empty()); }
TEST(JsonRead, AcceptsWindowsLineBreaks) {
  EXPECT_EQ(first_problem("{\r\n  \"chiso\": 1,\r\n  \"id\": 5,\r\n  \"measures\": {}, \"criteria\": []}"),
            "3:9: error: /id: found 5, expected a text in double quotes (did you mean \"5\"?) [json.type]");
}
TEST(JsonRead, CountsColumnsInCharacters) {
  const auto text = model(R"("title": "Cải cách 😀", "id2": 1)");
  const auto problem = check_model(text).front();
  EXPECT_EQ(problem.code(), "key.unknown");
  EXPECT_EQ(problem.place.line, 1U);
  EXPECT_EQ(problem.place.column, text.find("\"id2\"") + 1 - 6) << "ả, á and 😀 have 3, 2 and 4 bytes";
}

TEST(JsonLimits, BoundTheSizeOfAFile) {
  const string text((std::size_t{8} << 20) + 1, ' ');
  EXPECT_EQ(first_problem(text), "1:1: error: found 8388609 bytes, expected at most 8 MiB [json.size]");
  EXPECT_EQ(first_problem(text.substr(1)), "1:8388609: error: found the end, expected an object in braces [json.empty]");
}
TEST(JsonLimits, BoundTheNumberOfCriteria) {
  string leaves;
  for (int i = 0; i <= 100'000; ++i)
    leaves += (i > 0 ? ",{\"id\":\"" : "{\"id\":\"") + std::to_string(i) + R"(","points":1,"rule":{"type":"yes_no","value":"done"}})";
  const auto text = model("", leaves);
  EXPECT_EQ(
      first_problem(text),
      "1:" + std::to_string(text.rfind("{\"id\":") + 1) +
          ": error: /criteria/100000: found a criterion or entry more, expected at most 100000 criteria and entries [criteria.limit]");
  leaves.resize(leaves.rfind(",{"));
  EXPECT_TRUE(check_model(model("", leaves)).empty());
}
TEST(JsonLimits, BoundTheLevelsOfCriteria) {
  const auto nested = [](int groups) {
    string text = R"({"id": "x", "points": 1, "rule": {"type": "yes_no", "value": "done"}})";
    for (int i = 0; i < groups; ++i) text = R"({"id": "g)" + std::to_string(i) + R"(", "criteria": [)" + text + "]}";
    return model("", text);
  };
  EXPECT_TRUE(check_model(nested(63)).empty());
  EXPECT_EQ(check_model(nested(64)).front().code(), "criteria.limit");
  EXPECT_EQ(check_model(nested(200)).front().code(), "json.depth");
}
TEST(JsonLimits, BoundTheDepthOfMetaAndBrackets) {
  const auto meta = [](std::size_t levels) { return model("\"meta\": " + string(levels, '[') + string(levels, ']')); };
  EXPECT_TRUE(check_model(meta(64)).empty());
  EXPECT_EQ(check_model(meta(65)).front().code(), "meta.depth");
  EXPECT_EQ(check_model(meta(256)).front().code(), "json.depth");
  EXPECT_EQ(check_model(string(100'000, '[')).front().code(), "json.depth");
}
TEST(JsonLimits, BoundTheNumberOfItems) {
  const auto tracks = [](int count) {
    string list;
    for (int i = 0; i < count; ++i) list += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\"";
    return model("\"tracks\": [" + list + "]");
  };
  // The measures of this model count as items too.
  const auto others = static_cast<int>(parse_model(model("")).measures().size());
  EXPECT_TRUE(check_model(tracks(250'000 - others)).empty());
  const auto text = tracks(250'001 - others);
  const auto problems = check_model(text);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code(), "lists.limit");
}
TEST(JsonLimits, BoundTheNumberOfProblems) {
  string list;
  for (int i = 0; i < 150'000; ++i) list += "1,";
  const auto problems = check_model(model("\"tracks\": [" + list + "1]"));
  EXPECT_EQ(problems.size(), 100'001U);
  EXPECT_EQ(problems.back().code(), "problems.limit");
  EXPECT_EQ(problems.back().found(), "50001 more problems");
}

/// This many problems on one line: each is placed without scanning the text again.
TEST(JsonRead, KeepsThePlacesOfManyProblems) {
  constexpr std::size_t count = 49'000;
  const string leaf = R"({"id":"é%","points":1,"rule":{"type":"yes_no","value":"dome"}})";  // a bad id and an unknown measure
  string leaves;
  for (std::size_t i = 0; i < count; ++i) leaves += (i > 0 ? "," : "") + leaf;
  const auto problems = check_model(model("", leaves));
  ASSERT_EQ(problems.size(), 2 * count);
  const std::size_t begins = model("", "").find("[") + 2,
                    width = leaf.size();  // é has two bytes but is one character; the comma makes up for it
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}, count / 2, count - 1}) {
    EXPECT_EQ(problems[2 * i].code(), "id.name");
    EXPECT_EQ(problems[2 * i].place.column, begins + i * width + 6);
    EXPECT_EQ(problems[2 * i + 1].code(), "expr.measure");
    EXPECT_EQ(problems[2 * i + 1].place.column, begins + i * width + leaf.find("dome") - 1);
  }
}
TEST(JsonRead, ReportsTextThatIsCutShortAnywhere) {
  const auto text = model(R"("title": {"vi": "Chỉ số", "en": "\u0041"}, "meta": [1, {"a": -1.5}])");
  for (std::size_t size = 0; size < text.size(); ++size) {
    const auto problems = check_model(text.substr(0, size));
    ASSERT_FALSE(problems.empty()) << size;
    for (const auto& problem : problems) EXPECT_EQ(problem.severity, Severity::error) << to_text(problem);
  }
}
}
