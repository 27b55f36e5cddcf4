#pragma once
#include <algorithm>
#include <chiso/evidence/impl/reader_rows.ipp>
#include <chiso/evidence/roster.hpp>

namespace chiso::inline CHISO_BUILD {
/// Gives the rows of a table to the units of a roster.
class RosterRows {
 public:
  RosterRows(RowKeys& keys, const Roster& roster) : keys_(keys), roster_(roster), rows_(keys.out) {}

  /// Follows former names; a unit that the roster lacks is a problem.
  CHISO_INLINE void units() {
    auto& names = rows_.units;
    if (keys_.rows == 0 || names.empty()) return;
    std::vector<std::optional<std::size_t>> found;
    bool any_former = false;
    for (const auto& name : names) {
      found.push_back(roster_.find(name));
      any_former = any_former || (found.back() && roster_.units()[*found.back()].unit != name);
    }
    strangers(found);
    if (!any_former) return;
    LargeVector<std::string> now;
    for (std::size_t i = 0; i < names.size(); ++i) now.push_back(found[i] ? roster_.units()[*found[i]].unit : names[i]);
    put_names(rows_.unit_of_row, names, std::move(now));
  }

  /// Takes the blocks of the roster, if it has some; others in the table are problems.
  CHISO_INLINE void blocks() {
    auto& names = rows_.blocks;
    if (!roster_.has_blocks() || keys_.rows == 0 || rows_.units.empty()) return;
    const bool are_given = names.size() != 1 || !names[0].empty();
    LargeVector<std::string> of_unit;
    for (const auto& unit : rows_.units) {
      const auto at = roster_.find(unit);
      of_unit.push_back(at ? roster_.units()[*at].block : std::string());
    }
    undeclared(of_unit);
    auto list = keys_.check(keys_.table.find(Kind::block));
    for (std::size_t row = 0; row < keys_.rows && are_given; ++row) {
      if (keys_.is_bad(row)) continue;
      const auto& block = names[rows_.block_of_row[row]];
      const auto unit = rows_.unit_of_row[row];
      if (block == of_unit[unit]) continue;
      keys_.mark(list, row, problems::roster_block, [&] {
        return Arguments{BadCells::excerpt_or_blank(block), BadCells::excerpt_or_blank(of_unit[unit]),
                         BadCells::excerpt_or_blank(rows_.units[unit])};
      });
    }
    keys_.done(std::move(list));
    rows_.block_of_row = rows_.unit_of_row;
    put_names(rows_.block_of_row, names, std::move(of_unit));
  }

 private:
  using Kind = EvidenceReader::Input::Kind;
  CHISO_INLINE void strangers(const std::vector<std::optional<std::size_t>>& found) {
    if (std::all_of(found.begin(), found.end(), [](const auto& at) { return at.has_value(); })) return;
    const auto known = [&] {
      std::vector<std::string_view> out;
      for (const auto& one : roster_.units()) {
        out.push_back(one.unit);
        out.insert(out.end(), one.was.begin(), one.was.end());
      }
      return out;
    };
    std::vector<std::string> hints(found.size());
    for (std::size_t unit = 0; unit < found.size(); ++unit)
      if (!found[unit]) hints[unit] = keys_.table.suggestions.of(rows_.units[unit], known);
    auto list = keys_.check(keys_.table.find(Kind::unit));
    for (std::size_t row = 0; row < keys_.rows; ++row) {
      const auto unit = rows_.unit_of_row[row];
      if (keys_.is_bad(row) || found[unit]) continue;
      keys_.mark(list, row, problems::roster_unit, [&] { return Arguments{BadCells::excerpt_or_blank(rows_.units[unit])}; }, hints[unit]);
    }
    keys_.done(std::move(list));
  }
  /// Blocks of the roster that the model does not have.
  CHISO_INLINE void undeclared(const LargeVector<std::string>& blocks) {
    std::vector<std::string> each(blocks.begin(), blocks.end());
    std::sort(each.begin(), each.end());
    each.erase(std::unique(each.begin(), each.end()), each.end());
    for (const auto& block : each) {
      if (block.empty()) continue;
      const auto wrong = keys_.verdict(Kind::block, block);
      if (!wrong.problem) continue;
      auto* added = keys_.table.of_columns.add(BadCell::none, BadCell::none, *wrong.problem, [&] { return wrong.arguments(block); });
      if (!added) continue;
      added->problem.place.pointer = "/roster/block";
      added->problem.hint = wrong.hint;
    }
  }
  /// Replaces the names that rows refer to by others, of which some may be the same.
  CHISO_INLINE static void put_names(std::vector<std::uint32_t>& of_row, LargeVector<std::string>& names, LargeVector<std::string> now) {
    std::vector<std::uint8_t> occurs(now.size());
    for (const auto place : of_row) occurs[place] = 1;
    LargeVector<std::string> sorted;
    for (std::size_t i = 0; i < now.size(); ++i)
      if (occurs[i] != 0) sorted.push_back(now[i]);
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    std::vector<std::uint32_t> place(now.size());
    for (std::size_t i = 0; i < now.size(); ++i)
      place[i] = static_cast<std::uint32_t>(std::lower_bound(sorted.begin(), sorted.end(), now[i]) - sorted.begin());
    for (auto& at : of_row) at = place[at];
    names = std::move(sorted);
  }

  RowKeys& keys_;
  const Roster& roster_;
  EvidenceRows& rows_;
};

CHISO_INLINE const std::optional<Roster>& EvidenceReader::Data::roster() const {
  if (below) return below->of.evidence.roster();
  return beside ? beside->evidence.roster() : options.roster;
}
CHISO_INLINE void RowKeys::follow_roster() {
  if (const auto& roster = table.roster()) RosterRows(*this, *roster).units();
}
CHISO_INLINE void RowKeys::take_blocks_of_roster() {
  if (const auto& roster = table.roster()) RosterRows(*this, *roster).blocks();
}
}
