#pragma once
#include <chiso/io/arrow_c.hpp>
#include <io/read/frame_table.hpp>

namespace chiso::inline CHISO_BUILD {
/// A chunk of an Arrow column. What is wrong with it is a problem of the column.
void read_arrow(FrameTable& table, std::size_t column, const ArrowSchema& schema, const ArrowArray& array);
/// All chunks of a stream. @throws Error (frame.stream) where it fails.
void read_arrow_column(FrameTable& table, std::size_t column, ArrowArrayStream& chunks);
/// All batches of a stream, and their columns. @throws Error (frame.stream) where it fails.
void read_arrow_table(FrameTable& table, ArrowArrayStream& batches);
}
