#pragma once
#include <chiso/model/draft.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_DEFINE_VALUE_MEMBERS(Item)
CHISO_INLINE Item::Item(const char* text) : id(text) {}
CHISO_INLINE Item::Item(std::string text) : id(std::move(text)) {}
CHISO_INLINE Item::Item(std::string text, About more) : id(std::move(text)), about(std::move(more)) {}

namespace detail {
CHISO_INLINE CriterionDraft criterion_draft(std::string id, CriterionOptions&& with) {
  return {.id = std::move(id),
          .number = std::move(with.number),
          .scale_to = with.scale_to,
          .cap = with.cap,
          .at_least = with.at_least,
          .one_of = with.one_of,
          .applies_when = std::move(with.applies_when),
          .tracks = std::move(with.tracks),
          .not_applicable = with.not_applicable,
          .missing = with.missing,
          .undefined = with.undefined,
          .about = std::move(with.about)};
}
}
CHISO_INLINE CriterionDraft leaf(std::string id, Decimal points, Rule rule, CriterionOptions options) {
  auto out = detail::criterion_draft(std::move(id), std::move(options));
  out.points = points;
  out.rule.emplace(std::move(rule));
  return out;
}
CHISO_INLINE CriterionDraft group(std::string id, std::vector<CriterionDraft> criteria, CriterionOptions options) {
  auto out = detail::criterion_draft(std::move(id), std::move(options));
  out.criteria.swap(criteria);
  return out;
}
}
