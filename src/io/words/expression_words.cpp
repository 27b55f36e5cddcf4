#include <chiso/core/date.hpp>
#include <chiso/io/words/expression.hpp>
#include <io/words/expression_words.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
/// How strongly the parts of a piece bind, weakest first. A piece that binds more weakly than its place requires gets parentheses.
enum class Strength : std::uint8_t { either, both, negation, comparison, words, sum, product, whole };
constexpr Strength above(Strength strength) { return static_cast<Strength>(static_cast<std::uint8_t>(strength) + 1); }

struct Piece {
  std::string text{};
  Strength strength = Strength::whole;
  Type type = Type::number;
  Op op = Op::literal;
  bool is_percent = false;
  std::optional<std::size_t> choice_of{};
  std::optional<std::size_t> code{};     // an option's code: the option is named once the choice beside it is known
  std::vector<std::string> arguments{};  // the arguments of a least or greatest
  std::vector<std::string> counted{};    // the truths that a sum of `if_else(truth, 1, 0)` counts
};

constexpr Words truths[2]{{.en = "false", .vi = "sai"}, {.en = "true", .vi = "đúng"}};
constexpr Words cohort_words[5]{{.en = "the highest in the block of", .vi = "giá trị cao nhất trong khối về"},
                                {.en = "the lowest in the block of", .vi = "giá trị thấp nhất trong khối về"},
                                {.en = "the sum over the block of", .vi = "tổng của cả khối về"},
                                {.en = "the number of units in the block with", .vi = "số đơn vị trong khối có"},
                                {.en = "the mean of the block of", .vi = "bình quân của khối về"}};

constexpr Words rows_words[5]{{.en = "the highest in", .vi = "giá trị cao nhất trong"},
                              {.en = "the lowest in", .vi = "giá trị thấp nhất trong"},
                              {.en = "the sum over", .vi = "tổng trong"},
                              {.en = "the number of rows of", .vi = "số dòng của"},
                              {.en = "the mean over", .vi = "bình quân trong"}};

/// Reads a program from left to right with a stack of pieces, as an evaluator does.
class ExpressionWriter {
 public:
  /// `table`: that over whose measures the program is; none for the measures of the model.
  ExpressionWriter(const Derived& derived, Language language, const ExpressionWords& names, std::optional<std::size_t> table = {})
      : derived_(derived), language_(language), names_(names), table_(table) {}

  Piece run(const Program& program) {
    std::vector<Piece> stack;
    for (const auto& node : program.nodes) {
      const auto count = static_cast<std::size_t>(operands(node.op));
      std::vector<Piece> taken(stack.end() - static_cast<std::ptrdiff_t>(count), stack.end());
      stack.resize(stack.size() - count);
      auto piece = say(node, taken);
      piece.op = node.op;
      stack.push_back(std::move(piece));
    }
    auto out = std::move(stack.back());
    if (program.type == Type::truth) as_truth(out);
    return out;
  }

 private:
  std::string_view in(const Words& words) const { return words.in(language_); }
  static std::string in_parentheses(const Piece& piece, Strength least) {
    return piece.strength < least ? "(" + piece.text + ")" : piece.text;
  }

  /// The literals true and false are numbers in a program; the operand beside them shows that they are truths.
  void as_truth(Piece& piece) const {
    if (piece.op == Op::literal && piece.type == Type::number) piece.text = in(truths[piece.text == "1" ? 1 : 0]);
    piece.type = Type::truth;
  }
  /// Names an option after the choice beside it, and gives both that type.
  void name_option(Piece& a, Piece& b) const {
    for (auto* piece : {&a, &b}) {
      const auto& other = piece == &a ? b : a;
      if (piece->code && other.choice_of) {
        piece->text = names_.quoted(names_.option(*other.choice_of, *piece->code, table_));
        piece->choice_of = other.choice_of;
        piece->code.reset();
      }
    }
    if (a.type == Type::truth || b.type == Type::truth) as_truth(a), as_truth(b);
  }

  Piece say(const Node& node, std::vector<Piece>& of) const {
    switch (node.op) {
      case Op::literal: return {.text = number_words(Decimal(node.digits, node.scale), language_)};
      case Op::date: return {.text = day_words(Date::of_number(node.index), language_), .type = Type::date};
      case Op::option: return {.type = Type::choice, .code = static_cast<std::size_t>(node.index)};
      case Op::measure: return measure(static_cast<std::size_t>(node.index));
      case Op::previous_measure: {
        auto out = measure(derived_.previous[static_cast<std::size_t>(node.index)]);
        out.text += in({.en = " of the period before", .vi = " của kỳ trước"});
        return out;
      }
      case Op::parameter: return {.text = names_.quoted(names_.parameter(static_cast<std::size_t>(node.index)))};
      case Op::previous_parameter: {
        const auto name = names_.parameter(derived_.previous_parameters[static_cast<std::size_t>(node.index)]);
        return {.text = names_.quoted(name) + std::string(in({.en = " of the period before", .vi = " của kỳ trước"}))};
      }
      case Op::cohort: {
        const auto& term = derived_.cohorts[static_cast<std::size_t>(node.index)];
        return phrase(in(cohort_words[static_cast<std::size_t>(term.function)]), ExpressionWriter(*this).run(term.of));
      }
      case Op::below: return below(derived_.below[static_cast<std::size_t>(node.index)]);
      case Op::previous_below: {
        auto out = below(derived_.below[derived_.previous_below[static_cast<std::size_t>(node.index)]]);
        out.text += in({.en = " of the period before", .vi = " của kỳ trước"});
        return out;
      }
      case Op::negate:
        if (of[0].op == Op::floor && !of[0].arguments.empty())  // -floor(-x)
          return {.text = std::string(in({.en = "rounded up", .vi = "làm tròn lên"})) + " (" + of[0].arguments[0] + ")"};
        return {.text = "-" + in_parentheses(of[0], Strength::product), .strength = Strength::sum, .arguments = {of[0].text}};
      case Op::absolute: return call({.en = "the absolute value of", .vi = "giá trị tuyệt đối của"}, of);
      case Op::floor: {
        auto out = call({.en = "rounded down", .vi = "làm tròn xuống"}, of);
        if (of[0].op == Op::negate) out.arguments = of[0].arguments;
        return out;
      }
      case Op::round: {
        const Words rounded = node.scale == 0   ? Words{.en = "rounded to a whole number", .vi = "làm tròn đến số nguyên"}
                              : node.scale == 1 ? Words{.en = "rounded to 1 decimal", .vi = "làm tròn đến 1 chữ số thập phân"}
                                                : Words{.en = "rounded to {0} decimals", .vi = "làm tròn đến {0} chữ số thập phân"};
        return phrase(to_text(rounded, {node.scale}, language_), of[0]);
      }
      case Op::negation: {
        as_truth(of[0]);
        const auto text = std::string(in({.en = "not ", .vi = "không thuộc trường hợp "})) + in_parentheses(of[0], Strength::whole);
        return {.text = text, .strength = Strength::negation, .type = Type::truth};
      }
      case Op::is_missing: {
        auto out = phrase(in({.en = "missing:", .vi = "thiếu số liệu:"}), of[0]);
        return out.type = Type::truth, out;
      }
      case Op::is_applicable: {
        auto out = phrase(in({.en = "applicable:", .vi = "có áp dụng:"}), of[0]);
        return out.type = Type::truth, out;
      }
      case Op::previous: return of[0];  // each measure in it says so itself
      case Op::add:
        return of[0].counted.empty() || of[1].counted.size() != 1 ? infix(of, " + ", Strength::sum, Strength::product) : count(of);
      case Op::subtract: return infix(of, " - ", Strength::sum, Strength::product);
      case Op::days:
        return {.text = to_text(Words{.en = "the days from {0} to {1}", .vi = "số ngày từ {0} đến {1}"},
                                {in_parentheses(of[0], Strength::whole), in_parentheses(of[1], Strength::whole)}, language_),
                .strength = Strength::words};
      case Op::multiply: return infix(of, " × ", Strength::product, Strength::whole);
      case Op::divide: return infix(of, " / ", Strength::product, Strength::whole);
      case Op::percent: {
        const auto a = in_parentheses(of[0], Strength::whole), b = in_parentheses(of[1], Strength::whole);
        return {.text = to_text(Words{.en = "{0} as % of {1}", .vi = "tỷ lệ % {0} / {1}"}, {a, b}, language_),
                .strength = Strength::words,
                .is_percent = true};
      }
      case Op::minimum: return fold({.en = "the least of", .vi = "giá trị nhỏ nhất trong"}, of, Op::minimum);
      case Op::maximum: return fold({.en = "the greatest of", .vi = "giá trị lớn nhất trong"}, of, Op::maximum);
      case Op::coalesce: {
        name_option(of[0], of[1]);
        auto out = of[0];
        out.text = in_parentheses(of[0], Strength::whole) + std::string(in({.en = " (if missing: ", .vi = " (thiếu số liệu thì lấy: "})) +
                   of[1].text + ")";
        out.strength = Strength::words;
        return out;
      }
      case Op::less: return order(of, " < ", {.en = " is before ", .vi = " trước "});
      case Op::less_equal: return order(of, " ≤ ", {.en = " is not after ", .vi = " không sau "});
      case Op::greater: return order(of, " > ", {.en = " is after ", .vi = " sau "});
      case Op::greater_equal: return order(of, " ≥ ", {.en = " is not before ", .vi = " không trước "});
      case Op::equal: return equality(of, " = ", {.en = " is ", .vi = " là "});
      case Op::not_equal: return equality(of, " ≠ ", {.en = " is not ", .vi = " không phải là "});
      case Op::both: return joint(of, {.en = " and ", .vi = " và "}, Strength::both);
      case Op::either: return joint(of, {.en = " or ", .vi = " hoặc "}, Strength::either);
      case Op::choose: {
        as_truth(of[0]);
        const bool counts = of[1].op == Op::literal && of[1].text == "1" && of[2].op == Op::literal && of[2].text == "0";
        name_option(of[1], of[2]);
        auto out = of[1];
        if (counts) out.counted = {of[0].text};
        constexpr Words choice{"(if {0}: {1}; otherwise: {2})", "(nếu {0}: {1}; nếu không: {2})"};
        out.text = to_text(choice, {of[0].text, of[1].text, of[2].text}, language_);
        out.strength = Strength::whole;
        return out;
      }
      case Op::clamp:
        return {.text = in_parentheses(of[0], Strength::whole) +
                        std::string(in({.en = " (at least ", .vi = " (giới hạn trong khoảng từ "})) + of[1].text +
                        std::string(in({.en = " and at most ", .vi = " đến "})) + of[2].text + ")",
                .strength = Strength::words};
      case Op::tick_none:
      case Op::tick:
      case Op::ticked_share:
      case Op::ticked_count: break;  // no expression contains them
    }
    return {};
  }

  /// `the sum over “Tasks” of “Points”`, `the number of rows of “Tasks” with “Late” > 0`.
  Piece below(const BelowTerm& term) const {
    Piece out{.text = std::string(in(rows_words[static_cast<std::size_t>(term.function)])) + " " + names_.quoted(names_.table(term.table)),
              .strength = Strength::words};
    if (term.of.nodes.empty()) return out;
    const auto piece = ExpressionWriter(derived_, language_, names_, term.table).run(term.of);
    const bool counts = term.function == CohortFunction::count;
    if (counts && piece.strength <= Strength::comparison) out.strength = Strength::comparison;  // `with “a” > 0` must not end in `> 1`
    out.text += in(counts ? Words{.en = " with ", .vi = " có "} : Words{.en = " of ", .vi = " về "});
    out.text += in_parentheses(piece, counts ? Strength::comparison : Strength::whole);
    return out;
  }
  Piece measure(std::size_t index) const {
    const auto& measure = names_.measures(table_)[index];
    Piece out{.text = names_.quoted(names_.measure(index, table_)), .type = type_of(measure.type)};
    if (out.type == Type::choice) out.choice_of = index;
    return out;
  }
  /// Puts words before a piece, which gets parentheses if it is more than a name.
  static Piece phrase(std::string_view words, const Piece& piece) {
    return {.text = std::string(words) + " " + in_parentheses(piece, Strength::whole), .strength = Strength::words};
  }
  Piece call(const Words& words, const std::vector<Piece>& of) const { return phrase(in(words), of[0]); }
  static Piece infix(const std::vector<Piece>& of, std::string_view sign, Strength left, Strength right) {
    return {.text = in_parentheses(of[0], left) + std::string(sign) + in_parentheses(of[1], right), .strength = left};
  }
  Piece fold(const Words& words, const std::vector<Piece>& of, Op op) const {
    auto arguments = of[0].op == op && !of[0].arguments.empty() ? of[0].arguments : std::vector{of[0].text};
    arguments.push_back(of[1].text);
    return {.text = std::string(in(words)) + " (" + joined(arguments, "; ") + ")",
            .is_percent = of[0].is_percent || of[1].is_percent,
            .arguments = arguments};
  }
  /// `if_else(a, 1, 0) + if_else(b, 1, 0)`: it binds most weakly, so that nothing beside it seems to belong to the list.
  Piece count(const std::vector<Piece>& of) const {
    auto truths_of = of[0].counted;
    truths_of.push_back(of[1].counted[0]);
    constexpr Words words{.en = "how many of these hold: ", .vi = "số điều kiện được đáp ứng trong các điều kiện: "};
    return {.text = std::string(in(words)) + joined(truths_of, "; "), .strength = Strength::either, .counted = truths_of};
  }
  static Piece comparison(const std::vector<Piece>& of, std::string_view sign) {
    auto out = infix(of, sign, Strength::words, Strength::words);
    out.strength = Strength::comparison;
    out.type = Type::truth;
    return out;
  }
  Piece order(const std::vector<Piece>& of, std::string_view sign, const Words& of_dates) const {
    return comparison(of, of[0].type == Type::date ? in(of_dates) : sign);
  }
  Piece equality(std::vector<Piece>& of, std::string_view sign, const Words& in_words) const {
    name_option(of[0], of[1]);
    return comparison(of, of[0].type == Type::choice || of[0].type == Type::date ? in(in_words) : sign);
  }
  Piece joint(std::vector<Piece>& of, const Words& word, Strength strength) const {
    for (auto& piece : of) {
      as_truth(piece);
      // `and` binds more strongly than `or`, and `not` than both, which readers need not know. What is negated in parentheses shows its
      // end.
      const bool mixed =
          piece.op == (strength == Strength::either ? Op::both : Op::either) || (piece.op == Op::negation && !piece.text.ends_with(')'));
      if (mixed) piece.text = "(" + piece.text + ")", piece.strength = Strength::whole;
    }
    auto out = infix(of, in(word), strength, above(strength));
    out.type = Type::truth;
    return out;
  }

  const Derived& derived_;
  Language language_;
  const ExpressionWords& names_;
  std::optional<std::size_t> table_;
};
}

std::string ExpressionInWords::as_heading() const {
  auto out = text;
  if (!measure && !out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

ExpressionInWords ExpressionWords::of(const ExpressionText& text, Type type) {
  Report none;
  if (!extended_) extended_ = model_.derived();
  return of(*compile(text, type, model_.measures(), *extended_, none));  // valid, because the model was built from it
}
ExpressionInWords ExpressionWords::of(const Program& program) const {
  auto piece = ExpressionWriter(derived(), language_, *this).run(program);
  ExpressionInWords out{.text = std::move(piece.text),
                        .is_percent = piece.is_percent,
                        .choice_of = piece.choice_of,
                        .known = known_values(program, model_.measures(), derived())};
  if (program.nodes.size() == 1 && program.nodes[0].op == Op::measure) {
    out.measure = static_cast<std::size_t>(program.nodes[0].index);
    out.text = measure(*out.measure);
    out.is_percent = unit_of(*out.measure) == "%";
  }
  return out;
}

std::string ExpressionWords::in_sentence(const Program& program) const {
  const auto words = of(program);
  return words.measure ? quoted(words.text) : words.text;
}

const Measures& ExpressionWords::measures(std::optional<std::size_t> table) const {
  return table ? model_.derived().tables[*table].measures : model_.measures();
}
const std::pair<std::string, MeasureDraft>& ExpressionWords::draft(std::size_t measure, std::optional<std::size_t> table) const {
  return (table ? model_.draft().tables[*table].second.measures : model_.draft().measures)[measure];
}
std::string ExpressionWords::measure(std::size_t measure, std::optional<std::size_t> table) const {
  const auto& [name, about] = draft(measure, table);
  return this->name(about.about, name);
}
std::string ExpressionWords::table(std::size_t table) const {
  const auto& [name, draft] = model_.draft().tables[table];
  return this->name(draft.about, name);
}
std::string ExpressionWords::parameter(std::size_t parameter) const {
  const auto& [name, draft] = model_.draft().parameters[parameter];
  return this->name(draft.about, name);
}
std::string ExpressionWords::option(std::size_t measure, std::size_t code, std::optional<std::size_t> table) const {
  const auto& item = draft(measure, table).second.options[code];
  return name(item.about, item.id);
}
std::string ExpressionWords::option(std::size_t measure, std::string_view id) const {
  return option(measure, *model_.measures()[measure].options.find(id));
}
std::optional<std::string> ExpressionWords::unit_of(std::size_t measure) const {
  const auto& text = model_.draft().measures[measure].second.measured_in;
  return text ? std::optional(std::string(text->in(language_))) : std::nullopt;
}

std::string describe_expression(const Model& model, std::string_view expression, Language language) {
  const ExpressionText text{std::string(expression)};
  std::vector<Problem> problems;
  for (const auto type : {Type::number, Type::choice, Type::truth, Type::date}) {
    Report report;
    auto derived = model.derived();
    if (compile(text, type, model.measures(), derived, report)) return ExpressionWords(model, language).of(text, type).as_heading();
    if (problems.empty()) problems = report.take_errors();
  }
  throw ModelError(std::move(problems));
}
}
