#include <cli/arguments.hpp>
#include <cli/names.hpp>
#include <cli/output.hpp>
#include <cli/terminal.hpp>
#include <functional>
#include <io/read/reading_options.hpp>

namespace chiso_cli {
namespace {
/// Splits FROM=TO at the last sign: a column of a spreadsheet may contain one, a name of the model cannot.
std::size_t sign_of(const std::string& renaming) { return renaming.rfind('='); }

bool is_renaming(const std::string& text) {
  const auto sign = sign_of(text);
  return sign != std::string::npos && sign > 0 && sign + 1 < text.size();
}
std::pair<std::string, std::string> renaming(const std::string& text) {
  return {text.substr(0, sign_of(text)), text.substr(sign_of(text) + 1)};
}
std::string check_renaming(const std::string& text) {
  return is_renaming(text) ? "" : "'" + text + "' is not FROM=TO: a column of the file, and the name in the model";
}
/// Splits NAME=VALUE at the first sign: the name of a table cannot contain one.
std::pair<std::string, std::string> name_and_value(const std::string& text) {
  const auto sign = text.find('=');
  return {text.substr(0, sign), text.substr(sign + 1)};
}
CLI::Validator of_table(const std::string& what, const std::function<bool(const std::string&)>& is_value = {}) {
  return {[what, is_value](const std::string& text) -> std::string {
            const auto sign = text.find('=');
            const bool good = sign != std::string::npos && sign > 0 && sign + 1 < text.size();
            return good && (!is_value || is_value(text.substr(sign + 1))) ? "" : "'" + text + "' is not NAME=" + what;
          },
          ""};
}
/// Which characters a mark may be is checked with the other options.
std::string check_mark(std::string& text) {
  if (text == "tab" || text == "\\t") text = "\t";
  return text.size() == 1 ? "" : "a mark is one character, or the word tab";
}
/// Lets an option be given several times, with one value each time: it must not swallow the arguments after it.
void one_value_each_time(CLI::Option* option) { option->allow_extra_args(false)->take_all(); }

void add_tables(CLI::App& command, FileArguments& arguments) {
  const std::string group = "Tables below the units, such as their tasks";
  const auto add = [&](const std::string& option, const std::string& about, const std::string& text, const CLI::Validator& check,
                       const std::function<void(TableArgument&, const std::string&)>& put) {
    const auto each = [&arguments, put](const std::vector<std::string>& typed) {
      for (const auto& one : typed) {
        const auto [name, value] = name_and_value(one);
        put(arguments.tables[name], value);
      }
    };
    auto* added = command.add_option_function<std::vector<std::string>>(option, each, about)->check(check)->option_text(text)->group(group);
    one_value_each_time(added);
  };
  const auto part = [](const std::string& text) { return chiso::named<chiso::PeriodPart>(text).has_value(); };
  add("--table", "The CSV file of a table of the model; may be repeated", "NAME=FILE", of_table("FILE: a table of the model, and its file"),
      [](TableArgument& table, const std::string& value) { table.file = value; });
  add("--table-unit", "The column of the table that names the unit (default: unit)", "NAME=COLUMN",
      of_table("COLUMN: a table of the model, and a column of it"),
      [](TableArgument& table, const std::string& value) { table.unit = as_read(value); });
  add("--table-sheet", "The worksheet of the table, if its file is a workbook (default: the one that is called as the table)", "NAME=SHEET",
      of_table("SHEET: a table of the model, and a worksheet of its file"),
      [](TableArgument& table, const std::string& value) { table.sheet = value; });
  add("--table-period",
      "The part of its periods in which the rows stand: whole (the default: the period as it is written), month, quarter or year",
      "NAME=PART", of_table("PART: a table of the model, and whole, month, quarter or year", part),
      [](TableArgument& table, const std::string& value) { table.period = *chiso::named<chiso::PeriodPart>(value); });
  add("--table-rename", "Reads the column FROM of the table as TO of the model; may be repeated", "NAME=FROM=TO",
      of_table("FROM=TO: a table of the model, a column of its file, and the name in the model", is_renaming),
      [](TableArgument& table, const std::string& value) { table.rename.push_back(renaming(as_read(value))); });
}
}

namespace {
/// Splits N or N-M, lines of a file; empty if it is neither.
std::optional<std::pair<std::size_t, std::size_t>> lines_of(const std::string& text) {
  const auto number = [](std::string_view digits) {
    constexpr std::size_t most_digits = 9;
    std::size_t out = 0;
    if (digits.size() > most_digits) return out;
    for (const char c : digits) {
      if (c < '0' || c > '9') return std::size_t{0};
      out = out * 10 + static_cast<std::size_t>(c - '0');
    }
    return out;
  };
  const auto dash = text.find('-');
  const auto first = number(text.substr(0, dash)), last = dash == text.npos ? first : number(text.substr(dash + 1));
  if (first == 0 || last < first) return {};
  return std::pair(first, last);
}
/// Declares the options for what stands above and below a table, and how it is written.
void add_heads(CLI::App& command, chiso::ReadingOptions& options, const std::string& prefix, const std::string& group) {
  const auto take_lines = [&options](const std::string& typed) {
    const auto [first, last] = *lines_of(typed);
    options.header_line = first;
    options.header_lines = last - first + 1;
  };
  const auto check_lines = [](const std::string& text) {
    return lines_of(text) ? std::string() : "'" + text + "' is not N or N-M: the line of the heads, or the first and last of them";
  };
  command
      .add_option_function<std::string>(
          prefix + "header-line", take_lines,
          "The line with the names of the columns, or the first and last of several (default: the first line)")
      ->check(CLI::Validator(check_lines, ""))
      ->option_text("N[-M]")
      ->group(group);
  command.add_option(prefix + "skip-last", options.skip_last, "How many filled rows at the end are not read, such as totals (default 0)")
      ->option_text("N")
      ->group(group);
  command.add_option(prefix + "encoding", options.encoding, "The encoding of the file: utf-16, windows-1258 and so on (default: UTF-8)")
      ->option_text("NAME")
      ->group(group);
}
/// Declares what a date in the column of periods stands for.
void add_periods(CLI::App& command, chiso::ReadingOptions& options, const std::string& group) {
  command
      .add_option_function<std::string>(
          "--period-of-dates", [&options](const std::string& name) { options.period_of_dates = *chiso::named<chiso::PeriodPart>(name); },
          "What a date in the column period stands for: year, quarter, month, or whole (the day). By default dates are no periods")
      ->check(CLI::IsMember({"year", "quarter", "month", "whole"}))
      ->option_text("PART")
      ->group(group);
}
/// Declares the options for tables whose rows are no units, or that lack a column.
void add_layout(CLI::App& command, chiso::ReadingOptions& options, const std::string& group) {
  const std::map<std::string, chiso::TableLayout> layouts{
      {"units", chiso::TableLayout::units}, {"rows", chiso::TableLayout::rows}, {"pairs", chiso::TableLayout::pairs}};
  command
      .add_option_function<std::string>(
          "--layout", [&options, layouts](const std::string& name) { options.layout = layouts.at(name); },
          "What stands in its rows: units (the default), rows (a measure in each: forms, long tables), or pairs (units, with heads such as "
          "'x (self)')")
      ->check(CLI::IsMember({"units", "rows", "pairs"}))
      ->option_text("L")
      ->group(group);
  const auto add_filling = [&options](const std::vector<std::string>& typed) {
    for (const auto& text : typed) options.fill.push_back(name_and_value(text));
  };
  auto* fill =
      command
          .add_option_function<std::vector<std::string>>("--fill", add_filling,
                                                         "A column that the file lacks, and what stands in it in every row, such as "
                                                         "unit=Hội An of a form or period=2024; may be repeated")
          ->check(of_table("VALUE: a column that the file lacks, and what stands in it in every row"))
          ->option_text("NAME=VALUE")
          ->group(group);
  one_value_each_time(fill);
}
/// Declares the options that every table has; those of the evidence have no prefix.
void add_cell_options(CLI::App& command, chiso::ReadingOptions& options, const std::string& prefix, const std::string& group) {
  const auto add_mark = [&](const std::string& option, std::optional<char>& mark, const std::string& about) {
    command.add_option_function<std::string>(
               prefix + option, [&mark](const std::string& typed) { mark = typed[0]; }, about)
        ->transform(CLI::Validator(check_mark, ""))
        ->option_text("MARK")
        ->group(group);
  };
  add_mark("decimal", options.decimal, "Decimal mark of its numbers: . or , (default: the one that the table states, otherwise .)");
  add_mark("thousands", options.thousands, "Thousands mark of its numbers: . , a blank or an apostrophe (default: none)");
  add_mark("delimiter", options.delimiter, "The delimiter between cells: one character, or tab (default: detected from the first line)");
  add_heads(command, options, prefix, group);
  const auto add_renaming = [&options](const std::vector<std::string>& typed) {
    for (const auto& text : typed) options.rename.push_back(renaming(text));
  };
  auto* rename = command
                     .add_option_function<std::vector<std::string>>(
                         prefix + "rename", add_renaming,
                         prefix == "--" ? "Reads the column FROM of the file as TO of the model; may be repeated"
                                        : "Reads its column FROM as TO; may be repeated")
                     ->check(CLI::Validator(check_renaming, ""))
                     ->option_text("FROM=TO")
                     ->group(group);
  one_value_each_time(rename);
}
void add_missing_words(CLI::App& command, chiso::ReadingOptions& options, const std::string& prefix, const std::string& group) {
  auto* words =
      command.add_option(prefix + "missing-word", options.missing_words, "A word that means missing, such as n/a; may be repeated")
          ->option_text("W")
          ->group(group);
  one_value_each_time(words);
}
}

void add_reading_options(CLI::App& command, chiso::ReadingOptions& options) {
  const std::string group = "How the evidence is read";
  add_cell_options(command, options, "--", group);
  command
      .add_flag_callback(
          "--ignore-unknown", [&options] { options.unknown_columns = chiso::UnknownColumns::ignore; },
          "Ignores columns that the model does not know, but for those whose name is near one of the model")
      ->group(group);
  one_value_each_time(command.add_option("--ignore", options.ignored_columns, "Ignores this column of the file; may be repeated")
                          ->option_text("NAME")
                          ->group(group));
  command
      .add_flag_callback(
          "--absent-is-missing", [&options] { options.absent_measures = chiso::AbsentMeasures::missing; },
          "Treats a measure without a column as missing")
      ->group(group);
  add_missing_words(command, options, "--", group);
  add_periods(command, options, group);
  add_layout(command, options, group);
}
void add_reading_options_of(CLI::App& command, chiso::ReadingOptions& options, const std::string& table, const std::string& group) {
  add_cell_options(command, options, "--" + table + "-", group);
  add_missing_words(command, options, "--" + table + "-", group);
}

CLI::Option* add_output(CLI::App& command, std::string& output, const std::vector<std::string_view>& extensions, const std::string& about) {
  const auto check = [extensions](const std::string& path) { return check_ending(path, extensions); };
  return command.add_option("-o,--output", output, about)->check(CLI::Validator(check, ""))->option_text("FILE");
}
void add_list_output(CLI::App& command, std::string& output, const std::string& group) {
  add_output(command, output, {"csv", "json", "txt", "html"},
             "The output: a table (.csv, .json), text (.txt) or a page (.html); it is written completely or not at all")
      ->group(group);
}
void add_others(CLI::App& command, chiso::Decimal& others, const std::string& group) {
  const auto check = [](const std::string& text) {
    const auto amount = chiso::Decimal::parse(text);
    return amount && *amount >= chiso::Decimal(0) ? "" : "'" + text + "' must be a number such as 0.5, 0 or more";
  };
  command
      .add_option_function<std::string>(
          "--others", [&others](const std::string& text) { others = *chiso::Decimal::parse(text); },
          "What is added to the index of every other unit, for the ranks (default: 0)")
      ->check(CLI::Validator(check, ""))
      ->option_text("POINTS")
      ->group(group);
}
void add_page_options(CLI::App& command, std::string& format, std::string& output, const std::string& group) {
  command.add_option("--format", format, "text or html (default: by the extension of the output, otherwise text)")
      ->check(CLI::IsMember({"text", "html"}))
      ->option_text("F")
      ->group(group);
  command.add_option("-o,--output", output, "The output file, .txt or .html; it is written completely or not at all")
      ->option_text("FILE")
      ->group(group);
}

std::vector<std::string> FileArguments::inputs() const {
  std::vector<std::string> out{model, evidence};
  if (!roster.empty()) out.push_back(roster);
  for (const auto& [name, table] : tables) out.push_back(table.file);
  return out;
}

void check_options(const chiso::ReadingOptions& options, Language language) try {
  check_of_file(options);
} catch (const chiso::Error& error) {
  std::string text;
  for (const auto& problem : error.problems()) text += (text.empty() ? "" : "\nchiso: ") + to_text(problem, language);
  throw UsageError(text);
}
void check_arguments(const FileArguments& files, const chiso::ReadingOptions& reading, const std::string& output, Language language) {
  check_options(reading, language);
  for (const auto& [name, table] : files.tables)
    if (table.file.empty()) throw UsageError("--table " + name + "=FILE is needed with the other options of the table " + name);
  check_not_an_input(output, files.inputs());
}

void add_files(CLI::App& command, FileArguments& arguments, EvidenceArgument evidence) {
  command.add_option("MODEL", arguments.model, "The model, a JSON file")->required()->option_text(" ");
  command.add_option("EVIDENCE", arguments.evidence, "The evidence, a CSV file; the chiso of the Python package reads workbooks too")
      ->required(evidence == EvidenceArgument::required)
      ->option_text(" ");
  command.add_option("--sheet", arguments.sheet, "The worksheet of a workbook (default: the only one whose heads name unit)")
      ->option_text("NAME");
  command
      .add_option("--roster", arguments.roster,
                  "Who is scored, a CSV file: the column unit, perhaps block, label and was (former names, parted by ;)")
      ->option_text("FILE")
      ->group("How the evidence is read");
  add_tables(command, arguments);
}
}
