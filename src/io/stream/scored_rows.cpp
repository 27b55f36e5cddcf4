#include <algorithm>
#include <array>
#include <chiso/rank/ranked.hpp>
#include <chiso/score/exact_numbers.hpp>
#include <io/stream/scored_rows.hpp>
#include <io/tables/cell_writer.hpp>
#include <io/text/table_writer.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
/// The places of some names among all, which are sorted.
std::vector<std::uint32_t> places_in(std::span<const std::string> names, std::span<const std::string> all) {
  std::vector<std::uint32_t> out;
  for (const auto& name : names) out.push_back(static_cast<std::uint32_t>(std::lower_bound(all.begin(), all.end(), name) - all.begin()));
  return out;
}

/// The cells of rows of a table, as text, in pieces between which those stand that other rows decide.
class TextsOfRows {
 public:
  explicit TextsOfRows(const Table& table) {
    // Behind the rank, the class, what decided it, and the columns held_back and level_as_published.
    auto from = table.columns().begin();
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const auto to = i + 1 == pieces_.size()
                          ? table.columns().end()
                          : std::find_if(from, table.columns().end(), [&](const TableColumn& column) { return column.name == ends_[i]; });
      pieces_[i] = {from, to};
      from = to + (i == 0 ? 1 : i == 3 ? 2 : 0);  // the rank; held_back and level_as_published
    }
  }
  RowTexts of(std::size_t row) {
    RowTexts out;
    const std::array<std::string_view*, 5> into{&out.before_rank, &out.class_id, &out.before_class_by, &out.class_by, &out.behind_level};
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      auto& writer = writers_[i];
      writer.clear();
      write_cells(std::span(pieces_[i].first, pieces_[i].second), row, writer);
      *into[i] = writer.so_far();
    }
    return out;
  }

 private:
  using At = std::span<const TableColumn>::iterator;
  static constexpr std::array<std::string_view, 4> ends_{"rank", "complete", "class_by", "held_back"};
  std::array<std::pair<At, At>, 5> pieces_{};
  std::array<CsvWriter, 5> writers_{CsvWriter(','), CsvWriter(','), CsvWriter(','), CsvWriter(','), CsvWriter(',')};
};
}

void ScoredRows::add(const Scores& scores, RowRuns& to) {
  auto options = options_;
  options.block = options.period = options.track = std::nullopt;  // all are ranked, and told apart once they are in their order
  options.order = RowOrder::evidence;
  options.model = false;  // it is scored without quotas, by another model than the one that is named
  const Ranked ranked(scores);
  const auto table = score_table(ranked, options);
  columns_.clear();
  for (const auto& column : table.columns()) columns_.push_back(column.name);
  if (options_.model) columns_.push_back("model");

  const auto& model = scores.model();
  const auto& evidence = scores.evidence();
  std::vector<std::size_t> criteria;
  std::vector<std::vector<TieValue>> values;
  for (const auto& one : model.tie_break())
    if (one.value)
      values.push_back(exact_numbers(*one.value, scores.resolved().batch()));
    else
      criteria.push_back(one.criterion);
  const auto of_criteria = columns_of(scores, criteria);
  const auto covered = scores.coverages();
  const auto totals = scores.totals();
  const auto codes = ranked.classes().codes();
  const auto blocks = places_in(evidence.blocks(), stream_.blocks()), periods = places_in(evidence.periods(), stream_.periods());
  const auto index = [&](const Tally& tally) {
    return RankingIndex(exact_index(tally, model.publish()), model.ranking().key, model.publish());
  };
  const auto& published = std::get<FigureCells>(table.column("index").cells);
  TextsOfRows texts(table);
  ScoredRow row;
  std::string shown;
  const auto& cohorts = scores.resolved().cohorts().list;
  for (std::size_t i = 0; i < cohorts.size(); ++i) {
    row.block = blocks[cohorts[i].block];
    row.period = periods[cohorts[i].period];
    row.track = cohorts[i].track;
    const auto rows = ranked.order().of(i);
    const auto ranked_rows = ranked.order().ranked(i).size();
    for (std::size_t place = 0; place < rows.size(); ++place) {
      const auto at = rows[place];
      row.is_ranked = place < ranked_rows;
      row.unit = evidence.unit(at);
      row.texts = texts.of(at);
      row.indices.clear();
      row.values.clear();
      if (row.is_ranked) {
        row.coverage = covered.of(at);
        row.indices.push_back(index(totals.tally(at)));
        for (const auto& column : of_criteria) row.indices.push_back(index(column.tally(at)));
        for (const auto& column : values) row.values.push_back(column[at]);
        shown = published.at(at).text();
        row.published = shown;
        row.class_code = codes.empty() ? RowClasses::none : codes[at];
      }
      to.add(row);
    }
  }
  to.end();
}
}
