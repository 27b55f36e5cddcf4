#pragma once
#include <algorithm>
#include <chiso/evidence/impl/evidence.ipp>
#include <chiso/evidence/impl/evidence_data.ipp>

namespace chiso::inline CHISO_BUILD {
/// Fills what is missing in a track from the first of the tracks that the model lists for it whose own row has it (not applicable counts as
/// having), and adds the rows that only those tracks have. It is not transitive.
class Fallback {
 public:
  CHISO_INLINE Fallback(const EvidenceData& own, const std::vector<std::vector<std::size_t>>& lists) : own_(own), lists_(lists) {}

  CHISO_INLINE EvidenceData run() {
    EvidenceData out = own_;
    if (std::all_of(lists_.begin(), lists_.end(), [](const auto& list) { return list.empty(); })) return out;
    find_targets();
    if (!added_.empty()) out.rows = extended();
    for (auto& column : out.measures) fill(column);
    for (auto& column : out.stated)
      if (column) fill(column);
    return out;
  }

 private:
  /// A row that may be filled, and where its sources are listed.
  struct Target {
    std::size_t row;
    std::size_t first, last;
  };
  struct Added {
    std::uint32_t source;  // the first listed row, which gives block and ranked
    std::uint16_t track;
  };

  CHISO_INLINE void find_targets() {
    const auto& rows = *own_.rows;
    const auto none = ~std::uint32_t{0};
    std::vector<std::uint32_t> of_track(lists_.size(), none);
    for (std::size_t i = 0; i < rows.size();) {
      const auto start = i, first = std::size_t{rows.in_order[i]};
      for (; i < rows.size(); ++i) {
        const auto row = rows.in_order[i];
        if (rows.unit_of_row[row] != rows.unit_of_row[first] || rows.period_of_row[row] != rows.period_of_row[first]) break;
        of_track[rows.track_of_row[row]] = row;
      }
      for (std::size_t track = 0; track < lists_.size(); ++track) {
        const auto from = sources_.size();
        for (const auto listed : lists_[track])
          if (of_track[listed] != none) sources_.push_back(of_track[listed]);
        if (sources_.size() == from) continue;
        const bool has_row = of_track[track] != none;
        targets_.push_back({has_row ? of_track[track] : rows.size() + added_.size(), from, sources_.size()});
        if (!has_row) added_.push_back({sources_[from], static_cast<std::uint16_t>(track)});
      }
      for (auto k = start; k < i; ++k) of_track[rows.track_of_row[rows.in_order[k]]] = none;
    }
  }

  CHISO_INLINE std::shared_ptr<const EvidenceRows> extended() const {
    auto out = std::make_shared<EvidenceRows>(*own_.rows);
    for (const auto& added : added_) {
      out->unit_of_row.push_back(out->unit_of_row[added.source]);
      out->block_of_row.push_back(out->block_of_row[added.source]);
      out->period_of_row.push_back(out->period_of_row[added.source]);
      out->ranked_of_row.push_back(out->ranked_of_row[added.source]);
      out->track_of_row.push_back(added.track);
    }
    out->put_in_order();
    return out;
  }

  /// Copies a column only when it changes for the first time. Sources are read from the original evidence: fallback is not transitive.
  CHISO_INLINE void fill(std::shared_ptr<const EvidenceColumn>& column) const {
    const auto& own = *column;
    if (added_.empty() && own.statistics.of_state[static_cast<std::size_t>(State::missing)] == 0) return;
    std::shared_ptr<EvidenceColumn> filled;
    const auto copy = [&] {
      filled = std::make_shared<EvidenceColumn>();
      *filled = own;
      filled->values.reserve(own.values.size() + added_.size());  // exactly this many: resizing would take twice as much
      if (filled->states.empty()) filled->states.assign(own.values.size(), State::value);
      filled->values.resize(own.values.size() + added_.size());
      filled->states.resize(filled->values.size(), State::missing);
    };
    if (!added_.empty()) copy();
    for (const auto& target : targets_) {
      if (target.row < own.values.size() && own.state(target.row) != State::missing) continue;
      for (auto i = target.first; i < target.last; ++i) {
        const auto state = own.state(sources_[i]);
        if (state == State::missing) continue;
        if (!filled) copy();
        filled->values.set(target.row, own.values[sources_[i]]);
        filled->states[target.row] = state;
        break;
      }
    }
    if (!filled) return;
    filled->recount();
    column = std::move(filled);
  }

  const EvidenceData& own_;
  const std::vector<std::vector<std::size_t>>& lists_;
  std::vector<Target> targets_;
  std::vector<std::uint32_t> sources_;
  std::vector<Added> added_;
};
}
