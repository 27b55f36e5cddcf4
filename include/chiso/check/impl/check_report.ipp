#pragma once
#include <algorithm>
#include <chiso/check/check_report.hpp>
#include <chiso/check/impl/check_value.ipp>
#include <chiso/check/impl/implied_counts.ipp>
#include <chiso/check/impl/judging.ipp>
#include <chiso/check/impl/slips.ipp>
#include <chiso/check/impl/unusual.ipp>
#include <chiso/evidence/resolve.hpp>
#include <memory_resource>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// A value rounded to decimals away from zero, or towards it.
CHISO_INLINE Rational rounded_in_size(const Rational& value, int decimals, bool away) {
  const auto size = (value.sign() < 0 ? -value : value) * Rational(Decimal::power(decimals));
  auto whole = size.floor();
  if (away && whole < size) whole = whole + Rational(1);
  const auto out = whole / Rational(Decimal::power(decimals));
  return value.sign() < 0 ? -out : out;
}
CHISO_INLINE Rational rounded_half_even(const Rational& value, int decimals) {
  const auto down = rounded_in_size(value, decimals, false), up = rounded_in_size(value, decimals, true);
  const auto twice = value + value;
  if (twice != down + up) return value.nearest(decimals);
  const auto half = down * Rational(Decimal::power(decimals)) / Rational(2);
  return half == half.floor() ? down : up;
}
}

/// Judges the checks of a model on resolved rows.
class CheckRun {
 public:
  CHISO_INLINE CheckRun(ResolvedEvidence resolved, const Model& model)
      : resolved_(std::move(resolved)),
        batch_(resolved_.batch()),
        rows_(resolved_.given().rows()),
        out_{.model = model, .evidence = resolved_.given()},
        unusual_(out_.model, batch_, resolved_.cohorts(), limits_, tiles_) {
    const auto checks = model.checks();
    out_.judged.resize(checks.size());
    not_holding_.resize(checks.size());
    limits_.reserve(checks.size());
    for (const auto& check : checks) limits_.emplace_back(check, batch_, &memory_);
  }

  CHISO_INLINE CheckReport run() {
    for (std::size_t check = 0; check < limits_.size(); ++check)
      if (is_unusual(check)) judge_unusual(check);
    for (std::size_t first = 0; first < rows_; first += tile_rows) {
      const auto count = (std::min)(tile_rows, rows_ - first);
      for (std::size_t check = 0; check < limits_.size(); ++check) {
        if (is_unusual(check)) continue;
        tiles_.judge(of(check), limits_[check], batch_, first, count, nullptr, judgements_);
        count_judgements(check, judgements_, first, count);
      }
    }
    for (std::size_t check = 0; check < limits_.size(); ++check) {
      for (const auto row : not_holding_[check]) find(check, row);
      imply(check);
    }
    add_slips();
    return std::move(out_);
  }

 private:
  CHISO_INLINE const Check& of(std::size_t check) const { return out_.model.checks()[check]; }
  CHISO_INLINE bool is_unusual(std::size_t check) const { return std::holds_alternative<check_forms::Unusual>(of(check).form); }

  CHISO_INLINE void judge_unusual(std::size_t check) {
    const auto& judgements = unusual_.run(check);
    for (std::size_t first = 0; first < rows_; first += tile_rows)
      count_judgements(check, judgements.data() + first, first, (std::min)(tile_rows, rows_ - first));
  }
  CHISO_INLINE void count_judgements(std::size_t check, const Judgement* judgements, std::size_t first, std::size_t count) {
    const auto* codes = reinterpret_cast<const std::uint8_t*>(judgements);
    const auto any = any_but_holding(codes, count);
    auto& judged = out_.judged[check];
    if (!any) {
      judged.held += count;
      return;
    }
    for (std::size_t r = 0; r < count; ++r) switch (judgements[r]) {
        case Judgement::holds: ++judged.held; break;
        case Judgement::undefined: ++judged.undefined; break;
        case Judgement::missing: ++judged.missing; break;
        case Judgement::not_applicable: ++judged.not_applicable; break;
        case Judgement::too_few: ++judged.too_few; break;
        case Judgement::fails: not_holding_[check].push_back(static_cast<std::uint32_t>(first + r)); break;
      }
  }
  CHISO_KERNEL CHISO_INLINE static bool any_but_holding(const std::uint8_t* codes, std::size_t count) {
    std::uint8_t any = 0;
    for (std::size_t r = 0; r < count; ++r) any = static_cast<std::uint8_t>(any | codes[r]);
    return any != 0;
  }

  CHISO_INLINE void find(std::size_t check, std::size_t row) {
    const auto& measures = out_.model.measures();
    Finding out{.check = check, .row = row, .severity = of(check).severity};
    for (const auto measure : of(check).measures)
      out.figures.push_back({measure, detail::check_value(batch_.measures[measure], row, measures[measure])});
    if (const auto* relation = std::get_if<check_forms::Relation>(&of(check).form)) compare(*relation, out);
    if (const auto* stated = std::get_if<check_forms::Stated>(&of(check).form)) round(*stated, out);
    if (const auto* unusual = std::get_if<check_forms::Unusual>(&of(check).form)) {
      const auto& range = unusual_.range(check, resolved_.cohorts().of_row[row]);
      out.found = evaluate(unusual->value, batch_, row).value;
      out.expected_range = {range.least, range.most};
    }
    auto& judged = out_.judged[check];
    ++(out.severity == Severity::error ? judged.failed : judged.warned);
    out_.findings.push_back(std::move(out));
  }
  /// Tells the sides of the first comparison that fails.
  CHISO_INLINE void compare(const check_forms::Relation& form, Finding& out) const {
    for (const auto& sides : form.sides) {
      const auto left = evaluate(sides.left, batch_, out.row), right = evaluate(sides.right, batch_, out.row);
      if (left.state != State::value || right.state != State::value || holds(left.value, sides.sign, right.value)) continue;
      out.found = detail::check_value(left, sides.left, out_.model.measures());
      out.expected = detail::check_value(right, sides.right, out_.model.measures());
      out.sign = sides.sign;
      return;
    }
  }
  CHISO_INLINE static bool holds(const Rational& left, std::string_view sign, const Rational& right) {
    const auto order = left <=> right;
    if (sign == "==") return order == 0;
    if (sign == "!=") return order != 0;
    if (sign == "<") return order < 0;
    if (sign == "<=") return order <= 0;
    return sign == ">" ? order > 0 : order >= 0;
  }
  CHISO_INLINE void round(const check_forms::Stated& form, Finding& out) const {
    const auto stated = evaluate(form.stated, batch_, out.row).value, of = evaluate(form.of, batch_, out.row).value;
    out.found = stated;
    out.expected = of.nearest(form.decimals);
    if (stated == detail::rounded_half_even(of, form.decimals))
      out.rounded = RoundedOtherwise::half_even;
    else if (stated == detail::rounded_in_size(of, form.decimals, false))
      out.rounded = RoundedOtherwise::down;
    else if (stated == detail::rounded_in_size(of, form.decimals, true))
      out.rounded = RoundedOtherwise::up;
    if (out.rounded) out.severity = Severity::warning;
  }

  /// Tells what a stated percentage says of the one count that is missing.
  CHISO_INLINE void imply(std::size_t check) {
    const auto* form = std::get_if<check_forms::Stated>(&of(check).form);
    if (form == nullptr || !form->counts) return;
    const auto &numerator = batch_.measures[(*form->counts)[0]], &denominator = batch_.measures[(*form->counts)[1]];
    if (numerator.states.empty() && denominator.states.empty()) return;
    for (std::size_t row = 0; row < rows_; ++row) {
      const auto above = numerator.state(row), below = denominator.state(row);
      const bool of_above = above == State::missing && below == State::value;
      if (!of_above && !(above == State::value && below == State::missing)) continue;
      if (of(check).applies_when) {
        const auto condition = evaluate(*of(check).applies_when, batch_, row);
        if (condition.state != State::value || condition.value.sign() == 0) continue;
      }
      const auto stated = evaluate(form->stated, batch_, row);
      if (stated.state != State::value || stated.value.nearest(form->decimals) != stated.value) continue;
      const auto range = of_above ? detail::implied_numerators(stated.value, form->decimals, Rational(denominator.values[row]))
                                  : detail::implied_denominators(stated.value, form->decimals, Rational(numerator.values[row]));
      if (range) out_.implied.push_back({check, row, (*form->counts)[of_above ? 0 : 1], range->least, range->most});
    }
  }

  /// Looks once on each row with failing relations or stated figures.
  CHISO_INLINE void add_slips() {
    std::vector<std::pair<std::size_t, std::size_t>> failing;  // row and finding
    for (std::size_t i = 0; i < out_.findings.size(); ++i) {
      const auto& finding = out_.findings[i];
      const auto& form = of(finding.check).form;
      const bool typed = std::holds_alternative<check_forms::Relation>(form) || std::holds_alternative<check_forms::Stated>(form);
      if (typed && !finding.rounded) failing.emplace_back(finding.row, i);
    }
    if (failing.empty()) return;
    std::sort(failing.begin(), failing.end());
    SlipSearch search(out_.model, batch_, resolved_.cohorts(), limits_, unusual_, tiles_);
    std::vector<std::size_t> checks;
    for (std::size_t i = 0; i < failing.size();) {
      const auto first = i;
      checks.clear();
      for (; i < failing.size() && failing[i].first == failing[first].first; ++i) checks.push_back(out_.findings[failing[i].second].check);
      auto carried = search.run(failing[first].first, checks);
      for (std::size_t j = first; j < i; ++j) {
        auto& finding = out_.findings[failing[j].second];
        finding.slips = std::move(carried[j - first].slips);
        finding.slip_count = carried[j - first].count;
      }
    }
  }

  ResolvedEvidence resolved_;
  const Batch& batch_;
  std::size_t rows_;  // those after them are there by fallback alone
  CheckReport out_;
  std::pmr::monotonic_buffer_resource memory_{std::size_t{64} << 10};  // declared before the bounds, so that it outlives them
  std::vector<CheckBounds> limits_{};
  std::vector<std::vector<std::uint32_t>> not_holding_{};  // rows, by check
  TileJudge tiles_{};
  UnusualJudge unusual_;
  alignas(64) Judgement judgements_[tile_rows];
};

CHISO_INLINE CheckReport check(const Evidence& evidence, const Model& model) {
  return CheckRun(resolve_for_checks(evidence, model), model).run();
}
CHISO_INLINE CheckReport check(const Evidence& evidence) { return check(evidence, evidence.model()); }
}
