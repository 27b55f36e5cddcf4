#include <algorithm>
#include <atomic>
#include <chiso/core/in_parallel.hpp>
#include <gtest/gtest.h>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {
using namespace chiso;

TEST(InParallel, DoesEveryPartOnce) {
  for (const unsigned threads : {0U, 1U, 3U}) {
    std::vector<std::atomic<int>> times(20);
    std::size_t last = 0;
    detail::in_parallel(
        times.size(), threads, [&] { return [&](std::size_t part) { ++times[part]; }; },
        [&](std::size_t done) { last = std::max(last, done); });
    for (const auto& one : times) EXPECT_EQ(one.load(), 1);
    EXPECT_LE(last, times.size());
    if (threads < 2) {  // the caller does them all
      EXPECT_EQ(last, times.size());
    }
  }
}
TEST(InParallel, ThrowsWhatAPartThrows) {
  for (const unsigned threads : {1U, 3U}) {
    std::atomic<int> parts{0};
    const auto fails = [&] {
      return [&](std::size_t) {
        ++parts;
        throw std::runtime_error("no");
      };
    };
    EXPECT_THROW(detail::in_parallel(1000, threads, fails, [](std::size_t) {}), std::runtime_error);
    EXPECT_LE(parts.load(), static_cast<int>(threads));  // the others stop
  }
}
TEST(InParallel, ThrowsWhatMakingAWorkerOrToldThrows) {
  const auto no_worker = []() -> void (*)(std::size_t) { throw std::runtime_error("no"); };
  EXPECT_THROW(detail::in_parallel(3, 2, no_worker, [](std::size_t) {}), std::runtime_error);
  const auto works = [] { return [](std::size_t) {}; };
  EXPECT_THROW(detail::in_parallel(3, 1, works, [](std::size_t) { throw std::runtime_error("stopped"); }), std::runtime_error);
}
TEST(InParallel, TakesAsManyThreadsAsTheMachineHasIfNoneAreAsked) {
  EXPECT_EQ(detail::number_of_threads(3), 3U);
  EXPECT_EQ(detail::number_of_threads(0), std::max(1U, std::thread::hardware_concurrency()));
}
}
