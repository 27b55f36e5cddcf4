#pragma once
#include <chiso/evidence/reader.hpp>
#include <functional>
#include <io/read/laid_out.hpp>
#include <io/read/table_lines.hpp>
#include <span>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Whether a head is known to a table of another layout.
bool knows_head(std::string_view name, const ReadingOptions& options, std::span<const std::string> tracks, const EvidenceReader& reader);
/// Where columns of several tracks stand side by side below a head of their own, the name of one of them: `x (self)`, of the line that says
/// `self` and of what stands above it, or above the nearest column to the left of the same kind. `above` are the names by the lines above,
/// `line` the names of this one. Empty for a column that is none of these, and in every other layout.
std::string head_of_pair(std::span<const std::string> above, std::span<const std::string> line, std::size_t column,
                         const ReadingOptions& options, std::span<const std::string> tracks);
/// The name that a head has after renaming.
std::string renamed_head(std::string_view head, const ReadingOptions& options);
/// Whether a column of this name says whose a row is: unit, block, period, track, ranked, or its name in a table below the units.
bool names_a_row(std::string_view name);
/// Whether these are the heads of a table with the layout of the options.
bool has_its_heads(std::span<const std::string> names, const ReadingOptions& options, std::span<const std::string> tracks);
/// Turns a table whose layout is not that of units in rows into one whose is: ReadingOptions::layout says which one it has. What is wrong
/// with the lines is reported to the reader, which knows the names; `tracks` are those of the model. Other tables that are read together
/// with this one have made room for so many cells already.
LaidOut turned(const TableLines& lines, const ReadingOptions& options, std::span<const std::string> tracks, EvidenceReader& reader,
               std::size_t room_taken = 0);
}
