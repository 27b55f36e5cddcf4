#include <chiso/core/impl/alike_key.ipp>
#include <chiso/core/impl/as_seen.ipp>
#include <chiso/core/impl/composed.ipp>
#include <chiso/core/impl/date.ipp>
#include <chiso/core/impl/decimal.ipp>
#include <chiso/core/impl/error.ipp>
#include <chiso/core/impl/hash_places.ipp>
#include <chiso/core/impl/name_list.ipp>
#include <chiso/core/impl/problem.ipp>
#include <chiso/core/impl/ratio.ipp>
#include <chiso/core/impl/report.ipp>
#include <chiso/core/impl/suggestions.ipp>
#include <chiso/core/impl/text.ipp>

extern "C" {
char chiso_compiled_or_headers_not_both_in_one_program = 0;
}
