#include <algorithm>
#include <chiso/core/text.hpp>
#include <io/text/text_table.hpp>
#include <io/text/unicode.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
using Lines = std::vector<std::string>;
constexpr std::string_view between = "  ";

std::string padded(const std::string& text, std::size_t width, TextTable::Align align) {
  const std::string blanks(width - std::min(width, terminal_width(text)), ' ');
  return align == TextTable::Align::left ? text + blanks : blanks + text;
}
}

std::string bold(std::string text, TextLook look) { return look == TextLook::plain ? text : "\x1B[1m" + std::move(text) + "\x1B[0m"; }

void TextTable::add(std::vector<std::string> cells, Weight weight) {
  for (auto& cell : cells) cell = without_controls(cell, ' ');
  rows_.push_back({std::move(cells), weight});
}

std::vector<std::string> wrapped(std::string_view text, std::size_t most) {
  if (most == 0) return {std::string(text)};
  const auto indent = std::min(text.find_first_not_of(' '), text.size());
  const std::string blanks(indent, ' ');
  text.remove_prefix(indent);
  Lines out{blanks};
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(' '));
    const bool starts = out.back().size() == indent;
    if (!starts && terminal_width(out.back()) + 1 + terminal_width(word) > most)
      out.push_back(blanks);
    else if (!starts)
      out.back() += ' ';
    out.back() += word;
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  return out;
}

std::vector<std::size_t> TextTable::widths_within(std::size_t width) const {
  std::vector<std::size_t> out;
  std::size_t total = between.size() * (columns_.size() - 1);
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    auto of_column = terminal_width(columns_[c].title);
    for (const auto& row : rows_)
      if (!row.cells.empty()) of_column = std::max(of_column, terminal_width(row.cells[c]));
    if (columns_[c].most > 0) of_column = std::min(of_column, columns_[c].most);
    total += of_column;
    out.push_back(of_column);
  }
  constexpr std::size_t few_words = 24;
  for (auto c = columns_.size(); width > 0 && c-- > 0;) {
    const bool breaks = c + 1 == columns_.size() || columns_[c].most > 0;
    if (!breaks || total <= width || out[c] <= few_words) continue;
    const auto less = std::min(total - width, out[c] - few_words);
    out[c] -= less;
    total -= less;
  }
  return out;
}

std::string TextTable::text(TextLook look, std::size_t width) const {
  const auto most = widths_within(width);
  std::vector<std::size_t> widths(columns_.size());
  std::vector<std::vector<Lines>> rows(rows_.size() + 1);  // by row and column; the titles first
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const auto add = [&](std::size_t row, Lines lines) {
      for (const auto& line : lines) widths[c] = std::max(widths[c], terminal_width(line));
      rows[row].push_back(std::move(lines));
    };
    add(0, {columns_[c].title});
    for (std::size_t r = 0; r < rows_.size(); ++r)
      if (!rows_[r].cells.empty()) add(r + 1, wrapped(rows_[r].cells[c], most[c]));
  }

  std::string out;
  const auto end_line = [&](std::string line, Weight weight) {
    while (line.ends_with(' ')) line.pop_back();
    out += (weight == Weight::strong ? bold(std::move(line), look) : line) + '\n';
  };
  const auto rule_line = [&] {
    std::string line;
    for (std::size_t c = 0; c < columns_.size(); ++c) line.append(c > 0 ? between : "").append(widths[c], '-');
    end_line(std::move(line), Weight::regular);
  };
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto& row = rows[r];
    if (row.empty()) rule_line();
    std::size_t height = 0;
    for (const auto& cell : row) height = std::max(height, cell.size());
    for (std::size_t i = 0; i < height; ++i) {
      std::string line;
      for (std::size_t c = 0; c < row.size(); ++c)
        line.append(c > 0 ? between : "").append(padded(i < row[c].size() ? row[c][i] : "", widths[c], columns_[c].align));
      end_line(std::move(line), r == 0 ? Weight::regular : rows_[r - 1].weight);
    }
    if (r == 0) rule_line();
  }
  return out;
}
}
