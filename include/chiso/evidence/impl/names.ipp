#pragma once
#include <algorithm>
#include <chiso/core/build.hpp>
#include <cstdint>
#include <deque>
#include <functional>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The distinct names of a column, each with a code, by hash. A table of hostile text has millions: 40 bytes for a short one.
class NameTable {
 public:
  /// The code of a name; a new one gets the next.
  CHISO_INLINE std::uint32_t code(std::string_view name) {
    if (!names_.empty() && names_[last_] == name) return last_;  // rows of one block or period often stand together
    if (2 * (names_.size() + 1) > slots_.size()) grow();
    auto& slot = slots_[slot_of(name)];
    if (slot == free) {
      names_.emplace_back(name);
      slot = static_cast<std::uint32_t>(names_.size() - 1);
    }
    return last_ = slot;
  }
  /// By code.
  const std::deque<std::string>& names() const { return names_; }

  /// The names in the order of their bytes, and the place of each code among them.
  struct Sorted {
    std::vector<std::string> names{};
    std::vector<std::uint32_t> place_of_code{};
  };
  /// The table is empty afterwards.
  CHISO_INLINE Sorted sorted() && {
    std::vector<std::uint32_t>().swap(slots_);
    std::vector<std::uint32_t> order(names_.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return names_[a] < names_[b]; });
    Sorted out{{}, std::vector<std::uint32_t>(names_.size())};
    out.names.reserve(order.size());
    for (const auto code : order) {
      out.place_of_code[code] = static_cast<std::uint32_t>(out.names.size());
      out.names.push_back(std::move(names_[code]));
    }
    names_.clear();
    last_ = 0;
    return out;
  }

 private:
  static constexpr std::uint32_t free = ~std::uint32_t{0};

  /// Where the code of a name stands, or would.
  CHISO_INLINE std::size_t slot_of(std::string_view name) const {
    const auto mask = slots_.size() - 1;
    auto at = std::hash<std::string_view>{}(name)&mask;
    while (slots_[at] != free && names_[slots_[at]] != name) at = (at + 1) & mask;
    return at;
  }
  CHISO_INLINE void grow() {
    slots_.assign(std::max<std::size_t>(16, 2 * slots_.size()), free);
    for (std::size_t i = 0; i < names_.size(); ++i) slots_[slot_of(names_[i])] = static_cast<std::uint32_t>(i);
  }

  std::deque<std::string> names_;
  std::vector<std::uint32_t> slots_;  // codes, at most half of them taken
  std::uint32_t last_ = 0;
};
}
