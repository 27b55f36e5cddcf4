#pragma once
#include <charconv>
#include <chiso/core/as_seen.hpp>
#include <chiso/evidence/impl/bad_cells.ipp>
#include <chiso/evidence/impl/cell.ipp>
#include <chiso/evidence/impl/columns.ipp>
#include <chiso/evidence/impl/reader_build.ipp>
#include <chiso/evidence/impl/reader_bulk.ipp>
#include <chiso/evidence/impl/reader_columns.ipp>
#include <chiso/evidence/impl/reader_plain.ipp>

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
                                      .reported = BadCells(most)});
}

/// A rename that the options give already counts.
CHISO_INLINE ReadingOptions with_names(ReadingOptions options, const TableBelow& below) {
  if (below.unit == "unit") return options;
  options.rename.emplace_back(below.unit, "unit");
  options.rename.emplace_back("unit", "row");
  return options;
}
CHISO_INLINE EvidenceReader::EvidenceReader(TableBelow below, ReadingOptions options, TableSource source)
    : EvidenceReader(below.evidence.model(), with_names(std::move(options), below), source) {
  const auto& names = data_->model.derived().table_names.names();
  const auto table = index_of_name(nouns::table, below.table, names);
  data_->below.emplace(ReadBelow{std::move(below), table});
}

CHISO_INLINE ReadingOptions with_names(ReadingOptions options, const TableBeside&) {
  options.unknown_columns = UnknownColumns::ignore;
  options.absent_measures = AbsentMeasures::missing;
  return options;
}
CHISO_INLINE EvidenceReader::EvidenceReader(TableBeside beside, ReadingOptions options, TableSource source)
    : EvidenceReader(beside.columns, with_names(std::move(options), beside), source) {
  data_->beside.emplace(std::move(beside));
}

/// No model says what a roster may have; a reader needs one all the same.
CHISO_INLINE Model model_of_a_roster() {
  ModelDraft draft{};
  draft.id = "roster";
  draft.criteria = {leaf("listed", 1, rules::YesNo{.value = "true"})};
  return Model::build(std::move(draft));
}
CHISO_INLINE ReadingOptions with_names(ReadingOptions options, const RosterTable&) {
  options.unknown_columns = UnknownColumns::ignore;
  options.roster.reset();
  return options;
}
CHISO_INLINE EvidenceReader::EvidenceReader(RosterTable roster, ReadingOptions options, TableSource source)
    : EvidenceReader(model_of_a_roster(), with_names(std::move(options), roster), source) {
  data_->is_roster = true;
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
CHISO_INLINE std::size_t EvidenceReader::original_row(std::size_t row) const { return data_->original_row(row); }
CHISO_INLINE std::optional<std::size_t> EvidenceReader::column_of(std::size_t measure) const {
  for (const auto& input : data_->inputs)
    if (input.kind == Input::Kind::measure && input.target == measure) return input.place;
  return {};
}
CHISO_INLINE bool EvidenceReader::names_units() const { return data_->find(Input::Kind::unit) != nullptr; }
CHISO_INLINE std::optional<std::size_t> EvidenceReader::column_named(std::string_view name) const {
  const auto at = data_->by_name.find(std::string(name));
  return at == data_->by_name.end() ? std::nullopt : std::optional(at->second);
}
CHISO_INLINE bool EvidenceReader::knows(std::string_view name) const {
  return data_->renames.of(name) || data_->knows(as_seen(name)) || data_->knows(as_seen(first_line(name)));
}
CHISO_INLINE std::size_t EvidenceReader::add_column(std::string_view name) {
  data_->input_of_column.resize(data_->inputs.size() + 1);
  auto& input = data_->inputs.emplace_back();
  data_->input_of_column.back() = &input;
  input.head = name;
  if (const auto* given = data_->renames.of(name)) {
    input.name = *given;
  } else {
    input.name = as_seen(name);
    if (auto first = as_seen(first_line(name)); !data_->knows(input.name) && data_->knows(first)) input.name = std::move(first);
  }
  input.place = data_->inputs.size() - 1;
  data_->identify(input);
  data_->reserve(input);
  return input.place;
}
CHISO_INLINE bool EvidenceReader::reads(std::size_t column) const { return data_->input(column).is_read(); }
CHISO_INLINE bool EvidenceReader::takes_names(std::size_t column) const {
  const auto& input = data_->input(column);
  if (input.kind != Input::Kind::measure) return input.is_name() || input.is_truth();
  return input.reader->measure().type == MeasureType::choice || input.reader->measure().type == MeasureType::yes_no;
}
CHISO_INLINE bool EvidenceReader::takes_dates(std::size_t column) const {
  const auto& input = data_->input(column);
  if (takes_periods(column)) return true;
  return input.kind == Input::Kind::measure && input.reader->measure().type == MeasureType::date;
}
CHISO_INLINE bool EvidenceReader::takes_periods(std::size_t column) const {
  return data_->input(column).kind == Input::Kind::period && data_->options.period_of_dates.has_value();
}
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
  const auto shown = [&] { return cell; };
  if (input.kind == Input::Kind::unnamed) return data_->add_unnamed(input, row, shown);
  data_->fill(row, 1);
  if (input.is_name()) {
    const auto date = takes_periods(column) ? Date::parse(cell) : std::nullopt;
    const auto period = date ? part_of_period(date->text(), *data_->options.period_of_dates) : std::nullopt;
    return input.names.append(period ? std::string_view(*period) : cell, input.codes);
  }
  const auto read = input.reader->text(cell);
  if (read.problem || (read.clue != MarkClue::none && !data_->marks_are_shown)) return data_->add_unusual(input, row, cell, read);
  data_->add_read(input, row, read, shown);
}

CHISO_INLINE void EvidenceReader::state(std::size_t column, State cell) {
  auto& input = data_->input(column);
  if (!data_->takes(input)) return;
  const auto row = input.fed++;
  const auto here = row - data_->first_row;
  if (data_->filled.size() <= here) data_->filled.resize(here + 1);
  const bool blank = cell == State::missing;
  if (!blank) data_->filled[here] = 1;
  const bool bad = !blank && (cell != State::not_applicable || input.kind != Input::Kind::measure);
  if (bad) input.bad.add(row, column, problems::cell_state, [&] { return Arguments{name_of(cell)}; });
  if (input.is_name())
    input.codes.push_back(bad ? Input::unreadable_code : Input::blank_code);
  else if (input.is_truth())
    input.truths.push_back(bad ? Input::unreadable_truth : Input::blank_truth);
  else if (input.kind == Input::Kind::measure)
    input.cells.add(0, bad ? State::missing : cell);
}

/// A number as the text that a message shows.
template <class Float>
std::string shown_number(const Float& value) {
  if (!numbers::is_finite(value)) return numbers::is_negative(value) ? "-inf" : "inf";
  if (const auto whole = numbers::whole(value)) return std::to_string(*whole);  // 100000, which as a float is 1e+05 in short
  char buffer[64];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}
/// Adds the next cell of a column, of whatever type it is. read(reader) reads it as a cell of a measure, name() as a name, if it can be
/// one, and shown() makes the text of it that a message shows.
template <class OfType, class Read, class Name, class Shown>
void EvidenceReader::Data::add_typed(std::size_t column, const Read& read, const Name& name, const Shown& shown) {
  auto& input = this->input(column);
  if (!takes(input)) return;
  const auto row = input.fed++;
  if (input.kind == Input::Kind::unnamed) return add_unnamed(input, row, shown);
  fill(row, 1);
  input.has_numbers = input.has_numbers || std::is_arithmetic_v<OfType>;
  if (!input.is_name()) return add_read(input, row, read(*input.reader), shown), void();
  if (const std::optional<std::string> text = name()) return input.names.append(*text, input.codes);
  input.codes.push_back(Input::unreadable_code);
  const auto& expected =
      std::is_same_v<OfType, Date> && input.kind == Input::Kind::period ? phrases::period_or_told : phrases::text_or_whole_number;
  input.bad.add(row, input.place, problems::cell_type, [&] { return Arguments{BadCells::excerpt_or_blank(shown()), expected}; });
}
template <class Float>
void EvidenceReader::Data::add_number(std::size_t column, const Float& cell) {
  const auto read = [&](const CellReader& reader) { return reader.number(cell); };
  const auto name = [&] {
    const auto whole = numbers::whole(cell);
    return whole ? std::optional(std::to_string(*whole)) : std::nullopt;
  };
  add_typed<Float>(column, read, name, [&] { return shown_number(cell); });
}
CHISO_INLINE void EvidenceReader::number(std::size_t column, const double& cell) {
  numbers::is_nan(cell) ? missing(column) : data_->add_number(column, cell);
}
CHISO_INLINE void EvidenceReader::number(std::size_t column, const float& cell) {
  numbers::is_nan(cell) ? missing(column) : data_->add_number(column, cell);
}
CHISO_INLINE void EvidenceReader::integer(std::size_t column, std::int64_t cell) {
  const auto read = [&](const CellReader& reader) { return reader.integer(cell); };
  const auto digits = [&] { return std::to_string(cell); };
  data_->add_typed<std::int64_t>(column, read, digits, digits);
}
CHISO_INLINE void EvidenceReader::decimal(std::size_t column, std::string_view digits) {
  const auto read = [&](const CellReader& reader) { return reader.decimal(digits); };
  data_->add_typed<double>(column, read, [&] { return numbers::whole_digits(digits); }, [&] { return digits; });
}
CHISO_INLINE void EvidenceReader::boolean(std::size_t column, bool cell) {
  const auto read = [&](const CellReader& reader) { return reader.boolean(cell); };
  const auto word = [&] { return std::string_view(cell ? "true" : "false"); };
  data_->add_typed<bool>(column, read, [] { return std::nullopt; }, word);
}
CHISO_INLINE void EvidenceReader::date(std::size_t column, Date cell) {
  const auto read = [&](const CellReader& reader) { return reader.date(cell); };
  const auto period = [&] { return takes_periods(column) ? part_of_period(cell.text(), *data_->options.period_of_dates) : std::nullopt; };
  data_->add_typed<Date>(column, read, period, [&] { return cell.text(); });
}
CHISO_INLINE void EvidenceReader::unreadable(std::size_t column, const ProblemEntry& why, Arguments arguments) {
  auto& input = data_->input(column);
  if (!data_->takes(input)) return;
  add_problem(input.fed, column, why, [&] { return std::move(arguments); });
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
CHISO_INLINE BadCells& EvidenceReader::reported() { return data_->reported; }
}
