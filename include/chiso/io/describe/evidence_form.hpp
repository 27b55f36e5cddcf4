#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/io/describe/evidence_sheet.hpp>
#include <chiso/model/model.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A line of a form of evidence.
struct FormLine {
  /// What stands in a line.
  enum class Kind : std::uint8_t {
    name,       ///< A name of the unit, or of what it reports: its block, period or track.
    heading,    ///< The title of a part of the form, or a group of criteria.
    criterion,  ///< A leaf of the tree, or an entry of bonus or penalty; its figures come below it.
    figure      ///< A figure.
  };
  Kind kind = Kind::figure;              ///< What it is.
  std::size_t depth = 0;                 ///< How deep it stands in the tree.
  std::string number{};                  ///< The number of a criterion, as printed.
  std::string text{};                    ///< A title, or the label of a figure; never empty.
  std::optional<Decimal> points{};       ///< The points of a criterion.
  std::string measured_in{};             ///< The unit of a figure; empty if the model does not say.
  std::optional<SheetColumn> to_fill{};  ///< What is filled in, if the line has a cell for it: a figure stands only once in a form.
};
constexpr std::array<std::string_view, 4> names_of(FormLine::Kind) { return {"name", "heading", "criterion", "figure"}; }
/// A form of one unit, with criteria and their figures in rows.
struct EvidenceForm {
  std::string title{};               ///< Of the model.
  std::string hint{};                ///< What its cells take in any case: zero, blank, not applicable.
  std::vector<std::string> heads{};  ///< Of its columns: number, criterion, points, measure, measured_in, value, takes, note.
  std::vector<FormLine> lines{};     ///< From the names of the unit to the figures that no criterion reads.
};
/// The form of one unit: its names, then each criterion with the figures that it reads on the row itself, in the order of the model, then
/// bonus and penalty, then all other figures of the model. Where the model accepts stated points, and the options do not leave them out,
/// each leaf has a line for them. `delimiter` and `table` of the options count for nothing. O(size of the model).
CHISO_EXPORT EvidenceForm evidence_form(const Model& model, const EvidenceSheetOptions& options = {});
/// The same as CSV, in UTF-8 with a byte order mark, to be filled in by a spreadsheet and read as it is: a reader knows the form by a line
/// in the head of the column `measure`. @throws ShapeError if the delimiter is not `,`, `;` or tab. O(size of the model).
CHISO_EXPORT std::string empty_evidence_form(const Model& model, const EvidenceSheetOptions& options = {});
}
