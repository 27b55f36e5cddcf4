#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/evidence/reader.hpp>
#include <chiso/evidence/table_problems.hpp>
#include <chiso/io/read/frame.hpp>
#include <chiso/io/read/records.hpp>
#include <io/json/json_text.hpp>
#include <io/json/json_values.hpp>
#include <io/json/value_problems.hpp>
#include <io/read/csv_problems.hpp>
#include <io/text/csv_scanner.hpp>
#include <io/text/unicode.hpp>
#include <unordered_map>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr Words a_record{"a record: an object in braces", "một bản ghi, đặt trong ngoặc nhọn"},
    records{"a record (an object in braces) or a list of records", "một bản ghi (đặt trong ngoặc nhọn) hoặc một danh sách bản ghi"};

Argument kind_of(JsonValue value) {
  return value.is('{') ? Argument(phrases::an_object) : value.is('[') ? Argument(phrases::a_list) : Argument(shown(value.written()));
}

/// Reads the records of a text.
class Records {
 public:
  Records(JsonText& json, const Model& model, const ReadingOptions& options)
      : json_(json), most_problems_(options.most_problems), reader_(frame_reader(model, options)) {}

  Evidence read(JsonValue root) {
    root_ = root.offset();
    alone_ = root.is('{');
    if (alone_)
      rows_.push_back(root);
    else
      root.elements([&](JsonValue element) {
        rows_.push_back(element);
        return true;
      });
    for (std::size_t row = 0; row < rows_.size(); ++row)
      if (!rows_[row].is('{'))
        reader_.add_problem(row, BadCell::none, problems::json_type, [&] { return Arguments{kind_of(rows_[row]), a_record}; });
    const auto place = [&](BadCell& bad) { put(bad); };
    if (reader_.total() > 0 || !columns()) throw reader_.error(place);
    for (std::size_t row = 0; row < rows_.size() && room(row); ++row) cells(row);
    auto out = reader_.build(place);
    if (alone_ && out.rows() == 0) throw without_a_value();
    return out;
  }

 private:
  struct Key {
    std::string name;
    std::size_t row;  // the first that has it
  };
  struct Member {
    std::size_t value_at = 0, key_at = 0;  // of a key that is written twice, the first value and the last key
  };

  /// Adds the columns, in the order of their first records. Returns false if there are too many of them.
  bool columns() {
    for (std::size_t row = 0; row < rows_.size() && keys_.size() <= CsvRow::most_cells; ++row)
      rows_[row].members([&](const std::string& written, std::size_t, JsonValue) {
        auto key = clean_head(written);
        if (!places_.try_emplace(key, keys_.size()).second) return true;
        keys_.push_back({std::move(key), row});
        return keys_.size() <= CsvRow::most_cells;
      });
    if (keys_.size() > CsvRow::most_cells) {
      reader_.add_problem(keys_.back().row, BadCell::none, problems::columns_limit, [&] { return Arguments{keys_.size()}; });
      return false;
    }
    for (const auto& key : keys_) reader_.add_column(key.name);
    for (std::size_t column = 0; column < keys_.size(); ++column)
      if (reader_.reads(column)) read_.push_back(column);
    found_.resize(keys_.size());
    reader_.expect_rows(std::min(rows_.size(), most_cells() / std::max<std::size_t>(read_.size(), 1) + 1));
    return true;
  }
  /// How many cells are stored. A text that lacks many more of them than it has was made to exhaust memory.
  std::size_t most_cells() const { return json_.tree().text.size() + 12'000'000; }
  bool room(std::size_t row) {
    if (row * read_.size() <= most_cells()) return true;
    reader_.add_problem(row, BadCell::none, problems::limit, [&] { return Arguments{phrases::uncounted_more}; });
    return false;
  }

  void cells(std::size_t row) {
    for (const auto column : read_) found_[column].reset();
    rows_[row].members([&](const std::string& key, std::size_t, JsonValue value) {
      const auto column = places_.find(clean_head(key))->second;
      auto& cell = found_[column];
      if (!reader_.reads(column)) return true;
      if (cell)
        reader_.add_problem(row, column, problems::key_duplicate,
                            [&] { return Arguments{BadCells::excerpt_or_blank(keys_[column].name), phrases::key_once}; });
      else
        cell = value;
      return true;
    });
    for (const auto column : read_) found_[column] ? add(column, *found_[column]) : reader_.missing(column);
  }
  void add(std::size_t column, JsonValue value) {
    const auto token = value.written();
    if (value.is('"'))
      reader_.text(column, reader_.takes_names(column) ? clean_name_view(value.string(), room_) : clean_view(value.string(), room_));
    else if (value.is('{') || value.is('['))
      refuse(column, value);
    else if (token == "null")
      reader_.missing(column);
    else if (token == "true" || token == "false")
      reader_.boolean(column, token == "true");
    else if (token.find_first_of("eE") != token.npos)
      reader_.unreadable(column, problems::number_form, {BadCells::excerpt_or_blank(token)});
    else
      reader_.decimal(column, token);
  }
  void refuse(std::size_t column, JsonValue value) {
    constexpr Words plain{"text, a number, true, false or null", "văn bản, số, true, false hoặc null"};
    reader_.unreadable(column, problems::json_type, {kind_of(value), plain});
  }

  /// Gives a problem its pointer in the text, its line and its column.
  void put(BadCell& bad) {
    auto& place = bad.problem.place;
    const bool of_column = bad.row == BadCell::none;
    if (of_column && bad.column == BadCell::none) {
      constexpr std::string_view columns = "/columns";
      if (alone_ && place.pointer.starts_with(columns)) place.pointer.erase(0, columns.size());
      return json_.source().put(place, root_);
    }
    const auto row = of_column ? keys_[bad.column].row : bad.row;
    auto at = rows_[row].offset();
    place.pointer.clear();
    if (!alone_) add_pointer_part(place.pointer, std::to_string(row));
    if (bad.column != BadCell::none) {
      add_pointer_part(place.pointer, keys_[bad.column].name);
      // What the row lacks is placed where the row is.
      if (const auto found = members_of(row).find(bad.column); found != members_.end())
        at = of_column || bad.problem.entry == &problems::key_duplicate ? found->second.key_at : found->second.value_at;
    }
    json_.source().put(place, at);
  }
  /// The members of a row by column. They are kept until another row is asked for: a row may have as many bad cells as members.
  const std::unordered_map<std::size_t, Member>& members_of(std::size_t row) {
    if (std::exchange(row_of_members_, row) == row) return members_;
    members_.clear();
    rows_[row].members([&](const std::string& key, std::size_t key_at, JsonValue value) {
      if (const auto column = places_.find(clean_head(key)); column != places_.end())
        members_.try_emplace(column->second, Member{.value_at = value.offset()}).first->second.key_at = key_at;
      return true;
    });
    return members_;
  }
  /// The error of a single record that has no value in any column.
  EvidenceError without_a_value() {
    std::vector<Problem> one{problem_at({.pointer = "/unit"}, Severity::error, problems::unit_empty, {})};
    json_.source().put(one.front().place, root_);
    if (most_problems_ == 0) one.clear();
    return {std::move(one), 1};
  }

  JsonText& json_;
  std::size_t most_problems_;
  EvidenceReader reader_;
  bool alone_ = false;
  std::size_t root_ = 0;
  std::vector<JsonValue> rows_{};
  std::vector<Key> keys_{};                                // by column
  std::unordered_map<std::string, std::size_t> places_{};  // the column of a key
  std::unordered_map<std::size_t, Member> members_{};      // of one row
  std::size_t row_of_members_ = BadCell::none;
  std::vector<std::size_t> read_{};                // the columns that are read
  std::vector<std::optional<JsonValue>> found_{};  // the cells of a row
  std::string room_{};
};
}

Evidence parse_records(std::string_view text, const Model& model, const ReadingOptions& options) {
  Report report;
  JsonText json(without_byte_order_mark(text), report);
  const auto root = json.root();
  Records out(json, model, options);  // checks the options
  if (root) {
    json.add_overlooked();
    if (!root->is('{') && !root->is('[')) json.add(root->offset(), problems::json_type, {kind_of(*root), records});
  }
  if (report.has_errors()) {
    auto found = report.take_errors();
    found.resize(std::min(found.size(), options.most_problems));
    throw EvidenceError(std::move(found), report.errors());
  }
  return out.read(*root);
}
}
