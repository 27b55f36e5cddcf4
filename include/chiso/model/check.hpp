#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/expr/program.hpp>
#include <chiso/expr/rational.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// One comparison of a relation. Both sides have the type and options of what they are compared as.
struct ComparedSides {
  Program left{};           ///< Left of the sign.
  std::string_view sign{};  ///< `==`, `!=`, `<`, `<=`, `>` or `>=`.
  Program right{};          ///< Right of it.
};

/// What the types of checks are lowered to (data only). The programs read Model::check_derived().
namespace check_forms {
/// Holds where a truth is true.
struct Relation {
  Program holds{};                     ///< A truth.
  std::vector<ComparedSides> sides{};  ///< Of a truth that is a comparison, or an `and` of comparisons, each in turn; otherwise empty.
};
/// Holds where a number equals another, rounded half up.
struct Stated {
  Program stated{};                                    ///< The figure as it was stated.
  Program of{};                                        ///< What it must be, before it is rounded.
  int decimals = 0;                                    ///< To how many it is rounded, half up; from 0 to 9.
  Program holds{};                                     ///< The two compared, as one truth.
  std::optional<std::array<std::size_t, 2>> counts{};  ///< If `of` is the percentage of one plain count in another: these measures.
};
/// Holds where one of several measures differs from its value on the previous row, or all are 0.
struct Repeated {
  std::vector<std::size_t> measures{};  ///< Three or more, each a count or a decimal, in the order of the draft.
};
/// Holds where a number is no further from the median of its cohort than so many times the spread.
struct Unusual {
  Program value{};   ///< A number.
  Rational times{};  ///< How many times the spread it may be away from the median; above 0.
};
}
/// The closed set of forms.
using CheckForm = std::variant<check_forms::Relation, check_forms::Stated, check_forms::Repeated, check_forms::Unusual>;

/// A checked and compiled check of a model (docs/guide/checks.md).
struct Check {
  std::string id{};                       ///< Unique among the checks of the model.
  About about{};                          ///< Its label, note, source and meta.
  std::string_view type{};                ///< As in files.
  Severity severity = Severity::error;    ///< Of its findings, but for a stated figure that is only rounded otherwise: that is a warning.
  std::optional<Program> applies_when{};  ///< A truth; where it is not true the row is not judged. Absent: every row is.
  CheckForm form{};                       ///< What must hold.
  std::vector<std::size_t> measures{};    ///< Those that its expressions name on the row itself, ascending.
  std::vector<std::size_t> reads{};       ///< Those on which it depends on the row itself: with applies_when and what parameters go by.
};
}
