#include <chiso/core/error.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/evidence/columns.hpp>
#include <chiso/io/describe/evidence_sheet.hpp>
#include <io/read/decimal_mark.hpp>
#include <io/text/table_writer.hpp>
#include <io/words/labels.hpp>
#include <io/words/measure_words.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr Words no_such_task{.en = "yes: the unit has no such task", .vi = "có: đơn vị không có nhiệm vụ này"};

class EvidenceSheet : InLanguage {
 public:
  EvidenceSheet(const Model& model, const EvidenceSheetOptions& options)
      : InLanguage(options.language), model_(model), draft_(model.draft()), columns_(options.columns) {
    if (!options.table.empty()) table_ = index_of_name(nouns::table, options.table, model.derived().table_names.names());
  }

  std::vector<SheetColumn> run() {
    row_heads();
    const auto& measures = table_ ? model_.derived().tables[*table_].measures : model_.measures();
    const auto& drafts = table_ ? draft_.tables[*table_].second.measures : draft_.measures;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      const auto& [name, measure] = drafts[i];
      measure_column(measures[i], label_of(measure.about, "", language_), measure_words(measures[i], measure, language_));
      companion(name);
    }
    if (!table_ && columns_ == SheetColumns::all && draft_.stated_points == StatedPoints::accept) points();
    return std::move(out_);
  }

 private:
  SheetColumn& column(const std::string& name, const std::string& label, const Phrase& takes) {
    auto& out = out_.emplace_back();
    out.name = name, out.label = label, out.takes = takes.text;
    for (const auto& item : takes.items) out.takes += "\n- " + item.text;
    return out;
  }
  void measure_column(const Measure& measure, const std::string& label, const Phrase& takes) {
    auto& out = column(measure.name, label, takes);
    out.not_applicable = in({.en = "not_applicable", .vi = "không áp dụng"});
    switch (measure.type) {
      case MeasureType::choice:
        out.cells = SheetColumn::Cells::word;
        out.words.assign(measure.options.begin(), measure.options.end());
        break;
      case MeasureType::yes_no: takes_yes_or_no(out); break;
      case MeasureType::date: out.cells = SheetColumn::Cells::date; break;
      default:
        out.cells = SheetColumn::Cells::number;
        out.least = measure.min ? measure.min : measure.type == MeasureType::count ? std::optional(Decimal(0)) : std::nullopt;
        out.most = measure.max;
        if (measure.excess == Excess::refuse) out.decimals = measure.decimals;
    }
  }
  void takes_yes_or_no(SheetColumn& out) const {
    out.cells = SheetColumn::Cells::word;
    out.words = {std::string(in(labels::yes)), std::string(in(labels::no))};
  }
  static void takes_ids(SheetColumn& out, const std::vector<Item>& items) {
    out.cells = SheetColumn::Cells::word;
    for (const auto& item : items) out.words.push_back(item.id);
  }
  void companion(const std::string& name) {
    if (columns_ == SheetColumns::all)
      takes_yes_or_no(column(name + std::string(companion_suffix), "", {std::string(in(no_such_task)), {}}));
  }
  void row_heads() {
    // What holds for every cell is said in the first head: nobody would look for it elsewhere.
    column("unit", in(labels::unit),
           {in({.en = "its name, never blank\nFigures: 0 is a figure; blank: not supplied; not_applicable: the unit has no such task",
                .vi = "tên đơn vị, không được để trống\nÔ số liệu: số 0 là số liệu; để trống: chưa có số liệu; ghi không áp dụng: đơn vị "
                      "không có nhiệm vụ này"}),
            {}})
        .mark = std::string(decimal_mark_words.in(language_)) + (language_ == Language::vi ? "," : ".");
    const auto blank = in({.en = "; blank in the whole column: there is one", .vi = "; để trống cả cột nếu chỉ có một"});
    const auto any_block = in({.en = "the name of the block it is ranked in", .vi = "tên khối mà đơn vị được xếp hạng"}) + blank;
    if (!table_) {
      auto& block = column("block", in(labels::block),
                           draft_.blocks ? Phrase{in(one_of_these_codes), item_words(*draft_.blocks, language_)} : Phrase{any_block, {}});
      if (draft_.blocks) takes_ids(block, *draft_.blocks);
    }
    column("period", in(labels::period),
           {in({.en = "such as 2024 or 2024-Q1, the year first, all of one form",
                .vi = "ví dụ 2024 hoặc 2024-Q1, năm đứng trước, viết thống nhất trong cả bảng"}) +
                blank,
            {}});
    const auto tracks = draft_.tracks.value_or(std::vector<Item>{Item(model_.tracks().back())});
    auto& track = column("track", in(labels::track),
                         {in(table_ ? Words{.en = "one of these codes (blank in the whole column: the row stands for each):",
                                            .vi = "một trong các mã (để trống cả cột: dòng dùng cho mọi bước):"}
                                    : Words{.en = "one of these codes (blank in the whole column: the last):",
                                            .vi = "một trong các mã (để trống cả cột: mã cuối cùng):"}),
                          item_words(tracks, language_)});
    takes_ids(track, tracks);
    if (table_)
      column("row", in({.en = "Row", .vi = "Dòng"}),
             {in({.en = "a name of the row, for people", .vi = "tên của dòng, để người đọc nhận biết"}), {}});
    else
      takes_yes_or_no(column("ranked", in({.en = "Ranked", .vi = "Xếp hạng"}),
                             {in({.en = "yes or no; blank in the whole column: yes", .vi = "có hoặc không; để trống cả cột: có"}), {}}));
  }

  void points() {
    for (std::size_t leaf = 0; leaf < model_.leaves(); ++leaf) {
      const auto measure = stated_measure(model_, leaf);
      const auto& node = model_.nodes()[model_.items()[leaf]];
      auto takes = measure_words(measure, language_);
      takes.text += in({.en = "; only where the points are stated, in place of the rule's",
                        .vi = "; chỉ ghi khi người thẩm định ghi trực tiếp điểm, thay cho điểm theo cách chấm"});
      measure_column(measure, numbered(node.number, label_of(node.about, node.id, language_)), takes);
      companion(measure.name);
    }
  }

  const Model& model_;
  const ModelDraft& draft_;
  SheetColumns columns_;
  std::optional<std::size_t> table_{};  ///< Empty: the sheet is of the evidence itself.
  std::vector<SheetColumn> out_{};
};
}

std::string empty_evidence_sheet(const Model& model, const EvidenceSheetOptions& options) {
  const auto delimiter = options.delimiter;
  if (delimiter != ',' && delimiter != ';' && delimiter != '\t')
    throw ShapeError("the delimiter of a sheet is a comma, a semicolon or a tab, so that a reader finds it");
  CsvWriter out(delimiter);
  for (const auto& column : evidence_sheet_columns(model, options)) {
    auto head = column.name;
    if (!column.label.empty()) head += '\n' + column.label;
    head += '\n' + column.takes;
    if (!column.mark.empty()) head += '\n' + column.mark;
    out.text(head);
  }
  out.end_row();
  return "\uFEFF" + out.finish();
}
std::vector<SheetColumn> evidence_sheet_columns(const Model& model, const EvidenceSheetOptions& options) {
  return EvidenceSheet(model, options).run();
}
}
