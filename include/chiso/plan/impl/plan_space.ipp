#pragma once
#include <chiso/plan/impl/factor_maker.ipp>
#include <chiso/plan/impl/row_parts.ipp>
#include <chiso/score/grouping.hpp>
#include <chiso/score/index_limit.hpp>
#include <optional>
#include <string>

namespace chiso::inline CHISO_BUILD {
namespace planning {
/// Makes of actions on a row what is searched.
class SpaceBuilder {
 public:
  CHISO_INLINE SpaceBuilder(const WhatIf& what_if, std::size_t row, const std::vector<Action>& actions, const std::vector<ReadAction>& read,
                            Asked asked)
      : what_if_row_(what_if, row),
        scores_(what_if.ranked().scores()),
        model_(scores_.model()),
        nodes_(model_.nodes()),
        asked_(asked),
        values_(scores_, row, actions, read, space),
        make_(what_if_row_, values_, space) {
    if (asked_.band) bands_ = &model_.classes()->of_block(scores_.evidence().block(row));
    find_relevant_vetoes();
    sum_up();
    for (std::size_t node = 0; node < model_.criteria(); ++node)
      if (nodes_[node].grouping == Grouping::one_of) is_open_[node] = is_settled(node) ? 0 : 1;
    add_row();
    add_classes();
    fold_groups();
    finish();
  }
  PlanSpace space{};
  Dims dims{};
  BaseRow base{};
  /// Vetoes that may keep the row from the class: their places.
  std::vector<std::size_t> vetoes{};

 private:
  struct Watch {
    std::size_t veto;
    IndexLimit limit;
  };
  CHISO_INLINE void find_relevant_vetoes() {
    is_folded_.assign(nodes_.size(), 0);
    is_open_.assign(nodes_.size(), 0);
    watched_.resize(nodes_.size());
    for (std::size_t n = 0; n < model_.criteria(); ++n)
      is_folded_[n] = nodes_[n].grouping == Grouping::scaled || nodes_[n].grouping == Grouping::limited ? 1 : 0;
    if (!asked_.band) return;
    const auto& classes = *model_.classes();
    for (std::size_t v = 0; v < classes.vetoes.size(); ++v) {
      const auto& veto = classes.vetoes[v];
      const auto caps = static_cast<std::size_t>(
          std::find_if(bands_->begin(), bands_->end(), [&](const Band& band) { return band.id == veto.at_most; }) - bands_->begin());
      // It leaves the class, and is never missing. But a better class may not be under the quota that this one is under.
      if (caps <= *asked_.band && !veto.when && !asked_.quota) continue;
      vetoes.push_back(v);
      for (const auto node : veto.criteria) {
        watched_[node].push_back({v, IndexLimit(IndexLimit::cut({*veto.below, false}, classes, model_.publish()), model_.publish(),
                                                nodes_[node].points.quanta)});
        if (nodes_[node].is_group()) is_folded_[node] = 1;
      }
    }
  }

  // ---- what the row is
  /// Adds how many of the criteria of vetoes a node has below their limits.
  template <class Count>
  void count_below(std::size_t node, const Tally& tally, const Count& count) const {
    for (const auto& watch : watched_[node])
      if (watch.limit.is_below(tally.achieved, tally.applicable)) count(watch.veto);
  }
  CHISO_INLINE NodeSums of_points(std::size_t leaf) {
    const auto points = what_if_row_.item(nodes_[leaf].item);
    return {.tally = {.achieved = points.achieved, .applicable = points.applicable},
            .lacking = points.complete ? 0 : 1,
            .coverage = points.coverage};
  }
  /// What the criteria are, each as if no group with `one_of` above it left it out.
  CHISO_INLINE void sum_up() {
    sums_.resize(model_.criteria());
    inside_.resize(model_.criteria());
    applies_.assign(model_.criteria(), 1);
    for (auto node = model_.criteria(); node-- > 0;) {
      auto& sum = sums_[node];
      if (nodes_[node].applies_when) applies_[node] = what_if_row_.changed().applies(node) ? 1 : 0;
      if (nodes_[node].is_leaf()) {
        sum = of_points(node);
      } else if (nodes_[node].grouping == Grouping::one_of) {
        if (const auto child = counted_child(node)) sum = sums_[*child];
      } else {
        for (auto child = node + 1; child < nodes_[node].end; child = nodes_[child].end) sum += sums_[child];
      }
      inside_[node] = sum.tally;
      if (nodes_[node].is_group()) count_group(nodes_[node], sum.tally.achieved, sum.tally.applicable);
      count_below(node, sum.tally, [&](std::size_t veto) { ++sum.below[veto]; });
    }
    for (std::size_t node = 0; node < model_.criteria(); node = nodes_[node].end) base.row += sums_[node];
  }
  /// The child that a group with `one_of` counts.
  CHISO_INLINE std::optional<std::size_t> counted_child(std::size_t group) const {
    for (auto child = group + 1; child < nodes_[group].end; child = nodes_[child].end)
      if (applies_[child] != 0 && sums_[child].tally.applicable > 0) return child;
    return {};
  }

  // ---- where sums go
  /// Where what a node achieves is summed up. A group that only sums up stands for what is above it.
  CHISO_INLINE SumPlace summed_in(std::size_t node) const {
    for (auto at = node; nodes_[at].parent != Criterion::none; at = nodes_[at].parent) {
      if (is_open_[nodes_[at].parent] != 0) return {SumPlace::Of::child, at};
      if (is_folded_[nodes_[at].parent] != 0) return {SumPlace::Of::group, nodes_[at].parent};
    }
    return {};
  }
  /// Where what a node lacks, and what vetoes say of it, is summed up.
  CHISO_INLINE SumPlace rest_in(std::size_t node) const {
    for (auto at = node; nodes_[at].parent != Criterion::none; at = nodes_[at].parent)
      if (is_open_[nodes_[at].parent] != 0) return {SumPlace::Of::child, at};
    return {};
  }
  template <class Map, class Key>
  std::size_t dim(Map& of, const Key& key, bool is_exact = false) {
    const auto at = of.find(key);
    return at != of.end() ? at->second : of.emplace(key, make_.dim(is_exact)).first->second;
  }
  /// Less applicable is better, but where a group is raised to what is applicable, where another child counts if it is nothing, and where
  /// none may be left at all.
  CHISO_INLINE std::size_t applicable_dim(const SumPlace& place) {
    bool is_exact = place.of == SumPlace::Of::row;
    for (auto at = place.node; at != Criterion::none; at = nodes_[at].parent)
      is_exact = is_exact || nodes_[at].at_least.quanta > 0 || is_open_[at] != 0;
    return dim(dims.applicable, place, is_exact);
  }
  CHISO_INLINE void add_rest(Moves& moves, const SumPlace& place, std::int64_t lacking, const Coverage& coverage) {
    if (!asked_.complete) return;
    moves[dim(dims.lacking, place)] -= lacking;
    if (!model_.draft().least_coverage) return;
    moves[dim(dims.known, place)] += coverage.known;
    moves[dim(dims.asked, place)] -= coverage.asked;
  }

  // ---- factors
  CHISO_INLINE std::vector<std::size_t> measures_of_item(std::size_t node) const {
    const auto read = scores_.scorer().dependencies().measures(nodes_[node].item);
    std::vector<std::size_t> out(read.begin(), read.end());
    std::sort(out.begin(), out.end());
    return out;
  }
  CHISO_INLINE bool reads(const Program& program, std::size_t measure) const {
    const auto& derived = model_.derived();
    return std::any_of(program.nodes.begin(), program.nodes.end(), [&](const Node& node) {
      const auto index = static_cast<std::size_t>(node.index);
      if (node.op == Op::parameter)
        return derived.parameters[index].by() == Parameter::By::choice && derived.parameters[index].measure() == measure;
      if (node.op == Op::below)
        return std::any_of(derived.below[index].of.nodes.begin(), derived.below[index].of.nodes.end(), [&](const Node& inner) {
          const auto of = static_cast<std::size_t>(inner.index);
          return inner.op == Op::parameter && derived.parameters[of].by() == Parameter::By::choice &&
                 derived.parameters[of].measure() == measure;
        });
      return node.op == Op::measure && index == measure;
    });
  }
  CHISO_INLINE std::vector<std::size_t> measures_of_condition(std::size_t node) const {
    std::vector<std::size_t> out;
    for (std::size_t measure = 0; measure < model_.measures().size(); ++measure)
      if (reads(*nodes_[node].applies_when, measure)) out.push_back(measure);
    return out;
  }
  /// Whether the child that a group with `one_of` counts is the same whatever is done: no action changes a condition of its children, nor
  /// alone how much of a leaf is applicable; together they then do neither.
  CHISO_INLINE bool is_settled(std::size_t group) {
    for (auto at = group + 1; at < nodes_[group].end; ++at) {
      if (!nodes_[at].applies_when) continue;
      const auto read = measures_of_condition(at);
      if (std::any_of(read.begin(), read.end(), [&](std::size_t measure) { return values_.is_changed(measure); })) return false;
    }
    for (auto at = group + 1; at < nodes_[group].end; ++at) {
      if (!nodes_[at].is_leaf()) continue;
      const auto item = nodes_[at].item;
      const auto applicable = what_if_row_.item(item).applicable;
      if (!make_.always(nodes_[at].id, measures_of_item(at), [&] { return what_if_row_.item(item).applicable == applicable; }))
        return false;
    }
    return true;
  }
  CHISO_INLINE void add_leaf(std::size_t node) {
    const auto place = summed_in(node), rest = rest_in(node);
    make_.add(nodes_[node].id, measures_of_item(node), [&] {
      const auto now = of_points(node);
      Moves moves;
      moves[dim(dims.achieved, place)] += now.tally.achieved;
      moves[applicable_dim(place)] -= now.tally.applicable;
      add_rest(moves, rest, now.lacking, now.coverage);
      for (const auto& watch : watched_[node]) moves[dim(dims.below, std::pair(rest, watch.veto))] += 0;
      count_below(node, now.tally, [&](std::size_t veto) { --moves[dim(dims.below, std::pair(rest, veto))]; });
      return moves;
    });
  }
  /// Adds the factors of a criterion that may count.
  CHISO_INLINE void add_criterion(std::size_t node) {
    if (nodes_[node].is_leaf()) return add_leaf(node);
    if (nodes_[node].grouping == Grouping::one_of && is_open_[node] == 0) {
      if (const auto child = counted_child(node)) add_criterion(*child);
      return;
    }
    for (auto child = node + 1; child < nodes_[node].end; child = nodes_[child].end) {
      if (is_open_[node] != 0 && nodes_[child].applies_when)
        make_.add(nodes_[child].id, measures_of_condition(child),
                  [&] { return Moves{{dim(dims.applies, child, true), what_if_row_.changed().applies(child) ? 1 : 0}}; });
      add_criterion(child);
    }
  }
  CHISO_INLINE void add_row() {
    space.sum = dim(dims.achieved, SumPlace{});
    space.applicable = applicable_dim({});
    for (std::size_t node = 0; node < model_.criteria(); node = nodes_[node].end) add_criterion(node);
    for (auto node = model_.criteria(); node < nodes_.size(); ++node) {
      const bool is_bonus = nodes_[node].kind == NodeKind::bonus;
      (is_bonus ? base.bonus : base.penalty) += what_if_row_.item(nodes_[node].item).achieved;
      make_.add(nodes_[node].id, measures_of_item(node), [&] {
        const auto points = what_if_row_.item(nodes_[node].item).achieved;
        auto& side = is_bonus ? dims.bonus : dims.penalty;
        if (!side) side = make_.dim();
        return Moves{{*side, is_bonus ? points : -points}};
      });
    }
  }

  // ---- classes
  CHISO_INLINE static std::int64_t verdict(const Outcome& truth, std::int64_t holds, std::int64_t passes, std::int64_t missing) {
    if (truth.state == State::missing) return missing;
    return truth.state == State::value && truth.value.sign() != 0 ? holds : passes;
  }
  CHISO_INLINE std::vector<std::size_t> measures_of(Reader::Kind kind, std::size_t place) const {
    std::vector<std::size_t> out;
    for (std::size_t measure = 0; measure < model_.measures().size(); ++measure)
      for (const auto& reader : scores_.scorer().dependencies().readers(measure))
        if (reader.kind == kind && reader.index == place && reader.source == CellSource::own_row && (out.empty() || out.back() != measure))
          out.push_back(measure);
    return out;
  }
  CHISO_INLINE void add_classes() {
    if (!asked_.band) return;
    const auto& classes = *model_.classes();
    for (const auto v : vetoes) {
      const auto& when = classes.vetoes[v].when;
      if (!when) continue;
      const auto look = [&] { return verdict(what_if_row_.changed().value(*when), -1, 0, -2); };
      base.when[v] = look();
      make_.add("veto " + std::to_string(v + 1), measures_of(Reader::Kind::veto, v), [&] { return Moves{{dim(dims.when, v), look()}}; });
    }
    std::size_t first = 0;  // the place among all bands of those of the block
    if (bands_ != &classes.bands) {
      first = classes.bands.size();
      for (const auto& [block, bands] : classes.by_block) {
        if (&bands == bands_) break;
        first += bands.size();
      }
    }
    for (std::size_t b = 0; b + 1 < bands_->size() && b <= *asked_.band; ++b) {
      const auto& band = (*bands_)[b];
      if (!band.requirement) continue;
      const auto look = [&] { return verdict(what_if_row_.changed().value(*band.requirement), 2, 1, 0); };
      base.requirement[b] = look();
      make_.add(band.id, measures_of(Reader::Kind::band, first + b), [&] { return Moves{{dim(dims.requirement, b), look()}}; });
    }
  }

  // ---- folds
  CHISO_INLINE void fold_groups() {
    for (const auto& factor : space.factors) moved_.insert(factor.dims.begin(), factor.dims.end());
    for (auto node = model_.criteria(); node-- > 0;) {
      if (is_open_[node] == 0 && is_folded_[node] == 0) continue;
      auto fold = is_open_[node] != 0 ? fold_of_choice(node) : fold_of_group(node);
      if (fold.from.empty()) continue;
      moved_.insert(fold.to.begin(), fold.to.end());
      space.folds.push_back(std::move(fold));
    }
    const auto side = [&](std::optional<std::size_t> of, std::int64_t before, std::optional<Points> cap, int sign) {
      if (!of || !cap) return;
      space.folds.push_back(
          {{*of}, {space.sum}, [before, most = cap->quanta, sign](std::span<const std::int64_t> from, std::span<std::int64_t> to) {
             to[0] = sign * ((std::min)(before + sign * from[0], most) - (std::min)(before, most));
           }});
    };
    side(dims.bonus, base.bonus, model_.bonus_cap(), 1);
    side(dims.penalty, base.penalty, model_.penalty_cap(), -1);
  }
  /// A group that is scaled or limited, or at which a veto looks.
  CHISO_INLINE Fold fold_of_group(std::size_t node) {
    Fold fold;
    const FoldInput input{fold, moved_};
    const SumPlace inside{SumPlace::Of::group, node};
    const auto achieved = input.take(dims.achieved, inside), applicable = input.take(dims.applicable, inside);
    if (fold.from.empty()) return fold;
    const auto above = summed_in(node), rest = rest_in(node);
    fold.to = {dim(dims.achieved, above)};
    const bool has_applicable = applicable != FoldInput::none;
    if (has_applicable) fold.to.push_back(applicable_dim(above));
    for (const auto& watch : watched_[node]) fold.to.push_back(dim(dims.below, std::pair(rest, watch.veto)));
    fold.run = [group = nodes_[node], before = inside_[node], achieved, applicable, has_applicable, watched = watched_[node]](
                   std::span<const std::int64_t> from, std::span<std::int64_t> to) {
      auto old_achieved = before.achieved, old_applicable = before.applicable;
      auto achieved_now = before.achieved + FoldInput::value(from, achieved);
      auto applicable_now = before.applicable - FoldInput::value(from, applicable);
      count_group(group, old_achieved, old_applicable);
      count_group(group, achieved_now, applicable_now);
      std::size_t at = 0;
      to[at++] = achieved_now - old_achieved;
      if (has_applicable) to[at++] = old_applicable - applicable_now;
      for (const auto& watch : watched)
        to[at++] =
            (watch.limit.is_below(old_achieved, old_applicable) ? 1 : 0) - (watch.limit.is_below(achieved_now, applicable_now) ? 1 : 0);
    };
    return fold;
  }
  /// A group with `one_of` of which actions may change which child counts.
  CHISO_INLINE Fold fold_of_choice(std::size_t node) {
    Fold fold;
    const FoldInput input{fold, moved_};
    std::vector<ChildSums> children;
    std::set<std::size_t> seen_by;  // vetoes that look at anything in it
    for (auto at = node; at < nodes_[node].end; ++at)
      for (const auto& watch : watched_[at]) seen_by.insert(watch.veto);
    for (auto at = node + 1; at < nodes_[node].end; at = nodes_[at].end) {
      const SumPlace place{SumPlace::Of::child, at};
      ChildSums child{.base = sums_[at],
                      .applies = applies_[at] != 0,
                      .achieved = input.take(dims.achieved, place),
                      .applicable = input.take(dims.applicable, place),
                      .condition = input.take(dims.applies, at),
                      .lacking = input.take(dims.lacking, place),
                      .known = input.take(dims.known, place),
                      .asked = input.take(dims.asked, place),
                      .below = {}};
      for (const auto veto : seen_by) child.below.emplace_back(veto, input.take(dims.below, std::pair(place, veto)));
      children.push_back(std::move(child));
    }
    if (fold.from.empty()) return fold;
    const auto above = summed_in(node), rest = rest_in(node);
    fold.to = {dim(dims.achieved, above), applicable_dim(above)};
    const bool has_rest = asked_.complete, has_coverage = has_rest && model_.draft().least_coverage;
    if (has_rest) fold.to.push_back(dim(dims.lacking, rest));
    if (has_coverage) fold.to.insert(fold.to.end(), {dim(dims.known, rest), dim(dims.asked, rest)});
    const std::vector<std::size_t> vetoes_of(seen_by.begin(), seen_by.end());
    for (const auto veto : vetoes_of) fold.to.push_back(dim(dims.below, std::pair(rest, veto)));
    fold.run = [children = std::move(children), watched = watched_[node], before = sums_[node], has_rest, has_coverage, vetoes_of](
                   std::span<const std::int64_t> from, std::span<std::int64_t> to) {
      NodeSums now;
      for (const auto& child : children)
        if (auto counted = child.counted(from)) {
          now = *std::move(counted);
          break;
        }
      for (const auto& watch : watched)
        if (watch.limit.is_below(now.tally.achieved, now.tally.applicable)) ++now.below[watch.veto];
      std::size_t at = 0;
      to[at++] = now.tally.achieved - before.tally.achieved;
      to[at++] = before.tally.applicable - now.tally.applicable;
      if (has_rest) to[at++] = before.lacking - now.lacking;
      if (has_coverage) {
        to[at++] = now.coverage.known - before.coverage.known;
        to[at++] = before.coverage.asked - now.coverage.asked;
      }
      const auto of = [](const NodeSums& sums, std::size_t veto) {
        const auto known = sums.below.find(veto);
        return known == sums.below.end() ? std::int64_t{0} : known->second;
      };
      for (const auto veto : vetoes_of) to[at++] = of(before, veto) - of(now, veto);
    };
    return fold;
  }
  /// What is proved of the sums of all sets: how far they may go at most.
  CHISO_INLINE void finish() {
    auto& row = base.row.tally;
    row.bonus = model_.bonus_cap() ? (std::min)(base.bonus, model_.bonus_cap()->quanta) : 0;
    row.penalty = model_.penalty_cap() ? (std::min)(base.penalty, model_.penalty_cap()->quanta) : 0;
    // Each factor at its least and most.
    int128 least = 0, most = 0, least_applicable = row.applicable;
    for (const auto& factor : space.factors) {
      for (std::size_t d = 0; d < factor.dims.size(); ++d) {
        std::int64_t low = 0, high = 0;
        for (auto at = d; at < factor.table.size(); at += factor.dims.size()) {
          low = (std::min)(low, factor.table[at]);
          high = (std::max)(high, factor.table[at]);
        }
        if (factor.dims[d] == space.sum) least += low, most += high;
        if (factor.dims[d] == space.applicable) least_applicable -= high;
      }
    }
    // A fold moves what the row sums up by no more than lies between nothing and all of it.
    for (std::size_t node = 0; node < model_.criteria(); ++node) {
      if ((is_open_[node] == 0 && is_folded_[node] == 0) || summed_in(node) != SumPlace{}) continue;
      const auto moves = [&](const std::map<SumPlace, std::size_t>& of) {
        if (is_open_[node] != 0) return true;
        const auto at = of.find({SumPlace::Of::group, node});
        return at != of.end() && moved_.contains(at->second);
      };
      if (!moves(dims.achieved) && !moves(dims.applicable)) continue;
      least -= nodes_[node].points.quanta;
      most += nodes_[node].points.quanta;
      if (moves(dims.applicable)) least_applicable -= sums_[node].tally.applicable;
    }
    if (dims.bonus) most += model_.bonus_cap()->quanta, least -= model_.bonus_cap()->quanta;
    if (dims.penalty) most += model_.penalty_cap()->quanta, least -= model_.penalty_cap()->quanta;
    const auto sum = row.achieved + row.bonus - row.penalty;
    space.exact[space.applicable] = 0;
    if (least_applicable <= 0)
      for (const auto& [place, dim] : dims.applicable) space.exact[dim] = 1;
    space.sums_are_strict = sum + least >= 0 && least_applicable > 0 && (model_.publish().may_exceed_100 || sum + most <= least_applicable);
  }

  WhatIfRow what_if_row_;
  const Scores& scores_;
  const Model& model_;
  std::span<const Criterion> nodes_;
  Asked asked_;
  ActionValues values_;
  FactorMaker make_;
  const std::vector<Band>* bands_ = nullptr;
  std::vector<NodeSums> sums_{};                       // by criterion
  std::vector<Tally> inside_{};                        // likewise: before it is folded
  std::vector<std::uint8_t> applies_{};                // likewise
  std::vector<std::uint8_t> is_folded_{}, is_open_{};  // by node
  std::vector<std::vector<Watch>> watched_{};          // by node
  std::set<std::size_t> moved_{};                      // dimensions that anything moves
};
}
}
