#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/huge_page_allocator.hpp>
#include <chiso/model/ranking_draft.hpp>
#include <chiso/rank/ordered_values.hpp>
#include <chiso/rank/ranking_index.hpp>
#include <chiso/rank/sorted_keys.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The ranked rows of one cohort in their order, best first, ties in the order of the units, and the rank at each place.
class Places {
 public:
  /// Nobody is ranked.
  Places() = default;
  /// Some of the places of sorted rows that follow one another.
  struct Part {
    std::size_t begin = 0;  ///< The first of them.
    std::size_t end = 0;    ///< The one after the last.
  };
  /// Of a part of sorted rows; `as_before` tells of a place among all of them, but for the first, whether its row is tied with the one
  /// before.
  template <class AsBefore>
  Places(const SortedKeys& sorted, Part of, Ties ties, const AsBefore& as_before);

  /// How many rows are ranked.
  std::size_t size() const { return rows_.size(); }
  /// The row at a place, best first; ties in the order of the units.
  std::size_t row(std::size_t place) const { return rows_[place]; }
  /// The rows at all places.
  std::span<const std::uint32_t> rows() const { return {rows_.data(), rows_.size()}; }
  /// The rank at a place, as `ties` counts.
  std::size_t rank(std::size_t place) const {
    return ties_ == Ties::competition ? competition(place) : ties_ == Ties::dense ? dense_[place] : place + 1;
  }
  /// The rank at a place as competition counts (1, 1, 3), whatever `ties` says.
  std::size_t competition(std::size_t place) const { return first_[place] + std::size_t{1}; }

 protected:
  /// Whether the row at a place is tied with the one before.
  bool tied(std::size_t place) const { return place > 0 && first_[place] != place; }
  UnsetVector<std::uint32_t> rows_{};   ///< The row at each place.
  UnsetVector<std::uint32_t> first_{};  ///< The place of the first of its equals.
  UnsetVector<std::uint32_t> dense_{};  ///< Only if ties are dense: the rank without gaps.
  Ties ties_ = Ties::competition;       ///< How ranks are counted.
};

/// The sorted order of one cohort's ranked rows. It is kept, so that the rank of a row with other indices is found by search. A key is a
/// row's index, then what breaks ties in turn, the index of a criterion or the place of a value; `width` of them in all.
class Order : public Places {
 public:
  /// The rows to sort; of each row `width` indices, one after the other.
  struct Rows {
    LargeVector<std::uint32_t> rows{};    ///< In the scores.
    LargeVector<std::uint32_t> units{};   ///< The place of each row's unit among the units by bytes: the order of ties.
    LargeVector<RankingIndex> indices{};  ///< The keys, one after the other.
    std::vector<OrderedValues> values{};  ///< What values their places are among: one for each tie-break by value.
  };
  /// Nobody is ranked.
  Order() = default;
  /// Sorts the rows; the indices stay where they are. O(n log n).
  CHISO_INLINE Order(Rows rows, std::size_t width, Ties ties);

  /// What tie-breaks by value compare, one list for each of them.
  std::span<const OrderedValues> values() const { return {values_.data(), values_.size()}; }
  /// The key at a place; the view lives as long as this.
  std::span<const RankingIndex> key(std::size_t place) const { return {indices_.data() + from_[place] * width_, width_}; }

  /// The rank that `key` would have here with the row at `instead_of` left out (none: with nobody left out). `unit`, a place among the
  /// units by bytes, is read only if ties are ordinal: it comes before its equals of that unit and later ones. O(log n).
  CHISO_INLINE std::size_t rank_of(std::span<const RankingIndex> key, std::uint32_t unit, std::optional<std::size_t> instead_of = {}) const;
  /// 1 + the number of rows that are better than `key`, without the row at `instead_of`. O(log n).
  CHISO_INLINE std::size_t place_of(std::span<const RankingIndex> key, std::optional<std::size_t> instead_of = {}) const;

 private:
  CHISO_INLINE std::size_t first_below(std::size_t from, std::span<const RankingIndex> key, bool or_equal) const;

  LargeVector<RankingIndex> indices_{};  // in the order that they were given in,
  UnsetVector<std::uint32_t> from_{};    // and the place there of each place here
  std::vector<std::uint32_t> units_{};   // only if ties are ordinal
  std::vector<OrderedValues> values_{};
  std::size_t width_ = 1;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/order.ipp>
#endif
