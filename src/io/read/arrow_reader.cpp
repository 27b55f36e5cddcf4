#include <algorithm>
#include <chiso/core/error.hpp>
#include <cstring>
#include <io/read/arrow_cells.hpp>
#include <io/read/arrow_faults.hpp>
#include <io/read/arrow_stream.hpp>
#include <io/read/frame_problems.hpp>
#include <io/read/released.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
using namespace arrow_faults;
constexpr Words nested_dictionaries{"dictionaries of dictionaries", "từ điển của từ điển"};

/// Which cells of an array are read: a whole chunk, or the part of it that belongs to a batch.
struct Slice {
  std::int64_t from = 0;
  std::int64_t count = 0;
  const std::uint8_t* rows_there = nullptr;  ///< A bit for each row of the batch, if some rows are null.
  std::int64_t first_row = 0;                ///< The index of its bit.

  bool is_null(std::int64_t cell) const {
    const auto at = first_row + cell;
    return rows_there && (rows_there[at / 8] >> (at % 8) & 1) == 0;
  }
};

/// Adds cells of a dictionary array: `codes` are places in `names`.
void add_coded(EvidenceReader& reader, std::size_t column, const ArrowCells& codes, const ArrowCells& names, std::int64_t cell) {
  if (codes.is_null(cell)) return reader.missing(column);
  const auto code = codes.whole(cell);
  if (!code || *code < 0 || *code >= names.length()) return reader.unreadable(column, problems::arrow_data, {not_in_dictionary});
  names.add(reader, column, *code);
}

/// Reads a part of an array.
void read_slice(EvidenceReader& reader, std::size_t column, const ArrowSchema& schema, const ArrowArray& array, const Slice& slice) {
  if (!reader.reads(column)) return;
  const auto malformed = [&](const Words& found) { reader.refuse(column, problems::arrow_data, {found}); };
  if (!schema.format) return malformed(no_format);
  const auto* values = schema.dictionary;
  for (const auto* of : {&schema, values ? values : &schema})
    if (const auto extension = arrow_extension(*of); !extension.empty())
      return reader.refuse(column, problems::column_type, {BadCells::excerpt_or_blank(extension)});
  const auto type = arrow_type(schema.format), value_type = values && values->format ? arrow_type(values->format) : ArrowType{};
  if (values && !values->format) return malformed(no_format);
  const bool coded = values != nullptr;
  if (type.kind == ArrowType::Kind::other) return reader.refuse(column, problems::column_type, {arrow_words(schema.format)});
  if ((coded ? value_type : type).kind == ArrowType::Kind::date && !reader.takes_dates(column))
    return reader.refuse(column, problems::column_type, {arrow_words(coded ? values->format : schema.format)});
  if (coded && (value_type.kind == ArrowType::Kind::other || values->dictionary))
    return reader.refuse(column, problems::column_type, {values->dictionary ? Argument(nested_dictionaries) : arrow_words(values->format)});
  if (coded && type.kind != ArrowType::Kind::whole) return malformed(no_whole_numbers);
  if (coded != (array.dictionary != nullptr)) return malformed(half_a_dictionary);

  const ArrowCells cells(type, array);
  if (const auto fault = cells.fault()) return malformed(*fault);
  if (!reader.has_room(column, static_cast<std::size_t>(slice.count))) return;
  if (slice.from > array.length - slice.count) return malformed(too_few_cells);
  if (!coded && !slice.rows_there) return cells.add(reader, column, slice.from, slice.count);

  const ArrowCells names(value_type, coded ? *array.dictionary : array);
  if (const auto fault = coded ? names.fault() : std::nullopt) return malformed(*fault);
  for (std::int64_t i = 0; i < slice.count && reader.reads(column); ++i) {
    if (slice.is_null(i))
      reader.missing(column);
    else if (coded)
      add_coded(reader, column, cells, names, slice.from + i);
    else
      cells.add(reader, column, slice.from + i);
  }
}

constexpr Words to_its_end{"a stream that can be read to its end", "luồng đọc được đến hết"},
    of_tables{"a stream of tables", "luồng của một bảng"},
    well_formed{"data as the Arrow format lays them out", "dữ liệu đúng theo định dạng Arrow"};
[[noreturn]] void fail(Argument found, const Words& expected) {
  throw Error(problem_at({}, Severity::error, problems::frame_stream, {std::move(found), expected}));
}
void check(int code, ArrowArrayStream& stream) {
  if (code == 0) return;
  const char* what = stream.get_last_error ? stream.get_last_error(&stream) : nullptr;
  fail(BadCells::excerpt_or_blank(what && *what != 0 ? what : std::strerror(code)), to_its_end);
}
void take_schema(ArrowArrayStream& stream, ArrowSchema& out) {
  if (!stream.release || !stream.get_schema || !stream.get_next) fail(released, to_its_end);
  check(stream.get_schema(&stream, &out), stream);
  if (!out.format) fail(schema_without_format, well_formed);
}
/// Calls use(array) for each array of a stream.
template <class Use>
void each_array(ArrowArrayStream& stream, Use&& use) {
  for (;;) {
    Released<ArrowArray> array;
    check(stream.get_next(&stream, &array), stream);
    if (!array.release) return;
    use(array);
  }
}

/// What is wrong with a batch, if anything.
std::optional<Words> fault_of_batch(const ArrowSchema& schema, const ArrowArray& batch) {
  if (batch.length < 0 || batch.offset < 0) return negative_length;
  if (batch.length > (std::int64_t{1} << 56) || batch.offset > (std::int64_t{1} << 56)) return huge_length;
  if (batch.n_children != schema.n_children || (batch.n_children > 0 && !batch.children)) return other_columns;
  for (std::int64_t i = 0; i < batch.n_children; ++i)
    if (!batch.children[i]) return other_columns;
  if (batch.n_buffers < 0 || batch.n_buffers > 1 || (batch.n_buffers == 1 && !batch.buffers)) return other_buffers;
  return {};
}
/// Whether a batch has as many rows as it says, as far as that can be known: each column is well-formed, and has a buffer for so many
/// cells.
bool has_its_rows(const ArrowSchema& schema, const ArrowArray& batch) {
  for (std::int64_t i = 0; i < batch.n_children; ++i) {
    const auto& array = *batch.children[i];
    if (!schema.children[i]->format || array.length < batch.length || array.length - batch.length < batch.offset) return false;
    const auto type = arrow_type(schema.children[i]->format);
    if (type.kind == ArrowType::Kind::other || type.kind == ArrowType::Kind::null || ArrowCells(type, array).fault()) return false;
  }
  return true;
}
}

void add_arrow(EvidenceReader& reader, std::size_t column, const ArrowSchema& schema, const ArrowArray& array) {
  read_slice(reader, column, schema, array, {.count = array.length});
}

void add_arrow(EvidenceReader& reader, std::size_t column, ArrowArrayStream& chunks) {
  Released<ArrowSchema> schema;
  take_schema(chunks, schema);
  each_array(chunks, [&](const ArrowArray& array) { add_arrow(reader, column, schema, array); });
}

namespace {
/// Adds the columns of a stream, and returns their places.
std::vector<std::size_t> columns_of_stream(EvidenceReader& reader, const ArrowSchema& schema) {
  if (std::string_view(schema.format) != "+s") fail({stream_of, {arrow_words(schema.format)}}, of_tables);
  if (schema.n_children < 0 || (schema.n_children > 0 && !schema.children)) fail(schema_without_columns, well_formed);
  std::vector<std::size_t> columns;
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    if (!schema.children[i]) fail(schema_without_columns, well_formed);
    columns.push_back(add_column(reader, schema.children[i]->name ? schema.children[i]->name : ""));
  }
  return columns;
}
/// Adds rows of a batch.
void add_rows(EvidenceReader& reader, std::span<const std::size_t> columns, const ArrowSchema& schema, const ArrowArray& batch,
              std::int64_t from, std::int64_t count) {
  const auto* there = batch.n_buffers == 1 ? static_cast<const std::uint8_t*>(batch.buffers[0]) : nullptr;
  for (std::size_t i = 0; i < columns.size(); ++i)
    read_slice(reader, columns[i], *schema.children[i], *batch.children[i],
               Slice{.from = batch.offset + from, .count = count, .rows_there = there, .first_row = batch.offset + from});
}
}

void add_arrow(EvidenceReader& reader, ArrowArrayStream& batches) {
  Released<ArrowSchema> schema;
  take_schema(batches, schema);
  const auto columns = columns_of_stream(reader, schema);
  bool is_first = true;
  each_array(batches, [&](const ArrowArray& batch) {
    if (const auto fault = fault_of_batch(schema, batch)) fail(*fault, well_formed);
    if (std::exchange(is_first, false) && has_its_rows(schema, batch))
      reader.expect_rows(static_cast<std::size_t>(batch.length), Expected::exactly);
    add_rows(reader, columns, schema, batch, 0, batch.length);
  });
}
void stream_arrow(EvidenceReader& reader, ArrowArrayStream& batches, std::size_t rows, const StreamedRows& to) {
  Released<ArrowSchema> schema;
  take_schema(batches, schema);
  const auto columns = columns_of_stream(reader, schema);
  to.start(reader, rows);
  const auto most = static_cast<std::int64_t>(std::max<std::size_t>(to.rows_at_once, 1));
  std::int64_t waiting = 0;
  each_array(batches, [&](const ArrowArray& batch) {
    if (const auto fault = fault_of_batch(schema, batch)) fail(*fault, well_formed);
    for (std::int64_t from = 0; from < batch.length;) {
      const auto count = std::min(batch.length - from, most - waiting);
      add_rows(reader, columns, schema, batch, from, count);
      from += count;
      waiting += count;
      if (waiting < most) continue;
      to.take();
      waiting = 0;
    }
  });
  to.take();
  to.finish();
}
}
