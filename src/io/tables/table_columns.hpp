#pragma once
#include <chiso/core/in_parallel.hpp>
#include <chiso/io/tables/table.hpp>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
// Columns of a table that are built cell by cell.

/// Notes which rows have a value. `has` stays empty as long as all have one.
class HasValue {
 public:
  bool all() const { return cells_.empty(); }
  void add(bool has, std::size_t before) {
    if (!has && cells_.empty()) cells_.assign(before, 1);
    if (!has || !cells_.empty()) cells_.push_back(has ? 1 : 0);
  }
  LargeVector<std::uint8_t> take() { return std::move(cells_); }

 private:
  LargeVector<std::uint8_t> cells_{};
};

/// Has room for its rows from the start: to ask each time takes as long as all else.
class FigureColumn {
 public:
  FigureColumn(int decimals, std::size_t rows) : decimals_(decimals), digits_(rows) {}
  void add(int128 digits) {
    const auto narrow = static_cast<std::int64_t>(digits);
    if (narrow != digits || is_wide_ || !has_.all()) return add_any(digits, true);
    digits_[rows_++] = narrow;  // nearly always
  }
  void none() { add_any(0, false); }
  /// Where the digits of the next rows are written, which `added` then counts; null if not all figures so far have digits of 64 bits.
  std::int64_t* room() { return is_wide_ || !has_.all() ? nullptr : digits_.data() + rows_; }
  void added(std::size_t count) { rows_ += count; }
  FigureCells take() { return {.decimals = decimals_, .digits = std::move(digits_), .wide = std::move(wide_), .has = has_.take()}; }

 private:
  [[gnu::noinline]] void add_any(int128 digits, bool has) {
    has_.add(has, rows_);
    const auto narrow = static_cast<std::int64_t>(digits);
    if (narrow != digits && !is_wide_) {
      is_wide_ = true;
      wide_.assign(digits_.begin(), digits_.end());
      UnsetVector<std::int64_t>().swap(digits_);
    }
    if (is_wide_)
      wide_[rows_++] = digits;
    else
      digits_[rows_++] = narrow;
  }
  int decimals_;
  UnsetVector<std::int64_t> digits_;
  LargeVector<int128> wide_{};
  std::size_t rows_ = 0;  // that have been added
  HasValue has_{};
  bool is_wide_ = false;
};

class WholeColumn {
 public:
  explicit WholeColumn(std::size_t rows) : values_(rows) {}
  void add(std::int64_t value) { add(value, true); }
  void none() { add(0, false); }
  WholeCells take() { return {.values = std::move(values_), .has = has_.take()}; }

 private:
  void add(std::int64_t value, bool has) {
    if (!has || !has_.all()) has_.add(has, rows_);
    values_[rows_++] = value;
  }
  UnsetVector<std::int64_t> values_;
  std::size_t rows_ = 0;  // that have been added
  HasValue has_{};
};

/// A column of texts, each of which is kept once.
class TextColumn {
 public:
  void add(std::string_view text) {
    const auto [at, is_new] = code_of_.try_emplace(std::string(text), static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.emplace_back(text);
    codes_.push_back(at->second);
  }
  void none() { codes_.push_back(TextCells::none); }
  TextCells take() { return {.names = TableNames(std::move(names_)), .codes = std::move(codes_)}; }

 private:
  std::unordered_map<std::string, std::uint32_t> code_of_{};
  std::vector<std::string> names_{};
  std::vector<std::uint32_t> codes_{};
};
/// Calls do_one(i) for each of `count` columns of so many rows, on at most so many threads (0: as many as the machine has).
template <class DoOne>
void for_each_column(std::size_t count, std::size_t rows, unsigned threads, const DoOne& do_one) {
  constexpr std::size_t worthwhile = 1 << 15;  // rows; to start a thread takes longer than fewer of them
  const auto most = rows < worthwhile ? 1U : detail::number_of_threads(threads);
  detail::in_parallel(count, most, [&] { return [&](std::size_t i) { do_one(i); }; }, [](std::size_t) {});
}

/// Collects the columns of a table in their order; each gets its name where it is made.
class Columns {
 public:
  Columns() = default;
  explicit Columns(std::vector<TableColumn> columns) : columns_(std::move(columns)) {}
  template <class Cells>
  void add(std::string_view name, Cells cells) {
    columns_.push_back({std::string(name), false, std::move(cells)});
  }
  template <class Cells>
  void add_nullable(std::string_view name, Cells cells) {
    columns_.push_back({std::string(name), true, std::move(cells)});
  }
  /// The rows at these places, which are each row once.
  void put_in_order(std::span<const std::uint32_t> places, unsigned threads) {
    for_each_column(columns_.size(), places.size(), threads, [&](std::size_t i) { put_in_order(columns_[i], places); });
  }
  Table table(std::size_t rows) { return {std::move(columns_), rows}; }

 private:
  static void put_in_order(TableColumn& column, std::span<const std::uint32_t> places) {
    const auto gather = [&]<class T>(CellValues<T>& list) {
      if (list.empty()) return;
      UnsetVector<T> out(places.size());
      for (std::size_t i = 0; i < places.size(); ++i) out[i] = list[places[i]];
      list = std::move(out);
    };
    if (auto* text = std::get_if<TextCells>(&column.cells)) {
      if (text->names.size() != 1 || column.nullable) gather(text->codes);
    } else if (auto* figures = std::get_if<FigureCells>(&column.cells)) {
      gather(figures->digits);
      gather(figures->wide);
      gather(figures->has);
    } else if (auto* wholes = std::get_if<WholeCells>(&column.cells)) {
      gather(wholes->values);
      gather(wholes->has);
    } else {
      gather(std::get<TruthCells>(column.cells).values);
    }
  }
  std::vector<TableColumn> columns_{};
};

/// Columns that are still to be made, each from what it shows alone, in any order and by any thread.
class PlannedColumns {
 public:
  /// `make` returns the cells.
  template <class Make>
  void add(std::string_view name, Make make) {
    plan(name, false, std::move(make));
  }
  template <class Make>
  void add_nullable(std::string_view name, Make make) {
    plan(name, true, std::move(make));
  }
  Columns made(std::size_t rows, unsigned threads) && {
    for_each_column(columns_.size(), rows, threads, [&](std::size_t i) { make_[i](columns_[i]); });
    return Columns(std::move(columns_));
  }

 private:
  template <class Make>
  void plan(std::string_view name, bool nullable, Make make) {
    columns_.push_back({std::string(name), nullable, {}});
    make_.emplace_back([make = std::move(make)](TableColumn& column) { column.cells = make(); });
  }
  std::vector<TableColumn> columns_{};
  std::vector<std::function<void(TableColumn&)>> make_{};
};
}
