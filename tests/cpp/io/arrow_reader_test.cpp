#include "support/arrow_reading.hpp"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace chiso_test {
namespace {
/// Makes the array of cells in every layout, and expects the same result as for texts.
template <class Cell, class Make>
void expect_same(std::string_view column, const Cells<Cell>& cells, const Cells<std::string>& texts, Make&& make) {
  const auto wanted = of_texts(column, texts);
  for (const bool bitmap : {false, true})
    for (const bool counted : {false, true})
      for (const std::int64_t offset : {0, 3, 8, 13}) {
        const auto made = make(cells, ArrowLayout{.bitmap = bitmap, .counted = counted, .offset = offset});
        EXPECT_EQ(of_array(column, *made), wanted) << column << ' ' << made->format << ' ' << bitmap << counted << offset;
      }
}
template <class Number>
void expect_wholes(const std::string& format) {
  const auto make = [&](const Cells<Number>& cells, const ArrowLayout& layout) { return arrow_numbers<Number>(format, cells, layout); };
  expect_same<Number>("cases", {Number(7), {}, Number(0), Number(100)}, {"7", {}, "0", "100"}, make);
  expect_same<Number>("cases", {Number(1), Number(2), Number(3), Number(4)}, {"1", "2", "3", "4"}, make);
  expect_same<Number>("cases", {{}, {}, {}, {}}, {{}, {}, {}, {}}, make);
  expect_same<Number>("score", {Number(5), Number(6), {}, Number(0)}, {"5", "6", {}, "0"}, make);
  expect_same<Number>("plan", {Number(2), {}, Number(3), Number(2)}, {"2", {}, "3", "2"}, make);
  expect_same<Number>("funded", {Number(1), Number(0), Number(2), {}}, {"1", "0", "2", {}}, make);
  expect_same<Number>("unit", {Number(9), Number(8), Number(7), Number(6)}, {"9", "8", "7", "6"}, make);
}
TEST(ArrowReader, ReadsWholeNumbers) {
  expect_wholes<std::int8_t>("c");
  expect_wholes<std::uint8_t>("C");
  expect_wholes<std::int16_t>("s");
  expect_wholes<std::uint16_t>("S");
  expect_wholes<std::int32_t>("i");
  expect_wholes<std::uint32_t>("I");
  expect_wholes<std::int64_t>("l");
  expect_wholes<std::uint64_t>("L");
}
TEST(ArrowReader, ReadsTheLargestAndSmallestWholeNumbers) {
  const auto most = std::numeric_limits<std::uint64_t>::max();
  auto large = arrow_numbers<std::uint64_t>("L", {1, most, {}, 2});
  EXPECT_EQ(of_array("cases", *large), "cell.size /1/cases: 18446744073709551615\n");
  EXPECT_EQ(of_array("unit", *arrow_numbers<std::uint64_t>("L", {1, most, 3, 2})),
            of_texts("unit", {"1", "18446744073709551615", "3", "2"}));
  EXPECT_EQ(of_array("cases", *arrow_numbers<std::int8_t>("c", {1, 2, 3, std::int8_t{-128}})), "cell.min /3/cases: -128\n");
  EXPECT_EQ(of_array("cases", *arrow_numbers<std::uint8_t>("C", {1, 2, 3, std::uint8_t{255}})), of_texts("cases", {"1", "2", "3", "255"}));
  EXPECT_EQ(of_array("cases", *arrow_numbers<std::int64_t>("l", {1, 2, 3, std::numeric_limits<std::int64_t>::min()})),
            "cell.size /3/cases: -9223372036854775808\n");
}
TEST(ArrowReader, ReadsTruths) {
  const auto make = [](const Cells<bool>& cells, const ArrowLayout& layout) { return arrow_truths(cells, layout); };
  expect_same<bool>("funded", {true, {}, false, true}, {"yes", {}, "no", "yes"}, make);
  expect_same<bool>("funded", {true, false, false, true}, {"yes", "no", "no", "yes"}, make);
  EXPECT_EQ(of_array("cases", *arrow_truths({true, {}, false, {}})), "cell.type /0/cases: true\ncell.type /2/cases: false\n");
}
TEST(ArrowReader, ReadsFloats) {
  const auto doubles = [](const Cells<double>& cells, const ArrowLayout& layout) { return arrow_numbers<double>("g", cells, layout); };
  const auto floats = [](const Cells<float>& cells, const ArrowLayout& layout) { return arrow_numbers<float>("f", cells, layout); };
  expect_same<double>("score", {0.07, {}, 4.95, -0.0}, {"0.07", {}, "4.95", "0"}, doubles);
  expect_same<float>("score", {0.07F, {}, 4.95F, 0.0F}, {"0.07", {}, "4.95", "0"}, floats);
  expect_same<double>("cases", {7.0, {}, std::nan(""), 1.0}, {"7", {}, {}, "1"}, doubles);
  expect_same<double>("unit", {7.0, 5.0, 6.0, 1.0}, {"7", "5", "6", "1"}, doubles);
  expect_same<float>("plan", {2.0F, {}, 3.0F, 2.5F}, {"2", {}, "3", "2.5"}, floats);
  expect_same<double>("score", {5.5, 0.001, {}, 1.0}, {"5.5", "0.001", {}, "1"}, doubles);
}
TEST(ArrowReader, HalfFloatsStandForTheirShortestDecimal) {
  const auto make = [](const Cells<std::uint16_t>& cells, const ArrowLayout& layout) {
    return arrow_numbers<std::uint16_t>("e", cells, layout);
  };
  // 0.1, 0.07, 4.95 and -0.0, 1.5, NaN: the bits nearest to them.
  expect_same<std::uint16_t>("score", {std::uint16_t{0x2E66}, {}, std::uint16_t{0x2C7B}, std::uint16_t{0x44F3}},
                             {"0.1", {}, "0.07", "4.95"}, make);
  expect_same<std::uint16_t>("score", {std::uint16_t{0x8000}, {}, std::uint16_t{0x3E00}, std::uint16_t{0x7E00}}, {"0", {}, "1.5", {}},
                             make);
  EXPECT_EQ(of_array("score", *arrow_numbers<std::uint16_t>("e", {std::uint16_t{0x7C00}, {}, std::uint16_t{0xFC00}, {}})),
            "cell.number /0/score: inf\ncell.number /2/score: -inf\n");
  EXPECT_EQ(half_number(0x7BFF), 65504);
  EXPECT_EQ(half_number(0x0001), 6e-8);
  EXPECT_EQ(half_number(0x3C00), 1);
  EXPECT_EQ(half_number(0xBC00), -1);
  EXPECT_EQ(half_number(0x3555), 0.3333);
  // Each has a decimal that is nearer to it than to its neighbours.
  for (unsigned bits = 1; bits < 0x7C00; ++bits) {
    const auto exact = [](unsigned half) {
      const int exponent = static_cast<int>(half >> 10);
      return exponent == 0 ? std::ldexp(half, -24) : std::ldexp(1024 + (half & 0x3FF), exponent - 25);
    };
    const auto found = half_number(static_cast<std::uint16_t>(bits));
    EXPECT_LT(std::abs(found - exact(bits)), std::abs(found - exact(bits - 1))) << bits;
    EXPECT_LT(std::abs(found - exact(bits)), std::abs(found - exact(bits + 1))) << bits;
  }
}
TEST(ArrowReader, ReadsDecimals) {
  for (const auto& [suffix, size] : {std::pair("", 16), {",128", 16}, {",256", 32}, {",64", 8}, {",32", 4}}) {
    const auto type = [&, suffix = suffix](int scale) { return "d:9," + std::to_string(scale) + suffix; };
    const auto bytes = static_cast<std::size_t>(size);
    const auto make = [&](int scale) {
      return [=](const Cells<std::int64_t>& cells, const ArrowLayout& layout) { return arrow_decimals(type(scale), bytes, cells, layout); };
    };
    expect_same<std::int64_t>("score", {7, {}, 495, 0}, {"0.07", {}, "4.95", "0"}, make(2));
    expect_same<std::int64_t>("score", {-7, {}, 495, 1}, {"-0.07", {}, "4.95", "0.01"}, make(2));
    expect_same<std::int64_t>("cases", {70, {}, 0, 25}, {"7", {}, "0", "2.5"}, make(1));
    expect_same<std::int64_t>("cases", {7, {}, 0, 25}, {"700", {}, "0", "2500"}, make(-2));
    expect_same<std::int64_t>("unit", {70, 80, 0, -50}, {"7", "8", "0", "-5"}, make(1));
    expect_same<std::int64_t>("funded", {1, 0, {}, 0}, {"1", "0", {}, "0"}, make(0));
  }
  const std::uint64_t large[] = {0, 0, 0, 0x8000000000000000};  // -2^255
  EXPECT_EQ(decimal_digits(large, 32, 10), "-5789604461865809771178549250434395392663499233282028201972879200395.6564819968");
  const std::uint64_t two_words[] = {~std::uint64_t{0}, 1};
  EXPECT_EQ(decimal_digits(two_words, 16, 0), "36893488147419103231");
  EXPECT_EQ(of_array("cases", *arrow_decimals("d:38,-20", 16, {1, {}, {}, {}})), "cell.size /0/cases: 100000000000000000000\n");
}
TEST(ArrowReader, ReadsText) {
  for (const std::string format : {"u", "U", "vu"}) {
    const auto make = [&](const Cells<std::string>& cells, const ArrowLayout& layout) { return arrow_texts(format, cells, layout); };
    const auto same = [&](std::string_view column, const Cells<std::string>& cells) {
      expect_same<std::string>(column, cells, cells, make);
    };
    same("unit", {"Xã", " Phường Phú Thọ Hòa, thành phố", "Xa\xCC\x83 2", "x"});
    same("unit", {"A", "", {}, "B"});
    same("cases", {"7", {}, "", "1.5"});
    same("plan", {"late", "on_time", "không áp dụng", {}});
    same("funded", {"có", "no", {}, "0"});
    same("score", {{}, {}, {}, {}});
    same("cases", {"\xFF", "1", std::string("1\0", 2), std::string(300, '9')});
  }
}
TEST(ArrowReader, ReadsNullsAsMissing) {
  for (const auto* column : {"unit", "cases", "score", "plan", "funded"})
    EXPECT_EQ(of_array(column, *arrow_nulls(4)), of_texts(column, {{}, {}, {}, {}}));
}
TEST(ArrowReader, ReadsDictionariesAsTheirValues) {
  const auto texts = [](const std::string& format) {
    return arrow_texts(format, {"late", {}, "2", "on_time", "a text that is longer than a view"}, {.offset = 2});
  };
  const auto check = [&]<class Number>(const char* format, Number) {
    for (const std::string values : {"u", "U", "vu"})
      expect_same<Number>(
          "plan", {Number(3), {}, Number(1), Number(2)}, {"on_time", {}, {}, "2"},
          [&](const Cells<Number>& cells, const ArrowLayout& layout) { return arrow_coded<Number>(format, cells, texts(values), layout); });
    expect_same<Number>(
        "unit", {Number(0), Number(4), Number(2), Number(3)}, {"late", "a text that is longer than a view", "2", "on_time"},
        [&](const Cells<Number>& cells, const ArrowLayout& layout) { return arrow_coded<Number>(format, cells, texts("u"), layout); });
  };
  check("c", std::int8_t{});
  check("C", std::uint8_t{});
  check("s", std::int16_t{});
  check("S", std::uint16_t{});
  check("i", std::int32_t{});
  check("I", std::uint32_t{});
  check("l", std::int64_t{});
  check("L", std::uint64_t{});
  const Cells<std::int32_t> places{1, {}, 0, 1};
  EXPECT_EQ(of_array("score", *arrow_coded("i", places, arrow_numbers<double>("g", {0.5, 4.25}))),
            of_texts("score", {"4.25", {}, "0.5", "4.25"}));
  EXPECT_EQ(of_array("cases", *arrow_coded("i", places, arrow_numbers<std::int8_t>("c", {7, {}}))), of_texts("cases", {{}, {}, "7", {}}));
  EXPECT_EQ(of_array("funded", *arrow_coded("i", places, arrow_truths({true, false}))), of_texts("funded", {"no", {}, "yes", "no"}));
  EXPECT_EQ(of_array("cases", *arrow_coded("i", places, arrow_nulls(2))), of_texts("cases", {{}, {}, {}, {}}));
  EXPECT_EQ(of_array("score", *arrow_coded("i", places, arrow_decimals("d:9,2", 16, {50, 125}))),
            of_texts("score", {"1.25", {}, "0.5", "1.25"}));
}
TEST(ArrowReader, RefusesADictionaryIndexOutOfRange) {
  for (const std::int32_t place : {2, -1})
    EXPECT_EQ(of_array("plan", *arrow_coded<std::int32_t>("i", {0, place, {}, 1}, arrow_texts("u", {"late", "on_time"}))),
              "arrow.data /1/plan: a place outside the dictionary\n");
  EXPECT_EQ(of_array("plan", *arrow_coded<std::uint64_t>("L", {0, ~std::uint64_t{0}, {}, 1}, arrow_texts("u", {"late", "on_time"}))),
            "arrow.data /1/plan: a place outside the dictionary\n");
  EXPECT_EQ(of_array("plan", *arrow_coded<std::int32_t>("i", {{}, {}, {}, {}}, arrow_texts("u", {}))), of_texts("plan", {{}, {}, {}, {}}));
}
TEST(ArrowReader, ReadsManyCellsInTiles) {
  constexpr std::size_t rows = 1300;
  Cells<std::int16_t> wholes;
  Cells<float> floats;
  Cells<bool> truths;
  Table table{{"unit", {}}, {"cases", {}}, {"score", {}}, {"funded", {}}, {"plan", {}}};
  for (std::size_t i = 0; i < rows; ++i) {
    const bool gap = i >= 600 && i % 7 == 0;
    wholes.push_back(gap ? std::optional<std::int16_t>() : static_cast<std::int16_t>(i));
    floats.push_back(gap ? std::optional<float>() : static_cast<float>(i % 500) / 100);
    truths.push_back(gap ? std::optional<bool>() : i % 3 == 0);
    table[0].second.push_back(std::to_string(i));
    table[1].second.push_back(gap ? "" : std::to_string(i));
    table[2].second.push_back(gap ? "" : Decimal(static_cast<std::int64_t>(i % 500), 2).text());
    table[3].second.push_back(gap ? "" : i % 3 == 0 ? "yes" : "no");
    table[4].second.push_back("");
  }
  const auto wanted = read(small, table);
  auto frame = frame_reader(small, {.absent_measures = AbsentMeasures::missing});
  const auto unit = add_column(frame, "unit");
  for (const auto& name : table[0].second) add_text(frame, unit, name);
  std::vector<ArrowOwned> arrays;
  arrays.push_back(arrow_numbers("s", wholes, {.offset = 5}));
  arrays.push_back(arrow_numbers("f", floats, {.offset = 1}));
  arrays.push_back(arrow_truths(truths, {.offset = 3}));
  for (std::size_t i = 0; i < 3; ++i) {
    arrays[i]->point();
    add_arrow(frame, add_column(frame, table[i + 1].first), arrays[i]->schema, arrays[i]->array);
  }
  const auto found = frame.build();
  for (const std::size_t i : {0U, 1U, 3U}) {
    EXPECT_TRUE(found.measure(i).values == wanted.measure(i).values);
    EXPECT_TRUE(std::equal(found.measure(i).states.begin(), found.measure(i).states.end(), wanted.measure(i).states.begin(),
                           wanted.measure(i).states.end()));
    EXPECT_EQ(found.statistics(i).least, wanted.statistics(i).least);
    EXPECT_EQ(found.statistics(i).most, wanted.statistics(i).most);
    EXPECT_EQ(found.statistics(i).of_state, wanted.statistics(i).of_state);
  }
}

TEST(ArrowReader, ReadsDatesOfMeasuresThatAreDates) {
  auto draft = table_draft();
  draft.measures.emplace_back("due", measure(MeasureType::date));
  const auto model = Model::build(draft);
  const auto read_as = [&](const ArrowOwned& made) {
    auto frame = frame_reader(model, {.absent_measures = AbsentMeasures::missing});
    const auto unit = add_column(frame, "unit"), due = add_column(frame, "due");
    for (const auto& name : units) add_text(frame, unit, name);
    made->point();
    std::string out;
    for (const auto& line : problems_of([&] {
           add_arrow(frame, due, made->schema, made->array);
           const auto evidence = frame.build();
           const auto column = evidence.measure(4);
           for (std::size_t row = 0; row < 4; ++row)
             out += column.state(row) == State::value ? Date::of_number(column.values[row]).text() + '\n' : std::string("-\n");
         }))
      out += line + '\n';
    return out;
  };
  const std::string wanted = "2024-03-31\n-\n1900-01-01\n2199-12-31\n";
  constexpr std::int64_t days[]{19'813, -25'567, 84'005};
  for (const std::int64_t offset : {0, 3}) {
    const ArrowLayout layout{.offset = offset};
    EXPECT_EQ(read_as(arrow_numbers<std::int32_t>("tdD", {19'813, {}, -25'567, 84'005}, layout)), wanted);
    for (const auto& [format, per_day] : std::vector<std::pair<std::string, std::int64_t>>{
             {"tdm", 86'400'000}, {"tss:", 86'400}, {"tsm:", 86'400'000}, {"tsu:", 86'400'000'000}, {"tsn:", 86'400'000'000'000}})
      EXPECT_EQ(read_as(arrow_numbers<std::int64_t>(format, {days[0] * per_day, {}, days[1] * per_day, days[2] * per_day}, layout)), wanted)
          << format;
  }
  const auto least = std::numeric_limits<std::int64_t>::min(), most = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(read_as(arrow_numbers<std::int32_t>("tdD", {-25'568, 84'006, std::numeric_limits<std::int32_t>::min(), 0})),
            "cell.date /0/due: 1899-12-31\ncell.date /1/due: 2200-01-01\ncell.date /2/due: -5877641-06-23\n");
  EXPECT_EQ(
      read_as(arrow_numbers<std::int64_t>("tsn:", {-1, 86'400'000'000'001, least, 0})),
      "cell.date /0/due: 1969-12-31 23:59:59.999999999\ncell.date /1/due: 1970-01-02 00:00:00.000000001\ncell.date /2/due: 1677-09-21 "
      "00:12:43.145224192\n");
  EXPECT_EQ(read_as(arrow_numbers<std::int64_t>("tss:", {1, 3'661, most, least})),
            "cell.date /0/due: 1970-01-01 00:00:01\ncell.date /1/due: 1970-01-01 01:01:01\ncell.date /2/due: 292277026596-12-04 15:30:07\n"
            "cell.date /3/due: -292277022657-01-27 08:29:52\n");
  EXPECT_EQ(read_as(arrow_numbers<std::int64_t>("tsu:UTC", {0, 0, 0, 0})), "column.type /columns/due: points in time\n");
  EXPECT_EQ(read_as(arrow_numbers<std::int32_t>("tts", {0, 0, 0, 0})), "column.type /columns/due: times of day\n");
  for (const auto* column : {"cases", "score", "plan", "funded", "unit", "block", "ranked"})
    EXPECT_EQ(of_array(column, *arrow_numbers<std::int32_t>("tdD", {1, {}, 2, 3})).substr(0, 21), "column.type /columns/") << column;
}
}
}
