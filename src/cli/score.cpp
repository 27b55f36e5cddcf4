#include <chiso/io/findings/findings.hpp>
#include <chiso/io/stream/score_stream.hpp>
#include <chiso/io/tables/office_csv.hpp>
#include <chiso/io/tables/scores.hpp>
#include <chiso/rank/warnings.hpp>
#include <cli/arguments.hpp>
#include <cli/commands.hpp>
#include <cli/files.hpp>
#include <cli/findings.hpp>
#include <cli/language.hpp>
#include <cli/names.hpp>
#include <cli/output.hpp>
#include <cli/terminal.hpp>
#include <cli/workbooks.hpp>
#include <memory>

namespace chiso_cli {
namespace {
struct ScoreArguments {
  FileArguments files{};
  chiso::ReadingOptions reading{};
  LanguageArgument language{};
  std::string output{};
  chiso::ScoreTableOptions table{};
  bool for_excel = false;
  bool stream = false;
  unsigned threads = 0;
};

bool is_json(const std::string& path) { return extension_of(path) == "json"; }
std::string check_output(const std::string& path) {
  if (is_workbook_output(path)) return where_workbooks_are_written();
  return check_ending(path, {"csv", "json", "xlsx"});
}

/// Writes a workbook: the ranking, the points by criterion, and what the checks found.
void put_workbook(const chiso::Scores& scores, const chiso::Evidence& evidence, chiso::ScoreTableOptions table, const std::string& output,
                  Language language) {
  table.by_criterion = false;
  const auto ranking = score_table(scores, table);
  table.by_criterion = true;
  table.reasons_in = language;
  const auto report = chiso::check(evidence);
  const auto findings = report.findings.empty() ? std::string() : findings_csv(report, {.language = language});
  workbooks()->write_scores(output, scores.model(), ranking, score_table(scores, table), findings, language);
}

/// @throws UsageError for what --stream cannot do, as far as that is known by the arguments.
void check_stream(const ScoreArguments& arguments) {
  const auto refuse = [](const std::string& what) { throw UsageError("--stream " + what); };
  if (arguments.output.empty() || extension_of(arguments.output) != "csv") refuse("writes a CSV file: -o FILE.csv is needed with it");
  if (arguments.for_excel) refuse("writes plain CSV, without --for-excel");
  if (!arguments.files.tables.empty()) refuse("reads one table: no --table is read with it");
  if (!arguments.files.roster.empty()) refuse("reads no --roster");
  if (is_workbook(arguments.files.evidence) || arguments.files.sheet)
    refuse("reads a CSV file, and '" + arguments.files.evidence + "' is a workbook");
}
/// Scores a table that need not fit into memory.
int score_stream(const ScoreArguments& arguments, const chiso::Model& model, const chiso::ScoreTableOptions& table) try {
  const auto& file = arguments.files.evidence;
  const auto language = arguments.language;
  const ProgressLine reading(file, works::reading, language);
  auto options = arguments.reading;
  options.progress = reading.telling();
  const auto scored =
      chiso::stream_scores(file, model, arguments.output, {.reading = std::move(options), .table = table, .threads = arguments.threads});
  report(file, scored.warnings, scored.warnings.size(), language);
  report(file, scored.rank_warnings, scored.rank_warnings.size(), language);
  tell_of_notes(arguments.files, scored.left_out, scored.warnings.size(), language);
  return good;
} catch (const chiso::EvidenceError& error) {
  tell_of_problems(arguments.files.evidence, error, model, arguments.language);
  throw AlreadyReported();
}

int score(const ScoreArguments& arguments) {
  check_arguments(arguments.files, arguments.reading, arguments.output, arguments.language);
  if (arguments.for_excel && is_json(arguments.output))
    throw UsageError("--for-excel writes CSV, and '" + arguments.output + "' ends in .json");
  if (arguments.for_excel && is_workbook_output(arguments.output))
    throw UsageError("--for-excel writes CSV; without it '" + arguments.output + "' is a workbook, which Excel opens as it is");
  if (arguments.stream) check_stream(arguments);
  const auto model = read_model(arguments.files.model, arguments.language);
  const auto keep = keep_for(model, arguments.table);  // an unknown node is reported before a long table is read
  auto table = arguments.table;
  table.model = true;
  if (arguments.stream) return score_stream(arguments, model, table);
  std::size_t warned = 0;
  const auto evidence = read_evidence(arguments.files, model, arguments.reading, arguments.language, &warned);
  tell_of_findings(arguments.files, evidence, arguments.language);
  const auto scores = [&] {
    const ProgressLine line(arguments.files.evidence, works::scoring, arguments.language);
    return chiso::score(model, evidence, {.keep = keep, .threads = arguments.threads, .progress = line.telling()});
  }();
  const auto warnings = chiso::warnings(chiso::Ranked(scores));
  report(arguments.files.evidence, warnings, warnings.size(), arguments.language);
  if (is_workbook_output(arguments.output)) {
    put_workbook(scores, evidence, table, arguments.output, arguments.language);
  } else {
    const auto text = is_json(arguments.output) ? to_json(scores, table)
                      : arguments.for_excel     ? to_csv_for_excel(scores, table, arguments.language)
                                                : to_csv(scores, table);
    put_out(text, arguments.output);
  }
  tell_of_notes(arguments.files, evidence.left_out(), warned, arguments.language);
  return good;
}
}

void add_score(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<ScoreArguments>();
  auto* command = app.add_subcommand("score", "Scores evidence: points, indices, ranks and classes");
  command->footer(
      "Rows are sorted by block, period and track; within these, ranked rows by rank, then the others, each by unit.\n"
      "Without -o they are written to the standard output, as CSV.");
  add_files(*command, arguments->files, EvidenceArgument::required);
  auto& table = arguments->table;
  const std::string group = "What is written";
  command
      ->add_option(
          "-o,--output", arguments->output,
          "The output file, .csv or .json; it is written completely or not at all. The chiso of the Python package writes .xlsx too")
      ->check(CLI::Validator(check_output, ""))
      ->option_text("FILE")
      ->group(group);
  command
      ->add_flag("--for-excel", arguments->for_excel,
                 "Writes CSV that a spreadsheet with a decimal comma opens, as in Vietnam: labels, semicolons, a byte order mark")
      ->group(group);
  command->add_flag("--exact", table.exact, "Adds quanta and the fraction of the index")->group(group);
  command->add_flag("--long", table.by_criterion, "Writes a row for each criterion and entry, with its state and reason")->group(group);
  add_name_option(*command, "--block", table.block, "Only this block")->group(group);
  add_name_option(*command, "--period", table.period, "Only this period")->group(group);
  add_name_option(*command, "--track", table.track, "Only this track")->group(group);
  add_name_option(*command, "--node", table.node, "Writes the points, index and rank of this criterion (an id) instead of the model's")
      ->option_text("ID")
      ->group(group);
  command
      ->add_flag(
          "--stream", arguments->stream,
          "Scores piece by piece a table that is larger than memory; what is written is the same. Rows wait on disk, beside the output")
      ->group(group);
  command
      ->add_option("--threads", arguments->threads,
                   "How many threads score, at most; as many as the machine has by default. The results are the same")
      ->check(CLI::Range(1, 1024))
      ->option_text("N");
  add_language_option(*command, arguments->language);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return score(*arguments); }, arguments->language}; });
}
}
