#pragma once
#include <algorithm>
#include <chiso/explain/comparison.hpp>
#include <chiso/explain/impl/same_as_parsed.ipp>
#include <chiso/explain/matched_nodes.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A part of a comparison (docs/design/explaining.md): a leaf, a scaled group, a group that is taken as one, or the limit of a group, on
/// one side or on both.
struct ComparedPart {
  std::size_t a = Criterion::none, b = Criterion::none;
  TermKind kind = TermKind::leaf;                                  ///< Leaf, group or limit; of an entry, its side.
  std::size_t item_a = Criterion::none, item_b = Criterion::none;  ///< Of a leaf.
  bool model_differs = true;           ///< Whether the models say something else about it; of a group, about anything in it or above it.
  bool choice_differs = false;         ///< Below groups with `one_of`: whether their children or conditions differ.
  bool is_below_choice = false;        ///< Whether it is below a group with `one_of`, on either side.
  bool can_open = false;               ///< A scaled group on both sides.
  std::vector<ComparedPart> inside{};  ///< Then the parts within it.
};

/// Finds the parts of two models, and what the models say of them. Nothing here depends on rows.
class PartFinder {
 public:
  CHISO_INLINE PartFinder(const Model& a, const Model& b, const MatchedNodes& matched)
      : a_(a), b_(b), matched_(matched), same_(a, b), same_texts_(a, b, WhatIsRead::of_same_name) {}
  CHISO_INLINE std::vector<ComparedPart> run() const { return within(Criterion::none, Criterion::none); }

 private:
  struct Found {
    std::size_t node;
    bool is_limit;
  };
  /// The parts of one side within a scaled group, or within the model.
  template <class MatchOf>
  std::vector<Found> of_side(const Model& model, const Model& other, std::size_t group, const MatchOf& match) const {
    std::vector<Found> out;
    const auto nodes = model.nodes();
    const auto from = group == Criterion::none ? 0 : group + 1, end = group == Criterion::none ? model.criteria() : nodes[group].end;
    for (auto node = from; node < end;) {
      const auto& own = nodes[node];
      const auto matched = match(node);
      const bool as_one = matched != Criterion::none && is_opened(own) && !is_opened(other.nodes()[matched]);
      if (own.is_group() && own.grouping != Grouping::scaled && !as_one) {
        if (own.grouping == Grouping::limited) out.push_back({node, true});
        ++node;  // its children are parts
      } else {
        out.push_back({node, false});
        node = own.is_group() ? own.end : node + 1;
      }
    }
    return out;
  }
  /// Whether the parts of a group are found within it, and it is none itself.
  static bool is_opened(const Criterion& node) { return node.is_group() && node.grouping != Grouping::scaled; }

  CHISO_INLINE std::vector<ComparedPart> within(std::size_t group_a, std::size_t group_b) const {
    const auto of_a = of_side(a_, b_, group_a, [&](std::size_t node) { return matched_.in_b(node); });
    const auto of_b = of_side(b_, a_, group_b, [&](std::size_t node) { return matched_.in_a(node); });
    std::vector<std::size_t> place_in_a(2 * a_.criteria(), Criterion::none);  // by node, limits apart
    for (std::size_t i = 0; i < of_a.size(); ++i) place_in_a[2 * of_a[i].node + (of_a[i].is_limit ? 1 : 0)] = i;
    std::vector<std::uint8_t> taken(of_a.size());
    std::vector<ComparedPart> out;
    for (const auto& part : of_b) {
      const auto node = matched_.in_a(part.node);
      const auto place =
          node == Criterion::none || node >= a_.criteria() ? Criterion::none : place_in_a[2 * node + (part.is_limit ? 1 : 0)];
      if (place != Criterion::none) taken[place] = 1;
      out.push_back(made(place == Criterion::none ? Criterion::none : node, part.node, part.is_limit));
    }
    for (std::size_t i = 0; i < of_a.size(); ++i)
      if (taken[i] == 0) out.push_back(made(of_a[i].node, Criterion::none, of_a[i].is_limit));
    return out;
  }
  CHISO_INLINE ComparedPart made(std::size_t node_a, std::size_t node_b, bool is_limit) const {
    ComparedPart out{.a = node_a, .b = node_b};
    const auto is_leaf = [](const Model& model, std::size_t node) { return node == Criterion::none || model.nodes()[node].is_leaf(); };
    out.kind = is_limit ? TermKind::limit : is_leaf(a_, node_a) && is_leaf(b_, node_b) ? TermKind::leaf : TermKind::group;
    if (node_a == Criterion::none || node_b == Criterion::none) return out;
    const auto &a = a_.nodes()[node_a], &b = b_.nodes()[node_b];
    if (is_limit) {
      out.model_differs = !same_.groupings(node_a, node_b);
      return out;
    }
    out.choice_differs = choices_differ(node_a, node_b, out.is_below_choice);
    if (out.kind == TermKind::leaf) {
      out.item_a = a.item;
      out.item_b = b.item;
      out.model_differs = !same_.items(node_a, node_b);
      return out;
    }
    out.model_differs = group_differs(node_a, node_b);
    out.can_open = is_scaled(a) && is_scaled(b);
    if (out.can_open) out.inside = within(node_a, node_b);
    return out;
  }
  static bool is_scaled(const Criterion& node) { return node.is_group() && node.grouping == Grouping::scaled; }

  /// Whether anything in two groups differs, or above them: what their leaves say of themselves has the conditions above them.
  CHISO_INLINE bool group_differs(std::size_t node_a, std::size_t node_b) const {
    const auto &a = a_.nodes()[node_a], &b = b_.nodes()[node_b];
    if (a.is_leaf() || b.is_leaf()) return !(a.is_leaf() && b.is_leaf() && same_.items(node_a, node_b));
    if (!same_.groupings(node_a, node_b)) return true;
    if (!have_same_children(node_a, node_b, b.grouping == Grouping::one_of ? ChildOrder::matters : ChildOrder::does_not)) return true;
    for (auto child = node_b + 1; child < b.end; child = end_of(b_, child))
      if (group_differs(matched_.in_a(child), child)) return true;
    return false;
  }
  enum class ChildOrder : bool { does_not, matters };
  /// Whether the children of two groups match, in their order if that decides which one counts.
  CHISO_INLINE bool have_same_children(std::size_t node_a, std::size_t node_b, ChildOrder order) const {
    const auto of_a = children(a_, node_a);
    std::vector<std::size_t> matches;
    for (const auto child : children(b_, node_b)) matches.push_back(matched_.in_a(child));
    if (order == ChildOrder::does_not) std::sort(matches.begin(), matches.end());
    return matches == of_a;
  }
  CHISO_INLINE static std::vector<std::size_t> children(const Model& model, std::size_t group) {
    std::vector<std::size_t> out;
    for (auto child = group + 1; child < model.nodes()[group].end; child = end_of(model, child)) out.push_back(child);
    return out;
  }
  CHISO_INLINE static std::size_t end_of(const Model& model, std::size_t node) {
    return model.nodes()[node].is_group() ? model.nodes()[node].end : node + 1;
  }

  /// Whether the groups with `one_of` above two leaves differ in their children or their conditions.
  CHISO_INLINE bool choices_differ(std::size_t node_a, std::size_t node_b, bool& any) const {
    const auto of_a = choices(a_, node_a), of_b = choices(b_, node_b);
    any = !of_a.empty() || !of_b.empty();
    if (of_a.size() != of_b.size()) return true;
    for (std::size_t i = 0; i < of_a.size(); ++i) {
      if (matched_.in_b(of_a[i]) != of_b[i]) return true;
      if (!have_same_children(of_a[i], of_b[i], ChildOrder::matters)) return true;
      for (const auto child : children(b_, of_b[i]))
        if (!same_texts_.conditions(matched_.in_a(child), child)) return true;
    }
    return false;
  }
  CHISO_INLINE static std::vector<std::size_t> choices(const Model& model, std::size_t node) {
    std::vector<std::size_t> out;
    for (auto at = model.nodes()[node].parent; at != Criterion::none; at = model.nodes()[at].parent)
      if (model.nodes()[at].grouping == Grouping::one_of) out.push_back(at);
    return out;
  }

  const Model &a_, &b_;
  const MatchedNodes& matched_;
  SameAsParsed same_, same_texts_;
};
}
