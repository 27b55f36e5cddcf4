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
// The few shapes that all rules are lowered to. They are only data; `score` computes what they mean, in quanta before rounding.

struct Shape;
namespace shapes {
/// The points of an option, or of false and true.
struct Lookup {
  Program value{};
  std::vector<Points> points{};
};
/// The points of the first range that contains the value; the last range contains the rest.
struct Bands {
  struct Band {
    Range range{};
    Points points{};
  };
  Program value{};
  std::vector<Band> bands{};
};
/// clamp(slope x value + offset, least, most); 0 if the value is strictly on the zero side of `floor`.
struct AffineClamp {
  struct Floor {
    Decimal at{};
    bool rising = true;  ///< True if the zero side is below.
  };
  Program value{};
  Rational slope{};
  Rational offset{};
  Points least{};
  Points most{};
  std::optional<Floor> floor{};
};
/// base if slope x value + offset <= 0, otherwise min(cap, base + add x floor(slope x value + offset)).
struct Steps {
  Program value{};
  Rational slope{};
  Rational offset{};
  Points base{};
  Points add{};
  Points cap{};
};
/// Half the points in proportion up to the target, the other half from there to the leader of the cohort.
struct Target {
  Program value{};
  Program target{};
  Program leader{};
  Points most{};
};
/// The largest part that is a value, the sum of all parts, or `most` less that sum; within `least` and `most`.
struct Combine {
  enum class By : std::uint8_t { largest, sum, deducted };
  /// What a part is called, and what it counts in a State if that is then not the leaf's.
  struct OfPart {
    OptionalBox<Text> label{};
    std::array<std::optional<Points>, 4> counts{};
    const std::optional<Points>& in(State state) const { return counts[static_cast<std::size_t>(state)]; }
  };
  By by = By::largest;
  Points least{};
  Points most{};
  std::vector<OfPart> of_part{};
  std::vector<Shape> parts;  // no initialiser: clang would instantiate it while Shape is incomplete
};
}
using AnyShape = std::variant<shapes::Lookup, shapes::Bands, shapes::AffineClamp, shapes::Steps, shapes::Target, shapes::Combine>;
struct Shape : AnyShape {
  using variant::variant;
  CHISO_VALUE_MEMBERS(Shape)
  /// What the rule measures, shown in reasons if the shape reads something else; scoring never looks at it.
  OptionalBox<Program> measured{};
};
/// The program that a rule measures; null if it is made of parts.
CHISO_INLINE const Program* measured_by(const Shape& shape);

/// Whether the points of a shape can be undefined; a part with a policy for that cannot make them so (SPEC 5).
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
