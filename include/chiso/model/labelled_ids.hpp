#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/text.hpp>
#include <chiso/model/model.hpp>
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
  CHISO_INLINE void add(std::string_view id, const About& about);
  /// The id that a text is, or that it stands for as a label; empty if there is none. O(ids and labels).
  CHISO_INLINE std::string_view id_of(std::string_view text) const;
  /// The labels that stand for an id, each with it, in the order in which they were added. O(labels squared).
  CHISO_INLINE std::vector<std::pair<std::string, std::string>> labels() const;

 private:
  CHISO_INLINE bool has(std::string_view id) const;
  std::vector<std::string> ids_{};
  std::vector<std::pair<std::string, std::string>> labels_{};  // each pair once
};
/// The classes of a model, of which each block may have its own.
CHISO_INLINE LabelledIds labelled_classes(const Model& model);
/// The tracks of a model.
CHISO_INLINE LabelledIds labelled_tracks(const Model& model);
/// The blocks that a model declares.
CHISO_INLINE LabelledIds labelled_blocks(const Model& model);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/model/impl/labelled_ids.ipp>
#endif
