#include <algorithm>
#include <array>
#include <chiso/core/error.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/core/suggestions.hpp>
#include <chiso/core/text.hpp>
#include <chiso/core/utf8.hpp>
#include <chiso/evidence/bad_cells.hpp>
#include <chiso/evidence/table_problems.hpp>
#include <chiso/io/read/actions.hpp>
#include <chiso/io/text/file.hpp>
#include <chiso/model/text_problems.hpp>
#include <chiso/plan/plan_problems.hpp>
#include <io/read/csv_problems.hpp>
#include <io/read/csv_text.hpp>
#include <io/text/csv_scanner.hpp>
#include <io/text/source_text.hpp>
#include <io/text/unicode.hpp>
#include <io/text/utf8.hpp>
#include <map>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::array<std::string_view, 5> action_columns{"action", "measure", "value", "cost", "group"};
constexpr std::size_t columns_needed = 3, most_problems = 1000;
enum Column : std::uint8_t { action, measure, value, cost, group };

class ActionReader {
 public:
  explicit ActionReader(std::string_view text) : text_(text), source_(text) {}
  ActionTable run() {
    check_text();
    const auto delimiter = find_delimiter();
    has_comma_ = delimiter == ';';
    CsvScanner scanner(text_, delimiter);
    if (!scanner.next(row_)) {
      add(0, problems::table_empty);
      finish();
    }
    heads();
    finish();
    while (scanner.next(row_)) row();
    finish();
    return std::move(out_);
  }

 private:
  void add(std::size_t at, const ProblemEntry& entry, Arguments arguments = {}, std::string hint = {}) {
    if (++total_ > most_problems) return;
    problems_.push_back(problem_at({}, Severity::error, entry, std::move(arguments)));
    problems_.back().hint = std::move(hint);
    source_.put(problems_.back().place, at);
  }
  /// @throws Error if there is a problem.
  void finish() {
    if (total_ > 0) throw Error(plan_words::cannot_plan, std::move(problems_), total_);
  }
  Place place(std::size_t at) {
    Place out;
    source_.put(out, at);
    return out;
  }
  void check_text() {
    report_bad_text(text_, [&](std::size_t at, const ProblemEntry& entry) {
      add(at, entry, total_ < most_problems ? arguments_of_bad_text(text_, at, entry) : Arguments());
    });
    finish();
  }
  static std::optional<std::size_t> known(std::string_view head) {
    std::string room;
    const auto name = clean_name_view(head, room);
    const auto at = std::find(action_columns.begin(), action_columns.end(), name);
    return at == action_columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - action_columns.begin()));
  }
  char find_delimiter() const {
    char best = ',';
    std::size_t most = 0;
    for (const char mark : {';', '\t', ','}) {
      CsvScanner scanner(text_, mark);
      CsvRow row;
      if (!scanner.next(row)) break;
      const auto count =
          static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), [](auto cell) { return known(cell).has_value(); }));
      if (count > most) most = count, best = mark;
    }
    return best;
  }
  void heads() {
    if (row_.fault) add(row_.fault->at, row_.fault->unclosed ? problems::csv_unclosed : problems::csv_quote);
    if (row_.count > CsvRow::most_cells) {
      add(0, problems::columns_limit, {static_cast<std::int64_t>(row_.count)});
      return;
    }
    columns_ = row_.count;
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
      const auto column = known(row_.cells[i]);
      if (!column) {
        constexpr Words one_of{"one of action, measure, value, cost and group", "một trong các cột action, measure, value, cost, group"};
        const auto names = [] { return std::vector<std::string_view>(action_columns.begin(), action_columns.end()); };
        add(row_.starts[i], problems::column_unknown, {BadCells::excerpt_or_blank(row_.cells[i]), one_of},
            suggestions_.of(clean_name(row_.cells[i]), names));
      } else if (place_of_[*column]) {
        add(row_.starts[i], problems::column_duplicate, {std::string(action_columns[*column])});
      } else {
        place_of_[*column] = i;
      }
    }
    for (std::size_t i = 0; i < columns_needed; ++i)
      if (!place_of_[i]) {
        constexpr Words needed{"the columns action, measure and value", "đủ các cột action, measure, value"};
        add(0, problems::column_absent, {std::string(action_columns[i]), needed});
      }
  }
  std::string cell(Column column) const {
    const auto at = place_of_[column];
    return at ? clean_text(row_.cells[*at]) : std::string();
  }
  std::size_t start(Column column) const { return row_.starts[place_of_[column].value_or(0)]; }
  void row() {
    if (row_.fault) {
      add(row_.fault->at, row_.fault->unclosed ? problems::csv_unclosed : problems::csv_quote);
      return;
    }
    if (std::all_of(row_.cells.begin(), row_.cells.end(), [](auto one) { return trimmed(one).empty(); })) return;
    if (row_.count != columns_) {
      add(row_.starts.front(), problems::row_length,
          {cell_count(row_.count), Argument(phrases::as_in_the_first_line, {cell_count(columns_)})});
      return;
    }
    const auto id = cell(action);
    if (id.empty()) {
      add(start(action), problems::action_id, {plan_words::no_id});
      return;
    }
    const auto [known, is_new] = place_of_action_.try_emplace(id, out_.actions.size());
    if (is_new) {
      out_.actions.push_back({.id = id, .changes = {}, .cost = {}, .group = {}});
      out_.places.push_back({.action = place(start(action)), .cost = place(start(cost)), .changes = {}});
    }
    auto& one = out_.actions[known->second];
    read_cost(one, is_new);
    read_group(one, is_new);
    auto text = cell(value);
    if (is_in_two_ways(text)) {
      constexpr Words plain{"a number without a mark between thousands", "số không có dấu phân cách hàng nghìn"};
      add(start(value), problems::action_value, {in_two_ways(text), plain});
    }
    if (has_comma_ && text.find('.') == text.npos && std::count(text.begin(), text.end(), ',') == 1 &&
        text.find_first_not_of("-0123456789,") == text.npos)
      text.replace(text.find(','), 1, ".");
    one.changes.push_back({cell(measure), std::move(text)});
    out_.places[known->second].changes.push_back(place(start(value)));
  }
  /// Whether the point of a number may stand between thousands, as it does where a comma is the decimal mark: `1.000`.
  bool is_in_two_ways(std::string_view text) const {
    const auto point = text.find('.');
    return has_comma_ && point > 0 && point <= 3 && text.size() == point + 4 && text[0] != '0' &&
           text.find_first_not_of("0123456789.") == text.npos && text.rfind('.') == point;
  }
  static Argument in_two_ways(const std::string& text) {
    const auto point = text.find('.');
    return {plan_words::two_ways, {text, Decimal::parse(text)->text(), text.substr(0, point) + text.substr(point + 1)}};
  }
  void read_cost(Action& one, bool is_new) {
    auto text = cell(cost);
    if (text.empty()) return;
    if (is_in_two_ways(text)) {
      add(start(cost), problems::action_cost, {in_two_ways(text)});
      return;
    }
    if (has_comma_) std::replace(text.begin(), text.end(), ',', '.');
    const auto number = Decimal::parse(text);
    if (!number || *number < Decimal(0))
      add(start(cost), problems::action_cost, {BadCells::excerpt(text)});
    else if (is_new)
      one.cost = *number;
    else if (!(one.cost == *number))
      add(start(cost), problems::action_differs, {BadCells::excerpt(text), one.cost.text()});
  }
  void read_group(Action& one, bool is_new) {
    const auto text = cell(group);
    if (text.empty()) return;
    if (is_new)
      one.group = text;
    else if (one.group != text)
      add(start(group), problems::action_differs, {BadCells::excerpt(text), BadCells::excerpt_or_blank(one.group.value_or(""))});
  }

  std::string_view text_;
  SourceText source_;
  CsvRow row_{};
  std::array<std::optional<std::size_t>, action_columns.size()> place_of_{};
  std::size_t columns_ = 0, total_ = 0;
  bool has_comma_ = false;
  Suggestions suggestions_{};
  std::map<std::string, std::size_t> place_of_action_{};
  std::vector<Problem> problems_{};
  ActionTable out_{};
};
}

void ActionTable::put_places(std::vector<Problem>& problems) const {
  for (auto& problem : problems) {
    const auto& pointer = problem.place.pointer;
    const auto end = pointer.find('/', 1);
    const auto digits = pointer.substr(1, end == pointer.npos ? end : end - 1);
    if (!pointer.starts_with('/') || digits.empty() || digits.size() > 9 || digits.find_first_not_of("0123456789") != digits.npos) continue;
    const auto at = std::stoul(digits);
    if (at >= actions.size()) continue;
    const auto name = end == pointer.npos ? std::string() : pointer.substr(end + 1);
    const auto& changes = actions[at].changes;
    const auto change = std::find_if(changes.begin(), changes.end(), [&](const ActionChange& one) { return one.measure == name; });
    const auto& found = name == "cost"            ? places[at].cost
                        : change != changes.end() ? places[at].changes[static_cast<std::size_t>(change - changes.begin())]
                                                  : places[at].action;
    problem.place.line = found.line;
    problem.place.column = found.column;
  }
}
ActionTable parse_actions(std::string_view text) { return ActionReader(without_byte_order_mark(text)).run(); }
ActionTable read_actions(const std::filesystem::path& path) { return parse_actions(read_file(path)); }
}
