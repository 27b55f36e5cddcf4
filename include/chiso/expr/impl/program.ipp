#pragma once
#include <algorithm>
#include <chiso/core/text.hpp>
#include <chiso/expr/impl/calls.ipp>
#include <chiso/expr/program.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE bool operator==(const Program& a, const Program& b) {
  return a.nodes == b.nodes && a.type == b.type && a.options == b.options && a.depth == b.depth &&
         a.may_be_undefined == b.may_be_undefined && a.relative == b.relative && a.looks_back == b.looks_back;
}
CHISO_INLINE bool operator==(const CohortTerm& a, const CohortTerm& b) { return a.function == b.function && a.of == b.of; }

CHISO_INLINE bool operator==(const BelowTerm& a, const BelowTerm& b) {
  return a.function == b.function && a.table == b.table && a.of == b.of;
}

CHISO_INLINE void Program::push(Node node) {
  // The place of each result on the stack is known now: it is where the operands of the operation start.
  std::size_t height = nodes.empty() ? 0 : nodes.back().slot + 1U;
  height -= static_cast<std::size_t>(operands(node.op));
  node.slot = static_cast<std::uint8_t>(height);
  nodes.push_back(node);
  depth = (std::max)(depth, static_cast<std::uint16_t>(height + 1));
}

CHISO_INLINE void Program::append(const Program& other) {
  for (const auto& node : other.nodes) push(node);
  may_be_undefined = may_be_undefined || other.may_be_undefined;
  relative = relative || other.relative;
  looks_back = looks_back || other.looks_back;
}

namespace detail {
/// The place of a number in a list, at the end of which it is added if it is not there yet.
CHISO_INLINE std::int32_t place_in(std::vector<std::size_t>& list, HashPlaces& places, std::size_t number) {
  auto place = places.find(number, [](std::uint32_t) { return true; });
  if (place == HashPlaces::none) {
    place = static_cast<std::uint32_t>(list.size());
    places.add(number, place);
    list.push_back(number);
  }
  return static_cast<std::int32_t>(place);
}
}
CHISO_INLINE std::int32_t Derived::previous_index(std::size_t measure) { return detail::place_in(previous, place_of_previous, measure); }
CHISO_INLINE std::int32_t Derived::previous_parameter_index(std::size_t parameter) {
  return detail::place_in(previous_parameters, place_of_previous_parameter, parameter);
}
CHISO_INLINE std::int32_t Derived::previous_below_index(std::size_t term) {
  return detail::place_in(previous_below, place_of_previous_below, term);
}
CHISO_INLINE std::uint64_t hash_of(const Program& program) {
  std::uint64_t hash = 0;
  const auto mix = [&](std::uint64_t value) { hash = (hash ^ value) * 0x9E3779B97F4A7C15U; };
  for (const auto& node : program.nodes) {
    mix(static_cast<std::uint64_t>(node.op));
    mix(static_cast<std::uint64_t>(node.index));
    mix(static_cast<std::uint64_t>(node.digits));
    hash ^= hash >> 29;
  }
  return hash;
}
namespace detail {
/// The place of a term in a list, at the end of which it is added if it is not there yet. `kind` is a number of all but its program.
template <class Term>
std::int32_t place_of_term(std::vector<Term>& list, HashPlaces& places, const Term& term, std::uint64_t kind) {
  const auto hash = hash_of(term.of) + kind;
  auto place = places.find(hash, [&](std::uint32_t at) { return list[at] == term; });
  if (place == HashPlaces::none) {
    place = static_cast<std::uint32_t>(list.size());
    places.add(hash, place);
    list.push_back(term);
  }
  return static_cast<std::int32_t>(place);
}
}
CHISO_INLINE std::int32_t Derived::cohort_index(const CohortTerm& term) {
  return detail::place_of_term(cohorts, places_of_cohort, term, static_cast<std::uint64_t>(term.function));
}
CHISO_INLINE std::int32_t Derived::below_index(const BelowTerm& term) {
  return detail::place_of_term(below, places_of_below, term, term.table * rows_functions.size() + static_cast<std::size_t>(term.function));
}

CHISO_INLINE bool is_reserved_word(std::string_view name) {
  constexpr std::array words{// words of the grammar
                             "true", "false", "and", "or", "not", "date",
                             // columns of evidence
                             "unit", "block", "period", "track", "ranked",
                             // keywords of Python
                             "False", "None", "True", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
                             "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "pass",
                             "raise", "return", "try", "while", "with", "yield"};
  const auto is = [&](std::string_view word) { return name == word; };
  return std::any_of(words.begin(), words.end(), is) ||
         std::any_of(detail::expression_functions.begin(), detail::expression_functions.end(), is);
}

CHISO_INLINE bool is_measure_name(std::string_view name) {
  if (name.empty() || (name[0] >= '0' && name[0] <= '9') || is_reserved_word(name)) return false;
  return std::all_of(name.begin(), name.end(), detail::is_word);
}

CHISO_INLINE std::optional<Program> compile(const ExpressionText& text, Type wanted, const Measures& measures, Derived& derived,
                                            Report& report) {
  return detail::Parser(text.text, measures, derived, report).run(wanted);
}
}
