#include <algorithm>
#include <chiso/core/date.hpp>
#include <chiso/expr/evaluate.hpp>
#include <chiso/expr/program.hpp>
#include <chiso/expr/tile.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace {
using namespace chiso;

/// Measures of every type, two choices with the same options and one with others.
const Measures& measures() {
  using enum MeasureType;
  static const Measures all({{.name = "a"},
                             {.name = "b"},
                             {.name = "c", .max = Decimal(1000)},
                             {.name = "d", .type = decimal, .decimals = 2},
                             {.name = "e", .type = decimal, .decimals = 9},
                             {.name = "t", .type = yes_no},
                             {.name = "u", .type = yes_no},
                             {.name = "p", .type = choice, .options = {"x", "y", "đúng hạn"}},
                             {.name = "q", .type = choice, .options = {"x", "y", "đúng hạn"}},
                             {.name = "r", .type = choice, .options = {"z"}},
                             {.name = "v", .type = date},
                             {.name = "w", .type = date}});
  return all;
}

/// A table `k` below the units, with the same measures.
Derived with_table() {
  Derived out;
  out.tables = {{"k", measures()}};
  out.table_names = {"k"};
  return out;
}

/// A few rows of every state, over columns that a program may read, its previous values and cohort figures included.
class Rows {
 public:
  explicit Rows(const Derived& derived) {
    batch.rows = rows;
    for (const auto& measure : measures()) batch.measures.push_back(column(measure));
    for (const auto measure : derived.previous) batch.previous.push_back(column(measures()[measure]));
    for (std::size_t row = 0; row < rows; ++row) has_[row] = row % 3 == 1 ? State::missing : State::value;
    batch.has_previous = has_;
    for (std::size_t i = 0; i < derived.cohorts.size(); ++i) batch.cohorts.push_back({groups_, figures_});
    for (std::size_t i = 0; i < derived.below.size(); ++i) batch.below.push_back({groups_, figures_});
    for (std::size_t i = 0; i < derived.previous_below.size(); ++i) batch.previous_below.push_back({groups_, figures_});
  }
  static constexpr std::size_t rows = 8;
  Batch batch{};

 private:
  Column column(const Measure& measure) {
    static const std::vector<std::int64_t> numbers{0, 1, 2, 3, 100, 999, 100'000, 123'456'789'012};
    Column out{.states = states_, .decimals = measure.decimals};
    auto& values = columns_.emplace_back();
    const auto place = columns_.size();
    for (std::size_t row = 0; row < rows; ++row) {
      auto value = numbers[(row + place) % numbers.size()];
      if (measure.max) value = std::min<std::int64_t>(value, 1000);
      if (measure.type == MeasureType::decimal && row % 2 == 1) value = -value;
      if (measure.type == MeasureType::yes_no) value %= 2;
      if (measure.type == MeasureType::date) value %= Date::last_number;
      if (measure.type == MeasureType::choice) value %= static_cast<std::int64_t>(measure.options.size());
      if (states_[row] != State::value) value = 0;
      out.least = std::min(out.least, value);
      out.most = std::max(out.most, value);
      values.push_back(value);
    }
    out.values = values;
    return out;
  }

  std::vector<State> states_{State::value, State::value,          State::missing, State::value,
                             State::value, State::not_applicable, State::value,   State::value};
  std::vector<State> has_ = std::vector<State>(rows);
  std::deque<std::vector<std::int64_t>> columns_;
  std::vector<std::uint32_t> groups_{0, 1, 2, 0, 1, 2, 0, 1};
  std::vector<Outcome> figures_{{State::value, Rational(7, 3)}, {State::missing, {}}, {State::value, Rational(0)}};
};

/// Every arithmetic that the bounds of a program allow gives what the evaluator of single rows does.
template <class Number>
void agrees(const Program& program, const Batch& batch, const Bounds& proved) {
  TileEvaluator<Number> tiles;
  const auto tile = tiles.run(program, proved, batch, 0, batch.rows);
  for (std::size_t row = 0; row < batch.rows; ++row) {
    const auto one = evaluate(program, batch, row);
    const auto state = tile.state == nullptr ? State::value : tile.state[row];
    if (state != one.state) std::abort();
    if (state != State::value) continue;
    const auto den = tile.den == nullptr ? tile.common : tile.den[row];
    if (!(Rational(static_cast<int128>(tile.num[row]), static_cast<int128>(den)) == one.value)) std::abort();
  }
}
}

/// The first byte chooses the expected type, the rest is an expression. It gives one problem within the text, or a program on which two
/// evaluators agree and which does not change when it is compiled again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto wanted = static_cast<Type>(data[0] % names_of(Type{}).size());
  const ExpressionText text{std::string(reinterpret_cast<const char*>(data) + 1, size - 1)};
  auto derived = with_table();
  Report report;
  const auto program = compile(text, wanted, measures(), derived, report);
  if (program.has_value() != report.problems().empty()) std::abort();
  if (!program) {
    if (report.problems().size() != 1 || report.problems()[0].place.within > text.text.size()) std::abort();
    return 0;
  }
  auto again = with_table();
  Report ignored;
  if (compile(text, wanted, measures(), again, ignored) != program) std::abort();
  const Rows rows(derived);
  const auto proved = bounds(*program, rows.batch);
  const auto width = width_of(proved.peak);
  if (width <= Width::doubles) agrees<double>(*program, rows.batch, proved);
  if (width <= Width::bits64) agrees<std::int64_t>(*program, rows.batch, proved);
  if (width <= Width::bits128) agrees<int128>(*program, rows.batch, proved);
  return 0;
}
