#pragma once
#include <chiso/model/model.hpp>
#include <filesystem>
#include <functional>
#include <io/stream/scored_row.hpp>
#include <io/text/spool.hpp>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Scored rows on disk, in runs that are sorted each by itself, which are read as one sorted list, any number of times.
class RowRuns {
 public:
  RowRuns(const std::filesystem::path& folder, const Model& model) : spool_(folder), model_(model), order_(model) {}
  /// Adds a row to the run, behind all that come before it.
  void add(const ScoredRow& row);
  /// Ends the run.
  void end();
  /// Calls visit(row) for all rows in their order; a row and its views are there until visit returns. O(rows log runs).
  void for_each(const std::function<void(const ScoredRow&)>& visit) const;
  const ScoredRowOrder& order() const { return order_; }

 private:
  struct Run {
    std::uint64_t from, to;
  };
  class Reader;
  Spool spool_;
  const Model& model_;
  ScoredRowOrder order_;
  std::vector<Run> runs_{};
  std::uint64_t begin_ = 0;  // of the run
  std::string waiting_{};    // bytes that are not on disk yet
  std::string one_{};
};
}
