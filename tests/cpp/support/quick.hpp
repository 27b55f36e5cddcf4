#pragma once
#include <gtest/gtest.h>
#include <ctime>

namespace chiso_test {
/// Guards against work that grows with the square of its input: processor time, so that a busy machine fails nobody; the limit is far above
/// what the work takes unoptimised and sanitized, and far below what quadratic work would.
class Quick {
 public:
  explicit Quick(int seconds) : seconds_(seconds) {}
  Quick(const Quick&) = delete;
  Quick& operator=(const Quick&) = delete;
  ~Quick() { EXPECT_LT((std::clock() - start_) / CLOCKS_PER_SEC, seconds_); }

 private:
  int seconds_;
  std::clock_t start_ = std::clock();
};
}
