#pragma once
#include <chiso/core/build.hpp>
#include <chiso/score/scores.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
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
};

/// Scores as CSV (RFC 4180, UTF-8): points and indices as published, with a point; what is none is an empty cell, truths are yes and no.
/// A cell of text that a spreadsheet could take for a formula is guarded; numbers never are.
/// Columns: `unit block period track points applicable bonus penalty index rank class complete ranked`; by criterion: `unit block period
/// track node number depth points applicable index state reason`. `exact` adds `points_quanta applicable_quanta bonus_quanta
/// penalty_quanta index_numerator index_denominator` (by criterion without bonus and penalty).
/// Rows: by block and period in the order of the evidence and track in that of the model; within these the ranked ones by rank, then the
/// others, each by unit (bytes). Criteria in the order of the model, then the entries.
/// @throws ShapeError where block, period, track or node do not occur, naming those that do, and where the scores keep less than keep_for.
/// O(rows log rows); by criterion O(rows x nodes of expressions).
std::string to_csv(const Scores& scores, const ScoreTableOptions& options = {});
/// The same as JSON: an array of objects with these columns as keys, numbers as numbers, truths as truths, null for none. Nothing is
/// guarded.
std::string to_json(const Scores& scores, const ScoreTableOptions& options = {});

/// What scores must keep, so that such a table can be made of them. @throws ShapeError for a node that the model lacks.
Keep keep_for(const Model& model, const ScoreTableOptions& options = {});

/// A text as a cell that no spreadsheet runs: one that begins with = + - @, tab or carriage return gets an apostrophe before it.
std::string guarded(std::string_view text);

/// Points as they are published: rounded once with the model's decimals, as an index is (SPEC 2.4).
Decimal published(Points points, const Model& model);
}
