#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/meant.hpp>

namespace chiso::inline CHISO_BUILD {
// Keys that are written in rules which do not have them, and what is meant. A rule that has such a table refers to it by its meant().
namespace phrases {
inline constexpr Words what_is_left{"at_least, the points that are left: a loss of at most 10 of 15 points is at_least 5",
                                    "at_least, là số điểm còn lại: trừ tối đa 10 trong 15 điểm thì ghi at_least là 5"},
    points_are_the_most{"points of the criterion, which are the most that it can earn", "points của tiêu chí, là số điểm tối đa đạt được"};
}
/// What people write in rules that take points off, and what is meant. Such a rule refers to the table by its meant().
inline constexpr std::array<Meant, 5> meant_by_a_largest_loss{{{"at_most", phrases::what_is_left},
                                                               {"max", phrases::what_is_left},
                                                               {"cap", phrases::what_is_left},
                                                               {"min", "at_least"},
                                                               {"floor", "at_least"}}};
/// The same of rules that earn points up to those of their criterion.
inline constexpr std::array<Meant, 3> meant_by_a_most{
    {{"at_most", phrases::points_are_the_most}, {"max", phrases::points_are_the_most}, {"cap", phrases::points_are_the_most}}};
}
