#pragma once
#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/rank/impl/class_keys.ipp>
#include <chiso/rank/impl/ranks.ipp>
#include <chiso/rank/impl/row_ranks.ipp>
#include <chiso/rank/ranking_keys.hpp>
#include <iterator>
#include <numeric>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace detail {
CHISO_INLINE bool by_unit_name(const RankingKeys::Entry& a, const RankingKeys::Entry& b) { return a.name < b.name; }

CHISO_INLINE void check_keys(std::span<const RankingKeys::Entry> entries, const Model& model) {
  std::vector<CohortName> names;
  names.reserve(entries.size());
  for (const auto& entry : entries) names.push_back(entry.name);
  check_one_table(names, model);
}
CHISO_INLINE void check_key(const RankingKeys::Entry& entry, const RankingKeys& of) {
  const auto width = of.width();
  const auto wrong = [&](const std::string& what) {
    throw ShapeError("the ranking keys of " + to_text(entry.name, of.model()) + " have " + what);
  };
  const auto& units = entry.units;
  if (entry.indices.size() != units.size() * width.indices) wrong("another number of indices than the model compares");
  if (entry.values.size() != units.size() * width.values) wrong("another number of values than the model compares");
  const auto class_width = of.class_width(entry.name.block);
  if (entry.classes.size() != units.size() * class_width) wrong("another number of classes than quotas count");
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (class_width > 0 && !ClassKeys::can_be(of.model(), entry.name.block, std::span(entry.classes).subspan(i * class_width, class_width)))
      wrong("the unit '" + units[i] + "' with a class that it cannot have");
    if (units[i].empty()) wrong("a unit without a name");
    if (i > 0 && units[i] <= units[i - 1]) wrong("the unit '" + units[i] + "' out of its order");
    if (!entry.indices[i * width.indices].value()) wrong("the unit '" + units[i] + "' without an index");
  }
}

/// Adds what one unit has of a list in which each has `width`.
template <class From, class To>
void add_of_unit(const From& from, std::size_t unit, std::size_t width, To& to) {
  const auto first = from.begin() + static_cast<std::ptrdiff_t>(unit * width);
  to.insert(to.end(), first, first + static_cast<std::ptrdiff_t>(width));
}
/// Two lists of units and their keys as one.
CHISO_INLINE RankingKeys::Entry merged(const RankingKeys::Entry& a, const RankingKeys::Entry& b, const RankingKeys::Width& width,
                                       const Model& model) {
  RankingKeys::Entry out{.name = a.name};
  out.units.reserve(a.units.size() + b.units.size());
  out.indices.reserve(a.indices.size() + b.indices.size());
  out.values.reserve(a.values.size() + b.values.size());
  const auto class_width = ClassKeys::width(model, a.name.block);
  const auto take = [&](const RankingKeys::Entry& from, std::size_t& place) {
    add_of_unit(from.indices, place, width.indices, out.indices);
    add_of_unit(from.values, place, width.values, out.values);
    add_of_unit(from.classes, place, class_width, out.classes);
    out.units.push_back(from.units[place++]);
  };
  for (std::size_t i = 0, j = 0; i < a.units.size() || j < b.units.size();) {
    const auto order = i == a.units.size()   ? std::strong_ordering::greater
                       : j == b.units.size() ? std::strong_ordering::less
                                             : a.units[i] <=> b.units[j];
    if (order == 0) throw ShapeError("the unit '" + a.units[i] + "' is in two parts, in " + to_text(a.name, model));
    order < 0 ? take(a, i) : take(b, j);
  }
  return out;
}
}
CHISO_INLINE bool operator==(const RankingKeys::Entry& a, const RankingKeys::Entry& b) {
  return a.name == b.name && a.units == b.units && a.indices == b.indices && a.values == b.values && a.classes == b.classes;
}
CHISO_INLINE bool operator==(const RankingKeys& a, const RankingKeys& b) { return a.entries_ == b.entries_ && a.model_ == b.model_; }
CHISO_INLINE std::span<const RankingKeys::Entry> RankingKeys::entries() const { return entries_; }
CHISO_INLINE RankingKeys::RankingKeys(Model model) : model_(std::move(model)) {}
CHISO_INLINE RankingKeys::Width RankingKeys::width() const {
  const auto values = values_in(model_.tie_break());
  return {.indices = 1 + model_.tie_break().size() - values, .values = values};
}
CHISO_INLINE RankingKeys::RankingKeys(Model model, std::vector<Entry> entries) : model_(std::move(model)), entries_(std::move(entries)) {
  detail::check_keys(entries_, model_);
  for (const auto& entry : entries_) detail::check_key(entry, *this);
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return detail::by_unit_name(a, b); });
  const auto same = [](const Entry& a, const Entry& b) { return a.name == b.name; };
  const auto twice = std::adjacent_find(entries_.begin(), entries_.end(), same);
  if (twice != entries_.end()) throw ShapeError("ranking keys of " + to_text(twice->name, model_) + " twice");
}

CHISO_INLINE const RankingKeys::Entry* RankingKeys::find(const CohortName& name) const {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), name, [](const Entry& a, const CohortName& b) { return a.name < b; });
  return at == entries_.end() || at->name != name ? nullptr : &*at;
}

CHISO_INLINE std::size_t RankingKeys::class_width(std::string_view block) const { return ClassKeys::width(model_, block); }

CHISO_INLINE void RankingKeys::merge(const RankingKeys& other) {
  if (!(model_ == other.model_)) throw ShapeError("ranking keys by another model");
  // Everything that can fail is made first, so that nothing has changed if it fails; lists that only one of them has are moved last.
  std::vector<Entry> both, theirs;
  std::vector<std::size_t> places;  // of `both`, here
  std::vector<CohortName> names;
  for (const auto& entry : entries_) names.push_back(entry.name);
  for (const auto& entry : other.entries_) {
    if (const auto* mine = find(entry.name)) {
      places.push_back(static_cast<std::size_t>(mine - entries_.data()));
      both.push_back(detail::merged(*mine, entry, width(), model_));
    } else {
      names.push_back(entry.name);
      theirs.push_back(entry);
    }
  }
  check_one_table(names, model_);
  std::vector<Entry> all;
  all.reserve(names.size());
  for (std::size_t i = 0; i < places.size(); ++i) entries_[places[i]] = std::move(both[i]);
  std::merge(std::make_move_iterator(entries_.begin()), std::make_move_iterator(entries_.end()), std::make_move_iterator(theirs.begin()),
             std::make_move_iterator(theirs.end()), std::back_inserter(all),
             [](const Entry& a, const Entry& b) { return detail::by_unit_name(a, b); });
  entries_ = std::move(all);
}

CHISO_INLINE RankingKeys ranking_keys(const Scores& scores) {
  const bool has_quotas = scores.model().classes() && !scores.model().classes()->quotas.empty();
  const auto columns = NodeColumns::of_ranks(scores);
  const RanksBuilder builder(scores, columns);
  std::optional<ClassKeys> classes;
  if (has_quotas) classes.emplace(scores);
  const auto& evidence = scores.evidence();
  const auto width = RankingKeys(scores.model()).width();
  std::vector<RankingKeys::Entry> entries;
  for (const auto& cohort : scores.resolved().cohorts().list) {
    const auto rows = builder.rows(cohort);
    std::vector<std::size_t> order(rows.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rows.units[a] < rows.units[b]; });
    auto& entry = entries.emplace_back(RankingKeys::Entry{.name = name_of(evidence, cohort)});
    for (const auto i : order) {
      entry.units.push_back(evidence.units()[rows.units[i]]);
      detail::add_of_unit(rows.indices, i, width.indices, entry.indices);
      detail::add_of_unit(rows.values, i, width.values, entry.values);
      if (classes) classes->add(rows.rows[i], entry.classes);
    }
  }
  return {scores.model(), std::move(entries)};
}
}
