#pragma once
#include <chiso/rule/shape.hpp>
#include <type_traits>

namespace chiso::inline CHISO_BUILD {
CHISO_DEFINE_VALUE_MEMBERS(Shape)
CHISO_INLINE const Program* measured_by(const Shape& shape) {
  if (shape.measured) return &*shape.measured;
  const auto value = []<class S>(const S& s) -> const Program* {
    if constexpr (std::is_same_v<S, shapes::Combine>)
      return nullptr;
    else
      return &s.value;
  };
  return std::visit(value, static_cast<const AnyShape&>(shape));
}
}
