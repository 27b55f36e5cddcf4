#pragma once
#include <array>
#include <chiso/check/check_value.hpp>
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/core/problem.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How a stated value was rounded that is not rounded half up: half to even, towards zero, or away from zero.
enum class RoundedOtherwise : std::uint8_t {
  half_even,  ///< Half to the even digit.
  down,       ///< Towards zero: cut.
  up          ///< Away from zero.
};
constexpr std::array<std::string_view, 3> names_of(RoundedOtherwise) { return {"half_even", "down", "up"}; }

/// A slip of the hand in typing a number.
enum class SlipKind : std::uint8_t {
  swapped,  ///< Two neighbouring digits exchanged.
  digit,    ///< One digit replaced.
  dropped,  ///< One digit left out.
  added,    ///< One digit too many.
  shifted   ///< The decimal mark misplaced by one to three places: often a wrong unit.
};
constexpr std::array<std::string_view, 5> names_of(SlipKind) { return {"swapped", "digit", "dropped", "added", "shifted"}; }

/// A number that may have been meant: with it in its cell, the checks in `repairs` hold, and none that held fails.
struct Slip {
  SlipKind kind = SlipKind::swapped;   ///< The first kind by which the number that stands there comes from this one.
  std::size_t measure = 0;             ///< Its place in the model.
  Decimal value{};                     ///< What was meant.
  std::vector<std::size_t> repairs{};  ///< The places of the checks in the model, ascending; at least one.
};

/// A measure that the expressions of a check name on the row itself, with what stands there after fallback.
struct CheckFigure {
  std::size_t measure = 0;  ///< Its place in the model.
  CheckValue value{};       ///< What stands there.
};

/// A check that does not hold on a row.
struct Finding {
  std::size_t check = 0;                      ///< Its place in Model::checks().
  std::size_t row = 0;                        ///< The row of the evidence.
  Severity severity = Severity::error;        ///< That of the check, but a warning if `rounded` says so.
  std::optional<RoundedOtherwise> rounded{};  ///< The stated value is right but for its rounding: then this is a warning.
  std::vector<CheckFigure> figures{};         ///< In the order of the model.
  /// Of `stated` what is stated, of `unusual` the value; of a `relation` that is one comparison, or an `and` of comparisons, the left side
  /// of the first one that fails. Otherwise empty.
  std::optional<CheckValue> found{};
  std::optional<CheckValue> expected{};                     ///< Of `stated` the rounded value, of a comparison its right side.
  std::optional<std::array<Rational, 2>> expected_range{};  ///< Of `unusual` the least and the most that hold.
  std::string_view sign{};                                  ///< Of a comparison: `==`, `!=`, `<`, `<=`, `>`, `>=`; otherwise empty.
  std::vector<Slip> slips{};                                ///< Those that repair most, by kind, then by the size of the change; at most 5.
  std::size_t slip_count = 0;                               ///< How many there are.

  /// What was likely meant: the one slip that explains the finding. Of several none is likelier than the others, whoever has the papers
  /// decides: then null, as without a slip.
  const Slip* likely_slip() const { return slip_count == 1 ? &slips.front() : nullptr; }
};
}
