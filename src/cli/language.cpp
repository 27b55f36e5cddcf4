#include <cli/language.hpp>
#include <string>

namespace chiso_cli {
CLI::Option* add_language_option(CLI::App& command, Language& language) {
  const std::string usual = language == Language::en ? "en" : "vi";
  return command
      .add_option_function<std::string>(
          "--lang", [&language](const std::string& name) { language = name == "en" ? Language::en : Language::vi; },
          "The language: vi or en (default " + usual + ")")
      ->check(CLI::IsMember({"vi", "en"}))
      ->option_text("L");
}
}
