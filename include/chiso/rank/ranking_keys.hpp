#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/cohort.hpp>
#include <chiso/rank/order.hpp>
#include <chiso/rank/row_ranks.hpp>
#include <chiso/score/scores.hpp>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The ranking keys of a table, without its rows: of each block, period and track the units that are ranked, each with its index, and with
/// the indices and values that break ties, and with its class if quotas count it. The keys of the parts of a table, merged, are those of
/// the whole, and rank each part among all. 32 bytes a ranked row and its unit's name, 32 for each index, 64 for each value; at most 2^32 -
/// 2 ranked rows in a cohort. Immutable but for `merge`.
class RankingKeys {
 public:
  /// The keys of one block, period and track.
  struct Entry {
    CohortName name{};                    ///< Whose they are.
    std::vector<std::string> units{};     ///< In the order of their bytes.
    std::vector<RankingIndex> indices{};  ///< Of each unit `width().indices`, one after the other.
    std::vector<TieValue> values{};       ///< Of each unit `width().values`, likewise.
    /// If the model has quotas, what the class of each unit follows from beside its rank, `class_width` numbers of each: see ClassKeys.
    std::vector<std::uint32_t> classes{};
    /// True for the same name, units and keys.
    CHISO_INLINE friend bool operator==(const Entry& a, const Entry& b);
  };
  /// The keys of a table without rows.
  CHISO_INLINE explicit RankingKeys(Model model);
  /// From entries in any order, as they were saved. @throws ShapeError if no scores have such keys.
  CHISO_INLINE RankingKeys(Model model, std::vector<Entry> entries);

  /// The model that they rank by.
  const Model& model() const { return model_; }
  /// By name, including cohorts in which nobody is ranked.
  CHISO_INLINE std::span<const Entry> entries() const;
  /// Null if there is none. O(log cohorts).
  CHISO_INLINE const Entry* find(const CohortName& name) const;
  /// How many of each kind a key has.
  struct Width {
    std::size_t indices = 1;  ///< The index of the model, and one for each criterion that breaks ties.
    std::size_t values = 0;   ///< One for each tie-break by value.
  };
  /// That of the keys of this model. O(tie-breaks).
  CHISO_INLINE Width width() const;
  /// How many numbers a key has for quotas, of a unit in this block; 0 if the model has none.
  CHISO_INLINE std::size_t class_width(std::string_view block) const;

  /// Adds the keys of another part, which has other units. O(ranked rows of both). @throws ShapeError if the other is of another model, has
  /// a unit that is here already, or periods or blocks that one table cannot have; then these stay as they are.
  CHISO_INLINE void merge(const RankingKeys& other);
  /// True for the same model and keys.
  CHISO_INLINE friend bool operator==(const RankingKeys& a, const RankingKeys& b);

 private:
  Model model_;
  std::vector<Entry> entries_;
};
/// The keys of all ranked rows. O(rows log rows), and columns_of if tie-breaks ask for criteria that were not kept.
CHISO_INLINE RankingKeys ranking_keys(const Scores& scores);

/// The ranks of the rows of a part among those of all parts. O(ranked rows of its cohorts in all parts, times their logarithm).
/// @throws ShapeError if the keys are of another model, or lack a ranked row of the scores, or have it with other indices.
CHISO_INLINE RowRanks ranks(const Scores& scores, const RankingKeys& keys);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/part_ranks.ipp>
#endif
