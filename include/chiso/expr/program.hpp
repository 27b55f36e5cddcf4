#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/hash_places.hpp>
#include <chiso/core/report.hpp>
#include <chiso/expr/expression.hpp>
#include <chiso/expr/measure.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What a node of a program does. Every operation takes its operands from the top of a stack and leaves its result there.
enum class Op : std::uint8_t {
  literal,             ///< A number or a truth that is written.
  option,              ///< A quoted option, as its place among those of its measure.
  date,                ///< A date that is written, as its number.
  measure,             ///< A measure on the row.
  previous_measure,    ///< A measure on the unit's row of the previous period.
  parameter,           ///< A parameter, for the row.
  previous_parameter,  ///< A parameter, for the unit's row of the previous period.
  below,               ///< A figure over the unit's rows in a table below it.
  previous_below,      ///< Such a figure of the previous period.
  cohort,              ///< A figure over the rows of the cohort.
  negate,              ///< -x.
  absolute,            ///< The size of x.
  floor,               ///< The greatest whole number that is not above x.
  round,               ///< To `scale` decimals, halves away from zero.
  negation,            ///< `not` x.
  is_missing,          ///< Whether x is missing; always a value.
  is_applicable,       ///< Whether x is anything but not applicable; always a value.
  previous,            ///< x, but missing where the unit has no row of the previous period.
  add,                 ///< a + b.
  subtract,            ///< a - b.
  days,                ///< The days from the date a to the date b.
  multiply,            ///< a x b.
  divide,              ///< a / b; undefined where b is 0.
  percent,             ///< 100 x a / b; undefined where b is 0.
  minimum,             ///< The less of the two.
  maximum,             ///< The greater of the two.
  coalesce,            ///< b where a is missing, otherwise a.
  less,                ///< a < b.
  less_equal,          ///< a <= b.
  greater,             ///< a > b.
  greater_equal,       ///< a >= b.
  equal,               ///< a == b.
  not_equal,           ///< a != b.
  both,                ///< `and`: false where either is false, whatever the other one is.
  either,              ///< `or`: true where either is true, whatever the other one is.
  choose,              ///< b where the truth a is true, c where it is false; the other one is not read.
  clamp,               ///< a held within b and c; undefined where b is above c.
  tick_none,           ///< The start of a checklist, which the grammar cannot express: no item is counted yet.
  tick,                ///< Counts the truth on top of the stack; one that is not applicable is left out.
  ticked_share,        ///< The share of the items that are true, of those that apply; not applicable if none does.
  ticked_count         ///< The number of the items that are true; not applicable if none applies.
};
/// How many results an operation takes from the stack, from 0 to 3. The order of the operations says it.
constexpr int operands(Op op) {
  if (op <= Op::cohort || op == Op::tick_none) return 0;
  if (op <= Op::previous || op == Op::ticked_share || op == Op::ticked_count) return 1;
  return op == Op::choose || op == Op::clamp ? 3 : 2;
}

/// One operation of a program.
struct Node {
  Op op = Op::literal;    ///< What it does.
  std::int8_t scale = 0;  ///< For a literal, and for round: the decimals.
  std::uint8_t slot = 0;  ///< The place of the result on the stack; the operands are there and above.
  /// For what is read from elsewhere: its place among those of Derived; the code of an option; the number of a date; for a literal
  /// `truth_literal` if it is a truth, otherwise 0.
  std::int32_t index = 0;
  std::int64_t digits = 0;                          ///< For a literal.
  static constexpr std::int32_t truth_literal = 1;  ///< The `index` of a literal `true` or `false`.
  /// Whether every part is equal.
  friend bool operator==(const Node&, const Node&) = default;
};

/// A checked expression: its nodes in the order of evaluation.
struct Program {
  std::vector<Node> nodes{};  ///< At least one; the last one leaves the result.
  Type type = Type::number;   ///< The type of the result.
  std::int32_t options = -1;  ///< For a choice: the measure whose options it has.
  std::uint16_t depth = 0;    ///< The most results that are on the stack at once.
  /// It divides by anything but a literal or parameter that cannot be 0, or clamps between ends that are not two literals in their order.
  bool may_be_undefined = false;
  bool relative = false;    ///< Reads a cohort.
  bool looks_back = false;  ///< Reads a previous period.
  /// Whether nodes and properties are equal: the same operations, not only the same results.
  CHISO_INLINE friend bool operator==(const Program& a, const Program& b);

  /// Adds a node at the end and finds its slot; its operands must be on the stack. Type and the other properties stay as they are.
  CHISO_INLINE void push(Node node);
  /// Adds the nodes of another program, whose result is then on top of the stack, and what may be undefined, relative or looks back in it.
  CHISO_INLINE void append(const Program& other);
};

/// The same for programs that are equal, and hardly for others.
CHISO_INLINE std::uint64_t hash_of(const Program& program);

/// What is made of the values of several rows: those of a cohort, or those of a unit in a table below it.
enum class CohortFunction : std::uint8_t {
  max,    ///< The greatest value; missing if there is none.
  min,    ///< The least value; missing if there is none.
  sum,    ///< The sum; of a cohort without values missing, of a unit without rows 0.
  count,  ///< How many values there are or, of a truth, how many are true; 0 if there is none.
  mean    ///< The mean, each row counting once; missing if there is none.
};
constexpr std::array<std::string_view, 5> names_of(CohortFunction) {
  return {"cohort_max", "cohort_min", "cohort_sum", "cohort_count", "cohort_mean"};
}
/// A function over the rows of a cohort: those of one block, period and track that have a value.
struct CohortTerm {
  CohortFunction function = CohortFunction::max;  ///< What is made of the values.
  Program of{};                                   ///< What is read on each row.
  /// Whether function and program are equal.
  CHISO_INLINE friend bool operator==(const CohortTerm& a, const CohortTerm& b);
};

/// A table below the units, such as their tasks (docs/guide/lines.md), as expressions know it.
struct TableOfModel {
  std::string name{};   ///< Its name in expressions.
  Measures measures{};  ///< Its own; they may be called as those of the model are.
};
/// A function over the rows of a unit in a table below it.
struct BelowTerm {
  CohortFunction function = CohortFunction::count;  ///< What is made of the values.
  std::size_t table = 0;                            ///< The place of the table among those of the model.
  Program of{};  ///< Over the measures of the table and the parameters of the unit's row. Without nodes: all rows are counted.
  /// Whether function, table and program are equal.
  CHISO_INLINE friend bool operator==(const BelowTerm& a, const BelowTerm& b);
};
/// What the functions are called in expressions where they read a table below the units, by value of CohortFunction.
constexpr std::array<std::string_view, 5> rows_functions{"rows_max", "rows_min", "rows_sum", "rows_count",
                                                         "rows_mean"};  // as CohortFunction

/// What expressions read apart from the measures of their own row; it is resolved into columns before scoring.
struct Derived {
  std::vector<std::size_t> previous{};             ///< Measures whose previous value is read.
  std::vector<CohortTerm> cohorts{};               ///< Each function over a cohort that is read, once.
  std::vector<Parameter> parameters{};             ///< Those of the model, in its order.
  NameList parameter_names{};                      ///< Their names.
  std::vector<std::size_t> previous_parameters{};  ///< Parameters whose previous value is read.
  std::vector<TableOfModel> tables{};              ///< Those of the model, in its order.
  NameList table_names{};                          ///< Their names.
  std::vector<BelowTerm> below{};                  ///< Each function over a table below the units that is read, once.
  std::vector<std::size_t> previous_below{};       ///< Terms of `below` whose previous value is read.
  bool looks_back = false;                         ///< An operation asks whether there is a previous row, or a check compares with it.
  HashPlaces place_of_previous{};                  ///< By measure.
  HashPlaces place_of_previous_parameter{};        ///< By parameter.
  HashPlaces places_of_cohort{};                   ///< By a hash of the term.
  HashPlaces places_of_below{};                    ///< By a hash of the term.
  HashPlaces place_of_previous_below{};            ///< By term.

  /// The place of a measure in `previous`, where it is added if it is new. O(1) on average.
  CHISO_INLINE std::int32_t previous_index(std::size_t measure);
  /// The place of a parameter in `previous_parameters`, where it is added if it is new. O(1) on average.
  CHISO_INLINE std::int32_t previous_parameter_index(std::size_t parameter);
  /// The place of a term in `cohorts`, where it is added if no equal one is there. O(nodes) on average.
  CHISO_INLINE std::int32_t cohort_index(const CohortTerm& term);
  /// The place of a term in `below`, where it is added if no equal one is there. O(nodes) on average.
  CHISO_INLINE std::int32_t below_index(const BelowTerm& term);
  /// The place of a term of `below` in `previous_below`, where it is added if it is new. O(1) on average.
  CHISO_INLINE std::int32_t previous_below_index(std::size_t term);
};

/// Parses an expression and checks its types; every problem goes to the report, at its character. What it needs apart from the measures is
/// added to `derived`. Limits: 4096 bytes, 256 operators, calls, names and literals, 32 levels of parentheses and calls. Empty if a problem
/// was reported. O(length).
CHISO_INLINE std::optional<Program> compile(const ExpressionText& text, Type wanted, const Measures& measures, Derived& derived,
                                            Report& report);

/// Words that cannot be the name of a measure: functions, keywords of the grammar and of Python, columns of evidence.
CHISO_INLINE bool is_reserved_word(std::string_view name);
/// A measure's name: ASCII letters, digits, `_`, not starting with a digit; not reserved.
CHISO_INLINE bool is_measure_name(std::string_view name);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/expr/impl/program.ipp>
#endif
