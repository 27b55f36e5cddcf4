#pragma once
#include <algorithm>
#include <bit>
#include <chiso/core/error.hpp>
#include <chiso/explain/comparison.hpp>
#include <chiso/explain/impl/compared_parts.ipp>
#include <chiso/explain/row_points.hpp>
#include <chiso/rank/changes.hpp>
#include <iterator>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// What the rows of two models have in common, found once.
struct Comparer::Data {
  CHISO_INLINE Data(Model of_a, Model of_b)
      : a(std::move(of_a)), b(std::move(of_b)), matched(a, b), parts(PartFinder(a, b, matched).run()) {
    const SameAsParsed same(a, b);
    const auto is_same = [&](std::size_t i, std::size_t k) { return same.items(i, k); };
    for (auto node = b.criteria(); node < b.nodes().size(); ++node) {
      const auto other = matched.in_a(node);
      entries.push_back(
          {.a = other, .b = node, .kind = kind_of(b, node), .model_differs = other == Criterion::none || !is_same(other, node)});
    }
    for (auto node = a.criteria(); node < a.nodes().size(); ++node)
      if (matched.in_b(node) == Criterion::none) entries.push_back({.a = node, .kind = kind_of(a, node)});
    bonus_caps_differ = !same.caps(a.bonus_cap(), b.bonus_cap());
    penalty_caps_differ = !same.caps(a.penalty_cap(), b.penalty_cap());
    // Quanta of both are brought to the finer ones.
    const auto decimals = (std::max)(a.point_decimals(), b.point_decimals());
    times_a = Decimal::power(decimals - a.point_decimals());
    times_b = Decimal::power(decimals - b.point_decimals());
  }
  CHISO_INLINE static TermKind kind_of(const Model& model, std::size_t entry) {
    return model.nodes()[entry].kind == NodeKind::bonus ? TermKind::bonus : TermKind::penalty;
  }
  Model a, b;
  MatchedNodes matched;
  std::vector<ComparedPart> parts;
  std::vector<ComparedPart> entries{};
  bool bonus_caps_differ = false, penalty_caps_differ = false;
  std::int64_t times_a = 1, times_b = 1;
};

namespace detail {
/// Numbers of the two sides.
template <class Number>
struct Sides {
  Number a{}, b{};
  Number difference() const { return b - a; }
  Number sum() const { return a + b; }
};

/// Splits the difference of two rows. All points are in quanta of the finer model.
class Splitter {
 public:
  CHISO_INLINE Splitter(const RowPoints& a, const RowPoints& b, std::int64_t times_a, std::int64_t times_b, std::size_t parts)
      : a_(a), b_(b), times_a_(times_a), times_b_(times_b), scale_(a.model().publish().scale) {
    terms_.reserve(parts);
    const auto counted = [](const Tally& tally) { return int128{tally.achieved} + tally.bonus - tally.penalty; };
    applicable_ = {int128{a.tally().applicable} * times_a, int128{b.tally().applicable} * times_b};
    achieved_ = {counted(a.tally()) * times_a, counted(b.tally()) * times_b};
    const auto largest = (std::max)({bits(applicable_.a), bits(applicable_.b), bits(achieved_.a), bits(achieved_.b)});
    fits_ = bits(scale_.digits()) + bits(Decimal::power(scale_.scale())) + 2 * largest + 4 < 127;
    if (!fits_) return;
    for_achieved_ = scale_.digits() * applicable_.sum();
    for_applicable_ = scale_.digits() * achieved_.sum();
    denominator_ = int128{2} * Decimal::power(scale_.scale()) * applicable_.a * applicable_.b;
  }
  CHISO_INLINE void parts(const std::vector<ComparedPart>& list) {
    for (const auto& part : list)
      if (part.can_open || !has_same_points(part)) add(part, nullptr);
  }
  CHISO_INLINE void entries(const std::vector<ComparedPart>& list) {
    for (const auto& part : list) {
      const auto d = counted(b_, part.b, part.kind, times_b_).achieved - counted(a_, part.a, part.kind, times_a_).achieved;
      put(part.kind, part.model_differs ? Cause::model : Cause::evidence, part, part.kind == TermKind::bonus ? d : -d, 0, nullptr);
    }
  }
  /// What the caps of the sides take off.
  CHISO_INLINE void caps(bool bonus_differs, bool penalty_differs) {
    const auto &a = a_.tally(), &b = b_.tally();
    const auto more = [&](std::int64_t off_a, std::int64_t off_b) { return int128{off_b} * times_b_ - int128{off_a} * times_a_; };
    put(TermKind::bonus_cap, bonus_differs ? Cause::model : Cause::evidence, {}, -more(a_.bonus_sum() - a.bonus, b_.bonus_sum() - b.bonus),
        0, nullptr);
    put(TermKind::penalty_cap, penalty_differs ? Cause::model : Cause::evidence, {},
        more(a_.penalty_sum() - a.penalty, b_.penalty_sum() - b.penalty), 0, nullptr);
  }
  CHISO_INLINE void held() {
    const auto more = [&](const RowPoints& row) {
      const auto& tally = row.tally();
      return counted_quanta(tally, row.model().publish()) - (int128{tally.achieved} + tally.bonus - tally.penalty);
    };
    const Sides<int128> of{more(a_), more(b_)};
    if (of.a == 0 && of.b == 0) return;
    const auto value = (Rational(of.b, b_.tally().applicable) - Rational(of.a, a_.tally().applicable)) * Rational(scale_);
    const bool differs = a_.model().publish().may_exceed_100 != b_.model().publish().may_exceed_100;
    put(TermKind::held, differs ? Cause::model : Cause::evidence, {}, value);
  }
  /// In no more memory than they take.
  CHISO_INLINE std::vector<Term> terms() { return {std::make_move_iterator(terms_.begin()), std::make_move_iterator(terms_.end())}; }

 private:
  /// What D achieved and D applicable of a part are multiplied by. Null stands for that of the model, which is seldom needed as a fraction.
  struct Level {
    Rational achieved{}, applicable{};
  };
  CHISO_INLINE static int bits(int128 value) {
    const auto size = magnitude_of(value);
    const auto high = static_cast<std::uint64_t>(size >> 64);
    return static_cast<int>(high != 0 ? 64 + std::bit_width(high) : std::bit_width(static_cast<std::uint64_t>(size)));
  }
  CHISO_INLINE const Level& fractions(const Level* level) {
    if (level != nullptr) return *level;
    if (!root_) {
      const auto twice = Rational(2) * Rational(applicable_.a) * Rational(applicable_.b);
      root_ = Level{Rational(scale_) * Rational(applicable_.sum()) / twice, Rational(scale_) * Rational(achieved_.sum()) / twice};
    }
    return *root_;
  }
  struct Counted {
    int128 achieved = 0, applicable = 0;
  };
  CHISO_INLINE static Counted counted(const RowPoints& row, std::size_t node, TermKind kind, std::int64_t times) {
    if (node == Criterion::none) return {};
    const auto& points = row[node];
    if (kind != TermKind::limit) return {int128{points.achieved} * times, int128{points.applicable} * times};
    return {(int128{points.achieved} - points.sum_achieved) * times, (int128{points.applicable} - points.sum_applicable) * times};
  }

  CHISO_INLINE void add(const ComparedPart& part, const Level* level) {
    if (part.can_open && a_[part.a].sum_applicable != 0 && b_[part.b].sum_applicable != 0) return open(part, level);
    const auto d = difference(part);
    if (d.achieved == 0 && d.applicable == 0) return;
    put(part.kind, cause(part, part.kind, d.applicable != 0), part, d.achieved, d.applicable, level);
  }
  bool is_of_points_alike(const ComparedPart& part) const {
    return times_a_ == 1 && times_b_ == 1 && part.kind != TermKind::limit && part.a != Criterion::none && part.b != Criterion::none;
  }
  /// Says false where that is not seen at once.
  bool has_same_points(const ComparedPart& part) const {
    if (!is_of_points_alike(part)) return false;
    const auto &a = a_[part.a], &b = b_[part.b];
    return a.achieved == b.achieved && a.applicable == b.applicable;
  }
  CHISO_INLINE Counted difference(const ComparedPart& part) const {
    if (is_of_points_alike(part)) {
      const auto &a = a_[part.a], &b = b_[part.b];
      return {b.achieved - a.achieved, b.applicable - a.applicable};  // each of at most 2^53
    }
    const auto a = counted(a_, part.a, part.kind, times_a_), b = counted(b_, part.b, part.kind, times_b_);
    return {b.achieved - a.achieved, b.applicable - a.applicable};
  }
  /// A scaled group with something applicable on both sides: its parts, its own points, and its rounding.
  CHISO_INLINE void open(const ComparedPart& part, const Level* level) {
    const auto &a = a_[part.a], &b = b_[part.b];
    const auto sides = [&](int128 of_a, int128 of_b) { return Sides<Rational>{Rational(of_a * times_a_), Rational(of_b * times_b_)}; };
    const auto applicable = sides(a.sum_applicable, b.sum_applicable), achieved = sides(a.sum_achieved, b.sum_achieved);
    const auto scale_to = sides(a_.model().nodes()[part.a].points.quanta, b_.model().nodes()[part.b].points.quanta);
    const auto counts = sides(a.achieved, b.achieved);
    const auto& own = fractions(level);
    const auto both = Rational(4) * applicable.a * applicable.b;  // two means, each a half of a sum
    const Level inside{own.achieved * scale_to.sum() * applicable.sum() / both, own.achieved * scale_to.sum() * achieved.sum() / both};
    for (const auto& one : part.inside) add(one, &inside);
    const Sides<Rational> share{achieved.a / applicable.a, achieved.b / applicable.b};
    put(TermKind::group, Cause::model, part, scale_to.difference() * (own.achieved * share.sum() / Rational(2) - own.applicable));
    const Sides<Rational> rounding{counts.a - scale_to.a * share.a, counts.b - scale_to.b * share.b};
    put(TermKind::rounding, cause(part, TermKind::rounding, scale_to.difference().sign() != 0), part, own.achieved * rounding.difference());
  }

  /// The cause of a term that is not 0.
  CHISO_INLINE Cause cause(const ComparedPart& part, TermKind kind, bool applicable_differs) const {
    if (part.model_differs) return Cause::model;
    if (kind == TermKind::limit) return Cause::evidence;
    if (part.is_below_choice && a_.is_counted(part.a) != b_.is_counted(part.b))
      return part.choice_differs ? Cause::model : Cause::applicability;
    const bool is_stated =
        kind == TermKind::leaf && (a_.state(part.item_a) == ItemState::stated || b_.state(part.item_b) == ItemState::stated);
    if (is_stated) return Cause::stated;  // its points or states differ, or there is no term
    return applicable_differs ? Cause::applicability : Cause::evidence;
  }
  /// The term of a difference of points. Those of the model have one denominator: scale / (2 P(a) P(b)) times
  /// D achieved x (P(a) + P(b)) - D applicable x (A(a) + A(b)).
  CHISO_INLINE void put(TermKind kind, Cause cause, const ComparedPart& part, int128 d_achieved, int128 d_applicable, const Level* level) {
    if (d_achieved == 0 && d_applicable == 0) return;
    if (level == nullptr && fits_) {
      const auto num = d_achieved * for_achieved_ - d_applicable * for_applicable_;
      if (num != 0) terms_.emplace_back(kind, cause, part.a, part.b, Amount(Ratio{num, denominator_}));
      return;
    }
    const auto& by = fractions(level);
    put(kind, cause, part, by.achieved * Rational(d_achieved) - by.applicable * Rational(d_applicable));
  }
  CHISO_INLINE void put(TermKind kind, Cause cause, const ComparedPart& part, Rational value) {
    if (value.sign() != 0) terms_.emplace_back(kind, cause, part.a, part.b, Amount(std::move(value)));
  }

  const RowPoints &a_, &b_;
  std::int64_t times_a_, times_b_;
  Decimal scale_;
  std::vector<Term> terms_{};
  Sides<int128> applicable_{}, achieved_{};
  bool fits_ = false;
  int128 for_achieved_ = 0, for_applicable_ = 0, denominator_ = 1;  // of the terms of the model, if they fit
  std::optional<Level> root_{};
};
}

CHISO_INLINE Comparer::Comparer(const Model& a, const Model& b) {
  if (a.publish().scale != b.publish().scale)
    throw ShapeError("the models publish on different scales, " + a.publish().scale.text() + " and " + b.publish().scale.text());
  data_ = std::make_shared<const Data>(a, b);
}
CHISO_INLINE const Model& Comparer::a() const { return data_->a; }
CHISO_INLINE const Model& Comparer::b() const { return data_->b; }

CHISO_INLINE Comparison Comparer::compare(const RowPoints& a, const RowPoints& b) const {
  if (&a.model().draft() != &data_->a.draft() || &b.model().draft() != &data_->b.draft())
    throw ShapeError("the rows are not of the models that are compared");
  Comparison out{.complete_a = a.tally().complete, .complete_b = b.tally().complete};
  const auto index_a = exact_index(a.tally(), data_->a.publish()), index_b = exact_index(b.tally(), data_->b.publish());
  if (!index_a || !index_b) return out;
  out.difference =
      Amount(Ratio{index_b->num * index_a->den - index_a->num * index_b->den, index_a->den * index_b->den});  // of 62 bits each
  out.published =
      published_difference(index_of(b.tally(), data_->b.publish())->published(), index_of(a.tally(), data_->a.publish())->published());
  detail::Splitter splitter(a, b, data_->times_a, data_->times_b, data_->parts.size());
  splitter.parts(data_->parts);
  splitter.entries(data_->entries);
  splitter.caps(data_->bonus_caps_differ, data_->penalty_caps_differ);
  splitter.held();
  out.terms = splitter.terms();
  return out;
}

CHISO_INLINE std::vector<Comparer::Sum> Comparer::by_cause(const Comparison& comparison) {
  std::vector<Sum> out;
  for (const auto cause : {Cause::model, Cause::stated, Cause::applicability, Cause::evidence}) {
    Sum sum{.key = std::string(names_of(cause)[static_cast<std::size_t>(cause)])};
    bool occurs = false;
    for (const auto& term : comparison.terms)
      if (term.cause == cause) sum.value = sum.value + term.value.exact(), occurs = true;
    if (occurs) out.push_back(std::move(sum));
  }
  return out;
}
CHISO_INLINE Comparer::Place Comparer::place(const Term& term, int depth) const {
  if (term.kind >= TermKind::bonus) return {};
  const auto matched = term.node_b() == Criterion::none ? data_->matched.in_b(term.node_a()) : term.node_b();
  const bool in_b = matched != Criterion::none;
  const auto nodes = (in_b ? data_->b : data_->a).nodes();
  auto node = in_b ? matched : term.node_a();
  while (nodes[node].depth >= depth && nodes[node].parent != Criterion::none) node = nodes[node].parent;
  if (in_b) return {true, node};
  const auto in_both = data_->matched.in_b(node);
  return in_both == Criterion::none ? Place{false, node} : Place{true, in_both};
}
CHISO_INLINE std::string Comparer::key(const Term& term, int depth) const {
  const auto at = place(term, depth);
  if (at.node == Criterion::none) return std::string(names_of(term.kind)[static_cast<std::size_t>(term.kind)]);
  return (at.is_in_b ? data_->b : data_->a).nodes()[at.node].id;
}
CHISO_INLINE std::vector<Comparer::Sum> Comparer::by_node(const Comparison& comparison, int depth) const {
  std::vector<Sum> out;
  for (const auto& term : comparison.terms) {
    const auto of = key(term, depth);
    auto at = std::find_if(out.begin(), out.end(), [&](const Sum& sum) { return sum.key == of; });
    if (at == out.end()) at = out.insert(out.end(), {of, {}});
    at->value = at->value + term.value.exact();
  }
  return out;
}

CHISO_INLINE Comparison compare(const Scores& a, std::size_t row_a, const Scores& b, std::size_t row_b) {
  return Comparer(a.model(), b.model()).compare(RowPoints(a, row_a), RowPoints(b, row_b));
}
}
