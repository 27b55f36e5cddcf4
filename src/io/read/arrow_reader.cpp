#include <chiso/core/error.hpp>
#include <cstring>
#include <io/read/arrow_cells.hpp>
#include <io/read/arrow_reader.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr const char* well_formed = "data as the Arrow format lays them out";

/// A structure that is released when it is no more needed.
template <class Structure>
struct Owned : Structure {
  Owned() : Structure{} {}
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() {
    if (this->release) this->release(this);
  }
};

/// The cells of a column that are read of an array: a whole chunk, or the part of it that a batch has.
struct Slice {
  std::int64_t from = 0;
  std::int64_t count = 0;
  const std::uint8_t* rows_there = nullptr;  ///< A bit for each row of the batch, where some are null.
  std::int64_t first_row = 0;                ///< Its bit.

  bool is_null(std::int64_t cell) const {
    const auto at = first_row + cell;
    return rows_there && (rows_there[at / 8] >> (at % 8) & 1) == 0;
  }
};

/// Cells that name others by their places.
void add_coded(FrameTable& table, std::size_t column, const ArrowCells& codes, const ArrowCells& names, std::int64_t cell) {
  if (codes.is_null(cell)) return table.missing(column);
  const auto code = codes.whole(cell);
  if (!code || *code < 0 || *code >= names.length())
    return table.unreadable(column, "arrow.data", "a place that the dictionary has not", well_formed);
  names.add(table, column, *code);
}

/// Where `slice` is absent, the whole array.
void read_chunk(FrameTable& table, std::size_t column, const ArrowSchema& schema, const ArrowArray& array, std::optional<Slice> slice) {
  if (!table.reads(column)) return;
  const auto malformed = [&](const char* found) { table.fault(column, "arrow.data", found, well_formed); };
  if (!schema.format) return malformed("no format");
  const auto* values = schema.dictionary;
  const auto type = arrow_type(schema.format), value_type = values && values->format ? arrow_type(values->format) : ArrowType{};
  if (values && !values->format) return malformed("no format");
  const bool coded = values != nullptr;
  if (type.kind == ArrowType::Kind::other) return table.fault(column, "column.type", arrow_words(schema.format), readable_types);
  if (coded && (value_type.kind == ArrowType::Kind::other || values->dictionary))
    return table.fault(column, "column.type", values->dictionary ? "dictionaries of dictionaries" : arrow_words(values->format),
                       readable_types);
  if (coded && type.kind != ArrowType::Kind::whole) return malformed("a dictionary whose places are no whole numbers");
  if (coded != (array.dictionary != nullptr)) return malformed("a dictionary in one of schema and array only");

  const ArrowCells cells(type, array);
  if (const auto* fault = cells.fault()) return malformed(fault);
  if (!slice) slice = Slice{.count = array.length};
  if (!table.has_room(column, static_cast<std::size_t>(slice->count))) return;
  if (slice->from > array.length - slice->count) return malformed("fewer cells than the batch has rows");
  if (!coded && !slice->rows_there) return cells.add(table, column, slice->from, slice->count);

  const ArrowCells names(value_type, coded ? *array.dictionary : array);
  if (const auto* fault = coded ? names.fault() : nullptr) return malformed(fault);
  for (std::int64_t i = 0; i < slice->count && table.reads(column); ++i) {
    if (slice->is_null(i))
      table.missing(column);
    else if (coded)
      add_coded(table, column, cells, names, slice->from + i);
    else
      cells.add(table, column, slice->from + i);
  }
}

[[noreturn]] void fail(std::string_view found, std::string_view expected) {
  throw Error(problem_at({}, Severity::error, "frame.stream", BadCells::shown(found), expected));
}
void check(int code, ArrowArrayStream& stream) {
  if (code == 0) return;
  const char* what = stream.get_last_error ? stream.get_last_error(&stream) : nullptr;
  fail(what && *what != 0 ? std::string(what) : std::strerror(code), "a stream that can be read to its end");
}
void take_schema(ArrowArrayStream& stream, ArrowSchema& out) {
  if (!stream.release || !stream.get_schema || !stream.get_next) fail("a stream that is released", "a stream that can be read to its end");
  check(stream.get_schema(&stream, &out), stream);
  if (!out.format) fail("a schema without a format", well_formed);
}
/// Calls use(array) for each array of a stream.
template <class Use>
void each_array(ArrowArrayStream& stream, Use&& use) {
  for (;;) {
    Owned<ArrowArray> array;
    check(stream.get_next(&stream, &array), stream);
    if (!array.release) return;
    use(array);
  }
}

/// What is wrong with a batch; null where nothing is.
const char* fault_of_batch(const ArrowSchema& schema, const ArrowArray& batch) {
  if (batch.length < 0 || batch.offset < 0) return "a negative length or offset";
  if (batch.length > (std::int64_t{1} << 56) || batch.offset > (std::int64_t{1} << 56)) return "a length that no memory holds";
  if (batch.n_children != schema.n_children || (batch.n_children > 0 && !batch.children))
    return "another number of columns than the schema has";
  for (std::int64_t i = 0; i < batch.n_children; ++i)
    if (!batch.children[i]) return "another number of columns than the schema has";
  if (batch.n_buffers < 0 || batch.n_buffers > 1 || (batch.n_buffers == 1 && !batch.buffers))
    return "another number of buffers than the type has";
  return nullptr;
}
/// Whether a batch has so many rows as it says, as far as can be told: each column is well-formed, and has a buffer of as many cells.
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

void read_arrow(FrameTable& table, std::size_t column, const ArrowSchema& schema, const ArrowArray& array) {
  read_chunk(table, column, schema, array, {});
}

void read_arrow_column(FrameTable& table, std::size_t column, ArrowArrayStream& chunks) {
  Owned<ArrowSchema> schema;
  take_schema(chunks, schema);
  each_array(chunks, [&](const ArrowArray& array) { read_chunk(table, column, schema, array, {}); });
}

void read_arrow_table(FrameTable& table, ArrowArrayStream& batches) {
  Owned<ArrowSchema> schema;
  take_schema(batches, schema);
  if (std::string_view(schema.format) != "+s") fail("a stream of " + arrow_words(schema.format), "a stream of tables");
  if (schema.n_children < 0 || (schema.n_children > 0 && !schema.children)) fail("a schema without its columns", well_formed);
  std::vector<std::size_t> columns;
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    if (!schema.children[i]) fail("a schema without its columns", well_formed);
    columns.push_back(table.column(schema.children[i]->name ? schema.children[i]->name : ""));
  }
  bool is_first = true;
  each_array(batches, [&](const ArrowArray& batch) {
    if (const auto* fault = fault_of_batch(schema, batch)) fail(fault, well_formed);
    if (std::exchange(is_first, false) && has_its_rows(schema, batch)) table.expect_rows(static_cast<std::size_t>(batch.length));
    const auto* there = batch.n_buffers == 1 ? static_cast<const std::uint8_t*>(batch.buffers[0]) : nullptr;
    for (std::size_t i = 0; i < columns.size(); ++i)
      read_chunk(table, columns[i], *schema.children[i], *batch.children[i],
                 Slice{.from = batch.offset, .count = batch.length, .rows_there = there, .first_row = batch.offset});
  });
}
}
