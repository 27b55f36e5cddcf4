#include <chiso/core/decimal.hpp>

bool part();
int main() { return chiso::Decimal(0.5).text() == "0.5" && part() ? 0 : 1; }
