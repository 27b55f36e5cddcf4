#include <chiso/core/alike_key.hpp>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <vector>

namespace {
using namespace chiso;

TEST(AlikeKey, IsOneForNamesThatDifferInSpellingAlone) {
  for (const auto& names :
       std::vector<std::vector<std::string>>{{"Xã Hòa An", "Xã Hoà An", "xã hòa an", "XÃ HOÀ AN"},
                                             {"Xã Thụy Hoá", "Xã Thuỵ Hóa"},
                                             {"Quý Mỹ", "Qúy Mỹ"},
                                             {"Khuỷu Khỏe", "Khủyu Khoẻ"},
                                             {"Đại Từ", "Ðại Từ", "ðại từ", "ĐẠI TỪ"},
                                             {"Đắk R'Lấp", "Đắk R’Lấp", "Đắk R‘Lấp", "Đắk RʼLấp", "Đắk R`Lấp"},
                                             {"Bà Rịa - Vũng Tàu", "Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu", "Bà Rịa— Vũng Tàu"},
                                             {"00123", "123", "0123"},
                                             {"Phường 01", "Phường 1"},
                                             {"Khối 02-03", "Khối 2 - 3"},
                                             {"0", "00", "000"},
                                             {"a0", "a00"}})
    for (const auto& name : names) EXPECT_EQ(alike_key(name), alike_key(names[0])) << name;
}
TEST(AlikeKey, KeepsNamesApartThatDifferInMore) {
  const std::vector<std::string> names{
      "Xã Hòa An", "Xã Hóa An", "Xã Hoa An", "Xã Hỏa An", "Xã Họa An", "Xã Hoàn",    "Xã Hoan",    "Xã Hoản",   "Đa", "Da",  "Dạ",
      "Đạ",        "R'Lấp",     "RLấp",      "R Lấp",     "A-B",       "AB",         "A B",        "10",        "1",  "100", "1 0",
      "01 1",      "11",        "0",         "",          "Phường 10", "Phường 1",   "Ân",         "An",        "Ăn", "Ơn",  "On",
      "Ôn",        "Ưng",       "Ung",       "Mỹ",        "Mĩ",        "Kiên Giàng", "Kiên Giang", "Kiến Giang"};
  for (std::size_t i = 0; i < names.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) EXPECT_NE(alike_key(names[i]), alike_key(names[k])) << names[i] << " / " << names[k];
}
TEST(AlikeKey, TellsEveryToneOfEveryVowelApart) {
  std::set<std::string> keys;
  for (const char* vowel :
       {"a", "à", "á", "ả", "ã", "ạ", "ă", "ằ", "ắ", "ẳ", "ẵ", "ặ", "â", "ầ", "ấ", "ẩ", "ẫ", "ậ", "e", "è", "é", "ẻ", "ẽ", "ẹ",
        "ê", "ề", "ế", "ể", "ễ", "ệ", "i", "ì", "í", "ỉ", "ĩ", "ị", "o", "ò", "ó", "ỏ", "õ", "ọ", "ô", "ồ", "ố", "ổ", "ỗ", "ộ",
        "ơ", "ờ", "ớ", "ở", "ỡ", "ợ", "u", "ù", "ú", "ủ", "ũ", "ụ", "ư", "ừ", "ứ", "ử", "ữ", "ự", "y", "ỳ", "ý", "ỷ", "ỹ", "ỵ"})
    EXPECT_TRUE(keys.insert(alike_key(vowel)).second) << vowel;
  EXPECT_EQ(keys.size(), 72U);
}
TEST(AlikeKey, TakesEveryDashForTheSame) {
  for (const char* dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"})
    EXPECT_EQ(alike_key(std::string("A ") + dash + " B"), alike_key("A-B")) << dash;
  for (const char* other : {"\u2016", "\u2043", "\u2211", "_"})
    EXPECT_NE(alike_key(std::string("A ") + other + " B"), alike_key("A-B")) << other;
}
TEST(AlikeKey, TakesAnyText) {
  for (const char* name : {"", " ", "-", "- -", "0", "\xFF", "à\u0301", "ằắẳẵặằắẳẵặằắẳẵặ", "中文 01"})
    EXPECT_EQ(alike_key(name), alike_key(name));
  std::string key = "of another name";
  put_alike_key("A", key);
  EXPECT_EQ(key, "a");
}
}
