// Properties of every model as text, tested on random ones: it reads back, canonical text stays the same, defaults may be left out or
// written.
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <gtest/gtest.h>
#include <io/json/json_writer.hpp>
#include <sstream>
#include <support/random_models.hpp>
#include <support/random_table.hpp>
#include <support/results_text.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

/// A draft with notes and labels, which are text of all kinds.
ModelDraft random_annotated_model(Random& random) {
  auto out = random_ranked_model(random);
  static const std::vector<Text> texts{Text("Tên \"chỉ số\"\n\\"), Text(Bilingual{.vi = "Nhãn", .en = "Label"}),
                                       Text(Bilingual{.en = "Label"}), Text("\x01")};
  const auto annotate = [&](About& about) {
    if (random.one_in(3)) about.label = random.of(texts);
    if (random.one_in(4)) about.note = random.of(texts);
    if (random.one_in(5)) about.source = random.of(texts);
    if (random.one_in(5)) about.meta = Json{R"({"a": [1, null, 0.1], "b": {}})"};
  };
  annotate(out.about);
  if (random.one_in(2)) out.version = "2024.1";
  if (random.one_in(2)) out.title = random.of(texts);
  for (auto& [name, measure] : out.measures) annotate(measure.about);
  for (auto& criterion : out.criteria) {
    annotate(criterion.about);
    if (random.one_in(3)) criterion.was = {"old-" + criterion.id};
    if (random.one_in(3)) criterion.number = "I";
    if (criterion.rule) std::visit([&](auto& rule) { annotate(rule.about); }, static_cast<AnyRule&>(*criterion.rule));
  }
  for (auto& track : *out.tracks) annotate(track.about);
  annotate(out.adjustments.bonus->about);
  annotate(out.ranking.about);
  if (out.classes) annotate(out.classes->bands[0].about);
  return out;
}

TEST(ModelProperties, WrittenModelsReadBackEqual) {
  for_random_models(400, random_annotated_model, [](const Model& model, Random&) {
    const auto again = parse_model(to_json(model));
    ASSERT_EQ(again, model) << to_json(again) << to_json(model);
    ASSERT_EQ(content_hash(again), content_hash(model));
  });
}

/// A draft as JSON with nothing left out: every member with its value, default or not, on one line.
class WrittenOut {
 public:
  std::string text{};

  template <class T>
  void write(const T& value) {
    if constexpr (std::is_same_v<T, Rule>)
      std::visit([&](const auto& rule) { object(rule); }, static_cast<const AnyRule&>(value));
    else if constexpr (std::is_same_v<T, Item>)
      value.about == About{} ? plain(value.id) : object(value);
    else if constexpr (Described<T>)
      object(value);
    else
      plain(value);
  }
  template <class T>
  void write(const Box<T>& value) {
    write(*value);
  }
  template <class T>
  void write(const std::optional<T>& value) {
    write(*value);
  }
  template <class T>
  void write(const OptionalBox<T>& value) {
    write(*value);
  }
  template <class T>
  void write(const std::vector<T>& list) {
    text += '[';
    for (std::size_t i = 0; i < list.size(); ++i) text += i > 0 ? "," : "", write(list[i]);
    text += ']';
  }
  template <class T>
  void write(const std::vector<std::pair<std::string, T>>& pairs) {
    text += '{';
    for (std::size_t i = 0; i < pairs.size(); ++i) key(pairs[i].first, i == 0), write(pairs[i].second);
    text += '}';
  }

 private:
  template <class T>
  void plain(const T& value) {
    JsonWriter writer;
    writer.write(value);
    text += writer.text;
  }
  void key(std::string_view name, bool first) {
    if (!first) text += ',';
    plain(std::string(name));
    text += ':';
  }
  /// An optional member without a value is written as nothing.
  template <class T>
  static bool has_value(const T&) {
    return true;
  }
  template <class T>
  static bool has_value(const std::optional<T>& value) {
    return value.has_value();
  }
  template <class T>
  static bool has_value(const OptionalBox<T>& value) {
    return value.has_value();
  }
  template <Described T>
  void object(const T& value) {
    text += '{';
    bool first = true;
    if constexpr (Ruled<T>) key("type", std::exchange(first, false)), plain(std::string(T::type));
    for_each_key<T>(value, [&](const auto& field, const auto& owner) {
      if (!has_value(owner.*field.member) || is_no_key_of(value, field.name)) return;
      key(field.name, std::exchange(first, false));
      write(owner.*field.member);
    });
    text += '}';
  }
  /// A leaf has no `criteria`, and only a choice has options.
  static bool is_no_key_of(const CriterionDraft& criterion, std::string_view key) {
    return key == "criteria" && criterion.criteria.empty();
  }
  static bool is_no_key_of(const MeasureDraft& measure, std::string_view key) { return key == "options" && measure.options.empty(); }
  template <class T>
  static bool is_no_key_of(const T&, std::string_view) {
    return false;
  }
};

/// The defaults that SPEC names for what the draft leaves open; all other defaults are in the draft's types.
class Defaults {
 public:
  void fill(ModelDraft& draft) {
    tracks_ = {};
    fill(draft.not_applicable, WhenNotApplicable::exclude);
    fill(draft.missing, WhenMissing::incomplete);
    fill(draft.tracks, std::vector<Item>{"final"});
    for (const auto& track : *draft.tracks) tracks_.push_back(track.id);
    for (auto& [name, measure] : draft.measures) {
      if (measure.type == MeasureType::decimal) fill(measure.decimals, 2);
      if (type_of(measure.type) == Type::number) fill(measure.excess, Excess::refuse);
    }
    for (auto& criterion : draft.criteria) fill(criterion);
    for (auto* side : {&draft.adjustments.bonus, &draft.adjustments.penalty})
      if (*side)
        for (auto& entry : (*side)->entries) fill(entry.rule, entry.points);
    fill(draft.publish.points, draft.publish.decimals);
    if (draft.classes && draft.classes->on == ClassOn::published) fill(draft.classes->decimals, draft.publish.decimals);
    if (draft.classes && draft.classes->on == ClassOn::points) fill(draft.classes->decimals, *draft.publish.points);
    for (std::size_t i = 0; draft.classes && i < draft.classes->vetoes.size(); ++i)
      if (draft.classes->vetoes[i].criterion) fill(draft.classes->vetoes[i].at_least, 1);
  }

 private:
  template <class T>
  static void fill(std::optional<T>& member, T value) {
    if (!member) member = std::move(value);
  }
  /// Fills in a criterion and returns its points.
  Decimal fill(CriterionDraft& criterion) {
    if (criterion.rule) {
      fill(criterion.tracks, tracks_);
      fill(*criterion.rule, *criterion.points);
      return *criterion.points;
    }
    std::int64_t quanta = 0, largest = 0;
    for (auto& child : criterion.criteria) {
      const auto points = *fill(child).scaled(9);
      quanta += points;
      largest = std::max(largest, points);
    }
    if (criterion.scale_to) return *criterion.scale_to;
    if (criterion.cap) return *criterion.cap;
    if (criterion.one_of) return Decimal::fixed(largest, 9);
    fill(criterion.points, Decimal::fixed(quanta, 9));
    return *criterion.points;
  }
  void fill(Rule& rule, const Decimal& most) {
    if (auto* steps = std::get_if<rules::Steps>(&rule)) fill(steps->cap, most);
    const auto parts = [&](std::vector<rules::Part>& list) {
      for (auto& part : list) fill(*part.rule, part.points);
    };
    if (auto* best = std::get_if<rules::BestOf>(&rule)) parts(best->parts);
    if (auto* sum = std::get_if<rules::SumOf>(&rule)) parts(sum->parts);
    if (auto* deductions = std::get_if<rules::Deductions>(&rule)) parts(deductions->parts);
  }
  std::vector<std::string> tracks_{};
};
std::string with_defaults(ModelDraft draft) {
  Defaults().fill(draft);
  WrittenOut out;
  out.write(draft);
  return out.text;
}

/// The canonical text does not depend on the text that was read.
TEST(ModelProperties, CanonicalTextReadsBackAsItself) {
  for_random_models(400, random_annotated_model, [](const Model& model, Random&) {
    for (const auto& text : {to_json(model), with_defaults(model.draft())}) {
      const auto canonical = to_json(parse_model(text));
      ASSERT_EQ(to_json(parse_model(canonical)), canonical);
      EXPECT_NE(canonical, with_defaults(model.draft()));
    }
  });
}

std::string results_text(const Model& model, const chiso_test::Table& table) {
  std::ostringstream out;
  const auto scores = score(model, read(model, table), {.keep = Keep::leaves});
  ResultsText(scores, out).write();
  return out.str();
}
/// A draft that names no track or a single one, and lacks caps.
ModelDraft random_sparse_model(Random& random) {
  auto out = random_ranked_model(random);
  if (random.one_in(2)) {
    out.tracks.reset();
    out.fallback.clear();
    for (auto* list : {&out.criteria, &out.criteria[0].criteria, &out.criteria[0].criteria[1].criteria, &out.criteria[1].criteria})
      for (auto& criterion : *list) criterion.tracks.reset();
  }
  for (auto* list : {&out.criteria, &out.criteria[0].criteria})
    for (auto& criterion : *list)
      if (criterion.rule && random.one_in(3))
        criterion.rule = random.one_in(2)
                             ? Rule(rules::Steps{.value = "a", .base = 0, .from = 1, .every = 1, .add = 0.7})
                             : Rule(rules::SumOf{.parts = {{2, rules::Steps{.value = "b", .base = 0.5, .from = 0, .every = 10, .add = 0.3}},
                                                           {1, rules::Deduct{.value = "a", .each = 0.1}}}});
  return out;
}
TEST(ModelProperties, ExplicitDefaultsChangeNoScore) {
  std::size_t one_track = 0;
  for_random_models(300, random_sparse_model, [&](const Model& model, Random& random) {
    const auto written_out = parse_model(with_defaults(model.draft()));
    const auto table = random_table(model, 2 + random.below(7), random);
    ASSERT_EQ(results_text(written_out, table), results_text(model, table));
    one_track += model.draft().tracks ? 0 : 1;
  });
  EXPECT_GT(one_track, 50U);
}
/// Guards the test above: everything that a plain draft leaves out must be in its text.
TEST(ModelProperties, ExplicitDefaultsCoverEveryDefault) {
  ModelDraft draft{};
  draft.id = "plain";
  draft.measures = {{"a", {.type = MeasureType::count}}, {"d", {.type = MeasureType::decimal}}};
  draft.criteria = {group("g", {leaf("p", 1, rules::Proportional{.value = "a", .full_at = 1}),
                                leaf("s", 2, rules::Steps{.value = "a", .base = 0, .from = 0, .every = 1, .add = 1})}),
                    leaf("e", 1, rules::Deduct{.value = "a", .each = 1}), leaf("v", 1, rules::Given{.value = "a", .clamp = false})};
  draft.classes = ClassesDraft{.bands = {{.id = "low"}}};
  const auto text = with_defaults(draft);
  for (const auto* part :
       {R"("point_decimals":6)", R"("publish":{"decimals":2,"points":2,"scale":100,"rounding":"half_up","may_exceed_100":false})",
        R"("stated_points":"refuse")", R"("not_applicable":"exclude")", R"("missing":"incomplete")", R"("tracks":["final"],"fallback":{})",
        R"("a":{"type":"count","excess":"refuse"})", R"("d":{"type":"decimal","decimals":2,"excess":"refuse"})",
        R"("id":"g","was":[],"points":3,)", R"("zero_at":0)", R"("cap":2)", R"("at_least":0)", R"("clamp":false)",
        R"("ranking":{"key":"exact","ties":"competition","tie_break":[]})", R"("classes":{"on":"published","decimals":2,)",
        R"("by_block":{},"vetoes":[])", R"("adjustments":{})"})
    EXPECT_NE(text.find(part), text.npos) << part << '\n' << text;
}
}
