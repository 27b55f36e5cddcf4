#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The known name nearest to a misspelt one, if any is near (edit distance at most a third of its length, plus one); of names that differ
/// in case alone that is one of them. A name of which the opposite is at least as near is none: `at_least` is not meant by `at_most`.
CHISO_INLINE std::optional<std::string_view> nearest(std::string_view name, const std::vector<std::string_view>& known);

/// A name as it may be typed in haste: in lower case, and Latin letters without the marks that Vietnamese has (`đ` becomes `d`). Of
/// composed text (NFC); everything else stays as it is. O(length).
CHISO_INLINE std::string without_marks(std::string_view name);

/// Suggestions for the misspelt names of one document. Only the first names are looked up, and the work for all of them together is
/// bounded, so that no document can make it slow.
class Suggestions {
 public:
  /// The nearest of the names that known() lists, or nothing.
  template <class Known>
  std::string of(std::string_view name, Known&& known) {
    if (lookups_ == most_lookups) return {};
    ++lookups_;
    const auto& names = known();
    if (!may_compare(names.size() * name.size() * name.size())) return {};
    const auto near = nearest(name, names);
    return near ? std::string(*near) : std::string();
  }
  /// The first names that contain what was typed, in any case and with or without marks; if there are none, the nearest one. O(letters of
  /// all names).
  CHISO_INLINE std::vector<std::string_view> likely(std::string_view typed, std::span<const std::string> names);
  /// Whether another search may compare this many letters; if so, they are subtracted from what is left.
  bool may_compare(std::size_t letters) {
    if (letters > effort_left_) return false;
    effort_left_ -= letters;
    return true;
  }
  /// How many names were looked for.
  std::size_t lookups() const { return lookups_; }

 private:
  static constexpr std::size_t most_lookups = 1000;
  static constexpr std::size_t most_likely = 5;
  std::size_t lookups_ = 0;
  std::size_t effort_left_ = 200'000'000;  // letters compared
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/suggestions.ipp>
#endif
