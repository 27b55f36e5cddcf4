#pragma once
#include <algorithm>
#include <chiso/explain/matched_nodes.hpp>
#include <cstdint>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// Criteria match criteria, and entries those of their side.
CHISO_INLINE bool may_be_the_same(const Criterion& a, const Criterion& b) { return a.is_entry() || b.is_entry() ? a.kind == b.kind : true; }
}

CHISO_INLINE MatchedNodes::MatchedNodes(const Model& a, const Model& b)
    : in_b_(a.nodes().size(), Criterion::none), in_a_(b.nodes().size(), Criterion::none) {
  const auto of_a = a.nodes(), of_b = b.nodes();
  for (std::size_t i = 0; i < of_a.size(); ++i)
    if (const auto found = b.find(of_a[i].id); found && detail::may_be_the_same(of_a[i], of_b[*found])) match(i, *found);

  std::vector<std::pair<std::size_t, std::size_t>> renamed;  // pairs of nodes that are left, one of which names the other
  const auto add = [&](std::size_t i, std::size_t k) {
    if (in_b_[i] == Criterion::none && in_a_[k] == Criterion::none && detail::may_be_the_same(of_a[i], of_b[k])) renamed.emplace_back(i, k);
  };
  for (std::size_t k = 0; k < of_b.size(); ++k)
    for (const auto& id : of_b[k].was)
      if (const auto i = a.find(id)) add(*i, k);
  for (std::size_t i = 0; i < of_a.size(); ++i)
    for (const auto& id : of_a[i].was)
      if (const auto k = b.find(id)) add(i, *k);
  std::sort(renamed.begin(), renamed.end());
  renamed.erase(std::unique(renamed.begin(), renamed.end()), renamed.end());
  std::vector<std::uint8_t> times_a(of_a.size()), times_b(of_b.size());  // 2 stands for more
  for (const auto& [i, k] : renamed) {
    times_a[i] = times_a[i] == 0 ? 1 : 2;
    times_b[k] = times_b[k] == 0 ? 1 : 2;
  }
  for (const auto& [i, k] : renamed)
    if (times_a[i] == 1 && times_b[k] == 1) match(i, k);
}
CHISO_INLINE void MatchedNodes::match(std::size_t a, std::size_t b) {
  in_b_[a] = b;
  in_a_[b] = a;
}
}
