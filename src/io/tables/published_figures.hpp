#pragma once
#include <chiso/model/model.hpp>
#include <chiso/score/coverage.hpp>
#include <chiso/score/tally.hpp>
#include <io/tables/table_columns.hpp>
#include <limits>

namespace chiso::inline CHISO_BUILD {
/// Points and indices of many rows as the model publishes them.
class PublishedFigures {
 public:
  explicit PublishedFigures(const Model& model) : publish_(model.publish()), quanta_in_a_point_(Decimal::power(model.point_decimals())) {}
  int decimals() const { return publish_.decimals; }
  int point_decimals() const { return publish_.point_decimals(); }
  /// The points of the last row and their digits, so that nothing is divided if they are the same again; what is applicable nearly always
  /// is.
  struct Last {
    std::int64_t quanta = 0;
    int128 digits = 0;
  };
  int128 points(std::int64_t quanta, Last& last) const {
    if (quanta != last.quanta) last = {quanta, digits({quanta, quanta_in_a_point_}, of_points_)};
    return last.digits;
  }
  void index(FigureColumn& into, const Tally& tally) const {
    const auto exact = exact_index(tally, publish_);
    exact ? into.add(digits(*exact, of_indices_)) : into.none();
  }
  void coverage(FigureColumn& into, const Coverage& coverage) const {
    const auto exact = coverage.exact();
    exact ? into.add(digits(*exact, of_indices_)) : into.none();
  }

 private:
  struct Digits {
    int decimals;
    std::int64_t unit = Decimal::power(decimals);
    std::int64_t most = std::numeric_limits<std::int64_t>::max() / unit - 1;
  };
  /// The same as `rounded`, which is left to those numbers whose digits may need more than 63 bits.
  int128 digits(const Ratio& exact, const Digits& to) const {
    if (exact.num < 0 || exact.num > to.most) return rounded(exact, to.decimals, publish_.rounding).digits();
    const auto num = static_cast<std::int64_t>(exact.num) * to.unit, den = static_cast<std::int64_t>(exact.den);
    const auto whole = num / den, rest = num % den, other = den - rest;
    const bool up = publish_.rounding == Rounding::half_up     ? rest >= other
                    : publish_.rounding == Rounding::half_even ? rest > other || (rest == other && whole % 2 != 0)
                                                               : false;
    return whole + (up ? 1 : 0);
  }
  const PublishDraft& publish_;
  std::int64_t quanta_in_a_point_;
  Digits of_indices_{publish_.decimals}, of_points_{point_decimals()};
};
}
