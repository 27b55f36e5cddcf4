#include <chiso/evidence/impl/bad_cells.ipp>
#include <chiso/evidence/impl/builder.ipp>
#include <chiso/evidence/impl/cell.ipp>
#include <chiso/evidence/impl/cohort.ipp>
#include <chiso/evidence/impl/columns.ipp>
#include <chiso/evidence/impl/evidence.ipp>
#include <chiso/evidence/impl/resolve.ipp>
#include <chiso/evidence/impl/table.ipp>
