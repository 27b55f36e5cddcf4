#include <chiso/check/impl/check_report.ipp>
#include <chiso/check/impl/check_value.ipp>
#include <chiso/check/impl/implied_counts.ipp>
