#pragma once
#include <chiso/chiso.hpp>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <support/checks_text.hpp>
#include <support/explanations_text.hpp>
#include <support/plan_answers.hpp>
#include <support/plans_text.hpp>
#include <support/results_text.hpp>
#include <vector>

namespace chiso_test {
/// A model with a table of evidence, and the tables below the units that are given, by name.
struct Given {
  std::string model, draft, table;
  std::vector<std::pair<std::string, std::string>> below{};
};
/// One case of a case file (tests/oracle/README.md).
struct Case : Given {
  std::string name;
  std::optional<std::string> roster{};
  std::optional<std::string> plans{};  ///< What is asked of plans.
  std::optional<Given> second{};       ///< Those of a later year.
};

/// Reads cases one after the other.
class CaseFile {
 public:
  explicit CaseFile(const char* path) : in_(path, std::ios::binary) {}
  bool next(Case& out) {
    std::string line;
    if (!std::getline(in_, line)) return false;
    out = {};
    out.name = line.substr(line.find('\t') + 1);
    while (in_.peek() != 'c' && std::getline(in_, line)) {
      std::string_view word(line.data(), line.find('\t'));
      constexpr std::string_view second = "second ", below = "below ";
      Given* of = &out;
      if (word.starts_with(second)) {
        word.remove_prefix(second.size());
        if (!out.second) out.second.emplace();
        of = &*out.second;
      }
      if (word == "roster") {
        out.roster = text(line);
      } else if (word == "plans") {
        out.plans = text(line);
      } else if (word.starts_with(below)) {
        const std::string name(word.substr(below.size()));
        of->below.emplace_back(name, text(line));
      } else {
        (word == "model" ? of->model : word == "draft" ? of->draft : of->table) = text(line);
      }
    }
    return true;
  }

 private:
  /// The block whose line is this.
  std::string text(const std::string& line) {
    std::string out(std::stoul(line.substr(line.find('\t') + 1)), '\0');
    in_.read(out.data(), static_cast<std::streamsize>(out.size()));
    in_.get();
    return out;
  }
  std::ifstream in_;
};

/// Runs a case file. The builds differ in how they get the model and the evidence.
inline int run_cases(const char* path, const std::function<chiso::Model(const Given&)>& model_of,
                     const std::function<chiso::Evidence(const Given&, const chiso::Model&, std::optional<chiso::Roster>)>& evidence_of,
                     const std::function<chiso::Roster(const std::string&)>& roster_of) {
  std::ios::sync_with_stdio(false);
  CaseFile file(path);
  std::array<std::size_t, 3> widths{};
  for (Case one; file.next(one);) {
    std::cout << "case\t" << one.name << '\n';
    try {
      const auto model = model_of(one);
      const auto scores = chiso::score(model, evidence_of(one, model, one.roster ? std::optional(roster_of(*one.roster)) : std::nullopt),
                                       {.keep = chiso::Keep::leaves});
      ResultsText(scores, std::cout).write();
      for (const auto& unit : scores.evidence().unreported())
        std::cout << "unreported\t" << unit.unit << '\t' << unit.block << '\t' << unit.period << '\n';
      ChecksText(chiso::check(scores.resolved().given()), std::cout).write();
      ExplanationsText explanations(scores, std::cout);
      explanations.write();
      if (one.second) {
        const auto later = model_of(*one.second);
        explanations.write_second(chiso::score(later, evidence_of(*one.second, later, {}), {.keep = chiso::Keep::leaves}));
      }
      PlansText(scores, std::cout).write();
      if (one.plans) PlanAnswers(scores, std::cout).answer(*one.plans);
      std::cout << "end\n";
      const auto items = scores.scorer().widths(scores.resolved().batch());
      widths[0] += (items[0] + items[1]) * scores.rows();
      widths[1] += items[2] * scores.rows();
      widths[2] += items[3] * scores.rows();
    } catch (const chiso::Error& error) {
      std::cout << "error\t" << error.what() << "\nend\n";
    }
  }
  std::cout << "widths\t" << widths[0] << '\t' << widths[1] << '\t' << widths[2] << '\n';
  return 0;
}
}
