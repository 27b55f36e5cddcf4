#pragma once
#include <chiso/chiso.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace chiso_bench {
using namespace chiso;

/// How each of the ten groups of the model counts its ten leaves.
enum class Groups { sums, caps };

/// 100 leaves of mixed rules, two fifths of them over ratios, read from 140 columns.
inline Model mixed_model(Groups groups_are = Groups::sums) {
  ModelDraft draft{.id = "mixed", .missing = WhenMissing::zero, .undefined = WhenUndefined::not_applicable, .measures = {}, .criteria = {}};
  std::vector<CriterionDraft> groups;
  for (int g = 0; g < 10; ++g) {
    std::vector<CriterionDraft> leaves;
    for (int k = 0; k < 10; ++k) {
      const auto id = std::to_string(g) + "_" + std::to_string(k);
      const auto a = "a" + id, b = "b" + id;
      const auto count = [&](const std::string& name) { draft.measures.emplace_back(name, MeasureDraft{.type = MeasureType::count}); };
      Rule rule;
      switch (k) {
        case 0:
        case 1:
          count(a), count(b);
          rule = rules::Proportional{.value = Number(a + " / " + b), .full_at = 1, .floor = 0.5};
          break;
        case 2:
        case 3:
          count(a), count(b);
          rule = rules::Tiers{.value = Number("percent(" + a + ", " + b + ")"),
                              .tiers = {{.above = 90, .points = 1}, {.from = 70, .points = 0.5}, {.points = 0}}};
          break;
        case 4:
        case 5:
          draft.measures.emplace_back(a, MeasureDraft{.type = MeasureType::choice, .options = {"on_time", "late", "none"}});
          rule = rules::Options{.value = Choice(a), .points = {{"on_time", 1}, {"late", 0.5}, {"none", 0}}};
          break;
        case 6:
          draft.measures.emplace_back(a, MeasureDraft{.type = MeasureType::yes_no});
          rule = rules::YesNo{.value = Truth(a)};
          break;
        case 7:
          count(a);
          rule = rules::PerItem{.value = Number(a), .each = 0.05};
          break;
        case 8:
          draft.measures.emplace_back(a, MeasureDraft{.type = MeasureType::decimal, .decimals = 2});
          rule = rules::Proportional{.value = Number(a), .full_at = 100};
          break;
        default: count(a); rule = rules::Deduct{.value = Number(a), .each = 0.1};
      }
      leaves.push_back(leaf("leaf" + id, 1, rule));
    }
    groups.push_back(group("group" + std::to_string(g), std::move(leaves),
                           groups_are == Groups::caps ? CriterionOptions{.cap = 8, .at_least = 1} : CriterionOptions{}));
  }
  draft.criteria = std::move(groups);
  return Model::build(std::move(draft));
}

/// Evidence drawn with a seed; 3 % of cells missing, 2 % not applicable.
inline Evidence drawn(const Model& model, std::size_t rows, std::uint64_t seed = 2024) {
  std::mt19937_64 random(seed);
  std::vector<std::string> units(rows);
  for (std::size_t row = 0; row < rows; ++row) units[row] = std::to_string(row);
  EvidenceBuilder builder(model);
  builder.texts("unit", std::move(units));
  std::vector<std::int64_t> values(rows);
  std::vector<State> states(rows);
  for (const auto& measure : model.measures()) {
    const bool choice = measure.type == MeasureType::choice, truth = measure.type == MeasureType::yes_no;
    const std::uint64_t end = choice ? 3 : truth ? 2 : measure.type == MeasureType::decimal ? 101 : 5000;
    for (std::size_t row = 0; row < rows; ++row) {
      const auto draw = random();
      values[row] = static_cast<std::int64_t>((draw >> 20) % end);
      states[row] = draw % 100 < 3 ? State::missing : draw % 100 < 5 ? State::not_applicable : State::value;
      if (states[row] != State::value) values[row] = 0;
    }
    if (choice) {
      std::vector<std::string> cells(rows);
      for (std::size_t row = 0; row < rows; ++row)
        cells[row] = states[row] == State::value     ? measure.options[static_cast<std::size_t>(values[row])]
                     : states[row] == State::missing ? ""
                                                     : "not_applicable";
      builder.texts(measure.name, std::move(cells));
    } else if (truth) {
      const std::vector<std::uint8_t> cells(values.begin(), values.end());
      builder.booleans(measure.name, cells, states);
    } else {
      builder.integers(measure.name, values, states);
    }
  }
  return builder.build();
}
}
