#pragma once
/// @file
/// The way from a model to ranks: models from drafts, evidence from columns, scores, ranks, classes. What else there is a program includes
/// when it wants it: checks of the evidence (chiso/check.hpp), explanations (chiso/explain.hpp), what-ifs and plans (chiso/plan.hpp), files
/// and formats (chiso/io.hpp), and what is done with Eigen (chiso/eigen.hpp: views, evidence from a matrix, other weights).
// clang-format off
#include <chiso/core/build.hpp>  // before anything of the system: it says what a compiler lacks
// clang-format on
#include <chiso/core/overloaded.hpp>
#include <chiso/evidence/builder.hpp>
#include <chiso/evidence/changed_cell.hpp>
#include <chiso/evidence/cohort_alone.hpp>
#include <chiso/evidence/cohort_totals.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/evidence/reread.hpp>
#include <chiso/evidence/resolve.hpp>
#include <chiso/evidence/table_stream.hpp>
#include <chiso/model/labelled_ids.hpp>
#include <chiso/model/model.hpp>
#include <chiso/model/weights.hpp>
#include <chiso/rank/averages.hpp>
#include <chiso/rank/changes.hpp>
#include <chiso/rank/classes.hpp>
#include <chiso/rank/coverage_range.hpp>
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
