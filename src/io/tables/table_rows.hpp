#pragma once
#include <chiso/core/huge_page_allocator.hpp>
#include <chiso/io/tables/score_table.hpp>
#include <chiso/rank/ordered_rows.hpp>
#include <chiso/rank/ranked.hpp>
#include <chiso/rank/ranks.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Rows of scores, in the order of a table.
using RowList = LargeVector<std::uint32_t>;

/// The ranks that a table shows: by the model, as views of ranks that exist, or by a criterion.
class TableRanks {
 public:
  explicit TableRanks(const Ranked& ranked);
  explicit TableRanks(const Ranks& ranks);
  TableRanks(const TableRanks&) = delete;
  TableRanks& operator=(const TableRanks&) = delete;
  /// The rank of each row, 0 for none.
  std::span<const std::uint32_t> by_row() const { return by_row_; }
  const OrderedRows& order() const { return *order_; }

 private:
  RowList own_by_row_{};
  std::optional<OrderedRows> own_order_{};
  std::span<const std::uint32_t> by_row_;
  const OrderedRows* order_;
};

/// The rows that a table of scores is limited to.
class TableRows {
 public:
  /// @throws UnknownNameError for a block, period or track that does not occur.
  TableRows(const Scores& scores, const TableRanks& ranks, const ScoreTableOptions& options);
  /// In the order of the evidence.
  RowList in_order_of_evidence() const;
  /// Cohort by cohort, in each by rank or by unit.
  RowList by_cohort() const;

 private:
  bool is_shown(std::size_t row) const;
  RowList places_of_units() const;
  std::uint32_t unit(std::uint32_t row) const { return scores_.evidence().unit_of_row()[row]; }
  const Scores& scores_;
  const TableRanks& ranks_;
  const ScoreTableOptions& options_;
  std::vector<std::uint8_t> in_;  // for each cohort whether the table has it
};
}
