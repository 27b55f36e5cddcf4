#include <algorithm>
#include <array>
#include <chiso/core/as_seen.hpp>
#include <chiso/core/text.hpp>
#include <chiso/core/utf8.hpp>
#include <chiso/evidence/roster_problems.hpp>
#include <chiso/evidence/usual_words.hpp>
#include <io/read/csv_problems.hpp>
#include <io/read/rows_below_units.hpp>
#include <io/text/unicode.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Whether a text begins as notes and signatures do.
bool is_note(std::string_view text) {
  constexpr std::array<std::string_view, 13> beginnings{"ghi chú", "nơi nhận", "người lập", "lập biểu", "nguồn:",  "tm. ",       "kt. ",
                                                        "*",       "(*)",      "note:",     "notes:",   "source:", "prepared by"};
  constexpr std::size_t looked_at = 40;
  const auto name = lower_case(as_seen(text.substr(0, looked_at)));
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) { return name.starts_with(beginning); });
}
}

RowsBelowUnits::RowsBelowUnits(const EvidenceReader& reader, std::size_t columns) : unit_(reader.column_named("unit")), columns_(columns) {
  for (std::size_t column = 0; column < columns; ++column) columns_[column] = reader.reads(column) ? Column::figure : Column::other;
  const auto set = [&](std::string_view name, Column what) {
    if (const auto column = reader.column_named(name); column && *column < columns) columns_[*column] = what;
  };
  for (const auto* name : {"unit", "ranked", "row"}) set(name, Column::other);
  for (const auto* name : {"block", "period", "track"}) set(name, Column::place);
}

/// A name or an office: words without a digit. `không áp dụng` is a state.
bool RowsBelowUnits::may_sign(std::string_view cell) {
  return cell.find(' ') != cell.npos && cell.find_first_of("0123456789") == cell.npos && !means_not_applicable(trimmed(cell));
}

void RowsBelowUnits::add(std::size_t line, std::string_view unit, Figures figures, std::string_view shown, Column shown_in) {
  // A row of numbers, and of the block that they are of, may be a unit whose name was forgotten; any other text in it says that it is none.
  const bool is_note_here = figures != Figures::some && is_note(shown);
  const bool has_figure = figures == Figures::some || (figures == Figures::words && !is_note_here && !(rows_ > 0 && is_below_note_));
  const bool is_total = is_named_as_a_total(unit.empty() ? shown : unit, key_);
  const bool is_number = !shown.empty() && shown.front() >= '0' && shown.front() <= '9';
  const bool may_lack_name = has_figure && (is_number || shown_in == Column::place);
  const bool is_no_unit = (unit.empty() && !may_lack_name) || is_total || is_note_here;
  if (!is_no_unit && has_figure) {
    has_units_ = true;
    rows_ = 0;
    is_below_note_ = false;
    return;
  }
  if (!has_units_ || (rows_ == 0 && !is_no_unit)) return;
  is_below_note_ = is_below_note_ || is_note_here;
  if (rows_++ > 0) return;
  first_ = line;
  shown_ = shown;
}

EvidenceError RowsBelowUnits::told(const EvidenceError& error, std::size_t left_out) const {
  std::vector<Problem> problems;
  Place place;
  for (const auto& problem : error.problems()) {
    const auto line = problem.place.sheet ? problem.place.row : problem.place.line;
    if (rows_ == 0 || line < first_ || problem.entry == &problems::roster_unit)  // a stranger to the roster may be a unit
      problems.push_back(problem);
    else if (place.line == 0 && place.row == 0)
      place = {
          .line = problem.place.sheet ? 0 : first_, .column = 1, .row = problem.place.sheet ? first_ : 0, .sheet = problem.place.sheet};
  }
  const auto gone = error.problems().size() - problems.size();
  if (gone == 0) return error;
  constexpr Words one{"a row", "1 dòng"}, several{"{0} rows", "{0} dòng"};
  const Argument rows = rows_ == 1 ? Argument(one) : Argument(several, {rows_});
  problems.insert(problems.begin(), problem_at(std::move(place), Severity::error, problems::rows_below,
                                               {rows, BadCells::excerpt_or_blank(clean_name(shown_)), left_out + rows_}));
  return EvidenceError(std::move(problems), error.total() - gone + 1);
}
}
