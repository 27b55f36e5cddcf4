#include "checked_table.hpp"
#include <algorithm>
#include <chiso/check/check_report.hpp>
#include <gtest/gtest.h>
#include <map>
#include <numeric>
#include <random>
#include <set>

// What holds of every table: random ones of several blocks, periods and tracks, with slips and cells that are no values.
namespace {
using namespace chiso;
using namespace chiso_test;

struct RandomTable {
  std::mt19937_64 random;
  std::size_t below(std::size_t end) { return random() % end; }

  std::string typed(std::int64_t value, const char* gap = "") {
    const auto draw = below(40);
    return draw == 0 ? gap : draw == 1 ? "not_applicable" : draw == 2 ? std::to_string(value * 10) : std::to_string(value);
  }
  Table table() {
    Table out{{"unit", {}},     {"block", {}},   {"period", {}},        {"track", {}},        {"received", {}},
              {"resolved", {}}, {"on_time", {}}, {"resolved_rate", {}}, {"on_time_rate", {}}, {"paper", {}}};
    for (int unit = 0; unit < 12; ++unit)
      for (const auto* period : {"2022", "2023", "2024"})
        for (const auto* track : {"self", "final"}) {
          if (below(10) == 0) continue;
          const auto received = static_cast<std::int64_t>(below(300)),
                     resolved = received - static_cast<std::int64_t>(below(5)) * (received > 5),
                     on_time = resolved - static_cast<std::int64_t>(below(3)) * (resolved > 5);
          const auto rate = [&](std::int64_t of, std::int64_t in) {
            return in == 0 ? std::string("0")
                           : Rational(100 * of, in).rounded(2, below(9) == 0 ? Rounding::down : Rounding::half_up).text();
          };
          std::size_t column = 0;
          for (auto& cell : {"unit " + std::to_string(unit), std::string(unit % 3 == 0 ? "towns" : "communes"), std::string(period),
                             std::string(track), typed(received), typed(resolved), typed(on_time), rate(resolved, received),
                             rate(on_time, resolved), std::string(below(4) == 0 ? "no" : "yes")})
            out[column++].second.push_back(cell);
        }
    return out;
  }
};
std::vector<CheckDraft> all_checks(bool of_row_only) {
  auto out = office_checks();
  out.push_back(checks::Repeated{.id = "copied", .values = {"received", "resolved", "on_time"}, .severity = Severity::warning});
  out.push_back(checks::Relation{.id = "grows", .holds = "coalesce(previous(received), 0) <= received + 250", .applies_when = "paper"});
  if (of_row_only) return out;
  out.push_back(checks::Unusual{.id = "far", .value = "received", .times = 1, .applies_when = "paper"});
  out.push_back(checks::Unusual{.id = "far_rate", .value = "resolved / received", .times = 2});
  out.push_back(checks::Relation{.id = "most", .holds = "received <= cohort_mean(received) * 2"});
  return out;
}
Model model_of(std::vector<CheckDraft> checks) {
  auto draft = office_draft();
  draft.tracks = {{"self", "final"}};
  draft.checks = std::move(checks);
  draft.measures[3].second.max.reset();
  draft.measures[4].second.max.reset();
  return Model::build(std::move(draft));
}
std::string key(const CheckReport& report, std::size_t row) {
  return std::string(report.evidence.period(row)) + report.model.tracks()[report.evidence.track(row)];
}

TEST(ChecksOfRandomTables, CountEveryRowOnce) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto report = check(read(model_of(all_checks(false)), RandomTable{std::mt19937_64(seed)}.table()));
    std::vector<std::size_t> failed(report.judged.size()), warned(report.judged.size());
    for (const auto& finding : report.findings) ++(finding.severity == Severity::error ? failed : warned)[finding.check];
    for (std::size_t i = 0; i < report.judged.size(); ++i) {
      const auto counts = counts_of(report.judged[i]);
      EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), std::size_t{0}), report.evidence.rows());
      EXPECT_EQ(report.judged[i].failed, failed[i]);
      EXPECT_EQ(report.judged[i].warned, warned[i]);
    }
    EXPECT_TRUE(std::is_sorted(report.findings.begin(), report.findings.end(),
                               [](const auto& a, const auto& b) { return std::tie(a.check, a.row) < std::tie(b.check, b.row); }));
  }
}
TEST(ChecksOfRandomTables, DependOnNoOrder) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    RandomTable random{std::mt19937_64(seed)};
    const auto table = random.table();
    auto checks = all_checks(false);
    const auto lines = [&](const Table& of, const std::vector<CheckDraft>& judged_by) {
      const auto report = check(read(model_of(judged_by), of));
      std::multiset<std::string> out;
      for (const auto& finding : report.findings) out.insert(key(report, finding.row) + line_of(report, finding));
      for (std::size_t i = 0; i < report.judged.size(); ++i) {
        auto line = report.model.checks()[i].id;
        for (const auto count : counts_of(report.judged[i])) line += " " + std::to_string(count);
        out.insert(line);
      }
      return out;
    };
    const auto first = lines(table, checks);
    std::vector<std::size_t> order(table[0].second.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), random.random);
    auto shuffled = table;
    for (std::size_t column = 0; column < table.size(); ++column)
      for (std::size_t row = 0; row < order.size(); ++row) shuffled[column].second[row] = table[column].second[order[row]];
    EXPECT_EQ(lines(shuffled, checks), first);
    std::shuffle(checks.begin(), checks.end(), random.random);
    EXPECT_EQ(lines(table, checks), first);
  }
}
/// A slip that is typed in repairs what it says, and breaks nothing that held on the row.
TEST(ChecksOfRandomTables, HoldOnceASlipIsTypedIn) {
  std::size_t typed = 0;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    auto table = RandomTable{std::mt19937_64(seed)}.table();
    const auto model = model_of(all_checks(true));
    const auto report = check(read(model, table));
    const auto failing = [](const CheckReport& of, std::size_t row) {
      std::set<std::size_t> out;
      for (const auto& finding : of.findings)
        if (finding.row == row) out.insert(finding.check);
      return out;
    };
    for (const auto& finding : report.findings) {
      if (finding.slips.empty() || typed > 150) continue;
      const auto& slip = finding.slips.front();
      const auto before = failing(report, finding.row);
      auto& cell = table[4 + slip.measure].second[finding.row];
      const auto kept = std::exchange(cell, slip.value.text());
      const auto after = failing(check(read(model, table)), finding.row);
      cell = kept;
      ++typed;
      EXPECT_EQ(std::count(slip.repairs.begin(), slip.repairs.end(), finding.check), 1);
      for (const auto repaired : slip.repairs) EXPECT_TRUE(before.contains(repaired) && !after.contains(repaired));
      EXPECT_TRUE(std::includes(before.begin(), before.end(), after.begin(), after.end()));
    }
  }
  EXPECT_GT(typed, 50U);
}
}
