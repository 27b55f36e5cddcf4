#include <chiso/core/fields.hpp>
#include <chiso/core/rounding.hpp>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace {
using namespace chiso;

struct Plain {
  int first;
  std::optional<std::string> second{};
  std::vector<int> third{};
  static constexpr auto fields() {
    return std::tuple{required("first", &Plain::first, {"one", "one"}), optional("second", &Plain::second, {"two", "two"}),
                      optional("third", &Plain::third, {"three", "three"})};
  }
};
struct WithAbout {
  std::string name;
  About about{};
  static constexpr auto fields() { return std::tuple{required("name", &WithAbout::name, {"its name", "its name"})}; }
};
struct Forgetful {
  int told;
  int forgotten;
  static constexpr auto fields() { return std::tuple{required("told", &Forgetful::told, {"", ""})}; }
};
static_assert(lists_every_member<Plain>() && lists_every_member<WithAbout>() && lists_every_member<About>());
static_assert(!lists_every_member<Forgetful>());
static_assert(Described<Plain> && !Annotated<Plain> && Annotated<WithAbout> && !Described<int>);
static_assert(member_count<Plain>() == 3 && field_count<Plain> == 3);

TEST(Fields, AreVisitedInOrder) {
  Plain plain{.first = 1};
  std::string seen;
  for_each_field<Plain>([&]<class F>(const F& field) {
    seen += std::string(field.name) + (F::required ? "!" : "?");
    if constexpr (std::is_same_v<typename F::type, int>) plain.*field.member = 7;
  });
  EXPECT_EQ(seen, "first!second?third?");
  EXPECT_EQ(plain.first, 7);
}

TEST(Fields, CompareEveryFieldAndAbout) {
  EXPECT_TRUE((Plain{1, {}, {2}} == Plain{1, {}, {2}}));
  EXPECT_FALSE((Plain{1, {}, {2}} == Plain{1, {}, {3}}));
  EXPECT_FALSE((Plain{1, "a", {}} == Plain{1, {}, {}}));
  EXPECT_TRUE((WithAbout{"a", {}} == WithAbout{"a", {}}));
  EXPECT_FALSE((WithAbout{"a", {}} == WithAbout{"a", {.note = Text("n")}}));
}

TEST(Names, OfEnumerationsAreWrittenAndReadBack) {
  EXPECT_EQ(name_of(Rounding::half_even), "half_even");
  EXPECT_EQ(named<Rounding>("down"), Rounding::down);
  EXPECT_EQ(named<Rounding>("Down"), std::nullopt);
  EXPECT_EQ(named<Rounding>(""), std::nullopt);
}
}
