#include <algorithm>
#include <chiso/io/describe/describe.hpp>
#include <chiso/io/json/model.hpp>
#include <chiso/io/words/expression.hpp>
#include <gtest/gtest.h>
#include <io/words/expression_words.hpp>
#include <io/words/rule_words.hpp>
#include <map>
#include <set>
#include <support/random_batch.hpp>
#include <support/random_rule.hpp>

namespace {
using namespace chiso;
using Names = std::set<std::string_view>;

Names holes(std::string_view words) {
  const auto list = holes_of(words);
  return {list.begin(), list.end()};
}
/// The holes in the words of a type, including those of its enumerations; `ends` stands for the four ends.
template <class T>
Names all_holes(Language language) {
  auto out = holes(T::words.in(language));
  for_each_field<T>([&]<class F>(const F&) {
    if constexpr (Named<typename F::type>)
      for (const auto& words : words_of(typename F::type{})) out.merge(holes(words.in(language)));
  });
  if (out.erase("ends") > 0) out.merge(holes(Ends::words.in(language)));
  return out;
}
template <class T>
void expect_every_field_is_said(std::string_view name) {
  Names fields;
  for_each_field<T>([&](const auto& field) { fields.insert(field.name); });
  for (const auto language : {Language::vi, Language::en}) {
    auto said = all_holes<T>(language);
    said.erase("max");
    said.erase("one");
    said.erase("only");
    EXPECT_EQ(said, fields) << name;
  }
  EXPECT_EQ(all_holes<T>(Language::vi), all_holes<T>(Language::en)) << name;
}
TEST(Words, OfEveryRuleNameEachFieldInBothLanguages) {
  for_each_rule([]<class R>(std::type_identity<R>) {
    expect_every_field_is_said<R>(R::type);
    if constexpr (requires { R::item_words; }) {
      EXPECT_EQ(holes(R::item_words.in(Language::vi)), (Names{"name", "number"})) << R::type;
      EXPECT_EQ(holes(R::item_words.in(Language::en)), (Names{"name", "number"})) << R::type;
    }
  });
  expect_every_field_is_said<rules::Part>("part");
  expect_every_field_is_said<rules::Tier>("tier");
  expect_every_field_is_said<Ends>("ends");
}

std::string filled(std::string_view words, const std::string& one) {
  return fill(words,
              [&](std::string_view hole) -> HoleText {
                if (hole == "none") return {.given = false};
                return {.phrase = {one, {}}};
              })
      .text;
}
TEST(Words, UseTheFirstAlternativeInBracketsThatIsGiven) {
  EXPECT_EQ(filled("{a}[, {none}][, {b}]", "2"), "2, 2");
  EXPECT_EQ(filled("[{none}|x {b} {none}|y {b}|z]", "2"), "y 2");
  EXPECT_EQ(filled("[{none}|z]!", "2"), "z!");
}
TEST(Words, UseTheSingularForOnePoint) {
  EXPECT_EQ(filled("{a} points", "1"), "1 point");
  EXPECT_EQ(filled("{a} points", "1.5"), "1.5 points");
  EXPECT_EQ(filled("{a} điểm", "1"), "1 điểm");
}

const Model& model_of_expressions() {
  static const auto model = parse_model(R"({"chiso": 1, "id": "e", "undefined": "zero", "measures": {
    "a": {"type": "count", "label": {"vi": "số A", "en": "number A"}}, "b": {"type": "count"}, "t": {"type": "yes_no", "label": "T"},
    "p": {"type": "choice", "label": {"vi": "Mức", "en": "Level"}, "options": [{"id": "x", "label": {"vi": "Ít", "en": "Few"}}, "y"]},
    "r": {"type": "decimal", "measured_in": "%"},
    "v": {"type": "date", "label": {"vi": "Hạn", "en": "Due"}}, "w": {"type": "date"}},
    "tables": {"k": {"measures": {"c": {"type": "count"}}}},
    "criteria": [{"id": "1", "points": 1, "rule": {"type": "yes_no", "value": "t"}}]})");
  return model;
}
std::string said(std::string_view text, Type type, Language language) {
  return ExpressionWords(model_of_expressions(), language).of(ExpressionText{std::string(text)}, type).text;
}
TEST(ExpressionWords, NameMeasuresByTheirLabelsAndOperatorsByWordsOrSigns) {
  struct Case {
    Type type;
    std::string text, vi, en;
  };
  using enum Type;
  const std::vector<Case> all{
      {number, "a", "số A", "number A"},
      {number, "b", "b", "b"},
      {number, "a - (b - 1.5) * 2", "“số A” - (“b” - 1,5) × 2", "“number A” - (“b” - 1.5) × 2"},
      {number, "a / (b * 2)", "“số A” / (“b” × 2)", "“number A” / (“b” × 2)"},
      {number, "-a * b", "(-“số A”) × “b”", "(-“number A”) × “b”"},
      {number, "-(a * b)", "-“số A” × “b”", "-“number A” × “b”"},
      {number, "a - -b", "“số A” - (-“b”)", "“number A” - (-“b”)"},
      {number, "percent(a, b)", "tỷ lệ % “số A” / “b”", "“number A” as % of “b”"},
      {number, "percent(a, a + b) - 100", "(tỷ lệ % “số A” / (“số A” + “b”)) - 100", "(“number A” as % of (“number A” + “b”)) - 100"},
      {number, "sum(a, b, 1)", "“số A” + “b” + 1", "“number A” + “b” + 1"},
      {number, "max(a, b, min(1, 2))", "giá trị lớn nhất trong (“số A”; “b”; giá trị nhỏ nhất trong (1; 2))",
       "the greatest of (“number A”; “b”; the least of (1; 2))"},
      {number, "ceil(a / 2)", "làm tròn lên (“số A” / 2)", "rounded up (“number A” / 2)"},
      {number, "floor(a / 2)", "làm tròn xuống (“số A” / 2)", "rounded down (“number A” / 2)"},
      {number, "abs(a)", "giá trị tuyệt đối của “số A”", "the absolute value of “number A”"},
      {number, "clamp(a, 0, 9.5)", "“số A” (giới hạn trong khoảng từ 0 đến 9,5)", "“number A” (at least 0 and at most 9.5)"},
      {number, "previous(a) + previous(a + b)", "“số A” của kỳ trước + (“số A” của kỳ trước + “b” của kỳ trước)",
       "“number A” of the period before + (“number A” of the period before + “b” of the period before)"},
      {number, "cohort_max(a) - cohort_count(t)", "(giá trị cao nhất trong khối về “số A”) - (số đơn vị trong khối có “T”)",
       "(the highest in the block of “number A”) - (the number of units in the block with “T”)"},
      {number, "coalesce(a, 0)", "“số A” (thiếu số liệu thì lấy: 0)", "“number A” (if missing: 0)"},
      {number, "if_else(t, a, 2) + 1", "(nếu “T”: “số A”; nếu không: 2) + 1", "(if “T”: “number A”; otherwise: 2) + 1"},
      {truth, "t", "T", "T"},
      {truth, "t and not (a > 1 or b <= 2)", "“T” và không thuộc trường hợp (“số A” > 1 hoặc “b” ≤ 2)",
       "“T” and not (“number A” > 1 or “b” ≤ 2)"},
      {truth, "not t and a > 1", "(không thuộc trường hợp “T”) và “số A” > 1", "(not “T”) and “number A” > 1"},
      {truth, "not (t and a > 1)", "không thuộc trường hợp (“T” và “số A” > 1)", "not (“T” and “number A” > 1)"},
      {truth, "rows_count(k, c < 2) > rows_count(k) / 2", "(số dòng của “k” có “c” < 2) > (số dòng của “k”) / 2",
       "(the number of rows of “k” with “c” < 2) > (the number of rows of “k”) / 2"},
      {truth, "a == 1 or a != 2 and a < 3 or a >= 4", "“số A” = 1 hoặc (“số A” ≠ 2 và “số A” < 3) hoặc “số A” ≥ 4",
       "“number A” = 1 or (“number A” ≠ 2 and “number A” < 3) or “number A” ≥ 4"},
      {truth, "(t or a > 1) and (b > 1 and t)", "(“T” hoặc “số A” > 1) và (“b” > 1 và “T”)",
       "(“T” or “number A” > 1) and (“b” > 1 and “T”)"},
      {number, "if_else(t, 1, 0) + if_else(a > 1 or b > 1, 1, 0) + if_else(p == 'x', 1, 0)",
       "số điều kiện được đáp ứng trong các điều kiện: “T”; “số A” > 1 hoặc “b” > 1; “Mức” là “Ít”",
       "how many of these hold: “T”; “number A” > 1 or “b” > 1; “Level” is “Few”"},
      {number, "sum(if_else(t, 1, 0), if_else(a > 1, 1, 0)) * 2", "(số điều kiện được đáp ứng trong các điều kiện: “T”; “số A” > 1) × 2",
       "(how many of these hold: “T”; “number A” > 1) × 2"},
      {truth, "if_else(t, 1, 0) + if_else(a > 1, 1, 0) >= 2", "(số điều kiện được đáp ứng trong các điều kiện: “T”; “số A” > 1) ≥ 2",
       "(how many of these hold: “T”; “number A” > 1) ≥ 2"},
      {number, "if_else(t, 1, 0) + if_else(a > 1, 0.5, 0)", "(nếu “T”: 1; nếu không: 0) + (nếu “số A” > 1: 0,5; nếu không: 0)",
       "(if “T”: 1; otherwise: 0) + (if “number A” > 1: 0.5; otherwise: 0)"},
      {truth, "'x' == p or p != 'y'", "“Ít” là “Mức” hoặc “Mức” không phải là “y”", "“Few” is “Level” or “Level” is not “y”"},
      {truth, "if_else(t, 'x', p) == 'y'", "(nếu “T”: “Ít”; nếu không: “Mức”) là “y”", "(if “T”: “Few”; otherwise: “Level”) is “y”"},
      {truth, "t == true", "“T” = đúng", "“T” = true"},
      {number, "days(v, w)", "số ngày từ “Hạn” đến “w”", "the days from “Due” to “w”"},
      {number, "max(0, days(v, date('2024-04-09')) - 2)", "giá trị lớn nhất trong (0; (số ngày từ “Hạn” đến 9/4/2024) - 2)",
       "the greatest of (0; (the days from “Due” to 2024-04-09) - 2)"},
      {number, "days(coalesce(w, v), previous(v))", "số ngày từ (“w” (thiếu số liệu thì lấy: “Hạn”)) đến “Hạn” của kỳ trước",
       "the days from (“w” (if missing: “Due”)) to “Due” of the period before"},
      {truth, "w <= v", "“w” không sau “Hạn”", "“w” is not after “Due”"},
      {truth, "w < v and date('2024-12-31') > w", "“w” trước “Hạn” và 31/12/2024 sau “w”",
       "“w” is before “Due” and 2024-12-31 is after “w”"},
      {truth, "w >= v or v == w", "“w” không trước “Hạn” hoặc “Hạn” là “w”", "“w” is not before “Due” or “Due” is “w”"},
      {truth, "v != date('2024-02-29')", "“Hạn” không phải là 29/2/2024", "“Due” is not 2024-02-29"},
      {truth, "false", "sai", "false"},
      {truth, "is_missing(a) and is_applicable(b)", "thiếu số liệu: “số A” và có áp dụng: “b”", "missing: “number A” and applicable: “b”"}};
  for (const auto& one : all) {
    EXPECT_EQ(said(one.text, one.type, Language::vi), one.vi);
    EXPECT_EQ(said(one.text, one.type, Language::en), one.en);
  }
}
TEST(ExpressionWords, RecognisePercentages) {
  ExpressionWords words(model_of_expressions(), Language::en);
  for (const auto text : {"percent(a, b)", "r"}) EXPECT_TRUE(words.of(ExpressionText{text}, Type::number).is_percent) << text;
  for (const auto text : {"percent(a, b) / 2", "a", "r / 1"}) EXPECT_FALSE(words.of(ExpressionText{text}, Type::number).is_percent) << text;
}

TEST(ExpressionWords, DifferForDifferentExpressions) {
  const auto model = Model::build({.id = "m", .measures = chiso_test::random_measures(), .criteria = {leaf("1", 4, rules::YesNo{"t"})}});
  ExpressionWords words(model, Language::vi);
  std::map<std::string, std::pair<std::string, std::vector<Node>>> known;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    chiso_test::Random random(seed);
    chiso_test::RandomExpression expression{random, false};
    const auto type = random.one_in(2) ? Type::number : Type::truth;
    const ExpressionText text{type == Type::number ? expression.number(3) : expression.truth(3)};
    Derived derived;
    Report report;
    const auto program = compile(text, type, model.measures(), derived, report);
    ASSERT_TRUE(program) << text.text;
    const auto [at, fresh] = known.try_emplace(words.of(text, type).text, text.text, program->nodes);
    EXPECT_TRUE(fresh || at->second.second == program->nodes) << at->first << "\n" << at->second.first << "\n" << text.text;
  }
  EXPECT_GT(known.size(), 2500U);
}
TEST(Describe, FillsEveryHoleOfRandomRules) {
  std::size_t models = 0;
  for (std::uint64_t seed = 0; models < 100; ++seed) {
    chiso_test::Random random(seed);
    Report report;
    const auto model = build({.id = "m",
                              .undefined = WhenUndefined::zero,
                              .measures = chiso_test::random_measures(),
                              .criteria = {leaf("1", 4, chiso_test::RandomRule{random, 2}.rule())}},
                             report);
    if (!model) continue;
    ++models;
    for (const auto language : {Language::vi, Language::en}) {
      const auto text = describe(*model, language, DescriptionFormat::csv);
      EXPECT_EQ(text.find_first_of("{}[]"), text.npos) << text;
    }
  }
}

using Texts = std::vector<std::string>;
const KnownValues counts{.whole = true, .least = Decimal(0), .within = {Cut{0, false}, {}}};
Texts in_force(const std::vector<Ends>& written, const KnownValues& values = {}) {
  std::vector<Range> ranges;
  for (const auto& ends : written) ranges.push_back(range_of(ends));
  Texts out;
  for (const auto& ends : ends_in_force(ranges, values)) out.push_back(ends_words(ends, Language::vi));
  return out;
}
TEST(EndsWords, AreNarrowedByTheTiersBefore) {
  EXPECT_EQ(in_force({{.above = 90}, {.from = 70.5}, {}}), (Texts{"trên 90", "từ 70,5 đến 90", "dưới 70,5"}));
  EXPECT_EQ(in_force({{.to = 0}, {.to = 1}, {.below = 5}, {}}),
            (Texts{"không quá 0", "trên 0 đến 1", "trên 1 đến dưới 5", "từ 5 trở lên"}));
  EXPECT_EQ(in_force({{.from = 90}, {.to = 10}, {}}), (Texts{"từ 90 trở lên", "không quá 10", "trên 10 đến dưới 90"}));
  EXPECT_EQ(in_force({{.from = 90}, {.from = 80, .below = 90}, {.above = 70, .to = 95}, {}}),
            (Texts{"từ 90 trở lên", "từ 80 đến dưới 90", "trên 70 đến dưới 80", "không quá 70"}));
}
TEST(EndsWords, AreThePiecesThatAreLeftOnBothSidesOfAnEarlierTier) {
  EXPECT_EQ(in_force({{.from = 40, .to = 60}, {.from = 30}, {}}), (Texts{"từ 40 đến 60", "từ 30 đến dưới 40 hoặc trên 60", "dưới 30"}));
  const std::vector<Ends> gaps{{.from = 90, .to = 100}, {.from = 70, .to = 89}, {}};
  EXPECT_EQ(in_force(gaps), (Texts{"từ 90 đến 100", "từ 70 đến 89", "dưới 70 hoặc trên 89 đến dưới 90 hoặc trên 100"}));
  EXPECT_EQ(in_force(gaps, counts), (Texts{"từ 90 đến 100", "từ 70 đến 89", "từ 0 đến 69 hoặc từ 101 trở lên"}));
  EXPECT_EQ(in_force(gaps, {.within = {Cut{0, false}, Cut{100, true}}})[2], "dưới 70 hoặc trên 89 đến dưới 90") << "none is above 100";
}
TEST(EndsWords, AreWholeNumbersForCounts) {
  const auto of_counts = [](const std::vector<Ends>& written) { return in_force(written, counts); };
  EXPECT_EQ(of_counts({{.to = 0}, {.to = 1}, {}}), (Texts{"bằng 0", "bằng 1", "từ 2 trở lên"}));
  EXPECT_EQ(of_counts({{.above = 4}, {.from = 2.5}, {}}), (Texts{"từ 5 trở lên", "từ 3 đến 4", "từ 0 đến 2"}));
  EXPECT_EQ(of_counts({{.from = 4}, {.above = 3, .below = 4}, {}}), (Texts{"từ 4 trở lên", "trên 3 đến dưới 4", "từ 0 đến 3"}));
  EXPECT_EQ(of_counts({{}}), (Texts{"còn lại"}));
}
TEST(EndsWords, AreWholeNumbersBelow0Too) {
  const std::vector<Ends> late{{.to = 0}, {.from = 1, .to = 2}, {.from = 3, .to = 5}, {}};
  EXPECT_EQ(in_force(late, {.whole = true}), (Texts{"không quá 0", "từ 1 đến 2", "từ 3 đến 5", "từ 6 trở lên"}));
  EXPECT_EQ(in_force({{.below = 0}, {.to = 91}, {}}, {.whole = true}), (Texts{"dưới 0", "từ 0 đến 91", "từ 92 trở lên"}));
  EXPECT_EQ(in_force({{.from = 72.5}, {}}, {.whole = true}), (Texts{"từ 73 trở lên", "không quá 72"}));
  std::vector<Ends> tens;
  for (int i = 0; i < 12; ++i) tens.push_back({.from = 10 * i, .to = 10 * i + 9});
  tens.push_back({});
  EXPECT_EQ(in_force(tens, counts).back(), "từ 120 trở lên") << "gaps without a whole number are no pieces";
}
TEST(EndsWords, KnowTheValuesOfExpressions) {
  const auto known = [](std::string_view text) {
    return ExpressionWords(model_of_expressions(), Language::vi).of(ExpressionText{std::string(text)}, Type::number).known;
  };
  for (const auto* whole : {"a", "days(v, w)", "rows_count(k)", "rows_sum(k, c) + a", "max(0, days(v, w))", "round(a / 2, 0)"})
    EXPECT_TRUE(known(whole).whole) << whole;
  for (const auto* other : {"r", "a / 2", "rows_mean(k, c)", "a * 0.5"}) EXPECT_FALSE(known(other).whole) << other;
  EXPECT_EQ(known("rows_count(k)").least, Decimal(0));
  EXPECT_EQ(known("days(v, w)").least, std::nullopt) << "days may be below 0";
}
TEST(Describe, SaysBandsOfWholeNumbersByTheirEnds) {
  const auto described = [](const std::string& publish, const std::string& on) {
    const auto model =
        parse_model(R"({"chiso": 1, "id": "m", "publish": )" + publish + R"(, "measures": {"a": {"type": "count", "max": 100}},
      "criteria": [{"id": "c", "points": 100, "rule": {"type": "per_item", "value": "a", "each": 1}}], "classes": {"on": ")" +
                    on + R"(", "bands": [{"id": "x", "from": 90, "to": 100}, {"id": "y", "from": 70, "to": 89}, {"id": "z"}]}})");
    return describe(model, Language::vi, DescriptionFormat::csv);
  };
  const auto has = [](const std::string& text, const std::string& id, const std::string& ends) {
    return text.find("," + id + ",0," + id + ",," + ends + ",") != text.npos;
  };
  for (const auto* on : {"points", "published"}) {
    const auto whole = described(R"({"decimals": 0})", on);
    EXPECT_TRUE(has(whole, "x", "từ 90 đến 100") && has(whole, "y", "từ 70 đến 89") && has(whole, "z", "dưới 70")) << whole;
  }
  EXPECT_TRUE(has(described("{}", "published"), "z", "dưới 70 hoặc trên 89 đến dưới 90")) << "the index is at most 100";
  EXPECT_TRUE(has(described("{}", "rank"), "z", "từ 1 đến 69 hoặc từ 101 trở lên"));
}
TEST(EndsWords, AreInEnglishToo) {
  EXPECT_EQ(ends_words({Ends{.from = 80, .below = 90.5}}, Language::en, "%"), "from 80% to below 90.5%");
  EXPECT_EQ(ends_words({Ends{.below = 70}, Ends{.above = 89, .below = 90}, Ends{.above = 100}}, Language::en),
            "below 70, or above 89 to below 90, or above 100");
  EXPECT_EQ(ends_words({Ends{}}, Language::en), "otherwise");
}

/// A model whose texts for people all contain characters that the formats give a meaning to.
Model model_with_marks() {
  return parse_model(
      R"({"chiso": 1, "id": "m", "title": "<b>\"A\" & 'B'|*c*\n=d", "note": "- not a list\nsecond", "source": "1. not a number",
    "undefined": "zero", "measures": {"x": {"type": "count", "label": "<x> & |y|\nz"}},
    "criteria": [{"id": "c", "number": "=1", "label": "@c <script>|</td>", "note": "n_1_ `code` \u0001", "points": 1,
      "rule": {"type": "per_item", "value": "x", "each": 1}}]})");
}
TEST(Describe, EscapesTextForMarkdown) {
  const auto text = describe(model_with_marks(), Language::en, DescriptionFormat::markdown);
  EXPECT_TRUE(text.starts_with("# \\<b\\>\"A\" &amp; 'B'\\|\\*c\\*<br>=d\n\nModel m, SHA-256 of its content ")) << text;
  EXPECT_NE(text.find("\n\n\\- not a list<br>second\n\nSource: 1. not a number\n"), text.npos) << text;
  EXPECT_NE(text.find("| =1 | @c \\<script\\>\\|\\</td\\> | 1 | \\<x\\> &amp; \\|y\\|<br>z: 1 point for each case, at most 1 point | "
                      "n\\_1\\_ \\`code\\`   |\n"),
            text.npos)
      << text;
}
TEST(Describe, EscapesTextForHtml) {
  const auto text = describe(model_with_marks(), Language::en, DescriptionFormat::html);
  EXPECT_NE(text.find("<title>&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;|*c* =d</title>"), text.npos) << text.substr(0, 400);
  EXPECT_NE(text.find(">@c &lt;script&gt;|&lt;/td&gt;</td>"), text.npos);
  EXPECT_NE(text.find("n_1_ `code`  </td>"), text.npos);
  EXPECT_EQ(text.find("<script"), text.npos);
}
TEST(Describe, PutsAnyExpressionIntoWords) {
  const auto model = parse_model(R"({"chiso": 1, "id": "m", "undefined": "zero", "measures": {
    "done": {"type": "count", "label": {"vi": "việc xong", "en": "done"}}, "due": {"type": "count", "label": "việc đến hạn"}, "plan":
    {"type": "choice", "options": ["early", "late"]}}, "criteria": [{"id": "c", "points": 1, "rule": {"type": "per_item", "value": "done", "each": 1}}]})");
  EXPECT_EQ(describe_expression(model, "done", Language::en), "done");
  EXPECT_EQ(describe_expression(model, "percent(done, due)", Language::vi), "Tỷ lệ % “việc xong” / “việc đến hạn”");
  EXPECT_EQ(describe_expression(model, "min(done, due)", Language::en), "The least of (“done”; “việc đến hạn”)");
  EXPECT_EQ(describe_expression(model, "plan == 'late'", Language::en), "“plan” is “late”");
  EXPECT_EQ(describe_expression(model, "coalesce(plan, plan)", Language::en), "“plan” (if missing: “plan”)");
  EXPECT_EQ(describe_expression(model, "cohort_max(done)", Language::en),
            "The highest in the block of “done”");  // the model has no such cohort
  for (const auto* wrong : {"", "don", "done +", "1 +* 2", "plan + 1"}) {
    try {
      describe_expression(model, wrong, Language::en);
      ADD_FAILURE() << wrong;
    } catch (const ModelError& error) {
      EXPECT_FALSE(error.problems().empty()) << wrong;
    }
  }
}
TEST(Describe, TakesAnEmptyLabelForNone) {
  const auto model = parse_model(R"({"chiso": 1, "id": "m", "undefined": "zero", "measures": {"a": {"type": "count", "label": ""},
    "b": {"type": "count", "label": {"vi": "", "en": "B"}}, "c": {"type": "count", "label": {"vi": "", "en": ""}}},
    "criteria": [{"id": "x", "points": 1, "rule": {"type": "per_item", "value": "a + b + c", "each": 1}}]})");
  EXPECT_EQ(describe_expression(model, "a", Language::vi), "a");
  EXPECT_EQ(describe_expression(model, "b", Language::vi), "B");
  EXPECT_EQ(describe_expression(model, "c", Language::en), "c");
}
TEST(Describe, GuardsCellsThatASpreadsheetWouldRun) {
  const auto text = describe(model_with_marks(), Language::en, DescriptionFormat::csv);
  EXPECT_NE(text.find("\r\ncriteria,Criteria,'=1,c,0,'@c <script>|</td>,1,\"<x> & |y|\nz: 1 point for each case, at most 1 point\",,n_1_ "
                      "`code` \x01,\r\n"),
            text.npos)
      << text;
}
}
