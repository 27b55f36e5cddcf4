#include <chiso/rank/classes.hpp>
#include <io/words/standings.hpp>

namespace chiso::inline CHISO_BUILD {
std::vector<Standing> standings(const Scores& scores, std::optional<std::size_t> node) {
  std::vector<Standing> out(scores.rows());
  if (node && scores.model().nodes()[*node].is_entry()) return out;  // an entry has no index to be ranked by
  const auto places = node ? ranks(scores, *node) : ranks(scores);
  const auto class_of = node ? RowClasses(std::vector<std::string_view>(scores.rows())) : classes(scores, places);
  for (std::size_t row = 0; row < out.size(); ++row) out[row] = {places.of(row), class_of.of(row)};
  return out;
}
}
