#pragma once
#include <algorithm>
#include <bit>
#include <chiso/evidence/impl/alike_names.ipp>
#include <chiso/evidence/impl/odd_rows.ipp>
#include <chiso/evidence/impl/period_order.ipp>
#include <chiso/evidence/impl/reader.ipp>
#include <chiso/evidence/impl/row_bytes.ipp>
#include <chiso/evidence/impl/streamed_sums.ipp>
#include <chiso/evidence/impl/sum_watch.ipp>
#include <chiso/evidence/impl/warnings.ipp>
#include <chiso/evidence/period.hpp>
#include <chiso/evidence/table_stream.hpp>
#include <map>

namespace chiso::inline CHISO_BUILD {
/// Rows that a warning names: the first of them, in their order, and how many there are.
class FirstRows {
 public:
  struct One {
    std::size_t row;  // of the table
    std::string unit;
  };
  CHISO_INLINE void add(One one) {
    ++count_;
    const auto at =
        std::upper_bound(first_.begin(), first_.end(), one.row, [](std::size_t row, const One& other) { return row < other.row; });
    if (at == first_.end() && first_.size() == NamedRows::most) return;
    first_.insert(at, std::move(one));
    if (first_.size() > NamedRows::most) first_.pop_back();
  }
  CHISO_INLINE void warn(const ProblemEntry& entry, std::vector<Problem>& out) const {
    if (count_ == 0) return;
    Arguments items;
    for (const auto& one : first_) items.push_back(NamedRows::named_of_table(one.unit, one.row));
    if (count_ == 1) items[0] = NamedRows::alone(first_[0].unit);
    out.push_back(problem_at({.pointer = "/" + std::to_string(first_[0].row) + "/unit"}, Severity::warning, entry,
                             {NamedRows::listed(std::move(items), count_)}));
  }

 private:
  std::vector<One> first_{};
  std::size_t count_ = 0;
};

/// Pairs of names that may be one: the first of them, in the order of the names, and how many there are.
class FirstPairs {
 public:
  struct One {
    std::string first, other;
    std::size_t row_of_first, row_of_other;  // of the table: where each stands first
    friend bool operator<(const One& a, const One& b) { return std::tie(a.first, a.other) < std::tie(b.first, b.other); }
  };
  CHISO_INLINE void add(One one) {
    ++count_;
    if (pairs_.size() == NamedRows::most && !(one < pairs_.back())) return;
    pairs_.insert(std::upper_bound(pairs_.begin(), pairs_.end(), one), std::move(one));
    if (pairs_.size() > NamedRows::most) pairs_.pop_back();
  }
  CHISO_INLINE void warn(std::string_view column, std::vector<Problem>& out) const {
    if (count_ == 0) return;
    constexpr Words two{"{0}, and {1}", "{0}, và {1}"};
    Arguments items;
    auto at = ~std::size_t{0};
    for (const auto& pair : pairs_) {
      const auto first = NamedRows::named_of_table(pair.first, pair.row_of_first),
                 other = NamedRows::named_of_table(pair.other, pair.row_of_other);
      const bool in_order = pair.row_of_first < pair.row_of_other;
      items.push_back({two, {in_order ? first : other, in_order ? other : first}});
      at = (std::min)(at, (std::max)(pair.row_of_first, pair.row_of_other));
    }
    out.push_back(problem_at({.pointer = "/" + std::to_string(at) + "/" + std::string(column)}, Severity::warning, problems::names_alike,
                             {NamedRows::listed(std::move(items), count_)}));
  }

 private:
  std::vector<One> pairs_{};
  std::size_t count_ = 0;
};

struct TableStream::Data {
  using Input = EvidenceReader::Input;
  using Kind = Input::Kind;
  static constexpr std::size_t no_row = ~std::size_t{0};

  EvidenceReader& reader;
  std::size_t parts;
  std::shared_ptr<EvidenceReader::Data> table = reader.data_;
  std::shared_ptr<WholeTable> whole = std::make_shared<WholeTable>();
  std::size_t rows = 0, blank_rows = 0;
  std::size_t first_row = no_row;             // of the table: the first that is not blank
  std::vector<std::size_t> first_of_block{};  // by code
  struct MeasureSeen {
    std::int64_t least = 0, most = 0;
    bool has_fraction = false;  // asked only where it may be a warning
  };
  std::vector<MeasureSeen> seen{};  // by measure of the model
  std::optional<SumWatch> sums{};
  std::vector<const Input*> counts{};
  bool numbers_columns = false;
  std::size_t reader_total = 0;      // of the problems that the reader has,
  std::vector<BadCell> of_reader{};  // and the first of them
  std::size_t total = 0;             // of problems of rows that parts found
  std::vector<BadCell> bad{};        // the first of them
  std::vector<std::string> blocks{}, periods{};
  FirstPairs alike_units{};
  FirstRows totals{}, without_measure{}, numbered{}, summed{};
  RowBytesWriter bytes{};

  // Of the rows that are being taken: those that are not blank, by part, and where those of each part begin.
  std::vector<std::uint32_t> order{};
  std::vector<std::uint32_t> first_of_part{};

  CHISO_INLINE std::size_t waiting() const {
    for (const auto& input : table->inputs)
      if (input.is_read()) return input.fed - table->first_row;
    return 0;
  }
  CHISO_INLINE void take(const Put& put);
  CHISO_INLINE void put_in_order(std::size_t count);
  CHISO_INLINE void look_at(std::size_t count);
  CHISO_INLINE void look_at_sums();
  CHISO_INLINE void put_part(std::size_t part);
  template <class T>
  void put_chosen(std::span<const std::uint32_t> chosen, const T* from) {
    auto* to = bytes.room(chosen.size() * sizeof(T));
    for (std::size_t i = 0; i < chosen.size(); ++i) std::memcpy(to + i * sizeof(T), from + chosen[i], sizeof(T));
  }
  CHISO_INLINE void forget(std::size_t count);
  CHISO_INLINE EvidenceReader reader_of(std::span<const std::string_view> pieces) const;
  CHISO_INLINE void get_rows(EvidenceReader& into, std::span<const std::string_view> pieces) const;
  CHISO_INLINE void take_problems(EvidenceReader& part);
  CHISO_INLINE void look_at_part(const Evidence& part, const std::vector<std::size_t>& rows_of_table);
};

CHISO_INLINE TableStream::TableStream(EvidenceReader& reader, std::size_t parts)
    : data_(std::make_shared<Data>(Data{.reader = reader, .parts = (std::max)(parts, std::size_t{1})})) {
  auto& data = *data_;
  const auto& measures = data.table->model.measures();
  data.seen.resize(measures.size());
  for (const auto& input : data.table->inputs)
    if (input.kind == Data::Kind::measure && input.target < measures.size() && measures[input.target].type == MeasureType::count)
      data.counts.push_back(&input);
  data.sums.emplace(data.counts.size());
}
CHISO_INLINE std::size_t TableStream::waiting() const { return data_->waiting(); }
CHISO_INLINE void TableStream::take(const Put& put) { data_->take(put); }

CHISO_INLINE void TableStream::Data::take(const Put& put) {
  const auto count = waiting();
  if (count == 0) return;
  for (auto& input : table->inputs) input.names.hash_waiting(input.codes);
  put_in_order(count);
  look_at(count);
  for (std::size_t part = 0; part < parts; ++part) {
    if (first_of_part[part] == first_of_part[part + 1]) continue;
    bytes.clear();
    put_part(part);
    put(part, first_of_part[part + 1] - first_of_part[part], bytes.bytes());
  }
  forget(count);
}
/// Finds the rows that are not blank, and the part of each.
CHISO_INLINE void TableStream::Data::put_in_order(std::size_t count) {
  table->filled.resize(count);
  const auto* units = table->find(Kind::unit);
  std::vector<std::uint32_t> part_of_name;
  if (units)
    for (std::size_t code = 0; code < units->names.names().size(); ++code)
      part_of_name.push_back(static_cast<std::uint32_t>(((RoughHash::of(units->names.names()[code]) >> 32) * parts) >> 32));
  const auto part_of = [&](std::size_t row) -> std::uint32_t {
    const auto code = units ? units->codes[row] : Input::blank_code;
    return code < part_of_name.size() ? part_of_name[code] : 0;
  };
  first_of_part.assign(parts + 1, 0);
  std::vector<std::uint32_t> part_of_row(count);
  for (std::size_t row = 0; row < count; ++row) {
    if (table->filled[row] == 0) continue;
    part_of_row[row] = part_of(row);
    ++first_of_part[part_of_row[row] + 1];
  }
  std::partial_sum(first_of_part.begin(), first_of_part.end(), first_of_part.begin());
  auto next = first_of_part;
  order.resize(first_of_part.back());
  for (std::size_t row = 0; row < count; ++row)
    if (table->filled[row] != 0) order[next[part_of_row[row]]++] = static_cast<std::uint32_t>(row);
}
/// Gathers what the whole table decides.
CHISO_INLINE void TableStream::Data::look_at(std::size_t count) {
  rows += order.size();
  blank_rows += count - order.size();
  if (first_row == no_row && !order.empty()) first_row = table->first_row + *std::min_element(order.begin(), order.end());
  for (const auto& input : table->inputs) {
    const auto any_code = [&] {
      return std::any_of(input.codes.begin(), input.codes.end(), [](auto code) { return code != Input::blank_code; });
    };
    if (!input.is_read()) continue;
    if (input.kind == Kind::block) {
      whole->has_block = whole->has_block || any_code();
      first_of_block.resize(input.names.names().size(), no_row);
      for (std::size_t row = 0; row < count; ++row)
        if (const auto code = input.codes[row]; code < first_of_block.size() && first_of_block[code] == no_row)
          first_of_block[code] = table->first_row + row;
    }
    if (input.kind == Kind::period) whole->has_period = whole->has_period || any_code();
    if (input.kind == Kind::track) whole->has_track = whole->has_track || any_code();
    if (input.kind == Kind::ranked)
      whole->has_ranked =
          whole->has_ranked || std::any_of(input.truths.begin(), input.truths.end(), [](auto cell) { return cell != Input::blank_truth; });
    if (input.kind != Kind::measure || input.target >= seen.size()) continue;
    auto& of = seen[input.target];
    of.least = (std::min)(of.least, input.cells.statistics.least);
    of.most = (std::max)(of.most, input.cells.statistics.most);
    const auto& measure = table->model.measures()[input.target];
    if (!table->decimals_were_read && measure.decimals > 0 && !input.has_numbers) {
      const auto one = Decimal::power(measure.decimals);
      table->decimals_were_read = input.cells.values.view().visit(
          [&](auto values) { return std::any_of(values.begin(), values.end(), [&](auto value) { return value % one != 0; }); });
    }
    if (of.has_fraction || measure.max != Decimal(100) || measure.type != MeasureType::decimal) continue;
    const auto one = Decimal::power(measure.decimals);
    of.has_fraction = input.cells.values.view().visit(
        [&](auto values) { return std::any_of(values.begin(), values.end(), [&](auto value) { return value % one != 0; }); });
  }
  look_at_sums();
}
CHISO_INLINE void TableStream::Data::look_at_sums() {
  if (counts.empty()) return;
  const auto *block = table->find(Kind::block), *period = table->find(Kind::period), *track = table->find(Kind::track);
  std::vector<std::uint64_t> numbers(counts.size());
  std::vector<std::uint8_t> are_values(counts.size());
  const auto code = [](const Input* input, std::size_t row) -> std::uint64_t { return input ? input->codes[row] : 0; };
  for (std::size_t row = 0; row < table->filled.size(); ++row) {
    if (table->filled[row] == 0) continue;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const auto& cells = counts[i]->cells;
      are_values[i] = cells.state(row) == State::value ? 1 : 0;
      numbers[i] = are_values[i] != 0 ? static_cast<std::uint64_t>(cells.values[row]) : 0;
    }
    sums->add({code(block, row), code(period, row) << 32 | code(track, row)}, numbers, are_values);
  }
}
/// The rows of a part, column by column.
CHISO_INLINE void TableStream::Data::put_part(std::size_t part) {
  const auto chosen = std::span<const std::uint32_t>(order).subspan(first_of_part[part], first_of_part[part + 1] - first_of_part[part]);
  bytes.put(std::uint64_t{table->first_row});
  bytes.put(static_cast<std::uint32_t>(chosen.size()));
  bytes.put_all(chosen);
  for (const auto& input : table->inputs) {
    if (!input.is_read() || input.kind == Kind::unnamed) continue;
    if (input.is_name()) put_chosen(chosen, input.codes.data());
    if (input.kind == Kind::unit) {
      for (const auto row : chosen) {
        if (input.codes[row] >= Input::unreadable_code) continue;
        const auto name = input.names.names()[input.codes[row]];
        bytes.put(static_cast<std::uint32_t>(name.size()));
        bytes.text(name);
      }
    }
    if (input.is_truth()) put_chosen(chosen, input.truths.data());
    if (input.kind != Kind::measure) continue;
    const bool has_states = !input.cells.states.empty();
    input.cells.values.view().visit([&](auto values) {
      bytes.put(static_cast<std::uint8_t>((sizeof(values[0]) == 8 ? 1 : 0) | (has_states ? 2 : 0)));
      put_chosen(chosen, values.data());
    });
    if (has_states) put_chosen(chosen, input.cells.states.data());
  }
}
CHISO_INLINE void TableStream::Data::forget(std::size_t count) {
  table->first_row += count;
  table->all_filled = table->first_row;
  table->filled.clear();
  for (auto& input : table->inputs) {
    input.codes.clear();
    input.truths.clear();
    if (input.kind == Kind::unit) input.names = NameIndex();
    input.cells.values.resize(0);
    input.cells.states.clear();
    input.cells.statistics = {};
  }
}

CHISO_INLINE std::size_t TableStream::rows() const { return data_->rows; }
CHISO_INLINE std::span<const std::string> TableStream::blocks() const { return data_->blocks; }
CHISO_INLINE std::span<const std::string> TableStream::periods() const { return data_->periods; }
CHISO_INLINE void TableStream::finish() {
  auto& data = *data_;
  auto& table = *data.table;
  data.reader.finish_columns();
  const auto sorted_names = [&](Data::Kind kind, bool has_any) {
    std::vector<std::string> out;
    if (const auto* input = table.find(kind); input && has_any)
      for (std::size_t code = 0; code < input->names.names().size(); ++code) out.emplace_back(input->names.names()[code]);
    if (out.empty()) out.emplace_back();
    std::sort(out.begin(), out.end());
    return out;
  };
  data.blocks = sorted_names(Data::Kind::block, data.whole->has_block);
  data.periods = sorted_names(Data::Kind::period, data.whole->has_period);
  const auto has_shape_of_first = [&](const std::string& period) { return shape_of_period(period) == shape_of_period(data.periods[0]); };
  if (!std::all_of(data.periods.begin(), data.periods.end(), has_shape_of_first)) data.whole->state_of_shapes = WholeTable::Shapes::counted;
  EvidenceReader empty = data.reader_of({});  // what it finds absent is absent
  empty.finish_rows(0, false);
  auto& absent = empty.data_->of_columns;
  for (auto& one : absent.list())
    if (one.problem.entry == &problems::column_absent) {
      auto* listed = table.of_columns.add(one.row, one.column, *one.problem.entry, [&] { return one.problem.arguments; });
      if (listed) listed->problem.place = one.problem.place;
    }
  data.reader_total = data.reader.total();
  data.of_reader = data.reader.problems();
}

/// A reader of the same columns that has some rows.
CHISO_INLINE EvidenceReader TableStream::Data::reader_of(std::span<const std::string_view> pieces) const {
  auto options = table->options;
  options.most_problems = ~std::size_t{0};  // its rows are not in the order of the table, so none can be left out yet
  options.progress = {};
  EvidenceReader out(table->model, std::move(options), table->source);
  for (const auto& input : table->inputs) out.add_column(input.head);
  auto& to = *out.data_;
  to.whole_table = whole;
  to.of_columns = BadCells(~std::size_t{0});  // they were found already
  get_rows(out, pieces);
  for (auto& input : to.inputs) {
    input.names.hash_waiting(input.codes);
    input.cells.values.give_back();
  }
  return out;
}
CHISO_INLINE void TableStream::Data::get_rows(EvidenceReader& into, std::span<const std::string_view> pieces) const {
  auto& to = *into.data_;
  std::vector<std::uint32_t> places, codes;
  std::vector<std::int32_t> narrow;
  std::vector<std::int64_t> wide;
  std::vector<State> states;
  std::vector<std::uint8_t> truths;
  for (const auto piece : pieces) {
    for (RowBytesReader from(piece); !from.is_at_end();) {
      const auto base = from.get<std::uint64_t>();
      const auto count = from.get<std::uint32_t>();
      from.get_all(places, count);
      for (const auto place : places) to.kept_rows.push_back(base + place);
      for (std::size_t i = 0; i < to.inputs.size(); ++i) {
        const auto& whole_input = table->inputs[i];
        auto& input = to.inputs[i];
        if (!whole_input.is_read() || input.kind == Kind::unnamed) continue;
        if (input.is_name()) {
          from.get_all(codes, count);
          for (const auto code : codes) {
            if (code >= Input::unreadable_code)
              input.codes.push_back(code);
            else if (input.kind == Kind::unit)
              input.names.append(from.text(from.get<std::uint32_t>()), input.codes);
            else
              input.names.append(whole_input.names.names()[code], input.codes);
          }
        }
        if (input.is_truth()) {
          from.get_all(truths, count);
          input.truths.insert(input.truths.end(), truths.begin(), truths.end());
        }
        if (input.kind != Kind::measure) continue;
        const auto what = from.get<std::uint8_t>();
        if ((what & 1) != 0) {
          from.get_all(wide, count);
        } else {
          from.get_all(narrow, count);
          wide.assign(narrow.begin(), narrow.end());
        }
        if ((what & 2) != 0) {
          from.get_all(states, count);
          for (std::size_t row = 0; row < count; ++row) input.cells.add(wide[row], states[row]);
        } else {
          const auto [least, most] = std::minmax_element(wide.begin(), wide.end());
          input.cells.add(wide, *least, *most);
        }
      }
    }
  }
}

/// Takes the problems of rows that a part has found, of which the first are kept.
CHISO_INLINE void TableStream::Data::take_problems(EvidenceReader& part) {
  auto& from = *part.data_;
  from.of_columns = BadCells();
  total += part.total();
  const auto is_before = [](const BadCell& a, const BadCell& b) {
    return std::pair(a.row + 1, a.column + 1) < std::pair(b.row + 1, b.column + 1);
  };
  auto found = part.problems();
  const auto middle = static_cast<std::ptrdiff_t>(bad.size());
  std::move(found.begin(), found.end(), std::back_inserter(bad));
  std::inplace_merge(bad.begin(), bad.begin() + middle, bad.end(), is_before);
  if (bad.size() > table->options.most_problems) bad.resize(table->options.most_problems);
}
CHISO_INLINE bool TableStream::has_shapes_to_count() const { return data_->whole->state_of_shapes == WholeTable::Shapes::counted; }
CHISO_INLINE void TableStream::count_shapes(std::span<const std::string_view> pieces) {
  auto part = data_->reader_of(pieces);
  const auto rows = part.data_->kept_rows.size();
  RowKeys{.table = *part.data_, .rows = rows}.run();
}
CHISO_INLINE std::optional<Evidence> TableStream::evidence(std::span<const std::string_view> pieces) {
  auto& data = *data_;
  auto& whole = *data.whole;
  if (whole.state_of_shapes == WholeTable::Shapes::counted) {  // the usual shape is that of most rows, or of these the first one
    const auto is_less = [](const auto& a, const auto& b) {
      return a.second.rows != b.second.rows ? a.second.rows < b.second.rows : a.second.first > b.second.first;
    };
    if (const auto most = std::max_element(whole.shapes.begin(), whole.shapes.end(), is_less); most != whole.shapes.end())
      whole.usual_shape = most->first;
    const auto example = std::find_if(data.periods.begin(), data.periods.end(),
                                      [&](const std::string& period) { return shape_of_period(period) == whole.usual_shape; });
    if (example != data.periods.end()) whole.example = *example;
    whole.state_of_shapes = WholeTable::Shapes::settled;
  }
  auto part = data.reader_of(pieces);
  const auto rows_of_table = part.data_->kept_rows;
  part.finish_rows(rows_of_table.size(), false);
  data.take_problems(part);
  if (total_problems() > 0) return {};
  auto out = part.made();
  data.look_at_part(out, rows_of_table);
  return out;
}
CHISO_INLINE Evidence TableStream::evidence_again(std::span<const std::string_view> pieces) const {
  auto part = data_->reader_of(pieces);
  const auto rows = part.data_->kept_rows.size();
  part.finish_rows(rows, false);
  return part.made();
}
CHISO_INLINE std::size_t TableStream::total_problems() const { return data_->reader_total + data_->total; }
CHISO_INLINE std::vector<BadCell> TableStream::problems() {
  auto& data = *data_;
  auto out = std::move(data.of_reader);
  const auto middle = static_cast<std::ptrdiff_t>(out.size());
  std::move(data.bad.begin(), data.bad.end(), std::back_inserter(out));
  // Problems of whole columns, whose row is none, come first: none plus one is 0.
  std::inplace_merge(out.begin(), out.begin() + middle, out.end(), [](const BadCell& a, const BadCell& b) {
    return std::pair(a.row + 1, a.column + 1) < std::pair(b.row + 1, b.column + 1);
  });
  if (out.size() > data.table->options.most_problems) out.resize(data.table->options.most_problems);
  return out;
}

/// Gathers warnings of rows that a part has by itself.
CHISO_INLINE void TableStream::Data::look_at_part(const Evidence& part, const std::vector<std::size_t>& rows_of_table) {
  if (part.rows() == 0) return;
  const auto one = [&](std::size_t row) { return FirstRows::One{rows_of_table[row], std::string(part.unit(row))}; };
  const auto& of_rows = *EvidenceAssembly::data(part).rows;
  for (const auto& pair : AlikeNames(part.units()).pairs()) {
    const auto first_row_of = [&](std::size_t unit) {
      const auto first = of_rows.in_order.begin() + static_cast<std::ptrdiff_t>(of_rows.first_of_unit[unit]);
      return rows_of_table[*std::min_element(first,
                                             of_rows.in_order.begin() + static_cast<std::ptrdiff_t>(of_rows.first_of_unit[unit + 1]))];
    };
    alike_units.add({part.units()[pair.first], part.units()[pair.other], first_row_of(pair.first), first_row_of(pair.other)});
  }
  for (const auto row : rows_named_as_totals(part)) totals.add(one(row));
  for (const auto row : rows_without_a_measure(part)) without_measure.add(one(row));
  const auto at = std::find(rows_of_table.begin(), rows_of_table.end(), first_row);
  if (at == rows_of_table.end() || rows < 2) return;
  const auto row = static_cast<std::size_t>(at - rows_of_table.begin());
  if (numbers_the_columns(part, row)) {
    numbers_columns = true;
    numbered.add(one(row));
  }
}

CHISO_INLINE bool TableStream::may_have_sums() const { return data_->numbers_columns || data_->sums->may_have_sums(); }
CHISO_INLINE void TableStream::find_sums(const EachTake& each) {
  StreamedSums sums(data_->table->model, [&](Direction direction, const StreamedSums::Use& use) {
    each(direction, [&](std::string_view bytes) {
      auto rows = data_->reader_of(std::span<const std::string_view>(&bytes, 1));
      use(*rows.data_);
    });
  });
  for (std::size_t i = 0; i < data_->seen.size(); ++i) sums.add_measure(i, data_->seen[i].most);
  for (auto& [row, unit] : sums.rows(data_->numbers_columns ? data_->first_row + 1 : 0)) data_->summed.add({row, unit});
}
CHISO_INLINE std::vector<Problem> TableStream::warnings() const {
  const auto& data = *data_;
  const auto& model = data.table->model;
  auto out = data.table->noticed;
  if (data.rows == 0) {
    out.push_back(problem_at({}, Severity::warning, problems::table_without_rows, {}));
    return out;
  }
  data.alike_units.warn("unit", out);
  if (!model.declares_blocks() && data.whole->has_block) {
    FirstPairs alike;
    const auto* input = data.table->find(Data::Kind::block);
    std::map<std::string_view, std::size_t> first_rows;
    for (std::size_t code = 0; code < data.first_of_block.size(); ++code)
      first_rows[input->names.names()[code]] = data.first_of_block[code];
    for (const auto& [first, other] : AlikeNames(data.blocks).pairs())
      alike.add({data.blocks[first], data.blocks[other], first_rows[data.blocks[first]], first_rows[data.blocks[other]]});
    alike.warn("block", out);
  }
  data.numbered.warn(problems::row_numbers, out);
  data.totals.warn(problems::row_total, out);
  data.summed.warn(problems::row_sum, out);
  data.without_measure.warn(problems::row_no_measure, out);
  const auto& measures = model.measures();
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const auto& seen = data.seen[i];
    if (seen.has_fraction && seen.most <= Decimal::power(measures[i].decimals) && seen.least >= 0)
      out.push_back(fractions_of(measures[i], seen.most));
  }
  warn_of_periods(model, data.periods, out);
  return out;
}
CHISO_INLINE std::vector<Problem> TableStream::left_out() const {
  std::vector<Problem> out;
  add_notes(data_->table->notes()->ignored, data_->blank_rows, "", out);
  return out;
}
}
