#include "docs/pages.hpp"
#include <chiso/core/error.hpp>
#include <chiso/io/json/model.hpp>
#include <chiso/io/json/schema.hpp>
#include <chiso/io/text/file.hpp>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <io/json/described.hpp>
#include <set>
#include <support/random.hpp>
#include <support/random_rule.hpp>
#include <support/rule_examples.hpp>

namespace {
using namespace chiso;
const std::filesystem::path cases = CHISO_TEST_CASES;

ModelDraft read(const std::string& text) {
  Report report;
  auto draft = read_draft(text, report);
  for (const auto& problem : report.problems()) ADD_FAILURE() << to_text(problem);
  return draft;
}
void expect_round_trip(const ModelDraft& draft) {
  const auto text = to_json(draft);
  const auto again = read(text);
  EXPECT_EQ(again, draft) << text;
  EXPECT_EQ(to_json(again), text);
}

About about() {
  return {.label = Text(Bilingual{.vi = "Nhãn", .en = "Label"}),
          .note = Text("a \"note\"\n\\ \x01"),
          .source = Text(Bilingual{.en = "Source"}),
          .meta = Json{R"({"a": [1, null]})"}};
}
/// Fills in every member, including notes and labels.
template <Described T>
void annotate(T& of) {
  if constexpr (Annotated<T>) of.about = about();
  for_each_field<T>([&](const auto& field) {
    auto& member = of.*field.member;
    if constexpr (requires { annotate(member.front()); })
      for (auto& element : member) annotate(element);
  });
}
/// Every kind of rule with every field.
std::vector<Rule> every_rule() {
  auto out = chiso_test::rule_examples();
  for (auto& rule : out) std::visit([](auto& of) { annotate(of); }, static_cast<AnyRule&>(rule));
  return out;
}
/// A draft that has every key.
ModelDraft every_key() {
  ModelDraft out{};
  out.schema = "https://example.org/model.json";
  out.id = "every-key";
  out.version = "2024.1";
  out.title = Text("Title");
  out.point_decimals = 3;
  out.publish = {.decimals = 1, .points = 0, .scale = 5, .rounding = Rounding::half_even, .may_exceed_100 = true, .about = about()};
  out.stated_points = StatedPoints::accept;
  out.not_applicable = WhenNotApplicable::zero;
  out.missing = WhenMissing::exclude;
  out.undefined = WhenUndefined::full;
  out.tracks = {{"self", {"final", about()}}};
  out.fallback = {{"final", {"self"}}};
  out.blocks = {{"communes", {"it's", about()}}};
  out.measures = {
      {"a", {.type = MeasureType::count, .about = about()}},
      {"b", {.type = MeasureType::decimal, .decimals = 1, .min = 0, .max = 9.5, .excess = Excess::round, .measured_in = Text("h")}},
      {"done", {.type = MeasureType::yes_no}},
      {"plan", {.type = MeasureType::choice, .options = {"on_time", {"late", about()}}}}};
  out.parameters = {{"goal", {.value = 15, .about = about()}},
                    {"part", {.by = "plan", .values = {{"on_time", 1}, {"late", 0.5}}, .otherwise = 0}}};
  out.tables = {{"tasks", {.measures = {{"a", {.type = MeasureType::count}}}, .about = about()}}};
  std::vector<CriterionDraft> leaves;
  for (const auto& rule : every_rule())
    leaves.push_back(leaf("leaf-" + std::string(type_of(rule)), 2, rule, {.number = "1." + std::to_string(leaves.size())}));
  leaves[0].was = {"old", "older"};
  leaves[0].applies_when = "a > 0";
  leaves[0].tracks = {{"final"}};
  leaves[0].not_applicable = WhenNotApplicable::full;
  leaves[0].missing = WhenMissing::zero;
  leaves[0].undefined = WhenUndefined::missing;
  out.criteria = {group("g", leaves, {.scale_to = Decimal(100), .about = about()}),
                  group("limited", {leaf("more", 2, rules::YesNo{"done"})}, {.cap = 1.5, .at_least = 0.5}),
                  group("choice", {leaf("only", 2, rules::YesNo{"done"})}, {.one_of = true})};
  out.adjustments.bonus = SideDraft{
      .cap = 2,
      .entries = {{.id = "e", .number = "B", .was = {"f"}, .points = 1, .applies_when = "done", .rule = every_rule()[1], .about = about()}},
      .about = about()};
  out.adjustments.penalty = SideDraft{.cap = 0.5, .entries = {}};
  out.adjustments.about = about();
  for_each_check([&]<class C>(std::type_identity<C>) {
    auto check = C::example();
    annotate(check);
    out.checks.emplace_back(std::move(check));
  });
  out.least_coverage = Decimal(625, 1);
  out.ranking = {.key = RankKey::published,
                 .ties = Ties::ordinal,
                 .tie_break = {"g", TieBreakDraft{.value = "a - b", .order = ValueOrder::ascending, .about = about()}, "leaf-tiers"},
                 .about = about()};
  out.classes = ClassesDraft{
      .on = ClassOn::rank_share,
      .decimals = 1,
      .bands = {{.id = "good", .above = 80, .to = 100, .about = about()},
                {.id = "fair", .from = 60, .below = 80, .requirement = "done and a > 0"},
                {.id = "low"}},
      .by_block = {{"communes", {{.id = "good", .from = 90}, {.id = "low"}}}},
      .vetoes =
          {{.when = "plan == 'late'", .criterion = Ids{"g", "leaf-steps"}, .below = 50, .at_least = 2, .at_most = "low", .about = about()},
           {.when = {}, .criterion = "g", .below = 1, .at_most = "low"}},
      .quotas = {{.class_id = "good", .at_most = 33.4, .of = std::vector<std::string>{"good", "low"}, .about = about()},
                 {.class_id = "good", .at_most = 20}},
      .about = about()};
  out.about = about();
  return out;
}

TEST(JsonWrite, ReadsBackEveryKey) { expect_round_trip(every_key()); }
TEST(JsonWrite, WritesEveryKey) {
  const auto text = to_json(every_key());
  const auto expect_keys = [&]<class T>(std::type_identity<T>) {
    for (const auto key : keys_of<T>()) EXPECT_NE(text.find("\"" + std::string(key) + "\": "), text.npos) << key;
  };
  expect_keys(std::type_identity<ModelDraft>());
  expect_keys(std::type_identity<MeasureDraft>());
  expect_keys(std::type_identity<ParameterDraft>());
  expect_keys(std::type_identity<TableDraft>());
  expect_keys(std::type_identity<CriterionDraft>());
  expect_keys(std::type_identity<EntryDraft>());
  expect_keys(std::type_identity<SideDraft>());
  expect_keys(std::type_identity<AdjustmentsDraft>());
  expect_keys(std::type_identity<PublishDraft>());
  expect_keys(std::type_identity<TieBreakDraft>());
  expect_keys(std::type_identity<RankingDraft>());
  expect_keys(std::type_identity<ClassesDraft>());
  expect_keys(std::type_identity<BandDraft>());
  expect_keys(std::type_identity<VetoDraft>());
  expect_keys(std::type_identity<QuotaDraft>());
  for_each_rule([&]<class R>(std::type_identity<R> rule) {
    EXPECT_NE(text.find("\"type\": \"" + std::string(R::type) + "\""), text.npos) << R::type;
    expect_keys(rule);
  });
}
TEST(JsonWrite, LeavesOutDefaults) {
  ModelDraft draft{};
  draft.id = "m";
  draft.measures = {{"a", {.type = MeasureType::count}}};
  draft.criteria = {leaf("x", 1.50, rules::Proportional{.value = "a", .zero_at = 0, .full_at = 10})};
  EXPECT_EQ(
      to_json(draft),
      "{\n"
      "  \"chiso\": 1,\n"
      "  \"id\": \"m\",\n"
      "  \"measures\": {\"a\": {\"type\": \"count\"}},\n"
      "  \"criteria\": [{\"id\": \"x\", \"points\": 1.5, \"rule\": {\"type\": \"proportional\", \"value\": \"a\", \"full_at\": 10}}]\n"
      "}\n");
  expect_round_trip(draft);
}
TEST(JsonWrite, WritesTheShortestNumbers) {
  ModelDraft draft{};
  draft.id = "m";
  draft.criteria = {leaf("x", Decimal::fixed(1500, 3), rules::PerItem{.value = "2.50", .each = Decimal::fixed(-0, 2)})};
  const auto text = to_json(draft);
  EXPECT_NE(text.find(R"("points": 1.5, )"), text.npos) << text;
  EXPECT_NE(text.find(R"("value": "2.50", "each": 0)"), text.npos) << "an expression keeps its text: " << text;
  expect_round_trip(draft);
}
TEST(JsonWrite, BreaksLongLines) {
  for (const auto& text : {to_json(every_key()), to_json(load_model(cases / "models" / "spec_example.json"))}) {
    std::size_t begins = 0;
    for (auto end = text.find('\n'); end != text.npos; begins = end + 1, end = text.find('\n', begins)) {
      const auto line = std::string_view(text).substr(begins, end - begins);
      EXPECT_LE(code_points(line), 120U) << line;
    }
  }
}
TEST(JsonWrite, ReadsBackModels) {
  const std::filesystem::path examples = CHISO_EXAMPLES;
  for (const auto& path :
       {cases / "models" / "spec_example.json", examples / "models" / "pci_2021.json", examples / "models" / "commune_reform_index.json"}) {
    const auto model = load_model(path);
    EXPECT_EQ(check_model(read_file(path)).size(), model.warnings().size()) << path;  // no errors
    EXPECT_EQ(parse_model(to_json(model)), model) << path;
    EXPECT_EQ(to_json(parse_model(to_json(model))), to_json(model)) << path;
    EXPECT_EQ(content_hash(parse_model(to_json(model))), content_hash(model));
    expect_round_trip(model.draft());
  }
}
TEST(JsonWrite, ReadsBackRandomRules) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    chiso_test::Random random(seed);
    chiso_test::RandomRule rules{random};
    ModelDraft draft{};
    draft.id = "m";
    for (std::uint64_t i = 0, n = 1 + random.below(4); i < n; ++i) draft.criteria.push_back(leaf("x" + std::to_string(i), 4, rules.rule()));
    expect_round_trip(draft);
  }
}
TEST(JsonWrite, HashesDifferentModelsDifferently) {
  const auto model = load_model(cases / "models" / "spec_example.json");
  EXPECT_EQ(content_hash(model).size(), 64U);
  auto draft = model.draft();
  draft.criteria[0].about.note = Text("another");
  EXPECT_NE(content_hash(Model::build(draft)), content_hash(model));
}

/// Rewrites JSON on one line with the members of every object of fixed keys in another order, and blanks in between.
class Shuffled {
 public:
  Shuffled(std::string_view json, std::uint64_t seed) : json_(json), random_(seed) {}
  std::string run() { return value(); }

 private:
  void blank() {
    while (at_ < json_.size() && (json_[at_] == ' ' || json_[at_] == '\n')) ++at_;
  }
  std::string string() {
    const auto begins = at_++;
    for (; json_[at_] != '"'; ++at_)
      if (json_[at_] == '\\') ++at_;
    ++at_;
    return std::string(json_.substr(begins, at_ - begins));
  }
  std::string value() {
    blank();
    if (json_[at_] == '"') return string();
    if (json_[at_] != '{' && json_[at_] != '[') {
      const auto begins = at_;
      while (std::string_view(",]} \n").find(json_[at_]) == std::string_view::npos) ++at_;
      return std::string(json_.substr(begins, at_ - begins));
    }
    const bool keys = json_[at_++] == '{';
    std::vector<std::string> parts;
    bool fixed_keys = false;
    for (blank(); json_[at_] != '}' && json_[at_] != ']'; blank()) {
      std::string part;
      if (keys) {
        part = string();
        fixed_keys = fixed_keys || part == "\"id\"" || part == "\"type\"";
        blank();
        part += json_[at_++];
      }
      part += std::string(random_.below(3), ' ');
      part += value();
      parts.push_back(part);
      blank();
      if (json_[at_] == ',') ++at_;
    }
    ++at_;
    if (keys && fixed_keys)
      for (std::size_t i = parts.size(); i > 1; --i) std::swap(parts[i - 1], parts[random_.below(i)]);
    std::string out = keys ? "{" : "[";
    for (std::size_t i = 0; i < parts.size(); ++i) out += (i > 0 ? (random_.one_in(2) ? "," : "\n , ") : "") + parts[i];
    return out + (keys ? "}" : "]");
  }
  std::string_view json_;
  chiso_test::Random random_;
  std::size_t at_ = 0;
};
TEST(JsonRead, IgnoresTheOrderOfKeys) {
  const auto draft = every_key();
  const auto text = to_json(draft);
  for (std::uint64_t seed = 0; seed < 100; ++seed) EXPECT_EQ(read(Shuffled(text, seed).run()), draft) << seed;
}

TEST(JsonSchema, NamesEveryRuleAndKey) {
  const auto text = json_schema();
  EXPECT_EQ(text.substr(0, 67), "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"t");
  for_each_rule([&]<class R>(std::type_identity<R>) {
    EXPECT_NE(text.find("\"type\": {\"const\": \"" + std::string(R::type) + "\"}"), text.npos) << R::type;
    for_each_field<R>([&](const auto& field) { EXPECT_NE(text.find("\"" + std::string(field.name) + "\": {"), text.npos) << field.name; });
  });
}
TEST(JsonSchema, IsPublished) {
  const auto page = cases / "../../docs/schema/chiso-model-1.json";
  if (std::getenv("CHISO_WRITE_GOLDEN") != nullptr) write_file(page, json_schema());
  EXPECT_EQ(read_file(page), json_schema());
}
TEST(RuleExamples, MakeAModelForOtherTests) {
  const auto file = cases / "models" / "rule_examples.json";
  const auto text = to_json(chiso_test::rule_examples_model());
  if (std::getenv("CHISO_WRITE_GOLDEN") != nullptr) write_file(file, text);
  EXPECT_EQ(read_file(file), text);
  EXPECT_EQ(parse_model(text).draft(), chiso_test::rule_examples_model());
}
/// Every word of a model's keys and values is in the dictionary of the fuzzer of models.
TEST(FuzzDictionary, HasEveryWordOfTheFormat) {
  std::set<std::string> words;
  const auto schema = json_schema();
  for (auto begins = schema.find('"'); begins != schema.npos;) {
    const auto ends = schema.find('"', begins + 1);
    const auto word = schema.substr(begins + 1, ends - begins - 1);
    if (word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_$") == word.npos) words.insert(word);
    begins = schema.find('"', ends + 1);
  }
  std::string text;
  for (const auto& word : words) text += "\"\\\"" + word + "\\\"\"\n";
  for (const auto* other : {R"(\"chiso\":1)", R"(\\u00e9)", R"(e\xcc\x81)", "1e5", "[]", "{}", "null", "true"})
    text += '"' + std::string(other) + "\"\n";
  const auto file = cases / "../fuzz/model.dict";
  if (std::getenv("CHISO_WRITE_GOLDEN") != nullptr) write_file(file, text);
  EXPECT_EQ(read_file(file), text);
}
TEST(RulesPage, IsUpToDate) {
  // chiso wrote this page: if the fields or words of a rule change, write it again.
  const auto page = cases / "../../docs/guide/rules.md";
  if (std::getenv("CHISO_WRITE_GOLDEN") != nullptr) write_file(page, rules_markdown());
  EXPECT_EQ(read_file(page), rules_markdown());
}
}
