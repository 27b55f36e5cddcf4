#pragma once
#include <chiso/evidence/table_stream.hpp>
#include <chiso/io/tables/score_table.hpp>
#include <chiso/score/scores.hpp>
#include <io/stream/row_runs.hpp>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Makes the rows of the scores of some parts of a table, in their order.
class ScoredRows {
 public:
  ScoredRows(const TableStream& stream, const ScoreTableOptions& options) : stream_(stream), options_(options) {}
  /// Adds them to runs as one run.
  void add(const Scores& scores, RowRuns& to);
  /// The names of the columns, once rows, or none, have been added.
  const std::vector<std::string>& columns() const { return columns_; }

 private:
  const TableStream& stream_;
  const ScoreTableOptions& options_;
  std::vector<std::string> columns_{};
};
}
