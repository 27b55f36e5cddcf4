#pragma once
#include <algorithm>
#include <chiso/core/problems.hpp>
#include <chiso/model/impl/builder.ipp>
#include <chiso/model/impl/model_data.ipp>
#include <chiso/model/model.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE const std::vector<Band>& Classes::of_block(std::string_view block) const {
  const auto at = std::find_if(by_block.begin(), by_block.end(), [&](const auto& entry) { return entry.first == block; });
  return at == by_block.end() ? bands : at->second;
}

CHISO_INLINE Model Model::build(ModelDraft draft) {
  Report report;
  auto model = chiso::build(std::move(draft), report);
  if (!model) throw ModelError(report.take_errors(), report.errors());
  return std::move(*model);
}
CHISO_INLINE std::vector<Problem> check(const ModelDraft& draft) {
  Report report;
  build(draft, report);
  return report.take_all();
}
CHISO_INLINE std::optional<Model> build(ModelDraft draft, Report& report) { return ModelBuilder(std::move(draft), report).run(); }

CHISO_INLINE const ModelDraft& Model::draft() const { return data_->draft; }
CHISO_INLINE bool operator==(const Model& a, const Model& b) {
  const auto equal = [](const auto& x, const auto& y) { return x == y; };  // generic: compiled where models are compared
  return equal(a.draft(), b.draft());
}
CHISO_INLINE const std::string& Model::id() const { return data_->draft.id; }
CHISO_INLINE int Model::point_decimals() const { return data_->draft.point_decimals; }
CHISO_INLINE const PublishDraft& Model::publish() const { return data_->draft.publish; }
CHISO_INLINE const RankingDraft& Model::ranking() const { return data_->draft.ranking; }
CHISO_INLINE bool Model::relative() const { return !derived().cohorts.empty(); }
CHISO_INLINE bool Model::looks_back() const {
  return derived().looks_back || !derived().previous.empty() || !derived().previous_parameters.empty() || !derived().previous_below.empty();
}
CHISO_INLINE bool Criterion::in_track(std::size_t track) const {
  return tracks.empty() || std::binary_search(tracks.begin(), tracks.end(), track);
}
CHISO_INLINE const std::vector<Problem>& Model::warnings() const { return data_->warnings; }
CHISO_INLINE const Measures& Model::measures() const { return data_->measures; }
CHISO_INLINE const Derived& Model::derived() const { return data_->derived; }
CHISO_INLINE std::span<const Criterion> Model::nodes() const { return data_->nodes; }
CHISO_INLINE std::size_t Model::criteria() const { return data_->criteria; }
CHISO_INLINE std::span<const std::size_t> Model::items() const { return data_->items; }
CHISO_INLINE std::size_t Model::leaves() const { return data_->leaves; }
CHISO_INLINE std::optional<std::size_t> Model::find(std::string_view id) const {
  const auto at = data_->by_id.find(std::string(id));
  return at == data_->by_id.end() ? std::nullopt : std::optional(at->second);
}
CHISO_INLINE std::size_t Model::node(std::string_view id) const {
  if (const auto at = find(id)) return *at;
  std::vector<std::string> known;
  for (const auto& node : data_->nodes) known.push_back(node.id);
  return index_of_name(nouns::criterion, id, known);
}
CHISO_INLINE Points Model::points() const { return data_->points; }
CHISO_INLINE std::optional<Points> Model::bonus_cap() const { return data_->bonus_cap; }
CHISO_INLINE std::optional<Points> Model::penalty_cap() const { return data_->penalty_cap; }
CHISO_INLINE std::span<const std::string> Model::tracks() const { return data_->tracks.names(); }
CHISO_INLINE std::optional<std::size_t> Model::track(std::string_view name) const { return data_->tracks.find(name); }
CHISO_INLINE const std::vector<std::vector<std::size_t>>& Model::fallback() const { return data_->fallback; }
CHISO_INLINE std::span<const std::string> Model::blocks() const { return data_->blocks.names(); }
CHISO_INLINE std::optional<std::size_t> Model::block(std::string_view name) const { return data_->blocks.find(name); }
CHISO_INLINE bool Model::declares_blocks() const { return data_->draft.blocks.has_value(); }
CHISO_INLINE std::span<const TieBreak> Model::tie_break() const { return data_->tie_break; }
CHISO_INLINE const std::optional<Classes>& Model::classes() const { return data_->classes; }
CHISO_INLINE std::span<const Check> Model::checks() const { return data_->checks; }
CHISO_INLINE const Derived& Model::check_derived() const { return data_->check_derived; }
}
