#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/expr/measure.hpp>
#include <chiso/model/model.hpp>
#include <cstddef>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
// The names of the columns of a table of evidence (SPEC 3), beside those of the measures.

/// What says whose row it is.
inline constexpr std::array<std::string_view, 5> row_columns{"unit", "block", "period", "track", "ranked"};
/// Ends the name of the companion of a measure or of stated points.
inline constexpr std::string_view companion_suffix = ".not_applicable";
/// Begins the name of a column of stated points, before the id of the leaf.
inline constexpr std::string_view stated_prefix = "points.";
/// The measure as which the stated points of a leaf are read; `leaf` is a place among the items of the model.
CHISO_INLINE Measure stated_measure(const Model& model, std::size_t leaf);

/// The first line of a name of several, without the white space around it: below the name of a column a table may hold words for people.
/// Empty if the name has one line.
CHISO_INLINE std::string_view first_line(std::string_view name);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/columns.ipp>
#endif
