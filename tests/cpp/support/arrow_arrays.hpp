#pragma once
#include <algorithm>
#include <chiso/core/build.hpp>
#include <chiso/io/arrow_c.hpp>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chiso_test {
using namespace chiso;

/// An Arrow array made by hand, with its schema; both point into it.
struct ArrowMade {
  std::string format{}, name{};
  std::vector<std::string> buffers{};  ///< Their bytes; the first is the validity bitmap.
  std::vector<bool> has{};             ///< False if the pointer is null.
  std::vector<std::unique_ptr<ArrowMade>> children{};
  std::unique_ptr<ArrowMade> dictionary{};
  ArrowSchema schema{};
  ArrowArray array{};
  std::vector<const void*> pointers{};
  std::vector<ArrowSchema*> child_schemas{};
  std::vector<ArrowArray*> child_arrays{};

  /// Sets the pointers, once nothing moves any more.
  ArrowMade& point() {
    pointers.clear(), child_schemas.clear(), child_arrays.clear();
    for (std::size_t i = 0; i < buffers.size(); ++i) pointers.push_back(has[i] ? buffers[i].data() : nullptr);
    for (auto& child : children) {
      child->point();
      child_schemas.push_back(&child->schema);
      child_arrays.push_back(&child->array);
    }
    if (dictionary) dictionary->point();
    schema.format = format.c_str();
    schema.name = name.c_str();
    schema.flags = ARROW_FLAG_NULLABLE;
    schema.n_children = array.n_children = static_cast<std::int64_t>(children.size());
    schema.children = child_schemas.data();
    schema.dictionary = dictionary ? &dictionary->schema : nullptr;
    array.children = child_arrays.data();
    array.dictionary = dictionary ? &dictionary->array : nullptr;
    array.n_buffers = static_cast<std::int64_t>(buffers.size());
    array.buffers = pointers.data();
    return *this;
  }
};
using ArrowOwned = std::unique_ptr<ArrowMade>;

/// How nulls are marked, and where the cells are.
struct ArrowLayout {
  bool bitmap = true;       ///< There is a bitmap even if nothing is null.
  bool counted = true;      ///< Otherwise the count of nulls is -1.
  std::int64_t offset = 0;  ///< Cells before the first.
};
template <class Cell>
using Cells = std::vector<std::optional<Cell>>;

inline void append(std::string& bytes, const void* from, std::size_t size) { bytes.append(static_cast<const char*>(from), size); }
template <class Number>
void append(std::string& bytes, Number number) {
  append(bytes, &number, sizeof number);
}

/// The array except its values: bitmap and lengths.
template <class Cell>
ArrowOwned arrow_frame(std::string format, const Cells<Cell>& cells, const ArrowLayout& layout) {
  auto out = std::make_unique<ArrowMade>();
  out->format = std::move(format);
  std::string bitmap(static_cast<std::size_t>(layout.offset + static_cast<std::int64_t>(cells.size())) / 8 + 1, '\x55');
  std::int64_t nulls = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto at = static_cast<std::size_t>(layout.offset) + i;
    const auto mask = static_cast<unsigned char>(1U << (at % 8));
    auto byte = static_cast<unsigned char>(bitmap[at / 8]);
    byte = static_cast<unsigned char>(cells[i] ? byte | mask : byte & ~mask);
    bitmap[at / 8] = static_cast<char>(byte);
    nulls += cells[i] ? 0 : 1;
  }
  out->buffers.push_back(std::move(bitmap));
  out->has.push_back(nulls > 0 || layout.bitmap);
  out->array.length = static_cast<std::int64_t>(cells.size());
  out->array.offset = layout.offset;
  out->array.null_count = layout.counted ? nulls : -1;
  return out;
}
inline void add_buffer(ArrowMade& made, std::string bytes) {
  made.buffers.push_back(std::move(bytes));
  made.has.push_back(true);
}

template <class Number>
ArrowOwned arrow_numbers(std::string format, const Cells<Number>& cells, const ArrowLayout& layout = {}) {
  auto out = arrow_frame(std::move(format), cells, layout);
  std::string values;
  for (std::int64_t i = 0; i < layout.offset; ++i) append(values, Number(77));
  for (const auto& cell : cells) append(values, cell.value_or(Number(66)));
  add_buffer(*out, std::move(values));
  return out;
}
inline ArrowOwned arrow_truths(const Cells<bool>& cells, const ArrowLayout& layout = {}) {
  auto out = arrow_frame("b", cells, layout);
  std::string bits(out->buffers[0].size(), '\xAA');
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto at = static_cast<std::size_t>(layout.offset) + i;
    const auto mask = 1U << (at % 8);
    const auto byte = static_cast<unsigned char>(bits[at / 8]);
    bits[at / 8] = static_cast<char>(cells[i].value_or(true) ? byte | mask : byte & ~mask);
  }
  add_buffer(*out, std::move(bits));
  return out;
}
inline ArrowOwned arrow_nulls(std::int64_t length) {
  auto out = std::make_unique<ArrowMade>();
  out->format = "n";
  out->array.length = out->array.null_count = length;
  return out;
}
/// Decimals of `size` bytes, given as their whole digits.
inline ArrowOwned arrow_decimals(const std::string& format, std::size_t size, const Cells<std::int64_t>& cells,
                                 const ArrowLayout& layout = {}) {
  auto out = arrow_frame(format, cells, layout);
  std::string values(static_cast<std::size_t>(layout.offset) * size, '\x11');
  for (const auto& cell : cells) {
    const auto value = cell.value_or(5);
    std::string bytes(size, value < 0 ? '\xFF' : '\0');
    std::memcpy(bytes.data(), &value, std::min<std::size_t>(size, 8));
    values += bytes;
  }
  add_buffer(*out, std::move(values));
  return out;
}
/// Text by offsets (`u`, `U`) or views (`vu`).
inline ArrowOwned arrow_texts(const std::string& format, const Cells<std::string>& cells, const ArrowLayout& layout = {}) {
  auto out = arrow_frame(format, cells, layout);
  Cells<std::string> all(static_cast<std::size_t>(layout.offset), "a text that is longer than a view");
  all.insert(all.end(), cells.begin(), cells.end());
  std::string data, places;
  if (format == "vu") {
    for (const auto& cell : all) {
      const auto text = cell.value_or("null");
      append(places, static_cast<std::int32_t>(text.size()));
      if (text.size() <= 12) {
        places += text + std::string(12 - text.size(), '\0');
      } else {
        places += text.substr(0, 4);
        append(places, std::int32_t{1});
        append(places, static_cast<std::int32_t>(data.size()));
        data += text;
      }
    }
    std::string sizes;
    append(sizes, std::int64_t{0});
    append(sizes, static_cast<std::int64_t>(data.size()));
    add_buffer(*out, std::move(places));
    add_buffer(*out, {});
    add_buffer(*out, std::move(data));
    add_buffer(*out, std::move(sizes));
    return out;
  }
  const auto place = [&] {
    if (format == "u")
      append(places, static_cast<std::int32_t>(data.size()));
    else
      append(places, static_cast<std::int64_t>(data.size()));
  };
  place();
  for (const auto& cell : all) {
    data += cell.value_or("null");
    place();
  }
  add_buffer(*out, std::move(places));
  add_buffer(*out, std::move(data));
  return out;
}
/// The indices of a dictionary.
template <class Number>
ArrowOwned arrow_coded(std::string format, const Cells<Number>& places, ArrowOwned dictionary, const ArrowLayout& layout = {}) {
  auto out = arrow_numbers<Number>(std::move(format), places, layout);
  out->dictionary = std::move(dictionary);
  return out;
}
/// Columns side by side. `offset` and `length` choose among the cells of the children.
inline ArrowOwned arrow_batch(std::vector<std::pair<std::string, ArrowOwned>> columns, std::int64_t length, std::int64_t offset = 0) {
  auto out = std::make_unique<ArrowMade>();
  out->format = "+s";
  out->array.length = length;
  out->array.offset = offset;
  out->buffers.emplace_back();
  out->has.push_back(false);
  for (auto& [name, column] : columns) {
    column->name = name;
    out->children.push_back(std::move(column));
  }
  return out;
}

/// A stream of arrays, which counts what is released.
struct ArrowStream : ArrowArrayStream {
  std::vector<ArrowOwned> arrays{};
  std::size_t next = 0;
  int schemas_released = 0, arrays_released = 0;
  bool released = false;
  std::optional<std::size_t> fails_at{};  ///< The call for this array fails.
  bool schema_fails = false;
  const char* error = "broken";

  explicit ArrowStream(std::vector<ArrowOwned> of) : ArrowArrayStream{}, arrays(std::move(of)) {
    for (auto& array : arrays) array->point();
    private_data = this;
    get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
      auto& own = *static_cast<ArrowStream*>(self->private_data);
      if (own.schema_fails) return 5;
      *out = own.arrays.front()->schema;
      out->private_data = &own;
      out->release = [](ArrowSchema* schema) {
        ++static_cast<ArrowStream*>(schema->private_data)->schemas_released;
        schema->release = nullptr;
      };
      return 0;
    };
    get_next = [](ArrowArrayStream* self, ArrowArray* out) {
      auto& own = *static_cast<ArrowStream*>(self->private_data);
      *out = {};
      if (own.next == own.fails_at) return 5;
      if (own.next == own.arrays.size()) return 0;
      *out = own.arrays[own.next++]->array;
      out->private_data = &own;
      out->release = [](ArrowArray* array) {
        ++static_cast<ArrowStream*>(array->private_data)->arrays_released;
        array->release = nullptr;
      };
      return 0;
    };
    get_last_error = [](ArrowArrayStream* self) { return static_cast<ArrowStream*>(self->private_data)->error; };
    release = [](ArrowArrayStream* self) { static_cast<ArrowStream*>(self->private_data)->released = true; };
  }
  ArrowStream(const ArrowStream&) = delete;
};

/// An array that is malformed, or of a type that is not read, and what is reported of it.
struct BadArrow {
  const char* found;
  std::function<ArrowOwned()> make;
};
inline std::vector<BadArrow> bad_arrows() {
  const auto changed = [](auto change) {
    return [change] {
      auto out = arrow_numbers<std::int64_t>("l", {1, 2});
      out->point();
      change(*out);
      return out;
    };
  };
  const auto type = [](const char* format) {
    return [format] {
      auto out = arrow_numbers<std::int64_t>(format, {1, 2});
      out->point();
      return out;
    };
  };
  const auto pointed = [](auto make) {
    return [make] {
      auto out = make();
      out->point();
      return out;
    };
  };
  return {
      {"a negative length or offset", changed([](ArrowMade& made) { made.array.length = -1; })},
      {"a negative length or offset", changed([](ArrowMade& made) { made.array.offset = -1; })},
      {"a length that no memory holds", changed([](ArrowMade& made) { made.array.length = std::int64_t{1} << 60; })},
      {"a length that no memory holds", changed([](ArrowMade& made) { made.array.offset = std::int64_t{1} << 62; })},
      {"a count of nulls that cannot be", changed([](ArrowMade& made) { made.array.null_count = 3; })},
      {"children, which the type does not have", changed([](ArrowMade& made) { made.array.n_children = 1; })},
      {"another number of buffers than the type has", changed([](ArrowMade& made) { made.array.n_buffers = 3; })},
      {"another number of buffers than the type has", changed([](ArrowMade& made) { made.array.n_buffers = 0; })},
      {"no buffers", changed([](ArrowMade& made) { made.array.buffers = nullptr; })},
      {"no buffer of values", changed([](ArrowMade& made) { made.pointers[1] = nullptr; })},
      {"nulls that are not marked", changed([](ArrowMade& made) {
         made.pointers[0] = nullptr;
         made.array.null_count = 1;
       })},
      {"no format", changed([](ArrowMade& made) { made.schema.format = nullptr; })},
      {"no sizes of buffers", pointed([] {
         auto out = arrow_texts("vu", {"a text that is longer than a view"});
         out->has[4] = false;
         return out;
       })},
      {"offsets of text that decrease", pointed([] {
         auto out = arrow_texts("u", {"a", "b"});
         out->buffers[1][8] = '\xFF';
         out->buffers[1][11] = '\xFF';
         return out;
       })},
      {"a dictionary whose places are no whole numbers", pointed([] {
         auto out = arrow_numbers<double>("g", {0.0});
         out->dictionary = arrow_texts("u", {"a"});
         return out;
       })},
      {"a dictionary in one of schema and array only", changed([](ArrowMade& made) { made.array.dictionary = &made.array; })},
      {"no format",
       [] {
         auto out = arrow_coded<std::int32_t>("i", {0}, arrow_texts("u", {"a"}));
         out->point();
         out->dictionary->schema.format = nullptr;
         return out;
       }},
      {"dictionaries of dictionaries",
       pointed([] { return arrow_coded<std::int32_t>("i", {0}, arrow_coded<std::int32_t>("i", {0}, arrow_texts("u", {"a"}))); })},
      {"dates", type("tdD")},
      {"points in time", type("tsu:UTC")},
      {"times of day", type("ttm")},
      {"lengths of time", type("tDs")},
      {"bytes", type("z")},
      {"structures", type("+s")},
      {"maps", type("+m")},
      {"lists", type("+l")},
      {"lists", type("+vl")},
      {"values of several types", type("+ud:0,1")},
      {"the Arrow type d:50,2,512", type("d:50,2,512")},
      {"the Arrow type d:5", type("d:5")},
      {"the Arrow type a blank", type("")},
  };
}
}
