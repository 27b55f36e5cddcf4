#pragma once
#include <algorithm>
#include <chiso/evidence/impl/after_fallback.ipp>
#include <chiso/evidence/impl/below.ipp>
#include <chiso/evidence/impl/cohort.ipp>
#include <chiso/evidence/impl/cohort_figure.ipp>
#include <chiso/evidence/impl/cohort_totals.ipp>
#include <chiso/evidence/impl/parameters.ipp>
#include <chiso/evidence/resolve.hpp>
#include <iterator>
#include <set>

namespace chiso::inline CHISO_BUILD {
/// What the copies of resolved evidence share. The batch points into the other members, which do not move.
struct ResolvedData {
  Evidence given;
  Evidence evidence;
  std::optional<CohortTotals> totals{};
  Cohorts cohorts{};
  std::vector<State> has_previous{};
  std::vector<EvidenceColumn> previous{};
  std::vector<std::vector<Outcome>> figures{};
  OutcomeColumns made{};
  std::vector<std::uint32_t> row_before{};  // of each row, if anything looks back
  std::shared_ptr<const ResolvedData>
      unchanged{};  // of changed cells: what they are changed of, whose columns of previous periods are lent
  Batch batch{};

  static constexpr std::uint32_t none = Batch::no_row;
  /// For each period here, the next earlier period of the whole table; none if no row here has that period.
  CHISO_INLINE std::vector<std::uint32_t> periods_before() const {
    const auto own = evidence.periods();
    std::vector<std::uint32_t> out(own.size(), none);
    std::set<std::string_view> whole(own.begin(), own.end());
    if (totals)
      for (const auto& entry : totals->entries()) whole.insert(entry.name.period);
    for (std::size_t i = 1; i < own.size(); ++i)
      if (*std::prev(whole.find(own[i])) == own[i - 1]) out[i] = static_cast<std::uint32_t>(i - 1);
    return out;
  }
  /// The row of the same unit and track in the next earlier period of the table.
  CHISO_INLINE std::vector<std::uint32_t> previous_rows() const {
    const auto& rows = *EvidenceAssembly::data(evidence).rows;
    const auto period_before = periods_before();
    std::vector<std::uint32_t> out(rows.size(), none);
    for (std::size_t unit = 0; unit + 1 < rows.first_of_unit.size(); ++unit) {
      auto before = rows.first_of_unit[unit];  // follows the wanted row: both advance by period and track
      for (auto i = before; i < rows.first_of_unit[unit + 1]; ++i) {
        const auto row = rows.in_order[i];
        const auto period = period_before[rows.period_of_row[row]];
        if (period == none) continue;
        const auto wanted = std::pair(period, rows.track_of_row[row]);
        const auto key = [&](std::size_t place) {
          return std::pair(rows.period_of_row[rows.in_order[place]], rows.track_of_row[rows.in_order[place]]);
        };
        while (key(before) < wanted) ++before;  // ends at i at the latest
        if (key(before) == wanted) out[row] = rows.in_order[before];
      }
    }
    return out;
  }

  CHISO_INLINE void look_back(const Derived& derived) {
    if (derived.previous.empty() && derived.previous_parameters.empty() && derived.previous_below.empty() && !derived.looks_back) return;
    row_before = previous_rows();
    const auto& before = row_before;
    has_previous.resize(before.size());
    for (std::size_t row = 0; row < before.size(); ++row) has_previous[row] = before[row] == none ? State::missing : State::value;
    const bool everywhere = std::find(before.begin(), before.end(), none) == before.end();
    for (const auto measure : derived.previous) {
      const auto& own = *EvidenceAssembly::data(evidence).measures[measure];
      auto& column = previous.emplace_back();
      column.values = own.values.at(before, none);
      column.decimals = own.decimals;
      if (!everywhere || !own.states.empty()) {
        column.states.resize(before.size());
        for (std::size_t row = 0; row < before.size(); ++row)
          column.states[row] = before[row] == none ? State::missing : own.state(before[row]);
      }
      column.recount();
    }
  }

  CHISO_INLINE std::vector<CohortTotal> totals_of_whole(std::size_t term) const {
    std::vector<CohortTotal> out;
    for (const auto& cohort : cohorts.list) out.push_back(totals->find(name_of(evidence, cohort))->terms[term]);
    return out;
  }
  /// @throws ShapeError if these rows are not part of the table that the totals are of.
  CHISO_INLINE void check_totals() const {
    if (!(totals->model() == evidence.model())) throw ShapeError("cohort totals of another model than the one that scores");
    for (const auto& cohort : cohorts.list)
      if (const auto name = name_of(evidence, cohort); !totals->find(name))
        throw ShapeError("no cohort totals of " + to_text(name, evidence.model()));
  }

  CHISO_INLINE void view(const Derived& derived) {
    batch = evidence.batch();
    batch.previous = unchanged ? unchanged->batch.previous : std::vector<Column>();
    for (const auto& column : previous) batch.previous.push_back(column.view());
    batch.has_previous = unchanged ? unchanged->batch.has_previous : has_previous;
    batch.row_before = unchanged ? unchanged->batch.row_before : row_before;
    batch.parameters = ParameterColumns(made).of(evidence, derived);
    batch.below = BelowColumns(evidence, derived, batch.parameters, made).run();
    for (const auto& table : EvidenceAssembly::data(evidence).tables) batch.absent_tables.push_back(!table);
    batch.previous_parameters = unchanged ? unchanged->batch.previous_parameters
                                          : made.of_previous(batch.parameters, derived.previous_parameters, row_before, none);
    batch.previous_below =
        unchanged ? unchanged->batch.previous_below : made.of_previous(batch.below, derived.previous_below, row_before, none);
    for (std::size_t term = 0; term < derived.cohorts.size(); ++term) {
      auto& of = figures.emplace_back();
      for (const auto& total : totals ? totals_of_whole(term) : totals_of_term(derived.cohorts[term], cohorts, batch))
        of.push_back(cohort_figure(derived.cohorts[term].function, total));
    }
    for (const auto& figure : figures) batch.cohorts.push_back({cohorts.of_row, figure});
  }
};

CHISO_INLINE const Evidence& ResolvedEvidence::evidence() const { return data_->evidence; }
CHISO_INLINE const Evidence& ResolvedEvidence::given() const { return data_->given; }
CHISO_INLINE const Cohorts& ResolvedEvidence::cohorts() const { return data_->cohorts; }
CHISO_INLINE const Batch& ResolvedEvidence::batch() const { return data_->batch; }
CHISO_INLINE const std::optional<CohortTotals>& ResolvedEvidence::totals() const { return data_->totals; }

CHISO_INLINE ResolvedEvidence ResolvedEvidence::made(const Evidence& evidence, const Model& model, const Derived& derived,
                                                     std::optional<CohortTotals> totals) {
  auto data = std::make_shared<ResolvedData>(
      ResolvedData{.given = evidence, .evidence = after_fallback(evidence, model), .totals = std::move(totals)});
  data->cohorts = chiso::cohorts(data->evidence);
  if (data->totals) data->check_totals();
  data->look_back(derived);
  data->view(derived);
  return ResolvedEvidence(std::move(data));
}
CHISO_INLINE ResolvedEvidence resolve(const Evidence& evidence, const Model& model) {
  return ResolvedEvidence::made(evidence, model, model.derived(), {});
}
CHISO_INLINE ResolvedEvidence resolve(const Evidence& evidence, const Model& model, const CohortTotals& totals) {
  return ResolvedEvidence::made(evidence, model, model.derived(), totals);
}
CHISO_INLINE ResolvedEvidence resolve_for_checks(const Evidence& evidence, const Model& model) {
  return ResolvedEvidence::made(evidence, model, model.check_derived(), {});
}
}
