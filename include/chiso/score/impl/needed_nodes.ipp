#pragma once
#include <algorithm>
#include <chiso/score/impl/tile_coverage.ipp>
#include <chiso/score/impl/tile_vetoes.ipp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The nodes that some column needs: those that are asked for, everything below them, the groups above, whose conditions hold for what is
/// below, and all of a group with `one_of`, whose earlier children decide about the later ones.
class NeededNodes {
 public:
  CHISO_INLINE NeededNodes(const Model& model, const ScoreColumns& into, const TileCoverage& coverage, const TileVetoes& vetoes)
      : model_(model) {
    const auto asks = [](const auto& columns) {
      return !columns.incomplete.empty() || !columns.achieved.empty() || !columns.applicable.empty();
    };
    const auto nodes = model.nodes();
    needed_.assign(nodes.size(), asks(into) ? 1 : 0);
    const auto need_all = [&](std::size_t node) { std::fill(needed_.begin() + at(node), needed_.begin() + at(nodes[node].end), 1); };
    for (std::size_t i = model.criteria(); i < nodes.size(); ++i)
      needed_[i] = !(nodes[i].kind == NodeKind::bonus ? into.bonus : into.penalty).empty();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const auto& node = nodes[i];
      if (node.is_group() && ((!into.groups.empty() && asks(into.groups[i])) || vetoes.looks_at(i))) need_all(i);
      if (!node.is_group() && !into.items.empty() && into.items[node.item].is_asked()) needed_[i] = 1;
      if (coverage.covers(i) || vetoes.looks_at(i)) needed_[i] = 1;
    }
    for (auto i = nodes.size(); i-- > 0;) {
      if (needed_[i] == 0) continue;
      if (nodes[i].parent != Criterion::none) needed_[nodes[i].parent] = 1;
      if (nodes[i].grouping == Grouping::one_of) need_all(i);
    }
    find_next();
  }
  bool operator[](std::size_t node) const { return needed_[node] != 0; }
  /// The item that is computed second after another, or the number of items.
  std::size_t second_after(std::size_t item) const {
    const auto next = after_[item];
    return next < after_.size() ? after_[next] : next;
  }

  /// Takes out leaves that need not be computed: those for which that is true.
  template <class Is>
  void leave_out(const Is& is) {
    for (const auto node : model_.items())
      if (needed_[node] != 0 && is(node)) needed_[node] = 0;
    find_next();
  }

 private:
  static std::ptrdiff_t at(std::size_t index) { return static_cast<std::ptrdiff_t>(index); }
  CHISO_INLINE void find_next() {
    const auto items = model_.items();
    after_.resize(items.size());
    auto after = items.size();
    for (auto item = items.size(); item-- > 0;) {
      after_[item] = after;
      if (needed_[items[item]] != 0) after = item;
    }
  }
  const Model& model_;
  std::vector<std::uint8_t> needed_;  // by node
  std::vector<std::size_t> after_{};  // by item
};
}
