#pragma once
#include <chiso/plan/plan.hpp>
#include <chiso/score/scores.hpp>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

namespace chiso_test {
/// Answers what a case asks of plans (tests/oracle/README.md), a line for each plan.
class PlanAnswers {
 public:
  PlanAnswers(const chiso::Scores& scores, std::ostream& out) : ranked_(scores), out_(out) {}
  void answer(const std::string& asked) {
    std::istringstream in(asked);
    for (std::string line; std::getline(in, line);) {
      const auto cells = split(line);
      const auto& word = cells[0];
      if (word == "row") {
        row_ = ranked_.scores().row(cells[1], cells[2], cells[3]);
        actions_.clear();
      } else if (word == "action") {
        actions_.push_back({.id = cells[1], .changes = {}, .cost = *chiso::Decimal::parse(cells[2]), .group = {}});
        if (!cells[3].empty()) actions_.back().group = cells[3];
      } else if (word == "set") {
        actions_.back().changes.push_back({cells[1], cells[2]});
      } else {
        ask(cells);
      }
    }
  }

 private:
  static std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> out(1);
    for (const char c : line) c == '\t' ? static_cast<void>(out.emplace_back()) : out.back().push_back(c);
    return out;
  }
  void ask(const std::vector<std::string>& cells) {
    try {
      const chiso::Planner planner(ranked_, row_, actions_, {.others = *chiso::Decimal::parse(cells[1]), .progress = {}});
      if (cells[0] == "frontier") {
        for (const auto& plan : planner.frontier()) write("frontier", plan);
        return;
      }
      const auto number = [&] { return *chiso::Decimal::parse(cells[3]); };
      const auto target = cells[0] == "index"       ? chiso::Target::index(number())
                          : cells[0] == "published" ? chiso::Target::published(number())
                          : cells[0] == "rank"      ? chiso::Target::rank(std::stoul(cells[3]))
                                                    : chiso::Target::class_id(cells[3]);
      for (const auto& plan : planner.plans(target, std::stoul(cells[2]))) write(cells[0], plan);
    } catch (const chiso::Error& error) {
      out_ << "refused\t" << error.problems().front().code() << '\n';
    }
  }
  void write(const std::string& word, const chiso::Plan& plan) {
    out_ << "plan\t" << word << '\t' << plan.cost.text() << '\t';
    if (plan.result.index)
      out_ << chiso::Rational(plan.result.index->exact()).text();
    else
      out_ << '-';
    out_ << '\t' << (plan.result.rank ? std::to_string(*plan.result.rank) : "-") << '\t'
         << (plan.result.class_id.empty() ? "-" : std::string(plan.result.class_id));
    for (const auto& id : plan.actions) out_ << '\t' << id;
    out_ << '\n';
  }
  chiso::Ranked ranked_;
  std::ostream& out_;
  std::size_t row_ = 0;
  std::vector<chiso::Action> actions_{};
};
}
