#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/report.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The kinds of parts that a model file is made of: `model`, `measure`, `criterion`, `entry`, `side`, `adjustments`, `publish`, `ranking`,
/// `classes`, `band`, `veto`, `item`, `rule` (of any type), `part`, `tier`, and every type of rule.
CHISO_EXPORT std::vector<std::string> part_kinds();
/// Reads one part by itself: its keys and the kinds of their values are checked, and what they mean is not, which only a whole model can
/// tell. Problems go to the report, each with its pointer within the part, and no line. Of a part that is asked for as a type of rule the
/// key `type` may be left out. Returns canonical JSON in one line, as `to_json` of a model has the part; nothing if there are errors.
/// O(size), at most 8 MiB. @throws UnknownNameError of a kind that is none.
CHISO_EXPORT std::optional<std::string> canonical_part(std::string_view kind, std::string_view json, Report& report);
}
