// Reading a CSV file of a million rows and 20 columns: rows a second, and the peak of memory. `chiso_read_bench FILE` reads a file of its
// own columns (`--write FILE` makes one), so that an older build, linked with this file, can be measured in turn with it: the median of
// some runs, each in a process of its own, because memory that was given back counts in a peak.
#include <algorithm>
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#if !defined(NDEBUG)
#error "benchmarks are built without assertions"
#endif

namespace {
using namespace chiso;
constexpr int measures = 18, runs = 7;

Model model_of_eighteen() {
  ModelDraft draft{.id = "read", .measures = {}, .criteria = {}};
  for (int i = 0; i < measures; ++i) {
    const auto name = "m" + std::to_string(i);
    draft.measures.emplace_back(name, MeasureDraft{.type = i % 2 != 0 ? MeasureType::count : MeasureType::decimal});
    draft.criteria.push_back(leaf("l" + std::to_string(i), 1, rules::Proportional{.value = Number(name), .full_at = 100}));
  }
  return Model::build(std::move(draft));
}

void write(const char* path, std::size_t rows) {
  std::uint64_t state = 2024;
  const auto next = [&] { return (state = state * 6364136223846793005U + 1442695040888963407U) >> 33; };
  std::ofstream out(path, std::ios::binary);
  out << "unit,block";
  for (int i = 0; i < measures; ++i) out << ",m" << i;
  out << '\n';
  for (std::size_t row = 0; row < rows; ++row) {
    char unit[32];
    std::snprintf(unit, sizeof unit, "U%07zu", row);
    out << unit << ",Khối " << next() % 63;
    for (int i = 0; i < measures; ++i) {
      const auto number = next() % (i % 2 != 0 ? 100 : 10'000);
      out << ',' << (i % 2 != 0 ? number : number / 100);
      if (i % 2 == 0) out << '.' << number / 10 % 10 << number % 10;
    }
    out << '\n';
  }
}

struct Taken {
  double seconds = 0;  // of processor
  long kibibytes = 0;  // at most at once
  std::size_t rows = 0;
};
/// Reads once in another process, which starts with what the program has so far.
Taken read_once(const Model& model, const char* path) {
  int ends[2];
  if (::pipe(ends) != 0) std::abort();
  const auto child = ::fork();
  if (child == 0) {
    const auto start = std::clock();
    const auto evidence = read_evidence(path, model);
    Taken out{.seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, .rows = evidence.rows()};
    struct rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    out.kibibytes = used.ru_maxrss;
    if (::write(ends[1], &out, sizeof out) != sizeof out) std::abort();
    std::_Exit(0);
  }
  Taken out;
  ::close(ends[1]);
  if (::read(ends[0], &out, sizeof out) != sizeof out) std::abort();
  ::close(ends[0]);
  ::waitpid(child, nullptr, 0);
  return out;
}
}

int main(int count, char** words) {
  const bool is_to_write = count == 3 && std::string_view(words[1]) == "--write";
  if (is_to_write) return write(words[2], 1'000'000), 0;
  if (count != 2) return std::fprintf(stderr, "chiso_read_bench [--write] FILE\n"), 2;
  const auto model = model_of_eighteen();
  std::vector<Taken> all;
  for (int i = 0; i < runs; ++i) all.push_back(read_once(model, words[1]));
  std::sort(all.begin(), all.end(), [](const Taken& a, const Taken& b) { return a.seconds < b.seconds; });
  const auto& middle = all[runs / 2];
  std::printf("%zu rows: %.3f s of processor (%.3f at best), %.2f million rows a second, at most %.1f MiB\n", middle.rows, middle.seconds,
              all[0].seconds, static_cast<double>(middle.rows) / middle.seconds / 1e6, static_cast<double>(middle.kibibytes) / 1024);
}
