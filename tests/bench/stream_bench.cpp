// Scoring a CSV file piece by piece: rows a second beside those of reading and splitting the same file alone, and the peak of memory at two
// sizes. `chiso_stream_bench FOLDER` writes files of 20 columns there, of a million rows and of ten (`--rows N M` of others), and takes
// them away. Seconds are those of the processor; each run is a process of its own, because memory that was given back counts in a peak.
#include <algorithm>
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <io/text/file_pieces.hpp>
#include <io/text/plain_csv.hpp>
#include <io/text/text_window.hpp>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#if !defined(NDEBUG)
#error "benchmarks are built without assertions"
#endif

namespace {
using namespace chiso;
constexpr int measures = 18;

Model model_of_eighteen() {
  ModelDraft draft{.id = "stream", .measures = {}, .criteria = {}};
  for (int i = 0; i < measures; ++i) {
    const auto name = "m" + std::to_string(i);
    draft.measures.emplace_back(name, MeasureDraft{.type = i % 2 != 0 ? MeasureType::count : MeasureType::decimal});
    draft.criteria.push_back(leaf("l" + std::to_string(i), 1, rules::Proportional{.value = Number(name), .full_at = 100}));
  }
  return Model::build(std::move(draft));
}

void write(const std::filesystem::path& path, std::size_t rows) {
  std::uint64_t state = 2024;
  const auto next = [&] { return (state = state * 6364136223846793005U + 1442695040888963407U) >> 33; };
  std::ofstream out(path, std::ios::binary);
  out << "unit,block";
  for (int i = 0; i < measures; ++i) out << ",m" << i;
  out << '\n';
  for (std::size_t row = 0; row < rows; ++row) {
    char unit[32];
    std::snprintf(unit, sizeof unit, "U%08zu", row);
    out << unit << ",Khối " << next() % 63;
    for (int i = 0; i < measures; ++i) {
      const auto number = next() % (i % 2 != 0 ? 100 : 10'000);
      out << ',' << (i % 2 != 0 ? number : number / 100);
      if (i % 2 == 0) out << '.' << number / 10 % 10 << number % 10;
    }
    out << '\n';
  }
}
/// Reads a file and splits its rows into cells, and nothing else.
std::size_t split(const std::filesystem::path& path) {
  TextWindow window(*FilePieces::of(path, 0));
  PlainCsv plain(',', measures + 2);
  std::size_t rows = 0, at = 0;
  for (;;) {
    plain.split(window.text(), at, 256);
    rows += plain.rows();
    if (plain.rows() > 0) {
      at = plain.end_of(plain.rows());
      continue;
    }
    if (!window.read_on(at)) return rows;
    at = 0;
  }
}

struct Taken {
  double seconds = 0;  // of processor
  long kibibytes = 0;  // at most at once
  std::size_t rows = 0;
};
/// Runs work once in another process, which starts with what the program has so far.
Taken run(const std::function<std::size_t()>& work) {
  int ends[2];
  if (::pipe(ends) != 0) std::abort();
  const auto child = ::fork();
  if (child == 0) {
    const auto start = std::clock();
    Taken out{.rows = work()};
    out.seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
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

int main(int count, char** arguments) {
  std::vector<std::string> given(arguments + 1, arguments + count);
  if (given.empty()) return std::fprintf(stderr, "chiso_stream_bench FOLDER [--json] [--rows N M]\n"), 2;
  const bool json = std::erase(given, "--json") > 0;
  std::vector<std::size_t> sizes{1'000'000, 10'000'000};
  if (given.size() == 4 && given[1] == "--rows") sizes = {std::stoull(given[2]), std::stoull(given[3])};
  const auto folder = std::filesystem::path(given[0]);
  const auto table = folder / "chiso_stream_bench.csv", output = folder / "chiso_stream_bench.out.csv";
  const auto model = model_of_eighteen();
  const auto each_second = [](const Taken& taken) { return static_cast<double>(taken.rows) / taken.seconds; };
  std::vector<Taken> streamed;
  for (const auto rows : sizes) {
    write(table, rows);
    const auto alone = run([&] { return split(table); });
    streamed.push_back(run([&] { return stream_scores(table, model, output, {.threads = 1}).rows; }));
    const auto& scored = streamed.back();
    const auto of_split = each_second(scored) / each_second(alone);
    const auto of_memory = static_cast<double>(scored.kibibytes) / static_cast<double>(streamed.front().kibibytes);
    double of_whole = 0;  // at the smaller size alone: the larger one may not fit into memory
    if (streamed.size() == 1) {
      const auto whole = run([&] {
        const auto scores = score(model, read_evidence(table, model), {.threads = 1});
        write_file(output, to_csv(scores));
        return scores.rows();
      });
      of_whole = each_second(scored) / each_second(whole);
    }
    if (json)
      std::printf("{\"rows\": %zu, \"of_split\": %.4f, \"of_whole\": %.4f, \"memory\": %.4f}\n", scored.rows, of_split, of_whole,
                  of_memory);
    else
      std::printf(
          "%zu rows: split %.0f rows/s, scored as a stream %.0f rows/s: %.3f of it (target 0.5), %.3f of the whole table's (0: not "
          "measured); "
          "at most %ld KiB, %.3f of that of the fewer rows (target: within 0.05 of 1)\n",
          scored.rows, each_second(alone), each_second(scored), of_split, of_whole, scored.kibibytes, of_memory);
    std::filesystem::remove(table);
    std::filesystem::remove(output);
  }
}
