#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/expr/rational.hpp>
#include <chiso/plan/what_if.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What a step is.
enum class StepKind : std::uint8_t {
  next,       ///< The nearest value at which the leaf achieves more.
  full,       ///< The nearest one at which it achieves the most that this measure alone can reach.
  unanswered  ///< The measure is missing.
};
constexpr std::array<std::string_view, 3> names_of(StepKind) { return {"next", "full", "unanswered"}; }
/// Where the value of a step stands to that of the row.
enum class StepDirection : std::uint8_t {
  up,    ///< Above it; of a date later.
  down,  ///< Below it; of a date earlier.
  other  ///< Another option, the other of yes and no, or any value in the place of none.
};
constexpr std::array<std::string_view, 3> names_of(StepDirection) { return {"up", "down", "other"}; }

/// A value of one measure at which one leaf achieves more, all else unchanged. Views live as long as the model.
struct LeafStep {
  std::size_t node = 0;                         ///< The leaf, among Model::nodes().
  std::size_t measure = 0;                      ///< Among Model::measures().
  StepDirection direction = StepDirection::up;  ///< Where the value stands to that of the row.
  StepKind kind = StepKind::next;               ///< What the step is.
  bool known = true;                            ///< False if it could not be shown whether there is such a value.
  std::optional<std::int64_t> value{};          ///< As columns hold it; empty if it is not known, and of an unanswered number or date.
  std::optional<std::int64_t> now{};            ///< That of the row; empty for a missing one.
  std::optional<Points> points{};               ///< What the leaf achieves then; empty without a value.
  std::optional<Rational> gain{};               ///< Of the index, then less now; empty if there is none on either side, or no value.
  std::optional<WhatIfResult> then{};           ///< What the row comes to; empty without a value.
};

/// Which steps are looked for.
struct StepsOptions {
  bool ranks = true;           ///< Whether LeafLeafStep::then has rank and class, for which the other rows are looked at.
  std::size_t scan = 100'000;  ///< How many of the nearest values are tried one after the other where nothing is shown of them together.
};

/// The steps of every leaf of a row: of each measure that its rule, or an `applies_when` on it or above, names on the row itself. A leaf
/// whose points are stated, or that is outside its tracks, has none; nor has a measure that is not applicable, or at whose value the leaf
/// achieves the most already. Where the nearest value with more points achieves the most, it is told once, as `full`. In the order of the
/// leaves, then of the measures, then up before down, then as StepKind; options in their order.
///
/// A step that is told is right: no nearer value has more. Values are found by search where the expressions show that points only rise, or
/// only fall, or stay, over a range of values; where they do not, the range is halved; and where that takes too long, the nearest values
/// are tried one by one. O(leaves x measures x log values) what-ifs of a leaf where the first is enough. @throws ShapeError as WhatIf does.
CHISO_INLINE std::vector<LeafStep> steps_of(const WhatIf& what_if, std::size_t row, const StepsOptions& options = {});
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/plan/impl/steps.ipp>
#endif
