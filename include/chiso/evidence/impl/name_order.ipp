#pragma once
#include <algorithm>
#include <bit>
#include <chiso/core/build.hpp>
#include <chiso/evidence/impl/large_blocks.ipp>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Eight bytes of a text from `from` on as a number in the order of the bytes; zeros stand for bytes that are not there.
inline std::uint64_t eight_bytes(std::string_view text, std::size_t from) {
  if (text.size() <= from) return 0;
  std::uint64_t out = 0;
  std::memcpy(&out, text.data() + from, std::min<std::size_t>(8, text.size() - from));
  if constexpr (std::endian::native == std::endian::little) out = __builtin_bswap64(out);
  return out;
}

/// The places of distinct names in the order of their bytes. Names are compared by the eight bytes behind what all of them begin with, and
/// whole only where these are the same.
template <class Names>
std::vector<std::uint32_t> order_of_names(const Names& names) {
  struct Key {
    std::uint64_t bytes;
    std::uint32_t place;
  };
  std::size_t common = names.empty() ? 0 : names[0].size();
  for (const auto& name : names) {
    common = std::min(common, name.size());
    if (std::memcmp(name.data(), names[0].data(), common) == 0) continue;
    common = static_cast<std::size_t>(
        std::mismatch(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(common), names[0].begin()).first - name.begin());
  }
  LargeVector<Key> keys(names.size()), room(names.size());
  std::uint64_t differing = 0;
  for (std::uint32_t place = 0; const auto& name : names) {
    keys[place] = {eight_bytes(name, common), place};
    differing |= keys[place].bytes ^ keys[0].bytes;
    ++place;
  }
  // Byte by byte, the last first; those that all names share need no pass.
  for (int shift = 0; shift < 64; shift += 8) {
    if ((differing >> shift & 0xFF) == 0) continue;
    std::uint32_t starts[257] = {};
    for (const auto& key : keys) ++starts[(key.bytes >> shift & 0xFF) + 1];
    std::partial_sum(starts, starts + 257, starts);
    for (const auto& key : keys) room[starts[key.bytes >> shift & 0xFF]++] = key;
    keys.swap(room);
  }
  for (auto from = keys.begin(); from != keys.end();) {
    const auto to = std::find_if(from, keys.end(), [&](const Key& key) { return key.bytes != from->bytes; });
    if (to - from > 1) std::sort(from, to, [&](const Key& a, const Key& b) { return names[a.place] < names[b.place]; });
    from = to;
  }
  std::vector<std::uint32_t> out;
  out.reserve(keys.size());
  for (const auto& key : keys) out.push_back(key.place);
  return out;
}
}
