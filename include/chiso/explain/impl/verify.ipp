#pragma once
#include <algorithm>
#include <chiso/core/problems.hpp>
#include <chiso/explain/impl/published_causes.ipp>
#include <chiso/explain/problems.hpp>
#include <chiso/explain/verify.hpp>
#include <chiso/model/labelled_ids.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// The ids and labels by which a table may name the classes of a model, and the place of each class among class_ids(model).
struct ClassNames {
  std::vector<std::string> names{};
  std::vector<std::size_t> classes{};

  CHISO_INLINE explicit ClassNames(const Model& model) {
    const auto ids = class_ids(model);
    for (const auto id : ids) add(id, classes.size());
    for (const auto& [label, id] : labelled_classes(model).labels())
      add(label, static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin()));
  }

 private:
  CHISO_INLINE void add(std::string_view name, std::size_t place) {
    names.emplace_back(name);
    classes.push_back(place);
  }
};

constexpr std::string_view class_column = "class_";

/// Compares the rows of a published table with those of scores.
class Verifier {
 public:
  CHISO_INLINE Verifier(const Ranked& ranked, const Evidence& published)
      : ranked_(ranked), scores_(ranked.scores()), published_(published), class_names_(scores_.model()), ids_(class_ids(scores_.model())) {
    const auto& measures = published.model().measures();
    const auto index = measures.find("index"), rank = measures.find("rank");
    if (!index || !rank || published.model().tracks().size() != scores_.model().tracks().size())
      throw ShapeError("the table was not read as published figures of these scores");
    places_ = {index, rank, measures.find(class_column)};
  }
  CHISO_INLINE Verification run() {
    find_rows();
    for (const auto figure : {PublishedFigure::index, PublishedFigure::rank, PublishedFigure::class_})
      if (!is_published(figure)) out_.absent_columns.push_back(figure);
    if (out_.absent_columns.size() == places_.size() && published_.rows() > 0)
      throw EvidenceError({problem_at({}, Severity::error, problems::published_nothing, {})}, 1);
    out_.rows = published_.rows();
    for (const auto& [at, row] : rows_) compare(at, row);
    find_absent();
    return std::move(out_);
  }

 private:
  std::optional<std::size_t> measure(PublishedFigure figure) const { return places_[static_cast<std::size_t>(figure)]; }
  CHISO_INLINE bool is_published(PublishedFigure figure) const {
    const auto place = measure(figure);
    return place && published_.statistics(*place).of_state[static_cast<std::size_t>(State::value)] > 0;
  }
  CHISO_INLINE std::optional<std::int64_t> cell(PublishedFigure figure, std::size_t at) const {
    const auto place = measure(figure);
    if (!place) return {};
    const auto column = published_.measure(*place);
    return column.state(at) == State::value ? std::optional(column.values[at]) : std::nullopt;
  }
  CHISO_INLINE std::optional<Decimal> index_of_table(std::size_t at) const {
    const auto value = cell(PublishedFigure::index, at);
    return value ? std::optional(Decimal(*value, index_decimals)) : std::nullopt;
  }
  CHISO_INLINE void find_rows() {
    const auto& evidence = scores_.evidence();
    for (std::size_t at = 0; at < published_.rows(); ++at) {
      const auto row = evidence.find(published_.unit(at), published_.period(at), published_.track(at));
      if (!row && !evidence.roster()) throw ShapeError("the published table has rows that these scores lack");
      if (row) rows_.emplace_back(at, *row);  // a unit that has not reported has none
    }
  }
  CHISO_INLINE void compare(std::size_t at, std::size_t row) {
    const auto own = index_of_table(at);
    const auto index = scores_.index(row);
    PublishedDifference found{.row = row, .published_row = at};
    const auto is_different = [&](PublishedFigure figure, bool is_given, bool is_computed, bool is_equal) {
      if (!is_given && is_computed && is_published(figure)) out_.unpublished.push_back({figure, row});
      if (is_given) ++out_.figures;
      return is_given && !is_equal;
    };
    const auto expected = index ? std::optional(index->published()) : std::nullopt;
    if (is_different(PublishedFigure::index, own.has_value(), expected.has_value(), own == expected)) {
      auto difference = found;
      difference.published = own;
      difference.expected = expected;
      IndexCauses(scores_.model(), scores_.tally(row)).find(difference);
      out_.differences.push_back(difference);
    }
    const auto rank = cell(PublishedFigure::rank, at);
    const auto computed = ranked_.rank(row);
    if (is_different(PublishedFigure::rank, rank.has_value(), computed.has_value(),
                     rank && computed && static_cast<std::size_t>(*rank) == *computed)) {
      auto difference = found;
      difference.figure = PublishedFigure::rank;
      difference.published = Decimal(*rank);
      if (computed) difference.expected = Decimal(static_cast<std::int64_t>(*computed));
      causes_of_ranks(row).find(own, difference);
      out_.differences.push_back(difference);
    }
    const auto class_cell = cell(PublishedFigure::class_, at);
    const auto class_id = ranked_.class_id(row);
    const auto given = class_cell ? ids_[class_names_.classes[static_cast<std::size_t>(*class_cell)]] : std::string_view();
    if (is_different(PublishedFigure::class_, class_cell.has_value(), !class_id.empty(), given == class_id)) {
      auto difference = found;
      difference.figure = PublishedFigure::class_;
      difference.published_class = given;
      difference.expected_class = class_id;
      find_class_cause(ranked_, own, difference);
      out_.differences.push_back(difference);
    }
  }
  CHISO_INLINE const RankCauses& causes_of_ranks(std::size_t row) {
    const auto& of_row = scores_.resolved().cohorts().of_row;
    const auto cohort = of_row[row];
    auto at = by_cohort_.find(cohort);
    if (at == by_cohort_.end()) {
      std::vector<Decimal> own;
      for (const auto& [published, scored] : rows_)
        if (const auto index = of_row[scored] == cohort ? index_of_table(published) : std::nullopt) own.push_back(*index);
      at = by_cohort_.try_emplace(cohort, ranked_, cohort, std::move(own)).first;
    }
    return at->second;
  }
  CHISO_INLINE void find_absent() {
    const auto& cohorts = scores_.resolved().cohorts();
    std::vector<std::uint8_t> is_given(scores_.rows()), has_any(cohorts.list.size());
    for (const auto& [at, row] : rows_) is_given[row] = has_any[cohorts.of_row[row]] = 1;
    for (std::size_t row = 0; row < scores_.rows(); ++row) {
      if (is_given[row] != 0) continue;
      if (has_any[cohorts.of_row[row]] != 0)
        out_.absent_rows.push_back(row);
      else
        ++out_.other_rows;
    }
  }

 public:
  static constexpr int index_decimals = 9;

 private:
  const Ranked& ranked_;
  const Scores& scores_;
  const Evidence& published_;
  ClassNames class_names_;
  std::vector<std::string_view> ids_;
  std::array<std::optional<std::size_t>, 3> places_{};
  std::vector<std::pair<std::size_t, std::size_t>> rows_{};  // of the published table, and of the scores
  std::map<std::size_t, RankCauses> by_cohort_{};
  Verification out_{};
};
}

CHISO_INLINE TableBeside published_table(const Scores& scores, std::string_view period) {
  const auto& model = scores.model();
  const auto& periods = scores.evidence().periods();
  const auto of_rows = period.empty() && !periods.empty() ? std::string(periods.back()) : std::string(period);
  if (!periods.empty()) index_of_name(nouns::period, of_rows, periods);
  // Its only criterion is there because a model has one; nothing is scored by it.
  ModelDraft draft{
      .id = "published",
      .measures = {{"index", {.type = MeasureType::decimal, .decimals = detail::Verifier::index_decimals, .excess = Excess::round}},
                   {"rank", {.type = MeasureType::count, .min = 1}}},
      .criteria = {{.id = "rank", .points = 1, .rule = rules::PerItem{.value = "rank", .each = 1}}}};
  draft.tracks = model.draft().tracks;
  draft.blocks = model.draft().blocks;
  const detail::ClassNames classes(model);
  if (!classes.names.empty()) {
    MeasureDraft of_classes{.type = MeasureType::choice};
    for (const auto& name : classes.names) of_classes.options.emplace_back(name);
    draft.measures.emplace_back(detail::class_column, std::move(of_classes));
  }
  return {.evidence = scores.evidence(),
          .columns = Model::build(std::move(draft)),
          .period = of_rows,
          .names = {{"class", std::string(detail::class_column)}}};
}

CHISO_INLINE Verification verify(const Ranked& ranked, const Evidence& published) { return detail::Verifier(ranked, published).run(); }
}
