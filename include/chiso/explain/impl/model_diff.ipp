#pragma once
#include <algorithm>
#include <array>
#include <chiso/explain/impl/same_as_parsed.ipp>
#include <chiso/explain/matched_nodes.hpp>
#include <chiso/explain/model_diff.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::vector<NodeDifference> diff(const Model& a, const Model& b) {
  const MatchedNodes matched(a, b);
  const SameAsParsed same(a, b);
  std::vector<NodeDifference> out;
  for (std::size_t node = 0; node < b.nodes().size(); ++node) {
    const auto other = matched.in_a(node);
    if (other == Criterion::none) {
      out.push_back({NodeChange::added, other, node});
      continue;
    }
    const auto add = [&](NodeChange change) { out.push_back({change, other, node}); };
    const auto parent_a = a.nodes()[other].parent, parent_b = b.nodes()[node].parent;
    const auto matched_parent = parent_a == Criterion::none ? Criterion::none : matched.in_b(parent_a);
    if (matched_parent != parent_b || (parent_a != Criterion::none && matched_parent == Criterion::none)) add(NodeChange::moved);
    if (!same.weights(other, node)) add(NodeChange::reweighted);
    if (!same.marking(other, node)) add(NodeChange::reruled);
  }
  for (std::size_t node = 0; node < a.nodes().size(); ++node)
    if (matched.in_b(node) == Criterion::none) out.push_back({NodeChange::dropped, node, Criterion::none});
  return out;
}

CHISO_INLINE std::vector<std::string_view> changed_settings(const Model& a, const Model& b) {
  constexpr std::array told_elsewhere{std::string_view("chiso"),      std::string_view("$schema"), std::string_view("id"),
                                      std::string_view("version"),    std::string_view("title"),   std::string_view("measures"),
                                      std::string_view("parameters"), std::string_view("tables"),  std::string_view("criteria")};
  const auto &draft_a = a.draft(), &draft_b = b.draft();
  const SameAsParsed same(a, b);
  std::vector<std::string_view> out;
  for_each_field<ModelDraft>([&](const auto& field) {
    const std::string_view name = field.name;
    if (std::find(told_elsewhere.begin(), told_elsewhere.end(), name) != told_elsewhere.end()) return;
    const bool is_same = name == "adjustments" ? same.caps(a.bonus_cap(), b.bonus_cap()) && same.caps(a.penalty_cap(), b.penalty_cap())
                                               : draft_a.*field.member == draft_b.*field.member;
    if (!is_same) out.push_back(name);
  });
  return out;
}
}
