#include <chiso/core/alike_key.hpp>
#include <gtest/gtest.h>
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
TEST(AlikeKey, TakesAnyText) {
  for (const char* name : {"", " ", "-", "- -", "0", "\xFF", "à\u0301", "ằắẳẵặằắẳẵặằắẳẵặ", "中文 01"})
    EXPECT_EQ(alike_key(name), alike_key(name));
  std::string key = "of another name";
  put_alike_key("A", key);
  EXPECT_EQ(key, "a");
}
}
