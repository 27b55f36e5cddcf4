#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/points.hpp>
#include <chiso/core/ratio.hpp>
#include <chiso/model/model.hpp>
#include <cstdint>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// What a row, or a node of a row, earned, in quanta. A node has no bonus or penalty; those of a row are already capped. As points,
/// exactly: `as_decimal(Points{tally.achieved}, model.point_decimals())`; as the model publishes them: `published(Points{...}, model)`.
struct Tally {
  std::int64_t achieved = 0;    ///< What the criteria achieve, after the policies.
  std::int64_t applicable = 0;  ///< What they could achieve; what is excluded is not in it.
  std::int64_t bonus = 0;       ///< 0 or more.
  std::int64_t penalty = 0;     ///< 0 or more; the index subtracts it.
  bool complete = true;         ///< False if a leaf is missing whose policy says `incomplete`, or the coverage is short.
  /// Whether every member is equal.
  friend bool operator==(const Tally&, const Tally&) = default;
};

/// An index, in percent or on the model's own scale: an exact rational, rounded only when published.
class Index {
 public:
  /// Of a ratio in lowest terms, 0 or more, and how the model publishes: `decimals` from 0 to 9.
  Index(Ratio exact, int decimals, Rounding rounding) : exact_(exact), decimals_(static_cast<std::int8_t>(decimals)), rounding_(rounding) {}
  /// The exact index, in lowest terms.
  const Ratio& exact() const { return exact_; }
  /// The index rounded as the model publishes figures, with exactly that many decimals.
  CHISO_INLINE Decimal published() const { return published(decimals_); }
  /// The index rounded once to another number of decimals, in the model's way.
  CHISO_INLINE Decimal published(int decimals) const { return rounded(exact_, decimals, rounding_); }
  /// The double nearest to the published index, for plots and for programs without decimals. Ranks and classes are of exact indices.
  CHISO_INLINE double to_double() const { return nearest_double(published()); }

 private:
  Ratio exact_;
  std::int8_t decimals_;
  Rounding rounding_;
};

/// The quanta that the index counts: achieved + bonus - penalty, limited to 0 and applicable (above it only if the model allows that).
inline int128 counted_quanta(const Tally& tally, const PublishDraft& publish) {
  const auto sum = tally.achieved + tally.bonus - tally.penalty;  // each is at most 2^53
  if (sum < 0) return 0;
  return sum > tally.applicable && !publish.may_exceed_100 ? tally.applicable : sum;
}
/// Whether an index is held within 0 and the scale.
enum class IndexHeld : std::uint8_t {
  no,    ///< It is what the sum makes it.
  most,  ///< At the scale (100), as the sum went above it.
  least  ///< At 0, as the sum went below it.
};
/// Whether the index of a tally is held; `no` if nothing is applicable. O(1).
inline IndexHeld index_held(const Tally& tally, const PublishDraft& publish) {
  const auto sum = tally.achieved + tally.bonus - tally.penalty;
  if (tally.applicable == 0 || (sum >= 0 && (sum <= tally.applicable || publish.may_exceed_100))) return IndexHeld::no;
  return sum < 0 ? IndexHeld::least : IndexHeld::most;
}
/// The exact index: scale x (achieved + bonus - penalty), limited to 0 and scale x applicable (above it only if the model allows that),
/// over applicable; not in lowest terms. Both numbers have at most 62 bits: a model is refused if its scale and points have more digits.
/// Empty if nothing is applicable.
inline std::optional<Ratio> exact_index(const Tally& tally, const PublishDraft& publish) {
  if (tally.applicable == 0) return {};
  return Ratio{publish.scale.digits() * counted_quanta(tally, publish), int128{Decimal::power(publish.scale.scale())} * tally.applicable};
}
/// The index of a tally: scale x (achieved + bonus - penalty) / applicable, limited to 0 and the scale, which is 100 if the model has none
/// (above it only if the model allows that). All other code divides by this function. Empty if nothing is applicable.
CHISO_INLINE std::optional<Index> index_of(const Tally& tally, const PublishDraft& publish);
/// Points as they are published: rounded once, in the model's way, to its decimals of points (`publish.points`; if absent, those of the
/// index). O(1).
CHISO_INLINE Decimal published(Points points, const Model& model);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/score/impl/tally.ipp>
#endif
