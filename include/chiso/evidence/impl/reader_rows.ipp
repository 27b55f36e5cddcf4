#pragma once
#include <algorithm>
#include <chiso/core/composed.hpp>
#include <chiso/core/text.hpp>
#include <chiso/evidence/columns.hpp>
#include <chiso/evidence/impl/evidence.ipp>
#include <chiso/evidence/impl/reader_data.ipp>
#include <chiso/evidence/period.hpp>
#include <chiso/model/labelled_ids.hpp>
#include <chiso/model/name_problems.hpp>
#include <map>
#include <optional>
#include <unordered_map>

namespace chiso::inline CHISO_BUILD {
/// Resolves and checks what identifies the rows of a table: `unit`, `block`, `period`, `track`, `ranked`.
struct RowKeys {
  using Input = EvidenceReader::Input;
  using Kind = Input::Kind;
  EvidenceReader::Data& table;
  std::size_t rows = 0;
  EvidenceRows out{};               // of a table below the units, a column that is blank everywhere is left out: it may have very many rows
  std::vector<std::uint8_t> bad{};  // rows with an unknown key, which are not compared with others; empty while there is none

  CHISO_INLINE void run() {
    names(Kind::unit, out.units, out.unit_of_row);
    follow_roster();
    if (!table.below) names(Kind::block, out.blocks, out.block_of_row);
    if (!table.below && !table.beside) take_blocks_of_roster();
    names(Kind::period, out.periods, out.period_of_row);
    tracks();
    if (!table.below) ranked();
    if (rows == 0 || out.units.empty()) return;
    period_shape();
    if (table.below) return;  // its rows are put in order under those of the evidence
    out.put_in_order();
    if (out.units.size() < rows) compare_rows();
  }

 private:
  friend class BelowKeys;
  friend class BesideKeys;
  friend class RosterKeys;
  friend class RosterRows;
  CHISO_INLINE void follow_roster();
  CHISO_INLINE void take_blocks_of_roster();
  static constexpr Words yes_or_no_short{"yes or no", "'có' hoặc 'không'"};

  /// The list of one check; `at` is the column, or, if the table does not have it, the column of units.
  struct Check {
    BadCells list;
    std::size_t column;
  };
  CHISO_INLINE Check check(const Input* at) {
    const auto* unit = table.find(Kind::unit);
    return {BadCells(table.options.most_problems), at ? at->place : unit ? unit->place : BadCell::none};
  }
  bool is_bad(std::size_t row) const { return !bad.empty() && bad[row] != 0; }
  CHISO_INLINE void set_bad(std::size_t row) {
    if (bad.empty()) bad.resize(rows);
    bad[row] = 1;
  }
  CHISO_INLINE void done(Check&& check) {
    if (check.list.total() > 0) table.of_rows.push_back(std::move(check.list));
  }
  /// arguments() makes the arguments of the message.
  template <class MakeArguments>
  void mark(Check& check, std::size_t row, const ProblemEntry& entry, MakeArguments&& arguments, std::string_view hint = {}) {
    set_bad(row);
    if (auto* added = check.list.add(table.original_row(row), check.column, entry, arguments)) added->problem.hint = hint;
  }
  /// Of some rows of a table, whether the column is blank in the whole of it.
  CHISO_INLINE bool blank_everywhere(const Input* input) const {
    if (input && table.whole_table) {
      const auto& whole = *table.whole_table;
      return !(input->kind == Kind::block ? whole.has_block : input->kind == Kind::period ? whole.has_period : whole.has_track);
    }
    return !input || std::all_of(input->codes.begin(), input->codes.end(), [](auto code) { return code == Input::blank_code; });
  }

  /// What is wrong with a name, if anything is.
  struct Verdict {
    const ProblemEntry* problem = nullptr;
    std::optional<Words> expected{};  ///< Absent if its problem always expects the same.
    std::string hint{};

    CHISO_INLINE Arguments arguments(std::string_view name) const {
      Arguments shown{BadCells::excerpt_or_blank(name)};
      if (expected) shown.emplace_back(*expected);
      return shown;
    }
  };
  CHISO_INLINE Verdict verdict(Kind kind, std::string_view name) {
    constexpr Words utf8{"text in UTF-8", "văn bản ở bảng mã UTF-8"},
        composed{"text in the composed form of Unicode, NFC", "văn bản ở dạng Unicode dựng sẵn (NFC)"},
        track{"a track of the model", "một bước chấm của bộ tiêu chí"}, block{"a block of the model", "một khối của bộ tiêu chí"};
    if (!is_utf8(name)) return {&problems::cell_text, utf8, {}};
    if (!is_composed(name)) return {&problems::cell_text, composed, {}};
    if (is_spreadsheet_error(name)) return {&problems::name_error, {}, {}};
    if (kind != Kind::block && kind != Kind::track) return {};
    if (kind == Kind::block && !table.model.declares_blocks()) {
      if (is_name(name)) return {};
      return {&problems::block_name, {}, {}};
    }
    if (kind == Kind::track ? table.model.track(name) : table.model.block(name)) return {};
    const auto known = kind == Kind::track ? table.model.tracks() : table.model.blocks();
    auto near = table.suggestions.of(name, [&] { return std::vector<std::string_view>(known.begin(), known.end()); });
    if (kind == Kind::track) return {&problems::track_unknown, track, std::move(near)};
    return {&problems::block_unknown, block, std::move(near)};
  }

  /// The verdicts on the names that are wrong, by code.
  CHISO_INLINE std::unordered_map<std::uint32_t, Verdict> verdicts(Kind kind, const PackedNames& names) {
    std::unordered_map<std::uint32_t, Verdict> wrong;
    const bool may_be_any_text = kind == Kind::unit || kind == Kind::period;
    if (may_be_any_text && names.are_ascii() && !names.contain('#')) return wrong;
    for (std::uint32_t code = 0; code < names.size(); ++code)
      if (auto found = verdict(kind, names[code]); found.problem) wrong.emplace(code, std::move(found));
    return wrong;
  }

  /// Puts ids where a table beside evidence, which people have published, has the labels of tracks and blocks.
  CHISO_INLINE void take_labels(Kind kind, Input& input) {
    if (kind != Kind::track && kind != Kind::block) return;
    const auto ids = kind == Kind::track ? labelled_tracks(table.model) : labelled_blocks(table.model);
    NameIndex named;
    std::vector<std::uint32_t> code_of;
    const auto& names = input.names.names();
    for (std::uint32_t code = 0; code < names.size(); ++code) {
      const auto id = ids.id_of(names[code]);
      code_of.push_back(named.code(id.empty() ? names[code] : id));
    }
    for (auto& code : input.codes)
      if (code < code_of.size()) code = code_of[code];
    input.names = std::move(named);
  }

  /// Sorts the names of a column and finds each row's place among them. A column that is absent, or blank in every row, has one empty
  /// name.
  CHISO_INLINE void names(Kind kind, LargeVector<std::string>& names, std::vector<std::uint32_t>& of_row) {
    auto* input = table.find(kind);
    if (kind != Kind::unit && blank_everywhere(input)) {
      names.assign(1, "");
      if (!table.below) of_row.assign(rows, 0);
      return;
    }
    if (!input) return of_row.assign(rows, 0);  // no units: reported as a problem of the columns
    if (table.beside) take_labels(kind, *input);
    of_row = std::move(input->codes);  // each becomes a place
    of_row.resize(rows);
    const auto wrong_names = verdicts(kind, input->names.names());
    auto sorted = std::move(input->names).sorted();
    auto list = check(input);
    for (std::size_t row = 0; row < rows; ++row) {
      const auto code = std::exchange(of_row[row], 0);
      if (code == Input::unreadable_code) {
        set_bad(row);
      } else if (code == Input::blank_code) {
        constexpr Words a_name{"a {0}", "một tên ở cột {0}"};
        if (kind == Kind::unit)
          mark(list, row, problems::unit_empty, [] { return Arguments{}; });
        else
          mark(list, row, problems::cell_blank, [&] { return Arguments{Argument(a_name, {input->name})}; });
      } else {
        of_row[row] = sorted.place(code);
        if (wrong_names.empty()) continue;
        if (const auto wrong = wrong_names.find(code); wrong != wrong_names.end())
          mark(list, row, *wrong->second.problem, [&] { return wrong->second.arguments(sorted.names[of_row[row]]); }, wrong->second.hint);
      }
    }
    names = std::move(sorted.names);
    if (names.empty() && kind != Kind::unit) names.assign(1, "");
    done(std::move(list));
  }

  CHISO_INLINE void tracks() {
    const auto last = static_cast<std::uint16_t>(table.model.tracks().size() - 1);
    const auto* input = table.find(Kind::track);
    if (blank_everywhere(input)) {
      if (!table.below) out.track_of_row.assign(rows, last);
      return;
    }
    LargeVector<std::string> found;
    std::vector<std::uint32_t> of_row;
    names(Kind::track, found, of_row);
    std::vector<std::uint16_t> index;
    for (const auto& name : found) index.push_back(static_cast<std::uint16_t>(table.model.track(name).value_or(last)));
    out.track_of_row.reserve(rows);
    for (const auto place : of_row) out.track_of_row.push_back(index[place]);
  }

  CHISO_INLINE void ranked() {
    out.ranked_of_row.assign(rows, 1);
    const auto* input = table.find(Kind::ranked);
    if (!input) return;
    const auto& cells = input->truths;
    if (table.whole_table ? !table.whole_table->has_ranked
                          : std::all_of(cells.begin(), cells.end(), [](auto cell) { return cell == Input::blank_truth; }))
      return;
    auto list = check(input);
    for (std::size_t row = 0; row < rows; ++row) {
      if (cells[row] == Input::blank_truth)
        mark(list, row, problems::cell_blank, [] { return Arguments{yes_or_no_short}; });
      else if (cells[row] == Input::unreadable_truth)
        set_bad(row);
      else
        out.ranked_of_row[row] = cells[row];
    }
    done(std::move(list));
  }

  /// Checks that periods are written alike, because they are ordered as text: they must be equal once every digit is a 0.
  CHISO_INLINE void period_shape() {
    if (table.whole_table) return period_shape_in_whole(*table.whole_table);
    if (out.periods.size() < 2) return;
    // Of each shape how many rows have it, and how far before the end its first row is.
    std::map<std::string, std::pair<std::size_t, std::size_t>> shapes;
    std::vector<const std::pair<const std::string, std::pair<std::size_t, std::size_t>>*> of_period;
    for (const auto& period : out.periods) of_period.push_back(&*shapes.try_emplace(shape_of_period(period)).first);
    if (shapes.size() == 1) return;
    for (std::size_t row = rows; row-- > 0;) {
      if (is_bad(row)) continue;
      auto& [count, before_the_end] = shapes[of_period[out.period_of_row[row]]->first];
      ++count;
      before_the_end = rows - row;
    }
    // The usual shape is that of most rows; if several have equally many, the one that comes first.
    const auto usual = std::max_element(shapes.begin(), shapes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const auto example = std::find_if(out.periods.begin(), out.periods.end(), [&](const auto& period) {
      return of_period[static_cast<std::size_t>(&period - out.periods.data())] == &*usual;
    });
    auto list = check(table.find(Kind::period));
    for (std::size_t row = 0; row < rows; ++row) {
      const auto period = out.period_of_row[row];
      if (!is_bad(row) && of_period[period] != &*usual)
        mark(list, row, problems::period_shape, [&] { return Arguments{BadCells::excerpt_or_blank(out.periods[period]), *example}; });
    }
    done(std::move(list));
  }

  /// The same of some rows of a table, of which most rows of the whole decide which shape is usual.
  CHISO_INLINE void period_shape_in_whole(WholeTable& whole) {
    if (whole.state_of_shapes == WholeTable::Shapes::one) return;
    std::vector<std::string> shapes;
    for (const auto& period : out.periods) shapes.push_back(shape_of_period(period));
    auto list = check(table.find(Kind::period));
    for (std::size_t row = 0; row < rows; ++row) {
      if (is_bad(row)) continue;
      const auto period = out.period_of_row[row];
      if (whole.state_of_shapes == WholeTable::Shapes::counted) {
        auto& [count, first] = whole.shapes[shapes[period]];
        ++count;
        first = (std::min)(first, table.original_row(row));
      } else if (shapes[period] != whole.usual_shape) {
        mark(list, row, problems::period_shape, [&] { return Arguments{BadCells::excerpt_or_blank(out.periods[period]), whole.example}; });
      }
    }
    done(std::move(list));
  }

  /// Checks that each unit, period and track has one row, and each unit and period one block and one `ranked`.
  CHISO_INLINE void compare_rows() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> repeated, moved, marked;  // a row, and the first row that it contradicts
    for (std::size_t i = 0; i < rows;) {
      const auto start = i;
      const auto same = [&](std::uint32_t a, std::uint32_t b) {
        return out.unit_of_row[a] == out.unit_of_row[b] && out.period_of_row[a] == out.period_of_row[b];
      };
      std::uint32_t first = Input::blank_code, of_track = Input::blank_code;
      for (; i < rows && same(out.in_order[start], out.in_order[i]); ++i)
        if (!is_bad(out.in_order[i])) first = (std::min)(first, out.in_order[i]);
      for (auto k = start; k < i; ++k) {
        const auto row = out.in_order[k];
        if (is_bad(row)) continue;
        if (of_track != Input::blank_code && out.track_of_row[of_track] == out.track_of_row[row])
          repeated.emplace_back(row, of_track);
        else
          of_track = row;
        if (out.block_of_row[row] != out.block_of_row[first]) moved.emplace_back(row, first);
        if (out.ranked_of_row[row] != out.ranked_of_row[first]) marked.emplace_back(row, first);
      }
    }
    const auto report = [&](auto& pairs, Kind kind, const ProblemEntry& entry, auto&& arguments) {
      std::sort(pairs.begin(), pairs.end());
      auto list = check(table.find(kind));
      for (const auto& pair : pairs)
        list.list.add(table.original_row(pair.first), list.column, entry,
                      [&] { return arguments(pair.first, pair.second, TableRow{.row = table.original_row(pair.second)}); });
      done(std::move(list));
    };
    const auto unit_of = [&](std::uint32_t row) { return out.units[out.unit_of_row[row]]; };
    const auto block_of = [&](std::uint32_t row) { return out.blocks[out.block_of_row[row]]; };
    report(repeated, Kind::unit, problems::row_duplicate, [&](auto row, auto, TableRow same) {
      auto text = unit_of(row);
      if (const auto& period = out.periods[out.period_of_row[row]]; !period.empty()) text += ", " + period;
      return Arguments{BadCells::excerpt_or_blank(text + ", " + table.model.tracks()[out.track_of_row[row]]), same};
    });
    report(moved, Kind::block, problems::block_changes, [&](auto row, auto first, TableRow before) {
      return Arguments{BadCells::excerpt_or_blank(block_of(row)), unit_of(row), block_of(first), before};
    });
    report(marked, Kind::ranked, problems::ranked_changes,
           [&](auto row, auto, TableRow before) { return Arguments{out.ranked_of_row[row] != 0 ? "yes" : "no", unit_of(row), before}; });
  }
};
}
