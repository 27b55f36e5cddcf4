#include <chiso/io/explain/model_diff.hpp>
#include <cli/arguments.hpp>
#include <cli/commands.hpp>
#include <cli/files.hpp>
#include <cli/language.hpp>
#include <cli/output.hpp>
#include <cli/terminal.hpp>
#include <memory>

namespace chiso_cli {
namespace {
struct DiffArguments {
  std::string before{}, now{};
  LanguageArgument language{};
  std::string format{};
  std::string output{};
};

int diff(const DiffArguments& arguments) {
  const bool page = is_page(arguments.format, arguments.output);
  check_not_an_input(arguments.output, {arguments.before, arguments.now});
  const auto before = read_model(arguments.before, arguments.language), now = read_model(arguments.now, arguments.language);
  const chiso::ExplanationOptions options{.language = arguments.language};
  put_out(page ? chiso::diff_html(before, now, options) : chiso::diff_text(before, now, options, layout_of(arguments.output)),
          arguments.output);
  return good;
}
}

void add_diff(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<DiffArguments>();
  auto* command = app.add_subcommand("diff", "Says how a model differs from another one, criterion by criterion");
  command->add_option("BEFORE", arguments->before, "The model as it was, a JSON file")->required()->option_text(" ");
  command->add_option("NOW", arguments->now, "The model as it is, a JSON file")->required()->option_text(" ");
  const std::string group = "What is written";
  add_language_option(*command, arguments->language)->group(group);
  add_page_options(*command, arguments->format, arguments->output, group);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return diff(*arguments); }, arguments->language}; });
}
}
