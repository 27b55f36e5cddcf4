#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/optional_box.hpp>
#include <chiso/core/points.hpp>
#include <chiso/core/text.hpp>
#include <chiso/expr/program.hpp>
#include <chiso/expr/rational.hpp>
#include <chiso/expr/state.hpp>
#include <chiso/rule/ends.hpp>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace chiso::inline CHISO_BUILD {
struct Shape;
/// The few shapes that all rules are lowered to. They are only data; `score` computes what they mean, in quanta before rounding.
namespace shapes {
/// The points of an option, or of false and true.
struct Lookup {
  Program value{};               ///< A choice or a truth.
  std::vector<Points> points{};  ///< By place of the option; of a truth those of false, then those of true.
};
/// The points of the first range that contains the value; the last range contains the rest.
struct Bands {
  /// A range and its points.
  struct Band {
    Range range{};    ///< The numbers that it holds.
    Points points{};  ///< What they earn.
  };
  Program value{};            ///< A number.
  std::vector<Band> bands{};  ///< In the order in which they are read; the last holds every number.
};
/// clamp(slope x value + offset, least, most); 0 if the value is strictly on the zero side of `floor`.
struct AffineClamp {
  /// A value short of which nothing is earned.
  struct Floor {
    Decimal at{};        ///< That value, which itself is not short of it.
    bool rising = true;  ///< True if the zero side is below.
  };
  Program value{};               ///< A number.
  Rational slope{};              ///< Quanta for each 1 of the value.
  Rational offset{};             ///< Quanta at 0.
  Points least{};                ///< Lower limit.
  Points most{};                 ///< Upper limit.
  std::optional<Floor> floor{};  ///< Absent: nothing is short.
};
/// base if slope x value + offset <= 0, otherwise min(cap, base + add x floor(slope x value + offset)).
struct Steps {
  Program value{};    ///< A number.
  Rational slope{};   ///< Steps for each 1 of the value.
  Rational offset{};  ///< Steps at 0.
  Points base{};      ///< Before the first step.
  Points add{};       ///< For every full step.
  Points cap{};       ///< The most.
};
/// Half the points in proportion up to the target, the other half from there to the leader of the cohort.
struct Target {
  Program value{};   ///< A number.
  Program target{};  ///< A number, what earns half.
  Program leader{};  ///< The greatest value of the cohort.
  Points most{};     ///< For the leader.
};
/// The largest part that is a value, the sum of all parts, or `most` less that sum; within `least` and `most`.
struct Combine {
  /// How parts are combined.
  enum class By : std::uint8_t {
    largest,  ///< The largest part that is a value.
    sum,      ///< The sum of all parts.
    deducted  ///< `most` less that sum.
  };
  /// What a part is called, and what it counts in a State if that is then not the leaf's.
  struct OfPart {
    OptionalBox<Text> label{};                      ///< Absent: it has none.
    std::array<std::optional<Points>, 4> counts{};  ///< By State; absent: that state is the leaf's.
    /// What it counts in a state.
    const std::optional<Points>& in(State state) const { return counts[static_cast<std::size_t>(state)]; }
  };
  By by = By::largest;            ///< How they are combined.
  Points least{};                 ///< Lower limit.
  Points most{};                  ///< Upper limit.
  std::vector<OfPart> of_part{};  ///< As many as parts, in their order.
  std::vector<Shape> parts;       ///< In the order of the rule. No initialiser: clang would instantiate it while Shape is incomplete.
};
}
/// The closed set of shapes.
using AnyShape = std::variant<shapes::Lookup, shapes::Bands, shapes::AffineClamp, shapes::Steps, shapes::Target, shapes::Combine>;
/// What a rule is lowered to.
struct Shape : AnyShape {
  using variant::variant;
  CHISO_VALUE_MEMBERS(Shape)
  /// What the rule measures, shown in reasons if the shape reads something else; scoring never looks at it.
  OptionalBox<Program> measured{};
};
/// The program that a rule measures; null if it is made of parts.
CHISO_INLINE const Program* measured_by(const Shape& shape);

/// Whether the points of a shape can be undefined for some evidence, guards not looked at. A part that counts something itself where it is
/// undefined cannot make them so. O(parts).
CHISO_INLINE bool may_be_undefined(const Shape& shape);
/// Calls visit(program) for every program that the points of a shape are computed from, in order.
template <class Visit>
void for_each_program(const Shape& shape, Visit&& visit) {
  std::visit(
      [&]<class S>(const S& s) {
        if constexpr (std::is_same_v<S, shapes::Combine>)
          for (const auto& part : s.parts) for_each_program(part, visit);
        else
          visit(s.value);
        if constexpr (std::is_same_v<S, shapes::Target>) visit(s.target), visit(s.leader);
      },
      static_cast<const AnyShape&>(shape));
}
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/shape.ipp>
#endif
