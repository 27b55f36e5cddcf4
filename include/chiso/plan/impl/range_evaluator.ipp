#pragma once
#include <chiso/plan/impl/range_shape.ipp>
#include <chiso/score/item_effect.hpp>

namespace chiso::inline CHISO_BUILD {
/// What a leaf can achieve while one measure of a row goes through a range of values, all else unchanged: the evaluator of single rows once
/// more, over ranges. What it says is certain, though it may say less than is true; of a single value it says all.
class RangeEvaluator {
 public:
  using Range = detail::ValueRange;
  /// `row` is read without changes.
  CHISO_INLINE RangeEvaluator(WhatIfRow& row, std::size_t measure)
      : row_(row), model_(row.what_if().ranked().scores().model()), programs_(row, measure), shapes_(programs_) {}
  RangeEvaluator(const RangeEvaluator&) = delete;  // its parts point to one another
  RangeEvaluator& operator=(const RangeEvaluator&) = delete;

  /// What the leaf achieves, in quanta, after its policies and the groups with `one_of` above it. Always a value.
  CHISO_INLINE Range achieved(std::size_t item, const detail::KRange& k) {
    programs_.set(k);
    const auto node = model_.items()[item];
    const auto out = left_out(node);
    if (out == Maybe::yes) return Range::one(Rational(0));
    auto counted = points(item);
    return out == Maybe::no ? counted : detail::hull_of(counted, Range::one(Rational(0)));
  }

 private:
  enum class Maybe : std::uint8_t { no, yes, maybe };

  /// The state of an item and what it counts in it.
  CHISO_INLINE Range result_of(std::size_t item) {
    const auto nodes = model_.nodes();
    auto out = shapes_.shape(nodes[model_.items()[item]].shape);
    for (auto at = model_.items()[item]; at != Criterion::none; at = nodes[at].parent) {
      if (!nodes[at].applies_when) continue;
      const auto truth = programs_.value(*nodes[at].applies_when);
      auto states = static_cast<std::uint8_t>(truth.states & ~Range::bit(State::value));
      if (truth.may_be_true()) states |= Range::bit(State::value);
      if (truth.may_be_false()) states |= Range::bit(State::not_applicable);
      out.states = detail::strongest_of(out.states, states);
    }
    out.settle();
    return out;
  }
  CHISO_INLINE Range points(std::size_t item) {
    const auto& criterion = model_.nodes()[model_.items()[item]];
    const auto now = row_.items()[item];
    if (now.is_outside || now.state == ItemState::stated || row_.is_stated(item)) return Range::one(Rational(now.achieved));
    const auto result = result_of(item);
    std::optional<Range> out;
    for (const auto state : {State::value, State::undefined, State::missing, State::not_applicable}) {
      if (!result.may_be(state)) continue;
      const auto effect = effect_of(criterion, item_state(state));
      auto one = effect.computed ? detail::raised_by(result, [](const Rational& of) { return Rational(of.nearest_whole()); })
                                 : Range::one(Rational(effect.achieved));
      one.states = Range::bit(State::value);
      out = out ? detail::hull_of(*out, one) : one;
    }
    const bool is_pure = (result.states & (result.states - 1)) == 0;
    if (!is_pure) {
      out->rises = out->falls = false;
      out->line.reset();
      out->settle();
    }
    return *out;
  }

  /// Whether anything is applicable with a node, in a group with `one_of` above which nothing leaves it out.
  CHISO_INLINE Maybe is_applicable(std::size_t node) {
    const auto nodes = model_.nodes();
    const auto& criterion = nodes[node];
    if (criterion.is_leaf()) {
      const auto now = row_.items()[criterion.item];
      if (now.is_outside || now.state == ItemState::stated || row_.is_stated(criterion.item))
        return now.applicable > 0 ? Maybe::yes : Maybe::no;
      const auto result = result_of(criterion.item);
      bool any = false, all = true;
      for (const auto state : {State::value, State::undefined, State::missing, State::not_applicable}) {
        if (!result.may_be(state)) continue;
        const bool applies = effect_of(criterion, item_state(state)).applicable > 0;
        any = any || applies;
        all = all && applies;
      }
      return all ? Maybe::yes : any ? Maybe::maybe : Maybe::no;
    }
    auto out = Maybe::no;
    for (auto child = node + 1; child < criterion.end; child = nodes[child].end) {
      auto of_child = is_applicable(child);
      if (criterion.grouping == Grouping::one_of) of_child = both(of_child, may_apply(child));
      if (of_child == Maybe::yes) return Maybe::yes;
      if (of_child == Maybe::maybe) out = Maybe::maybe;
    }
    return out;
  }
  CHISO_INLINE static Maybe both(Maybe a, Maybe b) {
    if (a == Maybe::no || b == Maybe::no) return Maybe::no;
    return a == Maybe::yes && b == Maybe::yes ? Maybe::yes : Maybe::maybe;
  }
  /// Whether the condition of a child of such a group is neither false nor not applicable, or its points are stated.
  CHISO_INLINE Maybe may_apply(std::size_t node) {
    const auto& criterion = model_.nodes()[node];
    if (!criterion.applies_when) return Maybe::yes;
    if (criterion.is_leaf() && row_.items()[criterion.item].state == ItemState::stated) return Maybe::yes;
    const auto truth = programs_.value(*criterion.applies_when);
    const bool may_not = truth.may_be_false() || truth.may_be(State::not_applicable);
    const bool may = truth.may_be_true() || truth.may_be(State::missing) || truth.may_be(State::undefined);
    return !may_not ? Maybe::yes : may ? Maybe::maybe : Maybe::no;
  }
  /// Whether a group with `one_of` above leaves a node out.
  CHISO_INLINE Maybe left_out(std::size_t node) {
    const auto nodes = model_.nodes();
    auto out = Maybe::no;
    for (auto at = node; nodes[at].parent != Criterion::none; at = nodes[at].parent) {
      const auto group = nodes[at].parent;
      if (nodes[group].grouping != Grouping::one_of) continue;
      auto here = may_apply(at) == Maybe::yes ? Maybe::no : may_apply(at) == Maybe::no ? Maybe::yes : Maybe::maybe;
      for (auto before = group + 1; before < at && here != Maybe::yes; before = nodes[before].end) {
        const auto counts = both(is_applicable(before), may_apply(before));
        if (counts != Maybe::no) here = counts;
      }
      if (here == Maybe::yes) return Maybe::yes;
      if (here == Maybe::maybe) out = Maybe::maybe;
    }
    return out;
  }

  WhatIfRow& row_;
  Model model_;
  RangeProgram programs_;
  RangeShape shapes_;
};
}
