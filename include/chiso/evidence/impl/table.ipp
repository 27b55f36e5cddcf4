#pragma once
#include <algorithm>
#include <array>
#include <charconv>
#include <chiso/evidence/impl/bad_cells.ipp>
#include <chiso/evidence/impl/cell.ipp>
#include <chiso/evidence/impl/columns.ipp>
#include <chiso/evidence/impl/table_bulk.ipp>
#include <chiso/evidence/impl/table_columns.ipp>
#include <chiso/evidence/impl/table_rows.ipp>
#include <tuple>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE EvidenceTable::EvidenceTable(Model model, CellOptions options) {
  check(options);
  if (model.tracks().size() > 0xFFFF) throw ShapeError("evidence holds at most 65535 tracks");
  const auto most = options.most_problems;
  data_ = std::make_shared<Data>(
      Data{.model = std::move(model), .options = std::move(options), .of_columns = BadCells(most), .of_reader = BadCells(most)});
}

CHISO_INLINE bool EvidenceTable::knows(std::string_view name) const { return data_->knows(name) || data_->knows(first_line(name)); }
CHISO_INLINE std::size_t EvidenceTable::add_column(std::string_view name) {
  auto& input = data_->inputs.emplace_back();
  input.name = name;
  input.place = data_->inputs.size() - 1;
  data_->identify(input);
  data_->reserve(input);
  return input.place;
}
CHISO_INLINE bool EvidenceTable::reads(std::size_t column) const { return data_->inputs[column].kind != Input::Kind::ignored; }
CHISO_INLINE void EvidenceTable::expect_rows(std::size_t rows, Expected expected) {
  data_->expected_rows = rows;
  data_->filled.reserve(rows);
  for (auto& input : data_->inputs) data_->reserve(input);
  if (expected == Expected::at_most) return;
  std::vector<std::span<std::byte>> blocks;
  for (auto& input : data_->inputs)
    if (const auto block = input.cells.values.pages(); !block.empty()) blocks.push_back(block);
  data_->pages.begin(std::move(blocks));
}
CHISO_INLINE void EvidenceTable::Data::reserve(Input& input) const {
  if (input.kind == Input::Kind::measure) {
    const auto& measure = input.reader->measure();
    if (measure.max && !PackedWholes::is_narrow(0, input.reader->most())) input.cells.values.widen();
    input.cells.values.reserve(expected_rows);
  }
  if (input.is_name()) input.codes.reserve(expected_rows);
  if (input.is_truth()) input.truths.reserve(expected_rows);
}

// ---- cells. Each adds one cell to its column; one that cannot be read is missing, and a problem.
CHISO_INLINE void EvidenceTable::text(std::size_t column, std::string_view cell) {
  auto& input = data_->inputs[column];
  if (input.kind == Input::Kind::ignored) return;
  if (cell.empty()) return state(column, State::missing);
  const auto row = input.fed++;
  if (data_->filled.size() <= row) data_->filled.resize(row + 1);
  if (input.kind == Input::Kind::unnamed) {
    if (input.bad.total() == 0)
      input.bad.add(row, column, "column.unnamed", cell, [] { return std::string("a blank in a column without a name"); });
    return;
  }
  data_->fill(row, 1);
  if (input.is_name()) return input.names.append(cell, input.codes);
  const auto read = input.reader->text(cell);
  const bool bad = read.problem || (input.is_truth() && read.state == State::not_applicable);
  if (bad) {
    const std::string_view code = read.problem ? read.problem : "cell.yes_no";
    auto* kept = input.bad.add(row, column, code, cell, [&] {
      return input.is_truth() ? std::string("yes or no (true/false, có/không, 1/0)") : input.reader->expected(code);
    });
    if (kept) data_->suggest(input, cell, *kept);
  }
  if (input.is_truth()) {
    const auto blank = read.state == State::missing ? Input::blank_truth : static_cast<std::uint8_t>(read.value);
    return input.truths.push_back(bad ? Input::unreadable_truth : blank);
  }
  input.cells.add(bad ? 0 : read.value, read.problem ? State::missing : read.state);
}

CHISO_INLINE void EvidenceTable::state(std::size_t column, State cell) {
  auto& input = data_->inputs[column];
  if (input.kind == Input::Kind::ignored) return;
  const auto row = input.fed++;
  if (data_->filled.size() <= row) data_->filled.resize(row + 1);
  const bool blank = cell == State::missing;
  if (!blank) data_->filled[row] = 1;
  const bool bad = !blank && (cell != State::not_applicable || input.kind != Input::Kind::measure);
  if (bad)
    input.bad.add(row, column, "cell.state", name_of(cell), [] { return std::string("a value, missing, or in a measure not_applicable"); });
  if (input.is_name())
    input.codes.push_back(bad ? Input::unreadable : Input::blank);
  else if (input.is_truth())
    input.truths.push_back(bad ? Input::unreadable_truth : Input::blank_truth);
  else if (input.kind == Input::Kind::measure)
    input.cells.add(0, bad ? State::missing : cell);
}

/// What a typed cell was read as, for the columns that read it by their reader.
struct TypedCells {
  template <class Input, class Shown>
  static void add(Input& input, std::size_t row, const Cell& read, Shown&& shown) {
    if (read.problem) input.bad.add(row, input.place, read.problem, shown(), [&] { return input.reader->expected(read.problem); });
    if (input.is_truth())
      input.truths.push_back(read.problem                 ? Input::unreadable_truth
                             : read.state == State::value ? static_cast<std::uint8_t>(read.value)
                                                          : Input::blank_truth);
    else
      input.cells.add(read.value, read.problem ? State::missing : read.state);
  }
  template <class Float>
  static std::string text(const Float& value) {
    if (!numbers::is_finite(value)) return numbers::is_negative(value) ? "-inf" : "inf";
    char buffer[64];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
  }
  /// Of the four columns of names: whole numbers stand for their digits.
  template <class Input, class Float>
  static void name(Input& input, std::size_t row, const Float& value) {
    if (const auto whole = numbers::whole(value)) return input.names.append(std::to_string(*whole), input.codes);
    input.codes.push_back(Input::unreadable);
    input.bad.add(row, input.place, "cell.type", text(value), [] { return std::string("text or a whole number"); });
  }
  template <class Table, class Float>
  static void number(Table& data, EvidenceTable& table, std::size_t column, const Float& cell) {
    auto& input = data.inputs[column];
    if (input.kind == std::remove_cvref_t<decltype(input)>::Kind::ignored) return;
    if (numbers::is_nan(cell)) return table.state(column, State::missing);
    if (!input.reader && !input.is_name()) return table.text(column, text(cell));  // a column without a name
    const auto row = input.fed++;
    data.fill(row, 1);
    if (input.is_name()) return name(input, row, cell);
    add(input, row, input.reader->number(cell), [&] { return text(cell); });
  }
};
CHISO_INLINE void EvidenceTable::number(std::size_t column, const double& cell) { TypedCells::number(*data_, *this, column, cell); }
CHISO_INLINE void EvidenceTable::number(std::size_t column, const float& cell) { TypedCells::number(*data_, *this, column, cell); }
CHISO_INLINE void EvidenceTable::whole(std::size_t column, std::int64_t cell) {
  auto& input = data_->inputs[column];
  if (input.kind == Input::Kind::ignored) return;
  if (!input.reader) return text(column, std::to_string(cell));
  const auto row = input.fed++;
  data_->fill(row, 1);
  TypedCells::add(input, row, input.reader->whole(cell), [&] { return std::to_string(cell); });
}
CHISO_INLINE void EvidenceTable::decimal(std::size_t column, std::string_view digits) {
  auto& input = data_->inputs[column];
  if (input.kind == Input::Kind::ignored) return;
  if (input.kind == Input::Kind::unnamed) return text(column, digits);
  const auto row = input.fed++;
  data_->fill(row, 1);
  if (!input.is_name()) return TypedCells::add(input, row, input.reader->decimal(digits), [&] { return std::string(digits); });
  if (const auto whole = numbers::whole_digits(digits)) return input.names.append(*whole, input.codes);
  input.codes.push_back(Input::unreadable);
  input.bad.add(row, column, "cell.type", digits, [] { return std::string("text or a whole number"); });
}
CHISO_INLINE void EvidenceTable::unreadable(std::size_t column) {
  auto& input = data_->inputs[column];
  if (input.kind == Input::Kind::ignored) return;
  data_->fill(input.fed++, 1);
  if (input.is_name()) input.codes.push_back(Input::unreadable);
  if (input.is_truth()) input.truths.push_back(Input::unreadable_truth);
  if (input.kind == Input::Kind::measure) input.cells.add(0, State::missing);
}
CHISO_INLINE void EvidenceTable::truth(std::size_t column, bool cell) {
  auto& input = data_->inputs[column];
  if (input.kind == Input::Kind::ignored) return;
  const auto shown = [&] { return std::string(cell ? "true" : "false"); };
  if (input.kind == Input::Kind::unnamed) return text(column, shown());
  const auto row = input.fed++;
  data_->fill(row, 1);
  if (!input.is_name()) return TypedCells::add(input, row, input.reader->truth(cell), shown);
  input.codes.push_back(Input::unreadable);
  input.bad.add(row, column, "cell.type", shown(), [] { return std::string("text or a whole number"); });
}

CHISO_INLINE void EvidenceTable::numbers(std::size_t column, std::span<const double> cells) { BulkCells(*this, *data_, column).add(cells); }
CHISO_INLINE void EvidenceTable::numbers(std::size_t column, std::span<const float> cells) { BulkCells(*this, *data_, column).add(cells); }
CHISO_INLINE void EvidenceTable::wholes(std::size_t column, std::span<const std::int64_t> cells, std::span<const std::uint8_t> missing) {
  BulkCells(*this, *data_, column).add(cells, missing);
}
CHISO_INLINE void EvidenceTable::truths(std::size_t column, std::span<const std::uint8_t> cells, std::span<const std::uint8_t> missing) {
  BulkCells(*this, *data_, column).add(cells, missing);
}

CHISO_INLINE Problem* EvidenceTable::add_problem(std::size_t row, std::size_t column, std::string_view code, std::string_view found,
                                                 std::string_view expected) {
  auto* kept = data_->of_reader.add(row, column, code, found, [&] { return std::string(expected); });
  return kept ? &kept->problem : nullptr;
}

// ---- the table as a whole
CHISO_INLINE std::optional<Evidence> EvidenceTable::build(std::size_t rows) {
  using Kind = Input::Kind;
  auto& data = *data_;
  data.pages.stop();
  for (auto& input : data.inputs) {
    input.names.settle(input.codes);
    input.cells.values.give_back();
  }
  const auto absent = [&](const std::string& name, const char* expected) {
    auto* kept =
        data.of_columns.add(BadCell::none, BadCell::none, "column.absent", "no column " + name, [&] { return std::string(expected); });
    if (kept) kept->problem.place.pointer = "/columns/" + name;
  };
  if (!data.find(Kind::unit)) absent("unit", "a column with the names of the units");
  if (rows >= Input::unreadable) {
    data.of_columns.add(BadCell::none, BadCell::none, "rows.limit", std::to_string(rows),
                        [] { return std::string("fewer rows than 2^32 - 2"); });
    return {};
  }
  data.settle_marks();
  const bool rows_dropped = data.drop_empty_rows(rows);
  if (!data.kept.empty() || data.filled.empty() || std::find(data.filled.begin(), data.filled.end(), 1) == data.filled.end())
    rows = data.kept.size();

  const auto measures = data.model.measures().size();
  EvidenceData out{.model = data.model};
  std::vector<std::shared_ptr<EvidenceColumn>> columns(measures + data.model.leaves());
  const auto missing = [&](std::size_t target) {
    auto column = std::make_shared<EvidenceColumn>();
    column->values.resize(rows);
    column->states.assign(rows, State::missing);
    column->decimals = data.measure_of(target).decimals;
    column->settle();
    return column;
  };
  for (auto& input : data.inputs) {
    if (input.kind != Kind::measure) continue;
    columns[input.target] = std::make_shared<EvidenceColumn>(std::move(input.cells));
    columns[input.target]->decimals = input.reader->measure().decimals;
    if (rows_dropped) columns[input.target]->settle();
  }
  for (std::size_t i = 0; i < measures; ++i) {
    if (columns[i]) continue;
    if (data.options.absent_measures == AbsentMeasures::refuse)
      absent(data.model.measures()[i].name, "a column for every measure of the model");
    else
      columns[i] = missing(i);
  }
  TableRows keys{.table = data, .rows = rows};
  keys.run();

  for (auto& input : data.inputs) {
    if (input.kind != Kind::companion) continue;
    auto& column = columns[input.target];
    if (!column && input.target < measures && data.options.absent_measures == AbsentMeasures::refuse) continue;
    if (!column) column = missing(input.target);
    const auto own_name = input.name.substr(0, input.name.size() - companion_suffix.size());
    const auto at = data.by_name.find(own_name);
    const auto* own = at == data.by_name.end() ? nullptr : &data.inputs[at->second];
    BadCells beside(data.options.most_problems);
    bool changed = false;
    for (std::size_t row = 0; row < rows; ++row) {
      if (input.truths[row] != 1) continue;
      if (column->state(row) == State::value) {
        const auto measure = data.measure_of(input.target);
        const auto value = column->values[row];
        const auto found = measure.type == MeasureType::choice   ? measure.options[static_cast<std::size_t>(value)]
                           : measure.type == MeasureType::yes_no ? std::string(value != 0 ? "yes" : "no")
                                                                 : Decimal(value, measure.decimals).text();
        beside.add(data.given(row), own ? own->place : input.place, "cell.beside", found,
                   [&] { return "a blank beside " + input.name + ", or no there"; });
      } else {
        changed |= column->states[row] != State::not_applicable;
        column->states[row] = State::not_applicable;
      }
    }
    if (changed) column->settle();
    data.of_rows.push_back(std::move(beside));
  }
  if (total() > 0) return {};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    (i < measures ? out.measures : out.stated).push_back(std::move(columns[i]));
  }
  if (rows == 0) keys.out.put_in_order();
  out.rows = std::make_shared<const EvidenceRows>(std::move(keys.out));
  return EvidenceAssembly::made_of(std::move(out));
}

CHISO_INLINE std::size_t EvidenceTable::total() const {
  std::size_t sum = data_->of_columns.total() + data_->of_reader.total();
  for (const auto& input : data_->inputs) sum += input.bad.total();
  for (const auto& list : data_->of_rows) sum += list.total();
  return sum;
}

CHISO_INLINE std::vector<BadCell> EvidenceTable::problems() {
  std::vector<BadCell> found;
  const auto take = [&](BadCells& bad) {
    for (auto& cell : bad.list()) found.push_back(std::move(cell));
    bad.list().clear();
  };
  take(data_->of_columns);
  take(data_->of_reader);
  for (auto& input : data_->inputs) take(input.bad);
  for (auto& list : data_->of_rows) take(list);
  // Of the columns first, then row by row, those of one cell as they were found: `none` plus one is 0.
  std::vector<std::array<std::size_t, 3>> order;
  for (std::size_t i = 0; i < found.size(); ++i) order.push_back({found[i].row + 1, found[i].column + 1, i});
  std::sort(order.begin(), order.end());
  if (order.size() > data_->options.most_problems) order.resize(data_->options.most_problems);
  std::vector<BadCell> out;
  for (const auto& place : order) out.push_back(std::move(found[place[2]]));
  for (auto& cell : out) {
    auto& place = cell.problem.place;
    if (!place.pointer.empty()) continue;
    Report report;
    {
      const bool of_column = cell.row == BadCell::none;
      if (of_column && cell.column == BadCell::none) continue;
      const Report::Step row(report, of_column ? "columns" : std::to_string(cell.row));
      place.pointer = report.path();
      if (cell.column == BadCell::none) continue;
      const Report::Step column(report, data_->inputs[cell.column].name);
      place.pointer = report.path();
    }
  }
  return out;
}
}
