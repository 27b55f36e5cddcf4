#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <chiso/core/build.hpp>
#include <chiso/core/huge_page_allocator.hpp>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Eight bytes of a text, starting at `from`, as a number in the order of the bytes; absent bytes are zeros.
inline std::uint64_t eight_bytes(std::string_view text, std::size_t from) {
  if (text.size() <= from) return 0;
  std::uint64_t out = 0;
  std::memcpy(&out, text.data() + from, std::min<std::size_t>(8, text.size() - from));
  if constexpr (std::endian::native == std::endian::little) out = __builtin_bswap64(out);
  return out;
}

/// The bits of a key by which one pass of a radix sort sorts, the last ones first. Bits that all keys share, such as the upper half of
/// every digit, are skipped.
class KeyDigit {
 public:
  static constexpr int most_bits = 11;                                ///< The most bits of a pass.
  static constexpr std::size_t values = std::size_t{1} << most_bits;  ///< How many values a digit can have.
  /// Takes the next of the bits in which keys differ; false if none is left.
  bool next(std::uint64_t& differing) {
    runs_ = bits_ = 0;
    while (differing != 0 && bits_ < most_bits) {
      const int shift = std::countr_zero(differing);
      const int width = (std::min)(std::countr_one(differing >> shift), most_bits - bits_);
      const auto mask = (std::uint64_t{1} << width) - 1;
      run_[static_cast<std::size_t>(runs_++)] = {shift, bits_, mask};
      differing &= ~(mask << shift);
      bits_ += width;
    }
    return runs_ > 0;
  }
  /// The digit of a key, below `values`.
  std::size_t of(std::uint64_t key) const {
    std::uint64_t out = 0;
    for (int i = 0; i < runs_; ++i) {
      const auto& run = run_[static_cast<std::size_t>(i)];
      out |= (key >> run.shift & run.mask) << run.to;
    }
    return static_cast<std::size_t>(out);
  }

 private:
  struct Run {
    int shift, to;
    std::uint64_t mask;
  };
  std::array<Run, most_bits> run_{};
  int runs_ = 0, bits_ = 0;
};

/// The places of distinct names in the order of their bytes. Names are compared by the eight bytes after their common beginning, and as a
/// whole only if these are equal.
template <class Names>
std::vector<std::uint32_t> order_of_names(const Names& names) {
  struct Key {
    std::uint64_t bytes;
    std::uint32_t place;
  };
  std::size_t common = names.empty() ? 0 : names[0].size();
  for (std::size_t i = 1; i < names.size() && common > 0; ++i) {
    const auto name = names[i].substr(0, common);
    if (name == names[0].substr(0, common)) continue;
    common = static_cast<std::size_t>(std::mismatch(name.begin(), name.end(), names[0].begin()).first - name.begin());
  }
  LargeVector<Key> keys(names.size()), room(names.size());
  std::uint64_t differing = 0;
  for (std::uint32_t place = 0; place < names.size(); ++place) {
    keys[place] = {eight_bytes(names[place], common), place};
    differing |= keys[place].bytes ^ keys[0].bytes;
  }
  for (KeyDigit digit; digit.next(differing);) {
    std::array<std::uint32_t, KeyDigit::values + 1> starts{};
    for (const auto& key : keys) ++starts[digit.of(key.bytes) + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    for (const auto& key : keys) room[starts[digit.of(key.bytes)]++] = key;
    keys.swap(room);
  }
  for (auto from = keys.begin(); from != keys.end();) {
    const auto to = std::find_if(from, keys.end(), [&](const Key& key) { return key.bytes != from->bytes; });
    if (to - from > 1) std::sort(from, to, [&](const Key& a, const Key& b) { return names[a.place].compare(names[b.place]) < 0; });
    from = to;
  }
  std::vector<std::uint32_t> out;
  out.reserve(keys.size());
  for (const auto& key : keys) out.push_back(key.place);
  return out;
}
}
