#pragma once
#include <algorithm>
#include <chiso/evidence/impl/reader_data.ipp>
#include <chiso/evidence/impl/sum_rows.ipp>
#include <chiso/evidence/table_stream.hpp>
#include <functional>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Finds the rows that SumRows finds, in a table that is read again for each of its steps and never is in memory: it holds sums for each
/// block, period and track, and the rows that are found.
class StreamedSums {
  using Input = EvidenceReader::Input;
  using Kind = Input::Kind;

 public:
  using Direction = TableStream::Direction;
  using Use = std::function<void(EvidenceReader::Data& rows)>;
  /// Calls use(rows) for the rows of each piece.
  using EachPiece = std::function<void(Direction direction, const Use& use)>;
  CHISO_INLINE StreamedSums(const Model& model, EachPiece each) : model_(model), each_(std::move(each)) {}
  /// Tells of a measure its greatest value, of all of them in their order.
  CHISO_INLINE void add_measure(std::size_t measure, std::int64_t most) {
    if (model_.measures()[measure].type != MeasureType::count || most <= 0) return;
    if (counts_.empty() || most > most_) key_ = counts_.size(), most_ = most;
    counts_.push_back(measure);
  }
  /// The rows of the table and their units; those before `first` are none of its units.
  CHISO_INLINE std::map<std::size_t, std::string> rows(std::size_t first) {
    if (counts_.empty()) return {};
    first_ = first;
    find_sums_of_the_others(Groups::by_block);
    find_sums_since_the_last(Direction::down);
    find_sums_since_the_last(Direction::up);
    if (!sums_.empty()) {
      find_sums_of_the_others(Groups::all);
      find_sums_of_the_others(Groups::by_block);
    }
    return sums_;
  }

 private:
  using Key = std::tuple<std::string, std::string, std::string>;  // a block, or none, a period and a track
  enum class Groups : bool { all, by_block };
  struct Sums {
    std::vector<std::uint64_t> of{};  // by count
    std::size_t rows = 0;             // with the first one to be compared, or all
  };
  /// One row of a piece.
  struct Row {
    std::size_t row;
    Key key;
    const EvidenceReader::Data* table;
    std::size_t place;
    std::vector<const EvidenceColumn*> columns;
    CHISO_INLINE bool has(std::size_t count) const { return columns[count] && columns[count]->state(place) == State::value; }
    CHISO_INLINE std::uint64_t value(std::size_t count) const { return static_cast<std::uint64_t>(columns[count]->values[place]); }
  };

  /// Calls visit(row) for each row, in its order or the last one first.
  template <class Visit>
  void for_each_row(Direction direction, Groups groups, const Visit& visit) const {
    each_(direction, [&](EvidenceReader::Data& table) {
      Row row{.row = 0, .key = {}, .table = &table, .place = 0, .columns = {}};
      for (const auto measure : counts_) {
        const auto at = std::find_if(table.inputs.begin(), table.inputs.end(), [&](const Input& input) {
          return input.kind == Kind::measure && input.target == measure && input.is_read();
        });
        row.columns.push_back(at == table.inputs.end() ? nullptr : &at->cells);
      }
      std::vector<std::size_t> order(table.kept_rows.size());
      std::iota(order.begin(), order.end(), std::size_t{0});
      std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return table.kept_rows[a] < table.kept_rows[b]; });
      if (direction == Direction::up) std::reverse(order.begin(), order.end());
      const auto *block = table.find(Kind::block), *period = table.find(Kind::period), *track = table.find(Kind::track);
      for (const auto place : order) {
        row.row = table.kept_rows[place];
        row.place = place;
        row.key = {groups == Groups::by_block ? name(block, place) : std::string(), name(period, place), name(track, place)};
        visit(row);
      }
    });
  }
  CHISO_INLINE static std::string name(const Input* input, std::size_t place) {
    if (!input || input->codes[place] >= Input::unreadable_code) return {};
    return std::string(input->names.names()[input->codes[place]]);
  }
  CHISO_INLINE static std::string unit(const Row& row) {
    return name(const_cast<EvidenceReader::Data*>(row.table)->find(Kind::unit), row.place);
  }
  CHISO_INLINE bool is_sum(const Row& row) const { return row.row < first_ || sums_.contains(row.row); }

  CHISO_INLINE void find_sums_of_the_others(Groups groups) {
    std::map<Key, Sums> totals;
    for_each_row(Direction::down, groups, [&](const Row& row) {
      if (is_sum(row)) return;
      auto& total = totals[row.key];
      total.of.resize(counts_.size());
      for (std::size_t i = 0; i < counts_.size(); ++i)
        if (row.has(i)) total.of[i] += row.value(i);
      if (row.has(key_)) ++total.rows;
    });
    // Of two equal rows, which are each the sum of the other, the lower one is meant.
    std::map<Key, std::pair<std::size_t, std::string>> last;
    for_each_row(Direction::down, groups, [&](const Row& row) {
      if (is_sum(row) || !row.has(key_)) return;
      const auto& total = totals[row.key];
      if (total.rows < 2 || 2 * row.value(key_) != total.of[key_] || total.of[key_] == 0) return;
      SumRows::Agreement agreement;
      for (std::size_t i = 0; i < counts_.size(); ++i) {
        if (!row.has(i)) continue;
        if (2 * row.value(i) != total.of[i]) return;
        agreement.add(row.value(i));
      }
      if (agreement.is_convincing(total.rows - 1)) last[row.key] = {row.row, unit(row)};
    });
    for (auto& [key, found] : last) sums_.insert(std::move(found));
  }
  CHISO_INLINE void find_sums_since_the_last(Direction direction) {
    std::map<Key, Sums> runs;
    for_each_row(direction, Groups::all, [&](const Row& row) {
      auto& run = runs[row.key];
      run.of.resize(counts_.size());
      const auto own = row.has(key_) ? row.value(key_) : 0;
      if (!is_sum(row) && own > 0 && own == run.of[key_] && is_sum_of(row, run)) sums_.emplace(row.row, unit(row));
      if (is_sum(row)) {
        run = {};
        return;
      }
      for (std::size_t i = 0; i < counts_.size(); ++i)
        if (row.has(i)) run.of[i] += row.value(i);
      ++run.rows;
    });
  }
  CHISO_INLINE bool is_sum_of(const Row& row, const Sums& others) const {
    if (others.rows < 2) return false;
    SumRows::Agreement agreement;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (!row.has(i)) continue;
      if (others.of[i] != row.value(i)) return false;
      agreement.add(others.of[i]);
    }
    return agreement.is_convincing(others.rows);
  }

  const Model& model_;
  EachPiece each_;
  std::vector<std::size_t> counts_{};
  std::size_t key_ = 0, first_ = 0;  // the count that is compared first
  std::int64_t most_ = 0;
  std::map<std::size_t, std::string> sums_{};
};
}
