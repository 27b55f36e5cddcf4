#include <chiso/core/fields.hpp>
#include <chiso/io/problems/problems.hpp>
#include <io/text/table_writer.hpp>

namespace chiso::inline CHISO_BUILD {
std::string to_json(std::span<const Problem> problems, Text::Language language) {
  JsonTableWriter out({"code", "severity", "pointer", "line", "column", "row", "found", "expected", "hint"});
  for (const auto& problem : problems) {
    out.text(problem.entry->code);
    out.text(name_of(problem.severity));
    out.text(problem.place.pointer);
    for (const auto number : {problem.place.line, problem.place.column, problem.place.row}) out.number(static_cast<std::int64_t>(number));
    out.text(problem.found(language));
    out.text(problem.expected(language));
    out.text(problem.suggestion(language));
    out.end_row();
  }
  return out.finish();
}
}
