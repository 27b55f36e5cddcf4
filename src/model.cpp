#include <chiso/model/impl/draft.ipp>
#include <chiso/model/impl/model.ipp>
