#include <chiso/io/json/model.hpp>
#include <io/json/model_identity.hpp>

namespace chiso::inline CHISO_BUILD {
std::string id_and_version(const Model& model) {
  const auto& draft = model.draft();
  return draft.id + (draft.version ? " " + *draft.version : "");
}
std::string short_identity(const Model& model) {
  constexpr std::size_t digits = 12;
  return id_and_version(model) + " sha256:" + content_hash(model).substr(0, digits);
}
std::string identity_words(const Model& model, Language language) {
  constexpr Words which{.en = "Model {0}, SHA-256 of its content {1}", .vi = "Bộ tiêu chí {0}, mã SHA-256 của nội dung {1}"};
  return to_text(which, {id_and_version(model), content_hash(model)}, language);
}
}
