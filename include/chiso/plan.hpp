#pragma once
/// @file
/// What-ifs, the next steps of a unit, and plans of actions that reach a target at the least cost. chiso/chiso.hpp does not include it.
// clang-format off
#include <chiso/core/build.hpp>  // before anything of the system: it says what a compiler lacks
// clang-format on
#include <chiso/plan/plan.hpp>
#include <chiso/plan/row_overlay.hpp>
#include <chiso/plan/row_sums.hpp>
#include <chiso/plan/steps.hpp>
#include <chiso/plan/what_if.hpp>
#include <chiso/plan/what_if_row.hpp>
