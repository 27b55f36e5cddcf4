#include <algorithm>
#include <bit>
#include <chiso/core/error.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/core/suggestions.hpp>
#include <chiso/evidence/cohort_totals.hpp>
#include <chiso/evidence/table_stream.hpp>
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/read/frame.hpp>
#include <chiso/io/stream/score_stream.hpp>
#include <chiso/io/tables/scores.hpp>
#include <chiso/io/text/file.hpp>
#include <chiso/rank/warnings.hpp>
#include <io/read/arrow_stream.hpp>
#include <io/read/csv_stream.hpp>
#include <io/read/released.hpp>
#include <io/stream/ranked_output.hpp>
#include <io/stream/scored_rows.hpp>
#include <io/stream/stream_problems.hpp>
#include <io/stream/table_parts.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
/// @throws Error for what needs all rows at once.
void check_supported(const Model& model, const ScoreStreamOptions& options) {
  constexpr Words by_rank{"a model whose classes are of ranks", "bộ tiêu chí xếp loại theo thứ hạng"},
      roster{"a roster", "danh sách đơn vị"}, by_criterion{"a table by criterion", "bảng theo từng tiêu chí"},
      of_node{"a table of one criterion", "bảng của một tiêu chí"},
      order{"a table in another order, or of the first rows alone", "bảng theo thứ tự khác, hoặc chỉ lấy các dòng đầu"},
      layout{"a table whose rows are no units", "bảng có dòng không phải là đơn vị"},
      encoding{"a table in another encoding than UTF-8", "bảng không ở mã UTF-8"},
      last{"a table whose last rows are left out", "bảng bỏ các dòng cuối"};
  const auto refuse = [](const Words& what) {
    throw Error(problem_at({}, Severity::error, problems::stream_unsupported, {Argument(what)}));
  };
  if (const auto& classes = model.classes()) {
    if (classes->on == ClassOn::rank || classes->on == ClassOn::rank_share) refuse(by_rank);
  }
  const auto& table = options.table;
  if (options.reading.roster) refuse(roster);
  if (options.reading.layout != TableLayout::units) refuse(layout);
  if (!options.reading.encoding.empty()) refuse(encoding);
  if (options.reading.skip_last > 0) refuse(last);
  if (table.by_criterion) refuse(by_criterion);
  if (table.node) refuse(of_node);
  if (table.order != RowOrder::rank || table.top || table.first) refuse(order);
}

/// Where the rows of a table come from.
struct StreamSource {
  /// Reads it piece by piece, as stream_csv does.
  std::function<bool(const StreamedRows& rows)> stream;
  std::function<Evidence()> as_a_whole;  ///< Reads it at once.
  std::function<void(std::vector<Problem>&)> put_places_of_warnings;
  std::function<EvidenceError(std::vector<BadCell>, std::size_t total)> error_of;  ///< What its bad cells are told by.
};

/// Reads and scores the table as a whole.
StreamedScores scored_as_a_whole(const StreamSource& source, const Model& model, const std::filesystem::path& output,
                                 const ScoreStreamOptions& options) {
  const auto evidence = source.as_a_whole();
  const auto scores =
      score(model, evidence, {.keep = keep_for(model, options.table), .threads = options.threads, .progress = options.progress});
  StreamedScores out{.rows = scores.rows(),
                     .warnings = evidence.warnings(),
                     .left_out = evidence.left_out(),
                     .rank_warnings = warnings(Ranked(scores)),
                     .was_whole = true};
  if (!out.warnings.empty()) source.put_places_of_warnings(out.warnings);
  write_file(output, to_csv(scores, options.table));
  return out;
}

/// Scores a table that is on disk in parts.
class PartScorer {
 public:
  /// `model` has no quotas: these count the rows of all parts.
  PartScorer(const StreamSource& source, const Model& model, TableStream& stream, TableParts& parts, const ScoreStreamOptions& options)
      : source_(source), model_(model), stream_(stream), parts_(parts), options_(options), scorer_(model) {}

  /// Reads all parts and tells of all problems of the table, if there are any; then scores them, a few at a time: use(scores, rows so far).
  /// @throws EvidenceError
  template <class Use>
  void run(const Use& use) {
    if (stream_.has_shapes_to_count()) for_each_piece([&](const auto& pieces, std::size_t) { stream_.count_shapes(pieces); });
    const ScoreOptions how{.keep = keep_for(model_, options_.table), .threads = options_.threads};
    if (model_.derived().cohorts.empty() && !looks_back()) {
      for_each_piece([&](const auto& pieces, std::size_t done) {
        if (const auto evidence = stream_.evidence(pieces)) use(scorer_.score(*evidence, how), done);
      });
      return tell_of_problems();
    }
    CohortTotals totals(model_);
    for_each_piece([&](const auto& pieces, std::size_t) {
      if (const auto evidence = stream_.evidence(pieces)) totals.merge(cohort_totals(*evidence, model_));
    });
    tell_of_problems();
    for_each_piece([&](const auto& pieces, std::size_t done) { use(scorer_.score(stream_.evidence_again(pieces), totals, how), done); });
  }
  /// Finds the rows that may be sums of others.
  void find_sums() {
    if (!stream_.may_have_sums()) return;
    stream_.find_sums(
        [&](TableStream::Direction direction, const std::function<void(std::string_view)>& use) { parts_.for_each_take(direction, use); });
  }

 private:
  void tell_of_problems() {
    const auto total = stream_.total_problems();
    if (total == 0) return;
    throw source_.error_of(stream_.problems(), total);
  }
  bool looks_back() const {
    const auto& derived = model_.derived();
    return !derived.previous.empty() || !derived.previous_parameters.empty() || !derived.previous_below.empty() || derived.looks_back;
  }
  template <class Use>
  void for_each_piece(const Use& use) const {
    for (std::size_t first = 0, end = 0; first < parts_.parts(); first = end) {
      end = first + parts_.parts_of(first, options_.rows_of_a_part);
      const auto bytes = parts_.read(first, end);
      use(std::vector<std::string_view>(bytes.begin(), bytes.end()), parts_.rows(0, end));
    }
  }
  const StreamSource& source_;
  const Model& model_;
  TableStream& stream_;
  TableParts& parts_;
  const ScoreStreamOptions& options_;
  Scorer scorer_;
};

bool has_quotas(const Model& model) { return model.classes() && !model.classes()->quotas.empty(); }
/// The model without its quotas.
Model without_quotas(const Model& model) {
  if (!has_quotas(model)) return model;
  auto draft = model.draft();
  draft.classes->quotas.clear();
  return Model::build(std::move(draft));
}

/// So many parts that each has few rows beside those that are scored at once, however many rows there are.
std::size_t parts_for(std::size_t rows, std::size_t rows_of_a_part) {
  constexpr std::size_t least = 64, most = std::size_t{1} << 20;
  return std::clamp(std::bit_ceil(8 * rows / std::max<std::size_t>(rows_of_a_part, 1) + 1), least, most);
}

StreamedScores streamed(const StreamSource& source, const Model& model, const std::filesystem::path& output,
                        const ScoreStreamOptions& options) {
  check_supported(model, options);
  const auto folder = !options.temporary.empty() ? options.temporary : output.has_parent_path() ? output.parent_path() : ".";
  std::optional<TableStream> stream;
  std::optional<TableParts> parts;
  const bool is_read = source.stream({.rows_at_once = options.rows_at_once,
                                      .start =
                                          [&](EvidenceReader& reader, std::size_t rows) {
                                            const auto count = parts_for(rows, options.rows_of_a_part);
                                            stream.emplace(reader, count);
                                            parts.emplace(folder, count);
                                          },
                                      .take = [&] { parts->take(*stream); },
                                      .finish = [&] { stream->finish(); }});
  if (!is_read) return scored_as_a_whole(source, model, output, options);

  const auto check_name = [](const Words& what, const std::optional<std::string>& name, std::span<const std::string> known) {
    if (name) index_of_name(what, *name, known);
  };
  const auto of_parts = without_quotas(model);
  PartScorer scorer(source, of_parts, *stream, *parts, options);
  NewFile file(output);
  RowRuns runs(folder, model);
  ScoredRows rows(*stream, options.table);
  StreamedScores out;
  scorer.run([&](const Scores& scores, std::size_t done) {
    out.rows += scores.rows();
    rows.add(scores, runs);
    if (options.progress) options.progress({done, stream->rows()});
  });
  check_name(nouns::block, options.table.block, stream->blocks());
  check_name(nouns::period, options.table.period, stream->periods());
  check_name(nouns::track, options.table.track, model.tracks());
  scorer.find_sums();
  Spool waiting(folder);
  std::optional<RowQuotas> quotas;
  if (has_quotas(model)) quotas.emplace(model, stream->blocks(), runs);
  RankedOutput ranked(model, *stream, options.table, runs.order(), quotas ? &*quotas : nullptr, waiting, file);
  ranked.heads(rows.columns());
  runs.for_each([&](const ScoredRow& row) { ranked.add(row); });
  ranked.end();
  out.warnings = stream->warnings();
  if (!out.warnings.empty()) source.put_places_of_warnings(out.warnings);
  out.left_out = stream->left_out();
  out.rank_warnings = ranked.warnings();
  file.finish();
  return out;
}
}

StreamedScores stream_scores(const std::filesystem::path& path, const Model& model, const std::filesystem::path& output,
                             const ScoreStreamOptions& options) {
  return streamed(
      {.stream = [&](const StreamedRows& rows) { return stream_csv(path, model, options.reading, rows); },
       .as_a_whole = [&] { return read_evidence(path, model, options.reading); },
       .put_places_of_warnings = [&](std::vector<Problem>& problems) { put_places_of_stream(path, model, options.reading, problems); },
       .error_of = [&](std::vector<BadCell> cells,
                       std::size_t total) { return error_of_stream(path, model, options.reading, std::move(cells), total); }},
      model, output, options);
}
StreamedScores stream_scores(const ArrowSource& open, std::size_t rows, const Model& model, const std::filesystem::path& output,
                             const ScoreStreamOptions& options) {
  return streamed(
      {.stream =
           [&](const StreamedRows& to) {
             auto reader = frame_reader(model, options.reading);
             Released<ArrowArrayStream> batches;
             open(&batches);
             stream_arrow(reader, batches, rows, to);
             return true;
           },
       .as_a_whole =
           [&] {
             auto reader = frame_reader(model, options.reading);
             Released<ArrowArrayStream> batches;
             open(&batches);
             add_arrow(reader, batches);
             return reader.build();
           },
       .put_places_of_warnings = [](std::vector<Problem>&) {},
       .error_of = [](std::vector<BadCell> cells, std::size_t total) { return EvidenceError(problems_of(std::move(cells)), total); }},
      model, output, options);
}
}
