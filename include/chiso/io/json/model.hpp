#pragma once
#include <chiso/core/build.hpp>
#include <chiso/model/model.hpp>
#include <filesystem>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Reads a model file (SPEC 7). At most 8 MiB, 64 levels of criteria, 100,000 criteria and entries, 250,000 items in
/// other lists and members that bear names; a byte order mark is skipped. O(size), in at most 256 MiB.
/// @throws ModelError with every error, each with its line and column; Error naming a file that cannot be read.
CHISO_EXPORT Model load_model(const std::filesystem::path& path);
/// The same from text.
CHISO_EXPORT Model parse_model(std::string_view text);
/// Reads a draft only; problems, with line and column, go to the report. What could not be read keeps its default, or what was most
/// likely meant, and is marked in the report, so that `build(draft, report)` does not check it again. Of a text that is no JSON, or of a
/// newer format, nothing is read.
CHISO_EXPORT ModelDraft read_draft(std::string_view text, Report& report);
/// Every problem of a text, errors and warnings, in the order of the text; of more than 100,000 the last says how many more there are.
/// Empty: it is a model without a blemish.
CHISO_EXPORT std::vector<Problem> check_model(std::string_view text);
/// The same into an empty report, which counts them all; returns the model where it has no error.
CHISO_EXPORT std::optional<Model> check_model(std::string_view text, Report& report);

/// Canonical JSON: one form for equal models; reads back to an equal model. Keys in the order of the fields, defaults left out, numbers
/// shortest, what fits 120 characters on one line. Ends with a line break.
CHISO_EXPORT std::string to_json(const Model& model);
CHISO_EXPORT std::string to_json(const ModelDraft& draft);
/// SHA-256 of to_json, in lower-case hexadecimal.
CHISO_EXPORT std::string content_hash(const Model& model);
}
