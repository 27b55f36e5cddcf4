#include <chiso/core/error.hpp>
#include <chiso/evidence/columns.hpp>
#include <chiso/io/describe/evidence_form.hpp>
#include <chiso/score/dependencies.hpp>
#include <io/read/decimal_mark.hpp>
#include <io/read/form_head.hpp>
#include <io/text/table_writer.hpp>
#include <io/words/labels.hpp>
#include <io/words/words.hpp>
#include <unordered_map>

namespace chiso::inline CHISO_BUILD {
namespace {
class Form : InLanguage {
 public:
  Form(const Model& model, const EvidenceSheetOptions& options)
      : InLanguage(options.language), model_(model), draft_(model.draft()), dependencies_(model), shown_(model.measures().size()) {
    auto of_sheet = options;
    of_sheet.table.clear();
    for (auto& column : evidence_sheet_columns(model, of_sheet)) columns_.emplace(column.name, std::move(column));
  }

  EvidenceForm run() {
    out_.title = draft_.title ? std::string(draft_.title->in(language_)) : model_.id();
    out_.hint = in({.en = "Fill in the column of figures. 0 is a figure; leave blank what is not known yet; write not_applicable where the "
                          "unit has no such task.",
                    .vi = "Ghi vào cột Số liệu. Số 0 là số liệu; để trống nếu chưa có số liệu; ghi không áp dụng nếu đơn vị không có nhiệm "
                          "vụ này."});
    heads();
    for (const auto* name : {"unit", "block", "period", "track", "ranked"}) {
      auto column = columns_.at(name);
      constexpr std::pair<std::string_view, std::string_view> of_a_cell[] = {
          // what is said of a column
          {"blank in the whole column: there is one", "blank if there is only one"},
          {" in the whole column", ""},
          {" cả cột", ""}};
      for (const auto& [of_column, here] : of_a_cell)
        if (const auto at = column.takes.find(of_column); at != std::string::npos) column.takes.replace(at, of_column.size(), here);
      if (std::string_view(name) == "unit") column.takes = in({.en = "its name, never blank", .vi = "tên đơn vị, không được để trống"});
      out_.lines.push_back({.kind = FormLine::Kind::name, .text = column.label, .to_fill = std::move(column)});
    }
    for (const auto& node : model_.nodes()) add(node);
    others();
    return std::move(out_);
  }

 private:
  void heads() {
    const auto head = [&](std::string name, const Words& label) { return name.append("\n").append(in(label)); };
    out_.heads = {head("number", labels::number),
                  head("criterion", {.en = "Criterion or figure", .vi = "Tiêu chí, số liệu"}),
                  head("points", {.en = "Points", .vi = "Điểm tối đa"}),
                  head("measure", {.en = "Code", .vi = "Mã"}).append("\n").append(in(form_words)),
                  head("measured_in", {.en = "Unit", .vi = "Đơn vị tính"}),
                  head("value", labels::figure).append("\n").append(in(decimal_mark_words)).append(language_ == Language::vi ? "," : "."),
                  head("takes", {.en = "What to write", .vi = "Cách ghi"}),
                  head("note", {.en = "Notes, documents", .vi = "Ghi chú, tài liệu kiểm chứng"})};
  }
  void heading(const std::string& text) { out_.lines.push_back({.kind = FormLine::Kind::heading, .text = text}); }

  void add(const Criterion& node) {
    if (node.is_entry() && node.kind != side_) {
      side_ = node.kind;
      const bool is_bonus = node.kind == NodeKind::bonus;
      const auto& side = is_bonus ? draft_.adjustments.bonus : draft_.adjustments.penalty;
      heading(side && side->about.label ? std::string(side->about.label->in(language_)) : in(is_bonus ? labels::bonus : labels::penalty));
    }
    const auto depth = static_cast<std::size_t>(node.depth);
    out_.lines.push_back({.kind = node.is_group() ? FormLine::Kind::heading : FormLine::Kind::criterion,
                          .depth = depth,
                          .number = node.number,
                          .text = label_of(node.about, node.id, language_),
                          .points = as_decimal(node.points, model_.point_decimals())});
    if (node.is_group()) return;
    for (const auto measure : dependencies_.measures(node.item)) figure(measure, depth + 1);
    const auto stated = columns_.find(std::string(stated_prefix) + node.id);
    if (node.is_leaf() && stated != columns_.end())
      out_.lines.push_back({.depth = depth + 1,
                            .text = in({.en = "Points, as the appraiser states them", .vi = "Điểm do người thẩm định ghi trực tiếp"}),
                            .to_fill = stated->second});
  }
  void figure(std::size_t measure, std::size_t depth) {
    constexpr Words above{.en = "{0} (see above)", .vi = "{0} (đã ghi ở trên)"};
    const auto& [name, draft] = draft_.measures[measure];
    FormLine line{.depth = depth, .text = label_of(draft.about, name, language_)};
    if (draft.measured_in) line.measured_in = draft.measured_in->in(language_);
    if (shown_[measure]) {
      line.text = to_text(above, {line.text}, language_);
    } else {
      shown_[measure] = true;
      line.to_fill = columns_.at(name);
    }
    out_.lines.push_back(std::move(line));
  }
  /// What no criterion reads on the row itself: for checks, vetoes, ties, cohorts.
  void others() {
    bool any = false;
    for (std::size_t measure = 0; measure < shown_.size(); ++measure) {
      if (shown_[measure]) continue;
      if (!any) heading(in({.en = "Other figures", .vi = "Số liệu khác"}));
      any = true;
      figure(measure, 1);
    }
  }

  const Model& model_;
  const ModelDraft& draft_;
  Dependencies dependencies_;
  std::vector<bool> shown_;
  std::unordered_map<std::string, SheetColumn> columns_{};
  NodeKind side_ = NodeKind::leaf;
  EvidenceForm out_{};
};
}

EvidenceForm evidence_form(const Model& model, const EvidenceSheetOptions& options) { return Form(model, options).run(); }

std::string empty_evidence_form(const Model& model, const EvidenceSheetOptions& options) {
  const auto delimiter = options.delimiter;
  if (delimiter != ',' && delimiter != ';' && delimiter != '\t')
    throw ShapeError("the delimiter of a sheet is a comma, a semicolon or a tab, so that a reader finds it");
  const auto form = evidence_form(model, options);
  CsvWriter out(delimiter, options.language == Text::Language::vi && delimiter != ',' ? ',' : '.');
  for (const auto& head : form.heads) out.text(head);
  out.end_row();
  for (const auto& line : form.lines) {
    text_or_none(out, line.number);
    out.text(line.text);
    number_or_none(out, line.points);
    text_or_none(out, line.to_fill ? line.to_fill->name : std::string());
    text_or_none(out, line.measured_in);
    out.none();
    text_or_none(out, line.to_fill ? line.to_fill->takes : std::string());
    out.none();
    out.end_row();
  }
  return "\uFEFF" + out.finish();
}
}
