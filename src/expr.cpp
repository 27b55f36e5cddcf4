#include <chiso/expr/impl/bounds.ipp>
#include <chiso/expr/impl/decimals.ipp>
#include <chiso/expr/impl/evaluate.ipp>
#include <chiso/expr/impl/interval.ipp>
#include <chiso/expr/impl/measure.ipp>
#include <chiso/expr/impl/program.ipp>
#include <chiso/expr/impl/rational.ipp>
#include <chiso/expr/impl/tile.ipp>

namespace chiso::inline CHISO_BUILD {
template class TileEvaluator<double>;
template class TileEvaluator<std::int64_t>;
template class TileEvaluator<int128>;
}
