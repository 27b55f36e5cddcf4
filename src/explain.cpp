#include <chiso/explain/impl/bridge.ipp>
#include <chiso/explain/impl/comparison.ipp>
#include <chiso/explain/impl/lost.ipp>
#include <chiso/explain/impl/matched_nodes.ipp>
#include <chiso/explain/impl/model_diff.ipp>
#include <chiso/explain/impl/rank_change.ipp>
#include <chiso/explain/impl/row_points.ipp>
#include <chiso/explain/impl/track_gap.ipp>
