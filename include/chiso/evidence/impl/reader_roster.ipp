#pragma once
#include <algorithm>
#include <chiso/core/text.hpp>
#include <chiso/evidence/impl/reader_rows.ipp>
#include <chiso/evidence/impl/roster.ipp>
#include <chiso/evidence/roster.hpp>
#include <chiso/evidence/roster_table.hpp>

namespace chiso::inline CHISO_BUILD {
/// The columns of a roster once all its cells are there.
class RosterKeys {
 public:
  RosterKeys(EvidenceReader::Data& table, RowKeys& keys) : table_(table), keys_(keys), units_(keys.rows) {}

  CHISO_INLINE void run() {
    texts(Kind::unit, [&](std::size_t row, std::string_view text) { units_[row].unit = text; });
    texts(Kind::block, [&](std::size_t row, std::string_view text) { units_[row].block = text; });
    texts(Kind::label, [&](std::size_t row, std::string_view text) { units_[row].label = text; });
    texts(Kind::was, [&](std::size_t row, std::string_view text) { units_[row].was = parted(text); });
    BadCells list(table_.options.most_problems);
    detail::check_roster(units_, [&](std::size_t row, std::string_view column, const ProblemEntry& entry, Arguments arguments) {
      if (keys_.is_bad(row)) return;
      for (auto& argument : arguments)
        if (auto* other = std::get_if<TableRow>(&argument.value)) other->row = table_.original_row(other->row);
      const auto* at = table_.find(column == "unit" ? Kind::unit : Kind::block);
      list.add(table_.original_row(row), at ? at->place : BadCell::none, entry, [&] { return std::move(arguments); });
    });
    if (table_.find(Kind::unit)) table_.of_rows.push_back(std::move(list));
  }
  /// The units of a table without problems.
  CHISO_INLINE std::vector<RosterUnit> take() { return std::move(units_); }

 private:
  using Kind = EvidenceReader::Input::Kind;
  /// Calls put(row, text) for every filled cell of a column.
  template <class Put>
  void texts(Kind kind, const Put& put) {
    const auto* input = table_.find(kind);
    if (!input) return;
    const auto wrong = keys_.verdicts(kind == Kind::block ? Kind::block : Kind::unit, input->names.names());
    auto list = keys_.check(input);
    for (std::size_t row = 0; row < (std::min)(keys_.rows, input->codes.size()); ++row) {
      const auto code = input->codes[row];
      if (code == EvidenceReader::Input::unreadable_code) keys_.set_bad(row);
      if (code >= EvidenceReader::Input::unreadable_code) continue;
      const auto text = input->names.names()[code];
      if (const auto found = wrong.find(code); found != wrong.end())
        keys_.mark(list, row, *found->second.problem, [&] { return found->second.arguments(text); });
      put(row, text);
    }
    keys_.done(std::move(list));
  }
  CHISO_INLINE static std::vector<std::string> parted(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from <= text.size();) {
      const auto end = (std::min)(text.find(';', from), text.size());
      if (const auto name = trimmed(text.substr(from, end - from)); !name.empty()) out.emplace_back(name);
      from = end + 1;
    }
    return out;
  }

  EvidenceReader::Data& table_;
  RowKeys& keys_;
  std::vector<RosterUnit> units_;
};
}
