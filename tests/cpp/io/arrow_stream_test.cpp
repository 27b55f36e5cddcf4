#include "support/arrow_reading.hpp"
#include <array>
#include <gtest/gtest.h>

namespace chiso_test {
namespace {
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
