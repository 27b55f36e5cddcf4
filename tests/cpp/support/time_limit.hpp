#pragma once
#include <ctime>
#include <gtest/gtest.h>

namespace chiso_test {
/// Guards against work that grows with the square of its input. It limits processor time, so that a busy machine causes no failures; the
/// limit is far above what unoptimised code needs, and far below quadratic work. Sanitizers may take several times as long.
class TimeLimit {
 public:
  explicit TimeLimit(int seconds) : seconds_(seconds * slower) {}
  TimeLimit(const TimeLimit&) = delete;
  TimeLimit& operator=(const TimeLimit&) = delete;
  ~TimeLimit() { EXPECT_LT((std::clock() - start_) / CLOCKS_PER_SEC, seconds_); }

 private:
#if defined(__SANITIZE_THREAD__)
  static constexpr int slower = 12;
#elif defined(__SANITIZE_ADDRESS__)
  static constexpr int slower = 4;
#else
  static constexpr int slower = 1;
#endif
  int seconds_;
  std::clock_t start_ = std::clock();
};
}
