#pragma once
#include <chiso/evidence/table.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The names that columns of a table are given in the place of their own.
class Renames {
 public:
  /// From a column of the table to a name of the model.
  explicit Renames(const std::vector<std::pair<std::string, std::string>>& given);

  /// The name that a column is given; null where it keeps its own. A rename by the whole name goes before one by its first line.
  const std::string* of(std::string_view name) const;
  /// Adds to the problems of the table those renames that rename none of its columns, or one that is renamed before. `expected` is what
  /// the former should name.
  void check(std::span<const std::string> names, std::string_view expected, EvidenceTable& table) const;

 private:
  const std::pair<std::string, std::string>* pair_of(std::string_view name) const;

  std::vector<std::pair<std::string, std::string>> pairs_;
};
}
