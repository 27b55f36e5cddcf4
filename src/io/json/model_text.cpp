#include <algorithm>
#include <chiso/core/text.hpp>
#include <chiso/io/json/model.hpp>
#include <chiso/io/text/file.hpp>
#include <io/json/json_document.hpp>
#include <io/json/json_places.hpp>
#include <io/json/json_reader.hpp>
#include <io/json/json_syntax.hpp>
#include <io/text/sha256.hpp>
#include <io/text/source_text.hpp>
#include <io/text/utf8.hpp>
#include <tuple>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::size_t most_bytes = std::size_t{8} << 20;

/// The draft of a text without byte order mark.
ModelDraft read(std::string_view text, Report& report) {
  SourceText source(text);
  ModelDraft draft{};
  const auto refuse = [&](std::size_t offset, std::string_view code, std::string_view found, std::string_view expected) {
    source.put(report.add(code, found, expected).place, offset);
    mark_unread(draft, report);
    return std::move(draft);
  };
  if (text.size() > most_bytes) return refuse(0, "json.size", std::to_string(text.size()) + " bytes", "at most 8 MiB");
  if (!is_utf8(text)) {
    const auto at = first_bad_byte(text);
    return refuse(at, "json.utf8", "the byte 0x" + hexadecimal(text[at]), "UTF-8");
  }
  const auto syntax = check_syntax(text);
  const auto problem = [&](const SyntaxProblem& found) {
    auto& added = report.add(found.code, found.found, found.expected);
    added.hint = found.hint;
    source.put(added.place, found.at);
  };
  if (!syntax.readable) {
    std::for_each(syntax.problems.begin(), syntax.problems.end(), problem);
    mark_unread(draft, report);
    return draft;
  }
  JsonDocument document(text);
  auto root = document.root();
  if (!root) {
    const auto start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    return refuse(start, "json.type", shown(text.substr(start, text.find_first_of(" \t\r\n", start) - start)),
                  "a model: an object in braces");
  }
  const auto before = report.problems().size();
  read_object(document, *root, source, report, draft);
  // What was read as a value, and refused there, is reported there, with its pointer; the rest here.
  const auto read_problems = report.problems().size();
  for (const auto& found : syntax.problems) {
    Place place;
    source.put(place, found.at);
    const auto first = report.problems().begin() + static_cast<std::ptrdiff_t>(before),
               last = report.problems().begin() + static_cast<std::ptrdiff_t>(read_problems);
    const auto same =
        std::find_if(first, last, [&](const Problem& p) { return p.place.line == place.line && p.place.column == place.column; });
    if (same == last)
      problem(found);
    else if (same->hint.empty())
      same->hint = found.hint;
  }
  return draft;
}

}

ModelDraft read_draft(std::string_view text, Report& report) { return read(without_byte_order_mark(text), report); }

std::optional<Model> check_model(std::string_view text, Report& report) {
  text = without_byte_order_mark(text);
  auto model = build(read(text, report), report);
  auto& problems = report.problems();
  find_places(text, problems);
  std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  return model;
}

std::vector<Problem> check_model(std::string_view text) {
  Report report;
  check_model(text, report);
  auto out = std::move(report.problems());
  if (auto more = report.more_than(out.size())) out.push_back(std::move(*more));
  return out;
}

Model parse_model(std::string_view text) {
  Report report;
  auto model = check_model(text, report);
  if (model) return std::move(*model);
  std::erase_if(report.problems(), [](const Problem& problem) { return problem.severity == Severity::warning; });
  throw ModelError(std::move(report.problems()), report.errors());
}

Model load_model(const std::filesystem::path& path) { return parse_model(read_file(path, most_bytes)); }

std::string content_hash(const Model& model) { return sha256(to_json(model)); }
}
