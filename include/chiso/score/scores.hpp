#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/huge_page_allocator.hpp>
#include <chiso/score/scorer.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The columns of one node: quanta and completeness of every row.
struct NodeScores {
  UnsetVector<std::int64_t> achieved{};    ///< What the node achieves in each row.
  UnsetVector<std::int64_t> applicable{};  ///< What is applicable with it; 0 for an entry.
  UnsetVector<std::uint8_t> incomplete{};  ///< 1 where the row lacks evidence for it.
  /// The three of one row, without bonus and penalty. O(1).
  Tally tally(std::size_t row) const {
    return {.achieved = achieved[row], .applicable = applicable[row], .complete = incomplete[row] == 0};
  }
};

/// The totals of every row, as columns.
struct TotalScores {
  std::span<const std::int64_t> achieved{};    ///< What the criteria achieve in each row, in quanta.
  std::span<const std::int64_t> applicable{};  ///< What is applicable, in quanta.
  std::span<const std::int64_t> bonus{};       ///< The bonus, capped, in quanta.
  std::span<const std::int64_t> penalty{};     ///< The penalty, capped, in quanta.
  std::span<const std::uint8_t> incomplete{};  ///< 1 where the row lacks evidence, or coverage.
  /// The five of one row. O(1).
  Tally tally(std::size_t row) const { return {achieved[row], applicable[row], bonus[row], penalty[row], incomplete[row] == 0}; }
};

/// The scores of evidence: the totals of every row, and what `keep` asked for. Shares ownership of its model, scorer and evidence. Stores
/// quanta and a state byte; the rest is derived. Immutable, cheap to copy, safe to read from any thread. Ranks and classes are found once
/// for all rows: `const Ranked ranked(scores);`, then `ranked.rank(row)` and `ranked.class_id(row)` (chiso/rank/ranked.hpp). Rows, nodes
/// and items are given by their places, from 0, which are not checked.
class Scores {
 public:
  /// The model that they were scored by.
  CHISO_INLINE const Model& model() const;
  /// What scored them.
  CHISO_INLINE const Scorer& scorer() const;
  /// The evidence with all that is read from other rows.
  CHISO_INLINE const ResolvedEvidence& resolved() const;
  /// The evidence after fallback: its rows are the rows of the scores.
  CHISO_INLINE const Evidence& evidence() const;
  /// What was kept beside the totals.
  CHISO_INLINE Keep keep() const;
  /// How many threads the options asked for, 0 for as many as the machine has. Classes and tables of the scores are made by as many.
  CHISO_INLINE unsigned threads() const;
  /// How many rows there are: those of evidence().
  CHISO_INLINE std::size_t rows() const;

  /// What a row earned in all. O(1).
  CHISO_INLINE Tally tally(std::size_t row) const;
  /// The totals of all rows; valid as long as the scores.
  CHISO_INLINE TotalScores totals() const;
  /// The index of a row, an incomplete one too; empty if nothing is applicable. O(1).
  CHISO_INLINE std::optional<Index> index(std::size_t row) const;
  /// For each row 1 if as many criteria of a veto as it asks for have an index below its limit, whatever was kept; empty for a
  /// veto without criteria. Found while scoring, so that classes score nothing again; a byte a row. Valid as long as the scores.
  CHISO_INLINE std::span<const std::uint8_t> below(std::size_t veto) const;
  /// The coverage of a row, whatever was kept: O(1) if the model has a least coverage, O(leaves) if leaves were kept, else as a scorecard.
  CHISO_INLINE Coverage coverage(std::size_t row) const;
  /// That of all rows. Computed anew: O(rows x leaves) if leaves were kept, else by scoring those leaves again that lack a value somewhere.
  CHISO_INLINE CoverageScores coverages() const;

  /// The columns of a criterion. O(rows x leaves below). @throws ShapeError if only totals were kept, or if it is a leaf and leaves were
  /// not kept.
  CHISO_INLINE NodeScores node(std::size_t node) const;
  /// What one criterion earned in one row; it has the same errors. O(leaves below).
  CHISO_INLINE Tally tally(std::size_t node, std::size_t row) const;
  /// The index of one criterion in one row; empty if nothing in it is applicable, and of an entry. It has the same errors. O(leaves below).
  CHISO_INLINE std::optional<Index> index(std::size_t node, std::size_t row) const;
  /// The coverage of one criterion, whatever was kept, as above; nothing is asked of an entry.
  CHISO_INLINE Coverage coverage(std::size_t node, std::size_t row) const;
  /// That of one criterion in all rows, computed as coverages() is.
  CHISO_INLINE CoverageScores coverages(std::size_t node) const;

  /// The points that a leaf or entry counts, after its policies. O(1). @throws ShapeError if leaves were not kept.
  CHISO_INLINE Points points(std::size_t item, std::size_t row) const;
  /// The state of a leaf or entry, before its policies. O(1). @throws ShapeError if leaves were not kept.
  CHISO_INLINE ItemState state(std::size_t item, std::size_t row) const;
  /// What a leaf or entry counts in one row, in quanta, and its state.
  struct Item {
    std::int64_t achieved = 0;            ///< After its policies.
    std::int64_t applicable = 0;          ///< Likewise; 0 for an entry.
    ItemState state = ItemState::scored;  ///< Before them.
  };
  /// Those of all leaves and entries, by their places; `into` has room for as many. O(items). @throws ShapeError if leaves were not kept.
  CHISO_INLINE void items(std::size_t row, std::span<Item> into) const;
  /// The points of all leaves and entries in quanta, one column after the other: those of (item, row) stand at item x rows + row. Valid as
  /// long as the scores. @throws ShapeError if leaves were not kept.
  CHISO_INLINE std::span<const std::int64_t> quanta() const;
  /// The own result of a rule, rounded to the quantum.
  struct Own {
    State state = State::value;  ///< Whether it has a value.
    Points points{};             ///< 0 if it has none.
  };
  /// That of a leaf with stated points, given by its place among the leaves; empty if none are stated for it in the row. O(1). @throws
  /// ShapeError if leaves were not kept.
  CHISO_INLINE std::optional<Own> own(std::size_t leaf, std::size_t row) const;

  /// One row with its reasons. Computed anew, whatever was kept. O(nodes of expressions).
  CHISO_INLINE Scorecard scorecard(std::size_t row) const;
  /// The row of a unit in a period and track. O(log(units) + rows of the unit).
  /// @throws UnknownNameError (name.unknown) for a name that does not occur, with the names that it may stand for (a unit's in any case,
  /// with or without marks); (row.absent) if the names occur, but not together, with the rows that the unit has.
  CHISO_INLINE std::size_t row(std::string_view unit, std::string_view period, std::string_view track) const;

  /// True for the same model, evidence (as it was given), cohort totals if there are any, and keep: then every number is the same. O(cells
  /// of the evidence).
  CHISO_INLINE friend bool operator==(const Scores& a, const Scores& b);

 private:
  struct Data;
  explicit Scores(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
  friend class Scorer;
  std::shared_ptr<const Data> data_;
};

/// Compiles the model and scores the evidence. O(rows x nodes of expressions). @throws ShapeError if the evidence was read for another
/// model.
CHISO_INLINE Scores score(const Model& model, const Evidence& evidence, ScoreOptions options = {});
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/score/impl/scores.ipp>
#endif
