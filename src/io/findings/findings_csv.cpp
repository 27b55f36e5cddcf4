#include <chiso/core/error.hpp>
#include <chiso/io/findings/findings.hpp>
#include <io/findings/finding_words.hpp>
#include <io/text/table_writer.hpp>

// Writes findings as a table.
namespace chiso::inline CHISO_BUILD {
namespace {
void number(CsvWriter& out, const Rational& value) {
  const auto nearest = nearest_decimal(value);
  nearest ? out.number(nearest->value) : out.text(value.text());
}
void value(CsvWriter& out, const std::optional<CheckValue>& value) {
  if (!value)
    out.none();
  else if (const auto* is_number = std::get_if<Rational>(&*value))
    number(out, *is_number);
  else
    out.text(exact_text(*value));
}
/// What stands in the cell of a measure that the check names.
std::optional<CheckValue> value_at(const Finding& finding, std::size_t measure) {
  for (const auto& figure : finding.figures)
    if (figure.measure == measure) return figure.value;
  return {};
}
}

std::string findings_csv(const CheckReport& report, const FindingsTableOptions& options) {
  const auto& places = options.places;
  if (!places.empty() && places.size() != report.findings.size()) throw ShapeError("there is not one place for each finding");
  CsvWriter out(std::vector<std::string_view>{"line",     "column",  "unit",    "block", "period",  "track", "check",
                                              "severity", "rounded", "measure", "value", "found",   "sign",  "expected",
                                              "least",    "most",    "meant",   "slip",  "repairs", "slips", "message"});
  FindingWords words(report, options.language);
  const auto& evidence = report.evidence;
  for (std::size_t at = 0; at < report.findings.size(); ++at) {
    const auto& finding = report.findings[at];
    if (places.empty()) {
      out.none();
      out.none();
    } else {
      out.number(places[at].sheet ? places[at].row : places[at].line);
      out.number(places[at].column);
    }
    for (const auto name : {evidence.unit(finding.row), evidence.block(finding.row), evidence.period(finding.row),
                            std::string_view(report.model.tracks()[evidence.track(finding.row)])})
      out.text(name);
    out.text(report.model.checks()[finding.check].id);
    out.text(name_of(finding.severity));
    finding.rounded ? out.text(name_of(*finding.rounded)) : out.none();
    const auto measure = cell_to_look_at(report, finding).measure;
    measure == EvidenceCell::none ? out.none() : out.text(report.model.measures()[measure].name);
    value(out, value_at(finding, measure));
    value(out, finding.found);
    out.text(finding.sign);  // none begins like a formula but `==`, which is guarded
    value(out, finding.expected);
    for (const auto end : {0U, 1U}) finding.expected_range ? number(out, (*finding.expected_range)[end]) : out.none();
    if (const auto* likely = finding.likely_slip()) {
      out.number(likely->value);
      out.text(name_of(likely->kind));
      out.number(likely->repairs.size());
    } else {
      out.none();
      out.none();
      out.none();
    }
    out.number(finding.slip_count);
    out.text(words.sentence(finding));
    out.end_row();
  }
  return out.finish();
}
}
