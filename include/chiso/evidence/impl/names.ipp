#pragma once
#include <algorithm>
#include <chiso/core/build.hpp>
#include <cstdint>
#include <functional>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The distinct names of a column, each with a code, by hash.
class NameTable {
 public:
  NameTable() = default;
  NameTable(NameTable&&) = default;  // not copied: the names are views of its own keys
  NameTable& operator=(NameTable&&) = default;

  /// The code of a name; a new one gets the next.
  CHISO_INLINE std::uint32_t code(std::string_view name) {
    if (!names_.empty() && names_[last_] == name) return last_;  // rows of one block or period often stand together
    const auto at = codes_.find(name);
    if (at != codes_.end()) return last_ = at->second;
    last_ = static_cast<std::uint32_t>(names_.size());
    names_.push_back(codes_.emplace(std::string(name), last_).first->first);
    return last_;
  }
  /// By code; valid until the table goes.
  const std::vector<std::string_view>& names() const { return names_; }

  /// The names in the order of their bytes, and the place of each code among them.
  struct Sorted {
    std::vector<std::string> names{};
    std::vector<std::uint32_t> place_of_code{};
  };
  CHISO_INLINE Sorted sorted() const {
    std::vector<std::uint32_t> order(names_.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return names_[a] < names_[b]; });
    Sorted out{{}, std::vector<std::uint32_t>(names_.size())};
    out.names.reserve(order.size());
    for (const auto code : order) {
      out.place_of_code[code] = static_cast<std::uint32_t>(out.names.size());
      out.names.emplace_back(names_[code]);
    }
    return out;
  }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> codes_;
  std::vector<std::string_view> names_;  // of the keys above, which do not move
  std::uint32_t last_ = 0;
};
}
