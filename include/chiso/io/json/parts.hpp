#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/report.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The kinds of parts that a model file consists of: `model`, `measure`, `criterion`, `entry`, `side`, `adjustments`, `publish`,
/// `check` (of any type), `ranking`, `classes`, `band`, `veto`, `item`, `rule` (of any type), `part`, `tier`, and every type of rule and of
/// check.
CHISO_EXPORT std::vector<std::string> part_kinds();
/// Reads one part by itself. Its keys and the kinds of their values are checked; their meaning is not, because that needs the whole model.
/// Problems go to the report, each with its pointer within the part, without a line. If the kind is a type of rule or check, the key `type`
/// may be left out. Returns canonical JSON on one line, as `to_json` of a model has the part; empty if there are errors. O(size), at most 8
/// MiB.
/// @throws UnknownNameError for an unknown kind.
CHISO_EXPORT std::optional<std::string> canonical_part(std::string_view kind, std::string_view json, Report& report);
}
