#pragma once
#include <algorithm>
#include <chiso/model/labelled_ids.hpp>
#include <iterator>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE bool LabelledIds::has(std::string_view id) const { return std::find(ids_.begin(), ids_.end(), id) != ids_.end(); }
CHISO_INLINE void LabelledIds::add(std::string_view id, const About& about) {
  if (!has(id)) ids_.emplace_back(id);
  if (!about.label) return;
  for (const auto language : {Text::Language::vi, Text::Language::en})
    if (std::pair label(std::string(about.label->in(language)), std::string(id));
        is_name(label.first) && std::find(labels_.begin(), labels_.end(), label) == labels_.end())
      labels_.push_back(std::move(label));
}
CHISO_INLINE std::string_view LabelledIds::id_of(std::string_view text) const {
  if (const auto at = std::find(ids_.begin(), ids_.end(), text); at != ids_.end()) return *at;
  std::string_view found;
  for (const auto& [label, id] : labels_) {
    if (label != text) continue;
    if (!found.empty()) return {};  // two ids have it
    found = id;
  }
  return found;
}
CHISO_INLINE std::vector<std::pair<std::string, std::string>> LabelledIds::labels() const {
  std::vector<std::pair<std::string, std::string>> out;
  std::copy_if(labels_.begin(), labels_.end(), std::back_inserter(out),
               [&](const auto& label) { return !has(label.first) && !id_of(label.first).empty(); });
  return out;
}

CHISO_INLINE LabelledIds labelled_classes(const Model& model) {
  LabelledIds out;
  if (!model.draft().classes) return out;
  const auto& classes = *model.draft().classes;
  for (const auto& band : classes.bands) out.add(band.id, band.about);
  for (const auto& [block, bands] : classes.by_block)
    for (const auto& band : bands) out.add(band.id, band.about);
  return out;
}
CHISO_INLINE LabelledIds labelled_tracks(const Model& model) {
  return model.draft().tracks ? LabelledIds(*model.draft().tracks) : LabelledIds();
}
CHISO_INLINE LabelledIds labelled_blocks(const Model& model) {
  return model.draft().blocks ? LabelledIds(*model.draft().blocks) : LabelledIds();
}
}
