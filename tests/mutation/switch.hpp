// Included before everything in the mutated programs: which mutant is switched on, and which were reached. CHISO_MUTANT has the number of
// the one; CHISO_REACHED the file that the processor time in seconds and the numbers of the reached ones, each with how often it was
// reached, are written to at the end.
#pragma once
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace chiso_mutation {
inline constexpr int most = 8192;
inline std::atomic<std::uint64_t> reached[most];  // how often; of several threads at once some may be lost
inline int chosen = -1;
inline bool counts = false;

inline void write_reached() {
  std::FILE* file = std::fopen(std::getenv("CHISO_REACHED"), "w");
  if (file == nullptr) std::abort();
  std::fprintf(file, "%f\n", static_cast<double>(std::clock()) / CLOCKS_PER_SEC);
  for (int i = 0; i < most; ++i)
    if (const auto times = reached[i].load(std::memory_order_relaxed))
      std::fprintf(file, "%d %llu\n", i, static_cast<unsigned long long>(times));
  std::fclose(file);
}
// Before every other initialisation, in each unit: the first one does it.
__attribute__((constructor(101))) inline void start() {
  static bool started = false;
  if (started) return;
  started = true;
  if (const char* number = std::getenv("CHISO_MUTANT")) chosen = std::atoi(number);
  counts = std::getenv("CHISO_REACHED") != nullptr;
  if (counts) std::atexit(write_reached);
}
inline bool at_run_time(int number) noexcept {
  if (counts) reached[number].store(reached[number].load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  return number == chosen;
}
/// Whether a mutant is the chosen one. What the compiler computes is never mutated.
constexpr bool on(int number) noexcept { return !__builtin_is_constant_evaluated() && at_run_time(number); }
}
