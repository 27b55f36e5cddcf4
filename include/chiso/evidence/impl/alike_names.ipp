#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <chiso/core/alike_key.hpp>
#include <chiso/evidence/impl/named_rows.ipp>
#include <chiso/evidence/odd_row_problems.hpp>
#include <functional>

namespace chiso::inline CHISO_BUILD {
/// A hash that names of one alike_key have in common, and few others: of their consonants, their numbers, and what stands between. It takes
/// a third of the time of the key.
class RoughHash {
 public:
  CHISO_INLINE static std::uint64_t of(std::string_view name) {
    std::uint64_t hash = 0;
    bool in_number = false;
    for (const char c : name) {
      const auto byte = static_cast<unsigned char>(c);
      const bool counts = codes[byte] != 0 && (c != '0' || in_number);
      in_number = c >= '0' && c <= '9' && (in_number || c != '0');
      hash = counts ? std::rotl(hash, 9) ^ codes[byte] : hash;
    }
    hash = (hash ^ (hash >> 32)) * prime;
    return hash ^ (hash >> 29);
  }

 private:
  static constexpr std::uint64_t prime = 0x9E3779B97F4A7C15U;
  /// By byte; 0 for what a key may have in more than one way: vowels, all beyond ASCII, blanks, dashes, apostrophes.
  static constexpr auto codes = [] {
    constexpr std::string_view open = "aeiouyAEIOUY -'`";
    std::array<std::uint64_t, 256> out{};
    for (std::size_t byte = 0; byte < 128; ++byte) {
      const bool is_capital = byte >= 'A' && byte <= 'Z';
      if (open.find(static_cast<char>(byte)) == open.npos) out[byte] = ((is_capital ? byte + ('a' - 'A') : byte) + 1) * prime;
    }
    return out;
  }();
};

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
    std::string key;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!is_marked(twice_, hashes_[i])) continue;
      put_alike_key(names_[i], key);
      near.push_back({std::hash<std::string_view>{}(key), i});
    }
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

  /// Hashes the names. A bit for some bits of the hash tells that one came, another that one came again: most names are ruled out by it.
  CHISO_INLINE void hash_all() {
    std::size_t words = 1;
    while (words * 8 < names_.size()) words *= 2;  // 8 to 16 bits for each name
    once_.assign(words, 0);
    twice_.assign(words, 0);
    hashes_.reserve(names_.size());
    for (const auto& name : names_) {
      const auto hash = RoughHash::of(name);
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
