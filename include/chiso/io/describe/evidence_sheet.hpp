#pragma once
#include <chiso/core/build.hpp>
#include <chiso/model/model.hpp>
#include <cstdint>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// Which columns stand beside those of units and measures.
enum class SheetColumns : std::uint8_t {
  all,      ///< The companion `<measure>.not_applicable` of each measure, and `points.<leaf id>` where the model accepts stated points.
  measures  ///< None: what does not apply is said in the cell of the measure itself.
};
struct EvidenceSheetOptions {
  Text::Language language = Text::Language::vi;
  char delimiter = ';';
  SheetColumns columns = SheetColumns::all;
};
/// An empty sheet of evidence for people to fill, as CSV that spreadsheets open: one row of heads, in UTF-8 with a byte order mark. The
/// first line of a head is the name of the column, the lines below it are its label and what its cells take; a reader takes the first line
/// for the name, so that the filled sheet reads back as it is. Columns: unit, block, period, track, ranked, then the measures in the order
/// of the model, each followed by its companion, then stated points in the order of the leaves, each followed by its companion.
/// @throws ShapeError where the delimiter is no `,`, `;` or tab. O(size of the model).
CHISO_EXPORT std::string empty_evidence_sheet(const Model& model, const EvidenceSheetOptions& options = {});
}
