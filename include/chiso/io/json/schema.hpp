#pragma once
#include <chiso/core/build.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// The JSON Schema (2020-12) of a model file, for editors: keys, kinds of values, names and what they mean. It cannot say everything
/// that a model must be; check_model can.
CHISO_EXPORT std::string json_schema();
}
