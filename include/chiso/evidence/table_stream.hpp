#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/evidence/reader.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A table that is taken apart while it is read, so that it never is in memory as a whole. Its rows leave the reader as bytes, each unit's
/// in one part, and any few parts become evidence again, checked as in the whole table. Names that people may take for one (alike_key) are
/// in one part too. What all rows decide is gathered while they pass: marks, columns that are blank everywhere, shapes of
/// periods, warnings. It holds a few numbers for each block, period and track, and nothing for each row.
///
/// Use: feed the reader and take() its rows every now and then; finish(), while the reader lives; evidence() of all parts, in any order;
/// then warnings().
class TableStream {
 public:
  /// The reader has its columns, and reads evidence without a roster; it must live as long as rows are taken. At least one part.
  CHISO_INLINE TableStream(EvidenceReader& reader, std::size_t parts);
  TableStream(const TableStream&) = delete;             ///< It follows one reader.
  TableStream& operator=(const TableStream&) = delete;  ///< Likewise.

  /// Takes the bytes of so many rows of a part.
  using Put = std::function<void(std::size_t part, std::size_t rows, std::string_view bytes)>;
  /// Takes all rows that the reader has, which has the cells of every column of them, and leaves it empty. put() gets the rows of each part
  /// that has some, in the order of the parts. O(cells).
  CHISO_INLINE void take(const Put& put);
  /// How many rows the reader has that were not taken.
  CHISO_INLINE std::size_t waiting() const;
  /// Checks the columns, and the table as far as it is known without its parts. To be called once, after all rows.
  CHISO_INLINE void finish();
  /// How many rows were taken, without the blank ones.
  CHISO_INLINE std::size_t rows() const;
  /// The names of all blocks, and of all periods, sorted by their bytes; one empty name for the unnamed one.
  CHISO_INLINE std::span<const std::string> blocks() const;
  CHISO_INLINE std::span<const std::string> periods() const;  ///< Likewise.

  /// Whether periods have several shapes, of which the most usual is found first: count_shapes() of all parts, before evidence().
  CHISO_INLINE bool has_shapes_to_count() const;
  /// Counts them in some parts, given as for evidence().
  CHISO_INLINE void count_shapes(std::span<const std::string_view> pieces);
  /// The evidence of some parts, from all bytes of theirs in the order in which put() got them; each part once, all parts in the end. Empty
  /// once something in the table has to be told as a problem; further parts are then still to be asked for. O(cells).
  CHISO_INLINE std::optional<Evidence> evidence(std::span<const std::string_view> pieces);
  /// The evidence of parts that were evidence before, of a table without problems.
  CHISO_INLINE Evidence evidence_again(std::span<const std::string_view> pieces) const;
  /// How many problems there are so far, and once all parts were evidence, in the table.
  CHISO_INLINE std::size_t total_problems() const;
  /// The problems of the table, as many as the options list, in the order in which EvidenceError lists them, with pointers but no lines.
  /// Once, when all parts were evidence.
  CHISO_INLINE std::vector<BadCell> problems();

  /// Whether a row may be the sum of others, which is not known for sure before find_sums().
  CHISO_INLINE bool may_have_sums() const;
  /// From where rows are read once more.
  enum class Direction : bool {
    down,  ///< In order.
    up     ///< The last part first.
  };
  /// Calls use(bytes) for the bytes of all parts of each take(), one after the other, in order or the last one first.
  using EachTake = std::function<void(Direction direction, const std::function<void(std::string_view bytes)>& use)>;
  /// Finds the rows that are sums of others, of which warnings() tell. Reads all rows up to eight times.
  CHISO_INLINE void find_sums(const EachTake& each);
  /// Evidence::warnings() of the whole table, once all parts were evidence.
  CHISO_INLINE std::vector<Problem> warnings() const;
  /// Evidence::left_out() of the whole table.
  CHISO_INLINE std::vector<Problem> left_out() const;

 private:
  struct Data;
  std::shared_ptr<Data> data_;  // only one stream has it; shared, so that Data may be incomplete here
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/table_stream.ipp>
#endif
