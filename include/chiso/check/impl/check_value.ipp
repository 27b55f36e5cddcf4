#pragma once
#include <chiso/check/check_value.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/measure.hpp>
#include <chiso/expr/program.hpp>
#include <type_traits>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::string exact_text(const CheckValue& value) {
  return std::visit(
      []<class T>(const T& of) -> std::string {
        if constexpr (std::is_same_v<T, State>)
          return std::string(name_of(of));
        else if constexpr (std::is_same_v<T, bool>)
          return of ? "yes" : "no";
        else if constexpr (std::is_same_v<T, std::string>)
          return of;
        else
          return of.text();
      },
      value);
}

namespace detail {
/// What an evaluator gives, by the type that it has; `options` are those of a choice.
CHISO_INLINE CheckValue check_value(const Outcome& outcome, Type type, const NameList* options) {
  if (outcome.state != State::value) return outcome.state;
  if (type == Type::number) return outcome.value;
  const auto code = static_cast<std::int64_t>(outcome.value.as_ratio()->num);
  if (type == Type::truth) return code != 0;
  if (type == Type::date) return Date::of_number(code);
  return options->names()[static_cast<std::size_t>(code)];
}
CHISO_INLINE CheckValue check_value(const Outcome& outcome, const Program& program, const Measures& measures) {
  const auto* options = program.options < 0 ? nullptr : &measures[static_cast<std::size_t>(program.options)].options;
  return check_value(outcome, program.type, options);
}
CHISO_INLINE CheckValue check_value(const Column& column, std::size_t row, const Measure& measure) {
  const auto state = column.state(row);
  if (state != State::value) return state;
  return check_value({State::value, Rational(column.values[row], Decimal::power(column.decimals))}, type_of(measure.type),
                     &measure.options);
}
}
}
