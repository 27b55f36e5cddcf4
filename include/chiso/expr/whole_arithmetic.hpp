#pragma once
#include <bit>
#include <chiso/core/build.hpp>
#include <chiso/core/ratio.hpp>
#include <cstdint>

// Loops over the rows of a tile. Results are written over operands of the same row only, which the compiler cannot know without a pragma.
// Clang warns of each such loop that it cannot vectorise, in the user's function; so in the headers it gets no pragma.
#if defined(__clang__) && defined(CHISO_HEADER_ONLY)
#define CHISO_EACH_ROW
#elif defined(__clang__)
#define CHISO_EACH_ROW _Pragma("clang loop vectorize(assume_safety)")
#else
#define CHISO_EACH_ROW _Pragma("GCC ivdep")  ///< Precedes a loop over the rows of a tile.
#endif

// The compiled library has its kernels three times, for any x86-64, for AVX2 and for AVX-512, and the loader picks one; all give the same
// whole numbers.
// With other processors, with clang and in the headers (whose users choose their flags) the kernels are compiled once. The same holds
// under the thread sanitizer: the loader would pick before the sanitizer is set up, and crash.
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__clang__) && !defined(CHISO_HEADER_ONLY) && !defined(__SANITIZE_THREAD__)
#define CHISO_KERNEL [[gnu::target_clones("arch=x86-64-v4", "avx2", "default"), gnu::flatten]]
#else
#define CHISO_KERNEL  ///< Precedes a kernel: a function whose loops are worth compiling for each of them.
#endif

namespace chiso::inline CHISO_BUILD {
/// Calls visit(row) for every row below `count`, whose iterations must not depend on one another.
template <class Visit>
inline void each_row(std::size_t count, Visit&& visit) {
  CHISO_EACH_ROW
  for (std::size_t row = 0; row < count; ++row) visit(row);
}

/// Whole-number arithmetic in the three number types of tiles. A double holds whole numbers below 2^51 here; conversions and rounding
/// work on its bits in the compiled library, which knows its own flags, and by plain casts in the headers, whose user may have set
/// -ffast-math.
namespace whole {
inline constexpr double shift = 6755399441055744.0;             ///< 1.5 x 2^52: the last bit of a double of this size is worth 1.
inline constexpr std::int64_t shift_bits = 0x4338000000000000;  ///< The same double, as its bits.

/// A whole number in the arithmetic; below 2^51 in size for doubles.
template <class Number>
constexpr Number from(std::int64_t value) {
#if !defined(CHISO_HEADER_ONLY)
  if constexpr (std::is_same_v<Number, double>) return std::bit_cast<double>(value + shift_bits) - shift;
#endif
  return static_cast<Number>(value);
}
/// Of 32 bits, which every processor converts by itself.
template <class Number>
constexpr Number from(std::int32_t value) {
  return static_cast<Number>(value);
}
/// The whole number that a value of the arithmetic is; it must fit.
template <class Number>
constexpr std::int64_t to_int64(Number value) {
#if !defined(CHISO_HEADER_ONLY)
  if constexpr (std::is_same_v<Number, double>) return std::bit_cast<std::int64_t>(value + shift) - shift_bits;
#endif
  return static_cast<std::int64_t>(value);
}
/// The largest whole number not above num / den, den > 0.
template <class Number>
constexpr Number floor_ratio(Number num, Number den) {
  if constexpr (std::is_same_v<Number, double>) {
#if defined(CHISO_HEADER_ONLY)
    double q = static_cast<double>(static_cast<std::int64_t>(num / den));
#else
    double q = (num / den + shift) - shift;
#endif
    // The quotient may be off by one; the remainder, which is exact, shows it.
    const double rest = num - q * den;
    q = rest < 0 ? q - 1 : q;
    return rest >= den ? q + 1 : q;
  } else {
    const Number q = num / den;
    return q - (num % den < 0 ? 1 : 0);
  }
}
/// A magnitude in the arithmetic, which must hold it.
template <class Number>
constexpr Number of(uint128 value) {
  return static_cast<Number>(value);
}
}
}
