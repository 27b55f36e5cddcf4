#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/core/points.hpp>
#include <chiso/io/tables/table.hpp>
#include <chiso/rank/ranked.hpp>
#include <chiso/score/scores.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// In which order the rows of a table of scores stand.
enum class RowOrder : std::uint8_t {
  rank,     ///< By block, period and track; within these the ranked ones by rank, then the others, each by unit (bytes).
  evidence  ///< As in Scores::evidence(): those of the evidence that was given, then those that fallback adds.
};
constexpr std::array<std::string_view, 2> names_of(RowOrder) { return {"rank", "evidence"}; }

/// Which scores a table holds, and in what detail.
struct ScoreTableOptions {
  std::optional<std::string> block{};   ///< Only this one; where absent, all. An empty name is the unnamed one.
  std::optional<std::string> period{};  ///< Likewise.
  std::optional<std::string> track{};   ///< Likewise.
  /// The id of a criterion or entry: its points, index and rank in place of the model's, without bonus, penalty and class. Of a table by
  /// criterion: only it and what is below it.
  std::optional<std::string> node{};
  bool exact = false;         ///< Quanta and the fraction of the index too.
  bool by_criterion = false;  ///< A row for every criterion and entry, with its state and reason, in place of one for each row of evidence.
  RowOrder order = RowOrder::rank;     ///< Of the rows of evidence.
  std::optional<std::size_t> first{};  ///< Only so many of them, the first in this order; where absent, all.
};

/// Scores as a table: points and indices as published. Columns, with what may be none marked `?`:
/// * `unit block period track` text (the unnamed block and period are empty texts); `points applicable bonus? penalty? index?` figures;
///   `rank?` whole; `class?` categorical; `complete ranked` truths. Of a node, bonus, penalty and class are none.
/// * by criterion: `unit block period track node number?` text; `depth` whole; `points applicable index?` figures; `state?` categorical,
///   none for groups; `reason?` text. Of entries `applicable` is 0. Criteria in the order of the model, then the entries.
/// * `exact` adds wholes: `points_quanta applicable_quanta bonus_quanta? penalty_quanta? index_numerator? index_denominator?`, by criterion
///   without bonus and penalty.
///
/// @throws UnknownNameError if block, period, track or node do not occur, naming those that do. What was not kept (see keep_for) is scored
/// again. O(rows log rows); by criterion O(rows x nodes of expressions), and about 60 bytes for each of its rows.
CHISO_EXPORT Table score_table(const Scores& scores, const ScoreTableOptions& options = {});
/// The same of scores that are ranked already: O(rows). Of a part of a table that is ranked among all parts, ranks, classes by rank and the
/// order by rank are those among all. @throws ShapeError too for a table of a node of such a part. A table of a node ranks by it here.
CHISO_EXPORT Table score_table(const Ranked& ranked, const ScoreTableOptions& options = {});

/// A row for each block, period and track of the scores, in the order of ResolvedEvidence::cohorts(): `block period track` text, `rows
/// ranked` whole (how many there are, and how many of them have a rank), `mean_index? pooled_index? lowest? highest?` figures as published,
/// `leaders?` text: the units of rank 1, in their order, with `; ` between them. None where nobody is ranked. With the id of a criterion,
/// of its indices and ranks. O(rows log rows), and columns_of if the criterion was not kept. @throws UnknownNameError for an unknown id.
CHISO_EXPORT Table averages_table(const Scores& scores, const std::optional<std::string>& node = {});
/// The same of scores that are ranked already, by the model. O(rows).
CHISO_EXPORT Table averages_table(const Ranked& ranked);

/// What scores must keep, so that no table of these options scores anything again. @throws UnknownNameError for a node that the model
/// lacks.
CHISO_EXPORT Keep keep_for(const Model& model, const ScoreTableOptions& options = {});

/// Points as they are published: rounded once with the model's decimals, as an index is (SPEC 2.4).
CHISO_EXPORT Decimal published(Points points, const Model& model);
}
