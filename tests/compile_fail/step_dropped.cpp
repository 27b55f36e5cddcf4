// expects: ignoring return value|nodiscard
// flags: -Werror=unused-result
// A step that is not held is left at once, and problems land in another place.
#include <chiso/core/report.hpp>

void look(chiso::Report& report) { report.step("rule"); }
