#include <chiso/io/tables/scores.hpp>

namespace chiso::inline CHISO_BUILD {
std::string to_csv(const Scores& scores, const ScoreTableOptions& options) { return to_csv(score_table(scores, options)); }
std::string to_json(const Scores& scores, const ScoreTableOptions& options) { return to_json(score_table(scores, options)); }
}
