#pragma once
#include <algorithm>
#include <chiso/core/alike_key.hpp>
#include <chiso/evidence/impl/named_rows.ipp>
#include <chiso/evidence/odd_row_problems.hpp>
#include <functional>

namespace chiso::inline CHISO_BUILD {
/// Looks for names of a list that people may have meant to be one (alike_key).
class AlikeNames {
 public:
  explicit AlikeNames(std::span<const std::string> names) : names_(names) {}

  struct Pair {
    std::size_t first, other;  // places in the list
  };
  /// For each name that is like one before it, the first of these. O(letters), and O(m log m) for m names that may be like others.
  CHISO_INLINE std::vector<Pair> pairs() {
    hash_all();
    std::vector<Hashed> near;
    for (std::size_t i = 0; i < names_.size(); ++i)
      if (is_marked(twice_, hashes_[i])) near.push_back({hashes_[i], i});
    std::sort(near.begin(), near.end(),
              [](const Hashed& a, const Hashed& b) { return a.hash != b.hash ? a.hash < b.hash : a.place < b.place; });
    std::vector<Pair> out;
    for (std::size_t from = 0, to = 0; from < near.size(); from = to) {
      while (to < near.size() && near[to].hash == near[from].hash) ++to;
      if (to - from > 1) add(std::span(near).subspan(from, to - from), out);
    }
    std::sort(out.begin(), out.end(),
              [](const Pair& a, const Pair& b) { return a.first != b.first ? a.first < b.first : a.other < b.other; });
    return out;
  }

 private:
  struct Hashed {
    std::uint64_t hash;
    std::size_t place;
  };
  using Bits = std::vector<std::uint64_t>;

  /// Hashes the keys. A bit for some bits of the hash tells that a key came, another that one came again: most names are ruled out by it.
  CHISO_INLINE void hash_all() {
    std::size_t words = 1;
    while (words * 8 < names_.size()) words *= 2;  // 8 to 16 bits for each name
    once_.assign(words, 0);
    twice_.assign(words, 0);
    hashes_.reserve(names_.size());
    std::string key;
    for (const auto& name : names_) {
      put_alike_key(name, key);
      const std::uint64_t hash = std::hash<std::string_view>{}(key);
      hashes_.push_back(hash);
      mark(is_marked(once_, hash) ? twice_ : once_, hash);
    }
  }
  static std::size_t word_of(const Bits& bits, std::uint64_t hash) { return (hash >> 6) & (bits.size() - 1); }
  static std::uint64_t bit_of(std::uint64_t hash) { return std::uint64_t{1} << (hash & 63); }
  static bool is_marked(const Bits& bits, std::uint64_t hash) { return (bits[word_of(bits, hash)] & bit_of(hash)) != 0; }
  static void mark(Bits& bits, std::uint64_t hash) { bits[word_of(bits, hash)] |= bit_of(hash); }

  /// Adds the pairs among names whose keys have one hash; other names may have it by chance.
  CHISO_INLINE void add(std::span<const Hashed> same, std::vector<Pair>& out) const {
    std::vector<std::pair<std::string, std::size_t>> firsts;
    for (const auto& one : same) {
      auto key = alike_key(names_[one.place]);
      const auto at = std::find_if(firsts.begin(), firsts.end(), [&](const auto& first) { return first.first == key; });
      if (at == firsts.end())
        firsts.emplace_back(std::move(key), one.place);
      else
        out.push_back({at->second, one.place});
    }
  }

  std::span<const std::string> names_;
  std::vector<std::uint64_t> hashes_{};
  Bits once_{}, twice_{};
};

/// Warns of units, or of blocks, that differ in spelling alone. `of_row` has the place of each row's name.
CHISO_INLINE void warn_of_alike_names(const Evidence& evidence, std::string_view column, std::span<const std::string> names,
                                      std::span<const std::uint32_t> of_row, std::vector<Problem>& out) {
  constexpr Words two{"{0}, and {1}", "{0}, và {1}"};
  const auto pairs = AlikeNames(names).pairs();
  if (pairs.empty()) return;
  const NamedRows rows(evidence);
  const auto first_row = [&](std::size_t name) {
    return static_cast<std::size_t>(std::find(of_row.begin(), of_row.end(), name) - of_row.begin());
  };
  Arguments items;
  std::size_t at = of_row.size();
  for (std::size_t i = 0; i < pairs.size() && i < NamedRows::most; ++i) {
    const auto [first, other] = pairs[i];
    const auto a = first_row(first), b = first_row(other);
    const auto [before, after] = a < b ? std::pair(first, other) : std::pair(other, first);
    items.push_back({two, {rows.named(names[before], (std::min)(a, b)), rows.named(names[after], (std::max)(a, b))}});
    at = (std::min)(at, (std::max)(a, b));
  }
  out.push_back(problem_at({.pointer = "/" + std::to_string(rows.of_table(at)) + "/" + std::string(column)}, Severity::warning,
                           problems::names_alike, {NamedRows::listed(std::move(items), pairs.size())}));
}
}
