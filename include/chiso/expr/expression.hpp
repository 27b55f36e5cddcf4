#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/expr/measure.hpp>
#include <concepts>
#include <string>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// The text of an expression (SPEC 4) in a draft. The type of the member says which type the expression must have.
struct ExpressionText {
  std::string text{};
  friend bool operator==(const ExpressionText&, const ExpressionText&) = default;
};
template <Type Of>
struct Typed : ExpressionText {
  static constexpr Type type = Of;
  Typed() = default;
  Typed(const char* written) : ExpressionText{written} {}
  Typed(std::string written) : ExpressionText{std::move(written)} {}
  template <class Written>
    requires(Of == Type::number && ((std::integral<Written> && !std::same_as<Written, bool>) || std::floating_point<Written>))
  Typed(Written written) : ExpressionText{Decimal(written).text()} {}
};
using Number = Typed<Type::number>;
using Truth = Typed<Type::truth>;
using Choice = Typed<Type::choice>;
}
