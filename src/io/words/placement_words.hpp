#pragma once
#include <chiso/rank/ranked.hpp>
#include <io/words/words.hpp>
#include <optional>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A figure in words, or a phrase that says that there is none, and why.
struct PlacementFigure {
  bool given = false;
  std::string words{};
  std::string by{};  ///< What it was decided by, where that is not the index: ` (by points)`.
};
/// The placement of a row: `88.12`, `20 of 27 (down 10 from 10 in 2023)`, `Good`.
struct PlacementWords {
  PlacementFigure index{};
  std::optional<PlacementFigure> coverage{};  ///< Empty if everything is known.
  PlacementFigure rank{};
  std::optional<PlacementFigure> class_of{};  ///< Empty if the model has no classes.
  std::string gap{};                          ///< What an incomplete row lacks; empty for a complete one.
  std::vector<std::string> notes{};           ///< What decided, in sentences: the class, the index that is held, the rank among equals.
};
PlacementWords placement_words(const Ranked& ranked, const Scorecard& card, Language language);
/// `Index 88.12, rank 20 of 27, class Good`.
std::string in_one_line(const PlacementWords& placement, Language language);
}
