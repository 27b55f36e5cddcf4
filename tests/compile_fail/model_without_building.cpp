// expects: no matching function for call to .*Model::Model\(\)|no default constructor|no matching constructor
// A model that was not checked cannot be.
#include <chiso/model/model.hpp>

chiso::Model model;
