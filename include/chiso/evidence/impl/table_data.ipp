#pragma once
#include <array>
#include <chiso/evidence/columns.hpp>
#include <chiso/evidence/impl/evidence_data.ipp>
#include <chiso/evidence/impl/names.ipp>
#include <chiso/evidence/impl/pages_ahead.ipp>
#include <chiso/evidence/table.hpp>
#include <deque>

namespace chiso::inline CHISO_BUILD {
/// A column of a table on its way.
struct EvidenceTable::Input {
  enum class Kind : std::uint8_t { ignored, unnamed, unit, block, period, track, ranked, measure, companion };
  static constexpr std::uint32_t blank = ~std::uint32_t{0};  // among codes
  static constexpr std::uint32_t unreadable = blank - 1;
  static constexpr std::uint8_t blank_truth = 2, unreadable_truth = 3;

  std::string name{};
  std::size_t place = 0;
  Kind kind = Kind::ignored;
  std::size_t target = 0;              ///< Of a measure its index; of stated points the number of measures + the leaf. A companion's too.
  std::optional<CellReader> reader{};  ///< Of a measure, of `ranked` and companions.
  std::size_t fed = 0;                 ///< Cells so far.
  NameTable names{};                   ///< Of unit, block, period, track:
  std::vector<std::uint32_t> codes{};  ///< in `names`.
  EvidenceColumn cells{};              ///< Of a measure.
  std::vector<std::uint8_t> truths{};  ///< Of `ranked` and companions.
  BadCells bad{};

  CHISO_INLINE bool is_name() const { return kind == Kind::unit || kind == Kind::block || kind == Kind::period || kind == Kind::track; }
  CHISO_INLINE bool is_truth() const { return kind == Kind::ranked || kind == Kind::companion; }
};

struct EvidenceTable::Data {
  Model model;
  CellOptions options{};
  std::deque<Input> inputs{};  ///< Each stays where it is: a vector that grows would copy what they hold.
  std::unordered_map<std::string, std::size_t> by_name{};
  std::size_t expected_rows = 0;       ///< Rows, where they are known; else 0.
  std::vector<std::uint8_t> filled{};  ///< Whether a row has a cell of a known column filled.
  std::size_t all_filled = 0;          ///< Of the rows before this it is known that they all have.
  BadCells of_columns{};
  BadCells of_reader{};  ///< In whatever order its reader reports them.
  Suggestions suggestions{};
  std::vector<BadCells> of_rows{};  ///< One list for each check that reads more than one cell.
  PagesAhead pages{};
  std::vector<std::size_t> kept{};  ///< The rows as given that are not skipped; empty: all.

  /// These rows have a cell filled.
  CHISO_INLINE void fill(std::size_t row, std::size_t count) {
    if (row + count <= all_filled) return;
    if (filled.size() < row + count) filled.resize(row + count);
    std::fill_n(filled.begin() + static_cast<std::ptrdiff_t>(row), count, std::uint8_t{1});
    if (row <= all_filled) all_filled = row + count;
  }
  /// So many rows as there are marks; those have one filled that are not marked by 1.
  CHISO_INLINE void fill(std::size_t row, std::span<const std::uint8_t> missing) {
    if (filled.size() < row + missing.size()) filled.resize(row + missing.size());
    if (row + missing.size() <= all_filled) return;
    for (std::size_t i = 0; i < missing.size(); ++i) filled[row + i] = static_cast<std::uint8_t>(filled[row + i] | (missing[i] ^ 1U));
  }
  CHISO_INLINE void reserve(Input& input) const;
  CHISO_INLINE std::size_t given(std::size_t row) const { return kept.empty() ? row : kept[row]; }
  /// The column of a kind that a table has once.
  CHISO_INLINE Input* find(Input::Kind kind) {
    for (auto& input : inputs)
      if (input.kind == kind) return &input;
    return nullptr;
  }
  /// The measure that a column `points.<leaf id>` is read as; empty for a name of another kind.
  CHISO_INLINE std::optional<std::size_t> leaf_of(std::string_view name) const;
  CHISO_INLINE Measure measure_of(std::size_t target) const;
  CHISO_INLINE bool knows(std::string_view name) const;
  CHISO_INLINE void identify(Input& input);
  CHISO_INLINE void unknown(const Input& input);
  /// What somebody may have meant who wrote a bad cell.
  CHISO_INLINE void suggest(const Input& input, std::string_view cell, BadCell& bad);
  CHISO_INLINE void settle_marks();
  /// Whether there are any.
  CHISO_INLINE bool drop_empty_rows(std::size_t rows);
};
}
