#include <cli/standing_words.hpp>

#include <algorithm>
#include <cli/scorecard_table.hpp>
#include <io/standings.hpp>

namespace chiso_cli {
namespace {
std::string class_words(const chiso::Scores& scores, std::string_view block, std::string_view id, chiso::Text::Language language) {
  if (id.empty()) return scores.model().classes() ? ", no class" : "";
  const auto& classes = *scores.model().draft().classes;
  const auto own = std::find_if(classes.by_block.begin(), classes.by_block.end(), [&](const auto& entry) { return entry.first == block; });
  const auto& bands = own == classes.by_block.end() ? classes.bands : own->second;
  const auto band = std::find_if(bands.begin(), bands.end(), [&](const auto& b) { return b.id == id; });
  const auto label = label_of(band->about, band->id, language);
  return ", class " + band->id + (label == band->id ? "" : " (" + label + ")");
}

/// The row of the same unit and block in the period before, same track.
std::optional<std::size_t> row_before(const chiso::Evidence& evidence, std::size_t row) {
  const auto period = evidence.period_of_row()[row];
  if (period == 0) return {};
  const auto before = evidence.find(evidence.unit(row), evidence.periods()[period - 1], evidence.track(row));
  return before && evidence.block(*before) == evidence.block(row) ? before : std::nullopt;
}

std::string change_words(std::size_t rank, std::size_t old_rank, std::string_view old_period) {
  const auto was = std::to_string(old_rank) + " in " + std::string(old_period);
  if (rank == old_rank) return " (as in " + std::string(old_period) + ")";
  return rank < old_rank ? " (up " + std::to_string(old_rank - rank) + " from " + was + ")"
                         : " (down " + std::to_string(rank - old_rank) + " from " + was + ")";
}
}

std::string standing_words(const chiso::Scores& scores, std::size_t row, chiso::Text::Language language) {
  const auto& evidence = scores.evidence();
  const auto places = standings(scores, std::nullopt);
  const auto& rank = places[row].rank;
  const auto index = scores.index(row);
  const bool complete = scores.tally(row).complete;
  std::string out = index ? "Index " + index->published().text() : "No index: nothing applies";
  if (!complete) out += " (incomplete)";
  if (!rank) {
    out += !evidence.ranked(row) ? ", not ranked" : ", no rank";
  } else {
    const auto& cohort = scores.resolved().cohorts().list[scores.resolved().cohorts().of_row[row]];
    const auto ranked =
        std::count_if(cohort.rows.begin(), cohort.rows.end(), [&](std::size_t other) { return places[other].rank.has_value(); });
    out += ", rank " + std::to_string(*rank) + " of " + std::to_string(ranked);
    const auto before = row_before(evidence, row);
    if (before && places[*before].rank) out += change_words(*rank, *places[*before].rank, evidence.period(*before));
  }
  return out + class_words(scores, evidence.block(row), places[row].class_id, language);
}
}
