#include <algorithm>
#include <cmath>
#include <floors/columns.hpp>
#include <memory>

// As chiso compiles its own kernels: for any x86-64 and for AVX2, and the loader picks one.
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__clang__)
#define FLOOR_KERNEL [[gnu::target_clones("avx2", "default"), gnu::flatten]]
#else
#define FLOOR_KERNEL
#endif

namespace floors {
namespace {
double share(double a, double b) {
  const double of = a / b;
  return of < 0.5 ? 0 : of > 1 ? 1 : of;
}
double tiers(double value) { return value > 90 ? 1 : value >= 70 ? 0.5 : 0; }
double part(double value) { return value > 100 ? 1 : value / 100; }
double choice(double value) { return value == 0 ? 1 : value == 1 ? 0.5 : 0; }
double each(double value) { return value > 20 ? 1 : value / 20; }
double deduct(double value) { return value > 10 ? 0 : 1 - value / 10; }

FLOOR_KERNEL double sum(const double* values, std::size_t count) {
  constexpr std::size_t lanes = 16;
  double of[lanes] = {};
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes)
    for (std::size_t lane = 0; lane < lanes; ++lane) of[lane] += values[i + lane];
  double out = 0;
  for (; i < count; ++i) out += values[i];
  for (const double one : of) out += one;
  return out;
}

class Rule {
 public:
  Rule() = default;
  Rule(const Rule&) = delete;
  Rule& operator=(const Rule&) = delete;
  virtual ~Rule() = default;
  virtual void add(std::size_t row, double& achieved, double& applicable) const = 0;
};
template <double (*points)(double)>
class OfOne : public Rule {
 public:
  explicit OfOne(const Leaf& leaf) : leaf_(leaf) {}
  void add(std::size_t row, double& achieved, double& applicable) const override {
    const double a = leaf_.a[row];
    applicable += 1;
    if (!std::isnan(a)) achieved += points(a);
  }

 private:
  const Leaf& leaf_;
};
double hundredfold_tiers(double a, double b) { return tiers(100 * a / b); }
template <double (*points)(double, double)>
class OfTwo : public Rule {
 public:
  explicit OfTwo(const Leaf& leaf) : leaf_(leaf) {}
  void add(std::size_t row, double& achieved, double& applicable) const override {
    const double a = leaf_.a[row], b = leaf_.b[row];
    if (b == 0 && !std::isnan(a)) return;
    applicable += 1;
    if (!std::isnan(a) && !std::isnan(b)) achieved += points(a, b);
  }

 private:
  const Leaf& leaf_;
};
double truth(double value) { return value; }
std::unique_ptr<Rule> rule_of(const Leaf& leaf) {
  switch (leaf.kind) {
    case Kind::share: return std::make_unique<OfTwo<share>>(leaf);
    case Kind::share_tiers: return std::make_unique<OfTwo<hundredfold_tiers>>(leaf);
    case Kind::part: return std::make_unique<OfOne<part>>(leaf);
    case Kind::tiers: return std::make_unique<OfOne<tiers>>(leaf);
    case Kind::choice: return std::make_unique<OfOne<choice>>(leaf);
    case Kind::truth: return std::make_unique<OfOne<truth>>(leaf);
    case Kind::each: return std::make_unique<OfOne<each>>(leaf);
    case Kind::deduct: return std::make_unique<OfOne<deduct>>(leaf);
  }
  return {};
}

constexpr std::size_t tile = 512;  // rows whose sums stay in the nearest cache

template <class Points>
void add_of_one(const double* a, double* achieved, double* applicable, std::size_t rows, const Points& points) {
  for (std::size_t i = 0; i < rows; ++i) {
    const double value = a[i], got = points(value);
    achieved[i] += value == value ? got : 0;
    applicable[i] += 1;
  }
}
template <class Points>
void add_of_two(const double* a, const double* b, double* achieved, double* applicable, std::size_t rows, const Points& points) {
  for (std::size_t i = 0; i < rows; ++i) {
    const double part = a[i], whole = b[i], got = points(part, whole);
    const double has_part = part == part ? 1 : 0, applies = whole == 0 ? 1 - has_part : 1, has = whole == whole ? has_part * applies : 0;
    achieved[i] += has != 0 ? got : 0;
    applicable[i] += applies;
  }
}
FLOOR_KERNEL void add_share(const double* a, const double* b, double* achieved, double* applicable, std::size_t rows) {
  add_of_two(a, b, achieved, applicable, rows, share);
}
FLOOR_KERNEL void add_share_tiers(const double* a, const double* b, double* achieved, double* applicable, std::size_t rows) {
  add_of_two(a, b, achieved, applicable, rows, hundredfold_tiers);
}
FLOOR_KERNEL void add_part(const double* a, double* achieved, double* applicable, std::size_t rows) {
  add_of_one(a, achieved, applicable, rows, part);
}
FLOOR_KERNEL void add_tiers(const double* a, double* achieved, double* applicable, std::size_t rows) {
  add_of_one(a, achieved, applicable, rows, tiers);
}
FLOOR_KERNEL void add_choice(const double* a, double* achieved, double* applicable, std::size_t rows) {
  add_of_one(a, achieved, applicable, rows, choice);
}
FLOOR_KERNEL void add_truth(const double* a, double* achieved, double* applicable, std::size_t rows) {
  add_of_one(a, achieved, applicable, rows, truth);
}
FLOOR_KERNEL void add_each(const double* a, double* achieved, double* applicable, std::size_t rows) {
  add_of_one(a, achieved, applicable, rows, each);
}
FLOOR_KERNEL void add_deduct(const double* a, double* achieved, double* applicable, std::size_t rows) {
  add_of_one(a, achieved, applicable, rows, deduct);
}
void add_tile(const Leaf& leaf, std::size_t first, std::size_t rows, double* achieved, double* applicable) {
  const double *a = leaf.a.data() + first, *b = reads_two(leaf.kind) ? leaf.b.data() + first : nullptr;
  switch (leaf.kind) {
    case Kind::share: return add_share(a, b, achieved, applicable, rows);
    case Kind::share_tiers: return add_share_tiers(a, b, achieved, applicable, rows);
    case Kind::part: return add_part(a, achieved, applicable, rows);
    case Kind::tiers: return add_tiers(a, achieved, applicable, rows);
    case Kind::choice: return add_choice(a, achieved, applicable, rows);
    case Kind::truth: return add_truth(a, achieved, applicable, rows);
    case Kind::each: return add_each(a, achieved, applicable, rows);
    case Kind::deduct: return add_deduct(a, achieved, applicable, rows);
  }
}
}

double read_all(const std::vector<Leaf>& leaves) {
  double out = 0;
  for (const auto& leaf : leaves) out += sum(leaf.a.data(), leaf.a.size()) + sum(leaf.b.data(), leaf.b.size());
  return out;
}
Totals score_by_virtual_calls(const std::vector<Leaf>& leaves) {
  const auto rows = leaves.front().a.size();
  std::vector<std::unique_ptr<Rule>> rules;
  for (const auto& leaf : leaves) rules.push_back(rule_of(leaf));
  Totals out{std::vector<double>(rows), std::vector<double>(rows)};
  for (std::size_t row = 0; row < rows; ++row)
    for (const auto& rule : rules) rule->add(row, out.achieved[row], out.applicable[row]);
  return out;
}
Totals score_in_doubles(const std::vector<Leaf>& leaves) {
  const auto rows = leaves.front().a.size();
  Totals out{std::vector<double>(rows), std::vector<double>(rows)};
  for (std::size_t first = 0; first < rows; first += tile)
    for (const auto& leaf : leaves)
      add_tile(leaf, first, std::min(tile, rows - first), out.achieved.data() + first, out.applicable.data() + first);
  return out;
}
}
