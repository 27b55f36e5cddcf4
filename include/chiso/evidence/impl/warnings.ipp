#pragma once
#include <algorithm>
#include <chiso/evidence/evidence.hpp>
#include <chiso/evidence/impl/alike_names.ipp>
#include <chiso/evidence/impl/evidence_data.ipp>
#include <chiso/evidence/impl/odd_rows.ipp>
#include <chiso/evidence/impl/period_order.ipp>
#include <chiso/evidence/roster_problems.hpp>
#include <chiso/evidence/table_below_problems.hpp>
#include <chiso/evidence/warning_problems.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The criteria, entries and vetoes of a model that read a previous period; empty if none does.
CHISO_INLINE Argument what_looks_back(const Model& model) {
  constexpr Words veto{"a veto of {0}", "điều kiện khống chế {0}"}, both{"{0}, {1}", "{0}, {1}"};
  constexpr std::size_t most_named = 5;
  Arguments who;
  for (const auto& node : model.nodes()) {
    bool looks_back = node.applies_when && node.applies_when->looks_back;
    if (!node.is_group()) for_each_program(node.shape, [&](const Program& program) { looks_back = looks_back || program.looks_back; });
    if (looks_back) who.emplace_back(node.id);
  }
  if (model.classes())
    for (const auto& one : model.classes()->vetoes)
      if (one.when && one.when->looks_back) who.emplace_back(veto, Arguments{one.at_most});
  if (who.size() > most_named) who.resize(most_named), who.emplace_back("...");
  Argument out;
  for (auto& one : who) out = out.empty() ? std::move(one) : Argument(both, {std::move(out), std::move(one)});
  return out;
}

/// The units without a row in a table, at most five by name; empty if each has one.
CHISO_INLINE Argument units_without_rows(const Evidence& evidence, const RowsBelow& table) {
  constexpr Words several{"{0} and {1} more", "{0} và {1} đơn vị khác"};
  constexpr std::size_t most_named = 5;
  std::vector<std::uint8_t> wanted(evidence.units().size());
  for (const auto unit : evidence.unit_of_row()) wanted[unit] = 1;
  for (const auto& group : table.groups) wanted[group.unit] = 0;
  std::string named;
  std::size_t count = 0;
  for (std::size_t unit = 0; unit < wanted.size(); ++unit)
    if (wanted[unit] != 0 && ++count <= most_named) named += (named.empty() ? "" : ", ") + evidence.units()[unit];
  return count > most_named ? Argument(several, {named, count - most_named}) : Argument(named);
}

/// Who has not reported, a warning for each period, at most ten units by name.
CHISO_INLINE void warn_of_unreported(const Evidence& evidence, std::vector<Problem>& out) {
  constexpr Words several{"{0} and {1} more", "{0} và {1} đơn vị khác"},
      of_all{"{0} of {1} units without a row: {2}", "thiếu dòng số liệu của {0} trong {1} đơn vị: {2}", Words::absence},
      of_period{"{0} of {1} units without a row in {3}: {2}", "thiếu dòng số liệu của {0} trong {1} đơn vị ở kỳ {3}: {2}", Words::absence};
  constexpr std::size_t most_named = 10;
  const auto all = evidence.unreported();
  for (std::size_t first = 0, last = 0; first < all.size(); first = last) {
    while (last < all.size() && all[last].period_place == all[first].period_place) ++last;
    std::string named;
    for (auto at = first; at < last && at < first + most_named; ++at) named.append(at == first ? "" : ", ").append(all[at].unit);
    const auto count = last - first;
    auto units = count > most_named ? Argument(several, {named, count - most_named}) : Argument(named);
    Arguments who{count, evidence.roster()->units().size(), std::move(units), std::string(all[first].period)};
    const bool is_named = !all[first].period.empty();
    out.push_back(problem_at({.pointer = "/unit"}, Severity::warning, problems::roster_no_row,
                             {Argument(is_named ? of_period : of_all, std::move(who))}));
  }
}

/// Adds the warnings of the periods of a table.
CHISO_INLINE void warn_of_periods(const Model& model, std::span<const std::string> periods, std::vector<Problem>& out) {
  const auto warn = [&](const ProblemEntry& entry, Arguments arguments) {
    out.push_back(problem_at({.pointer = "/period"}, Severity::warning, entry, std::move(arguments)));
  };
  if (const auto two = out_of_time(periods)) warn(problems::period_order, {two->first, two->second});
  if (periods.size() != 1) return;
  auto who = what_looks_back(model);
  if (who.empty()) return;
  constexpr Words unnamed{"one period without a name", "một kỳ không có tên"}, named{"only the period {0}", "chỉ có kỳ {0}"};
  const auto& period = periods[0];
  warn(problems::previous_one_period, {period.empty() ? Argument(unnamed) : Argument(named, {period}), std::move(who)});
}

CHISO_INLINE std::vector<Problem> Evidence::warnings() const {
  auto out = data_->noticed;
  if (roster()) out.insert(out.end(), roster()->warnings().begin(), roster()->warnings().end());
  warn_of_unreported(*this, out);
  if (rows() == 0) {
    out.push_back(problem_at({}, Severity::warning, problems::table_without_rows, {}));
    return out;
  }
  for (std::size_t i = 0; i < data_->tables.size(); ++i) {
    if (!data_->tables[i]) continue;
    const auto& name = model().derived().tables[i].name;
    auto units = units_without_rows(*this, *data_->tables[i]);
    if (!units.empty())
      out.push_back(problem_at({.pointer = "/tables/" + name}, Severity::warning, problems::table_no_rows, {std::move(units), name}));
  }
  warn_of_alike_names(*this, "unit", units(), unit_of_row(), out);
  if (!model().declares_blocks()) warn_of_alike_names(*this, "block", blocks(), block_of_row(), out);
  warn_of_odd_rows(*this, out);
  warn_of_fractions(*this, out);
  warn_of_periods(model(), periods(), out);
  return out;
}

/// Adds what reading a table left out: columns, and how many blank rows; `at` is the pointer of the table.
CHISO_INLINE void add_notes(const std::vector<std::string>& names, std::size_t blank, const std::string& at, std::vector<Problem>& out) {
  constexpr Words column{"1 column", "1 cột"}, columns{"{0} columns", "{0} cột"}, row{"1 blank row", "1 dòng trống"},
      rows{"{0} blank rows", "{0} dòng trống"}, both{"{0}, {1}", "{0}, {1}"}, rest{"{0}, ...", "{0}, ..."};
  constexpr std::size_t most_named = 12;
  const auto counted = [](std::size_t count, const Words& one, const Words& several) {
    return count == 1 ? Argument(one) : Argument(several, {count});
  };
  if (!names.empty()) {
    Argument listed;
    for (std::size_t i = 0; i < names.size() && i < most_named; ++i)
      listed = i == 0 ? Argument(BadCells::excerpt(names[i])) : Argument(both, {std::move(listed), BadCells::excerpt(names[i])});
    if (names.size() > most_named) listed = Argument(rest, {std::move(listed)});
    out.push_back(problem_at({.pointer = at}, Severity::warning, problems::columns_ignored,
                             {std::move(listed), counted(names.size(), column, columns)}));
  }
  if (blank > 0) out.push_back(problem_at({.pointer = at}, Severity::warning, problems::rows_blank, {counted(blank, row, rows)}));
}
CHISO_INLINE std::vector<Problem> Evidence::left_out() const {
  std::vector<Problem> out;
  if (data_->notes) add_notes(data_->notes->ignored, data_->notes->blank_rows.size(), "", out);
  for (std::size_t i = 0; i < data_->tables.size(); ++i)
    if (const auto& table = data_->tables[i]; table && table->notes)
      add_notes(table->notes->ignored, table->notes->blank_rows.size(), "/tables/" + model().derived().tables[i].name, out);
  return out;
}
CHISO_INLINE std::vector<Problem> Evidence::notes() const {
  auto out = left_out();
  for (auto& warning : warnings()) out.push_back(std::move(warning));
  return out;
}
}
