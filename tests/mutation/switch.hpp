// Included before everything in the mutated programs: which mutant is switched on, and which were reached. CHISO_MUTANT has the number of
// the one; CHISO_REACHED the file that the processor time in seconds and the numbers of the reached ones are written to at the end.
#pragma once
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace chiso_mutation {
inline constexpr int most = 8192;
inline std::atomic<bool> reached[most];
inline int chosen = -1;

inline void write_reached() {
  std::FILE* file = std::fopen(std::getenv("CHISO_REACHED"), "w");
  if (file == nullptr) std::abort();
  std::fprintf(file, "%f\n", static_cast<double>(std::clock()) / CLOCKS_PER_SEC);
  for (int i = 0; i < most; ++i)
    if (reached[i].load(std::memory_order_relaxed)) std::fprintf(file, "%d\n", i);
  std::fclose(file);
}
// Before every other initialisation, in each unit: the first one does it.
__attribute__((constructor(101))) inline void start() {
  static bool started = false;
  if (started) return;
  started = true;
  if (const char* number = std::getenv("CHISO_MUTANT")) chosen = std::atoi(number);
  if (std::getenv("CHISO_REACHED") != nullptr) std::atexit(write_reached);
}
inline bool at_run_time(int number) noexcept {
  if (!reached[number].load(std::memory_order_relaxed)) reached[number].store(true, std::memory_order_relaxed);
  return number == chosen;
}
/// Whether a mutant is the chosen one. What the compiler computes is never mutated.
constexpr bool on(int number) noexcept { return !__builtin_is_constant_evaluated() && at_run_time(number); }
}
