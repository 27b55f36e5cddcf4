#pragma once
#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/evidence/impl/number_tile.ipp>
#include <chiso/evidence/impl/reader_data.ipp>

namespace chiso::inline CHISO_BUILD {
/// Adds many cells to a column: a tile at a time if possible, otherwise cell by cell. The result is the same.
class BulkCells {
  using Input = EvidenceReader::Input;

 public:
  CHISO_INLINE BulkCells(EvidenceReader& reader, EvidenceReader::Data& data, std::size_t column)
      : reader_(reader), data_(data), input_(data.inputs[column]), column_(column) {}

  /// Numbers are double, float or int64; bytes are booleans.
  template <class Cell>
  void add(std::span<const Cell> cells, std::span<const std::uint8_t> missing = {}) {
    if (!missing.empty() && missing.size() != cells.size())
      throw ShapeError(std::to_string(missing.size()) + " marks of what is missing, not " + std::to_string(cells.size()));
    if (!data_.takes(input_, cells.size())) return;
    const bool by_tiles = takes_tiles<Cell>();
    if (by_tiles) make_room(cells.size());
    for (std::size_t from = 0; from < cells.size(); from += NumberTile::rows) {
      const auto part = cells.subspan(from, (std::min)(NumberTile::rows, cells.size() - from));
      const auto marks = missing.empty() ? missing : missing.subspan(from, part.size());
      const bool tried = by_tiles && marks.empty() && !has_gaps_;
      if (tried && add_tile(part)) continue;  // only a tile without NaN is read this way
      const auto gaps = gaps_of(part, marks);
      has_gaps_ = has_gaps_ || gaps > 0;
      const bool read = by_tiles && (gaps > 0 ? add_tile_with_gaps(part, gaps) : !tried && add_tile(part));
      if (!read) add_each(part, gaps);
    }
  }

 private:
  /// Reserves memory once for all cells: a column that grew tile by tile would be copied several times.
  CHISO_INLINE void make_room(std::size_t cells) {
    auto& values = input_.cells.values;
    if (values.size() + cells <= values.capacity()) return;
    data_.prefault.stop();  // more cells come than were expected, so the block moves
    values.reserve((std::max)(values.size() + cells, 2 * values.capacity()));
  }
  template <class Cell>
  bool takes_tiles() const {
    if (input_.kind != Input::Kind::measure) return false;
    const auto type = input_.reader->measure().type;
    if (sizeof(Cell) == 1) return type == MeasureType::yes_no;
    return type != MeasureType::choice && type != MeasureType::date;
  }
  /// Marks the cells that are missing, and returns how many there are.
  template <class Cell>
  std::size_t gaps_of(std::span<const Cell> cells, std::span<const std::uint8_t> missing) {
    if constexpr (std::is_floating_point_v<Cell>) return TileReader::mark_gaps(cells.data(), cells.size(), gap_.data());
    std::size_t out = 0;
    for (std::size_t i = 0; i < missing.size(); ++i) out += gap_[i] = missing[i] != 0 ? 1 : 0;
    return out;
  }

  CHISO_INLINE TileReader tile_reader() const {
    const auto& measure = input_.reader->measure();
    return {measure.type == MeasureType::yes_no ? 0 : measure.decimals, input_.reader->least(), input_.reader->most()};
  }
  template <class Cell>
  bool add_tile(std::span<const Cell> cells) {
    if (!tile_reader().read(cells.data(), cells.size(), tile_)) return false;
    input_.cells.add({tile_.values.data(), cells.size()}, tile_.least, tile_.most);
    data_.fill(input_.fed, cells.size());
    input_.fed += cells.size();
    input_.has_numbers = true;
    return true;
  }
  /// Reads a tile after replacing its missing cells by one of its values.
  template <class Cell>
  bool add_tile_with_gaps(std::span<const Cell> cells, std::size_t gaps) {
    if (gaps < cells.size()) {
      std::array<Cell, NumberTile::rows> filled;
      const auto value = static_cast<std::size_t>(std::find(gap_.begin(), gap_.end(), 0) - gap_.begin());
      std::copy(cells.begin(), cells.end(), filled.begin());
      TileReader::fill_gaps(filled.data(), cells.size(), gap_.data(), cells[value]);
      if (!tile_reader().read(filled.data(), cells.size(), tile_)) return false;
    } else {
      tile_.least = tile_.most = 0;
    }
    TileReader::fill_gaps(tile_.values.data(), cells.size(), gap_.data(), 0);
    input_.cells.add({tile_.values.data(), cells.size()}, {gap_.data(), cells.size()}, gaps, std::min<std::int64_t>(tile_.least, 0),
                     std::max<std::int64_t>(tile_.most, 0));
    data_.fill(input_.fed, {gap_.data(), cells.size()});
    input_.fed += cells.size();
    input_.has_numbers = true;
    return true;
  }
  template <class Cell>
  void add_each(std::span<const Cell> cells, std::size_t gaps) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (gaps != 0 && gap_[i] != 0)
        reader_.state(column_, State::missing);
      else if constexpr (sizeof(Cell) == 1)
        reader_.boolean(column_, cells[i] != 0);
      else if constexpr (std::is_floating_point_v<Cell>)
        reader_.number(column_, cells[i]);
      else
        reader_.integer(column_, cells[i]);
    }
  }

  EvidenceReader& reader_;
  EvidenceReader::Data& data_;
  Input& input_;
  std::size_t column_;
  /// Whether the column has had gaps so far: then the next tiles are searched for gaps first.
  bool has_gaps_ = input_.cells.statistics.of_state[static_cast<std::size_t>(State::missing)] > 0;
  std::array<std::uint8_t, NumberTile::rows> gap_;  // 1 if that cell of the tile is missing
  NumberTile tile_;
};
}
