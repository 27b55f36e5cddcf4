#include <cli/text_table.hpp>

#include <algorithm>
#include <chiso/core/text.hpp>

namespace chiso_cli {
namespace {
using Lines = std::vector<std::string>;

std::string padded(const std::string& text, std::size_t width, TextTable::Align align) {
  const std::string blanks(width - std::min(width, chiso::code_points(text)), ' ');
  return align == TextTable::Align::left ? text + blanks : blanks + text;
}
}

std::string one_line(std::string text) {
  for (auto& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return text;
}

void TextTable::add(std::vector<std::string> cells) {
  for (auto& cell : cells) cell = one_line(std::move(cell));
  rows_.push_back(std::move(cells));
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
    if (!starts && chiso::code_points(out.back()) + 1 + chiso::code_points(word) > most)
      out.push_back(blanks);
    else if (!starts)
      out.back() += ' ';
    out.back() += word;
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  return out;
}

std::string TextTable::text() const {
  std::vector<std::vector<Lines>> rows;  // by row and column
  const auto add_row = [&](auto&& cell) {
    std::vector<Lines> row;
    for (std::size_t c = 0; c < columns_.size(); ++c) row.push_back(cell(c));
    rows.push_back(std::move(row));
  };
  add_row([&](std::size_t c) { return Lines{columns_[c].title}; });
  for (const auto& cells : rows_)
    if (cells.empty())
      rows.emplace_back();
    else
      add_row([&](std::size_t c) { return wrapped(cells[c], columns_[c].most); });

  std::vector<std::size_t> widths(columns_.size());
  for (const auto& row : rows)
    for (std::size_t c = 0; c < row.size(); ++c)
      for (const auto& line : row[c]) widths[c] = std::max(widths[c], chiso::code_points(line));

  std::string out;
  const auto end_line = [&](std::string line) {
    while (line.ends_with(' ')) line.pop_back();
    out += line + '\n';
  };
  const auto rule_line = [&] {
    std::string line;
    for (std::size_t c = 0; c < columns_.size(); ++c) line += (c > 0 ? "  " : "") + std::string(widths[c], '-');
    end_line(std::move(line));
  };
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto& row = rows[r];
    if (row.empty()) rule_line();
    std::size_t height = 0;
    for (const auto& cell : row) height = std::max(height, cell.size());
    for (std::size_t i = 0; i < height; ++i) {
      std::string line;
      for (std::size_t c = 0; c < row.size(); ++c)
        line += (c > 0 ? "  " : "") + padded(i < row[c].size() ? row[c][i] : "", widths[c], columns_[c].align);
      end_line(std::move(line));
    }
    if (r == 0) rule_line();
  }
  return out;
}
}
