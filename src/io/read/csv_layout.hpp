#pragma once
#include <chiso/evidence/reader.hpp>
#include <functional>
#include <io/read/csv_heads.hpp>
#include <io/read/laid_out.hpp>
#include <span>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Whether a head is known to a table of another layout.
bool knows_head(std::string_view name, const ReadingOptions& options, std::span<const std::string> tracks, const EvidenceReader& reader);
/// Turns a table of text whose layout is not that of units in rows into one whose is: ReadingOptions::layout says which one it has. What
/// is wrong with the lines is reported to the reader, which knows the names; `tracks` are those of the model.
LaidOut turned(std::string_view text, const CsvHeads& heads, const ReadingOptions& options, std::span<const std::string> tracks,
               EvidenceReader& reader);
}
