#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/report.hpp>
#include <chiso/model/draft.hpp>
#include <io/json/json_tree.hpp>
#include <io/text/source_text.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Reads the object of a model from a readable tree; every problem goes to the report, with line and column. Whatever could not be read is
/// marked in the report, so that it is not checked again.
void read_object(JsonValue root, SourceText& source, Report& report, ModelDraft& out);
/// Reads a part of the kind `kind` (see part_kinds) in the same way; returns it as canonical JSON on one line.
std::string read_part(std::string_view kind, JsonValue root, SourceText& source, Report& report);
/// Marks a whole model as not read.
void mark_unread(ModelDraft& draft, Report& report);
}
