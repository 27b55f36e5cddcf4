#include <chiso/io/describe/evidence_form.hpp>
#include <cli/arguments.hpp>
#include <cli/commands.hpp>
#include <cli/files.hpp>
#include <cli/language.hpp>
#include <cli/output.hpp>
#include <cli/terminal.hpp>
#include <cli/workbooks.hpp>
#include <memory>

namespace chiso_cli {
namespace {
struct TemplateArguments {
  std::string model{};
  LanguageArgument language{};
  std::string delimiter = ";";
  bool measures_only = false;
  bool form = false;
  std::string table{};
  std::string output{};
};

int make_template(const TemplateArguments& arguments) {
  if (arguments.form && !arguments.table.empty())
    throw UsageError("--form is of one unit, and --table of a table below the units: give one");
  check_not_an_input(arguments.output, {arguments.model});
  const auto model = read_model(arguments.model, arguments.language);
  const chiso::EvidenceSheetOptions options{.language = arguments.language,
                                            .delimiter = arguments.delimiter == "tab" ? '\t' : arguments.delimiter[0],
                                            .columns = arguments.measures_only ? chiso::SheetColumns::measures : chiso::SheetColumns::all,
                                            .table = arguments.table};
  if (is_workbook_output(arguments.output))
    workbooks()->write_template(arguments.output, model, options, arguments.form);
  else
    put_out(arguments.form ? empty_evidence_form(model, options) : empty_evidence_sheet(model, options), arguments.output);
  return good;
}
std::string check_sheet_output(const std::string& path) {
  if (is_workbook_output(path)) return where_workbooks_are_written();
  return check_ending(path, {"csv", "xlsx"});
}
}

void add_template(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<TemplateArguments>();
  auto* command =
      app.add_subcommand("template", "Prints an empty sheet of evidence to fill in: each column with the values that it accepts");
  command->footer(
      "A CSV file for spreadsheets, in UTF-8 with a byte order mark. When it is filled in and saved as CSV, the other commands read it as "
      "it is.");
  command->add_option("MODEL", arguments->model, "The model, a JSON file")->required()->option_text(" ");
  add_language_option(*command, arguments->language);
  command->add_option("--delimiter", arguments->delimiter, "The delimiter between cells: , ; or tab (default ;)")
      ->check(CLI::IsMember({",", ";", "tab"}))
      ->option_text("MARK");
  command->add_flag("--form", arguments->form,
                    "A form of one unit, with criteria and figures in rows; the other commands know it when they read it");
  command->add_option("--table", arguments->table, "The sheet of this table below the units, instead of the evidence")->option_text("NAME");
  command->add_flag("--measures-only", arguments->measures_only, "Leaves out the columns <measure>.not_applicable and points.<leaf>");
  command
      ->add_option("-o,--output", arguments->output,
                   "The output file, .csv; it is written completely or not at all. The chiso of the Python package writes .xlsx too")
      ->check(CLI::Validator(check_sheet_output, ""))
      ->option_text("FILE");
  command->callback([arguments, &to_run] { to_run = {[arguments] { return make_template(*arguments); }, arguments->language}; });
}
}
