#include "docs/pages.hpp"
#include "problem_cases.hpp"
#include <algorithm>
#include <chiso/core/composed.hpp>
#include <chiso/expr/problems.hpp>
#include <chiso/io/problems/problems.hpp>
#include <chiso/model/criteria_problems.hpp>
#include <cstdlib>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <set>

namespace chiso_test {
namespace {
const std::vector<ProblemCase>& cases() {
  static const auto all = all_cases();
  return all;
}
/// Whether files that tests compare with are to be written anew; they must be read before they are committed.
bool write_golden() { return std::getenv("CHISO_WRITE_GOLDEN") != nullptr; }
void expect_file(const std::filesystem::path& file, const std::string& text) {
  if (write_golden()) write_file(file, text);
  ASSERT_TRUE(std::filesystem::exists(file)) << file;
  EXPECT_EQ(read_file(file), text) << file;
}

TEST(Problems, EveryCodeThatIsReportedIsInTheCatalogue) {
  for (const auto& one : cases())
    for (const auto& problem : one.problems) EXPECT_TRUE(find_problem(problem.code())) << one.name << ": " << problem.code();
}
TEST(Problems, EveryEntryHasACase) {
  std::set<std::string> seen;
  for (const auto& one : cases())
    for (const auto& problem : one.problems) seen.insert(problem.code());
  for (const auto* entry : problem_catalogue()) EXPECT_TRUE(seen.contains(std::string(entry->code))) << entry->code;
}
/// The numbers of the holes of a text: {0}, {1}.
std::set<std::size_t> holes(std::string_view text) {
  std::set<std::size_t> out;
  for (std::size_t i = 0; i + 2 < text.size(); ++i)
    if (text[i] == '{' && text[i + 2] == '}' && text[i + 1] >= '0' && text[i + 1] <= '9')
      out.insert(static_cast<std::size_t>(text[i + 1] - '0'));
  return out;
}
void expect_whole(const Words& words, const std::string& of) {
  for (const auto text : {words.vi, words.en}) {
    EXPECT_FALSE(text.empty()) << of << ": " << words.en;
    EXPECT_TRUE(is_utf8(text) && is_composed(text) && trimmed(text) == text) << of << ": " << text;
  }
  EXPECT_EQ(holes(words.vi), holes(words.en)) << of << ": " << words.en;
}
TEST(Problems, HaveCompleteEntriesThatAreListedOnce) {
  std::set<std::string_view> seen;
  for (const auto* entry : problem_catalogue()) {
    const std::string code(entry->code);
    EXPECT_TRUE(seen.insert(entry->code).second) << code;
    EXPECT_EQ(find_problem(entry->code), entry);
    for (const auto& words : {entry->title, entry->meaning, entry->remedy}) {
      expect_whole(words, code);
      EXPECT_NE(words.vi, words.en) << code;
      EXPECT_TRUE(holes(words.en).empty()) << code;
    }
    for (const auto& words : {entry->found, entry->expected}) expect_whole(words, code);
  }
  EXPECT_FALSE(find_problem("no.such"));
}

/// A message in Vietnamese puts "gặp" before what was found, except before that something is missing.
bool says_that_something_is_missing(const Words& words) { return words.vi.starts_with("thiếu "); }
TEST(Problems, MarkAsMissingWhatIsMissing) {
  for (const auto* entry : problem_catalogue())
    EXPECT_EQ(says_that_something_is_missing(entry->found), entry->found.kind == Words::absence) << entry->code;
  for (const auto& one : cases())
    for (const auto& problem : one.problems) {
      const auto* words = problem.arguments.empty() ? nullptr : std::get_if<Words>(&problem.arguments[0].value);
      if (!words || problem.entry->found.vi != "{0}") continue;
      EXPECT_EQ(says_that_something_is_missing(*words), words->kind == Words::absence) << one.name << ": " << words->vi;
    }
}

/// Calls take(words, arguments) for all words of a message, including those within arguments, and data(text) for all its data.
template <class Take, class Data>
void each_piece(const Argument& argument, const Take& take, const Data& data) {
  if (const auto* words = std::get_if<Words>(&argument.value)) take(*words, argument.arguments);
  if (const auto* text = std::get_if<std::string>(&argument.value)) data(*text);
  for (const auto& inner : argument.arguments) each_piece(inner, take, data);
}
template <class Take, class Data>
void each_piece(const Problem& problem, const Take& take, const Data& data) {
  for (const auto& argument : problem.arguments) each_piece(argument, take, data);
  each_piece(problem.hint, take, data);
}
/// Calls check(case, problem) for all problems of all cases.
template <class Check>
void each_problem(const Check& check) {
  for (const auto& one : cases())
    for (const auto& problem : one.problems) check(one, problem);
}
TEST(Problems, HaveWholeWordsInMessages) {
  each_problem([](const ProblemCase& one, const Problem& problem) {
    each_piece(problem, [&](const Words& words, const Arguments&) { expect_whole(words, one.name); }, [](const std::string&) {});
  });
}
TEST(Problems, EveryHoleHasAnArgument) {
  each_problem([](const ProblemCase& one, const Problem& problem) {
    const auto expect_filled = [&](const std::set<std::size_t>& used, const Arguments& arguments, std::string_view what) {
      for (const auto hole : used) EXPECT_LT(hole, arguments.size()) << one.name << ": " << problem.code() << ": " << what;
    };
    auto used = holes(problem.entry->found.en);
    used.merge(holes(problem.entry->expected.en));
    expect_filled(used, problem.arguments, "found and expected");
    each_piece(
        problem, [&](const Words& words, const Arguments& arguments) { expect_filled(holes(words.en), arguments, words.en); },
        [](const std::string&) {});
  });
}

/// A number, a name, or a piece of the text, as opposed to chiso's own words, which would stay in English.
bool is_data(const ProblemCase& one, std::string text) {
  const auto plain = [](std::string out) {
    std::erase_if(out, [](char c) { return c == '"' || c == '\\' || c == '\''; });
    return std::string(trimmed(out));
  };
  if (text.ends_with("...")) text.resize(text.size() - 3);
  text = plain(text);
  const auto whole = plain(one.text);
  for (std::size_t from = 0; from < text.size();) {  // a list with commas is checked item by item
    const auto end = std::min(text.find(", ", from), text.size());
    const auto piece = text.substr(from, end - from);
    if (piece.find(' ') != piece.npos && whole.find(piece) == whole.npos) return false;
    from = end + 2;
  }
  return true;
}
TEST(Problems, HaveWordsInBothLanguagesForEverythingButData) {
  each_problem([](const ProblemCase& one, const Problem& problem) {
    each_piece(
        problem, [](const Words&, const Arguments&) {},
        [&](const std::string& text) { EXPECT_TRUE(is_data(one, text)) << one.name << ": " << problem.code() << ": " << text; });
  });
}
/// Calls visit(name, about) for every field of every described type.
template <class Visit>
void for_each_about(Visit&& visit) {
  const auto take = [&]<class... T>(std::type_identity<T>...) {
    (for_each_field<T>([&](const auto& field) { visit(field.name, field.about); }), ...);
  };
  take(std::type_identity<About>{}, std::type_identity<ModelDraft>{}, std::type_identity<MeasureDraft>{},
       std::type_identity<ParameterDraft>{}, std::type_identity<CriterionDraft>{}, std::type_identity<EntryDraft>{},
       std::type_identity<SideDraft>{}, std::type_identity<AdjustmentsDraft>{}, std::type_identity<PublishDraft>{},
       std::type_identity<RankingDraft>{}, std::type_identity<ClassesDraft>{}, std::type_identity<BandDraft>{},
       std::type_identity<VetoDraft>{}, std::type_identity<Item>{}, std::type_identity<Ends>{}, std::type_identity<rules::Tier>{},
       std::type_identity<rules::Part>{});
  for_each_rule(take);
}
TEST(Problems, HaveEveryFieldInBothLanguages) {
  for_each_about([](std::string_view name, const Words& about) {
    expect_whole(about, std::string(name));
    EXPECT_NE(about.vi, about.en) << name;
  });
}

TEST(Problems, AreReportedInVietnamese) {
  auto problem = problem_at({"/a", 0, 3, 14}, Severity::error, problems::expr_measure, {"onn_time"});
  problem.hint = "on_time";
  EXPECT_EQ(to_text(problem, Text::Language::vi), "3:14: lỗi: /a: gặp onn_time, cần tên một số liệu (có phải là on_time?) [expr.measure]");
  EXPECT_EQ(to_text(problem, Text::Language::en), to_text(problem));
}
/// Vietnamese says of an absent thing that it is absent, not that it was found, unless the data say so.
TEST(Problems, NameMissingKeysInVietnamese) {
  const auto text = [](const ProblemEntry& entry, Arguments arguments) {
    return to_text(problem_at({}, Severity::error, entry, std::move(arguments)), Text::Language::vi);
  };
  EXPECT_EQ(text(problems::leaf_points, {}), "lỗi: thiếu points, cần points là điểm tối đa của tiêu chí thành phần [leaf.points]");
  EXPECT_EQ(text(problems::expr_measure, {"thiếu tên"}), "lỗi: gặp thiếu tên, cần tên một số liệu [expr.measure]");
}

std::vector<Problem> in_line(const std::vector<Problem>& problems, std::string_view code, std::size_t line) {
  std::vector<Problem> out;
  for (const auto& problem : problems)
    if (problem.code() == code && problem.place.line == line) out.push_back(problem);
  return out;
}
/// Of several problems in a line the one at a byte of it; columns count characters, which is near enough.
const Problem& nearest(const std::vector<Problem>& problems, std::size_t at) {
  const auto distance = [&](const Problem& problem) {
    return std::max(problem.place.column, at + 1) - std::min(problem.place.column, at + 1);
  };
  return *std::min_element(problems.begin(), problems.end(), [&](const Problem& a, const Problem& b) { return distance(a) < distance(b); });
}
/// The example of an entry on a line of a case that has such a problem, and has one less once the mistake is corrected. Without a value no
/// case has that.
std::optional<PlacedExample> placed_example(const ProblemEntry& entry) {
  for (const auto& one : cases()) {
    std::size_t number = 1;
    for (std::size_t from = 0; from < one.text.size(); ++number) {
      const auto end = std::min(one.text.find('\n', from), one.text.size());
      const auto line = one.text.substr(from, end - from);
      const auto at = line.find(entry.wrong);
      const auto reported = in_line(one.problems, entry.code, number);
      if (at != line.npos && !reported.empty()) {
        auto mended = line;
        mended.replace(at, entry.wrong.size(), entry.right);
        auto text = one.text;
        text.replace(from, line.size(), mended);
        if (in_line(one.check(one.file, text), entry.code, number).size() < reported.size()) {
          PlacedExample out{.file = one.file.empty() ? "model.json" : one.file.filename().string(), .line = line, .mended = mended};
          if (!one.file.empty()) out.link = "../../tests/cases/" + one.file.parent_path().filename().string() + '/' + out.file;
          if (one.check == problems_of_table && number > 1) out.head = one.text.substr(0, one.text.find('\n'));
          out.problem = nearest(reported, at);
          return out;
        }
      }
      from = end + 1;
    }
  }
  return {};
}
TEST(Problems, HaveTrueExamples) {
  for (const auto* entry : problem_catalogue()) {
    if (entry->wrong.empty()) continue;
    EXPECT_TRUE(placed_example(*entry)) << entry->code << ": no case has " << entry->wrong << ", or it is still wrong";
  }
}

TEST(Problems, HaveTheExpectedTables) {
  for (const auto& one : cases()) {
    if (one.check != problems_of_table) continue;
    std::string lines;
    for (const auto& problem : one.problems) lines += to_text(problem) + '\n';
    expect_file(std::filesystem::path(one.file).replace_extension(".expected"), lines);
  }
}

/// The messages of a code, each kind of them once, as far as a page shows them.
std::vector<Problem> examples(std::string_view code) {
  constexpr std::size_t most = 10;
  std::vector<Problem> out;
  std::set<std::string> seen;
  for (const auto& one : cases())
    for (const auto& problem : one.problems) {
      const auto kind =
          problem.expected() + '|' + problem.suggestion().substr(std::min(problem.suggestion().find(','), problem.suggestion().size()));
      if (problem.code() == code && out.size() < most && seen.insert(kind).second) out.push_back(problem);
    }
  return out;
}
TEST(Problems, HavePagesThatMatchTheCatalogue) {
  const auto folder = std::filesystem::path(CHISO_TEST_CASES) / "../../docs/problems";
  if (write_golden()) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
  }
  std::set<std::string> pages{"README.md"};
  expect_file(folder / "README.md", problems_markdown());
  for (const auto* entry : problem_catalogue()) {
    const auto name = std::string(entry->code) + ".md";
    pages.insert(name);
    const auto example = entry->wrong.empty() ? std::nullopt : placed_example(*entry);
    expect_file(folder / name, problem_markdown(*entry, example, examples(entry->code)));
  }
  for (const auto& file : std::filesystem::directory_iterator(folder))
    EXPECT_TRUE(pages.contains(file.path().filename().string())) << file.path();
}
}
}
