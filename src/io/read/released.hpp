#pragma once
#include <chiso/core/build.hpp>

namespace chiso::inline CHISO_BUILD {
/// A structure of the Arrow C interfaces that is released at the end of its scope, unless somebody has taken it.
template <class Structure>
struct Released : Structure {
  Released() : Structure{} {}
  ~Released() {
    if (this->release) this->release(this);
  }
  Released(const Released&) = delete;
  Released& operator=(const Released&) = delete;
};
}
