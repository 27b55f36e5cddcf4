#pragma once
#include <chiso/core/build.hpp>
#include <chiso/model/model.hpp>
#include <cstdint>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// Which columns the sheet has beside those of units and measures.
enum class SheetColumns : std::uint8_t {
  all,      ///< The companion `<measure>.not_applicable` of each measure, and `points.<leaf id>` if the model accepts stated points.
  measures  ///< No others: the cell of a measure itself says if the measure does not apply.
};
/// What an empty sheet of evidence is like.
struct EvidenceSheetOptions {
  Text::Language language = Text::Language::vi;  ///< That of labels and of what cells take.
  char delimiter = ';';                          ///< The mark between cells: `,`, `;` or tab.
  SheetColumns columns = SheetColumns::all;      ///< Which columns it has.
  std::string table{};                           ///< The table below the units that the sheet is of; empty: of the evidence itself.
};
/// An empty sheet of evidence for people to fill in, as CSV that spreadsheets open: one row of heads, in UTF-8 with a byte order mark. The
/// first line of a head is the name of the column; the lines below it are its label and what its cells take. Readers use only the first
/// line as the name, so the filled sheet can be read as it is. Columns: unit, block, period, track, ranked, then the measures in the order
/// of the model, then stated points in the order of the leaves; each measure and each column of stated points is followed by its
/// companion. A sheet of a table below the units has unit, period, track, row, then its measures. @throws ShapeError if the delimiter is
/// not `,`, `;` or tab, UnknownNameError if the model has no such table. O(size of the model).
CHISO_EXPORT std::string empty_evidence_sheet(const Model& model, const EvidenceSheetOptions& options = {});
}
