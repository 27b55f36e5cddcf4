#pragma once
#include <chiso/core/error.hpp>
#include <chiso/core/points.hpp>
#include <chiso/core/progress.hpp>
#include <chiso/core/ratio.hpp>
#include <chiso/plan/impl/plan_sets.ipp>
#include <chiso/plan/plan_problems.hpp>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>

namespace chiso::inline CHISO_BUILD {
namespace planning {
/// Actions of which at most one is taken: choice 0 is none of them, choice i the one at i - 1.
struct Variable {
  std::vector<std::uint32_t> actions{};
};
/// What some measures together move some dimensions by. A value of a measure is 0 as it is on the row, else one that actions set.
struct Factor {
  std::vector<std::size_t> measures{};   // places in PlanSpace::values
  std::vector<std::size_t> variables{};  // that set any of them
  std::vector<std::size_t> dims{};
  std::vector<std::uint64_t> keys{};  // the combinations of values that may stand together (key_of), ascending: the rows of the table
  Values table{};                     // by row, then by dimension
};
/// What becomes of the dimensions of a group, or of a side of the adjustments, once all that moves them is known.
struct Fold {
  std::vector<std::size_t> from{}, to{};
  std::function<void(std::span<const std::int64_t> from, std::span<std::int64_t> to)> run{};
};
/// What there is to choose, and what it does.
struct PlanSpace {
  /// What an action makes of a measure.
  struct Setting {
    std::size_t measure;  // a place in `values`
    std::uint32_t value;  // from 1 on
  };
  std::vector<std::int64_t> costs{};                // by action, in their common unit
  std::vector<std::vector<Setting>> settings{};     // by action
  std::vector<std::uint32_t> values{};              // by measure that is set: how many values it is set to
  std::vector<std::vector<std::size_t>> setters{};  // by measure: the variables that set it, ascending
  std::vector<Variable> variables{};
  std::vector<Factor> factors{};
  std::vector<Fold> folds{};            // what is inside another comes first
  std::vector<std::uint8_t> exact{};    // by dimension: more is not better
  std::size_t sum = 0, applicable = 1;  // the dimensions of the root: achieved + bonus - penalty, and what is applicable, negated
  bool sums_are_strict = false;         // a higher sum is always a higher index
};
/// Whether a target is reached, given the differences of all dimensions to the row as it is.
struct Goal {
  std::function<bool(const Values&)> reached{};
  /// The order of the indices that they make; a greater one is better.
  std::function<std::strong_ordering(const Values&, const Values&)> compare{};
};
/// A set, as orders look at it.
struct Found {
  std::int64_t cost = 0;
  std::vector<std::uint32_t> actions{};  // ascending, which is the order of their ids
  Values values{};
};

constexpr std::size_t most_sets = std::size_t{1} << 22;

class PlanSearch {
 public:
  CHISO_INLINE PlanSearch(const PlanSpace& space, Goal goal, Aim aim, const ProgressCallback& progress)
      : space_(space), goal_(std::move(goal)), aim_(aim), progress_(progress) {
    // Beyond the dimensions stand the values of measures, which are compared for equality.
    exact_ = space.exact;
    exact_.resize(space.exact.size() + space.values.size(), 1);
    find_clusters();
  }

  /// The best set that reaches the goal, has all of some actions and none of others; empty if there is none.
  CHISO_INLINE std::optional<Found> best(const std::set<std::uint32_t>& with = {}, const std::set<std::uint32_t>& without = {}) {
    const auto mark = arena_.size();
    std::vector<SetList> own(clusters_.size());
    std::vector<const SetList*> lists;
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
      const bool is_asked = std::any_of(clusters_[i].begin(), clusters_[i].end(), [&](std::size_t variable) {
        const auto& actions = space_.variables[variable].actions;
        return std::any_of(actions.begin(), actions.end(),
                           [&](std::uint32_t action) { return with.contains(action) || without.contains(action); });
      });
      if (is_asked) own[i] = cluster_list(i, with, without);
      lists.push_back(is_asked ? &own[i] : &free_list(i));
    }
    auto out = best_of(lists);
    if (kept_in_arena_ <= mark) arena_.shrink_to(mark);
    kept_in_arena_ = 0;
    return out;
  }
  /// All sets that another one does not make needless, cheapest first.
  CHISO_INLINE std::vector<Found> all() {
    std::vector<const SetList*> lists;
    for (std::size_t i = 0; i < clusters_.size(); ++i) lists.push_back(&free_list(i));
    sort_by_size(lists);
    SetList sum = nothing_done();
    for (std::size_t i = 0; i < lists.size(); ++i) {
      tell(i, lists.size());
      if (aim_ == Aim::frontier && is_strict(sum) && is_strict(*lists[i]))
        sum = merged(sum, *lists[i]);
      else
        sum = united(sum, *lists[i], [](const SetState&, const SetList&, std::size_t, const SetList&, std::size_t) { return true; });
    }
    tell(lists.size(), lists.size());
    std::vector<Found> out;
    for (std::size_t at = 0; at < sum.states.size(); ++at) out.push_back(found(sum, at));
    return out;
  }

 private:
  CHISO_INLINE static SetList nothing_done() { return {.dims = {}, .states = {{}}, .values = {}}; }
  void tell(std::size_t done, std::size_t total) const {
    if (progress_ && total > 0) progress_({done, total});
  }
  bool is_strict(const SetList& list) const {
    return space_.sums_are_strict && list.dims.size() == 1 && list.dims[0] == space_.sum && exact_[space_.sum] == 0;
  }
  CHISO_INLINE void prune(SetList& list) {
    Dominance(arena_, exact_, aim_).prune(list, is_strict(list));
    if (list.states.size() > most_sets)
      throw Error(problem_at({}, Severity::error, problems::plan_too_many_sets, {static_cast<std::int64_t>(list.states.size())}));
    trim(list);
  }
  /// Takes out dimensions in which no set differs from the row as it is.
  CHISO_INLINE static void trim(SetList& list) {
    std::vector<std::size_t> used;
    const auto width = list.dims.size();
    for (std::size_t i = 0; i < width; ++i) {
      bool any = false;
      for (std::size_t at = i; at < list.values.size() && !any; at += width) any = list.values[at] != 0;
      if (any) used.push_back(i);
    }
    if (used.size() == width) return;
    SetList out{.dims = {}, .states = std::move(list.states), .values = {}};
    for (const auto i : used) out.dims.push_back(list.dims[i]);
    out.values.reserve(out.states.size() * used.size());
    for (std::size_t at = 0; at < out.states.size(); ++at)
      for (const auto i : used) out.values.push_back(list.values[at * width + i]);
    list = std::move(out);
  }

  // ---- what is linked
  CHISO_INLINE void find_clusters() {
    const auto count = space_.variables.size();
    std::vector<std::size_t> root(count);
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto find = [&](std::size_t at) {
      while (root[at] != at) at = root[at] = root[root[at]];
      return at;
    };
    const auto link = [&](std::size_t a, std::size_t b) { root[find(a)] = find(b); };
    factors_of_.resize(count);
    readers_.resize(space_.values.size());
    for (std::size_t f = 0; f < space_.factors.size(); ++f) {
      const auto& factor = space_.factors[f];
      for (const auto variable : factor.variables) {
        factors_of_[variable].push_back(f);
        link(variable, factor.variables[0]);
      }
      for (const auto measure : factor.measures) readers_[measure].push_back(f);
    }
    set_by_.resize(count);
    for (std::size_t measure = 0; measure < space_.values.size(); ++measure)
      for (const auto variable : space_.setters[measure]) {
        set_by_[variable].push_back(measure);
        link(variable, space_.setters[measure][0]);
      }
    // Each part is searched by itself; parts that move one group are joined where the group is folded.
    component_of_.resize(count);
    std::map<std::size_t, std::size_t> place;
    for (std::size_t v = 0; v < count; ++v) {
      const auto at = place.try_emplace(find(v), components_.size()).first->second;
      if (at == components_.size()) components_.emplace_back();
      components_[at].push_back(v);
      component_of_[v] = at;
    }
    std::vector<std::set<std::size_t>> dims_of(components_.size());
    for (const auto& factor : space_.factors) dims_of[component_of_[factor.variables[0]]].insert(factor.dims.begin(), factor.dims.end());
    std::vector<std::size_t> join(components_.size());
    std::iota(join.begin(), join.end(), std::size_t{0});
    const auto joined = [&](std::size_t at) {
      while (join[at] != at) at = join[at] = join[join[at]];
      return at;
    };
    for (const auto& fold : space_.folds) {
      std::size_t first = components_.size();
      for (std::size_t c = 0; c < components_.size(); ++c) {
        if (std::none_of(fold.from.begin(), fold.from.end(), [&](std::size_t dim) { return dims_of[c].contains(dim); })) continue;
        dims_of[c].insert(fold.to.begin(), fold.to.end());
        if (first == components_.size())
          first = c;
        else
          join[joined(c)] = joined(first);
      }
    }
    place.clear();
    for (std::size_t c = 0; c < components_.size(); ++c) {
      const auto at = place.try_emplace(joined(c), clusters_.size()).first->second;
      if (at == clusters_.size()) {
        clusters_.emplace_back();
        components_of_.emplace_back();
      }
      components_of_[at].push_back(c);
      clusters_[at].insert(clusters_[at].end(), components_[c].begin(), components_[c].end());
    }
    free_.resize(clusters_.size());
  }
  CHISO_INLINE const SetList& free_list(std::size_t cluster) {
    if (!free_[cluster]) {
      free_[cluster] = cluster_list(cluster, {}, {});
      kept_in_arena_ = arena_.size();
    }
    return *free_[cluster];
  }
  CHISO_INLINE SetList cluster_list(std::size_t cluster, const std::set<std::uint32_t>& with, const std::set<std::uint32_t>& without) {
    std::vector<SetList> lists;
    for (const auto component : components_of_[cluster]) lists.push_back(component_list(component, with, without));
    const auto has = [&](const SetList& list, const Fold& fold) {
      return std::any_of(fold.from.begin(), fold.from.end(), [&](std::size_t dim) { return place_of(list, dim) != list.dims.size(); });
    };
    const auto everything = [](const SetState&, const SetList&, std::size_t, const SetList&, std::size_t) { return true; };
    for (const auto& fold : space_.folds) {
      std::optional<SetList> sum;
      std::vector<SetList> rest;
      std::vector<SetList> inside;
      for (auto& list : lists) (has(list, fold) ? inside : rest).push_back(std::move(list));
      std::sort(inside.begin(), inside.end(), [](const SetList& a, const SetList& b) { return a.states.size() < b.states.size(); });
      for (auto& list : inside) sum = sum ? united(*sum, list, everything) : std::move(list);
      lists = std::move(rest);
      if (sum) lists.push_back(folded(*sum, fold));
    }
    SetList sum = nothing_done();
    for (const auto& list : lists) sum = united(sum, list, everything);
    return sum;
  }
  CHISO_INLINE static std::size_t place_of(const SetList& list, std::size_t dim) {
    const auto at = std::lower_bound(list.dims.begin(), list.dims.end(), dim);
    return at != list.dims.end() && *at == dim ? static_cast<std::size_t>(at - list.dims.begin()) : list.dims.size();
  }
  CHISO_INLINE SetList folded(const SetList& list, const Fold& fold) {
    SetList out;
    std::set<std::size_t> dims(list.dims.begin(), list.dims.end());
    for (const auto dim : fold.from) dims.erase(dim);
    dims.insert(fold.to.begin(), fold.to.end());
    out.dims.assign(dims.begin(), dims.end());
    Values from(fold.from.size()), to(fold.to.size());
    std::vector<std::size_t> moved(list.dims.size()), from_at(fold.from.size()), to_at(fold.to.size());
    for (std::size_t i = 0; i < list.dims.size(); ++i) moved[i] = place_of(out, list.dims[i]);
    for (std::size_t i = 0; i < from.size(); ++i) from_at[i] = place_of(list, fold.from[i]);
    for (std::size_t i = 0; i < to.size(); ++i) to_at[i] = place_of(out, fold.to[i]);
    out.states = list.states;
    out.values.assign(out.states.size() * out.dims.size(), 0);
    for (std::size_t at = 0; at < list.states.size(); ++at) {
      const auto values = list.of(at);
      auto* into = out.values.data() + at * out.dims.size();
      for (std::size_t i = 0; i < values.size(); ++i)
        if (moved[i] != out.dims.size()) into[moved[i]] += values[i];
      for (std::size_t i = 0; i < from.size(); ++i) from[i] = from_at[i] == list.dims.size() ? 0 : values[from_at[i]];
      fold.run(from, to);
      for (std::size_t i = 0; i < to.size(); ++i) into[to_at[i]] += to[i];
    }
    prune(out);
    return out;
  }

  // ---- one part: variable after variable
  CHISO_INLINE bool is_allowed(std::size_t variable, std::uint32_t choice, const std::set<std::uint32_t>& with,
                               const std::set<std::uint32_t>& without) const {
    const auto& actions = space_.variables[variable].actions;
    for (const auto action : actions)
      if (with.contains(action) && (choice == 0 || actions[choice - 1] != action)) return false;
    return choice == 0 || !without.contains(actions[choice - 1]);
  }
  std::size_t dim_of(std::size_t measure) const { return space_.exact.size() + measure; }
  /// The order in which few values have to be remembered at once: next is what adds the least to them.
  CHISO_INLINE std::vector<std::size_t> order_of(const std::vector<std::size_t>& variables) const {
    std::vector<std::size_t> out, left = variables;
    std::set<std::size_t> done, open;
    const auto is_closed = [&](std::size_t measure, std::size_t next) {
      const auto is_done = [&](std::size_t one) { return one == next || done.contains(one); };
      const auto all_done = [&](const std::vector<std::size_t>& list) { return std::all_of(list.begin(), list.end(), is_done); };
      return all_done(space_.setters[measure]) && std::all_of(readers_[measure].begin(), readers_[measure].end(),
                                                              [&](std::size_t f) { return all_done(space_.factors[f].variables); });
    };
    while (!left.empty()) {
      std::size_t best = 0;
      double least = 0;
      for (std::size_t i = 0; i < left.size(); ++i) {
        double size = 0;
        const auto add = [&](std::size_t measure) {
          if (!is_closed(measure, left[i])) size += std::log2(1.0 + space_.values[measure]);
        };
        for (const auto measure : open) add(measure);
        for (const auto measure : set_by_[left[i]])
          if (!open.contains(measure)) add(measure);
        if (i == 0 || size < least) best = i, least = size;
      }
      const auto next = left[best];
      left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
      out.push_back(next);
      open.insert(set_by_[next].begin(), set_by_[next].end());
      std::erase_if(open, [&](std::size_t measure) { return is_closed(measure, next); });
      done.insert(next);
    }
    return out;
  }
  CHISO_INLINE SetList component_list(std::size_t component, const std::set<std::uint32_t>& with, const std::set<std::uint32_t>& without) {
    if (orders_.size() < components_.size()) orders_.resize(components_.size());
    auto& order = orders_[component];
    if (order.empty()) order = order_of(components_[component]);
    SetList list = nothing_done();
    std::set<std::size_t> done, open;
    std::set<std::size_t> used;
    for (const auto variable : order) {
      done.insert(variable);
      open.insert(set_by_[variable].begin(), set_by_[variable].end());
      const auto is_done = [&](std::size_t one) { return done.contains(one); };
      std::vector<std::size_t> complete;  // factors whose measures nothing else may set now
      for (const auto f : factors_of_[variable]) {
        const auto& of = space_.factors[f].variables;
        if (std::all_of(of.begin(), of.end(), is_done) && used.insert(f).second) complete.push_back(f);
      }
      const auto is_closed = [&](std::size_t measure) {
        return std::all_of(readers_[measure].begin(), readers_[measure].end(), [&](std::size_t f) { return used.contains(f); }) &&
               std::all_of(space_.setters[measure].begin(), space_.setters[measure].end(), is_done);
      };
      std::set<std::size_t> dims(list.dims.begin(), list.dims.end());
      for (const auto f : complete) dims.insert(space_.factors[f].dims.begin(), space_.factors[f].dims.end());
      for (const auto measure : open)
        if (is_closed(measure))
          dims.erase(dim_of(measure));
        else
          dims.insert(dim_of(measure));
      list = with_variable(list, variable, complete, {dims.begin(), dims.end()}, with, without);
      std::erase_if(open, is_closed);
    }
    return list;
  }
  CHISO_INLINE SetList with_variable(const SetList& list, std::size_t variable, const std::vector<std::size_t>& complete,
                                     std::vector<std::size_t> dims, const std::set<std::uint32_t>& with,
                                     const std::set<std::uint32_t>& without) {
    SetList out{.dims = std::move(dims)};
    const auto& actions = space_.variables[variable].actions;
    std::vector<std::size_t> moved(list.dims.size());
    for (std::size_t i = 0; i < moved.size(); ++i) moved[i] = place_of(out, list.dims[i]);
    struct Part {
      const Factor* factor;
      std::vector<std::size_t> into;
    };
    std::vector<Part> parts;
    for (const auto f : complete) {
      Part part{&space_.factors[f], {}};
      for (const auto dim : part.factor->dims) part.into.push_back(place_of(out, dim));
      parts.push_back(std::move(part));
    }
    const auto width = out.dims.size();
    std::vector<std::uint32_t> now(space_.values.size(), 0);  // of the measures that are looked at
    std::vector<std::uint32_t> looked_at;
    for (std::size_t i = 0; i < list.dims.size(); ++i)
      if (list.dims[i] >= space_.exact.size()) looked_at.push_back(static_cast<std::uint32_t>(i));
    for (std::uint32_t choice = 0; choice <= actions.size(); ++choice) {
      if (!is_allowed(variable, choice, with, without)) continue;
      const auto action = choice == 0 ? 0 : arena_.of_action(actions[choice - 1]);
      const std::span<const PlanSpace::Setting> settings =
          choice == 0 ? std::span<const PlanSpace::Setting>() : std::span(space_.settings[actions[choice - 1]]);
      for (std::size_t at = 0; at < list.states.size(); ++at) {
        const auto values = list.of(at);
        for (const auto i : looked_at) now[list.dims[i] - space_.exact.size()] = static_cast<std::uint32_t>(values[i]);
        // Two actions that set one measure to different values exclude each other.
        const bool excludes = std::any_of(settings.begin(), settings.end(), [&](const PlanSpace::Setting& one) {
          return now[one.measure] != 0 && now[one.measure] != one.value;
        });
        if (excludes) continue;
        for (const auto& one : settings) now[one.measure] = one.value;
        auto state = list.states[at];
        state.right = action;
        if (choice != 0) {
          state.cost += space_.costs[actions[choice - 1]];
          ++state.count;
        }
        out.states.push_back(state);
        const auto base = out.values.size();
        out.values.resize(base + width, 0);
        auto* into = out.values.data() + base;
        for (std::size_t i = 0; i < values.size(); ++i)
          if (moved[i] != width) into[moved[i]] = values[i];
        for (const auto& one : settings)
          if (const auto place = place_of(out, dim_of(one.measure)); place != width) into[place] = one.value;
        for (const auto& part : parts) {
          const auto row = row_of(*part.factor, key_of(*part.factor, now));
          for (std::size_t i = 0; i < part.into.size(); ++i) into[part.into[i]] += part.factor->table[row * part.into.size() + i];
        }
        for (const auto& one : settings) now[one.measure] = 0;
      }
      for (const auto i : looked_at) now[list.dims[i] - space_.exact.size()] = 0;
      if (out.states.size() > 2 * most_sets) prune_in_between(out);
    }
    prune(out);
    return out;
  }
  CHISO_INLINE std::uint64_t key_of(const Factor& factor, const std::vector<std::uint32_t>& values) const {
    std::uint64_t out = 0;
    for (const auto measure : factor.measures) out = out * (space_.values[measure] + 1) + values[measure];
    return out;
  }
  CHISO_INLINE static std::size_t row_of(const Factor& factor, std::uint64_t key) {
    if (factor.keys.back() + 1 == factor.keys.size()) return static_cast<std::size_t>(key);  // all combinations can be
    return static_cast<std::size_t>(std::lower_bound(factor.keys.begin(), factor.keys.end(), key) - factor.keys.begin());
  }
  /// As prune, but no dimension is taken out.
  CHISO_INLINE void prune_in_between(SetList& list) {
    Dominance(arena_, exact_, aim_).prune(list, is_strict(list));
    if (list.states.size() > most_sets)
      throw Error(problem_at({}, Severity::error, problems::plan_too_many_sets, {static_cast<std::int64_t>(list.states.size())}));
  }

  // ---- all parts together
  /// The unions of a set of one list with one of the other, of which `keeps` is true.
  template <class Keeps>
  SetList united(const SetList& a, const SetList& b, const Keeps& keeps) {
    SetList out;
    std::set_union(a.dims.begin(), a.dims.end(), b.dims.begin(), b.dims.end(), std::back_inserter(out.dims));
    const auto width = out.dims.size();
    std::vector<std::size_t> from_a(a.dims.size()), from_b(b.dims.size());
    for (std::size_t i = 0; i < from_a.size(); ++i) from_a[i] = place_of(out, a.dims[i]);
    for (std::size_t i = 0; i < from_b.size(); ++i) from_b[i] = place_of(out, b.dims[i]);
    for (std::size_t j = 0; j < b.states.size(); ++j) {
      const auto values_b = b.of(j);
      for (std::size_t i = 0; i < a.states.size(); ++i) {
        const SetState state{.cost = a.states[i].cost + b.states[j].cost,
                             .count = a.states[i].count + b.states[j].count,
                             .left = a.states[i].left,
                             .right = b.states[j].left};
        if (!keeps(state, a, i, b, j)) continue;
        out.states.push_back(state);
        const auto base = out.values.size();
        out.values.resize(base + width, 0);
        auto* into = out.values.data() + base;
        const auto values_a = a.of(i);
        for (std::size_t d = 0; d < from_a.size(); ++d) into[from_a[d]] += values_a[d];
        for (std::size_t d = 0; d < from_b.size(); ++d) into[from_b[d]] += values_b[d];
      }
      if (out.states.size() > 2 * most_sets) prune_in_between(out);
    }
    prune(out);
    return out;
  }
  /// The frontier of two lists that have nothing but sums, both in the order of cost: shifted copies of one are merged, and nothing is
  /// sorted.
  CHISO_INLINE SetList merged(const SetList& a, const SetList& b) {
    struct Entry {
      SetState state;
      std::int64_t sum;
    };
    const Dominance order(arena_, exact_, aim_);
    const auto is_before = [&](const Entry& x, const Entry& y) {
      if (x.state.cost != y.state.cost) return x.state.cost < y.state.cost;
      if (x.sum != y.sum) return x.sum > y.sum;
      return x.state.count != y.state.count ? x.state.count < y.state.count : order.ids_before(x.state, y.state);
    };
    std::vector<Entry> all, both;
    for (std::size_t j = 0; j < b.states.size(); ++j) {
      both.clear();
      both.reserve(all.size() + a.states.size());
      const auto shifted = [&](std::size_t i) {
        const auto &one = a.states[i], &other = b.states[j];
        return Entry{{one.cost + other.cost, one.count + other.count, one.left, other.left}, a.values[i] + b.values[j]};
      };
      const auto add = [&](const Entry& entry) {
        if (both.empty() || entry.sum > both.back().sum) both.push_back(entry);
      };
      std::size_t i = 0, k = 0;
      while (i < a.states.size() || k < all.size()) {
        if (i < a.states.size() && (k == all.size() || is_before(shifted(i), all[k])))
          add(shifted(i++));
        else
          add(all[k++]);
      }
      all.swap(both);
    }
    if (all.size() > most_sets)
      throw Error(problem_at({}, Severity::error, problems::plan_too_many_sets, {static_cast<std::int64_t>(all.size())}));
    SetList out{.dims = a.dims};
    out.states.reserve(all.size());
    out.values.reserve(all.size());
    for (auto& [state, sum] : all) {
      state.left = arena_.united(state.left, state.right);
      state.right = 0;
      out.states.push_back(state);
      out.values.push_back(sum);
    }
    return out;
  }
  CHISO_INLINE static void sort_by_size(std::vector<const SetList*>& lists) {
    std::stable_sort(lists.begin(), lists.end(), [](const SetList* a, const SetList* b) { return a->states.size() < b->states.size(); });
  }
  CHISO_INLINE Values values_of(const SetList& list, std::size_t at) const {
    Values out(space_.exact.size(), 0);
    const auto values = list.of(at);
    for (std::size_t i = 0; i < values.size(); ++i) out[list.dims[i]] = values[i];
    return out;
  }
  CHISO_INLINE Found found(const SetList& list, std::size_t at) const {
    return {list.states[at].cost, arena_.actions(list.states[at].left, list.states[at].right), values_of(list, at)};
  }

  /// Of the parts from one on: how little it costs to gain so much, at least, if parts of actions could be taken.
  struct Suffix {
    std::int64_t cost = 0, gain = 0;                            // of the cheapest sets
    std::vector<std::pair<std::int64_t, std::int64_t>> sums{};  // cost and gain of the best further steps, summed up
    /// Empty: so much cannot be gained.
    CHISO_INLINE std::optional<std::int64_t> least(std::int64_t need) const {
      need -= gain;
      if (need <= 0) return cost;
      const auto at =
          std::lower_bound(sums.begin(), sums.end(), need, [](const auto& sum, std::int64_t value) { return sum.second < value; });
      if (at == sums.end()) return {};
      const auto before = at == sums.begin() ? std::pair<std::int64_t, std::int64_t>{0, 0} : *std::prev(at);
      const auto part = int128{need - before.second} * (at->first - before.first);
      const int128 whole = at->second - before.second;
      return cost + before.first + static_cast<std::int64_t>((part + whole - 1) / whole);
    }
  };
  struct Step {
    std::int64_t cost, gain;
  };
  /// The corners of the upper hull of what a list gains at which cost: from its cheapest set on, less and less for the same.
  CHISO_INLINE std::vector<Step> hull(const SetList& list, std::int64_t& cost, std::int64_t& gain) const {
    const auto at = place_of(list, space_.sum);
    std::vector<Step> points, corners;
    for (std::size_t i = 0; i < list.states.size(); ++i)
      points.push_back({list.states[i].cost, at == list.dims.size() ? 0 : list.of(i)[at]});
    std::sort(points.begin(), points.end(),
              [](const Step& a, const Step& b) { return a.cost != b.cost ? a.cost < b.cost : a.gain > b.gain; });
    for (const auto& point : points) {
      if (!corners.empty() && point.gain <= corners.back().gain) continue;
      while (corners.size() > 1) {
        const auto &a = corners[corners.size() - 2], &b = corners.back();
        if (int128{b.gain - a.gain} * (point.cost - b.cost) > int128{point.gain - b.gain} * (b.cost - a.cost)) break;
        corners.pop_back();
      }
      corners.push_back(point);
    }
    cost = corners[0].cost;
    gain = corners[0].gain;
    std::vector<Step> steps;
    for (std::size_t i = 1; i < corners.size(); ++i)
      steps.push_back({corners[i].cost - corners[i - 1].cost, corners[i].gain - corners[i - 1].gain});
    return steps;
  }
  CHISO_INLINE std::optional<Found> best_of(std::vector<const SetList*> lists) {
    for (const auto* list : lists)
      if (list->states.empty()) return {};
    sort_by_size(lists);
    const auto count = lists.size();
    // The most that the lists from one on may still add in each dimension.
    std::vector<Values> most(count + 1, Values(space_.exact.size(), 0));
    bool can_bound = true;
    std::int64_t all_cost = 0;
    for (std::size_t i = count; i-- > 0;) {
      most[i] = most[i + 1];
      const auto& list = *lists[i];
      for (std::size_t d = 0; d < list.dims.size(); ++d) {
        if (exact_[list.dims[d]] != 0) can_bound = false;
        auto greatest = list.values[d];
        for (std::size_t at = d; at < list.values.size(); at += list.dims.size()) greatest = (std::max)(greatest, list.values[at]);
        most[i][list.dims[d]] += greatest;
      }
      all_cost += std::max_element(list.states.begin(), list.states.end(), [](const SetState& a, const SetState& b) {
                    return a.cost < b.cost;
                  })->cost;
    }
    if (!can_bound) return best_without_bounds(lists);
    if (!goal_.reached(most[0])) return {};
    // The least sum that may do, the other dimensions at their best.
    std::int64_t below = -(std::int64_t{1} << 60), need = most[0][space_.sum];
    auto at_best = most[0];
    while (need - below > 1) {
      const auto middle = below + (need - below) / 2;
      at_best[space_.sum] = middle;
      (goal_.reached(at_best) ? need : below) = middle;
    }
    std::vector<Suffix> suffixes(count + 1);
    std::vector<Step> steps;
    std::int64_t widest = 1;
    for (std::size_t i = count; i-- > 0;) {
      auto& suffix = suffixes[i];
      std::int64_t cost = 0, gain = 0;
      for (const auto& step : hull(*lists[i], cost, gain)) {
        steps.push_back(step);
        widest = (std::max)(widest, step.cost);
      }
      suffix.cost = suffixes[i + 1].cost + cost;
      suffix.gain = suffixes[i + 1].gain + gain;
      std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return int128{a.gain} * b.cost > int128{b.gain} * a.cost; });
      suffix.sums.reserve(steps.size());
      std::pair<std::int64_t, std::int64_t> sum{0, 0};
      for (const auto& step : steps) suffix.sums.push_back(sum = {sum.first + step.cost, sum.second + step.gain});
    }
    const auto least = suffixes[0].least(need);
    if (!least) return {};
    // A first limit of the cost; a wider one while nothing is found within it.
    for (std::int64_t room = widest / 1024 + 1;; room *= 4) {
      const auto limit = (std::min)(all_cost, *least + room);
      if (auto out = best_within(lists, most, suffixes, need, limit)) return out;
      if (limit == all_cost) return {};
    }
  }
  CHISO_INLINE std::optional<Found> best_within(const std::vector<const SetList*>& lists, const std::vector<Values>& most,
                                                const std::vector<Suffix>& suffixes, std::int64_t need, std::int64_t limit) {
    SetList sum = nothing_done();
    for (std::size_t i = 0; i < lists.size(); ++i) {
      tell(i, lists.size());
      const auto& next = *lists[i];
      const auto at_next = place_of(next, space_.sum);
      const auto at_sum = place_of(sum, space_.sum);
      Values total = most[i + 1];
      const auto other_dims = [&] {
        const auto is_other = [&](std::size_t dim) { return dim != space_.sum; };
        return std::any_of(sum.dims.begin(), sum.dims.end(), is_other) || std::any_of(next.dims.begin(), next.dims.end(), is_other);
      }();
      sum = united(sum, next, [&](const SetState& state, const SetList& a, std::size_t in_a, const SetList& b, std::size_t in_b) {
        const auto gained = (at_sum == a.dims.size() ? 0 : a.of(in_a)[at_sum]) + (at_next == b.dims.size() ? 0 : b.of(in_b)[at_next]);
        const auto rest = suffixes[i + 1].least(need - gained);
        if (!rest || state.cost + *rest > limit) return false;
        if (!other_dims) return true;
        const auto add = [&](const SetList& list, std::size_t at, std::int64_t sign) {
          const auto values = list.of(at);
          for (std::size_t d = 0; d < values.size(); ++d) total[list.dims[d]] += sign * values[d];
        };
        add(a, in_a, 1);
        add(b, in_b, 1);
        const bool may_reach = goal_.reached(total);
        add(a, in_a, -1);
        add(b, in_b, -1);
        return may_reach;
      });
      if (sum.states.empty()) return {};
    }
    tell(lists.size(), lists.size());
    return best_reached(sum);
  }
  CHISO_INLINE std::optional<Found> best_without_bounds(const std::vector<const SetList*>& lists) {
    SetList sum = nothing_done();
    for (std::size_t i = 0; i < lists.size(); ++i) {
      tell(i, lists.size());
      sum = united(sum, *lists[i], [](const SetState&, const SetList&, std::size_t, const SetList&, std::size_t) { return true; });
    }
    tell(lists.size(), lists.size());
    return best_reached(sum);
  }
  CHISO_INLINE std::optional<Found> best_reached(const SetList& list) {
    std::vector<std::size_t> order(list.states.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t at) { return std::pair(list.states[at].cost, list.states[at].count); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    std::optional<Found> best;
    std::optional<std::pair<std::int64_t, std::uint32_t>> best_key;
    for (const auto at : order) {
      if (best_key && key(at) != *best_key) break;
      if (!goal_.reached(values_of(list, at))) continue;
      auto one = found(list, at);
      if (best) {
        const auto index = goal_.compare(one.values, best->values);
        if (index < 0 || (index == 0 && best->actions < one.actions)) continue;
      }
      best_key = key(at);
      best = std::move(one);
    }
    return best;
  }

  const PlanSpace& space_;
  Goal goal_;
  Aim aim_;
  const ProgressCallback& progress_;
  SetArena arena_{};
  std::vector<std::uint8_t> exact_{};
  std::vector<std::vector<std::size_t>> factors_of_{};     // by variable
  std::vector<std::vector<std::size_t>> set_by_{};         // by variable: the measures that its actions set
  std::vector<std::vector<std::size_t>> readers_{};        // by measure: the factors that read it
  std::vector<std::size_t> component_of_{};                // by variable
  std::vector<std::vector<std::size_t>> components_{};     // variables that factors and conflicts link
  std::vector<std::vector<std::size_t>> components_of_{};  // by cluster
  std::vector<std::vector<std::size_t>> clusters_{};       // variables of components that groups link
  std::vector<std::optional<SetList>> free_{};             // by cluster, without conditions
  std::vector<std::vector<std::size_t>> orders_{};         // by component
  std::size_t kept_in_arena_ = 0;
};

/// Whether one set of actions, ascending, is in another.
CHISO_INLINE bool is_within(const std::vector<std::uint32_t>& small_one, const std::vector<std::uint32_t>& in) {
  return std::includes(in.begin(), in.end(), small_one.begin(), small_one.end());
}
/// The best sets that reach the goal and of which no part does, best first. What is not looked through yet is held as spaces: sets that
/// have some actions and lack some others. Where the best set of a space is told, or has one that is told in it, the space is divided so
/// that no set has all actions of that one. So what is next in order has no part that reaches the goal: that would have been told before.
CHISO_INLINE std::vector<Found> best_plans(PlanSearch& search, const Goal& goal, std::size_t most) {
  struct Space {
    Found best;
    std::set<std::uint32_t> with, without;
  };
  const auto is_before = [&](const Found& a, const Found& b) {
    if (a.cost != b.cost) return a.cost < b.cost;
    if (a.actions.size() != b.actions.size()) return a.actions.size() < b.actions.size();
    const auto index = goal.compare(a.values, b.values);
    return index != 0 ? index > 0 : a.actions < b.actions;
  };
  std::vector<Space> open;
  std::vector<Found> out;
  const auto look_into = [&](std::set<std::uint32_t> with, std::set<std::uint32_t> without) {
    if (auto best = search.best(with, without)) open.push_back({*std::move(best), std::move(with), std::move(without)});
  };
  look_into({}, {});
  while (!open.empty() && out.size() < most) {
    const auto next = std::min_element(open.begin(), open.end(), [&](const Space& a, const Space& b) { return is_before(a.best, b.best); });
    auto space = std::move(*next);
    open.erase(next);
    auto told = std::find_if(out.begin(), out.end(), [&](const Found& plan) { return is_within(plan.actions, space.best.actions); });
    if (told == out.end()) {
      out.push_back(space.best);
      told = std::prev(out.end());
      if (out.size() == most) break;
    }
    const auto actions = told->actions;
    auto with = space.with;
    for (const auto action : actions) {
      if (with.contains(action)) continue;
      auto without = space.without;
      without.insert(action);
      look_into(with, std::move(without));
      with.insert(action);
    }
  }
  return out;
}
}
}
