#pragma once
#include <chiso/chiso.hpp>
#include <evidence/tables.hpp>
#include <optional>
#include <string>
#include <vector>

namespace chiso_test {
inline const std::string na = "not_applicable";

/// A leaf `a` of 100 points that earns `x`, and a group `g` of two leaves of 50 that earn `y` and `z`. With y and z not applicable the
/// index is x.
inline ModelDraft ranked_draft() {
  ModelDraft draft{};
  draft.id = "ranked";
  const auto within = [](int most) {
    auto out = measure(MeasureType::decimal);
    out.decimals = 6;
    out.min = 0;
    out.max = most;
    return out;
  };
  draft.measures = {{"x", within(100)}, {"y", within(50)}, {"z", within(50)}};
  draft.criteria = {leaf("a", 100, rules::Given{.value = "x"}),
                    group("g", {leaf("b", 50, rules::Given{.value = "y"}), leaf("c", 50, rules::Given{.value = "z"})})};
  return draft;
}
/// Scores of rows with an index each, for units A, B, C and so on.
inline Scores scored(const ModelDraft& draft, const Table& table, Keep keep = Keep::leaves) {
  const auto model = Model::build(draft);
  return score(model, read(model, table), {.keep = keep});
}
inline Table of_indices(const std::vector<std::string>& indices) {
  Table out{{"unit", {}}, {"x", indices}, {"y", Lines(indices.size(), na)}, {"z", Lines(indices.size(), na)}};
  for (std::size_t i = 0; i < indices.size(); ++i) out[0].second.push_back(std::string(1, static_cast<char>('A' + i)));
  return out;
}
/// Ranks of all rows in their order; 0 for none.
using Numbers = std::vector<std::size_t>;
inline Numbers all_of(const Ranks& ranks) {
  Numbers out;
  for (std::size_t row = 0; row < ranks.scores().rows(); ++row) out.push_back(ranks.of(row).value_or(0));
  return out;
}
inline Lines all_of(const RowClasses& classes, std::size_t rows) {
  Lines out;
  for (std::size_t row = 0; row < rows; ++row) out.emplace_back(classes.of(row));
  return out;
}
}
