#include <chiso/core/error.hpp>
#include <cli/language.hpp>
#include <cli/terminal.hpp>
#include <io/words/usual_language.hpp>
#include <string>

namespace chiso_cli {
LanguageArgument::operator Language() const {
  if (told_) return *told_;
  try {
    return chiso::usual_language();
  } catch (const chiso::Error& error) {
    throw UsageError(to_text(error.problems().front(), chiso::language_of_locale(), chiso::SeverityMention::left_out));
  }
}

CLI::Option* add_language_option(CLI::App& command, LanguageArgument& language) {
  return command
      .add_option_function<std::string>(
          "--lang", [&language](const std::string& name) { language = LanguageArgument(name == "en" ? Language::en : Language::vi); },
          "The language: vi or en (default: what CHISO_LANG says, else that of the locale, else vi)")
      ->check(CLI::IsMember({"vi", "en"}))
      ->option_text("L");
}
}
