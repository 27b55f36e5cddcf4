#include <algorithm>
#include <io/words/standing_words.hpp>
#include <io/words/standings.hpp>
#include <io/words/words.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
/// The row of the same unit and block in the period before, same track.
std::optional<std::size_t> row_before(const Evidence& evidence, std::size_t row) {
  const auto period = evidence.period_of_row()[row];
  if (period == 0) return {};
  const auto before = evidence.find(evidence.unit(row), evidence.periods()[period - 1], evidence.track(row));
  return before && evidence.block(*before) == evidence.block(row) ? before : std::nullopt;
}

class Standings : InLanguage {
 public:
  Standings(const Scores& scores, const Scorecard& card, Language language)
      : InLanguage(language), scores_(scores), card_(card), evidence_(scores.evidence()), places_(standings(scores, std::nullopt)) {}

  StandingWords run() const { return {.index = index(), .rank = rank(), .class_of = class_of(), .gap = gap()}; }

 private:
  StandingFigure index() const {
    if (!card_.index) return {false, in({.en = "No index: nothing applies", .vi = "Không có chỉ số: không có tiêu chí nào áp dụng"})};
    return {true, number_words(card_.index->published(), language_)};
  }
  StandingFigure rank() const {
    const auto& rank = places_[card_.row].rank;
    if (!rank) return {false, no_rank()};
    const auto& cohort = scores_.resolved().cohorts().list[scores_.resolved().cohorts().of_row[card_.row]];
    const auto ranked =
        std::count_if(cohort.rows.begin(), cohort.rows.end(), [&](std::size_t other) { return places_[other].rank.has_value(); });
    auto out = in({.en = "{} of ", .vi = "{}/"}, std::to_string(*rank)) + std::to_string(ranked);
    const auto before = row_before(evidence_, card_.row);
    if (before && places_[*before].rank) out += change(*rank, *places_[*before].rank, std::string(evidence_.period(*before)));
    return {true, out};
  }
  std::string no_rank() const {
    if (!evidence_.ranked(card_.row)) return in({.en = "not ranked", .vi = "không xếp hạng"});
    return card_.tally.complete ? in({.en = "no rank", .vi = "chưa xếp hạng"})
                                : in({.en = "no rank while incomplete", .vi = "chưa xếp hạng vì chưa đầy đủ"});
  }
  std::string change(std::size_t rank, std::size_t old_rank, const std::string& old_period) const {
    if (rank == old_rank) return in({.en = " (as in {})", .vi = " (giữ nguyên so với kỳ {})"}, old_period);
    const auto was =
        in({.en = " from {}", .vi = " so với hạng {}"}, std::to_string(old_rank)) + in({.en = " in {})", .vi = " của kỳ {})"}, old_period);
    return rank < old_rank ? in({.en = " (up {}", .vi = " (tăng {} bậc"}, std::to_string(old_rank - rank)) + was
                           : in({.en = " (down {}", .vi = " (giảm {} bậc"}, std::to_string(rank - old_rank)) + was;
  }
  std::optional<StandingFigure> class_of() const {
    const auto& classes = scores_.model().draft().classes;
    if (!classes) return {};
    const auto id = places_[card_.row].class_id;
    if (id.empty()) return StandingFigure{false, in({.en = "no class", .vi = "chưa xếp loại"})};
    const auto own = std::find_if(classes->by_block.begin(), classes->by_block.end(),
                                  [&](const auto& entry) { return entry.first == evidence_.block(card_.row); });
    return StandingFigure{true, label_in(own == classes->by_block.end() ? classes->bands : own->second, id, language_)};
  }
  /// The criteria that make the row incomplete, by number where they have one.
  std::string gap() const {
    if (card_.tally.complete) return "";
    std::vector<std::string> names;
    for (const auto item : scores_.model().items().first(scores_.model().leaves())) {
      const auto& node = scores_.model().nodes()[item];
      if (!card_.lines[item].tally.complete)
        names.push_back(node.number.empty() ? quoted_name(label_of(node.about, node.id, language_)) : node.number);
    }
    return in({.en = "Incomplete: no result yet for {}", .vi = "Kết quả chưa đầy đủ: chưa chấm được tiêu chí {}"}, joined(names, ", "));
  }

  const Scores& scores_;
  const Scorecard& card_;
  const Evidence& evidence_;
  std::vector<Standing> places_;
};
}

StandingWords standing_words(const Scores& scores, const Scorecard& card, Language language) {
  return Standings(scores, card, language).run();
}

std::string in_one_line(const StandingWords& standing, Language language) {
  std::string out;
  const auto add = [&](const Words& name, const StandingFigure& figure) {
    out += out.empty() ? "" : ", ";
    if (figure.given) out.append(name.in(language)).append(" ");
    out += figure.words;
  };
  add({.en = "Index", .vi = "Chỉ số"}, standing.index);
  add({.en = "rank", .vi = "xếp hạng"}, standing.rank);
  if (standing.class_of) add({.en = "class", .vi = "xếp loại"}, *standing.class_of);
  return out;
}
}
