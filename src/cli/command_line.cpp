#include <chiso/core/build.hpp>
#include <chiso/core/error.hpp>
#include <chiso/io/problems/problems.hpp>
#include <cli/command_line.hpp>
#include <cli/commands.hpp>
#include <cli/terminal.hpp>
#include <cli/workbooks.hpp>
#include <csignal>
#include <exception>
#include <sstream>

namespace chiso_cli {
namespace {
/// Help and the version succeed and go to the standard output; whatever cannot be parsed is a usage error, whatever CLI11 calls it.
int finish(const CLI::App& app, const CLI::ParseError& error) {
  std::ostringstream out, wrong;
  const bool asked_for = app.exit(error, out, wrong) == 0;
  print(out.str());
  if (asked_for) return good;
  auto text = wrong.str();
  while (text.ends_with('\n')) text.pop_back();
  complain("chiso: " + text);
  return usage;
}

int run(int count, char** arguments) {
  CLI::App app{
      "Scores units by a model of weighted criteria, exactly.\n"
      "Exit codes: 0: no errors; 1: problems were found, or a file cannot be read or written; 2: invalid usage."};
  app.name("chiso");
  app.set_version_flag("--version", std::string("chiso ") + chiso::version, "Prints the version");
  app.require_subcommand(1);
  Command command;
  add_check(app, command);
  add_score(app, command);
  add_show(app, command);
  add_report(app, command);
  add_explain(app, command);
  add_missing(app, command);
  add_plan(app, command);
  add_steps(app, command);
  add_compare(app, command);
  add_verify(app, command);
  add_diff(app, command);
  add_schema(app, command);
  add_describe(app, command);
  add_template(app, command);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return finish(app, error);
  }
  try {
    return command.run();
  } catch (const chiso::Error& error) {
    if (error.problems().empty()) throw;
    for (const auto& problem : error.problems()) complain("chiso: " + to_text(problem, command.language));
    return problems;
  }
}
}

int run_command_line(int count, char** arguments, Workbooks* opens_workbooks) {
  workbooks() = opens_workbooks;
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has gone is then reported as an error and does not end the program
  try {
    return run(count, arguments);
  } catch (const AlreadyReported&) {
    return problems;
  } catch (const UsageError& error) {
    complain(std::string("chiso: ") + error.what());
    return usage;
  } catch (const std::exception& error) {
    complain(std::string("chiso: ") + error.what());
  } catch (...) {
    complain("chiso: an error of no known kind");
  }
  return problems;
}
}
