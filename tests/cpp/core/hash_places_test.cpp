#include <chiso/core/hash_places.hpp>
#include <cstdint>
#include <gtest/gtest.h>

namespace {
using chiso::HashPlaces;

TEST(HashPlaces, AreFoundByHashAmongThoseThatShareSlots) {
  HashPlaces places;
  EXPECT_TRUE(places.empty());
  EXPECT_FALSE(places.contains(0));
  const auto all = [](std::uint32_t) { return true; };
  for (std::uint32_t i = 0; i < 1000; ++i) {
    EXPECT_EQ(places.find(std::uint64_t{i} << 8, all), HashPlaces::none);
    places.add(std::uint64_t{i} << 8, i);  // all of them begin in few slots
  }
  EXPECT_FALSE(places.empty());
  for (std::uint32_t i = 0; i < 1000; ++i) EXPECT_EQ(places.find(std::uint64_t{i} << 8, all), i);
  EXPECT_FALSE(places.contains(1));
}

TEST(HashPlaces, MayShareAHash) {
  HashPlaces places;
  for (std::uint32_t i = 0; i < 40; ++i) places.add(7, i);
  for (std::uint32_t i = 0; i < 40; ++i) EXPECT_EQ(places.find(7, [&](std::uint32_t place) { return place == i; }), i);
  EXPECT_EQ(places.find(7, [](std::uint32_t place) { return place == 40; }), HashPlaces::none);
  EXPECT_EQ(places.find(8, [](std::uint32_t) { return true; }), HashPlaces::none);
}
}
