#pragma once
#include <chiso/core/build.hpp>
#include <chiso/plan/row_overlay.hpp>
#include <chiso/plan/row_sums.hpp>
#include <chiso/plan/what_if.hpp>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Many what-ifs of one row, one after the other: what the row is without changes is found once, when it is first asked for. The working
/// space of one thread.
class WhatIfRow {
 public:
  /// Starts at a row, without changes. O(measures + items).
  CHISO_INLINE WhatIfRow(const WhatIf& what_if, std::size_t row);
  WhatIfRow(const WhatIfRow&) = delete;             ///< What it points into is its own.
  WhatIfRow& operator=(const WhatIfRow&) = delete;  ///< Likewise.
  /// Goes to another row, without changes. O(1), but for what other rows decide.
  CHISO_INLINE void move_to(std::size_t row);

  /// What the row comes to, as WhatIf::result.
  CHISO_INLINE WhatIfResult result(std::span<const ChangedCell> cells);
  /// The same without rank and class, for which no other row is looked at: of a change that cohort functions read O(rows of the block)
  /// once, then O(log rows) for each.
  CHISO_INLINE WhatIfResult own(std::span<const ChangedCell> cells);

  /// Makes changes, of which item() and node() tell; others before are taken back. @throws ShapeError for cells that do not fit.
  CHISO_INLINE void set(std::span<const ChangedCell> cells);
  /// What a leaf or entry counts with the changes that were set, where no group with `one_of` leaves it out.
  CHISO_INLINE ItemPoints item(std::size_t item);
  /// What a leaf counts with the changes that were set, by such groups too: nothing where another child is counted.
  CHISO_INLINE ItemPoints counted_item(std::size_t item);

  /// Which row of the scores it is.
  std::size_t row() const { return changed_.row(); }
  /// What its leaves and entries count without changes, by item. O(nodes of expressions), once for each row.
  CHISO_INLINE std::span<const ItemPoints> items();
  /// The row with the changes that were set.
  RowOverlay& changed() { return changed_; }
  /// The row without changes.
  RowOverlay& unchanged() { return base_; }
  /// Whether points are stated for a leaf in the row, or that it does not apply.
  CHISO_INLINE bool is_stated(std::size_t leaf);
  /// Whether a cohort function, by its place among Derived::cohorts, reads a measure.
  CHISO_INLINE bool is_read_by_cohort(std::size_t term, std::size_t measure) const;
  /// What a cohort function makes of the other rows of the cohort. O(rows of the block), once for each row.
  CHISO_INLINE const CohortTotal& others(std::size_t term);
  /// The what-ifs whose rows it goes through.
  const WhatIf& what_if() const { return what_if_; }

 private:
  CHISO_INLINE const ItemPoints& base(std::size_t item);
  CHISO_INLINE void touch(std::size_t item);
  CHISO_INLINE bool sum_up_plainly(Tally& out);
  CHISO_INLINE void sum_up();
  CHISO_INLINE void set_cohorts();
  CHISO_INLINE WhatIfResult by_cohort(std::span<const ChangedCell> cells);

  WhatIf what_if_;
  RowOverlay base_, changed_;
  RowSums sums_;
  std::vector<ItemPoints> items_{};                   // without changes, where `known_` says so
  std::vector<std::size_t> known_{};                  // by item: the row of which that is known, one more
  std::size_t all_known_ = 0;                         // likewise of all items
  std::vector<std::size_t> touched_{};                // items that read what is changed
  std::vector<std::uint8_t> is_touched_{};            // by item
  std::vector<ItemPoints> new_items_{};               // as many as touched
  std::vector<ItemPoints> summed_{};                  // by item, working space
  std::vector<std::optional<CohortTotal>> others_{};  // by cohort term: that of the other rows of the cohort
  std::vector<ChangedCell> cells_{};
  /// A cohort without the rest of the table.
  struct Alone {
    std::size_t cohort;
    ResolvedEvidence evidence;
  };
  std::optional<Alone> alone_{};  // the last one of which a row was changed for all others
  bool is_summed_ = false, is_elsewhere_ = false;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/plan/impl/what_if_row.ipp>
#endif
