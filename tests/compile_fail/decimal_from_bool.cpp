// expects: (deleted function|conversion from .?bool.? to .*Decimal.*ambiguous|no viable conversion|no matching|ambiguous|cannot convert|conversion from .?bool)
// A truth is no number of points.
#include <chiso/core/decimal.hpp>

const chiso::Decimal points = true;
