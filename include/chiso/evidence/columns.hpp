#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/measure.hpp>
#include <chiso/model/model.hpp>
#include <cstddef>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
// The names of the columns in a table of evidence, apart from those of the measures.

/// The suffix of the companion column of a measure or of stated points.
inline constexpr std::string_view companion_suffix = ".not_applicable";
/// The prefix of a column of stated points, before the id of the leaf.
inline constexpr std::string_view stated_prefix = "points.";
/// The measure by which the stated points of a leaf are read; `leaf` is its place among the model's items.
CHISO_INLINE Measure stated_measure(const Model& model, std::size_t leaf);

/// The first line of a name with several lines, trimmed: a table may have words for people below the name of a column. Empty if the name
/// is a single line.
CHISO_INLINE std::string_view first_line(std::string_view name);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/columns.ipp>
#endif
