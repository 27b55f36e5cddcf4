#include <algorithm>
#include <array>
#include <io/read/arrow_cells.hpp>
#include <io/read/arrow_faults.hpp>
#include <io/read/frame_problems.hpp>
#include <limits>

namespace chiso::inline CHISO_BUILD {
namespace {
using Kind = ArrowType::Kind;
constexpr std::int64_t memory_end = std::int64_t{1} << 56;  // no array has so many cells
constexpr std::size_t tile_rows = 512;
}

std::optional<Words> ArrowCells::fault() const {
  using namespace arrow_faults;
  if (array_.length < 0 || array_.offset < 0) return negative_length;
  if (array_.length >= memory_end || array_.offset >= memory_end) return huge_length;
  if (array_.null_count < -1 || array_.null_count > array_.length) return wrong_nulls;
  if (array_.n_children != 0) return children;
  if (type_.kind == Kind::null) return {};
  const auto buffers = array_.n_buffers;
  if (type_.kind == Kind::text_view ? buffers < 3 : buffers != (type_.kind == Kind::text ? 3 : 2)) return other_buffers;
  if (!array_.buffers) return no_buffers;
  if (array_.length == 0) return {};
  if (array_.null_count > 0 && !array_.buffers[0]) return unmarked_nulls;
  if (!array_.buffers[1]) return no_values;
  if (type_.kind == Kind::text)
    return text_offset(0) < 0 || text_offset(array_.length) < text_offset(0) ? std::optional(decreasing) : std::nullopt;
  if (type_.kind == Kind::text_view && buffers > 3 && !array_.buffers[buffers - 1]) return no_sizes;
  return {};
}

std::optional<std::int64_t> ArrowCells::whole(std::int64_t cell) const {
  switch (type_.bytes) {
    case 1: return type_.is_signed ? std::int64_t{value<std::int8_t>(cell)} : std::int64_t{value<std::uint8_t>(cell)};
    case 2: return type_.is_signed ? std::int64_t{value<std::int16_t>(cell)} : std::int64_t{value<std::uint16_t>(cell)};
    case 4: return type_.is_signed ? std::int64_t{value<std::int32_t>(cell)} : std::int64_t{value<std::uint32_t>(cell)};
    default: {
      const auto out = value<std::int64_t>(cell);
      if (!type_.is_signed && out < 0) return {};
      return out;
    }
  }
}

void ArrowCells::add_packed_text(EvidenceReader& reader, std::size_t column, std::int64_t cell) const {
  const auto begin = text_offset(cell), end = text_offset(cell + 1);
  if (begin < text_offset(0) || end < begin) return reader.unreadable(column, problems::arrow_data, {arrow_faults::decreasing});
  const auto* data = static_cast<const char*>(array_.buffers[2]);
  if (end > text_offset(array_.length) || (!data && end > begin))
    return reader.unreadable(column, problems::arrow_data, {arrow_faults::outside});
  add_text(reader, column, end > begin ? std::string_view(data + begin, static_cast<std::size_t>(end - begin)) : std::string_view());
}
/// A view has 16 bytes: the length, and then either a short text itself, or the first four bytes of the text, the number of its buffer and
/// its offset there.
void ArrowCells::add_view(EvidenceReader& reader, std::size_t column, std::int64_t cell) const {
  const auto view = value<std::array<std::int32_t, 4>>(cell);
  const std::int64_t length = view[0], buffer = view[2], begin = view[3];
  if (length >= 0 && length <= 12)
    return add_text(reader, column, {reinterpret_cast<const char*>(view.data() + 1), static_cast<std::size_t>(length)});
  const auto buffers = array_.n_buffers - 3;
  const bool inside = length >= 0 && buffer >= 0 && buffer < buffers && begin >= 0 && array_.buffers[2 + buffer] &&
                      at<std::int64_t>(static_cast<int>(array_.n_buffers - 1), buffer) >= begin + length;
  if (!inside) return reader.unreadable(column, problems::arrow_data, {arrow_faults::outside});
  add_text(reader, column, {static_cast<const char*>(array_.buffers[2 + buffer]) + begin, static_cast<std::size_t>(length)});
}

void ArrowCells::add(EvidenceReader& reader, std::size_t column, std::int64_t cell) const {
  if (is_null(cell)) return reader.missing(column);
  switch (type_.kind) {
    case Kind::truth: return reader.boolean(column, bit(static_cast<const std::uint8_t*>(array_.buffers[1]), array_.offset + cell));
    case Kind::whole:
      if (const auto number = whole(cell)) return reader.integer(column, *number);
      return reader.decimal(column, std::to_string(value<std::uint64_t>(cell)));
    case Kind::number:
      if (type_.bytes == 4) return reader.number(column, value<float>(cell));
      return reader.number(column, type_.bytes == 8 ? value<double>(cell) : half_number(value<std::uint16_t>(cell)));
    case Kind::decimal: {
      const auto* bytes = static_cast<const char*>(array_.buffers[1]) + (array_.offset + cell) * type_.bytes;
      return reader.decimal(column, decimal_digits(bytes, type_.bytes, type_.scale));
    }
    case Kind::date: return add_time(reader, column, *whole(cell), type_.per_day);
    case Kind::text: return add_packed_text(reader, column, cell);
    case Kind::text_view: return add_view(reader, column, cell);
    default: return reader.missing(column);
  }
}

template <class Float>
void ArrowCells::add_floats(EvidenceReader& reader, std::size_t column, std::int64_t from, std::int64_t count) const {
  const auto* values = static_cast<const char*>(array_.buffers[1]) + (array_.offset + from) * std::int64_t{sizeof(Float)};
  if (!array_.buffers[0] && reinterpret_cast<std::uintptr_t>(values) % alignof(Float) == 0)
    return reader.numbers(column, std::span(reinterpret_cast<const Float*>(values), static_cast<std::size_t>(count)));
  std::array<Float, tile_rows> tile;
  for (std::int64_t done = 0; done < count;) {
    const auto size = std::min<std::int64_t>(count - done, tile_rows);
    std::memcpy(tile.data(), values + done * std::int64_t{sizeof(Float)}, static_cast<std::size_t>(size) * sizeof(Float));
    for (std::int64_t i = 0; i < size; ++i)
      if (is_null(from + done + i)) tile[static_cast<std::size_t>(i)] = std::numeric_limits<Float>::quiet_NaN();
    reader.numbers(column, std::span<const Float>(tile.data(), static_cast<std::size_t>(size)));
    done += size;
  }
}
/// Adds a tile of truths or whole numbers; false if one does not fit into an int64.
bool ArrowCells::add_tile(EvidenceReader& reader, std::size_t column, std::int64_t from, std::size_t count) const {
  std::array<std::uint8_t, tile_rows> missing;
  for (std::size_t i = 0; i < count; ++i) missing[i] = is_null(from + static_cast<std::int64_t>(i)) ? 1 : 0;
  const std::span<const std::uint8_t> marks(missing.data(), count);
  if (type_.kind == Kind::truth) {
    std::array<std::uint8_t, tile_rows> truths;
    const auto* bits = static_cast<const std::uint8_t*>(array_.buffers[1]);
    for (std::size_t i = 0; i < count; ++i) truths[i] = bit(bits, array_.offset + from + static_cast<std::int64_t>(i)) ? 1 : 0;
    reader.booleans(column, {truths.data(), count}, marks);
    return true;
  }
  std::array<std::int64_t, tile_rows> values;
  for (std::size_t i = 0; i < count; ++i) {
    const auto number = missing[i] != 0 ? std::optional<std::int64_t>(0) : whole(from + static_cast<std::int64_t>(i));
    if (!number) return false;
    values[i] = *number;
  }
  reader.integers(column, {values.data(), count}, marks);
  return true;
}

void ArrowCells::add(EvidenceReader& reader, std::size_t column, std::int64_t from, std::int64_t count) const {
  if (count == 0) return;
  if (type_.kind == Kind::number && type_.bytes == 8) return add_floats<double>(reader, column, from, count);
  if (type_.kind == Kind::number && type_.bytes == 4) return add_floats<float>(reader, column, from, count);
  const bool by_tiles = type_.kind == Kind::truth || type_.kind == Kind::whole;
  for (std::int64_t done = 0; done < count && reader.reads(column);) {
    const auto size = std::min<std::int64_t>(count - done, tile_rows);
    if (!by_tiles || !add_tile(reader, column, from + done, static_cast<std::size_t>(size)))
      for (std::int64_t i = 0; i < size; ++i) add(reader, column, from + done + i);
    done += size;
  }
}
}
