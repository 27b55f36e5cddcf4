// expects: private
#include <chiso/model/model.hpp>
#include <memory>

chiso::Model forged(std::shared_ptr<const chiso::ModelData> data) { return chiso::Model(std::move(data)); }
