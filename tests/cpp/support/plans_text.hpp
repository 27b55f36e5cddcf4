#pragma once
#include <algorithm>
#include <chiso/chiso.hpp>
#include <chiso/plan.hpp>
#include <ostream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace chiso_test {
/// Writes what-ifs and steps of scores in the oracle's lines (tests/oracle/README.md).
class PlansText {
 public:
  PlansText(const chiso::Scores& scores, std::ostream& out)
      : scores_(scores), model_(scores.model()), evidence_(scores.evidence()), ranked_(scores), out_(out) {
    for (std::size_t row = 0; row < scores_.rows(); ++row) rows_.push_back(row);
    std::sort(rows_.begin(), rows_.end(), [&](std::size_t a, std::size_t b) {
      const auto key = [&](std::size_t row) {
        return std::tuple(evidence_.unit(row), evidence_.period(row), track(row), evidence_.block(row));
      };
      return key(a) < key(b);
    });
  }
  void write() {
    const chiso::WhatIf now(ranked_), raised(ranked_, {.others = chiso::Decimal::fixed(125, 2)});
    for (std::size_t place = 0; place < std::min(rows_.size(), std::size_t{1}); ++place)
      for (std::size_t way = 0; way < 3; ++way) what_if(way == 2 ? raised : now, place, way);
    for (std::size_t place = 0; place < std::min(rows_.size(), std::size_t{1}); ++place) steps(now, rows_[place]);
  }

 private:
  static constexpr std::int64_t far = 6;  // how far the oracle tries values
  std::string_view track(std::size_t row) const { return model_.tracks()[evidence_.track(row)]; }
  std::string key(std::size_t row) const {
    return std::string(evidence_.unit(row)) + '\t' + std::string(evidence_.period(row)) + '\t' + std::string(track(row));
  }
  static const char* yes(bool value) { return value ? "yes" : "no"; }

  void what_if(const chiso::WhatIf& of, std::size_t place, std::size_t way) {
    const auto row = rows_[place], other = rows_[(place + way + 1) % rows_.size()];
    const auto& batch = scores_.resolved().batch();
    std::vector<chiso::ChangedCell> cells;
    const auto take = [&](chiso::ChangedCell::Of what, std::size_t at, const chiso::Column* column) {
      const auto state = column == nullptr || column->values.empty() ? chiso::State::missing : column->state(other);
      cells.push_back({.of = what, .place = at, .state = state, .value = state == chiso::State::value ? column->values[other] : 0});
    };
    for (std::size_t at = 0; at < model_.measures().size(); ++at)
      if ((place + at * (way + 1) + way) % 3 == 0) take(chiso::ChangedCell::Of::measure, at, &batch.measures[at]);
    if (model_.draft().stated_points == chiso::StatedPoints::accept)
      for (std::size_t leaf = 0; leaf < model_.leaves(); ++leaf)
        if ((place + leaf + way) % 5 == 0)
          take(chiso::ChangedCell::Of::stated, leaf, leaf < batch.stated.size() ? &batch.stated[leaf] : nullptr);
    const auto found = of.result(row, cells);
    out_ << "what_if\t" << key(row) << '\t' << way << '\t' << found.tally.achieved << '\t' << found.tally.applicable << '\t'
         << found.tally.bonus << '\t' << found.tally.penalty << '\t' << (found.index ? chiso::Rational(found.index->exact()).text() : "-")
         << '\t' << (found.rank ? std::to_string(*found.rank) : "-") << '\t' << (found.class_id.empty() ? "-" : found.class_id) << '\t'
         << yes(found.tally.complete) << '\t' << yes(found.held_back) << '\n';
    if (of.whole(row, cells) != found) out_ << "what_if\tthe whole table gives another result\n";
  }

  void steps(const chiso::WhatIf& of, std::size_t row) {
    for (const auto& step : chiso::steps_of(of, row, {.ranks = false})) {
      const auto& measure = model_.measures()[step.measure];
      const bool is_number = step.now && step.direction != chiso::StepDirection::other;
      if (!is_number || !step.value) {
        if (step.known) line(row, step, name_of(step.kind));
        continue;
      }
      const chiso::CellReader reader(measure, {});
      const bool whole = reader.most() - *step.now < far && *step.now - reader.least() < far;
      const bool is_nearest = row_ != row || node_ != step.node || measure_ != step.measure || direction_ != step.direction;
      row_ = row, node_ = step.node, measure_ = step.measure, direction_ = step.direction;
      if (is_nearest && std::abs(*step.value - *step.now) <= far) line(row, step, "next");
      if (step.kind == chiso::StepKind::full && whole) line(row, step, "full");
    }
  }
  void line(std::size_t row, const chiso::LeafStep& step, std::string_view kind) {
    const auto& measure = model_.measures()[step.measure];
    const auto value = !step.value                                  ? "missing"
                       : measure.type == chiso::MeasureType::choice ? std::string(measure.options[static_cast<std::size_t>(*step.value)])
                       : measure.type == chiso::MeasureType::yes_no ? std::string(yes(*step.value != 0))
                       : measure.type == chiso::MeasureType::date   ? chiso::Date::of_number(static_cast<std::int32_t>(*step.value)).text()
                                                                    : std::to_string(*step.value);
    out_ << "step\t" << key(row) << '\t' << model_.nodes()[step.node].id << '\t' << measure.name << '\t' << name_of(step.direction) << '\t'
         << kind << '\t' << value << '\t' << (step.points ? std::to_string(step.points->quanta) : "-") << '\t'
         << (step.gain ? step.gain->text() : "-") << '\n';
  }
  chiso::Scores scores_;
  chiso::Model model_;
  chiso::Evidence evidence_;
  chiso::Ranked ranked_;
  std::ostream& out_;
  std::vector<std::size_t> rows_;
  std::size_t row_ = ~std::size_t{0}, node_ = 0, measure_ = 0;  // of the last step with a value
  chiso::StepDirection direction_ = chiso::StepDirection::other;
};
}
