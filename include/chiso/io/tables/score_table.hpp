#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/text.hpp>
#include <chiso/io/tables/table.hpp>
#include <chiso/rank/ranked.hpp>
#include <chiso/score/scores.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The order of the rows in a table of scores.
enum class RowOrder : std::uint8_t {
  rank,  ///< By block, period and track; in each the ranked rows by rank, then the others; both by unit (bytes) if nothing else decides.
  evidence,  ///< As in Scores::evidence(): the rows of the evidence that was given, then those that fallback adds.
  unit       ///< By block, period and track; in each by unit, in any case and without marks (see without_marks), then by bytes.
};
constexpr std::array<std::string_view, 3> names_of(RowOrder) { return {"rank", "evidence", "unit"}; }

/// What the columns of `ScoreTableOptions::nodes` show, as published.
enum class NodeFigure : std::uint8_t {
  index,   ///< None where nothing is applicable, and for entries.
  points,  ///< With the decimals of points.
};
constexpr std::array<std::string_view, 2> names_of(NodeFigure) { return {"index", "points"}; }

/// Which scores a table contains, and in what detail.
struct ScoreTableOptions {
  std::optional<std::string> block{};   ///< Only this block; if absent, all. An empty name means the unnamed block.
  std::optional<std::string> period{};  ///< Only this period, likewise.
  std::optional<std::string> track{};   ///< Only this track, likewise.
  /// The id of a criterion or entry. The table has its points, index and rank instead of the model's, without bonus, penalty and class; a
  /// table by criterion has only it and what is below it.
  std::optional<std::string> node{};
  /// The ids of criteria and entries that have a column each behind all others, named by the id; in no table by criterion.
  std::vector<std::string> nodes{};
  NodeFigure node_figure = NodeFigure::index;  ///< What these columns show.
  bool exact = false;                          ///< Adds quanta and the fraction of the index.
  bool model = false;  ///< Adds by which model it was scored, the same in every row, for tables that leave the program.
  /// Has a row for every criterion and entry, with its state and reason, instead of one for each row of evidence.
  bool by_criterion = false;
  bool reasons = true;  ///< Of a table by criterion: without them it has no column of reasons, and is made several times as fast.
  /// The language of these reasons, which then name measures, options and criteria by their labels, for people; if absent, they are for
  /// programs: in English, with names as in the model.
  std::optional<Text::Language> reasons_in{};
  RowOrder order = RowOrder::rank;     ///< The order of the rows of evidence.
  std::optional<std::size_t> top{};    ///< Only rows whose rank in their cohort is at most this: ties at the last place all stay.
  std::optional<std::size_t> first{};  ///< Only the first so many rows in this order; if absent, all.
};

/// Scores as a table: points and indices as published. Columns, with what may be none marked `?`:
/// * `unit block period track` text (the unnamed block and period are empty texts); `points applicable bonus? penalty? index? coverage?`
/// figures;
///   `rank?` whole; `class?` categorical; `complete ranked` truths. Of a node, bonus, penalty and class are none.
/// * behind these what decided: `class_by?` categorical, the last that changed the class: `band`, `requires`, `veto` or `quota`, none for a
///   row without a class unless a missing requirement or veto left it so; `class_by_item?` text, the id of the class whose requirement was
///   not true, or whose quota held the row back, or the place of the veto in the model, from 1; `held_back` truth (by a quota);
///   `level_as_published` truth, whether another row ranked with this one has the same published index and another rank; `held?`
///   categorical, whether the index is held at the `most` that it can be, as the sum went above it, or at the `least`, 0.
/// * by criterion: `unit block period track node number?` text; `depth` whole; `points applicable index? coverage?` figures; `state?`
///   categorical,
///   none for groups; `reason?` text, if asked for. Of entries `applicable` is 0. Criteria in the order of the model, then the entries.
/// * of evidence that was read with a roster, `label?` text behind the unit, if the roster has labels; and behind the rows of each block,
///   period and track (in the order of the evidence at the end) a row in the last track for each unit that has none in the period, without
///   an index and a rank, but not in tables by criterion, nor with `top` or `first`.
/// * `model` adds the text `model`: its id, its version and the first twelve digits of its content_hash.
/// * `exact` adds wholes: `points_quanta applicable_quanta bonus_quanta? penalty_quanta? index_numerator? index_denominator?`, by criterion
///   without bonus and penalty.
///
/// @throws UnknownNameError if block, period, track or node do not occur, naming those that do; ShapeError for two columns of one name, as
/// for a node that is named `rank`. What was not kept (see keep_for) is scored
/// again. O(rows log rows); by criterion O(rows x nodes of expressions), and about 60 bytes for each of its rows.
CHISO_EXPORT Table score_table(const Scores& scores, const ScoreTableOptions& options = {});
/// The table of scores that are ranked already: O(rows). For a part of a table that is ranked among all parts, ranks, classes by rank and
/// the order by rank are those among all parts. @throws ShapeError also for a table of a node of such a part. A table of a node ranks by
/// that node here.
CHISO_EXPORT Table score_table(const Ranked& ranked, const ScoreTableOptions& options = {});

/// A row for each block, period and track of the scores, in the order of ResolvedEvidence::cohorts(): `block period track` text, `rows
/// ranked` whole (how many rows there are, and how many of them have a rank), `mean_index? pooled_index? coverage? lowest? highest?`
/// figures as published (the coverage is that of the ranked rows together), `leaders?` text: the units of rank 1, in their order, separated
/// by `; `. The last six have none if nobody is ranked. Given the id of a criterion, the figures are those of its indices and ranks. O(rows
/// log rows), and columns_of if the criterion was not kept.
/// @throws UnknownNameError for an unknown id.
CHISO_EXPORT Table averages_table(const Scores& scores, const std::optional<std::string>& node = {});
/// The table of scores that are ranked already, by the model. O(rows).
CHISO_EXPORT Table averages_table(const Ranked& ranked);

/// What scores must keep so that no table with these options scores anything again. @throws UnknownNameError for a node that the model
/// lacks.
CHISO_EXPORT Keep keep_for(const Model& model, const ScoreTableOptions& options = {});
}
