#include <algorithm>
#include <chiso/expr/evaluate.hpp>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <support/expressions.hpp>
#include <tuple>
#include <vector>

namespace {
using namespace chiso;
using namespace chiso_test;

/// The values of a b c d t u p q r m n on one row: 7, 3, 0, 2.50, true, false, late, x, on_time, 31 March and 2 April 2024; or as given.
std::string value(const std::string& text, Type type = Type::number, const std::map<std::string, TestCell>& cells = {}) {
  const auto out = compilation(text, type);
  EXPECT_TRUE(out.program) << text << " " << out.problem;
  if (!out.program) return out.problem;
  Cells owned;
  Batch batch{.rows = 1};
  const std::vector<std::pair<std::string, int>> usual{{"a", 7}, {"b", 3}, {"c", 0}, {"d", 250},    {"t", 1},     {"u", 0},
                                                       {"p", 1}, {"q", 0}, {"r", 0}, {"m", 45'380}, {"n", 45'382}};
  for (const auto& [name, number] : usual)
    batch.measures.push_back(
        owned.column(std::vector<TestCell>{cells.contains(name) ? cells.at(name) : TestCell(number)}, name == "d" ? 2 : 0));
  for (const auto measure : out.derived.previous) batch.previous.push_back(owned.column({static_cast<int>(measure) + 10}));
  const auto has = owned.states({State::value});
  batch.has_previous = has;
  for (std::size_t i = 0; i < out.derived.cohorts.size(); ++i)
    batch.cohorts.push_back(owned.cohort({0}, {{State::value, Rational(static_cast<int>(i) + 100, 3)}}));
  return value_of(*out.program, batch);
}
std::string truth(const std::string& text, const std::map<std::string, TestCell>& cells = {}) { return value(text, Type::truth, cells); }

TEST(Evaluate, HasThePrecedenceOfPython) {
  EXPECT_EQ(value("2 + 3 * 4"), "14");
  EXPECT_EQ(value("(2 + 3) * 4"), "20");
  EXPECT_EQ(value("10 - 3 - 2"), "5");
  EXPECT_EQ(value("100 / 10 / 5"), "2");
  EXPECT_EQ(value("100 / 10 * 5"), "50");
  EXPECT_EQ(value("-2 * 3"), "-6");
  EXPECT_EQ(value("2 * -3 + 1"), "-5");
  EXPECT_EQ(value("2 - -3"), "5");
  EXPECT_EQ(value("--3"), "3");
  EXPECT_EQ(truth("true or true and false"), "1");
  EXPECT_EQ(truth("(true or true) and false"), "0");
  EXPECT_EQ(truth("not false and false"), "0");
  EXPECT_EQ(truth("not (false and false)"), "1");
  EXPECT_EQ(truth("not 1 == 2"), "1");
  EXPECT_EQ(truth("1 + 1 == 2 and 3 > 2"), "1");
  EXPECT_EQ(truth("false == (1 == 2)"), "1");
}

TEST(Evaluate, IsExact) {
  EXPECT_EQ(value("0.1 + 0.2"), "3/10");
  EXPECT_EQ(value("a / b"), "7/3");
  EXPECT_EQ(value("a / b * b"), "7");
  EXPECT_EQ(value("d"), "5/2");
  EXPECT_EQ(value("d * d"), "25/4");
  EXPECT_EQ(value("d - 2.5"), "0");
  EXPECT_EQ(value("a / -b"), "-7/3");
  EXPECT_EQ(value("-a / -2"), "7/2");
  EXPECT_EQ(value("percent(a, b)"), "700/3");
  EXPECT_EQ(value("percent(d, 2)"), "125");
  EXPECT_EQ(value("percent(b, -d)"), "-120");
  EXPECT_EQ(value("sum(a, b, 0.5)"), "21/2");
  EXPECT_EQ(value("min(a / b, d, 2.4)"), "7/3");
  EXPECT_EQ(value("max(a / b, d, -9)"), "5/2");
  EXPECT_EQ(value("min(a)"), "7");
  EXPECT_EQ(value("abs(b - a) + abs(a - b)"), "8");
  EXPECT_EQ(value("abs(-a / b)"), "7/3");
}

TEST(Evaluate, RoundsHalvesAwayFromZero) {
  // a = 7, b = 3
  for (const auto& [text, rounded] : std::vector<std::pair<std::string, std::string>>{{"round(a / 2, 0)", "4"},
                                                                                      {"round(-a / 2, 0)", "-4"},
                                                                                      {"round(a / b, 0)", "2"},
                                                                                      {"round(a / b, 2)", "233/100"},
                                                                                      {"round(-a / b, 1)", "-23/10"},
                                                                                      {"round(0.125, 2)", "13/100"},
                                                                                      {"round(-0.125, 2)", "-13/100"},
                                                                                      {"round(0.124999999, 2)", "3/25"},
                                                                                      {"round(a, 9)", "7"},
                                                                                      {"round(0.000000001, 9)", "1/1000000000"},
                                                                                      {"round(0 / b, 2)", "0"}})
    EXPECT_EQ(value(text), rounded) << text;
}
TEST(Evaluate, TakesFloorAndCeilingOfEitherSign) {
  for (const auto& [inner, down, up] : std::vector<std::tuple<std::string, std::string, std::string>>{{"a / 2", "3", "4"},
                                                                                                      {"-a / 2", "-4", "-3"},
                                                                                                      {"a / b", "2", "3"},
                                                                                                      {"-a / b", "-3", "-2"},
                                                                                                      {"6 / 3", "2", "2"},
                                                                                                      {"-6 / 3", "-2", "-2"},
                                                                                                      {"0 / b", "0", "0"},
                                                                                                      {"d", "2", "3"},
                                                                                                      {"-d", "-3", "-2"},
                                                                                                      {"0.000000001", "0", "1"},
                                                                                                      {"-0.000000001", "-1", "0"},
                                                                                                      {"a", "7", "7"}}) {
    EXPECT_EQ(value("floor(" + inner + ")"), down) << inner;
    EXPECT_EQ(value("ceil(" + inner + ")"), up) << inner;
  }
}

TEST(Evaluate, MakesClampAndDivisionUndefinedIfTheyAre) {
  EXPECT_EQ(value("clamp(a, 0, 5)"), "5");
  EXPECT_EQ(value("clamp(a, 8, 9)"), "8");
  EXPECT_EQ(value("clamp(a, 0, 9)"), "7");
  EXPECT_EQ(value("clamp(a, 7, 7)"), "7");
  EXPECT_EQ(value("clamp(a, 9, 8)"), "undefined");
  EXPECT_EQ(value("clamp(a, a, b)"), "undefined");
  EXPECT_EQ(value("clamp(a / b, d, d)"), "5/2");
  EXPECT_EQ(value("a / c"), "undefined");
  EXPECT_EQ(value("c / c"), "undefined");
  EXPECT_EQ(value("percent(a, c)"), "undefined");
  EXPECT_EQ(value("a / (b - 3)"), "undefined");
  EXPECT_EQ(value("1 + a / c"), "undefined");
  EXPECT_EQ(value("0 * (a / c)"), "undefined");
  EXPECT_EQ(value("a / 0"), "undefined");
}

TEST(Evaluate, ComparesChoicesByOption) {
  EXPECT_EQ(truth("p == 'late'"), "1");
  EXPECT_EQ(truth("\"late\" != p"), "0");
  EXPECT_EQ(truth("p == 'đúng hạn'", {{"p", 2}}), "1");
  EXPECT_EQ(truth("if_else(t, p, 'on_time') == 'late'"), "1");
  EXPECT_EQ(truth("if_else(u, p, 'on_time') == 'on_time'"), "1");
  EXPECT_EQ(truth("coalesce(p, r) == 'on_time'", {{"p", missing}}), "1");
  EXPECT_EQ(value("coalesce(p, 'đúng hạn')", Type::choice, {{"p", missing}}), "2");
}

TEST(Evaluate, ReadsOtherRows) {
  EXPECT_EQ(value("previous(a) + previous(b)"), "21");
  EXPECT_EQ(value("previous(a + b)"), "21");
  EXPECT_EQ(value("a - previous(a)"), "-3");
  EXPECT_EQ(value("cohort_max(a)"), "100/3");
  EXPECT_EQ(value("cohort_sum(a) / cohort_sum(b)"), "100/101");
}

// ---- states: the whole of SPEC 4's table. V value, U undefined, M missing, N not applicable.
const std::vector<std::string> states{"V", "U", "M", "N"};
const std::map<std::string, std::string> in_words{{"U", "undefined"}, {"M", "missing"}, {"N", "not_applicable"}};
/// A number in a state, of the measures a (first) or b (second).
std::string number(const std::string& state, const std::string& name) { return state == "U" ? "(" + name + " / c)" : name; }
std::map<std::string, TestCell> cells(const std::string& first, const std::string& second = "V", const std::string& third = "V") {
  std::map<std::string, TestCell> out;
  const std::vector<std::pair<std::string, std::string>> of{{"a", first}, {"b", second}, {"d", third}};
  for (const auto& [name, state] : of)
    if (state == "M" || state == "N") out.emplace(name, state == "M" ? TestCell(missing) : TestCell(not_applicable));
  return out;
}
std::string stronger(const std::string& a, const std::string& b) {
  const auto at = [](const std::string& s) { return std::find(states.begin(), states.end(), s); };
  return at(a) < at(b) ? b : a;
}

TEST(States, YieldToTheStrongestInStrictOperations) {
  for (const auto& first : states)
    for (const auto& second : states) {
      const auto expected = stronger(first, second);
      const auto a = number(first, "a"), b = number(second, "b");
      const auto given = cells(first, second);
      for (const auto& [text, type, of_values] :
           std::vector<std::tuple<std::string, Type, std::string>>{{a + " + " + b, Type::number, "10"},
                                                                   {a + " - " + b, Type::number, "4"},
                                                                   {a + " * " + b, Type::number, "21"},
                                                                   {a + " / " + b, Type::number, "7/3"},
                                                                   {"percent(" + a + ", " + b + ")", Type::number, "700/3"},
                                                                   {"min(" + a + ", " + b + ")", Type::number, "3"},
                                                                   {"max(" + a + ", " + b + ")", Type::number, "7"},
                                                                   {"sum(" + a + ", " + b + ")", Type::number, "10"},
                                                                   {a + " < " + b, Type::truth, "0"},
                                                                   {a + " != " + b, Type::truth, "1"},
                                                                   {"clamp(1, " + a + ", " + b + ")", Type::number, "undefined"},
                                                                   {"clamp(" + a + ", " + b + ", 100)", Type::number, "7"},
                                                                   {"-" + a + " + floor(abs(" + b + "))", Type::number, "-4"},
                                                                   {"not " + a + " == " + b, Type::truth, "1"}})
        EXPECT_EQ(value(text, type, given), expected == "V" ? of_values : in_words.at(expected)) << text << " " << first << second;
    }
}

TEST(States, YieldInAndAndOrToASideThatDecides) {
  const std::vector<std::string> kinds{"T", "F", "U", "M", "N"};
  const auto side = [](const std::string& kind, const std::string& name) {
    return kind == "T"   ? "(" + name + " > 0)"
           : kind == "F" ? "(" + name + " < 0)"
           : kind == "U" ? "(" + name + " / c > 0)"
                         : "(" + name + " > 0)";
  };
  for (const auto& x : kinds)
    for (const auto& y : kinds) {
      const auto state = [](const std::string& k) { return k == "T" || k == "F" ? std::string("V") : k; };
      const auto given = cells(state(x), state(y));
      const auto strongest = stronger(state(x), state(y));
      const auto otherwise = [&](const std::string& value) { return strongest == "V" ? value : in_words.at(strongest); };
      EXPECT_EQ(truth(side(x, "a") + " and " + side(y, "b"), given), x == "F" || y == "F" ? "0" : otherwise("1")) << x << y;
      EXPECT_EQ(truth(side(x, "a") + " or " + side(y, "b"), given), x == "T" || y == "T" ? "1" : otherwise("0")) << x << y;
    }
  EXPECT_EQ(truth("c > 0 and a / c > 1"), "0");
  EXPECT_EQ(truth("c == 0 or a / c > 1"), "1");
}

TEST(States, OfTheBranchNotChosenDoNotReachIfElse) {
  for (const auto& chosen : states)
    for (const auto& other : states) {
      const auto given = cells(chosen, other);
      const auto expected = chosen == "V" ? "7" : in_words.at(chosen);
      EXPECT_EQ(value("if_else(t, " + number(chosen, "a") + ", " + number(other, "b") + ")", Type::number, given), expected)
          << chosen << other;
      EXPECT_EQ(value("if_else(u, " + number(other, "b") + ", " + number(chosen, "a") + ")", Type::number, given), expected)
          << chosen << other;
      const auto condition = value("if_else(" + number(chosen, "a") + " > 0, " + number(other, "b") + ", 1)", Type::number, given);
      EXPECT_EQ(condition, chosen != "V" ? in_words.at(chosen) : other != "V" ? in_words.at(other) : "3") << chosen << other;
    }
}

TEST(States, MakeCoalesceTakeTheSecondIfTheFirstIsMissing) {
  for (const auto& first : states)
    for (const auto& second : states) {
      const auto expected = first == "M" ? (second == "V" ? "3" : in_words.at(second)) : first == "V" ? "7" : in_words.at(first);
      EXPECT_EQ(value("coalesce(" + number(first, "a") + ", " + number(second, "b") + ")", Type::number, cells(first, second)), expected)
          << first << second;
    }
}

TEST(States, AnswerIsMissingAndIsApplicable) {
  for (const auto& state : states) {
    EXPECT_EQ(truth("is_missing(" + number(state, "a") + ")", cells(state)), state == "M" ? "1" : "0") << state;
    EXPECT_EQ(truth("is_applicable(" + number(state, "a") + ")", cells(state)), state == "N" ? "0" : "1") << state;
  }
  EXPECT_EQ(truth("is_missing(t)", {{"t", missing}}), "1");
  EXPECT_EQ(truth("is_applicable(p)", {{"p", not_applicable}}), "0");
  EXPECT_EQ(truth("is_missing(a + b)", {{"a", missing}, {"b", not_applicable}}), "0");  // not applicable is the stronger
}

TEST(States, PassThroughTruthsAndChoices) {
  EXPECT_EQ(truth("not t", {{"t", missing}}), "missing");
  EXPECT_EQ(truth("t == u", {{"u", not_applicable}}), "not_applicable");
  EXPECT_EQ(truth("p == 'late'", {{"p", missing}}), "missing");
  EXPECT_EQ(truth("p == 'on_time'", {{"p", missing}}), "missing");  // an empty cell holds the first option's code
  EXPECT_EQ(truth("p != 'on_time'", {{"p", not_applicable}}), "not_applicable");
}

TEST(Evaluate, CountsDaysBetweenDates) {
  EXPECT_EQ(value("days(m, n)"), "2");
  EXPECT_EQ(value("days(n, m)"), "-2");
  EXPECT_EQ(value("days(m, m)"), "0");
  EXPECT_EQ(value("days(date('2024-02-28'), m)"), "32");
  EXPECT_EQ(value("days(date(\"2023-02-28\"), date( '2023-03-01' ))"), "1");
  EXPECT_EQ(value("days(date('1900-01-01'), date('2199-12-31'))"), "109572");
  EXPECT_EQ(value("max(0, days(m, n)) * 10 - a"), "13");
  EXPECT_EQ(value("days(if_else(u, m, n), date('2024-04-12'))"), "10");
  EXPECT_EQ(value("days(coalesce(m, n), date('2024-04-12'))", Type::number, {{"m", missing}}), "10");
  EXPECT_EQ(value("days(m, n)", Type::number, {{"m", missing}, {"n", not_applicable}}), "not_applicable");
  EXPECT_EQ(value("days(m, n)", Type::number, {{"n", missing}}), "missing");
  EXPECT_EQ(value("days(if_else(a / c > 1, m, n), n)"), "undefined");
  EXPECT_EQ(value("days(previous(m), previous(n))"), "1");  // 19 and 20 here
  EXPECT_EQ(value("m", Type::date), "45380");
  EXPECT_EQ(value("date('2024-03-31')", Type::date), "45380");
}
TEST(Evaluate, ComparesDates) {
  for (const auto& [sign, less, equal, greater] :
       std::vector<std::tuple<std::string, std::string, std::string, std::string>>{{"<", "1", "0", "0"},
                                                                                   {"<=", "1", "1", "0"},
                                                                                   {">", "0", "0", "1"},
                                                                                   {">=", "0", "1", "1"},
                                                                                   {"==", "0", "1", "0"},
                                                                                   {"!=", "1", "0", "1"}}) {
    EXPECT_EQ(truth("m " + sign + " n"), less) << sign;
    EXPECT_EQ(truth("m " + sign + " date('2024-03-31')"), equal) << sign;
    EXPECT_EQ(truth("date('2024-04-02') " + sign + " m"), greater) << sign;
  }
  EXPECT_EQ(truth("m < n", {{"n", missing}}), "missing");
  EXPECT_EQ(truth("is_missing(n)", {{"n", missing}}), "1");
  EXPECT_EQ(truth("is_applicable(n)", {{"n", not_applicable}}), "0");
}
}
