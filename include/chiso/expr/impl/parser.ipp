#pragma once
#include <algorithm>
#include <array>
#include <chiso/core/fields.hpp>
#include <chiso/core/text.hpp>
#include <chiso/expr/problems.hpp>
#include <chiso/expr/program.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace detail {
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_'; }

inline constexpr std::size_t most_expression_bytes = 4096;
inline constexpr std::size_t most_expression_nodes = 256;
inline constexpr int most_expression_levels = 32;

/// The functions of the grammar.
inline constexpr std::array<std::string_view, 25> expression_functions{
    "if_else",      "min",         "max",        "abs",           "floor",    "ceil",     "round",      "clamp",      "days",
    "sum",          "percent",     "is_missing", "is_applicable", "coalesce", "previous", "cohort_max", "cohort_min", "cohort_sum",
    "cohort_count", "cohort_mean", "rows_sum",   "rows_mean",     "rows_min", "rows_max", "rows_count"};

/// An entry of the stack while parsing. A quoted option has no type until it meets a choice.
struct ParsedValue {
  enum class Kind : std::uint8_t { number, truth, choice, date, quoted };
  Kind kind = Kind::number;
  std::size_t at = 0;         // where its text begins
  std::int32_t options = -1;  // for a choice: the measure whose options it has
  std::size_t node = 0;       // for a quoted option: its node, which gets its code later
  std::string_view quoted{};
  std::optional<Decimal> literal{};
  bool never_zero = false;  // a parameter none of whose values is 0; with a minus sign also such a literal
};

/// Recursive descent over the grammar of docs/guide/expressions.md, one function a level of precedence; emits nodes in the order of
/// evaluation. Recursion is bounded by the limits on nodes and levels. The first problem of an expression is the one reported.
class Parser {
 public:
  CHISO_INLINE Parser(std::string_view text, const Measures& measures, Derived& derived, Report& report)
      : text_(text), measures_(measures), derived_(derived), report_(report) {}

  CHISO_INLINE std::optional<Program> run(Type wanted) {
    if (text_.size() > most_expression_bytes) return fail(problems::expr_length, {text_.size()}), std::nullopt;
    const auto value = either();
    skip();
    if (!failed_ && at_ < text_.size()) unexpected(phrases::operator_or_end);
    if (!failed_ && value.kind == ParsedValue::Kind::quoted) stray(value);
    if (!failed_ && type_of(value) != wanted) mistyped(value, needed(kind_of(wanted)));
    if (failed_) return {};
    program_.type = wanted;
    program_.options = value.options;
    return std::move(program_);
  }

 private:
  using Kind = ParsedValue::Kind;
  enum class Rows : std::uint8_t { own, previous, cohort, below };
  /// A parser of what is read on each row of a table, within an expression.
  CHISO_INLINE Parser(const Parser& outer, const TableOfModel& table)
      : text_(outer.text_), measures_(table.measures), derived_(outer.derived_), report_(outer.report_) {
    continue_from(outer);
    rows_ = Rows::below;
  }
  CHISO_INLINE void continue_from(const Parser& other) {
    at_ = other.at_;
    nodes_ = other.nodes_;
    levels_ = other.levels_;
    failed_ = other.failed_;
  }

  // ---- problems
  CHISO_INLINE void fail_at(std::size_t at, const ProblemEntry& entry, Arguments arguments, Argument hint = {}) {
    if (failed_) return;
    failed_ = true;
    report_.add(entry, std::move(arguments), code_points(text_.substr(0, at))).hint = std::move(hint);
  }
  CHISO_INLINE void fail(const ProblemEntry& entry, Arguments arguments = {}) { fail_at(at_, entry, std::move(arguments)); }
  CHISO_INLINE void stray(const ParsedValue& value) {
    fail_at(value.at, problems::expr_option, {Argument(phrases::option_by_itself, {value.quoted}), phrases::compared_option});
  }
  CHISO_INLINE void mistyped(const ParsedValue& value, const Words& expected, Argument hint = {}) {
    fail_at(value.at, problems::expr_type, {name(value.kind), expected}, std::move(hint));
  }
  /// Reports the token at the current place, in place of what is expected there.
  CHISO_INLINE void unexpected(Argument expected) {
    if (!failed_) fail_at(at_, problems::expr_syntax, {token(), std::move(expected)}, meant_here());
  }
  CHISO_INLINE static const Words& needed(Kind kind) {
    return kind == Kind::truth ? phrases::needed_truth : kind == Kind::date ? phrases::needed_date : name(kind);
  }
  CHISO_INLINE static const Words& name(Kind kind) {
    return kind == Kind::number   ? phrases::a_number
           : kind == Kind::truth  ? phrases::a_truth
           : kind == Kind::choice ? phrases::a_choice
           : kind == Kind::date   ? phrases::a_date
                                  : phrases::an_option;
  }
  // Kinds of values that have a type are in the order of types; a quoted option has that of the choice beside it.
  CHISO_INLINE static Type type_of(const ParsedValue& value) {
    return value.kind == Kind::quoted ? Type::choice : static_cast<Type>(value.kind);
  }
  CHISO_INLINE static Kind kind_of(Type type) { return static_cast<Kind>(type); }

  // ---- reading tokens
  CHISO_INLINE void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }
  CHISO_INLINE bool take(std::string_view symbol) {
    skip();
    if (failed_ || !text_.substr(at_).starts_with(symbol)) return false;
    const auto end = at_ + symbol.size();
    if (is_word(symbol.back()) && end < text_.size() && is_word(text_[end])) return false;
    at_ = end;
    return true;
  }
  CHISO_INLINE void expect(std::string_view symbol) {
    if (!take(symbol)) unexpected(Argument(phrases::symbol, {symbol}));
  }

  // ---- emitting
  CHISO_INLINE void count() {
    if (++nodes_ > most_expression_nodes) fail(problems::expr_nodes);
  }
  CHISO_INLINE ParsedValue emit(Node node, ParsedValue::Kind kind, std::size_t at) {
    if (!failed_) program_.push(node);
    return {.kind = kind, .at = at, .node = program_.nodes.size() - 1};
  }
  CHISO_INLINE void need(const ParsedValue& value, Kind kind) {
    if (value.kind != kind) mistyped(value, needed(kind));
  }
  CHISO_INLINE ParsedValue numbers(Op op, const ParsedValue& a, const ParsedValue& b) {
    need(a, Kind::number);
    need(b, Kind::number);
    return emit({.op = op}, Kind::number, a.at);
  }

  // ---- the grammar, weakest first
  CHISO_INLINE ParsedValue either() {
    auto a = both();
    while (take("or")) a = logical(Op::either, a, both());
    return a;
  }
  CHISO_INLINE ParsedValue both() {
    auto a = negation();
    while (take("and")) a = logical(Op::both, a, negation());
    return a;
  }
  CHISO_INLINE ParsedValue logical(Op op, const ParsedValue& a, const ParsedValue& b) {
    count();
    need(a, Kind::truth);
    need(b, Kind::truth);
    return emit({.op = op}, Kind::truth, a.at);
  }
  CHISO_INLINE ParsedValue negation() {
    skip();
    const auto at = at_;
    if (!take("not")) return comparison();
    count();
    const auto a = negation();
    need(a, Kind::truth);
    return emit({.op = Op::negation}, Kind::truth, at);
  }
  CHISO_INLINE std::optional<Op> comparison_sign() {
    constexpr std::array<std::pair<std::string_view, Op>, 6> signs{
        {{"==", Op::equal}, {"!=", Op::not_equal}, {"<=", Op::less_equal}, {">=", Op::greater_equal}, {"<", Op::less}, {">", Op::greater}}};
    for (const auto& [sign, op] : signs)
      if (take(sign)) return op;
    return {};
  }
  CHISO_INLINE ParsedValue comparison() {
    skip();
    const auto first = at_;
    const auto a = sum();
    const auto written = source_from(first);
    const auto op = comparison_sign();
    if (!op) return a;
    count();
    skip();
    left_ = a, left_text_ = written, right_at_ = at_;
    const auto b = sum();
    if (failed_) return a;
    const bool same = *op == Op::equal || *op == Op::not_equal;
    if (a.kind == Kind::date || b.kind == Kind::date) {
      need(a, Kind::date);
      need(b, Kind::date);
    } else if (a.kind == Kind::quoted || b.kind == Kind::quoted || a.kind == Kind::choice || b.kind == Kind::choice) {
      if (!same) mistyped(a.kind == Kind::number ? b : a, phrases::number_in_order);
      if (a.kind == Kind::choice && b.kind == Kind::choice)
        fail_at(b.at, problems::expr_option, {phrases::a_choice, phrases::option_of_other_side});
      match_option(a, b);
    } else if (a.kind == Kind::truth || b.kind == Kind::truth) {
      need(a, same ? Kind::truth : Kind::number);
      if (same && b.kind == Kind::number && b.at == right_at_) mistyped(b, needed(Kind::truth), meant_beside_left(source_from(b.at)));
      need(b, same ? Kind::truth : Kind::number);
    }
    const auto out = emit({.op = *op}, Kind::truth, a.at);
    const auto here = at_;
    if (comparison_sign()) fail_at(here, problems::expr_chained, {});
    return out;
  }
  /// The common type of two branches.
  CHISO_INLINE ParsedValue branches(const ParsedValue& a, const ParsedValue& b) {
    if (failed_) return a;
    if (a.kind == Kind::quoted || b.kind == Kind::quoted) return match_option(a, b);
    if (a.kind != b.kind) mistyped(b, needed(a.kind));
    if (!failed_ && a.kind == Kind::choice &&
        measures_[static_cast<std::size_t>(a.options)].options != measures_[static_cast<std::size_t>(b.options)].options)
      fail_at(b.at, problems::expr_type, {phrases::choice_of_other_options, phrases::choice_of_same_options});
    return a;
  }
  CHISO_INLINE ParsedValue sum() {
    auto a = product();
    for (;;) {
      const auto op = take("+") ? std::optional(Op::add) : take("-") ? std::optional(Op::subtract) : std::nullopt;
      if (!op) return a;
      count();
      const auto b = product();
      a = numbers(*op, a, b);
    }
  }
  CHISO_INLINE ParsedValue product() {
    auto a = unary();
    for (;;) {
      // Python's power and whole division begin with the same signs.
      skip();
      if (text_.substr(at_).starts_with("**") || text_.substr(at_).starts_with("//")) return unexpected(phrases::an_operator), a;
      const auto op = take("*") ? std::optional(Op::multiply) : take("/") ? std::optional(Op::divide) : std::nullopt;
      if (!op) return a;
      count();
      const auto b = unary();
      if (*op == Op::divide) note_division(b);
      a = numbers(*op, a, b);
    }
  }
  CHISO_INLINE void note_division(const ParsedValue& by) {
    divides_ = true;
    if (!by.never_zero && (!by.literal || *by.literal == Decimal(0))) program_.may_be_undefined = true;
  }
  CHISO_INLINE ParsedValue unary() {
    skip();
    const auto at = at_;
    if (!take("-")) return primary();
    count();
    const auto a = unary();
    need(a, Kind::number);
    auto out = emit({.op = Op::negate}, Kind::number, at);
    out.never_zero = a.never_zero || (a.literal && *a.literal != Decimal(0));
    return out;
  }
  CHISO_INLINE ParsedValue primary() {
    skip();
    const auto at = at_;
    if (failed_) return {.at = at};
    if (take("(")) {
      const Level level(*this);
      auto a = either();
      expect(")");
      return a;
    }
    if (at_ < text_.size() && (text_[at_] == '\'' || text_[at_] == '"')) return option();
    if (at_ < text_.size() && is_digit(text_[at_])) return literal();
    auto end = at_;
    while (end < text_.size() && is_word(text_[end])) ++end;
    const auto word = text_.substr(at_, end - at_);
    if (word.empty() || word_here() != word) return no_value(), ParsedValue{.at = at};
    at_ = end;
    if (word == "true" || word == "false") {
      count();
      return emit({.op = Op::literal, .index = Node::truth_literal, .digits = word == "true" ? 1 : 0}, Kind::truth, at);
    }
    skip();
    if (at_ < text_.size() && text_[at_] == '(') return word == "date" ? date(at) : call(word, at);
    return measure(word, at);
  }
  CHISO_INLINE ParsedValue option() {
    const auto at = at_;
    const auto end = text_.find(text_[at_], at_ + 1);
    if (end == text_.npos) return fail(problems::expr_syntax, {text_.substr(at_), phrases::closing_quote}), ParsedValue{.at = at};
    const auto quoted = text_.substr(at_ + 1, end - at_ - 1);
    if (quoted.find('\\') != quoted.npos)
      return fail(problems::expr_syntax, {phrases::backslash, phrases::unescaped_option}), ParsedValue{.at = at};
    at_ = end + 1;
    count();
    auto out = emit({.op = Op::option}, Kind::quoted, at);
    out.quoted = quoted;
    return out;
  }
  CHISO_INLINE ParsedValue literal() {
    const auto at = at_;
    auto end = at_;
    while (end < text_.size() && (is_word(text_[end]) || text_[end] == '.')) ++end;
    const auto value = Decimal::parse(text_.substr(at_, end - at_));
    if (!value) return fail(problems::expr_number, {text_.substr(at_, end - at_)}), ParsedValue{.at = at};
    at_ = end;
    count();
    auto out =
        emit({.op = Op::literal, .scale = static_cast<std::int8_t>(value->scale()), .digits = static_cast<std::int64_t>(value->digits())},
             Kind::number, at);
    out.literal = value;
    return out;
  }
  CHISO_INLINE ParsedValue measure(std::string_view word, std::size_t at) {
    const auto index = measures_.find(word);
    if (!index) {
      if (const auto parameter = derived_.parameter_names.find(word)) return this->parameter(*parameter, at);
      return unknown_name(word, at), ParsedValue{.at = at};
    }
    count();
    const auto kind = kind_of(chiso::type_of(measures_[*index].type));
    auto out = rows_ == Rows::previous ? emit({.op = Op::previous_measure, .index = derived_.previous_index(*index)}, kind, at)
                                       : emit({.op = Op::measure, .index = static_cast<std::int32_t>(*index)}, kind, at);
    if (kind == Kind::choice) out.options = static_cast<std::int32_t>(*index);
    return out;
  }

  /// One level of parentheses or of a call.
  struct Level {
    CHISO_INLINE explicit Level(Parser& parser) : parser_(parser) {
      if (++parser_.levels_ > most_expression_levels) parser_.fail(problems::expr_depth);
    }
    ~Level() { --parser_.levels_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    Parser& parser_;
  };
  /// An argument and the character after it: ')' after the last, ',' after the others.
  CHISO_INLINE ParsedValue argument(std::string_view followed_by) {
    if (failed_) return {};
    const auto value = either();
    expect(followed_by);
    return value;
  }

  // ---- calls and literals that look like them, in calls.ipp
  CHISO_INLINE ParsedValue date(std::size_t at);
  CHISO_INLINE ParsedValue call(std::string_view name, std::size_t at);
  CHISO_INLINE ParsedValue dispatch(std::string_view name, std::size_t at);
  CHISO_INLINE ParsedValue unknown_function(std::string_view name, std::size_t at);

  // ---- what was meant, in meanings.ipp
  CHISO_INLINE std::string_view word_here() const;
  CHISO_INLINE std::string_view token_here() const;
  CHISO_INLINE Argument token() const;
  CHISO_INLINE Argument meant_here() const;
  CHISO_INLINE std::string option_meant_by(std::string_view typed, const Measure& measure);
  CHISO_INLINE Argument meant_beside_left(std::string_view typed);
  CHISO_INLINE Argument meant_by_name(std::string_view word, std::size_t at);
  CHISO_INLINE void no_value();
  CHISO_INLINE ParsedValue match_option(const ParsedValue& a, const ParsedValue& b);
  CHISO_INLINE std::string_view source_from(std::size_t begin) const { return trimmed(text_.substr(begin, at_ - begin)); }

  CHISO_INLINE ParsedValue joined(Op op, const ParsedValue& type, std::size_t at) {
    auto out = emit({.op = op}, type.kind, at);
    out.options = type.options;
    return out;
  }
  CHISO_INLINE ParsedValue fold(Op op);
  CHISO_INLINE ParsedValue unary_call(Op op);
  CHISO_INLINE ParsedValue ceiling();  // -floor(-x)
  CHISO_INLINE ParsedValue rounding();
  CHISO_INLINE bool enter(Rows rows, std::size_t at);
  CHISO_INLINE ParsedValue previous(std::size_t at);
  CHISO_INLINE ParsedValue cohort(CohortFunction function, std::size_t at);
  CHISO_INLINE ParsedValue below(CohortFunction function, std::size_t at);
  CHISO_INLINE std::optional<std::size_t> table();
  CHISO_INLINE ParsedValue parameter(std::size_t index, std::size_t at);
  CHISO_INLINE void unknown_name(std::string_view word, std::size_t at);

  std::string_view text_;
  const Measures& measures_;
  Derived& derived_;
  Report& report_;
  Program program_;
  std::size_t at_ = 0;
  std::size_t nodes_ = 0;
  int levels_ = 0;
  ParsedValue left_{};  // the left side of the last comparison, for what stands on its right
  std::string_view left_text_{};
  std::size_t right_at_ = std::string_view::npos;  // where the right side begins
  Rows rows_ = Rows::own;
  bool divides_ = false;  // whether anything in the current program divides
  bool failed_ = false;
};
}
}
