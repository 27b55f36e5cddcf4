#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/core/text.hpp>
#include <chiso/evidence/odd_row_problems.hpp>
#include <chiso/io/problems/problems.hpp>
#include <chiso/io/text/file.hpp>
#include <cli/files.hpp>
#include <cli/terminal.hpp>
#include <map>
#include <optional>

namespace chiso_cli {
namespace {
constexpr std::size_t most_listed = 1000;
}

void report(const std::string& file, const std::vector<chiso::Problem>& problems, std::size_t total, Language language) {
  std::string text;
  const auto listed = std::min(problems.size(), most_listed);
  for (std::size_t i = 0; i < listed; ++i) text += file + (problems[i].place.line > 0 ? ":" : ": ") + to_text(problems[i], language) + '\n';
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
/// Suggests another decimal mark if that mends the table or some of it: spreadsheets write the mark that is usual where they are.
template <class Of>
void suggest_decimal_mark(const std::string& file, std::string_view text, const Of& of, chiso::ReadingOptions options, std::size_t errors,
                          Language language) {
  if (options.decimal) return;
  std::optional<char> best;
  for (const char mark : {',', '.'}) {
    if (options.thousands == mark) continue;
    options.decimal = mark;
    std::size_t left = 0;
    try {
      chiso::parse_evidence(text, of, options);
    } catch (const chiso::EvidenceError& error) {
      left = error.total();
    }
    if (left < errors) {
      best = mark;
      errors = left;
    }
  }
  constexpr chiso::Words other_mark{": read with --decimal {0} it has {1}", ": nếu đọc với --decimal {0} thì còn {1}"};
  if (best) complain(file + to_text(other_mark, {std::string(1, *best), counted(errors, things::errors, language)}, language));
}
/// Reads one file; `of` is a model, or a table below the units.
template <class Of>
chiso::Evidence parse(const std::string& file, std::string_view text, const Of& of, const chiso::ReadingOptions& options,
                      Language language) try {
  return chiso::parse_evidence(text, of, options);
} catch (const chiso::EvidenceError& error) {
  report(file, error, language);
  suggest_decimal_mark(file, text, of, options, error.total(), language);
  throw AlreadyReported();
}
}

chiso::Evidence read_published(const std::string& file, const chiso::TableBeside& table, const chiso::ReadingOptions& options,
                               Language language) try {
  return chiso::read_evidence(file, table, options);
} catch (const chiso::EvidenceError& error) {
  report(file, error.problems(), error.problems().size(), language);
  constexpr chiso::Words nothing{"{0}: {1}; nothing of it is compared", "{0}: {1}; bảng này không được đối chiếu"};
  complain(to_text(nothing, {file, counted(error.total(), things::errors, language)}, language));
  throw AlreadyReported();
}

chiso::Evidence read_evidence(const FileArguments& files, const chiso::Model& model, const chiso::ReadingOptions& options,
                              Language language) {
  for (const auto& table : files.tables)  // an unknown table is reported before a long file is read
    chiso::index_of_name(chiso::nouns::table, table.first, model.derived().table_names.names());
  const auto text = chiso::read_file(files.evidence);
  auto evidence = parse(files.evidence, text, model, options, language);
  auto of_table = options;
  for (const auto& [name, table] : files.tables) {
    of_table.rename = table.rename;
    evidence =
        parse(table.file, chiso::read_file(table.file), chiso::TableBelow{evidence, name, table.unit, table.period}, of_table, language);
  }
  auto warnings = evidence.warnings();
  if (!warnings.empty()) chiso::put_places(text, model, options, warnings);
  report(files.evidence, warnings, warnings.size(), language);
  return evidence;
}

void tell_of_notes(const FileArguments& files, const chiso::Evidence& evidence, Language language) {
  std::map<std::string, std::string> of_file;
  const auto add = [&](const std::string& file, std::string what) {
    auto& line = of_file[file];
    line.append(line.empty() ? ": " : "; ").append(std::move(what));
  };
  constexpr std::string_view tables = "/tables/";
  std::size_t warnings = 0;
  for (const auto& note : evidence.notes()) {
    const auto& pointer = note.place.pointer;
    if (note.entry != &chiso::problems::columns_ignored && note.entry != &chiso::problems::rows_blank)
      ++warnings;
    else
      add(pointer.starts_with(tables) ? files.tables.at(pointer.substr(tables.size())).file : files.evidence, note.found(language));
  }
  if (of_file.empty()) return;
  if (warnings > 0) add(files.evidence, counted(warnings, things::warnings, language));
  for (const auto& [file, line] : of_file) complain(file + chiso::with_hidden_shown(line));
}
}
