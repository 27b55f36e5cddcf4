#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/core/progress.hpp>
#include <chiso/evidence/reading_options.hpp>
#include <chiso/io/arrow_c.hpp>
#include <chiso/io/tables/score_table.hpp>
#include <chiso/model/model.hpp>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How a table is scored that need not fit into memory.
struct ScoreStreamOptions {
  ReadingOptions reading{};     ///< How it is read; its `progress` is told of the rows that are read.
  ScoreTableOptions table{};    ///< What is written: of these block, period, track, nodes, node_figure, exact and model.
  unsigned threads = 0;         ///< How many threads score, at most; 0: as many as the machine has. The results do not depend on it.
  ProgressCallback progress{};  ///< Is told how many rows are scored; to cancel, throw.
  /// Where rows wait on disk meanwhile, in files without a name, of which nothing is left however the program ends; empty: beside the
  /// output. They take about as much as the table and the output together.
  std::filesystem::path temporary{};
  std::size_t rows_at_once = std::size_t{1} << 15;    ///< How many rows are read at once, about.
  std::size_t rows_of_a_part = std::size_t{1} << 16;  ///< How many rows are scored at once, about: memory grows with it.
};
/// What is told of a table that was scored so.
struct StreamedScores {
  std::size_t rows = 0;                  ///< How many rows have scores.
  std::vector<Problem> warnings{};       ///< As Evidence::warnings() of the table, with lines and columns of the file.
  std::vector<Problem> left_out{};       ///< As Evidence::left_out().
  std::vector<Problem> rank_warnings{};  ///< As warnings(Ranked) of its scores.
  /// Whether it had to be in memory as a whole after all: it is no file that is read in pieces, or one whose bytes are no text.
  bool was_whole = false;
};
/// Scores a CSV file of any size in memory that does not grow with its rows, and writes what to_csv(score_table(score(model,
/// read_evidence(table, model)))) would write, byte for byte; the output is whole or not there (see write_file). Cohort functions, previous
/// periods, fallback, ties and warnings are those of the whole table. What read_evidence and score_table throw is thrown. @throws Error
/// (stream.unsupported) for what cannot be scored so, naming it: classes by rank, a roster, a table by criterion or of a node, in
/// another order or cut to the first rows; and for a table of another layout or encoding. A file that is no table of text, or a
/// pipe, is read as a whole. O(rows log rows).
CHISO_EXPORT StreamedScores stream_scores(const std::filesystem::path& table, const Model& model, const std::filesystem::path& output,
                                          const ScoreStreamOptions& options = {});

/// Opens a stream of record batches anew; it is released by who calls this.
using ArrowSource = std::function<void(ArrowArrayStream* out)>;
/// Scores a table of Arrow in the same way, of about so many rows (0: not known). Its rows have no lines. `open` is called once, and once
/// more if the table is read as a whole. @throws Error (frame.stream) too, for a stream that is none of tables, or breaks off.
CHISO_EXPORT StreamedScores stream_scores(const ArrowSource& open, std::size_t rows, const Model& model,
                                          const std::filesystem::path& output, const ScoreStreamOptions& options = {});
}
