#include <chiso/core/decimal.hpp>
#include <cstdlib>
#include <gtest/gtest.h>
#include <support/random.hpp>

namespace chiso_test {
namespace {
using namespace chiso;
TEST(NearestDouble, EqualsTheDoubleReadFromTheText) {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    Random random(seed);
    const auto scale = static_cast<int>(random.below(19));
    int128 digits = random.within(-(std::int64_t{1} << 53) - 9, (std::int64_t{1} << 53) + 9);
    if (random.one_in(3)) digits = digits * random.within(1, 1'000'000'000) + random.within(0, 9);
    const auto value = Decimal::fixed(digits, scale);
    ASSERT_EQ(nearest_double(value), std::strtod(value.text().c_str(), nullptr)) << value;
  }
  EXPECT_EQ(nearest_double(Decimal::fixed((int128{1} << 53) + 1, 0)), 9007199254740992.0) << "half way to the even one";
  EXPECT_EQ(nearest_double(Decimal::fixed(8176, 2)), 81.76);
  EXPECT_EQ(nearest_double(Decimal::fixed(-5, 2)), -0.05);
}
}
}
