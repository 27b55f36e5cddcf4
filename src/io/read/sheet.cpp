#include <algorithm>
#include <charconv>
#include <chiso/core/error.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/core/text.hpp>
#include <chiso/core/utf8.hpp>
#include <chiso/io/read/frame.hpp>
#include <chiso/io/read/sheet.hpp>
#include <io/read/csv_problems.hpp>
#include <io/read/decimal_mark.hpp>
#include <io/read/form_head.hpp>
#include <io/read/heads_search.hpp>
#include <io/read/layout.hpp>
#include <io/read/reading_options.hpp>
#include <io/read/rows_below_units.hpp>
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

const Model& model_of(const TableOf& of) {
  if (const auto* below = std::get_if<TableBelow>(&of)) return below->evidence.model();
  if (const auto* beside = std::get_if<TableBeside>(&of)) return beside->columns;
  return std::get<Model>(of);
}
/// A number with the digits that a spreadsheet keeps of it.
std::string digits_shown(double number) {
  char buffer[32];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::general, 15).ptr};
}
std::vector<std::string> names_of(std::span<const SheetCell> cells) {
  std::vector<std::string> out;
  for (const auto& cell : cells) out.push_back(cell_text(cell));
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

bool is_blank(const SheetCell& cell) { return cell.kind == CellKind::blank || (cell.kind == CellKind::text && trimmed(cell.text).empty()); }
std::string cell_text(const SheetCell& cell) {
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

/// The lines of a worksheet whose rows are no units. A place is a row and a column.
class SheetLines final : public TableLines {
 public:
  SheetLines(std::string sheet, std::vector<std::string> names, std::size_t row) : sheet_(std::move(sheet)), names_(std::move(names)) {
    for (std::size_t column = 0; column < names_.size(); ++column) starts_.push_back(place(row, column));
  }

  void add(std::size_t number, std::span<const SheetCell> cells) {
    auto& line = lines_.emplace_back();
    for (std::size_t column = 0; column < cells.size(); ++column) {
      auto cell = cells[column];
      const bool is_text = unicode::first_bad_byte(cell.text) == cell.text.size();
      if (!cell.text.empty()) cell.text = texts_.emplace_back(is_text ? std::string(cell.text) : BadCells::excerpt(cell.text));
      line.push_back({cell, place(number, column)});
    }
    size_ += line.size();
  }
  void drop_last(std::size_t lines) { lines_.resize(lines_.size() - std::min(lines_.size(), lines)); }

  const std::vector<std::string>& names() const override { return names_; }
  const std::vector<std::size_t>& starts() const override { return starts_; }
  std::size_t size() const override { return size_; }
  void for_each(const Each& each, const Fault& fault) const override {
    for (const auto& kept : lines_) {
      auto line = kept;
      const auto beyond = std::find_if(line.begin() + static_cast<std::ptrdiff_t>(std::min(names_.size(), line.size())), line.end(),
                                       [](const LineCell& cell) { return !is_blank(cell.cell); });
      if (beyond != line.end())
        fault(beyond->at, problems::row_length,
              {cell_count(static_cast<std::size_t>(beyond - line.begin()) + 1),
               Argument(phrases::as_there_are_heads, {cell_count(names_.size())})});
      const auto first = line.front().at;
      while (line.size() < names_.size()) line.push_back({{}, first + line.size()});
      for (auto& cell : line)
        if (is_blank(cell.cell)) cell.cell = {};
      each(std::span<const LineCell>(line).first(names_.size()));
    }
  }
  void put(Place& place, std::size_t at) const override {
    if (at == 0) at = starts_.front();  // what is of no cell is of the heads
    place.sheet = sheet_;
    place.row = at / columns;
    place.column = at % columns + 1;
  }

 private:
  static constexpr std::size_t columns = std::size_t{1} << 20U;
  static std::size_t place(std::size_t row, std::size_t column) { return row * columns + column; }

  std::string sheet_;
  std::vector<std::string> names_;
  std::vector<std::size_t> starts_{};
  std::deque<std::vector<LineCell>> lines_{};
  std::deque<std::string> texts_{};
  std::size_t size_ = 0;
};

/// The table of units that is made of the lines of one worksheet, or of several that are read together.
struct SheetForms {
  std::vector<std::shared_ptr<SheetLines>> others{};  ///< Of the other worksheets.
  JoinedTables table{};
};

SheetReader::SheetReader(Model model, ReadingOptions options, std::string sheet)
    : of_(std::move(model)),
      options_(cleaned(std::move(options))),
      sheet_(std::move(sheet)),
      reader_(reader_of(of_, before_the_heads(options_))) {}
SheetReader::SheetReader(TableBelow below, ReadingOptions options, std::string sheet)
    : of_(cleaned(std::move(below))),
      options_(cleaned(std::move(options))),
      sheet_(std::move(sheet)),
      reader_(reader_of(of_, before_the_heads(options_))) {}
SheetReader::SheetReader(TableBeside beside, ReadingOptions options, std::string sheet)
    : of_(std::move(beside)),
      options_(cleaned(std::move(options))),
      sheet_(std::move(sheet)),
      reader_(reader_of(of_, before_the_heads(options_))) {}

void SheetReader::row(std::size_t number, std::span<const SheetCell> cells) {
  for (auto at = merged_.begin(); at != merged_.end() && at->first <= number; at = merged_.erase(at)) {
    auto& merged = merged_here_.insert_or_assign(at->second.column, std::move(at->second)).first->second;
    if (at->first != number || merged.column >= cells.size()) continue;
    merged.text = cells[merged.column].text;
    merged.cell = cells[merged.column];
    merged.cell.text = {};
  }
  if (number < options_.header_line || std::all_of(cells.begin(), cells.end(), is_blank)) return;
  if (may_be_a_form(options_) && looked_at_ < HeadsSearch::most_rows) {
    ++looked_at_;
    if (std::any_of(cells.begin(), cells.end(), [](const SheetCell& cell) { return is_form_head(cell.text); })) start_form(number);
  }
  const auto last_head = options_.header_line + options_.header_lines - 1;
  if (!has_heads_ && (head_ == 0 || number <= last_head)) {
    if (head_ == 0) head_ = number;
    add_heads(cells);
    if (number >= last_head) heads();
    return;
  }
  if (!has_heads_) heads();
  if (search_ && !search_->is_over()) search_->add(number, names_of(cells), HeadsSearch::Row::below);
  std::vector<SheetCell> filled;
  if (!merged_here_.empty()) {
    filled.assign(cells.begin(), cells.end());
    fill_merged(number, filled);
    cells = filled;
  }
  if (lines_) {
    rows_.push_back(number);
    lines_->add(number, cells);
    return;
  }
  options_.skip_last > 0 ? hold_back(number, cells) : data(number, cells);
}

/// Begins anew with these heads: what stood above them was a title.
void SheetReader::start_form(std::size_t number) {
  options_.layout = TableLayout::rows;
  options_.header_line = number;
  head_ = columns_ = 0;
  names_.clear();
  rows_.clear();
  held_back_.clear();
  has_heads_ = names_units_ = false;
  search_.reset();
  lines_.reset();
  names_rows_.clear();
  reader_ = reader_of(of_, before_the_heads(options_));
}

void SheetReader::merge(std::size_t first_row, std::size_t last_row, std::size_t column) {
  if (last_row <= first_row) return;
  auto& reach = reach_[first_row];
  reach = std::max(reach, last_row);
  merged_.emplace(first_row, Merged{.last_row = last_row, .column = column});
}
/// Puts what merged cells say into the cells of a row that they cover.
void SheetReader::fill_merged(std::size_t number, std::vector<SheetCell>& cells) {
  std::erase_if(merged_here_, [&](const auto& begun) {
    return begun.second.last_row < number || begun.first >= names_rows_.size() || names_rows_[begun.first] == 0;
  });
  for (auto& [column, merged] : merged_here_) {
    if (cells.size() <= column) cells.resize(column + 1);
    if (is_blank(cells[column])) (cells[column] = merged.cell).text = merged.text;
  }
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
  const auto shown = [&](std::size_t column) -> std::string_view {
    constexpr std::string_view not_a_text = "1";
    const auto& cell = cells[column];
    return cell.kind == CellKind::text ? trimmed(cell.text) : cell.kind == CellKind::blank ? "" : not_a_text;
  };
  below_->add(number, cells.size(), shown);
  for (std::size_t column = columns_; column < cells.size(); ++column)
    if (!is_blank(cells[column])) {
      reader_.add_problem(row, BadCell::none, problems::row_length,
                          [&] { return Arguments{cell_count(column + 1), Argument(phrases::as_there_are_heads, {cell_count(columns_)})}; });
      break;
    }
  for (std::size_t column = 0; column < columns_; ++column)
    if (reader_.reads(column)) add(column, column < cells.size() ? cells[column] : SheetCell{});
  for (std::size_t i = 0; i < options_.fill.size(); ++i) reader_.text(columns_ + i, options_.fill[i].second);
}

/// Of several lines of heads the first name that is known counts in each column, as in a file.
void SheetReader::add_heads(std::span<const SheetCell> cells) {
  names_.resize(std::max(names_.size(), cells.size()));
  const auto above = names_, line = names_of(cells);
  const auto is_known = [&](const std::string& name) { return reader_.knows(name); };
  if (!above.empty() && numbers_the_columns(line) && std::none_of(line.begin(), line.end(), is_known)) return;  // no names
  const auto tracks = model_of(of_).tracks();
  for (std::size_t column = 0; column < cells.size(); ++column) {
    auto name = line[column];
    if (auto pair = head_of_pair(above, line, column, options_, tracks); !pair.empty()) {
      names_[column] = std::move(pair);
      continue;
    }
    if (!options_.decimal) options_.decimal = decimal_mark_of(name);
    auto& whole = names_[column];
    if (name.empty() || (!whole.empty() && reader_.knows(whole))) continue;
    whole = whole.empty() || reader_.knows(name) ? std::move(name) : whole + "\n" + name;
  }
}

void SheetReader::heads() {
  has_heads_ = true;
  merged_here_.clear();  // of a head
  HeadLabels labels(std::visit([](const auto& table) { return held_by(table); }, of_).drafts);
  const auto tracks = model_of(of_).tracks();
  const auto knows = [reader = std::make_shared<EvidenceReader>(std::move(reader_)), labels = std::move(labels), options = options_,
                      tracks = std::vector(tracks.begin(), tracks.end())](std::string_view name) {
    if (labels.has(name)) return true;
    return options.layout == TableLayout::units ? reader->knows(name) : knows_head(name, options, tracks, *reader);
  };
  known_heads_ = static_cast<std::size_t>(std::count_if(names_.begin(), names_.end(), knows));
  if (options_.header_line == 0) {
    search_ = std::make_shared<HeadsSearch>(known_heads_, knows);
    search_->add(head_, names_, HeadsSearch::Row::of_heads);
  }
  if (options_.layout != TableLayout::units) {
    lines_ = std::make_shared<SheetLines>(sheet_, names_, head_);
    forms_ = std::make_shared<SheetForms>();
    for (const auto& name : names_) names_rows_.push_back(names_a_row(renamed_head(name, options_)) ? 1 : 0);
    names_units_ = has_its_heads(names_, options_, model_of(of_).tracks());
    return;
  }
  reader_ = reader_of(of_, options_);
  columns_ = names_.size();
  if (columns_ > CsvRow::most_cells) {
    reader_.add_problem(BadCell::none, BadCell::none, problems::columns_limit, [&] { return Arguments{columns_}; });
    columns_ = 0;
    below_ = std::make_shared<RowsBelowUnits>(reader_, columns_);
    return;
  }
  for (const auto& name : names_) add_column(reader_, name);
  for (const auto& [name, value] : options_.fill) reader_.add_column(name);
  names_units_ = reader_.names_units();
  names_rows_.assign(columns_, 0);
  for (const auto* name : {"unit", "block", "period", "track", "ranked", "row"})
    if (const auto column = reader_.column_named(name); column && *column < columns_) names_rows_[*column] = 1;
  find_percent_cells();
  below_ = std::make_shared<RowsBelowUnits>(reader_, columns_);
  reader_.expect_rows(expected_);
  rows_.reserve(expected_);
}

void SheetReader::find_percent_cells() {
  percent_.assign(columns_, PercentCells::as_stored);
  const auto [measures, drafts] = std::visit([](const auto& table) { return held_by(table); }, of_);
  for (std::size_t measure = 0; measure < measures.size(); ++measure)
    if (const auto column = reader_.column_of(measure); column && *column < columns_)
      percent_[*column] = percent_cells_of(measures[measure], drafts[measure].second);
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

bool SheetReader::has_heads_below() const { return search_ && search_->found(); }
std::size_t SheetReader::measures() const {
  const auto& measures = std::visit([](const auto& table) { return held_by(table); }, of_).measures;
  std::size_t out = 0;
  for (std::size_t measure = 0; measure < measures.size(); ++measure) out += reader_.column_of(measure) ? 1 : 0;
  return out;
}

Place SheetReader::place_of(std::size_t row, std::size_t column) const {
  Place out;
  if (lines_) {
    forms_->table.put(out, row, column);
    return out;
  }
  out.sheet = sheet_;
  out.row = row == BadCell::none ? head_ : rows_[row];
  out.column = column == BadCell::none ? 0 : column + 1;
  return out;
}
std::vector<Problem> SheetReader::warnings(const Evidence& built) const {
  auto out = built.warnings();
  put_places(out);
  if (!lines_) warn_of_hidden(built, out);
  return out;
}
namespace {
bool is_within(const std::vector<std::pair<std::size_t, std::size_t>>& ranges, std::size_t at) {
  const auto after = std::upper_bound(ranges.begin(), ranges.end(), at, [](std::size_t a, const auto& range) { return a < range.first; });
  return after != ranges.begin() && std::prev(after)->second >= at;
}
/// The letters of a column, counted from 0.
std::string letters_of(std::size_t column) {
  Place place;
  place.sheet = "S";
  place.row = 1;
  place.column = column + 1;
  const auto cell = sheet_cell(place);
  return cell.substr(2, cell.size() - 3);
}
}
void SheetReader::warn_of_hidden(const Evidence& built, std::vector<Problem>& out) const {
  constexpr std::size_t most_listed = 12;
  struct Hidden {
    std::size_t count = 0, first = 0;
    std::string listed{};
    void add(std::size_t at, const std::string& name) {
      if (count == 0) first = at;
      if (count < most_listed) listed += (count == 0 ? "" : ", ") + name;
      if (count++ == most_listed) listed += ", ...";
    }
  } rows, columns;
  if (!hidden_rows_.empty())
    for (std::size_t row = 0; row < built.rows(); ++row)
      if (const auto number = rows_[reader_.original_row(row)]; is_within(hidden_rows_, number)) rows.add(number, std::to_string(number));
  if (!hidden_columns_.empty())
    for (std::size_t column = 0; column < columns_; ++column)
      if (reader_.reads(column) && is_within(hidden_columns_, column)) columns.add(column + 1, letters_of(column));
  constexpr Words of_rows{"hidden rows that are read: {0}", "dòng bị ẩn nhưng vẫn được đọc: {0}"},
      of_columns{"hidden columns that are read: {0}", "cột bị ẩn nhưng vẫn được đọc: {0}"};
  const auto add = [&](const Hidden& hidden, const Words& words, std::size_t row, std::size_t column) {
    if (hidden.count == 0) return;
    Place place;
    place.sheet = sheet_;
    place.row = row;
    place.column = column;
    out.push_back(problem_at(std::move(place), Severity::warning, problems::book_hidden, {Argument(words, {hidden.listed})}));
  };
  add(rows, of_rows, rows.first, 0);
  add(columns, of_columns, head_, columns.first);
}

void SheetReader::put_rows(Argument& argument, const Place& beside) const {
  if (lines_) return forms_->table.place_rows(argument, beside);
  for (auto& within : argument.arguments) put_rows(within, beside);
  auto* other = std::get_if<TableRow>(&argument.value);
  if (other && other->row < rows_.size()) other->in_sheet = rows_[other->row];
}
void SheetReader::put_places(std::vector<Problem>& problems) const {
  for (auto& problem : problems) {
    put_place(problem);
    for (auto& argument : problem.arguments) put_rows(argument, problem.place);
  }
}
void SheetReader::put_place(Problem& problem) const {
  const std::string_view pointer = problem.place.pointer;
  const auto end = pointer.find('/', 1);
  if (!pointer.starts_with('/') || end == pointer.npos) return;
  std::size_t row = 0;
  const auto digits = pointer.substr(1, end - 1);
  const auto [read_to, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), row);
  if (fault != std::errc() || read_to != digits.data() + digits.size() || (!lines_ && row >= rows_.size())) return;
  auto place = place_of(row, reader_.column_named(pointer.substr(end + 1)).value_or(BadCell::none));
  place.pointer = std::move(problem.place.pointer);
  problem.place = std::move(place);
}
void SheetReader::put(BadCell& bad) const {
  auto place = place_of(bad.row, bad.column);
  place.pointer = std::move(bad.problem.place.pointer);
  bad.problem.place = std::move(place);
  for (auto& argument : bad.problem.arguments) put_rows(argument, bad.problem.place);
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
  if (auto below = search_ ? search_->found() : std::nullopt) {
    constexpr std::size_t most_lines = 5;  // of heads, which merged cells join
    const auto reach = reach_.find(below->first);
    if (reach != reach_.end() && reach->second < below->first + most_lines) below->last = std::max(below->last, reach->second);
    search_->add_numbers(*below);
    throw only(problems::heads_below, {below->lines(), BadCells::excerpt(below->names)}, below->first);
  }
  if (lines_) return build_of_lines();
  try {
    return reader_.build([&](BadCell& bad) { put(bad); });
  } catch (const EvidenceError& error) {
    if (!below_) throw;
    throw below_->told(error, options_.skip_last);
  }
}

bool SheetReader::may_join(const SheetReader& other) const {
  const auto is_alone = [](const SheetReader& one) { return one.lines_ && one.names_units_ && !one.has_heads_below(); };
  return is_alone(*this) && is_alone(other) && options_.layout == TableLayout::rows && other.options_.layout == TableLayout::rows &&
         options_.decimal == other.options_.decimal;
}
void SheetReader::join(SheetReader&& other) {
  if (!may_join(other)) throw ShapeError("the worksheets '" + sheet_ + "' and '" + other.sheet_ + "' are not forms that are read together");
  forms_->others.push_back(std::move(other.lines_));
}

Evidence SheetReader::build_of_lines() {
  auto& table = forms_->table;
  const auto place = [&](BadCell& bad) { table.place(bad); };
  auto without_renames = options_;
  without_renames.rename.clear();
  reader_ = reader_of(of_, without_renames);
  const auto turn = [&](const std::shared_ptr<SheetLines>& lines) {
    lines->drop_last(options_.skip_last);
    table.add(turned(*lines, options_, model_of(of_).tracks(), reader_, table.room()), lines);
  };
  turn(lines_);
  for (const auto& lines : forms_->others) turn(lines);
  if (reader_.total() > 0) throw reader_.error(place);  // what the lines mean is not known
  table.feed_columns(reader_);
  if (options_.absent_measures == AbsentMeasures::refuse)
    table.report_absent(reader_, std::visit([](const auto& held) { return held_by(held); }, of_).measures.size());
  columns_ = table.columns();
  find_percent_cells();
  table.feed_cells(reader_, [&](std::size_t column, const SheetCell& cell) { add(column, cell); });
  return reader_.build(place);
}

std::vector<Place> SheetReader::places_of(std::span<const EvidenceCell> cells) const {
  std::vector<Place> out;
  for (const auto& cell : cells) {
    const auto row = reader_.original_row(cell.row);
    if (!lines_ && row >= rows_.size())
      throw ShapeError("the sheet has " + std::to_string(rows_.size()) + " rows, and none at " + std::to_string(row));
    const auto column = cell.measure == EvidenceCell::none ? std::nullopt : reader_.column_of(cell.measure);
    out.push_back(place_of(row, column.value_or(BadCell::none)));
  }
  return out;
}
}
