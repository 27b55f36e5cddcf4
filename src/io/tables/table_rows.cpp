#include <algorithm>
#include <chiso/core/suggestions.hpp>
#include <io/tables/table_rows.hpp>
#include <iterator>
#include <numeric>
#include <string_view>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
/// The index of the name that the table is limited to; empty if it is not limited. @throws UnknownNameError if it does not occur.
std::optional<std::size_t> wanted(const Words& what, const std::optional<std::string>& name, std::span<const std::string> known) {
  if (!name) return {};
  return index_of_name(what, *name, known);
}
}

TableRanks::TableRanks(const Ranked& ranked) : by_row_(ranked.ranks().by_row()), order_(&ranked.order()) {}
TableRanks::TableRanks(const Ranks& ranks)
    : own_by_row_(ranks.scores().rows()), own_order_(ranks), by_row_(own_by_row_), order_(&*own_order_) {
  for (const auto& order : ranks.orders())  // cohort by cohort, because looking up each row would jump about in memory
    for (std::size_t place = 0; place < order.size(); ++place)
      own_by_row_[order.row(place)] = static_cast<std::uint32_t>(order.rank(place));
}

TableRows::TableRows(const Scores& scores, const TableRanks& ranks, const ScoreTableOptions& options)
    : scores_(scores), ranks_(ranks), options_(options) {
  const auto block = wanted(nouns::block, options.block, scores.evidence().blocks());
  const auto period = wanted(nouns::period, options.period, scores.evidence().periods());
  const auto track = wanted(nouns::track, options.track, scores.model().tracks());
  for (const auto& cohort : scores.resolved().cohorts().list) {
    const bool is_in = (!block || *block == cohort.block) && (!period || *period == cohort.period) && (!track || *track == cohort.track);
    in_.push_back(is_in ? 1 : 0);
  }
}

RowList TableRows::in_order_of_evidence() const {
  const auto& cohorts = scores_.resolved().cohorts();
  RowList out;
  if (!options_.top && std::find(in_.begin(), in_.end(), std::uint8_t{0}) == in_.end()) {
    out.resize(scores_.rows());
    std::iota(out.begin(), out.end(), std::uint32_t{0});
    return out;
  }
  out.reserve(scores_.rows());
  for (std::size_t row = 0; row < scores_.rows(); ++row)
    if (in_[cohorts.of_row[row]] != 0 && is_shown(row)) out.push_back(static_cast<std::uint32_t>(row));
  return out;
}

bool TableRows::is_shown(std::size_t row) const {
  const auto rank = ranks_.by_row()[row];
  return !options_.top || (rank != 0 && rank <= *options_.top);
}

RowList TableRows::by_cohort() const {
  const auto places = options_.order == RowOrder::unit ? places_of_units() : RowList();
  RowList out;
  for (std::size_t i = 0; i < in_.size(); ++i) {
    if (in_[i] == 0) continue;
    const auto before = static_cast<RowList::difference_type>(out.size());
    const auto rows = ranks_.order().of(i);
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(out), [&](std::uint32_t row) { return is_shown(row); });
    if (!places.empty())
      std::sort(out.begin() + before, out.end(), [&](std::uint32_t a, std::uint32_t b) { return places[unit(a)] < places[unit(b)]; });
  }
  return out;
}

/// The place of each unit among all, by name.
RowList TableRows::places_of_units() const {
  const auto units = scores_.evidence().units();
  std::vector<std::pair<std::string, std::string_view>> keys;
  for (const auto& unit : units) keys.emplace_back(without_marks(unit), unit);
  RowList order(units.size()), out(units.size());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  for (std::size_t place = 0; place < order.size(); ++place) out[order[place]] = static_cast<std::uint32_t>(place);
  return out;
}
}
