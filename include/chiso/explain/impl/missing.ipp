#pragma once
#include <algorithm>
#include <chiso/core/hash_places.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/explain/impl/missing_inputs.ipp>
#include <chiso/explain/missing.hpp>
#include <chiso/score/truth.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// The states of all items, row by row.
class ItemStates {
 public:
  CHISO_INLINE explicit ItemStates(const Scores& scores) : scores_(scores), row_(scores.model().items().size()) {
    if (scores.keep() == Keep::leaves) return;
    ScoreColumns again{.items = std::vector<ScoreColumns::Item>(row_.size())};
    for (auto& item : again.items) item.states = scored_.emplace_back(scores.rows());
    scores.scorer().score(scores.resolved().batch(), again, scores.threads());
  }
  CHISO_INLINE void read(std::size_t row) {
    at_ = row;
    if (scored_.empty()) scores_.items(row, row_);
  }
  CHISO_INLINE ItemState operator[](std::size_t item) const { return scored_.empty() ? row_[item].state : scored_[item][at_]; }

 private:
  const Scores& scores_;
  std::vector<Scores::Item> row_;
  std::vector<UnsetVector<ItemState>> scored_{};
  std::size_t at_ = 0;
};

/// Finds what rows lack.
class MissingFinder {
 public:
  CHISO_INLINE explicit MissingFinder(const Ranked& ranked) : out_{.ranked = ranked}, states_(out_.ranked.scores()) {
    for (std::size_t item = 0; item < model_.items().size(); ++item) items_.push_back(plan_of(item));
    if (const auto& classes = model_.classes()) {
      for (std::size_t i = 0; i < classes->vetoes.size(); ++i)
        if (const auto& when = classes->vetoes[i].when) vetoes_.push_back({i, &*when, truths(*when, batch_).states, scores_.below(i)});
      class_ids_ = class_ids(model_);
    }
  }
  CHISO_INLINE Missing run(const MissingOptions& options) {
    const auto& evidence = scores_.evidence();
    const auto wanted = [](const Words& what, const std::optional<std::string>& name, std::span<const std::string> known) {
      return name ? std::optional(index_of_name(what, *name, known)) : std::nullopt;
    };
    const auto block = wanted(nouns::block, options.block, evidence.blocks());
    const auto period = wanted(nouns::period, options.period, evidence.periods());
    const auto track = wanted(nouns::track, options.track, model_.tracks());
    for (std::size_t row = 0; row < scores_.rows(); ++row) {
      const bool is_asked = (!block || *block == evidence.block_of_row()[row]) && (!period || *period == evidence.period_of_row()[row]) &&
                            (!track || *track == evidence.track(row));
      if (!is_asked) continue;
      find(row);
      if (!found_.empty()) note(row);
    }
    const auto last_track = model_.tracks().size() - 1;
    if (!track || *track == last_track) out_.unreported = evidence.unreported();
    std::erase_if(out_.unreported, [&](const UnreportedUnit& one) {
      return (options.block && *options.block != one.block) || (options.period && *options.period != one.period);
    });
    return std::move(out_);
  }

 private:
  /// What an item needs to be looked at for.
  struct ItemPlan {
    const Criterion* node;
    bool needs_all_it_reads;   // measures alone, each of them whenever the item is missing
    bool may_count_a_missing;  // a part of its rule has a policy of its own for what is missing
    std::vector<const Program*> conditions{};
  };
  struct VetoPlan {
    std::size_t place;
    const Program* when;
    std::vector<State> states;
    std::span<const std::uint8_t> below;
  };

  CHISO_INLINE ItemPlan plan_of(std::size_t item) const {
    const auto place = model_.items()[item];
    const auto& node = model_.nodes()[place];
    ItemPlan plan{&node, !std::holds_alternative<shapes::Combine>(static_cast<const AnyShape&>(node.shape)), counts_a_missing(node.shape)};
    const auto look_at = [&](const Program& program) {
      plan.needs_all_it_reads = plan.needs_all_it_reads && detail::needs_all_it_reads(program, model_.derived());
    };
    for_each_program(node.shape, look_at);
    for (auto at = place; at != Criterion::none; at = model_.nodes()[at].parent) {
      const auto& when = model_.nodes()[at].applies_when;
      if (!when) continue;
      look_at(*when);
      plan.conditions.push_back(&*when);
    }
    return plan;
  }
  CHISO_INLINE static bool counts_a_missing(const Shape& shape) {
    const auto* combined = std::get_if<shapes::Combine>(&static_cast<const AnyShape&>(shape));
    if (!combined) return false;
    for (std::size_t i = 0; i < combined->parts.size(); ++i)
      if (combined->of_part[i].in(State::missing) || counts_a_missing(combined->parts[i])) return true;
    return false;
  }

  /// Fills what is missing on a row, each with one that waits for it.
  CHISO_INLINE void find(std::size_t row) {
    found_.clear();
    states_.read(row);
    for (std::size_t item = 0; item < items_.size(); ++item) {
      const auto state = states_[item];
      const auto& plan = items_[item];
      if (state == ItemState::missing)
        needs_of_missing(plan, item, row);
      else if (plan.may_count_a_missing && (state == ItemState::scored || state == ItemState::undefined))
        add(plan.node->shape, {Reader::Kind::item, item}, row);
    }
    for (const auto& veto : vetoes_)
      if (veto.states[row] == State::missing && (veto.below.empty() || veto.below[row] != 0))
        add(*veto.when, {Reader::Kind::veto, veto.place}, row);
    band(row);
  }
  CHISO_INLINE void needs_of_missing(const ItemPlan& plan, std::size_t item, std::size_t row) {
    const Waiting waiting{Reader::Kind::item, item};
    if (plan.needs_all_it_reads) {
      for (const auto measure : scores_.scorer().dependencies().measures(item))
        if (batch_.measures[measure].state(row) == State::missing) found_.emplace_back(MissingInput{Op::measure, measure}, waiting);
      return;
    }
    add(plan.node->shape, waiting, row);
    for (const auto* condition : plan.conditions) add(*condition, waiting, row);
  }
  template <class Of>
  void add(const Of& of, Waiting waiting, std::size_t row) {
    inputs_.clear();
    MissingInputs{model_.derived(), batch_, row, inputs_}.of(of);
    for (const auto& input : inputs_) found_.emplace_back(input, waiting);
  }
  /// What the band asks for at which the class of the row is open.
  CHISO_INLINE void band(std::size_t row) {
    const auto& classes = out_.ranked.classes();
    if (classes.by_bands_alone() || !classes.of(row).empty()) return;
    const auto cause = classes.cause(row);
    if (!cause || cause->by != ClassBy::requirement) return;
    for (const auto& band : model_.classes()->of_block(scores_.evidence().block(row)))
      if (band.id == class_ids_[cause->item] && band.requirement) add(*band.requirement, {Reader::Kind::band, cause->item}, row);
  }

  /// Takes over what was found on a row.
  CHISO_INLINE void note(std::size_t row) {
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    for (auto first = found_.begin(); first != found_.end();) {
      const auto last = std::find_if(first, found_.end(), [&](const auto& one) { return one.first != first->first; });
      out_.cells.push_back({static_cast<std::uint32_t>(row), ask(first, last)});
      first = last;
    }
  }
  using Found = std::vector<std::pair<MissingInput, Waiting>>;
  /// The place of what is asked for in [first, last).
  CHISO_INLINE std::uint32_t ask(Found::const_iterator first, Found::const_iterator last) {
    std::uint64_t hash = 0;
    const auto mix = [&](std::size_t value) {
      hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
      hash ^= hash >> 29;
    };
    mix(static_cast<std::size_t>(first->first.from));
    mix(first->first.place);
    for (auto at = first; at != last; ++at) {
      mix(static_cast<std::size_t>(at->second.kind));
      mix(at->second.index);
    }
    const auto is_it = [&](std::uint32_t place) {
      const auto& one = out_.asks[place];
      return one.input == first->first &&
             std::equal(first, last, one.waiting.begin(), one.waiting.end(), [](const auto& a, const auto& b) { return a.second == b; });
    };
    auto place = places_.find(hash, is_it);
    if (place != HashPlaces::none) return place;
    place = static_cast<std::uint32_t>(out_.asks.size());
    places_.add(hash, place);
    auto& one = out_.asks.emplace_back(MissingAsk{.input = first->first});
    for (auto at = first; at != last; ++at) {
      one.waiting.push_back(at->second);
      if (at->second.kind == Reader::Kind::item) one.points = one.points + items_[at->second.index].node->points;
    }
    return place;
  }

  Missing out_;
  const Scores& scores_ = out_.ranked.scores();
  const Model& model_ = scores_.model();
  const Batch& batch_ = scores_.resolved().batch();
  ItemStates states_;
  std::vector<ItemPlan> items_{};
  std::vector<VetoPlan> vetoes_{};
  std::vector<std::string_view> class_ids_{};
  std::vector<MissingInput> inputs_{};
  Found found_{};
  HashPlaces places_{};
};
}

CHISO_INLINE Missing missing_of(const Ranked& ranked, const MissingOptions& options) { return detail::MissingFinder(ranked).run(options); }
}
