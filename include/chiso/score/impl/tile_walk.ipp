#pragma once
#include <algorithm>
#include <chiso/expr/evaluate.hpp>
#include <chiso/score/impl/needed_nodes.ipp>
#include <chiso/score/impl/scorer_data.ipp>
#include <chiso/score/impl/shape_tile.ipp>
#include <chiso/score/impl/tile_coverage.ipp>
#include <chiso/score/impl/tile_vetoes.ipp>
#include <memory>

namespace chiso::inline CHISO_BUILD {
/// Scores a batch tile by tile. It walks the model once for each tile, and keeps sums for the root and for groups whose own sums are
/// needed. Whatever no column needs is not computed. The object holds the working space of one thread.
class TileWalk {
 public:
  CHISO_INLINE TileWalk(const Model& model, const Dependencies& dependencies, const std::vector<Effects>& effects, const VetoLimits& vetoes,
                        const Batch& batch, const ScoreColumns& into)
      : model_(model),
        dependencies_(dependencies),
        effects_(effects),
        batch_(batch),
        into_(into),
        nodes_(model.nodes()),
        coverage_(model, into),
        vetoes_(model, vetoes, into),
        needed_(model, into, coverage_, vetoes_) {
    shapes_.reserve(model.items().size());
    for (const auto item : model.items()) shapes_.push_back(needed_[item] ? bounds(nodes_[item].shape, batch, &memory_) : ShapeBounds{});
    gates_.resize(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      if (needed_[i] && nodes_[i].applies_when) gates_[i] = bounds(*nodes_[i].applies_when, batch, &memory_);
    if (coverage_.is_all_that_is_asked()) cover_what_is_known_everywhere();
  }

  /// Scores the rows [from, to).
  CHISO_INLINE void run(std::size_t from, std::size_t to) {
    for (first_ = from; first_ < to; first_ += tile_rows) {
      count_ = (std::min)(tile_rows, to - first_);
      tile();
    }
  }

 private:
  struct Sums {
    alignas(64) std::int64_t achieved[tile_rows];
    alignas(64) std::int64_t applicable[tile_rows];
    alignas(64) std::uint8_t incomplete[tile_rows];
    std::int64_t applicable_everywhere;  ///< What is still to be added to `applicable` of every row (settle).
    CHISO_INLINE void clear(std::size_t count) {
      applicable_everywhere = 0;
      std::fill_n(achieved, count, 0);
      std::fill_n(applicable, count, 0);
      std::fill_n(incomplete, count, std::uint8_t{0});
    }
  };
  /// Adds what is applicable in every row, which leaves leave as one number: most leaves are scored in all rows of a tile.
  CHISO_INLINE void settle(Sums& sums) const {
    if (sums.applicable_everywhere == 0) return;
    add_to_each(sums.applicable_everywhere, count_, sums.applicable);
    sums.applicable_everywhere = 0;
  }
  CHISO_KERNEL CHISO_INLINE static void add_to_each(std::int64_t what, std::size_t count, std::int64_t* rows) {
    each_row(count, [=](std::size_t r) { rows[r] += what; });
  }
  struct Gate {
    State state[tile_rows];
  };
  /// The rows of a tile in which nothing here counts, since a group with `one_of` above counts another child, or none.
  struct LeftOut {
    std::uint8_t row[tile_rows];
  };
  template <class T>
  static T& at_depth(std::vector<std::unique_ptr<T>>& list, std::size_t depth) {
    while (list.size() <= depth) list.push_back(std::make_unique_for_overwrite<T>());
    return *list[depth];
  }
  template <class T>
  void fill(std::span<T> column, const T* from) const {
    if (!column.empty()) std::copy_n(from, count_, column.data() + first_);
  }

  /// Coverage alone does not ask what a leaf earns: one that has a value in every row, below no condition, is the same to it in all of
  /// them.
  CHISO_INLINE void cover_what_is_known_everywhere() {
    needed_.leave_out([&](std::size_t node) {
      if (!nodes_[node].is_leaf() || !always_has_a_value(nodes_[node])) return false;
      for (auto above = node; above != Criterion::none; above = nodes_[above].parent)
        if (nodes_[above].applies_when || nodes_[above].grouping == Grouping::one_of) return false;
      if (coverage_.covers(node)) coverage_.add_to_all_rows(nodes_[node]);
      return true;
    });
  }

  CHISO_INLINE void tile() {
    auto& root = at_depth(sums_, 0);
    root.clear(count_);
    coverage_.start(first_, count_);
    vetoes_.start(first_, count_);
    children(0, model_.criteria(), 0, nullptr, 0, nullptr);
    settle(root);
    coverage_.mark_short(root.incomplete);
    vetoes_.finish();
    fill(into_.achieved, root.achieved);
    fill(into_.applicable, root.applicable);
    fill(into_.incomplete, root.incomplete);
    side(NodeKind::bonus, model_.bonus_cap(), into_.bonus);
    side(NodeKind::penalty, model_.penalty_cap(), into_.penalty);
  }
  /// Adds the sibling nodes of [from, to) to the sums at `depth`. `gate` and `left_out` apply to all of them; null if there is none.
  CHISO_INLINE void children(std::size_t from, std::size_t to, std::size_t depth, const State* gate, std::size_t gate_depth,
                             const std::uint8_t* left_out) {
    for (auto node = from; node < to; node = nodes_[node].end) {
      if (!needed_[node]) continue;
      const State* own = gate;
      if (nodes_[node].applies_when) own = gated(node, gate, at_depth(gate_room_, gate_depth));
      child(node, depth, own, gate_depth, left_out);
    }
  }
  CHISO_INLINE void child(std::size_t node, std::size_t depth, const State* gate, std::size_t gate_depth, const std::uint8_t* left_out) {
    const auto& criterion = nodes_[node];
    if (criterion.is_leaf()) {
      item(criterion, gate, left_out, at_depth(sums_, depth));
    } else if (criterion.grouping != Grouping::sum || !into_.groups.empty() || vetoes_.looks_at(node)) {
      at_depth(sums_, depth + 1).clear(count_);
      if (criterion.grouping == Grouping::one_of)
        one_of(node, depth + 1, gate, gate_depth + 1, left_out);
      else
        children(node + 1, criterion.end, depth + 1, gate, gate_depth + 1, left_out);
      group(node, at_depth(sums_, depth + 1), at_depth(sums_, depth));
    } else {
      children(node + 1, criterion.end, depth, gate, gate_depth + 1, left_out);
    }
  }
  /// Adds of each row the first child that is applicable: once the sums, which were cleared, have something applicable, the rest is left
  /// out.
  CHISO_INLINE void one_of(std::size_t group, std::size_t depth, const State* gate, std::size_t gate_depth, const std::uint8_t* left_out) {
    std::uint8_t* out = at_depth(left_out_room_, gate_depth).row;
    for (auto node = group + 1; node < nodes_[group].end; node = nodes_[node].end) {
      const auto* applicable = at_depth(sums_, depth).applicable;
      for (std::size_t r = 0; r < count_; ++r)
        out[r] = static_cast<std::uint8_t>(applicable[r] > 0 || (left_out != nullptr && left_out[r] != 0));
      const State* own = gate;
      if (nodes_[node].applies_when) {
        auto& room = at_depth(gate_room_, gate_depth);
        gated(node, nullptr, room);
        const Column* stated = stated_points(nodes_[node]);
        for (std::size_t r = 0; r < count_; ++r) {
          const bool applies = room.state[r] != State::not_applicable ||
                               (stated != nullptr && stated->state(first_ + r) == State::value && nodes_[node].in_track(track(first_ + r)));
          if (!applies) out[r] = 1;
          if (gate != nullptr) room.state[r] = strongest(gate[r], room.state[r]);
        }
        own = room.state;
      }
      coverage_.remember(gate_depth);
      child(node, depth, own, gate_depth, out);
      settle(at_depth(sums_, depth));
      pass_over(node, at_depth(sums_, depth).applicable);
      coverage_.take_back(gate_depth, at_depth(sums_, depth).applicable);
    }
  }
  /// Leaves out a child of a group with `one_of` in the rows in which nothing has been applicable yet: what is missing in it, and excluded,
  /// is no longer missing. What it counts is 0 already.
  CHISO_INLINE void pass_over(std::size_t child, const std::int64_t* applicable) {
    if (into_.items.empty()) return;
    for (auto node = child; node < nodes_[child].end; ++node) {
      if (!nodes_[node].is_leaf()) continue;
      const auto& into = into_.items[nodes_[node].item];
      for (std::size_t r = 0; r < count_; ++r) {
        if (applicable[r] > 0) continue;
        if (!into.states.empty()) into.states[first_ + r] = ItemState::not_applicable;
        if (!into.left_out.empty()) into.left_out[first_ + r] = 1;
      }
    }
  }
  /// A group with `cap` or `at_least` of which nothing is kept, nor looked at by a veto: in one loop, with its numbers out of memory.
  CHISO_KERNEL CHISO_INLINE static void add_limited(std::int64_t cap, std::int64_t at_least, std::size_t count, const Sums& own,
                                                    Sums& above) {
    each_row(count, [&](std::size_t r) {
      auto achieved = own.achieved[r], applicable = own.applicable[r];
      limit_group(cap, at_least, achieved, applicable);
      above.achieved[r] += achieved;
      above.applicable[r] += applicable;
    });
    each_row(count, [&](std::size_t r) { above.incomplete[r] |= own.incomplete[r]; });
  }
  CHISO_KERNEL CHISO_INLINE static void add_group(const Sums& own, std::size_t count, Sums& above) {
    each_row(count, [&](std::size_t r) { above.achieved[r] += own.achieved[r]; });
    each_row(count, [&](std::size_t r) { above.applicable[r] += own.applicable[r]; });
    each_row(count, [&](std::size_t r) { above.incomplete[r] |= own.incomplete[r]; });
  }
  CHISO_INLINE void group(std::size_t node, Sums& own, Sums& above) {
    const auto& criterion = nodes_[node];
    settle(own);
    if (criterion.grouping == Grouping::limited && into_.groups.empty() && !vetoes_.looks_at(node))
      return add_limited(criterion.points.quanta, criterion.at_least.quanta, count_, own, above);
    if (criterion.grouping != Grouping::sum)
      for (std::size_t r = 0; r < count_; ++r) count_group(criterion, own.achieved[r], own.applicable[r]);
    add_group(own, count_, above);
    if (vetoes_.looks_at(node)) vetoes_.add(node, own.achieved, own.applicable);
    if (into_.groups.empty()) return;
    const auto& into = into_.groups[node];
    fill(into.achieved, own.achieved);
    fill(into.applicable, own.applicable);
    fill(into.incomplete, own.incomplete);
  }
  CHISO_INLINE void side(NodeKind kind, std::optional<Points> cap, std::span<std::int64_t> into) {
    if (!cap) {
      if (!into.empty()) std::fill_n(into.data() + first_, count_, 0);
      return;
    }
    auto& sums = at_depth(sums_, 0);
    sums.clear(count_);
    for (auto node = model_.criteria(); node < nodes_.size(); ++node) {
      if (nodes_[node].kind != kind || !needed_[node]) continue;
      const State* gate = nodes_[node].applies_when ? gated(node, nullptr, at_depth(gate_room_, 0)) : nullptr;
      item(nodes_[node], gate, nullptr, sums);
    }
    for (std::size_t r = 0; r < count_; ++r) sums.achieved[r] = (std::min)(sums.achieved[r], cap->quanta);
    fill(into, sums.achieved);
  }

  /// The strongest state of the conditions down to this node; a false condition means not applicable.
  CHISO_INLINE const State* gated(std::size_t node, const State* above, Gate& room) {
    const auto& program = *nodes_[node].applies_when;
    const auto& limits = *gates_[node];
    const auto combine = [&]<class Number>(const Operand<Number>& truth) {
      for (std::size_t r = 0; r < count_; ++r) {
        const State own = truth.state != nullptr && truth.state[r] != State::value ? truth.state[r]
                          : truth.num[r] != 0                                      ? State::value
                                                                                   : State::not_applicable;
        room.state[r] = above == nullptr ? own : strongest(above[r], own);
      }
    };
    switch (width_of(limits.peak)) {
      case Width::doubles: combine(doubles_.programs().run(program, limits, batch_, first_, count_)); break;
      case Width::bits64: combine(bits64_.programs().run(program, limits, batch_, first_, count_)); break;
      case Width::bits128: combine(bits128_.programs().run(program, limits, batch_, first_, count_)); break;
      case Width::wide:
        for (std::size_t r = 0; r < count_; ++r) {
          const auto truth = evaluate(program, batch_, first_ + r);
          const State own = truth.state != State::value ? truth.state : truth.value.sign() != 0 ? State::value : State::not_applicable;
          room.state[r] = above == nullptr ? own : strongest(above[r], own);
        }
    }
    return room.state;
  }

  /// Computes the rule of an item over the tile: whole quanta, and states unless all rows are values.
  CHISO_INLINE const State* rule(const Criterion& criterion, std::int64_t* quanta) {
    const auto& limits = shapes_[criterion.item];
    const auto rounded = [&]<class Number>(const Operand<Number>& points) {
      round_to_quanta(points, count_, quanta);
      return points.state;
    };
    switch (limits.width()) {
      case Width::doubles: return rounded(doubles_.run(criterion.shape, limits, batch_, first_, count_));
      case Width::bits64: return rounded(bits64_.run(criterion.shape, limits, batch_, first_, count_));
      case Width::bits128: return rounded(bits128_.run(criterion.shape, limits, batch_, first_, count_));
      case Width::wide: break;
    }
    for (std::size_t r = 0; r < count_; ++r) {
      const auto points = evaluate(criterion.shape, batch_, first_ + r).points;
      wide_state_[r] = points.state;
      quanta[r] = points.state == State::value ? points.value.nearest_whole() : 0;
    }
    return wide_state_;
  }

  /// Adds a leaf or entry of which only the sums are asked, without writing down what it counts in each row. Returns false for the wide
  /// arithmetic, which has no kernel.
  CHISO_INLINE bool add_rule(const Criterion& criterion, const State* gate, Sums& sums) {
    const auto& limits = shapes_[criterion.item];
    const auto add = [&](const auto& points) {
      if (points.state != nullptr || gate != nullptr) {
        const auto& effects = effects_[criterion.item];
        const auto* codes = states_of(points.state, gate);
        add_computed(points, effects.computed, codes, count_, sums.achieved);
        if (!effects.full.empty()) Effects::add_where(effects.points, effects.full, codes, count_, sums.achieved);
        add_applicable(effects, codes, sums);
      } else {
        add_quanta(points, count_, sums.achieved);
        if (!criterion.is_entry()) sums.applicable_everywhere += criterion.points.quanta;
      }
      return true;
    };
    switch (limits.width()) {
      case Width::doubles: return add(doubles_.run(criterion.shape, limits, batch_, first_, count_));
      case Width::bits64: return add(bits64_.run(criterion.shape, limits, batch_, first_, count_));
      case Width::bits128: return add(bits128_.run(criterion.shape, limits, batch_, first_, count_));
      case Width::wide: break;
    }
    return false;
  }

  /// Prefetches the columns of the next item but one while this one is computed: whole columns apart, the hardware does not predict them,
  /// and one item is computed before they are there.
  CHISO_INLINE void fetch(std::size_t item) const {
    if (item >= shapes_.size()) return;
    for (const auto measure : dependencies_.measures(item)) {
      const auto& column = batch_.measures[measure];
      constexpr std::size_t line = 64;
      column.values.visit([&](auto all) {
        const auto bytes = std::as_bytes(all.subspan(first_, count_));
        for (std::size_t byte = 0; byte < bytes.size(); byte += line) __builtin_prefetch(bytes.data() + byte);
      });
      if (column.states.empty()) continue;
      const auto* states = reinterpret_cast<const char*>(column.states.data() + first_);
      for (std::size_t byte = 0; byte < count_; byte += line) __builtin_prefetch(states + byte);
    }
  }

  /// The column that states the points of a leaf; null if there is none.
  CHISO_INLINE const Column* stated_points(const Criterion& criterion) const {
    if (!criterion.is_leaf() || batch_.stated.empty() || batch_.stated[criterion.item].values.empty()) return nullptr;
    return &batch_.stated[criterion.item];
  }

  CHISO_INLINE void item(const Criterion& criterion, const State* gate, const std::uint8_t* left_out, Sums& sums) {
    fetch(needed_.second_after(criterion.item));
    const ScoreColumns::Item* into = into_.items.empty() ? nullptr : &into_.items[criterion.item];
    std::int64_t* quanta = into == nullptr || into->quanta.empty() ? quanta_ : into->quanta.data() + first_;
    const Column* stated = stated_points(criterion);
    const bool may_be_otherwise = stated != nullptr || left_out != nullptr || !criterion.tracks.empty();
    if (into == nullptr && !may_be_otherwise && !covers(criterion) && !vetoes_.looks_at(node_of(criterion)))
      if (add_rule(criterion, gate, sums)) return;
    const State* own = rule(criterion, quanta);
    if (into != nullptr && !into->left_out.empty()) std::copy_n(left_out, count_, into->left_out.data() + first_);
    if (own == nullptr && gate == nullptr && !may_be_otherwise) {
      all_scored(criterion, quanta, into, sums);
      return;
    }
    // The state of each row, and what it counts in that state.
    const std::uint8_t* codes = states_of(own, gate);
    if (may_be_otherwise) {
      if (codes != codes_) std::copy_n(codes, count_, codes_);
      if (stated != nullptr) state_points(criterion, *stated, quanta, into);
      if (!criterion.tracks.empty())
        for (std::size_t r = 0; r < count_; ++r)
          if (!criterion.in_track(track(first_ + r))) codes_[r] = outside;
      if (left_out != nullptr)
        for (std::size_t r = 0; r < count_; ++r)
          if (left_out[r] != 0) codes_[r] = outside;
      codes = codes_;
    }
    const auto& effects = effects_[criterion.item];
    count_in(effects, codes, count_, quanta, sums.achieved);
    add_applicable(effects, codes, sums);
    if (covers(criterion)) coverage_.add(effects, codes);
    if (vetoes_.looks_at(node_of(criterion))) vetoes_.add(node_of(criterion), effects, codes, quanta);
    if (into == nullptr) return;
    if (!into->applicable.empty()) {
      std::int64_t* applicable = into->applicable.data() + first_;
      std::uint8_t* incomplete = into->incomplete.data() + first_;
      for (std::size_t r = 0; r < count_; ++r) applicable[r] = effects.applicable_in(codes[r]);
      for (std::size_t r = 0; r < count_; ++r) incomplete[r] = effects.incomplete.has(codes[r]) ? 1 : 0;
    }
    if (into->states.empty()) return;
    ItemState* states = into->states.data() + first_;
    for (std::size_t r = 0; r < count_; ++r) states[r] = codes[r] == outside ? ItemState::not_applicable : static_cast<ItemState>(codes[r]);
  }
  /// The stronger of the rule's state and the conditions', by row; a State and its ItemState have the same number.
  CHISO_INLINE const std::uint8_t* states_of(const State* own, const State* gate) {
    static_assert(item_state(State::value) == ItemState::scored && item_state(State::not_applicable) == ItemState::not_applicable);
    if (own == nullptr) own = gate;
    if (own != nullptr && (gate == nullptr || own == gate)) return reinterpret_cast<const std::uint8_t*>(own);
    std::uint8_t* codes = codes_;
    if (own == nullptr)
      std::fill_n(codes, count_, std::uint8_t{0});
    else
      each_row(count_, [=](std::size_t r) { codes[r] = static_cast<std::uint8_t>(strongest(own[r], gate[r])); });
    return codes;
  }
  /// Its numbers are out of memory, as whatever is written might be the number of rows.
  CHISO_KERNEL CHISO_INLINE static void add_scored(const std::int64_t* quanta, std::size_t count, std::int64_t* achieved) {
    each_row(count, [=](std::size_t r) { achieved[r] += quanta[r]; });
  }
  CHISO_INLINE void all_scored(const Criterion& criterion, const std::int64_t* quanta, const ScoreColumns::Item* into, Sums& sums) {
    const std::int64_t most = criterion.is_entry() ? 0 : criterion.points.quanta;
    add_scored(quanta, count_, sums.achieved);
    sums.applicable_everywhere += most;
    if (covers(criterion)) coverage_.add(criterion);
    if (vetoes_.looks_at(node_of(criterion))) vetoes_.add(node_of(criterion), quanta);
    if (into == nullptr) return;
    if (!into->states.empty()) std::fill_n(into->states.data() + first_, count_, ItemState::scored);
    if (into->applicable.empty()) return;
    std::fill_n(into->applicable.data() + first_, count_, most);
    std::fill_n(into->incomplete.data() + first_, count_, std::uint8_t{0});
  }
  /// Replaces the rule's points by the stated ones, and keeps the rule's own result beside them: in the leaf's tracks, where
  /// a value is stated, or that the leaf does not apply.
  CHISO_INLINE void state_points(const Criterion& criterion, const Column& stated, std::int64_t* quanta, const ScoreColumns::Item* into) {
    if (into != nullptr && !into->own.empty())
      for (std::size_t r = 0; r < count_; ++r) {
        const auto state = static_cast<State>(codes_[r]);
        into->own[first_ + r] = state == State::value ? quanta[r] : 0;
        into->own_states[first_ + r] = state;
      }
    for (std::size_t r = 0; r < count_; ++r) {
      if (!criterion.in_track(track(first_ + r))) continue;
      const auto state = stated.state(first_ + r);
      if (state == State::missing) continue;
      codes_[r] = static_cast<std::uint8_t>(state == State::value ? ItemState::stated : ItemState::not_applicable);
      quanta[r] = stated.values[first_ + r];
    }
  }
  /// What the rule computed, where that counts, and all of what the item is worth where its policies say so.
  CHISO_KERNEL CHISO_INLINE static void count_in(const Effects& effects, const std::uint8_t* codes, std::size_t count, std::int64_t* quanta,
                                                 std::int64_t* achieved) {
    const std::uint64_t computed = effects.computed.bits, full = effects.full.bits;
    const auto worth = effects.points;
    each_row(count, [=](std::size_t r) {
      const auto counted = (quanta[r] & mask_of(computed, codes[r])) | (worth & mask_of(full, codes[r]));
      quanta[r] = counted;
      achieved[r] += counted;
    });
  }
  template <class Number>
  CHISO_KERNEL static void add_computed(const Operand<Number>& points, CodeSet computed, const std::uint8_t* codes, std::size_t count,
                                        std::int64_t* achieved) {
    const std::uint64_t in = computed.bits;
    in_quanta(points, [=](auto rounded) { each_row(count, [=](std::size_t r) { achieved[r] += rounded(r) & mask_of(in, codes[r]); }); });
  }
  /// Adds what the states make applicable, and marks the rows that they leave incomplete.
  CHISO_INLINE void add_applicable(const Effects& effects, const std::uint8_t* codes, Sums& sums) const {
    const bool is_entry = effects.applicable.empty();
    if (!is_entry && !any_is_in(effects.applicable.others(), codes, count_))
      sums.applicable_everywhere += effects.points;
    else if (!is_entry)
      Effects::add_where(effects.points, effects.applicable, codes, count_, sums.applicable);
    if (!effects.incomplete.empty()) mark(effects.incomplete, codes, count_, sums.incomplete);
  }
  CHISO_KERNEL CHISO_INLINE static void mark(CodeSet set, const std::uint8_t* codes, std::size_t count, std::uint8_t* rows) {
    for (std::uint8_t code = 0; code <= outside; ++code)
      if (set.has(code)) each_row(count, [=](std::size_t r) { rows[r] = static_cast<std::uint8_t>(rows[r] | (codes[r] == code ? 1 : 0)); });
  }
  CHISO_KERNEL CHISO_INLINE static bool any_is_in(CodeSet set, const std::uint8_t* codes, std::size_t count) {
    std::uint8_t found = 0;
    for (std::uint8_t code = 0; code <= outside; ++code)
      if (set.has(code))
        for (std::size_t r = 0; r < count; ++r) found = static_cast<std::uint8_t>(found | (codes[r] == code ? 1 : 0));
    return found != 0;
  }
  /// Whether a leaf below no condition is scored in every row, as its columns prove.
  CHISO_INLINE bool always_has_a_value(const Criterion& leaf) const {
    const auto& limits = shapes_[leaf.item];
    return limits.points.stateless && limits.width() != Width::wide && leaf.tracks.empty() && stated_points(leaf) == nullptr;
  }
  bool covers(const Criterion& item) const { return coverage_.covers(node_of(item)); }
  std::size_t node_of(const Criterion& item) const { return static_cast<std::size_t>(&item - nodes_.data()); }
  CHISO_INLINE std::size_t track(std::size_t row) const { return batch_.tracks.empty() ? model_.tracks().size() - 1 : batch_.tracks[row]; }

  const Model& model_;
  const Dependencies& dependencies_;
  const std::vector<Effects>& effects_;
  const Batch& batch_;
  const ScoreColumns& into_;
  std::span<const Criterion> nodes_;
  TileCoverage coverage_;
  TileVetoes vetoes_;
  NeededNodes needed_;
  std::pmr::monotonic_buffer_resource memory_{std::size_t{64} << 10};  // for all bounds; declared before them, so that it outlives them
  std::vector<ShapeBounds> shapes_;
  std::vector<std::optional<Bounds>> gates_;
  std::size_t first_ = 0, count_ = 0;

  ShapeTile<double> doubles_;
  ShapeTile<std::int64_t> bits64_;
  ShapeTile<int128> bits128_;
  std::vector<std::unique_ptr<Sums>> sums_;
  std::vector<std::unique_ptr<Gate>> gate_room_;
  std::vector<std::unique_ptr<LeftOut>> left_out_room_;
  alignas(64) std::int64_t quanta_[tile_rows];
  alignas(64) std::uint8_t codes_[tile_rows];
  State wide_state_[tile_rows];
};
}
