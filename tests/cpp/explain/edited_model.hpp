#pragma once
#include <chiso/model/model.hpp>
#include <support/random.hpp>
#include <utility>

namespace chiso_test {
/// The model as it might be a year later: criteria renamed, dropped, moved, weighed otherwise, groups scaled or no longer, another cap.
inline chiso::Model edited(const chiso::Model& model, Random& random) {
  using namespace chiso;
  for (int tries = 0; tries < 20; ++tries) {
    auto draft = model.draft();
    auto& all = draft.criteria;
    auto& one_leaf = all[0].criteria[1].criteria[0];  // no column of random tables states its points
    if (random.one_in(2)) one_leaf.was = {one_leaf.id}, one_leaf.id = "renamed";
    if (random.one_in(3)) std::swap(all[0], all[2]);
    const bool may_drop = draft.stated_points != StatedPoints::accept;  // a column may state points of any leaf
    if (may_drop && random.one_in(3)) all.erase(all.begin() + static_cast<std::ptrdiff_t>(random.below(all.size())));
    for (auto& one : all) {
      if (one.rule) {
        if (random.one_in(2)) one.points = *one.points == Decimal(4) ? Decimal(5) : *one.points;
        continue;
      }
      if (random.one_in(4)) one.scale_to = one.scale_to ? Decimal(9) : one.scale_to;
      if (one.scale_to && random.one_in(4)) one.scale_to.reset();
      if (!one.scale_to && !one.one_of && !one.cap && !one.at_least && random.one_in(4)) one.scale_to = Decimal(5);
      if (one.cap && random.one_in(3)) one.cap.reset();
      if (one.criteria.size() > 1 && random.one_in(4)) {
        auto moved = std::move(one.criteria.back());
        one.criteria.pop_back();
        all.push_back(std::move(moved));
        break;
      }
    }
    if (draft.adjustments.bonus && random.one_in(3)) draft.adjustments.bonus->cap = Decimal(1);
    if (random.one_in(3)) draft.adjustments.penalty.reset();
    if (random.one_in(3)) draft.publish.may_exceed_100 = !draft.publish.may_exceed_100;
    if (random.one_in(4)) draft.point_decimals = 2;
    draft.ranking.tie_break.clear();
    draft.classes.reset();
    Report report;
    if (auto built = build(std::move(draft), report)) return *std::move(built);
  }
  return model;
}
}
