#include <algorithm>
#include <chiso/core/date.hpp>
#include <chiso/core/overloaded.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/io/findings/findings.hpp>
#include <io/findings/finding_words.hpp>
#include <io/words/labels.hpp>
#include <io/words/value_words.hpp>

// Says what checks found.
namespace chiso::inline CHISO_BUILD {
namespace {
/// What must stand on the left of a sign, by what stands on the right.
Words sign_words(std::string_view sign, bool of_dates) {
  if (of_dates) {
    if (sign == "<") return {.en = "before {0}", .vi = "trước ngày {0}"};
    if (sign == "<=") return {.en = "not after {0}", .vi = "không sau ngày {0}"};
    if (sign == ">") return {.en = "after {0}", .vi = "sau ngày {0}"};
    if (sign == ">=") return {.en = "not before {0}", .vi = "không trước ngày {0}"};
  }
  if (sign == "<") return {.en = "below {0}", .vi = "dưới {0}"};
  if (sign == "<=") return {.en = "at most {0}", .vi = "không quá {0}"};
  if (sign == ">") return {.en = "above {0}", .vi = "trên {0}"};
  if (sign == ">=") return {.en = "{0} or more", .vi = "từ {0} trở lên"};
  if (sign == "!=") return {.en = "not {0}", .vi = "khác {0}"};
  return {.en = "{0}", .vi = "{0}"};
}
}

std::optional<NearestDecimal> nearest_decimal(const Rational& value) {
  constexpr int decimals = 9;
  constexpr int128 largest = 1'000'000'000'000'000'000;
  const auto ratio = value.as_ratio();
  if (!ratio || ratio->num / ratio->den > largest || ratio->num / ratio->den < -largest) return {};
  const auto nearest = value.rounded(decimals, Rounding::half_up);
  return NearestDecimal{{nearest.digits(), nearest.scale()}, Rational(nearest) == value};
}

std::string FindingWords::with(const Words& words, const std::string& first, const std::string& second) const {
  return to_text(words, {first, second}, language_);
}

std::string FindingWords::number(const Rational& value, int decimals) const {
  constexpr int shown = 4;  // of a number that no decimal is
  const auto nearest = nearest_decimal(value);
  if (!nearest) return value.text();
  if (!nearest->is_exact)
    return in(Words{"about {0}", "khoảng {0}"},
              grouped_number_words(value.rounded(std::max(shown, decimals), Rounding::half_up), language_));
  const bool is_short = nearest->value.scale() < decimals;
  return grouped_number_words(is_short ? value.rounded(decimals, Rounding::half_up) : nearest->value, language_);
}

std::string FindingWords::value_of_measure(std::size_t measure, const CheckValue& value) const {
  return std::visit(
      Overloaded{[&](State state) { return in(state_words(state)); }, [&](const Rational& number) { return this->number(number); },
                 [&](bool truth) { return truth ? in(labels::yes) : in(labels::no); },
                 [&](const std::string& option) { return expressions_.quoted(expressions_.option(measure, option)); },
                 [&](Date date) { return day_words(date, language_); }},
      value);
}
std::string FindingWords::value(const CheckValue& value, const Finding& finding) const {
  if (const auto* number = std::get_if<Rational>(&value)) return this->number(*number, decimals(finding));
  const auto* option = std::get_if<std::string>(&value);
  if (!option) return value_of_measure(0, value);
  for (const auto& figure : finding.figures)  // an option is named by the choice that has it
    if (report_.model.measures()[figure.measure].options.find(*option)) return value_of_measure(figure.measure, value);
  return expressions_.quoted(*option);
}
int FindingWords::decimals(const Finding& finding) const {
  const auto* stated = std::get_if<check_forms::Stated>(&report_.model.checks()[finding.check].form);
  return stated ? stated->decimals : 0;
}

const std::string& FindingWords::check(std::size_t check) {
  if (!titles_[check]) titles_[check] = title(check);
  return *titles_[check];
}
std::string FindingWords::title(std::size_t check) {
  const auto label = label_of(report_.model.checks()[check].about, {}, language_);
  if (!label.empty()) return label;
  const auto of = [&](const ExpressionText& text, Type type) { return expressions_.of(text, type); };
  return std::visit(
      Overloaded{[&](const checks::Relation& is) { return of(is.holds, Type::truth).as_heading(); },
                 [&](const checks::Stated& is) {
                   return of(is.stated, Type::number).as_heading() + " = " + of(is.of, Type::number).in_sentence();
                 },
                 [&](const checks::Repeated& is) {
                   std::vector<std::string> names;
                   for (const auto& name : is.values) names.push_back(expressions_.quoted(expressions_.measure(name)));
                   return in(Words{"Not the same as in the period before: {0}", "Không lặp lại y nguyên kỳ trước: {0}"},
                             joined(names, ", "));
                 },
                 [&](const checks::Unusual& is) {
                   return in(Words{"Not far from the other units of the block: {0}", "Không lệch xa các đơn vị khác trong khối: {0}"},
                             of(is.value, Type::number).in_sentence());
                 }},
      static_cast<const AnyCheck&>(report_.model.draft().checks[check]));
}

std::string FindingWords::row(std::size_t row) const {
  const auto& evidence = report_.evidence;
  auto out = std::string(evidence.unit(row));
  const auto add = [&](const std::string& name) {
    if (!name.empty()) out.append(", ").append(name);
  };
  add(std::string(evidence.period(row)));
  if (const auto& tracks = report_.model.draft().tracks) add(label_in(*tracks, report_.model.tracks()[evidence.track(row)], language_));
  return out;
}

std::string FindingWords::found(const Finding& finding) const { return finding.found ? value(*finding.found, finding) : std::string(); }
std::string FindingWords::expected(const Finding& finding) const {
  if (const auto& range = finding.expected_range)
    return with({.en = "from {0} to {1}", .vi = "từ {0} đến {1}"}, number((*range)[0]), number((*range)[1]));
  if (!finding.expected) return {};
  return in(sign_words(finding.sign, std::holds_alternative<Date>(*finding.expected)), value(*finding.expected, finding));
}
std::string FindingWords::rounded(const Finding& finding) const {
  if (!finding.rounded) return {};
  switch (*finding.rounded) {
    case RoundedOtherwise::half_even: return in({.en = "rounded half to even", .vi = "làm tròn nửa đơn vị về số chẵn"});
    case RoundedOtherwise::down: return in({.en = "cut off, not rounded", .vi = "cắt bỏ phần lẻ, không làm tròn"});
    case RoundedOtherwise::up: break;
  }
  return in({.en = "always rounded up", .vi = "làm tròn lên trong mọi trường hợp"});
}
std::string FindingWords::figures(const Finding& finding) const {
  std::vector<std::string> out;
  for (const auto& figure : finding.figures) {
    const bool is_number = std::holds_alternative<Rational>(figure.value);
    out.push_back(measure(figure.measure) + (is_number ? " " : ": ") + value_of_measure(figure.measure, figure.value));
  }
  return joined(out, "; ");
}
std::string FindingWords::slip_kind(SlipKind kind) const {
  switch (kind) {
    case SlipKind::swapped: return in({.en = "two neighbouring digits exchanged", .vi = "hai chữ số đứng cạnh nhau bị đổi chỗ"});
    case SlipKind::digit: return in({.en = "one digit mistyped", .vi = "gõ sai một chữ số"});
    case SlipKind::dropped: return in({.en = "a digit left out", .vi = "gõ thiếu một chữ số"});
    case SlipKind::added: return in({.en = "a digit too many", .vi = "gõ thừa một chữ số"});
    case SlipKind::shifted: break;
  }
  return in({.en = "decimal mark or unit misplaced", .vi = "sai vị trí dấu thập phân hoặc sai đơn vị tính"});
}
std::string FindingWords::change(const Finding& finding, const Slip& slip) const {
  const auto meant = number(Rational(slip.value));
  for (const auto& figure : finding.figures)
    if (figure.measure == slip.measure) return measure(slip.measure) + ' ' + value_of_measure(slip.measure, figure.value) + " → " + meant;
  return measure(slip.measure) + " → " + meant;
}
std::string FindingWords::implied(const ImpliedCount& implied) const {
  const auto least = number(implied.least), most = number(implied.most);
  const bool one = implied.least == implied.most;
  return measure(implied.measure) + ": " +
         with(one ? Words{"missing; the stated percentage implies {0}", "thiếu số liệu; theo tỷ lệ đã báo cáo thì số này là {0}"}
                  : Words{"missing; the stated percentage implies a number from {0} to {1}",
                          "thiếu số liệu; theo tỷ lệ đã báo cáo thì số này từ {0} đến {1}"},
              least, most);
}

std::string FindingWords::sentence(const Finding& finding) {
  auto out = check(finding.check) + ": ";
  if (finding.found)
    out += with({.en = "found {0}, expected {1}", .vi = "gặp {0}, cần {1}"}, found(finding), expected(finding));
  else
    out += std::holds_alternative<check_forms::Repeated>(report_.model.checks()[finding.check].form)
               ? in({.en = "all are the same as in the period before", .vi = "tất cả giống hệt kỳ trước"})
               : in({.en = "does not hold", .vi = "không thỏa mãn"});
  if (finding.rounded) out += " (" + rounded(finding) + ')';
  if (!finding.figures.empty()) out += "; " + figures(finding);
  if (finding.slips.empty()) return out;
  if (const auto* likely = finding.likely_slip())
    return out + "; " + in(Words{"likely meant: {0}", "có thể do gõ nhầm: {0}"}, slip(finding, *likely));
  return out + "; " + possible(finding);
}
std::string FindingWords::possible(const Finding& finding) const {
  std::vector<std::string> told;
  for (const auto& one : finding.slips) told.push_back(slip(finding, one));
  const auto count = std::to_string(finding.slip_count);
  return finding.slip_count > told.size()
             ? with({.en = "a slip of one number is possible in {0} ways, such as {1}",
                     .vi = "có {0} khả năng gõ nhầm một con số, ví dụ {1}"},
                    count, told.front())
             : with({.en = "a slip of one number is possible in {0} ways: {1}", .vi = "có {0} khả năng gõ nhầm một con số: {1}"}, count,
                    joined(told, "; "));
}

std::string finding_words(const CheckReport& report, const Finding& finding, Language language) {
  return FindingWords(report, language).sentence(finding);
}
std::string slip_words(const CheckReport& report, const Finding& finding, const Slip& slip, Language language) {
  return FindingWords(report, language).slip(finding, slip);
}
std::string implied_words(const CheckReport& report, const ImpliedCount& implied, Language language) {
  return FindingWords(report, language).implied(implied);
}
std::string row_words(const CheckReport& report, std::size_t row, Language language) { return FindingWords(report, language).row(row); }

EvidenceCell cell_to_look_at(const CheckReport& report, const Finding& finding) {
  const auto& evidence = report.evidence;
  EvidenceCell out{finding.row, finding.figures.empty() ? EvidenceCell::none : finding.figures.front().measure};
  if (const auto* likely = finding.likely_slip()) {
    out.measure = likely->measure;
  } else if (const auto* stated = std::get_if<checks::Stated>(&static_cast<const AnyCheck&>(report.model.draft().checks[finding.check]))) {
    if (const auto measure = report.model.measures().find(stated->stated.text)) out.measure = *measure;
  }
  if (out.measure == EvidenceCell::none || evidence.measure(out.measure).state(out.row) != State::missing) return out;
  for (const auto track : report.model.fallback()[evidence.track(out.row)])
    if (const auto row = evidence.find(evidence.unit(out.row), evidence.period(out.row), track))
      if (evidence.measure(out.measure).state(*row) != State::missing) return {*row, out.measure};
  return out;
}
}
