#pragma once
#include <chiso/core/build.hpp>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Distinct names in a given order, found by name in O(log n). Copies share the names, so a copy costs nothing and is known to be equal.
/// If names are not distinct, the first one is found.
class NameList {
 public:
  NameList() = default;  ///< No names.
  /// The names in this order. O(n log n).
  CHISO_INLINE NameList(std::vector<std::string> names);
  /// The names in this order. O(n log n).
  CHISO_INLINE NameList(std::initializer_list<std::string> names);

  /// The place of a name, from 0; empty if it is not in the list. By bytes: case counts. O(log n).
  CHISO_INLINE std::optional<std::size_t> find(std::string_view name) const;
  /// All of them, in their order; valid as long as this list or a copy of it.
  CHISO_INLINE const std::vector<std::string>& names() const;
  CHISO_INLINE std::size_t size() const { return names().size(); }  ///< How many there are.
  CHISO_INLINE bool empty() const { return names().empty(); }       ///< Whether there is none.
  /// The name at a place below size().
  CHISO_INLINE const std::string& operator[](std::size_t index) const { return names()[index]; }
  auto begin() const { return names().begin(); }  ///< The first name.
  auto end() const { return names().end(); }      ///< Behind the last one.
  /// Whether the names and their order are the same. O(1) for copies.
  CHISO_INLINE friend bool operator==(const NameList& a, const NameList& b);

 private:
  struct Data {
    std::vector<std::string> names;
    std::vector<std::uint32_t> in_order;  // places, by name, then by place
  };
  std::shared_ptr<const Data> data_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/name_list.ipp>
#endif
