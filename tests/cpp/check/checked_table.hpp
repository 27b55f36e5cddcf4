#pragma once
#include "../evidence/tables.hpp"
#include <algorithm>
#include <chiso/check/check_report.hpp>
#include <string>
#include <utility>
#include <vector>

namespace chiso_test {
/// Dossiers of a one-stop office with two stated percentages, and what must hold between them (SPEC 10); no track falls back.
inline ModelDraft office_draft() {
  ModelDraft draft{.id = "office", .measures = {}, .criteria = {}};
  const auto count = measure(MeasureType::count);
  auto percent = measure(MeasureType::decimal);
  percent.max = 100;
  draft.measures = {{"received", count},        {"resolved", count},       {"on_time", count},
                    {"resolved_rate", percent}, {"on_time_rate", percent}, {"paper", measure(MeasureType::yes_no)}};
  draft.criteria = {leaf("a", 1, rules::PerItem{.value = "received", .each = 1})};
  return draft;
}
inline std::vector<CheckDraft> office_checks() {
  return {checks::Relation{.id = "resolved_of_received", .holds = "resolved <= received"},
          checks::Relation{.id = "on_time_of_resolved", .holds = "on_time <= resolved"},
          checks::Stated{.id = "resolved_rate", .stated = "resolved_rate", .of = "percent(resolved, received)", .decimals = 2},
          checks::Stated{.id = "on_time_rate", .stated = "on_time_rate", .of = "percent(on_time, resolved)", .decimals = 2}};
}
inline Model office_model(std::vector<CheckDraft> checks = office_checks()) {
  auto draft = office_draft();
  draft.checks = std::move(checks);
  return Model::build(std::move(draft));
}
/// One cell of a row; the others are missing.
using Cells = std::vector<std::pair<std::string, std::string>>;
/// A row for each list of cells, of units 1, 2, ...
inline Evidence rows_of(const Model& model, const std::vector<Cells>& rows) {
  Table table{{"unit", {}}};
  for (const auto& one : model.measures()) table.emplace_back(one.name, std::vector<std::string>(rows.size()));
  std::vector<std::pair<std::string, std::vector<std::string>>> keys;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    table[0].second.push_back("unit " + std::to_string(row + 1));
    for (const auto& [name, cell] : rows[row]) {
      auto at = std::find_if(table.begin(), table.end(), [&of = name](const auto& column) { return column.first == of; });
      if (at == table.end()) at = table.insert(table.end(), {name, std::vector<std::string>(rows.size())});
      at->second[row] = cell;
    }
  }
  return read(model, table);
}
/// A finding in one line: `check unit severity [rounded] found sign expected | measure=value ... | kind measure value repairs ...`.
inline std::string line_of(const CheckReport& report, const Finding& finding) {
  const auto& model = report.model;
  std::string out = model.checks()[finding.check].id + " " + std::string(report.evidence.unit(finding.row)) + " " +
                    std::string(name_of(finding.severity));
  if (finding.rounded) out += " " + std::string(name_of(*finding.rounded));
  if (finding.found) out += " " + exact_text(*finding.found);
  if (!finding.sign.empty()) out += " " + std::string(finding.sign);
  if (finding.expected) out += " " + exact_text(*finding.expected);
  if (finding.expected_range) out += " " + (*finding.expected_range)[0].text() + ".." + (*finding.expected_range)[1].text();
  out += " |";
  for (const auto& figure : finding.figures) out += " " + model.measures()[figure.measure].name + "=" + exact_text(figure.value);
  if (finding.slip_count > 0) out += " | " + std::to_string(finding.slip_count) + ":";
  for (const auto& slip : finding.slips)
    out += " " + std::string(name_of(slip.kind)) + " " + model.measures()[slip.measure].name + " " + slip.value.text() + " " +
           std::to_string(slip.repairs.size());
  return out;
}
inline std::vector<std::string> lines_of(const CheckReport& report) {
  std::vector<std::string> out;
  for (const auto& finding : report.findings) out.push_back(line_of(report, finding));
  return out;
}
/// `held failed warned missing not_applicable undefined too_few`.
inline std::vector<std::size_t> counts_of(const JudgedRows& of) {
  return {of.held, of.failed, of.warned, of.missing, of.not_applicable, of.undefined, of.too_few};
}
}
