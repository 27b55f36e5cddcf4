// The expression target with a bug in it, for the test that such a bug is found. An optimiser drops what it takes for a double negation:
// `--x` is x, but `ceil(x)`, which is -floor(-x), is not floor(x).
#include <chiso/expr/evaluate.hpp>
#include <cstdint>
#include <cstdlib>

namespace {
using namespace chiso;

Program without_double_negation(const Program& program) {
  Program out = program;
  out.nodes.clear();
  for (std::size_t i = 0; i < program.nodes.size(); ++i) {
    const auto is = [&](std::size_t at, Op op) { return at < program.nodes.size() && program.nodes[at].op == op; };
    if (is(i, Op::negate) && is(i + 1, Op::negate)) {
      ++i;
    } else if (is(i, Op::negate) && is(i + 1, Op::floor) && is(i + 2, Op::negate)) {
      out.push(program.nodes[i + 1]);
      i += 2;
    } else {
      out.push(program.nodes[i]);
    }
  }
  return out;
}
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Measures measures({{.name = "a"}, {.name = "d", .type = MeasureType::decimal, .decimals = 2}});
  Derived derived;
  Report report;
  const auto program = compile(ExpressionText{{reinterpret_cast<const char*>(data), size}}, Type::number, measures, derived, report);
  if (!program || !derived.cohorts.empty() || !derived.previous.empty() || derived.looks_back) return 0;
  static const std::int64_t count[] = {3}, decimal[] = {150};
  const Batch row{.rows = 1,
                  .measures = {{.values = count, .least = 0, .most = 3}, {.values = decimal, .least = 0, .most = 150, .decimals = 2}}};
  const auto one = evaluate(*program, row, 0), other = evaluate(without_double_negation(*program), row, 0);
  if (one.state != other.state || (one.state == State::value && !(one.value == other.value))) std::abort();
  return 0;
}
