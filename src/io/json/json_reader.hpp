#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/report.hpp>
#include <chiso/model/draft.hpp>
#include <io/json/json_document.hpp>
#include <io/text/source_text.hpp>

namespace chiso::inline CHISO_BUILD {
/// Reads a model's object out of a document of readable syntax; every problem goes to the report, with line and column. What could not
/// be read is marked in the report, so that it is not checked again.
void read_object(const JsonDocument& document, JsonValue& root, SourceText& source, Report& report, ModelDraft& out);
/// Marks a whole model as not read.
void mark_unread(ModelDraft& draft, Report& report);
}
