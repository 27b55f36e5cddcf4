#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/io/json/model.hpp>
#include <chiso/io/text/file.hpp>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace {
using namespace chiso;
const std::filesystem::path wrong_models = std::filesystem::path(CHISO_TEST_CASES) / "problems";

std::vector<std::string> names() {
  std::vector<std::string> out;
  for (const auto& file : std::filesystem::directory_iterator(wrong_models))
    if (file.path().extension() == ".json") out.push_back(file.path().stem().string());
  std::sort(out.begin(), out.end());
  return out;
}
std::string lines(const std::vector<Problem>& problems) {
  std::string out;
  for (const auto& problem : problems) out += to_text(problem) + "\n";
  return out;
}

/// A text with problems, beside the lines that report them: `line:column: error: ...`.
class JsonProblems : public testing::TestWithParam<std::string> {};

TEST_P(JsonProblems, AreAsExpected) {
  const auto text = read_file(wrong_models / (GetParam() + ".json"));
  const auto found = lines(check_model(text));
  if (std::getenv("CHISO_WRITE_GOLDEN")) write_file(wrong_models / (GetParam() + ".expected"), found);
  EXPECT_EQ(found, read_file(wrong_models / (GetParam() + ".expected")));
}
TEST_P(JsonProblems, HaveLineAndColumn) {
  const auto problems = check_model(read_file(wrong_models / (GetParam() + ".json")));
  EXPECT_FALSE(problems.empty());
  for (const auto& problem : problems) {
    EXPECT_GT(problem.place.line, 0U);
    EXPECT_GT(problem.place.column, 0U);
    EXPECT_FALSE(problem.code().empty());
    EXPECT_FALSE(problem.found().empty());
    EXPECT_FALSE(problem.expected().empty());
  }
}
TEST_P(JsonProblems, AreThrown) {
  const auto text = read_file(wrong_models / (GetParam() + ".json"));
  auto errors = check_model(text);
  std::erase_if(errors, [](const Problem& problem) { return problem.severity == Severity::warning; });
  try {
    parse_model(text);
    EXPECT_TRUE(errors.empty());
  } catch (const ModelError& error) {
    EXPECT_EQ(error.problems(), errors);
  }
}
INSTANTIATE_TEST_SUITE_P(Cases, JsonProblems, testing::ValuesIn(names()), [](const auto& about) { return about.param; });

TEST(JsonProblemCases, HaveAnExpectationEach) {
  EXPECT_GE(names().size(), 40U);
  for (const auto& file : std::filesystem::directory_iterator(wrong_models)) {
    auto other = file.path();
    other.replace_extension(other.extension() == ".json" ? ".expected" : ".json");
    EXPECT_TRUE(std::filesystem::exists(other)) << other;
  }
}
}
