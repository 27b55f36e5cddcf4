#include "pages.hpp"
#include <algorithm>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::string_view do_not_edit = "<!-- Written by chiso from its catalogue of problems. Do not edit. -->\n\n";

Words name_of(ProblemEntry::Domain domain) {
  using Domain = ProblemEntry::Domain;
  switch (domain) {
    case Domain::text: return {"Files and texts", "Tệp và văn bản"};
    case Domain::values: return {"Keys and values of models", "Khóa và giá trị của bộ tiêu chí"};
    case Domain::model: return {"Criteria, tracks, blocks", "Tiêu chí, bước chấm, khối"};
    case Domain::classes: return {"Measures and classes of models", "Số liệu và xếp loại của bộ tiêu chí"};
    case Domain::expression: return {"Expressions", "Biểu thức"};
    case Domain::rule: return {"Rules", "Cách chấm điểm"};
    case Domain::evidence: return {"Evidence", "Bảng số liệu"};
    case Domain::fitting: return {"Evidence for another model", "Bảng số liệu dùng cho bộ tiêu chí khác"};
    case Domain::requests: return {"Files, names and rows that were asked for", "Tệp, tên và dòng được yêu cầu"};
    case Domain::warnings: return {"Warnings", "Cảnh báo"};
  }
  return {};
}
std::string fenced(std::string_view text) { return "```text\n" + std::string(text) + (text.ends_with('\n') ? "```\n\n" : "\n```\n\n"); }
void section(std::string& out, const ProblemEntry& entry, Text::Language language, std::string_view remedy) {
  out.append("## ").append(entry.title.in(language)).append("\n\n").append(entry.meaning.in(language)).append("\n\n");
  out.append("**").append(remedy).append("** ").append(entry.remedy.in(language)).append("\n\n");
}
void placed(std::string& out, const PlacedExample& example) {
  const auto number = std::to_string(example.problem.place.line);
  const auto name = example.link.empty() ? '`' + example.file + '`' : '[' + example.file + "](" + example.link + ')';
  const auto head = example.head.empty() ? "" : example.head + (example.problem.place.line > 2 ? "\n...\n" : "\n");
  const auto lines = [&](const std::string& line) { return fenced(head + line); };
  const auto printed = [&](Text::Language language) { return example.file + ':' + to_text(example.problem, language); };
  out += "## Ví dụ / Example\n\nDòng " + number + " của / line " + number + " of " + name + ":\n\n" + lines(example.line);
  out += "chiso báo / chiso reports:\n\n" + fenced(printed(Text::Language::vi) + '\n' + printed(Text::Language::en));
  out += "Sửa thành / mended:\n\n" + lines(example.mended);
}
}

std::string problem_markdown(const ProblemEntry& entry, const std::optional<PlacedExample>& example, std::span<const Problem> problems) {
  std::string out = "# " + std::string(entry.code) + "\n\n" + std::string(do_not_edit);
  section(out, entry, Text::Language::vi, "Cách sửa.");
  section(out, entry, Text::Language::en, "Remedy.");
  if (example) placed(out, *example);
  std::string messages;
  for (const auto& problem : problems) {
    auto bare = problem;
    bare.place = {};
    messages += to_text(bare, Text::Language::vi) + '\n' + to_text(bare) + '\n';
  }
  if (!messages.empty()) out += "## Thông báo / Messages\n\n" + fenced(messages);
  return out + "[Mọi lỗi / All problems](README.md)\n";
}

std::string problems_markdown() {
  std::string out =
      "# Các lỗi và cảnh báo / Problems\n\n" + std::string(do_not_edit) +
      "chiso báo mọi lỗi của bộ tiêu chí và bảng số liệu cùng một lúc: ở đâu, gặp gì, cần gì, và gợi ý nếu có. Mã trong ngoặc vuông\n"
      "ở cuối mỗi thông báo dẫn đến một trang dưới đây. Thông báo bằng tiếng Việt: `chiso check --lang vi`.\n\n"
      "chiso reports every problem of a model and of evidence at once: its place, what was found, what was expected, and a suggestion if\n"
      "there is one. The code in brackets at the end of a message leads to a page below.\n\n"
      "Ví dụ ở mỗi trang là một dòng trong một tệp dùng để thử chiso; phần lớn các tệp đó có nhiều lỗi cùng lúc.\n\n"
      "The example of each page is a line of a file that chiso is tested with; most of these files have several mistakes.\n";
  const auto all = problem_catalogue();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& entry = *all[i];
    if (i == 0 || all[i - 1]->domain != entry.domain) {
      const auto name = name_of(entry.domain);
      out.append("\n## ").append(name.vi).append(" / ").append(name.en).append("\n\n| mã / code | | |\n|---|---|---|\n");
    }
    out.append("| [").append(entry.code).append("](").append(entry.code).append(".md) | ");
    out.append(entry.title.vi).append(" | ").append(entry.title.en).append(" |\n");
  }
  return out;
}
}
