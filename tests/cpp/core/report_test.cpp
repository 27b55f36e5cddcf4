#include <algorithm>
#include <cerrno>
#include <chiso/core/error.hpp>
#include <chiso/core/report.hpp>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <support/time_limit.hpp>
#include <vector>

namespace {
using namespace chiso;

constexpr ProblemEntry entry_of(std::string_view code) { return {code, ProblemEntry::Domain::text, {}, {}, {}}; }
constexpr auto some_kind = entry_of("a.b"), other_kind = entry_of("c.d"), third_kind = entry_of("e.f"),
               unknown_key = entry_of("key.unknown"), bad_number = entry_of("cell.number");

TEST(Report, EscapesPointersAsInRfc6901) {
  Report report;
  {
    const auto a = report.step("a/b"), b = report.step("m~n"), c = report.step(std::size_t{12}), d = report.step("");
    report.add(some_kind, {"this", "that"}, 3);
  }
  EXPECT_EQ(report.path(), "");
  ASSERT_EQ(report.problems().size(), 1U);
  const auto& problem = report.problems()[0];
  EXPECT_EQ(problem.place.pointer, "/a~1b/m~0n/12/");
  EXPECT_EQ(problem.place.within, 3U);
  EXPECT_EQ(problem.severity, Severity::error);
}

TEST(Report, CleanHereLooksAtAndBelowThePlace) {
  Report report;
  {
    const auto a = report.step("a"), b = report.step("b");
    report.add(some_kind, {"f", "e"});
  }
  EXPECT_FALSE(report.clean_here());
  EXPECT_TRUE(report.has_errors());
  const auto clean = [&](std::initializer_list<std::string_view> steps) {
    std::vector<std::unique_ptr<Report::Step>> held;
    for (const auto step : steps) held.push_back(std::make_unique<Report::Step>(report, step));
    const bool clean_there = report.clean_here();
    while (!held.empty()) held.pop_back();  // steps are left in reverse order
    return clean_there;
  };
  EXPECT_FALSE(clean({"a"}));
  EXPECT_FALSE(clean({"a", "b"}));
  EXPECT_TRUE(clean({"a", "c"}));
  EXPECT_TRUE(clean({"ab"}));  // a longer name with the same beginning
  EXPECT_TRUE(clean({"a", "b", "c"}));
  EXPECT_TRUE(clean({"a", "bb"}));
}

TEST(Report, SeesAnErrorAtTheRoot) {
  Report report;
  report.add(some_kind, {"f", "e"});
  EXPECT_FALSE(report.clean_here());
  EXPECT_EQ(report.problems()[0].place.pointer, "");
}

TEST(Report, KeepsAPlaceWithOnlyWarningsClean) {
  Report report;
  const auto a = report.step("a");
  report.warn(some_kind, {"f", "e"});
  EXPECT_TRUE(report.clean_here());
  EXPECT_FALSE(report.has_errors());
  EXPECT_EQ(report.problems()[0].severity, Severity::warning);
}

TEST(Report, NamesThePlaceInItsTexts) {
  auto problem = problem_at({"/a/0"}, Severity::error, unknown_key, {"'ponits'", "a key of a leaf"});
  problem.hint = "points";
  EXPECT_EQ(to_text(problem), "error: /a/0: found 'ponits', expected a key of a leaf (did you mean points?) [key.unknown]");
  problem.place.line = 3, problem.place.column = 14, problem.hint = {}, problem.severity = Severity::warning;
  EXPECT_EQ(to_text(problem), "3:14: warning: /a/0: found 'ponits', expected a key of a leaf [key.unknown]");
}

std::string near(std::string_view name, const std::vector<std::string_view>& known) {
  return std::string(nearest(name, known).value_or("none"));
}

TEST(Nearest, FindsNamesThatAreNear) {
  EXPECT_EQ(near("ponits", {"rule", "points", "tracks"}), "points");
  EXPECT_EQ(near("point", {"points"}), "points");
  EXPECT_EQ(near("resovled", {"received", "resolved"}), "resolved");
  EXPECT_EQ(near("xyz", {"abc", "def"}), "none");
  EXPECT_EQ(near("x", {"y"}), "y");  // a third of the length, plus one
  EXPECT_EQ(near("ab", {"xy"}), "none");
  EXPECT_EQ(near("abcxyz", {"abc"}), "abc");    // at the limit
  EXPECT_EQ(near("abcwxyz", {"abc"}), "none");  // just beyond
  EXPECT_EQ(near("same", {"same"}), "same");
  EXPECT_EQ(near("aa", {"ab", "ac"}), "ab");  // the first of equals
  EXPECT_EQ(near("", {"a", ""}), "");
  EXPECT_EQ(near("a", {}), "none");
}

TEST(Nearest, GivesUpOnVeryLongNames) { EXPECT_EQ(near(std::string(201, 'a'), {std::string_view("a")}), "none"); }

TEST(Report, StopsSuggestingAfterTheFirstProblems) {
  Report report;
  int asked = 0;
  const auto known = [&] { return ++asked, std::vector<std::string_view>{"points"}; };
  EXPECT_EQ(report.suggestion("ponits", known), "points");
  for (int i = 0; i < 150; ++i) report.add(some_kind, {"f", "e"});
  EXPECT_EQ(report.suggestion("ponits", known), "");
  EXPECT_EQ(asked, 1);
}

TEST(Suggestions, AreCountedAndBounded) {
  Suggestions suggestions;
  const std::vector<std::string_view> known{"points"};
  for (int i = 0; i < 50'000; ++i) EXPECT_EQ(suggestions.of("ponits", [&] { return known; }), i < 1000 ? "points" : "");
  EXPECT_EQ(suggestions.lookups(), 1000U);
  Suggestions slow;
  const std::string long_end(54, 'x'), long_name = "points" + long_end;
  const std::vector<std::string_view> many(10'000, long_name);
  int found = 0;
  for (int i = 0; i < 1000; ++i) found += slow.of("ponits" + long_end, [&]() -> const auto& { return many; }).empty() ? 0 : 1;
  EXPECT_EQ(found, 5);  // 60 x 60 letters for each of 10,000 names, of 200 million in all
}

TEST(Report, MarksAPlaceWithoutAProblem) {
  Report report;
  {
    const auto a = report.step("a");
    report.mark_here();
    EXPECT_FALSE(report.clean_here());
  }
  EXPECT_TRUE(report.has_errors());
  EXPECT_TRUE(report.problems().empty());
}

/// A file of 8 MiB may hold a hundred long misspelt names and tens of thousands of long known ones.
TEST(Report, HandlesHostileNamesQuickly) {
  std::vector<std::string> ids;
  for (int i = 0; i < 40'000; ++i) ids.push_back(std::string(190, 'a') + std::to_string(i));
  ids.emplace_back(4'000'000, 'b');
  const std::vector<std::string_view> known(ids.begin(), ids.end());
  Report report;
  const chiso_test::TimeLimit limit(10);
  for (int i = 0; i < 100; ++i) {
    const std::string name(200, i % 2 == 0 ? 'c' : 'a');
    report.add(some_kind, {"f", "e"}).hint = report.suggestion(name, [&] { return known; });
  }
}

TEST(Errors, HaveTheirProblems) {
  const ModelError error({problem_at({"/x"}, Severity::error, some_kind, {"1", "2"})});
  EXPECT_EQ(error.problems().size(), 1U);
  EXPECT_EQ(std::string(error.what()), "the model cannot be used: 1 problem\n  error: /x: found 1, expected 2 [a.b]");
  const EvidenceError many({problem_at({}, Severity::error, some_kind, {"1", "2"})}, 7);
  EXPECT_EQ(many.total(), 7U);
  EXPECT_EQ(std::string(many.what()), "the evidence cannot be scored: 7 problems\n  error: found 1, expected 2 [a.b]\n  and 6 more");
  EXPECT_EQ(to_text(many, Text::Language::en), many.what());
  EXPECT_EQ(to_text(many, Text::Language::vi),
            "số liệu chưa tính điểm được: 7 lỗi\n  " + to_text(many.problems()[0], Text::Language::vi) + "\n  và còn 6 lỗi khác");
  const ShapeError one(problem_at({}, Severity::error, some_kind, {"1", "2"}));
  EXPECT_EQ(one.total(), 1U);
  EXPECT_EQ(to_text(one, Text::Language::vi), to_text(one.problems()[0], Text::Language::vi, SeverityMention::left_out));
  EXPECT_EQ(to_text(Error("no data"), Text::Language::vi), "no data");
  EXPECT_THROW(throw ShapeError("no"), std::invalid_argument);
  const std::string long_list = ModelError(std::vector<Problem>(50'000, problem_at({}, Severity::error, some_kind, {"1", "2"}))).what();
  EXPECT_EQ(std::count(long_list.begin(), long_list.end(), '\n'), 101);
  EXPECT_TRUE(long_list.ends_with("\n  and 49900 more"));
}

TEST(Errors, SayHowManyProblemsThereAre) {
  const auto some = problem_at({}, Severity::error, some_kind, {"1", "2"});
  const auto first_line = [](const Error& error, Text::Language language) {
    const auto text = to_text(error, language);
    return text.substr(0, text.find('\n'));
  };
  const ModelError one({some}), two({some, some});
  EXPECT_EQ(first_line(one, Text::Language::en), "the model cannot be used: 1 problem");
  EXPECT_EQ(first_line(two, Text::Language::en), "the model cannot be used: 2 problems");
  EXPECT_EQ(first_line(one, Text::Language::vi), "bộ tiêu chí không dùng được: 1 lỗi");
  EXPECT_EQ(first_line(two, Text::Language::vi), "bộ tiêu chí không dùng được: 2 lỗi");
}
TEST(Errors, OfFilesHaveTheNumberOfTheSystem) {
  const auto problem = problem_at({.pointer = "a.csv"}, Severity::error, some_kind, {"1", "2"});
  EXPECT_EQ(FileError(problem, ENOENT).error_number(), ENOENT);
  EXPECT_EQ(FileError(problem, 0).error_number(), 0);
  EXPECT_EQ(std::string(FileError(problem, ENOENT).what()), "a.csv: found 1, expected 2 [a.b]");
}

TEST(Report, CountsProblemsThatItDoesNotKeep) {
  Report report;
  for (int i = 0; i < 100'005; ++i) {
    const auto step = report.step(static_cast<std::size_t>(i));
    report.add(some_kind, {"1", "2"}).hint = "3";
    if (i % 3 == 0) report.warn(other_kind, {"1", "2"});
  }
  EXPECT_EQ(report.problems().size(), 100'000U);
  EXPECT_EQ(report.errors(), 100'005U);
  EXPECT_EQ(report.warnings(), 33'335U);
  const auto last = report.step(std::size_t{100'004});
  EXPECT_FALSE(report.clean_here());
  const auto all = report.take_all();
  ASSERT_EQ(all.size(), 100'001U);
  EXPECT_EQ(to_text(all.back()), "error: found 33340 more problems, expected these problems corrected first [problems.limit]");
}

TEST(Report, GivesAllProblemsOrTheErrorsAlone) {
  const auto filled = [] {
    Report out;
    out.warn(other_kind, {"1", "2"});
    out.add(some_kind, {"1", "2"});
    return out;
  };
  EXPECT_EQ(filled().take_all().size(), 2U);
  auto report = filled();
  const auto errors = report.take_errors();
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors.front().entry, &some_kind);
  EXPECT_EQ(report.errors(), 1U);
}

TEST(Report, DoesNotKeepLongTextsForEver) {
  Report report;
  const auto step = report.step(std::string(std::size_t{40} << 20, 'k'));
  report.add(some_kind, {"1", "2"});
  report.add(some_kind, {"1", "2"});
  EXPECT_EQ(report.problems().size(), 1U);
  EXPECT_EQ(report.errors(), 2U);
}

TEST(Report, KeepsProblemsThatComeAfterForgottenOnes) {
  Report report;
  for (int i = 0; i < 100'500; ++i) report.add(some_kind, {"1", "2"});
  ASSERT_TRUE(report.is_full());
  report.forget_after(0);
  EXPECT_FALSE(report.is_full());
  report.add(other_kind, {"1", "2"});
  ASSERT_EQ(report.problems().size(), 1U);
  EXPECT_EQ(report.problems()[0].code(), "c.d");
  EXPECT_EQ(report.errors(), 1U);
}

TEST(Report, ForgetsTheLastProblems) {
  Report report;
  report.add(some_kind, {"1", "2"});
  report.warn(other_kind, {"1", "2"});
  report.add(third_kind, {"1", "2"});
  report.forget_after(2);
  const auto& kept = std::as_const(report).problems();
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[1].code(), "c.d");
  EXPECT_EQ(report.errors(), 1U);
  EXPECT_EQ(report.warnings(), 1U);
}
TEST(Report, NamesTheRowOfASheetIfItIsNotTheLine) {
  auto problem = problem_at({.line = 7, .column = 2, .row = 7}, Severity::error, bad_number, {"x", "a number"});
  EXPECT_EQ(to_text(problem), "7:2: error: found x, expected a number [cell.number]");
  problem.place.row = 3;
  EXPECT_EQ(to_text(problem), "7:2: error: found x, expected a number [cell.number] (row 3 of the sheet)");
}

TEST(Report, TreatsPlacesWithTheSameTextAsTheSame) {
  Report report;
  {
    const auto a = report.step("a");
    const auto b = report.step("b/c");
    report.add(some_kind, {"1", "2"});
  }
  EXPECT_FALSE(report.clean_here());
  {
    const auto a = report.step("a");
    EXPECT_FALSE(report.clean_here());
    const auto b = report.step("b");
    EXPECT_TRUE(report.clean_here());
    const auto c = report.step("c");
    EXPECT_TRUE(report.clean_here());
  }
  const auto a = report.step("a");
  const auto b = report.step("b/c");
  EXPECT_FALSE(report.clean_here());
  report.forget_after(0);
  EXPECT_EQ(report.total(), 0U);
  EXPECT_TRUE(report.has_errors());
}
}
