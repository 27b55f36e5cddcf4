#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/cohort.hpp>
#include <chiso/evidence/evidence.hpp>
#include <memory>

namespace chiso::inline CHISO_BUILD {
/// Evidence in which everything that reads other rows has become a column: fallback is filled in (rows included that only a listed track
/// has), previous values and cohort figures stand beside the row's own. Scoring it is row by row. Shares ownership.
class ResolvedEvidence {
 public:
  /// After fallback. The rows of the given evidence come first, in their order; then those that fallback adds.
  const Evidence& evidence() const;
  const Cohorts& cohorts() const;
  /// Views for scoring; valid while this lives.
  const Batch& batch() const;

 private:
  struct Data;
  explicit ResolvedEvidence(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
  friend ResolvedEvidence resolve(const Evidence& evidence, const Model& model);
  std::shared_ptr<const Data> data_;
};
/// For the model of the evidence, or another with the same measures, tracks and leaves that are stated. @throws ShapeError where they differ.
ResolvedEvidence resolve(const Evidence& evidence, const Model& model);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/resolve.ipp>
#endif
