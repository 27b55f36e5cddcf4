#pragma once
#include <chiso/model/classes_draft.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Ids::Ids(const char* one) : vector{std::string(one)} {}
CHISO_INLINE Ids::Ids(std::string one) : vector{std::move(one)} {}
}
