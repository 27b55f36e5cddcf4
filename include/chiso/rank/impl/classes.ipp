#pragma once
#include <algorithm>
#include <chiso/core/in_parallel.hpp>
#include <chiso/expr/tile.hpp>
#include <chiso/expr/whole_arithmetic.hpp>
#include <chiso/rank/classes.hpp>
#include <chiso/rank/impl/row_ranks.ipp>
#include <chiso/rank/verdict.hpp>
#include <chiso/score/index_limit.hpp>
#include <chiso/score/truth.hpp>
#include <cstdint>
#include <limits>
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

CHISO_INLINE bool classes_ranks(const Classes& classes) { return classes.on == ClassOn::rank || classes.on == ClassOn::rank_share; }

/// Classes the rows of scores, before any quota.
struct Classifier {
  /// A bound of what is classed, before it is rounded.
  struct Bound {
    IndexCut cut;
    std::optional<IndexLimit> of_index{};  // if an index is classed
    std::int64_t least = 0;                // that reaches it, over the usual denominator
    CHISO_INLINE bool reached(std::int64_t num, std::int64_t den) const {
      return of_index ? !of_index->is_below(num, den) : cut.reached(num, den);
    }
  };
  struct CutBand {
    std::optional<Bound> lower{}, upper{};
    std::uint32_t code = 0;
    std::shared_ptr<const Truths> requirement{};  // null: it asks for no more
    CHISO_INLINE bool holds(std::int64_t num, std::int64_t den) const {
      return (!lower || lower->reached(num, den)) && (!upper || !upper->reached(num, den));
    }
    // The same over the usual denominator: num is in [from, below).
    std::int64_t from() const { return lower ? lower->least : (std::numeric_limits<std::int64_t>::min)(); }
    std::int64_t below() const { return upper ? upper->least : (std::numeric_limits<std::int64_t>::max)(); }
  };
  /// The bands of a block, and the place of each veto's class among them; every list of bands has it.
  struct BlockBands {
    std::vector<CutBand> bands{};
    std::vector<std::uint32_t> caps{};
    bool ask_for_more = false;
  };
  /// A veto over all rows: its truth, and whether so many of its criteria are below its limit; none if it has none of these.
  struct VetoRows {
    std::optional<Truths> when{};
    std::span<const std::uint8_t> below{};
  };

  const RowRanks& ranks;
  const Classes& of;
  const Scores& scores = ranks.scores();
  const PublishDraft& publish = scores.model().publish();
  std::vector<VetoRows> vetoes{};
  std::vector<BlockBands> of_block{};  // one if all blocks have the same bands
  std::span<const std::uint32_t> block_of_row{};
  std::int64_t usual = 0;  // the denominator of what is classed in nearly all rows; 0 if there is none
  RowClasses out{};

  CHISO_INLINE RowClasses run() {
    set_up();
    out.codes_.resize(scores.rows());
    const auto asks = [](const BlockBands& bands) { return bands.ask_for_more; };
    if (!vetoes.empty() || !of.quotas.empty() || std::any_of(of_block.begin(), of_block.end(), asks)) out.causes_.resize(scores.rows());
    // As they are stored, not cohort by cohort. A part takes longer than it takes to start a thread for it.
    constexpr std::size_t rows_of_a_part = 64 * tile_rows;
    const auto rows = out.codes_.size();
    const auto classify_part = [&] {
      return [&, tile = std::make_unique_for_overwrite<Tile>()](std::size_t part) {
        const auto end = (std::min)(rows, (part + 1) * rows_of_a_part);
        for (auto first = part * rows_of_a_part; first < end; first += tile_rows)
          classify(first, (std::min)(tile_rows, end - first), *tile);
      };
    };
    detail::in_parallel((rows + rows_of_a_part - 1) / rows_of_a_part, detail::number_of_threads(scores.threads()), classify_part,
                        [](std::size_t) {});
    return std::move(out);
  }
  CHISO_INLINE void set_up() {
    out.ids_ = class_ids(scores.model());
    usual = of.on == ClassOn::rank_share ? 0 : of.on == ClassOn::rank ? 1 : of.on == ClassOn::points ? quanta_in_a_point() : full();
    for (std::size_t i = 0; i < of.vetoes.size(); ++i) {
      const auto& when = of.vetoes[i].when;
      vetoes.push_back({when ? std::optional(truths(*when, scores.resolved().batch())) : std::nullopt, scores.below(i)});
    }
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
      const auto verdict = this->verdict(vetoes[i], row);
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
  CHISO_INLINE Bound bound_of_band(const Cut& at) const {
    if (!classes_index()) {
      Bound bound{of.on == ClassOn::points ? IndexCut(at, of.decimals, publish.rounding) : IndexCut(at)};
      if (usual != 0) bound.least = bound.cut.least(1, usual);
      return bound;
    }
    Bound bound{IndexLimit::cut(at, of, publish)};
    bound.least = bound.of_index.emplace(bound.cut, publish, usual).least();
    return bound;
  }
  CHISO_INLINE BlockBands bands_of(const std::vector<Band>& bands) const {
    const auto bound = [&](const std::optional<Cut>& at) { return at ? std::optional(bound_of_band(*at)) : std::nullopt; };
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
  /// What is classed: of an index the sum of quanta, and what is applicable; den = 0: nothing is.
  struct Value {
    std::int64_t num = 0, den = 0;
  };
  bool classes_index() const { return of.on == ClassOn::published || of.on == ClassOn::exact; }
  CHISO_INLINE std::int64_t full() const { return scores.model().points().quanta; }
  CHISO_INLINE std::int64_t quanta_in_a_point() const { return Decimal::power(scores.model().point_decimals()); }
  CHISO_INLINE Value rank_of(std::size_t row) const {
    const auto rank = ranks.competition(row);
    if (!rank) return {};
    return {static_cast<std::int64_t>(*rank), of.on == ClassOn::rank ? 1 : static_cast<std::int64_t>(ranks.ranked(row))};
  }
  /// What is classed in the rows of a tile. Nothing is in an incomplete one.
  struct Values {
    alignas(64) std::int64_t num[tile_rows];
    alignas(64) std::int64_t den[tile_rows];
  };
  CHISO_INLINE void read(std::size_t first, std::size_t count, Values& into) const {
    const auto totals = scores.totals();
    if (classes_ranks(of)) {
      for (std::size_t r = 0; r < count; ++r) {
        const auto value = rank_of(first + r);
        into.num[r] = value.num;
        into.den[r] = totals.incomplete[first + r] != 0 ? 0 : value.den;
      }
      return;
    }
    std::copy_n(totals.achieved.data() + first, count, into.num);
    if (scores.model().bonus_cap() || scores.model().penalty_cap())
      for (std::size_t r = 0; r < count; ++r) into.num[r] += totals.bonus[first + r] - totals.penalty[first + r];
    const auto unit = of.on == ClassOn::points ? quanta_in_a_point() : 0;  // 0: what is applicable
    for (std::size_t r = 0; r < count; ++r) {
      const auto applicable = totals.applicable[first + r];
      into.den[r] = totals.incomplete[first + r] != 0 || applicable == 0 ? 0 : unit != 0 ? unit : applicable;
    }
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
  /// The bands and causes of a tile, veto by veto.
  struct Tile {
    Values values;
    alignas(64) std::uint32_t bands[tile_rows];
    alignas(64) std::uint32_t causes[tile_rows];
    alignas(64) std::uint8_t has_class[tile_rows];
  };
  CHISO_INLINE void classify(std::size_t first, std::size_t count, Tile& tile) {
    read(first, count, tile.values);
    if (of_block.size() == 1 && !of_block[0].ask_for_more && are_usual(tile.values, usual, count))
      put_in_bands_of_one_block(count, tile);
    else
      put_in_bands(first, count, tile);
    for (std::size_t i = 0; i < vetoes.size(); ++i) {
      const auto& veto = vetoes[i];
      if (of_block.size() == 1 && !veto.when)
        cap(veto.below.data() + first, of_block[0].caps[i], RowClasses::packed(ClassBy::veto, i), count, tile);
      else
        cap(i, first, count, tile);
    }
    if (!out.causes_.empty()) std::copy_n(tile.causes, count, out.causes_.begin() + static_cast<std::ptrdiff_t>(first));
    for (std::size_t r = 0; r < count; ++r)
      out.codes_[first + r] = tile.has_class[r] != 0 ? block(first + r).bands[tile.bands[r]].code : RowClasses::none;
  }
  CHISO_KERNEL CHISO_INLINE static bool are_usual(const Values& values, std::int64_t usual, std::size_t count) {
    std::int64_t others = 0;
    for (std::size_t r = 0; r < count; ++r) others |= values.den[r] != usual && values.den[r] != 0 ? 1 : 0;
    return others == 0;
  }
  CHISO_INLINE void put_in_bands_of_one_block(std::size_t count, Tile& tile) const {
    const auto& bands = of_block[0].bands;
    const auto last = static_cast<std::uint32_t>(bands.size() - 1);  // it holds everything
    std::fill_n(tile.bands, count, last);
    for (auto better = last; better-- > 0;) put_in_band(better, bands[better].from(), bands[better].below(), count, tile);
    for (std::size_t r = 0; r < count; ++r) tile.has_class[r] = tile.values.den[r] != 0 ? 1 : 0;
    for (std::size_t r = 0; r < count; ++r)
      tile.causes[r] = tile.has_class[r] != 0 ? RowClasses::packed(ClassBy::band, 0) : RowClasses::none;
  }
  CHISO_KERNEL CHISO_INLINE static void put_in_band(std::uint32_t band, std::int64_t from, std::int64_t below, std::size_t count,
                                                    Tile& tile) {
    const std::int64_t* num = tile.values.num;
    std::uint32_t* bands = tile.bands;
    each_row(count, [=](std::size_t r) { bands[r] = num[r] >= from && num[r] < below ? band : bands[r]; });
  }
  CHISO_INLINE void put_in_bands(std::size_t first, std::size_t count, Tile& tile) const {
    for (std::size_t r = 0; r < count; ++r) {
      const Value value{tile.values.num[r], tile.values.den[r]};
      tile.bands[r] = 0;
      tile.has_class[r] = value.den != 0 ? 1 : 0;
      tile.causes[r] = RowClasses::none;
      if (value.den == 0) continue;
      const auto& list = block(first + r);
      const auto taken = take(list.bands, value, [&](std::size_t i) { return verdict_of(*list.bands[i].requirement, first + r); });
      tile.bands[r] = static_cast<std::uint32_t>(taken.band);
      tile.has_class[r] = taken.is_missing ? 0 : 1;
      tile.causes[r] = taken.passed == Taken::none ? RowClasses::packed(ClassBy::band, 0)
                                                   : RowClasses::packed(ClassBy::requirement, list.bands[taken.passed].code);
    }
  }
  /// Caps what a veto holds of that has no truth.
  CHISO_KERNEL CHISO_INLINE static void cap(const std::uint8_t* below, std::uint32_t most, std::uint32_t cause, std::size_t count,
                                            Tile& tile) {
    std::uint32_t *bands = tile.bands, *causes = tile.causes;
    const std::uint8_t* has_class = tile.has_class;
    each_row(count, [=](std::size_t r) {
      const bool is_capped = (below[r] & has_class[r]) != 0 && bands[r] < most;
      causes[r] = is_capped ? cause : causes[r];
      bands[r] = is_capped ? most : bands[r];
    });
  }
  CHISO_INLINE void cap(std::size_t i, std::size_t first, std::size_t count, Tile& tile) const {
    for (std::size_t r = 0; r < count; ++r) {
      if (tile.has_class[r] == 0) continue;
      const auto verdict = this->verdict(vetoes[i], first + r);
      if (verdict == Verdict::passes) continue;
      const auto most = block(first + r).caps[i];
      if (verdict == Verdict::holds && most <= tile.bands[r]) continue;
      tile.causes[r] = RowClasses::packed(ClassBy::veto, i);
      if (verdict == Verdict::missing) tile.has_class[r] = 0;
      if (verdict == Verdict::holds) tile.bands[r] = most;
    }
  }
  /// If no index is below, it does not matter what `when` is.
  static Verdict verdict(const VetoRows& veto, std::size_t row) {
    if (!veto.below.empty() && veto.below[row] == 0) return Verdict::passes;
    return veto.when ? verdict_of(*veto.when, row) : Verdict::holds;
  }
};

/// Before any quota.
CHISO_INLINE RowClasses classes_of(const RowRanks& ranks) {
  const auto& of = ranks.scores().model().classes();
  return of ? Classifier{.ranks = ranks, .of = *of}.run() : RowClasses();
}
}
