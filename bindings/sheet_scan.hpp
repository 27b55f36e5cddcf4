#pragma once
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso_python {
/// Looks at the text of a worksheet of xlsx as most programs write it: what cells have beside their values. Of a text that is written
/// otherwise it says so, and an XML parser looks at it. Places are rows and columns from 0.
class SheetScan {
 public:
  using Place = std::pair<std::size_t, std::size_t>;

  /// The styles that show a number in percent, and whether the workbook asks for its formulas to be computed when it is opened. Where it
  /// does, 0 is no value of a formula: XlsxWriter and others store it beside those that nobody has computed yet.
  SheetScan(std::vector<std::size_t> percent_styles, bool computes_on_load)
      : styles_(std::move(percent_styles)), computes_on_load_(computes_on_load) {
    std::sort(styles_.begin(), styles_.end());
  }
  /// Reads on; a text ends between two cells. False if it is written otherwise: nothing of the scan counts then. O(length).
  bool read(std::string_view text) {
    for (auto at = text.find('<'); at != text.npos; at = text.find('<', at)) {
      ++at;
      const auto tag = text.substr(at, 4);
      if (tag.starts_with('!')) return false;
      if (tag.starts_with('c') && !is_letter(tag.substr(1))) {
        const auto cell = attributes_of(text, at + 1);
        if (!cell || !look_at(text, *cell)) return false;
        at = cell->end;
      } else if (tag == "merg" && text.substr(at).starts_with("mergeCell ")) {
        if (!add_merged(text.substr(at, text.find('>', at) - at))) return false;
      } else if (tag == "col " || tag == "row ") {
        if (has_prefix(text, at)) return false;
        note_hidden(text.substr(at, std::min(text.find('>', at), text.size()) - at));
      } else if (!tag.starts_with('v') && has_prefix(text, at)) {
        return false;
      }
    }
    return true;
  }

  std::size_t rows() const { return rows_; }        ///< The last row with a cell, from 1; 0 if there is none.
  std::size_t columns() const { return columns_; }  ///< Likewise.
  std::size_t cells() const { return cells_; }      ///< How many cells there are.
  const std::vector<Place>& percent() const { return percent_; }
  const std::vector<Place>& formulas() const { return formulas_; }                      ///< Those without a value.
  const std::vector<std::pair<Place, std::string>>& errors() const { return errors_; }  ///< With what they show.
  /// Ranges of rows and of columns that are hidden, counted from 0.
  const std::vector<Place>& hidden_rows() const { return hidden_rows_; }
  const std::vector<Place>& hidden_columns() const { return hidden_columns_; }
  /// The first and last cells of merged ranges, by name, at most so many.
  std::vector<std::pair<std::string, std::string>> merged(std::size_t most) const {
    return {merged_.begin(), merged_.begin() + static_cast<std::ptrdiff_t>(std::min(most, merged_.size()))};
  }

 private:
  struct Cell {
    std::size_t row = 0, column = 0;  // from 1
    std::string_view kind{};
    bool is_in_percent = false, is_closed = false;
    std::size_t end = 0;  // behind its tag
  };

  static bool is_letter(std::string_view c) { return !c.empty() && ((c[0] >= 'A' && c[0] <= 'Z') || (c[0] >= 'a' && c[0] <= 'z')); }
  static std::optional<std::size_t> number(std::string_view digits) {
    constexpr std::size_t most = 7;
    if (digits.empty() || digits.size() > most) return {};
    std::size_t out = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9') return {};
      out = out * 10 + static_cast<std::size_t>(c - '0');
    }
    return out;
  }
  /// Whether a tag is a cell, or a row, with a prefix, or a row that does not say its number.
  static bool has_prefix(std::string_view text, std::size_t at) {
    const auto name = text.substr(at, std::min(text.find_first_of(" \t\r\n/>", at), text.size()) - at);
    if (name == "row") return !text.substr(at).starts_with("row r=\"");
    return name.ends_with(":c") || name.ends_with(":row");
  }
  static std::size_t behind_blanks(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
  }

  /// The cell whose attributes begin here; empty if it is written otherwise.
  std::optional<Cell> attributes_of(std::string_view text, std::size_t at) const {
    Cell out;
    for (; at < text.size(); ++at) {
      if (text[at] == '>' || text.substr(at, 2) == "/>") {
        out.is_closed = text[at] == '/';
        out.end = at + (out.is_closed ? 2 : 1);
        return out.row > 0 ? std::optional(out) : std::nullopt;
      }
      if (text[at] != ' ') return {};
      if (const auto next = text.substr(at + 1, 1); next == " " || next == ">" || next == "/") continue;
      const auto equals = text.find_first_of("=<>", at), quote = equals + 1;
      if (equals == text.npos || text[equals] != '=' || quote >= text.size() || text[quote] != '"') return {};
      const auto end = text.find('"', quote + 1);
      if (end == text.npos) return {};
      const auto name = text.substr(at + 1, equals - at - 1), value = text.substr(quote + 1, end - quote - 1);
      if (name == "r" && !put_place(value, out)) return {};
      if (name == "s" && !styles_.empty()) {
        const auto style = number(value);
        if (!style) return {};
        out.is_in_percent = std::binary_search(styles_.begin(), styles_.end(), *style);
      }
      if (name == "t") out.kind = value;
      at = end;
    }
    return {};
  }
  static bool put_place(std::string_view name, Cell& out) {
    constexpr std::size_t most_letters = 3;
    std::size_t letters = 0;
    for (; letters < name.size() && name[letters] >= 'A' && name[letters] <= 'Z'; ++letters)
      out.column = out.column * 26 + static_cast<std::size_t>(name[letters] - 'A') + 1;
    out.row = number(name.substr(letters)).value_or(0);
    return letters > 0 && letters <= most_letters && out.row > 0;
  }

  /// Takes over what a cell has beside its value; false if it is written otherwise.
  bool look_at(std::string_view text, const Cell& cell) {
    rows_ = std::max(rows_, cell.row);
    columns_ = std::max(columns_, cell.column);
    ++cells_;
    const Place place{cell.row - 1, cell.column - 1};
    if (cell.is_in_percent) percent_.push_back(place);
    if (cell.kind == "e") return add_error(text, cell, place);
    const auto at = cell.is_closed ? text.size() : behind_blanks(text, cell.end);
    if (cell.kind == "str" || text.substr(at, 2) != "<f") return true;
    const auto value = behind_formula(text, at);
    if (!value) return false;
    if (is_without_value(text, *value)) formulas_.push_back(place);
    return true;
  }
  /// Takes over whether a row, or columns, are hidden.
  void note_hidden(std::string_view tag) {
    if (tag.find(" hidden=\"1\"") == tag.npos && tag.find(" hidden=\"true\"") == tag.npos) return;
    const auto value = [&](std::string_view name) -> std::size_t {
      const auto at = tag.find(name);
      if (at == tag.npos) return 0;
      const auto from = at + name.size();
      return number(tag.substr(from, std::min(tag.find('"', from), tag.size()) - from)).value_or(0);
    };
    const bool is_row = tag.starts_with("row");
    const auto first = value(is_row ? " r=\"" : " min=\""), last = is_row ? first : value(" max=\"");
    if (first == 0 || last < first) return;
    auto& ranges = is_row ? hidden_rows_ : hidden_columns_;
    if (!ranges.empty() && ranges.back().second + 2 == first)
      ranges.back().second = last - 1;
    else
      ranges.emplace_back(first - 1, last - 1);
  }
  /// Adds a range of merged cells by its tag; false if it is written otherwise.
  bool add_merged(std::string_view tag) {
    constexpr std::string_view begin = "mergeCell ref=\"";
    constexpr std::size_t most_letters = 12;
    const auto colon = tag.find(':'), end = tag.find('"', begin.size());
    if (!tag.starts_with(begin) || end == tag.npos) return false;
    if (colon == tag.npos || colon > end) return true;  // of one cell
    const auto first = tag.substr(begin.size(), colon - begin.size()), last = tag.substr(colon + 1, end - colon - 1);
    constexpr std::string_view of_names = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$";
    if (first.size() > most_letters || last.size() > most_letters) return false;
    if ((first.find_first_not_of(of_names) & last.find_first_not_of(of_names)) != first.npos) return false;
    merged_.emplace_back(first, last);
    return true;
  }
  bool add_error(std::string_view text, const Cell& cell, Place place) {
    std::string shown = "#N/A";
    if (!cell.is_closed) {
      const auto end = text.find("</c>", cell.end);
      if (end == text.npos) return false;
      const auto body = text.substr(cell.end, end - cell.end);
      const auto from = body.find("<v>"), to = body.find("</v>");
      if (from == body.npos && body.find("<v ") != body.npos) return false;
      if (from != body.npos && to != body.npos && from < to) {
        auto value = body.substr(from + 3, to - from - 3);
        value.remove_prefix(behind_blanks(value, 0));
        while (!value.empty() && behind_blanks(value, value.size() - 1) == value.size()) value.remove_suffix(1);
        if (value.find('&') != value.npos) return false;
        if (!value.empty()) shown = value;
      }
    }
    errors_.emplace_back(place, std::move(shown));
    return true;
  }
  /// Where the text goes on behind a formula; empty if that is not seen.
  static std::optional<std::size_t> behind_formula(std::string_view text, std::size_t at) {
    const auto end = text.find('>', at);
    if (end == text.npos) return {};
    if (text[end - 1] == '/') return behind_blanks(text, end + 1);
    const auto close = text.find("</f>", end);
    return close == text.npos ? std::nullopt : std::optional(behind_blanks(text, close + 4));
  }
  bool is_without_value(std::string_view text, std::size_t at) const {
    if (text.substr(at, 2) == "<v") {
      at = behind_blanks(text, at + 2);
      const bool is_closed = text.substr(at, 2) == "/>";
      if (!is_closed && text.substr(at, 1) != ">") return false;
      at = is_closed ? at + 2 : behind_blanks(text, at + 1);
      if (computes_on_load_ && !is_closed) at = behind_blanks(text, behind_zero(text, at));
      if (!is_closed && text.substr(at, 4) != "</v>") return false;
      if (!is_closed) at += 4;
    }
    return text.substr(behind_blanks(text, at), 4) == "</c>";
  }

  /// Where the text goes on behind `0` or `0.0`, if that stands here.
  static std::size_t behind_zero(std::string_view text, std::size_t at) {
    if (text.substr(at, 1) != "0") return at;
    const auto point = at + 1;
    return std::min(text.substr(point, 1) == "." ? text.find_first_not_of('0', point + 1) : point, text.size());
  }

  std::vector<std::size_t> styles_;
  bool computes_on_load_ = false;
  std::size_t rows_ = 0, columns_ = 0, cells_ = 0;
  std::vector<Place> percent_{}, formulas_{}, hidden_rows_{}, hidden_columns_{};
  std::vector<std::pair<Place, std::string>> errors_{};
  std::vector<std::pair<std::string, std::string>> merged_{};
};
}
