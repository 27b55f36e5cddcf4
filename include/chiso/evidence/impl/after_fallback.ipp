#pragma once
#include <algorithm>
#include <chiso/evidence/impl/fallback.ipp>
#include <chiso/evidence/impl/rebound.ipp>

namespace chiso::inline CHISO_BUILD {
/// The evidence as a model reads it, with fallback filled in. Columns that do not change are shared. @throws ShapeError if the model does
/// not fit.
CHISO_INLINE Evidence after_fallback(const Evidence& evidence, const Model& model) {
  const auto& own = EvidenceAssembly::data(evidence);
  const bool same = &own.model.draft() == &model.draft();
  const auto& lists = model.fallback();
  if (same && std::all_of(lists.begin(), lists.end(), [](const auto& list) { return list.empty(); })) return evidence;
  const auto fitted = same ? own : ForOtherModel(own, model).run();
  return EvidenceAssembly::made_of(Fallback(fitted, lists).run());
}
}
