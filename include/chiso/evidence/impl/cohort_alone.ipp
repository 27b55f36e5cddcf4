#pragma once
#include <chiso/core/error.hpp>
#include <chiso/evidence/cohort_alone.hpp>
#include <chiso/evidence/impl/cohort.ipp>
#include <chiso/evidence/impl/resolve.ipp>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// Takes some rows out of columns.
class RowsTaken {
 public:
  CHISO_INLINE explicit RowsTaken(const std::vector<std::size_t>& rows) : rows_(rows.begin(), rows.end()) {}
  template <class Value>
  std::vector<Value> of(std::span<const Value> from) const {
    std::vector<Value> out;
    if (from.empty()) return out;
    out.reserve(rows_.size());
    for (const auto row : rows_) out.push_back(from[row]);
    return out;
  }
  /// A column of which a null one holds nothing.
  CHISO_INLINE std::shared_ptr<const EvidenceColumn> of(const std::shared_ptr<const EvidenceColumn>& from) const {
    return from ? std::make_shared<const EvidenceColumn>(of(from->view())) : nullptr;
  }
  CHISO_INLINE EvidenceColumn of(const Column& from) const {
    EvidenceColumn out;
    out.decimals = from.decimals;
    out.values.reserve(rows_.size());
    for (const auto row : rows_) out.values.push_back(from.values[row]);
    out.states = of(from.states);
    out.recount();
    return out;
  }
  CHISO_INLINE CohortColumn of(const CohortColumn& from, OutcomeColumns& made) const {
    if (from.group_of_row.empty()) return from;
    auto& groups = made.add_groups(0);
    groups = of(from.group_of_row);
    return {groups, from.of_group};
  }

 private:
  std::vector<std::uint32_t> rows_;
};
}

CHISO_INLINE ResolvedEvidence cohort_alone(const ResolvedEvidence& of, std::size_t cohort) {
  const auto& from = *of.data_;
  if (from.totals) throw ShapeError("a cohort of a part of a table is not alone: its figures are those of all parts");
  const auto& own = EvidenceAssembly::data(from.evidence);
  const detail::RowsTaken taken(from.cohorts.list[cohort].rows);
  auto rows = std::make_shared<EvidenceRows>();
  rows->units = own.rows->units;
  rows->blocks = own.rows->blocks;
  rows->periods = own.rows->periods;
  rows->unit_of_row = taken.of(std::span(own.rows->unit_of_row));
  rows->block_of_row = taken.of(std::span(own.rows->block_of_row));
  rows->period_of_row = taken.of(std::span(own.rows->period_of_row));
  rows->track_of_row = taken.of(std::span(own.rows->track_of_row));
  rows->ranked_of_row = taken.of(std::span(own.rows->ranked_of_row));
  rows->put_in_order();
  EvidenceData alone{.model = own.model, .rows = std::move(rows), .tables = own.tables};
  for (const auto& column : own.measures) alone.measures.push_back(taken.of(column));
  for (const auto& column : own.stated) alone.stated.push_back(taken.of(column));
  auto data = std::make_shared<ResolvedData>(
      ResolvedData{.given = from.given, .evidence = EvidenceAssembly::made_of(std::move(alone)), .unchanged = of.data_});
  data->cohorts = cohorts(data->evidence);
  data->has_previous = taken.of(from.batch.has_previous);
  for (const auto& column : from.batch.previous) data->previous.push_back(taken.of(column));
  data->view(own.model.derived());
  // What is lent is of all rows: what these read of it stands beside them.
  auto& batch = data->batch;
  batch.previous.clear();
  for (const auto& column : data->previous) batch.previous.push_back(column.view());
  batch.has_previous = data->has_previous;
  batch.row_before = {};
  for (auto& column : batch.previous_parameters) column = taken.of(column, data->made);
  for (auto& column : batch.previous_below) column = taken.of(column, data->made);
  return ResolvedEvidence(std::move(data));
}
}
