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
  literal,
  option,
  date,
  measure,
  previous_measure,
  parameter,
  previous_parameter,
  below,
  previous_below,
  cohort,  // these leave one result
  negate,
  absolute,
  floor,
  round,
  negation,
  is_missing,
  is_applicable,
  previous,  // these take one operand
  add,
  subtract,
  days,  // from the first date to the second
  multiply,
  divide,
  percent,
  minimum,
  maximum,
  coalesce,  // these take two
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  both,
  either,  // these take two and leave a truth
  choose,
  clamp,  // these take three
  // The counts of a checklist, which the grammar cannot express.
  tick_none,
  tick,
  ticked_share,
  ticked_count
};
constexpr int operands(Op op) {
  if (op <= Op::cohort || op == Op::tick_none) return 0;
  if (op <= Op::previous || op == Op::ticked_share || op == Op::ticked_count) return 1;
  return op == Op::choose || op == Op::clamp ? 3 : 2;
}

struct Node {
  Op op = Op::literal;
  std::int8_t scale = 0;  ///< For a literal, and for round: the decimals.
  std::uint8_t slot = 0;  ///< The place of the result on the stack; the operands are there and above.
  /// For what is read from elsewhere: its place among those of Derived; the code of an option; the number of a date; for a literal
  /// `truth_literal` if it is a truth, otherwise 0.
  std::int32_t index = 0;
  std::int64_t digits = 0;  ///< For a literal.
  static constexpr std::int32_t truth_literal = 1;
  friend bool operator==(const Node&, const Node&) = default;
};

/// A checked expression: its nodes in the order of evaluation.
struct Program {
  std::vector<Node> nodes{};
  Type type = Type::number;
  std::int32_t options = -1;      ///< For a choice: the measure whose options it has.
  std::uint16_t depth = 0;        ///< The most results that are on the stack at once.
  bool may_be_undefined = false;  ///< Divides by more than a literal, or has a clamp without two ordered literal bounds (SPEC 5).
  bool relative = false;          ///< Reads a cohort.
  bool looks_back = false;        ///< Reads a previous period.
  CHISO_INLINE friend bool operator==(const Program& a, const Program& b);

  CHISO_INLINE void push(Node node);
  CHISO_INLINE void append(const Program& other);
};

/// The same for programs that are equal, and hardly for others.
CHISO_INLINE std::uint64_t hash_of(const Program& program);

/// What is made of the values of several rows: those of a cohort, or those of a unit in a table below it.
enum class CohortFunction : std::uint8_t { max, min, sum, count, mean };
constexpr std::array<std::string_view, 5> names_of(CohortFunction) {
  return {"cohort_max", "cohort_min", "cohort_sum", "cohort_count", "cohort_mean"};
}
struct CohortTerm {
  CohortFunction function = CohortFunction::max;
  Program of{};
  CHISO_INLINE friend bool operator==(const CohortTerm& a, const CohortTerm& b);
};

/// A table below the units (SPEC 3), as expressions know it.
struct TableOfModel {
  std::string name{};
  Measures measures{};
};
/// A function over the rows of a unit in a table below it.
struct BelowTerm {
  CohortFunction function = CohortFunction::count;
  std::size_t table = 0;
  Program of{};  ///< Over the measures of the table and the parameters of the unit's row. Without nodes: all rows are counted.
  CHISO_INLINE friend bool operator==(const BelowTerm& a, const BelowTerm& b);
};
constexpr std::array<std::string_view, 5> rows_functions{"rows_max", "rows_min", "rows_sum", "rows_count",
                                                         "rows_mean"};  // as CohortFunction

/// What expressions read apart from the measures of their own row; it is resolved into columns before scoring.
struct Derived {
  std::vector<std::size_t> previous{};  ///< Measures whose previous value is read.
  std::vector<CohortTerm> cohorts{};
  std::vector<Parameter> parameters{};             ///< Those of the model, in its order.
  NameList parameter_names{};                      ///< Their names.
  std::vector<std::size_t> previous_parameters{};  ///< Parameters whose previous value is read.
  std::vector<TableOfModel> tables{};              ///< Those of the model, in its order.
  NameList table_names{};                          ///< Their names.
  std::vector<BelowTerm> below{};
  std::vector<std::size_t> previous_below{};  ///< Terms of `below` whose previous value is read.
  bool looks_back = false;                    ///< An operation asks whether there is a previous row, or a check compares with it.
  HashPlaces place_of_previous{};             ///< By measure.
  HashPlaces place_of_previous_parameter{};   ///< By parameter.
  HashPlaces places_of_cohort{};              ///< By a hash of the term.
  HashPlaces places_of_below{};               ///< By a hash of the term.
  HashPlaces place_of_previous_below{};       ///< By term.

  CHISO_INLINE std::int32_t previous_index(std::size_t measure);
  CHISO_INLINE std::int32_t previous_parameter_index(std::size_t parameter);
  CHISO_INLINE std::int32_t cohort_index(const CohortTerm& term);
  CHISO_INLINE std::int32_t below_index(const BelowTerm& term);
  CHISO_INLINE std::int32_t previous_below_index(std::size_t term);
};

/// Parses and types an expression; every problem goes to the report, with the character. Limits (SPEC 4): 4 KiB, 256 nodes, 32 levels.
/// What it needs apart from the measures is added to `derived`. Empty if a problem was reported. O(length).
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
