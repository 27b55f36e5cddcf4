#include <algorithm>
#include <chiso/core/problem.hpp>
#include <functional>
#include <io/findings/finding_words.hpp>
#include <io/findings/findings_sheet.hpp>
#include <io/json/model_identity.hpp>
#include <io/words/counted.hpp>
#include <io/words/labels.hpp>

// Puts what checks found into titles, sentences and tables.
namespace chiso::inline CHISO_BUILD {
namespace {
using Section = Page::Section;
using Head = Page::Head;

class FindingsWriter : InLanguage {
 public:
  FindingsWriter(const CheckReport& report, Language language, std::size_t most)
      : InLanguage(language), report_(report), model_(report.model), words_(report, language), most_(most) {}

  Page run() {
    auto out = sheet(summary());
    const auto& findings = report_.findings;
    for (std::size_t first = 0, last = 0; first < findings.size(); first = last) {
      while (last < findings.size() && findings[last].check == findings[first].check) ++last;
      out.sections.push_back(of_check(first, last));
    }
    if (!report_.implied.empty()) out.sections.push_back(implied(pointers(report_.implied, everywhere)));
    if (!model_.checks().empty()) out.sections.push_back(judged());
    return out;
  }

  Page run_of(std::span<const std::size_t> rows) {
    const auto here = [&](std::size_t row) { return std::find(rows.begin(), rows.end(), row) != rows.end(); };
    const auto findings = pointers(report_.findings, here);
    const auto ranges = pointers(report_.implied, here);
    const auto errors = static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [](const Finding* one) { return one->severity == Severity::error; }));
    auto out =
        sheet(findings.empty()
                  ? in({.en = "The checks of the model find nothing here.", .vi = "Các phép kiểm tra không phát hiện chỗ nào không khớp."})
                  : counts(errors, findings.size() - errors) + '.');
    if (!findings.empty()) out.sections.push_back(by_check(findings, rows.size() > 1));
    if (!ranges.empty()) out.sections.push_back(implied(ranges));
    return out;
  }

 private:
  Page sheet(std::string summary) const {
    const auto& draft = model_.draft();
    const auto name = draft.title ? std::string(draft.title->in(language_)) : label_of(draft.about, draft.id, language_);
    return {.model = id_and_version(model_) + ": " + name,
            .title = in({.en = "Does the evidence add up", .vi = "Kiểm tra số liệu"}),
            .identity = identity_words(model_, language_),
            .sentences = {std::move(summary)}};
  }
  static bool everywhere(std::size_t /*row*/) { return true; }
  /// Those of a list whose rows are asked for.
  template <class One, class IsAsked>
  static std::vector<const One*> pointers(const std::vector<One>& list, const IsAsked& is_asked) {
    std::vector<const One*> out;
    for (const auto& one : list)
      if (is_asked(one.row)) out.push_back(&one);
    return out;
  }
  /// How many errors and warnings there are, as far as there are any.
  std::string counts(std::size_t errors, std::size_t warnings) const {
    std::vector<std::string> out;
    if (errors > 0) out.push_back(counted(errors, things::errors, language_));
    if (warnings > 0) out.push_back(counted(warnings, things::warnings, language_));
    return joined(out, ", ");
  }
  Head head(const Words& title, Head::Kind kind = Head::Kind::text) const { return {in(title), kind}; }
  Head unit() const { return head(labels::unit, Head::Kind::name); }
  static Head number() { return {"", Head::Kind::number}; }

  std::string summary() const {
    const auto& checks = model_.checks();
    if (checks.empty()) return in({.en = "The model has no checks.", .vi = "Bộ tiêu chí không có phép kiểm tra nào."});
    std::size_t errors = 0, warnings = 0;
    for (const auto& judged : report_.judged) errors += judged.failed, warnings += judged.warned;
    return counted(checks.size(), things::checks, language_) + ", " +
           counted(report_.evidence.rows(), {{"{0} row", "{0} dòng số liệu"}, {"{0} rows", "{0} dòng số liệu"}}, language_) + ": " +
           counted(errors, things::errors, language_) + ", " + counted(warnings, things::warnings, language_) + '.';
  }

  Section of_check(std::size_t first, std::size_t last) {
    const auto& check = model_.checks()[report_.findings[first].check];
    std::vector<const Finding*> findings;
    for (auto at = first; at < last; ++at) findings.push_back(&report_.findings[at]);
    const auto errors = static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [](const Finding* one) { return one->severity == Severity::error; }));
    Section out{.title = words_.check(report_.findings[first].check) + " [" + check.id + ']'};
    out.sentences.push_back(counts(errors, last - first - errors) + '.');
    list(out, findings, {{unit(), [&](const Finding& finding) { return words_.row(finding.row); }}});
    return out;
  }
  /// The findings of a unit.
  Section by_check(const std::vector<const Finding*>& findings, bool several_rows) {
    Section out;
    std::vector<Named> names{
        {head(labels::check, Head::Kind::name), [&](const Finding& finding) { return words_.check(finding.check); }},
        {head({.en = "Severity", .vi = "Mức độ"}), [&](const Finding& finding) { return in(severity_words(finding.severity)); }}};
    if (several_rows) names.push_back({unit(), [&](const Finding& finding) { return words_.row(finding.row); }});
    list(out, findings, names);
    return out;
  }
  /// A column that says which finding a line is of.
  struct Named {
    Head head;
    std::function<std::string(const Finding&)> name;
  };
  /// Findings as the table of a section.
  void list(Section& out, const std::vector<const Finding*>& findings, const std::vector<Named>& names) const {
    bool figures = false, sides = false, slips = false, otherwise = false;
    for (const auto* finding : findings) {
      figures = figures || !finding->figures.empty();
      sides = sides || finding->found;
      slips = slips || !finding->slips.empty();
      otherwise = otherwise || finding->rounded;
    }
    out.heads = {number()};
    for (const auto& column : names) out.heads.push_back(column.head);
    if (figures) out.heads.push_back(head({.en = "Figures", .vi = "Số liệu"}));
    if (sides) {
      out.heads.push_back(head({.en = "Found", .vi = "Gặp"}, Head::Kind::figure));
      out.heads.push_back(head({.en = "Expected", .vi = "Cần"}, Head::Kind::figure));
    }
    if (otherwise) out.heads.push_back(head({.en = "Rounding", .vi = "Cách làm tròn"}));
    if (slips) out.heads.push_back(head({.en = "Likely meant", .vi = "Có thể do gõ nhầm"}));
    for (const auto* finding : findings) {
      if (out.rows.size() == most_) {
        out.more = findings.size() - most_;
        break;
      }
      std::vector<Page::Cell> row{std::to_string(out.rows.size() + 1)};
      for (const auto& column : names) row.emplace_back(column.name(*finding));
      if (figures) row.emplace_back(words_.figures(*finding));
      if (sides) {
        row.emplace_back(words_.found(*finding));
        row.emplace_back(words_.expected(*finding));
      }
      if (otherwise) row.emplace_back(words_.rounded(*finding));
      if (slips) row.push_back(slip(*finding));
      out.rows.push_back({.cells = std::move(row)});
    }
  }
  /// The only slip marked, with its kind; or the several that are possible.
  Page::Cell slip(const Finding& finding) const {
    if (finding.slips.empty()) return {};
    const auto* likely = finding.likely_slip();
    if (likely == nullptr) return {words_.possible(finding)};
    auto text = ": " + words_.slip_kind(likely->kind);
    if (likely->repairs.size() > 1)
      text += in(Words{"; then {0} checks hold", "; sửa như vậy thì {0} phép kiểm tra đều khớp"}, std::to_string(likely->repairs.size()));
    return {std::move(text), words_.change(finding, *likely)};
  }

  Section implied(const std::vector<const ImpliedCount*>& ranges) const {
    Section out{.title = in({.en = "Missing counts that stated percentages imply", .vi = "Số liệu còn thiếu, suy ra từ tỷ lệ đã báo cáo"})};
    out.heads = {number(), unit(), head(labels::measure), head({.en = "From", .vi = "Từ"}, Head::Kind::figure),
                 head({.en = "To", .vi = "Đến"}, Head::Kind::figure)};
    for (const auto* one : ranges) {
      if (out.rows.size() == most_) {
        out.more = ranges.size() - most_;
        break;
      }
      out.rows.push_back({.cells = {std::to_string(out.rows.size() + 1), words_.row(one->row), words_.measure(one->measure),
                                    words_.number(one->least), words_.number(one->most)}});
    }
    return out;
  }

  Section judged() {
    Section out{.title = in({.en = "What was judged: numbers of rows", .vi = "Kết quả từng phép kiểm tra: số dòng số liệu"})};
    out.heads = {number(), head(labels::check, Head::Kind::name), head({.en = "Held", .vi = "Khớp"}, Head::Kind::figure),
                 head({.en = "Errors", .vi = "Lỗi"}, Head::Kind::figure), head({.en = "Warnings", .vi = "Cảnh báo"}, Head::Kind::figure)};
    // Why rows were not judged, as far as it occurs.
    constexpr std::pair<std::size_t JudgedRows::*, Words> not_judged[]{
        {&JudgedRows::missing, {.en = "Missing", .vi = "Thiếu số liệu"}},
        {&JudgedRows::not_applicable, {.en = "Does not apply", .vi = "Không áp dụng"}},
        {&JudgedRows::undefined, {.en = "Undefined", .vi = "Không tính được"}},
        {&JudgedRows::too_few, {.en = "Too few units", .vi = "Quá ít đơn vị"}}};
    std::vector<std::size_t JudgedRows::*> told;
    for (const auto& [member, title] : not_judged) {
      bool any = false;
      for (const auto& judged : report_.judged) any = any || judged.*member > 0;
      if (!any) continue;
      told.push_back(member);
      out.heads.push_back(head(title, Head::Kind::figure));
    }
    if (!told.empty())
      out.sentences.push_back(in({.en = "The columns behind the warnings count rows that were not judged, by the reason.",
                                  .vi = "Các cột sau cột cảnh báo là số dòng không kiểm tra, theo từng lý do."}));
    for (std::size_t check = 0; check < report_.judged.size(); ++check) {
      const auto& judged = report_.judged[check];
      std::vector<Page::Cell> row{std::to_string(check + 1), words_.check(check) + " [" + model_.checks()[check].id + ']',
                                  std::to_string(judged.held), std::to_string(judged.failed), std::to_string(judged.warned)};
      for (const auto member : told) row.emplace_back(std::to_string(judged.*member));
      out.rows.push_back({.cells = std::move(row)});
    }
    return out;
  }

  const CheckReport& report_;
  const Model& model_;
  FindingWords words_;
  std::size_t most_;
};
}

Page findings_sheet(const CheckReport& report, Text::Language language, std::size_t most) {
  return FindingsWriter(report, language, most).run();
}
Page findings_sheet_of(const CheckReport& report, std::span<const std::size_t> rows, Text::Language language) {
  return FindingsWriter(report, language, every_finding).run_of(rows);
}
}
