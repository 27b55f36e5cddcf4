#include <cli/arguments.hpp>
#include <cli/terminal.hpp>

namespace chiso_cli {
namespace {
/// Splits FROM=TO at the last sign: a column of a spreadsheet may contain one, a name of the model cannot.
std::size_t sign_of(const std::string& renaming) { return renaming.rfind('='); }

std::string check_renaming(const std::string& text) {
  const auto sign = sign_of(text);
  const bool good = sign != std::string::npos && sign > 0 && sign + 1 < text.size();
  return good ? "" : "'" + text + "' is not FROM=TO: a column of the file, and the name in the model";
}
std::string check_delimiter(std::string& text) {
  if (text == "tab" || text == "\\t") text = "\t";
  const bool good = text.size() == 1 && text[0] != '"' && text[0] != '\n' && text[0] != '\r';
  return good ? "" : "a delimiter is one character, or the word tab";
}
std::string one_of_the_thousands_marks(const std::string& text) {
  const bool good = text == "." || text == "," || text == " " || text == "'";
  return good ? "" : "a thousands mark is a point, a comma, a blank or an apostrophe";
}
std::string one_of_the_decimal_marks(const std::string& text) {
  return text == "." || text == "," ? "" : "a decimal mark is a point or a comma";
}
/// Lets an option be given several times, with one value each time: it must not swallow the arguments after it.
void one_value_each_time(CLI::Option* option) { option->allow_extra_args(false)->take_all(); }
}

void add_reading_options(CLI::App& command, chiso::ReadingOptions& options) {
  const std::string group = "How the evidence is read";
  const auto mark = [](std::optional<char>& to) { return [&to](const std::string& typed) { to = typed[0]; }; };
  command
      .add_option_function<std::string>("--decimal", mark(options.decimal),
                                        "Decimal mark of its numbers: . or , (default: the one that the table states, otherwise .)")
      ->check(CLI::Validator(one_of_the_decimal_marks, ""))
      ->option_text("MARK")
      ->group(group);
  command
      .add_option_function<std::string>("--thousands", mark(options.thousands),
                                        "Thousands mark of its numbers: . , a blank or an apostrophe (default: none)")
      ->check(CLI::Validator(one_of_the_thousands_marks, ""))
      ->option_text("MARK")
      ->group(group);
  command
      .add_option_function<std::string>("--delimiter", mark(options.delimiter),
                                        "The delimiter between cells: one character, or tab (default: detected from the first line)")
      ->transform(CLI::Validator(check_delimiter, ""))
      ->option_text("MARK")
      ->group(group);
  const auto add_renaming = [&options](const std::vector<std::string>& typed) {
    for (const auto& text : typed) options.rename.emplace_back(text.substr(0, sign_of(text)), text.substr(sign_of(text) + 1));
  };
  auto* rename = command
                     .add_option_function<std::vector<std::string>>("--rename", add_renaming,
                                                                    "Reads the column FROM of the file as TO of the model; may be repeated")
                     ->check(CLI::Validator(check_renaming, ""))
                     ->option_text("FROM=TO")
                     ->group(group);
  one_value_each_time(rename);
  command
      .add_flag_callback(
          "--ignore-unknown", [&options] { options.unknown_columns = chiso::UnknownColumns::ignore; },
          "Ignores columns that the model does not know")
      ->group(group);
  command
      .add_flag_callback(
          "--absent-is-missing", [&options] { options.absent_measures = chiso::AbsentMeasures::missing; },
          "Treats a measure without a column as missing")
      ->group(group);
  auto* words = command.add_option("--missing-word", options.missing_words, "A word that means missing, such as n/a; may be repeated")
                    ->option_text("W")
                    ->group(group);
  one_value_each_time(words);
}

void check_options(const chiso::ReadingOptions& options) {
  if (options.thousands && options.thousands == options.decimal) throw UsageError("the decimal mark and the thousands mark are the same");
}

void add_files(CLI::App& command, FileArguments& arguments, Evidence evidence) {
  command.add_option("MODEL", arguments.model, "The model, a JSON file")->required()->option_text(" ");
  command.add_option("EVIDENCE", arguments.evidence, "The evidence, a CSV file")
      ->required(evidence == Evidence::required)
      ->option_text(" ");
}
}
