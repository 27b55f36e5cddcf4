#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/reader.hpp>
#include <chiso/io/arrow_c.hpp>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A reader for the columns of a data frame (docs/guide/cells.md tells what is taken). Add columns by add_column below, text by add_text,
/// and everything else by the reader's own functions. @throws Error if the options do not fit together.
CHISO_EXPORT EvidenceReader frame_reader(Model model, ReadingOptions options = {});
/// A reader for a table below the units. @throws UnknownNameError if the model has no such table.
CHISO_EXPORT EvidenceReader frame_reader(TableBelow below, ReadingOptions options = {});
/// A reader for a table beside evidence.
CHISO_EXPORT EvidenceReader frame_reader(TableBeside beside, ReadingOptions options = {});
/// A reader for a roster.
CHISO_EXPORT EvidenceReader frame_reader(RosterTable roster, ReadingOptions options = {});

/// Starts a column and returns its place. Its name is trimmed and composed (NFC). A name that is not UTF-8 is a problem of the column,
/// which is then not read.
CHISO_EXPORT std::size_t add_column(EvidenceReader& reader, std::string_view name);
/// Adds the next cell of a column from raw text, which is trimmed and composed (NFC). Text that is not UTF-8, or contains a NUL, is a
/// problem.
CHISO_EXPORT void add_text(EvidenceReader& reader, std::size_t column, std::string_view cell);
/// Adds a cell of a type that no column takes, as its feeder shows it: a problem (cell.type).
CHISO_EXPORT void add_unreadable(EvidenceReader& reader, std::size_t column, std::string_view found);
/// Adds a moment to a column that takes dates: `count / per_day` days after midnight of 1 January 1970, as Arrow, NumPy and others count. A
/// moment that is not midnight of a day from 1900 to 2199 is a problem (cell.date).
CHISO_EXPORT void add_time(EvidenceReader& reader, std::size_t column, std::int64_t count, std::int64_t per_day);
/// Adds a cell that is no date to a column that takes dates, as its feeder shows it: a problem (cell.date).
CHISO_EXPORT void add_no_date(EvidenceReader& reader, std::size_t column, std::string_view found);
/// Refuses a column of a type that is not read, as its feeder names it: a problem (column.type). Its cells may be left out.
CHISO_EXPORT void refuse_type(EvidenceReader& reader, std::size_t column, std::string_view type);

/// Adds the next cells of a column from a chunk in the Arrow C data interface: null, bool, whole numbers, floats, decimals, text (also as
/// views), dates and times without a zone for measures that are dates, and dictionaries of them. Neither structure is released. Another
/// type, or a malformed array, is a problem of the column; the lengths of buffers cannot be checked, because the interface does not give
/// them. O(cells).
CHISO_EXPORT void add_arrow(EvidenceReader& reader, std::size_t column, const ArrowSchema& schema, const ArrowArray& array);
/// Adds the next cells of a column from all chunks of a stream. The chunks are released, the stream is not. @throws Error (frame.stream)
/// if the stream fails; the reader must not be used afterwards.
CHISO_EXPORT void add_arrow(EvidenceReader& reader, std::size_t column, ArrowArrayStream& chunks);
/// Adds a whole table: each column of its batches becomes a new column. The batches are released, the stream is not. @throws Error
/// (frame.stream) if the stream fails, or is not a stream of a table; the reader must not be used afterwards.
CHISO_EXPORT void add_arrow(EvidenceReader& reader, ArrowArrayStream& batches);
}
