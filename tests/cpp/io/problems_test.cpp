#include "docs/pages.hpp"
#include "problem_cases.hpp"
#include <chiso/io/problems/problems.hpp>
#include <cstdlib>
#include <gtest/gtest.h>
#include <io/problems/problem_words.hpp>
#include <map>
#include <set>

namespace chiso_test {
namespace {
const std::vector<ProblemCase>& cases() {
  static const auto all = all_cases();
  return all;
}
/// The files that tests keep are written anew where this is asked for, to be read before they are kept.
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
TEST(Problems, EntriesAreWholeAndListedOnce) {
  std::set<std::string_view> seen;
  for (const auto* entry : problem_catalogue()) {
    EXPECT_TRUE(seen.insert(entry->code).second) << entry->code;
    EXPECT_EQ(find_problem(entry->code), entry);
    for (const auto& words : {entry->title, entry->meaning, entry->remedy}) {
      for (const auto text : {words.vi, words.en}) {
        EXPECT_FALSE(text.empty()) << entry->code;
        EXPECT_TRUE(is_utf8(text) && is_composed(text) && trimmed(text) == text) << entry->code;
      }
      EXPECT_NE(words.vi, words.en) << entry->code;
    }
  }
  EXPECT_FALSE(find_problem("no.such"));
}

/// A number, a name, or a piece of the text: not chiso's own words.
bool is_data(const ProblemCase& one, std::string text) {
  const auto plain = [](std::string out) {
    std::erase_if(out, [](char c) { return c == '"' || c == '\\' || c == '\''; });
    return std::string(trimmed(out));
  };
  if (text.ends_with("...")) text.resize(text.size() - 3);
  text = plain(text);
  const auto whole = plain(one.text);
  for (std::size_t from = 0; from < text.size();) {  // what is put together by commas, piece by piece
    const auto end = std::min(text.find(", ", from), text.size());
    const auto piece = text.substr(from, end - from);
    if (piece.find(' ') != piece.npos && whole.find(piece) == whole.npos) return false;
    from = end + 2;
  }
  return true;
}
TEST(Problems, WhatChisoSaysHasVietnamese) {
  for (const auto& one : cases())
    for (const auto& problem : one.problems) {
      if (problem.entry) continue;  // its phrases have both languages
      EXPECT_TRUE(expected_in_vietnamese(problem.expected())) << one.name << ": " << problem.code() << ": expected " << problem.expected();
      for (const auto& text : {problem.found(), problem.suggestion()})
        EXPECT_TRUE(found_in_vietnamese(problem.code(), text) || is_data(one, text))
            << one.name << ": " << problem.code() << ": found " << text;
    }
}
TEST(Problems, EveryPhraseIsSaidByACase) {
  std::string all;
  for (const auto& one : cases())
    for (const auto& problem : one.problems) all += in_language(problem, Text::Language::vi) + '\n';
  const auto said = [&](std::string_view vietnamese) {  // its longest piece outside the holes
    std::string_view longest;
    for (std::size_t from = 0; from <= vietnamese.size();) {
      const auto hole = std::min(vietnamese.find('{', from), vietnamese.size());
      const bool is_hole = hole + 2 < vietnamese.size() && vietnamese[hole + 2] == '}';
      if (hole - from > longest.size()) longest = vietnamese.substr(from, hole - from);
      from = hole + (is_hole ? 3 : 1);
    }
    return all.find(longest) != all.npos;
  };
  // Only what simdjson alone objects to, and no known text is that.
  const auto is_known = [](std::string_view english) { return english != "a text that cannot be read to its end" && english != "JSON"; };
  for (const auto& phrase : evidence_phrases()) EXPECT_TRUE(said(phrase.vi)) << phrase.en;
  for (const auto& phrase : model_phrases()) EXPECT_TRUE(!is_known(phrase.en) || said(phrase.vi)) << phrase.en;
  for (const auto& phrase : found_phrases()) EXPECT_TRUE(!is_known(phrase.en) || said(phrase.vi)) << phrase.codes << ' ' << phrase.en;
}
/// Of every field of every described type.
template <class Visit>
void for_each_about(Visit&& visit) {
  const auto take = [&]<class... T>(std::type_identity<T>...) {
    (for_each_field<T>([&](const auto& field) { visit(field.name, field.about); }), ...);
  };
  take(std::type_identity<About>{}, std::type_identity<ModelDraft>{}, std::type_identity<MeasureDraft>{},
       std::type_identity<CriterionDraft>{}, std::type_identity<EntryDraft>{}, std::type_identity<SideDraft>{},
       std::type_identity<AdjustmentsDraft>{}, std::type_identity<PublishDraft>{}, std::type_identity<RankingDraft>{},
       std::type_identity<ClassesDraft>{}, std::type_identity<BandDraft>{}, std::type_identity<VetoDraft>{}, std::type_identity<Item>{},
       std::type_identity<Ends>{}, std::type_identity<Tier>{}, std::type_identity<Part>{});
  for_each_rule(take);
}
TEST(Problems, EveryFieldIsSaidInBothLanguages) {
  for_each_about([](std::string_view name, const Words& about) {
    for (const auto text : {about.vi, about.en})
      EXPECT_TRUE(!text.empty() && is_utf8(text) && is_composed(text) && trimmed(text) == text) << name << ": " << about.en;
    EXPECT_NE(about.vi, about.en) << name;
  });
}

TEST(Problems, AreSaidInVietnamese) {
  auto problem = problem_at({"/a", 0, 3, 14}, Severity::error, "expr.measure", "onn_time", "the name of a measure");
  problem.hint = "on_time";
  EXPECT_EQ(in_language(problem, Text::Language::vi),
            "3:14: lỗi: /a: gặp onn_time, cần tên một số liệu (có phải là on_time?) [expr.measure]");
  EXPECT_EQ(to_text(problem, Text::Language::en), to_text(problem));
}

/// What is wrong in the example of an entry is wrong in a case, in a line of such a problem; mended, the line has one problem less.
TEST(Problems, ExamplesAreTrue) {
  const auto in_line = [](const std::vector<Problem>& problems, std::string_view code, std::size_t line) {
    return std::count_if(problems.begin(), problems.end(),
                         [&](const Problem& problem) { return problem.code() == code && problem.place.line == line; });
  };
  for (const auto* entry : problem_catalogue()) {
    if (entry->wrong.empty()) continue;
    bool shown = false, mended = false;
    for (const auto& one : cases()) {
      std::size_t line = 1;
      for (std::size_t from = 0; !mended && from < one.text.size(); ++line) {
        const auto end = std::min(one.text.find('\n', from), one.text.size());
        const auto at = std::string_view(one.text).substr(from, end - from).find(entry->wrong);
        if (at != std::string_view::npos && in_line(one.problems, entry->code, line) > 0) {
          shown = true;
          auto text = one.text;
          text.replace(from + at, entry->wrong.size(), entry->right);
          mended = in_line(one.check(one.file, text), entry->code, line) < in_line(one.problems, entry->code, line);
        }
        from = end + 1;
      }
    }
    EXPECT_TRUE(shown) << entry->code << ": no case has " << entry->wrong;
    EXPECT_TRUE(mended) << entry->code << ": still wrong: " << entry->right;
  }
}

TEST(Problems, TablesAreAsExpected) {
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
TEST(Problems, PagesAreAsTheCatalogueSays) {
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
    expect_file(folder / name, problem_markdown(*entry, examples(entry->code)));
  }
  for (const auto& file : std::filesystem::directory_iterator(folder))
    EXPECT_TRUE(pages.contains(file.path().filename().string())) << file.path();
}
}
}
