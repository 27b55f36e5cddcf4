#pragma once
#include <chiso/evidence/evidence.hpp>
#include <chiso/model/model.hpp>
#include <string>

/// In another unit than main(), so that both include the library.
std::string exact_scores(const chiso::Model& model, const chiso::Evidence& evidence);
