#include <chiso/io/describe/describe.hpp>
#include <cli/arguments.hpp>
#include <cli/commands.hpp>
#include <cli/files.hpp>
#include <cli/language.hpp>
#include <cli/output.hpp>
#include <cli/terminal.hpp>
#include <memory>

namespace chiso_cli {
namespace {
struct DescribeArguments {
  std::string model{};
  LanguageArgument language{};
  std::string format{};
  std::string output{};
};

/// The format of the option, otherwise by the extension of the output, otherwise Markdown.
chiso::DescriptionFormat format_of(const DescribeArguments& arguments) {
  auto name = arguments.format;
  if (name.empty() && !arguments.output.empty()) name = extension_of(arguments.output);
  if (name.empty()) return chiso::DescriptionFormat::markdown;
  if (const auto format = chiso::named<chiso::DescriptionFormat>(name)) return *format;
  throw UsageError("'" + arguments.output + "' must end in .md, .csv or .html, or --format must be given");
}

int describe(const DescribeArguments& arguments) {
  const auto format = format_of(arguments);
  check_not_an_input(arguments.output, {arguments.model});
  const auto text = chiso::describe(read_model(arguments.model, arguments.language), arguments.language, format);
  put_out(text, arguments.output);
  return good;
}
}

void add_describe(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<DescribeArguments>();
  auto* command = app.add_subcommand("describe", "Prints a model as a table in words: criteria, points, rules, ranking, classes");
  command->add_option("MODEL", arguments->model, "The model, a JSON file")->required()->option_text(" ");
  add_language_option(*command, arguments->language);
  command->add_option("--format", arguments->format, "md, csv or html (default: by the extension of the output, otherwise md)")
      ->check(CLI::IsMember({"md", "csv", "html"}))
      ->option_text("F");
  command->add_option("-o,--output", arguments->output, "The output file; it is written completely or not at all")->option_text("FILE");
  command->callback([arguments, &to_run] { to_run = {[arguments] { return describe(*arguments); }, arguments->language}; });
}
}
