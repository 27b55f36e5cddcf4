#pragma once
#include <algorithm>
#include <chiso/chiso.hpp>
#include <chiso/explain.hpp>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace chiso_test {
/// Writes explanations of scores that kept their leaves in the oracle's lines (tests/oracle/README.md).
class ExplanationsText {
 public:
  ExplanationsText(const chiso::Scores& scores, std::ostream& out)
      : scores_(scores), model_(scores.model()), evidence_(scores.evidence()), out_(out) {
    for (std::size_t row = 0; row < scores_.rows(); ++row) rows_.push_back(row);
    std::sort(rows_.begin(), rows_.end(), [&](std::size_t a, std::size_t b) {
      const auto key = [&](std::size_t row) {
        return std::tuple(evidence_.unit(row), evidence_.period(row), track(row), evidence_.block(row));
      };
      return key(a) < key(b);
    });
  }
  void write() {
    lost();
    missing();
    comparisons();
    rank_changes();
    track_gaps();
  }
  /// Comparisons with the rows of a second model and table, and the bridges between the two.
  void write_second(const chiso::Scores& second) {
    using Key = std::tuple<std::string, std::string, std::string>;
    std::map<Key, std::pair<std::optional<std::size_t>, std::optional<std::size_t>>> rows;
    const auto key_in = [](const chiso::Scores& of, std::size_t row) {
      const auto& evidence = of.evidence();
      return Key(evidence.unit(row), evidence.period(row), of.model().tracks()[evidence.track(row)]);
    };
    for (std::size_t row = 0; row < scores_.rows(); ++row) rows[key_in(scores_, row)].first = row;
    for (std::size_t row = 0; row < second.rows(); ++row) rows[key_in(second, row)].second = row;
    std::erase_if(rows, [](const auto& one) { return !one.second.first || !one.second.second; });
    const chiso::Comparer comparer(model_, second.model());
    std::size_t done = 0;
    for (const auto& [key, pair] : rows) {
      if (!scores_.index(*pair.first) || !second.index(*pair.second)) continue;
      if (++done > shown) break;
      compare("second", comparer, *pair.first, second, *pair.second);
    }
    std::optional<chiso::Bridges> bridges;
    try {
      bridges.emplace(scores_, second);
    } catch (const chiso::EvidenceError&) {
      out_ << "bridge\trefused\n";
      return;
    }
    for (const auto& [key, pair] : rows) {
      const auto of = bridges->of(*pair.first, *pair.second);
      out_ << "bridge\t" << this->key(*pair.first) << '\t';
      if (of)
        out_ << of->difference.text() << '\t' << of->model.text() << '\t' << of->evidence.text() << '\n';
      else
        out_ << "-\t-\t-\n";
    }
  }

 private:
  using Pair = std::pair<std::size_t, std::size_t>;
  static constexpr std::size_t shown = 5;
  std::string_view track(std::size_t row) const { return model_.tracks()[evidence_.track(row)]; }
  static std::string yes(bool value) { return value ? "yes" : "no"; }
  static std::string text(const std::optional<chiso::Rational>& value) { return value ? value->text() : "-"; }
  std::string key(std::size_t row) const {
    return std::string(evidence_.unit(row)) + '\t' + std::string(evidence_.period(row)) + '\t' + std::string(track(row));
  }
  std::string id(std::size_t node) const { return node == chiso::Criterion::none ? "-" : model_.nodes()[node].id; }
  void write_sorted(std::vector<std::string> lines) {
    std::sort(lines.begin(), lines.end());
    for (const auto& line : lines) out_ << line << '\n';
  }

  void lost() {
    using Cohort = std::tuple<std::string, std::string, std::string>;
    std::map<Cohort, std::optional<chiso::Lost>> of_cohort;
    for (const auto row : rows_) {
      const auto of = chiso::lost(ranked_, row);
      auto& kept = of_cohort[Cohort(evidence_.block(row), evidence_.period(row), track(row))];
      if (of) kept = of;
      if (!of) continue;
      out_ << "lost\t" << key(row) << '\t' << of->total.text() << '\t' << of->rounding.text() << '\t' << of->limits.text() << '\t'
           << of->adjustments.text() << '\t' << of->held.text() << '\n';
      for (const auto& leaf : of->leaves) out_ << "lost_leaf\t" << id(leaf.node) << '\t' << leaf.lost.text() << '\n';
    }
    for (const auto& [cohort, of] : of_cohort)
      for (std::size_t leaf = 0; leaf < model_.leaves(); ++leaf) {
        const auto [block, period, track] = cohort;
        out_ << "benchmark\t" << block << '\t' << period << '\t' << track << '\t' << id(model_.items()[leaf]);
        const auto* bench = of ? &of->leaves[leaf] : nullptr;
        for (const auto member : {&chiso::LeafLost::best, &chiso::LeafLost::mean, &chiso::LeafLost::median})
          out_ << '\t' << (bench ? text(bench->*member) : "-");
        out_ << '\n';
      }
  }

  void missing() {
    const auto found = chiso::missing_of(ranked_);
    const auto ids = class_ids(model_);
    std::map<std::size_t, std::map<std::string, std::set<chiso::Waiting>>> of_row;  // figures that only their terms tell apart are one
    for (const auto& cell : found.cells) {
      const auto& ask = found.asks[cell.ask];
      of_row[cell.row][input(ask.input)].insert(ask.waiting.begin(), ask.waiting.end());
    }
    for (const auto row : rows_)
      for (const auto& [input, waiting] : of_row[row]) {
        std::string words;
        std::int64_t quanta = 0;
        for (const auto& [kind, index] : waiting) {
          const auto item = kind == chiso::Reader::Kind::item ? model_.items()[index] : chiso::Criterion::none;
          if (item != chiso::Criterion::none) quanta += model_.nodes()[item].points.quanta;
          words += (words.empty() ? "" : ",") + (kind == chiso::Reader::Kind::item   ? model_.nodes()[item].id
                                                 : kind == chiso::Reader::Kind::veto ? "veto " + std::to_string(index + 1)
                                                                                     : "class " + std::string(ids[index]));
        }
        out_ << "missing\t" << key(row) << '\t' << input << '\t' << words << '\t' << quanta << '\n';
      }
  }
  std::string input(const chiso::MissingInput& input) const {
    const auto& derived = model_.derived();
    const auto place = input.place;
    switch (input.from) {
      case chiso::Op::measure: return "measure\t" + model_.measures()[place].name;
      case chiso::Op::previous_measure: return "previous\t" + model_.measures()[derived.previous[place]].name;
      case chiso::Op::parameter: return "parameter\t" + derived.parameters[place].name();
      case chiso::Op::previous_parameter: return "previous_parameter\t" + derived.parameters[derived.previous_parameters[place]].name();
      case chiso::Op::below: return "table\t" + derived.tables[derived.below[place].table].name;
      case chiso::Op::previous_below: return "previous_table\t" + derived.tables[derived.below[derived.previous_below[place]].table].name;
      case chiso::Op::cohort: return "cohort\t" + std::string(name_of(derived.cohorts[place].function));
      default: return "previous_row\t-";
    }
  }

  std::vector<Pair> previous_rows() const {
    std::vector<Pair> out;
    for (const auto row : rows_)
      if (const auto period = evidence_.period_of_row()[row]; period > 0)
        if (const auto before = evidence_.find(evidence_.unit(row), evidence_.periods()[period - 1], evidence_.track(row)))
          out.emplace_back(*before, row);
    return out;
  }
  std::vector<Pair> next_tracks() const {
    std::vector<Pair> out;
    for (const auto row : rows_)
      if (const auto next = evidence_.track(row) + 1; next < model_.tracks().size())
        if (const auto later = evidence_.find(evidence_.unit(row), evidence_.period(row), next)) out.emplace_back(row, *later);
    return out;
  }
  std::vector<Pair> neighbours() const {
    std::vector<Pair> out;
    std::map<std::size_t, std::size_t> last;  // of each cohort
    for (const auto row : rows_) {
      const auto cohort = scores_.resolved().cohorts().of_row[row];
      if (const auto before = last.find(cohort); before != last.end()) out.emplace_back(before->second, row);
      last[cohort] = row;
    }
    return out;
  }
  void comparisons() {
    const chiso::Comparer comparer(model_, model_);
    for (const auto& [way, pairs] : {std::pair("previous", previous_rows()), {"track", next_tracks()}, {"unit", neighbours()}}) {
      std::size_t done = 0;
      for (const auto& [a, b] : pairs) {
        if (!scores_.index(a) || !scores_.index(b)) continue;
        if (++done > shown) break;
        compare(way, comparer, a, scores_, b);
      }
    }
  }
  /// A row of these scores with one of others, or of these.
  void compare(std::string_view way, const chiso::Comparer& comparer, std::size_t a, const chiso::Scores& others, std::size_t b) {
    const auto id_in = [](const chiso::Model& model, std::size_t node) {
      return node == chiso::Criterion::none ? std::string("-") : model.nodes()[node].id;
    };
    const auto of = comparer.compare(chiso::RowPoints(scores_, a), chiso::RowPoints(others, b));
    const auto& evidence = others.evidence();
    out_ << "comparison\t" << way << '\t' << key(a) << '\t' << evidence.unit(b) << '\t' << evidence.period(b) << '\t'
         << others.model().tracks()[evidence.track(b)] << '\t' << of.difference->exact().text() << '\t' << yes(of.complete_a) << '\t'
         << yes(of.complete_b) << '\n';
    std::vector<std::string> terms, causes;
    for (const auto& term : of.terms)
      terms.push_back("term\t" + std::string(name_of(term.kind)) + '\t' + id_in(comparer.a(), term.node_a()) + '\t' +
                      id_in(comparer.b(), term.node_b()) + '\t' + std::string(name_of(term.cause)) + '\t' + term.value.exact().text());
    write_sorted(std::move(terms));
    for (const auto& sum : chiso::Comparer::by_cause(of)) causes.push_back("cause\t" + sum.key + '\t' + sum.value.text());
    write_sorted(std::move(causes));
    for (const int depth : {1, 2}) {
      std::vector<std::string> nodes;
      for (const auto& sum : comparer.by_node(of, depth))
        nodes.push_back("at\t" + std::to_string(depth) + '\t' + sum.key + '\t' + sum.value.text());
      write_sorted(std::move(nodes));
    }
  }

  void rank_changes() {
    for (const auto& [way, pairs] : {std::pair("previous", previous_rows()), {"track", next_tracks()}}) {
      std::size_t done = 0;
      for (const auto& [a, b] : pairs) {
        if (!ranked_.rank(a) || !ranked_.rank(b) || evidence_.block(a) != evidence_.block(b)) continue;
        if (++done > shown) break;
        rank_change(way, a, b);
      }
    }
  }
  void rank_change(std::string_view way, std::size_t a, std::size_t b) {
    const auto side = [&](std::size_t row) {
      return chiso::RankChanges::Side{.period = std::string(evidence_.period(row)), .track = std::string(track(row))};
    };
    const chiso::RankChanges changes(scores_, evidence_.block(a), side(a), side(b));
    const auto unit = evidence_.unit(a);
    const auto of = changes.of(unit);
    const auto change = static_cast<std::int64_t>(*ranked_.rank(a)) - static_cast<std::int64_t>(*ranked_.rank(b));
    out_ << "rank_change\t" << way << '\t' << key(a) << '\t' << key(b) << '\t' << change << '\t' << of.before << '\t' << of.after << '\t'
         << of.own_now_others_then << '\t' << of.own_then_others_now << '\n';
    const auto list = [&](const char* word, const auto& moved, const auto& other, const char* how) {
      std::set<std::pair<std::string_view, std::string_view>> all;
      for (const auto name : moved) all.emplace(name, "moved");
      for (const auto name : other) all.emplace(name, how);
      for (const auto& [name, what] : all) out_ << word << '\t' << name << '\t' << what << '\n';
    };
    list("passed_by", of.passed_by, of.entered_above, "entered");
    list("passed", of.passed, of.left_above, "left");
    for (const auto& other : evidence_.units()) {
      if (other == unit) continue;
      std::vector<chiso::RankChanges::TermAgainst> terms;
      try {
        terms = changes.against(unit, other);
      } catch (const chiso::UnknownNameError&) {
        continue;  // not ranked on both sides
      }
      std::vector<std::pair<chiso::Rational, std::string>> lines;
      for (const auto& term : terms) {
        const auto node = id(term.node);
        lines.emplace_back(-term.value, std::string(name_of(term.kind)) + '\t' + node + '\t' + node);
      }
      // Of equal ones by their texts, in which none stands first.
      std::sort(lines.begin(), lines.end(), [](const auto& x, const auto& y) {
        const auto order = x.first <=> y.first;
        return order != 0 ? order < 0 : x.second < y.second;
      });
      for (const auto& [value, what] : lines) out_ << "against\t" << other << '\t' << what << '\t' << (-value).text() << '\n';
      break;
    }
  }

  void track_gaps() {
    const auto points = [&](std::int64_t quanta) { return chiso::Rational(quanta, chiso::Decimal::power(model_.point_decimals())).text(); };
    std::vector<std::optional<std::string>> blocks{std::nullopt};
    for (const auto& block : evidence_.blocks()) blocks.emplace_back(block);
    for (std::size_t i = 0; i + 1 < model_.tracks().size(); ++i) {
      const auto &first = model_.tracks()[i], &second = model_.tracks()[i + 1];
      std::vector<std::vector<chiso::TrackGap>> gaps;
      for (const auto& block : blocks)
        gaps.push_back(chiso::track_gap(scores_, first, second, {}, block ? std::optional<std::string_view>(*block) : std::nullopt));
      for (std::size_t leaf = 0; leaf < model_.leaves(); ++leaf)
        for (std::size_t k = 0; k < blocks.size(); ++k) {
          const auto& gap = gaps[k][leaf];
          if (gap.units == 0) continue;
          out_ << "track_gap\t" << id(gap.node) << '\t' << first << '\t' << second << '\t' << blocks[k].value_or("-") << '\t' << gap.units
               << '\t' << gap.mean->text() << '\t' << points(gap.greatest.quanta) << '\n';
        }
    }
  }

  const chiso::Scores& scores_;
  const chiso::Model& model_;
  const chiso::Evidence& evidence_;
  std::ostream& out_;
  chiso::Ranked ranked_{scores_};
  std::vector<std::size_t> rows_{};
};
}
