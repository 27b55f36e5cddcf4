#include <algorithm>
#include <chiso/check.hpp>
#include <chiso/chiso.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <string>
#include <support/random_model.hpp>
#include <support/random_table.hpp>
#include <vector>

namespace {
using namespace chiso;
using namespace chiso_test;

bool same(const std::optional<Index>& a, const std::optional<Index>& b) {
  return a.has_value() == b.has_value() && (!a || a->exact() == b->exact());
}

/// Every row of the tiles equals the row of the other evaluator, and so does everything derived from both.
void rows_agree(const Scores& scores) {
  const auto& model = scores.model();
  for (std::size_t row = 0; row < scores.rows(); ++row) {
    const auto card = scores.scorecard(row);
    if (!(card.tally == scores.tally(row)) || !same(card.index, scores.index(row))) std::abort();
    for (std::size_t node = 0; node < model.criteria(); ++node)
      if (!(card.lines[node].tally == scores.tally(node, row)) || !same(card.lines[node].index, scores.index(node, row))) std::abort();
    for (std::size_t item = 0; item < model.items().size(); ++item) {
      const auto& line = card.lines[model.items()[item]];
      if (*line.state != scores.state(item, row) || line.tally.achieved != scores.points(item, row).quanta) std::abort();
    }
  }
}

/// The same rows in another order have the same totals.
void orders_agree(const Scores& scores, const Scores& shuffled) {
  const auto& evidence = scores.evidence();
  if (scores.rows() != shuffled.rows()) std::abort();
  for (std::size_t row = 0; row < scores.rows(); ++row) {
    const auto other = shuffled.row(evidence.unit(row), evidence.period(row), scores.model().tracks()[evidence.track(row)]);
    if (!(scores.tally(row) == shuffled.tally(other))) std::abort();
  }
}
/// The model with checks over its numbers, of every type.
Model with_checks(const Model& model) {
  auto draft = model.draft();
  std::vector<std::string> numbers;
  for (const auto& measure : model.measures())
    if (type_of(measure.type) == Type::number) numbers.push_back(measure.name);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto &one = numbers[i], &other = numbers[(i + 1) % numbers.size()];
    const auto id = std::to_string(i);
    draft.checks.push_back(checks::Relation{.id = "r" + id, .holds = one + " <= " + other + " and " + other + " != 3"});
    draft.checks.push_back(checks::Stated{.id = "s" + id, .stated = one, .of = "percent(" + other + ", " + one + ")", .decimals = 1});
    draft.checks.push_back(checks::Unusual{.id = "u" + id, .value = one + " / " + other, .applies_when = other + " > 0"});
  }
  if (numbers.size() >= 3) draft.checks.push_back(checks::Repeated{.id = "c", .values = numbers});
  return Model::build(std::move(draft));
}
/// Every row is counted once in each check, and the order of the rows changes no count.
void checks_agree(const CheckReport& report, const CheckReport& shuffled) {
  if (report.findings.size() != shuffled.findings.size() || report.implied.size() != shuffled.implied.size()) std::abort();
  for (std::size_t i = 0; i < report.judged.size(); ++i) {
    const auto &a = report.judged[i], &b = shuffled.judged[i];
    const auto not_judged = a.missing + a.not_applicable + a.undefined + a.too_few;
    if (a.held + a.failed + a.warned + not_judged != report.evidence.rows()) std::abort();
    if (a.held != b.held || a.failed != b.failed || a.warned != b.warned ||
        not_judged != b.missing + b.not_applicable + b.undefined + b.too_few)
      std::abort();
  }
}
}

/// The bytes are choices that make a draft and a table for it. The draft builds or has problems; a built model scores the table alike in
/// any order of the rows and with both evaluators, and its numbers are checked alike.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Random random(std::span<const std::uint8_t>(data, size));
  auto draft = random_ranked_model(random);
  draft.point_decimals = static_cast<int>(random.one_in(2) ? 6 : random.below(10));
  for (auto& criterion : draft.criteria)
    if (criterion.scale_to && random.one_in(2)) criterion.scale_to = Decimal(random.within(0, 1'000'000));
  Report report;
  const auto model = build(draft, report);
  if (model.has_value() == report.has_errors()) std::abort();
  if (!model) return 0;
  if (!(model->draft() == draft)) std::abort();
  const auto table = random_table(*model, 1 + random.below(5), random);
  const auto scores = score(*model, read(*model, table), {.keep = Keep::leaves});
  rows_agree(scores);
  std::vector<std::size_t> order(table.front().second.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  shuffle(order, random);
  const auto shuffled = score(*model, read(*model, rows_of(table, order)), {.keep = Keep::leaves});
  orders_agree(scores, shuffled);
  const auto checked = with_checks(*model);
  checks_agree(check(scores.resolved().given(), checked), check(shuffled.resolved().given(), checked));
  if (averages(Ranked(scores)).empty() != (scores.rows() == 0)) std::abort();
  return 0;
}
