#include <chiso/core/error.hpp>
#include <chiso/evidence/resolve.hpp>
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/read/records.hpp>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {
using namespace chiso;
/// A measure of each type, tracks with fallback, stated points, a previous value, a cohort, and a table below with the same measures: cells
/// can go every way.
Model fixed_model() {
  ModelDraft draft{};
  draft.id = "fuzz";
  draft.stated_points = StatedPoints::accept;
  draft.tracks = {{"self", "final"}};
  draft.fallback = {{"final", {"self"}}};
  MeasureDraft count{}, decimal{}, choice{}, truth{}, date{};
  count.type = MeasureType::count;
  decimal.type = MeasureType::decimal;
  decimal.min = Decimal(-1);
  decimal.max = Decimal(1000);
  decimal.excess = Excess::round;
  choice.type = MeasureType::choice;
  choice.options = {"a", "b", "2"};
  truth.type = MeasureType::yes_no;
  date.type = MeasureType::date;
  draft.measures = {{"x", count}, {"y", decimal}, {"z", choice}, {"w", truth}, {"due", date}};
  draft.tables = {{"tasks", {.measures = draft.measures}}};
  draft.criteria = {leaf("t", 1, rules::PerItem{.value = "rows_sum(tasks, x) + rows_count(tasks, days(due, due) == 0)", .each = 1}),
                    leaf("a", 2, rules::PerItem{.value = "x + previous(y)", .each = 1}),
                    leaf("b", 1, rules::YesNo{.value = "w and z == 'a' and y < cohort_max(y) and days(due, date('2024-02-29')) < 9"})};
  return Model::build(std::move(draft));
}
/// A unit in two periods, for tables below it.
Evidence fixed_evidence(const Model& model) {
  return parse_evidence("unit,period,x,y,z,w,due\nA,2023,1,1,a,yes,2024-02-29\nA,2024,1,1,a,yes,2024-02-29\n", model);
}
}

/// The first byte chooses options; any bytes after it give evidence or an Error: records if they begin as JSON does, otherwise a file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Model model = fixed_model();
  if (size == 0) return 0;
  ReadingOptions options;
  const auto choice = data[0];
  if (choice & 1) options.decimal = ',';
  if (choice & 2) options.thousands = choice & 4 ? ' ' : '.';
  if (choice & 8) options.unknown_columns = UnknownColumns::ignore;
  if (choice & 16) options.absent_measures = AbsentMeasures::missing;
  if (choice & 32) options.missing_words = {"-", "n/a"};
  if (choice & 64) options.delimiter = ',';
  if (choice & 128) options.most_problems = 2;
  if ((choice & 48) == 48) options.rename = {{"cases", "x"}, {"share", "y"}};
  if ((choice & 176) == 176) options.rename.emplace_back("cases", "z");
  if (choice == 255) options.delimiter = '"';  // refused
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  static const Evidence above = fixed_evidence(model);
  const auto part = static_cast<PeriodPart>(choice % names_of(PeriodPart{}).size());
  try {
    resolve(
        parse_evidence(text, TableBelow{.evidence = above, .table = "tasks", .unit = choice & 4 ? "z" : "unit", .period = part}, options),
        model);
  } catch (const Error&) {
  }
  try {
    const bool is_json = text.starts_with('{') || text.starts_with('[');
    resolve(is_json ? parse_records(text, model, options) : parse_evidence(text, model, options), model);
  } catch (const Error&) {
  }
  options.layout = static_cast<TableLayout>(choice % names_of(TableLayout{}).size());
  options.header_line = choice % 5;
  options.header_lines = 1 + choice % 2;
  options.skip_last = choice % 4;
  if (choice % 7 == 0) options.encoding = "utf-16";
  if (choice % 3 == 1) options.fill = {{"unit", "A"}};
  try {
    resolve(parse_evidence(text, model, options), model);
  } catch (const Error&) {
  }
  return 0;
}
