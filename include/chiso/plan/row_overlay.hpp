#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/evidence/changed_cell.hpp>
#include <chiso/score/item_effect.hpp>
#include <chiso/score/scores.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What a leaf or entry counts in a row, after its policies, where no group with `one_of` leaves it out.
struct ItemPoints {
  std::int64_t achieved = 0;            ///< In quanta.
  std::int64_t applicable = 0;          ///< Likewise; 0 for an entry.
  ItemState state = ItemState::scored;  ///< Before the policies.
  bool complete = true;                 ///< False if it lacks evidence, and its policy says `incomplete`.
  bool is_outside = false;              ///< The row's track is none of the leaf's.
  Coverage coverage{};                  ///< Nothing is asked of an entry.
  /// Whether every member is equal.
  friend bool operator==(const ItemPoints&, const ItemPoints&) = default;
};

/// One row of scores as a batch of its own, in which cells can be changed: views of the columns of the scores, but for the cells that are
/// changed, which stand here. Nothing is copied for a row until it is read. It is the working space of one thread.
///
/// Cohort figures stay what they are, and so do the figures of tables below the unit, unless they are set: WhatIf sees to these.
class RowOverlay {
 public:
  /// A row without changes. Shares ownership of the scores. O(measures), once.
  CHISO_INLINE RowOverlay(const Scores& scores, std::size_t row);
  RowOverlay(const RowOverlay&) = delete;             ///< What it points into is its own.
  RowOverlay& operator=(const RowOverlay&) = delete;  ///< Likewise.

  /// Goes to another row, without changes. O(1), but for the columns that other rows decide.
  CHISO_INLINE void move_to(std::size_t row);
  /// Takes all changes back. O(changes).
  CHISO_INLINE void clear();
  /// Changes a cell, which is not checked (check_changes); a parameter by that choice follows it. O(1).
  CHISO_INLINE void set(const ChangedCell& cell);
  /// Puts another figure in the place of that of a cohort function, by its place among Derived::cohorts.
  CHISO_INLINE void set_cohort(std::size_t term, const Outcome& figure);

  /// Puts another figure in the place of that of a table below the unit, by its place among Derived::below.
  CHISO_INLINE void set_below(std::size_t term, const Outcome& figure);

  /// What is overlaid.
  const Scores& scores() const { return scores_; }
  /// Which row of the scores it is.
  std::size_t row() const { return row_; }
  /// The batch of one row, all columns in place. O(measures) after a move.
  CHISO_INLINE const Batch& batch();
  /// What a program comes to in the row. O(nodes).
  CHISO_INLINE Outcome value(const Program& program);
  /// What a leaf or entry counts, computed by the exact evaluator of single rows. O(nodes of its expressions).
  CHISO_INLINE ItemPoints item(std::size_t item);
  /// Whether a child of a group with `one_of` may count: its condition is neither false nor not applicable, or its points are stated.
  CHISO_INLINE bool applies(std::size_t node);
  /// Whether points are stated for a leaf: a value, not applicable, or missing if there are none.
  CHISO_INLINE State points_stated(std::size_t leaf) const;

 private:
  CHISO_INLINE void place(std::size_t measure);
  CHISO_INLINE void place(const Program& program);
  CHISO_INLINE std::size_t track() const;
  /// The cell that a change put in the place of one of the row.
  struct Own {
    std::int64_t value = 0;
    State state = State::value;
  };
  Scores scores_;
  std::size_t row_ = 0;
  Batch batch_{};
  std::vector<std::size_t> placed_at_{};  // by measure: the row whose cell the column is, one more; 0 for none
  std::vector<Own> cells_{}, stated_{};   // by measure and leaf, where a cell is changed
  std::vector<ChangedCell> changes_{};    // those that were made
  std::vector<Outcome> cohorts_{}, parameters_{}, below_{}, previous_parameters_{}, previous_below_{};
  std::vector<std::size_t> other_cohorts_{}, other_below_{};                         // which figures were set
  std::vector<std::array<ItemEffect, names_of(ItemState{}).size() + 1>> effects_{};  // by item and state, then where it is outside
  std::uint16_t track_ = 0;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/plan/impl/row_overlay.ipp>
#endif
