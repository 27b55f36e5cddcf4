#pragma once
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace chiso_test {
/// How many random cases a test takes: as many as it says, but a third of them under sanitizers, which make each one slow; the same cases
/// run without sanitizers too.
constexpr std::size_t cases(std::size_t count) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return count / 3;
#else
  return count;
#endif
}

/// A seeded source of choices that is the same with every standard library. It can also take them from bytes, as long as these last: two
/// for each choice, so that changing one byte changes one choice.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  explicit Random(std::span<const std::uint8_t> bytes) : engine_(0), bytes_(bytes) {}
  std::uint64_t below(std::uint64_t end) {
    if (bytes_.size() < 2) return engine_() % end;
    const auto choice = static_cast<std::uint64_t>(bytes_[0]) << 8 | bytes_[1];
    bytes_ = bytes_.subspan(2);
    return choice % end;
  }
  std::int64_t within(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most - least) + 1));
  }
  bool one_in(std::uint64_t n) { return below(n) == 0; }
  template <class T>
  const T& of(const std::vector<T>& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937_64 engine_;
  std::span<const std::uint8_t> bytes_{};
};
}
