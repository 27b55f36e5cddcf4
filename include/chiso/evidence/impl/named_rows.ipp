#pragma once
#include <algorithm>
#include <chiso/evidence/evidence.hpp>
#include <chiso/evidence/impl/bad_cells.ipp>
#include <chiso/evidence/impl/evidence_data.ipp>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Names rows of evidence in a warning, each with the place that it has in the table.
class NamedRows {
 public:
  CHISO_INLINE explicit NamedRows(const Evidence& evidence) : evidence_(evidence), notes_(EvidenceAssembly::data(evidence).notes.get()) {}

  static constexpr std::size_t most = 5;  ///< That a warning names.

  /// The row of the table that a row of the evidence was read from.
  CHISO_INLINE std::size_t of_table(std::size_t row) const { return notes_ ? notes_->original_row(row) : row; }
  /// A name, and the row where it stands.
  CHISO_INLINE Argument named(std::string_view name, std::size_t row) const { return named_of_table(name, of_table(row)); }
  /// The same of a row of the table.
  CHISO_INLINE static Argument named_of_table(std::string_view name, std::size_t row) {
    constexpr Words name_and_row{"'{0}', {1}", "'{0}', {1}"};
    return {name_and_row, {BadCells::excerpt(name), TableRow{.row = row}}};
  }
  /// The name of a row that is the only one.
  CHISO_INLINE static Argument alone(std::string_view name) {
    constexpr Words quoted{"'{0}'", "'{0}'"};
    return {quoted, {BadCells::excerpt(name)}};
  }
  /// Adds a warning about rows, which are in their order, at the first of them; of a single one that is its place.
  CHISO_INLINE void warn(const std::vector<std::size_t>& rows, const ProblemEntry& entry, std::vector<Problem>& out) const {
    if (rows.empty()) return;
    Arguments items;
    for (std::size_t i = 0; i < rows.size() && i < most; ++i) items.push_back(named(evidence_.unit(rows[i]), rows[i]));
    if (rows.size() == 1) items[0] = alone(evidence_.unit(rows[0]));
    out.push_back(problem_at({.pointer = "/" + std::to_string(of_table(rows[0])) + "/unit"}, Severity::warning, entry,
                             {listed(std::move(items), rows.size())}));
  }
  /// The first items of so many.
  CHISO_INLINE static Argument listed(Arguments items, std::size_t count) {
    constexpr Words both{"{0}; {1}", "{0}; {1}"}, rest{"{0}; and {1} more", "{0}; và {1} trường hợp khác"};
    Argument out;
    const auto named = items.size();
    for (auto& item : items) out = out.empty() ? std::move(item) : Argument(both, {std::move(out), std::move(item)});
    return count > named ? Argument(rest, {std::move(out), count - named}) : out;
  }

 private:
  const Evidence& evidence_;
  const ReadingNotes* notes_;
};
}
