#pragma once
#include <algorithm>
#include <chiso/core/suggestions.hpp>
#include <chiso/expr/measure.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Parameter::Parameter(std::string name, By by, std::size_t measure, const std::vector<std::pair<std::string, Decimal>>& values,
                                  std::optional<Decimal> otherwise)
    : name_(std::move(name)), by_(by), measure_(measure), otherwise_(otherwise) {
  std::vector<std::string> keys;
  keys.reserve(values.size());
  for (const auto& [key, value] : values) {
    keys.push_back(key);
    values_.push_back(value);
    count(value);
  }
  keys_ = NameList(std::move(keys));
  if (otherwise_) count(*otherwise_);
}
CHISO_INLINE void Parameter::count(const Decimal& value) {
  if (!least_ || value < *least_) least_ = value;
  if (!most_ || value > *most_) most_ = value;
  if (value.scale() > decimals_) decimals_ = value.scale();
  can_be_zero_ = can_be_zero_ || value == Decimal(0);
}
CHISO_INLINE std::optional<Decimal> Parameter::of(std::string_view key) const {
  const auto at = keys_.find(key);
  return at ? std::optional(values_[*at]) : otherwise_;
}
CHISO_INLINE std::optional<std::size_t> Measure::option_labelled(std::string_view label) const {
  const auto wanted = without_marks(label);
  const auto has = [&](const auto& labels) { return !wanted.empty() && (labels[0] == wanted || labels[1] == wanted); };
  const auto found = std::find_if(option_labels.begin(), option_labels.end(), has);
  if (found == option_labels.end()) return {};
  return static_cast<std::size_t>(found - option_labels.begin());
}
CHISO_INLINE Measures::Measures(std::vector<Measure> measures) : list_(std::move(measures)) {
  std::vector<std::string> names;
  names.reserve(list_.size());
  for (const auto& measure : list_) names.push_back(measure.name);
  names_ = NameList(std::move(names));
}
CHISO_INLINE std::optional<std::size_t> Measures::find(std::string_view name) const { return names_.find(name); }
}
