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
/// Faults in the pages of reserved memory on a thread of its own, in the order in which another thread fills them, because getting pages
/// from the system takes as long as filling them. It writes nothing. Without a second processor, threads or Linux, pages are faulted in as
/// usual when they are written.
class PagePrefault {
 public:
  /// Starts with these blocks of whole pages; an earlier start is stopped first.
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
    } catch (const std::system_error&) {
      return;  // the system has no more threads
    }
#endif
  }
  /// Stops, and returns once no page is being faulted in.
  CHISO_INLINE void stop() { thread_ = std::jthread(); }

 private:
  static constexpr std::size_t least_bytes = std::size_t{64} << 20;  // for less memory a thread is not worth its start
  std::jthread thread_{};
};
}
