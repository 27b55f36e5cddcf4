#pragma once
#include <algorithm>
#include <chiso/chiso.hpp>
#include <ostream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace chiso_test {
/// Writes scores, ranks, classes and averages in the oracle's lines (tests/oracle/README.md), with rows by name, whatever their order.
class ResultsText {
 public:
  ResultsText(const chiso::Scores& scores, std::ostream& out)
      : scores_(scores), model_(scores.model()), evidence_(scores.evidence()), out_(out) {}

  void write() {
    std::vector<std::size_t> rows(scores_.rows());
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = row;
    const auto key = [&](std::size_t row) {
      return std::tuple(evidence_.unit(row), evidence_.period(row), track(row), evidence_.block(row));
    };
    std::sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    for (std::size_t node = 0; node < model_.criteria(); ++node) node_ranks_.push_back(chiso::ranks(scores_, node));
    for (const auto row : rows) {
      line(row);
      for (std::size_t node = 0; node < model_.nodes().size(); ++node) this->node(node, row);
    }
    averages();
  }

 private:
  std::string_view track(std::size_t row) const { return model_.tracks()[evidence_.track(row)]; }
  static std::string yes(bool value) { return value ? "yes" : "no"; }
  static std::string number(chiso::int128 value) { return chiso::Decimal::fixed(value, 0).text(); }
  static std::string fraction(const std::optional<chiso::Index>& index) {
    return index ? number(index->exact().num) + "\t" + number(index->exact().den) : "-\t-";
  }
  std::string percent(const chiso::Coverage& coverage) const {
    const auto published = coverage.published(model_.publish());
    return published ? published->text() : "-";
  }
  static std::string rank(std::optional<std::size_t> rank) { return rank ? std::to_string(*rank) : "-"; }

  void line(std::size_t row) {
    const auto tally = scores_.tally(row);
    const auto index = scores_.index(row);
    const auto class_id = ranked_.classes().of(row);
    out_ << "row\t" << evidence_.unit(row) << '\t' << evidence_.block(row) << '\t' << evidence_.period(row) << '\t' << track(row) << '\t'
         << tally.achieved << '\t' << tally.applicable << '\t' << tally.bonus << '\t' << tally.penalty << '\t' << fraction(index) << '\t'
         << (index ? index->published().text() : "-") << '\t' << rank(ranked_.ranks().of(row)) << '\t'
         << (class_id.empty() ? "-" : class_id) << '\t' << yes(tally.complete) << '\t' << yes(evidence_.ranked(row)) << '\t'
         << percent(scores_.coverage(row)) << '\t'

         << yes(ranked_.classes().held_back(row)) << '\n';
  }
  void node(std::size_t node, std::size_t row) {
    const auto& criterion = model_.nodes()[node];
    const bool entry = criterion.is_entry();
    const auto tally = scores_.tally(node, row);
    out_ << "node\t" << criterion.id << '\t' << tally.achieved << '\t' << tally.applicable << '\t'
         << fraction(entry ? std::nullopt : scores_.index(node, row)) << '\t' << (entry ? "-" : rank(node_ranks_[node].of(row))) << '\t'
         << yes(tally.complete) << '\t';
    if (criterion.is_group()) {
      out_ << "-\t-\t-\t" << percent(scores_.coverage(node, row)) << '\n';
      return;
    }
    out_ << chiso::name_of(scores_.state(criterion.item, row)) << '\t';
    const auto own = criterion.is_leaf() ? scores_.own(criterion.item, row) : std::nullopt;
    if (own)
      out_ << own->points.quanta << '\t' << chiso::name_of(chiso::item_state(own->state)) << '\t';
    else
      out_ << "-\t-\t";
    out_ << percent(scores_.coverage(node, row)) << '\n';
  }
  void averages() {
    const auto& cohorts = scores_.resolved().cohorts().list;
    const auto all = chiso::averages(ranked_);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < cohorts.size(); ++i) {
      const auto published = [](const std::optional<chiso::Decimal>& figure) { return figure ? figure->text() : "-"; };
      lines.push_back(evidence_.blocks()[cohorts[i].block] + "\t" + evidence_.periods()[cohorts[i].period] + "\t" +
                      model_.tracks()[cohorts[i].track] + "\t" + published(all[i].mean_index) + "\t" + published(all[i].pooled_index));
    }
    std::sort(lines.begin(), lines.end());
    for (const auto& one : lines) out_ << "average\t" << one << '\n';
  }

  const chiso::Scores& scores_;
  const chiso::Model& model_;
  const chiso::Evidence& evidence_;
  std::ostream& out_;
  chiso::Ranked ranked_{scores_};
  std::vector<chiso::Ranks> node_ranks_{};
};
}
