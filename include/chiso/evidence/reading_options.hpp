#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/progress.hpp>
#include <chiso/evidence/period_part.hpp>
#include <chiso/evidence/roster.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What may be the decimal mark of numbers that are text.
inline constexpr std::string_view decimal_marks = ".,";
/// What may be their thousands mark.
inline constexpr std::string_view thousands_marks = "., '";

/// What happens to a column that the model does not know.
enum class UnknownColumns : std::uint8_t {
  refuse,  ///< It is a problem of the table (column.unknown).
  ignore   ///< It is not read, but one that is near a name of the model is a problem all the same: a name that the table lacks, or any in
           ///< another case. Those of `ignored_columns` are not.
};
constexpr std::array<std::string_view, 2> names_of(UnknownColumns) { return {"refuse", "ignore"}; }
/// What happens if a measure of the model has no column.
enum class AbsentMeasures : std::uint8_t {
  refuse,  ///< It is a problem of the table (column.absent).
  missing  ///< It is missing in every row.
};
constexpr std::array<std::string_view, 2> names_of(AbsentMeasures) { return {"refuse", "missing"}; }

/// How a file of evidence is laid out. Tables in memory have units in rows.
enum class TableLayout : std::uint8_t {
  units,  ///< A row for each unit, period and track, and a column for each measure.
  /// A row for each measure or criterion: a form of one unit, or a long table. The column `measure` names it (the id of a criterion means
  /// its stated points); its figure stands in the column `value`, or in a column for each track, named as the track.
  rows,
  pairs  ///< A row for each unit and period, in which a head says in brackets of which track its figures are: `x (self)`, `x (final)`.
};
constexpr std::array<std::string_view, 3> names_of(TableLayout) { return {"units", "rows", "pairs"}; }

/// How a table of evidence is read, be it a file, a data frame, or columns made in code. Readers of files and data frames trim the names
/// and words given here and bring them into NFC, as they do with the text of the table; for EvidenceBuilder they must be trimmed and in
/// NFC already.
struct ReadingOptions {
  /// The decimal mark of numbers that are text, a point or a comma. If absent, a file may state it in the head of a column (files made by
  /// empty_evidence_sheet do); otherwise it is a point.
  std::optional<char> decimal{};
  std::optional<char> thousands{};  ///< Between groups of three digits: a point, a comma, a blank or an apostrophe; absent: none.
  /// The mark between the cells of a file; other tables have none. If absent, it is the one of `;`, tab and `,` that splits the first row
  /// into the most names that the model (or `rename`) knows; among equals the one that gives the most cells, then the first. It may also
  /// be the decimal mark: then numbers with decimals must be quoted.
  std::optional<char> delimiter{};
  std::size_t header_line =
      0;  ///< The line of a file with the names of the columns, from 1; 0: the first line. What stands above is not read.
  std::size_t header_lines = 1;  ///< How many lines they take, from that one on: the first name that is known counts in each column.
  std::size_t skip_last = 0;  ///< How many rows at the end of a file are not read, such as totals and signatures; blank ones do not count.
  /// The encoding of a file, by a name that iconv knows: `windows-1258`, `utf-16`. Empty: UTF-8.
  std::string encoding{};
  TableLayout layout = TableLayout::units;  ///< What stands in the rows of a file.
  /// Each pair is a column that a file does not have, and what stands in it in every row: `unit` of a form, `period`.
  std::vector<std::pair<std::string, std::string>> fill{};
  std::vector<std::pair<std::string, std::string>> rename{};  ///< Each pair is a column of the table and a name of the model.
  std::vector<std::string>
      missing_words{};  ///< Words that mean missing in the cell of a measure, as a blank does; they must be spelt exactly so.
  /// What a date in the column of periods stands for, be it a date or the text of one (`31/3/2024`, `2024-03-31`): its year, quarter or
  /// month, or the day itself (`whole`). If absent, dates are no periods, and such text is the period as it is written.
  std::optional<PeriodPart> period_of_dates{};
  UnknownColumns unknown_columns = UnknownColumns::refuse;  ///< What happens to a column that the model does not know.
  std::vector<std::string> ignored_columns{};  ///< Columns of the table that are not read, whether or not the model knows their names.
  AbsentMeasures absent_measures = AbsentMeasures::refuse;  ///< What happens if a measure has no column.
  std::optional<Roster> roster{};                           ///< Who is scored; absent: whoever the table names.
  std::size_t most_problems = 1000;                         ///< How many problems an error lists; its total counts all of them.
  ProgressCallback progress{};  ///< Is told how many rows of a file are read, of about how many, if it is not empty.

  /// The decimal mark, or a point if none is told.
  char decimal_mark() const { return decimal.value_or('.'); }
};
/// Checks the marks. @throws Error with every mark that is not allowed, or is used for two things.
CHISO_INLINE void check(const ReadingOptions& options);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/reading_options.ipp>
#endif
