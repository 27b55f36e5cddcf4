#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/core/text.hpp>
#include <chiso/evidence/cell_problems.hpp>
#include <chiso/evidence/odd_row_problems.hpp>
#include <chiso/evidence/reading_options.hpp>
#include <chiso/evidence/table_problems.hpp>
#include <chiso/io/problems/problems.hpp>
#include <chiso/io/text/file.hpp>
#include <cli/files.hpp>
#include <cli/terminal.hpp>
#include <cli/workbooks.hpp>
#include <filesystem>
#include <map>
#include <optional>
#include <type_traits>

namespace chiso_cli {
namespace {
constexpr std::size_t most_listed = 1000;
}

void report(const std::string& file, const std::vector<chiso::Problem>& problems, std::size_t total, Language language) {
  std::string text;
  const auto listed = std::min(problems.size(), most_listed);
  for (std::size_t i = 0; i < listed; ++i)
    text += file + (problems[i].place.line > 0 || problems[i].place.sheet ? ":" : ": ") + to_text(problems[i], language) + '\n';
  constexpr chiso::Words more{": and {0} more of {1}", ": và còn {0} lỗi, cảnh báo khác, tổng cộng {1}"};
  if (listed < total) text += file + to_text(more, {total - listed, total}, language) + '\n';
  if (!text.empty()) complain(std::string_view(text).substr(0, text.size() - 1));
}
void report(const std::string& file, const chiso::EvidenceError& error, Language language) {
  report(file, error.problems(), error.problems().size(), language);
  constexpr chiso::Words not_listed{", {0} of them not listed", ", trong đó {0} lỗi không liệt kê"},
      not_scored{"; nothing of it is scored", "; bảng này không được chấm điểm"};
  const auto more = error.total() - error.problems().size();
  complain(file + ": " + counted(error.total(), things::errors, language) + (more > 0 ? to_text(not_listed, {more}, language) : "") +
           to_text(not_scored, {}, language));
}

chiso::Model read_model(const std::string& file, Language language) try {
  return chiso::load_model(file);
} catch (const chiso::ModelError& error) {
  report(file, error.problems(), error.total(), language);
  throw AlreadyReported();
}

namespace {
/// The text of a file that can be read but once, such as a pipe; nothing of any other.
std::optional<std::string> text_of(const std::string& file) {
  std::error_code ignored;
  const auto kind = std::filesystem::status(file, ignored).type();
  const bool is_read_again = kind == std::filesystem::file_type::regular || kind == std::filesystem::file_type::not_found;
  return is_workbook(file) || is_read_again ? std::nullopt : std::optional(chiso::read_file(file));
}
using ReadBy = std::optional<chiso::SheetReader>;
/// Reads a table from a file of either kind; `of` is a model, a table below the units, or one beside them. `read_by`, if it is not null,
/// gets the reader of a worksheet, which knows the places of its cells.
template <class Of>
chiso::Evidence table_of(const std::string& file, const std::optional<std::string>& text, const Of& of,
                         const chiso::ReadingOptions& options, const std::optional<std::string>& sheet, ReadBy* read_by = nullptr) {
  if (is_workbook(file) && !options.encoding.empty())
    throw UsageError("an encoding is that of a CSV file, and '" + file + "' is a workbook, which says itself how its text is written");
  if (is_workbook(file)) {
    auto reader = workbooks()->sheet(file, of, options, sheet);
    auto out = reader.build();
    if (read_by) read_by->emplace(std::move(reader));
    return out;
  }
  if (sheet)
    throw UsageError("--sheet, --table-sheet and --published-sheet are of a workbook (xlsx, xls, ods), and '" + file +
                     "' is none that is opened here");
  return text ? chiso::parse_evidence(*text, of, options) : chiso::read_evidence(std::filesystem::path(file), of, options);
}
/// Marks of numbers by which a table may have to be read.
struct Marks {
  std::optional<char> decimal{}, thousands{};
  bool operator==(const Marks&) const = default;
};
/// The marks to try: each decimal mark, for spreadsheets write the one that is usual where they are, and with it the thousands marks that
/// the hints of cells name.
std::vector<Marks> marks_to_try(const chiso::EvidenceError& error, const chiso::ReadingOptions& options) {
  std::vector<Marks> out;
  const auto add = [&](Marks marks) {
    if (marks.decimal != marks.thousands && std::find(out.begin(), out.end(), marks) == out.end()) out.push_back(marks);
  };
  if (!options.decimal)
    for (const char mark : {',', '.'}) add({.decimal = mark, .thousands = options.thousands});
  if (options.thousands) return out;
  for (const auto& problem : error.problems())
    for (std::size_t i = 1; i < problem.hint.arguments.size(); ++i) {
      const auto* mark = std::get_if<std::string>(&problem.hint.arguments[i].value);
      if (!mark || mark->size() != 1 || chiso::thousands_marks.find(*mark) == chiso::thousands_marks.npos) continue;
      const char thousands = mark->front();
      const char usual = thousands == '.' ? ',' : '.';
      add({.decimal = options.decimal ? options.decimal : thousands == ' ' ? std::nullopt : std::optional(usual), .thousands = thousands});
    }
  return out;
}
/// Suggests other marks of numbers if that mends the table or some of it.
template <class Of>
void suggest_marks(const std::string& file, const std::optional<std::string>& text, const Of& of, const chiso::ReadingOptions& options,
                   const std::optional<std::string>& sheet, const chiso::EvidenceError& error, Language language) {
  std::optional<Marks> best;
  auto errors = error.total();
  auto told = options;
  for (const auto& marks : marks_to_try(error, options)) {
    told.decimal = marks.decimal;
    told.thousands = marks.thousands;
    std::size_t left = 0;
    try {
      table_of(file, text, of, told, sheet);
    } catch (const chiso::EvidenceError& other) {
      left = other.total();
    }
    if (left < errors) {
      best = marks;
      errors = left;
    }
  }
  if (!best) return;
  const auto option = [](std::string_view name, char mark) {
    return std::string(name) + (mark == ' ' || mark == '\'' ? "\"" + std::string(1, mark) + "\"" : std::string(1, mark));
  };
  std::string marks;
  if (best->decimal && best->decimal != options.decimal) marks = option("--decimal ", *best->decimal);
  if (best->thousands && best->thousands != options.thousands)
    marks += option(marks.empty() ? "--thousands " : " --thousands ", *best->thousands);
  constexpr chiso::Words other_marks{": read with {0} it has {1}", ": nếu đọc với {0} thì còn {1}"};
  complain(file + to_text(other_marks, {marks, counted(errors, things::errors, language)}, language));
}
/// The tracks that heads are called by, each with the label by which they call it: the tracks stand side by side, as pairs.
std::string renamed_tracks(const chiso::EvidenceError& error, const chiso::Model& model) {
  std::string renames;
  std::size_t columns = 0;
  const auto& tracks = model.draft().tracks;
  if (!tracks) return renames;
  for (const auto& track : *tracks) {
    const auto is_of_track = [&](const std::string& label) {
      const auto of_it = std::count_if(error.problems().begin(), error.problems().end(), [&](const chiso::Problem& problem) {
        return problem.entry == &chiso::problems::column_unknown &&
               (problem.place.pointer.ends_with(label) || problem.place.pointer.ends_with("(" + label + ")"));
      });
      columns += static_cast<std::size_t>(of_it);
      return of_it > 0;
    };
    if (is_of_track(track.id) || !track.about.label) continue;
    for (const auto in : {Language::vi, Language::en}) {
      const std::string label(track.about.label->in(in));
      if (label == track.id || label.find_first_of("\"`$\\") != label.npos || !is_of_track(label)) continue;
      renames += " --rename \"" + label + "=" + track.id + "\"";
      break;
    }
  }
  return columns > 1 ? " --layout pairs" + renames : std::string();
}
/// Says with which options the columns are read that are called otherwise than the model calls them, as far as that is seen, and which
/// leave out the others.
void suggest_columns(const std::string& file, const chiso::EvidenceError& error, const chiso::Model& model, Language language) {
  std::string renames, ignored;
  std::size_t others = 0;
  bool names_measures = false;
  for (const auto& problem : error.problems()) {
    if (problem.entry != &chiso::problems::column_unknown || problem.arguments.empty()) continue;
    const auto* head = std::get_if<std::string>(&problem.arguments[0].value);
    const auto* meant = std::get_if<std::string>(&problem.hint.value);
    names_measures = names_measures || (head && *head == "measure" && problem.hint.empty());
    const bool is_plain =
        head && head->find_first_of("\"`$\\") == head->npos && head->find("\u2026") == head->npos && !head->ends_with("...");
    if (problem.hint.empty() && ++others > 0 && is_plain) ignored += " --ignore \"" + *head + "\"";
    if (!problem.hint.empty() && is_plain && meant) renames += " --rename \"" + *head + "=" + *meant + "\"";
  }
  constexpr chiso::Words are_read{": if these are the columns that are meant, add:{0}", ": nếu đúng là các cột đó thì thêm:{0}"},
      side_by_side{": if columns of several tracks stand side by side, add:{0}",
                   ": nếu mỗi bước chấm là một cột đứng cạnh nhau thì thêm:{0}"},
      left_out{": columns that are not to be read are left out by:{0}", ": cột không dùng thì bỏ qua bằng cách thêm:{0}"};
  constexpr chiso::Words in_rows{": if a measure stands in each row, add: --layout rows",
                                 ": nếu mỗi dòng là một số liệu thì thêm: --layout rows"};
  if (names_measures) return complain(file + to_text(in_rows, {}, language));
  if (!renames.empty()) complain(file + to_text(are_read, {renames}, language));
  if (const auto tracks = renamed_tracks(error, model); !tracks.empty()) return complain(file + to_text(side_by_side, {tracks}, language));
  constexpr std::size_t most_named = 6;  // more are left out together
  // A column that the table still lacks may be one of them.
  const auto is_lacking = [&](const chiso::Problem& problem) {
    if (problem.entry != &chiso::problems::column_absent || problem.arguments.empty()) return false;
    const auto* absent = std::get_if<std::string>(&problem.arguments[0].value);
    return absent && renames.find("=" + *absent + "\"") == renames.npos;
  };
  const bool is_complete = std::none_of(error.problems().begin(), error.problems().end(), is_lacking);
  if (others > 0 && is_complete)
    complain(file + to_text(left_out, {others > most_named || ignored.empty() ? " --ignore-unknown" : ignored}, language));
}
/// Reads one file; `of` is a model, or a table below the units.
template <class Of>
chiso::Evidence read_table(const std::string& file, const std::optional<std::string>& text, const Of& of,
                           const chiso::ReadingOptions& options, const std::optional<std::string>& sheet, Language language,
                           ReadBy* read_by = nullptr) try {
  return table_of(file, text, of, options, sheet, read_by);
} catch (const chiso::EvidenceError& error) {
  report(file, error, language);
  if constexpr (std::is_same_v<Of, chiso::Model>) suggest_columns(file, error, of, language);
  // A number that can be read in two ways is read by any mark that is told: that would be no reason to tell it.
  const auto is_open = [](const chiso::Problem& problem) { return problem.entry == &chiso::problems::cell_two_ways; };
  if (std::none_of(error.problems().begin(), error.problems().end(), is_open))
    suggest_marks(file, text, of, options, sheet, error, language);
  throw AlreadyReported();
}
}

void tell_of_problems(const std::string& file, const chiso::EvidenceError& error, const chiso::Model& model, Language language) {
  report(file, error, language);
  suggest_columns(file, error, model, language);
}

namespace {
/// The options for a table beside the evidence, which has names and lines of its own.
chiso::ReadingOptions of_another_table(chiso::ReadingOptions options) {
  options.rename.clear();
  options.header_line = options.skip_last = 0;
  options.header_lines = 1;
  options.layout = chiso::TableLayout::units;
  options.fill.clear();
  return options;
}
/// Adds the tables below the units that have a worksheet of their name and are not given otherwise.
chiso::Evidence with_tables_of_workbook(chiso::Evidence evidence, const FileArguments& files, chiso::ReadingOptions options,
                                        Language language) try {
  options = of_another_table(std::move(options));
  for (const auto& name : evidence.model().derived().table_names.names())
    if (!files.tables.contains(name))
      if (auto table = workbooks()->table(files.evidence, {evidence, name, "unit", chiso::PeriodPart::whole}, options))
        evidence = table->build();
  return evidence;
} catch (const chiso::EvidenceError& error) {
  report(files.evidence, error, language);
  throw AlreadyReported();
}
}

chiso::Evidence read_published(const std::string& file, const chiso::TableBeside& table, const chiso::ReadingOptions& options,
                               const std::optional<std::string>& sheet, Language language) try {
  return table_of(file, text_of(file), table, options, sheet);
} catch (const chiso::EvidenceError& error) {
  report(file, error.problems(), error.problems().size(), language);
  constexpr chiso::Words nothing{"{0}: {1}; nothing of it is compared", "{0}: {1}; bảng này không được đối chiếu"};
  complain(to_text(nothing, {file, counted(error.total(), things::errors, language)}, language));
  throw AlreadyReported();
}

namespace {
/// The options with the roster that the files name, if they name one.
chiso::ReadingOptions with_roster(const FileArguments& files, chiso::ReadingOptions options, Language language) try {
  if (!files.roster.empty()) options.roster = chiso::read_roster(files.roster, {.most_problems = options.most_problems});
  return options;
} catch (const chiso::EvidenceError& error) {
  report(files.roster, error, language);
  throw AlreadyReported();
}
}

chiso::Evidence read_evidence(const FileArguments& files, const chiso::Model& model, const chiso::ReadingOptions& told, Language language,
                              std::size_t* count) {
  auto options = with_roster(files, told, language);
  const ProgressLine line(files.evidence, works::reading, language);
  options.progress = line.telling();
  for (const auto& table : files.tables)  // an unknown table is reported before a long file is read
    chiso::index_of_name(chiso::nouns::table, table.first, model.derived().table_names.names());
  const auto text = text_of(files.evidence);
  ReadBy read_by;
  auto evidence = read_table(files.evidence, text, model, options, files.sheet, language, &read_by);
  auto of_table = of_another_table(options);
  for (const auto& [name, table] : files.tables) {
    of_table.rename = table.rename;
    const chiso::TableBelow below{evidence, name, table.unit, table.period};
    evidence = read_table(table.file, text_of(table.file), below, of_table, table.sheet, language);
  }
  if (is_workbook(files.evidence)) evidence = with_tables_of_workbook(std::move(evidence), files, options, language);
  auto warnings = read_by ? read_by->warnings(evidence) : evidence.warnings();
  if (!read_by && !warnings.empty()) chiso::put_places(text ? *text : chiso::read_file(files.evidence), model, options, warnings);
  report(files.evidence, warnings, warnings.size(), language);
  if (count) *count = warnings.size();
  return evidence;
}

void tell_of_notes(const FileArguments& files, const std::vector<chiso::Problem>& left_out, std::size_t warnings, Language language) {
  std::map<std::string, std::string> of_file;
  const auto add = [&](const std::string& file, std::string what) {
    auto& line = of_file[file];
    line.append(line.empty() ? ": " : "; ").append(std::move(what));
  };
  constexpr std::string_view tables = "/tables/";
  const auto file_of = [&](const std::string& pointer) {  // a table that is not given otherwise is a worksheet of the evidence
    const auto table = files.tables.find(pointer.starts_with(tables) ? pointer.substr(tables.size()) : std::string());
    return table == files.tables.end() ? files.evidence : table->second.file;
  };
  for (const auto& note : left_out) add(file_of(note.place.pointer), note.found(language));
  if (of_file.empty()) return;
  if (warnings > 0) add(files.evidence, counted(warnings, things::warnings, language));
  for (const auto& [file, line] : of_file) complain(file + chiso::with_hidden_shown(line));
}
}
