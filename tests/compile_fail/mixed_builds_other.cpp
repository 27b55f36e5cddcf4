// part of mixed_builds.cpp: the same header, of the compiled library
#include <chiso/core/decimal.hpp>

bool other() { return chiso::Decimal(0.25).text() == "0.25"; }
