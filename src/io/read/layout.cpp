#include <algorithm>
#include <chiso/core/problems.hpp>
#include <chiso/core/suggestions.hpp>
#include <chiso/core/text.hpp>
#include <chiso/evidence/columns.hpp>
#include <chiso/evidence/table_problems.hpp>
#include <io/read/csv_problems.hpp>
#include <io/read/form_head.hpp>
#include <io/read/layout.hpp>
#include <io/text/unicode.hpp>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::string_view names_of_rows[] = {"unit", "block", "period", "track", "ranked", "row"};

/// What both layouts need: the lines of the table, names, problems.
class Turning {
 public:
  Turning(const TableLines& lines, const ReadingOptions& options, std::span<const std::string> tracks, EvidenceReader& reader,
          std::size_t room_taken)
      : lines_(lines),
        names_of_heads_(lines.names()),
        starts_(lines.starts()),
        options_(options),
        tracks_(tracks),
        reader_(reader),
        room_taken_(room_taken),
        used_(options.rename.size()) {}

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
  bool is_name_of_rows(std::string_view name) const { return names_a_row(name) && reader_.knows(name); }
  /// The head of a table whose rows are no units that was most likely meant.
  std::string meant_head(std::string_view name) {
    return suggestions_.of(name, [&] {
      std::vector<std::string_view> known{"measure", "value"};
      known.insert(known.end(), tracks_.begin(), tracks_.end());
      for (const auto of_row : names_of_rows)
        if (reader_.knows(of_row)) known.push_back(of_row);
      return known;
    });
  }
  void report(std::size_t at, const ProblemEntry& entry, Arguments arguments, std::string_view hint = {}) {
    auto* bad = reader_.add_problem(BadCell::none, BadCell::none, entry, [&] { return std::move(arguments); });
    if (!bad) return;
    lines_.put(bad->problem.place, at);
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
      if (used_[i] == 0) report(starts_.front(), problems::rename_absent, {BadCells::excerpt_or_blank(options_.rename[i].first), of_file});
  }
  /// Calls each(cells) for every line below the heads that has a filled cell and as many cells as there are heads.
  template <class Each>
  void for_each_line(const Each& each) {
    lines_.for_each(each, [&](std::size_t at, const ProblemEntry& entry, Arguments arguments) { report(at, entry, std::move(arguments)); });
  }
  /// Whether so many cells may be stored; a text that asks for many more than it has was made to exhaust memory.
  bool has_room() {
    constexpr std::size_t free_cells = 12'000'000;
    if (room_taken_ + out_.room() <= lines_.size() + free_cells) return true;
    if (!std::exchange(is_full_, true)) report(starts_.front(), problems::limit, {phrases::uncounted_more});
    return false;
  }
  void fill(std::size_t row, std::size_t at) {
    for (const auto& [name, value] : options_.fill) out_.put(row, out_.column(name, starts_.front()), a_text(value, at));
  }
  static LineCell a_text(std::string_view text, std::size_t at) { return {{.kind = SheetCell::Kind::text, .text = text}, at}; }
  static std::string name_in(const LineCell& cell) { return clean_name(cell_text(cell.cell)); }

  const TableLines& lines_;
  const std::vector<std::string>& names_of_heads_;
  const std::vector<std::size_t>& starts_;
  const ReadingOptions& options_;
  std::span<const std::string> tracks_;
  Suggestions suggestions_{};
  EvidenceReader& reader_;
  std::size_t room_taken_;
  std::vector<std::uint8_t> used_;  // renames that were
  LaidOut out_{};
  bool is_full_ = false;
};

/// A measure or criterion in each line, its values in a column, or in one for each track.
class MeasuresInRows : Turning {
 public:
  using Turning::Turning;

  LaidOut run() {
    const auto faults_before = reader_.total();  // of other tables that are read together with this one
    columns();
    if (reader_.total() == faults_before) for_each_line([&](std::span<const LineCell> cells) { line(cells); });
    for (auto& [key, group] : groups_) {
      if (group.rows.empty() && !values_.empty()) new_row(key, group, values_.size() - 1);
      for (const auto& [column, said] : group.said) say(group, column, said);
    }
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
    std::vector<KeptCell> first{};                            // its names
    std::vector<std::pair<std::size_t, std::size_t>> rows{};  // each with the place of its values among values_
    std::map<std::size_t, std::vector<KeptCell>> said{};      // what a line such as `unit` of a form says of them, by its column
    bool has_figures = false;

    bool says_something() const {
      const auto is_one = [](const KeptCell& cell) { return is_filled(cell); };
      return has_figures || std::any_of(first.begin(), first.end(), is_one) || std::any_of(said.begin(), said.end(), [&](const auto& line) {
               return std::any_of(line.second.begin(), line.second.end(), is_one);
             });
    }
  };
  static bool is_filled(const KeptCell& cell) { return !is_blank(cell.line_cell().cell); }

  void columns() {
    constexpr Words the_measure{"a column that names the measures", "một cột ghi tên số liệu"},
        the_value{"a column with their values, or one for each track", "một cột ghi giá trị, hoặc mỗi bước chấm một cột"},
        known{"measure, value, a track, or unit, block, period, track, ranked",
              "measure, value, một bước chấm, hoặc unit, block, period, track, ranked"};
    const bool is_form = std::any_of(names_of_heads_.begin(), names_of_heads_.end(), is_form_head);
    const auto is_for_people = [&](const std::string& name) {
      return is_form && std::find(std::begin(for_people), std::end(for_people), name) != std::end(for_people);
    };
    for (std::size_t i = 0; i < names_of_heads_.size(); ++i) {
      const auto whole = renamed(names_of_heads_[i]);
      const auto name = first_line(whole).empty() ? whole : std::string(first_line(whole));
      check_filling(name, starts_[i]);
      if (name == "measure" && !measure_)
        measure_ = i;
      else if (name == "value" || is_track(name))
        values_.push_back({i, name == "value" ? "" : name});
      else if (is_name_of_rows(name))
        names_.emplace_back(i, name);
      else if (options_.unknown_columns == UnknownColumns::refuse && !name.empty() && !is_for_people(name))
        report(starts_[i], problems::column_unknown, {BadCells::excerpt_or_blank(name), known}, meant_head(name));
    }
    const bool of_tracks = std::any_of(values_.begin(), values_.end(), [](const Value& value) { return !value.track.empty(); });
    for (const auto& [column, name] : names_)
      if (of_tracks && name == "track") report(starts_[column], problems::column_duplicate, {name});
    if (of_tracks) check_filling("track", starts_.front());
    if (!measure_) report(starts_.front(), problems::column_absent, {"measure", the_measure});
    if (values_.empty()) report(starts_.front(), problems::column_absent, {"value", the_value});
  }

  /// The measure that a line names, or the stated points of the criterion.
  std::string measure_of(const std::string& written) {
    auto name = renamed(written);
    const auto of_leaf = std::string(stated_prefix) + name;
    return !reader_.knows(name) && reader_.knows(of_leaf) ? of_leaf : name;
  }

  void line(std::span<const LineCell> cells) {
    const auto at = cells[*measure_].at;
    const auto written = name_in(cells[*measure_]);
    const auto name = measure_of(written);
    std::vector<LineCell> values;
    for (const auto& value : values_) values.push_back(cells[value.column]);
    const auto filled = std::find_if(values.begin(), values.end(), [](const LineCell& value) { return !is_blank(value.cell); });
    const bool blank = filled == values.end();
    if (name.empty() && !blank && options_.unknown_columns == UnknownColumns::refuse) {
      report(filled->at, problems::column_unnamed, {BadCells::excerpt_or_blank(cell_text(filled->cell))});
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
      key += name_in(cells[place]) + '\x1F';
      here.first.emplace_back(cells[place]);
    }
    if (here.first.empty()) here.first.emplace_back(LineCell{{}, cells.front().at});
    auto& group = groups_.try_emplace(key, std::move(here)).first->second;
    if (is_name_of_rows(name)) {
      if (!blank) check_filling(name, at);
      const bool is_new = group.said.try_emplace(column, values.begin(), values.end()).second;
      if (!is_new && !blank) report(filled->at, problems::cell_twice, {BadCells::excerpt_or_blank(written)});
      return;
    }
    for (std::size_t i = 0; i < values_.size() && has_room(); ++i) {
      if (is_blank(values[i].cell)) continue;
      group.has_figures = true;
      const auto found = rows_.find(key + values_[i].track);
      const auto at_row = found != rows_.end() ? found->second : new_row(key, group, i);
      if (!out_.put(at_row, column, values[i])) report(values[i].at, problems::cell_twice, {BadCells::excerpt_or_blank(written)});
    }
  }
  /// Gives what a line says of a unit to its rows: in the column of a track to that one, and to others that say nothing the first of all.
  void say(const Group& group, std::size_t column, const std::vector<KeptCell>& said) {
    const auto first = std::find_if(said.begin(), said.end(), is_filled);
    for (const auto& [row, value] : group.rows)
      out_.put(row, column, (is_filled(said[value]) || first == said.end() ? said[value] : *first).line_cell());
  }
  std::size_t new_row(const std::string& key, Group& group, std::size_t of_value) {
    const auto& value = values_[of_value];
    const auto at = group.first.front().at();
    const auto row = out_.add_row(at);
    group.rows.emplace_back(row, of_value);
    rows_.emplace(key + value.track, row);
    if (group.says_something()) fill(row, at);  // a form that nobody has filled in stays blank
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const auto column = out_.column(names_[i].second, starts_[names_[i].first]);
      if (const auto cell = group.first[i].line_cell(); !is_blank(cell.cell)) out_.put(row, column, cell);
    }
    if (!value.track.empty()) out_.put(row, out_.column("track", starts_[value.column]), a_text(value.track, starts_[value.column]));
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
    for_each_line([&](std::span<const LineCell> cells) { line(cells); });
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
    for (std::size_t i = 0; i < names_of_heads_.size(); ++i) {
      const auto whole = renamed(names_of_heads_[i]);
      const auto name = first_line(whole).empty() ? whole : std::string(first_line(whole));
      const auto pair = parted(name);
      if (pair && std::find(of_table_.begin(), of_table_.end(), pair->second) == of_table_.end()) of_table_.push_back(pair->second);
      const auto track =
          pair ? static_cast<std::size_t>(std::find(of_table_.begin(), of_table_.end(), pair->second) - of_table_.begin()) : every;
      const auto& base = pair ? pair->first : name;
      check_filling(base, starts_[i]);
      const auto column = out_.column(base, starts_[i]);
      const bool twice = std::any_of(heads_of_.begin(), heads_of_.end(), [&](const Head& other) {
        return other.column == column && (other.track == track || other.track == every || track == every);
      });
      if (twice && !base.empty()) report(starts_[i], problems::column_duplicate, {BadCells::excerpt_or_blank(name)});
      heads_of_.push_back({column, track});
    }
  }
  void line(std::span<const LineCell> cells) {
    const auto tracks = std::max<std::size_t>(of_table_.size(), 1);
    bool any = false;
    for (std::size_t track = 0; track < tracks && has_room(); ++track) {
      bool filled = of_table_.empty();
      for (std::size_t i = 0; i < cells.size(); ++i) filled = filled || (heads_of_[i].track == track && !is_blank(cells[i].cell));
      if (!filled && (any || track + 1 < tracks)) continue;  // a unit without a figure stands in the last track
      any = true;
      const auto at = out_.add_row(cells.front().at);
      fill(at, cells.front().at);
      for (std::size_t i = 0; i < cells.size(); ++i)
        if (!is_blank(cells[i].cell) && (heads_of_[i].track == track || heads_of_[i].track == every))
          out_.put(at, heads_of_[i].column, cells[i]);
      if (!of_table_.empty()) out_.put(at, out_.column("track", starts_.front()), a_text(of_table_[track], cells.front().at));
    }
  }

  std::vector<std::string> of_table_{};
  std::vector<Head> heads_of_{};
};
}

bool knows_head(std::string_view name, const ReadingOptions& options, std::span<const std::string> tracks, const EvidenceReader& reader) {
  const auto is_track = [&](std::string_view track) { return std::find(tracks.begin(), tracks.end(), track) != tracks.end(); };
  if (reader.knows(name)) return true;
  if (options.layout == TableLayout::rows) {
    const auto first = first_line(name).empty() ? name : first_line(name);
    return first == "measure" || first == "value" || is_track(first);
  }
  const auto open = name.rfind('(');
  return open != name.npos && name.ends_with(')') && reader.knows(trimmed(name.substr(0, open)));
}

std::string head_of_pair(std::span<const std::string> above, std::span<const std::string> line, std::size_t column,
                         const ReadingOptions& options, std::span<const std::string> tracks) {
  if (options.layout != TableLayout::pairs) return {};
  const auto is_of_track = [&](std::size_t at) {
    return at < line.size() && !line[at].empty() &&
           std::find(tracks.begin(), tracks.end(), renamed_head(line[at], options)) != tracks.end();
  };
  for (auto at = column; is_of_track(at); --at) {
    if (at < above.size() && !above[at].empty()) return above[at] + " (" + line[column] + ")";
    if (at == 0) break;
  }
  return {};
}

std::string renamed_head(std::string_view head, const ReadingOptions& options) {
  const auto first = first_line(head);
  for (const auto wanted : {head, first})
    for (const auto& [from, to] : options.rename)
      if (from == wanted) return to;
  return std::string(first.empty() ? head : first);
}
bool names_a_row(std::string_view name) {
  return std::find(std::begin(names_of_rows), std::end(names_of_rows), name) != std::end(names_of_rows);
}
bool has_its_heads(std::span<const std::string> names, const ReadingOptions& options, std::span<const std::string> tracks) {
  bool units = false, measures = false, values = false;
  for (const auto& head : names) {
    const auto name = renamed_head(head, options);
    units = units || name == "unit";
    measures = measures || name == "measure";
    values = values || name == "value" || std::find(tracks.begin(), tracks.end(), name) != tracks.end();
  }
  return options.layout == TableLayout::rows ? measures && values : units;
}

LaidOut turned(const TableLines& lines, const ReadingOptions& options, std::span<const std::string> tracks, EvidenceReader& reader,
               std::size_t room_taken) {
  if (options.layout == TableLayout::rows) return MeasuresInRows(lines, options, tracks, reader, room_taken).run();
  return PairsOfTracks(lines, options, tracks, reader, room_taken).run();
}
}
