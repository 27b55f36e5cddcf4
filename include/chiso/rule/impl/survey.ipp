#pragma once
#include <chiso/core/problems.hpp>
#include <chiso/rule/survey.hpp>
#include <unordered_set>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE void Survey::check(const RuleContext& in) const {
  const auto list = in.report.step("answers");
  if (answers.empty()) in.report.add(problems::survey_none);
  constexpr Words once{"each measure once", "ghi mỗi số liệu chỉ một lần"};
  std::unordered_set<std::string_view> seen;
  for (const auto& [name, percent] : answers) {
    const auto step = in.report.step(name);
    if (!seen.insert(name).second) in.report.add(problems::key_duplicate, {name, once});
    const auto measure = in.measures.find(name);
    if (!measure || in.measures[*measure].type != MeasureType::count) {
      auto hint = in.report.suggestion(name, [&] {
        std::vector<std::string_view> counts;
        for (const auto& m : in.measures)
          if (m.type == MeasureType::count) counts.push_back(m.name);
        return counts;
      });
      in.report.add(problems::survey_measure, {name}).hint = std::move(hint);
    }
    if (percent < Decimal(0) || percent > Decimal(100)) in.report.add(problems::survey_percent, {percent.text()});
  }
}

CHISO_INLINE Shape Survey::lower(const RuleContext& in) const {
  // sum(count x percent) / (100 x sum(count)), as a program: undefined if nobody answered.
  Program mean;
  const auto literal = [&](const Decimal& value) {
    mean.push({.op = Op::literal, .scale = static_cast<std::int8_t>(value.scale()), .digits = static_cast<std::int64_t>(value.digits())});
  };
  const auto sum = [&](bool weighted) {
    for (bool first = true; const auto& [name, percent] : answers) {
      mean.push({.op = Op::measure, .index = static_cast<std::int32_t>(*in.measures.find(name))});
      if (weighted) {
        literal(percent);
        mean.push({.op = Op::multiply});
      }
      if (!first) mean.push({.op = Op::add});
      first = false;
    }
  };
  sum(true);
  sum(false);
  mean.push({.op = Op::divide});
  mean.may_be_undefined = true;
  return shapes::AffineClamp{.value = mean, .slope = Rational(in.max.quanta, 100), .offset = {}, .least = {}, .most = in.max, .floor = {}};
}
}
}
