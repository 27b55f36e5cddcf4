#pragma once
#include <algorithm>
#include <array>
#include <chiso/evidence/impl/reader_below.ipp>
#include <chiso/evidence/impl/reader_beside.ipp>
#include <chiso/evidence/impl/reader_roster.ipp>
#include <chiso/evidence/impl/reader_rows.ipp>
#include <chiso/evidence/impl/roster_rows.ipp>

// The checks of a whole table once all its cells are there, and the evidence that it becomes.
namespace chiso::inline CHISO_BUILD {
CHISO_INLINE bool EvidenceReader::Data::refuse_surplus(Input& input, std::size_t cells) {
  refuse(input, problems::rows_limit, {input.fed + cells});
  return false;
}
CHISO_INLINE std::size_t EvidenceReader::Data::rows_of_columns() const {
  const Input* first = nullptr;
  for (const auto& input : inputs) {
    if (!input.is_read()) continue;
    if (first && input.fed != first->fed)
      throw ShapeError("the column '" + input.head + "' has " + std::to_string(input.fed) + " rows, not " + std::to_string(first->fed) +
                       " as '" + first->head + "'");
    if (!first) first = &input;
  }
  if (first) return first->fed;
  std::size_t most = 0;
  for (const auto& input : inputs) most = (std::max)(most, input.fed);
  return most;
}
CHISO_INLINE void EvidenceReader::Data::add_absent(const std::string& name, const Words& expected) {
  auto* listed = of_columns.add(BadCell::none, BadCell::none, problems::column_absent, [&] { return Arguments{name, expected}; });
  if (listed) listed->problem.place.pointer = pointer_of_column(name);
}
CHISO_INLINE void EvidenceReader::Data::check_renames() {
  constexpr Words of_file{"a column of the file", "một cột của tệp"}, of_table{"a column of the table", "một cột của bảng"};
  const auto add = [&](const std::string& from, const ProblemEntry& entry, Arguments arguments, std::string_view hint) {
    auto* listed = reported.add(BadCell::none, BadCell::none, entry, [&] { return std::move(arguments); });
    if (!listed) return;
    listed->problem.place.pointer = pointer_of_column(from);
    listed->problem.hint = hint;
  };
  std::vector<std::string> heads;
  for (const auto& input : inputs) heads.push_back(input.head);
  renames.check(
      heads, [&](const std::string& from) { add(from, problems::rename_duplicate, {BadCells::excerpt_or_blank(from)}, {}); },
      [&](const std::string& from, std::string_view hint) {
        add(from, problems::rename_absent, {BadCells::excerpt_or_blank(from), source == TableSource::file ? of_file : of_table}, hint);
      });
}

CHISO_INLINE std::shared_ptr<EvidenceColumn> EvidenceReader::Data::missing_column(std::size_t target, std::size_t rows) const {
  auto column = std::make_shared<EvidenceColumn>();
  column->values.resize(rows);
  column->states.assign(rows, State::missing);
  column->decimals = measure_of(target).decimals;
  column->recount();
  return column;
}

/// Makes those cells not applicable that the companion column marks.
CHISO_INLINE void EvidenceReader::Data::apply_companion(const Input& input, std::size_t rows) {
  auto& column = columns[input.target];
  if (!column && input.target < measures().size() && options.absent_measures == AbsentMeasures::refuse) return;
  if (!column) column = missing_column(input.target, rows);
  const auto own_name = input.name.substr(0, input.name.size() - companion_suffix.size());
  const auto at = by_name.find(own_name);
  const auto* own = at == by_name.end() ? nullptr : &inputs[at->second];
  BadCells both(options.most_problems);
  bool changed = false;
  for (std::size_t row = 0; row < rows; ++row) {
    if (input.truths[row] != 1) continue;
    if (column->state(row) == State::value) {
      const auto measure = measure_of(input.target);
      const auto value = column->values[row];
      const auto found = measure.type == MeasureType::choice   ? measure.options[static_cast<std::size_t>(value)]
                         : measure.type == MeasureType::yes_no ? std::string(value != 0 ? "yes" : "no")
                         : measure.type == MeasureType::date   ? Date::of_number(value).text()
                                                               : Decimal(value, measure.decimals).text();
      both.add(original_row(row), own ? own->place : input.place, problems::cell_beside,
               [&] { return Arguments{BadCells::excerpt_or_blank(found), input.name}; });
    } else {
      changed |= column->states[row] != State::not_applicable;
      column->states[row] = State::not_applicable;
    }
  }
  if (changed) column->recount();
  of_rows.push_back(std::move(both));
}

CHISO_INLINE void EvidenceReader::finish() {
  auto& data = *data_;
  auto rows = data.rows_of_columns();
  for (auto& input : data.inputs)
    while (input.refused && input.fed < rows) data.add_unreadable(input);
  finish_columns();
  const bool rows_dropped = data.drop_empty_rows(rows);
  if (!data.kept_rows.empty() || data.filled.empty() || std::find(data.filled.begin(), data.filled.end(), 1) == data.filled.end())
    rows = data.kept_rows.size();
  finish_rows(rows, rows_dropped);
}
CHISO_INLINE void EvidenceReader::finish_columns() {
  constexpr Words units{"a column with the names of the units", "một cột ghi tên các đơn vị"};
  auto& data = *data_;
  data.check_renames();
  data.refuse_near_misses();
  data.prefault.stop();
  for (auto& input : data.inputs) {
    input.names.hash_waiting(input.codes);
    input.cells.values.give_back();
  }
  if (!data.find(Input::Kind::unit)) data.add_absent("unit", units);
  data.suggest_marks();
  data.judge_marks();
}
CHISO_INLINE void EvidenceReader::finish_rows(std::size_t rows, bool rows_dropped) {
  constexpr Words every_measure{"a column for every measure of the model", "một cột cho mỗi số liệu của bộ tiêu chí"},
      every_measure_of_table{"a column for every measure of the table", "một cột cho mỗi số liệu của bảng chi tiết"};
  using Kind = Input::Kind;
  auto& data = *data_;
  if (data.is_roster) {
    RowKeys keys{.table = data, .rows = rows};
    RosterKeys roster(data, keys);
    roster.run();
    data.roster_units = roster.take();
    return;
  }
  const auto measures = data.measures().size();
  data.columns.resize(measures + data.leaves());
  for (auto& input : data.inputs) {
    if (input.kind != Kind::measure) continue;
    auto& column = data.columns[input.target];
    column = std::make_shared<EvidenceColumn>(std::move(input.cells));
    column->decimals = input.reader->measure().decimals;
    if (rows_dropped) column->recount();
  }
  for (std::size_t i = 0; i < measures; ++i) {
    if (data.columns[i]) continue;
    if (data.options.absent_measures == AbsentMeasures::refuse)
      data.add_absent(data.measures()[i].name, data.below ? every_measure_of_table : every_measure);
    else
      data.columns[i] = data.missing_column(i, rows);
  }
  RowKeys keys{.table = data, .rows = rows};
  keys.run();
  for (const auto& input : data.inputs)
    if (input.kind == Kind::companion) data.apply_companion(input, rows);
  if (data.below) return BelowKeys(data, keys).run();
  if (data.beside) BesideKeys(data, keys).run();
  if (rows == 0) keys.out.put_in_order();
  data.keys = std::make_shared<const EvidenceRows>(std::move(keys.out));
}

CHISO_INLINE std::shared_ptr<const ReadingNotes> EvidenceReader::Data::notes() const {
  auto out = std::make_shared<ReadingNotes>();
  out->blank_rows = blank_rows;
  out->place_of_measure.resize(measures().size(), BadCell::none);
  for (const auto& input : inputs) {
    if (input.kind == Input::Kind::ignored && !input.head.empty()) out->ignored.push_back(shown_name(input));
    if (input.kind == Input::Kind::unit) out->place_of_unit = input.place;
    if (input.kind == Input::Kind::measure && input.target < measures().size()) out->place_of_measure[input.target] = input.place;
  }
  return out;
}
CHISO_INLINE Evidence EvidenceReader::made() {
  if (data_->below) {
    auto out = EvidenceAssembly::data(data_->below->of.evidence);
    data_->rows_below.notes = data_->notes();
    out.tables[data_->below->table] = std::make_shared<const RowsBelow>(std::move(data_->rows_below));
    out.noticed.insert(out.noticed.end(), data_->noticed.begin(), data_->noticed.end());
    return EvidenceAssembly::made_of(std::move(out));
  }
  EvidenceData out{.model = data_->model, .rows = std::move(data_->keys), .notes = data_->notes(), .noticed = std::move(data_->noticed)};
  if (!data_->beside) out.roster = data_->options.roster;
  out.tables.resize(data_->model.derived().tables.size());
  const auto measures = data_->model.measures().size();
  for (std::size_t i = 0; i < data_->columns.size(); ++i) {
    (i < measures ? out.measures : out.stated).push_back(std::move(data_->columns[i]));
  }
  return EvidenceAssembly::made_of(std::move(out));
}

CHISO_INLINE Roster EvidenceReader::made_roster() { return Roster(std::move(data_->roster_units)); }

CHISO_INLINE std::size_t EvidenceReader::total() const {
  std::size_t sum = data_->of_columns.total() + data_->reported.total();
  for (const auto& input : data_->inputs) sum += input.bad.total();
  for (const auto& list : data_->of_rows) sum += list.total();
  return sum;
}

CHISO_INLINE std::vector<BadCell> EvidenceReader::problems() {
  std::vector<BadCell> found;
  const auto take = [&](BadCells& bad) {
    for (auto& cell : bad.list()) found.push_back(std::move(cell));
    bad.list().clear();
  };
  take(data_->of_columns);
  take(data_->reported);
  for (auto& input : data_->inputs) take(input.bad);
  for (auto& list : data_->of_rows) take(list);
  // Problems of whole columns come first, then row by row, those of one cell as they were found: `none` plus one is 0.
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
      std::optional<Report::Step> tables, table;
      if (data_->below) tables.emplace(report, "tables"), table.emplace(report, data_->below->of.table);
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
