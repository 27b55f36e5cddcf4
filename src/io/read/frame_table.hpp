#pragma once
#include <chiso/evidence/table.hpp>
#include <chiso/io/read/frame.hpp>
#include <io/read/renames.hpp>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What columns may hold, as problems say it.
inline constexpr const char* readable_types = "text, numbers, truths, or dictionaries of them";

/// A data frame on its way to evidence: a table, with the lengths of its columns and what is wrong with them.
class FrameTable {
 public:
  FrameTable(Model model, const FrameOptions& options);

  std::size_t column(std::string_view name);
  bool reads(std::size_t column) const { return columns_[column].reads; }
  void expect_rows(std::size_t rows);

  /// Whether so many more cells of a column are read. Too many are a problem of the column.
  bool has_room(std::size_t column, std::size_t cells);
  void numbers(std::size_t column, std::span<const double> cells);
  void numbers(std::size_t column, std::span<const float> cells);
  void wholes(std::size_t column, std::span<const std::int64_t> cells, std::span<const std::uint8_t> missing);
  void truths(std::size_t column, std::span<const std::uint8_t> cells, std::span<const std::uint8_t> missing);
  void text(std::size_t column, std::string_view cell);
  void number(std::size_t column, const double& cell);
  void number(std::size_t column, const float& cell);
  void whole(std::size_t column, std::int64_t cell);
  void truth(std::size_t column, bool cell);
  void decimal(std::size_t column, std::string_view digits);
  void missing(std::size_t column);
  /// A cell that cannot be read, and why.
  void unreadable(std::size_t column, std::string_view code, std::string_view found, std::string_view expected);
  /// A column that cannot be read, and why; what follows of it is not read.
  void fault(std::size_t column, std::string_view code, std::string_view found, std::string_view expected);

  Evidence build();

 private:
  /// Counts cells that come; false where they are not read.
  bool takes(std::size_t column, std::size_t cells);
  struct FrameColumn {
    std::string name{};
    bool reads = false;
    bool faulty = false;
    std::size_t length = 0;
  };
  std::size_t rows();

  EvidenceTable table_;
  Renames renames_;
  std::vector<FrameColumn> columns_;
  std::string room_;  // where a text stands that was not in NFC
};
}
