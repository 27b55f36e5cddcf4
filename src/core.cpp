#include <chiso/core/impl/composed.ipp>
#include <chiso/core/impl/decimal.ipp>
#include <chiso/core/impl/error.ipp>
#include <chiso/core/impl/name_list.ipp>
#include <chiso/core/impl/problem.ipp>
#include <chiso/core/impl/ratio.ipp>
#include <chiso/core/impl/report.ipp>
#include <chiso/core/impl/suggestions.ipp>
#include <chiso/core/impl/text.ipp>

extern "C" {
char chiso_has_one_build_per_program = 0;
}
