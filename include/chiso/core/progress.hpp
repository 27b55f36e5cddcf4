#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <functional>

namespace chiso::inline CHISO_BUILD {
/// How far long work has come.
struct Progress {
  std::size_t done = 0;   ///< Rows that are done.
  std::size_t total = 0;  ///< All rows.
};
/// Is told how far long work has come, by the thread that asked for the work. To cancel, throw: the work stops within a fraction of a
/// second, nothing of it is kept, and the caller gets what was thrown.
using ProgressCallback = std::function<void(const Progress&)>;
}
