#pragma once
#include <algorithm>
#include <chiso/expr/bounds.hpp>
#include <chiso/expr/evaluate.hpp>
#include <chiso/expr/tile.hpp>
#include <chiso/expr/whole_arithmetic.hpp>
#include <chiso/model/model.hpp>
#include <cstdint>
#include <optional>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How a check stands on a row. Those of a state have its number; 0 holds.
enum class Judgement : std::uint8_t { holds, undefined, missing, not_applicable, too_few, fails };
static_assert(static_cast<Judgement>(State::undefined) == Judgement::undefined &&
              static_cast<Judgement>(State::missing) == Judgement::missing &&
              static_cast<Judgement>(State::not_applicable) == Judgement::not_applicable);

/// What an `unusual` allows in one cohort.
struct UnusualRange {
  bool too_few = false;
  bool all_hold = false;
  Rational least{}, most{};
};

/// What the columns of a batch prove about the programs of a check.
struct CheckBounds {
  CHISO_INLINE CheckBounds(const Check& check, const Batch& batch, std::pmr::memory_resource* memory) {
    if (const auto* program = judged_program(check.form)) of_form = bounds(*program, batch, memory);
    if (check.applies_when) of_condition = bounds(*check.applies_when, batch, memory);
  }
  /// The truth of a relation or a stated figure, or the value that may be unusual; null if the check has neither.
  CHISO_INLINE static const Program* judged_program(const CheckForm& form) {
    if (const auto* relation = std::get_if<check_forms::Relation>(&form)) return &relation->holds;
    if (const auto* stated = std::get_if<check_forms::Stated>(&form)) return &stated->holds;
    if (const auto* unusual = std::get_if<check_forms::Unusual>(&form)) return &unusual->value;
    return nullptr;
  }
  std::optional<Bounds> of_form{};
  std::optional<Bounds> of_condition{};
};

/// Judges checks on tiles of rows. It has working space, so each thread needs its own.
class TileJudge {
 public:
  /// The judgements on rows first..first + count of a batch, count <= tile_rows. `range` is that of an `unusual`, in the cohort of all
  /// these rows.
  CHISO_INLINE void judge(const Check& check, const CheckBounds& limits, const Batch& batch, std::size_t first, std::size_t count,
                          const UnusualRange* range, Judgement* out) {
    if (const auto* repeated = std::get_if<check_forms::Repeated>(&check.form)) {
      judge_repeated(*repeated, batch, first, count, out);
    } else if (const auto* unusual = std::get_if<check_forms::Unusual>(&check.form)) {
      run(unusual->value, *limits.of_form, batch, first, count, [&](const auto& values) { compare(values, *range, count, out); });
    } else {
      run(*CheckBounds::judged_program(check.form), *limits.of_form, batch, first, count,
          [&](const auto& truth) { judgements_of(truth, count, Judgement::fails, out); });
    }
    apply_condition(check, limits, batch, first, count, out);
  }
  /// Replaces the judgements where the condition of a check is not true: the strongest state counts.
  CHISO_INLINE void apply_condition(const Check& check, const CheckBounds& limits, const Batch& batch, std::size_t first, std::size_t count,
                                    Judgement* out) {
    if (!check.applies_when) return;
    run(*check.applies_when, *limits.of_condition, batch, first, count,
        [&](const auto& truth) { judgements_of(truth, count, Judgement::not_applicable, condition_); });
    merge(condition_, count, out);
  }
  /// Calls take(operand) with the last result of a program; numbers that need more than 128 bits are taken one by one, as Outcome.
  template <class Take>
  void run(const Program& program, const Bounds& limits, const Batch& batch, std::size_t first, std::size_t count, Take&& take) {
    switch (width_of(limits.peak)) {
      case Width::doubles: return take(doubles_.run(program, limits, batch, first, count));
      case Width::bits64: return take(bits64_.run(program, limits, batch, first, count));
      case Width::bits128: return take(bits128_.run(program, limits, batch, first, count));
      case Width::wide: break;
    }
    wide_.clear();
    for (std::size_t r = 0; r < count; ++r) wide_.push_back(evaluate(program, batch, first + r));
    take(wide_);
  }

 private:
  template <class Number>
  CHISO_KERNEL static void judgements_of(const Operand<Number>& truth, std::size_t count, Judgement if_false, Judgement* out) {
    const Number* x = truth.num;
    auto* to = reinterpret_cast<std::uint8_t*>(out);
    const auto no = static_cast<std::uint8_t>(if_false);
    for (std::size_t r = 0; r < count; ++r) to[r] = x[r] != 0 ? std::uint8_t{0} : no;
    if (truth.state == nullptr) return;
    const auto* states = reinterpret_cast<const std::uint8_t*>(truth.state);
    for (std::size_t r = 0; r < count; ++r) to[r] = states[r] != 0 ? states[r] : to[r];
  }
  CHISO_INLINE static void judgements_of(const std::vector<Outcome>& truths, std::size_t count, Judgement if_false, Judgement* out) {
    for (std::size_t r = 0; r < count; ++r)
      out[r] = truths[r].state != State::value ? static_cast<Judgement>(truths[r].state)
               : truths[r].value.sign() != 0   ? Judgement::holds
                                               : if_false;
  }
  CHISO_KERNEL CHISO_INLINE static void merge(const Judgement* condition, std::size_t count, Judgement* out) {
    const auto* from = reinterpret_cast<const std::uint8_t*>(condition);
    auto* to = reinterpret_cast<std::uint8_t*>(out);
    constexpr auto last_state = static_cast<std::uint8_t>(Judgement::not_applicable);
    for (std::size_t r = 0; r < count; ++r) {
      const std::uint8_t state = to[r] <= last_state && to[r] > from[r] ? to[r] : from[r];
      to[r] = from[r] != 0 ? state : to[r];
    }
  }
  CHISO_INLINE void judge_repeated(const check_forms::Repeated& form, const Batch& batch, std::size_t first, std::size_t count,
                                   Judgement* out) {
    const auto* before = batch.row_before.data() + first;
    for (std::size_t r = 0; r < count; ++r) out[r] = before[r] == Batch::no_row ? Judgement::missing : Judgement::fails;
    for (const auto measure : form.measures) {
      const auto& column = batch.measures[measure];
      column.values.visit([&](auto values) { hold_where_they_differ(values.data(), first, before, count, out); });
      if (column.states.empty()) continue;
      for (std::size_t r = 0; r < count; ++r)
        if (before[r] == Batch::no_row || column.states[first + r] != State::value || column.states[before[r]] != State::value)
          out[r] = Judgement::missing;
    }
    for (std::size_t r = 0; r < count; ++r) {
      const auto is_zero = [&](std::size_t measure) { return batch.measures[measure].values[first + r] == 0; };
      if (out[r] == Judgement::fails && std::all_of(form.measures.begin(), form.measures.end(), is_zero)) out[r] = Judgement::holds;
    }
  }
  /// Most rows differ in the first measure: then nothing of the previous row is read for the others.
  template <class Value>
  CHISO_KERNEL static void hold_where_they_differ(const Value* values, std::size_t first, const std::uint32_t* before, std::size_t count,
                                                  Judgement* out) {
    for (std::size_t r = 0; r < count; ++r)
      if (out[r] == Judgement::fails && values[first + r] != values[before[r]]) out[r] = Judgement::holds;
  }
  CHISO_INLINE static Judgement judgement_of(const Rational& value, const UnusualRange& range) {
    if (range.too_few) return Judgement::too_few;
    return range.all_hold || (value >= range.least && value <= range.most) ? Judgement::holds : Judgement::fails;
  }
  template <class Number>
  static void compare(const Operand<Number>& values, const UnusualRange& range, std::size_t count, Judgement* out) {
    for (std::size_t r = 0; r < count; ++r) {
      const auto state = values.state == nullptr ? State::value : values.state[r];
      out[r] = state != State::value ? static_cast<Judgement>(state)
                                     : judgement_of(Rational(static_cast<int128>(values.num[r]),
                                                             static_cast<int128>(values.den == nullptr ? values.common : values.den[r])),
                                                    range);
    }
  }
  CHISO_INLINE static void compare(const std::vector<Outcome>& values, const UnusualRange& range, std::size_t count, Judgement* out) {
    for (std::size_t r = 0; r < count; ++r)
      out[r] = values[r].state != State::value ? static_cast<Judgement>(values[r].state) : judgement_of(values[r].value, range);
  }

  TileEvaluator<double> doubles_;
  TileEvaluator<std::int64_t> bits64_;
  TileEvaluator<int128> bits128_;
  std::vector<Outcome> wide_{};
  alignas(64) Judgement condition_[tile_rows];
};
}
