#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <span>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>
#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace chiso::inline CHISO_BUILD {
/// Lets a thread of its own fault in the pages of reserved memory, in the order in which another thread fills them: to get them from the
/// system takes as long as to fill them. Nothing is written. Without a second processor, a thread or Linux, pages are faulted in when they
/// are written, as usual.
class PagePrefault {
 public:
  /// Begins with these blocks of whole pages; what was begun before is stopped.
  CHISO_INLINE void begin(std::vector<std::span<std::byte>> blocks) {
    stop();
    std::size_t bytes = 0;
    for (const auto& block : blocks) bytes += block.size();
    if (bytes < least_bytes || std::thread::hardware_concurrency() < 2) return;
#if defined(__linux__) && defined(MADV_POPULATE_WRITE)
    const auto make = [blocks = std::move(blocks)](const std::stop_token& stopped) {
      for (const auto& block : blocks) {
        if (stopped.stop_requested()) return;
        ::madvise(block.data(), block.size(), MADV_POPULATE_WRITE);
      }
    };
    try {
      thread_ = std::jthread(make);
    } catch (const std::system_error&) {  // no more threads
    }
#endif
  }
  /// Returns once no page is being faulted in.
  CHISO_INLINE void stop() { thread_ = std::jthread(); }

 private:
  static constexpr std::size_t least_bytes = std::size_t{64} << 20;  // for less a thread is not worth its start
  std::jthread thread_{};
};
}
