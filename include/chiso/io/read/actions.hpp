#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/plan/plan.hpp>
#include <filesystem>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Actions as a file lists them, and where each stands in it.
struct ActionTable {
  /// Where something stands.
  struct Places {
    Place action{};                ///< The id, in the first row of the action.
    Place cost{};                  ///< The cost in that row; the row's first cell if there is no such column.
    std::vector<Place> changes{};  ///< The value of each change, in their order.
  };
  std::vector<Action> actions{};  ///< In the order of the file.
  std::vector<Places> places{};   ///< One for each.
  /// Gives problems of Planner, whose pointers are `/place`, `/place/id`, `/place/cost` or `/place/measure`, their lines and columns.
  CHISO_EXPORT void put_places(std::vector<Problem>& problems) const;
};
/// Reads actions from CSV: the columns `action`, `measure`, `value` and perhaps `cost` and `group`, in any order, others being an error;
/// the rows that name one action are one action, whose cost (0 if none is given) and group stand in the first of them. The delimiter is
/// `;`, tab or `,`, whichever gives the most of these columns; if it is `;`, numbers may have a decimal comma. The file is in UTF-8.
/// A misspelt column gets a suggestion.
/// @throws Error with every problem, by line and column; FileError if the file cannot be read. O(size).
CHISO_EXPORT ActionTable read_actions(const std::filesystem::path& path);
/// Reads actions from text.
CHISO_EXPORT ActionTable parse_actions(std::string_view text);
}
