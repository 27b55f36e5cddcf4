#pragma once
#include <algorithm>
#include <chiso/rank/classes.hpp>
#include <chiso/rank/impl/row_ranks.ipp>
#include <chiso/score/truth.hpp>
#include <cstdint>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::size_t band_of(const std::vector<Band>& bands, const Ratio& value) {
  const auto order_to = [&](const Decimal& number) { return compare(value, as_ratio(number)); };
  return static_cast<std::size_t>(std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return holds(band.range, order_to); }) -
                                  bands.begin());
}

/// Classes rows of scores. `ranks` is null where ranks are not classed.
struct Classifier {
  enum class Verdict : std::uint8_t { passes, holds, missing };
  /// A veto over all rows: its truth, and the columns of its criteria.
  struct VetoColumns {
    const Veto& veto;
    std::optional<Truths> when{};
    std::vector<NodeScores> criteria{};
  };

  /// The bands of a block, and the place of each veto's class among them; every list of bands has it.
  struct BlockBands {
    const std::vector<Band>& bands;
    std::vector<std::size_t> caps{};
  };

  const Scores& scores;
  const Classes& classes;
  const RowRanks* ranks;
  std::vector<VetoColumns> vetoes{};

  CHISO_INLINE std::vector<std::string_view> run() {
    read_vetoes();
    std::vector<std::string_view> out(scores.rows());
    std::vector<BlockBands> of_block;
    for (const auto& block : scores.evidence().blocks()) {
      auto& of = of_block.emplace_back(BlockBands{classes.of_block(block)});
      for (const auto& veto : vetoes) of.caps.push_back(place_of(veto.veto.at_most, of.bands));
    }
    for (std::size_t row = 0; row < out.size(); ++row) {  // in the order in which they are stored, not cohort by cohort
      if (!scores.tally(row).complete) continue;
      const auto& [bands, caps] = of_block[scores.evidence().block_of_row()[row]];
      if (const auto value = classed(row)) out[row] = with_vetoes(row, bands, band_of(bands, *value), caps);
    }
    return out;
  }

 private:
  CHISO_INLINE static std::size_t place_of(std::string_view id, const std::vector<Band>& bands) {
    return static_cast<std::size_t>(std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return band.id == id; }) -
                                    bands.begin());
  }
  CHISO_INLINE void read_vetoes() {
    std::vector<std::size_t> nodes;
    for (const auto& veto : classes.vetoes) nodes.insert(nodes.end(), veto.criteria.begin(), veto.criteria.end());
    auto columns = columns_of(scores, nodes);  // of all vetoes at once: what was not kept is scored again once
    auto next = columns.begin();
    for (const auto& veto : classes.vetoes) {
      auto& of = vetoes.emplace_back(VetoColumns{veto});
      if (veto.when) of.when = truths(*veto.when, scores.resolved().batch());
      for (std::size_t i = 0; i < veto.criteria.size(); ++i) of.criteria.push_back(std::move(*next++));
    }
  }

  /// An index as it is classed, and as vetoes look at it.
  CHISO_INLINE Ratio figure(const Ratio& exact) const {
    if (classes.on != ClassOn::published) return exact;
    return as_ratio(rounded(exact, classes.decimals, scores.model().publish().rounding));
  }
  CHISO_INLINE std::optional<Ratio> classed(std::size_t row) const {
    if (ranks != nullptr) {
      const auto rank = ranks->competition(row);
      if (!rank) return {};
      return Ratio{static_cast<int128>(*rank), classes.on == ClassOn::rank ? 1 : static_cast<int128>(ranks->ranked(row))};
    }
    const auto exact = exact_index(scores.tally(row), scores.model().publish());
    return exact ? std::optional(figure(*exact)) : std::nullopt;
  }

  CHISO_INLINE Verdict verdict(const VetoColumns& of, std::size_t row) const {
    const auto below = [&](const NodeScores& criterion) {
      const auto exact = exact_index(criterion.tally(row), scores.model().publish());
      return exact && figure(*exact) < as_ratio(*of.veto.below);
    };
    if (!of.criteria.empty() && std::none_of(of.criteria.begin(), of.criteria.end(), below)) return Verdict::passes;
    if (!of.when) return Verdict::holds;
    if (of.when->states[row] == State::missing) return Verdict::missing;
    return of.when->states[row] == State::value && of.when->values[row] != 0 ? Verdict::holds : Verdict::passes;
  }
  CHISO_INLINE std::string_view with_vetoes(std::size_t row, const std::vector<Band>& bands, std::size_t band,
                                            const std::vector<std::size_t>& caps) const {
    for (std::size_t i = 0; i < vetoes.size(); ++i) {
      const auto is = verdict(vetoes[i], row);
      if (is == Verdict::missing) return {};
      if (is == Verdict::holds) band = std::max(band, caps[i]);
    }
    return bands[band].id;
  }
};

namespace classing {
CHISO_INLINE bool by_rank(const Classes& classes) { return classes.on == ClassOn::rank || classes.on == ClassOn::rank_share; }
}
CHISO_INLINE RowClasses classes(const RowRanks& ranks) {
  const auto& scores = ranks.scores();
  const auto& of = scores.model().classes();
  if (!of) return RowClasses(std::vector<std::string_view>(scores.rows()));
  return RowClasses(Classifier{scores, *of, classing::by_rank(*of) ? &ranks : nullptr}.run());
}
CHISO_INLINE RowClasses classes(const Scores& scores, const Ranks& ranks) {
  if (ranks.node()) throw ShapeError("classes need ranks by the model, not by the criterion " + scores.model().nodes()[*ranks.node()].id);
  const auto& of = scores.model().classes();
  return of && classing::by_rank(*of) ? classes(RowRanks(ranks)) : classes(scores);
}
CHISO_INLINE RowClasses classes(const Scores& scores) {
  const auto& of = scores.model().classes();
  if (of && classing::by_rank(*of)) return classes(RowRanks(ranks(scores)));
  return RowClasses(of ? Classifier{scores, *of, nullptr}.run() : std::vector<std::string_view>(scores.rows()));
}
}
