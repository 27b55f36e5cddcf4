#include <chiso/core/error.hpp>
#include <cstdlib>
#include <io/words/usual_language.hpp>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
namespace {
std::string_view variable(const char* name) {
  const char* text = std::getenv(name);
  return text == nullptr ? std::string_view() : text;
}
}

Text::Language language_of_locale() {
  for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto locale = variable(name);  // such as en_US.UTF-8
    if (!locale.empty()) return locale.substr(0, locale.find_first_of("_.@-")) == "en" ? Text::Language::en : Text::Language::vi;
  }
  return Text::Language::vi;
}

Text::Language usual_language() {
  const auto chosen = variable("CHISO_LANG");
  if (chosen.empty()) return language_of_locale();
  if (chosen == "vi") return Text::Language::vi;
  if (chosen == "en") return Text::Language::en;
  throw Error(problem_at({}, Severity::error, problems::language_unknown, {chosen}));
}
}
