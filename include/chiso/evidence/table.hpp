#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/bad_cells.hpp>
#include <chiso/evidence/cell.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/evidence/names.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A table on its way to evidence: cells are read as they come, row by row or column by column, and checked together in the end. What the
/// builder, the reader of files and every other adapter stand on.
class EvidenceTable {
 public:
  EvidenceTable(Model model, CellOptions options);
  ~EvidenceTable();
  EvidenceTable(EvidenceTable&&) noexcept;
  EvidenceTable& operator=(EvidenceTable&&) noexcept;

  /// The place of a new column. A name that no column may have is a problem of the table.
  std::size_t add_column(std::string_view name);
  /// False for a column that is ignored: its cells need not come.
  bool reads(std::size_t column) const;
  /// How many rows there will be, where it is known.
  void expect_rows(std::size_t rows);

  /// The next cell of a column. Text must be trimmed, and of files in NFC.
  void text(std::size_t column, std::string_view cell);
  void number(std::size_t column, double cell);
  void number(std::size_t column, float cell);
  void whole(std::size_t column, std::int64_t cell);
  void truth(std::size_t column, bool cell);
  void state(std::size_t column, State cell);

  /// A problem of a row that only its reader knows.
  Problem* add_problem(std::size_t row, std::size_t column, std::string_view code, std::string_view found, std::string_view expected);

  /// Every column has got this many cells: checks the table, once. Empty where it has problems.
  std::optional<Evidence> build(std::size_t rows);
  /// The problems, by row and column, at most as many as the options list.
  std::vector<BadCell> problems();
  /// The total of them.
  std::size_t total() const;
  /// The same as an error, with pointers `/row/column`; place(bad cell) may add the line and column of a file.
  template <class Place>
  EvidenceError error(Place&& place) {
    std::vector<Problem> out;
    for (auto& bad : problems()) {
      place(bad);
      out.push_back(std::move(bad.problem));
    }
    return {std::move(out), total()};
  }
  /// Is this the name of a column of the model?
  bool knows(std::string_view name) const;

 private:
  struct Input;
  struct Data;
  friend struct TableRows;
  std::unique_ptr<Data> data_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/table.ipp>
#endif
