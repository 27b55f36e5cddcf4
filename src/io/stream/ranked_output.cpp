#include <chiso/rank/classes.hpp>
#include <cstring>
#include <io/json/model_identity.hpp>
#include <io/stream/ranked_output.hpp>
#include <io/text/table_writer.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::size_t at_once = std::size_t{1} << 20;  // bytes

void put_sized(std::string_view text, std::string& out) {
  const auto size = static_cast<std::uint32_t>(text.size());
  out.append(reinterpret_cast<const char*>(&size), sizeof size);
  out += text;
}
std::string_view take_sized(std::string_view& from) {
  std::uint32_t size = 0;
  std::memcpy(&size, from.data(), sizeof size);
  const auto out = from.substr(sizeof size, size);
  from.remove_prefix(sizeof size + size);
  return out;
}
/// Texts as cells of CSV.
std::string cells_of(std::initializer_list<std::string_view> texts) {
  CsvWriter out(',');
  for (const auto text : texts) out.text(text);
  return out.finish();
}
}

void WaitingRows::add(std::string_view before, std::string_view behind) {
  put_sized(before, text_);
  put_sized(behind, text_);
  if (text_.size() < at_once) return;
  stored_.push_back({spool_.append(text_), text_.size()});
  text_.clear();
}
template <class Give>
void WaitingRows::give(std::string_view cell, const Give& give) {
  const auto give_all = [&](std::string_view from) {
    while (!from.empty()) {
      give(take_sized(from));
      give(cell);
      give(take_sized(from));
    }
  };
  for (const auto& [at, size] : stored_) {
    std::string text(size, '\0');
    spool_.read(at, text.data(), size);
    give_all(text);
  }
  stored_.clear();
  give_all(text_);
  text_.clear();
}

RankedOutput::RankedOutput(const Model& model, const TableStream& stream, const ScoreTableOptions& options, const ScoredRowOrder& order,
                           const RowQuotas* quotas, Spool& spool, NewFile& file)
    : model_(model),
      stream_(stream),
      options_(options),
      quotas_(quotas),
      ids_(class_ids(model)),
      ranks_(order),
      model_cell_(options.model ? "," + cells_of({short_identity(model)}) : std::string()),
      file_(file),
      waiting_(spool) {}

void RankedOutput::heads(const std::vector<std::string>& columns) {
  write(CsvWriter(std::vector<std::string_view>(columns.begin(), columns.end())).finish());
}
void RankedOutput::write(std::string_view text) {
  out_ += text;
  if (out_.size() < at_once) return;
  file_.append(out_);
  out_.clear();
}
void RankedOutput::give(bool is_level) {
  waiting_.give(is_level ? "yes" : "no", [&](std::string_view text) { write(text); });
}
void RankedOutput::begin_cohort(const ScoredRow& row) {
  has_cohort_ = true;
  rank_ = 0;
  is_level_ = false;
  coverage_ = {};
  const auto& tracks = model_.tracks();
  is_shown_ = (!options_.block || *options_.block == stream_.blocks()[row.block]) &&
              (!options_.period || *options_.period == stream_.periods()[row.period]) &&
              (!options_.track || *options_.track == tracks[row.track]);
}
void RankedOutput::add(const ScoredRow& row) {
  if (!has_cohort_ || !ScoredRowOrder::is_same_cohort(row, ranks_.cohort())) {
    end_cohort();
    ranks_.begins(row);
    begin_cohort(row);
  }
  if (row.is_ranked) {
    ranks_.add(row);
    const auto rank = ranks_.rank(model_.ranking().ties);
    const bool is_of_group = ranks_.place() > 1 && row.published == last_published_;
    if (!is_of_group) {
      give(false);
      is_level_ = false;
    } else if (rank != rank_ && !is_level_) {
      give(true);
      is_level_ = true;
    }
    rank_ = rank;
    coverage_.add(row.coverage, row.unit);
    last_published_ = row.published;
  } else {
    give(false);
    rank_ = 0;
  }
  if (!is_shown_) return;
  const auto& texts = row.texts;
  std::string before(texts.before_rank);
  before.append(",").append(row.is_ranked ? std::to_string(rank_) : std::string()).append(",");
  const auto held = quotas_ && row.is_ranked ? quotas_->of(row, ranks_.competition()) : RowQuotas::Held{row.class_code};
  if (held.quota) {
    before.append(cells_of({ids_[held.code]})).append(",").append(texts.before_class_by).append(",");
    before.append(cells_of({"quota", model_.classes()->quotas[*held.quota].class_id})).append(",yes,");
  } else {
    before.append(texts.class_id).append(",").append(texts.before_class_by).append(",").append(texts.class_by).append(",no,");
  }
  std::string behind(",");
  behind.append(texts.behind_level).append(model_cell_).append("\r\n");
  if (row.is_ranked && !is_level_) return waiting_.add(before, behind);
  write(before);
  write(row.is_ranked ? "yes" : "no");
  write(behind);
}
void RankedOutput::end_cohort() {
  give(false);
  if (!has_cohort_) return;
  const auto& cohort = ranks_.cohort();
  auto warning = coverage_.warning(model_, stream_.periods()[cohort.period], static_cast<std::uint16_t>(cohort.track));
  if (warning) warnings_.push_back(std::move(*warning));
}
void RankedOutput::end() {
  end_cohort();
  file_.append(out_);
  out_.clear();
}
}
