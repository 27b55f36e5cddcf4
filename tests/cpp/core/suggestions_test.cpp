#include <chiso/core/suggestions.hpp>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace {
using namespace chiso;
using Names = std::vector<std::string>;

TEST(WithoutMarks, FoldsEveryVietnameseLetter) {
  EXPECT_EQ(without_marks("Xã Đông Đạo"), "xa dong dao");
  EXPECT_EQ(without_marks("àáảãạăằắẳẵặâầấẩẫậ"), std::string(17, 'a'));
  EXPECT_EQ(without_marks("èéẻẽẹêềếểễệ"), std::string(11, 'e'));
  EXPECT_EQ(without_marks("ìíỉĩị"), std::string(5, 'i'));
  EXPECT_EQ(without_marks("òóỏõọôồốổỗộơờớởỡợ"), std::string(17, 'o'));
  EXPECT_EQ(without_marks("ùúủũụưừứửữự"), std::string(11, 'u'));
  EXPECT_EQ(without_marks("ỳýỷỹỵđ"), "yyyyyd");
  EXPECT_EQ(without_marks("ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÊỆỊỌƠỢỤƯỰỸỲ"), "aaaaaaaaaaaaaaaaadeeeiooouuuyy");
  EXPECT_EQ(without_marks("A-1 ñ ø 東 ×"), "a-1 ñ ø 東 ×") << "other letters stay";
  EXPECT_EQ(without_marks("Ã\xFF"), "a\xFF") << "as does what is not UTF-8";
}

TEST(Suggestions, ContainTheTypedText) {
  const Names names{"Hà Nội", "Hà Nam", "Hà Tĩnh", "Hải Phòng", "Hạ Long", "Hà Giang", "Hà Đông", "Đà Nẵng"};
  const auto likely = [&](std::string_view typed) {
    const auto found = Suggestions().likely(typed, names);
    return Names(found.begin(), found.end());
  };
  EXPECT_EQ(likely("ha noi"), Names{"Hà Nội"});
  EXPECT_EQ(likely("HÀ NỘI"), Names{"Hà Nội"});
  EXPECT_EQ(likely("da nang"), Names{"Đà Nẵng"});
  EXPECT_EQ(likely("ha "), (Names{"Hà Nội", "Hà Nam", "Hà Tĩnh", "Hạ Long", "Hà Giang"})) << "the first five";
  EXPECT_EQ(likely("hai pong"), Names{"Hải Phòng"}) << "else the nearest";
  EXPECT_EQ(likely("Cần Thơ"), Names{});
  EXPECT_EQ(likely(""), Names{});
  EXPECT_EQ(Suggestions().likely("a", {}).size(), 0U);
}

TEST(Suggestions, AreNeverTheOpposite) {
  const std::vector<std::string_view> known{"at_least", "max_points", "above", "from", "trên 5", "full_at"};
  for (const auto* typed : {"at_most", "At_most", "min_points", "mim_points", "dưới 5", "zero_at"})
    EXPECT_EQ(nearest(typed, known), std::nullopt) << typed;
  EXPECT_EQ(nearest("at_leest", known), "at_least");
  EXPECT_EQ(nearest("mx_points", known), "max_points");
  EXPECT_EQ(nearest("at_most", {"at_least", "at_most"}), "at_most");
}
TEST(Suggestions, AreFirstOfTheNameThatDiffersInCaseAlone) {
  EXPECT_EQ(nearest("ON_TIME", {"on_tim", "on_time"}), "on_time");
  EXPECT_EQ(nearest("MAX", {"min", "max"}), "max");
}

TEST(Suggestions, OfNamesOfAtMost200Bytes) {
  const std::string known(200, 'a');
  EXPECT_EQ(nearest(std::string(199, 'a') + 'b', {known}), known);
  EXPECT_EQ(nearest(known + 'b', {known}), std::nullopt);
}
TEST(Suggestions, AreFoundQuicklyForLikelyNames) {
  const Names names(20'000, std::string(150, 'b'));
  EXPECT_EQ(Suggestions().likely(std::string(150, 'a'), names).size(), 0U) << "too many letters to compare";
}
}
