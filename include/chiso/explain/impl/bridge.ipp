#pragma once
#include <chiso/core/error.hpp>
#include <chiso/evidence/reread.hpp>
#include <chiso/explain/bridge.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
struct Bridges::Data {
  Scores before, now;             // each model on its own table
  Scores now_before, before_now;  // the new model on the old table, and the old model on the new one

  /// The index of a row of some scores in others that have the same rows.
  CHISO_INLINE static std::optional<Rational> index(const Scores& in, const Scores& of, std::size_t row) {
    const auto& evidence = of.evidence();
    const auto track = in.model().track(of.model().tracks()[evidence.track(row)]);
    const auto found = track ? in.evidence().find(evidence.unit(row), evidence.period(row), *track) : std::nullopt;
    const auto index = found ? in.index(*found) : std::nullopt;
    return index ? std::optional(Rational(index->exact())) : std::nullopt;
  }
};

CHISO_INLINE Bridges::Bridges(const Scores& before, const Scores& now) {
  if (before.model().publish().scale != now.model().publish().scale)
    throw ShapeError("the models publish on different scales, " + before.model().publish().scale.text() + " and " +
                     now.model().publish().scale.text());
  data_ = std::make_shared<const Data>(Data{before, now, score(now.model(), reread(before.resolved().given(), now.model())),
                                            score(before.model(), reread(now.resolved().given(), before.model()))});
}
CHISO_INLINE std::optional<Bridge> Bridges::of(std::size_t row_before, std::size_t row_now) const {
  const auto& data = *data_;
  const auto old_old = Data::index(data.before, data.before, row_before), new_new = Data::index(data.now, data.now, row_now);
  const auto new_old = Data::index(data.now_before, data.before, row_before), old_new = Data::index(data.before_now, data.now, row_now);
  if (!old_old || !new_new || !new_old || !old_new) return {};
  Bridge out{.difference = *new_new - *old_old};
  out.model = ((*new_old - *old_old) + (*new_new - *old_new)) / Rational(2);
  out.evidence = out.difference - out.model;
  return out;
}
}
