#include <algorithm>
#include <io/words/class_words.hpp>
#include <io/words/labels.hpp>
#include <io/words/placement_words.hpp>
#include <io/words/veto_words.hpp>
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

class Placement : InLanguage {
 public:
  Placement(const Ranked& ranked, const Scorecard& card, Language language)
      : InLanguage(language), ranked_(ranked), scores_(ranked.scores()), card_(card), evidence_(scores_.evidence()) {}

  PlacementWords run() const {
    return {.index = index(), .coverage = coverage(), .rank = rank(), .class_of = class_of(), .gap = gap(), .notes = notes()};
  }

 private:
  PlacementFigure index() const {
    if (card_.index) return {true, number_words(card_.index->published(), language_)};
    if (card_.coverage.asked > 0)
      return {false, in({.en = "No index: nothing that applies has a value",
                         .vi = "Không có chỉ số: mọi tiêu chí áp dụng đều thiếu số liệu hoặc không tính được"})};
    return {false, in({.en = "No index: nothing applies", .vi = "Không có chỉ số: không có tiêu chí nào áp dụng"})};
  }
  std::string percent(const Decimal& number) const { return number_words(number, language_) + "%"; }
  std::optional<PlacementFigure> coverage() const {
    if (card_.coverage.known == card_.coverage.asked) return {};
    return PlacementFigure{true, percent(*card_.coverage.published(scores_.model().publish()))};
  }
  PlacementFigure rank() const {
    const auto rank = ranked_.ranks().of(card_.row);
    if (!rank) return {false, no_rank()};
    auto out = in({.en = "{} of ", .vi = "{}/"}, std::to_string(*rank)) + std::to_string(ranked_.ranks().ranked(card_.row));
    if (const auto before = row_before(evidence_, card_.row))
      if (const auto old_rank = ranked_.ranks().of(*before)) out += change(*rank, *old_rank, std::string(evidence_.period(*before)));
    return {true, out};
  }
  std::string no_rank() const {
    if (!evidence_.ranked(card_.row)) return in({.en = "not ranked", .vi = "không xếp hạng"});
    return card_.tally.complete ? in({.en = "no rank", .vi = "chưa xếp hạng"})
                                : in({.en = "no rank while incomplete", .vi = "chưa xếp hạng vì chưa đủ số liệu"});
  }
  std::string change(std::size_t rank, std::size_t old_rank, const std::string& old_period) const {
    if (rank == old_rank) return in({.en = " (as in {})", .vi = " (giữ nguyên so với kỳ {})"}, old_period);
    const auto was =
        in({.en = " from {}", .vi = " so với hạng {}"}, std::to_string(old_rank)) + in({.en = " in {})", .vi = " của kỳ {})"}, old_period);
    return rank < old_rank ? in({.en = " (up {}", .vi = " (tăng {} bậc"}, std::to_string(old_rank - rank)) + was
                           : in({.en = " (down {}", .vi = " (giảm {} bậc"}, std::to_string(rank - old_rank)) + was;
  }
  std::optional<PlacementFigure> class_of() const {
    if (!scores_.model().classes()) return {};
    const auto id = ranked_.classes().of(card_.row);
    if (id.empty()) return PlacementFigure{false, in({.en = "no class", .vi = "chưa xếp loại"})};
    PlacementFigure out{true, class_name(id)};
    if (scores_.model().classes()->on == ClassOn::points) out.by = in({.en = " (by points)", .vi = " (theo điểm)"});
    return out;
  }
  std::string class_name(std::string_view id) const { return class_words(scores_.model(), evidence_.block(card_.row), id, language_); }

  std::vector<std::string> notes() const {
    std::vector<std::string> out;
    if (const auto cause = ranked_.classes().cause(card_.row); cause && cause->by != ClassBy::band) out.push_back(why_class(*cause));
    if (const auto held = index_held(card_.tally, scores_.model().publish()); held != IndexHeld::no) out.push_back(why_held(held));
    if (ranked_.level_as_published()[card_.row] != 0)
      out.push_back(in({.en = "Others have the same published index and another rank: what decides is not in the published figure.",
                        .vi = "Có đơn vị khác cùng chỉ số công bố nhưng khác thứ hạng, vì thứ hạng không chỉ xét chỉ số công bố."}));
    return out;
  }
  std::string why_class(const ClassCause& cause) const {
    const auto& classes = *scores_.model().draft().classes;
    const bool has_class = !ranked_.classes().of(card_.row).empty();
    switch (cause.by) {
      case ClassBy::band: break;
      case ClassBy::requirement: {
        const auto id = class_ids(scores_.model())[cause.item];
        const auto name =
            quoted_name(class_name(id)) + " (" + requirement_words(scores_.model(), evidence_.block(card_.row), id, language_) + ")";
        return has_class ? in({.en = "What {} asks for besides is not met.", .vi = "Không đạt điều kiện kèm theo của mức {}."}, name)
                         : in({.en = "No class: there is no evidence for what {} asks for besides.",
                               .vi = "Chưa xếp loại: chưa có số liệu cho điều kiện kèm theo của mức {}."},
                              name);
      }
      case ClassBy::veto: {
        const auto& label = classes.vetoes[cause.item].about.label;
        ExpressionWords expressions(scores_.model(), language_);
        const auto name = (label ? quoted_name(label->in(language_)) : std::to_string(cause.item + 1)) + " (" +
                          veto_words(scores_.model(), cause.item, expressions, language_) + ")";
        return has_class ? in({.en = "The class is limited by the veto {}.", .vi = "Xếp loại bị khống chế bởi điều kiện {}."}, name)
                         : in({.en = "No class: there is no evidence for the veto {}.",
                               .vi = "Chưa xếp loại: chưa có số liệu cho điều kiện khống chế {}."},
                              name);
      }
      case ClassBy::quota: {
        const auto& quota = classes.quotas[cause.item];
        constexpr Words beyond{"Held back: at most {0} % may be in {1}.", "Xếp xuống mức liền sau do vượt tỷ lệ tối đa {0}% của mức {1}."};
        constexpr Words level{"Held back: at most {0} % may be in {1}, and units of the same rank stand across that edge.",
                              "Xếp xuống mức liền sau do đồng hạng ở giới hạn tỷ lệ tối đa {0}% của mức {1}: các đơn vị đồng hạng được xét "
                              "chung."};
        return to_text(cause.level_at_edge ? level : beyond,
                       {number_words(quota.at_most, language_), quoted_name(class_name(quota.class_id))}, language_);
      }
    }
    return "";
  }
  std::string why_held(IndexHeld held) const {
    if (held == IndexHeld::least)
      return in({.en = "The index is held at 0: the penalty is more than what was achieved.",
                 .vi = "Chỉ số giữ ở mức 0: điểm trừ lớn hơn điểm đạt được."});
    return in({.en = "The index is held at {}: with the bonus the sum is above it.",
               .vi = "Chỉ số giữ ở mức {}: tính cả điểm thưởng thì tổng vượt mức này."},
              number_words(scores_.model().publish().scale, language_));
  }
  /// The criteria that make the row incomplete, by number if they have one.
  std::string gap() const {
    if (card_.tally.complete) return "";
    std::string out;
    if (const auto missing = criteria_without_result(); !missing.empty())
      out = in({.en = "Incomplete: no result yet for {}", .vi = "Chưa đủ số liệu: chưa chấm được tiêu chí {}"}, missing);
    if (!card_.short_of_coverage) return out;
    const auto& publish = scores_.model().publish();
    constexpr Words few{"coverage {0}, less than {1}", "độ phủ {0}, thấp hơn mức tối thiểu {1}"};
    const auto words =
        to_text(few, {percent(*card_.coverage.published(publish)), percent(*scores_.model().draft().least_coverage)}, language_);
    return out.empty() ? in({.en = "Incomplete: {}", .vi = "Chưa đủ số liệu: {}"}, words) : out + "; " + words;
  }
  std::string criteria_without_result() const {
    std::vector<std::string> names;
    for (const auto item : scores_.model().items().first(scores_.model().leaves())) {
      const auto& node = scores_.model().nodes()[item];
      if (card_.lines[item].tally.complete) continue;
      const auto label = quoted_name(label_of(node.about, node.id, language_));
      names.push_back(!node.number.empty() && is_number_of_one(node.number) ? node.number : numbered(node.number, label));
    }
    return joined(names, ", ");
  }
  /// Numbers may begin anew in each group: then they name nothing.
  bool is_number_of_one(std::string_view number) const {
    const auto nodes = scores_.model().nodes().first(scores_.model().criteria());
    return std::count_if(nodes.begin(), nodes.end(), [&](const Criterion& node) { return node.number == number; }) == 1;
  }

  const Ranked& ranked_;
  const Scores& scores_;
  const Scorecard& card_;
  const Evidence& evidence_;
};
}

PlacementWords placement_words(const Ranked& ranked, const Scorecard& card, Language language) {
  return Placement(ranked, card, language).run();
}

std::string in_one_line(const PlacementWords& placement, Language language) {
  std::string out;
  const auto add = [&](const Words& name, const PlacementFigure& figure) {
    out += out.empty() ? "" : ", ";
    if (figure.given) out.append(name.in(language)).append(" ");
    out += figure.words + figure.by;
  };
  add(labels::index, placement.index);
  if (placement.coverage) add({.en = "coverage", .vi = "độ phủ"}, *placement.coverage);
  add({.en = "rank", .vi = "xếp hạng"}, placement.rank);
  if (!placement.class_of) return out;
  auto class_of = *placement.class_of;
  constexpr Words class_word{.en = "class ", .vi = "loại "};
  if (class_of.given && lower_case(class_of.words).starts_with(class_word.in(language))) class_of.words = quoted_name(class_of.words);
  add({.en = "class", .vi = "xếp loại"}, class_of);
  return out;
}
}
