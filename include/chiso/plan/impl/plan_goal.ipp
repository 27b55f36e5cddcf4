#pragma once
#include <chiso/core/error.hpp>
#include <chiso/expr/evaluate.hpp>
#include <chiso/plan/impl/plan_space.ipp>
#include <chiso/plan/plan.hpp>
#include <chiso/rank/classes.hpp>
#include <chiso/rank/ranks.hpp>
#include <chiso/rule/ends.hpp>

namespace chiso::inline CHISO_BUILD {
namespace planning {
/// What a set makes of the sums of the row: achieved with bonus less penalty, and what is applicable.
CHISO_INLINE Tally sums_of(const SpaceBuilder& of, const Values& values) {
  const auto& base = of.base.row.tally;
  return {.achieved = base.achieved + base.bonus - base.penalty + values[of.space.sum],
          .applicable = base.applicable - values[of.space.applicable]};
}
CHISO_INLINE std::strong_ordering compare_indices(const std::optional<Ratio>& a, const std::optional<Ratio>& b) {
  if (!a || !b) return a.has_value() <=> b.has_value();
  return compare(*a, *b);
}
/// Reached wherever there is an index.
CHISO_INLINE Goal index_alone(const SpaceBuilder& of, const PublishDraft& publish) {
  const auto index = [&of, publish](const Values& values) { return exact_index(sums_of(of, values), publish); };
  return {[index](const Values& values) { return index(values).has_value(); },
          [index](const Values& a, const Values& b) { return compare_indices(index(a), index(b)); }};
}

/// The other ranked rows of a row's cohort, raised.
struct OtherRows {
  std::vector<Ratio> keys{};          // by what the model ranks, best first
  std::vector<std::uint32_t> rows{};  // in the scores
  std::vector<std::size_t> above{};   // of each: how many others are above it
  RankKey key = RankKey::exact;
  /// How many are above a key, and how many are level with it.
  struct Place {
    std::size_t above = 0, level = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  CHISO_INLINE Place place(const Ratio& own) const {
    const auto first = std::partition_point(keys.begin(), keys.end(), [&](const Ratio& one) { return compare(one, own) > 0; });
    const auto last = std::partition_point(first, keys.end(), [&](const Ratio& one) { return compare(one, own) == 0; });
    return {static_cast<std::size_t>(first - keys.begin()), static_cast<std::size_t>(last - first)};
  }
};

/// A target, for a row.
class TargetOfRow {
 public:
  CHISO_INLINE TargetOfRow(const Ranked& ranked, std::size_t row, const Target& target, const Decimal& others)
      : scores_(ranked.scores()), model_(scores_.model()), publish_(model_.publish()), row_(row), target_(target) {
    const auto& classes = model_.classes();
    if (target.kind() == Target::Kind::class_) {
      if (!classes) index_of_name(plan_words::class_of, target.class_id(), std::span<const std::string>());
      bands_ = &classes->of_block(scores_.evidence().block(row));
      std::vector<std::string> ids;
      for (const auto& band : *bands_) ids.push_back(band.id);
      band_ = index_of_name(plan_words::class_of, target.class_id(), ids);
      classes_ = &*classes;
      for (const auto& quota : classes->quotas) has_quota_ = has_quota_ || quota.class_id == target.class_id();
      for (const auto& veto : classes->vetoes)
        caps_.push_back(static_cast<std::size_t>(
            std::find_if(bands_->begin(), bands_->end(), [&](const Band& band) { return band.id == veto.at_most; }) - bands_->begin()));
    }
    if (target.kind() == Target::Kind::rank || on_rank() || has_quota_) find_others(others);
    if (has_quota_) find_classes_of_others();
  }
  CHISO_INLINE Asked asked() const {
    return {.complete = target_.kind() == Target::Kind::rank || target_.kind() == Target::Kind::class_, .band = band_, .quota = has_quota_};
  }
  /// Of which dimensions of a space more is not better: of all where more is not always better for the class.
  CHISO_INLINE std::vector<std::uint8_t> exact(const SpaceBuilder& of) const {
    if (band_ && !more_is_better(of)) return std::vector<std::uint8_t>(of.space.exact.size(), 1);
    return of.space.exact;
  }
  /// The goal in a space.
  CHISO_INLINE Goal goal(const SpaceBuilder& of) const {
    auto out = index_alone(of, publish_);
    out.reached = [this, &of](const Values& values) { return is_reached(of, values); };
    return out;
  }

 private:
  CHISO_INLINE bool on_rank() const {
    return classes_ != nullptr && (classes_->on == ClassOn::rank || classes_->on == ClassOn::rank_share);
  }
  CHISO_INLINE Ratio key_of(const Ratio& index) const {
    if (model_.ranking().key == RankKey::exact) return index;
    return {rounded(index, publish_.decimals, publish_.rounding).digits(), 1};
  }
  CHISO_INLINE void find_others(const Decimal& raise) {
    const auto ranks_of_all = ranks(scores_);
    const auto& order = ranks_of_all.order(row_);
    const Ratio most = as_ratio(publish_.scale);
    struct One {
      Ratio key, index;
      std::span<const RankingIndex> rest;
      std::uint32_t row;
    };
    std::vector<One> all;
    for (std::size_t place = 0; place < order.size(); ++place) {
      const auto row = static_cast<std::uint32_t>(order.row(place));
      if (row == row_) continue;
      auto index = scores_.index(row)->exact();
      if (raise.digits() != 0) {
        const auto power = Decimal::power(raise.scale());
        const auto raised = Ratio{index.num * power + raise.digits() * index.den, index.den * power};
        if (publish_.may_exceed_100 || compare(raised, most) < 0)
          index = raised;
        else if (compare(index, most) < 0)
          index = most;
      }
      all.push_back({key_of(index), index, order.key(place).subspan(1), row});
    }
    const auto before = [](const One& a, const One& b) {
      if (const auto keys = compare(a.key, b.key); keys != 0) return keys > 0;
      return std::lexicographical_compare(b.rest.begin(), b.rest.end(), a.rest.begin(), a.rest.end());
    };
    std::stable_sort(all.begin(), all.end(), before);
    for (std::size_t i = 0; i < all.size(); ++i) {
      others_.keys.push_back(all[i].key);
      others_.rows.push_back(all[i].row);
      raised_.push_back(all[i].index);
      others_.above.push_back(i > 0 && !before(all[i - 1], all[i]) ? others_.above.back() : i);
    }
  }

  // ---- classes
  CHISO_INLINE std::optional<Ratio> classed(const Tally& sums, std::size_t place, std::size_t ranked) const {
    const auto index = exact_index(sums, publish_);
    if (!index) return {};
    const auto of_rounded = [&](const Ratio& value) { return as_ratio(rounded(value, classes_->decimals, publish_.rounding)); };
    switch (classes_->on) {
      case ClassOn::published: return of_rounded(*index);
      case ClassOn::exact: return *index;
      case ClassOn::points: return of_rounded({sums.achieved, Decimal::power(model_.point_decimals())});
      case ClassOn::rank: return Ratio{static_cast<int128>(place), 1};
      case ClassOn::rank_share: break;
    }
    return Ratio{static_cast<int128>(place), static_cast<int128>(ranked)};
  }
  static constexpr std::size_t no_class = ~std::size_t{0};
  /// The place of the band that takes a value; requirement(b): 2 it has what the band asks for, 1 not, 0 that is missing.
  template <class Requirement>
  std::size_t band_of_value(const Ratio& value, std::size_t last_asked, const Requirement& requirement) const {
    const auto order_to = [&](const Decimal& number) { return compare(value, as_ratio(number)); };
    for (std::size_t b = 0; b + 1 < bands_->size(); ++b) {
      const auto& band = (*bands_)[b];
      if (!holds(band.range, order_to)) continue;
      if (b > last_asked || !band.requirement) return b;
      const auto has = requirement(b);
      if (has == 0) return no_class;
      if (has == 2) return b;
    }
    return bands_->size() - 1;
  }
  CHISO_INLINE bool is_reached(const SpaceBuilder& of, const Values& values) const {
    const auto sums = sums_of(of, values);
    const auto index = exact_index(sums, publish_);
    if (!index) return false;
    if (target_.kind() == Target::Kind::index) return compare(*index, as_ratio(target_.number())) >= 0;
    if (target_.kind() == Target::Kind::published) return rounded(*index, publish_.decimals, publish_.rounding) >= target_.number();
    if (!is_complete(of, values)) return false;
    const bool is_ranked = scores_.evidence().ranked(row_);
    OtherRows::Place place;
    if (target_.kind() == Target::Kind::rank || on_rank() || has_quota_) {
      if (!is_ranked && (target_.kind() == Target::Kind::rank || on_rank())) return false;
      place = others_.place(key_of(*index));
    }
    const auto own = 1 + place.above + (model_.tie_break().empty() ? 0 : place.level);
    if (target_.kind() == Target::Kind::rank) return own <= target_.place();
    const auto value = classed(sums, own, others_.keys.size() + 1);
    const auto moved = [&](const auto& dims, const auto& key) {
      const auto at = dims.find(key);
      return at == dims.end() ? std::int64_t{0} : values[at->second];
    };
    const auto known = [](const std::map<std::size_t, std::int64_t>& list, std::size_t key) {
      const auto at = list.find(key);
      return at == list.end() ? std::int64_t{0} : at->second;
    };
    auto band = band_of_value(*value, *band_, [&](std::size_t b) { return known(of.base.requirement, b) + moved(of.dims.requirement, b); });
    if (band == no_class) return false;
    for (const auto v : of.vetoes) {
      const auto& veto = classes_->vetoes[v];
      if (!veto.criteria.empty() &&
          known(of.base.row.below, v) - moved(of.dims.below, std::pair(SumPlace{}, v)) < static_cast<std::int64_t>(veto.at_least))
        continue;
      const auto when = veto.when ? known(of.base.when, v) + moved(of.dims.when, v) : -1;
      if (when == -2) return false;
      if (when == -1) band = (std::max)(band, caps_[v]);
    }
    if (band > *band_) return false;
    return !has_quota_ || !is_ranked || keeps(place, band);
  }
  CHISO_INLINE bool is_complete(const SpaceBuilder& of, const Values& values) const {
    const auto moved = [&](const std::map<SumPlace, std::size_t>& dims) {
      const auto at = dims.find(SumPlace{});
      return at == dims.end() ? std::int64_t{0} : values[at->second];
    };
    const auto& base = of.base.row;
    if (base.lacking - moved(of.dims.lacking) > 0) return false;
    const auto& least = model_.draft().least_coverage;
    const Coverage coverage{base.coverage.known + moved(of.dims.known), base.coverage.asked - moved(of.dims.asked)};
    return !least || coverage.reaches(*least);
  }
  /// Whether a higher index, and whatever else the dimensions have more of, never loses the class.
  CHISO_INLINE bool more_is_better(const SpaceBuilder& of) const {
    for (std::size_t b = 0; b <= *band_ && b + 1 < bands_->size(); ++b) {
      const auto& band = (*bands_)[b];
      if (on_rank() ? band.range.lower.has_value() : band.range.upper.has_value()) return false;
      if (!band.requirement) continue;
      auto least = of.base.requirement.at(b);
      if (const auto dim = of.dims.requirement.find(b); dim != of.dims.requirement.end())
        for (const auto& factor : of.space.factors) {
          const auto at = std::find(factor.dims.begin(), factor.dims.end(), dim->second);
          for (auto i = static_cast<std::size_t>(at - factor.dims.begin()); at != factor.dims.end() && i < factor.table.size();
               i += factor.dims.size())
            least = (std::min)(least, of.base.requirement.at(b) + factor.table[i]);
        }
      if (least == 0) return false;
    }
    return !has_quota_ || quotas_keep_the_better();
  }

  // ---- quotas
  CHISO_INLINE void find_classes_of_others() {
    const auto& batch = scores_.resolved().batch();
    for (std::size_t i = 0; i < others_.rows.size(); ++i) {
      const auto row = others_.rows[i];
      Other other;
      const auto verdict = [&](const Program& program) {
        const auto truth = evaluate(program, batch, row);
        return truth.state == State::missing ? 0 : truth.state == State::value && truth.value.sign() != 0 ? 2 : 1;
      };
      for (const auto& band : *bands_) other.requirements.push_back(band.requirement ? verdict(*band.requirement) : 2);
      for (std::size_t v = 0; v < classes_->vetoes.size(); ++v) {
        const auto& veto = classes_->vetoes[v];
        if (!veto.criteria.empty() && scores_.below(v)[row] == 0) continue;
        const auto when = veto.when ? verdict(*veto.when) : 2;
        if (when == 0) other.is_missing = true;
        if (when == 2) other.caps = (std::max)(other.caps, caps_[v]);
      }
      if (!on_rank()) {
        const auto tally = scores_.tally(row);
        other.value = classes_->on == ClassOn::points
                          ? *classed({.achieved = tally.achieved + tally.bonus - tally.penalty, .applicable = tally.applicable}, 0, 0)
                      : classes_->on == ClassOn::exact ? raised_[i]
                                                       : as_ratio(rounded(raised_[i], classes_->decimals, publish_.rounding));
      }
      of_others_.push_back(std::move(other));
    }
  }
  struct Other {
    Ratio value{};
    std::vector<int> requirements{};
    std::size_t caps = 0;
    bool is_missing = false;
  };
  CHISO_INLINE std::size_t band_of_other(std::size_t i, std::size_t rank, std::size_t ranked) const {
    const auto& other = of_others_[i];
    const auto value = !on_rank()                      ? other.value
                       : classes_->on == ClassOn::rank ? Ratio{static_cast<int128>(rank), 1}
                                                       : Ratio{static_cast<int128>(rank), static_cast<int128>(ranked)};
    const auto band = band_of_value(value, bands_->size(), [&](std::size_t b) { return other.requirements[b]; });
    return band == no_class || other.is_missing ? no_class : (std::max)(band, other.caps);
  }
  /// Whether the row keeps a class at least as good, standing there with the class of a band before any quota.
  CHISO_INLINE bool keeps(const OtherRows::Place& place, std::size_t band) const {
    const auto key = std::pair(place, band);
    if (const auto known = kept_.find(key); known != kept_.end()) return known->second;
    struct Row {
      std::size_t rank, band;
    };
    const bool level_is_above = !model_.tie_break().empty();
    const auto own_above = place.above + (level_is_above ? place.level : 0);
    std::vector<Row> rows;
    const auto ranked = others_.rows.size() + 1;
    for (std::size_t i = 0; i < others_.rows.size(); ++i) {
      if (i == own_above) rows.push_back({own_above + 1, band});
      // Those behind the place and its level ones have the row above them.
      const auto rank = 1 + others_.above[i] + (i >= place.above + place.level ? 1 : 0);
      rows.push_back({rank, band_of_other(i, rank, ranked)});
    }
    if (own_above >= others_.rows.size()) rows.push_back({own_above + 1, band});
    std::vector<std::size_t> before(bands_->size(), 0);
    for (const auto& row : rows)
      if (row.band != no_class) ++before[row.band];
    for (const auto& quota : classes_->quotas) {
      const auto of_class = [&](std::string_view id) {
        return static_cast<std::size_t>(std::find_if(bands_->begin(), bands_->end(), [&](const Band& one) { return one.id == id; }) -
                                        bands_->begin());
      };
      std::size_t number = quota.of ? 0 : ranked;
      if (quota.of) {
        std::set<std::size_t> counted;
        for (const auto& id : *quota.of) counted.insert(of_class(id));
        for (const auto one : counted) number += before[one];
      }
      const auto percent = as_ratio(quota.at_most);
      auto left = static_cast<std::size_t>(floor_divide(percent.num * static_cast<int128>(number), percent.den * 100));
      const auto held = of_class(quota.class_id);
      std::optional<std::size_t> edge;
      for (const auto& row : rows)
        if (row.band == held && !edge && left-- == 0) edge = row.rank;
      if (!edge) continue;
      for (auto& row : rows)
        if (row.band == held && row.rank >= *edge) row.band = held + 1;
    }
    const bool out = rows[(std::min)(own_above, rows.size() - 1)].band <= *band_;
    kept_.emplace(key, out);
    return out;
  }
  CHISO_INLINE bool quotas_keep_the_better() const {
    std::vector<OtherRows::Place> places;  // from the best on: between and level
    for (std::size_t i = 0; i <= others_.keys.size();) {
      places.push_back({i, 0});
      if (i == others_.keys.size()) break;
      auto end = i;
      while (end < others_.keys.size() && compare(others_.keys[end], others_.keys[i]) == 0) ++end;
      places.push_back({i, end - i});
      i = end;
    }
    std::vector<bool> all_better(*band_ + 1, true);
    for (const auto& place : places) {
      bool better_band = true;
      for (std::size_t band = 0; band <= *band_; ++band) {
        const bool here = keeps(place, band);
        if (here && !(all_better[band] && better_band)) return false;
        better_band = better_band && here;
        all_better[band] = all_better[band] && here;
      }
    }
    return true;
  }

  const Scores& scores_;
  const Model& model_;
  const PublishDraft& publish_;
  std::size_t row_;
  Target target_;
  const std::vector<Band>* bands_ = nullptr;
  std::optional<std::size_t> band_{};
  const Classes* classes_ = nullptr;
  std::vector<std::size_t> caps_{};  // by veto: the place of its class
  bool has_quota_ = false;           // on the class that is asked for: another one never takes it away
  OtherRows others_{};
  std::vector<Ratio> raised_{};  // the indices of the others
  std::vector<Other> of_others_{};
  mutable std::map<std::pair<OtherRows::Place, std::size_t>, bool> kept_{};
};
}
}
