#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/progress.hpp>
#include <chiso/evidence/resolve.hpp>
#include <chiso/expr/width.hpp>
#include <chiso/model/model.hpp>
#include <chiso/score/coverage.hpp>
#include <chiso/score/dependencies.hpp>
#include <chiso/score/scorecard.hpp>
#include <chiso/score/tally.hpp>
#include <cstdint>
#include <memory>
#include <span>

namespace chiso::inline CHISO_BUILD {
class Scores;

/// What is kept beside the totals of each row. Groups and leaves together give the index of every node.
enum class Keep : std::uint8_t {
  totals,  ///< Nothing: the totals take 33 bytes a row.
  groups,  ///< The points and completeness of each group: 17 bytes a row and group.
  leaves   ///< The points and state of each leaf and entry: 9 bytes a row and item.
};
constexpr std::array<std::string_view, 3> names_of(Keep) { return {"totals", "groups", "leaves"}; }
/// How evidence is scored.
struct ScoreOptions {
  Keep keep = Keep::totals;     ///< What is kept beside the totals.
  unsigned threads = 0;         ///< How many threads compute, at most; 0: as many as the machine has. The results do not depend on it.
  ProgressCallback progress{};  ///< Is told how many rows are scored, if it is not empty.
};

/// Columns for scoring to fill, with `rows` entries each. Empty spans are not filled, and whatever no column needs is not computed.
struct ScoreColumns {
  std::span<std::int64_t> achieved{};    ///< Tally::achieved of each row, in quanta.
  std::span<std::int64_t> applicable{};  ///< Tally::applicable of each row, in quanta.
  std::span<std::int64_t> bonus{};       ///< Tally::bonus of each row, in quanta.
  std::span<std::int64_t> penalty{};     ///< Tally::penalty of each row, in quanta.
  std::span<std::uint8_t> incomplete{};  ///< 1 where the row lacks evidence, or coverage, else 0.
  /// The columns of a leaf or entry.
  struct Item {
    std::span<std::int64_t> quanta{};      ///< What the item counts, after its policies.
    std::span<ItemState> states{};         ///< Its state, before them.
    std::span<std::int64_t> own{};         ///< For a leaf with stated points: the rule's own result; 0 where it is no value.
    std::span<State> own_states{};         ///< The state of that result.
    std::span<std::int64_t> applicable{};  ///< What the node makes applicable; give it and `incomplete`, or neither.
    std::span<std::uint8_t> incomplete{};  ///< 1 where the row lacks evidence for the node.
    /// For a leaf below a group with `one_of`: whether it is left out, since another child counts, or its own does not apply.
    std::span<std::uint8_t> left_out{};
    /// Whether any of these columns is to be filled.
    bool is_asked() const { return !quanta.empty() || !states.empty() || !own.empty() || !applicable.empty() || !left_out.empty(); }
  };
  /// The columns of a group.
  struct Group {
    std::span<std::int64_t> achieved{};    ///< What it achieves, in quanta.
    std::span<std::int64_t> applicable{};  ///< What is applicable with it, in quanta.
    std::span<std::uint8_t> incomplete{};  ///< 1 where the row lacks evidence for it.
  };
  /// The coverage of the model, or of one criterion, which is then computed without the columns of totals.
  struct Covered {
    std::size_t node = Criterion::none;  ///< The criterion; none for the model.
    std::span<std::int64_t> known{};     ///< Coverage::known of each row; give both or neither.
    std::span<std::int64_t> asked{};     ///< Coverage::asked of each row.
  };
  Covered coverage{};           ///< The columns of the coverage.
  std::vector<Item> items{};    ///< Empty, or one for each item.
  std::vector<Group> groups{};  ///< Empty, or one for each node (those of leaves and entries stay empty).
  /// Empty, or one for each veto of the classes: 1 where as many of its criteria as it asks for have an index below its limit. That of a
  /// veto without criteria stays empty.
  std::vector<std::span<std::uint8_t>> below{};
};

/// A compiled model. Immutable, safe to use from any thread, cheap to copy (copies share it).
class Scorer {
 public:
  /// Compiles a model. O(size of the model).
  CHISO_INLINE explicit Scorer(Model model);
  /// The model that it scores by.
  CHISO_INLINE const Model& model() const;
  /// Which measures its items, vetoes, bands and tie-breaks read.
  CHISO_INLINE const Dependencies& dependencies() const;

  /// Resolves and scores evidence. O(rows x nodes of expressions). @throws ShapeError if the evidence was read for another model.
  CHISO_INLINE Scores score(const Evidence& evidence, ScoreOptions options = {}) const;
  /// Scores a part of a table that has all rows of its units, as they score in the whole table that `totals` are of. @throws ShapeError
  /// also if the totals are of another model, or lack a cohort of the evidence.
  CHISO_INLINE Scores score(const Evidence& evidence, const CohortTotals& totals, ScoreOptions options = {}) const;
  /// Scores evidence that is resolved for this model already. O(rows x nodes of expressions).
  CHISO_INLINE Scores score(ResolvedEvidence evidence, ScoreOptions options = {}) const;
  /// Scores borrowed columns, tile by tile, on at most so many threads (0: as many as the machine has), and allocates only working space.
  /// The batch must have a column for everything that the model reads.
  CHISO_INLINE void score(const Batch& batch, const ScoreColumns& into, unsigned threads = 0) const;
  /// One row with its reasons, computed by the evaluator of single rows. The names of the row are left empty.
  CHISO_INLINE Scorecard scorecard(const Batch& batch, std::size_t row) const;

  /// How many items each arithmetic computes on this batch, indexed by Width.
  CHISO_INLINE std::array<std::size_t, 4> widths(const Batch& batch) const;

 private:
  friend class Scores;
  CHISO_INLINE void score(const Batch& batch, const ScoreColumns& into, unsigned threads, const ProgressCallback& progress) const;
  struct Data;
  std::shared_ptr<const Data> data_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/score/impl/scorer.ipp>
#endif
