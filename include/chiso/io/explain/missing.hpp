#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/text.hpp>
#include <chiso/explain/missing.hpp>
#include <chiso/io/explain/explanation.hpp>
#include <chiso/io/tables/table.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How what is missing is listed.
enum class MissingBy : std::uint8_t {
  unit,    ///< By unit, period and track: what to ask each of them for.
  measure  ///< By what is missing: whom to ask for it.
};
constexpr std::array<std::string_view, 2> names_of(MissingBy) { return {"unit", "measure"}; }

/// How what is missing is written.
struct MissingListOptions {
  MissingBy by = MissingBy::unit;                ///< In which order.
  Text::Language language = Text::Language::vi;  ///< That of labels and words.
};

/// The cells in the order of a list. O(cells log cells).
CHISO_EXPORT std::vector<Missing::Cell> listed_cells(const Missing& missing, MissingBy by);

/// What is missing as a table, a row for each thing that a row of the scores lacks. Columns, with what may be none marked `?`:
/// * `unit block period track` text, of the row of the scores;
/// * `source` categorical, where it is missing: `row` (a measure of the row), `previous` (a measure on the unit's row of the previous
///   period), `previous_row` (that row), `parameter`, `previous_parameter`, `table` (a figure of a table below the units),
///   `previous_table`, `cohort` (a figure over the rows of the block), `no_row` (all of it: a unit of the roster without a row, behind all
///   others); `name?` text, the name of the measure, the parameter or the table; `label` text, the same in words;
/// * what waits for it: `criteria?` text, the ids of leaves and entries, separated by `; `; `classes?` text, `veto` and its place in the
///   model, from 1, and the ids of classes that ask for more, likewise; `waiting` text, all of these in words; `points` figures, the points
///   of the leaves and entries, as published.
///
/// O(cells log cells).
CHISO_EXPORT Table missing_table(const Missing& missing, const MissingListOptions& options = {});
/// The same for people: a section for each unit, period and track, or for each thing that is missing, with what waits for it, and the
/// points that depend on it. O(cells log cells).
CHISO_EXPORT std::string missing_text(const Missing& missing, const MissingListOptions& options = {}, const TextLayout& layout = {});
/// The same as a page of HTML, as scorecards are: for A4 portrait, a phone, light and dark.
CHISO_EXPORT std::string missing_html(const Missing& missing, const MissingListOptions& options = {});
/// The same as a fragment of HTML for a notebook (see html_fragment); only the first sections are shown.
CHISO_EXPORT std::string missing_fragment(const Missing& missing, const MissingListOptions& options = {.language = Text::Language::en});
}
