#pragma once
#include <chiso/plan/impl/search_space.ipp>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace chiso::inline CHISO_BUILD {
namespace planning {
/// What has to be looked at together: factors and conflicts link variables to *parts*, groups that are moved by several parts link these to
/// *clusters*.
class PlanLinks {
 public:
  CHISO_INLINE explicit PlanLinks(const PlanSpace& space) : space_(space) {
    link_variables();
    link_parts();
  }
  CHISO_INLINE std::size_t clusters() const { return parts_of_.size(); }
  /// The parts of a cluster.
  CHISO_INLINE const std::vector<std::size_t>& parts_of(std::size_t cluster) const { return parts_of_[cluster]; }
  /// The variables of a cluster.
  CHISO_INLINE const std::vector<std::size_t>& variables_of(std::size_t cluster) const { return variables_of_[cluster]; }
  /// The variables of a part, in the order in which they are searched.
  CHISO_INLINE const std::vector<std::size_t>& order_of(std::size_t part) const { return orders_[part]; }
  /// The factors that a variable moves.
  CHISO_INLINE const std::vector<std::size_t>& factors_of(std::size_t variable) const { return factors_of_[variable]; }
  /// The measures that the actions of a variable set.
  CHISO_INLINE const std::vector<std::size_t>& set_by(std::size_t variable) const { return set_by_[variable]; }
  /// The factors that read a measure.
  CHISO_INLINE const std::vector<std::size_t>& readers_of(std::size_t measure) const { return readers_[measure]; }

 private:
  /// Sets that become one another's.
  class Union {
   public:
    CHISO_INLINE explicit Union(std::size_t size) : root_(size) { std::iota(root_.begin(), root_.end(), std::size_t{0}); }
    CHISO_INLINE std::size_t find(std::size_t at) {
      while (root_[at] != at) at = root_[at] = root_[root_[at]];
      return at;
    }
    CHISO_INLINE void link(std::size_t a, std::size_t b) { root_[find(a)] = find(b); }

   private:
    std::vector<std::size_t> root_;
  };

  CHISO_INLINE void link_variables() {
    const auto count = space_.variables.size();
    Union of(count);
    factors_of_.resize(count);
    readers_.resize(space_.values.size());
    for (std::size_t f = 0; f < space_.factors.size(); ++f) {
      const auto& factor = space_.factors[f];
      for (const auto variable : factor.variables) {
        factors_of_[variable].push_back(f);
        of.link(variable, factor.variables[0]);
      }
      for (const auto measure : factor.measures) readers_[measure].push_back(f);
    }
    set_by_.resize(count);
    for (std::size_t measure = 0; measure < space_.values.size(); ++measure)
      for (const auto variable : space_.setters[measure]) {
        set_by_[variable].push_back(measure);
        of.link(variable, space_.setters[measure][0]);
      }
    for (std::size_t measure = 0; measure < space_.values.size(); ++measure) {
      std::set<std::size_t> all(space_.setters[measure].begin(), space_.setters[measure].end());
      for (const auto f : readers_[measure]) all.insert(space_.factors[f].variables.begin(), space_.factors[f].variables.end());
      waits_for_.emplace_back(all.begin(), all.end());
    }
    std::map<std::size_t, std::size_t> place;
    for (std::size_t v = 0; v < count; ++v) {
      const auto at = place.try_emplace(of.find(v), parts_.size()).first->second;
      if (at == parts_.size()) parts_.emplace_back();
      parts_[at].push_back(v);
      part_of_.push_back(at);
    }
    for (const auto& part : parts_) orders_.push_back(best_order(part));
  }
  CHISO_INLINE void link_parts() {
    std::vector<std::set<std::size_t>> dims_of(parts_.size());
    for (const auto& factor : space_.factors) dims_of[part_of_[factor.variables[0]]].insert(factor.dims.begin(), factor.dims.end());
    Union of(parts_.size());
    for (const auto& fold : space_.folds) {
      auto first = parts_.size();
      for (std::size_t part = 0; part < parts_.size(); ++part) {
        if (std::none_of(fold.from.begin(), fold.from.end(), [&](std::size_t dim) { return dims_of[part].contains(dim); })) continue;
        dims_of[part].insert(fold.to.begin(), fold.to.end());
        if (first == parts_.size())
          first = part;
        else
          of.link(part, first);
      }
    }
    std::map<std::size_t, std::size_t> place;
    for (std::size_t part = 0; part < parts_.size(); ++part) {
      const auto at = place.try_emplace(of.find(part), parts_of_.size()).first->second;
      if (at == parts_of_.size()) {
        parts_of_.emplace_back();
        variables_of_.emplace_back();
      }
      parts_of_[at].push_back(part);
      variables_of_[at].insert(variables_of_[at].end(), parts_[part].begin(), parts_[part].end());
    }
  }
  /// An order of variables, and how much has to be remembered at once at most: the logarithm of combinations of values.
  struct Order {
    std::vector<std::size_t> variables{};
    double most = 0;
  };
  /// The order in which few values have to be remembered at once. Where that are many, each variable is tried as the first.
  CHISO_INLINE std::vector<std::size_t> best_order(const std::vector<std::size_t>& variables) const {
    constexpr double many = 14;
    const auto starts = (std::min)(variables.size(), 200'000 / (variables.size() * variables.size()));
    auto best = in_order(variables, {});
    for (std::size_t i = 0; i < starts && best.most > many; ++i)
      if (auto other = in_order(variables, variables[i]); other.most < best.most) best = std::move(other);
    return best.variables;
  }
  /// From a first one on, if there is one: next is what adds the least to what is remembered.
  CHISO_INLINE Order in_order(const std::vector<std::size_t>& variables, std::optional<std::size_t> from) const {
    Order out;
    auto left = variables;
    std::set<std::size_t> open;
    std::vector<std::size_t> missing;  // by measure: how many of the variables that it waits for are left
    for (const auto& waits_for : waits_for_) missing.push_back(waits_for.size());
    const auto waits = [&](std::size_t measure, std::size_t variable) {
      return std::binary_search(waits_for_[measure].begin(), waits_for_[measure].end(), variable);
    };
    const auto is_closed = [&](std::size_t measure, std::size_t next) { return missing[measure] == (waits(measure, next) ? 1U : 0U); };
    while (!left.empty()) {
      std::size_t best = 0;
      double least = 0;
      for (std::size_t i = 0; i < left.size(); ++i) {
        double size = 0;
        const auto add = [&](std::size_t measure) {
          if (!is_closed(measure, left[i])) size += std::log2(1.0 + space_.values[measure]);
        };
        for (const auto measure : open) add(measure);
        for (const auto measure : set_by_[left[i]])
          if (!open.contains(measure)) add(measure);
        if (out.variables.empty() && from) {
          if (left[i] != *from) continue;
          best = i, least = size;
          break;
        }
        if (i == 0 || size < least) best = i, least = size;
      }
      out.most = (std::max)(out.most, least);
      const auto next = left[best];
      left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
      out.variables.push_back(next);
      open.insert(set_by_[next].begin(), set_by_[next].end());
      std::erase_if(open, [&](std::size_t measure) { return is_closed(measure, next); });
      for (std::size_t measure = 0; measure < missing.size(); ++measure)
        if (waits(measure, next)) --missing[measure];
    }
    return out;
  }

  const PlanSpace& space_;
  std::vector<std::vector<std::size_t>> factors_of_{}, set_by_{};      // by variable
  std::vector<std::vector<std::size_t>> readers_{};                    // by measure
  std::vector<std::vector<std::size_t>> waits_for_{};                  // likewise: the variables until which its value has to be remembered
  std::vector<std::size_t> part_of_{};                                 // by variable
  std::vector<std::vector<std::size_t>> parts_{}, orders_{};           // by part: its variables
  std::vector<std::vector<std::size_t>> parts_of_{}, variables_of_{};  // by cluster
};
}
}
