#include <chiso/expr/program.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/expressions.hpp>
#include <tuple>
#include <vector>

namespace {
using namespace chiso;
using chiso_test::compilation;
using chiso_test::small_measures;

std::string repeated(const std::string& part, std::size_t times) {
  std::string out;
  while (times-- > 0) out += part;
  return out;
}
std::string as_number(const std::string& text) { return compilation(text).problem; }
std::string as_truth(const std::string& text) { return compilation(text, Type::truth).problem; }
std::string as_choice(const std::string& text) { return compilation(text, Type::choice).problem; }

TEST(Grammar, AcceptsEveryForm) {
  for (const char* text : {"0",
                           "0.5",
                           "100",
                           "a",
                           " a ",
                           "\ta\t",
                           "(a)",
                           "((a))",
                           "a+b",
                           "a - b",
                           "a*b/c",
                           "-a",
                           "--a",
                           "- - a",
                           "a - -b",
                           "a*-b",
                           "abs(a)",
                           "floor(d)",
                           "ceil (d)",
                           "round(a / b, 2)",
                           "round(-a , 0 )",
                           "min(a)",
                           "max(a, b, c)",
                           "sum(a)",
                           "sum(a,b,c)",
                           "clamp(a, 0, 10)",
                           "percent(a, b)",
                           "if_else(t, a, b)",
                           "coalesce(a, 0)",
                           "previous(a)",
                           "previous(a + b)",
                           "cohort_max(a)",
                           "cohort_min(a)",
                           "cohort_sum(a)",
                           "cohort_mean(a)",
                           "cohort_count(a)",
                           "cohort_count(t)",
                           "cohort_count(p)",
                           "cohort_count(a > 0)",
                           "cohort_sum(a) / cohort_sum(b)",
                           "cohort_max(a / b)",
                           "cohort_min(percent(a, b))",
                           "previous(a) - a",
                           "previous(1)"})
    EXPECT_EQ(as_number(text), "") << text;
  for (const char* text : {"t",
                           "true",
                           "false",
                           "not t",
                           "not not t",
                           "t and u or t",
                           "a < b",
                           "a <= b",
                           "a > b",
                           "a >= b",
                           "a == b",
                           "a != b",
                           "t == u",
                           "t != (a < b)",
                           "(a < b) == (b < c)",
                           "p == 'on_time'",
                           "'on_time' == p",
                           "p != \"late\"",
                           "p == 'đúng hạn'",
                           "is_missing(a)",
                           "is_missing(t)",
                           "is_missing(p)",
                           "is_applicable(p)",
                           "not a < b",
                           "previous(t)",
                           "previous(p) == 'late'",
                           "if_else(t, p, 'late') == 'late'",
                           "coalesce(t, false)",
                           "if_else(t, t, u)",
                           "coalesce('late', p) == 'late'",
                           "coalesce(p, r) == 'late'",
                           "cohort_count(p == 'late') > 2"})
    EXPECT_EQ(as_truth(text), "") << text;
  for (const char* text :
       {"p", "if_else(t, p, 'late')", "if_else(t, 'late', p)", "coalesce(p, r)", "previous(p)", "coalesce(if_else(t, p, r), 'on_time')"})
    EXPECT_EQ(as_choice(text), "") << text;
}

TEST(Grammar, RefusesTheRestOfPython) {
  for (const auto& [text, problem] : std::vector<std::pair<std::string, std::string>>{{"a ** b", "expr.syntax@2"},
                                                                                      {"round(a)", "expr.syntax@7"},
                                                                                      {"round(a, b)", "expr.syntax@9"},
                                                                                      {"round(a, 10)", "expr.syntax@9"},
                                                                                      {"round(a, -1)", "expr.syntax@9"},
                                                                                      {"round(a, 1.0)", "expr.syntax@9"},
                                                                                      {"round(a, 1, 2)", "expr.syntax@10"},
                                                                                      {"a // b", "expr.syntax@2"},
                                                                                      {"a**2", "expr.syntax@1"},
                                                                                      {"+a", "expr.syntax@0"},
                                                                                      {"a + +b", "expr.syntax@4"},
                                                                                      {"a % b", "expr.syntax@2"},
                                                                                      {"a\n+ b", "expr.syntax@1"},
                                                                                      {"\na", "expr.syntax@0"},
                                                                                      {"(a\n)", "expr.syntax@2"},
                                                                                      {"a\r", "expr.syntax@1"},
                                                                                      {"a\u00A0+ b", "expr.syntax@1"},
                                                                                      {"1e5", "expr.number@0"},
                                                                                      {"1_000", "expr.number@0"},
                                                                                      {"007", "expr.number@0"},
                                                                                      {"1.", "expr.number@0"},
                                                                                      {".5", "expr.syntax@0"},
                                                                                      {"1.5.2", "expr.number@0"},
                                                                                      {"0x10", "expr.number@0"},
                                                                                      {"3j", "expr.number@0"},
                                                                                      {"a + 1e5", "expr.number@4"},
                                                                                      {"1234567890123456789", "expr.number@0"},
                                                                                      {"a b", "expr.syntax@2"},
                                                                                      {"a 1", "expr.syntax@2"},
                                                                                      {"", "expr.syntax@0"},
                                                                                      {"   ", "expr.syntax@3"},
                                                                                      {"()", "expr.syntax@1"},
                                                                                      {"(a", "expr.syntax@2"},
                                                                                      {"a)", "expr.syntax@1"},
                                                                                      {"a +", "expr.syntax@3"},
                                                                                      {"min()", "expr.syntax@4"},
                                                                                      {"min(a,)", "expr.syntax@6"},
                                                                                      {"abs(a, b)", "expr.syntax@5"},
                                                                                      {"percent(a)", "expr.syntax@9"},
                                                                                      {"clamp(a, 0)", "expr.syntax@10"},
                                                                                      {"a if t else b", "expr.syntax@2"},
                                                                                      {"a.b", "expr.syntax@1"},
                                                                                      {"a[0]", "expr.syntax@1"},
                                                                                      {"a = 1", "expr.syntax@2"},
                                                                                      {"a := 1", "expr.syntax@2"},
                                                                                      {"a; b", "expr.syntax@1"},
                                                                                      {"a # b", "expr.syntax@2"},
                                                                                      {"a, b", "expr.syntax@1"},
                                                                                      {"~a", "expr.syntax@0"},
                                                                                      {"a & b", "expr.syntax@2"},
                                                                                      {"min(a)(b)", "expr.syntax@6"},
                                                                                      {"a @ b", "expr.syntax@2"}})
    EXPECT_EQ(as_number(text), problem) << text;
  for (const auto& [text, problem] : std::vector<std::pair<std::string, std::string>>{{"a < b < c", "expr.chained@6"},
                                                                                      {"a == b != c", "expr.chained@7"},
                                                                                      {"a <> b", "expr.syntax@3"},
                                                                                      {"!t", "expr.syntax@0"},
                                                                                      {"a = b", "expr.syntax@2"},
                                                                                      {"a is b", "expr.syntax@2"},
                                                                                      {"a in b", "expr.syntax@2"},
                                                                                      {"t && u", "expr.syntax@2"},
                                                                                      {"t == not u", "expr.measure@5"},
                                                                                      {"p == 'late", "expr.syntax@5"},
                                                                                      {"p == 'la\\te'", "expr.syntax@5"},
                                                                                      {"p == 'la' 'te'", "expr.option@5"},
                                                                                      {"True", "expr.measure@0"},
                                                                                      {"None", "expr.measure@0"}})
    EXPECT_EQ(as_truth(text), problem) << text;
}

TEST(Grammar, ChecksTypes) {
  for (const auto& [text, type, problem] :
       std::vector<std::tuple<std::string, Type, std::string>>{{"t", Type::number, "expr.type@0"},
                                                               {"a", Type::truth, "expr.type@0"},
                                                               {"a", Type::choice, "expr.type@0"},
                                                               {"p", Type::number, "expr.type@0"},
                                                               {"p", Type::truth, "expr.type@0"},
                                                               {"a + t", Type::number, "expr.type@4"},
                                                               {"t * a", Type::number, "expr.type@0"},
                                                               {"-t", Type::number, "expr.type@1"},
                                                               {"not a", Type::truth, "expr.type@4"},
                                                               {"a and t", Type::truth, "expr.type@0"},
                                                               {"t or a", Type::truth, "expr.type@5"},
                                                               {"t and a", Type::truth, "expr.type@6"},
                                                               {"t and p", Type::truth, "expr.type@6"},
                                                               {"t < u", Type::truth, "expr.type@0"},
                                                               {"a == t", Type::truth, "expr.type@0"},
                                                               {"p < 'late'", Type::truth, "expr.type@0"},
                                                               {"p == a", Type::truth, "expr.type@5"},
                                                               {"a == 'late'", Type::truth, "expr.type@5"},
                                                               {"p == 1", Type::truth, "expr.type@5"},
                                                               {"1 != p", Type::truth, "expr.type@0"},
                                                               {"p == t", Type::truth, "expr.type@5"},
                                                               {"p == r", Type::truth, "expr.option@5"},
                                                               {"p == q", Type::truth, "expr.option@5"},
                                                               {"'late' == 'late'", Type::truth, "expr.option@0"},
                                                               {"'late'", Type::choice, "expr.option@0"},
                                                               {"p == 'lat'", Type::truth, "expr.option@5"},
                                                               {"p == 'x'", Type::truth, "expr.option@5"},
                                                               {"p == ''", Type::truth, "expr.option@5"},
                                                               {"is_missing('late')", Type::truth, "expr.option@11"},
                                                               {"previous('late')", Type::choice, "expr.option@9"},
                                                               {"cohort_count('late')", Type::number, "expr.option@13"},
                                                               {"if_else(a, b, c)", Type::number, "expr.type@8"},
                                                               {"if_else(t, a, t)", Type::number, "expr.type@14"},
                                                               {"coalesce(a, p)", Type::number, "expr.type@12"},
                                                               {"coalesce(p, q)", Type::choice, "expr.type@12"},
                                                               {"if_else(t, 'late', 'on_time')", Type::choice, "expr.option@11"},
                                                               {"min(a, t)", Type::number, "expr.type@7"},
                                                               {"cohort_max(t)", Type::number, "expr.type@11"},
                                                               {"cohort_sum(p)", Type::number, "expr.type@11"},
                                                               {"a + 'late'", Type::number, "expr.type@4"},
                                                               {"abs(t)", Type::number, "expr.type@4"},
                                                               {"percent(t, a)", Type::number, "expr.type@8"},
                                                               {"clamp(a, t, 1)", Type::number, "expr.type@9"},
                                                               {"sum(t)", Type::number, "expr.type@4"},
                                                               {"not p", Type::truth, "expr.type@4"},
                                                               {"m", Type::number, "expr.type@0"},
                                                               {"m", Type::truth, "expr.type@0"},
                                                               {"a", Type::date, "expr.type@0"},
                                                               {"m == a", Type::truth, "expr.type@5"},
                                                               {"a < m", Type::truth, "expr.type@0"},
                                                               {"m >= t", Type::truth, "expr.type@5"},
                                                               {"p == m", Type::truth, "expr.type@0"},
                                                               {"m == 'late'", Type::truth, "expr.type@5"},
                                                               {"'2024-03-31' < m", Type::truth, "expr.type@0"},
                                                               {"n - m", Type::number, "expr.type@0"},
                                                               {"m + 1", Type::number, "expr.type@0"},
                                                               {"-m", Type::number, "expr.type@1"},
                                                               {"min(a, m)", Type::number, "expr.type@7"},
                                                               {"cohort_max(m)", Type::number, "expr.type@11"},
                                                               {"days(a, m)", Type::number, "expr.type@5"},
                                                               {"days(m, '2024-03-31')", Type::number, "expr.type@8"},
                                                               {"if_else(t, m, a)", Type::number, "expr.type@14"},
                                                               {"coalesce(m, '2024-03-31')", Type::date, "expr.type@12"},
                                                               {"coalesce(a, m)", Type::number, "expr.type@12"}})
    EXPECT_EQ(compilation(text, type).problem, problem) << text;
}

TEST(Grammar, ReadsDates) {
  for (const char* text : {"days(m, n)", "cohort_count(m)", "days(previous(m), coalesce(n, date('2024-02-29')))", "cohort_sum(days(m, n))"})
    EXPECT_EQ(as_number(text), "") << text;
  for (const char* text :
       {"m <= date(\"2024-03-31\")", "is_missing(m)", "is_applicable(previous(m))", "if_else(t, m, n) != n", "date('1900-01-01') < m"})
    EXPECT_EQ(as_truth(text), "") << text;
  for (const auto& [text, problem] : std::vector<std::pair<std::string, std::string>>{{"m < date('2024-02-30')", "expr.date@9"},
                                                                                      {"m < date('31/3/2024')", "expr.date@9"},
                                                                                      {"m < date('1899-12-31')", "expr.date@9"},
                                                                                      {"m < date(' 2024-03-31')", "expr.date@9"},
                                                                                      {"m < date('')", "expr.date@9"},
                                                                                      {"m < date(2024)", "expr.syntax@9"},
                                                                                      {"m < date(n)", "expr.syntax@9"},
                                                                                      {"m < date()", "expr.syntax@9"},
                                                                                      {"m < date('2024-03-31", "expr.syntax@9"},
                                                                                      {"m < date('2024-03-31'", "expr.syntax@21"},
                                                                                      {"m < date('2024-03-31', n)", "expr.syntax@21"},
                                                                                      {"m < date", "expr.measure@4"},
                                                                                      {"days(m)", "expr.syntax@6"},
                                                                                      {"days(m, n, m) < 1", "expr.syntax@9"}})
    EXPECT_EQ(as_truth(text), problem) << text;
  EXPECT_EQ(compilation("m < date('31/3/2024')", Type::truth).hint, "2024-03-31");
  EXPECT_EQ(compilation("m < date('2024-02-30')", Type::truth).hint, "");
  EXPECT_TRUE(is_reserved_word("days") && is_reserved_word("date"));
}

TEST(Grammar, SuggestsTheNearestName) {
  EXPECT_EQ(compilation("resolved").problem, "expr.measure@0");
  EXPECT_EQ(compilation("mim(a)").problem, "expr.function@0");
  EXPECT_EQ(compilation("mim(a)").hint, "min");
  EXPECT_EQ(compilation("a + cohort_meen(a)").problem, "expr.function@4");
  EXPECT_EQ(compilation("a + cohort_meen(a)").hint, "cohort_mean");
  EXPECT_EQ(compilation("p == 'lat'", Type::truth).hint, "late");
  // Of a family of functions what follows the prefix must be near.
  EXPECT_EQ(compilation("cohort_rank(a)").problem, "expr.function@0");
  EXPECT_EQ(compilation("cohort_rank(a)").hint, "");
  EXPECT_EQ(compilation("rows_maks(a)").hint, "rows_max");
  EXPECT_EQ(compilation("rows_medium(a)").hint, "");
  EXPECT_EQ(compilation("cohrt_max(a)").hint, "cohort_max");
  EXPECT_EQ(compilation("tick(a)").problem, "expr.function@0");  // a checklist's own operations are not functions
}

TEST(Grammar, SuggestsADecimalPointForACommaBetweenDigitsAlone) {
  EXPECT_EQ(compilation("1,5").hint, "1.5");
  EXPECT_EQ(compilation("a + 12,75 * b").hint, "12.75");
  for (const char* text : {"a,5", "a ,5", "(a),5", "1,a", "1, 5", "1.5,5", "5,", "1 ,5"}) {
    EXPECT_EQ(compilation(text).problem.substr(0, 11), "expr.syntax") << text;
    EXPECT_EQ(compilation(text).hint, "") << text;
  }
}

/// Of a long list of problems nobody reads the hints, so that they are looked for beside the first ones.
TEST(Grammar, SuggestsOptionsForTheFirstProblemsAlone) {
  const auto hint_after = [](std::size_t problems, const std::string& text) {
    static const auto measures = small_measures();
    Derived derived;
    Report report;
    for (std::size_t i = 0; i < problems; ++i) EXPECT_FALSE(compile(ExpressionText{"a +"}, Type::number, measures, derived, report));
    EXPECT_FALSE(compile(ExpressionText{text}, Type::number, measures, derived, report));
    EXPECT_EQ(report.total(), problems + 1);
    return report.problems().back().suggestion();
  };
  for (const std::size_t before : {0U, 1U, 99U, 100U}) {
    EXPECT_EQ(hint_after(before, "a + late"), "'late'") << before;
    EXPECT_EQ(hint_after(before, "if_else(p == 'lat', 1, 0)"), "late") << before;
  }
  for (const std::size_t before : {101U, 500U}) {
    EXPECT_EQ(hint_after(before, "a + late"), "") << before;
    EXPECT_EQ(hint_after(before, "if_else(p == 'lat', 1, 0)"), "") << before;
  }
}

TEST(Grammar, CountsPlacesInCodePoints) {
  EXPECT_EQ(as_truth("p == 'đúng hạn' and a"), "expr.type@20");
  EXPECT_EQ(as_truth("'đúng hạn' == p and x > 0"), "expr.measure@20");
  EXPECT_EQ(as_truth("p == 'đúng hạnh' or t"), "expr.option@5");
  EXPECT_EQ(as_number("a + điểm"), "expr.measure@4");
  EXPECT_EQ(compilation("a + điểm").report.problems()[0].found(), "điểm");
}

TEST(Grammar, RefusesNestedReadsOfOtherRows) {
  EXPECT_EQ(as_number("previous(previous(a))"), "expr.nesting@9");
  EXPECT_EQ(as_number("previous(cohort_max(a))"), "expr.nesting@9");
  EXPECT_EQ(as_number("cohort_max(previous(a))"), "expr.nesting@11");
  EXPECT_EQ(as_number("cohort_max(a + cohort_max(b))"), "expr.nesting@15");
  EXPECT_EQ(as_number("cohort_max(a) + cohort_max(b) + previous(c)"), "");
}

TEST(Grammar, RefusesDivisionInsideCohortSums) {
  for (const char* function : {"cohort_sum", "cohort_mean"}) {
    const std::string name(function);
    for (const char* inner : {"a / b", "a / 2", "percent(a, b)", "1 + min(a, b / 100)", "if_else(a / b > 1, a, b)"})
      EXPECT_EQ(as_number(name + "(" + inner + ")").substr(0, 17), "expr.sum_division") << inner;
    EXPECT_EQ(as_number(name + "(a * 0.5) / 2"), "");
    EXPECT_EQ(as_number(name + "(round(a / b, 2))"), "");
    EXPECT_EQ(as_number(name + "(round(a / b, 2) / 2)").substr(0, 17), "expr.sum_division");
    EXPECT_EQ(as_number("a / b + " + name + "(a)"), "");
    EXPECT_EQ(as_number(name + "(a) + a / b"), "");
  }
  EXPECT_EQ(as_number("cohort_count(a / b > 1) + cohort_max(a / 2)"), "");
}

TEST(Limits, ReportTextThatIsTooLong) {
  EXPECT_EQ(as_number("a" + std::string(4095, ' ')), "");
  EXPECT_EQ(as_number("a" + std::string(4096, ' ')), "expr.length@0");
}

TEST(Limits, CountOperatorsCallsNamesAndLiteralsAsNodes) {
  EXPECT_EQ(as_number("a" + repeated("+a", 127)), "");  // 255
  EXPECT_EQ(as_number("-a" + repeated("+a", 127)), "");
  EXPECT_EQ(as_number("a" + repeated("+a", 128)).substr(0, 10), "expr.nodes");
  EXPECT_EQ(as_number("sum(a" + repeated(",a", 254) + ")"), "");  // a call and 255 names
  EXPECT_EQ(as_number("sum(a" + repeated(",a", 255) + ")").substr(0, 10), "expr.nodes");
  EXPECT_EQ(as_number(repeated("-", 255) + "a"), "");
  EXPECT_EQ(as_number(repeated("-", 256) + "a").substr(0, 10), "expr.nodes");
  EXPECT_EQ(as_truth(repeated("not ", 255) + "t"), "");
  EXPECT_EQ(as_truth(repeated("not ", 2000) + "t").substr(0, 5), "expr.");
  EXPECT_EQ(as_number("cohort_sum(a" + repeated("+a", 127) + ")"), "");
  EXPECT_EQ(as_number("1+cohort_sum(a" + repeated("+a", 127) + ")").substr(0, 10), "expr.nodes");
}

TEST(Limits, CountParenthesesAndCallsAsLevels) {
  EXPECT_EQ(as_number(std::string(32, '(') + "a" + std::string(32, ')')), "");
  EXPECT_EQ(as_number(std::string(33, '(') + "a" + std::string(33, ')')), "expr.depth@33");
  EXPECT_EQ(as_number(repeated("abs(", 32) + "a" + std::string(32, ')')), "");
  EXPECT_EQ(as_number(repeated("abs(", 33) + "a" + std::string(33, ')')).substr(0, 10), "expr.depth");
  EXPECT_EQ(as_number(repeated("(", 4000)), "expr.depth@33");
  EXPECT_EQ(as_number("(a)" + repeated("+(a)", 60)), "");  // side by side, not inside one another
}

TEST(Limits, AllowTheDeepestStackToBeEvaluated) {
  // Every level leaves as many operands waiting as the grammar allows.
  std::string text = "a";
  for (int i = 0; i < 10; ++i) text = "clamp(a, b, if_else(t or u and a == b + c * -c, a, a + b * (" + text + ")))";
  const auto out = compilation(text);
  EXPECT_TRUE(out.program) << out.problem;
  std::string narrow = "a";
  for (int i = 0; i < 31; ++i) narrow = "clamp(1,2," + narrow + "+a)";
  const auto deep = compilation(narrow);
  ASSERT_TRUE(deep.program) << deep.problem;
  EXPECT_LT(deep.program->depth, 256);
  for (const auto& node : deep.program->nodes) EXPECT_LT(node.slot, deep.program->depth);
}

TEST(Names, OfMeasuresAreChecked) {
  for (const char* name : {"a", "_", "A1", "on_time", "x9_", "match", "print", "cohort", "points"})
    EXPECT_TRUE(is_measure_name(name)) << name;
  for (const char* name : {"",
                           "1a",
                           "a b",
                           "a.b",
                           "a-b",
                           "điểm",
                           "unit",
                           "block",
                           "period",
                           "track",
                           "ranked",
                           "true",
                           "false",
                           "True",
                           "None",
                           "and",
                           "or",
                           "not",
                           "if_else",
                           "min",
                           "max",
                           "abs",
                           "floor",
                           "ceil",
                           "round",
                           "clamp",
                           "sum",
                           "percent",
                           "is_missing",
                           "is_applicable",
                           "coalesce",
                           "previous",
                           "cohort_max",
                           "cohort_min",
                           "cohort_sum",
                           "cohort_count",
                           "cohort_mean",
                           "if",
                           "else",
                           "lambda",
                           "in",
                           "is",
                           "async",
                           "await"})
    EXPECT_FALSE(is_measure_name(name)) << name;
}

bool may_be_undefined(const std::string& text, Type type = Type::number) {
  const auto out = compilation(text, type);
  EXPECT_TRUE(out.program) << text << " " << out.problem;
  return out.program && out.program->may_be_undefined;
}
TEST(MayBeUndefined, IfItDividesByAnExpressionOrClampsWithUnorderedEnds) {
  for (const char* text : {"a / b",
                           "percent(a, b)",
                           "a / 0",
                           "a / (b + 1)",
                           "a / abs(2)",
                           "a / (1 + 1)",
                           "a / min(2)",
                           "a / 0.0",
                           "clamp(a, 0, b)",
                           "clamp(a, b, 1)",
                           "clamp(a, 2, 1)",
                           "clamp(a, 0, 1 + 1)",
                           "if_else(b == 0, 0, a / b)",
                           "coalesce(a / b, 0)",
                           "1 + (2 * (a / b))",
                           "previous(a / b)",
                           "cohort_max(a / b)",
                           "cohort_count(a / b > 1)",
                           "percent(a, 0)",
                           "a / 2 / b"})
    EXPECT_TRUE(may_be_undefined(text)) << text;
  for (const char* text : {"a", "a / 2", "a / 0.5", "a / (2)", "percent(a, 100)", "clamp(a, 0, 1)", "clamp(a, 1, 1)", "clamp(a, (0), 1.5)",
                           "cohort_max(a / 2)", "previous(a)", "cohort_sum(a)", "min(a, b)", "a * b - 3", "a / 2 + b"})
    EXPECT_FALSE(may_be_undefined(text)) << text;
  EXPECT_TRUE(may_be_undefined("b > 0 and a / b > 1", Type::truth));
}

TEST(Programs, ListWhatTheyRead) {
  const auto look = [](const std::string& text) { return compilation(text); };
  EXPECT_TRUE(look("cohort_max(a)").program->relative);
  EXPECT_FALSE(look("previous(a)").program->relative);
  EXPECT_TRUE(look("previous(a)").program->looks_back);
  EXPECT_FALSE(look("previous(a)").derived.looks_back);                       // that column reports it by itself
  EXPECT_TRUE(look("previous(is_missing(a)) == t").program == std::nullopt);  // a truth where a number is wanted
  EXPECT_TRUE(look("previous(1)").derived.looks_back);
  EXPECT_TRUE(look("previous(a + b)").derived.looks_back);
  const auto twice = look("cohort_max(a) + cohort_max(a) + cohort_max( (a) ) + cohort_min(a) + previous(a) + previous(a) + previous(b)");
  EXPECT_EQ(twice.derived.cohorts.size(), 2U);
  EXPECT_EQ(twice.derived.previous.size(), 2U);
}

/// What holds of either part holds of both together.
TEST(Programs, HaveThePropertiesOfWhatIsAppended) {
  const auto plain = *compilation("a").program, back = *compilation("previous(a)").program,
             relative = *compilation("cohort_max(a)").program, divided = *compilation("a / b").program;
  const auto both = [](Program one, const Program& other) {
    one.append(other);
    EXPECT_EQ(one.depth, 1 + other.depth);
    return one;
  };
  EXPECT_FALSE(both(plain, plain).looks_back || both(plain, plain).relative || both(plain, plain).may_be_undefined);
  EXPECT_TRUE(both(plain, back).looks_back && both(back, plain).looks_back);
  EXPECT_TRUE(both(plain, relative).relative && both(relative, plain).relative);
  EXPECT_TRUE(both(plain, divided).may_be_undefined && both(divided, plain).may_be_undefined);
  EXPECT_FALSE(both(back, relative).may_be_undefined);
}

TEST(Expressions, AcceptPlainNumbers) {
  EXPECT_EQ(Number(0.5).text, "0.5");
  EXPECT_EQ(Number(7).text, "7");
  EXPECT_EQ(Number(-7).text, "-7");
  EXPECT_EQ(Number("a").text, "a");
  static_assert(!std::is_constructible_v<Number, bool> && !std::is_constructible_v<Truth, int> && !std::is_constructible_v<Choice, double>);
}
}
