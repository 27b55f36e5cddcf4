#include <chiso/evidence/reader.hpp>
#include <gtest/gtest.h>
#include <io/text/csv_scanner.hpp>
#include <io/text/plain_csv.hpp>
#include <random>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Splits what is plain in one way and the rest in the other, as a reader does; `plain` counts the former.
std::vector<std::vector<std::string>> split(std::string_view text, char delimiter, std::size_t columns, std::size_t& plain) {
  std::vector<std::vector<std::string>> out;
  PlainCsv rows(delimiter, columns);
  CsvScanner scanner(text, delimiter);
  CsvRow row;
  for (std::size_t at = 0;;) {
    rows.split(text, at, 3);
    const auto cells = rows.cells();
    for (std::size_t i = 0; i < rows.rows(); ++i) {
      auto& one = out.emplace_back();
      for (std::size_t column = 0; column < columns; ++column) one.emplace_back(cells[column * rows.rows() + i]);
      EXPECT_EQ(rows.column(0)[i], one[0]);
    }
    plain += rows.rows();
    at = rows.end_of(rows.rows());
    scanner.go_on(text, at);
    if (!scanner.next(row)) return out;
    out.emplace_back(row.cells.begin(), row.cells.end());
    at = scanner.position();
  }
}

TEST(PlainCsv, SplitsAsTheScannerDoes) {
  std::mt19937 random(20);
  std::size_t plain = 0, all = 0;
  for (int run = 0; run < 3000; ++run) {
    const std::size_t columns = 1 + random() % 4;
    const char delimiter = run % 2 == 0 ? ',' : ';';
    const bool is_wild = run % 5 == 0;
    std::string text;
    for (auto rows = random() % 9; rows > 0; --rows) {
      for (std::size_t i = 0; i < columns + (random() % 20 == 0 ? 1 : 0); ++i) {
        const bool is_quoted = random() % 4 == 0;
        const std::string_view letters = is_wild ? "ab,;\"\n\r " : is_quoted ? "a1,;\n ệ" : "a1.- ệ";
        if (i > 0) text += delimiter;
        if (is_quoted) text += '"';
        for (auto size = random() % 12; size > 0; --size) text += letters[random() % letters.size()];
        if (is_quoted) text += '"';
      }
      constexpr std::string_view ends[] = {"\n", "\r\n", "\r", "\n\n"};
      text += ends[random() % 4];
    }
    std::vector<std::vector<std::string>> expected;
    CsvScanner scanner(text, delimiter);
    for (CsvRow row; scanner.next(row);) expected.emplace_back(row.cells.begin(), row.cells.end());
    EXPECT_EQ(split(text, delimiter, columns, plain), expected) << text;
    all += expected.size();
  }
  EXPECT_GT(plain * 3, all);  // else little was compared
}
TEST(PlainCsv, EndsBeforeWhatIsNotPlain) {
  PlainCsv rows(',', 2);
  const auto count = [&](std::string_view text) {
    rows.split(std::string(text) + "\nlonger,rows", 0, 10);
    return rows.rows();
  };
  EXPECT_EQ(count("a,b\nc,d"), 2U);
  EXPECT_EQ(count("a,\"b\""), 1U);
  EXPECT_EQ(count("a,b\nc"), 1U);
  EXPECT_EQ(count("a,b\nc,d,e"), 1U);
  EXPECT_EQ(count("a,b\nc,\"d\"\"e\""), 1U);
  EXPECT_EQ(count("a,b\nc,\"d\"e"), 1U);
  EXPECT_EQ(count("a,b\nc,d\"e"), 1U);
  rows.split("a,b\nc,d", 0, 10);
  EXPECT_EQ(rows.rows(), 0U);  // what follows a row must be seen, eight bytes at a time
  EXPECT_EQ(rows.end_of(0), 0U);
}
}
}
