#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/reader.hpp>
#include <chiso/io/arrow_c.hpp>
#include <cstddef>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A reader of the columns of a data frame (SPEC 3): they are begun by add_column below, their text comes by add_text, and everything else
/// by the reader itself. @throws Error if the options do not fit together.
CHISO_EXPORT EvidenceReader frame_reader(Model model, ReadingOptions options = {});

/// The place of a new column. Its name is trimmed and made NFC; one that is not UTF-8 is a problem of the column, which is not read.
CHISO_EXPORT std::size_t add_column(EvidenceReader& reader, std::string_view name);
/// The next cell of a column, as it is written: it is trimmed and made NFC. What is not UTF-8, or holds a NUL, is a problem.
CHISO_EXPORT void add_text(EvidenceReader& reader, std::size_t column, std::string_view cell);
/// A cell of a type that no column takes, as its feeder shows it: a problem (cell.type).
CHISO_EXPORT void add_unreadable(EvidenceReader& reader, std::size_t column, std::string_view found);
/// A column of a type that is not read, as its feeder names it: a problem (column.type). Its cells need not come.
CHISO_EXPORT void refuse_type(EvidenceReader& reader, std::size_t column, std::string_view type);

/// The next cells of a column, a chunk in the Arrow C data interface: null, bool, whole numbers, floats, decimals, text (also as views),
/// and dictionaries of them. Neither structure is released. Another type, or an array that is not well-formed, is a problem of the
/// column; lengths of buffers cannot be checked, for the interface does not give them. O(cells).
CHISO_EXPORT void add_arrow(EvidenceReader& reader, std::size_t column, const ArrowSchema& schema, const ArrowArray& array);
/// All chunks of a stream of one column: its next cells. The chunks are released, the stream is not.
/// @throws Error (frame.stream) if the stream fails; the reader is of no use then.
CHISO_EXPORT void add_arrow(EvidenceReader& reader, std::size_t column, ArrowArrayStream& chunks);
/// A whole table: each column of its batches is a new column. The batches are released, the stream is not.
/// @throws Error (frame.stream) if the stream fails, or is not a stream of a table; the reader is of no use then.
CHISO_EXPORT void add_arrow(EvidenceReader& reader, ArrowArrayStream& batches);
}
