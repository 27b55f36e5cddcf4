#pragma once
#include <algorithm>
#include <chiso/check.hpp>
#include <chiso/chiso.hpp>
#include <ostream>
#include <string>
#include <tuple>
#include <vector>

namespace chiso_test {
/// Writes what checks say in the oracle's lines (tests/oracle/README.md), with rows by name, whatever their order.
class ChecksText {
 public:
  ChecksText(const chiso::CheckReport& report, std::ostream& out) : report_(report), out_(out) {}

  void write() {
    for (std::size_t i = 0; i < report_.judged.size(); ++i) {
      const auto& of = report_.judged[i];
      out_ << "check\t" << id(i);
      for (const auto count : {of.held, of.failed, of.warned, of.missing, of.not_applicable, of.undefined, of.too_few})
        out_ << '\t' << count;
      out_ << '\n';
    }
    for (const auto* finding : in_order(report_.findings)) this->finding(*finding);
    for (const auto* one : in_order(report_.implied))
      out_ << "implied\t" << id(one->check) << '\t' << row(one->row) << '\t' << measure(one->measure) << '\t' << one->least.text() << '\t'
           << one->most.text() << '\n';
  }

 private:
  template <class T>
  std::vector<const T*> in_order(const std::vector<T>& list) const {
    std::vector<const T*> out;
    for (const auto& one : list) out.push_back(&one);
    const auto key = [&](const T* one) {
      const auto& evidence = report_.evidence;
      return std::tuple(one->check, evidence.unit(one->row), evidence.period(one->row),
                        std::string_view(report_.model.tracks()[evidence.track(one->row)]), evidence.block(one->row));
    };
    std::stable_sort(out.begin(), out.end(), [&](const T* a, const T* b) { return key(a) < key(b); });
    return out;
  }
  std::string id(std::size_t check) const { return report_.model.checks()[check].id; }
  std::string measure(std::size_t measure) const { return report_.model.measures()[measure].name; }
  std::string row(std::size_t row) const {
    const auto& evidence = report_.evidence;
    return std::string(evidence.unit(row)) + '\t' + std::string(evidence.period(row)) + '\t' + report_.model.tracks()[evidence.track(row)];
  }
  static std::string text(const std::optional<chiso::CheckValue>& value) { return value ? exact_text(*value) : "-"; }
  void finding(const chiso::Finding& of) {
    out_ << "finding\t" << id(of.check) << '\t' << row(of.row) << '\t' << name_of(of.severity) << '\t'
         << (of.rounded ? name_of(*of.rounded) : "-") << '\t' << text(of.found) << '\t' << (of.sign.empty() ? "-" : of.sign) << '\t'
         << text(of.expected);
    for (const std::size_t end : {0U, 1U}) out_ << '\t' << (of.expected_range ? (*of.expected_range)[end].text() : "-");
    out_ << '\n';
    for (const auto& figure : of.figures) out_ << "measure\t" << measure(figure.measure) << '\t' << exact_text(figure.value) << '\n';
    if (of.slip_count > 0) out_ << "slips\t" << of.slip_count << '\n';
    for (const auto& slip : of.slips)
      out_ << "slip\t" << name_of(slip.kind) << '\t' << measure(slip.measure) << '\t' << chiso::Rational(slip.value).text() << '\t'
           << slip.repairs.size() << '\n';
  }

  chiso::CheckReport report_;
  std::ostream& out_;
};
}
