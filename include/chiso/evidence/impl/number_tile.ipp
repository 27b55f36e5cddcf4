#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <chiso/evidence/impl/cell.ipp>
#include <chiso/expr/whole_arithmetic.hpp>
#include <limits>

namespace chiso::inline CHISO_BUILD {
/// Cells of a column that are read together: the k of each k / 10^decimals.
struct NumberTile {
  static constexpr std::size_t rows = 512;
  alignas(64) std::array<std::int64_t, rows> values;
  std::int64_t least, most;
};

/// Reads the numbers of a tile if each of them is plainly a decimal; otherwise the result is discarded and the cells are read one by one.
/// If compiler flags allow inexact arithmetic, no tile is read.
class TileReader {
 public:
  static constexpr bool is_exact =
#if defined(__FAST_MATH__) || defined(__RECIPROCAL_MATH__) || defined(__ASSOCIATIVE_MATH__) || \
    (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__ != 0)
      false;
#else
      true;
#endif

  /// `least` and `most` are the k that the measure accepts.
  CHISO_INLINE TileReader(int decimals, std::int64_t least, std::int64_t most)
      : decimals_(decimals), power_(Decimal::power(decimals)), least_(least), most_(most) {}

  /// Reads at least one cell and at most NumberTile::rows. Returns false if the cells must be read one by one.
  template <class Number>
  bool read(const Number* cells, std::size_t count, NumberTile& out) const {
    if (!is_exact || (sizeof(Number) == 4 && decimals_ > 6)) return false;
    const auto whole_lanes = count / lanes * lanes;
    if (whole_lanes == count) return read_lanes(cells, count, out);
    std::array<Number, NumberTile::rows> padded;
    std::copy(cells, cells + count, padded.begin());
    std::fill(padded.begin() + static_cast<std::ptrdiff_t>(count), padded.begin() + static_cast<std::ptrdiff_t>(whole_lanes + lanes),
              cells[0]);
    return read_lanes(padded.data(), whole_lanes + lanes, out);
  }

  /// Marks NaN by 1 and other cells by 0, and returns how many are NaN.
  CHISO_KERNEL static std::size_t mark_gaps(const double* cells, std::size_t count, std::uint8_t* gaps) {
    return mark<std::int64_t>(cells, count, gaps);
  }
  CHISO_KERNEL static std::size_t mark_gaps(const float* cells, std::size_t count, std::uint8_t* gaps) {
    return mark<std::int32_t>(cells, count, gaps);
  }
  /// Replaces the marked cells by a value.
  CHISO_KERNEL static void fill_gaps(double* cells, std::size_t count, const std::uint8_t* gaps, double value) {
    fill(cells, count, gaps, value);
  }
  CHISO_KERNEL static void fill_gaps(float* cells, std::size_t count, const std::uint8_t* gaps, float value) {
    fill(cells, count, gaps, value);
  }
  CHISO_KERNEL static void fill_gaps(std::int64_t* cells, std::size_t count, const std::uint8_t* gaps, std::int64_t value) {
    fill(cells, count, gaps, value);
  }
  CHISO_KERNEL static void fill_gaps(std::uint8_t* cells, std::size_t count, const std::uint8_t* gaps, std::uint8_t value) {
    fill(cells, count, gaps, value);
  }

 private:
  static constexpr std::size_t lanes = 8;

  template <class Cell>
  static void fill(Cell* cells, std::size_t count, const std::uint8_t* gaps, Cell value) {
    CHISO_EACH_ROW
    for (std::size_t i = 0; i < count; ++i) cells[i] = gaps[i] != 0 ? value : cells[i];
  }

  template <class Bits, class Float>
  static std::size_t mark(const Float* cells, std::size_t count, std::uint8_t* gaps) {
    constexpr Bits no_sign = (std::numeric_limits<Bits>::max)();
    const auto infinity = static_cast<Bits>(sizeof(Float) == 8 ? std::int64_t{0x7FF} << 52 : std::int64_t{0xFF} << 23);
    std::array<Bits, NumberTile::rows> is_nan;
    Bits out = 0;
    CHISO_EACH_ROW
    for (std::size_t i = 0; i < count; ++i) {
      is_nan[i] = (std::bit_cast<Bits>(cells[i]) & no_sign) > infinity ? 1 : 0;
      out += is_nan[i];
    }
    for (std::size_t i = 0; i < count; ++i) gaps[i] = static_cast<std::uint8_t>(is_nan[i]);
    return static_cast<std::size_t>(out);
  }

  /// Numbers below these limits: a decimal with this many digits that reads back as the number is its shortest one, because no two such
  /// decimals are the same number. That holds for 15 digits of a double and 6 of a float (whole floats stand for themselves); with up to 6
  /// decimals, going through a double rounds to the same float.
  template <class Float>
  std::int64_t digits_end() const {
    return sizeof(Float) == 8 || decimals_ == 0 ? 1'000'000'000'000'000 : 1'000'000;
  }

  template <class Float>
  bool read_lanes(const Float* cells, std::size_t count, NumberTile& out) const {
    const bool exact = decimals_ == 0 ? integers(cells, count, out) : decimals(cells, count, static_cast<double>(power_), out);
    const auto end = digits_end<Float>();
    return exact && out.least >= (std::max)(least_, 1 - end) && out.most <= (std::min)(most_, end - 1);
  }
  bool read_lanes(const std::uint8_t* truths, std::size_t count, NumberTile& out) const {
    for (std::size_t i = 0; i < count; ++i) out.values[i] = truths[i] != 0 ? 1 : 0;
    range(out.values.data(), count, out);
    return true;
  }
  bool read_lanes(const std::int64_t* cells, std::size_t count, NumberTile& out) const {
    range(cells, count, out);
    if (int128{out.least} * power_ < least_ || int128{out.most} * power_ > most_) return false;
    products(cells, count, power_, out);
    return true;
  }

  /// The whole number nearest to `scaled`, as a double and as k. If it has 16 digits or more, k is some other number of as many digits.
  static double nearest(double scaled, std::int64_t& k) {
#if defined(CHISO_HEADER_ONLY)
    const bool in_range = scaled > -1e15 && scaled < 1e15;
    k = in_range ? static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5) : 1'000'000'000'000'000;
    return static_cast<double>(k);
#else
    const double shifted = scaled + whole::shift;
    k = static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(shifted) - static_cast<std::uint64_t>(whole::shift_bits));
    return shifted - whole::shift;
#endif
  }
  template <bool has_fractions, class Float>
  static bool each(const Float* cells, std::size_t count, double power, NumberTile& out) {
    std::int64_t wrong = 0;
    CHISO_EACH_ROW
    for (std::size_t i = 0; i < count; ++i) {
      const double k = nearest(has_fractions ? static_cast<double>(cells[i]) * power : static_cast<double>(cells[i]), out.values[i]);
      wrong |= static_cast<Float>(has_fractions ? k / power : k) == cells[i] ? 0 : 1;
    }
    range(out.values.data(), count, out);
    return wrong == 0;
  }
  static void range(const std::int64_t* values, std::size_t count, NumberTile& out) {
    std::int64_t least = values[0], most = values[0];
    for (std::size_t i = 0; i < count; ++i) {  // g++ vectorises the loop in this form
      const auto value = values[i];
      least = value < least ? value : least;
      most = value > most ? value : most;
    }
    out.least = least;
    out.most = most;
  }
  CHISO_KERNEL static bool integers(const double* cells, std::size_t count, NumberTile& out) { return each<false>(cells, count, 1, out); }
  CHISO_KERNEL static bool integers(const float* cells, std::size_t count, NumberTile& out) { return each<false>(cells, count, 1, out); }
  CHISO_KERNEL static bool decimals(const double* cells, std::size_t count, double power, NumberTile& out) {
    return each<true>(cells, count, power, out);
  }
  CHISO_KERNEL static bool decimals(const float* cells, std::size_t count, double power, NumberTile& out) {
    return each<true>(cells, count, power, out);
  }
  CHISO_KERNEL static void products(const std::int64_t* cells, std::size_t count, std::int64_t power, NumberTile& out) {
    for (std::size_t i = 0; i < count; ++i) out.values[i] = cells[i] * power;
    out.least *= power;
    out.most *= power;
  }

  int decimals_;
  std::int64_t power_, least_, most_;
};
}
