#include <chiso/io/json/schema.hpp>
#include <cli/commands.hpp>
#include <cli/terminal.hpp>

namespace chiso_cli {
void add_schema(CLI::App& app, Command& to_run) {
  auto* command = app.add_subcommand("schema", "Prints the JSON Schema of model files, for editors");
  command->callback([&to_run] {
    to_run.run = [] {
      print(chiso::json_schema());
      return good;
    };
  });
}
}
