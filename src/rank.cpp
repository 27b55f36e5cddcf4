#include <chiso/rank/impl/averages.ipp>
#include <chiso/rank/impl/changes.ipp>
#include <chiso/rank/impl/classes.ipp>
#include <chiso/rank/impl/columns_of.ipp>
#include <chiso/rank/impl/order.ipp>
#include <chiso/rank/impl/ranking.ipp>
#include <chiso/rank/impl/ranks.ipp>
