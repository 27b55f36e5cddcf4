#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/reader.hpp>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Gathers columns and validates them together, as a file is (docs/guide/cells.md). Columns have the names that they have in a file:
/// `unit`, `block`, `period`, `track`, `ranked`, measures, `<measure>.not_applicable`, `points.<leaf id>` and its companion. Each column is
/// added once, and all have the same length: another length is a ShapeError. Cells are read as they come; none is stored twice.
class EvidenceBuilder {
 public:
  /// @throws Error if the options do not fit together.
  CHISO_INLINE explicit EvidenceBuilder(Model model, ReadingOptions options = {});
  /// Gathers the rows of a table below the units; what it builds is the evidence with the table. @throws UnknownNameError if the model has
  /// no such table.
  CHISO_INLINE explicit EvidenceBuilder(TableBelow below, ReadingOptions options = {});
  /// Takes what another one has gathered; of that one nothing but its destructor and assignment may be called afterwards.
  EvidenceBuilder(EvidenceBuilder&&) noexcept = default;
  /// Does the same in the place of what this one has gathered.
  EvidenceBuilder& operator=(EvidenceBuilder&&) noexcept = default;

  /// Adds cells that are text, and reads them as those of a file. They must be in NFC, where what
  /// nobody sees is left out of names too. A blank is missing.
  CHISO_INLINE EvidenceBuilder& texts(std::string_view column, std::vector<std::string> cells);
  /// Adds numbers as people typed them: a double stands for its shortest decimal. NaN is missing.
  CHISO_INLINE EvidenceBuilder& numbers(std::string_view column, std::span<const double> cells);
  /// Adds floats; each stands for its shortest decimal as a float (0.1f is one tenth). NaN is missing.
  CHISO_INLINE EvidenceBuilder& numbers(std::string_view column, std::span<const float> cells);
  /// Adds whole numbers. `states`, if given, says which cells are not values.
  CHISO_INLINE EvidenceBuilder& integers(std::string_view column, std::span<const std::int64_t> cells, std::span<const State> states = {});
  /// Adds truths, each 0 or 1.
  CHISO_INLINE EvidenceBuilder& booleans(std::string_view column, std::span<const std::uint8_t> cells, std::span<const State> states = {});
  /// Adds dates, of which `Date::of(2024, 3, 31)` makes one.
  CHISO_INLINE EvidenceBuilder& dates(std::string_view column, std::span<const Date> cells, std::span<const State> states = {});

  /// Makes the evidence and leaves the builder empty, ready for another table. @throws EvidenceError with every bad cell: its row (from 0)
  /// and column are in the pointer `/row/column`; the pointer of a whole column is `/columns/column`. O(cells).
  CHISO_INLINE Evidence build();

 private:
  /// Adds a column of this length and returns its place. @throws ShapeError if an earlier column, or its own states, have another length.
  CHISO_INLINE std::size_t add(std::string_view name, std::size_t length, std::size_t states = 0);

  std::variant<Model, TableBelow> of_;
  ReadingOptions options_;
  EvidenceReader reader_;
  std::optional<std::size_t> rows_{};
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/builder.ipp>
#endif
