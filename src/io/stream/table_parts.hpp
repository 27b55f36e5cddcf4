#pragma once
#include <chiso/evidence/table_stream.hpp>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <io/text/spool.hpp>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The rows of a table on disk, by part: those that are taken at once stand together, in the order of the parts, so that a few parts that
/// follow one another are read with one call each time. In memory are a place for each time and a count for each part.
class TableParts {
 public:
  TableParts(const std::filesystem::path& folder, std::size_t parts) : spool_(folder), rows_(parts) {}
  /// Takes the rows that a stream has.
  void take(TableStream& stream);
  /// How many parts from `first` on have about so many rows, at least one if there is one.
  std::size_t parts_of(std::size_t first, std::size_t rows) const;
  std::size_t parts() const { return rows_.size(); }
  /// How many rows there are in the parts [first, end).
  std::size_t rows(std::size_t first, std::size_t end) const;
  /// The bytes of these parts, in the order in which they were taken.
  std::vector<std::string> read(std::size_t first, std::size_t end) const;

  /// Calls use(bytes) for what was taken at once, each time, in order or the last one first.
  void for_each_take(TableStream::Direction direction, const std::function<void(std::string_view bytes)>& use) const;

 private:
  Spool spool_;
  std::vector<std::uint64_t> rows_;     // by part
  std::vector<std::uint64_t> taken_{};  // where the list of the places of parts stands, each time
};
}
