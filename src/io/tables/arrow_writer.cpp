#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <io/tables/arrow_writer.hpp>
#include <limits>
#include <memory>
#include <new>
#include <string>

namespace chiso::inline CHISO_BUILD {
namespace {
/// The Arrow type of a column.
struct ArrowColumn {
  const TableColumn* of = nullptr;
  std::string format{};
  std::size_t most_bytes = 0;  // no less than those of its text
  bool is_large = false;       // whether it needs large_utf8
};

std::size_t longest(const TableNames& names) {
  std::size_t out = 0;
  for (const auto& name : names.list()) out = std::max(out, name.size());
  return out;
}
std::size_t exact_text_bytes(const TextCells& text) {
  std::size_t sum = 0;
  for (const auto code : text.codes) sum += code == TextCells::none ? 0 : text.names[code].size();
  return sum;
}
bool has_more_than_18_digits(const FigureCells& figures) {
  constexpr std::int64_t most = 999'999'999'999'999'999;
  return !figures.wide.empty() ||
         std::any_of(figures.digits.begin(), figures.digits.end(), [](std::int64_t digits) { return digits > most || digits < -most; });
}
const char* index_format(const TextCells& text) { return text.names.size() <= 128 ? "c" : text.names.size() <= 32768 ? "s" : "i"; }

/// What a stream exports: the table and the types of its columns.
struct Layout {
  Table table;
  FigureType figures;
  std::vector<ArrowColumn> columns{};

  Layout(Table of, FigureType as, std::int64_t most_text_bytes) : table(std::move(of)), figures(as) {
    const auto most = static_cast<std::size_t>(most_text_bytes);
    for (const auto& column : table.columns()) {
      auto& out = columns.emplace_back(ArrowColumn{&column});
      if (const auto* text = std::get_if<TextCells>(&column.cells)) {
        out.most_bytes = longest(text->names) * text->codes.size();
        out.is_large = !text->categorical && out.most_bytes > most && exact_text_bytes(*text) > most;
        out.format = text->categorical ? index_format(*text) : out.is_large ? "U" : "u";
      } else if (const auto* cells = std::get_if<FigureCells>(&column.cells)) {
        out.format = "g";
        if (figures == FigureType::decimal)
          out.format = (has_more_than_18_digits(*cells) ? "d:38," : "d:18,") + std::to_string(cells->decimals);
      } else {
        out.format = std::holds_alternative<WholeCells>(column.cells) ? "l" : std::holds_alternative<DateCells>(column.cells) ? "tdD" : "b";
      }
    }
  }
};

// ---- what the structures own. Each structure owns only its own part, and so do its children, because a consumer may move them away.
template <class Structure>
struct Owned {
  std::vector<Structure> children{};
  std::vector<Structure*> child_pointers{};
  Structure dictionary{};

  Owned() = default;
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() {
    for (auto& child : children)
      if (child.release) child.release(&child);
    if (dictionary.release) dictionary.release(&dictionary);
  }
  void attach(Structure& to) {
    for (auto& child : children) child_pointers.push_back(&child);
    to.n_children = static_cast<std::int64_t>(children.size());
    to.children = children.empty() ? nullptr : child_pointers.data();
    to.dictionary = dictionary.release ? &dictionary : nullptr;
  }
};
struct OwnedSchema : Owned<ArrowSchema> {
  std::string format{}, name{};
};
struct OwnedArray : Owned<ArrowArray> {
  std::shared_ptr<const Layout> layout{};  // keeps borrowed buffers alive
  std::vector<std::uint8_t> validity{}, bits{};
  LargeVector<std::int8_t> index8{};
  LargeVector<std::int16_t> index16{};
  LargeVector<std::int32_t> index32{};
  UnsetVector<std::int32_t> offsets{};
  UnsetVector<std::int64_t> large_offsets{};
  std::shared_ptr<const UnsetVector<double>> doubles{};
  LargeVector<int128> decimals{};
  UnsetVector<char> text{};
  std::vector<const void*> buffers{};
};
template <class Private, class Structure>
void release_structure(Structure* structure) noexcept {
  if (!structure || !structure->release) return;
  delete static_cast<Private*>(structure->private_data);
  structure->release = nullptr;
  structure->private_data = nullptr;
}
void release_schema(ArrowSchema* schema) { release_structure<OwnedSchema>(schema); }
void release_array(ArrowArray* array) { release_structure<OwnedArray>(array); }

ArrowSchema finished(std::unique_ptr<OwnedSchema> own, std::int64_t flags) {
  ArrowSchema out{};
  own->attach(out);
  out.format = own->format.c_str();
  out.name = own->name.c_str();
  out.flags = flags;
  out.release = release_schema;
  out.private_data = own.release();
  return out;
}
ArrowArray finished(std::unique_ptr<OwnedArray> own, std::size_t rows, std::size_t nulls) {
  ArrowArray out{};
  own->attach(out);
  out.length = static_cast<std::int64_t>(rows);
  out.null_count = static_cast<std::int64_t>(nulls);
  out.n_buffers = static_cast<std::int64_t>(own->buffers.size());
  out.buffers = own->buffers.data();
  out.release = release_array;
  out.private_data = own.release();
  return out;
}

// ---- schemas
ArrowSchema schema_of(const ArrowColumn& column) {
  auto own = std::make_unique<OwnedSchema>();
  own->format = column.format;
  own->name = column.of->name;
  if (const auto* text = std::get_if<TextCells>(&column.of->cells); text && text->categorical) {
    auto values = std::make_unique<OwnedSchema>();
    values->format = "u";
    own->dictionary = finished(std::move(values), 0);
  }
  return finished(std::move(own), column.of->nullable ? ARROW_FLAG_NULLABLE : 0);
}
ArrowSchema schema_of(const Layout& layout) {
  auto own = std::make_unique<OwnedSchema>();
  own->format = "+s";
  own->children.reserve(layout.columns.size());
  for (const auto& column : layout.columns) own->children.push_back(schema_of(column));
  return finished(std::move(own), 0);
}

// ---- arrays
/// A bitmap of `count` bits, the first in the lowest bit, of which `eight` tells those from a place on, so many as are asked for.
template <class Eight>
std::vector<std::uint8_t> bits_by_eight(std::size_t count, const Eight& eight) {
  std::vector<std::uint8_t> out((count + 7) / 8);
  for (std::size_t byte = 0; byte < count / 8; ++byte) out[byte] = eight(8 * byte, 8);
  if (count % 8 != 0) out.back() = eight(count / 8 * 8, count % 8);
  return out;
}
template <class Is>
std::vector<std::uint8_t> bits_of(std::size_t count, const Is& is) {
  return bits_by_eight(count, [&](std::size_t from, std::size_t many) {
    unsigned bits = 0;
    for (std::size_t i = 0; i < many; ++i) bits |= (is(from + i) ? 1U : 0U) << i;
    return static_cast<std::uint8_t>(bits);
  });
}
/// The same of bytes that are 0 or 1.
std::vector<std::uint8_t> bits_of(const std::uint8_t* bytes, std::size_t count) {
  return bits_by_eight(count, [=](std::size_t from, std::size_t many) {
    std::array<std::uint8_t, 8> some{};
    std::copy_n(bytes + from, many, some.begin());
    auto all = std::bit_cast<std::uint64_t>(some);
    if constexpr (std::endian::native == std::endian::big) all = __builtin_bswap64(all);
    return static_cast<std::uint8_t>(all * 0x0102040810204080U >> 56);  // each byte is moved to its bit of the highest one
  });
}

/// Offsets and bytes of texts; a row without one gets an empty text. `most` is no less than all bytes: so many are set aside if they are
/// few, as memory that is never written costs nothing; else they are counted first.
template <class Offset, class TextOf>
void put_text(UnsetVector<char>& bytes, UnsetVector<Offset>& offsets, std::size_t rows, std::size_t most, const TextOf& text_of) {
  constexpr std::size_t few = 64;  // for each row
  if (most > few * rows) {
    most = 0;
    for (std::size_t row = 0; row < rows; ++row) most += text_of(row).size();
  }
  offsets.resize(rows + 1);
  offsets[0] = 0;
  bytes.reserve(most + 1);  // never null
  bytes.resize(most);
  std::size_t size = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string& text = text_of(row);
    std::copy(text.begin(), text.end(), bytes.data() + size);
    offsets[row + 1] = static_cast<Offset>(size += text.size());
  }
  bytes.resize(size);
}

/// The same of one text in every row.
void put_again(UnsetVector<char>& bytes, UnsetVector<std::int32_t>& offsets, std::size_t rows, const std::string& text) {
  const auto size = text.size();
  offsets.resize(rows + 1);
  for (std::size_t row = 0; row <= rows; ++row) offsets[row] = static_cast<std::int32_t>(row * size);
  bytes.reserve(rows * size + 1);  // never null
  bytes.resize(rows * size);
  // What is there is copied behind itself: it doubles each time.
  if (rows > 0) std::copy(text.begin(), text.end(), bytes.begin());
  for (auto filled = size; filled < bytes.size();) {
    const auto more = std::min(filled, bytes.size() - filled);
    std::copy_n(bytes.data(), more, bytes.data() + filled);
    filled += more;
  }
}

ArrowArray dictionary_of(const TableNames& names) {
  auto own = std::make_unique<OwnedArray>();
  put_text(own->text, own->offsets, names.size(), longest(names) * names.size(),
           [&](std::size_t i) -> const std::string& { return names[i]; });
  own->buffers = {nullptr, own->offsets.data(), own->text.data()};
  return finished(std::move(own), names.size(), 0);
}

/// The doubles of the last figures, which the next column shares if it has the same.
struct LastDoubles {
  const FigureCells* of = nullptr;
  std::shared_ptr<const UnsetVector<double>> values{};
};

class ArrayMaker {
 public:
  ArrayMaker(const ArrowColumn& column, std::shared_ptr<const Layout> layout, LastDoubles& doubles)
      : column_(column), figures_(layout->figures), rows_(layout->table.rows()), doubles_(doubles) {
    own_->layout = std::move(layout);
  }
  ArrowArray run() {
    own_->buffers.push_back(nullptr);
    const auto nulls = column_.of->without();
    is_blank_ = nulls == rows_;
    if (nulls > 0) {
      own_->validity = is_blank_ ? std::vector<std::uint8_t>((rows_ + 7) / 8)
                                 : std::visit([&](const auto& cells) { return valid(cells); }, column_.of->cells);
      own_->buffers[0] = own_->validity.data();
    }
    std::visit([&](const auto& cells) { put(cells); }, column_.of->cells);
    return finished(std::move(own_), rows_, nulls);
  }

 private:
  std::vector<std::uint8_t> valid(const TextCells& text) const {
    return bits_of(rows_, [codes = text.codes.data()](std::size_t row) { return codes[row] != TextCells::none; });
  }
  template <class Cells>
  std::vector<std::uint8_t> valid(const Cells& cells) const {
    return bits_of(cells.has.data(), rows_);
  }
  void put(const TextCells& text) {
    static const std::string nothing;
    const auto text_of = [&](std::size_t row) -> const std::string& {
      return text.codes[row] == TextCells::none ? nothing : text.names[text.codes[row]];
    };
    if (text.categorical) {
      own_->dictionary = dictionary_of(text.names);
      const auto format = column_.format[0];
      own_->buffers.push_back(format == 'c'   ? indices(text, own_->index8)
                              : format == 's' ? indices(text, own_->index16)
                                              : indices(text, own_->index32));
    } else if (column_.is_large) {
      put_texts(text_of, own_->large_offsets);
    } else if (is_blank_ || (text.names.size() == 1 && own_->buffers[0] == nullptr)) {
      put_again(own_->text, own_->offsets, rows_, is_blank_ ? nothing : text.names[0]);
      own_->buffers.insert(own_->buffers.end(), {own_->offsets.data(), own_->text.data()});
    } else {
      put_texts(text_of, own_->offsets);
    }
  }
  template <class Offset, class TextOf>
  void put_texts(const TextOf& text_of, UnsetVector<Offset>& offsets) {
    put_text(own_->text, offsets, rows_, column_.most_bytes, text_of);
    own_->buffers.insert(own_->buffers.end(), {offsets.data(), own_->text.data()});
  }
  template <class Index>
  const void* indices(const TextCells& text, LargeVector<Index>& out) const {
    out.resize(rows_);
    const auto* codes = text.codes.data();
    for (std::size_t row = 0; row < rows_ && !is_blank_; ++row)
      out[row] = static_cast<Index>(codes[row] == TextCells::none ? 0 : codes[row]);
    return out.data();
  }
  void put(const FigureCells& figures) {
    if (figures_ == FigureType::float64) {
      if (!doubles_.of || doubles_.of->digits.data() != figures.digits.data() || doubles_.of->has.data() != figures.has.data() ||
          !figures.wide.empty())
        doubles_ = {&figures, std::make_shared<const UnsetVector<double>>(as_doubles(figures, 0))};
      own_->doubles = doubles_.values;
      own_->buffers.push_back(own_->doubles->data());
    } else if (!figures.wide.empty()) {
      own_->buffers.push_back(figures.wide.data());
    } else {
      own_->decimals.assign(figures.digits.begin(), figures.digits.end());
      own_->buffers.push_back(own_->decimals.data());
    }
  }
  void put(const WholeCells& wholes) { own_->buffers.push_back(wholes.values.data()); }
  void put(const DateCells& dates) { own_->buffers.push_back(dates.days.data()); }
  void put(const TruthCells& truths) {
    own_->bits = bits_of(truths.values.data(), rows_);
    own_->buffers.push_back(own_->bits.data());
  }

  const ArrowColumn& column_;
  FigureType figures_;
  std::size_t rows_;
  LastDoubles& doubles_;
  bool is_blank_ = false;  // whether no row has a value
  std::unique_ptr<OwnedArray> own_ = std::make_unique<OwnedArray>();
};

ArrowArray array_of(const std::shared_ptr<const Layout>& layout) {
  auto own = std::make_unique<OwnedArray>();
  own->buffers.push_back(nullptr);  // no struct is null
  own->children.reserve(layout->columns.size());
  LastDoubles doubles;
  for (const auto& column : layout->columns) own->children.push_back(ArrayMaker(column, layout, doubles).run());
  return finished(std::move(own), layout->table.rows(), 0);
}

// ---- the stream
struct OwnedStream {
  std::shared_ptr<const Layout> layout;
  bool given = false;           // whether the batch has been handed out
  const char* error = nullptr;  // of the last call
};
/// Runs code that may throw and turns an exception into an error code.
template <class Make>
int without_exceptions(ArrowArrayStream* stream, Make&& make) noexcept {
  if (!stream || !stream->release) return EINVAL;
  auto& own = *static_cast<OwnedStream*>(stream->private_data);
  own.error = nullptr;
  try {
    make(own);
    return 0;
  } catch (const std::bad_alloc&) {
    own.error = "out of memory";
    return ENOMEM;
  } catch (...) {
    own.error = "the table could not be made into columns of Arrow";
    return EIO;
  }
}
int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  return without_exceptions(stream, [&](OwnedStream& own) { *out = schema_of(*own.layout); });
}
int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  return without_exceptions(stream, [&](OwnedStream& own) {
    *out = own.given ? ArrowArray{} : array_of(own.layout);  // a released array marks the end
    own.given = true;
  });
}
const char* get_last_error(ArrowArrayStream* stream) {
  return stream && stream->release ? static_cast<OwnedStream*>(stream->private_data)->error : nullptr;
}
void release_stream(ArrowArrayStream* stream) { release_structure<OwnedStream>(stream); }
}

void to_arrow(const Table& table, ArrowArrayStream* out, FigureType figures, std::int64_t most_text_bytes) {
  auto own = std::make_unique<OwnedStream>(OwnedStream{std::make_shared<const Layout>(table, figures, most_text_bytes)});
  *out = ArrowArrayStream{get_schema, get_next, get_last_error, release_stream, own.release()};
}
void to_arrow(const Table& table, ArrowArrayStream* out, FigureType figures) {
  to_arrow(table, out, figures, std::numeric_limits<std::int32_t>::max());
}
}
