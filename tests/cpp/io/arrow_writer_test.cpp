// Arrow's structures, read by hand as their specification says.
#include <chiso/core/decimal.hpp>
#include <chiso/io/tables/arrow.hpp>
#include <cstring>
#include <gtest/gtest.h>
#include <io/tables/arrow_writer.hpp>
#include <string>

namespace {
using namespace chiso;
using Has = std::vector<std::uint8_t>;
using Texts = std::vector<std::string>;
constexpr auto none = TextCells::none;

/// A column of each kind, with rows 0, 1, 2; columns that may have none have none in row 1.
chiso::Table three_rows() {
  std::vector<TableColumn> columns;
  columns.push_back({"unit", false, TextCells{TableNames(Texts{"a", "bé"}), {1, 0, 1}}});
  columns.push_back({"reason", true, TextCells{TableNames(Texts{"late"}), {0, none, 0}}});
  columns.push_back({"class", true, TextCells{TableNames(Texts{"good", "low"}), {1, none, 0}, true}});
  columns.push_back({"index", true, FigureCells{2, {8176, 0, -5}, {}, {1, 0, 1}}});
  columns.push_back({"rank", true, WholeCells{{1, 0, 2}, {1, 0, 1}}});
  columns.push_back({"ranked", false, TruthCells{{1, 0, 1}, {}}});
  columns.push_back({"due", true, DateCells{{19'813, 0, -25'567}, {1, 0, 1}}});
  return {std::move(columns), 3};
}

/// The contents of a stream, released at the end.
struct Given {
  explicit Given(const chiso::Table& table, FigureType figures = FigureType::float64, std::int64_t most = 1000) {
    to_arrow(table, &stream, figures, most);
    EXPECT_EQ(stream.get_schema(&stream, &schema), 0);
    EXPECT_EQ(stream.get_next(&stream, &batch), 0);
    EXPECT_EQ(stream.get_last_error(&stream), nullptr);
  }
  Given(const Given&) = delete;
  Given& operator=(const Given&) = delete;
  ~Given() {
    if (stream.release) stream.release(&stream);
    if (batch.release) batch.release(&batch);
    if (schema.release) schema.release(&schema);
  }
  std::string format(std::size_t child) const { return schema.children[child]->format; }
  ArrowArrayStream stream{};
  ArrowSchema schema{};
  ArrowArray batch{};
};
template <class T>
std::vector<T> values(const ArrowArray& array, std::size_t buffer = 1) {
  const auto* from = static_cast<const T*>(array.buffers[buffer]);
  return {from, from + array.length};
}
Has bits(const ArrowArray& array, std::size_t buffer) {
  Has out;
  for (std::int64_t i = 0; i < array.length; ++i)
    out.push_back(static_cast<const std::uint8_t*>(array.buffers[buffer])[i / 8] >> (i % 8) & 1);
  return out;
}
template <class Offset = std::int32_t>
Texts texts(const ArrowArray& array) {
  const auto* offsets = static_cast<const Offset*>(array.buffers[1]);
  const auto* bytes = static_cast<const char*>(array.buffers[2]);
  Texts out;
  for (std::int64_t i = 0; i < array.length; ++i)
    out.emplace_back(bytes + offsets[i], static_cast<std::size_t>(offsets[i + 1] - offsets[i]));
  return out;
}

TEST(Arrow, TheSchemaHasNamesTypesAndNullability) {
  const Given given(three_rows());
  EXPECT_STREQ(given.schema.format, "+s");
  EXPECT_EQ(given.schema.flags, 0);
  ASSERT_EQ(given.schema.n_children, 7);
  const Texts names{"unit", "reason", "class", "index", "rank", "ranked", "due"}, formats{"u", "u", "c", "g", "l", "b", "tdD"};
  const std::vector<bool> nullable{false, true, true, true, true, false, true};
  for (std::size_t i = 0; i < 7; ++i) {
    const auto& child = *given.schema.children[i];
    EXPECT_EQ(child.name, names[i]);
    EXPECT_EQ(child.format, formats[i]);
    EXPECT_EQ((child.flags & ARROW_FLAG_NULLABLE) != 0, nullable[i]) << names[i];
    EXPECT_EQ(child.dictionary != nullptr, names[i] == "class");
    EXPECT_EQ(child.n_children, 0);
    EXPECT_EQ(child.metadata, nullptr);
  }
  EXPECT_STREQ(given.schema.children[2]->dictionary->format, "u");
}

TEST(Arrow, ABatchHasCellsAndValidityBits) {
  const auto table = three_rows();
  const Given given(table);
  const auto& batch = given.batch;
  ASSERT_EQ(batch.length, 3);
  ASSERT_EQ(batch.n_children, 7);
  EXPECT_EQ(batch.n_buffers, 1);
  EXPECT_EQ(batch.buffers[0], nullptr);
  EXPECT_EQ(batch.null_count, 0);
  const std::vector<std::int64_t> nulls{0, 1, 1, 1, 1, 0, 1}, buffers{3, 3, 2, 2, 2, 2, 2};
  for (std::size_t i = 0; i < 7; ++i) {
    const auto& child = *batch.children[i];
    EXPECT_EQ(child.length, 3);
    EXPECT_EQ(child.offset, 0);
    EXPECT_EQ(child.null_count, nulls[i]) << i;
    EXPECT_EQ(child.n_buffers, buffers[i]) << i;
    if (nulls[i] == 0)
      EXPECT_EQ(child.buffers[0], nullptr) << i;
    else
      EXPECT_EQ(bits(child, 0), (Has{1, 0, 1})) << i;
  }
  EXPECT_EQ(texts(*batch.children[0]), (Texts{"bé", "a", "bé"}));
  EXPECT_EQ(texts(*batch.children[1]), (Texts{"late", "", "late"}));
  EXPECT_EQ(values<std::int8_t>(*batch.children[2]), (std::vector<std::int8_t>{1, 0, 0}));
  EXPECT_EQ(texts(*batch.children[2]->dictionary), (Texts{"good", "low"}));
  EXPECT_EQ(values<double>(*batch.children[3]), (std::vector<double>{81.76, 0, -0.05}));
  EXPECT_EQ(values<std::int64_t>(*batch.children[4]), (std::vector<std::int64_t>{1, 0, 2}));
  EXPECT_EQ(batch.children[4]->buffers[1], std::get<WholeCells>(table.column("rank").cells).values.data()) << "borrowed";
  EXPECT_EQ(bits(*batch.children[5], 1), (Has{1, 0, 1}));
  EXPECT_EQ(values<std::int32_t>(*batch.children[6]), (std::vector<std::int32_t>{19'813, 0, -25'567}));
}

TEST(Arrow, ColumnsMayBeBlankOrTheSameInEveryRow) {
  constexpr std::size_t rows = 19;  // more than two bytes of bits
  const std::vector<std::uint32_t> blank(rows, none), first(rows, 0);
  const Has has_none(rows, 0), every_third{1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1};
  const Given given(chiso::Table({{"a", true, TextCells{TableNames(Texts{"late"}), blank}},
                                  {"b", true, TextCells{TableNames(), blank}},
                                  {"c", true, TextCells{TableNames(Texts{"good", "low"}), blank, true}},
                                  {"d", false, TextCells{TableNames(Texts{"bé"}), first}},
                                  {"e", false, TextCells{TableNames(Texts{""}), first}},
                                  {"f", true, FigureCells{1, std::vector<std::int64_t>(rows, 0), {}, has_none}},
                                  {"g", true, WholeCells{std::vector<std::int64_t>(rows, 0), every_third}},
                                  {"h", false, TruthCells{every_third, {}}}},
                                 rows));
  const auto child = [&](std::size_t i) -> const ArrowArray& { return *given.batch.children[i]; };
  for (const std::size_t i : {0, 1, 2, 5}) {
    EXPECT_EQ(child(i).null_count, rows) << i;
    EXPECT_EQ(bits(child(i), 0), has_none) << i;
  }
  EXPECT_EQ(texts(child(0)), Texts(rows));
  EXPECT_EQ(texts(child(1)), Texts(rows));
  EXPECT_EQ(values<std::int8_t>(child(2)), std::vector<std::int8_t>(rows));
  EXPECT_EQ(child(3).null_count, 0);
  EXPECT_EQ(texts(child(3)), Texts(rows, "bé"));
  EXPECT_EQ(texts(child(4)), Texts(rows));
  EXPECT_EQ(bits(child(6), 0), every_third);
  EXPECT_EQ(bits(child(7), 1), every_third);
}

TEST(Arrow, DoublesAreTheNearestToEveryFigure) {
  const std::int64_t edge = std::int64_t{1} << 51;
  std::vector<std::int64_t> digits{0, 1, -1, 8176, edge - 1, 1 - edge};
  const auto nearest = [&] {
    std::vector<double> out;
    for (const auto one : digits) out.push_back(nearest_double(Decimal::fixed(one, 2)));
    return out;
  };
  const auto given = [&] {
    const Given of(chiso::Table({{"x", false, FigureCells{2, digits, {}, {}}}}, digits.size()));
    return values<double>(*of.batch.children[0]);
  };
  EXPECT_EQ(given(), nearest());
  digits.insert(digits.end(), {edge, -edge, 4 * edge + 3});
  EXPECT_EQ(given(), nearest());
}

TEST(Arrow, DecimalsAreExact) {
  const Given given(three_rows(), FigureType::decimal);
  EXPECT_EQ(given.format(3), "d:18,2");
  EXPECT_EQ(values<int128>(*given.batch.children[3]), (std::vector<int128>{8176, 0, -5}));
  const int128 huge = int128{1'000'000'000'000'000'000} * 1000;
  const Given wide(chiso::Table({{"x", false, FigureCells{9, {}, {huge, -huge}, {}}},
                                 {"y", false, FigureCells{0, {std::int64_t{1'000'000'000'000'000'000}, 1}, {}, {}}}},
                                2),
                   FigureType::decimal);
  EXPECT_EQ(wide.format(0), "d:38,9");
  EXPECT_EQ(values<int128>(*wide.batch.children[0]), (std::vector<int128>{huge, -huge}));
  EXPECT_EQ(wide.format(1), "d:38,0");
}

TEST(Arrow, LongTextIsLargeUtf8) {
  const Given given(three_rows(), FigureType::float64, 6);  // units take 7 bytes, reasons 8
  EXPECT_EQ(given.format(0), "U");
  EXPECT_EQ(texts<std::int64_t>(*given.batch.children[0]), (Texts{"bé", "a", "bé"}));
  EXPECT_EQ(Given(three_rows(), FigureType::float64, 7).format(0), "u");
}

TEST(Arrow, IndicesOfADictionaryAreAsSmallAsItsNamesAllow) {
  for (const auto& [count, format] : {std::pair{128, "c"}, {129, "s"}, {32768, "s"}, {32769, "i"}}) {
    Texts names;
    for (int i = 0; i < count; ++i) names.push_back(std::to_string(i));
    const Given given(chiso::Table({{"x", false, TextCells{TableNames(names), {static_cast<std::uint32_t>(count - 1)}, true}}}, 1));
    EXPECT_EQ(given.format(0), format);
    const auto& child = *given.batch.children[0];
    EXPECT_EQ(child.dictionary->length, count);
    const auto last = *format == 'c'   ? values<std::int8_t>(child)[0]
                      : *format == 's' ? values<std::int16_t>(child)[0]
                                       : values<std::int32_t>(child)[0];
    EXPECT_EQ(last, count - 1);
  }
}

TEST(Arrow, ATableWithoutRowsIsAnEmptyBatch) {
  const Given given(chiso::Table({{"unit", false, TextCells{}},
                                  {"class", true, TextCells{{}, {}, true}},
                                  {"index", true, FigureCells{}},
                                  {"rank", true, WholeCells{}},
                                  {"ranked", false, TruthCells{}}},
                                 0));
  ASSERT_NE(given.batch.release, nullptr);
  EXPECT_EQ(given.batch.length, 0);
  ASSERT_EQ(given.batch.n_children, 5);
  EXPECT_EQ(texts(*given.batch.children[0]), Texts{});
  EXPECT_EQ(static_cast<const std::int32_t*>(given.batch.children[0]->buffers[1])[0], 0);
  EXPECT_EQ(given.batch.children[1]->dictionary->length, 0);
  const Given nothing(chiso::Table({}, 2));
  EXPECT_EQ(nothing.batch.length, 2);
  EXPECT_EQ(nothing.batch.n_children, 0);
}

TEST(Arrow, AStreamEndsAfterItsBatchAndRepeatsItsSchema) {
  Given given(three_rows());
  for (int i = 0; i < 2; ++i) {
    ArrowArray more{};
    more.length = 7;
    more.release = [](ArrowArray*) {};
    EXPECT_EQ(given.stream.get_next(&given.stream, &more), 0);
    EXPECT_EQ(more.release, nullptr);
  }
  ArrowSchema again{};
  EXPECT_EQ(given.stream.get_schema(&given.stream, &again), 0);
  EXPECT_EQ(again.n_children, 7);
  again.release(&again);
}

TEST(Arrow, ExportedDataOutlivesTheTableAndTheStream) {
  Given given(three_rows());  // the table is gone already
  given.stream.release(&given.stream);
  EXPECT_EQ(given.stream.release, nullptr);
  EXPECT_EQ(values<std::int64_t>(*given.batch.children[4]), (std::vector<std::int64_t>{1, 0, 2}));
  EXPECT_STREQ(given.schema.children[0]->name, "unit");
}

TEST(Arrow, MovedChildrenOutliveTheirParent) {
  Given given(three_rows());
  const auto move = [](auto& child) {
    const auto out = child;
    child.release = nullptr;
    return out;
  };
  auto rank = move(*given.batch.children[4]), classes = move(*given.batch.children[2]);
  auto dictionary = move(*classes.dictionary);
  auto name = move(*given.schema.children[1]);
  given.stream.release(&given.stream);
  given.batch.release(&given.batch);
  given.schema.release(&given.schema);
  classes.release(&classes);
  EXPECT_EQ(values<std::int64_t>(rank), (std::vector<std::int64_t>{1, 0, 2}));
  EXPECT_EQ(texts(dictionary), (Texts{"good", "low"}));
  EXPECT_STREQ(name.name, "reason");
  rank.release(&rank);
  dictionary.release(&dictionary);
  name.release(&name);
  EXPECT_EQ(rank.release, nullptr);
}

TEST(Arrow, TheLastReleaseFreesEverything) {
  const auto owner = std::make_shared<Texts>(Texts{"a"});
  {
    Given given(chiso::Table(
        {{"x", false, TextCells{TableNames(owner, *owner), {0}}}, {"y", true, TextCells{TableNames(owner, *owner), {0}, true}}}, 1));
    EXPECT_GT(owner.use_count(), 1);
    auto moved = *given.batch.children[0];
    given.batch.children[0]->release = nullptr;
    given.stream.release(&given.stream);
    given.batch.release(&given.batch);
    EXPECT_GT(owner.use_count(), 1) << "a child that was moved away keeps what it borrows";
    moved.release(&moved);
    EXPECT_EQ(owner.use_count(), 1);
  }
  {
    const Given all(chiso::Table({{"x", false, TextCells{TableNames(owner, *owner), {0}}}}, 1));
  }
  EXPECT_EQ(owner.use_count(), 1);
}

TEST(Arrow, ReleasingTwiceIsHarmless) {
  Given given(three_rows());
  const auto twice = [](auto& structure) {
    const auto release = structure.release;
    release(&structure);
    release(&structure);
    EXPECT_EQ(structure.release, nullptr);
  };
  const auto next = given.stream.get_next;
  const auto schema = given.stream.get_schema;
  const auto error = given.stream.get_last_error;
  twice(given.stream);
  twice(given.batch);
  twice(given.schema);
  ArrowArray array{};
  ArrowSchema more{};
  EXPECT_NE(next(&given.stream, &array), 0);
  EXPECT_NE(schema(&given.stream, &more), 0);
  EXPECT_EQ(error(&given.stream), nullptr);
}
}
