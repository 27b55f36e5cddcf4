#pragma once
#include <chiso/core/as_seen.hpp>
#include <chiso/core/text.hpp>
#include <chiso/evidence/builder.hpp>
#include <chiso/evidence/impl/reader.ipp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE EvidenceBuilder::EvidenceBuilder(Model model, ReadingOptions options)
    : of_(std::move(model)), options_(std::move(options)), reader_(std::get<Model>(of_), options_) {}
CHISO_INLINE EvidenceBuilder::EvidenceBuilder(TableBelow below, ReadingOptions options)
    : of_(std::move(below)), options_(std::move(options)), reader_(std::get<TableBelow>(of_), options_) {}

CHISO_INLINE std::size_t EvidenceBuilder::add(std::string_view name, std::size_t length, std::size_t states) {
  const auto shape = [&](const std::string& what, std::size_t found, std::size_t expected) {
    throw ShapeError("the column '" + std::string(name) + "' has " + std::to_string(found) + what + ", not " + std::to_string(expected));
  };
  if (rows_ && *rows_ != length) shape(" rows", length, *rows_);
  if (states != 0 && states != length) shape(" states", states, length);
  const bool first = !rows_;
  rows_ = length;
  const auto column = reader_.add_column(name);
  if (first) reader_.expect_rows(length);
  return column;
}

// Programs are compiled against this signature.
CHISO_INLINE EvidenceBuilder& EvidenceBuilder::texts(std::string_view column,
                                                     std::vector<std::string> cells) {  // NOLINT(performance-unnecessary-value-param)
  const auto at = add(column, cells.size());
  const bool names = reader_.takes_names(at);
  for (const auto& cell : cells) names && !is_as_seen(cell) ? reader_.text(at, as_seen(cell)) : reader_.text(at, trimmed(cell));
  return *this;
}
CHISO_INLINE EvidenceBuilder& EvidenceBuilder::numbers(std::string_view column, std::span<const double> cells) {
  reader_.numbers(add(column, cells.size()), cells);
  return *this;
}
CHISO_INLINE EvidenceBuilder& EvidenceBuilder::numbers(std::string_view column, std::span<const float> cells) {
  reader_.numbers(add(column, cells.size()), cells);
  return *this;
}
namespace detail {
/// Adds cells one by one: the state of each that is not a value, else add(cell).
template <class T, class Add>
void add_with_states(EvidenceReader& reader, std::size_t column, std::span<const T> cells, std::span<const State> states, const Add& add) {
  for (std::size_t row = 0; row < cells.size(); ++row) {
    if (!states.empty() && states[row] != State::value)
      reader.state(column, states[row]);
    else
      add(cells[row]);
  }
}
}
CHISO_INLINE EvidenceBuilder& EvidenceBuilder::integers(std::string_view column, std::span<const std::int64_t> cells,
                                                        std::span<const State> states) {
  const auto at = add(column, cells.size(), states.size());
  if (states.empty()) return reader_.integers(at, cells), *this;
  detail::add_with_states(reader_, at, cells, states, [&](std::int64_t cell) { reader_.integer(at, cell); });
  return *this;
}
CHISO_INLINE EvidenceBuilder& EvidenceBuilder::booleans(std::string_view column, std::span<const std::uint8_t> cells,
                                                        std::span<const State> states) {
  const auto at = add(column, cells.size(), states.size());
  if (states.empty()) return reader_.booleans(at, cells), *this;
  detail::add_with_states(reader_, at, cells, states, [&](std::uint8_t cell) { reader_.boolean(at, cell != 0); });
  return *this;
}
CHISO_INLINE EvidenceBuilder& EvidenceBuilder::dates(std::string_view column, std::span<const Date> cells, std::span<const State> states) {
  const auto at = add(column, cells.size(), states.size());
  detail::add_with_states(reader_, at, cells, states, [&](Date cell) { reader_.date(at, cell); });
  return *this;
}

CHISO_INLINE Evidence EvidenceBuilder::build() {
  auto reader = std::exchange(reader_, std::visit([&](const auto& of) { return EvidenceReader(of, options_); }, of_));
  rows_.reset();
  return reader.build();
}
}
