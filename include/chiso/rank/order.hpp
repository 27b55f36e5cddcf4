#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/ratio.hpp>
#include <chiso/model/draft.hpp>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// One index as ranks compare it (SPEC 6.1): exact, or as published; or none, which is below all others. Equal by value, whatever the
/// denominator. Beside the fraction it has a prefix, a whole number that grows with it and decides nearly every comparison; only where
/// prefixes are equal, the exact fractions decide. Nothing is ever rounded to a double.
class Figure {
 public:
  Figure() = default;
  /// `index` as of exact_index: at least 0, in lowest terms or not.
  CHISO_INLINE Figure(const std::optional<Ratio>& index, RankKey key, const PublishDraft& publish);
  /// Again from its `value`, as it was saved; empty for a value that no index has.
  CHISO_INLINE static std::optional<Figure> of_value(const std::optional<Ratio>& value, RankKey key);
  friend std::strong_ordering operator<=>(const Figure& a, const Figure& b) {
    return a.prefix_ != b.prefix_ ? a.prefix_ <=> b.prefix_ : compare(a.value_, b.value_);
  }
  friend bool operator==(const Figure& a, const Figure& b) { return (a <=> b) == 0; }
  std::uint64_t prefix() const { return prefix_; }
  /// What is compared: the index, or, where it is compared as published, its digits (5078 of 50.78); none where there is none.
  std::optional<Ratio> value() const { return prefix_ == 0 ? std::nullopt : std::optional(value_); }

 private:
  CHISO_INLINE Figure(const Ratio& value, RankKey key);
  std::uint64_t prefix_ = 0;
  Ratio value_{};
};

/// The sorted order of one cohort's ranked rows. It is kept, so that a row with other figures finds its new rank by search. A key is the
/// figure of a row's index, then those of the tie-break criteria in turn; `width` figures in all.
class Order {
 public:
  /// What is sorted; of each row `width` figures, one after the other.
  struct Rows {
    std::vector<std::uint32_t> rows{};   ///< In the scores.
    std::vector<std::uint32_t> units{};  ///< Each one's place among the units by bytes: the order of ties.
    std::vector<Figure> figures{};
  };
  Order() = default;
  /// Sorts; the figures stay where they are. O(n log n).
  CHISO_INLINE Order(Rows rows, std::size_t width, Ties ties);

  std::size_t size() const { return rows_.size(); }
  /// Best first; ties in the order of the units.
  std::size_t row(std::size_t place) const { return rows_[place]; }
  std::span<const Figure> key(std::size_t place) const { return std::span(figures_).subspan(from_[place] * width_, width_); }
  /// The rank at a place, as `ties` counts; and as competition counts, whatever `ties` says.
  std::size_t rank(std::size_t place) const {
    return ties_ == Ties::competition ? competition(place) : ties_ == Ties::dense ? dense_[place] : place + 1;
  }
  std::size_t competition(std::size_t place) const { return first_[place] + std::size_t{1}; }

  /// The rank that `key` would have here with the row at `instead_of` left out (none: with nobody left out). `unit`, a place among the
  /// units by bytes, is read where ties are ordinal: it comes before its equals of that unit and later ones. O(log n).
  CHISO_INLINE std::size_t rank_of(std::span<const Figure> key, std::uint32_t unit, std::optional<std::size_t> instead_of = {}) const;

 private:
  CHISO_INLINE std::size_t first_below(std::size_t from, std::span<const Figure> key, bool or_equal) const;
  bool tied(std::size_t place) const { return place > 0 && first_[place] != place; }  // with the one before

  std::vector<std::uint32_t> rows_{}, units_{};
  std::vector<Figure> figures_{};                 // in the order that they were given in,
  std::vector<std::uint32_t> from_{};             // and the place there of each place here
  std::vector<std::uint32_t> first_{}, dense_{};  // the place of the first of the equals; the rank without gaps
  std::size_t width_ = 1;
  Ties ties_ = Ties::competition;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/order.ipp>
#endif
