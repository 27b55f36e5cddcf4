#pragma once
#include <algorithm>
#include <chiso/core/date.hpp>
#include <chiso/expr/impl/meanings.ipp>
#include <chiso/expr/impl/parser.ipp>

// The functions and names of the grammar: their arguments, their types, what they emit.
namespace chiso::inline CHISO_BUILD {
namespace detail {
CHISO_INLINE ParsedValue Parser::call(std::string_view name, std::size_t at) {
  count();
  const Level level(*this);
  expect("(");
  if (failed_) return {.at = at};
  ParsedValue out = dispatch(name, at);
  out.at = at;
  out.literal.reset();
  out.never_zero = false;
  return out;
}

/// A literal: `date('2024-03-31')`.
CHISO_INLINE ParsedValue Parser::date(std::size_t at) {
  count();
  expect("(");
  skip();
  if (failed_) return {.at = at};
  const bool quoted = at_ < text_.size() && (text_[at_] == '\'' || text_[at_] == '"');
  const auto end = quoted ? text_.find(text_[at_], at_ + 1) : text_.npos;
  if (end == text_.npos)
    return fail(problems::expr_syntax, {quoted ? text_.substr(at_) : token(), phrases::quoted_day}), ParsedValue{.at = at};
  const auto written = text_.substr(at_ + 1, end - at_ - 1);
  const auto day = Date::parse(written);
  if (!day || written[4] != '-') {
    Argument hint = day ? Argument(day->text()) : Argument();
    return fail_at(at_, problems::expr_date, {written}, std::move(hint)), ParsedValue{.at = at};
  }
  at_ = end + 1;
  expect(")");
  return emit({.op = Op::date, .index = day->number()}, Kind::date, at);
}

CHISO_INLINE ParsedValue Parser::dispatch(std::string_view name, std::size_t at) {
  if (name == "min") return fold(Op::minimum);
  if (name == "max") return fold(Op::maximum);
  if (name == "sum") return fold(Op::add);
  if (name == "abs") return unary_call(Op::absolute);
  if (name == "floor") return unary_call(Op::floor);
  if (name == "ceil") return ceiling();
  if (name == "round") return rounding();
  if (name == "percent") {
    const auto a = argument(","), b = argument(")");
    note_division(b);
    return numbers(Op::percent, a, b);
  }
  if (name == "days") {
    const auto from = argument(","), to = argument(")");
    need(from, Kind::date);
    need(to, Kind::date);
    return emit({.op = Op::days}, Kind::number, at);
  }
  if (name == "clamp") {
    const auto x = argument(","), low = argument(","), high = argument(")");
    for (const auto* value : {&x, &low, &high}) need(*value, Kind::number);
    if (!low.literal || !high.literal || *low.literal > *high.literal) program_.may_be_undefined = true;
    return emit({.op = Op::clamp}, Kind::number, at);
  }
  if (name == "if_else") {
    const auto condition = argument(","), a = argument(","), b = argument(")");
    need(condition, Kind::truth);
    return joined(Op::choose, branches(a, b), at);
  }
  if (name == "coalesce") {
    const auto a = argument(","), b = argument(")");
    return joined(Op::coalesce, branches(a, b), at);
  }
  if (name == "is_missing" || name == "is_applicable") {
    const auto x = argument(")");
    if (x.kind == Kind::quoted && !failed_) stray(x);
    return emit({.op = name == "is_missing" ? Op::is_missing : Op::is_applicable}, Kind::truth, at);
  }
  if (name == "previous") return previous(at);
  if (const auto function = named<CohortFunction>(name)) return cohort(*function, at);
  if (const auto* rows = std::find(rows_functions.begin(), rows_functions.end(), name); rows != rows_functions.end())
    return below(static_cast<CohortFunction>(rows - rows_functions.begin()), at);
  return unknown_function(name, at);
}

/// Of a family of functions only what follows its prefix is compared, since the prefix alone would make every name of it look near.
CHISO_INLINE ParsedValue Parser::unknown_function(std::string_view name, std::size_t at) {
  const std::string_view prefix = name.starts_with("cohort_") ? "cohort_" : name.starts_with("rows_") ? "rows_" : "";
  std::vector<std::string_view> known;
  for (auto function : expression_functions) {
    if (!function.starts_with(prefix)) continue;
    function.remove_prefix(prefix.size());
    known.push_back(function);
  }
  auto hint = meant_by(lower_case(name), expression_calls);
  if (hint.empty())
    if (const auto near = report_.suggestion(name.substr(prefix.size()), [&] { return known; }); !near.empty())
      hint = std::string(prefix) + near;
  std::string family;
  for (const auto function : known) family.append(family.empty() ? "" : ", ").append(prefix).append(function);
  Argument expected = prefix.empty() ? Argument(phrases::a_function) : Argument(phrases::one_of_the_functions, {std::move(family)});
  return fail_at(at, problems::expr_function, {name, std::move(expected)}, std::move(hint)), ParsedValue{};
}

CHISO_INLINE ParsedValue Parser::fold(Op op) {
  auto a = either();
  need(a, Kind::number);
  while (take(",")) a = numbers(op, a, either());
  expect(")");
  return a;
}

CHISO_INLINE ParsedValue Parser::unary_call(Op op) {
  const auto x = argument(")");
  need(x, Kind::number);
  return emit({.op = op}, Kind::number, x.at);
}

CHISO_INLINE ParsedValue Parser::ceiling() {  // -floor(-x)
  const auto x = argument(")");
  need(x, Kind::number);
  emit({.op = Op::negate}, Kind::number, x.at);
  emit({.op = Op::floor}, Kind::number, x.at);
  return emit({.op = Op::negate}, Kind::number, x.at);
}

CHISO_INLINE ParsedValue Parser::rounding() {
  const bool divided = divides_;
  const auto x = either();
  need(x, Kind::number);
  if (!take(",")) return fail(problems::expr_syntax, {token(), phrases::decimals_after_comma}), x;
  divides_ = divided;  // what is rounded has few decimals, whatever divides in it
  skip();
  const bool is_decimals =
      at_ < text_.size() && is_digit(text_[at_]) && (at_ + 1 == text_.size() || (!is_word(text_[at_ + 1]) && text_[at_ + 1] != '.'));
  if (!is_decimals) return fail(problems::expr_syntax, {token(), phrases::decimals_of_round}), x;
  const auto decimals = static_cast<std::int8_t>(text_[at_++] - '0');
  count();
  expect(")");
  return emit({.op = Op::round, .scale = decimals}, Kind::number, x.at);
}

CHISO_INLINE bool Parser::enter(Rows rows, std::size_t at) {
  if (rows_ != Rows::own) fail_at(at, problems::expr_nesting, {});
  return !failed_ && (rows_ = rows, true);
}

CHISO_INLINE ParsedValue Parser::previous(std::size_t at) {
  if (!enter(Rows::previous, at)) return {};
  const auto first = program_.nodes.size();
  auto x = argument(")");
  rows_ = Rows::own;
  if (x.kind == Kind::quoted && !failed_) stray(x);
  if (failed_) return x;
  program_.looks_back = true;
  // Without a previous row a measure's previous value is missing anyway; any other expression needs an operation for that.
  const auto is_previous = [](Op op) { return op == Op::previous_measure || op == Op::previous_parameter || op == Op::previous_below; };
  if (program_.nodes.size() == first + 1 && is_previous(program_.nodes.back().op)) return x;
  derived_.looks_back = true;
  program_.push({.op = Op::previous});
  return x;
}

CHISO_INLINE ParsedValue Parser::cohort(CohortFunction function, std::size_t at) {
  if (!enter(Rows::cohort, at)) return {};
  auto outer = std::exchange(program_, {});
  const bool divided = std::exchange(divides_, false);
  const auto x = argument(")");
  rows_ = Rows::own;
  auto inner = std::exchange(program_, std::move(outer));
  const bool divides = std::exchange(divides_, divided);
  if (x.kind == Kind::quoted && !failed_) stray(x);
  if (function != CohortFunction::count) need(x, Kind::number);
  if (divides && (function == CohortFunction::sum || function == CohortFunction::mean)) fail_at(x.at, problems::expr_sum_division, {});
  if (failed_) return x;
  inner.type = type_of(x);
  program_.may_be_undefined = program_.may_be_undefined || inner.may_be_undefined;
  program_.relative = true;
  return emit({.op = Op::cohort, .index = derived_.cohort_index({function, std::move(inner)})}, Kind::number, at);
}

CHISO_INLINE ParsedValue Parser::parameter(std::size_t index, std::size_t at) {
  count();
  const bool previous = rows_ == Rows::previous;
  auto out = emit({.op = previous ? Op::previous_parameter : Op::parameter,
                   .index = previous ? derived_.previous_parameter_index(index) : static_cast<std::int32_t>(index)},
                  Kind::number, at);
  out.never_zero = !derived_.parameters[index].can_be_zero();
  return out;
}

/// Reports a word that is neither a measure nor a parameter, with what it may have been meant for.
CHISO_INLINE void Parser::unknown_name(std::string_view word, std::size_t at) {
  if (word == "block" || word == "period")
    return fail_at(at, problems::expr_measure, {word}, word == "block" ? phrases::by_block : phrases::by_period);
  for (const auto& table : derived_.tables) {
    if (rows_ == Rows::below) break;
    if (table.name == word) return fail_at(at, problems::expr_measure, {word}, Argument(phrases::rows_of_table, {word}));
    if (table.measures.find(word))
      return fail_at(at, problems::expr_measure, {word}, Argument(phrases::measure_of_table, {table.name, word}));
  }
  fail_at(at, problems::expr_measure, {word}, meant_by_name(word, at));
}

/// The name of a table, as the first argument of a function of its rows.
CHISO_INLINE std::optional<std::size_t> Parser::table() {
  skip();
  auto end = at_;
  while (end < text_.size() && is_word(text_[end])) ++end;
  const auto name = text_.substr(at_, end - at_);
  const auto found = derived_.table_names.find(name);
  if (!found) {
    auto hint =
        report_.suggestion(name, [&] { return std::vector<std::string_view>(derived_.table_names.begin(), derived_.table_names.end()); });
    fail_at(at_, problems::expr_table, {token()}, std::move(hint));
    return {};
  }
  at_ = end;
  count();
  return found;
}

CHISO_INLINE ParsedValue Parser::below(CohortFunction function, std::size_t at) {
  if (rows_ == Rows::below) return fail_at(at, problems::expr_nesting, {}), ParsedValue{.at = at};
  const auto number = failed_ ? std::nullopt : table();
  if (!number) return {.at = at};
  const bool sums = function == CohortFunction::sum || function == CohortFunction::mean;
  BelowTerm term{.function = function, .table = *number};
  if (function != CohortFunction::count || take(",")) {
    if (function != CohortFunction::count) expect(",");
    Parser rows(*this, derived_.tables[*number]);
    const auto x = rows.either();
    rows.need(x, function == CohortFunction::count ? Kind::truth : Kind::number);
    if (sums && rows.divides_) rows.fail_at(x.at, problems::expr_sum_division, {});
    continue_from(rows);
    term.of = std::move(rows.program_);
    term.of.type = type_of(x);
    program_.may_be_undefined = program_.may_be_undefined || term.of.may_be_undefined;
  }
  expect(")");
  if (failed_) return {.at = at};
  if (function == CohortFunction::mean) divides_ = true;
  const auto index = derived_.below_index(term);
  return rows_ == Rows::previous
             ? emit({.op = Op::previous_below, .index = derived_.previous_below_index(static_cast<std::size_t>(index))}, Kind::number, at)
             : emit({.op = Op::below, .index = index}, Kind::number, at);
}
}
}
