#pragma once
#include <chiso/core/words.hpp>
#include <chiso/io/read/frame.hpp>
#include <cstring>
#include <io/read/arrow_type.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// The cells of an Arrow array, which must outlive it. Buffers need not be aligned.
class ArrowCells {
 public:
  ArrowCells(const ArrowType& type, const ArrowArray& array) : type_(type), array_(array) {}

  /// What is wrong with the array, if anything. If something is, no other function may be called.
  std::optional<Words> fault() const;
  std::int64_t length() const { return array_.length; }
  bool is_null(std::int64_t cell) const {
    if (type_.kind == ArrowType::Kind::null) return true;
    const auto* bits = static_cast<const std::uint8_t*>(array_.buffers[0]);
    return bits && !bit(bits, array_.offset + cell);
  }
  /// A whole number, such as a dictionary index; empty if it does not fit into an int64.
  std::optional<std::int64_t> whole(std::int64_t cell) const;

  /// Adds one cell to a column.
  void add(EvidenceReader& reader, std::size_t column, std::int64_t cell) const;
  /// Adds a range of cells.
  void add(EvidenceReader& reader, std::size_t column, std::int64_t from, std::int64_t count) const;

 private:
  static bool bit(const std::uint8_t* bits, std::int64_t at) { return (bits[at / 8] >> (at % 8) & 1) != 0; }
  /// The number at a place of the buffer.
  template <class Number>
  Number at(int buffer, std::int64_t place) const {
    Number out;
    std::memcpy(&out, static_cast<const char*>(array_.buffers[buffer]) + place * std::int64_t{sizeof(Number)}, sizeof out);
    return out;
  }
  template <class Number>
  Number value(std::int64_t cell) const {
    return at<Number>(1, array_.offset + cell);
  }
  std::int64_t text_offset(std::int64_t cell) const {
    return type_.bytes == 4 ? std::int64_t{value<std::int32_t>(cell)} : value<std::int64_t>(cell);
  }

  void add_packed_text(EvidenceReader& reader, std::size_t column, std::int64_t cell) const;
  void add_view(EvidenceReader& reader, std::size_t column, std::int64_t cell) const;
  template <class Float>
  void add_floats(EvidenceReader& reader, std::size_t column, std::int64_t from, std::int64_t count) const;
  bool add_tile(EvidenceReader& reader, std::size_t column, std::int64_t from, std::size_t count) const;

  const ArrowType& type_;
  const ArrowArray& array_;
};

/// The shortest decimal of a half float, as the double that stands for it. NaN and infinity stay as they are.
double half_number(std::uint16_t half);
/// A decimal of 32, 64, 128 or 256 bits in two's complement, as digits with a point.
std::string decimal_digits(const void* bytes, int size, int scale);
}
