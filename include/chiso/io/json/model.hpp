#pragma once
#include <chiso/core/build.hpp>
#include <chiso/model/model.hpp>
#include <filesystem>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Reads a model file: UTF-8 JSON, whose keys the schema (json_schema) and docs/guide/lines.md show. It may have at most 8 MiB, 64 levels
/// of criteria, 100,000 criteria and entries, 250,000 items in other lists and named members; a byte order mark is skipped. O(size), in at
/// most 256 MiB. @throws ModelError with every error, each with its line and column; FileError naming a file that cannot be read.
CHISO_EXPORT Model load_model(const std::filesystem::path& path);
/// Reads a model from text. @throws ModelError as load_model does.
CHISO_EXPORT Model parse_model(std::string_view text);
/// Reads only a draft; problems, with line and column, go to the report. Whatever could not be read keeps its default, or gets the value
/// that was most likely meant, and is marked in the report so that `build(draft, report)` does not check it again. If the text is not
/// JSON, or of a newer format, nothing is read.
CHISO_EXPORT ModelDraft read_draft(std::string_view text, Report& report);
/// Every problem of a text, errors and warnings, in the order of the text; if there are more than 100,000, the last one says how many
/// more. An empty list means that the text is a model without errors or warnings.
CHISO_EXPORT std::vector<Problem> check_model(std::string_view text);
/// Checks a text into an empty report, which counts all problems; returns the model if it has no error.
CHISO_EXPORT std::optional<Model> check_model(std::string_view text, Report& report);

/// Canonical JSON: equal models have the same text, and it reads back as an equal model. Keys are in the order of the fields, defaults are
/// left out, numbers are as short as possible, and whatever fits into 120 characters is on one line. It ends with a line break.
CHISO_EXPORT std::string to_json(const Model& model);
/// The same of a draft, which need not be a valid model.
CHISO_EXPORT std::string to_json(const ModelDraft& draft);
/// The SHA-256 of to_json in lower-case hexadecimal.
CHISO_EXPORT std::string content_hash(const Model& model);
}
