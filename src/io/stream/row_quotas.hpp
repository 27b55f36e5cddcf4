#pragma once
#include <chiso/evidence/table_stream.hpp>
#include <cstdint>
#include <io/stream/cohort_ranks.hpp>
#include <io/stream/row_runs.hpp>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The quotas of a model over rows in runs: of each block, period and track the rank from which on a quota holds rows back. Holds a few
/// numbers for each of these.
class RowQuotas {
 public:
  /// `blocks` are the names of blocks, by their places in rows. Reads all rows once, and once more for each quota.
  RowQuotas(const Model& model, std::span<const std::string> blocks, const RowRuns& runs);
  /// What becomes of the class of a ranked row.
  struct Held {
    std::uint32_t code;                  ///< Its class, among class_ids.
    std::optional<std::size_t> quota{};  ///< The last one that held it back.
  };
  Held of(const ScoredRow& row, std::size_t competition) const { return held(row, competition, edges_of(row), codes_.size()); }

 private:
  using Cohort = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
  static constexpr std::size_t no_edge = std::numeric_limits<std::size_t>::max();
  struct Edges {
    std::vector<std::size_t> of_quota{};       // the rank from which on it holds rows back
    std::vector<std::uint32_t> next{};         // for each quota the class that they take
    std::vector<std::size_t> rows_of_class{};  // before any quota
    std::size_t ranked = 0;
    std::size_t left = 0;  // of the quota that is applied
  };
  const Edges& edges_of(const ScoredRow& row) const;
  Edges& edges_of(const ScoredRow& row);
  Held held(const ScoredRow& row, std::size_t competition, const Edges& edges, std::size_t quotas) const;
  /// Calls visit(row, its competition rank, the numbers of its cohort) for each ranked row.
  template <class Visit>
  void for_each(const RowRuns& runs, const Visit& visit);

  const Model& model_;
  std::span<const std::string> blocks_;
  std::vector<std::string_view> ids_;
  std::vector<std::uint32_t> codes_{};  // of the class of each quota
  std::map<Cohort, Edges> cohorts_{};
};
}
