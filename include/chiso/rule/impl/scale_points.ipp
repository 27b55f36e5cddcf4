#pragma once
#include <algorithm>
#include <chiso/expr/rational.hpp>
#include <chiso/rule/scale_points.hpp>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// A rule whose value is held within the points only where that is asked for.
template <class T>
concept Clamping = requires(T& rule) { rule.clamp = true; };
/// Walks the fields of rules, and of what they hold, by their roles.
class PointsScaler {
 public:
  PointsScaler(const PointsChange& change, int point_decimals) : change_(change), point_decimals_(point_decimals) {}

  template <Described T>
  void fields_of(T& object) const {
    for_each_field<T>([&]<class F>(const F& field) {
      if (holds_points(field.role) || std::is_same_v<typename F::type, Box<Rule>>) scale(object.*field.member);
    });
    if constexpr (Clamping<T>) object.clamp = true;
  }

 private:
  static constexpr bool holds_points(Role role) {
    return role == Role::points || role == Role::base || role == Role::cap || role == Role::rate || role == Role::ranges ||
           role == Role::parts;
  }
  CHISO_INLINE void scale(Decimal& points) const {
    const auto exact = Rational(points) * Rational(change_.now) / Rational(change_.before);
    const auto fixed = exact.rounded(point_decimals_, Rounding::half_up);
    points = Decimal(fixed.digits(), fixed.scale());
  }
  CHISO_INLINE void scale(std::optional<Decimal>& points) const {
    if (points) scale(*points);
  }
  CHISO_INLINE void scale(std::vector<std::pair<std::string, Decimal>>& points) const {
    for (auto& one : points) scale(one.second);
  }
  CHISO_INLINE void scale(Number& value) const {
    const bool is_name = std::all_of(value.text.begin(), value.text.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    value.text = (is_name ? value.text : "(" + value.text + ")") + " * " + change_.now.text() + " / " + change_.before.text();
  }
  template <Described T>
  void scale(std::vector<T>& held) const {
    for (auto& one : held) fields_of(one);
  }
  CHISO_INLINE void scale(Box<Rule>& rule) const { scale_points(*rule, change_, point_decimals_); }
  template <class Other>
  void scale(Other&) const {}  // holds no points, whatever its role

  const PointsChange& change_;
  int point_decimals_;
};
}
CHISO_INLINE void scale_points(Rule& rule, const PointsChange& change, int point_decimals) {
  if (change.before == change.now) return;
  const detail::PointsScaler scaler(change, point_decimals);
  std::visit([&](auto& one) { scaler.fields_of(one); }, static_cast<AnyRule&>(rule));
}
}
