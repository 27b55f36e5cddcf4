#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/points.hpp>
#include <chiso/expr/interval.hpp>
#include <chiso/rule/shape.hpp>

namespace chiso::inline CHISO_BUILD {
/// An upper bound of the points that a shape can give for any evidence that respects the types, options, min and max of the measures;
/// rounded as points are. 0 if it can never have a value. O(nodes of its programs).
CHISO_INLINE Points most_points(const Shape& shape, const Measures& measures, const Derived& derived);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/most_points.ipp>
#endif
