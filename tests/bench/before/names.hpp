#pragma once
// Included before everything where scoring.cpp is compiled with the library of the commit that tests/bench/run names: what has got another
// name since.
#include <chiso/chiso.hpp>

namespace chiso::rules {
using chiso::Deduct, chiso::Options, chiso::PerItem, chiso::Proportional, chiso::Tier, chiso::Tiers, chiso::YesNo;
}
