#pragma once
#include <chiso/core/build.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// The JSON Schema (2020-12) of a model file, for editors: keys, kinds of values, names and what they mean. A schema cannot express every
/// rule about models; check_model checks all of them.
CHISO_EXPORT std::string json_schema();
}
