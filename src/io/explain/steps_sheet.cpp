#include <chiso/core/date.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/io/explain/steps.hpp>
#include <io/explain/explanation_sheet.hpp>
#include <io/json/model_identity.hpp>
#include <io/tables/table_columns.hpp>
#include <io/words/labels.hpp>

// The steps of a unit, as a table, as text and as a page.
namespace chiso::inline CHISO_BUILD {
namespace {
using Kind = Page::Head::Kind;

/// A value of a measure as evidence has it.
std::string evidence_text(const Measure& measure, std::int64_t value) {
  switch (measure.type) {
    case MeasureType::choice: return std::string(measure.options[static_cast<std::size_t>(value)]);
    case MeasureType::yes_no: return value != 0 ? "yes" : "no";
    case MeasureType::date: return Date::of_number(value).text();
    default: return Decimal::fixed(value, measure.decimals).text();
  }
}
/// The published index after a step less that of the row now; empty where there is none on either side.
std::optional<Decimal> published_gain(const Scores& scores, std::size_t row, const LeafStep& step) {
  const auto now = scores.index(row);
  if (!now || !step.then || !step.then->index) return {};
  const auto before = now->published(), after = step.then->index->published();
  return Decimal::fixed(after.digits() - before.digits(), after.scale());
}

class StepsSheet : InLanguage {
 public:
  StepsSheet(const WhatIf& what_if, std::size_t row, std::span<const LeafStep> steps, Language language)
      : InLanguage(language),
        scores_(what_if.ranked().scores()),
        ranked_(what_if.ranked()),
        model_(scores_.model()),
        row_(row),
        steps_(steps) {}

  Page run() const {
    Page out{.model = name_of_model(model_, language_),
             .title = in({.en = "Which steps earn more", .vi = "Cải thiện số liệu nào thì thêm điểm"}),
             .identity = identity_words(model_, language_)};
    out.sentences.push_back(row_words());
    auto section = gaining();
    if (section.rows.empty())
      section = {.title = in({.en = "No steps", .vi = "Không có bước nào"}),
                 .sentences = {in({.en = "No single figure that is reported earns a criterion more.",
                                   .vi = "Không có số liệu nào đã báo cáo mà chỉ riêng nó thay đổi thì tiêu chí thêm điểm."})}};
    out.sections.push_back(std::move(section));
    if (auto open = unanswered(); !open.rows.empty()) out.sections.push_back(std::move(open));
    return out;
  }

 private:
  std::string row_words() const {
    const auto& evidence = scores_.evidence();
    auto out = std::string(evidence.unit(row_));
    if (!evidence.period(row_).empty()) out.append(", ").append(evidence.period(row_));
    return out + ": " + index_and_rank({ranked_, row_}, language_);
  }
  std::string criterion(const LeafStep& step) const {
    const auto& node = model_.nodes()[step.node];
    return label_of(node.about, node.id, language_);
  }
  std::string measure(const LeafStep& step) const {
    return label_of(model_.draft().measures[step.measure].second.about, model_.measures()[step.measure].name, language_);
  }
  std::string value_words(const LeafStep& step, const std::optional<std::int64_t>& value) const {
    if (!value) return "";
    const auto& of = model_.measures()[step.measure];
    switch (of.type) {
      case MeasureType::choice:
        return label_in(model_.draft().measures[step.measure].second.options, of.options[static_cast<std::size_t>(*value)], language_);
      case MeasureType::yes_no: return in(*value != 0 ? labels::yes : labels::no);
      case MeasureType::date: return day_words(Date::of_number(*value), language_);
      default: return grouped_number_words(Decimal::fixed(*value, of.decimals), language_);
    }
  }
  /// How much more or less of a number is asked for: `+41`.
  std::string change_words(const LeafStep& step) const {
    const auto& of = model_.measures()[step.measure];
    if (!step.value || !step.now || (of.type != MeasureType::count && of.type != MeasureType::decimal)) return "";
    const auto by = *step.value - *step.now;
    return (by > 0 ? "+" : "") + grouped_number_words(Decimal::fixed(by, of.decimals), language_);
  }
  bool asks_for_fewer(const LeafStep& step) const {
    return model_.measures()[step.measure].type == MeasureType::count && step.value && step.now && *step.value < *step.now;
  }
  Page::Section gaining() const {
    Page::Section out{.title = in({.en = "Steps, one at a time", .vi = "Từng bước, các số liệu khác giữ nguyên"})};
    out.sentences.push_back(in(
        {.en =
             "Nearest: the nearest value at which the criterion earns more; most: the nearest at which it earns the most that this figure "
             "can reach.",
         .vi = "Gần nhất: giá trị gần nhất mà tiêu chí được thêm điểm; tối đa: giá trị gần nhất mà tiêu chí đạt điểm cao nhất có thể nhờ "
               "riêng "
               "số liệu này."}));
    out.heads = {{in(labels::number), Kind::number},
                 {in(labels::criterion), Kind::name},
                 {in(labels::figure), Kind::reason},
                 {in({.en = "Step", .vi = "Bước"}), Kind::state},
                 {in({.en = "Now", .vi = "Hiện nay"}), Kind::figure},
                 {in({.en = "Then", .vi = "Cần đạt"}), Kind::figure},
                 {in({.en = "Change", .vi = "Thêm, bớt"}), Kind::figure},
                 {in(labels::points), Kind::figure},
                 {in(labels::index), Kind::figure},
                 {in({.en = "Gain", .vi = "Tăng"}), Kind::figure},
                 {in(labels::rank), Kind::figure}};
    bool any_unknown = false, any_fewer = false;
    for (const auto& step : steps_) {
      if (step.kind == StepKind::unanswered) continue;
      any_unknown = any_unknown || !step.known;
      if (!step.known) continue;
      any_fewer = any_fewer || asks_for_fewer(step);
      const auto gain = published_gain(scores_, row_, step);
      const auto kind = step.kind == StepKind::full ? Words{.en = "most", .vi = "tối đa"} : Words{.en = "nearest", .vi = "gần nhất"};
      out.rows.push_back(
          {.cells = {model_.nodes()[step.node].number, criterion(step), measure(step), in(kind), value_words(step, step.now),
                     value_words(step, step.value), change_words(step), number_words(published(*step.points, model_), language_),
                     step.then->index ? number_words(step.then->index->published(), language_) : "",
                     gain ? (gain->digits() > 0 ? "+" : "") + number_words(*gain, language_) : "",
                     step.then->rank ? std::to_string(*step.then->rank) : ""}});
    }
    if (any_fewer)
      out.sentences.push_back(in(
          {.en = "A step may also ask for a smaller number, such as fewer late dossiers, or fewer dossiers received, which raises a "
                 "percentage on paper alone; which of them is meant is for people to judge.",
           .vi = "Có bước yêu cầu số liệu nhỏ hơn, như ít hồ sơ trễ hạn hơn, hoặc ít hồ sơ tiếp nhận hơn, khi đó tỷ lệ chỉ tăng trên giấy; "
                 "nên làm bước nào là do đơn vị cân nhắc."}));
    if (any_unknown)
      out.sentences.push_back(in({.en = "Of some figures it could not be shown which value is the nearest: they are left out here.",
                                  .vi = "Một số số liệu chưa xác định được giá trị gần nhất nên không nêu ở đây."}));
    return out;
  }
  Page::Section unanswered() const {
    Page::Section out{.title = in({.en = "Not reported yet", .vi = "Chưa báo cáo"})};
    out.heads = {{in(labels::number), Kind::number},
                 {in(labels::criterion), Kind::name},
                 {in(labels::figure), Kind::state},
                 {in({.en = "If it were", .vi = "Nếu là"}), Kind::state},
                 {in(labels::points), Kind::figure}};
    for (const auto& step : steps_)
      if (step.kind == StepKind::unanswered)
        out.rows.push_back({.cells = {model_.nodes()[step.node].number, criterion(step), measure(step), value_words(step, step.value),
                                      step.points ? number_words(published(*step.points, model_), language_) : ""}});
    return out;
  }
  const Scores& scores_;
  const Ranked& ranked_;
  const Model& model_;
  std::size_t row_;
  std::span<const LeafStep> steps_;
};
}

Table steps_table(const WhatIf& what_if, std::size_t row, std::span<const LeafStep> steps) {
  const auto& scores = what_if.ranked().scores();
  const auto& model = scores.model();
  TextColumn node, measure, direction, kind, value;
  const auto count = steps.size();
  FigureColumn points(model.publish().point_decimals(), count), gain(model.publish().decimals, count),
      index(model.publish().decimals, count);
  WholeColumn rank(count);
  std::vector<std::uint8_t> known;
  for (const auto& step : steps) {
    node.add(model.nodes()[step.node].id);
    measure.add(model.measures()[step.measure].name);
    direction.add(name_of(step.direction));
    kind.add(name_of(step.kind));
    step.value ? value.add(evidence_text(model.measures()[step.measure], *step.value)) : value.none();
    step.points ? points.add(published(*step.points, model).digits()) : points.none();
    const auto more = published_gain(scores, row, step);
    more ? gain.add(more->digits()) : gain.none();
    step.then&& step.then->index ? index.add(step.then->index->published().digits()) : index.none();
    step.then&& step.then->rank ? rank.add(static_cast<std::int64_t>(*step.then->rank)) : rank.none();
    known.push_back(step.known ? 1 : 0);
  }
  return {{{"node", false, node.take()},
           {"measure", false, measure.take()},
           {"direction", false, direction.take()},
           {"step", false, kind.take()},
           {"value", true, value.take()},
           {"points", true, points.take()},
           {"gain", true, gain.take()},
           {"index", true, index.take()},
           {"rank", true, rank.take()},
           {"known", false, TruthCells{.values = std::move(known)}}},
          count};
}
Page steps_sheet(const WhatIf& what_if, std::size_t row, std::span<const LeafStep> steps, Language language) {
  return StepsSheet(what_if, row, steps, language).run();
}
std::string steps_text(const WhatIf& what_if, std::size_t row, std::span<const LeafStep> steps, const ExplanationOptions& options,
                       const TextLayout& layout) {
  return text_of(steps_sheet(what_if, row, steps, options.language), layout);
}
std::string steps_html(const WhatIf& what_if, std::size_t row, std::span<const LeafStep> steps, const ExplanationOptions& options) {
  return page_of(steps_sheet(what_if, row, steps, options.language), options.language);
}
}
