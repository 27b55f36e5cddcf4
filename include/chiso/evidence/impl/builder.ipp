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
CHISO_INLINE EvidenceBuilder& EvidenceBuilder::integers(std::string_view column, std::span<const std::int64_t> cells,
                                                        std::span<const State> states) {
  const auto at = add(column, cells.size(), states.size());
  if (states.empty()) reader_.integers(at, cells);
  for (std::size_t row = 0; row < states.size(); ++row) {
    if (states[row] != State::value)
      reader_.state(at, states[row]);
    else
      reader_.integer(at, cells[row]);
  }
  return *this;
}
CHISO_INLINE EvidenceBuilder& EvidenceBuilder::booleans(std::string_view column, std::span<const std::uint8_t> cells,
                                                        std::span<const State> states) {
  const auto at = add(column, cells.size(), states.size());
  if (states.empty()) reader_.booleans(at, cells);
  for (std::size_t row = 0; row < states.size(); ++row) {
    if (states[row] != State::value)
      reader_.state(at, states[row]);
    else
      reader_.boolean(at, cells[row] != 0);
  }
  return *this;
}
CHISO_INLINE EvidenceBuilder& EvidenceBuilder::dates(std::string_view column, std::span<const Date> cells, std::span<const State> states) {
  const auto at = add(column, cells.size(), states.size());
  for (std::size_t row = 0; row < cells.size(); ++row) {
    if (!states.empty() && states[row] != State::value)
      reader_.state(at, states[row]);
    else
      reader_.date(at, cells[row]);
  }
  return *this;
}

CHISO_INLINE Evidence EvidenceBuilder::build() {
  auto reader = std::exchange(reader_, std::visit([&](const auto& of) { return EvidenceReader(of, options_); }, of_));
  rows_.reset();
  return reader.build();
}
}
