#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/model/model.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
/// A column of a sheet of evidence, for programs that lay such sheets out.
struct SheetColumn {
  /// What its cells hold.
  enum class Cells : std::uint8_t {
    text,    ///< Any text, such as a name.
    number,  ///< A number from `least` to `most`.
    date,    ///< A day.
    word     ///< One of `words`.
  };
  std::string name{};                ///< Its name, by which readers know it.
  std::string label{};               ///< What it is, for people; empty if nobody has said.
  std::string takes{};               ///< What its cells take, in words; several lines if it lists words.
  std::string mark{};                ///< A further line of its head, which tells readers the decimal mark; of the units only.
  Cells cells = Cells::text;         ///< What its cells hold.
  std::optional<Decimal> least{};    ///< The least number; absent: any.
  std::optional<Decimal> most{};     ///< The greatest number; absent: any.
  std::optional<int> decimals{};     ///< How many decimals a number has at most; absent: any number, which is rounded.
  std::vector<std::string> words{};  ///< The words of which a cell has one.
  std::string not_applicable{};      ///< The word for not applicable, which a cell takes beside these; empty if it takes none.
};
constexpr std::array<std::string_view, 4> names_of(SheetColumn::Cells) { return {"text", "number", "date", "word"}; }
/// The columns of an empty sheet of evidence, in the order of empty_evidence_sheet. @throws UnknownNameError if the model has no such
/// table. O(size of the model).
CHISO_EXPORT std::vector<SheetColumn> evidence_sheet_columns(const Model& model, const EvidenceSheetOptions& options = {});
/// An empty sheet of evidence for people to fill in, as CSV that spreadsheets open: one row of heads, in UTF-8 with a byte order mark. The
/// first line of a head is the name of the column; the lines below it are its label and what its cells take. Readers use only the first
/// line as the name, so the filled sheet can be read as it is. Columns: unit, block, period, track, ranked, then the measures in the order
/// of the model, then stated points in the order of the leaves; each measure and each column of stated points is followed by its
/// companion. A sheet of a table below the units has unit, period, track, row, then its measures. @throws ShapeError if the delimiter is
/// not `,`, `;` or tab, UnknownNameError if the model has no such table. O(size of the model).
CHISO_EXPORT std::string empty_evidence_sheet(const Model& model, const EvidenceSheetOptions& options = {});
}
