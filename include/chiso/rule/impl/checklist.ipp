#pragma once
#include <chiso/rule/checklist.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE void Checklist::check(const RuleContext& in) const {
  if (items.empty()) in.problem("items", problems::checklist_none);
  constexpr Words only{"each in mode each only", "ghi each chỉ khi mode là each"}, no_each{"no each", "thiếu each", Words::absence},
      points{"points for each true item", "điểm cho mỗi nội dung đạt"};
  if (each && mode != Mode::each) in.problem("each", problems::checklist_each, {"each", only});
  if (!each && mode == Mode::each) in.report.add(problems::checklist_each, {no_each, points});
  if (each) in.points_above_zero("each", *each);
}

CHISO_INLINE Shape Checklist::lower(const RuleContext& in) const {
  // The program counts how many items are true, of those that apply.
  Program count;
  count.push({.op = Op::tick_none});
  for (const auto& item : items) {
    count.append(in.program(item));
    count.push({.op = Op::tick});
  }
  count.push({.op = mode == Mode::each ? Op::ticked_count : Op::ticked_share});
  if (mode == Mode::share)
    return shapes::AffineClamp{.value = count, .slope = Rational(in.max.quanta), .offset = {}, .least = {}, .most = in.max, .floor = {}};
  if (mode == Mode::each)
    return shapes::AffineClamp{.value = count,
                               .slope = Rational(in.points_above_zero("each", *each)->quanta),
                               .offset = {},
                               .least = {},
                               .most = in.max,
                               .floor = {}};
  count.push({.op = Op::literal, .digits = mode == Mode::all ? 1 : 0});
  count.push({.op = mode == Mode::all ? Op::equal : Op::greater});
  count.type = Type::truth;
  return shapes::Lookup{count, {Points{0}, in.max}};
}
}

CHISO_INLINE std::vector<Program> items_of(const Program& checklist) {
  std::vector<Program> out;
  Program item;
  item.type = Type::truth;
  for (auto node : checklist.nodes) {
    if (node.op == Op::tick_none) continue;
    if (node.op == Op::ticked_share || node.op == Op::ticked_count) break;
    if (node.op != Op::tick) {
      item.push(node);
      continue;
    }
    out.push_back(item);
    item.nodes.clear();
    item.depth = 0;
  }
  return out;
}
}
