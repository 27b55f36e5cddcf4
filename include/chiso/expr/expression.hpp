#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/expr/measure.hpp>
#include <concepts>
#include <string>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// The text of an expression in a draft (docs/guide/expressions.md). The type of the member says which type the expression must have;
/// building the model compiles it and reports what is wrong with it.
struct ExpressionText {
  std::string text{};  ///< On one line, at most 4096 bytes.
  /// Whether the texts are the same, blanks included.
  friend bool operator==(const ExpressionText&, const ExpressionText&) = default;
};
/// The text of an expression of one type; it converts from text.
template <Type Of>
struct Typed : ExpressionText {
  static constexpr Type type = Of;  ///< What the expression must come to.
  Typed() = default;                ///< Without text, which is an error where an expression is required.
  /// The text as it is written: `"percent(on_time, resolved)"`.
  Typed(const char* written) : ExpressionText{written} {}
  /// The text as it is written.
  Typed(std::string written) : ExpressionText{std::move(written)} {}
  /// A number as an expression: its shortest decimal. @throws std::invalid_argument if a double takes more than 15 digits.
  template <class Written>
    requires(Of == Type::number && ((std::integral<Written> && !std::same_as<Written, bool>) || std::floating_point<Written>))
  Typed(Written written) : ExpressionText{Decimal(written).text()} {}
};
using Number = Typed<Type::number>;  ///< An expression that comes to a number.
using Truth = Typed<Type::truth>;    ///< An expression that comes to true or false.
using Choice = Typed<Type::choice>;  ///< An expression that comes to an option of a choice.
}
