#pragma once
#include <gtest/gtest.h>
#include <support/random_model.hpp>
#include <utility>

namespace chiso_test {
/// Calls visit(model, random) for as many models as asked for (`cases`). Drafts that do not build (an expression over the limit of nodes, a
/// cohort within a cohort) are skipped.
template <class Visit>
void for_random_models(std::size_t asked, chiso::ModelDraft (*make)(Random&), Visit&& visit) {
  const auto count = cases(asked);
  std::uint64_t seed = 0;
  for (std::size_t models = 0; models < count && !testing::Test::HasFatalFailure(); ++seed) {
    Random random(seed);
    const auto draft = make(random);
    chiso::Report report;
    const auto model = chiso::build(draft, report);
    if (!model) {
      ASSERT_LT(seed, 3 * count + 100) << to_text(report.problems().front());
      continue;
    }
    ++models;
    SCOPED_TRACE("seed " + std::to_string(seed));
    visit(*model, random);
  }
}
}
