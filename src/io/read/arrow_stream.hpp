#pragma once
#include <chiso/io/arrow_c.hpp>
#include <io/read/streamed_rows.hpp>

namespace chiso::inline CHISO_BUILD {
/// Reads a stream of record batches piece by piece, as add_arrow does at once; of about so many rows, 0 if that is not known.
void stream_arrow(EvidenceReader& reader, ArrowArrayStream& batches, std::size_t rows, const StreamedRows& to);
}
