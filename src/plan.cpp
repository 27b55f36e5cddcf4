#include <chiso/plan/impl/plan.ipp>
#include <chiso/plan/impl/row_overlay.ipp>
#include <chiso/plan/impl/row_sums.ipp>
#include <chiso/plan/impl/steps.ipp>
#include <chiso/plan/impl/what_if.ipp>
#include <chiso/plan/impl/what_if_row.ipp>
