#include <chiso/core/problem.hpp>
#include <io/words/veto_words.hpp>

namespace chiso::inline CHISO_BUILD {
std::string veto_words(const Model& model, std::size_t place, ExpressionWords& expressions, Language language) {
  const auto in = [&](const Words& words) { return std::string(words.in(language)); };
  const auto& veto = model.classes()->vetoes[place];
  std::vector<std::string> conditions;
  if (const auto& when = model.draft().classes->vetoes[place].when) conditions.push_back(expressions.of(*when, Type::truth).in_sentence());
  if (!veto.criteria.empty()) {
    std::vector<std::string> names;
    for (const auto place_of_node : veto.criteria) {
      const auto& node = model.nodes()[place_of_node];
      names.push_back(quoted_name(numbered(node.number, label_of(node.about, node.id, language))));
    }
    const auto so_many = static_cast<std::int64_t>(veto.at_least);
    constexpr Words one{"the index of {0} is below {1}", "chỉ số của {0} dưới {1}"};
    constexpr Words more{"the indices of at least {2} of {0} are below {1}", "từ {2} tiêu chí trở lên trong số {0} có chỉ số dưới {1}"};
    const auto between = so_many > 1 ? std::string(", ") : in({.en = " or ", .vi = " hoặc "});
    conditions.push_back(
        to_text(so_many > 1 ? more : one, {joined(names, between), number_words(*veto.below, language), so_many}, language));
  }
  return joined(conditions, in({.en = ", and ", .vi = ", và "}));
}
}
