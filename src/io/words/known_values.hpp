#pragma once
#include <chiso/expr/program.hpp>
#include <chiso/rule/ends.hpp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// Which values can occur, for words about ranges of them: among whole numbers, above 1 means 2 or more.
struct KnownValues {
  bool whole = false;              ///< Whole numbers by construction: counts, days, sums of them.
  std::optional<Decimal> least{};  ///< Of whole numbers that are never below 0: the first of them.
  Range within{};                  ///< Where they are; of several pieces those elsewhere need no words.
};
KnownValues known_values(const Program& program, const Measures& measures, const Derived& derived);
}
