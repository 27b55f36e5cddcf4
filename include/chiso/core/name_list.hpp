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
  NameList() = default;
  CHISO_INLINE NameList(std::vector<std::string> names);
  CHISO_INLINE NameList(std::initializer_list<std::string> names);

  CHISO_INLINE std::optional<std::size_t> find(std::string_view name) const;
  CHISO_INLINE const std::vector<std::string>& names() const;
  std::size_t size() const { return names().size(); }
  bool empty() const { return names().empty(); }
  const std::string& operator[](std::size_t index) const { return names()[index]; }
  auto begin() const { return names().begin(); }
  auto end() const { return names().end(); }
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
