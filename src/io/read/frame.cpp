#include <chiso/core/text.hpp>
#include <chiso/core/utf8.hpp>
#include <chiso/evidence/cell_problems.hpp>
#include <chiso/io/read/frame.hpp>
#include <chiso/model/text_problems.hpp>
#include <io/read/csv_problems.hpp>
#include <io/read/frame_problems.hpp>
#include <io/read/reading_options.hpp>
#include <io/text/unicode.hpp>
#include <io/text/utf8.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr Words utf8{"text in UTF-8", "văn bản ở bảng mã UTF-8"};
}

EvidenceReader frame_reader(Model model, ReadingOptions options) { return EvidenceReader(std::move(model), cleaned(std::move(options))); }
EvidenceReader frame_reader(TableBelow below, ReadingOptions options) {
  below.unit = clean_text(below.unit);
  return EvidenceReader(std::move(below), cleaned(std::move(options)));
}

std::size_t add_column(EvidenceReader& reader, std::string_view name) {
  if (is_utf8(name)) return reader.add_column(clean_text(name));
  const auto column = reader.add_column(BadCells::excerpt(name));
  reader.refuse(column, problems::text_utf8, {phrases::bytes_of_no_text, utf8});
  return column;
}
void add_text(EvidenceReader& reader, std::size_t column, std::string_view cell) {
  if (!reader.reads(column)) return;
  if (!is_printable_ascii(cell)) {
    if (unicode::first_bad_byte(cell) < cell.size())
      return reader.unreadable(column, problems::text_utf8, {phrases::bytes_of_no_text, utf8});
    if (cell.find('\0') != cell.npos) return reader.unreadable(column, problems::text_nul, {});
  }
  std::string room;  // owns a text that was not in NFC
  reader.text(column, clean_view(cell, room));
}
void add_unreadable(EvidenceReader& reader, std::size_t column, std::string_view found) {
  constexpr Words plain{"text, a number or a truth", "văn bản, số hoặc có/không"};
  reader.unreadable(column, problems::cell_type, {BadCells::excerpt_or_blank(found), plain});
}
void refuse_type(EvidenceReader& reader, std::size_t column, std::string_view type) {
  reader.refuse(column, problems::column_type, {BadCells::excerpt_or_blank(type)});
}
}
