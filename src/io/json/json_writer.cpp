#include <chiso/io/json/model.hpp>
#include <io/json/json_writer.hpp>
#include <io/text/json_layout.hpp>

namespace chiso::inline CHISO_BUILD {
std::string to_json(const ModelDraft& draft) {
  JsonWriter writer;
  writer.write(draft);
  return laid_out(writer.text);
}
std::string to_json(const Model& model) { return to_json(model.draft()); }
}
