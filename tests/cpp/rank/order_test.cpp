#include <algorithm>
#include <chiso/rank/order.hpp>
#include <gtest/gtest.h>
#include <support/random.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

RankingIndex exact(std::int64_t num, std::int64_t den) { return {Ratio{num, den}, RankKey::exact, PublishDraft{}}; }
RankingIndex published(std::int64_t num, std::int64_t den, PublishDraft publish = {}) {
  return {Ratio{num, den}, RankKey::published, publish};
}

TEST(RankingIndex, ComparesExactlyWhateverTheDenominator) {
  EXPECT_EQ(exact(8000, 100), exact(80, 1));
  EXPECT_GT(exact(80'000'001, 1'000'000), exact(80, 1));
  EXPECT_GT(exact(0, 1), RankingIndex());
  EXPECT_EQ(RankingIndex(), RankingIndex(std::nullopt, RankKey::published, PublishDraft{}));
  // They differ by less than a step of the prefix: 1/d - 1/(d + 1) with d near 2^53.
  const std::int64_t d = (std::int64_t{1} << 53) - 1;
  EXPECT_EQ(exact(1, d).prefix(), exact(1, d - 1).prefix());
  EXPECT_LT(exact(1, d), exact(1, d - 1));
  EXPECT_GT(exact(100 * (d - 1), d), exact(100 * (d - 2), d - 1));
}
TEST(RankingIndex, ComparesIndicesTooLargeForThePrefix) {
  const std::int64_t large = 100 * (std::int64_t{1} << 54);
  EXPECT_EQ(exact(large, 1).prefix(), exact(large - 1, 1).prefix());
  EXPECT_GT(exact(large, 1), exact(large - 1, 1));
  EXPECT_EQ(exact(large, 2), exact(large / 2, 1));
  const PublishDraft nine{.decimals = 9};
  EXPECT_GT(published(large, 1, nine), published(large - 1, 1, nine));
  const Ratio wide{(int128{1} << 73) + 1, 1'000'000'000};  // its digits take 74 bits
  EXPECT_GT(RankingIndex(wide, RankKey::published, nine), published(100, 1, nine));
}
TEST(RankingIndex, PublishedIsRoundedOnce) {
  EXPECT_EQ(published(79'995, 1000), published(80, 1));
  EXPECT_LT(published(79'994, 1000), published(80, 1));
  EXPECT_LT(published(79'999, 1000, {.rounding = Rounding::down}), published(80, 1));
  const PublishDraft even{.decimals = 0, .rounding = Rounding::half_even};
  EXPECT_EQ(published(805, 10, even), published(80, 1, even));
}

/// Random keys, with many equals and near equals over different denominators.
struct Rows {
  Order::Rows rows{};
  std::size_t width;
  std::vector<RankingIndex> key(std::size_t i) const {
    return {rows.indices.begin() + static_cast<std::ptrdiff_t>(i * width),
            rows.indices.begin() + static_cast<std::ptrdiff_t>((i + 1) * width)};
  }
};
RankingIndex random_index(Random& random) {
  if (random.one_in(6)) return {};
  const auto den = random.of(std::vector<std::int64_t>{1, 2, 4, 100, 999'983, (std::int64_t{1} << 53) - 111});
  return exact(random.one_in(3) ? random.within(0, 3) * den : random.within(0, 100) * (den / 100) + random.within(0, 1), den);
}
Rows random_rows(Random& random, std::size_t count, std::size_t width) {
  Rows out{.width = width};
  std::vector<std::uint32_t> units(count);
  for (std::size_t i = 0; i < count; ++i) units[i] = static_cast<std::uint32_t>(2 * i);
  for (std::size_t i = count; i > 1; --i) std::swap(units[i - 1], units[random.below(i)]);
  out.rows.units.assign(units.begin(), units.end());
  for (std::size_t i = 0; i < count; ++i) {
    out.rows.rows.push_back(static_cast<std::uint32_t>(1000 + i));
    for (std::size_t k = 0; k < width; ++k) {
      auto index = random_index(random);
      while (k == 0 && index == RankingIndex()) index = random_index(random);
      out.rows.indices.push_back(index);
    }
  }
  return out;
}
/// The rank of a key by counting all rows except `left_out`.
std::size_t counted(const Rows& rows, const std::vector<RankingIndex>& key, std::uint32_t unit, std::optional<std::size_t> left_out,
                    Ties ties) {
  std::size_t better = 0, equal_before = 0;
  std::vector<std::vector<RankingIndex>> distinct;
  for (std::size_t i = 0; i < rows.rows.rows.size(); ++i) {
    if (i == left_out) continue;
    const auto other = rows.key(i);
    if (other > key) {
      ++better;
      if (std::find(distinct.begin(), distinct.end(), other) == distinct.end()) distinct.push_back(other);
    } else if (other == key && rows.rows.units[i] < unit) {
      ++equal_before;
    }
  }
  return 1 + (ties == Ties::competition ? better : ties == Ties::dense ? distinct.size() : better + equal_before);
}

TEST(Order, RanksAndPlacesEqualThoseByCountingAllRows) {
  for (std::uint64_t seed = 0; seed < 120; ++seed) {
    Random random(seed);
    const auto rows = random_rows(random, random.below(40), 1 + random.below(3));
    const auto ties = static_cast<Ties>(random.below(3));
    const Order order(rows.rows, rows.width, ties);
    ASSERT_EQ(order.size(), rows.rows.rows.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
      const auto i = order.row(place) - 1000;
      const auto key = rows.key(i);
      const auto unit = rows.rows.units[i];
      ASSERT_TRUE(std::ranges::equal(order.key(place), key));
      ASSERT_EQ(order.rank(place), counted(rows, key, unit, {}, ties)) << "seed " << seed;
      ASSERT_EQ(order.competition(place), counted(rows, key, unit, {}, Ties::competition)) << "seed " << seed;
      ASSERT_EQ(order.rank_of(key, unit, place), order.rank(place)) << "itself, seed " << seed;
      if (place > 0) {
        const auto before = order.row(place - 1) - 1000;
        ASSERT_TRUE(rows.key(before) > key || (rows.key(before) == key && rows.rows.units[before] < unit)) << "seed " << seed;
      }
      // With the key of another row or a new one; in its own place, or beside all others.
      const auto other = random.one_in(2) ? rows.key(random.below(order.size())) : random_rows(random, 1, rows.width).key(0);
      ASSERT_EQ(order.rank_of(other, unit, place), counted(rows, other, unit, i, ties)) << "seed " << seed;
      ASSERT_EQ(order.rank_of(other, unit + 1), counted(rows, other, unit + 1, {}, ties)) << "seed " << seed;
      const auto stranger = static_cast<std::uint32_t>(random.below(2 * order.size()));
      ASSERT_EQ(order.rank_of(other, stranger, place), counted(rows, other, stranger, i, ties))
          << "in the place of another unit, seed " << seed;
    }
  }
}
/// Whole numbers of which all bits differ somewhere do not fit beside their places: the lowest bits are left to whoever compares.
TEST(SortedKeys, SaysWhetherItTellsAllKeysApart) {
  const std::size_t count = 3000;
  for (const int bits : {20, 64}) {
    UnsetVector<std::uint64_t> keys;
    std::vector<std::uint32_t> units, rows;
    for (std::size_t i = 0; i < count; ++i) {
      keys.push_back((i * 0x9E3779B97F4A7C15U) >> (64 - bits));
      units.push_back(static_cast<std::uint32_t>(count - i));
      rows.push_back(static_cast<std::uint32_t>(7 * i));
    }
    keys[1] = keys[2] + 1;
    const SortedKeys sorted(keys, units, rows);
    ASSERT_EQ(sorted.size(), count);
    EXPECT_EQ(sorted.is_exact(), bits == 20);
    for (std::size_t place = 1; place < count; ++place) {
      const auto before = sorted[place - 1] / 7, at = sorted[place] / 7;
      if (sorted.is_exact()) {
        ASSERT_EQ(sorted.key(place), keys[at]);
      }
      if (sorted.is_same(place - 1, place)) {
        ASSERT_LT(units[before], units[at]);
      } else {
        ASSERT_GT(keys[before], keys[at]);
      }
      ASSERT_TRUE(keys[before] != keys[at] || sorted.is_same(place - 1, place));
    }
  }
}
/// So many rows that they are distributed before they are sorted; nearly all within a narrow range, far from the others.
TEST(Order, OfManyRowsIsThatOfSortingThem) {
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    Random random(seed);
    const std::size_t count = 5000 + random.below(5000);
    Order::Rows rows;
    for (std::size_t i = 0; i < count; ++i) {
      rows.rows.push_back(static_cast<std::uint32_t>(i));
      rows.units.push_back(static_cast<std::uint32_t>((i * 7919) % count));
      const auto num = random.one_in(2)     ? random.within(0, 100'000)
                       : random.one_in(100) ? random.within(0, 10'000'000)
                                            : 5'000'000 + random.within(0, 50);
      rows.indices.push_back(seed == 5 ? exact(50, 1) : exact(num, 100'000));
    }
    auto sorted = rows.rows;
    std::sort(sorted.begin(), sorted.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(rows.indices[b], rows.units[a]) < std::pair(rows.indices[a], rows.units[b]);
    });
    const Order order(rows, 1, Ties::ordinal);
    ASSERT_EQ(order.size(), count);
    for (std::size_t place = 0; place < count; ++place) ASSERT_EQ(order.row(place), sorted[place]) << "seed " << seed;
  }
}
TEST(Order, GivesTheFirstRankIfItIsEmpty) {
  for (const auto ties : {Ties::competition, Ties::dense, Ties::ordinal}) {
    const auto key = exact(50, 1);
    EXPECT_EQ(Order({}, 1, ties).rank_of({&key, 1}, 0), 1U);
  }
}
}
