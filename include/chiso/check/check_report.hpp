#pragma once
#include <chiso/check/finding.hpp>
#include <chiso/core/build.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/expr/rational.hpp>
#include <chiso/model/model.hpp>
#include <cstddef>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How one check was judged: the numbers of rows, which sum to the rows of the evidence.
struct JudgedRows {
  std::size_t held = 0;            ///< On which it held.
  std::size_t failed = 0;          ///< Findings of severity error.
  std::size_t warned = 0;          ///< Findings of severity warning.
  std::size_t missing = 0;         ///< Not judged: something that the check reads, or its applies_when, is missing,
  std::size_t not_applicable = 0;  ///< does not apply (or applies_when is false),
  std::size_t undefined = 0;       ///< or divides by zero.
  std::size_t too_few = 0;         ///< Not judged: `unusual` has fewer than 5 values to compare with.
};
/// What a stated percentage and one of its two counts say of the other, which is missing: it is a whole number from `least` to `most`.
struct ImpliedCount {
  std::size_t check = 0;    ///< Its place in Model::checks().
  std::size_t row = 0;      ///< The row of the evidence.
  std::size_t measure = 0;  ///< The missing count.
  Rational least{};         ///< The least that it may be.
  Rational most{};          ///< The most that it may be.
};

/// What the checks of a model say of evidence (docs/guide/checks.md). Findings and implied counts stand in the order of the checks, then of
/// the rows.
struct CheckReport {
  Model model;                          ///< Whose checks these are.
  Evidence evidence;                    ///< Whose rows these are.
  std::vector<Finding> findings{};      ///< One for each row on which a check does not hold.
  std::vector<JudgedRows> judged{};     ///< One for each check of the model.
  std::vector<ImpliedCount> implied{};  ///< The missing counts that stated percentages imply; they are no findings.
};

/// Judges the checks of the evidence's model on each of its rows, after fallback; rows that are there by fallback alone are not judged.
/// Exact; the order of rows and checks changes only the order of what is found. O(rows x nodes of expressions), and for each row on which a
/// `relation` or `stated` fails O(candidates x expressions that read them), 100 candidates or so for a number.
CHISO_INLINE CheckReport check(const Evidence& evidence);
/// Judges the checks of another model that reads the evidence alike. @throws ShapeError with every difference, as resolve().
CHISO_INLINE CheckReport check(const Evidence& evidence, const Model& model);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/check/impl/check_report.ipp>
#endif
