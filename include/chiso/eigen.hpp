#pragma once
/// @file
/// chiso beside Eigen, 3.4 or newer, in both builds; chiso.hpp does not include it, and neither target of CMake links Eigen. It has views
/// of quanta and of scores (rows x nodes) without a copy, evidence from a matrix of numbers, and the index of every row under other
/// weights.
///
/// The compiled library knows nothing of Eigen: what crosses its boundary are spans and std::vector, so a program may be compiled with any
/// instruction set (`-mavx2`) or `EIGEN_MAX_ALIGN_BYTES`, whatever the library was compiled with. Units of one program that use Eigen must
/// agree about them with each other, as Eigen itself asks.
#include <Eigen/Core>
#include <algorithm>
#include <bit>
#include <chiso/core/build.hpp>
#include <chiso/core/error.hpp>
#include <chiso/evidence/builder.hpp>
#include <chiso/model/model.hpp>
#include <chiso/model/weights.hpp>
#include <chiso/rank/matrix.hpp>
#include <chiso/rank/ranks.hpp>
#include <chiso/score/scores.hpp>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#if !EIGEN_VERSION_AT_LEAST(3, 4, 0)
#error "chiso/eigen.hpp needs Eigen 3.4 or newer"
#endif

namespace chiso::inline CHISO_BUILD {
/// Doubles that something else owns: column-major, one column after the other (inner stride 1, outer stride rows), aligned as doubles are.
using NumbersView = Eigen::Map<const Eigen::MatrixXd>;
/// Quanta that something else owns, in the same layout.
using QuantaView = Eigen::Map<const Eigen::Matrix<std::int64_t, Eigen::Dynamic, Eigen::Dynamic>>;
/// One column of them: an entry for each row.
using QuantaColumn = Eigen::Map<const Eigen::Matrix<std::int64_t, Eigen::Dynamic, 1>>;
/// A matrix of doubles as an argument, with any strides: a matrix, a block of one, a map. It is not copied if it is column-major.
using NumbersRef = Eigen::Ref<const Eigen::MatrixXd, Eigen::Unaligned, Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>>;

/// Views a matrix of scores: rows of the scores x the nodes that were asked for; shares, points, applicable or indices, with NaN as
/// matrix() sets it. Valid as long as the matrix and its values. O(1).
inline NumbersView view(const Matrix& matrix) {
  return {matrix.values.data(), static_cast<Eigen::Index>(matrix.rows), static_cast<Eigen::Index>(matrix.columns)};
}
NumbersView view(const Matrix&&) = delete;  ///< It would outlive the matrix.
/// Views a column of quanta: of the totals (Scores::totals, valid as long as the scores) or of a node (columns_of, as long as the
/// NodeScores). One entry for each row; 0 where nothing is earned or applicable, whatever the state. O(1).
inline QuantaColumn view(std::span<const std::int64_t> column) { return {column.data(), static_cast<Eigen::Index>(column.size())}; }
/// Views the quanta that each leaf and entry counts, after its policies: rows x items, the column of an item being its place in
/// Model::items. A missing, undefined or not-applicable item has what its policy gives. A point is 10^point_decimals quanta. Valid as long
/// as the scores or a copy of them. O(1). @throws ShapeError if leaves were not kept.
inline QuantaView quanta_view(const Scores& scores) {
  return {scores.quanta().data(), static_cast<Eigen::Index>(scores.rows()), static_cast<Eigen::Index>(scores.model().items().size())};
}
QuantaView quanta_view(const Scores&&) = delete;  ///< It would outlive the scores.

/// The names of a matrix of cells.
struct CellNames {
  std::vector<std::string> units;      ///< One for each row.
  std::vector<std::string> columns;    ///< One for each column: a measure, `<measure>.not_applicable`, `points.<leaf id>` or its companion.
  std::vector<std::string> blocks{};   ///< Empty, or one for each row.
  std::vector<std::string> periods{};  ///< Empty, or one for each row.
  std::vector<std::string> tracks{};   ///< Empty, or one for each row.
};

// The functions below are templates over the alignment of Eigen: a program compiles them only if it calls them, and units of another
// alignment have others of their own.

/// Reads evidence from rows x columns of numbers, as EvidenceBuilder::numbers does: each stands for its shortest decimal; NaN is missing; a
/// companion column holds 1 where its measure is not applicable, else 0. Cells are read column by column and not kept.
/// @throws ShapeError if a list of names has another length than the matrix has rows or columns; EvidenceError with every bad cell
/// (`/row/column`). O(cells); a column that is not contiguous is copied for as long as it is read.
template <int alignment = EIGEN_DEFAULT_ALIGN_BYTES>
Evidence evidence_from(const NumbersRef& cells, const CellNames& names, const Model& model, const ReadingOptions& options = {}) {
  const auto fits = [](std::size_t given, const char* what, Eigen::Index of, const char* lines) {
    if (given != static_cast<std::size_t>(of))
      throw ShapeError(std::to_string(given) + " " + what + " for a matrix of " + std::to_string(of) + " " + lines);
  };
  fits(names.columns.size(), "names of columns", cells.cols(), "columns");
  fits(names.units.size(), "units", cells.rows(), "rows");
  EvidenceBuilder builder(model, options);
  builder.texts("unit", names.units);
  for (const auto& [column, list] :
       {std::pair("block", &names.blocks), std::pair("period", &names.periods), std::pair("track", &names.tracks)}) {
    if (list->empty()) continue;
    fits(list->size(), (std::string(column) + "s").c_str(), cells.rows(), "rows");
    builder.texts(column, *list);
  }
  std::vector<double> apart;
  for (Eigen::Index i = 0; i < cells.cols(); ++i) {
    const auto column = cells.col(i);
    std::span<const double> numbers(column.data(), static_cast<std::size_t>(cells.rows()));
    if (column.innerStride() != 1) {
      apart.assign(column.begin(), column.end());
      numbers = apart;
    }
    builder.numbers(names.columns[static_cast<std::size_t>(i)], numbers);
  }
  return builder.build();
}
/// Does the same with a row-major matrix (or a transposed one), which is not copied as a whole either.
template <class RowMajor>
  requires(bool{RowMajor::IsRowMajor} && (RowMajor::Flags & Eigen::DirectAccessBit) != 0 && std::same_as<typename RowMajor::Scalar, double>)
Evidence evidence_from(const Eigen::MatrixBase<RowMajor>& cells, const CellNames& names, const Model& model,
                       const ReadingOptions& options = {}) {
  const auto& of = cells.derived();
  using Strides = Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>;
  const Eigen::Map<const Eigen::MatrixXd, Eigen::Unaligned, Strides> turned(of.data(), of.rows(), of.cols(),
                                                                            Strides(of.colStride(), of.rowStride()));
  return evidence_from<EIGEN_DEFAULT_ALIGN_BYTES>(NumbersRef(turned), names, model, options);
}

/// The nodes that have a weight of their own, in pre-order: the leaves; and each group with `cap`, `at_least` or `one_of` as a whole, in
/// place of what is in it, since no weights of its leaves would give its points. Without such groups they are the leaves, in the
/// order of Model::items. O(nodes).
inline std::vector<std::size_t> weighted_nodes(const Model& model) {
  std::vector<std::size_t> out;
  for (std::size_t node = 0; node < model.criteria();) {
    const bool is_weighted = weighs_as_one(model.nodes()[node]);
    if (is_weighted) out.push_back(node);
    node = is_weighted ? model.nodes()[node].end : node + 1;
  }
  return out;
}

namespace detail {
/// What is summed up before it is brought to a weight: the model, or a scaled group. Its weighted nodes, and the scaled groups in it, are
/// those found through groups that are not scaled. Weighted nodes are in an order in which those of each scope stand together, its own
/// ones first.
struct WeightScope {
  Eigen::Index first = 0, own_end = 0, end = 0;
  double quanta = 0;  ///< Of its children.
  std::vector<WeightScope> scaled{};
};
template <int alignment = EIGEN_DEFAULT_ALIGN_BYTES>
WeightScope weight_scope(const Model& model, std::size_t from, std::size_t to, std::vector<std::size_t>& order) {
  WeightScope out{.first = static_cast<Eigen::Index>(order.size())};
  std::vector<std::size_t> groups;
  const auto nodes = model.nodes();
  for (auto node = from; node < to; node = nodes[node].end)
    out.quanta += static_cast<double>(nodes[node].points.quanta);  // of direct children; each sum is below 2^53
  for (auto node = from; node < to;) {
    const bool is_scaled = nodes[node].grouping == Grouping::scaled, weighted = weighs_as_one(nodes[node]);
    if (is_scaled) groups.push_back(node);
    if (weighted) order.push_back(node);
    node = weighted || is_scaled ? nodes[node].end : node + 1;
  }
  out.own_end = static_cast<Eigen::Index>(order.size());
  for (const auto group : groups) out.scaled.push_back(weight_scope<alignment>(model, group + 1, nodes[group].end, order));
  out.end = static_cast<Eigen::Index>(order.size());
  return out;
}

/// What rows earn of a scope, and could earn, in parts of the weight of the model: rows x weightings.
struct Earned {
  Eigen::MatrixXd achieved, applicable;
};
/// `shares` has the shares achieved of each leaf (one column) in its upper half of rows and those applicable in its lower half; `weights`
/// has a row for each weighted node; `scope_weight` is that of the scope under each weighting.
template <int alignment = EIGEN_DEFAULT_ALIGN_BYTES>
Earned earned(const WeightScope& scope, const Eigen::RowVectorXd& scope_weight, const Eigen::MatrixXd& shares,
              const Eigen::MatrixXd& weights) {
  const auto rows = shares.rows() / 2, own = scope.own_end - scope.first;
  const Eigen::MatrixXd sums = shares.middleCols(scope.first, own) * weights.middleRows(scope.first, own);
  Earned out{sums.topRows(rows), sums.bottomRows(rows)};
  for (const auto& group : scope.scaled) {
    const Eigen::RowVectorXd weight = weights.middleRows(group.first, group.end - group.first).colwise().sum();
    const auto within = earned<alignment>(group, weight, shares, weights);
    for (Eigen::Index i = 0; i < weight.size(); ++i)
      for (Eigen::Index row = 0; row < rows; ++row) {
        const auto applicable = within.applicable(row, i);
        if (!(applicable > 0)) continue;
        // As it is scored, the result is rounded half up to the quantum. What noise keeps below a half counts as one.
        const auto quanta_of_weight = scope.quanta / scope_weight(i);
        const auto quanta = weight(i) * quanta_of_weight * within.achieved(row, i) / applicable;
        out.achieved(row, i) += std::floor(quanta * (1 + 0x1p-44) + 0.5) / quanta_of_weight;
        out.applicable(row, i) += weight(i);
      }
  }
  return out;
}

/// Whether it is neither infinite nor NaN, by its bits: with -ffast-math a compiler takes that for granted.
inline bool is_finite(const double& value) { return (std::bit_cast<std::uint64_t>(value) >> 52 & 0x7ff) != 0x7ff; }
/// The weightings as parts of their sums, a column for each; the rows are the weighted nodes in this order.
template <int alignment = EIGEN_DEFAULT_ALIGN_BYTES>
Eigen::MatrixXd parts_of(const NumbersRef& weights, const Model& model, const std::vector<std::size_t>& order) {
  if (static_cast<std::size_t>(weights.cols()) != order.size())
    throw ShapeError(std::to_string(weights.cols()) + " weights in each weighting of a model of " + std::to_string(order.size()) +
                     " weighted nodes");
  // Pre-order, in which the weights are given, is the order of the numbers of the nodes.
  auto sorted = order;
  std::sort(sorted.begin(), sorted.end());
  Eigen::MatrixXd out(weights.cols(), weights.rows());
  for (Eigen::Index i = 0; i < weights.rows(); ++i) {
    double sum = 0;
    for (Eigen::Index part = 0; part < weights.cols(); ++part) {
      const auto node = order[static_cast<std::size_t>(part)];
      const auto& weight = out(part, i) = weights(i, std::lower_bound(sorted.begin(), sorted.end(), node) - sorted.begin());
      if (!is_finite(weight) || weight < 0)
        throw Error("weighting " + std::to_string(i) + " gives " + model.nodes()[node].id + " a weight that is not a number of 0 or more");
      sum += weight;
    }
    if (!is_finite(sum) || !(sum > 0)) throw Error("weighting " + std::to_string(i) + " has no sum above 0 by which to divide");
    out.col(i) /= sum;
  }
  return out;
}
}

/// The model's own weights: one for each of weighted_nodes(model), 1 in all. That of a node is its points / the model's points; within a
/// scaled group it is the group's weight x its part of the group. O(nodes).
template <int alignment = EIGEN_DEFAULT_ALIGN_BYTES>
Eigen::RowVectorXd weights_of(const Model& model) {
  const auto weighted = weighted_nodes(model);
  Eigen::RowVectorXd out(static_cast<Eigen::Index>(weighted.size()));
  Eigen::Index next = 0;
  const auto nodes = model.nodes();
  const auto visit = [&](const auto& again, std::size_t from, std::size_t to, double weight) -> void {
    double quanta = 0;
    for (auto node = from; node < to; node = nodes[node].end) quanta += static_cast<double>(nodes[node].points.quanta);
    for (auto node = from; node < to; node = nodes[node].end) {
      const auto part = weight * static_cast<double>(nodes[node].points.quanta) / quanta;
      if (weighted[static_cast<std::size_t>(next)] == node)
        out(next++) = part;
      else
        again(again, node + 1, nodes[node].end, part);
    }
  };
  visit(visit, 0, model.criteria(), 1);
  return out;
}

/// The index of every row under other weights: rows of the scores x weightings, each on the scale of the model, not rounded.
///
/// A tool for studies (how much does a rank depend on the weights?) beside the exact scores: it computes in doubles, its last digits depend
/// on the compiler's flags, and nothing that it gives is to be published as an index or a rank of the model. Under weights_of(model) it
/// gives the exact index, but for 10^-12 of it. (Where a scaled group comes so near to half a quantum that doubles cannot tell, it may be
/// rounded to the other side.)
///
/// `weights` has a row for each weighting and a column for each of weighted_nodes(model). They are 0 or more, and count as parts of their
/// sum. A leaf (a group with `cap`, `at_least` or `one_of` likewise) earns its weight x (achieved / its points), and could earn its weight
/// x (applicable / its points), both after the policies of the model: what is excluded (by default what is not applicable) leaves its
/// weight to the other leaves of the row, what counts zero keeps it, and a missing leaf that makes its row incomplete keeps it too. Such a
/// row has an index here, as it has in Scores; Scores::tally tells which are complete. A scaled group has the weights of its leaves
/// together, to which these are brought first. Bonus and penalty count as parts of the model's points, and the index is held within 0 and
/// 100, as the model says. NaN where no leaf with a weight is applicable.
///
/// The product of shares and weights is computed for 512 rows at a time: O(rows x leaves x weightings), and what columns_of takes; any
/// `keep` will do. @throws ShapeError for another number of columns; Error for a weight that is negative, infinite or NaN, and for a
/// weighting that sums to 0.
template <int alignment = EIGEN_DEFAULT_ALIGN_BYTES>
Eigen::MatrixXd reweighted(const Scores& scores, const NumbersRef& weights) {
  constexpr std::size_t tile = 512;
  const auto& model = scores.model();
  std::vector<std::size_t> order;
  const auto scope = detail::weight_scope<alignment>(model, 0, model.criteria(), order);
  const auto parts = detail::parts_of<alignment>(weights, model, order);
  const auto columns = columns_of(scores, order);
  const auto totals = scores.totals();
  const auto scale = nearest_double(model.publish().scale);
  const Eigen::RowVectorXd whole = Eigen::RowVectorXd::Ones(parts.cols());
  Eigen::MatrixXd out(static_cast<Eigen::Index>(scores.rows()), parts.cols()), shares;
  for (std::size_t from = 0; from < scores.rows(); from += tile) {
    const auto rows = static_cast<Eigen::Index>((std::min)(tile, scores.rows() - from));
    shares.resize(2 * rows, parts.rows());
    for (std::size_t i = 0; i < order.size(); ++i) {
      const auto points = static_cast<double>(model.nodes()[order[i]].points.quanta);
      const auto column = static_cast<Eigen::Index>(i), at = static_cast<Eigen::Index>(from);
      shares.col(column).head(rows) = view(columns[i].achieved).segment(at, rows).cast<double>() / points;
      shares.col(column).tail(rows) = view(columns[i].applicable).segment(at, rows).cast<double>() / points;
    }
    const auto tallies = detail::earned<alignment>(scope, whole, shares, parts);
    for (Eigen::Index i = 0; i < parts.cols(); ++i)
      for (Eigen::Index at = 0; at < rows; ++at) {
        const auto row = from + static_cast<std::size_t>(at);
        const auto applicable = tallies.applicable(at, i);
        auto& index = out(static_cast<Eigen::Index>(row), i) = std::numeric_limits<double>::quiet_NaN();
        if (!(applicable > 0)) continue;
        auto counted = tallies.achieved(at, i) + static_cast<double>(totals.bonus[row] - totals.penalty[row]) / scope.quanta;
        if (counted < 0) counted = 0;
        if (counted > applicable && !model.publish().may_exceed_100) counted = applicable;
        index = scale * counted / applicable;
      }
  }
  return out;
}
}
