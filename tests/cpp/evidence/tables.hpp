#pragma once
#include <chiso/evidence/builder.hpp>
#include <chiso/model/model.hpp>
#include <string>
#include <utility>
#include <vector>

namespace chiso_test {
using namespace chiso;

inline MeasureDraft measure(MeasureType type) {
  MeasureDraft out{};
  out.type = type;
  return out;
}
/// Three tracks, of which `final` falls back; one measure of each type.
inline ModelDraft table_draft() {
  ModelDraft draft{};
  draft.id = "small";
  draft.tracks = {{"self", "appraised", "final"}};
  draft.fallback = {{"final", {"appraised", "self"}}};
  auto plan = measure(MeasureType::choice);
  plan.options = {"on_time", "late", "2"};
  auto score = measure(MeasureType::decimal);
  score.min = 0;
  score.max = 5;
  draft.measures = {{"cases", measure(MeasureType::count)}, {"score", score}, {"plan", plan}, {"funded", measure(MeasureType::yes_no)}};
  draft.criteria = {leaf("a", 2, rules::PerItem{.value = "cases", .each = 1}), leaf("b", 5, rules::Given{.value = "score", .clamp = true}),
                    leaf("c", 1, rules::YesNo{.value = "funded and plan == 'late'"})};
  return draft;
}
/// One measure, `x`.
inline Model model_of(MeasureDraft x) {
  ModelDraft draft{};
  draft.id = "one";
  const bool number = type_of(x.type) == Type::number;
  const Truth truth = x.type == MeasureType::yes_no ? "x" : "is_missing(x)";
  draft.measures = {{"x", std::move(x)}};
  draft.criteria = {number ? leaf("a", 2, rules::PerItem{.value = "x", .each = 1}) : leaf("a", 2, rules::YesNo{.value = truth})};
  return Model::build(std::move(draft));
}

using Table = std::vector<std::pair<std::string, std::vector<std::string>>>;
inline Evidence read(const Model& model, const Table& table, ReadingOptions options = {}) {
  EvidenceBuilder builder(model, std::move(options));
  for (const auto& [name, cells] : table) builder.texts(name, cells);
  return builder.build();
}
/// `code pointer: found` of every problem, and the total at the end.
template <class Read>
std::vector<std::string> problems_of(Read&& read, std::vector<Problem>* whole = nullptr) {
  std::vector<std::string> out;
  try {
    read();
  } catch (const EvidenceError& error) {
    for (const auto& problem : error.problems()) out.push_back(problem.code() + " " + problem.place.pointer + ": " + problem.found());
    if (error.total() != out.size()) out.push_back("of " + std::to_string(error.total()));
    if (whole) *whole = error.problems();
  }
  return out;
}
inline std::vector<std::string> problems_in(const Model& model, const Table& table, ReadingOptions options = {}) {
  return problems_of([&] { read(model, table, std::move(options)); });
}
using Lines = std::vector<std::string>;
}
