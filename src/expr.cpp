#include <chiso/expr/impl/bounds.ipp>
#include <chiso/expr/impl/evaluate.ipp>
#include <chiso/expr/impl/interval.ipp>
#include <chiso/expr/impl/program.ipp>
#include <chiso/expr/impl/rational.ipp>
