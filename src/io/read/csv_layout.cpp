#include <algorithm>
#include <chiso/core/suggestions.hpp>
#include <chiso/core/text.hpp>
#include <chiso/evidence/columns.hpp>
#include <chiso/evidence/table_problems.hpp>
#include <chiso/model/text_problems.hpp>
#include <io/read/csv_layout.hpp>
#include <io/read/csv_problems.hpp>
#include <io/text/unicode.hpp>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::string_view names_of_rows[] = {"unit", "block", "period", "track", "ranked", "row"};

/// What both layouts need: the lines of the text, names, problems.
class Turning {
 public:
  Turning(std::string_view text, const CsvHeads& heads, const ReadingOptions& options, std::span<const std::string> tracks,
          EvidenceReader& reader)
      : text_(text), heads_(heads), options_(options), tracks_(tracks), reader_(reader), source_(text), used_(options.rename.size()) {}

 protected:
  /// The name that a head or a word has after renaming, as EvidenceReader renames columns.
  std::string renamed(const std::string& name) {
    for (const auto& wanted : {name, std::string(first_line(name))})
      for (std::size_t i = 0; i < options_.rename.size() && !wanted.empty(); ++i)
        if (options_.rename[i].first == wanted) {
          used_[i] = 1;
          return options_.rename[i].second;
        }
    return name;
  }
  bool is_track(std::string_view name) const { return std::find(tracks_.begin(), tracks_.end(), name) != tracks_.end(); }
  bool is_name_of_rows(std::string_view name) const {
    return std::find(std::begin(names_of_rows), std::end(names_of_rows), name) != std::end(names_of_rows) && reader_.knows(name);
  }
  void report(std::size_t at, const ProblemEntry& entry, Arguments arguments, std::string_view hint = {}) {
    auto* bad = reader_.add_problem(BadCell::none, BadCell::none, entry, [&] { return std::move(arguments); });
    if (!bad) return;
    source_.put(bad->problem.place, at);
    bad->problem.hint = hint;
  }
  /// Reports a column that is to be filled in, but that the file has.
  void check_filling(const std::string& name, std::size_t at) {
    const auto is_it = [&](const auto& pair) { return pair.first == name; };
    if (std::any_of(options_.fill.begin(), options_.fill.end(), is_it))
      report(at, problems::column_duplicate, {BadCells::excerpt_or_blank(name)});
  }
  void report_renames() {
    constexpr Words of_file{"a column of the file", "một cột của tệp"};
    for (std::size_t i = 0; i < used_.size(); ++i)
      if (used_[i] == 0) report(0, problems::rename_absent, {BadCells::excerpt_or_blank(options_.rename[i].first), of_file});
  }
  /// Calls each(row) for every line below the heads that has a filled cell and as many cells as there are heads.
  template <class Each>
  void for_each_line(const Each& each) {
    constexpr Words cells{"{0} cells", "{0} ô"}, as_heads{"{0} cells, as the heads have", "{0} ô, như dòng tên cột"};
    CsvScanner scanner(text_, heads_.delimiter, heads_.body);
    for (CsvRow row; scanner.next(row);) {
      const bool blank = std::all_of(row.cells.begin(), row.cells.end(), [](auto cell) { return trimmed(cell).empty(); });
      if (row.fault)
        report(row.fault->at, row.fault->unclosed ? problems::csv_unclosed : problems::csv_quote, {});
      else if (!blank && row.count != heads_.count)
        report(row.starts.front(), problems::row_length, {Argument(cells, {row.count}), Argument(as_heads, {heads_.count})});
      else if (!blank)
        each(row);
    }
  }
  /// Whether so many cells may be stored; a text that asks for many more than it has was made to exhaust memory.
  bool has_room() {
    constexpr std::size_t free_cells = 12'000'000;
    if (out_.room() <= text_.size() + free_cells) return true;
    if (!std::exchange(is_full_, true)) report(0, problems::limit, {phrases::uncounted_more});
    return false;
  }
  void fill(std::size_t row, std::size_t at) {
    for (const auto& [name, value] : options_.fill) out_.put(row, out_.column(name, heads_.starts.front()), value, at);
  }

  std::string_view text_;
  const CsvHeads& heads_;
  const ReadingOptions& options_;
  std::span<const std::string> tracks_;
  EvidenceReader& reader_;
  SourceText source_;
  std::vector<std::uint8_t> used_;  // renames that were
  LaidOut out_{};
  bool is_full_ = false;
};

/// A measure or criterion in each line, its values in a column, or in one for each track.
class MeasuresInRows : Turning {
 public:
  using Turning::Turning;

  LaidOut run() {
    columns();
    if (reader_.total() == 0) for_each_line([&](const CsvRow& row) { line(row); });
    for (const auto& [key, group] : groups_)
      if (!group.has_row && !values_.empty()) new_row(group.first, values_.back());
    report_renames();
    return std::move(out_);
  }

 private:
  struct Value {
    std::size_t column;
    std::string track;  // empty: of no track of its own
  };
  /// Lines of one unit, period and so on.
  struct Group {
    std::vector<std::pair<std::string, std::size_t>> first{};  // its names, with their places
    bool has_row = false;
  };

  void columns() {
    constexpr Words the_measure{"a column that names the measures", "một cột ghi tên số liệu"},
        the_value{"a column with their values, or one for each track", "một cột ghi giá trị, hoặc mỗi bước chấm một cột"},
        known{"measure, value, a track, or unit, block, period, track, ranked",
              "measure, value, một bước chấm, hoặc unit, block, period, track, ranked"};
    for (std::size_t i = 0; i < heads_.names.size(); ++i) {
      const auto whole = renamed(heads_.names[i]);
      const auto name = first_line(whole).empty() ? whole : std::string(first_line(whole));
      check_filling(name, heads_.starts[i]);
      if (name == "measure" && !measure_)
        measure_ = i;
      else if (name == "value" || is_track(name))
        values_.push_back({i, name == "value" ? "" : name});
      else if (is_name_of_rows(name))
        names_.emplace_back(i, name);
      else if (options_.unknown_columns == UnknownColumns::refuse && !name.empty())
        report(heads_.starts[i], problems::column_unknown, {BadCells::excerpt_or_blank(name), known});
    }
    const bool of_tracks = std::any_of(values_.begin(), values_.end(), [](const Value& value) { return !value.track.empty(); });
    for (const auto& [column, name] : names_)
      if (of_tracks && name == "track") report(heads_.starts[column], problems::column_duplicate, {name});
    if (of_tracks) check_filling("track", heads_.starts.front());
    if (!measure_) report(heads_.starts.front(), problems::column_absent, {"measure", the_measure});
    if (values_.empty()) report(heads_.starts.front(), problems::column_absent, {"value", the_value});
  }

  /// The measure that a line names, or the stated points of the criterion.
  std::string measure_of(const std::string& written) {
    auto name = renamed(written);
    const auto of_leaf = std::string(stated_prefix) + name;
    return !reader_.knows(name) && reader_.knows(of_leaf) ? of_leaf : name;
  }

  void line(const CsvRow& row) {
    const auto at = row.starts[*measure_];
    const auto written = clean_name(row.cells[*measure_]);
    const auto name = measure_of(written);
    std::vector<std::string> values;
    for (const auto& value : values_) values.push_back(clean_text(row.cells[value.column]));
    const bool blank = std::all_of(values.begin(), values.end(), [](const auto& value) { return value.empty(); });
    if (name.empty() && !blank && options_.unknown_columns == UnknownColumns::refuse) {
      const auto filled = std::find_if(values.begin(), values.end(), [](const auto& value) { return !value.empty(); });
      report(row.starts[values_[static_cast<std::size_t>(filled - values.begin())].column], problems::column_unnamed,
             {BadCells::excerpt_or_blank(*filled)});
      return;
    }
    if (!reader_.knows(name)) {  // a heading has no value
      if (!blank && options_.unknown_columns == UnknownColumns::refuse) out_.column(name, at);
      return;
    }
    const auto column = out_.column(name, at);
    std::string key;
    Group here;
    for (const auto& [place, of_rows] : names_) {
      auto cell = clean_name(row.cells[place]);
      key += cell + '\x1F';
      here.first.emplace_back(std::move(cell), row.starts[place]);
    }
    if (here.first.empty()) here.first.emplace_back("", row.starts.front());
    auto& group = groups_.try_emplace(key, std::move(here)).first->second;
    for (std::size_t i = 0; i < values_.size() && has_room(); ++i) {
      if (values[i].empty()) continue;
      const auto found = rows_.find(key + values_[i].track);
      const auto at_row =
          found != rows_.end() ? found->second : rows_.emplace(key + values_[i].track, new_row(group.first, values_[i])).first->second;
      group.has_row = true;
      const auto place = row.starts[values_[i].column];
      if (!out_.put(at_row, column, values[i], place)) report(place, problems::cell_twice, {BadCells::excerpt_or_blank(written)});
    }
  }
  std::size_t new_row(const std::vector<std::pair<std::string, std::size_t>>& names, const Value& value) {
    const auto at = names.front().second;
    const auto row = out_.add_row(at);
    fill(row, at);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const auto column = out_.column(names_[i].second, heads_.starts[names_[i].first]);
      if (!names[i].first.empty()) out_.put(row, column, names[i].first, names[i].second);
    }
    if (!value.track.empty()) out_.put(row, out_.column("track", heads_.starts[value.column]), value.track, heads_.starts[value.column]);
    return row;
  }

  std::optional<std::size_t> measure_{};
  std::vector<Value> values_{};
  std::vector<std::pair<std::size_t, std::string>> names_{};
  std::map<std::string, Group> groups_{};
  std::unordered_map<std::string, std::size_t> rows_{};
};

/// Units in rows, whose columns say in brackets of which track they are: `x (self)`, `x (appraised)`.
class PairsOfTracks : Turning {
 public:
  using Turning::Turning;

  LaidOut run() {
    columns();
    for_each_line([&](const CsvRow& row) { line(row); });
    report_renames();
    return std::move(out_);
  }

 private:
  struct Head {
    std::size_t column;  // of the table that is made
    std::size_t track;   // its place among those of the table; of every row if there is none
  };
  static constexpr std::size_t every = ~std::size_t{0};

  /// The track in brackets behind a name, and the name before it.
  std::optional<std::pair<std::string, std::string>> parted(const std::string& name) {
    const auto open = name.rfind('(');
    if (open == name.npos || open == 0 || !name.ends_with(')')) return {};
    const auto track = renamed(std::string(trimmed(std::string_view(name).substr(open + 1, name.size() - open - 2))));
    if (!is_track(track)) return {};
    return std::pair(renamed(std::string(trimmed(std::string_view(name).substr(0, open)))), track);
  }
  void columns() {
    for (std::size_t i = 0; i < heads_.names.size(); ++i) {
      const auto whole = renamed(heads_.names[i]);
      const auto name = first_line(whole).empty() ? whole : std::string(first_line(whole));
      const auto pair = parted(name);
      if (pair && std::find(of_table_.begin(), of_table_.end(), pair->second) == of_table_.end()) of_table_.push_back(pair->second);
      const auto track =
          pair ? static_cast<std::size_t>(std::find(of_table_.begin(), of_table_.end(), pair->second) - of_table_.begin()) : every;
      const auto& base = pair ? pair->first : name;
      check_filling(base, heads_.starts[i]);
      const auto column = out_.column(base, heads_.starts[i]);
      const bool twice = std::any_of(heads_of_.begin(), heads_of_.end(), [&](const Head& other) {
        return other.column == column && (other.track == track || other.track == every || track == every);
      });
      if (twice && !base.empty()) report(heads_.starts[i], problems::column_duplicate, {BadCells::excerpt_or_blank(name)});
      heads_of_.push_back({column, track});
    }
  }
  void line(const CsvRow& row) {
    std::vector<std::string> cells;
    for (const auto cell : row.cells) cells.push_back(clean_text(cell));
    const auto tracks = std::max<std::size_t>(of_table_.size(), 1);
    bool any = false;
    for (std::size_t track = 0; track < tracks && has_room(); ++track) {
      bool filled = of_table_.empty();
      for (std::size_t i = 0; i < cells.size(); ++i) filled = filled || (heads_of_[i].track == track && !cells[i].empty());
      if (!filled && (any || track + 1 < tracks)) continue;  // a unit without a figure stands in the last track
      any = true;
      const auto at = out_.add_row(row.starts.front());
      fill(at, row.starts.front());
      for (std::size_t i = 0; i < cells.size(); ++i)
        if (!cells[i].empty() && (heads_of_[i].track == track || heads_of_[i].track == every))
          out_.put(at, heads_of_[i].column, cells[i], row.starts[i]);
      if (!of_table_.empty()) out_.put(at, out_.column("track", heads_.starts.front()), of_table_[track], row.starts.front());
    }
  }

  std::vector<std::string> of_table_{};
  std::vector<Head> heads_of_{};
};
}

bool knows_head(std::string_view name, const ReadingOptions& options, std::span<const std::string> tracks, const EvidenceReader& reader) {
  const auto is_track = [&](std::string_view track) { return std::find(tracks.begin(), tracks.end(), track) != tracks.end(); };
  if (reader.knows(name)) return true;
  if (options.layout == TableLayout::rows) return name == "measure" || name == "value" || is_track(name);
  const auto open = name.rfind('(');
  return open != name.npos && name.ends_with(')') && reader.knows(trimmed(name.substr(0, open)));
}

LaidOut turned(std::string_view text, const CsvHeads& heads, const ReadingOptions& options, std::span<const std::string> tracks,
               EvidenceReader& reader) {
  if (options.layout == TableLayout::rows) return MeasuresInRows(text, heads, options, tracks, reader).run();
  return PairsOfTracks(text, heads, options, tracks, reader).run();
}
}
