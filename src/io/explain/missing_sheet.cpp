#include <algorithm>
#include <io/explain/explanation_sheet.hpp>
#include <io/explain/missing_list.hpp>
#include <io/json/model_identity.hpp>
#include <io/words/labels.hpp>
#include <limits>

// What is missing, as text and as pages of HTML.
namespace chiso::inline CHISO_BUILD {
namespace {
using Section = Page::Section;
using Kind = Page::Head::Kind;

class MissingSheet : InLanguage {
 public:
  MissingSheet(const Missing& missing, const MissingListOptions& options)
      : InLanguage(options.language),
        missing_(missing),
        scores_(missing.ranked.scores()),
        model_(scores_.model()),
        by_(options.by),
        words_(missing, options.language),
        cells_(listed_cells(missing, options.by)) {}

  Page run(std::size_t most) const {
    Page out{.model = name_of_model(model_, language_),
             .title = in({.en = "What has not been reported", .vi = "Số liệu còn thiếu"}),
             .identity = identity_words(model_, language_)};
    out.sentences.push_back(summary());
    std::size_t sections = 0;
    for (std::size_t first = 0, last = 0; first < cells_.size(); first = last) {
      while (last < cells_.size() && belong_together(cells_[first], cells_[last])) ++last;
      if (++sections <= most) out.sections.push_back(section({cells_.data() + first, last - first}));
    }
    if (!missing_.unreported.empty()) out.sections.push_back(unreported());
    if (sections > most)
      out.sentences.push_back(
          to_text(Words{"The first {0} of {1} are shown.", "Dưới đây là {0} mục đầu trong tổng số {1}."}, {most, sections}, language_));
    return out;
  }

 private:
  using Cells = std::span<const Missing::Cell>;
  const MissingAsk& ask(const Missing::Cell& cell) const { return missing_.asks[cell.ask]; }
  bool belong_together(const Missing::Cell& a, const Missing::Cell& b) const {
    return by_ == MissingBy::unit ? a.row == b.row : ask(a).input == ask(b).input;
  }
  std::string counted(std::size_t number, const Words& one, const Words& several) const {
    return in(number == 1 ? one : several, std::to_string(number));
  }
  std::string items(std::size_t number) const {
    return counted(number, {.en = "{} figure", .vi = "{} số liệu"}, {.en = "{} figures", .vi = "{} số liệu"});
  }
  std::string summary() const {
    if (cells_.empty() && !missing_.unreported.empty()) return no_row_words();
    if (cells_.empty())
      return in({.en = "Nothing is missing that counts.", .vi = "Không thiếu số liệu nào cần cho việc chấm điểm, xếp loại."});
    std::vector<std::uint32_t> units;
    for (const auto& cell : cells_) units.push_back(scores_.evidence().unit_of_row()[cell.row]);
    std::sort(units.begin(), units.end());
    const auto count = static_cast<std::size_t>(std::unique(units.begin(), units.end()) - units.begin());
    return to_text(count == 1 ? Words{"1 unit lacks {1}.", "1 đơn vị còn thiếu {1}."}
                              : Words{"{0} units lack {1}.", "{0} đơn vị còn thiếu {1}."},
                   {count, items(cells_.size())}, language_) +
           (missing_.unreported.empty() ? "" : " " + no_row_words());
  }
  std::string no_row_words() const {
    return counted(missing_.unreported.size(), {.en = "{} unit has reported nothing.", .vi = "{} đơn vị chưa báo cáo gì."},
                   {.en = "{} units have reported nothing.", .vi = "{} đơn vị chưa báo cáo gì."});
  }
  /// Those of the roster without a row.
  Section unreported() const {
    Section out{.title = in({.en = "Units that have reported nothing", .vi = "Đơn vị chưa báo cáo"})};
    out.heads = {{in(labels::number), Kind::number}, {in(labels::unit), Kind::name}, {in(labels::block), Kind::state}};
    for (const auto& one : missing_.unreported) {
      auto unit = std::string(one.unit);
      if (scores_.evidence().periods().size() > 1) unit.append(", ").append(one.period);
      const auto& blocks = model_.draft().blocks;
      out.rows.push_back({.cells = {std::to_string(out.rows.size() + 1), std::move(unit),
                                    blocks ? label_in(*blocks, one.block, language_) : std::string(one.block)}});
    }
    return out;
  }
  /// A criterion that waits for several things counts once.
  std::string points_of(Cells cells) const {
    std::vector<std::size_t> items;
    for (const auto& cell : cells)
      for (const auto& one : ask(cell).waiting)
        if (one.kind == Reader::Kind::item) items.push_back(one.index);
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    Points sum;
    for (const auto item : items) sum = sum + model_.nodes()[model_.items()[item]].points;
    return words_.points(sum);
  }
  Section section(Cells cells) const {
    const auto& first = ask(cells.front());
    const bool by_unit = by_ == MissingBy::unit;
    Section out;
    if (by_unit) {
      out.title = name_of_row(scores_, cells.front().row, language_);
      out.sentences.push_back(to_text(Words{"{0}, on which {1} points depend.", "{0}, liên quan đến {1} điểm."},
                                      {items(cells.size()), points_of(cells)}, language_));
    } else {
      const auto name = words_.name(first.input);
      out.title = words_.label(first.input);
      if (!name.empty() && name != out.title) out.title += " [" + name + ']';
      out.sentences.push_back(counted(cells.size(), {.en = "{} unit.", .vi = "{} đơn vị."}, {.en = "{} units.", .vi = "{} đơn vị."}));
    }
    out.heads = {{in(labels::number), Kind::number},
                 {in(by_unit ? Words{.en = "What is missing", .vi = "Số liệu còn thiếu"} : labels::unit), Kind::name},
                 {in({.en = "Needed for", .vi = "Cần cho"}), Kind::reason},
                 {in(labels::points), Kind::figure}};
    for (const auto& cell : cells)
      out.rows.push_back({.cells = {std::to_string(out.rows.size() + 1),
                                    by_unit ? words_.label(ask(cell).input) : name_of_row(scores_, cell.row, language_),
                                    words_.waiting(ask(cell), cell.row), words_.points(ask(cell).points)}});
    return out;
  }

  const Missing& missing_;
  const Scores& scores_;
  const Model& model_;
  MissingBy by_;
  MissingListWords words_;
  std::vector<Missing::Cell> cells_;
};

Page missing_sheet(const Missing& missing, const MissingListOptions& options,
                   std::size_t most = (std::numeric_limits<std::size_t>::max)()) {
  return MissingSheet(missing, options).run(most);
}
}

std::string missing_text(const Missing& missing, const MissingListOptions& options, const TextLayout& layout) {
  return text_of(missing_sheet(missing, options), layout);
}
std::string missing_html(const Missing& missing, const MissingListOptions& options) {
  return page_of(missing_sheet(missing, options), options.language);
}
std::string missing_fragment(const Missing& missing, const MissingListOptions& options) {
  constexpr std::size_t first_sections = 20;
  return fragment_of(missing_sheet(missing, options, first_sections), options.language);
}
}
