#pragma once
#include <chiso/core/text.hpp>
#include <chiso/evidence/builder.hpp>
#include <chiso/evidence/impl/table.ipp>

namespace chiso::inline CHISO_BUILD {
struct EvidenceBuilder::Columns {
  Model model;
  CellOptions options;
  EvidenceTable table;
  std::optional<std::size_t> rows{};

  CHISO_INLINE Columns(Model of, CellOptions how) : model(std::move(of)), options(std::move(how)), table(model, options) {}

  /// A new column of this length.
  CHISO_INLINE std::size_t add(std::string_view name, std::size_t length, std::size_t states = 0) {
    const auto shape = [&](const std::string& what, std::size_t found, std::size_t expected) {
      throw ShapeError("the column '" + std::string(name) + "' has " + std::to_string(found) + what + ", not " + std::to_string(expected));
    };
    if (rows && *rows != length) shape(" rows", length, *rows);
    if (states != 0 && states != length) shape(" states", states, length);
    const bool first = !rows;
    rows = length;
    const auto column = table.add_column(name);
    if (first) table.expect_rows(length);
    return column;
  }
};

CHISO_INLINE EvidenceBuilder::EvidenceBuilder(Model model, CellOptions options)
    : columns_(std::make_shared<Columns>(std::move(model), std::move(options))) {}

CHISO_INLINE EvidenceBuilder& EvidenceBuilder::texts(std::string_view column, std::vector<std::string> cells) {
  const auto at = columns_->add(column, cells.size());
  for (const auto& cell : cells) columns_->table.text(at, trimmed(cell));
  return *this;
}
CHISO_INLINE EvidenceBuilder& EvidenceBuilder::numbers(std::string_view column, std::span<const double> cells) {
  const auto at = columns_->add(column, cells.size());
  columns_->table.numbers(at, cells);
  return *this;
}
CHISO_INLINE EvidenceBuilder& EvidenceBuilder::numbers(std::string_view column, std::span<const float> cells) {
  const auto at = columns_->add(column, cells.size());
  columns_->table.numbers(at, cells);
  return *this;
}
CHISO_INLINE EvidenceBuilder& EvidenceBuilder::wholes(std::string_view column, std::span<const std::int64_t> cells,
                                                      std::span<const State> states) {
  const auto at = columns_->add(column, cells.size(), states.size());
  if (states.empty()) columns_->table.wholes(at, cells);
  for (std::size_t row = 0; row < states.size(); ++row) {
    if (states[row] != State::value)
      columns_->table.state(at, states[row]);
    else
      columns_->table.whole(at, cells[row]);
  }
  return *this;
}
CHISO_INLINE EvidenceBuilder& EvidenceBuilder::truths(std::string_view column, std::span<const std::uint8_t> cells,
                                                      std::span<const State> states) {
  const auto at = columns_->add(column, cells.size(), states.size());
  if (states.empty()) columns_->table.truths(at, cells);
  for (std::size_t row = 0; row < states.size(); ++row) {
    if (states[row] != State::value)
      columns_->table.state(at, states[row]);
    else
      columns_->table.truth(at, cells[row] != 0);
  }
  return *this;
}

CHISO_INLINE Evidence EvidenceBuilder::build() {
  auto table = std::exchange(columns_->table, EvidenceTable(columns_->model, columns_->options));
  const auto rows = std::exchange(columns_->rows, std::nullopt).value_or(0);
  if (auto evidence = table.build(rows)) return std::move(*evidence);
  throw table.error([](BadCell&) {});
}
}
