#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/huge_page_allocator.hpp>
#include <chiso/core/ratio.hpp>
#include <chiso/rank/row_ranks.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// All classes of a model, each once, best first; those that only a block has after the others. The views live as long as the model.
CHISO_INLINE std::vector<std::string_view> class_ids(const Model& model);
/// How many ranked rows of a block, period and track may keep the class of a quota: floor(percent x n / 100), n being all of them, or those
/// that had one of the quota's classes before any quota. `rows_of_class` has their numbers in the order of `ids`, those of
/// class_ids(model).
CHISO_INLINE std::size_t most_that_keep(const Quota& quota, std::span<const std::string_view> ids,
                                        std::span<const std::size_t> rows_of_class, std::size_t ranked);

/// What decides a class: the last one of these that changes it.
enum class ClassBy : std::uint8_t {
  band,         ///< The numbers of its band alone.
  requirement,  ///< A better band held the number, but what it asks for is not true; or is missing, and there is no class.
  veto,         ///< A veto capped it; or is missing, and there is no class.
  quota         ///< A quota held it back.
};
constexpr std::array<std::string_view, 4> names_of(ClassBy) { return {"band", "requires", "veto", "quota"}; }
/// What decided the class of a row, or that it has none.
struct ClassCause {
  ClassBy by = ClassBy::band;  ///< What it was.
  /// Of a requirement, the place of the class that asks for it among class_ids(model): the best one. Of a veto, its place in the model: the
  /// first of those that cap the class at what it is, or that are missing. Of a quota, its place in the model.
  std::size_t item = 0;
  /// Of a quota: rows level in rank stand across its edge, this one among them, so that all of them are held back.
  bool level_at_edge = false;
  /// Whether every member is equal.
  friend bool operator==(const ClassCause&, const ClassCause&) = default;
};

/// The class of every row. The views live as long as the model. 4 bytes a row, 8 if the model has vetoes,
/// quotas or bands that ask for more; none if it has no classes.
class RowClasses {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};  ///< The code of a row without a class.
  /// The class of a row. It is empty for an incomplete row, one that lacks what is classed, one whose veto or requirement is missing, and
  /// for a model without classes. A row that is not ranked has a class unless ranks are classed.
  std::string_view of(std::size_t row) const { return codes_.empty() || codes_[row] == none ? std::string_view() : ids_[codes_[row]]; }
  /// What decided it; empty for a row without a class, unless a missing veto or requirement left it so.
  std::optional<ClassCause> cause(std::size_t row) const {
    if (codes_.empty() || (causes_.empty() && codes_[row] == none) || (!causes_.empty() && causes_[row] == none)) return {};
    const auto packed = causes_.empty() ? 0 : causes_[row];
    return ClassCause{static_cast<ClassBy>(packed >> item_bits), packed & (level_bit - 1), (packed & level_bit) != 0};
  }
  /// Whether nothing but the numbers of bands ever decides: the model has no vetoes and quotas, and no band asks for more (or
  /// there are no rows).
  bool by_bands_alone() const { return causes_.empty(); }
  /// Whether a quota gave the row a lower class than it has otherwise.
  bool held_back(std::size_t row) const { return !causes_.empty() && causes_[row] != none && causes_[row] >= packed(ClassBy::quota, 0); }
  /// The place of each row's class among class_ids(model), or `none`; empty if the model has no classes.
  std::span<const std::uint32_t> codes() const { return {codes_.data(), codes_.size()}; }

 private:
  friend struct Classifier;
  friend struct QuotaClasses;
  /// A cause in 32 bits, `none` for none; of the item the first bit tells of a row level at the edge of a quota.
  static constexpr int item_bits = 28;
  static constexpr std::uint32_t level_bit = std::uint32_t{1} << (item_bits - 1);
  static std::uint32_t packed(ClassBy by, std::size_t item) {
    return static_cast<std::uint32_t>(by) << item_bits | static_cast<std::uint32_t>(item);
  }
  std::vector<std::string_view> ids_{};
  UnsetVector<std::uint32_t> codes_{}, causes_{};  // no causes if only bands decide
};
/// Classes the rows of a whole table, or of a part by its ranks among all parts. O(rows x (bands + vetoes)): what vetoes ask of criteria
/// was found while scoring. A band that asks for more is passed where that is not true, and leaves the row without a class where it is
/// missing. Quotas count all rows that are ranked together. @throws ShapeError for a part of a table by a model with quotas: Ranked has the
/// classes of its rows, by the keys of all parts.
///
/// A veto with both `when` and `criterion` holds if both do. If no index is below, it does not hold, and a missing `when` does not matter,
/// as `and` is false if either side is. If one is below, a missing `when` leaves the row without a class.
CHISO_INLINE RowClasses classes(const RowRanks& ranks);

/// The place of the first band that holds a value; the last band holds all. O(bands).
CHISO_INLINE std::size_t band_of(const std::vector<Band>& bands, const Ratio& value);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/classes.ipp>
#endif
