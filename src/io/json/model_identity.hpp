#pragma once
#include <chiso/model/model.hpp>
#include <io/words/words.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// Id and version of a model: `commune-2024 2024.1`.
std::string id_and_version(const Model& model);
/// Id, version and the first twelve digits of the hash, for every row of a table: `commune-2024 2024.1 sha256:0a1b2c3d4e5f`.
std::string short_identity(const Model& model);
/// Which model it was, for what leaves the program: `Model commune-2024 2024.1, SHA-256 of its content 0a1b...`.
std::string identity_words(const Model& model, Language language);
}
