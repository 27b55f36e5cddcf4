#include <algorithm>
#include <chiso/io/problems/problems.hpp>
#include <cli/files.hpp>
#include <cli/terminal.hpp>
#include <optional>

namespace chiso_cli {
namespace {
constexpr std::size_t most_listed = 1000;
bool is_vietnamese(Language language) { return language == Language::vi; }

}

void report(const std::string& file, const std::vector<chiso::Problem>& problems, std::size_t total, Language language) {
  std::string text;
  const auto listed = std::min(problems.size(), most_listed);
  for (std::size_t i = 0; i < listed; ++i) text += file + (problems[i].place.line > 0 ? ":" : ": ") + to_text(problems[i], language) + '\n';
  if (listed < total) {
    const auto more = std::to_string(total - listed), all = std::to_string(total);
    text += file +
            (is_vietnamese(language) ? ": và còn " + more + " lỗi, cảnh báo khác, tổng cộng " + all : ": and " + more + " more of " + all) +
            '\n';
  }
  if (!text.empty()) complain(std::string_view(text).substr(0, text.size() - 1));
}
void report(const std::string& file, const chiso::EvidenceError& error, Language language) {
  report(file, error.problems(), error.problems().size(), language);
  const auto more = error.total() - error.problems().size();
  auto text = file + ": " + counted_errors(error.total(), language);
  if (is_vietnamese(language))
    text += (more > 0 ? ", trong đó " + std::to_string(more) + " lỗi không liệt kê" : "") + "; bảng này không được chấm điểm";
  else
    text += (more > 0 ? ", " + std::to_string(more) + " of them not listed" : "") + "; nothing of it is scored";
  complain(text);
}

std::string counted_errors(std::size_t count, Language language) {
  return is_vietnamese(language) ? counted(count, "lỗi", "lỗi") : counted(count, "error", "errors");
}
std::string counted_warnings(std::size_t count, Language language) {
  return is_vietnamese(language) ? counted(count, "cảnh báo", "cảnh báo") : counted(count, "warning", "warnings");
}

chiso::Model read_model(const std::string& file, Language language) try {
  return chiso::load_model(file);
} catch (const chiso::ModelError& error) {
  report(file, error.problems(), error.total(), language);
  throw AlreadyReported();
}

namespace {
/// Suggests another decimal mark if that mends the table or some of it: spreadsheets write the mark that is usual where they are.
void suggest_decimal_mark(const std::string& file, const chiso::Model& model, chiso::ReadingOptions options, std::size_t errors,
                          Language language) {
  if (options.decimal) return;
  std::optional<char> best;
  for (const char mark : {',', '.'}) {
    if (options.thousands == mark) continue;
    options.decimal = mark;
    std::size_t left = 0;
    try {
      chiso::read_evidence(file, model, options);
    } catch (const chiso::EvidenceError& error) {
      left = error.total();
    }
    if (left < errors) {
      best = mark;
      errors = left;
    }
  }
  if (best)
    complain(file + (is_vietnamese(language) ? ": nếu đọc với --decimal " : ": read with --decimal ") + *best +
             (is_vietnamese(language) ? " thì còn " : " it has ") + counted_errors(errors, language));
}
}

chiso::Evidence read_evidence(const std::string& file, const chiso::Model& model, const chiso::ReadingOptions& options,
                              Language language) try {
  auto evidence = chiso::read_evidence(file, model, options);
  const auto warnings = evidence.warnings();
  report(file, warnings, warnings.size(), language);
  return evidence;
} catch (const chiso::EvidenceError& error) {
  report(file, error, language);
  suggest_decimal_mark(file, model, options, error.total(), language);
  throw AlreadyReported();
}
}
