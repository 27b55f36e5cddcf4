#pragma once
#include <algorithm>
#include <chiso/core/name_list.hpp>
#include <numeric>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE NameList::NameList(std::vector<std::string> names) {
  if (names.empty()) return;
  auto data = std::make_shared<Data>();
  data->names.swap(names);
  data->in_order.resize(data->names.size());
  std::iota(data->in_order.begin(), data->in_order.end(), std::uint32_t{0});
  // Among equal names the first one comes first.
  std::sort(data->in_order.begin(), data->in_order.end(), [&](auto a, auto b) {
    const auto order = data->names[a] <=> data->names[b];
    return order != 0 ? order < 0 : a < b;
  });
  data_ = std::move(data);
}
CHISO_INLINE NameList::NameList(std::initializer_list<std::string> names) : NameList(std::vector<std::string>(names)) {}
CHISO_INLINE const std::vector<std::string>& NameList::names() const {
  static const std::vector<std::string> none;
  return data_ ? data_->names : none;
}
CHISO_INLINE bool operator==(const NameList& a, const NameList& b) { return a.data_ == b.data_ || a.names() == b.names(); }
CHISO_INLINE std::optional<std::size_t> NameList::find(std::string_view name) const {
  if (!data_) return {};
  const auto& order = data_->in_order;
  const auto at = std::lower_bound(order.begin(), order.end(), name, [&](auto place, auto wanted) { return data_->names[place] < wanted; });
  if (at == order.end() || data_->names[*at] != name) return {};
  return *at;
}
}
