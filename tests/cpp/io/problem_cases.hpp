#pragma once
#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/io/json/model.hpp>
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/text/file.hpp>
#include <filesystem>
#include <string>
#include <support/rule_examples.hpp>
#include <utility>
#include <vector>

// Every case of a problem: the files of tests/cases/problems and tests/cases/evidence_problems, and mistakes that only code can make.
namespace chiso_test {
using namespace chiso;

/// A text and the problems that are found in it.
struct ProblemCase {
  std::string name{};
  std::string text{};  ///< Empty for a case made in code.
  std::vector<Problem> problems{};
  /// Checks another text instead of this one.
  std::vector<Problem> (*check)(const std::filesystem::path& file, const std::string& text) = nullptr;
  std::filesystem::path file{};
};

inline std::filesystem::path case_folder(const char* name) { return std::filesystem::path(CHISO_TEST_CASES) / name; }
inline std::vector<std::filesystem::path> case_files(const char* folder, const char* extension) {
  std::vector<std::filesystem::path> out;
  for (const auto& file : std::filesystem::directory_iterator(case_folder(folder)))
    if (file.path().extension() == extension) out.push_back(file.path());
  std::sort(out.begin(), out.end());
  return out;
}

inline std::vector<Problem> problems_of_model(const std::filesystem::path&, const std::string& text) { return check_model(text); }
/// Reads a table by the model of the same name, otherwise by model.json in its folder.
inline std::vector<Problem> problems_of_table(const std::filesystem::path& file, const std::string& text) {
  auto model = std::filesystem::path(file).replace_extension(".json");
  if (!std::filesystem::exists(model)) model.replace_filename("model.json");
  ReadingOptions options;
  if (file.stem() == "delimiter_is_decimal_mark") options = {.decimal = ',', .delimiter = ','};
  try {
    parse_evidence(text, load_model(model), options);
  } catch (const EvidenceError& error) {
    return error.problems();
  }
  return {};
}
template <class Run>
std::vector<Problem> problems_thrown(Run&& run) {
  try {
    run();
  } catch (const Error& error) {
    return error.problems();
  }
  return {};
}

/// The example of a rule with the correct piece replaced by the wrong one, for each of its problems whose own example is such a piece: a
/// rule needs no files for these.
inline std::vector<ProblemCase> cases_of_rules() {
  std::vector<ProblemCase> out;
  for_each_rule([&]<class R>(std::type_identity<R>) {
    if constexpr (requires { R::problems(); })
      for (const auto* entry : R::problems()) {
        auto text = to_json(rule_examples_model());
        const auto rule = text.find("\"type\": \"" + std::string(R::type) + "\"");
        const auto at = text.find(entry->right, rule);
        if (entry->right.empty() || at >= text.find('\n', rule)) continue;
        text.replace(at, entry->right.size(), entry->wrong);
        auto problems = check_model(text);
        const auto is_it = [&](const Problem& problem) { return problem.entry == entry; };
        if (std::any_of(problems.begin(), problems.end(), is_it))
          out.push_back({"rule_" + std::string(R::type), std::move(text), std::move(problems), problems_of_model, {}});
      }
  });
  return out;
}
/// The same of checks.
inline std::vector<ProblemCase> cases_of_checks() {
  std::vector<ProblemCase> out;
  auto draft = rule_examples_model();
  for_each_check([&]<class C>(std::type_identity<C>) { draft.checks.emplace_back(C::example()); });
  for_each_check([&]<class C>(std::type_identity<C>) {
    if constexpr (requires { C::problems(); })
      for (const auto* entry : C::problems()) {
        auto text = to_json(draft);
        const auto at = text.find(entry->right, text.find("\"type\": \"" + std::string(C::type) + "\""));
        if (at == text.npos) continue;
        text.replace(at, entry->right.size(), entry->wrong);
        auto problems = check_model(text);
        const auto is_it = [&](const Problem& problem) { return problem.entry == entry; };
        if (std::any_of(problems.begin(), problems.end(), is_it))
          out.push_back({"check_" + std::string(C::type), std::move(text), std::move(problems), problems_of_model, {}});
      }
  });
  return out;
}
std::vector<ProblemCase> cases_in_code();
inline std::vector<ProblemCase> all_cases() {
  std::vector<ProblemCase> out;
  const auto add = [&](const std::filesystem::path& file, auto* check) {
    auto text = read_file(file);
    auto problems = check(file, text);
    out.push_back({file.stem().string(), std::move(text), std::move(problems), check, file});
  };
  for (const auto& file : case_files("problems", ".json")) add(file, problems_of_model);
  for (const auto& file : case_files("evidence_problems", ".csv")) add(file, problems_of_table);
  for (auto& one : cases_of_rules()) out.push_back(std::move(one));
  for (auto& one : cases_of_checks()) out.push_back(std::move(one));
  for (auto& one : cases_in_code()) out.push_back(std::move(one));
  return out;
}
}
