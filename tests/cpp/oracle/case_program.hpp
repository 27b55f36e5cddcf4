#pragma once
#include <algorithm>
#include <chiso/chiso.hpp>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace chiso_test {
/// One case of a case file (tests/oracle/README.md).
struct Case {
  std::string name, model, draft, table;
};

/// Reads cases one after the other.
class CaseFile {
 public:
  explicit CaseFile(const char* path) : in_(path, std::ios::binary) {}
  bool next(Case& out) {
    std::string line;
    if (!std::getline(in_, line)) return false;
    out.name = line.substr(line.find('\t') + 1);
    for (auto* block : {&out.model, &out.draft, &out.table}) {
      std::getline(in_, line);
      block->resize(std::stoul(line.substr(line.find('\t') + 1)));
      in_.read(block->data(), static_cast<std::streamsize>(block->size()));
      in_.get();
    }
    return true;
  }

 private:
  std::ifstream in_;
};

/// Writes the results of one case in the oracle's lines.
class CaseResults {
 public:
  CaseResults(const chiso::Scores& scores, std::ostream& out)
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
    out_ << "end\n";
  }

 private:
  std::string_view track(std::size_t row) const { return model_.tracks()[evidence_.track(row)]; }
  static std::string yes(bool value) { return value ? "yes" : "no"; }
  static std::string number(chiso::int128 value) { return chiso::Decimal::fixed(value, 0).text(); }
  static std::string fraction(const std::optional<chiso::Index>& index) {
    return index ? number(index->exact().num) + "\t" + number(index->exact().den) : "-\t-";
  }
  static std::string rank(std::optional<std::size_t> rank) { return rank ? std::to_string(*rank) : "-"; }

  void line(std::size_t row) {
    const auto tally = scores_.tally(row);
    const auto index = scores_.index(row);
    const auto class_id = classes_.of(row);
    out_ << "row\t" << evidence_.unit(row) << '\t' << evidence_.block(row) << '\t' << evidence_.period(row) << '\t' << track(row) << '\t'
         << tally.achieved << '\t' << tally.applicable << '\t' << tally.bonus << '\t' << tally.penalty << '\t' << fraction(index) << '\t'
         << (index ? index->published().text() : "-") << '\t' << rank(ranks_.of(row)) << '\t' << (class_id.empty() ? "-" : class_id) << '\t'
         << yes(tally.complete) << '\t' << yes(evidence_.ranked(row)) << '\n';
  }
  void node(std::size_t node, std::size_t row) {
    const auto& criterion = model_.nodes()[node];
    const bool entry = criterion.is_entry();
    const auto tally = scores_.tally(node, row);
    out_ << "node\t" << criterion.id << '\t' << tally.achieved << '\t' << tally.applicable << '\t'
         << fraction(entry ? std::nullopt : scores_.index(node, row)) << '\t' << (entry ? "-" : rank(node_ranks_[node].of(row))) << '\t'
         << yes(tally.complete) << '\t';
    if (criterion.is_group()) {
      out_ << "-\t-\t-\n";
      return;
    }
    out_ << chiso::name_of(scores_.state(criterion.item, row)) << '\t';
    const auto own = criterion.is_leaf() ? scores_.own(criterion.item, row) : std::nullopt;
    if (own)
      out_ << own->points.quanta << '\t' << chiso::name_of(chiso::item_state(own->state)) << '\n';
    else
      out_ << "-\t-\n";
  }
  void averages() {
    const auto& cohorts = scores_.resolved().cohorts().list;
    const auto all = chiso::averages(scores_, ranks_);
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
  chiso::Ranks ranks_ = chiso::ranks(scores_);
  chiso::RowClasses classes_ = chiso::classes(scores_, ranks_);
  std::vector<chiso::Ranks> node_ranks_{};
};

/// Runs a case file: how a model and evidence are had is what differs between the builds.
inline int run_cases(const char* path, const std::function<chiso::Model(const Case&)>& model_of,
                     const std::function<chiso::Evidence(const Case&, const chiso::Model&)>& evidence_of) {
  std::ios::sync_with_stdio(false);
  CaseFile file(path);
  std::array<std::size_t, 3> widths{};
  for (Case one; file.next(one);) {
    std::cout << "case\t" << one.name << '\n';
    try {
      const auto model = model_of(one);
      const auto scores = chiso::score(model, evidence_of(one, model), {.keep = chiso::Keep::leaves});
      CaseResults(scores, std::cout).write();
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
