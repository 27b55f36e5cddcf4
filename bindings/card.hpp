#pragma once
#include "casters.hpp"
#include "scored.hpp"
#include <chiso/score/scorecard.hpp>
#include <memory>

namespace chiso_python {
using Figure = ObjectOf<FigureName>;
using Fraction = ObjectOf<FractionName>;
inline Fraction fraction(const chiso::Rational& value) { return imported("fractions", FractionName{})(value.text()); }
/// A figure as it is published, with the exact fraction that it was rounded from.
inline Figure figure(const chiso::Decimal& published, const chiso::Ratio& exact) {
  return imported("chiso.figures", FigureName{})(published.text(), as_whole(exact.num), as_whole(exact.den));
}

/// A row with its reasons and its placement.
struct Card {
  chiso::Ranked ranked;
  std::size_t row;
  chiso::Scorecard card;

  const chiso::Model& model() const { return ranked.scores().model(); }
  Figure points(std::int64_t quanta) const {
    return figure(published(chiso::Points{quanta}, model()), chiso::reduced(quanta, chiso::Decimal::power(model().point_decimals())));
  }
  friend bool operator==(const Card& a, const Card& b) { return a.row == b.row && a.ranked.scores() == b.ranked.scores(); }
};
}
