#include "tables.hpp"
#include <algorithm>
#include <array>
#include <chiso/evidence/builder.hpp>
#include <chiso/evidence/impl/adaptive_integers.ipp>
#include <gtest/gtest.h>
#include <limits>

namespace chiso_test {
namespace {
using Limits = std::numeric_limits<std::int32_t>;
constexpr std::int64_t most = Limits::max(), least = Limits::min();

std::size_t bytes_each(const ColumnValues& values) {
  return values.visit([](auto all) { return sizeof(typename decltype(all)::element_type); });
}
std::vector<std::int64_t> copy(const AdaptiveIntegers& values) { return values.view().copied_as<std::int64_t>(); }

TEST(AdaptiveIntegers, UseFourBytesUntilAValueNeedsEight) {
  AdaptiveIntegers values;
  for (const auto value : {std::int64_t{0}, most, least}) values.push_back(value);
  EXPECT_EQ(bytes_each(values.view()), 4U);
  EXPECT_EQ(copy(values), (std::vector<std::int64_t>{0, most, least}));
  for (const auto beyond : {most + 1, least - 1, std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
    auto pushed = values, set = values, appended = values;
    pushed.push_back(beyond);
    EXPECT_EQ(bytes_each(pushed.view()), 8U);
    EXPECT_EQ(copy(pushed), (std::vector<std::int64_t>{0, most, least, beyond}));
    set.set(1, beyond);
    EXPECT_EQ(bytes_each(set.view()), 8U);
    EXPECT_EQ(copy(set), (std::vector<std::int64_t>{0, beyond, least}));
    appended.append(std::array{std::int64_t{5}, beyond}, std::min<std::int64_t>(5, beyond), std::max<std::int64_t>(5, beyond));
    EXPECT_EQ(bytes_each(appended.view()), 8U);
    EXPECT_EQ(copy(appended), (std::vector<std::int64_t>{0, most, least, 5, beyond}));
  }
  EXPECT_EQ(copy(values), (std::vector<std::int64_t>{0, most, least})) << "copies are their own";
}

TEST(AdaptiveIntegers, BehaveAsOneListOfAnyWidth) {
  for (const bool wide : {false, true}) {
    AdaptiveIntegers values;
    if (wide) values.widen();
    EXPECT_TRUE(values.empty());
    values.reserve(100);
    EXPECT_GE(values.capacity(), 100U);
    values.append(std::array<std::int64_t, 4>{3, -1, 7, 2}, -1, 7);
    values.resize(6);
    EXPECT_EQ(copy(values), (std::vector<std::int64_t>{3, -1, 7, 2, 0, 0}));
    values.keep(std::array<std::size_t, 3>{1, 2, 5});
    EXPECT_EQ(copy(values), (std::vector<std::int64_t>{-1, 7, 0}));
    EXPECT_EQ(values.size(), 3U);
    EXPECT_EQ(values[1], 7);
    EXPECT_EQ(bytes_each(values.view()), wide ? 8U : 4U);
  }
}

TEST(ColumnValues, CompareByValueWhateverTheirWidth) {
  const std::vector<std::int64_t> wide{1, -2, 3};
  const std::vector<std::int32_t> narrow{1, -2, 3}, other{1, -2, 4};
  const ColumnValues a(wide), b(narrow), c(other);
  EXPECT_TRUE(a == b);
  EXPECT_FALSE(b == c);
  EXPECT_FALSE(a == a.subspan(0, 2));
  EXPECT_TRUE(b.subspan(1, 2) == a.subspan(1, 2));
  EXPECT_EQ(b.subspan(1, 2)[0], -2);
  EXPECT_TRUE(ColumnValues().empty());
  static constexpr std::int64_t numbers[] = {1, -2, 3};
  EXPECT_TRUE(ColumnValues(numbers) == b);
  EXPECT_TRUE(ColumnValues(std::span(narrow).first(2)) == a.subspan(0, 2));
}

/// Amounts in đồng have ten digits and more; a column of them is the same evidence as any other.
TEST(Evidence, StoresColumnsInTheWidthThatTheyNeed) {
  const auto model = model_of(measure(MeasureType::count));
  const auto column = [&](const char* greatest) { return read(model, {{"unit", {"a", "b"}}, {"x", {"12", greatest}}}); };
  EXPECT_EQ(bytes_each(column("2147483647").measure(0).values), 4U);
  const auto evidence = column("3000000000");
  EXPECT_EQ(bytes_each(evidence.measure(0).values), 8U);
  EXPECT_EQ(evidence.measure(0).values[0], 12);
  EXPECT_EQ(evidence.measure(0).values[1], 3'000'000'000);
  EXPECT_EQ(evidence.statistics(0).most, 3'000'000'000);
}
}
}
