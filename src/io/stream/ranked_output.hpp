#pragma once
#include <chiso/core/problem.hpp>
#include <chiso/evidence/table_stream.hpp>
#include <chiso/io/tables/score_table.hpp>
#include <chiso/rank/coverage_range.hpp>
#include <io/stream/cohort_ranks.hpp>
#include <io/stream/row_quotas.hpp>
#include <io/stream/row_runs.hpp>
#include <io/text/new_file.hpp>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Rows whose rank is known, but not yet whether their published index stands at another rank too: all have one rank so far. They wait in
/// memory, and on disk if they are very many.
class WaitingRows {
 public:
  explicit WaitingRows(Spool& spool) : spool_(spool) {}
  /// Adds what stands before and behind the cell that is not known.
  void add(std::string_view before, std::string_view behind);
  /// Gives them away with that cell, in their order, and holds none. give(bytes) gets their text.
  template <class Give>
  void give(std::string_view cell, const Give& give);

 private:
  struct Stored {
    std::uint64_t at;
    std::size_t size;
  };
  Spool& spool_;
  std::string text_{};  // before and behind, each with its size before it
  std::vector<Stored> stored_{};
};

/// Ranks rows that come in their order, and writes them as CSV.
class RankedOutput {
 public:
  /// `quotas` may be null.
  RankedOutput(const Model& model, const TableStream& stream, const ScoreTableOptions& options, const ScoredRowOrder& order,
               const RowQuotas* quotas, Spool& spool, NewFile& file);
  void heads(const std::vector<std::string>& columns);
  void add(const ScoredRow& row);
  /// Writes what waits.
  void end();
  /// warnings(Ranked) of all rows.
  const std::vector<Problem>& warnings() const { return warnings_; }

 private:
  void begin_cohort(const ScoredRow& row);
  void end_cohort();
  void write(std::string_view text);
  void give(bool is_level);

  const Model& model_;
  const TableStream& stream_;
  const ScoreTableOptions& options_;
  const RowQuotas* quotas_;
  std::vector<std::string_view> ids_;  // of classes
  CohortRanks ranks_;
  std::string model_cell_{};  // of the last column, if there is one
  NewFile& file_;
  WaitingRows waiting_;
  std::string out_{};
  bool is_shown_ = true;  // whether the rows of this cohort are written
  bool has_cohort_ = false;
  std::string last_published_{};  // index, of the last ranked row
  std::size_t rank_ = 0;
  bool is_level_ = false;  // whether its published index stands at more than one rank
  CoverageRange coverage_{};
  std::vector<Problem> warnings_{};
};
}
