#include <chiso/score/impl/dependencies.ipp>
#include <chiso/score/impl/exact_numbers.ipp>
#include <chiso/score/impl/grouping.ipp>
#include <chiso/score/impl/scorer.ipp>
#include <chiso/score/impl/scores.ipp>
#include <chiso/score/impl/shapes.ipp>
#include <chiso/score/impl/tally.ipp>
#include <chiso/score/impl/truth.ipp>
