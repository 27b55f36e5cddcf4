#pragma once
#include <chiso/io/tables/arrow.hpp>
#include <cstdint>

namespace chiso::inline CHISO_BUILD {
/// The same as to_arrow, with a given limit for the offsets of utf8, so that tests need no column of 2 GiB.
void to_arrow(const Table& table, ArrowArrayStream* out, FigureType figures, std::int64_t most_text_bytes);
}
