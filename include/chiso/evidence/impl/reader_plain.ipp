#pragma once
#include <algorithm>
#include <array>
#include <chiso/core/composed.hpp>
#include <chiso/evidence/impl/reader_data.ipp>

namespace chiso::inline CHISO_BUILD {
/// Adds rows of text as long as their cells are plain: each column is read in a loop of its own, and nothing is added before all are read.
class PlainRows {
  using Input = EvidenceReader::Input;
  using Kind = Input::Kind;

 public:
  CHISO_INLINE PlainRows(EvidenceReader::Data& data, std::size_t rows, std::span<const std::string_view> cells)
      : data_(data), cells_(cells), given_(cells.size() / data.inputs.size()), rows_(rows) {}

  /// How many rows were added.
  CHISO_INLINE std::size_t add() {
    is_filled_.fill(0);
    const auto columns = data_.inputs.size();
    auto& tiles = data_.plain;
    std::size_t tile = 0;
    for (std::size_t column = 0; column < columns && rows_ > 0; ++column) {
      auto& input = data_.input(column);
      if (!input.is_read()) continue;
      if (!data_.takes(input, rows_)) return 0;
      if (input.kind == Kind::unnamed)
        blanks(of(column));
      else if (input.is_name())
        names(of(column));
      else
        read(input, of(column), tile < tiles.size() ? tiles[tile] : tiles.emplace_back()), ++tile;
    }
    // A row without a filled cell is dropped later, and looked at one by one until then.
    rows_ = static_cast<std::size_t>(std::find(is_filled_.begin(), is_filled_.begin() + static_cast<std::ptrdiff_t>(rows_), 0) -
                                     is_filled_.begin());
    if (rows_ == 0) return 0;
    bool marks_are_shown = false;
    tile = 0;
    for (std::size_t column = 0; column < columns; ++column) {
      auto& input = data_.input(column);
      if (!input.is_read()) continue;
      if (input.is_name())
        take_names(input, of(column));
      else if (input.kind != Kind::unnamed)
        marks_are_shown = take(input, tiles[tile++]) || marks_are_shown;
      data_.fill(input.fed, rows_);
      input.fed += rows_;
    }
    data_.marks_are_shown = data_.marks_are_shown || marks_are_shown;
    return rows_;
  }

 private:
  using Tile = EvidenceReader::PlainTile;
  using Cells = std::span<const std::string_view>;
  Cells of(std::size_t column) const { return cells_.subspan(column * given_, rows_); }
  /// Ends before a row that is not plain.
  void end_at(std::size_t row) { rows_ = (std::min)(rows_, row); }

  CHISO_INLINE void blanks(Cells cells) {
    for (std::size_t row = 0; row < cells.size(); ++row)
      if (!cells[row].empty()) return end_at(row);
  }
  CHISO_INLINE void names(Cells cells) {
    for (std::size_t row = 0; row < cells.size(); ++row)
      if (!cells[row].empty()) is_filled_[row] = 1;
  }
  CHISO_INLINE void take_names(Input& input, Cells cells) {
    for (const auto cell : cells.first(rows_))
      cell.empty() ? input.codes.push_back(Input::blank_code) : input.names.append(cell, input.codes);
  }

  /// Reads the cells of a measure, of `ranked`, or of a companion.
  CHISO_INLINE void read(const Input& input, Cells cells, Tile& tile) {
    const auto& reader = *input.reader;
    const auto type = reader.measure().type;
    const bool is_number = type == MeasureType::count || type == MeasureType::decimal;
    tile.gaps = 0;
    tile.one_way_from = rows_;
    if (is_number && reader.has_no_missing_words()) return read_numbers(reader, cells, tile);
    for (std::size_t row = 0; row < cells.size(); ++row)
      if (!read_one(input, cells[row], row, tile)) return end_at(row);
  }
  CHISO_INLINE bool read_one(const Input& input, std::string_view cell, std::size_t row, Tile& tile) {
    if (cell.empty()) return put_gap(row, State::missing, tile);
    if (trimmed(cell).size() != cell.size() || !is_plainly_composed(cell)) return false;
    const auto read = input.reader->text(cell);
    const bool is_unclear = read.clue == MarkClue::two_ways && !data_.marks_are_shown;
    if (read.problem || is_unclear || (input.is_truth() && read.state == State::not_applicable)) return false;
    if (read.clue == MarkClue::one_way) tile.one_way_from = (std::min)(tile.one_way_from, row);
    is_filled_[row] = 1;
    if (read.state != State::value) return put_gap(row, read.state, tile);
    tile.values[row] = read.value;
    tile.states[row] = State::value;
    return true;
  }
  CHISO_INLINE static bool put_gap(std::size_t row, State state, Tile& tile) {
    tile.values[row] = 0;
    tile.states[row] = state;
    ++tile.gaps;
    return true;
  }
  CHISO_INLINE void read_numbers(const CellReader& reader, Cells cells, Tile& tile) {
    const auto mark = reader.decimal_mark();
    const auto decimals = reader.measure().decimals;
    const auto least = (std::max)(reader.least(), -numbers::limit), most = (std::min)(reader.most(), numbers::limit);
    const bool asks_for_marks = !reader.marks_are_told(), are_shown = data_.marks_are_shown;
    for (std::size_t row = 0; row < cells.size(); ++row) {
      const auto cell = cells[row];
      if (cell.empty()) {
        put_gap(row, State::missing, tile);
        continue;
      }
      const auto [k, behind] = numbers::plain(cell, mark, decimals);
      if (behind < 0 || k < least || k > most) {
        if (behind < 0 && is_not_applicable(cell)) {
          put_gap(row, State::not_applicable, tile);
          is_filled_[row] = 1;
          continue;
        }
        return end_at(row);
      }
      if (behind > 0 && asks_for_marks) {
        const auto after = static_cast<std::size_t>(behind), sign = std::size_t{cell.front() == '-'};
        if (!numbers::is_two_ways(cell.substr(sign, cell.size() - sign - 1 - after), after))
          tile.one_way_from = (std::min)(tile.one_way_from, row);
        else if (!are_shown)
          return end_at(row);
      }
      tile.values[row] = k;
      tile.states[row] = State::value;
      is_filled_[row] = 1;
    }
  }
  CHISO_INLINE static bool is_not_applicable(std::string_view cell) {
    return (cell.front() == 'n' || cell.front() == 'k') && means_not_applicable(cell);
  }

  /// Takes over what was read; returns whether it shows which marks are meant.
  CHISO_INLINE bool take(Input& input, const Tile& tile) {
    if (input.is_truth()) {
      for (std::size_t row = 0; row < rows_; ++row)
        input.truths.push_back(tile.states[row] == State::value ? static_cast<std::uint8_t>(tile.values[row]) : Input::blank_truth);
    } else if (tile.gaps == 0) {
      std::int64_t least = tile.values[0], most = tile.values[0];
      for (std::size_t row = 0; row < rows_; ++row) {
        least = (std::min)(least, tile.values[row]);
        most = (std::max)(most, tile.values[row]);
      }
      input.cells.add({tile.values.data(), rows_}, least, most);
    } else {
      for (std::size_t row = 0; row < rows_; ++row) input.cells.add(tile.values[row], tile.states[row]);
    }
    return tile.one_way_from < rows_;
  }

  EvidenceReader::Data& data_;
  Cells cells_;
  std::size_t given_;                                                    // the rows that `cells` has
  std::size_t rows_;                                                     // the first of them, as far as they are plain
  std::array<std::uint8_t, EvidenceReader::most_plain_rows> is_filled_;  // whether a row has a filled cell in a known column
};

CHISO_INLINE std::size_t EvidenceReader::plain_rows(std::size_t rows, std::span<const std::string_view> cells) {
  return PlainRows(*data_, (std::min)(rows, most_plain_rows), cells).add();
}
}
