#pragma once
#include <chiso/expr/measure.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Measures::Measures(std::vector<Measure> measures) : list_(std::move(measures)) {
  std::vector<std::string> names;
  names.reserve(list_.size());
  for (const auto& measure : list_) names.push_back(measure.name);
  names_ = NameList(std::move(names));
}
CHISO_INLINE std::optional<std::size_t> Measures::find(std::string_view name) const { return names_.find(name); }
}
