#include <cli/language.hpp>
#include <string>

namespace chiso_cli {
CLI::Option* add_language_option(CLI::App& command, Languages& languages) {
  const std::string usual = languages.of_output == Language::en ? "en" : "vi";
  return command
      .add_option_function<std::string>(
          "--lang",
          [&languages](const std::string& told) {
            languages.of_output = told == "en" ? Language::en : Language::vi;
            languages.of_problems = languages.of_output;
          },
          "The language: vi or en (default " + usual + ")")
      ->check(CLI::IsMember({"vi", "en"}))
      ->option_text("L");
}
}
