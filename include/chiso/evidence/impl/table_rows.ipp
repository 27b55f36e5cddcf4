#pragma once
#include <algorithm>
#include <chiso/core/composed.hpp>
#include <chiso/core/text.hpp>
#include <chiso/evidence/columns.hpp>
#include <chiso/evidence/impl/evidence.ipp>
#include <chiso/evidence/impl/table_data.ipp>
#include <map>
#include <unordered_map>

namespace chiso::inline CHISO_BUILD {
/// Whose the rows of a table are: resolves and checks `unit`, `block`, `period`, `track`, `ranked`.
struct TableRows {
  using Input = EvidenceTable::Input;
  using Kind = Input::Kind;
  EvidenceTable::Data& table;
  std::size_t rows = 0;
  EvidenceRows out{};
  std::vector<std::uint8_t> bad{};  // rows of which a key is not known: not compared with others

  CHISO_INLINE void run() {
    bad.resize(rows);
    names(Kind::unit, out.units, out.unit_of_row);
    names(Kind::block, out.blocks, out.block_of_row);
    names(Kind::period, out.periods, out.period_of_row);
    tracks();
    ranked();
    if (rows == 0 || out.units.empty()) return;
    period_shape();
    out.put_in_order();
    if (out.units.size() < rows) compare_rows();
  }

 private:
  /// A list of its own for one check; `at` is the column, or, where the table has none, that of the units.
  struct Check {
    BadCells list;
    std::size_t column;
  };
  CHISO_INLINE Check check(const Input* at) {
    const auto* unit = table.find(Kind::unit);
    return {BadCells(table.options.most_problems), at ? at->place : unit ? unit->place : BadCell::none};
  }
  CHISO_INLINE void done(Check&& check) {
    if (check.list.total() > 0) table.of_rows.push_back(std::move(check.list));
  }
  CHISO_INLINE void mark(Check& check, std::size_t row, std::string_view code, std::string_view found, const std::string& expected,
                         std::string_view hint = {}) {
    bad[row] = 1;
    if (auto* kept = check.list.add(table.given(row), check.column, code, found, [&] { return expected; })) kept->problem.hint = hint;
  }
  CHISO_INLINE static bool blank_everywhere(const Input* input) {
    return !input || std::all_of(input->codes.begin(), input->codes.end(), [](auto code) { return code == Input::blank; });
  }

  /// What is wrong with a name, if anything.
  struct Verdict {
    const char* code = nullptr;
    std::string expected{};
    std::string hint{};
  };
  CHISO_INLINE Verdict verdict(Kind kind, std::string_view name) {
    if (!is_utf8(name)) return {"cell.text", "text in UTF-8", {}};
    if (!is_composed(name)) return {"cell.text", "text in the composed form of Unicode, NFC", {}};
    if (kind != Kind::block && kind != Kind::track) return {};
    const char* what = kind == Kind::track ? "track" : "block";
    if (kind == Kind::block && !table.model.declares_blocks()) {
      if (is_name(name)) return {};
      return {"block.name", "text without control characters, backslash or both quote marks, and no word for not applicable", {}};
    }
    if (kind == Kind::track ? table.model.track(name) : table.model.block(name)) return {};
    const auto known = kind == Kind::track ? table.model.tracks() : table.model.blocks();
    auto near = table.suggestions.of(name, [&] { return std::vector<std::string_view>(known.begin(), known.end()); });
    return {kind == Kind::track ? "track.unknown" : "block.unknown", std::string("a ") + what + " of the model", std::move(near)};
  }

  /// By code, of those in which something is wrong.
  CHISO_INLINE std::unordered_map<std::uint32_t, Verdict> verdicts(Kind kind, const PackedNames& names) {
    std::unordered_map<std::uint32_t, Verdict> wrong;
    const bool may_be_any_text = kind == Kind::unit || kind == Kind::period;
    if (may_be_any_text && names.are_ascii()) return wrong;
    for (std::uint32_t code = 0; code < names.size(); ++code)
      if (auto found = verdict(kind, names[code]); found.code) wrong.emplace(code, std::move(found));
    return wrong;
  }

  /// The names of a column, sorted, and each row's among them. `blank_is` stands where the column is absent or blank in every row.
  CHISO_INLINE void names(Kind kind, LargeVector<std::string>& names, std::vector<std::uint32_t>& of_row) {
    auto* input = table.find(kind);
    if (kind != Kind::unit && blank_everywhere(input)) {
      names.assign(1, "");
      of_row.assign(rows, 0);
      return;
    }
    of_row.assign(rows, 0);
    if (!input) return;  // no units: a problem of the columns
    const auto wrong_names = verdicts(kind, input->names.names());
    auto sorted = std::move(input->names).sorted();
    auto problems = check(input);
    for (std::size_t row = 0; row < rows; ++row) {
      const auto code = input->codes[row];
      if (code == Input::unreadable) {
        bad[row] = 1;
      } else if (code == Input::blank) {
        mark(problems, row, kind == Kind::unit ? "unit.empty" : "cell.blank", "",
             kind == Kind::unit ? "the name of a unit" : "a " + input->name + ", as in other rows");
      } else {
        of_row[row] = sorted.place_of_code[code];
        if (wrong_names.empty()) continue;
        if (const auto wrong = wrong_names.find(code); wrong != wrong_names.end())
          mark(problems, row, wrong->second.code, sorted.names[of_row[row]], wrong->second.expected, wrong->second.hint);
      }
    }
    names = std::move(sorted.names);
    if (names.empty() && kind != Kind::unit) names.assign(1, "");
    std::vector<std::uint32_t>().swap(input->codes);
    done(std::move(problems));
  }

  CHISO_INLINE void tracks() {
    const auto last = static_cast<std::uint16_t>(table.model.tracks().size() - 1);
    const auto* input = table.find(Kind::track);
    out.track_of_row.assign(rows, last);
    if (blank_everywhere(input)) return;
    LargeVector<std::string> found;
    std::vector<std::uint32_t> of_row;
    names(Kind::track, found, of_row);
    std::vector<std::uint16_t> index;
    for (const auto& name : found) index.push_back(static_cast<std::uint16_t>(table.model.track(name).value_or(last)));
    for (std::size_t row = 0; row < rows; ++row) out.track_of_row[row] = index[of_row[row]];
  }

  CHISO_INLINE void ranked() {
    out.ranked_of_row.assign(rows, 1);
    const auto* input = table.find(Kind::ranked);
    if (!input) return;
    const auto& cells = input->truths;
    if (std::all_of(cells.begin(), cells.end(), [](auto cell) { return cell == Input::blank_truth; })) return;
    auto problems = check(input);
    for (std::size_t row = 0; row < rows; ++row) {
      if (cells[row] == Input::blank_truth)
        mark(problems, row, "cell.blank", "", "yes or no, as in other rows");
      else if (cells[row] == Input::unreadable_truth)
        bad[row] = 1;
      else
        out.ranked_of_row[row] = cells[row];
    }
    done(std::move(problems));
  }

  /// Periods are ordered as text, so they must be written alike: equal once every digit is a 0.
  CHISO_INLINE void period_shape() {
    if (out.periods.size() < 2) return;
    std::map<std::string, std::pair<std::size_t, std::size_t>> shapes;  // rows, and the last row from the end of the first
    std::vector<const std::pair<const std::string, std::pair<std::size_t, std::size_t>>*> of_period;
    for (const auto& period : out.periods) of_period.push_back(&*shapes.try_emplace(shape_of_period(period)).first);
    if (shapes.size() == 1) return;
    for (std::size_t row = rows; row-- > 0;) {
      if (bad[row] != 0) continue;
      auto& [count, before_the_end] = shapes[of_period[out.period_of_row[row]]->first];
      ++count;
      before_the_end = rows - row;
    }
    // The usual shape is that of most rows; of equals, the one that comes first.
    const auto usual = std::max_element(shapes.begin(), shapes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const auto example = std::find_if(out.periods.begin(), out.periods.end(), [&](const auto& period) {
      return of_period[static_cast<std::size_t>(&period - out.periods.data())] == &*usual;
    });
    auto problems = check(table.find(Kind::period));
    for (std::size_t row = 0; row < rows; ++row) {
      const auto period = out.period_of_row[row];
      if (bad[row] == 0 && of_period[period] != &*usual)
        mark(problems, row, "period.shape", out.periods[period], "a period written like '" + *example + "'");
    }
    done(std::move(problems));
  }

  /// One row for each unit, period and track; one block and one `ranked` for each unit and period.
  CHISO_INLINE void compare_rows() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> repeated, moved, marked;  // a row, and the first row that it does not agree with
    for (std::size_t i = 0; i < rows;) {
      const auto start = i;
      const auto same = [&](std::uint32_t a, std::uint32_t b) {
        return out.unit_of_row[a] == out.unit_of_row[b] && out.period_of_row[a] == out.period_of_row[b];
      };
      std::uint32_t first = Input::blank, of_track = Input::blank;
      for (; i < rows && same(out.in_order[start], out.in_order[i]); ++i)
        if (bad[out.in_order[i]] == 0) first = std::min(first, out.in_order[i]);
      for (auto k = start; k < i; ++k) {
        const auto row = out.in_order[k];
        if (bad[row] != 0) continue;
        if (of_track != Input::blank && out.track_of_row[of_track] == out.track_of_row[row])
          repeated.emplace_back(row, of_track);
        else
          of_track = row;
        if (out.block_of_row[row] != out.block_of_row[first]) moved.emplace_back(row, first);
        if (out.ranked_of_row[row] != out.ranked_of_row[first]) marked.emplace_back(row, first);
      }
    }
    const auto report = [&](auto& pairs, Kind kind, const char* code, auto&& found, auto&& expected) {
      std::sort(pairs.begin(), pairs.end());
      auto problems = check(table.find(kind));
      for (const auto& [row, first] : pairs) {
        const auto other = first;  // clang 14 cannot hand a binding on
        const auto given = table.given(other);
        auto* kept = problems.list.add(table.given(row), problems.column, code, found(row),
                                       [&, other = other] { return expected(other) + " row " + std::to_string(given); });
        if (kept) kept->other_row = given;
      }
      done(std::move(problems));
    };
    const auto unit_of = [&](std::uint32_t row) { return out.units[out.unit_of_row[row]]; };
    report(
        repeated, Kind::unit, "row.duplicate",
        [&](auto row) {
          auto text = unit_of(row);
          if (const auto& period = out.periods[out.period_of_row[row]]; !period.empty()) text += ", " + period;
          return text + ", " + table.model.tracks()[out.track_of_row[row]];
        },
        [&](auto) { return std::string("one row for each unit, period and track; the same is in"); });
    report(
        moved, Kind::block, "block.changes", [&](auto row) { return out.blocks[out.block_of_row[row]]; },
        [&](auto other) {
          return "one block of '" + unit_of(other) + "' in a period: '" + out.blocks[out.block_of_row[other]] + "', as in";
        });
    report(
        marked, Kind::ranked, "ranked.changes", [&](auto row) { return std::string(out.ranked_of_row[row] != 0 ? "yes" : "no"); },
        [&](auto other) { return "the same `ranked` in every row of '" + unit_of(other) + "' in a period, as in"; });
  }
};
}
