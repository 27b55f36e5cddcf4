#include "json_writer.hpp"
#include <chiso/io/model.hpp>
#include "io/json_layout.hpp"

namespace chiso::inline CHISO_BUILD {
std::string to_json(const ModelDraft& draft) {
  JsonWriter writer;
  writer.write(draft);
  return laid_out(writer.text);
}
std::string to_json(const Model& model) { return to_json(model.draft()); }
}
