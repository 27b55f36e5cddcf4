#pragma once
/// @file
/// Whether the evidence adds up: the checks that a model states, judged row by row, slips of the hand, and the counts that a percentage
/// implies. chiso/chiso.hpp does not include it.
// clang-format off
#include <chiso/core/build.hpp>  // before anything of the system: it says what a compiler lacks
// clang-format on
#include <chiso/check/check_report.hpp>
#include <chiso/check/implied_counts.hpp>
