#pragma once
#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/evidence/cohort_totals.hpp>
#include <chiso/evidence/impl/after_fallback.ipp>
#include <chiso/evidence/impl/below.ipp>
#include <chiso/evidence/impl/cohort.ipp>
#include <chiso/evidence/impl/cohort_figure.ipp>
#include <chiso/evidence/impl/parameters.ipp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace detail {
CHISO_INLINE void check_total(const CohortTotals::Entry& entry, const Model& model) {
  const auto& terms = model.derived().cohorts;
  const auto wrong = [&](const char* what) { throw ShapeError("the totals of " + to_text(entry.name, model) + " have " + what); };
  if (entry.terms.size() != terms.size()) wrong("another number of terms than the model");
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const auto& total = entry.terms[i];
    if (total.rows < 0 || total.rows > std::int64_t{1} << 53) wrong("a number of rows that no table has");
    const auto may_be = [&](bool read, const Rational& value) { return value.sign() == 0 || (read && total.rows > 0); };
    if (!may_be(sums(terms[i].function), total.sum)) wrong("a sum of nothing");
    if (!may_be(compares(terms[i].function), total.best)) wrong("a best of nothing");
  }
}
CHISO_INLINE void check_totals(std::span<const CohortTotals::Entry> entries, const Model& model) {
  std::vector<CohortName> names;
  names.reserve(entries.size());
  for (const auto& entry : entries) names.push_back(entry.name);
  check_one_table(names, model);
}
}
CHISO_INLINE bool operator==(const CohortTotals::Entry& a, const CohortTotals::Entry& b) { return a.name == b.name && a.terms == b.terms; }
CHISO_INLINE bool operator==(const CohortTotals& a, const CohortTotals& b) { return a.entries_ == b.entries_ && a.model_ == b.model_; }
CHISO_INLINE std::span<const CohortTotals::Entry> CohortTotals::entries() const { return entries_; }
CHISO_INLINE CohortTotals::CohortTotals(Model model) : model_(std::move(model)) {}
CHISO_INLINE CohortTotals::CohortTotals(Model model, std::vector<Entry> entries) : model_(std::move(model)), entries_(std::move(entries)) {
  detail::check_totals(entries_, model_);
  for (const auto& entry : entries_) detail::check_total(entry, model_);
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
  const auto same = [](const Entry& a, const Entry& b) { return a.name == b.name; };
  const auto twice = std::adjacent_find(entries_.begin(), entries_.end(), same);
  if (twice != entries_.end()) throw ShapeError("totals of " + to_text(twice->name, model_) + " twice");
}

CHISO_INLINE const CohortTotals::Entry* CohortTotals::find(const CohortName& name) const {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), name, [](const Entry& a, const CohortName& b) { return a.name < b; });
  return at == entries_.end() || at->name != name ? nullptr : &*at;
}

CHISO_INLINE void CohortTotals::merge(const CohortTotals& other) {
  if (!(model_ == other.model_)) throw ShapeError("cohort totals of another model");
  const auto& terms = model_.derived().cohorts;
  std::vector<Entry> merged;
  auto mine = entries_.begin();
  for (const auto& theirs : other.entries_) {
    while (mine != entries_.end() && mine->name < theirs.name) merged.push_back(*mine++);
    if (mine == entries_.end() || mine->name != theirs.name) {
      merged.push_back(theirs);
      continue;
    }
    auto& both = merged.emplace_back(*mine++);
    for (std::size_t i = 0; i < terms.size(); ++i) both.terms[i].merge(terms[i].function, theirs.terms[i]);
  }
  merged.insert(merged.end(), mine, entries_.end());
  detail::check_totals(merged, model_);
  entries_ = std::move(merged);
}

CHISO_INLINE CohortTotals cohort_totals(const Evidence& evidence, const Model& model) {
  const auto after = after_fallback(evidence, model);
  const auto groups = cohorts(after);
  OutcomeColumns made;
  auto batch = after.batch();  // previous and cohort functions do not nest, so these terms read their own rows only
  batch.parameters = ParameterColumns(made).of(after, model.derived());
  batch.below = BelowColumns(after, model.derived(), batch.parameters, made).run();
  std::vector<CohortTotals::Entry> entries;
  entries.reserve(groups.list.size());
  for (const auto& group : groups.list) entries.push_back({name_of(after, group)});
  for (const auto& term : model.derived().cohorts) {
    const auto totals = totals_of_term(term, groups, batch);
    for (std::size_t i = 0; i < totals.size(); ++i) entries[i].terms.push_back(totals[i]);
  }
  return {model, std::move(entries)};
}
}
