#include <algorithm>
#include <chiso/core/utf8.hpp>
#include <io/json/json_text.hpp>
#include <io/json/value_problems.hpp>
#include <io/text/utf8.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
JsonText::JsonText(std::string_view text, Report& report) : source_(text), report_(report) {
  tree_.readable = false;
  if (text.size() > most_bytes) {
    add(0, problems::json_size, {text.size()});
  } else if (const auto bad = unicode::first_bad_byte(text); bad < text.size()) {
    add(bad, problems::json_utf8, {hex_of_byte(text[bad])});
  } else {
    tree_ = parse_json(text);
    reported_ = report.problems().size();
    if (!tree_.readable)
      for (const auto& problem : tree_.problems) add(problem);
  }
}

std::optional<JsonValue> JsonText::root() const { return tree_.readable ? std::optional(JsonValue(tree_)) : std::nullopt; }

void JsonText::add(std::size_t offset, const ProblemEntry& entry, Arguments arguments) {
  source_.put(report_.add(entry, std::move(arguments)).place, offset);
}
void JsonText::add(const SyntaxProblem& problem) {
  auto& added = report_.add(*problem.entry, problem.arguments);
  added.hint = problem.hint;
  source_.put(added.place, problem.at);
}

void JsonText::add_overlooked() {
  auto& all = report_.problems();
  const auto of_values = all.size();
  for (const auto& problem : tree_.problems) {
    Place place;
    source_.put(place, problem.at);
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(of_values);
    const auto same = std::find_if(all.begin() + static_cast<std::ptrdiff_t>(reported_), end, [&](const Problem& of_value) {
      return of_value.place.line == place.line && of_value.place.column == place.column;
    });
    if (same == end)
      add(problem);
    else if (same->hint.empty())
      same->hint = problem.hint;
  }
}
}
