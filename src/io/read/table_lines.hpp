#pragma once
#include <chiso/core/problem.hpp>
#include <chiso/io/read/sheet.hpp>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A cell of a line, and where it stands in what is read.
struct LineCell {
  SheetCell cell{};
  std::size_t at = 0;
};

/// The heads and lines of a table whose rows are no units, be it a text or a worksheet. A place in it is a number that only the table knows
/// the meaning of.
class TableLines {
 public:
  using Each = std::function<void(std::span<const LineCell>)>;
  using Fault = std::function<void(std::size_t, const ProblemEntry&, Arguments)>;

  virtual ~TableLines() = default;
  /// The names of the columns, and where each stands.
  virtual const std::vector<std::string>& names() const = 0;
  virtual const std::vector<std::size_t>& starts() const = 0;
  /// Calls `each` for every line below the heads that has a filled cell, with as many cells as there are heads; what is wrong with a line
  /// is told to `fault`.
  virtual void for_each(const Each& each, const Fault& fault) const = 0;
  /// How many cells or letters there are, about.
  virtual std::size_t size() const = 0;
  /// Says where a place is.
  virtual void put(Place& place, std::size_t at) const = 0;
};

/// Whether nothing stands in a cell.
bool is_blank(const SheetCell& cell);
/// What stands in a cell, as a name or a word; empty for a formula without a value.
std::string cell_text(const SheetCell& cell);
}
