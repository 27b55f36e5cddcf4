#include <chiso/io/explain/plans.hpp>
#include <chiso/io/read/actions.hpp>
#include <chiso/plan/plan_problems.hpp>
#include <cli/arguments.hpp>
#include <cli/commands.hpp>
#include <cli/explanations.hpp>
#include <cli/files.hpp>
#include <cli/language.hpp>
#include <cli/names.hpp>
#include <cli/output.hpp>
#include <cli/terminal.hpp>
#include <cli/workbooks.hpp>
#include <memory>

namespace chiso_cli {
namespace {
struct PlanArguments {
  FileArguments files{};
  chiso::ReadingOptions reading{};
  RowArguments row{};
  std::string target{}, actions{};
  chiso::Decimal others = 0;
  std::size_t most = 1;
  LanguageArgument language{};
  std::string output{};
};

chiso::Decimal decimal_of(const std::string& text) {
  const auto number = chiso::Decimal::parse(text);
  if (!number || *number < chiso::Decimal(0))
    throw UsageError("'" + text + "' of --target is not a decimal number of 0 or more, such as 80.5");
  return *number;
}
chiso::Target target_of(const std::string& text) {
  const auto sign = text.find('=');
  const auto kind = text.substr(0, sign), value = sign == text.npos ? std::string() : text.substr(sign + 1);
  if (kind == "class" && !value.empty()) return chiso::Target::class_id(value);
  if (kind == "index" && !value.empty()) return chiso::Target::index(decimal_of(value));
  if (kind == "published" && !value.empty()) return chiso::Target::published(decimal_of(value));
  if (kind == "rank" && !value.empty() && value.size() < 10 && value.find_first_not_of("0123456789") == value.npos && value != "0")
    return chiso::Target::rank(std::stoul(value));
  throw UsageError("'" + text + "' is no target: index=80, published=80, rank=9 or class=good");
}
/// Whether what is written has no sentences.
bool is_table(const PlanArguments& arguments) {
  const auto extension = extension_of(arguments.output);
  return extension == "csv" || extension == "json";
}

/// The actions of a file, whose problems are told by line and column. @throws AlreadyReported
chiso::ActionTable actions_of(const std::string& file, Language language) {
  if (has_workbook(file)) throw UsageError("actions are read from CSV, and '" + file + "' is a workbook: save its sheet as 'CSV UTF-8'");
  try {
    return chiso::read_actions(file);
  } catch (const chiso::FileError&) {
    throw;
  } catch (const chiso::Error& error) {
    report(file, error.problems(), error.total(), language);
    throw AlreadyReported();
  }
}
int plan(const PlanArguments& arguments) {
  const auto language = arguments.language;
  check_arguments(arguments.files, arguments.reading, arguments.output, language);
  const auto target = target_of(arguments.target);
  check_not_an_input(arguments.output, {arguments.actions});
  const auto ranked = ranked_of(arguments.files, arguments.reading, language);
  const auto row = find_row(ranked.scores(), arguments.row);
  const auto table = actions_of(arguments.actions, language);
  try {
    const chiso::Planner planner(ranked, row, table.actions, {.others = arguments.others, .progress = {}});
    const auto found = find_plans(planner, ranked, target, arguments.most);
    const chiso::ExplanationOptions options{.language = language};
    put_list(
        arguments.output, [&] { return plans_table(found); }, [&] { return plans_html(found, options); },
        [&](const chiso::TextLayout& layout) { return plans_text(found, options, layout); });
    if (!found.frontier && is_table(arguments)) complain("chiso: " + to_text(chiso::plan_words::too_many_for_frontier, {}, language));
  } catch (const chiso::UnknownNameError&) {
    throw;
  } catch (const chiso::Error& error) {
    if (error.problems().empty()) throw;
    auto found = error.problems();
    table.put_places(found);
    report(arguments.actions, found, error.total(), language);
    throw AlreadyReported();
  }
  return good;
}
}

void add_plan(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<PlanArguments>();
  auto* command = app.add_subcommand("plan", "Finds the cheapest actions by which a unit reaches an index, a rank or a class");
  command->footer(
      "The file of actions has the columns action, measure, value, and perhaps cost and group; rows of one action are one action, with "
      "cost\n"
      "and group in the first. Of a group at most one action is taken. That there is no cheaper plan is proved.");
  add_files(*command, arguments->files, EvidenceArgument::required);
  add_unit(*command, arguments->row);
  const std::string asked = "What is asked", written = "What is written";
  command->add_option("--target", arguments->target, "What is to be reached: index=80, published=80, rank=9 or class=good")
      ->required()
      ->option_text("TARGET")
      ->group(asked);
  command->add_option("--actions", arguments->actions, "What the unit may do, a CSV file")->required()->option_text("FILE")->group(asked);
  command->add_option("--k", arguments->most, "How many plans, at most (default: 1)")
      ->check(CLI::Range(1, 1000))
      ->option_text("NUMBER")
      ->group(asked);
  add_others(*command, arguments->others, asked);
  add_period_and_track(*command, arguments->row, asked);
  add_list_output(*command, arguments->output, written);
  add_language_option(*command, arguments->language)->group(written);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return plan(*arguments); }, arguments->language}; });
}
}
