#pragma once
#include <algorithm>
#include <chiso/rank/classes.hpp>
#include <chiso/rank/impl/index_cut.ipp>
#include <chiso/rank/impl/node_columns.ipp>
#include <chiso/rank/impl/row_ranks.ipp>
#include <chiso/score/truth.hpp>
#include <cstdint>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::size_t band_of(const std::vector<Band>& bands, const Ratio& value) {
  const auto order_to = [&](const Decimal& number) { return compare(value, as_ratio(number)); };
  return static_cast<std::size_t>(std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return holds(band.range, order_to); }) -
                                  bands.begin());
}

CHISO_INLINE std::vector<std::string_view> class_ids(const Model& model) {
  std::vector<std::string_view> out;
  const auto add = [&](const std::vector<Band>& bands) {
    for (const auto& band : bands)
      if (std::find(out.begin(), out.end(), band.id) == out.end()) out.push_back(band.id);
  };
  if (const auto& classes = model.classes()) {
    add(classes->bands);
    for (const auto& [block, bands] : classes->by_block) add(bands);
  }
  return out;
}

/// Classes the rows of scores.
struct Classifier {
  enum class Verdict : std::uint8_t { passes, holds, missing };
  /// A band by bounds of what is classed, before it is rounded.
  struct CutBand {
    std::optional<IndexCut> lower{}, upper{};
    std::uint32_t code = 0;
    bool holds(std::int64_t num, std::int64_t den) const {
      return (!lower || lower->reached(num, den)) && (!upper || !upper->reached(num, den));
    }
  };
  /// The bands of a block, and the place of each veto's class among them; every list of bands has it.
  struct BlockBands {
    std::vector<CutBand> bands{};
    std::vector<std::size_t> caps{};
  };
  /// A veto over all rows: its truth, and the columns of its criteria with the index that none of them may be below.
  struct VetoColumns {
    std::optional<Truths> when{};
    std::vector<const NodeScores*> criteria{};
    std::optional<IndexCut> below{};
  };

  const RowRanks& ranks;
  const NodeColumns& columns;
  const Classes& of;
  const Scores& scores = ranks.scores();
  const PublishDraft& publish = scores.model().publish();
  std::vector<VetoColumns> vetoes{};
  RowClasses out{};

  CHISO_INLINE RowClasses run() {
    out.ids_ = class_ids(scores.model());
    for (const auto& veto : of.vetoes) add(veto);
    std::vector<BlockBands> of_block;
    for (const auto& block : scores.evidence().blocks()) of_block.push_back(bands_of(of.of_block(block)));
    out.codes_.assign(scores.rows(), RowClasses::none);
    const auto blocks = scores.evidence().block_of_row();
    const auto totals = scores.totals();
    const bool by_rank = of.on == ClassOn::rank || of.on == ClassOn::rank_share;
    for (std::size_t row = 0; row < out.codes_.size(); ++row) {  // in the order in which they are stored, not cohort by cohort
      const auto tally = totals.tally(row);
      if (!tally.complete) continue;
      const auto value = by_rank ? rank_of(row) : index_of(tally);
      if (value.den != 0) out.codes_[row] = class_of(row, value, of_block[blocks[row]]);
    }
    return std::move(out);
  }

 private:
  CHISO_INLINE std::size_t place_of(std::string_view id) const {
    return static_cast<std::size_t>(std::find(out.ids_.begin(), out.ids_.end(), id) - out.ids_.begin());
  }
  /// A bound of what is classed.
  CHISO_INLINE IndexCut cut(const Cut& at) const {
    return of.on == ClassOn::published ? IndexCut(at, of.decimals, publish.rounding) : IndexCut(at);
  }
  CHISO_INLINE BlockBands bands_of(const std::vector<Band>& bands) const {
    const auto bound = [&](const std::optional<Cut>& at) { return at ? std::optional(cut(*at)) : std::nullopt; };
    BlockBands block;
    for (const auto& band : bands)
      block.bands.push_back({bound(band.range.lower), bound(band.range.upper), static_cast<std::uint32_t>(place_of(band.id))});
    for (const auto& veto : of.vetoes)
      block.caps.push_back(static_cast<std::size_t>(
          std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return band.id == veto.at_most; }) - bands.begin()));
    return block;
  }
  CHISO_INLINE void add(const Veto& veto) {
    auto& added = vetoes.emplace_back();
    if (veto.when) added.when = truths(*veto.when, scores.resolved().batch());
    for (const auto node : veto.criteria) added.criteria.push_back(&columns.of(node));
    if (veto.below) added.below = cut({*veto.below, false});
  }

  /// What is classed; den = 0: nothing is. An exact index has at most 62 bits.
  struct Value {
    std::int64_t num = 0, den = 0;
  };
  CHISO_INLINE Value index_of(const Tally& tally) const {
    return {100 * static_cast<std::int64_t>(counted_quanta(tally, publish)), tally.applicable};
  }
  CHISO_INLINE Value rank_of(std::size_t row) const {
    const auto rank = ranks.competition(row);
    if (!rank) return {};
    return {static_cast<std::int64_t>(*rank), of.on == ClassOn::rank ? 1 : static_cast<std::int64_t>(ranks.ranked(row))};
  }
  CHISO_INLINE Verdict verdict(const VetoColumns& veto, std::size_t row) const {
    const auto is_below = [&](const NodeScores* criterion) {
      const auto index = index_of(criterion->tally(row));
      return index.den != 0 && !veto.below->reached(index.num, index.den);
    };
    if (!veto.criteria.empty() && std::none_of(veto.criteria.begin(), veto.criteria.end(), is_below)) return Verdict::passes;
    if (!veto.when) return Verdict::holds;
    if (veto.when->states[row] == State::missing) return Verdict::missing;
    return veto.when->states[row] == State::value && veto.when->values[row] != 0 ? Verdict::holds : Verdict::passes;
  }
  CHISO_INLINE std::uint32_t class_of(std::size_t row, Value value, const BlockBands& block) const {
    std::size_t band = 0;  // the last holds everything
    while (!block.bands[band].holds(value.num, value.den)) ++band;
    for (std::size_t i = 0; i < vetoes.size(); ++i) {
      const auto is = verdict(vetoes[i], row);
      if (is == Verdict::missing) return RowClasses::none;
      if (is == Verdict::holds) band = (std::max)(band, block.caps[i]);
    }
    return block.bands[band].code;
  }
};

CHISO_INLINE RowClasses classes_of(const RowRanks& ranks, const NodeColumns& columns) {
  const auto& of = ranks.scores().model().classes();
  return of ? Classifier{.ranks = ranks, .columns = columns, .of = *of}.run() : RowClasses();
}
CHISO_INLINE RowClasses classes(const RowRanks& ranks) { return classes_of(ranks, NodeColumns::of_classes(ranks.scores())); }
}
