#pragma once
#include <chiso/evidence/reader.hpp>
#include <cstddef>
#include <functional>

namespace chiso::inline CHISO_BUILD {
/// What is called while a table is read piece by piece.
struct StreamedRows {
  std::size_t rows_at_once;  ///< How many rows the reader has at most, about, before they are taken.
  /// Once the columns are known, with about how many rows there are (0 if that is not known). The reader lives until the last call.
  std::function<void(EvidenceReader& reader, std::size_t rows)> start;
  std::function<void()> take;    ///< The reader has rows, which this takes out of it.
  std::function<void()> finish;  ///< All rows were taken.
};
}
