#pragma once
#include <chiso/core/build.hpp>
#include <chiso/io/tables/score_table.hpp>
#include <chiso/score/scores.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Scores as CSV: their table (see score_table, whose errors are those here) as to_csv writes it.
CHISO_EXPORT std::string to_csv(const Scores& scores, const ScoreTableOptions& options = {});
/// The same as JSON.
CHISO_EXPORT std::string to_json(const Scores& scores, const ScoreTableOptions& options = {});
}
