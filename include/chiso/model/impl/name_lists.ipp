#pragma once
#include <algorithm>
#include <chiso/core/problems.hpp>
#include <chiso/model/impl/model_data.ipp>
#include <chiso/model/name_problems.hpp>
#include <string>
#include <unordered_set>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::string in_quotes(std::string_view text) { return "'" + std::string(text) + "'"; }

/// A kind of name: its problems, and what is expected of a name that must be known.
struct NameKind {
  const ProblemEntry& not_a_name;
  const ProblemEntry& duplicate;
  const ProblemEntry* unknown = nullptr;  ///< Null for options: the code that reads them reports unknown ones.
  Words declared{};
};
inline constexpr NameKind option_names{problems::option_name, problems::option_duplicate};
inline constexpr NameKind track_names{problems::track_name, problems::track_duplicate, &problems::track_unknown, phrases::declared_track};
inline constexpr NameKind block_names{problems::block_name, problems::block_duplicate, &problems::block_unknown, phrases::declared_block};

/// The names of a list of items; each must be a name, and none may occur twice.
CHISO_INLINE NameList build_names(const std::vector<Item>& items, const NameKind& kind, Report& report) {
  std::vector<std::string> out;
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto step = report.step(i);
    const auto& id = items[i].id;
    if (report.clean_here() && !is_name(id))
      report.add(kind.not_a_name, {in_quotes(id)});
    else if (!seen.insert(id).second && report.clean_here())
      report.add(kind.duplicate, {id});
    out.push_back(id);
  }
  return out;
}

/// Whether a label, in either language, is what was typed, in any case and with or without marks.
CHISO_INLINE bool is_label(std::string_view typed, const Text& label) {
  const auto wanted = without_marks(typed);
  return without_marks(label.in(Text::Language::vi)) == wanted || without_marks(label.in(Text::Language::en)) == wanted;
}

/// The place of a name in a list. If it is absent, reports a problem that suggests the nearest name.
CHISO_INLINE std::optional<std::size_t> index_or_report(std::string_view name, const NameList& known, const NameKind& kind,
                                                        Report& report) {
  if (!report.clean_here()) return {};
  if (const auto at = known.find(name)) return at;
  auto hint = report.suggestion(name, [&] { return std::vector<std::string_view>(known.begin(), known.end()); });
  report.add(*kind.unknown, {in_quotes(name), kind.declared}).hint = std::move(hint);
  return {};
}

/// The node of a criterion (not an entry). If it is absent, reports a problem that suggests the nearest one.
CHISO_INLINE std::optional<std::size_t> criterion_of(std::string_view id, const ModelData& data, Report& report) {
  const auto at = data.by_id.find(std::string(id));
  if (at != data.by_id.end() && !data.nodes[at->second].is_entry()) return at->second;
  auto hint = report.suggestion(id, [&] {
    std::vector<std::string_view> known;
    for (const auto& node : data.nodes)
      if (!node.is_entry()) known.push_back(node.id);
    return known;
  });
  report.add(problems::criterion_unknown, {id}).hint = std::move(hint);
  return {};
}

CHISO_INLINE NameList build_tracks(const ModelDraft& draft, Report& report) {
  if (!draft.tracks) return {"final"};
  const auto list = report.step("tracks");
  if (draft.tracks->empty() && report.clean_here()) report.add(problems::tracks_none);
  return build_names(*draft.tracks, track_names, report);
}

CHISO_INLINE NameList build_blocks(const ModelDraft& draft, Report& report) {
  if (!draft.blocks) return {};
  const auto list = report.step("blocks");
  return build_names(*draft.blocks, block_names, report);
}

CHISO_INLINE std::vector<std::vector<std::size_t>> build_fallback(const ModelDraft& draft, const NameList& tracks, Report& report) {
  std::vector<std::vector<std::size_t>> out(tracks.size());
  const auto in = report.step("fallback");
  for (const auto& [name, list] : draft.fallback) {
    const auto step = report.step(name);
    const auto track = index_or_report(name, tracks, track_names, report);
    if (list.empty() && report.clean_here()) report.add(problems::fallback_none);
    std::vector<std::size_t> from;
    std::unordered_set<std::size_t> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto item = report.step(i);
      const auto at = index_or_report(list[i], tracks, track_names, report);
      if (!at) continue;
      if (track == at) report.add(problems::fallback_self, {list[i]});
      if (!seen.insert(*at).second) report.add(problems::track_duplicate, {list[i]});
      from.push_back(*at);
    }
    if (!track) continue;
    if (!out[*track].empty() && report.clean_here()) report.add(problems::key_duplicate, {name, phrases::each_track_once});
    out[*track] = std::move(from);
  }
  return out;
}
}
