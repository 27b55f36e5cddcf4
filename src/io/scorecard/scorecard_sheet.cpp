#include <algorithm>
#include <array>
#include <chiso/core/error.hpp>
#include <chiso/io/tables/scores.hpp>
#include <chiso/io/words/reasons.hpp>
#include <io/json/model_identity.hpp>
#include <io/scorecard/scorecard_sheet.hpp>
#include <io/words/labels.hpp>
#include <io/words/value_words.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::array<Words, 10> titles{{labels::number,
                                        labels::criterion,
                                        labels::achieved,
                                        labels::applicable,
                                        {.en = "Most", .vi = "Tối đa"},
                                        {.en = "By rule", .vi = "Theo cách chấm"},
                                        labels::index,
                                        labels::coverage,
                                        labels::state,
                                        labels::reason}};
constexpr auto none = "-";

class SheetWriter : InLanguage {
 public:
  SheetWriter(const Ranked& ranked, std::size_t row, const ScorecardOptions& options)
      : InLanguage(options.language),
        ranked_(ranked),
        model_(ranked.scores().model()),
        card_(ranked.scores().scorecard(row)),
        depth_(options.depth) {}

  ScorecardSheet run() {
    names();
    out_.placement = placement_words(ranked_, card_, language_);
    for (std::size_t i = 0; i < model_.criteria(); ++i)
      if (model_.nodes()[i].depth < depth_) criterion(card_.lines[i]);
    side(NodeKind::bonus, model_.bonus_cap(), card_.tally.bonus, labels::bonus);
    side(NodeKind::penalty, model_.penalty_cap(), card_.tally.penalty, labels::penalty);
    add(ScorecardRow::Kind::total, 0,
        {"", in(labels::total), points(static_cast<std::int64_t>(counted_quanta(card_.tally, model_.publish()))),
         points(card_.tally.applicable), points(model_.points().quanta), "", index(card_.index), coverage(card_.coverage),
         card_.tally.complete ? "" : in(labels::incomplete), ""});
    keep_what_is_said();
    return std::move(out_);
  }

 private:
  void names() {
    const auto& draft = model_.draft();
    out_.model = draft.title ? std::string(draft.title->in(language_)) : label_of(draft.about, draft.id, language_);
    out_.version = id_and_version(model_);
    out_.identity = identity_words(model_, language_);
    out_.unit = card_.unit;
    const auto add = [&](const std::string& id, const std::optional<std::vector<Item>>& items) {
      if (!id.empty()) out_.row.push_back(items ? label_in(*items, id, language_) : id);
    };
    add(card_.block, draft.blocks);
    add(card_.period, {});
    if (draft.tracks) add(card_.track, draft.tracks);
  }
  void add(ScorecardRow::Kind kind, int depth, std::vector<std::string> cells) { out_.rows.push_back({kind, depth, std::move(cells)}); }
  /// Drops the columns that no row fills.
  void keep_what_is_said() {
    for (std::size_t i = 0; i < titles.size(); ++i) out_.heads.push_back({static_cast<ScorecardColumn>(i), in(titles[i])});
    for (const auto column : {ScorecardColumn::reason, ScorecardColumn::state, ScorecardColumn::coverage, ScorecardColumn::by_rule}) {
      const auto at = static_cast<std::ptrdiff_t>(column);
      if (std::any_of(out_.rows.begin(), out_.rows.end(),
                      [&](const auto& row) { return !row.cells[static_cast<std::size_t>(at)].empty(); }))
        continue;
      out_.heads.erase(out_.heads.begin() + at);
      for (auto& row : out_.rows) row.cells.erase(row.cells.begin() + at);
    }
  }

  std::string points(std::int64_t quanta) const { return number_words(published(Points{quanta}, model_), language_); }
  std::string index(const std::optional<Index>& index) const { return index ? number_words(index->published(), language_) : none; }
  /// The column is for cards on which something is missing: on others it stays empty.
  std::string coverage(const Coverage& coverage) const {
    if (card_.coverage.known == card_.coverage.asked) return "";
    const auto published = coverage.published(model_.publish());
    return published ? number_words(*published, language_) : none;
  }
  std::string state(const ScoreLine& line) const {
    if (!line.state || *line.state == ItemState::scored) return "";
    return in(state_words(*line.state));
  }
  /// What the rule gives if points were stated. Its reason is shown only in rows whose points were not stated, as the column has said it.
  std::string by_rule(const ScoreLine& line) const {
    if (line.state != ItemState::stated) return "";
    return line.own ? points(line.own->quanta) : none;
  }
  std::string reason(const ScoreLine& line) const { return line.own ? "" : reason_words(model_, line, language_); }

  void criterion(const ScoreLine& line) {
    const auto& node = model_.nodes()[line.node];
    const bool counts = line.tally.applicable > 0;
    auto why = reason(line);
    if (node.is_group() && node.depth + 1 == depth_) why = folded(line.node, why);
    add(node.is_group() ? ScorecardRow::Kind::group : ScorecardRow::Kind::item, node.depth,
        {node.number, label_of(node.about, node.id, language_), counts ? points(line.tally.achieved) : none,
         counts ? points(line.tally.applicable) : none, points(node.points.quanta), by_rule(line), index(line.index),
         coverage(line.coverage), state(line), why});
  }
  /// What a folded group contains: how many leaves, and how many of them were not simply scored.
  std::string folded(std::size_t group, const std::string& why) const {
    std::size_t leaves = 0;
    std::array<std::size_t, 5> of_state{};
    for (auto i = group + 1; i < model_.nodes()[group].end; ++i) {
      if (!model_.nodes()[i].is_leaf()) continue;
      ++leaves;
      ++of_state[static_cast<std::size_t>(*card_.lines[i].state)];
    }
    auto out = leaves == 1 ? in({.en = "1 criterion in it", .vi = "gồm 1 tiêu chí thành phần"})
                           : in({.en = "{} criteria in it", .vi = "gồm {} tiêu chí thành phần"}, std::to_string(leaves));
    for (const auto state : {ItemState::undefined, ItemState::missing, ItemState::not_applicable, ItemState::stated}) {
      const auto count = of_state[static_cast<std::size_t>(state)];
      if (count > 0) out += ", " + std::to_string(count) + " " + in(state_words(state));
    }
    return why.empty() ? out : out + "; " + why;
  }
  void side(NodeKind kind, const std::optional<Points>& cap, std::int64_t total, const Words& title) {
    if (!cap) return;
    add(ScorecardRow::Kind::group, 0, {"", in(title), points(total), "", points(cap->quanta), "", "", "", "", ""});
    if (depth_ < 2) return;
    for (auto i = model_.criteria(); i < model_.nodes().size(); ++i) {
      const auto& node = model_.nodes()[i];
      const auto& line = card_.lines[i];
      if (node.kind != kind) continue;
      add(ScorecardRow::Kind::item, 1,
          {node.number, label_of(node.about, node.id, language_), points(line.tally.achieved), "", points(node.points.quanta), "", "", "",
           state(line), reason(line)});
    }
  }

  const Ranked& ranked_;
  const Model& model_;
  Scorecard card_;
  int depth_;
  ScorecardSheet out_{};
};
}

ScorecardSheet scorecard_sheet(const Ranked& ranked, std::size_t row, const ScorecardOptions& options) {
  if (options.depth < 1) throw ShapeError("a scorecard shows one level of criteria or more, not " + std::to_string(options.depth));
  return SheetWriter(ranked, row, options).run();
}
}
