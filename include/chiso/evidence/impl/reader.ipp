#pragma once
#include <charconv>
#include <chiso/evidence/impl/bad_cells.ipp>
#include <chiso/evidence/impl/cell.ipp>
#include <chiso/evidence/impl/columns.ipp>
#include <chiso/evidence/impl/reader_build.ipp>
#include <chiso/evidence/impl/reader_bulk.ipp>
#include <chiso/evidence/impl/reader_columns.ipp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE EvidenceReader::EvidenceReader(Model model, ReadingOptions options, TableSource source) {
  check(options);
  if (model.tracks().size() > 0xFFFF) throw ShapeError("evidence holds at most 65535 tracks");
  const auto most = options.most_problems;
  Renames renames(options.rename);
  data_ = std::make_shared<Data>(Data{.model = std::move(model),
                                      .options = std::move(options),
                                      .source = source,
                                      .renames = std::move(renames),
                                      .of_columns = BadCells(most),
                                      .of_feeder = BadCells(most)});
}

CHISO_INLINE EvidenceError EvidenceReader::error_of(std::vector<BadCell> bad) {
  std::vector<Problem> out;
  out.reserve(bad.size());
  for (auto& one : bad) out.push_back(std::move(one.problem));
  return {std::move(out), total()};
}
CHISO_INLINE Evidence EvidenceReader::build() {
  return build([](BadCell&) {});
}
CHISO_INLINE bool EvidenceReader::knows(std::string_view name) const {
  return data_->renames.of(name) || data_->knows(name) || data_->knows(first_line(name));
}
CHISO_INLINE std::size_t EvidenceReader::add_column(std::string_view name) {
  data_->input_of_column.resize(data_->inputs.size() + 1);
  auto& input = data_->inputs.emplace_back();
  data_->input_of_column.back() = &input;
  const auto* given = data_->renames.of(name);
  input.head = name;
  input.name = given ? *given : input.head;
  input.place = data_->inputs.size() - 1;
  data_->identify(input);
  data_->reserve(input);
  return input.place;
}
CHISO_INLINE bool EvidenceReader::reads(std::size_t column) const { return data_->input(column).is_read(); }
CHISO_INLINE bool EvidenceReader::has_room(std::size_t column, std::size_t cells) { return data_->takes(data_->input(column), cells); }
CHISO_INLINE void EvidenceReader::expect_rows(std::size_t rows, Expected expected) {
  if (rows >= Input::rows_end) return;
  data_->expected_rows = rows;
  data_->filled.reserve(rows);
  for (auto& input : data_->inputs) data_->reserve(input);
  if (expected == Expected::at_most) return;
  std::vector<std::span<std::byte>> blocks;
  for (auto& input : data_->inputs)
    if (const auto block = input.cells.values.pages(); !block.empty()) blocks.push_back(block);
  data_->prefault.begin(std::move(blocks));
}
CHISO_INLINE void EvidenceReader::Data::reserve(Input& input) const {
  if (input.kind == Input::Kind::measure) {
    const auto& measure = input.reader->measure();
    if (measure.max && !AdaptiveIntegers::is_narrow(0, input.reader->most())) input.cells.values.widen();
    input.cells.values.reserve(expected_rows);
  }
  if (input.is_name()) input.codes.reserve(expected_rows);
  if (input.is_truth()) input.truths.reserve(expected_rows);
}

// ---- cells: each function adds one cell to its column; a cell that cannot be read becomes missing and a problem.
CHISO_INLINE void EvidenceReader::text(std::size_t column, std::string_view cell) {
  auto& input = data_->input(column);
  if (!data_->takes(input)) return;
  if (cell.empty()) return state(column, State::missing);
  const auto row = input.fed++;
  if (data_->filled.size() <= row) data_->filled.resize(row + 1);
  if (input.kind == Input::Kind::unnamed) {
    if (input.bad.total() == 0) input.bad.add(row, column, problems::column_unnamed, [&] { return Arguments{BadCells::shown(cell)}; });
    return;
  }
  data_->fill(row, 1);
  if (input.is_name()) return input.names.append(cell, input.codes);
  const auto read = input.reader->text(cell);
  const bool bad = read.problem || (input.is_truth() && read.state == State::not_applicable);
  if (bad) {
    const auto& problem = read.problem ? *read.problem : problems::cell_yes_no;
    auto* added = input.bad.add(row, column, problem, [&] {
      return Arguments{BadCells::shown(cell), input.is_truth() ? Argument(phrases::yes_or_no) : input.reader->expected(problem)};
    });
    if (added) data_->suggest(input, cell, *added);
  }
  if (input.is_truth()) {
    const auto blank = read.state == State::missing ? Input::blank_truth : static_cast<std::uint8_t>(read.value);
    return input.truths.push_back(bad ? Input::unreadable_truth : blank);
  }
  input.cells.add(bad ? 0 : read.value, read.problem ? State::missing : read.state);
}

CHISO_INLINE void EvidenceReader::state(std::size_t column, State cell) {
  auto& input = data_->input(column);
  if (!data_->takes(input)) return;
  const auto row = input.fed++;
  if (data_->filled.size() <= row) data_->filled.resize(row + 1);
  const bool blank = cell == State::missing;
  if (!blank) data_->filled[row] = 1;
  const bool bad = !blank && (cell != State::not_applicable || input.kind != Input::Kind::measure);
  if (bad) input.bad.add(row, column, problems::cell_state, [&] { return Arguments{name_of(cell)}; });
  if (input.is_name())
    input.codes.push_back(bad ? Input::unreadable_code : Input::blank_code);
  else if (input.is_truth())
    input.truths.push_back(bad ? Input::unreadable_truth : Input::blank_truth);
  else if (input.kind == Input::Kind::measure)
    input.cells.add(0, bad ? State::missing : cell);
}

/// Adds typed cells to the columns that read them by their CellReader.
struct TypedCells {
  /// `shown` makes the text of the cell for a problem.
  template <class Input, class Shown>
  static void add(Input& input, std::size_t row, const Cell& read, Shown&& shown) {
    if (read.problem)
      input.bad.add(row, input.place, *read.problem,
                    [&] { return Arguments{BadCells::shown(shown()), input.reader->expected(*read.problem)}; });
    if (input.is_truth())
      input.truths.push_back(read.problem                 ? Input::unreadable_truth
                             : read.state == State::value ? static_cast<std::uint8_t>(read.value)
                                                          : Input::blank_truth);
    else
      input.cells.add(read.value, read.problem ? State::missing : read.state);
  }
  /// A cell of one of the four name columns that is neither text nor a whole number.
  template <class Input, class Shown>
  static void add_wrong_name(Input& input, std::size_t row, Shown&& shown) {
    input.codes.push_back(Input::unreadable_code);
    input.bad.add(row, input.place, problems::cell_type,
                  [&] { return Arguments{BadCells::shown(shown()), phrases::text_or_whole_number}; });
  }
  template <class Float>
  static std::string text(const Float& value) {
    if (!numbers::is_finite(value)) return numbers::is_negative(value) ? "-inf" : "inf";
    char buffer[64];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
  }
  template <class Data, class Float>
  static void number(Data& data, EvidenceReader& reader, std::size_t column, const Float& cell) {
    auto& input = data.input(column);
    if (!data.takes(input)) return;
    if (numbers::is_nan(cell)) return reader.state(column, State::missing);
    if (!input.reader && !input.is_name()) return reader.text(column, text(cell));  // a column without a name
    const auto row = input.fed++;
    data.fill(row, 1);
    const auto shown = [&] { return text(cell); };
    if (!input.is_name()) return add(input, row, input.reader->number(cell), shown);
    if (const auto whole = numbers::whole(cell)) return input.names.append(std::to_string(*whole), input.codes);
    add_wrong_name(input, row, shown);
  }
};
CHISO_INLINE void EvidenceReader::number(std::size_t column, const double& cell) { TypedCells::number(*data_, *this, column, cell); }
CHISO_INLINE void EvidenceReader::number(std::size_t column, const float& cell) { TypedCells::number(*data_, *this, column, cell); }
CHISO_INLINE void EvidenceReader::integer(std::size_t column, std::int64_t cell) {
  auto& input = data_->input(column);
  if (!data_->takes(input)) return;
  if (!input.reader) return text(column, std::to_string(cell));
  const auto row = input.fed++;
  data_->fill(row, 1);
  TypedCells::add(input, row, input.reader->integer(cell), [&] { return std::to_string(cell); });
}
CHISO_INLINE void EvidenceReader::decimal(std::size_t column, std::string_view digits) {
  auto& input = data_->input(column);
  if (!data_->takes(input)) return;
  if (input.kind == Input::Kind::unnamed) return text(column, digits);
  const auto row = input.fed++;
  data_->fill(row, 1);
  const auto shown = [&] { return digits; };
  if (!input.is_name()) return TypedCells::add(input, row, input.reader->decimal(digits), shown);
  if (const auto whole = numbers::whole_digits(digits)) return input.names.append(*whole, input.codes);
  TypedCells::add_wrong_name(input, row, shown);
}
CHISO_INLINE void EvidenceReader::boolean(std::size_t column, bool cell) {
  auto& input = data_->input(column);
  if (!data_->takes(input)) return;
  const auto shown = [&] { return std::string_view(cell ? "true" : "false"); };
  if (input.kind == Input::Kind::unnamed) return text(column, shown());
  const auto row = input.fed++;
  data_->fill(row, 1);
  if (!input.is_name()) return TypedCells::add(input, row, input.reader->boolean(cell), shown);
  TypedCells::add_wrong_name(input, row, shown);
}
CHISO_INLINE void EvidenceReader::unreadable(std::size_t column, const ProblemEntry& why, Arguments arguments) {
  auto& input = data_->input(column);
  if (!data_->takes(input)) return;
  add_problem(input.fed, column, why, std::move(arguments));
  data_->add_unreadable(input);
}

CHISO_INLINE void EvidenceReader::numbers(std::size_t column, std::span<const double> cells) {
  BulkCells(*this, *data_, column).add(cells);
}
CHISO_INLINE void EvidenceReader::numbers(std::size_t column, std::span<const float> cells) { BulkCells(*this, *data_, column).add(cells); }
CHISO_INLINE void EvidenceReader::integers(std::size_t column, std::span<const std::int64_t> cells, std::span<const std::uint8_t> missing) {
  BulkCells(*this, *data_, column).add(cells, missing);
}
CHISO_INLINE void EvidenceReader::booleans(std::size_t column, std::span<const std::uint8_t> cells, std::span<const std::uint8_t> missing) {
  BulkCells(*this, *data_, column).add(cells, missing);
}

CHISO_INLINE void EvidenceReader::refuse(std::size_t column, const ProblemEntry& why, Arguments arguments) {
  data_->refuse(data_->input(column), why, std::move(arguments));
}
CHISO_INLINE BadCell* EvidenceReader::add_problem(std::size_t row, std::size_t column, const ProblemEntry& entry, Arguments arguments) {
  return data_->of_feeder.add(row, column, entry, [&] { return std::move(arguments); });
}
}
