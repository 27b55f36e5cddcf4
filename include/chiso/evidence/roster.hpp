#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/problem.hpp>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A unit of a roster.
struct RosterUnit {
  std::string unit;                ///< Its present name.
  std::string block{};             ///< Of every unit of the roster, or of none.
  std::string label{};             ///< What people call it; empty: its name.
  std::vector<std::string> was{};  ///< Its former names.
  /// Whether every member is equal.
  friend bool operator==(const RosterUnit&, const RosterUnit&) = default;
};

/// Who is scored (docs/guide/rosters.md). Evidence that is read with a roster (ReadingOptions::roster) has no other units; rows with a
/// former name of a unit are rows of that unit. Immutable, cheap to copy, safe to read from any thread.
class Roster {
 public:
  /// Texts must be trimmed and in NFC. @throws EvidenceError with every problem: a unit without a name or named twice, blocks of some units
  /// only. O(n log n).
  CHISO_INLINE explicit Roster(std::vector<RosterUnit> units);
  /// All units, in the order of the bytes of their names; valid as long as a copy of the roster.
  CHISO_INLINE std::span<const RosterUnit> units() const;
  /// Whether they have blocks.
  CHISO_INLINE bool has_blocks() const;
  /// Whether some of them have labels.
  CHISO_INLINE bool has_labels() const;
  /// The place of the unit that bears a name, or bore it; empty if none does. A former name that is the present one of another unit is of
  /// that other unit, and one of two units is of neither. O(log n).
  CHISO_INLINE std::optional<std::size_t> find(std::string_view name) const;
  /// Warnings: former names that are not followed (roster.was).
  CHISO_INLINE const std::vector<Problem>& warnings() const;
  /// Whether they have the same units. O(n).
  CHISO_INLINE friend bool operator==(const Roster& a, const Roster& b);

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/roster.ipp>
#endif
