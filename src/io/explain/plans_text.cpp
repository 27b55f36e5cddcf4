#include <chiso/core/error.hpp>
#include <chiso/io/explain/plans.hpp>
#include <chiso/plan/plan_problems.hpp>
#include <io/explain/explanation_sheet.hpp>
#include <io/json/model_identity.hpp>
#include <io/tables/table_columns.hpp>
#include <io/words/class_words.hpp>
#include <io/words/labels.hpp>

// Plans as a table, and in words.
namespace chiso::inline CHISO_BUILD {
namespace {
using Section = Page::Section;
using Kind = Page::Head::Kind;

std::string joined_ids(const Plan& plan) {
  std::string out;
  for (const auto& id : plan.actions) out += (out.empty() ? "" : "; ") + id;
  return out;
}
class PlanWords : InLanguage {
 public:
  PlanWords(const PlansFound& of, Language language)
      : InLanguage(language), of_(of), scores_(of.ranked.scores()), model_(scores_.model()) {}
  Page sheet() const {
    Page out{.model = name_of_model(model_, language_),
             .title = in({.en = "The cheapest ways to the target", .vi = "Các phương án ít tốn kém nhất để đạt mục tiêu"}),
             .identity = identity_words(model_, language_)};
    out.sentences.push_back(std::string(scores_.evidence().unit(of_.row)) + ": " + target());
    out.sections.push_back(plans());
    const auto title = in({.en = "What can be reached at which cost", .vi = "Mức đạt được theo chi phí"});
    if (!of_.frontier)
      out.sections.push_back({.title = title, .sentences = {in(plan_words::too_many_for_frontier)}});
    else if (!of_.frontier->empty())
      out.sections.push_back(table(title, *of_.frontier));
    return out;
  }

 private:
  std::string target() const {
    const auto& target = of_.target;
    switch (target.kind()) {
      case Target::Kind::index:
        return in(Words{"an index of at least {0}", "chỉ số từ {0} trở lên"}, number_words(target.number(), language_));
      case Target::Kind::published:
        return in(Words{"a published index of at least {0}", "chỉ số công bố từ {0} trở lên"}, number_words(target.number(), language_));
      case Target::Kind::rank: return in(Words{"place {0} or better", "hạng {0} trở lên"}, std::to_string(target.place()));
      case Target::Kind::class_: break;
    }
    return in(Words{"class {0} or better", "xếp loại {0} trở lên"},
              class_words(model_, scores_.evidence().block(of_.row), target.class_id(), language_));
  }
  Section plans() const {
    const auto title = in({.en = "Plans, best first", .vi = "Các phương án, tốt nhất trước"});
    if (!of_.plans.empty()) return table(title, of_.plans);
    Section out{.title = title};
    out.sentences.push_back(in({.en = "No set of these actions reaches it; this is proved.",
                                .vi = "Không có cách kết hợp nào các hành động này đạt được mục tiêu; điều này đã được chứng minh."}));
    if (!of_.highest) return out;
    out.sentences.push_back(in(Words{"The highest index that can be reached is {0}.", "Chỉ số cao nhất có thể đạt là {0}."},
                               number_words(of_.highest->result.index->published(), language_)));
    if (!of_.frontier) {
      auto with_table = table(title, {*of_.highest});
      with_table.sentences = std::move(out.sentences);
      return with_table;
    }
    return out;
  }
  Section table(std::string title, const std::vector<Plan>& plans) const {
    Section out{.title = std::move(title)};
    out.heads = {{in({.en = "Cost", .vi = "Chi phí"}), Kind::figure},
                 {in({.en = "Actions", .vi = "Hành động"}), Kind::reason},
                 {in(labels::index), Kind::figure},
                 {in(labels::rank), Kind::figure},
                 {in(labels::class_of), Kind::state}};
    for (const auto& plan : plans) {
      const auto& result = plan.result;
      const auto ids = joined_ids(plan);
      out.rows.push_back(
          {.cells = {number_words(plan.cost, language_), ids.empty() ? in({.en = "none needed", .vi = "không cần hành động nào"}) : ids,
                     result.index ? number_words(result.index->published(), language_) : std::string("-"),
                     result.rank ? std::to_string(*result.rank) : std::string("-"),
                     result.class_id.empty() ? std::string("-")
                                             : class_words(model_, scores_.evidence().block(of_.row), result.class_id, language_)}});
    }
    return out;
  }
  const PlansFound& of_;
  const Scores& scores_;
  const Model& model_;
};
}

PlansFound find_plans(const Planner& planner, const Ranked& ranked, const Target& target, std::size_t most) {
  PlansFound out{.ranked = ranked, .row = planner.row(), .target = target, .plans = planner.plans(target, most)};
  try {
    out.frontier = planner.frontier();
  } catch (const Error& error) {
    const auto& told = error.problems();
    if (told.empty() || told.front().entry != &problems::plan_too_many_sets) throw;
  }
  if (!out.plans.empty()) return out;
  if (!out.frontier)
    out.highest = planner.highest();
  else if (!out.frontier->empty())
    out.highest = out.frontier->back();
  return out;
}
Table plans_table(const PlansFound& found) {
  TextColumn kind, cost, actions, index, class_ids;
  LargeVector<std::int64_t> ranks;
  LargeVector<std::uint8_t> has_rank;
  const auto add = [&](std::string_view what, const std::vector<Plan>& plans) {
    for (const auto& plan : plans) {
      kind.add(what);
      cost.add(plan.cost.text());
      actions.add(joined_ids(plan));
      plan.result.index ? index.add(plan.result.index->published().text()) : index.none();
      ranks.push_back(static_cast<std::int64_t>(plan.result.rank.value_or(0)));
      has_rank.push_back(plan.result.rank ? 1 : 0);
      plan.result.class_id.empty() ? class_ids.none() : class_ids.add(plan.result.class_id);
    }
  };
  add("plan", found.plans);
  if (found.frontier) add("frontier", *found.frontier);
  if (!found.frontier && found.highest) add("highest", {*found.highest});
  const auto rows = has_rank.size();
  return Table({{.name = "found", .cells = kind.take()},
                {.name = "cost", .cells = cost.take()},
                {.name = "actions", .cells = actions.take()},
                {.name = "index", .nullable = true, .cells = index.take()},
                {.name = "rank", .nullable = true, .cells = WholeCells{.values = std::move(ranks), .has = std::move(has_rank)}},
                {.name = "class", .nullable = true, .cells = class_ids.take()}},
               rows);
}
std::string plans_text(const PlansFound& found, const ExplanationOptions& options, const TextLayout& layout) {
  return text_of(PlanWords(found, options.language).sheet(), layout);
}
std::string plans_html(const PlansFound& found, const ExplanationOptions& options) {
  return page_of(PlanWords(found, options.language).sheet(), options.language);
}
}
