#pragma once
#include <algorithm>
#include <chiso/core/build.hpp>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What plans are searched with. A number that an action may move (a sum of quanta, a verdict) is a *dimension*: it is held as the
/// difference to the row as it is, turned so that more is better.
namespace planning {
using Values = std::vector<std::int64_t>;

/// Sets of actions as unions of smaller ones. 0 is the empty set.
class SetArena {
 public:
  static constexpr std::uint32_t is_action = ~std::uint32_t{0};
  SetArena() : nodes_{{0, 0}} {}
  CHISO_INLINE std::uint32_t of_action(std::uint32_t action) { return add(is_action, action); }
  CHISO_INLINE std::uint32_t united(std::uint32_t a, std::uint32_t b) { return a == 0 ? b : b == 0 ? a : add(a, b); }
  /// The actions of a set, ascending.
  CHISO_INLINE std::vector<std::uint32_t> actions(std::uint32_t a, std::uint32_t b = 0) const {
    std::vector<std::uint32_t> out, open{a, b};
    while (!open.empty()) {
      const auto at = open.back();
      open.pop_back();
      if (at == 0) continue;
      if (nodes_[at].first == is_action) {
        out.push_back(nodes_[at].second);
        continue;
      }
      open.push_back(nodes_[at].first);
      open.push_back(nodes_[at].second);
    }
    std::sort(out.begin(), out.end());
    return out;
  }
  CHISO_INLINE std::size_t size() const { return nodes_.size(); }
  CHISO_INLINE void shrink_to(std::size_t size) { nodes_.resize(size); }

 private:
  CHISO_INLINE std::uint32_t add(std::uint32_t a, std::uint32_t b) {
    nodes_.emplace_back(a, b);
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> nodes_;
};

/// A set of actions with what all orders of plans ask of it; it is the union of two sets of the arena.
struct SetState {
  std::int64_t cost = 0;
  std::uint32_t count = 0;
  std::uint32_t left = 0, right = 0;
};
/// Sets of actions on the same variables, and their values in the dimensions `dims`, ascending, one set after the other.
struct SetList {
  std::vector<std::size_t> dims{};
  std::vector<SetState> states{};
  Values values{};
  CHISO_INLINE std::span<const std::int64_t> of(std::size_t state) const {
    return std::span(values).subspan(state * dims.size(), dims.size());
  }
};

/// What sets are compared for.
enum class Aim : std::uint8_t {
  plan,      ///< The least cost, then the fewest actions, that reach a target.
  frontier,  ///< The highest index of each cost.
  index,     ///< The highest index, whatever it costs: sets without costs and numbers.
};
/// How the values of sets in a dimension are compared.
enum class DimKind : std::uint8_t {
  more,   ///< More is as good, or better.
  exact,  ///< Only what is equal is as good.
  bits,   ///< Having more bits is as good, or better; unions have the bits of both.
};

/// Leaves out of lists the sets in whose place another one is always as good.
class Dominance {
 public:
  /// By dimension its kind. Where the sums of the root are all that a list has beside bits, and `strict` is true, more of it is a higher
  /// index whatever the rest is.
  CHISO_INLINE Dominance(SetArena& arena, const std::vector<DimKind>& kinds, Aim aim) : arena_(arena), kinds_(kinds), aim_(aim) {}

  /// Of sets that are alike to all orders the one stays whose ids come first. After it, each set is one of the arena.
  CHISO_INLINE void prune(SetList& list, bool strict) {
    if (list.states.size() > 1) {
      order_.resize(list.states.size());
      std::iota(order_.begin(), order_.end(), std::uint32_t{0});
      if (list.dims.empty())
        prune_without_values(list);
      else if (strict && list.dims.size() == 1)
        prune_sums(list);
      else if (strict && list.dims.size() == 2)
        prune_sums_and_bits(list);
      else
        prune_values(list);
      keep(list);
    }
    for (auto& state : list.states) {
      state.left = arena_.united(state.left, state.right);
      state.right = 0;
    }
  }
  CHISO_INLINE bool ids_before(const SetState& a, const SetState& b) const {
    return arena_.actions(a.left, a.right) < arena_.actions(b.left, b.right);
  }

 private:
  CHISO_INLINE void keep(SetList& list) {
    const auto width = list.dims.size();
    SetList out{.dims = list.dims};
    out.states.reserve(kept_.size());
    out.values.reserve(kept_.size() * width);
    for (const auto at : kept_) {
      out.states.push_back(list.states[at]);
      const auto values = list.of(at);
      out.values.insert(out.values.end(), values.begin(), values.end());
    }
    list = std::move(out);
  }
  CHISO_INLINE void prune_without_values(const SetList& list) {
    auto best = order_[0];
    for (const auto at : order_)
      if (is_before(list.states[at], list.states[best])) best = at;
    kept_.assign(1, best);
  }
  CHISO_INLINE bool is_before(const SetState& a, const SetState& b) const {
    if (a.cost != b.cost) return a.cost < b.cost;
    if (a.count != b.count) return a.count < b.count;
    return aim_ != Aim::index && ids_before(a, b);
  }
  CHISO_INLINE void prune_sums(const SetList& list) {
    const auto& states = list.states;
    const auto& sums = list.values;
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      if (states[a].cost != states[b].cost) return states[a].cost < states[b].cost;
      if (aim_ == Aim::plan && states[a].count != states[b].count) return states[a].count < states[b].count;
      if (sums[a] != sums[b]) return sums[a] > sums[b];
      return states[a].count != states[b].count ? states[a].count < states[b].count : a < b;
    });
    kept_.clear();
    for (const auto at : order_) {
      if (kept_.empty() || sums[at] > sums[kept_.back()]) {
        kept_.push_back(at);
        continue;
      }
      const auto& best = states[kept_.back()];
      if (aim_ != Aim::index && sums[at] == sums[kept_.back()] && states[at].cost == best.cost && states[at].count == best.count &&
          ids_before(states[at], best))
        kept_.back() = at;
    }
  }

  /// As prune_sums, of lists that have a dimension of bits too: for each bits that occur the best set so far is known.
  CHISO_INLINE void prune_sums_and_bits(const SetList& list) {
    struct Best {
      std::int64_t bits, sum;
      std::size_t place;  // among the kept
    };
    const auto& states = list.states;
    sort_keys(order_, states, [&](std::uint32_t at) { return list.values[2 * std::size_t{at}]; });
    std::vector<Best> best;
    kept_.clear();
    for (const auto& key : keys_) {
      const auto bits = list.values[2 * std::size_t{key.at} + 1];
      bool is_dropped = false;
      Best* own = nullptr;
      for (auto& one : best) {
        if (one.bits == bits) own = &one;
        if (one.sum < key.first || !has_bits(one.bits, bits)) continue;
        const auto& other = states[kept_[one.place]];
        const bool by_ids = one.sum == key.first && other.cost == key.cost && other.count == key.count && ids_before(states[key.at], other);
        if (by_ids && one.bits != bits) continue;
        if (by_ids) kept_[one.place] = key.at;
        is_dropped = true;
        break;
      }
      if (is_dropped) continue;
      if (own == nullptr) own = &best.emplace_back();
      *own = {bits, key.first, kept_.size()};
      kept_.push_back(key.at);
    }
  }
  /// Sorts places by cost, number, and a value of which more comes first.
  template <class First>
  void sort_keys(const std::vector<std::uint32_t>& places, const std::vector<SetState>& states, const First& first) {
    keys_.resize(places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
      keys_[i] = {0, states[places[i]].cost, first(places[i]), states[places[i]].count, places[i]};
    std::sort(keys_.begin(), keys_.end(), [](const SortKey& a, const SortKey& b) { return is_before(a, b); });
  }

  struct Hash {
    std::size_t operator()(const Values& values) const {
      std::uint64_t hash = 0x9E3779B97F4A7C15U;
      for (const auto value : values) hash = (hash ^ static_cast<std::uint64_t>(value)) * 0xBF58476D1CE4E5B9U, hash ^= hash >> 29;
      return static_cast<std::size_t>(hash);
    }
  };
  /// What is compared other than for equality: of which more is better, then bits.
  struct Compared {
    std::vector<std::size_t> dims{};  // places in a list
    std::size_t more = 0;             // how many of them are no bits
    CHISO_INLINE bool has_first() const { return more > 0; }
    /// How many of the values beside the first are no bits.
    CHISO_INLINE std::size_t more_others() const { return more > 0 ? more - 1 : 0; }
  };
  /// What sets are sorted by where several values are compared.
  struct SortKey {
    std::uint64_t hash;
    std::int64_t cost, first;
    std::uint32_t count, at;
  };
  CHISO_INLINE static bool is_before(const SortKey& a, const SortKey& b) {
    if (a.cost != b.cost) return a.cost < b.cost;
    if (a.count != b.count) return a.count < b.count;
    return a.first != b.first ? a.first > b.first : a.at < b.at;
  }
  CHISO_INLINE static bool has_bits(std::int64_t all, std::int64_t of) { return (of & ~all) == 0; }
  /// The greatest first value of sets whose other values are `others`.
  struct Stair {
    Values others;
    std::int64_t most;
  };
  /// Sets that are alike in what is compared for equality.
  struct Bucket {
    std::vector<Stair> stairs{};                            // of less cost, or of as much and fewer actions
    std::unordered_map<Values, std::size_t, Hash> place{};  // of a stair, by its others
    std::vector<std::uint32_t> level{};                     // kept sets of the cost and number in turn
  };
  // To look further costs more than it saves; what stays in vain is only more to look at.
  static constexpr std::size_t most_compared = 96;

  CHISO_INLINE void prune_values(const SetList& list) {
    const auto width = list.dims.size();
    std::vector<std::size_t> equal;
    Compared better;
    for (const auto kind : {DimKind::more, DimKind::bits}) {
      for (std::size_t i = 0; i < width; ++i)
        if (kinds_[list.dims[i]] == kind) better.dims.push_back(i);
      if (kind == DimKind::more) better.more = better.dims.size();
    }
    for (std::size_t i = 0; i < width; ++i)
      if (kinds_[list.dims[i]] == DimKind::exact) equal.push_back(i);
    const auto& states = list.states;
    const auto first = [&](std::uint32_t at) { return better.has_first() ? list.values[at * width + better.dims[0]] : 0; };
    // What is alike in all that is compared for equality stands together: by a hash, and where hashes are alike by the values. Places
    // with what they are sorted by stand side by side, since there are millions of them.
    keys_.resize(states.size());
    for (std::uint32_t at = 0; at < states.size(); ++at) {
      std::uint64_t hash = 0;
      for (const auto i : equal) {
        hash = (hash ^ static_cast<std::uint64_t>(list.values[at * width + i])) * 0xBF58476D1CE4E5B9U;
        hash ^= hash >> 29;
      }
      keys_[at] = {hash, states[at].cost, first(at), states[at].count, at};
    }
    const auto compare_keys = [&](std::uint32_t a, std::uint32_t b) {
      for (const auto i : equal) {
        const auto one = list.values[a * width + i], other = list.values[b * width + i];
        if (one != other) return one < other ? -1 : 1;
      }
      return 0;
    };
    std::sort(keys_.begin(), keys_.end(),
              [](const SortKey& a, const SortKey& b) { return a.hash != b.hash ? a.hash < b.hash : is_before(a, b); });
    for (std::size_t begin = 0, end = 0; begin < keys_.size(); begin = end) {
      bool are_alike = true;
      for (end = begin + 1; end < keys_.size() && keys_[end].hash == keys_[begin].hash; ++end)
        are_alike = are_alike && compare_keys(keys_[begin].at, keys_[end].at) == 0;
      if (are_alike) continue;
      const auto at = [&](std::size_t place) { return keys_.begin() + static_cast<std::ptrdiff_t>(place); };
      std::sort(at(begin), at(end), [&](const SortKey& a, const SortKey& b) {
        const auto keys = compare_keys(a.at, b.at);
        return keys != 0 ? keys < 0 : is_before(a, b);
      });
    }
    for (std::size_t i = 0; i < keys_.size(); ++i) order_[i] = keys_[i].at;
    kept_.clear();
    std::vector<std::uint8_t> dropped(states.size(), 0);
    Values others;
    const auto others_of = [&](std::uint32_t at) -> const Values& {
      others.clear();
      for (std::size_t i = better.has_first() ? 1 : 0; i < better.dims.size(); ++i)
        others.push_back(list.values[at * width + better.dims[i]]);
      return others;
    };
    const auto covers = [&](std::uint32_t a, std::uint32_t b) {
      for (std::size_t i = 0; i < better.dims.size(); ++i) {
        const auto one = list.values[a * width + better.dims[i]], other = list.values[b * width + better.dims[i]];
        if (i < better.more ? one < other : !has_bits(one, other)) return false;
      }
      return true;
    };
    const auto add_stair = [&](Bucket& bucket, std::uint32_t at) {
      const auto [place, is_new] = bucket.place.try_emplace(others_of(at), bucket.stairs.size());
      if (is_new)
        bucket.stairs.push_back({others, first(at)});
      else
        bucket.stairs[place->second].most = (std::max)(bucket.stairs[place->second].most, first(at));
    };
    for (std::size_t begin = 0, end = 0; begin < order_.size(); begin = end) {
      for (end = begin + 1; end < order_.size() && keys_[begin].hash == keys_[end].hash && compare_keys(order_[begin], order_[end]) == 0;)
        ++end;
      if (end - begin == 1) {
        kept_.push_back(order_[begin]);
        continue;
      }
      Bucket bucket;
      for (std::size_t from = begin, to = begin; from < end; from = to) {
        const auto &cost = states[order_[from]].cost, count = std::int64_t{states[order_[from]].count};
        for (to = from; to < end && states[order_[to]].cost == cost && states[order_[to]].count == count; ++to) {
          const auto at = order_[to];
          if (!bucket.stairs.empty() && is_below(bucket, first(at), others_of(at), better.more_others())) continue;
          if (aim_ == Aim::index) {
            kept_.push_back(at);
            add_stair(bucket, at);
            continue;
          }
          bool is_dropped = false;
          const auto compared = (std::min)(bucket.level.size(), most_compared);
          for (std::size_t i = 0; i < compared && !is_dropped; ++i) {
            const auto other = bucket.level[bucket.level.size() - 1 - i];
            if (dropped[other] != 0) continue;
            const bool less = covers(other, at), more = covers(at, other);
            if (!less && !more) continue;
            const bool ids = ids_before(states[at], states[other]);
            if (less && !ids) is_dropped = true;
            if (more && ids) dropped[other] = 1;
          }
          if (is_dropped) continue;
          bucket.level.push_back(at);
          kept_.push_back(at);
        }
        if (to < end)
          for (const auto at : bucket.level) add_stair(bucket, at);
        bucket.level.clear();
      }
    }
    std::erase_if(kept_, [&](std::uint32_t at) { return dropped[at] != 0; });
    sort_keys(kept_, states, first);
    for (std::size_t i = 0; i < kept_.size(); ++i) kept_[i] = keys_[i].at;
  }
  CHISO_INLINE static bool is_below(const Bucket& bucket, std::int64_t first, const Values& own, std::size_t more) {
    if (const auto same = bucket.place.find(own); same != bucket.place.end() && bucket.stairs[same->second].most >= first) return true;
    const auto compared = (std::min)(bucket.stairs.size(), most_compared);
    for (std::size_t i = 0; i < compared; ++i) {
      const auto& stair = bucket.stairs[i];
      if (stair.most < first) continue;
      bool is_above = true;
      for (std::size_t d = 0; d < own.size() && is_above; ++d)
        is_above = d < more ? stair.others[d] >= own[d] : has_bits(stair.others[d], own[d]);
      if (is_above) return true;
    }
    return false;
  }

  SetArena& arena_;
  const std::vector<DimKind>& kinds_;
  Aim aim_;
  std::vector<std::uint32_t> order_{}, kept_{};
  std::vector<SortKey> keys_{};
};
}
}
