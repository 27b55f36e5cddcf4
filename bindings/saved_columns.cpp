#include <pybind11/stl.h>
#include "saved_columns.hpp"
#include "arrow_capsules.hpp"
#include <chiso/io/read/frame.hpp>
#include <chiso/io/tables/arrow.hpp>
#include <chiso/io/tables/evidence_table.hpp>
#include <cstring>
#include <deque>
#include <io/read/released.hpp>

namespace chiso_python {
using chiso::Released;
namespace {
[[noreturn]] void damaged(const std::string& why) { throw py::value_error("the saved evidence is damaged: " + why); }

/// The bytes of a cell of fixed width; 0 for text, empty for bits.
std::optional<std::size_t> width_of(std::string_view format) {
  if (format == "b") return {};
  if (format == "u" || format == "U") return 0;
  if (format == "c" || format == "C") return 1;
  if (format == "s" || format == "S") return 2;
  if (format == "i" || format == "I" || format == "tdD") return 4;
  if (format == "l" || format == "L" || format == "g") return 8;
  if (format.starts_with("d:") && format.find(',') == format.rfind(',')) return 16;
  damaged("a column of the format '" + std::string(format) + "'");
}
std::size_t bytes_of_bits(std::size_t rows) { return (rows + 7) / 8; }
template <class Offset>
std::size_t last_offset(const void* offsets, std::size_t rows) {
  Offset last = 0;
  std::memcpy(&last, static_cast<const char*>(offsets) + rows * sizeof(Offset), sizeof last);
  if (last < 0) damaged("an offset below 0");
  return static_cast<std::size_t>(last);
}
/// The length of each buffer of a column; that of the last one depends on the offsets, which are read once they are there.
template <class At>
std::vector<std::size_t> sizes_of(std::string_view format, std::size_t rows, At&& offsets) {
  const auto width = width_of(format);
  if (!width) return {bytes_of_bits(rows), bytes_of_bits(rows)};
  if (*width > 0) return {bytes_of_bits(rows), rows * *width};
  const bool large = format == "U";
  const auto size_of_offset = large ? sizeof(std::int64_t) : sizeof(std::int32_t);
  const void* at = offsets((rows + 1) * size_of_offset);
  const auto last = large ? last_offset<std::int64_t>(at, rows) : last_offset<std::int32_t>(at, rows);
  return {bytes_of_bits(rows), (rows + 1) * size_of_offset, last};
}

py::object saved_column(const ArrowSchema& schema, const ArrowArray& array) {
  if (array.offset != 0) throw py::value_error("a column of evidence begins at its first row");
  const auto rows = static_cast<std::size_t>(array.length);
  const auto sizes = sizes_of(schema.format, rows, [&](std::size_t) { return array.buffers[1]; });
  py::list buffers;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const auto* at = static_cast<const char*>(array.buffers[i]);
    buffers.append(at ? py::object(py::bytes(at, sizes[i])) : py::object(py::none()));
  }
  const py::object dictionary = schema.dictionary ? saved_column(*schema.dictionary, *array.dictionary) : py::object(py::none());
  return py::make_tuple(schema.name ? schema.name : "", schema.format, rows, buffers, dictionary);
}

/// A column restored from its bytes, which `saved` owns.
class RestoredColumn {
 public:
  explicit RestoredColumn(const py::tuple& saved) {
    if (saved.size() != 5) damaged("a column of " + std::to_string(saved.size()) + " parts");
    name_ = saved[0].cast<std::string>();
    format_ = saved[1].cast<std::string>();
    const auto rows = saved[2].cast<std::size_t>();
    if (rows > std::size_t{1} << 40) damaged("a column of " + std::to_string(rows) + " rows");
    const auto list = saved[3].cast<py::list>();
    const auto bytes = [&](std::size_t place) -> std::optional<std::string_view> {
      if (place >= list.size() || list[place].is_none()) return {};
      return list[place].cast<std::string_view>();
    };
    const auto sizes = sizes_of(format_, rows, [&](std::size_t size) -> const void* {
      const auto offsets = bytes(1);
      if (!offsets || offsets->size() < size) damaged("offsets of '" + name_ + "' that are too few");
      return offsets->data();
    });
    if (list.size() != sizes.size()) damaged("a column of " + std::to_string(list.size()) + " buffers");
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      const auto held = bytes(i);
      if (held ? held->size() < sizes[i] : i > 0 && sizes[i] > 0) damaged("a buffer of '" + name_ + "' that is too short");
      buffers_.push_back(held ? held->data() : nullptr);
    }
    schema.format = format_.c_str();
    schema.name = name_.c_str();
    schema.flags = ARROW_FLAG_NULLABLE;
    array.length = static_cast<std::int64_t>(rows);
    array.null_count = -1;
    array.n_buffers = static_cast<std::int64_t>(buffers_.size());
    array.buffers = buffers_.data();
    schema.release = [](ArrowSchema*) {};
    array.release = [](ArrowArray*) {};
    if (saved[4].is_none()) return;
    dictionary_ = std::make_unique<RestoredColumn>(saved[4].cast<py::tuple>());
    schema.dictionary = &dictionary_->schema;
    array.dictionary = &dictionary_->array;
  }
  ArrowSchema schema{};
  ArrowArray array{};

 private:
  std::string name_, format_;
  std::vector<const void*> buffers_;
  std::unique_ptr<RestoredColumn> dictionary_;
};

SavedColumns saved_columns(const chiso::Table& saved) {
  Released<ArrowArrayStream> stream;
  to_arrow(saved, &stream, chiso::FigureType::decimal);
  Released<ArrowSchema> schema;
  Released<ArrowArray> table;
  if (stream.get_schema(&stream, &schema) != 0 || stream.get_next(&stream, &table) != 0)
    throw py::value_error(stream.get_last_error(&stream));
  py::list out;
  for (std::int64_t i = 0; i < schema.n_children && table.release; ++i) out.append(saved_column(*schema.children[i], *table.children[i]));
  return out;
}

chiso::Evidence restored(chiso::EvidenceReader reader, const SavedColumns& columns) {
  for (const auto item : columns) {
    const RestoredColumn column(item.cast<py::tuple>());
    add_arrow(reader, add_column(reader, column.schema.name), column.schema, column.array);
  }
  return reader.build();
}
}

SavedColumns saved_columns(const chiso::Evidence& evidence) { return saved_columns(evidence_table(evidence)); }
SavedColumns saved_columns(const chiso::Evidence& evidence, std::size_t table) { return saved_columns(evidence_table(evidence, table)); }
chiso::Evidence restored_evidence(const chiso::Model& model, const SavedColumns& columns, std::optional<chiso::Roster> roster) {
  return restored(chiso::frame_reader(model, {.roster = std::move(roster)}), columns);
}
chiso::Evidence restored_table(const chiso::Evidence& evidence, std::string_view table, const SavedColumns& columns) {
  return restored(chiso::frame_reader(chiso::TableBelow{.evidence = evidence, .table = std::string(table)}), columns);
}
}
