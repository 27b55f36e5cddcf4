#include "score.hpp"
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>

std::string exact_scores(const chiso::Model& model, const chiso::Evidence& evidence) {
  return to_csv(chiso::score(model, evidence, {.keep = chiso::Keep::leaves}), {.exact = true, .by_criterion = true}) +
         to_csv(chiso::score(model, evidence), {.exact = true});
}
