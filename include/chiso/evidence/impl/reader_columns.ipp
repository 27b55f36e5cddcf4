#pragma once
#include <algorithm>
#include <chiso/core/as_seen.hpp>
#include <chiso/evidence/impl/reader_data.ipp>
#include <chiso/evidence/usual_words.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::optional<std::size_t> EvidenceReader::Data::leaf_of(std::string_view name) const {
  if (!name.starts_with(stated_prefix) || model.draft().stated_points == StatedPoints::refuse) return {};
  const auto node = model.find(name.substr(stated_prefix.size()));
  if (below || !node || !model.nodes()[*node].is_leaf()) return {};
  return model.measures().size() + model.nodes()[*node].item;
}

CHISO_INLINE Measure EvidenceReader::Data::measure_of(std::size_t target) const {
  const auto& all = measures();
  if (target < all.size()) return all[target];
  return stated_measure(model, target - all.size());
}

CHISO_INLINE std::span<const EvidenceReader::Data::RowColumn> EvidenceReader::Data::row_columns() const {
  using Kind = Input::Kind;
  static constexpr std::array<RowColumn, 5> of_evidence{
      {{"unit", Kind::unit}, {"block", Kind::block}, {"period", Kind::period}, {"track", Kind::track}, {"ranked", Kind::ranked}}};
  static constexpr std::array<RowColumn, 4> of_table{
      {{"unit", Kind::unit}, {"period", Kind::period}, {"track", Kind::track}, {"row", Kind::row}}};
  static constexpr std::array<RowColumn, 4> of_roster{
      {{"unit", Kind::unit}, {"block", Kind::block}, {"label", Kind::label}, {"was", Kind::was}}};
  if (is_roster) return of_roster;
  return below ? std::span<const RowColumn>(of_table) : std::span<const RowColumn>(of_evidence);
}
CHISO_INLINE const EvidenceReader::Data::RowColumn* EvidenceReader::Data::row_column(std::string_view name) const {
  const auto all = row_columns();
  const auto at = std::find_if(all.begin(), all.end(), [&](const RowColumn& column) { return column.name == name; });
  return at == all.end() ? nullptr : &*at;
}

CHISO_INLINE bool EvidenceReader::Data::knows(std::string_view name) const {
  if (name.ends_with(companion_suffix)) name.remove_suffix(companion_suffix.size());
  if (beside) name = beside->measure_of(name);
  return row_column(name) || measures().find(name) || leaf_of(name);
}

/// Finds out from the name of a column what it holds.
CHISO_INLINE void EvidenceReader::Data::identify(Input& input) {
  using Kind = Input::Kind;
  input.bad = BadCells(options.most_problems);
  input.two_ways = BadCells(options.most_problems);
  if (is_to_be_ignored(input)) return;
  if (input.name.empty()) {
    input.kind = options.unknown_columns == UnknownColumns::ignore ? Kind::ignored : Kind::unnamed;
    return;
  }
  const auto target_of = [&](std::string_view name) -> std::optional<std::size_t> {
    const auto measure = measures().find(name);
    return measure ? measure : leaf_of(name);
  };
  if (beside) input.name = std::string(beside->measure_of(input.name));
  const std::string_view name = input.name;
  const bool is_companion = name.ends_with(companion_suffix);
  std::size_t target = 0;
  if (const auto* of_row = row_column(name)) {
    input.kind = of_row->kind;
  } else if (const auto of_name = target_of(name)) {
    input.kind = Kind::measure;
    target = *of_name;
  } else if (const auto of_companion = is_companion ? target_of(name.substr(0, name.size() - companion_suffix.size())) : std::nullopt) {
    input.kind = Kind::companion;
    target = *of_companion;
  } else {
    input.unknown = options.unknown_columns == UnknownColumns::ignore;
    if (!input.unknown) unknown(input);
    return;
  }
  if (!by_name.try_emplace(input.name, input.place).second) {
    input.kind = Kind::ignored;
    of_columns.add(BadCell::none, input.place, problems::column_duplicate, [&] { return Arguments{BadCells::excerpt_or_blank(name)}; });
    return;
  }
  input.target = target;
  if (input.kind == Kind::measure)
    input.reader.emplace(measure_of(input.target), options);
  else if (input.is_truth())
    input.reader.emplace(Measure{.name = input.name, .type = MeasureType::yes_no}, options);
}

/// What a head may say, in lower case: the whole of it, then lines that follow each other in it, the longest first, for a head may have a
/// title above it and a label that is wrapped in its cell; each line alone comes last.
struct SaidByHead {
  std::vector<std::string> texts{};
  std::size_t first_line = 0;  ///< The place of the first line alone.
};
CHISO_INLINE SaidByHead said_by(std::string_view head) {
  std::vector<std::string> lines;
  for (std::string_view rest = head; !rest.empty();) {
    const auto end = (std::min)(end_of_line(rest), rest.size());
    if (auto line = lower_case(as_seen(rest.substr(0, end))); !line.empty()) lines.push_back(std::move(line));
    rest.remove_prefix((std::min)(end + 1, rest.size()));
  }
  SaidByHead out{.texts = {lower_case(as_seen(head))}};
  constexpr std::size_t most_lines = 8;  // of more, only each alone is looked at
  for (auto count = lines.size() > most_lines ? 1 : lines.size(); count > 0; --count) {
    out.first_line = out.texts.size();
    for (std::size_t from = 0; from + count <= lines.size(); ++from) {
      auto run = lines[from];
      for (std::size_t line = from + 1; line < from + count; ++line) run += ' ' + lines[line];
      out.texts.push_back(std::move(run));
    }
  }
  return out;
}
/// The column that a head means which is a label of a measure, or a usual word; empty if there is none.
struct LabelledColumn {
  std::string name{};
  bool by_first_line = false;  ///< Whether the first line of a head of several says so.
};
CHISO_INLINE LabelledColumn column_labelled(std::string_view head, const std::vector<std::pair<std::string, MeasureDraft>>& measures) {
  const auto said = said_by(head);
  auto best = said.texts.size();
  LabelledColumn out;
  const auto take = [&](std::size_t at, std::string_view name) {
    if (at >= best) return;
    best = at;
    out = {.name = std::string(name), .by_first_line = at > 0 && at == said.first_line};
  };
  for (const auto& [name, measure] : measures)
    if (measure.about.label)
      for (const auto language : {Text::Language::vi, Text::Language::en}) {
        const auto label = lower_case(as_seen(measure.about.label->in(language)));
        take(static_cast<std::size_t>(std::find(said.texts.begin(), said.texts.end(), label) - said.texts.begin()), name);
      }
  if (!out.name.empty()) return out;
  for (std::size_t at = 0; at < said.texts.size(); ++at)
    if (const auto column = usual_column(said.texts[at]); !column.empty()) take(at, column);
  return out;
}

CHISO_INLINE void EvidenceReader::Data::unknown(const Input& input) {
  const std::string_view name = input.name;
  constexpr Words a_column{"unit, block, period, track, ranked or a measure of the model",
                           "unit, block, period, track, ranked hoặc một số liệu của bộ tiêu chí"},
      no_stated_points{"no stated points: the model does not accept them", "bỏ cột điểm ghi trực tiếp, vì bộ tiêu chí không cho phép"},
      points_of_a_leaf{"points of a leaf of the model", "điểm của một tiêu chí thành phần trong bộ tiêu chí"},
      of_a_table{"unit, period, track, row or a measure of the table", "unit, period, track, row hoặc một số liệu của bảng chi tiết"},
      not_of_an_entry{"points of a leaf: those of bonus and penalty cannot be stated",
                      "điểm của một tiêu chí thành phần: không ghi trực tiếp điểm thưởng, điểm trừ"};
  constexpr Words of_a_roster{"unit, block, label or was", "unit, block, label hoặc was"};
  const auto* expected = is_roster ? &of_a_roster : below ? &of_a_table : &a_column;
  if (!below && !is_roster && name.starts_with(stated_prefix))
    expected = model.draft().stated_points == StatedPoints::refuse ? &no_stated_points
               : states_an_entry(name)                             ? &not_of_an_entry
                                                                   : &points_of_a_leaf;
  auto labelled = is_roster ? LabelledColumn() : column_labelled(input.head, measure_drafts());
  auto& meant = labelled.name;
  if (!meant.empty() && meant != name && row_column(meant) == nullptr && !measures().find(meant)) meant.clear();  // not of this table
  const bool is_labelled = !meant.empty();
  auto shown = !is_labelled || labelled.by_first_line ? shown_name(input) : input.name;
  auto* listed = of_columns.add(BadCell::none, input.place, problems::column_unknown, [&] {
    if (!is_labelled) meant = suggested_column(shown, suggestions, Tie::first);
    if (meant.empty()) shown = input.name;  // its first line is no id with a slip in it: people call the column by the whole
    return Arguments{BadCells::excerpt_or_blank(shown), *expected};
  });
  if (listed) listed->problem.hint = std::move(meant);
}

CHISO_INLINE bool EvidenceReader::Data::states_an_entry(std::string_view name) const {
  if (below || !name.starts_with(stated_prefix) || model.draft().stated_points == StatedPoints::refuse) return false;
  const auto node = model.find(name.substr(stated_prefix.size()));
  return node && model.nodes()[*node].is_entry();
}

CHISO_INLINE bool EvidenceReader::Data::is_to_be_ignored(const Input& input) const {
  const auto& names = options.ignored_columns;
  if (names.empty()) return false;
  const auto head = as_seen(input.head), first = as_seen(first_line(input.head));
  return std::any_of(names.begin(), names.end(), [&](const auto& each) {
    const auto name = as_seen(each);
    return name == head || (name == first && !name.empty());
  });
}

CHISO_INLINE std::string EvidenceReader::Data::shown_name(const Input& input) const {
  const auto first = renames.of(input.head) ? std::string() : as_seen(first_line(input.head));
  return first.empty() ? input.name : first;
}

CHISO_INLINE std::vector<std::string> EvidenceReader::Data::known_columns(std::string_view like) const {
  std::vector<std::string> out;
  for (const auto& column : row_columns()) out.emplace_back(column.name);
  for (const auto& measure : measures()) out.push_back(measure.name);
  if (!below && like.starts_with(stated_prefix) && model.draft().stated_points == StatedPoints::accept)
    for (const auto item : model.items().first(model.leaves())) out.push_back(std::string(stated_prefix) + model.nodes()[item].id);
  return out;
}

CHISO_INLINE std::string EvidenceReader::Data::suggested_column(std::string_view name, Suggestions& effort, Tie tie) const {
  if (states_an_entry(name)) return {};
  const bool companion = name.ends_with(companion_suffix);
  if (companion) name.remove_suffix(companion_suffix.size());
  const auto whole = [&](std::string known) { return companion ? known.append(companion_suffix) : known; };
  std::vector<std::string> known;
  auto out = effort.of(name, [&] {
    known = known_columns(name);
    if (tie == Tie::in_the_table)
      std::stable_partition(known.begin(), known.end(), [&](const auto& each) { return by_name.contains(whole(each)); });
    return std::vector<std::string_view>(known.begin(), known.end());
  });
  return out.empty() ? out : whole(std::move(out));
}

CHISO_INLINE void EvidenceReader::Data::refuse_near_misses() {
  constexpr Words or_ignored{"a column that the model knows, or this one named among those to ignore (--ignore, in Python ignore=)",
                             "một cột của bộ tiêu chí; nếu đúng là cột cần bỏ qua thì nêu tên cột đó (--ignore, trong Python: ignore=)"};
  if (beside || std::none_of(inputs.begin(), inputs.end(), [](const Input& input) { return input.unknown; })) return;
  std::unordered_map<std::string, std::string> in_lower_case;
  for (auto& name : known_columns(stated_prefix)) {
    auto key = lower_case(name);
    in_lower_case.try_emplace(key + std::string(companion_suffix), name + std::string(companion_suffix));
    in_lower_case.try_emplace(std::move(key), std::move(name));
  }
  Suggestions effort;  // what is ignored takes nothing from the suggestions for what is read
  for (const auto& input : inputs) {
    if (!input.unknown) continue;
    std::string meant;
    for (const auto& name : {input.name, shown_name(input)})
      if (const auto at = in_lower_case.find(lower_case(name)); at != in_lower_case.end() && meant.empty()) meant = at->second;
    if (meant.empty()) {
      meant = suggested_column(shown_name(input), effort, Tie::in_the_table);
      if (meant.empty() || by_name.contains(meant)) continue;  // a table that has that column has this one besides
    }
    auto* listed = of_columns.add(BadCell::none, input.place, problems::column_unknown,
                                  [&] { return Arguments{BadCells::excerpt_or_blank(shown_name(input)), or_ignored}; });
    if (listed) listed->problem.hint = std::move(meant);
  }
}

/// The option that somebody wrote in another case, or by its label instead of its id; empty if there is none.
CHISO_INLINE std::string option_labelled(const MeasureDraft& measure, std::string_view cell, Suggestions& effort) {
  constexpr std::size_t letters_of_an_option = 100;  // an estimate for an option's id and labels
  if (!effort.may_compare(measure.options.size() * letters_of_an_option)) return {};
  const auto wanted = lower_case(cell);
  for (const auto& option : measure.options)
    if (lower_case(option.id) == wanted) return option.id;
  for (const auto& option : measure.options) {
    if (!option.about.label) continue;
    for (const auto language : {Text::Language::vi, Text::Language::en})
      if (lower_case(option.about.label->in(language)) == wanted) return option.id;
  }
  return {};
}
/// A number whose only mark parts thousands, without it.
CHISO_INLINE std::string read_as_thousands(std::string_view cell) {
  std::string out(cell);
  std::erase_if(out, [](char c) { return decimal_marks.find(c) != decimal_marks.npos; });
  return out;
}
CHISO_INLINE bool EvidenceReader::Data::is_in_percent(const Input& input) const {
  const auto& measure = input.reader->measure();
  if (input.target >= measures().size() || measure.decimals == 0) return false;
  const auto& unit = measure_drafts()[input.target].second.measured_in;
  const auto begins_with_sign = [&](Text::Language language) { return trimmed(unit->in(language)).starts_with('%'); };
  if (unit && (begins_with_sign(Text::Language::vi) || begins_with_sign(Text::Language::en))) return true;
  return measure.max == Decimal(100);
}
CHISO_INLINE void EvidenceReader::Data::suggest_percent(const Input& input, std::string_view cell, BadCell& bad) const {
  constexpr Words stored_by_100{"{0}, which a cell of percent stores divided by 100: look at the whole column",
                                "{0}, mà ô phần trăm lưu dưới dạng chia cho 100: xem lại cả cột"};
  constexpr std::size_t at_least = 4;  // 0.91 has the digits that percent need
  if (cell.size() < at_least || cell[0] != '0' || decimal_marks.find(cell[1]) == decimal_marks.npos) return;
  auto number = std::string(cell.substr(2, 2));
  if (cell.size() > at_least) (number += options.decimal_mark()) += cell.substr(at_least);
  if (number[0] == '0') number.erase(0, 1);
  if (const auto read = input.reader->text(number); !read.problem && read.state == State::value)
    bad.problem.hint = {stored_by_100, {std::move(number)}};
}
CHISO_INLINE void EvidenceReader::Data::suggest(const Input& input, std::string_view cell, BadCell& bad) {
  const auto& measure = input.reader->measure();
  const auto* problem = bad.problem.entry;
  if (problem == &problems::cell_option) bad.problem.hint = option_labelled(measure_drafts()[input.target].second, cell, suggestions);
  if (problem == &problems::cell_option && bad.problem.hint.empty())
    bad.problem.hint = suggestions.of(cell, [&] { return std::vector<std::string_view>(measure.options.begin(), measure.options.end()); });
  // In a count, too many decimals can only be thousands; elsewhere 45.125 need not mean 45125.
  if (problem == &problems::cell_number || (problem == &problems::cell_decimals && measure.decimals == 0))
    bad.other_marks = input.reader->other_marks(cell);
  if (problem != &problems::cell_number || !cell.ends_with('%')) return;
  constexpr Words without_sign{"{0}, without the sign %", "{0}, không ghi dấu %"};
  const auto number = trimmed(cell.substr(0, cell.size() - 1));
  if (const auto read = input.reader->text(number); !read.problem && read.state == State::value)
    bad.problem.hint = {without_sign, {std::string(number)}};
  else
    bad.other_marks = input.reader->other_marks(number);
}

CHISO_INLINE void EvidenceReader::Data::add_unusual(Input& input, std::size_t row, std::string_view cell, Cell read) {
  if (read.problem == &problems::cell_number && cell.ends_with('%')) read = percentage(input, cell);
  if (read.clue != MarkClue::none && !marks_are_shown) note(input, row, cell, read);
  if (auto* bad = add_read(input, row, read, [&] { return cell; })) suggest(input, cell, *bad);
}

CHISO_INLINE Cell EvidenceReader::Data::percentage(const Input& input, std::string_view cell) const {
  constexpr Cell refused{0, State::missing, &problems::cell_number};
  if (input.target >= measures().size()) return refused;
  const auto& unit = measure_drafts()[input.target].second.measured_in;
  if (!unit || (unit->in(Text::Language::vi) != "%" && unit->in(Text::Language::en) != "%")) return refused;
  const auto number = trimmed(cell.substr(0, cell.size() - 1));
  const auto read = input.reader->text(number);
  return !read.problem && read.state != State::value ? refused : read;
}

CHISO_INLINE void EvidenceReader::Data::note(Input& input, std::size_t row, std::string_view cell, const Cell& read) {
  if (read.clue == MarkClue::one_way) {
    marks_are_shown = true;
    return;
  }
  if (read.problem) return;
  const auto arguments = [&] {
    return Arguments{cell, read_as_thousands(cell), Decimal(read.value, input.reader->measure().decimals).text()};
  };
  if (input.two_ways.total() == 0) input.first_two_ways = arguments();
  input.two_ways.add(row, input.place, problems::cell_two_ways, arguments);
}

CHISO_INLINE void EvidenceReader::Data::judge_marks() {
  constexpr Words several{"{0} and {1} more", "{0} và {1} số khác"};
  for (auto& input : inputs) {
    const auto count = marks_are_shown ? 0 : input.two_ways.total();
    if (count == 0) continue;
    if (input.reader->measure().type == MeasureType::count) {
      of_rows.push_back(std::move(input.two_ways));
      continue;
    }
    auto arguments = std::move(input.first_two_ways);
    if (count > 1) arguments[0] = {several, {arguments[0], count - 1}};
    noticed.push_back(
        problem_at({.pointer = pointer_of_column(input.name)}, Severity::warning, problems::measure_two_ways, std::move(arguments)));
  }
}

/// Suggests the marks by which the numbers that were not read may have been meant. Another decimal mark helps only if no number has
/// decimals by the table's own mark; otherwise only the number is suggested. Called once, while the columns still have their cells.
CHISO_INLINE void EvidenceReader::Data::suggest_marks() {
  const auto is_any = [&](const BadCell& bad) { return bad.other_marks.has_value(); };
  if (std::none_of(inputs.begin(), inputs.end(),
                   [&](Input& input) { return std::any_of(input.bad.list().begin(), input.bad.list().end(), is_any); }))
    return;
  const bool decimals_read = decimals_were_read || std::any_of(inputs.begin(), inputs.end(), [&](const Input& input) {
                               if (input.kind != Input::Kind::measure || input.has_numbers)
                                 return false;  // what is a number by its type has no mark
                               const auto one = Decimal::power(input.reader->measure().decimals);
                               return input.cells.values.view().visit([&](auto values) {
                                 return std::any_of(values.begin(), values.end(), [&](auto value) { return value % one != 0; });
                               });
                             });
  const char mark_here = options.decimal_mark();
  for (auto& input : inputs)
    for (auto& bad : input.bad.list()) {
      if (!bad.other_marks) continue;
      auto [decimal, thousands, number] = *bad.other_marks;
      std::replace(number.begin(), number.end(), '.', mark_here);  // as this table writes it
      const bool other_decimal = decimal != mark_here;
      if (other_decimal && decimals_read) {
        bad.problem.hint = std::move(number);
        continue;
      }
      constexpr Words with_decimal{"{0}, read with decimal '{1}'", "{0}, nếu đọc với dấu thập phân '{1}'"},
          with_both{"{0}, read with decimal '{1}' and thousands '{2}'",
                    "{0}, nếu đọc với dấu thập phân '{1}' và dấu ngăn hàng nghìn '{2}'"},
          without_thousands{"{0}, read with decimal '{1}' and no thousands mark",
                            "{0}, nếu đọc với dấu thập phân '{1}' và không có dấu ngăn hàng nghìn"},
          with_thousands{"{0}, read with thousands '{1}'", "{0}, nếu đọc với dấu ngăn hàng nghìn '{1}'"},
          no_thousands{"{0}, read with no thousands mark", "{0}, nếu đọc không có dấu ngăn hàng nghìn"};
      const auto mark = [](char c) { return std::string(1, c); };
      if (other_decimal && thousands)
        bad.problem.hint = {with_both, {number, mark(decimal), mark(*thousands)}};
      else if (other_decimal)
        bad.problem.hint = {options.thousands == decimal ? without_thousands : with_decimal, {number, mark(decimal)}};
      else if (thousands)
        bad.problem.hint = {with_thousands, {number, mark(*thousands)}};
      else
        bad.problem.hint = {no_thousands, {number}};
    }
}

CHISO_INLINE bool EvidenceReader::Data::drop_empty_rows(std::size_t rows) {
  filled.resize(rows);
  if (std::find(filled.begin(), filled.end(), 0) == filled.end()) return false;
  for (std::size_t row = 0; row < rows; ++row)
    filled[row] != 0 ? kept_rows.push_back(row) : blank_rows.push_back(static_cast<std::uint32_t>(row));
  const auto compact = [&](auto& cells) {
    if (cells.empty()) return;
    for (std::size_t row = 0; row < kept_rows.size(); ++row) cells[row] = cells[kept_rows[row]];
    cells.resize(kept_rows.size());
  };
  for (auto& input : inputs) {
    compact(input.codes);
    compact(input.truths);
    if (!input.cells.values.empty()) input.cells.values.keep(kept_rows);
    compact(input.cells.states);
  }
  return true;
}
}
