#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/huge_page_allocator.hpp>
#include <chiso/core/ratio.hpp>
#include <chiso/model/model.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// How much of a row, or of a node of a row, is known (docs/guide/lines.md, "Too little reported"), in quanta of the points of its leaves,
/// whatever the policies make of them.
struct Coverage {
  std::int64_t known = 0;  ///< Of the leaves that are scored, stated or undefined.
  std::int64_t asked = 0;  ///< Of those that are not not-applicable: the known ones and the missing ones.
  /// 100 x known / asked, not in lowest terms. Empty if nothing is asked.
  std::optional<Ratio> exact() const { return asked == 0 ? std::nullopt : std::optional(Ratio{int128{100} * known, asked}); }
  /// The same, published as an index is, but of 100 whatever the scale. Empty if nothing is asked.
  CHISO_INLINE std::optional<Decimal> published(const PublishDraft& publish) const {
    const auto of_100 = exact();
    return of_100 ? std::optional(rounded(*of_100, publish.decimals, publish.rounding)) : std::nullopt;
  }
  /// Whether it is at least a percentage; exactly compared. Nothing that is asked cannot be less.
  bool reaches(const Decimal& percent) const { return int128{100} * Decimal::power(percent.scale()) * known >= percent.digits() * asked; }
  /// Adds what is known and asked of other leaves.
  Coverage& operator+=(const Coverage& part) {
    known += part.known;
    asked += part.asked;
    return *this;
  }
  /// Whether every member is equal.
  friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// The coverage of every row, as columns.
struct CoverageScores {
  UnsetVector<std::int64_t> known{};  ///< Coverage::known of each row.
  UnsetVector<std::int64_t> asked{};  ///< Coverage::asked of each row.
  /// The coverage of one row. O(1).
  Coverage of(std::size_t row) const { return {known[row], asked[row]}; }
};
}
