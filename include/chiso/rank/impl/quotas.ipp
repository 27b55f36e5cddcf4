#pragma once
#include <algorithm>
#include <chiso/rank/impl/ordered_rows.ipp>
#include <chiso/rank/impl/part_ranks.ipp>
#include <chiso/rank/ranked.hpp>
#include <iterator>
#include <string>
#include <unordered_map>

namespace chiso::inline CHISO_BUILD {
/// A ranked row as quotas see it: its class, its rank as competition counts, and the quota that held it back last.
struct QuotaRow {
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  std::uint32_t code = none;
  std::uint32_t rank = 0;
  std::uint32_t quota = none;
  bool level_at_edge = false;  // of that quota
};

/// Applies the quotas of a model, in turn, after its vetoes: so many ranked rows of a cohort keep the class (most_that_keep). The rest take
/// the next class of their list and count there for later quotas. Where rows level in rank stand across the edge, all of them are held
/// back.
class Quotas {
 public:
  CHISO_INLINE explicit Quotas(const Model& model) : of_(*model.classes()), ids_(class_ids(model)) {
    for (const auto id : ids_) codes_.emplace(id, static_cast<std::uint32_t>(codes_.size()));
  }

  /// To the ranked rows of one block, period and track, best rank first.
  CHISO_INLINE void apply(const std::string& block, std::span<QuotaRow> rows) const {
    std::vector<std::uint32_t> list;
    for (const auto& band : of_.of_block(block)) list.push_back(code_of(band.id));
    std::vector<std::size_t> before(codes_.size());
    for (const auto& row : rows)
      if (row.code != QuotaRow::none) ++before[row.code];
    for (std::size_t i = 0; i < of_.quotas.size(); ++i) apply(static_cast<std::uint32_t>(i), list, before, rows);
  }
  CHISO_INLINE std::uint32_t code_of(std::string_view class_id) const { return codes_.at(class_id); }

 private:
  CHISO_INLINE void apply(std::uint32_t place, const std::vector<std::uint32_t>& list, const std::vector<std::size_t>& before,
                          std::span<QuotaRow> rows) const {
    const auto& quota = of_.quotas[place];
    const auto code = code_of(quota.class_id);
    auto left = most_that_keep(quota, ids_, before, rows.size());
    const auto beyond = std::find_if(rows.begin(), rows.end(), [&](const QuotaRow& row) { return row.code == code && left-- == 0; });
    if (beyond == rows.end()) return;
    const auto edge = beyond->rank;  // rows that are level with the first one beyond it are held back with it
    const auto next = *std::next(std::find(list.begin(), list.end(), code));
    const bool crossed = std::any_of(rows.begin(), beyond, [&](const QuotaRow& row) { return row.code == code && row.rank == edge; });
    for (auto& row : rows)
      if (row.code == code && row.rank >= edge) row = {next, row.rank, place, crossed && row.rank == edge};
  }
  const Classes& of_;
  std::vector<std::string_view> ids_;
  std::unordered_map<std::string_view, std::uint32_t> codes_{};  // the place of each class among them
};

CHISO_INLINE std::size_t most_that_keep(const Quota& quota, std::span<const std::string_view> ids,
                                        std::span<const std::size_t> rows_of_class, std::size_t ranked) {
  std::size_t of = ranked;
  if (quota.of) {
    of = 0;
    for (std::size_t code = 0; code < ids.size(); ++code)
      if (std::find(quota.of->begin(), quota.of->end(), ids[code]) != quota.of->end()) of += rows_of_class[code];
  }
  const auto percent = as_ratio(quota.at_most);
  return static_cast<std::size_t>(floor_divide(percent.num * static_cast<int128>(of), percent.den * 100));
}

/// Holds back rows by the quotas of their model, if it has any.
struct QuotaClasses {
  RowClasses& classes;

  /// Of a whole table.
  CHISO_INLINE void run(const RowRanks& ranks, const OrderedRows& order) const {
    const auto& scores = ranks.scores();
    if (!have_quotas(scores.model())) return;
    const Quotas quotas(scores.model());
    std::vector<QuotaRow> rows;
    for (std::size_t cohort = 0; cohort < order.cohorts(); ++cohort) {
      rows.clear();
      for (const auto row : order.ranked(cohort))
        rows.push_back({.code = classes.codes_[row], .rank = static_cast<std::uint32_t>(*ranks.competition(row))});
      quotas.apply(block_of(scores, cohort), rows);
      for (std::size_t place = 0; place < rows.size(); ++place) put(order.ranked(cohort)[place], rows[place]);
    }
  }
  /// Of a part, among the rows of all parts. @throws ShapeError if the keys have a row of it with another class.
  CHISO_INLINE void run(const RowRanks& ranks, const OrderedRows& order, const PartRanks& part) const {
    const auto& scores = ranks.scores();
    if (!have_quotas(scores.model())) return;
    const Quotas quotas(scores.model());
    const auto& list = scores.resolved().cohorts().list;
    for (std::size_t cohort = 0; cohort < order.cohorts(); ++cohort) {
      if (order.ranked(cohort).empty()) continue;
      const auto& entry = *part.keys.find(name_of(scores.evidence(), list[cohort]));
      const auto& all = part.orders[cohort];
      std::vector<QuotaRow> rows;
      for (std::size_t place = 0; place < all.size(); ++place)
        rows.push_back(
            {.code = class_of(entry, all, place, scores.model(), quotas), .rank = static_cast<std::uint32_t>(all.competition(place))});
      for (const auto row : order.ranked(cohort))
        if (rows[part.places[row]].code != classes.codes_[row])
          throw ShapeError("the ranking keys do not have the unit '" + std::string(scores.evidence().unit(row)) + "' in " +
                           to_text(entry.name, scores.model()) + " with the class that it has here");
      quotas.apply(entry.name.block, rows);
      for (const auto row : order.ranked(cohort)) put(row, rows[part.places[row]]);
    }
  }

 private:
  CHISO_INLINE static bool have_quotas(const Model& model) { return model.classes() && !model.classes()->quotas.empty(); }
  CHISO_INLINE static const std::string& block_of(const Scores& scores, std::size_t cohort) {
    return scores.evidence().blocks()[scores.resolved().cohorts().list[cohort].block];
  }
  CHISO_INLINE void put(std::uint32_t row, const QuotaRow& of) const {
    if (of.quota == QuotaRow::none) return;
    classes.codes_[row] = of.code;
    classes.causes_[row] = RowClasses::packed(ClassBy::quota, of.quota) | (of.level_at_edge ? RowClasses::level_bit : 0);
  }
  /// The class of a unit of all parts before any quota.
  CHISO_INLINE static std::uint32_t class_of(const RankingKeys::Entry& entry, const Order& all, std::size_t place, const Model& model,
                                             const Quotas& quotas) {
    const auto& bands = model.classes()->of_block(entry.name.block);
    const auto width = entry.classes.size() / entry.units.size();
    const auto key = std::span(entry.classes).subspan(all.row(place) * width, width);
    if (!classes_ranks(*model.classes())) return key[0];
    if (key[0] == ClassKeys::none) return ClassKeys::none;
    const auto on_rank = model.classes()->on == ClassOn::rank;
    const Ratio value{static_cast<int128>(all.competition(place)), on_rank ? 1 : static_cast<int128>(all.size())};
    const auto order_to = [&](const Decimal& number) { return compare(value, as_ratio(number)); };
    for (std::size_t band = 0, asked = 1; band < bands.size(); ++band) {
      const auto verdict = bands[band].requirement ? static_cast<Verdict>(key[asked++]) : Verdict::holds;
      if (!holds(bands[band].range, order_to) || verdict == Verdict::passes) continue;
      if (verdict == Verdict::missing) return ClassKeys::none;
      return quotas.code_of(bands[(std::max)(band, std::size_t{key[0]})].id);
    }
    return ClassKeys::none;  // not reached: the last band takes everything
  }
};

CHISO_INLINE RowClasses classes(const RowRanks& ranks) {
  auto out = classes_of(ranks);
  const auto& classes = ranks.scores().model().classes();
  if (!classes || classes->quotas.empty()) return out;
  const OrderedRows order(ranks);
  for (std::size_t cohort = 0; cohort < order.cohorts(); ++cohort)
    if (!order.of(cohort).empty() && ranks.ranked(order.of(cohort).front()) != order.ranked(cohort).size())
      throw ShapeError("quotas count the rows of all parts: ranking keys have them");
  QuotaClasses{out}.run(ranks, order);
  return out;
}
}
