// The texts of a draft made in code must be as readers make them.
#include <chiso/model/model.hpp>
#include <gtest/gtest.h>

namespace {
using namespace chiso;

ModelDraft draft() {
  return {.id = "texts",
          .title = Text(Bilingual{.vi = "Chỉ số", .en = "Index"}),
          .measures = {{"plan", {.type = MeasureType::choice, .options = {"đúng hạn", "chậm"}}}},
          .criteria = {
              leaf("1", 1, rules::Options{.value = "plan", .points = {{"đúng hạn", 1}, {"chậm", 0}}}, {.about = {.label = "Kế hoạch"}})}};
}
std::string only_problem(const ModelDraft& of) {
  const auto problems = check(of);
  return problems.size() == 1 ? problems[0].code() + " " + problems[0].place.pointer : std::to_string(problems.size()) + " problems";
}

TEST(TextCheck, AcceptsTextAsReadersMakeIt) { EXPECT_TRUE(check(draft()).empty()); }

TEST(TextCheck, NamesTextThatIsNotComposed) {
  auto of = draft();
  of.criteria[0].about.label = Text(
      "Ke\xCC\x82\xCC\x81 hoa\xCC\xA3"
      "ch");  // Kế hoạch, decomposed
  EXPECT_EQ(only_problem(of), "text.composed /criteria/0/label");
}
TEST(TextCheck, NamesTextWithBlanksAroundIt) {
  auto of = draft();
  of.title = Text(Bilingual{.vi = "Chỉ số ", .en = "Index"});
  EXPECT_EQ(only_problem(of), "text.blanks /title/vi");
}
TEST(TextCheck, NamesTextThatIsNotUtf8) {
  auto of = draft();
  of.version = "2024\xFF";
  EXPECT_EQ(only_problem(of), "text.utf8 /version");
}
TEST(TextCheck, LooksIntoRulesAndLists) {
  auto of = draft();
  of.criteria[0].rule = rules::BestOf{.parts = {{1, rules::YesNo{.value = " plan == 'chậm'"}}}};
  EXPECT_EQ(only_problem(of), "text.blanks /criteria/0/rule/parts/0/rule/value");
}
}
