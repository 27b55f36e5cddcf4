#include <chiso/core/decimal.hpp>

bool part() { return chiso::Decimal(0.25).text() == "0.25"; }
