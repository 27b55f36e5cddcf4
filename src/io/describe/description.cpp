#include <io/describe/description.hpp>
#include <io/json/model_identity.hpp>
#include <io/words/labels.hpp>
#include <io/words/measure_words.hpp>
#include <io/words/policy_words.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
std::vector<std::string> labels_of(const std::vector<Item>& items, Language language) {
  std::vector<std::string> out;
  for (const auto& item : items) out.push_back(label_of(item.about, item.id, language));
  return out;
}

constexpr std::array<Words, 3> words_of(Rounding) {
  return {{{.en = "a half away from zero", .vi = "chữ số bỏ đi đầu tiên từ 5 trở lên thì làm tròn lên"},
           {.en = "a half to the even digit", .vi = "phần bỏ đi đúng bằng một nửa thì làm tròn về chữ số chẵn"},
           {.en = "what is over cut off", .vi = "bỏ các chữ số sau, không làm tròn"}}};
}

/// The provisions that hold for the whole model, one in each row.
class Provisions : InLanguage {
 public:
  Provisions(const Model& model, Language language) : InLanguage(language), model_(model), draft_(model.draft()) {}

  DescriptionSection run() {
    out_ = {.part = DescriptionPart::provisions, .title = in({.en = "General provisions", .vi = "Quy định chung"})};
    out_.remarks = remarks_of(draft_.publish.about, language_);
    add(labels::index, index());
    add({.en = "Rounding", .vi = "Làm tròn"}, rounding());
    const auto policies = policies_of(draft_);
    Phrase all{in({.en = "Where a criterion says nothing else:", .vi = "Nếu tiêu chí không quy định khác:"}), {}};
    all.items.push_back({policy_words(policies.not_applicable, language_), {}});
    all.items.push_back({policy_words(policies.missing, language_), {}});
    if (policies.undefined) all.items.push_back({policy_words(*policies.undefined, language_), {}});
    add({.en = "No points by the rule", .vi = "Trường hợp không chấm được điểm"}, std::move(all));
    if (const auto& least = draft_.least_coverage)
      add(labels::coverage,
          {in({.en = "Evidence for less than {}% of the points of the criteria that apply: the result is incomplete and not ranked.",
               .vi = "Đơn vị có số liệu cho dưới {}% điểm của các tiêu chí áp dụng bị coi là chưa đủ số liệu và chưa được xếp hạng."},
              number_words(*least, language_)),
           {}});
    add({.en = "Tiers and classes", .vi = "Mức điểm, mức xếp loại"},
        {in({.en = "Read from the top, the first that fits counts.", .vi = "Xét lần lượt từ trên xuống, lấy mức đầu tiên phù hợp."}), {}});
    tracks();
    if (draft_.blocks) add({.en = "Blocks", .vi = "Khối"}, {joined(labels_of(*draft_.blocks, language_), "; "), {}});
    if (draft_.stated_points == StatedPoints::accept)
      add({.en = "Stated points", .vi = "Điểm ghi trực tiếp"},
          {in({.en = "Where an appraiser states a criterion's points, they stand in place of those by its rule.",
               .vi = "Nếu người thẩm định ghi trực tiếp điểm của tiêu chí thì lấy điểm đó thay cho điểm theo cách chấm."}),
           {}});
    return std::move(out_);
  }

 private:
  void add(const Words& name, Phrase rule) { out_.rows.push_back({.name = in(name), .rule = std::move(rule)}); }

  Phrase index() const {
    const bool sides = model_.bonus_cap() || model_.penalty_cap();
    const auto scale = number_words(draft_.publish.scale, language_);
    auto text = scale + (sides ? " × (" : " × ") + in({.en = "points achieved", .vi = "điểm đạt được"});
    if (model_.bonus_cap()) text += in({.en = " + bonus", .vi = " + điểm thưởng"});
    if (model_.penalty_cap()) text += in({.en = " - penalty", .vi = " - điểm trừ"});
    text += std::string(sides ? ")" : "") + in({.en = " / points applicable, ", .vi = " / điểm tối đa áp dụng, "});
    text += draft_.publish.may_exceed_100 ? in({.en = "at least 0; it may be above {}.", .vi = "không thấp hơn 0, có thể vượt {}."}, scale)
                                          : in({.en = "at least 0 and at most {}.", .vi = "không thấp hơn 0 và không quá {}."}, scale);
    text += in({.en = " Applicable are the points of the criteria that apply to the unit.",
                .vi = " Điểm tối đa áp dụng là tổng điểm tối đa của các tiêu chí áp dụng đối với đơn vị."});
    return {text, {}};
  }
  Phrase rounding() const {
    const auto say = [&](std::string_view hole) -> HoleText {
      if (hole == "how") return {.phrase = {in(words_of(draft_.publish.rounding)[static_cast<std::size_t>(draft_.publish.rounding)]), {}}};
      if (hole == "points")
        return {.given = draft_.publish.points.has_value(), .phrase = {std::to_string(draft_.publish.points.value_or(0)), {}}};
      return {.phrase = {std::to_string(hole == "published" ? draft_.publish.decimals : draft_.point_decimals), {}}};
    };
    return fill(
        in({.en =
                "Decimals of published figures: {published}[ (points: {points})], {how}. Decimals of the points of a criterion: {counted}.",
            .vi = "Kết quả công bố lấy {published} chữ số thập phân[ (điểm: {points})], {how}. Điểm của từng tiêu chí được tính đến "
                  "{counted} chữ số "
                  "thập phân."}),
        say);
  }
  void tracks() {
    if (!draft_.tracks) return;
    Phrase all{joined(labels_of(*draft_.tracks, language_), "; "), {}};
    for (const auto& entry : draft_.fallback) {
      std::vector<std::string> names;
      for (const auto& one : entry.second) names.push_back(label_in(*draft_.tracks, one, language_));
      const auto say = [&](std::string_view hole) -> HoleText {
        return {.phrase = {hole == "track" ? label_in(*draft_.tracks, entry.first, language_) : joined(names, ", "), {}}};
      };
      all.items.push_back(fill(in({.en = "{track}: what is missing is taken from the first of these that has it: {from}",
                                   .vi = "{track}: số liệu còn thiếu được lấy từ bước chấm đầu tiên có số liệu trong các bước: {from}"}),
                               say));
    }
    add({.en = "Tracks", .vi = "Các bước chấm"}, std::move(all));
  }

  const Model& model_;
  const ModelDraft& draft_;
  DescriptionSection out_{};
};
}

namespace {
DescriptionSection measures_of(std::string title, const Measures& measures, const std::vector<std::pair<std::string, MeasureDraft>>& drafts,
                               Language language) {
  DescriptionSection out{.part = DescriptionPart::measures, .title = std::move(title)};
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const auto& [id, draft] = drafts[i];
    DescriptionRow row{.id = id, .name = label_of(draft.about, id, language), .rule = measure_words(measures[i], draft, language)};
    add_remarks(row, draft.about, language);
    out.rows.push_back(std::move(row));
  }
  return out;
}
}

std::vector<DescriptionSection> measures_of(const Model& model, Language language) {
  constexpr Words title{"Measures", "Số liệu"}, of_table{"Measures of the table {0}", "Số liệu của bảng chi tiết {0}"};
  std::vector<DescriptionSection> out{measures_of(std::string(title.in(language)), model.measures(), model.draft().measures, language)};
  for (std::size_t i = 0; i < model.draft().tables.size(); ++i) {
    const auto& [name, draft] = model.draft().tables[i];
    const auto label = label_of(draft.about, "", language);
    out.push_back(measures_of(to_text(of_table, {label.empty() ? name : name + " (" + label + ")"}, language),
                              model.derived().tables[i].measures, draft.measures, language));
    out.back().remarks = remarks_of(draft.about, language);
  }
  return out;
}
DescriptionSection parameters_of(const Model& model, Language language) {
  DescriptionSection out{.part = DescriptionPart::parameters, .title = std::string(Words{"Parameters", "Tham số"}.in(language))};
  for (const auto& [id, draft] : model.draft().parameters) {
    DescriptionRow row{.id = id, .name = label_of(draft.about, id, language)};
    const auto number = [&](const Decimal& value) { return number_words(value, language); };
    const auto item = [&](const std::string& name, const Decimal& value) { row.rule.items.push_back({name + ": " + number(value), {}}); };
    if (draft.value) row.rule.text = number(*draft.value);
    const auto measure = draft.by ? model.measures().find(*draft.by) : std::nullopt;
    if (measure)
      row.rule.text = label_of(model.draft().measures[*measure].second.about, *draft.by, language) + ":";
    else if (draft.by)
      row.rule.text =
          Words{*draft.by == "block" ? "By block:" : "By period:", *draft.by == "block" ? "Theo khối:" : "Theo kỳ:"}.in(language);
    for (const auto& [key, value] : draft.values)
      item(measure                                        ? label_in(model.draft().measures[*measure].second.options, key, language)
           : *draft.by == "block" && model.draft().blocks ? label_in(*model.draft().blocks, key, language)
                                                          : key,
           value);
    if (draft.otherwise) item(std::string(Words{"otherwise", "còn lại"}.in(language)), *draft.otherwise);
    add_remarks(row, draft.about, language);
    out.rows.push_back(std::move(row));
  }
  return out;
}
DescriptionSection provisions_of(const Model& model, Language language) { return Provisions(model, language).run(); }

void add_remarks(DescriptionRow& row, const About& about, Language language) {
  if (about.note) row.notes.emplace_back(about.note->in(language));
  if (about.source) row.sources.emplace_back(about.source->in(language));
}
std::vector<std::string> remarks_of(const About& about, Language language) {
  std::vector<std::string> out;
  if (about.note) out.emplace_back(about.note->in(language));
  if (about.source) out.emplace_back(source_words.in(language)).append(about.source->in(language));
  return out;
}

Description description_of(const Model& model, Language language) {
  const auto& draft = model.draft();
  Description out{.language = language,
                  .title = draft.title ? std::string(draft.title->in(language)) : label_of(draft.about, draft.id, language),
                  .identity = identity_words(model, language),
                  .remarks = remarks_of(draft.about, language)};
  out.sections.push_back(provisions_of(model, language));
  for (auto&& section : criteria_of(model, language)) out.sections.push_back(std::move(section));
  for (auto&& section : ranking_sections(model, language)) out.sections.push_back(std::move(section));
  if (!draft.checks.empty()) out.sections.push_back(checks_of(model, language));
  if (!draft.parameters.empty()) out.sections.push_back(parameters_of(model, language));
  for (auto&& section : measures_of(model, language)) out.sections.push_back(std::move(section));
  return out;
}
}
