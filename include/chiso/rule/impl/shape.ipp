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
CHISO_INLINE bool may_be_undefined(const Shape& shape) {
  return std::visit(
      []<class S>(const S& s) {
        bool out = false;
        if constexpr (std::is_same_v<S, shapes::Combine>) {
          for (std::size_t i = 0; i < s.parts.size(); ++i)
            out = out || (!s.of_part[i].in(State::undefined) && may_be_undefined(s.parts[i]));
        } else {
          out = s.value.may_be_undefined;
        }
        if constexpr (std::is_same_v<S, shapes::Target>) out = out || s.target.may_be_undefined || s.leader.may_be_undefined;
        return out;
      },
      static_cast<const AnyShape&>(shape));
}
}
