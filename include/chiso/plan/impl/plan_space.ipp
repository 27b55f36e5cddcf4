#pragma once
#include <chiso/plan/impl/plan_search.ipp>
#include <chiso/plan/plan.hpp>
#include <chiso/plan/what_if_row.hpp>
#include <chiso/score/grouping.hpp>
#include <chiso/score/index_limit.hpp>

namespace chiso::inline CHISO_BUILD {
namespace planning {
/// An action as it is looked at: its cells, checked.
struct ReadAction {
  std::vector<ChangedCell> cells{};
  std::int64_t cost = 0;
};
/// What is asked of a row beside its index.
struct Asked {
  bool complete = false;              ///< Whether it is complete.
  std::optional<std::size_t> band{};  ///< The place of a class in the list of its block: what vetoes and bands say of it.
  bool quota = false;                 ///< Whether a quota is on that class: a better one then is not as good as that one.
};
/// The dimensions of a space by what they are of.
struct Dims {
  std::map<std::size_t, std::size_t> achieved{}, applicable{};  // by group, or Criterion::none for the root
  std::optional<std::size_t> bonus{}, penalty{}, lacking{}, known{}, asked{};
  std::map<std::size_t, std::size_t> below{}, when{}, requirement{};  // by veto, and by band of the block
};
/// What the row is before any action.
struct BaseRow {
  std::map<std::size_t, Tally> sums{};  // by group: what its children make, before it is folded; of none: the row
  std::int64_t bonus = 0, penalty = 0;  // before their caps
  std::int64_t lacking = 0;             // leaves that make it incomplete
  Coverage coverage{};
  std::map<std::size_t, std::int64_t> below{}, when{}, requirement{};
};

/// Makes of actions on a row what is searched.
class SpaceBuilder {
 public:
  CHISO_INLINE SpaceBuilder(const WhatIf& what_if, std::size_t row, const std::vector<Action>& actions, const std::vector<ReadAction>& read,
                            Asked asked)
      : what_if_row_(what_if, row),
        scores_(what_if.ranked().scores()),
        model_(scores_.model()),
        nodes_(model_.nodes()),
        actions_(actions),
        read_(read),
        asked_(asked) {
    const auto& classes = model_.classes();
    if (asked_.band) bands_ = &classes->of_block(scores_.evidence().block(row));
    find_variables();
    find_relevant_vetoes();
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
  // ---- variables
  CHISO_INLINE bool exclude(std::size_t a, std::size_t b) const {
    if (actions_[a].group && actions_[a].group == actions_[b].group) return true;
    for (const auto& one : read_[a].cells)
      for (const auto& other : read_[b].cells)
        if (one.place == other.place && !(one == other)) return true;
    return false;
  }
  CHISO_INLINE void find_variables() {
    const auto count = actions_.size();
    std::map<std::string_view, std::size_t> of_group;
    std::map<std::size_t, std::vector<std::size_t>> by_measure;  // variables without a group, by what their actions set
    variable_of_.resize(count);
    for (std::size_t a = 0; a < count; ++a) {
      std::size_t variable = space.variables.size();
      if (actions_[a].group) {
        variable = of_group.try_emplace(*actions_[a].group, variable).first->second;
      } else {
        for (const auto& cell : read_[a].cells)
          for (const auto one : by_measure[cell.place]) {
            const auto& others = space.variables[one].actions;
            if (std::all_of(others.begin(), others.end(), [&](std::uint32_t other) { return exclude(a, other); })) variable = one;
          }
        for (const auto& cell : read_[a].cells) {
          auto& list = by_measure[cell.place];
          if (std::find(list.begin(), list.end(), variable) == list.end()) list.push_back(variable);
        }
      }
      if (variable == space.variables.size()) space.variables.emplace_back();
      space.variables[variable].actions.push_back(static_cast<std::uint32_t>(a));
      variable_of_[a] = variable;
      space.costs.push_back(read_[a].cost);
    }
    const auto& measures = scores_.resolved().batch().measures;
    effective_.resize(count);
    setters_.resize(model_.measures().size());
    place_of_.assign(model_.measures().size(), none);
    space.settings.resize(count);
    for (std::size_t a = 0; a < count; ++a)
      for (const auto& cell : read_[a].cells) {
        const auto state = measures[cell.place].state(what_if_row_.row());
        if (state == cell.state && (state != State::value || measures[cell.place].values[what_if_row_.row()] == cell.value)) continue;
        effective_[a].push_back(cell);
        setters_[cell.place].push_back(a);
      }
    for (std::size_t a = 0; a < count; ++a)
      for (const auto& cell : read_[a].cells) {
        auto& place = place_of_[cell.place];
        if (place == none) {
          place = values_.size();
          values_.emplace_back();
          space.setters.emplace_back();
        }
        auto& values = values_[place];
        const auto known = std::find(values.begin(), values.end(), cell);
        space.settings[a].push_back({place, static_cast<std::uint32_t>(known - values.begin()) + 1});
        if (known == values.end()) values.push_back(cell);
        auto& variables = space.setters[place];
        if (std::find(variables.begin(), variables.end(), variable_of_[a]) == variables.end()) variables.push_back(variable_of_[a]);
      }
    for (const auto& values : values_) space.values.push_back(static_cast<std::uint32_t>(values.size()));
  }

  // ---- factors
  CHISO_INLINE std::size_t dim(bool is_exact = false) {
    space.exact.push_back(is_exact ? 1 : 0);
    return space.exact.size() - 1;
  }
  template <class Map>
  std::size_t dim(Map& of, std::size_t key, bool is_exact = false) {
    const auto at = of.find(key);
    return at != of.end() ? at->second : of.emplace(key, dim(is_exact)).first->second;
  }
  CHISO_INLINE std::size_t dim(std::optional<std::size_t>& of) {
    if (!of) of = dim();
    return *of;
  }
  using Moves = std::map<std::size_t, std::int64_t>;  // by dimension
  /// Adds what is read from some measures of the row: `look` gives the values of its dimensions as the row is overlaid.
  template <class Look>
  void add_factor(std::string_view name, const std::vector<std::size_t>& measures, const Look& look) {
    Factor factor;
    std::set<std::size_t> touched;
    for (const auto measure : measures) {
      if (setters_[measure].empty()) continue;
      factor.measures.push_back(place_of_[measure]);
      touched.insert(space.setters[place_of_[measure]].begin(), space.setters[place_of_[measure]].end());
    }
    if (touched.empty()) return;
    factor.variables.assign(touched.begin(), touched.end());
    uint128 keys = 1;
    for (const auto measure : factor.measures) {
      keys *= space.values[measure] + 1;
      if (keys > uint128{1} << 63) refuse(name, touched, measures);
    }
    // Which values of these measures can stand together: variable after variable, each combination once. A combination is its key.
    std::vector<std::uint64_t> weights(factor.measures.size(), 1);
    for (auto i = weights.size(); i-- > 1;) weights[i - 1] = weights[i] * (space.values[factor.measures[i]] + 1);
    const auto value_in = [&](std::uint64_t combination, std::size_t i) {
      return static_cast<std::uint32_t>(combination / weights[i] % (space.values[factor.measures[i]] + 1));
    };
    auto& together = factor.keys;
    together.assign(1, 0);
    for (const auto variable : factor.variables) {
      const auto before = together.size();
      for (const auto action : space.variables[variable].actions) {
        std::vector<std::pair<std::size_t, std::uint32_t>> sets;
        for (const auto& setting : space.settings[action]) {
          const auto at = std::find(factor.measures.begin(), factor.measures.end(), setting.measure);
          if (at != factor.measures.end()) sets.emplace_back(static_cast<std::size_t>(at - factor.measures.begin()), setting.value);
        }
        if (sets.empty()) continue;
        for (std::size_t one = 0; one < before; ++one) {
          auto combination = together[one];
          bool excludes = false;
          for (const auto& [at, value] : sets) {
            const auto now = value_in(combination, at);
            excludes = excludes || (now != 0 && now != value);
            if (now == 0) combination += value * weights[at];
          }
          if (!excludes) together.push_back(combination);
        }
      }
      std::sort(together.begin(), together.end());
      together.erase(std::unique(together.begin(), together.end()), together.end());
      if (together.size() > most_combinations) refuse(name, touched, measures);
    }
    what_if_row_.set({});
    auto base_moves = look();
    std::vector<std::pair<std::size_t, std::int64_t>> moved;  // dimensions of all rows, one row after the other, and the differences
    std::vector<std::size_t> ends;
    std::set<std::size_t> used;
    std::vector<ChangedCell> list;
    for (const auto combination : together) {
      list.clear();
      for (std::size_t i = 0; i < factor.measures.size(); ++i)
        if (const auto value = value_in(combination, i); value != 0) list.push_back(values_[factor.measures[i]][value - 1]);
      what_if_row_.set(list);
      const auto now = look();
      // What is not told of is 0.
      for (const auto& [dim, value] : now)
        if (const auto known = base_moves.find(dim); value != (known == base_moves.end() ? 0 : known->second))
          moved.emplace_back(dim, value - (known == base_moves.end() ? 0 : known->second));
      for (const auto& [dim, value] : base_moves)
        if (value != 0 && !now.contains(dim)) moved.emplace_back(dim, -value);
      for (auto i = ends.empty() ? 0 : ends.back(); i < moved.size(); ++i) used.insert(moved[i].first);
      ends.push_back(moved.size());
    }
    what_if_row_.set({});
    if (used.empty()) return;
    factor.dims.assign(used.begin(), used.end());
    factor.table.assign(together.size() * factor.dims.size(), 0);
    for (std::size_t row = 0, i = 0; row < ends.size(); ++row)
      for (; i < ends[row]; ++i) {
        const auto place = std::lower_bound(factor.dims.begin(), factor.dims.end(), moved[i].first) - factor.dims.begin();
        factor.table[row * factor.dims.size() + static_cast<std::size_t>(place)] = moved[i].second;
      }
    space.factors.push_back(std::move(factor));
  }
  CHISO_INLINE void refuse
      [[noreturn]](std::string_view name, const std::set<std::size_t>& variables, const std::vector<std::size_t>& measures) const {
    std::string ids;
    uint128 combinations = 1;
    for (const auto variable : variables) {
      combinations *= space.variables[variable].actions.size() + 1;
      if (combinations > uint128{1} << 60) combinations = uint128{1} << 60;
      for (const auto a : space.variables[variable].actions) {
        const auto& cells = effective_[a];
        const bool reads = std::any_of(cells.begin(), cells.end(), [&](const ChangedCell& cell) {
          return std::binary_search(measures.begin(), measures.end(), cell.place);
        });
        if (reads) ids += (ids.empty() ? "" : ", ") + actions_[a].id;
      }
    }
    throw Error(
        problem_at({}, Severity::error, problems::plan_linked,
                   {Argument(plan_words::linked, {Argument(name), Argument(static_cast<std::int64_t>(combinations)), Argument(ids)})}));
  }

  // ---- the row
  /// The group whose sums a node is added to; none for the root. A group that only sums up stands for the one above it.
  CHISO_INLINE std::size_t summed_in(std::size_t node) const {
    for (auto at = nodes_[node].parent; at != Criterion::none; at = nodes_[at].parent)
      if (is_folded_[at] != 0) return at;
    return Criterion::none;
  }
  CHISO_INLINE void find_relevant_vetoes() {
    is_folded_.assign(nodes_.size(), 0);
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
  struct Watch {
    std::size_t veto;
    IndexLimit limit;
  };
  /// Adds to moves how many of the criteria of vetoes a node has below their limits, negated.
  CHISO_INLINE void add_below(std::size_t node, std::int64_t achieved, std::int64_t applicable, Moves& moves) {
    for (const auto& watch : watched_[node]) moves[dim(dims.below, watch.veto)] -= watch.limit.is_below(achieved, applicable) ? 1 : 0;
  }
  /// Adds to moves what a leaf, that is counted, is to the row.
  CHISO_INLINE Moves of_leaf(std::size_t node) {
    Moves moves;
    const auto points = what_if_row_.item(nodes_[node].item);
    const auto group = summed_in(node);
    moves[dim(dims.achieved, group)] += points.achieved;
    moves[applicable_dim(group)] -= points.applicable;
    add_rest(moves, points.complete ? 0 : 1, points.coverage);
    add_below(node, points.achieved, points.applicable, moves);
    return moves;
  }
  CHISO_INLINE void add_rest(Moves& moves, std::int64_t lacking, const Coverage& coverage) {
    if (!asked_.complete) return;
    moves[dim(dims.lacking)] -= lacking;
    if (!model_.draft().least_coverage) return;
    moves[dim(dims.known)] += coverage.known;
    moves[dim(dims.asked)] -= coverage.asked;
  }
  /// Less applicable is better, but where a group is raised to what is applicable, and where none may be left at all.
  CHISO_INLINE std::size_t applicable_dim(std::size_t group) {
    bool is_exact = group == Criterion::none;
    for (auto at = group; at != Criterion::none; at = nodes_[at].parent) is_exact = is_exact || nodes_[at].at_least.quanta > 0;
    return dim(dims.applicable, group, is_exact);
  }
  /// All of a group with `one_of`: its tally, how many leaves are lacking, and its coverage.
  struct Whole {
    Tally tally{};
    std::int64_t lacking = 0;
    Coverage coverage{};
    std::size_t counted = Criterion::none;  // of a group with `one_of`: the child
  };
  CHISO_INLINE Whole whole(std::size_t node, bool left_out, Moves* moves) {
    Whole out;
    const auto& criterion = nodes_[node];
    if (criterion.is_leaf()) {
      if (!left_out) {
        const auto points = what_if_row_.item(criterion.item);
        out = {{.achieved = points.achieved, .applicable = points.applicable}, points.complete ? 0 : 1, points.coverage};
      }
    } else {
      const bool one_of = criterion.grouping == Grouping::one_of;
      for (auto child = node + 1; child < criterion.end; child = nodes_[child].end) {
        const bool is_out = left_out || (one_of && (out.tally.applicable > 0 || !what_if_row_.changed().applies(child)));
        // A child that is passed over counts nothing, whatever it lacks.
        Moves of_child;
        const auto part = whole(child, is_out, moves != nullptr ? &of_child : nullptr);
        if (moves != nullptr)
          for (const auto& [dim, value] : of_child) (*moves)[dim] += value;
        if (is_out || (one_of && part.tally.applicable == 0)) continue;
        if (one_of) out.counted = child;
        out.tally.achieved += part.tally.achieved;
        out.tally.applicable += part.tally.applicable;
        out.lacking += part.lacking;
        out.coverage += part.coverage;
      }
      count_group(criterion, out.tally.achieved, out.tally.applicable);
    }
    if (moves != nullptr) add_below(node, out.tally.achieved, out.tally.applicable, *moves);
    return out;
  }
  CHISO_INLINE std::vector<std::size_t> measures_below(std::size_t node) const {
    std::set<std::size_t> out;
    for (auto at = node; at < nodes_[node].end; ++at) {
      if (nodes_[at].is_group()) continue;
      const auto read = scores_.scorer().dependencies().measures(nodes_[at].item);
      out.insert(read.begin(), read.end());
    }
    return {out.begin(), out.end()};
  }
  /// Whether the child that a group with `one_of` counts is the same whatever is done.
  CHISO_INLINE bool is_settled(std::size_t group) {
    // No action touches a condition below it, nor alone how much of a leaf is applicable; together they then do neither.
    for (auto at = group + 1; at < nodes_[group].end; ++at) {
      if (!nodes_[at].applies_when) continue;
      for (std::size_t a = 0; a < actions_.size(); ++a)
        for (const auto& cell : effective_[a])
          if (reads_condition(at, cell.place)) return false;
    }
    for (auto at = group + 1; at < nodes_[group].end; ++at) {
      if (!nodes_[at].is_leaf()) continue;
      const auto base_points = what_if_row_.item(nodes_[at].item).applicable;
      bool is_same = true;
      const auto read = scores_.scorer().dependencies().measures(nodes_[at].item);
      const auto before = space.factors.size();
      const auto own = dim();
      add_factor(nodes_[at].id, {read.begin(), read.end()}, [&] {
        const auto applicable = what_if_row_.item(nodes_[at].item).applicable;
        is_same = is_same && applicable == base_points;
        return Moves{{own, applicable}};
      });
      space.factors.resize(before);
      if (!is_same) return false;
    }
    return true;
  }
  CHISO_INLINE bool reads_condition(std::size_t node, std::size_t measure) const {
    bool reads = false;
    const auto& parameters = model_.derived().parameters;
    for (const auto& one : nodes_[node].applies_when->nodes) {
      const auto index = static_cast<std::size_t>(one.index);
      if (one.op == Op::measure) reads = reads || index == measure;
      if (one.op == Op::parameter)
        reads = reads || (parameters[index].by() == Parameter::By::choice && parameters[index].measure() == measure);
      if (one.op == Op::below) return true;
    }
    return reads;
  }
  /// Adds the factors of a criterion that counts; sums up what it is now.
  CHISO_INLINE Tally add_criterion(std::size_t node) {
    const auto& criterion = nodes_[node];
    const auto group = summed_in(node);
    if (criterion.is_leaf() || (criterion.grouping == Grouping::one_of && !is_settled(node))) {
      const auto now = whole(node, false, nullptr);
      add_to_base(node, now);
      add_factor(criterion.id, measures_below(node), [&] {
        if (nodes_[node].is_leaf()) return of_leaf(node);
        Moves moves;
        const auto made = whole(node, false, &moves);
        moves[dim(dims.achieved, group)] += made.tally.achieved;
        moves[applicable_dim(group)] -= made.tally.applicable;
        add_rest(moves, made.lacking, made.coverage);
        return moves;
      });
      return now.tally;
    }
    Tally sum;
    if (criterion.grouping == Grouping::one_of) {
      const auto now = whole(node, false, nullptr);
      for (auto child = node + 1; child < criterion.end; child = nodes_[child].end) {
        if (child == now.counted)
          sum = add_criterion(child);
        else
          leave_out(child);
      }
    } else {
      for (auto child = node + 1; child < criterion.end; child = nodes_[child].end) {
        const auto part = add_criterion(child);
        sum.achieved += part.achieved;
        sum.applicable += part.applicable;
      }
    }
    base.sums[node] = sum;
    count_group(criterion, sum.achieved, sum.applicable);
    count_below(node, sum);
    return sum;
  }
  CHISO_INLINE void count_below(std::size_t node, const Tally& sum) {
    for (const auto& watch : watched_[node]) base.below[watch.veto] += watch.limit.is_below(sum.achieved, sum.applicable) ? 1 : 0;
  }
  CHISO_INLINE void leave_out(std::size_t node) {
    for (auto at = node; at < nodes_[node].end; ++at) {
      base.sums[at] = {};
      count_below(at, {});
    }
  }
  CHISO_INLINE void add_to_base(std::size_t node, const Whole& now) {
    base.lacking += now.lacking;
    base.coverage += now.coverage;
    if (nodes_[node].is_leaf()) return count_below(node, now.tally);
    Moves moves;
    whole(node, false, &moves);
    for (const auto& [veto, dim] : dims.below)
      if (const auto at = moves.find(dim); at != moves.end()) base.below[veto] -= at->second;
  }
  CHISO_INLINE void add_row() {
    space.sum = dim(dims.achieved, Criterion::none);
    space.applicable = applicable_dim(Criterion::none);
    Tally sum;
    for (std::size_t node = 0; node < model_.criteria(); node = nodes_[node].end) {
      const auto part = add_criterion(node);
      sum.achieved += part.achieved;
      sum.applicable += part.applicable;
    }
    for (auto node = model_.criteria(); node < nodes_.size(); ++node) {
      const bool is_bonus = nodes_[node].kind == NodeKind::bonus;
      (is_bonus ? base.bonus : base.penalty) += what_if_row_.item(nodes_[node].item).achieved;
      add_factor(nodes_[node].id, measures_below(node), [&] {
        const auto points = what_if_row_.item(nodes_[node].item).achieved;
        return is_bonus ? Moves{{dim(dims.bonus), points}} : Moves{{dim(dims.penalty), -points}};
      });
    }
    base.sums[Criterion::none] = sum;
  }

  // ---- classes
  static std::int64_t verdict(const Outcome& truth, std::int64_t holds, std::int64_t passes, std::int64_t missing) {
    if (truth.state == State::missing) return missing;
    return truth.state == State::value && truth.value.sign() != 0 ? holds : passes;
  }
  CHISO_INLINE std::vector<std::size_t> measures_of(Reader::Kind kind, std::size_t place) const {
    std::vector<std::size_t> out;
    for (std::size_t measure = 0; measure < model_.measures().size(); ++measure)
      for (const auto& reader : scores_.scorer().dependencies().readers(measure))
        if (reader.kind == kind && reader.index == place && reader.source == CellSource::own_row) out.push_back(measure);
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
      add_factor("veto " + std::to_string(v + 1), measures_of(Reader::Kind::veto, v), [&] { return Moves{{dim(dims.when, v), look()}}; });
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
      add_factor(band.id, measures_of(Reader::Kind::band, first + b), [&] { return Moves{{dim(dims.requirement, b), look()}}; });
    }
  }

  // ---- folds
  CHISO_INLINE void fold_groups() {
    std::set<std::size_t> moved;
    for (const auto& factor : space.factors) moved.insert(factor.dims.begin(), factor.dims.end());
    for (auto node = model_.criteria(); node-- > 0;) {
      if (is_folded_[node] == 0) continue;
      const auto achieved = dims.achieved.find(node), applicable = dims.applicable.find(node);
      Fold fold;
      const auto take = [&](const std::map<std::size_t, std::size_t>& of, std::map<std::size_t, std::size_t>::const_iterator at) {
        if (at == of.end() || !moved.contains(at->second)) return std::size_t{2};
        fold.from.push_back(at->second);
        return fold.from.size() - 1;
      };
      const auto from_achieved = take(dims.achieved, achieved), from_applicable = take(dims.applicable, applicable);
      if (fold.from.empty()) continue;
      const auto above = summed_in(node);
      fold.to = {dim(dims.achieved, above), applicable_dim(above)};
      for (const auto& watch : watched_[node]) fold.to.push_back(dim(dims.below, watch.veto));
      const auto before = base.sums.at(node);
      fold.run = [this_node = nodes_[node], before, from_achieved, from_applicable, watched = watched_[node]](
                     std::span<const std::int64_t> from, std::span<std::int64_t> to) {
        auto old_achieved = before.achieved, old_applicable = before.applicable;
        auto achieved_now = before.achieved + (from_achieved < from.size() ? from[from_achieved] : 0);
        auto applicable_now = before.applicable - (from_applicable < from.size() ? from[from_applicable] : 0);
        count_group(this_node, old_achieved, old_applicable);
        count_group(this_node, achieved_now, applicable_now);
        to[0] = achieved_now - old_achieved;
        to[1] = old_applicable - applicable_now;
        for (std::size_t i = 0; i < watched.size(); ++i)
          to[2 + i] = (watched[i].limit.is_below(old_achieved, old_applicable) ? 1 : 0) -
                      (watched[i].limit.is_below(achieved_now, applicable_now) ? 1 : 0);
      };
      for (const auto to : fold.to) moved.insert(to);
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
  /// What is proved of the sums of all sets: how far they may go at most.
  CHISO_INLINE void finish() {
    auto& row = base.sums[Criterion::none];
    row.bonus = model_.bonus_cap() ? (std::min)(base.bonus, model_.bonus_cap()->quanta) : 0;
    row.penalty = model_.penalty_cap() ? (std::min)(base.penalty, model_.penalty_cap()->quanta) : 0;
    // Each factor at its least and most; a fold moves no more than lies between nothing and all of it.
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
    for (const auto& [group, sum] : base.sums) {
      if (group == Criterion::none || is_folded_[group] == 0) continue;
      const bool moves = std::any_of(space.folds.begin(), space.folds.end(), [&, of = group](const Fold& fold) {
        const auto at = dims.achieved.find(of), other = dims.applicable.find(of);
        return (at != dims.achieved.end() && std::find(fold.from.begin(), fold.from.end(), at->second) != fold.from.end()) ||
               (other != dims.applicable.end() && std::find(fold.from.begin(), fold.from.end(), other->second) != fold.from.end());
      });
      if (!moves) continue;
      least -= nodes_[group].points.quanta;
      most += nodes_[group].points.quanta;
      const auto moved = dims.applicable.find(group);
      const bool may_vanish =
          moved != dims.applicable.end() && std::any_of(space.factors.begin(), space.factors.end(), [&](const Factor& factor) {
            return std::find(factor.dims.begin(), factor.dims.end(), moved->second) != factor.dims.end();
          });
      if (may_vanish || nodes_[group].at_least.quanta > 0) least_applicable -= nodes_[group].points.quanta;
    }
    if (dims.bonus) most += model_.bonus_cap()->quanta, least -= model_.bonus_cap()->quanta;
    if (dims.penalty) most += model_.penalty_cap()->quanta, least -= model_.penalty_cap()->quanta;
    const auto sum = row.achieved + row.bonus - row.penalty;
    space.exact[space.applicable] = 0;
    if (least_applicable <= 0)
      for (const auto& [group, dim] : dims.applicable) space.exact[dim] = 1;
    space.sums_are_strict = sum + least >= 0 && least_applicable > 0 && (model_.publish().may_exceed_100 || sum + most <= least_applicable);
  }

  static constexpr std::size_t most_combinations = std::size_t{1} << 20;
  WhatIfRow what_if_row_;
  const Scores& scores_;
  const Model& model_;
  std::span<const Criterion> nodes_;
  const std::vector<Action>& actions_;
  const std::vector<ReadAction>& read_;
  Asked asked_;
  const std::vector<Band>* bands_ = nullptr;
  std::vector<std::size_t> variable_of_{};             // by action
  std::vector<std::vector<ChangedCell>> effective_{};  // by action: the cells that differ from the row
  std::vector<std::vector<std::size_t>> setters_{};    // by measure of the model: the actions that change it
  static constexpr std::size_t none = ~std::size_t{0};
  std::vector<std::size_t> place_of_{};             // by measure of the model: its place in PlanSpace::values, or none
  std::vector<std::vector<ChangedCell>> values_{};  // by that place: what it is set to
  std::vector<std::uint8_t> is_folded_{};           // by node
  std::vector<std::vector<Watch>> watched_{};       // by node
};
}
}
