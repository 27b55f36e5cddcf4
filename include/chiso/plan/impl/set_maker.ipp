#pragma once
#include <chiso/core/error.hpp>
#include <chiso/plan/impl/plan_links.ipp>
#include <chiso/plan/plan_problems.hpp>
#include <iterator>
#include <optional>

namespace chiso::inline CHISO_BUILD {
namespace planning {
constexpr std::size_t most_sets = std::size_t{1} << 22;

/// Makes the lists of sets of a space: those of variables, one variable after the other, those of groups, and unions of lists. Beyond the
/// dimensions of the space stand the values of measures, which are compared for equality, then bits: a bit for each set that was told,
/// which is there where a set lacks something of that one.
class SetMaker {
 public:
  using Set = std::vector<std::uint32_t>;

  CHISO_INLINE SetMaker(const PlanSpace& space, const PlanLinks& links, const std::vector<std::uint8_t>& exact)
      : space_(space), links_(links), lacking_(space.variables.size()) {
    for (const auto is_exact : exact) kinds_.push_back(is_exact != 0 ? DimKind::exact : DimKind::more);
    kinds_.resize(exact.size() + space.values.size(), DimKind::exact);
  }
  /// Has the sets made from now on say whether they lack something of another one.
  CHISO_INLINE void tell_apart(const Set& told) {
    if (told_ % bits == 0) kinds_.push_back(DimKind::bits);
    for (std::size_t v = 0; v < lacking_.size(); ++v)
      for (const auto action : space_.variables[v].actions)
        if (std::binary_search(told.begin(), told.end(), action)) lacking_[v].push_back({action, told_});
    ++told_;
  }
  /// Whether any action of a cluster is of a set that was told.
  CHISO_INLINE bool is_told_of(std::size_t cluster) const {
    const auto& variables = links_.variables_of(cluster);
    return std::any_of(variables.begin(), variables.end(), [&](std::size_t variable) { return !lacking_[variable].empty(); });
  }
  /// Whether a set lacks something of each set that was told: by its values in all dimensions.
  CHISO_INLINE bool is_new(const Values& values) const {
    for (std::size_t i = 0; i < told_; ++i)
      if ((values[first_bits() + i / bits] >> (i % bits) & 1) == 0) return false;
    return true;
  }
  /// By dimension, those beyond the space too.
  CHISO_INLINE const std::vector<DimKind>& kinds() const { return kinds_; }
  CHISO_INLINE SetArena& arena() { return arena_; }

  /// The empty set alone.
  CHISO_INLINE static SetList nothing_done() { return {.dims = {}, .states = {{}}, .values = {}}; }
  /// Whether the sum of the row is all that a list has, and a higher one is always a higher index.
  CHISO_INLINE bool is_strict(const SetList& list) const { return list.dims.size() == 1 && is_strict_beside_bits(list); }
  CHISO_INLINE static std::size_t place_of(const SetList& list, std::size_t dim) {
    const auto at = std::lower_bound(list.dims.begin(), list.dims.end(), dim);
    return at != list.dims.end() && *at == dim ? static_cast<std::size_t>(at - list.dims.begin()) : list.dims.size();
  }
  /// The values of a set in all dimensions.
  CHISO_INLINE Values values_of(const SetList& list, std::size_t at) const {
    Values out(kinds_.size(), 0);
    const auto values = list.of(at);
    for (std::size_t i = 0; i < values.size(); ++i) out[list.dims[i]] = values[i];
    return out;
  }
  CHISO_INLINE Found found(const SetList& list, std::size_t at) const {
    return {list.states[at].cost, arena_.actions(list.states[at].left, list.states[at].right), values_of(list, at)};
  }

  /// The sets of a cluster, its groups folded.
  CHISO_INLINE SetList of_cluster(std::size_t cluster) {
    std::vector<SetList> lists;
    for (const auto part : links_.parts_of(cluster)) lists.push_back(of_part(part));
    const auto has = [&](const SetList& list, const Fold& fold) {
      return std::any_of(fold.from.begin(), fold.from.end(), [&](std::size_t dim) { return place_of(list, dim) != list.dims.size(); });
    };
    for (const auto& fold : space_.folds) {
      std::optional<SetList> sum;
      std::vector<SetList> rest;
      std::vector<SetList> inside;
      for (auto& list : lists) (has(list, fold) ? inside : rest).push_back(std::move(list));
      std::sort(inside.begin(), inside.end(), [](const SetList& a, const SetList& b) { return a.states.size() < b.states.size(); });
      for (auto& list : inside) sum = sum ? united(*sum, list) : std::move(list);
      lists = std::move(rest);
      if (sum) lists.push_back(folded(*sum, fold));
    }
    SetList sum = nothing_done();
    for (const auto& list : lists) sum = united(sum, list);
    return sum;
  }
  /// A list without what does not matter where sets are compared for their index alone.
  CHISO_INLINE SetList whatever_it_costs(SetList list) {
    for (auto& state : list.states) state = {.cost = 0, .count = 0, .left = state.left, .right = state.right};
    prune(list, Aim::index);
    return list;
  }

  CHISO_INLINE SetList united(const SetList& a, const SetList& b, Aim aim = Aim::plan) {
    return united(a, b, aim, [](const SetState&, std::size_t, std::size_t) { return true; });
  }
  /// The unions of a set of one list with one of the other, of which `keeps` is true: it is asked with the union, and the places of both.
  template <class Keeps>
  SetList united(const SetList& a, const SetList& b, Aim aim, const Keeps& keeps) {
    SetList out;
    std::set_union(a.dims.begin(), a.dims.end(), b.dims.begin(), b.dims.end(), std::back_inserter(out.dims));
    const auto width = out.dims.size();
    std::vector<std::size_t> from_a(a.dims.size()), from_b(b.dims.size());
    for (std::size_t i = 0; i < from_a.size(); ++i) from_a[i] = place_of(out, a.dims[i]);
    for (std::size_t i = 0; i < from_b.size(); ++i) from_b[i] = place_of(out, b.dims[i]);
    std::size_t sums = 0;  // how many dimensions of b are no bits, which stand last
    while (sums < b.dims.size() && kinds_[b.dims[sums]] != DimKind::bits) ++sums;
    for (std::size_t j = 0; j < b.states.size(); ++j) {
      const auto values_b = b.of(j);
      for (std::size_t i = 0; i < a.states.size(); ++i) {
        const SetState state{.cost = a.states[i].cost + b.states[j].cost,
                             .count = a.states[i].count + b.states[j].count,
                             .left = a.states[i].left,
                             .right = b.states[j].left};
        if (!keeps(state, i, j)) continue;
        out.states.push_back(state);
        const auto base = out.values.size();
        out.values.resize(base + width, 0);
        auto* into = out.values.data() + base;
        const auto values_a = a.of(i);
        for (std::size_t d = 0; d < from_a.size(); ++d) into[from_a[d]] = values_a[d];
        for (std::size_t d = 0; d < sums; ++d) into[from_b[d]] += values_b[d];
        for (std::size_t d = sums; d < from_b.size(); ++d) into[from_b[d]] |= values_b[d];
      }
      if (out.states.size() > 2 * most_sets) prune_in_between(out, aim);
    }
    prune(out, aim);
    return out;
  }
  /// The frontier of two lists that have nothing but sums, both in the order of cost: shifted copies of one are merged, and nothing is
  /// sorted.
  CHISO_INLINE SetList merged(const SetList& a, const SetList& b) {
    struct Entry {
      SetState state;
      std::int64_t sum;
    };
    const Dominance order(arena_, kinds_, Aim::frontier);
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
    check_size(all.size());
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

 private:
  static constexpr std::size_t bits = 62;  // in a value
  CHISO_INLINE bool is_strict_beside_bits(const SetList& list) const {
    return space_.sums_are_strict && !list.dims.empty() && list.dims[0] == space_.sum && kinds_[space_.sum] == DimKind::more &&
           std::all_of(list.dims.begin() + 1, list.dims.end(), [&](std::size_t dim) { return kinds_[dim] == DimKind::bits; });
  }
  CHISO_INLINE std::size_t dim_of(std::size_t measure) const { return space_.exact.size() + measure; }
  CHISO_INLINE std::size_t first_bits() const { return space_.exact.size() + space_.values.size(); }

  CHISO_INLINE static void check_size(std::size_t sets) {
    if (sets > most_sets) throw Error(problem_at({}, Severity::error, problems::plan_too_many_sets, {static_cast<std::int64_t>(sets)}));
  }
  CHISO_INLINE void prune(SetList& list, Aim aim) {
    prune_in_between(list, aim);
    trim(list);
  }
  /// As prune, but no dimension is taken out.
  CHISO_INLINE void prune_in_between(SetList& list, Aim aim) {
    Dominance(arena_, kinds_, aim).prune(list, is_strict_beside_bits(list));
    check_size(list.states.size());
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
    prune(out, Aim::plan);
    return out;
  }

  // ---- one part: variable after variable
  CHISO_INLINE SetList of_part(std::size_t part) {
    SetList list = nothing_done();
    std::set<std::size_t> done, open, used;
    for (const auto variable : links_.order_of(part)) {
      done.insert(variable);
      open.insert(links_.set_by(variable).begin(), links_.set_by(variable).end());
      const auto is_done = [&](std::size_t one) { return done.contains(one); };
      std::vector<std::size_t> complete;  // factors whose measures nothing else may set now
      for (const auto f : links_.factors_of(variable)) {
        const auto& of = space_.factors[f].variables;
        if (std::all_of(of.begin(), of.end(), is_done) && used.insert(f).second) complete.push_back(f);
      }
      const auto is_closed = [&](std::size_t measure) {
        const auto& readers = links_.readers_of(measure);
        return std::all_of(readers.begin(), readers.end(), [&](std::size_t f) { return used.contains(f); }) &&
               std::all_of(space_.setters[measure].begin(), space_.setters[measure].end(), is_done);
      };
      std::set<std::size_t> dims(list.dims.begin(), list.dims.end());
      for (const auto f : complete) dims.insert(space_.factors[f].dims.begin(), space_.factors[f].dims.end());
      for (const auto measure : open)
        if (is_closed(measure))
          dims.erase(dim_of(measure));
        else
          dims.insert(dim_of(measure));
      for (const auto& [action, told] : lacking_[variable]) dims.insert(first_bits() + told / bits);
      list = with_variable(list, variable, complete, {dims.begin(), dims.end()});
      std::erase_if(open, is_closed);
    }
    return list;
  }
  CHISO_INLINE SetList with_variable(const SetList& list, std::size_t variable, const std::vector<std::size_t>& complete,
                                     std::vector<std::size_t> dims) {
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
      if (list.dims[i] >= space_.exact.size() && list.dims[i] < first_bits()) looked_at.push_back(static_cast<std::uint32_t>(i));
    std::vector<std::pair<std::size_t, std::int64_t>> bits_of_choice;  // places, and the bits that are lacking
    for (std::uint32_t choice = 0; choice <= actions.size(); ++choice) {
      const auto action = choice == 0 ? 0 : arena_.of_action(actions[choice - 1]);
      const std::span<const PlanSpace::Setting> settings =
          choice == 0 ? std::span<const PlanSpace::Setting>() : std::span(space_.settings[actions[choice - 1]]);
      bits_of_choice.clear();
      for (const auto& [lacked, told] : lacking_[variable])
        if (choice == 0 || actions[choice - 1] != lacked)
          bits_of_choice.emplace_back(place_of(out, first_bits() + told / bits), std::int64_t{1} << (told % bits));
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
          const auto row = part.factor->row_of(space_.key_of(*part.factor, now));
          for (std::size_t i = 0; i < part.into.size(); ++i) into[part.into[i]] += part.factor->table[row * part.into.size() + i];
        }
        for (const auto& [place, bit] : bits_of_choice) into[place] |= bit;
        for (const auto& one : settings) now[one.measure] = 0;
      }
      for (const auto i : looked_at) now[list.dims[i] - space_.exact.size()] = 0;
      if (out.states.size() > 2 * most_sets) prune_in_between(out, Aim::plan);
    }
    prune(out, Aim::plan);
    return out;
  }

  const PlanSpace& space_;
  const PlanLinks& links_;
  SetArena arena_{};
  std::vector<DimKind> kinds_{};
  /// An action of a set that was told, and the place of that set.
  struct Lacked {
    std::uint32_t action;
    std::size_t told;
  };
  std::vector<std::vector<Lacked>> lacking_{};  // by variable
  std::size_t told_ = 0;
};
}
}
