#pragma once
#include <algorithm>
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/text.hpp>
#include <chiso/model/model.hpp>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The ids of a list of a model, such as its blocks, and the labels by which tables for people name them. A label stands for an id if it
/// may be a name (is_name), is no id itself, and is that of no other id, in Vietnamese and English.
class LabelledIds {
 public:
  /// The ids of no list.
  LabelledIds() = default;
  /// Those of a list whose items have an `id` and an `about`.
  template <class List>
  explicit LabelledIds(const List& list) {
    for (const auto& item : list) add(item.id, item.about);
  }
  /// Adds an id, or one more label of an id that is there. O(ids).
  void add(std::string_view id, const About& about) {
    if (!has(id)) ids_.emplace_back(id);
    if (!about.label) return;
    for (const auto language : {Text::Language::vi, Text::Language::en})
      if (std::pair label(std::string(about.label->in(language)), std::string(id));
          is_name(label.first) && std::find(labels_.begin(), labels_.end(), label) == labels_.end())
        labels_.push_back(std::move(label));
  }
  /// The id that a text is, or that it stands for as a label; empty if there is none. O(ids and labels).
  std::string_view id_of(std::string_view text) const {
    if (const auto at = std::find(ids_.begin(), ids_.end(), text); at != ids_.end()) return *at;
    std::string_view found;
    for (const auto& [label, id] : labels_) {
      if (label != text) continue;
      if (!found.empty()) return {};  // two ids have it
      found = id;
    }
    return found;
  }
  /// The labels that stand for an id, each with it, in the order in which they were added. O(labels squared).
  std::vector<std::pair<std::string, std::string>> labels() const {
    std::vector<std::pair<std::string, std::string>> out;
    std::copy_if(labels_.begin(), labels_.end(), std::back_inserter(out),
                 [&](const auto& label) { return !has(label.first) && !id_of(label.first).empty(); });
    return out;
  }

 private:
  bool has(std::string_view id) const { return std::find(ids_.begin(), ids_.end(), id) != ids_.end(); }
  std::vector<std::string> ids_{};
  std::vector<std::pair<std::string, std::string>> labels_{};  // each pair once
};
/// The classes of a model, of which each block may have its own.
inline LabelledIds labelled_classes(const Model& model) {
  LabelledIds out;
  if (!model.draft().classes) return out;
  const auto& classes = *model.draft().classes;
  for (const auto& band : classes.bands) out.add(band.id, band.about);
  for (const auto& [block, bands] : classes.by_block)
    for (const auto& band : bands) out.add(band.id, band.about);
  return out;
}
/// The tracks of a model.
inline LabelledIds labelled_tracks(const Model& model) { return model.draft().tracks ? LabelledIds(*model.draft().tracks) : LabelledIds(); }
/// The blocks that a model declares.
inline LabelledIds labelled_blocks(const Model& model) { return model.draft().blocks ? LabelledIds(*model.draft().blocks) : LabelledIds(); }
}
