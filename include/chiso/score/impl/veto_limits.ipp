#pragma once
#include <chiso/model/model.hpp>
#include <chiso/score/index_limit.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The criteria that vetoes look at, by node, and below which index.
class VetoLimits {
 public:
  struct OfVeto {
    std::size_t veto;
    IndexLimit limit;
  };
  CHISO_INLINE explicit VetoLimits(const Model& model) {
    const auto& classes = model.classes();
    if (!classes) return;
    for (std::size_t i = 0; i < classes->vetoes.size(); ++i) {
      const auto& veto = classes->vetoes[i];
      if (!veto.criteria.empty()) of_node_.resize(model.nodes().size());
      for (const auto node : veto.criteria)  // one that is named twice counts twice
        of_node_[node].push_back(
            {i, {IndexLimit::cut({*veto.below, false}, *classes, model.publish()), model.publish(), model.nodes()[node].points.quanta}});
    }
  }
  bool any() const { return !of_node_.empty(); }
  const std::vector<OfVeto>& of(std::size_t node) const { return of_node_[node]; }

 private:
  std::vector<std::vector<OfVeto>> of_node_{};  // none if no veto looks at criteria
};
}
