#pragma once
/// @file
/// Explanations of scores and ranks: comparisons of rows and what changed a rank, points lost, what is missing and what it may still earn,
/// the gap between tracks, differences between models, and checks of published figures. chiso/chiso.hpp does not include it.
// clang-format off
#include <chiso/core/build.hpp>  // before anything of the system: it says what a compiler lacks
// clang-format on
#include <chiso/explain/bridge.hpp>
#include <chiso/explain/comparison.hpp>
#include <chiso/explain/lost.hpp>
#include <chiso/explain/missing.hpp>
#include <chiso/explain/model_diff.hpp>
#include <chiso/explain/rank_change.hpp>
#include <chiso/explain/row_points.hpp>
#include <chiso/explain/track_gap.hpp>
#include <chiso/explain/verify.hpp>
