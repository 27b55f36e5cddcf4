#include <chiso/core/huge_page_allocator.hpp>
#include <cstddef>
#include <cstdint>
#include <gtest/gtest.h>
#include <limits>
#include <new>

namespace {
using namespace chiso;
constexpr std::size_t page = std::size_t{2} << 20;

bool begins_a_page(const void* block) { return reinterpret_cast<std::uintptr_t>(block) % page == 0; }

TEST(HugePages, AreReservedForLargeVectorsWithoutValues) {
  LargeVector<char> vector;
  EXPECT_TRUE(LargeVector<char>::allocator_type::pages_of(vector).empty());
  vector.reserve(page * 3 / 4);  // more than half of a page, and yet not large
  EXPECT_TRUE(LargeVector<char>::allocator_type::pages_of(vector).empty());
  vector.reserve(page * 5 / 2 + 1);
  const auto pages = LargeVector<char>::allocator_type::pages_of(vector);
  EXPECT_EQ(static_cast<const void*>(pages.data()), vector.data());
  EXPECT_EQ(pages.size(), 3 * page);  // the last one too, more than half of which is used
  vector.push_back('x');
  EXPECT_TRUE(LargeVector<char>::allocator_type::pages_of(vector).empty());
}
TEST(HugePages, EndWithTheLastThatIsHalfUsed) {
  LargeVector<char> vector;
  vector.reserve(page * 5 / 2);
  EXPECT_EQ(LargeVector<char>::allocator_type::pages_of(vector).size(), 2 * page);
}
/// The system can give a huge page only where one begins.
TEST(HugePages, BeginWhereLargeBlocksDo) {
  HugePageAllocator<char> allocator;
  for (const auto count : {page, page + 1, page * 4}) {
    auto* block = allocator.allocate(count);
    EXPECT_TRUE(begins_a_page(block)) << count;
    block[0] = block[count - 1] = 'x';
    allocator.deallocate(block, count);
  }
}
TEST(HugePages, AreNoneForCountsThatNoMemoryHas) {
  HugePageAllocator<std::int64_t> allocator;
  const auto most = (std::numeric_limits<std::size_t>::max)();
  for (const auto count : {most, most / 2, most / 8, most / 16 + 1}) EXPECT_THROW(allocator.allocate(count), std::bad_array_new_length);
}
}
