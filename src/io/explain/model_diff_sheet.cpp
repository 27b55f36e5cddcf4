#include <algorithm>
#include <array>
#include <chiso/io/explain/model_diff.hpp>
#include <io/describe/description.hpp>
#include <io/explain/explanation_sheet.hpp>
#include <io/json/model_identity.hpp>
#include <io/words/labels.hpp>
#include <map>

// How a model differs from another one, in words.
namespace chiso::inline CHISO_BUILD {
namespace {
using Section = Page::Section;
using Head = Page::Head;

/// What is told node by node, or, as measures and parameters are, with what reads it.
bool is_of_nodes(DescriptionPart part) {
  return part == DescriptionPart::criteria || part == DescriptionPart::bonus || part == DescriptionPart::penalty ||
         part == DescriptionPart::measures || part == DescriptionPart::parameters;
}
/// How a model is described: its criteria and entries by id, and its other sections.
class Described {
 public:
  Described(const Model& model, Language language) : sections_(description_of(model, language).sections) {
    for (const auto& section : sections_)
      if (is_of_nodes(section.part))
        for (const auto& row : section.rows)
          if (!row.id.empty()) rows_.emplace(row.id, &row);
  }
  const DescriptionRow& of(const std::string& id) const { return *rows_.at(id); }
  /// Null if the model has no such section.
  const DescriptionSection* section(DescriptionPart part) const {
    for (const auto& section : sections_)
      if (section.part == part) return &section;
    return nullptr;
  }

 private:
  std::vector<DescriptionSection> sections_;
  std::map<std::string, const DescriptionRow*> rows_{};
};

class DiffWords : InLanguage {
 public:
  DiffWords(const Model& before, const Model& now, Language language)
      : InLanguage(language), before_(before), now_(now), described_before_(before, language), described_now_(now, language) {}

  Page sheet() {
    Page out{.model = id_and_version(before_) + " → " + name_of_model(now_, language_),
             .title = in({.en = "What changed in the criteria set", .vi = "Bộ tiêu chí thay đổi những gì"}),
             .identity = identity_words(before_, language_) + "\n" + identity_words(now_, language_)};
    const auto changes = diff(before_, now_);
    out.sentences.push_back(in({.en = "Points in all: ", .vi = "Tổng điểm: "}) + before_and_now(before_.points(), now_.points()));
    for (const auto change : {NodeChange::added, NodeChange::dropped, NodeChange::moved, NodeChange::reweighted, NodeChange::reruled}) {
      auto section = this->section(change);
      for (const auto& one : changes)
        if (one.change == change) section.rows.push_back(row(one));
      if (!section.rows.empty()) out.sections.push_back(std::move(section));
    }
    if (const auto settings = changed_settings(before_, now_); !settings.empty()) {
      std::string keys;
      for (const auto key : settings) keys.append(keys.empty() ? "" : ", ").append(key);
      out.sections.push_back(
          {.title = in({.en = "Beside the criteria", .vi = "Ngoài các tiêu chí"}),
           .sentences = {in(Words{"Other in the model file: {0}.", "Các mục thay đổi trong tệp bộ tiêu chí: {0}."}, keys)}});
    }
    using enum DescriptionPart;
    for (const auto part : {provisions, ranking, classes, vetoes, quotas, checks}) {
      auto section = this->section(part);
      if (!section.rows.empty()) out.sections.push_back(std::move(section));
    }
    if (out.sections.empty())
      out.sections.push_back({.title = in({.en = "No changes", .vi = "Không thay đổi"}),
                              .sentences = {in({.en = "Criteria, entries and all other settings are the same.",
                                                .vi = "Các tiêu chí, mục thưởng, mục trừ và mọi quy định khác đều giữ nguyên."})}});
    return out;
  }

 private:
  /// What other sections of the description say otherwise, row by row; rows are known by their names.
  Section section(DescriptionPart part) const {
    const auto *then = described_before_.section(part), *here = described_now_.section(part);
    Section out{.title = (here != nullptr ? here : then) == nullptr ? "" : (here != nullptr ? here : then)->title,
                .heads = {text(labels::what), text(labels::before), text(labels::now)}};
    std::vector<std::string> names;
    std::map<std::string, std::array<std::string, 2>> said;
    for (const auto& [side, section] : {std::pair(0U, then), std::pair(1U, here)})
      if (section != nullptr)
        for (const auto& row : section->rows) {
          const auto [at, is_new] = said.try_emplace(row.name);
          if (is_new) names.push_back(row.name);
          auto& line = at->second[side];
          for (const auto& one : lines(row)) line += (line.empty() ? "" : ". ") + one;
          if (line.empty()) line = in({.en = "there", .vi = "có"});
        }
    for (const auto& name : names) {
      const auto& [was, is] = said.at(name);
      if (was != is) out.rows.push_back({.cells = {name, was.empty() ? "-" : was, is.empty() ? "-" : is}});
    }
    return out;
  }
  Head text(const Words& title) const { return {in(title), Head::Kind::reason}; }
  Head figure(const Words& title) const { return {in(title), Head::Kind::figure}; }

  Section section(NodeChange change) const {
    const Head number{in(labels::number), Head::Kind::number}, criterion{in(labels::criterion), Head::Kind::name};
    const Words before{"Before", "Trước"}, now{"Now", "Nay"}, points{"Points", "Điểm"}, in_group{"In", "Thuộc"};
    switch (change) {
      case NodeChange::added:
        return {.title = in({.en = "New", .vi = "Thêm mới"}), .heads = {number, criterion, text(in_group), figure(points)}};
      case NodeChange::dropped:
        return {.title = in({.en = "Dropped", .vi = "Bỏ đi"}), .heads = {number, criterion, text(in_group), figure(points)}};
      case NodeChange::moved:
        return {.title = in({.en = "Moved to another group", .vi = "Chuyển nhóm"}), .heads = {number, criterion, text(before), text(now)}};
      case NodeChange::reweighted:
        return {.title = in({.en = "Other points", .vi = "Thay đổi điểm"}), .heads = {number, criterion, text(before), text(now)}};
      case NodeChange::reruled: break;
    }
    return {.title = in({.en = "Marked otherwise", .vi = "Thay đổi cách chấm"}), .heads = {number, criterion, text(before), text(now)}};
  }
  Page::Row row(const NodeDifference& of) const {
    const bool is_here = of.b != Criterion::none;
    const auto& model = is_here ? now_ : before_;
    const auto node = is_here ? of.b : of.a;
    const auto& criterion = model.nodes()[node];
    std::vector<Page::Cell> cells{criterion.number, name(model, node)};
    switch (of.change) {
      case NodeChange::added:
      case NodeChange::dropped:
        cells.push_back(group(model, node));
        cells.push_back(points(model, criterion.points));
        break;
      case NodeChange::moved:
        cells.push_back(group(before_, of.a));
        cells.push_back(group(now_, of.b));
        break;
      case NodeChange::reweighted:
        cells.push_back(weight(before_, described_before_, of.a));
        cells.push_back(weight(now_, described_now_, of.b));
        break;
      case NodeChange::reruled: {
        auto then = marking(before_, described_before_, of.a), here = marking(now_, described_now_, of.b);
        // What is the same on both sides says nothing here; measures and parameters may have changed below the same words.
        const auto is_in = [](const std::vector<std::string>& list, const std::string& line) {
          return std::find(list.begin(), list.end(), line) != list.end();
        };
        const auto all_then = then;
        if (then != here) {
          std::erase_if(then, [&](const auto& line) { return is_in(here, line); });
          std::erase_if(here, [&](const auto& line) { return is_in(all_then, line); });
        }
        const auto shown = [&](const std::vector<std::string>& lines) { return lines.empty() ? std::string("-") : joined(lines, ". "); };
        const bool is_same = all_then == marking(now_, described_now_, of.b);
        cells.push_back(shown(then));
        cells.push_back(is_same ? in({.en = "the same words, but what they read is defined otherwise",
                                      .vi = "cách ghi không đổi, nhưng số liệu hoặc tham số được đọc đã quy định khác"})
                                : shown(here));
        break;
      }
    }
    return {.cells = std::move(cells)};
  }

  std::string name(const Model& model, std::size_t node) const {
    const auto& criterion = model.nodes()[node];
    return label_of(criterion.about, criterion.id, language_);
  }
  /// The group that a criterion stands in, or the side of an entry.
  std::string group(const Model& model, std::size_t node) const {
    const auto& criterion = model.nodes()[node];
    if (criterion.kind == NodeKind::bonus) return in({.en = "bonus", .vi = "điểm thưởng"});
    if (criterion.kind == NodeKind::penalty) return in({.en = "penalty", .vi = "điểm trừ"});
    if (criterion.parent == Criterion::none) return in({.en = "the top", .vi = "cấp trên cùng"});
    const auto& above = model.nodes()[criterion.parent];
    return numbered(above.number, name(model, criterion.parent));
  }
  std::string points(const Model& model, Points of) const { return number_words(as_decimal(of, model.point_decimals()), language_); }
  std::string before_and_now(Points then, Points here) const {
    const auto a = points(before_, then), b = points(now_, here);
    return a == b ? a : a + " → " + b;
  }
  /// What a node counts for: its points, and for a group what its points come of.
  std::string weight(const Model& model, const Described& described, std::size_t node) const {
    const auto& criterion = model.nodes()[node];
    auto out = points(model, criterion.points);
    if (criterion.is_group())
      for (const auto& condition : described.of(criterion.id).conditions) out += ". " + condition;
    return out;
  }
  /// How a node is marked: its rule, then its conditions.
  std::vector<std::string> marking(const Model& model, const Described& described, std::size_t node) const {
    return lines(described.of(model.nodes()[node].id));
  }
  static std::vector<std::string> lines(const DescriptionRow& row) {
    std::vector<std::string> out;
    if (!row.rule.empty()) out.push_back(flat(row.rule));
    out.insert(out.end(), row.conditions.begin(), row.conditions.end());
    return out;
  }
  static std::string flat(const Phrase& phrase) {
    auto out = phrase.text;
    std::vector<std::string> items;
    for (const auto& item : phrase.items) items.push_back(flat(item));
    if (!items.empty()) out += (out.empty() || out.ends_with(':') ? (out.empty() ? "" : " ") : ": ") + joined(items, "; ");
    return out;
  }

  const Model &before_, &now_;
  Described described_before_, described_now_;
};
Page sheet_of(const Model& before, const Model& now, Language language) { return DiffWords(before, now, language).sheet(); }
}

std::string diff_text(const Model& before, const Model& now, const ExplanationOptions& options, const TextLayout& layout) {
  return text_of(sheet_of(before, now, options.language), layout);
}
std::string diff_html(const Model& before, const Model& now, const ExplanationOptions& options) {
  return page_of(sheet_of(before, now, options.language), options.language);
}
std::string diff_fragment(const Model& before, const Model& now, const ExplanationOptions& options) {
  return fragment_of(sheet_of(before, now, options.language), options.language);
}
}
