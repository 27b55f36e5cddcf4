#include <algorithm>
#include <io/problems/error_text.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::string_view of_model = "bộ tiêu chí không dùng được: ", of_evidence = "số liệu chưa tính điểm được: ",
                           of_others = "không thực hiện được: ";

std::string listed(std::string_view what, const std::vector<Problem>& problems, std::size_t total) {
  constexpr std::size_t most = 100;
  auto out = std::string(what) + std::to_string(total) + " lỗi";
  const auto count = (std::min)(problems.size(), most);
  for (std::size_t i = 0; i < count; ++i) out += "\n  " + to_text(problems[i], Text::Language::vi);
  if (total > count) out += "\n  và còn " + std::to_string(total - count) + " lỗi khác";
  return out;
}
}

std::string error_text(const Error& error, Text::Language language) {
  const auto& problems = error.problems();
  if (language == Text::Language::en || problems.empty()) return error.what();
  if (const auto* model = dynamic_cast<const ModelError*>(&error)) return listed(of_model, problems, model->total());
  if (const auto* evidence = dynamic_cast<const EvidenceError*>(&error)) return listed(of_evidence, problems, evidence->total());
  if (problems.size() > 1) return listed(of_others, problems, problems.size());
  return to_text(problems.front(), language, SeverityMention::left_out);
}
}
