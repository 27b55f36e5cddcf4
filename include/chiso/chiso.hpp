#pragma once
/// @file
/// Models from drafts, evidence from columns, checks, scores, ranks, classes, explanations: everything but files and formats (chiso/io.hpp)
/// and what is done with Eigen (chiso/eigen.hpp: views, evidence from a matrix, other weights), which are included when they are wanted.
// clang-format off
#include <chiso/core/build.hpp>  // before anything of the system: it says what a compiler lacks
// clang-format on
#include <chiso/check/check_report.hpp>
#include <chiso/check/implied_counts.hpp>
#include <chiso/core/overloaded.hpp>
#include <chiso/evidence/builder.hpp>
#include <chiso/evidence/changed_cell.hpp>
#include <chiso/evidence/cohort_alone.hpp>
#include <chiso/evidence/cohort_totals.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/evidence/reread.hpp>
#include <chiso/evidence/resolve.hpp>
#include <chiso/explain/bridge.hpp>
#include <chiso/explain/comparison.hpp>
#include <chiso/explain/lost.hpp>
#include <chiso/explain/missing.hpp>
#include <chiso/explain/model_diff.hpp>
#include <chiso/explain/rank_change.hpp>
#include <chiso/explain/row_points.hpp>
#include <chiso/explain/track_gap.hpp>
#include <chiso/explain/verify.hpp>
#include <chiso/model/model.hpp>
#include <chiso/model/weights.hpp>
#include <chiso/plan/plan.hpp>
#include <chiso/plan/row_overlay.hpp>
#include <chiso/plan/row_sums.hpp>
#include <chiso/plan/steps.hpp>
#include <chiso/plan/what_if.hpp>
#include <chiso/plan/what_if_row.hpp>
#include <chiso/rank/averages.hpp>
#include <chiso/rank/changes.hpp>
#include <chiso/rank/classes.hpp>
#include <chiso/rank/matrix.hpp>
#include <chiso/rank/ordered_rows.hpp>
#include <chiso/rank/published_levels.hpp>
#include <chiso/rank/ranked.hpp>
#include <chiso/rank/ranking.hpp>
#include <chiso/rank/ranking_keys.hpp>
#include <chiso/rank/ranks.hpp>
#include <chiso/rank/row_ranks.hpp>
#include <chiso/rank/standings.hpp>
#include <chiso/rank/summary.hpp>
#include <chiso/rank/warnings.hpp>
#include <chiso/score/item_effect.hpp>
#include <chiso/score/scorer.hpp>
#include <chiso/score/scores.hpp>
