#include <chiso/io/scores.hpp>

#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/io/reasons.hpp>
#include <io/standings.hpp>
#include <io/table_writer.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
const std::vector<std::string_view> by_row{"unit",    "block", "period", "track", "points",   "applicable", "bonus",
                                           "penalty", "index", "rank",   "class", "complete", "ranked"};
const std::vector<std::string_view> by_row_exact{"points_quanta",  "applicable_quanta", "bonus_quanta",
                                                 "penalty_quanta", "index_numerator",   "index_denominator"};
const std::vector<std::string_view> by_criterion{"unit",  "block",  "period",     "track", "node",  "number",
                                                 "depth", "points", "applicable", "index", "state", "reason"};
const std::vector<std::string_view> by_criterion_exact{"points_quanta", "applicable_quanta", "index_numerator", "index_denominator"};

std::vector<std::string_view> columns(const ScoreTableOptions& options) {
  auto out = options.by_criterion ? by_criterion : by_row;
  const auto& more = options.by_criterion ? by_criterion_exact : by_row_exact;
  if (options.exact) out.insert(out.end(), more.begin(), more.end());
  return out;
}

/// The index of a name, where only that is wanted; @throws ShapeError where it does not occur.
std::optional<std::size_t> wanted(std::string_view what, const std::optional<std::string>& name, std::span<const std::string> known) {
  if (!name) return {};
  return index_of_name(what, *name, known);
}

class ScoreTable {
 public:
  ScoreTable(const Scores& scores, const ScoreTableOptions& options)
      : scores_(scores), model_(scores.model()), evidence_(scores.evidence()), options_(options) {
    if (options.node) node_ = model_.node(*options.node);
  }

  template <class Writer>
  std::string write() const {
    Writer out(columns(options_));
    const auto places = standings(scores_, node_);
    for (const auto row : ordered_rows(places)) options_.by_criterion ? criteria(out, row) : totals(out, row, places[row]);
    return out.finish();
  }

 private:
  std::vector<std::size_t> ordered_rows(const std::vector<Standing>& places) const {
    const auto block = wanted("block", options_.block, evidence_.blocks());
    const auto period = wanted("period", options_.period, evidence_.periods());
    const auto track = wanted("track", options_.track, model_.tracks());
    std::vector<std::size_t> out;
    for (const auto& cohort : scores_.resolved().cohorts().list) {
      if ((block && *block != cohort.block) || (period && *period != cohort.period) || (track && *track != cohort.track)) continue;
      const auto first = static_cast<std::ptrdiff_t>(out.size());
      out.insert(out.end(), cohort.rows.begin(), cohort.rows.end());
      std::sort(out.begin() + first, out.end(), [&](std::size_t a, std::size_t b) {
        const auto key = [&](std::size_t row) {
          return std::pair(places[row].rank.value_or(~std::size_t{0}), evidence_.unit_of_row()[row]);
        };
        return key(a) < key(b);
      });
    }
    return out;
  }

  template <class Writer>
  void names(Writer& out, std::size_t row) const {
    out.text(evidence_.unit(row));
    out.text(evidence_.block(row));
    out.text(evidence_.period(row));
    out.text(model_.tracks()[evidence_.track(row)]);
  }
  template <class Writer>
  void points(Writer& out, std::int64_t quanta) const {
    out.number(published(Points{quanta}, model_));
  }
  template <class Writer>
  void fraction(Writer& out, const std::optional<Index>& index) const {
    number_or_none(out, index ? std::optional(Decimal(index->exact().num, 0)) : std::nullopt);
    number_or_none(out, index ? std::optional(Decimal(index->exact().den, 0)) : std::nullopt);
  }

  template <class Writer>
  void totals(Writer& out, std::size_t row, const Standing& place) const {
    const auto tally = node_ ? scores_.tally(*node_, row) : scores_.tally(row);
    const auto index = index_of(tally, model_.publish());
    const bool sides = !node_;  // a criterion has no bonus and penalty
    names(out, row);
    points(out, tally.achieved);
    points(out, tally.applicable);
    sides ? points(out, tally.bonus) : out.none();
    sides ? points(out, tally.penalty) : out.none();
    number_or_none(out, index ? std::optional(index->published()) : std::nullopt);
    number_or_none(out, place.rank ? std::optional(Decimal(*place.rank)) : std::nullopt);
    text_or_none(out, place.class_id);
    out.truth(tally.complete);
    out.truth(evidence_.ranked(row));
    if (options_.exact) {
      out.number(tally.achieved);
      out.number(tally.applicable);
      sides ? out.number(tally.bonus) : out.none();
      sides ? out.number(tally.penalty) : out.none();
      fraction(out, index);
    }
    out.end_row();
  }

  template <class Writer>
  void criteria(Writer& out, std::size_t row) const {
    const auto card = scores_.scorecard(row);
    const auto first = node_.value_or(0);
    const auto end = node_ ? std::max(model_.nodes()[first].end, first + 1) : model_.nodes().size();
    for (auto i = first; i < end; ++i) {
      const auto& line = card.lines[i];
      const auto& node = model_.nodes()[i];
      names(out, row);
      out.text(node.id);
      text_or_none(out, node.number);
      out.number(node.depth);
      points(out, line.tally.achieved);
      points(out, line.tally.applicable);
      number_or_none(out, line.index ? std::optional(line.index->published()) : std::nullopt);
      text_or_none(out, line.state ? name_of(*line.state) : "");
      text_or_none(out, reason_words(model_, line));
      if (options_.exact) {
        out.number(line.tally.achieved);
        out.number(line.tally.applicable);
        fraction(out, line.index);
      }
      out.end_row();
    }
  }

  const Scores& scores_;
  const Model& model_;
  const Evidence& evidence_;
  const ScoreTableOptions& options_;
  std::optional<std::size_t> node_{};
};
}

std::string to_csv(const Scores& scores, const ScoreTableOptions& options) { return ScoreTable(scores, options).write<CsvWriter>(); }
std::string to_json(const Scores& scores, const ScoreTableOptions& options) { return ScoreTable(scores, options).write<JsonTableWriter>(); }

Keep keep_for(const Model& model, const ScoreTableOptions& options) {
  // The indices that are asked for: of the node, of what breaks ties, of what vetoes look at.
  std::vector<std::size_t> read(model.tie_break().begin(), model.tie_break().end());
  if (options.node) read.push_back(model.node(*options.node));
  if (const auto& classes = model.classes())
    for (const auto& veto : classes->vetoes) read.insert(read.end(), veto.criteria.begin(), veto.criteria.end());
  if (read.empty()) return Keep::totals;
  return std::all_of(read.begin(), read.end(), [&](std::size_t at) { return model.nodes()[at].is_group(); }) ? Keep::groups : Keep::leaves;
}

Decimal published(Points points, const Model& model) {
  return rounded({points.quanta, Decimal::power(model.point_decimals())}, model.publish().decimals, model.publish().rounding);
}
}
