#pragma once
#include <chiso/core/build.hpp>
#include <chiso/io/tables/score_table.hpp>
#include <chiso/score/scores.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Scores as CSV: to_csv of their score_table, with the same errors.
CHISO_EXPORT std::string to_csv(const Scores& scores, const ScoreTableOptions& options = {});
/// Scores as JSON: to_json of their score_table, with the same errors.
CHISO_EXPORT std::string to_json(const Scores& scores, const ScoreTableOptions& options = {});
}
