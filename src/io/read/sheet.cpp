#include <algorithm>
#include <charconv>
#include <chiso/core/error.hpp>
#include <chiso/core/text.hpp>
#include <chiso/io/read/frame.hpp>
#include <chiso/io/read/sheet.hpp>
#include <io/read/csv_problems.hpp>
#include <io/read/decimal_mark.hpp>
#include <io/read/heads_search.hpp>
#include <io/read/reading_options.hpp>
#include <io/read/sheet_problems.hpp>
#include <io/text/csv_scanner.hpp>
#include <io/text/unicode.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
using CellKind = SheetCell::Kind;
using TableOf = std::variant<Model, TableBelow, TableBeside>;

EvidenceReader reader_of(const TableOf& of, const ReadingOptions& options) {
  return std::visit([&](const auto& table) { return EvidenceReader(table, options, TableSource::file); }, of);
}
/// What a table holds: its measures, with what the model says of them for people.
struct Held {
  const Measures& measures;
  const std::vector<std::pair<std::string, MeasureDraft>>& drafts;
};
Held held_by(const Model& model) { return {model.measures(), model.draft().measures}; }
Held held_by(const TableBeside& beside) { return held_by(beside.columns); }
Held held_by(const TableBelow& below) {
  const auto& model = below.evidence.model();
  const auto table = index_of_name(nouns::table, below.table, model.derived().table_names.names());
  return {model.derived().tables[table].measures, model.draft().tables[table].second.measures};
}

bool is_blank(const SheetCell& cell) { return cell.kind == CellKind::blank || (cell.kind == CellKind::text && trimmed(cell.text).empty()); }
/// A number with the digits that a spreadsheet keeps of it.
std::string digits_shown(double number) {
  char buffer[32];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::general, 15).ptr};
}
/// The name that a cell gives to its column.
std::string head_of(const SheetCell& cell) {
  switch (cell.kind) {
    case CellKind::number:
    case CellKind::percent: return digits_shown(cell.number);
    case CellKind::truth: return cell.number != 0 ? "true" : "false";
    case CellKind::date: return cell.date.text();
    case CellKind::text:
    case CellKind::moment: return std::string(cell.text);
    default: return {};
  }
}
std::vector<std::string> names_of(std::span<const SheetCell> cells) {
  std::vector<std::string> out;
  for (const auto& cell : cells) out.push_back(head_of(cell));
  return out;
}

SheetReader::PercentCells percent_cells_of(const Measure& measure, const MeasureDraft& draft) {
  using Read = SheetReader::PercentCells;
  if (measure.type != MeasureType::count && measure.type != MeasureType::decimal) return Read::as_stored;
  const auto in_percent = [&](Text::Language language) { return trimmed(draft.measured_in->in(language)).starts_with('%'); };
  if (draft.measured_in && (in_percent(Text::Language::vi) || in_percent(Text::Language::en))) return Read::as_shown;
  if (measure.max == Decimal(100)) return Read::as_shown;
  return measure.max && *measure.max <= Decimal(1) ? Read::as_stored : Read::refused;
}
}

SheetReader::SheetReader(Model model, ReadingOptions options, std::string sheet)
    : of_(std::move(model)),
      options_(cleaned(std::move(options))),
      sheet_(std::move(sheet)),
      reader_(reader_of(of_, before_the_heads(options_))) {}
SheetReader::SheetReader(TableBelow below, ReadingOptions options, std::string sheet)
    : of_(std::move(below)),
      options_(cleaned(std::move(options))),
      sheet_(std::move(sheet)),
      reader_(reader_of((std::get<TableBelow>(of_).unit = clean_name(std::get<TableBelow>(of_).unit), of_), before_the_heads(options_))) {}
SheetReader::SheetReader(TableBeside beside, ReadingOptions options, std::string sheet)
    : of_(std::move(beside)),
      options_(cleaned(std::move(options))),
      sheet_(std::move(sheet)),
      reader_(reader_of(of_, before_the_heads(options_))) {}

void SheetReader::row(std::size_t number, std::span<const SheetCell> cells) {
  if (number < options_.header_line || std::all_of(cells.begin(), cells.end(), is_blank)) return;
  const auto last_head = options_.header_line + options_.header_lines - 1;
  if (!has_heads_ && (head_ == 0 || number <= last_head)) {
    if (head_ == 0) head_ = number;
    add_heads(cells);
    if (number >= last_head) heads();
    return;
  }
  if (!has_heads_) heads();
  if (search_ && !search_->is_over()) search_->add(number, names_of(cells), HeadsSearch::Row::below);
  options_.skip_last > 0 ? hold_back(number, cells) : data(number, cells);
}

void SheetReader::hold_back(std::size_t number, std::span<const SheetCell> cells) {
  auto& held = held_back_.emplace_back(HeldBack{number, {cells.begin(), cells.end()}, {}});
  for (auto& cell : held.cells) cell.text = held.texts.emplace_back(cell.text);
  if (held_back_.size() <= options_.skip_last) return;
  data(held_back_.front().number, held_back_.front().cells);
  held_back_.pop_front();
}

void SheetReader::data(std::size_t number, std::span<const SheetCell> cells) {
  const auto row = rows_.size();
  rows_.push_back(number);
  for (std::size_t column = columns_; column < cells.size(); ++column)
    if (!is_blank(cells[column])) {
      constexpr Words cells_found{"{0} cells", "{0} ô"}, as_heads{"{0}, as there are heads", "{0}, bằng số tên cột"};
      reader_.add_problem(row, BadCell::none, problems::row_length, [&] {
        return Arguments{Argument(cells_found, {column + 1}), Argument(as_heads, {Argument(cells_found, {columns_})})};
      });
      break;
    }
  for (std::size_t column = 0; column < columns_; ++column)
    if (reader_.reads(column)) add(column, column < cells.size() ? cells[column] : SheetCell{});
  for (std::size_t i = 0; i < options_.fill.size(); ++i) reader_.text(columns_ + i, options_.fill[i].second);
}

/// Of several lines of heads the first name that is known counts in each column, as in a file.
void SheetReader::add_heads(std::span<const SheetCell> cells) {
  names_.resize(std::max(names_.size(), cells.size()));
  for (std::size_t column = 0; column < cells.size(); ++column) {
    auto name = head_of(cells[column]);
    if (!options_.decimal) options_.decimal = decimal_mark_of(name);
    auto& whole = names_[column];
    if (name.empty() || (!whole.empty() && reader_.knows(whole))) continue;
    whole = whole.empty() || reader_.knows(name) ? std::move(name) : whole + "\n" + name;
  }
}

void SheetReader::heads() {
  has_heads_ = true;
  if (options_.header_line == 0) {
    const auto knows = [reader = std::make_shared<EvidenceReader>(std::move(reader_))](std::string_view name) {
      return reader->knows(name);
    };
    const auto known = std::count_if(names_.begin(), names_.end(), knows);
    search_ = std::make_shared<HeadsSearch>(static_cast<std::size_t>(known), knows);
    search_->add(head_, names_, HeadsSearch::Row::of_heads);
  }
  reader_ = reader_of(of_, options_);
  columns_ = names_.size();
  percent_.resize(columns_, PercentCells::as_stored);
  if (columns_ > CsvRow::most_cells) {
    reader_.add_problem(BadCell::none, BadCell::none, problems::columns_limit, [&] { return Arguments{columns_}; });
    columns_ = 0;
    return;
  }
  for (const auto& name : names_) add_column(reader_, name);
  for (const auto& [name, value] : options_.fill) reader_.add_column(name);
  names_units_ = reader_.names_units();
  const auto [measures, drafts] = std::visit([](const auto& table) { return held_by(table); }, of_);
  for (std::size_t measure = 0; measure < measures.size(); ++measure)
    if (const auto column = reader_.column_of(measure); column && *column < columns_)
      percent_[*column] = percent_cells_of(measures[measure], drafts[measure].second);
  reader_.expect_rows(expected_);
  rows_.reserve(expected_);
}

void SheetReader::add(std::size_t column, const SheetCell& cell) {
  switch (cell.kind) {
    case CellKind::blank: return reader_.missing(column);
    case CellKind::text: return add_text(reader_, column, cell.text);
    case CellKind::number: return reader_.number(column, cell.number);
    case CellKind::truth: return reader_.boolean(column, cell.number != 0);
    case CellKind::date: return reader_.date(column, cell.date);
    case CellKind::moment:
      return reader_.takes_dates(column) ? add_no_date(reader_, column, cell.text) : add_unreadable(reader_, column, cell.text);
    case CellKind::formula: return reader_.unreadable(column, problems::cell_formula, {});
    case CellKind::percent: break;
  }
  if (percent_[column] == PercentCells::as_stored) return reader_.number(column, cell.number);
  const auto in_percent = cell.number * 100;
  if (percent_[column] == PercentCells::as_shown) return reader_.number(column, in_percent);
  reader_.unreadable(column, problems::cell_percent, {digits_shown(in_percent) + "%", digits_shown(in_percent), digits_shown(cell.number)});
}

Place SheetReader::place_of(std::size_t row, std::size_t column) const {
  Place out;
  out.sheet = sheet_;
  out.row = row == BadCell::none ? head_ : rows_[row];
  out.column = column == BadCell::none ? 0 : column + 1;
  return out;
}
void SheetReader::put_rows(Argument& argument) const {
  for (auto& within : argument.arguments) put_rows(within);
  if (auto* other = std::get_if<TableRow>(&argument.value); other && other->row < rows_.size()) other->in_sheet = rows_[other->row];
}
void SheetReader::put_places(std::vector<Problem>& problems) const {
  for (auto& problem : problems) {
    for (auto& argument : problem.arguments) put_rows(argument);
    const std::string_view pointer = problem.place.pointer;
    const auto end = pointer.find('/', 1);
    if (!pointer.starts_with('/') || end == pointer.npos) continue;
    std::size_t row = 0;
    const auto digits = pointer.substr(1, end - 1);
    const auto [read_to, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), row);
    if (fault != std::errc() || read_to != digits.data() + digits.size() || row >= rows_.size()) continue;
    auto place = place_of(row, reader_.column_named(pointer.substr(end + 1)).value_or(BadCell::none));
    place.pointer = std::move(problem.place.pointer);
    problem.place = std::move(place);
  }
}
void SheetReader::put(BadCell& bad) const {
  auto place = place_of(bad.row, bad.column);
  place.pointer = std::move(bad.problem.place.pointer);
  bad.problem.place = std::move(place);
  for (auto& argument : bad.problem.arguments) put_rows(argument);
}

EvidenceError SheetReader::only(const ProblemEntry& entry, std::vector<Argument> arguments, std::size_t row) const {
  Place place;
  place.sheet = sheet_;
  place.row = row;
  place.column = row == 0 ? 0 : 1;
  std::vector<Problem> one{problem_at(std::move(place), Severity::error, entry, std::move(arguments))};
  if (options_.most_problems == 0) one.clear();
  return EvidenceError(std::move(one), 1);
}

Evidence SheetReader::build() {
  if (head_ != 0 && !has_heads_) heads();
  if (head_ == 0) throw only(problems::table_empty, {}, 0);
  if (const auto below = search_ ? search_->found() : std::nullopt) {
    throw only(problems::heads_below, {below->lines(), BadCells::excerpt(below->names)}, below->first);
  }
  return reader_.build([&](BadCell& bad) { put(bad); });
}

std::vector<Place> SheetReader::places_of(std::span<const EvidenceCell> cells) const {
  std::vector<Place> out;
  for (const auto& cell : cells) {
    const auto row = reader_.original_row(cell.row);
    if (row >= rows_.size())
      throw ShapeError("the sheet has " + std::to_string(rows_.size()) + " rows, and none at " + std::to_string(row));
    const auto column = cell.measure == EvidenceCell::none ? std::nullopt : reader_.column_of(cell.measure);
    out.push_back(place_of(row, column.value_or(BadCell::none)));
  }
  return out;
}
}
