#pragma once
#include <chiso/expr/expression.hpp>
#include <initializer_list>
#include <string>
#include <support/random.hpp>

namespace chiso_test {
/// Joins parts. Inside braces they are drawn from left to right; between plus signs the order would depend on the compiler.
inline std::string joined(std::initializer_list<std::string> parts) {
  std::string out;
  for (const auto& part : parts) out += part;
  return out;
}

/// Random expressions over the measures a b c (counts), d e (decimals), p q (choices of x y z), t u (yes/no), v w (dates).
struct RandomExpression {
  Random& random;
  bool other_rows = true;  ///< Whether it may read a previous row or a cohort.

  std::string number(int depth) {
    static const std::vector<std::string> measures{"a", "b", "c", "d", "e"};
    if (depth <= 0 || random.one_in(5)) return random.one_in(3) ? literal() : random.of(measures);
    const auto n = [&] { return number(depth - 1); };
    switch (random.below(other_rows ? 19 : 16)) {
      case 0: return joined({"(", n(), " + ", n(), ")"});
      case 1: return joined({"(", n(), " - ", n(), ")"});
      case 2: return joined({n(), " * ", n()});
      case 3: return joined({"(", n(), ") / (", n(), ")"});
      case 4: return joined({"percent(", n(), ", ", n(), ")"});
      case 5: return "-" + n();
      case 6: return joined({"min(", n(), ", ", n(), ", ", n(), ")"});
      case 7: return joined({"max(", n(), ", ", n(), ")"});
      case 8: return joined({random.one_in(2) ? "floor(" : "ceil(", n(), ")"});
      case 9: return "abs(" + n() + ")";
      case 10: return joined({"clamp(", n(), ", ", n(), ", ", n(), ")"});
      case 11: return joined({"if_else(", truth(depth - 1), ", ", n(), ", ", n(), ")"});
      case 12: return joined({"coalesce(", n(), ", ", n(), ")"});
      case 13: return joined({"sum(", n(), ", ", n(), ", ", n(), ")"});
      case 14: return joined({"round(", n(), random.one_in(2) ? ", 0)" : ", 2)"});
      case 15: return joined({"days(", date(depth - 1), ", ", date(depth - 1), ")"});
      case 16: return "previous(" + RandomExpression{random, false}.number(depth - 1) + ")";
      case 17: return joined({random.one_in(2) ? "cohort_max(" : "cohort_min(", RandomExpression{random, false}.number(1), ")"});
      default: return (random.one_in(2) ? "cohort_sum(a)" : "cohort_count(" + RandomExpression{random, false}.truth(1) + ")");
    }
  }
  std::string truth(int depth) {
    if (depth <= 0 || random.one_in(6)) return random.one_in(4) ? "true" : random.one_in(2) ? "t" : "u";
    const auto t = [&] { return truth(depth - 1); };
    static const std::vector<std::string> signs{" < ", " <= ", " > ", " >= ", " == ", " != "}, options{"'x'", "'y'", "'z'"};
    switch (random.below(9)) {
      case 0: return joined({"(", t(), " and ", t(), ")"});
      case 1: return joined({"(", t(), " or ", t(), ")"});
      case 2: return "(not " + t() + ")";
      case 3: return "is_missing(" + number(depth - 1) + ")";
      case 4: return "is_applicable(" + choice(depth - 1) + ")";
      case 5: return joined({"(", choice(depth - 1), random.one_in(2) ? " == " : " != ", random.of(options), ")"});
      case 6: return joined({"((", t(), ") == (", t(), "))"});
      case 7: return joined({"(", date(depth - 1), random.of(signs), date(depth - 1), ")"});
      default: return joined({"(", number(depth - 1), random.of(signs), number(depth - 1), ")"});
    }
  }
  std::string choice(int depth) {
    if (depth <= 0 || random.one_in(2)) return random.one_in(2) ? "p" : "q";
    return random.one_in(2) ? joined({"if_else(", truth(depth - 1), ", p, 'y')"}) : joined({"coalesce(", choice(depth - 1), ", q)"});
  }
  std::string date(int depth) {
    if (depth <= 0 || random.one_in(2)) return random.one_in(4) ? "date('1900-01-02')" : random.one_in(2) ? "v" : "w";
    if (other_rows && random.one_in(3)) return joined({"previous(", RandomExpression{random, false}.date(depth - 1), ")"});
    return random.one_in(2) ? joined({"if_else(", truth(depth - 1), ", v, ", date(depth - 1), ")"})
                            : joined({"coalesce(", date(depth - 1), ", w)"});
  }
  std::string literal() {
    static const std::vector<std::string> some{"0", "1", "2", "0.5", "100", "3", "0.01", "7.25", "1000000", "0.000000001", "123456789012"};
    return random.of(some);
  }
};
}
