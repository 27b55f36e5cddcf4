#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/io/json/model.hpp>
#include <chiso/io/json/parts.hpp>
#include <chiso/io/text/file.hpp>
#include <io/json/json_places.hpp>
#include <io/json/json_reader.hpp>
#include <io/json/json_text.hpp>
#include <io/json/value_problems.hpp>
#include <io/text/sha256.hpp>
#include <tuple>

namespace chiso::inline CHISO_BUILD {
namespace {
ModelDraft read(JsonText& json, Report& report) {
  constexpr Words a_model{"a model: an object in braces", "một bộ tiêu chí, đặt trong ngoặc nhọn"};
  ModelDraft draft{};
  const auto root = json.root();
  if (root && (root->is('{') || root->is('['))) {
    read_object(*root, json.source(), report, draft);
    json.add_overlooked();
    return draft;
  }
  if (root) {
    const auto first_word = root->written().substr(0, root->written().find_first_of(" \t\r\n"));
    json.add(root->offset(), problems::json_type, {shown(first_word), a_model});
  }
  mark_unread(draft, report);
  return draft;
}
}

ModelDraft read_draft(std::string_view text, Report& report) {
  JsonText json(without_byte_order_mark(text), report);
  return read(json, report);
}

std::optional<Model> check_model(std::string_view text, Report& report) {
  JsonText json(without_byte_order_mark(text), report);
  auto model = build(read(json, report), report);
  auto& problems = report.problems();
  if (json.root()) find_places(json.tree(), json.source(), problems);
  std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  return model;
}

std::vector<Problem> check_model(std::string_view text) {
  Report report;
  check_model(text, report);
  return report.take_all();
}

Model parse_model(std::string_view text) {
  Report report;
  auto model = check_model(text, report);
  if (!model) throw ModelError(report.take_errors(), report.errors());
  return std::move(*model);
}

Model load_model(const std::filesystem::path& path) { return parse_model(read_file(path, JsonText::most_bytes)); }

std::string content_hash(const Model& model) { return sha256(to_json(model)); }

std::optional<std::string> canonical_part(std::string_view kind, std::string_view text, Report& report) {
  JsonText json(text, report);
  std::optional<std::string> out;
  if (const auto root = json.root()) {
    out = read_part(kind, *root, json.source(), report);
    json.add_overlooked();
  }
  for (auto& problem : report.problems()) problem.place.line = problem.place.column = 0;
  if (report.has_errors()) out.reset();
  return out;
}
}
