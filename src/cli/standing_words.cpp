#include <cli/standing_words.hpp>

#include <algorithm>
#include <io/standings.hpp>
#include <io/words.hpp>

namespace chiso_cli {
namespace {
/// The row of the same unit and block in the period before, same track.
std::optional<std::size_t> row_before(const chiso::Evidence& evidence, std::size_t row) {
  const auto period = evidence.period_of_row()[row];
  if (period == 0) return {};
  const auto before = evidence.find(evidence.unit(row), evidence.periods()[period - 1], evidence.track(row));
  return before && evidence.block(*before) == evidence.block(row) ? before : std::nullopt;
}

/// Words of where one row stands.
class StandingWords : chiso::InLanguage {
 public:
  StandingWords(const chiso::Scores& scores, std::size_t row, chiso::Text::Language language)
      : InLanguage(language), scores_(scores), evidence_(scores.evidence()), row_(row) {}

  std::string run() const {
    const auto places = chiso::standings(scores_, std::nullopt);
    const auto index = scores_.index(row_);
    auto out = index ? in({.en = "Index {}", .vi = "Chỉ số {}"}, number_words(index->published(), language_))
                     : in({.en = "No index: nothing applies", .vi = "Không có chỉ số: không có tiêu chí nào áp dụng"});
    if (!scores_.tally(row_).complete) out += in({.en = " (incomplete)", .vi = " (chưa đầy đủ)"});
    out += rank_words(places);
    return out + class_words(places[row_].class_id);
  }

 private:
  std::string rank_words(const std::vector<chiso::Standing>& places) const {
    const auto& rank = places[row_].rank;
    if (!rank)
      return evidence_.ranked(row_) ? in({.en = ", no rank", .vi = ", chưa xếp hạng"})
                                    : in({.en = ", not ranked", .vi = ", không xếp hạng"});
    const auto& cohort = scores_.resolved().cohorts().list[scores_.resolved().cohorts().of_row[row_]];
    const auto ranked =
        std::count_if(cohort.rows.begin(), cohort.rows.end(), [&](std::size_t other) { return places[other].rank.has_value(); });
    auto out = in({.en = ", rank {} of ", .vi = ", xếp hạng {}/"}, std::to_string(*rank)) + std::to_string(ranked);
    const auto before = row_before(evidence_, row_);
    if (before && places[*before].rank) out += change_words(*rank, *places[*before].rank, std::string(evidence_.period(*before)));
    return out;
  }
  std::string change_words(std::size_t rank, std::size_t old_rank, const std::string& old_period) const {
    if (rank == old_rank) return in({.en = " (as in {})", .vi = " (như {})"}, old_period);
    const auto was =
        in({.en = " from {}", .vi = " từ hạng {}"}, std::to_string(old_rank)) + in({.en = " in {})", .vi = " của {})"}, old_period);
    return rank < old_rank ? in({.en = " (up {}", .vi = " (tăng {} bậc"}, std::to_string(old_rank - rank)) + was
                           : in({.en = " (down {}", .vi = " (giảm {} bậc"}, std::to_string(rank - old_rank)) + was;
  }
  std::string class_words(std::string_view id) const {
    if (!scores_.model().classes()) return "";
    if (id.empty()) return in({.en = ", no class", .vi = ", chưa xếp loại"});
    const auto& classes = *scores_.model().draft().classes;
    const auto own = std::find_if(classes.by_block.begin(), classes.by_block.end(),
                                  [&](const auto& entry) { return entry.first == evidence_.block(row_); });
    const auto& bands = own == classes.by_block.end() ? classes.bands : own->second;
    const auto band = std::find_if(bands.begin(), bands.end(), [&](const auto& b) { return b.id == id; });
    return in({.en = ", class {}", .vi = ", xếp loại {}"}, label_of(band->about, band->id, language_));
  }

  const chiso::Scores& scores_;
  const chiso::Evidence& evidence_;
  std::size_t row_;
};
}

std::string standing_words(const chiso::Scores& scores, std::size_t row, chiso::Text::Language language) {
  return StandingWords(scores, row, language).run();
}
}
