#pragma once
#include <algorithm>
#include <chiso/core/date.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/evaluate.hpp>
#include <chiso/model/model.hpp>
#include <deque>
#include <support/random.hpp>
#include <utility>
#include <vector>

namespace chiso_test {
/// The measures that RandomExpression uses, as a draft has them.
inline std::vector<std::pair<std::string, chiso::MeasureDraft>> random_measures() {
  using enum chiso::MeasureType;
  const std::vector<chiso::Item> options{"x", "y", "z"};
  return {{"a", {.type = count}},
          {"b", {.type = count}},
          {"c", {.type = count}},
          {"d", {.type = decimal, .decimals = 2}},
          {"e", {.type = decimal, .decimals = 9}},
          {"p", {.type = choice, .options = options}},
          {"q", {.type = choice, .options = options}},
          {"t", {.type = yes_no}},
          {"u", {.type = yes_no}},
          {"v", {.type = date}},
          {"w", {.type = date}}};
}

/// The same measures, with narrow random limits for the numbers; some have one limit or none.
inline std::vector<std::pair<std::string, chiso::MeasureDraft>> random_limited_measures(Random& random) {
  auto out = random_measures();
  for (auto& [name, measure] : out) {
    if (type_of(measure.type) != chiso::Type::number) continue;
    const auto low = random.within(measure.type == chiso::MeasureType::count ? 0 : -4, 4);
    if (!random.one_in(4)) measure.min = low;
    if (!random.one_in(4)) measure.max = std::max<std::int64_t>(low + random.within(0, 4), 0);
  }
  return out;
}

/// Random columns for a model over those measures, including values from other rows; owns what the batch borrows.
struct RandomBatch {
  chiso::Batch batch{};

  RandomBatch(const chiso::Model& model, std::size_t rows, Random& random) {
    batch.rows = rows;
    for (const auto& measure : model.measures()) batch.measures.push_back(column(measure, rows, random));
    for (const auto measure : model.derived().previous) batch.previous.push_back(column(model.measures()[measure], rows, random));
    auto& has = states_.emplace_back(rows, chiso::State::value);
    for (auto& state : has)
      if (random.one_in(4)) state = chiso::State::missing;
    batch.has_previous = has;
    // Previous values are missing if there is no previous row.
    for (std::size_t i = 0; i < batch.previous.size(); ++i) {
      auto& values = values_.emplace_back(batch.previous[i].values.copied_as<std::int64_t>());
      auto& states = states_.emplace_back(rows, chiso::State::value);
      for (std::size_t r = 0; r < rows; ++r) {
        states[r] = has[r] != chiso::State::value ? has[r] : batch.previous[i].state(r);
        if (states[r] != chiso::State::value) values[r] = 0;
      }
      batch.previous[i].values = stored(values, random);
      batch.previous[i].states = states;
    }
    auto& groups = groups_.emplace_back(rows);
    for (auto& group : groups) group = static_cast<std::uint32_t>(random.below(3));
    for (const auto& term : model.derived().cohorts) {
      auto& figures = figures_.emplace_back(3);
      for (auto& figure : figures) figure = {chiso::State::missing, {}};
      for (std::size_t r = 0; r < rows;
           ++r) {  // the leader must be one of the values; for other functions the greatest does as well as any figure
        const auto value = chiso::evaluate(term.of, batch, r);
        auto& figure = figures[groups[r]];
        if (value.state == chiso::State::value && (figure.state != chiso::State::value || value.value > figure.value)) figure = value;
      }
      batch.cohorts.push_back({groups, figures});
    }
    auto& tracks = tracks_.emplace_back(rows);
    for (auto& track : tracks) track = static_cast<std::uint16_t>(random.below(model.tracks().size()));
    batch.tracks = tracks;
  }

 private:
  /// Stores numbers in four bytes each now and then, if they fit.
  chiso::ColumnValues stored(const std::vector<std::int64_t>& values, Random& random) {
    const auto fits = [](std::int64_t value) { return std::in_range<std::int32_t>(value); };
    if (random.one_in(2) || !std::all_of(values.begin(), values.end(), fits)) return values;
    return narrow_.emplace_back(values.begin(), values.end());
  }
  chiso::Column column(const chiso::Measure& measure, std::size_t rows, Random& random) {
    using namespace chiso;
    auto& values = values_.emplace_back(rows);
    auto& states = states_.emplace_back(rows, State::value);
    const bool number = type_of(measure.type) == Type::number;
    const std::int64_t most =
        measure.type == MeasureType::date ? random.of(std::vector<std::int64_t>{2, 400, Date::last_number})
        : !number
            ? (measure.type == MeasureType::choice ? 2 : 1)
            : random.of(std::vector<std::int64_t>{1, 3, 100, 5000, 1'000'000, 1'000'000'000, 1'000'000'000'000, std::int64_t{1} << 53});
    const bool negative = measure.type == MeasureType::decimal && random.one_in(2), all_values = random.one_in(2);
    const auto low = measure.min ? *measure.min->scaled(measure.decimals) : negative ? -most : 0;
    const auto high = measure.max ? *measure.max->scaled(measure.decimals) : std::max(low, most);
    Column out{.decimals = measure.decimals};
    for (std::size_t r = 0; r < rows; ++r) {
      values[r] = random.within(low, high);
      if (!all_values && random.one_in(5)) states[r] = random.one_in(2) ? State::missing : State::not_applicable;
      if (states[r] != State::value) values[r] = 0;
      out.least = std::min(out.least, values[r]);
      out.most = std::max(out.most, values[r]);
    }
    out.values = stored(values, random);
    if (!all_values) out.states = states;
    return out;
  }
  std::deque<std::vector<std::int64_t>> values_;
  std::deque<std::vector<std::int32_t>> narrow_;
  std::deque<std::vector<chiso::State>> states_;
  std::deque<std::vector<std::uint32_t>> groups_;
  std::deque<std::vector<chiso::Outcome>> figures_;
  std::deque<std::vector<std::uint16_t>> tracks_;
};
}
