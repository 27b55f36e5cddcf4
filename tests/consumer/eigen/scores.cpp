#include "scores.hpp"
#include <chiso/rank/matrix.hpp>
#include <vector>

chiso::Model two_leaves() {
  chiso::ModelDraft draft{};
  draft.id = "two";
  chiso::MeasureDraft most_ten{};
  most_ten.type = chiso::MeasureType::decimal;
  most_ten.min = 0;
  most_ten.max = 10;
  draft.measures = {{"x", most_ten}, {"y", most_ten}};
  draft.missing = chiso::WhenMissing::exclude;
  draft.criteria = {chiso::leaf("a", 30, chiso::rules::Proportional{.value = "x", .full_at = 10}),
                    chiso::leaf("b", 70, chiso::rules::Proportional{.value = "y", .full_at = 10})};
  return chiso::Model::build(draft);
}
chiso::Scores scores_of(const chiso::Evidence& evidence) { return chiso::score(evidence.model(), evidence, {.keep = chiso::Keep::leaves}); }
chiso::Matrix shares_of(const chiso::Scores& scores) {
  return chiso::matrix(scores, std::vector<std::size_t>{0, 1}, chiso::MatrixValue::share);
}
