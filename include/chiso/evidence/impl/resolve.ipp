#pragma once
#include <chiso/evidence/impl/cohort.ipp>
#include <chiso/evidence/impl/fallback.ipp>
#include <chiso/evidence/impl/fitting.ipp>
#include <chiso/evidence/resolve.hpp>

namespace chiso::inline CHISO_BUILD {
/// What the copies of resolved evidence share. The batch views the rest, which does not move.
struct ResolvedData {
  Evidence given;
  Evidence evidence;
  Cohorts cohorts{};
  std::vector<State> has_previous{};
  std::vector<EvidenceColumn> previous{};
  std::vector<std::vector<Outcome>> figures{};
  Batch batch{};

  static constexpr std::uint32_t none = ~std::uint32_t{0};
  /// The row of the same unit and track in the next lower period of the table.
  CHISO_INLINE std::vector<std::uint32_t> previous_rows() const {
    const auto& rows = *EvidenceAssembly::data(evidence).rows;
    std::vector<std::uint32_t> out(rows.size(), none);
    for (std::size_t unit = 0; unit + 1 < rows.first_of_unit.size(); ++unit) {
      auto before = rows.first_of_unit[unit];  // follows the row that is looked for: both go up by period and track
      for (auto i = before; i < rows.first_of_unit[unit + 1]; ++i) {
        const auto row = rows.in_order[i];
        if (rows.period_of_row[row] == 0) continue;
        const auto wanted = std::pair(rows.period_of_row[row] - 1, rows.track_of_row[row]);
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
    if (derived.previous.empty() && !derived.looks_back) return;
    const auto before = previous_rows();
    has_previous.resize(before.size());
    for (std::size_t row = 0; row < before.size(); ++row) has_previous[row] = before[row] == none ? State::missing : State::value;
    for (const auto measure : derived.previous) {
      const auto own = evidence.measure(measure);
      auto& column = previous.emplace_back();
      column.values.reserve(before.size());
      column.decimals = own.decimals;
      for (const auto row : before) {
        if (row == none)
          column.add(0, State::missing);
        else
          column.add(own.values[row], own.state(row));
      }
    }
  }

  CHISO_INLINE void view(const Derived& derived) {
    batch = evidence.batch();
    for (const auto& column : previous) batch.previous.push_back(column.view());
    batch.has_previous = has_previous;
    for (const auto& term : derived.cohorts) figures.push_back(cohort_figures(term, cohorts, batch));
    for (const auto& figure : figures) batch.cohorts.push_back({cohorts.of_row, figure});
  }
};

CHISO_INLINE const Evidence& ResolvedEvidence::evidence() const { return data_->evidence; }
CHISO_INLINE const Evidence& ResolvedEvidence::given() const { return data_->given; }
CHISO_INLINE const Cohorts& ResolvedEvidence::cohorts() const { return data_->cohorts; }
CHISO_INLINE const Batch& ResolvedEvidence::batch() const { return data_->batch; }

CHISO_INLINE ResolvedEvidence resolve(const Evidence& evidence, const Model& model) {
  const auto& own = EvidenceAssembly::data(evidence);
  const bool same = &own.model.draft() == &model.draft();
  const auto fitted = same ? own : Fitting(own, model).run();
  const auto& lists = model.fallback();
  const bool falls_back = std::any_of(lists.begin(), lists.end(), [](const auto& list) { return !list.empty(); });
  auto after = same && !falls_back ? evidence : EvidenceAssembly::made_of(Fallback(fitted, lists).run());
  auto data = std::make_shared<ResolvedData>(ResolvedData{.given = evidence, .evidence = std::move(after)});
  data->cohorts = cohorts(data->evidence);
  data->look_back(model.derived());
  data->view(model.derived());
  return ResolvedEvidence(std::move(data));
}
}
