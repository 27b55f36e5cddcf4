// expects: constant expression|invalid_argument|not a constant
// A double of more than 15 digits is no number that somebody wrote.
#include <chiso/core/decimal.hpp>

constexpr chiso::Decimal third = 1.0 / 3;
