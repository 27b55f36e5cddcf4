#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/io/arrow_c.hpp>
#include <chiso/io/read/evidence.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How a data frame is read. Names and words are trimmed and made NFC, as its text is.
struct FrameOptions {
  char decimal = '.';  ///< Of numbers that are text.
  std::optional<char> thousands{};
  std::vector<std::pair<std::string, std::string>> rename{};  ///< From a column of the frame to a name of the model.
  std::vector<std::string> missing_words{};
  UnknownColumns unknown_columns = UnknownColumns::refuse;
  AbsentMeasures absent_measures = AbsentMeasures::refuse;
  std::size_t most_problems = 1000;
};

class FrameTable;
/// Reads the columns of a data frame into evidence (SPEC 3). Each column is begun by its name; its cells follow in order, in as many
/// pieces and of as many types as wanted. Text is trimmed and made NFC. Floats stand for their shortest decimal and NaN is missing; whole
/// numbers in names and options stand for their digits.
class EvidenceFrame {
 public:
  /// @throws Error where the options do not fit together.
  explicit EvidenceFrame(Model model, const FrameOptions& options = {});
  EvidenceFrame(EvidenceFrame&&) noexcept;
  EvidenceFrame& operator=(EvidenceFrame&&) noexcept;
  ~EvidenceFrame();

  /// The place of a new column, from 0.
  std::size_t column(std::string_view name);
  /// False for a column that is ignored, or has a problem that spares its cells: they need not come.
  bool reads(std::size_t column) const;
  /// How many rows there will be, where it is known: saves growing, and memory for the columns so far is had ahead.
  void expect_rows(std::size_t rows);

  /// The next cells of a column. What `missing`, where given, marks by another number than 0 is missing.
  /// @throws ShapeError where it has another length than the cells. O(cells), and about as fast as they are copied.
  void numbers(std::size_t column, std::span<const double> cells);
  void numbers(std::size_t column, std::span<const float> cells);
  void wholes(std::size_t column, std::span<const std::int64_t> cells, std::span<const std::uint8_t> missing = {});
  void truths(std::size_t column, std::span<const std::uint8_t> cells, std::span<const std::uint8_t> missing = {});

  /// The next cell of a column. References: NaN does not pass by value under -ffast-math.
  void text(std::size_t column, std::string_view cell);
  void number(std::size_t column, const double& cell);
  void number(std::size_t column, const float& cell);
  void whole(std::size_t column, std::int64_t cell);
  void truth(std::size_t column, bool cell);
  /// A decimal number, of any number of digits, written with a point whatever the decimal mark of the frame: `-?` digits with an optional
  /// decimal part.
  void decimal(std::size_t column, std::string_view digits);
  void missing(std::size_t column);
  /// A cell of a type that no column takes, as its reader shows it: a problem (cell.type).
  void unreadable(std::size_t column, std::string_view found);
  /// A column of a type that is not read, in words: a problem (column.type). Its cells need not come.
  void refuse(std::size_t column, std::string_view type);

  /// The next cells of a column, a chunk in the Arrow C data interface: null, bool, whole numbers, floats, decimals, text (also as views),
  /// and dictionaries of them. Neither structure is released. Another type, or an array that is not well-formed, is a problem of the
  /// column; lengths of buffers cannot be checked, for the interface does not tell them.
  void arrow(std::size_t column, const ArrowSchema& schema, const ArrowArray& array);
  /// All chunks of a stream of one column: its next cells. The chunks are released, the stream is not.
  /// @throws Error (frame.stream) where the stream fails; the frame is of no use then.
  void stream(std::size_t column, ArrowArrayStream& chunks);
  /// A whole table: each column of its batches is a column of the frame. The batches are released, the stream is not.
  /// @throws Error (frame.stream) where the stream fails, or is none of a table; the frame is of no use then.
  void stream(ArrowArrayStream& batches);

  /// The evidence, once. @throws EvidenceError with every bad cell: row (from 0) and column in the pointer `/row/column`; of a column as a
  /// whole `/columns/column`. ShapeError where two columns have different lengths. O(cells), and O(n log n) of distinct names at worst.
  Evidence build();

 private:
  std::unique_ptr<FrameTable> table_;
};
}
