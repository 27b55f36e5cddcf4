// expects: (assignment of member|discards qualifiers|cannot assign|const-qualified|const)
// Edit a copy of the draft, and build again.
#include <chiso/model/model.hpp>

void change(chiso::Model& model) { model.draft().id = "other"; }
