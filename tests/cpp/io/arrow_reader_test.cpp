#include "../evidence/tables.hpp"
#include "support/arrow_arrays.hpp"
#include <chiso/io/read/frame.hpp>
#include <cmath>
#include <gtest/gtest.h>
#include <io/read/arrow_cells.hpp>
#include <limits>

namespace chiso_test {
namespace {
const Model small = Model::build(table_draft());
const Lines units{"A", "B", "C", "D"};

/// Evidence of four units and one more column, which `read` feeds, as text; or the problems.
std::string read_with(std::string_view column, const std::function<void(EvidenceReader&, std::size_t)>& read) {
  auto frame = frame_reader(small, {.absent_measures = AbsentMeasures::missing});
  const bool of_units = column == "unit";
  const auto unit = add_column(frame, "unit");
  if (!of_units)
    for (const auto& name : units) add_text(frame, unit, name);
  const auto at = of_units ? unit : add_column(frame, column);
  std::string out;
  std::optional<Evidence> evidence;
  for (const auto& line : problems_of([&] {
         read(frame, at);
         evidence.emplace(frame.build());
       }))
    out += line + '\n';
  if (!evidence) return out;
  for (std::size_t row = 0; row < evidence->rows(); ++row) {
    out += std::string(evidence->unit(row));
    for (std::size_t i = 0; i < 4; ++i) {
      const auto cells = evidence->measure(i);
      out += ' ' + std::to_string(cells.values[row]) + std::string(name_of(cells.state(row)));
    }
    out += '\n';
  }
  return out;
}
std::string of_texts(std::string_view column, const Cells<std::string>& cells) {
  return read_with(column, [&](EvidenceReader& frame, std::size_t at) {
    for (const auto& cell : cells) cell ? add_text(frame, at, *cell) : frame.missing(at);
  });
}
std::string of_array(std::string_view column, ArrowMade& made) {
  made.point();
  return read_with(column, [&](EvidenceReader& frame, std::size_t at) { add_arrow(frame, at, made.schema, made.array); });
}

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

TEST(ArrowReader, ReportsAMalformedArrayAsAProblemOfTheColumn) {
  for (const auto& bad : bad_arrows()) {
    const auto made = bad.make();
    const bool of_type = to_text(arrow_words(made->schema.format ? made->schema.format : ""), Text::Language::en).find("Arrow type g") ==
                             std::string::npos &&
                         std::string_view(bad.found).find("dictionar") == std::string_view::npos;
    const auto found = read_with("cases", [&](EvidenceReader& frame, std::size_t at) {
      add_arrow(frame, at, made->schema, made->array);
      EXPECT_FALSE(frame.reads(at)) << bad.found;
      add_arrow(frame, at, made->schema, made->array);  // the rest of it is not read
      frame.number(at, 1.0);
    });
    EXPECT_EQ(found.substr(found.find(' ')), std::string(" /columns/cases: ") + bad.found + "\n") << of_type;
  }
  // Cells before the fault, and other columns, are checked all the same.
  const auto made = bad_arrows()[0].make();
  EXPECT_EQ(read_with("unit",
                      [&](EvidenceReader& frame, std::size_t at) {
                        add_text(frame, at, "A");
                        add_arrow(frame, at, made->schema, made->array);
                        const auto cases = add_column(frame, "cases");
                        for (const auto* cell : {"1", "x", "2"}) add_text(frame, cases, cell);
                      }),
            "arrow.data /columns/unit: a negative length or offset\ncell.number /1/cases: x\n");
}
TEST(ArrowReader, RefusesTextOutsideItsBuffer) {
  const auto offsets = [](const std::vector<std::int32_t>& places) {
    auto out = arrow_texts("u", {"a", "b", "c", "d"});
    out->buffers[1].assign(reinterpret_cast<const char*>(places.data()), places.size() * 4);
    return out;
  };
  EXPECT_EQ(of_array("plan", *offsets({0, 0, 0, 0, 0})), of_texts("plan", {"", "", "", ""}));
  EXPECT_EQ(of_array("plan", *offsets({0, 4, 2, 2, 4})),
            "cell.option /0/plan: abcd\narrow.data /1/plan: offsets of text that decrease\ncell.option /3/plan: cd\n");
  EXPECT_EQ(of_array("plan", *offsets({2, 1, 2, 2, 2})),
            "arrow.data /0/plan: offsets of text that decrease\narrow.data /1/plan: offsets of text that decrease\n");
  EXPECT_EQ(of_array("plan", *offsets({0, 5, 4, 4, 4})),
            "arrow.data /0/plan: text outside its buffer\narrow.data /1/plan: offsets of text that decrease\n");
  auto without_data = offsets({0, 0, 1, 1, 1});
  without_data->has[2] = false;
  EXPECT_EQ(of_array("plan", *without_data), "arrow.data /1/plan: text outside its buffer\n");

  const auto view = [](std::int32_t length, std::int32_t buffer, std::int32_t place) {
    auto out = arrow_texts("vu", {"a text that is longer than a view", {}, {}, {}});
    std::string bytes;
    append(bytes, length);
    bytes += "a te";
    append(bytes, buffer);
    append(bytes, place);
    out->buffers[1].replace(0, 16, bytes);
    return out;
  };
  EXPECT_EQ(of_array("unit", *view(33, 1, 0)).substr(0, 34), "a text that is longer than a view ");
  for (const auto& [length, buffer, place] :
       {std::array{-1, 1, 0}, {34, 1, 0}, {33, 1, 1}, {33, 0, 0}, {33, 2, 0}, {33, -1, 0}, {33, 1, -1}})
    EXPECT_EQ(of_array("plan", *view(length, buffer, place)), "arrow.data /0/plan: text outside its buffer\n")
        << length << ' ' << buffer << ' ' << place;
}
TEST(ArrowReader, EmptyArraysNeedNoBuffers) {
  for (const auto* format : {"u", "vu", "g", "l", "b", "d:9,2"}) {
    auto empty = std::string(format) == "u" || std::string(format) == "vu" ? arrow_texts(format, {}) : arrow_numbers<double>(format, {});
    empty->has.assign(empty->has.size(), false);
    empty->point();
    EXPECT_EQ(read_with("plan",
                        [&](EvidenceReader& frame, std::size_t at) {
                          add_arrow(frame, at, empty->schema, empty->array);
                          for (int i = 0; i < 4; ++i) add_text(frame, at, "late");
                          add_arrow(frame, at, empty->schema, empty->array);
                        }),
              of_texts("plan", {"late", "late", "late", "late"}))
        << format;
  }
}
TEST(ArrowReader, RefusesMoreRowsThanEvidenceCanHave) {
  auto made = arrow_nulls(0xFFFF'FFFE);
  EXPECT_EQ(of_array("cases", *made), "rows.limit /columns/cases: 4294967294\n");
}

std::vector<ArrowOwned> batches() {
  std::vector<ArrowOwned> out;
  for (const int batch : {0, 1}) {
    std::vector<std::pair<std::string, ArrowOwned>> columns;
    columns.emplace_back("unit", batch == 0 ? arrow_texts("u", {"x", "A", "B"}) : arrow_texts("u", {"y", "C", "D"}, {.offset = 2}));
    columns.emplace_back("when", arrow_numbers<std::int32_t>("tdD", {1, 2, 3}));
    columns.emplace_back("cases", batch == 0 ? arrow_numbers<std::int32_t>("i", {9, 7, {}}) : arrow_numbers<std::int32_t>("i", {9, 0, 1}));
    out.push_back(arrow_batch(std::move(columns), 2, 1));
  }
  return out;
}
const ReadingOptions lenient{.unknown_columns = UnknownColumns::ignore, .absent_measures = AbsentMeasures::missing};
TEST(ArrowReader, ReadsAStreamAsAWholeTable) {
  ArrowStream stream(batches());
  auto frame = frame_reader(small, lenient);
  add_arrow(frame, stream);
  const auto evidence = frame.build();
  ASSERT_EQ(evidence.rows(), 4U);
  EXPECT_EQ(evidence.unit(0), "A");
  EXPECT_EQ(evidence.unit(3), "D");
  EXPECT_EQ(evidence.measure(0).values[0], 7);
  EXPECT_EQ(evidence.measure(0).state(1), State::missing);
  EXPECT_EQ(evidence.measure(0).values[3], 1);
  EXPECT_EQ(stream.schemas_released, 1);
  EXPECT_EQ(stream.arrays_released, 2);
  EXPECT_FALSE(stream.released);
}
TEST(ArrowReader, RowsOfABatchThatAreNullAreBlank) {
  auto two = batches();
  two[0]->buffers[0] = "\x02";  // its row 1, the first that it has, is valid; the next is not
  two[0]->has[0] = true;
  ArrowStream stream(std::move(two));
  auto frame = frame_reader(small, lenient);
  add_arrow(frame, stream);
  const auto evidence = frame.build();
  ASSERT_EQ(evidence.rows(), 3U);  // a row without anything is skipped
  EXPECT_EQ(evidence.unit(0), "A");
  EXPECT_EQ(evidence.unit(1), "C");
}
TEST(ArrowReader, ReadsAStreamOfOneColumn) {
  std::vector<ArrowOwned> chunks;
  chunks.push_back(arrow_numbers<std::int32_t>("i", {7, {}}));
  chunks.push_back(arrow_numbers<std::int32_t>("i", {0, 1}));
  ArrowStream stream(std::move(chunks));
  EXPECT_EQ(read_with("cases", [&](EvidenceReader& frame, std::size_t at) { add_arrow(frame, at, stream); }),
            of_texts("cases", {"7", {}, "0", "1"}));
  EXPECT_EQ(stream.arrays_released, 2);
  EXPECT_EQ(stream.schemas_released, 1);
  EXPECT_FALSE(stream.released);
}
TEST(ArrowReader, ReportsAStreamThatFails) {
  const auto found = [](void (*change)(ArrowStream&)) {
    ArrowStream stream(batches());
    change(stream);
    auto frame = frame_reader(small, lenient);
    try {
      add_arrow(frame, stream);
    } catch (const Error& error) {
      EXPECT_EQ(stream.arrays_released, static_cast<int>(stream.next));
      return error.problems().at(0).code() + ": " + error.problems().at(0).found();
    }
    return std::string();
  };
  EXPECT_EQ(found([](ArrowStream&) {}), "");
  EXPECT_EQ(found([](ArrowStream& stream) { stream.fails_at = 1; }), "frame.stream: broken");
  EXPECT_EQ(found([](ArrowStream& stream) {
              stream.fails_at = 0;
              stream.error = nullptr;
            }),
            "frame.stream: Input/output error");
  EXPECT_EQ(found([](ArrowStream& stream) { stream.schema_fails = true; }), "frame.stream: broken");
  EXPECT_EQ(found([](ArrowStream& stream) { stream.release = nullptr; }), "frame.stream: a stream that is released");
  EXPECT_EQ(found([](ArrowStream& stream) { stream.get_next = nullptr; }), "frame.stream: a stream that is released");
  EXPECT_EQ(found([](ArrowStream& stream) { stream.arrays[0]->schema.format = "l"; }), "frame.stream: a stream of the Arrow type l");
  EXPECT_EQ(found([](ArrowStream& stream) { stream.arrays[0]->schema.format = "+l"; }), "frame.stream: a stream of lists");
  EXPECT_EQ(found([](ArrowStream& stream) { stream.arrays[0]->schema.n_children = -1; }), "frame.stream: a schema without its columns");
  EXPECT_EQ(found([](ArrowStream& stream) { stream.arrays[0]->child_schemas[1] = nullptr; }), "frame.stream: a schema without its columns");
  EXPECT_EQ(found([](ArrowStream& stream) { stream.arrays[1]->array.n_children = 2; }),
            "frame.stream: another number of columns than the schema has");
  EXPECT_EQ(found([](ArrowStream& stream) { stream.arrays[1]->child_arrays[2] = nullptr; }),
            "frame.stream: another number of columns than the schema has");
  EXPECT_EQ(found([](ArrowStream& stream) { stream.arrays[1]->array.children = nullptr; }),
            "frame.stream: another number of columns than the schema has");
  EXPECT_EQ(found([](ArrowStream& stream) { stream.arrays[1]->array.length = -2; }), "frame.stream: a negative length or offset");
  EXPECT_EQ(found([](ArrowStream& stream) { stream.arrays[1]->array.n_buffers = 2; }),
            "frame.stream: another number of buffers than the type has");
}
TEST(ArrowReader, RefusesAColumnShorterThanItsBatch) {
  auto two = batches();
  two[1]->children[2]->array.length = 2;
  ArrowStream stream(std::move(two));
  auto frame = frame_reader(small, lenient);
  add_arrow(frame, stream);
  EXPECT_EQ(problems_of([&] { frame.build(); }), Lines{"arrow.data /columns/cases: fewer cells than the batch has rows"});
}
}
}
