#pragma once
#include <chiso/core/text.hpp>
#include <chiso/evidence/bad_cells.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE BadCells::BadCells(std::size_t most) : most_(most) {}
CHISO_INLINE BadCell& BadCells::keep(std::size_t row, std::size_t column, const ProblemEntry& entry, Arguments arguments) {
  BadCell bad{.row = row, .column = column};
  bad.problem = problem_at({}, Severity::error, entry, std::move(arguments));
  list_.push_back(std::move(bad));
  return list_.back();
}
CHISO_INLINE Argument BadCells::excerpt_or_blank(std::string_view cell) {
  constexpr Words blank{"a blank", "ô trống"};
  return cell.empty() ? Argument(blank) : Argument(excerpt(cell));
}
CHISO_INLINE std::string BadCells::excerpt(std::string_view cell) {
  constexpr std::size_t most = 120;
  std::string out;
  while (!cell.empty()) {
    std::size_t size = 1;
    while (size < cell.size() && size < 4 && !is_utf8(cell.substr(0, size))) ++size;
    const auto character = cell.substr(0, size);
    if (out.size() + size > most) return out + "...";
    if (is_utf8(character)) {
      out += character;
      cell.remove_prefix(size);
    } else {
      out += "\xEF\xBF\xBD";  // the replacement character
      cell.remove_prefix(1);
    }
  }
  return out;
}
}
