#pragma once
#include <algorithm>
#include <array>
#include <chiso/expr/tile.hpp>
#include <chiso/rank/classes.hpp>
#include <chiso/rank/impl/index_cut.ipp>
#include <chiso/rank/impl/node_columns.ipp>
#include <chiso/rank/impl/row_ranks.ipp>
#include <chiso/score/truth.hpp>
#include <cstdint>
#include <memory>

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

CHISO_INLINE std::optional<ClassCause> RowClasses::cause(std::size_t row) const {
  if (codes_.empty() || (causes_.empty() && codes_[row] == none) || (!causes_.empty() && causes_[row] == none)) return {};
  const auto packed = causes_.empty() ? 0 : causes_[row];
  return ClassCause{static_cast<ClassBy>(packed >> item_bits), packed & (level_bit - 1), (packed & level_bit) != 0};
}

CHISO_INLINE bool classes_ranks(const Classes& classes) { return classes.on == ClassOn::rank || classes.on == ClassOn::rank_share; }

/// What a veto, or the requirement of a band, says of a row.
enum class Verdict : std::uint8_t { passes, holds, missing };

/// Classes the rows of scores, before any quota.
struct Classifier {
  /// A band by bounds of what is classed, before it is rounded.
  struct CutBand {
    std::optional<IndexCut> lower{}, upper{};
    std::uint32_t code = 0;
    std::shared_ptr<const Truths> requirement{};  // null: it asks for no more
    bool holds(std::int64_t num, std::int64_t den) const {
      return (!lower || lower->reached(num, den)) && (!upper || !upper->reached(num, den));
    }
  };
  /// The bands of a block, and the place of each veto's class among them; every list of bands has it.
  struct BlockBands {
    std::vector<CutBand> bands{};
    std::vector<std::uint32_t> caps{};
    bool ask_for_more = false;
  };
  /// A veto over all rows: its truth, and the columns of its criteria with the index that so many of them may not be below.
  struct VetoColumns {
    std::optional<Truths> when{};
    std::vector<const NodeScores*> criteria{};
    std::optional<IndexCut> below{};
    std::size_t at_least = 1;
  };

  const RowRanks& ranks;
  const NodeColumns& columns;
  const Classes& of;
  const Scores& scores = ranks.scores();
  const PublishDraft& publish = scores.model().publish();
  std::vector<VetoColumns> vetoes{};
  std::vector<BlockBands> of_block{};  // one if all blocks have the same bands
  std::span<const std::uint32_t> block_of_row{};
  RowClasses out{};

  CHISO_INLINE RowClasses run() {
    set_up();
    out.codes_.resize(scores.rows());
    const auto asks = [](const BlockBands& bands) { return bands.ask_for_more; };
    if (!vetoes.empty() || !of.quotas.empty() || std::any_of(of_block.begin(), of_block.end(), asks)) out.causes_.resize(scores.rows());
    for (std::size_t first = 0; first < out.codes_.size(); first += tile_rows)  // as they are stored, not cohort by cohort
      classify(first, (std::min)(tile_rows, out.codes_.size() - first));
    return std::move(out);
  }
  CHISO_INLINE void set_up() {
    out.ids_ = class_ids(scores.model());
    for (const auto& veto : of.vetoes) add(veto);
    if (of.by_block.empty()) {
      of_block.push_back(bands_of(of.bands));
    } else {
      for (const auto& block : scores.evidence().blocks()) of_block.push_back(bands_of(of.of_block(block)));
      block_of_row = scores.evidence().block_of_row();
    }
  }
  /// What ranks do not decide of a row's class, where ranks are classed (see ClassKeys).
  CHISO_INLINE void add_verdicts(std::size_t row, std::vector<std::uint32_t>& to) const {
    const auto& list = block(row);
    std::uint32_t best = 0;
    for (std::size_t i = 0; i < vetoes.size(); ++i) {
      const auto verdict = verdicts(vetoes[i], row, 1)[0];
      if (verdict == Verdict::missing) best = RowClasses::none;
      if (verdict == Verdict::holds) best = (std::max)(best, list.caps[i]);
    }
    to.push_back(best);
    for (const auto& band : list.bands)
      if (band.requirement) to.push_back(static_cast<std::uint32_t>(verdict_of(*band.requirement, row)));
  }

 private:
  CHISO_INLINE std::size_t place_of(std::string_view id) const {
    return static_cast<std::size_t>(std::find(out.ids_.begin(), out.ids_.end(), id) - out.ids_.begin());
  }
  /// A bound of what is classed, and of the index of a criterion: as published if that is classed, otherwise exact.
  CHISO_INLINE IndexCut cut_of_band(const Cut& at) const { return of.on == ClassOn::points ? as_published(at) : cut_of_index(at); }
  CHISO_INLINE IndexCut cut_of_index(const Cut& at) const { return of.on == ClassOn::published ? as_published(at) : IndexCut(at); }
  CHISO_INLINE IndexCut as_published(const Cut& at) const { return {at, of.decimals, publish.rounding}; }
  CHISO_INLINE BlockBands bands_of(const std::vector<Band>& bands) const {
    const auto bound = [&](const std::optional<Cut>& at) { return at ? std::optional(cut_of_band(*at)) : std::nullopt; };
    BlockBands block;
    for (const auto& band : bands) {
      block.bands.push_back({bound(band.range.lower), bound(band.range.upper), static_cast<std::uint32_t>(place_of(band.id))});
      if (!band.requirement) continue;
      block.ask_for_more = true;
      block.bands.back().requirement = std::make_shared<const Truths>(truths(*band.requirement, scores.resolved().batch()));
    }
    for (const auto& veto : of.vetoes)
      block.caps.push_back(static_cast<std::uint32_t>(
          std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return band.id == veto.at_most; }) - bands.begin()));
    return block;
  }
  CHISO_INLINE void add(const Veto& veto) {
    auto& added = vetoes.emplace_back();
    if (veto.when) added.when = truths(*veto.when, scores.resolved().batch());
    for (const auto node : veto.criteria) added.criteria.push_back(&columns.of(node));
    if (veto.below) added.below = cut_of_index({*veto.below, false});
    added.at_least = veto.at_least;
  }

  /// What is classed; den = 0: nothing is. An exact index has at most 62 bits.
  struct Value {
    std::int64_t num = 0, den = 0;
  };
  CHISO_INLINE Value index_of(const Tally& tally) const {
    const auto exact = exact_index(tally, publish);
    return exact ? Value{static_cast<std::int64_t>(exact->num), static_cast<std::int64_t>(exact->den)} : Value{};
  }
  CHISO_INLINE Value points_of(const Tally& tally) const {
    return {tally.achieved + tally.bonus - tally.penalty, tally.applicable == 0 ? 0 : Decimal::power(scores.model().point_decimals())};
  }
  CHISO_INLINE Value rank_of(std::size_t row) const {
    const auto rank = ranks.competition(row);
    if (!rank) return {};
    return {static_cast<std::int64_t>(*rank), of.on == ClassOn::rank ? 1 : static_cast<std::int64_t>(ranks.ranked(row))};
  }
  const BlockBands& block(std::size_t row) const { return of_block[block_of_row.empty() ? 0 : block_of_row[row]]; }

  /// The first band that takes a value; `passed` is the first that held it and asked for more in vain, or what was missing.
  struct Taken {
    static constexpr std::size_t none = ~std::size_t{0};
    std::size_t band = 0, passed = none;
    bool is_missing = false;
  };
  /// `verdict` tells of a band that asks for more whether that is so.
  template <class VerdictOf>
  static Taken take(const std::vector<CutBand>& bands, const Value& value, const VerdictOf& verdict) {
    Taken out{.band = bands.size() - 1};  // it takes everything
    for (std::size_t i = 0; i + 1 < bands.size(); ++i) {
      if (!bands[i].holds(value.num, value.den)) continue;
      const auto asked = bands[i].requirement ? verdict(i) : Verdict::holds;
      if (asked == Verdict::missing) return {.band = i, .passed = i, .is_missing = true};
      if (asked == Verdict::holds) {
        out.band = i;
        break;
      }
      if (out.passed == Taken::none) out.passed = i;
    }
    return out;
  }
  static Verdict verdict_of(const Truths& truths, std::size_t row) {
    if (truths.states[row] == State::missing) return Verdict::missing;
    return truths.states[row] == State::value && truths.values[row] != 0 ? Verdict::holds : Verdict::passes;
  }
  /// The rows of a tile, veto by veto.
  CHISO_INLINE void classify(std::size_t first, std::size_t count) {
    const bool by_rank = classes_ranks(of);
    const auto totals = scores.totals();
    std::array<std::uint32_t, tile_rows> bands{};
    std::array<std::uint8_t, tile_rows> has_class{};
    std::array<std::uint32_t, tile_rows> causes;
    const bool only_bands = out.causes_.empty();
    if (!only_bands) causes.fill(RowClasses::none);
    for (std::size_t r = 0; r < count; ++r) {
      const auto tally = totals.tally(first + r);
      const auto value = by_rank ? rank_of(first + r) : of.on == ClassOn::points ? points_of(tally) : index_of(tally);
      if (!tally.complete || value.den == 0) continue;
      has_class[r] = 1;
      const auto& list = block(first + r);
      if (!only_bands && list.ask_for_more) {
        const auto taken = take(list.bands, value, [&](std::size_t i) { return verdict_of(*list.bands[i].requirement, first + r); });
        bands[r] = static_cast<std::uint32_t>(taken.band);
        has_class[r] = taken.is_missing ? 0 : 1;
        causes[r] = taken.passed == Taken::none ? RowClasses::packed(ClassBy::band, 0)
                                                : RowClasses::packed(ClassBy::requirement, list.bands[taken.passed].code);
        continue;
      }
      auto band = list.bands.size() - 1;  // it holds everything
      for (auto better = band; better-- > 0;) band = list.bands[better].holds(value.num, value.den) ? better : band;
      bands[r] = static_cast<std::uint32_t>(band);
      if (!only_bands) causes[r] = RowClasses::packed(ClassBy::band, 0);
    }
    for (std::size_t i = 0; i < vetoes.size(); ++i) {
      const auto verdict = verdicts(vetoes[i], first, count);
      for (std::size_t r = 0; r < count; ++r) {
        if (has_class[r] == 0 || verdict[r] == Verdict::passes) continue;
        const auto cap = block(first + r).caps[i];
        if (verdict[r] == Verdict::holds && cap <= bands[r]) continue;
        causes[r] = RowClasses::packed(ClassBy::veto, i);
        if (verdict[r] == Verdict::missing) has_class[r] = 0;
        if (verdict[r] == Verdict::holds) bands[r] = cap;
      }
    }
    if (!only_bands) std::copy_n(causes.begin(), count, out.causes_.begin() + static_cast<std::ptrdiff_t>(first));
    for (std::size_t r = 0; r < count; ++r)
      out.codes_[first + r] = has_class[r] != 0 ? block(first + r).bands[bands[r]].code : RowClasses::none;
  }
  CHISO_INLINE std::array<Verdict, tile_rows> verdicts(const VetoColumns& veto, std::size_t first, std::size_t count) const {
    std::array<Verdict, tile_rows> found{};
    std::fill_n(found.begin(), count, veto.criteria.empty() ? Verdict::holds : Verdict::passes);
    std::array<std::size_t, tile_rows> so_many{};
    for (const auto* criterion : veto.criteria) {
      const auto& below = *veto.below;
      for (std::size_t r = 0; r < count; ++r) {
        const auto index = index_of(criterion->tally(first + r));
        if (index.den != 0 && !below.reached(index.num, index.den) && ++so_many[r] == veto.at_least) found[r] = Verdict::holds;
      }
    }
    for (std::size_t r = 0; veto.when && r < count; ++r) {
      if (found[r] == Verdict::passes) continue;
      found[r] = verdict_of(*veto.when, first + r);
    }
    return found;
  }
};

/// Before any quota.
CHISO_INLINE RowClasses classes_of(const RowRanks& ranks, const NodeColumns& columns) {
  const auto& of = ranks.scores().model().classes();
  return of ? Classifier{.ranks = ranks, .columns = columns, .of = *of}.run() : RowClasses();
}
}
