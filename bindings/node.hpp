#pragma once
#include <chiso/model/model.hpp>

namespace chiso_python {
/// A criterion or entry of a model, which it keeps alive.
struct Node {
  chiso::Model model;
  std::size_t place;
  const chiso::Criterion& criterion() const { return model.nodes()[place]; }
};
}
