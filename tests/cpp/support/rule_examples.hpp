#pragma once
#include <chiso/model/draft.hpp>
#include <string>
#include <utility>
#include <vector>

namespace chiso_test {
/// The measures that the examples of rules read.
inline std::vector<std::pair<std::string, chiso::MeasureDraft>> example_measures() {
  using namespace chiso;
  using enum MeasureType;
  const auto label = [](const char* vi, const char* en) { return About{.label = Text(Bilingual{.vi = vi, .en = en})}; };
  const auto counted = [&](const char* vi, const char* en, const char* one_vi, const char* one) {
    return MeasureDraft{.type = count, .measured_in = Text(Bilingual{.vi = one_vi, .en = one}), .about = label(vi, en)};
  };
  return {{"received", counted("Hồ sơ tiếp nhận", "Dossiers received", "hồ sơ", "dossier")},
          {"on_time", counted("Hồ sơ đúng hạn", "Dossiers on time", "hồ sơ", "dossier")},
          {"late", counted("Hồ sơ trễ hạn", "Late dossiers", "hồ sơ", "dossier")},
          {"initiatives", counted("Sáng kiến", "Initiatives", "sáng kiến", "initiative")},
          {"satisfied", counted("Hài lòng", "Satisfied", "phiếu", "answer")},
          {"neutral", counted("Bình thường", "Neutral", "phiếu", "answer")},
          {"dissatisfied", counted("Không hài lòng", "Dissatisfied", "phiếu", "answer")},
          {"share",
           {.type = decimal, .decimals = 2, .min = 0, .max = 100, .measured_in = "%", .about = label("Tỷ lệ trực tuyến", "Share online")}},
          {"goal", {.type = decimal, .decimals = 2, .min = 0, .max = 90, .measured_in = "%", .about = label("Chỉ tiêu", "Goal")}},
          {"site", {.type = yes_no, .about = label("Có trang tin", "Has a site")}},
          {"board", {.type = yes_no, .about = label("Có bảng niêm yết", "Has a board")}},
          {"plan",
           {.type = choice,
            .options = {{"on_time", label("Kịp thời", "On time")}, {"late", label("Chậm", "Late")}, {"none", label("Không có", "None")}},
            .about = label("Kế hoạch", "Plan")}}};
}

/// The example of every rule.
inline std::vector<chiso::Rule> rule_examples() {
  std::vector<chiso::Rule> out;
  chiso::for_each_rule([&]<class R>(std::type_identity<R>) { out.emplace_back(R::example()); });
  return out;
}

/// A leaf of 4 points for each example, whose id is the type.
inline chiso::ModelDraft rule_examples_model() {
  using namespace chiso;
  ModelDraft out{.id = "rule-examples",
                 .title = Text(Bilingual{.vi = "Ví dụ của từng cách chấm", .en = "An example of every rule"}),
                 .undefined = WhenUndefined::zero,
                 .measures = example_measures(),
                 .criteria = {}};
  for (const auto& rule : rule_examples()) out.criteria.push_back(leaf(std::string(type_of(rule)), 4, rule));
  return out;
}
}
