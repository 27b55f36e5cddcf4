#pragma once
#include <algorithm>
#include <chiso/expr/decimals.hpp>
#include <chiso/rule/impl/ends.ipp>
#include <chiso/rule/most_points.hpp>
#include <chiso/rule/rule.hpp>
#include <chiso/rule/warning_problems.hpp>
#include <chiso/rule/warnings.hpp>
#include <string>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// A number for a sentence: `12.5`, or `about 33.333333`. Empty if it has more digits than a model's numbers may have.
CHISO_INLINE Argument number_argument(const Rational& value) {
  constexpr Words about{"about {0}", "khoảng {0}"};
  if (!detail::rounded_down(value)) return {};
  const auto near = value.rounded(6, Rounding::half_up);
  const auto text = Decimal(near.digits(), near.scale()).text();  // without trailing zeros
  return Rational(near) == value ? Argument(text) : Argument(about, {text});
}
/// What is known about a value: `a value from 0 to 12`, `a value of at least 0`.
CHISO_INLINE Argument values(const Interval& known) {
  constexpr Words any{"a value", "một giá trị"}, at_most{"a value of at most {0}", "giá trị không quá {0}"},
      at_least{"a value of at least {0}", "giá trị từ {0} trở lên"}, from_to{"a value from {0} to {1}", "giá trị từ {0} đến {1}"};
  const auto least = known.least ? number_argument(*known.least) : Argument(),
             most = known.most ? number_argument(*known.most) : Argument();
  if (known.empty || (least.empty() && most.empty())) return any;
  if (least.empty()) return Argument(at_most, {most});
  if (most.empty()) return Argument(at_least, {least});
  return Argument(from_to, {least, most});
}

struct RuleWarnings {
  const RuleContext& in;

  CHISO_INLINE Interval values_of(const Program& program) const { return interval_of(program, in.measures, in.derived); }
  CHISO_INLINE void unreachable(Points most) const {
    if (most < in.max)
      in.report.warn(problems::points_unreachable,
                     {as_decimal(most, in.point_decimals).text(), as_decimal(in.max, in.point_decimals).text()});
  }

  /// A rule that contains no other rules.
  template <class R>
  void operator()(const R& rule, const Shape& shape) const {
    auto most = most_points(shape, in.measures, in.derived);
    if constexpr (std::is_same_v<R, rules::Survey>) most = (std::min)(most, best_answer(rule));
    unreachable(most);
    if constexpr (std::is_same_v<R, rules::Tiers>) {
      const auto& bands = std::get<shapes::Bands>(static_cast<const AnyShape&>(shape));
      tiers(rule, bands);
      ratio(rule.value, bands.value, [&](const Decimal& all) { return falls_beyond(bands, all); });
    }
    if constexpr (std::is_same_v<R, rules::Between>) ratio(rule.value, *shape.measured, [&](const Decimal& all) { return rule.to == all; });
  }
  /// Warns of each part by itself. The whole is then checked against what its parts can be said to give, so that nothing is reported
  /// twice.
  template <class R>
    requires requires(const R& rule) { rule.parts; }
  void operator()(const R& rule, const Shape& shape) const {
    const auto& combined = std::get<shapes::Combine>(static_cast<const AnyShape&>(shape));
    int128 largest = 0, sum = 0;
    {
      const auto list = in.report.step("parts");
      for (std::size_t i = 0; i < rule.parts.size(); ++i) {
        const auto step = in.report.step(i);
        const auto at = in.report.step("rule");
        const Points points{*rule.parts[i].points.scaled(in.point_decimals)};
        warn(*rule.parts[i].rule, combined.parts[i], in.part(points));
        largest = (std::max)(largest, int128{points.quanta});
        sum = (std::min)(int128{in.max.quanta}, sum + points.quanta);
      }
    }
    if (combined.by == shapes::Combine::By::deducted) return;  // all points are earned where nothing is deducted
    unreachable({static_cast<std::int64_t>(combined.by == shapes::Combine::By::sum ? sum : largest)});
  }

  /// A mean is at most its best answer, but as a quotient of sums it would be unbounded.
  CHISO_INLINE Points best_answer(const rules::Survey& rule) const {
    Decimal best;
    for (const auto& answer : rule.answers) best = (std::max)(best, answer.second);
    return {(Rational(in.max.quanta) * Rational(best) / Rational(100)).nearest_whole()};
  }

  CHISO_INLINE void tiers(const rules::Tiers& rule, const shapes::Bands& bands) const {
    const auto known = values_of(bands.value);
    std::vector<Range> ranges;
    for (const auto& band : bands.bands) ranges.push_back(band.range);
    const auto can_hold = reachable(ranges, known);
    const auto list = in.report.step("tiers");
    for (const auto& gap : narrow_gaps(ranges, decimals_of(bands.value, in.measures, in.derived))) {
      const auto step = in.report.step((std::max)(gap.lower, gap.upper));
      in.report.warn(problems::tier_gap, {words_of(gap), rule.tiers.back().points.text()});
    }
    for (std::size_t i = 0; i + 1 < ranges.size(); ++i) {  // the last must be there, whatever is left for it
      const auto step = in.report.step(i);
      const bool next_takes_the_rest = i + 2 == ranges.size();
      if (!can_hold[i])
        in.report.warn(problems::tier_unreachable, {words_of(rule.tiers[i].ends()), values(known)});
      else if (bands.bands[i].points == bands.bands[i + 1].points && (next_takes_the_rest || adjoin(ranges[i], ranges[i + 1])))
        in.report.warn(problems::tier_same_points, {rule.tiers[i].points.text()});
    }
  }

  /// Whether the tier of every number above `all` has fewer points than that of `all`, and no tier names such a number.
  CHISO_INLINE static bool falls_beyond(const shapes::Bands& bands, const Decimal& all) {
    const auto expects = [&](const std::optional<Cut>& cut) { return cut && cut->at > all; };
    const auto points = [&](const auto& order_to) {
      return std::find_if(bands.bands.begin(), bands.bands.end(), [&](const auto& band) { return holds(band.range, order_to); })->points;
    };
    for (const auto& band : bands.bands)
      if (expects(band.range.lower) || expects(band.range.upper)) return false;
    return points([](const Decimal&) { return std::strong_ordering::greater; }) < points([&](const Decimal& at) { return all <=> at; });
  }
  /// Warns of a plain ratio of one measure to another, where more than 100 % of it loses points. `falls` says whether the rule gives fewer
  /// points for every value above a number, here 100 %, than for that number.
  template <class Falls>
  void ratio(const Number& text, const Program& value, const Falls& falls) const {
    const auto& nodes = value.nodes;
    if (nodes.size() != 3 || nodes[0].op != Op::measure || nodes[1].op != Op::measure) return;
    if (nodes[2].op != Op::divide && nodes[2].op != Op::percent) return;
    const Decimal all = nodes[2].op == Op::percent ? 100 : 1;
    const auto known = values_of(value);
    if (known.empty || (known.most && *known.most <= Rational(all)) || !falls(all)) return;
    const auto name = [&](const Node& node) { return in.measures[static_cast<std::size_t>(node.index)].name; };
    const auto step = in.report.step("value");
    in.report.warn(problems::ratio_above_100, {text.text, all.text(), name(nodes[0]), name(nodes[1])});
  }
};
}

CHISO_INLINE void warn(const Rule& rule, const Shape& shape, const RuleContext& in) {
  std::visit([&](const auto& r) { detail::RuleWarnings{in}(r, shape); }, static_cast<const AnyRule&>(rule));
}
}
