// A model written in C++, scored from columns into structs; then the same columns with two bad cells, which are reported together with
// their places.
#include <array>
#include <chiso/chiso.hpp>
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

namespace rules = chiso::rules;

chiso::Model one_stop() {
  using chiso::MeasureType;
  chiso::ModelDraft draft{};
  draft.id = "one-stop";
  draft.measures = {{"received", {.type = MeasureType::count}}, {"on_time", {.type = MeasureType::count}}, {"online", {.type = MeasureType::yes_no}}};
  draft.criteria = {chiso::leaf("promptness", 7, rules::Proportional{.value = "min(100, percent(on_time, received))", .full_at = 100, .floor = 50},
                                {.undefined = chiso::WhenUndefined::not_applicable}),
                    chiso::leaf("portal", 3, rules::YesNo{.value = "online"})};
  return chiso::Model::build(draft);
}

/// A row of the result, as this program wants it.
struct Result {
  std::string unit;
  std::size_t rank = 0;
  double index = 0;
};

int main() {
  const auto model = one_stop();
  const std::array<std::int64_t, 3> received{200, 0, 120}, on_time{199, 0, 90};
  const std::vector<std::string> units{"An Bình", "Bình Minh", "Châu Thành"};

  chiso::EvidenceBuilder columns(model);
  columns.texts("unit", units).integers("received", received).integers("on_time", on_time).texts("online", {"yes", "no", "yes"});
  const auto scores = chiso::score(model, columns.build());

  std::vector<Result> results;
  const chiso::Ranked ranked(scores);
  for (std::size_t row = 0; row < scores.rows(); ++row)
    results.push_back({std::string(scores.evidence().unit(row)), ranked.rank(row).value(), scores.index(row)->to_double()});
  for (const auto& [unit, rank, index] : results) std::cout << rank << ' ' << unit << ' ' << index << '\n';

  const auto card = scores.scorecard(0);
  for (const auto& line : card.lines)
    std::cout << card.unit << ", " << model.nodes()[line.node].id << ": " << published(line.points(), model) << " points\n";

  try {
    const std::array<double, 3> half{199, 0, 90.5};
    columns.texts("unit", units).integers("received", received).numbers("on_time", half).texts("online", {"yes", "perhaps", "yes"});
    columns.build();
  } catch (const chiso::EvidenceError& error) {
    std::cout << error.what() << '\n';
  }
}
