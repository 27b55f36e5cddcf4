// Evidence from a matrix of this unit, views of what the others made of it, and the rows under seven weightings. What is computed in
// doubles is printed with ten digits, for the last ones depend on the flags.
#include "scores.hpp"
#include <chiso/eigen.hpp>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string>

template <class Matrix>
void print(const char* name, const Matrix& matrix) {
  std::printf("%s %ld x %ld\n", name, static_cast<long>(matrix.rows()), static_cast<long>(matrix.cols()));
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    for (Eigen::Index i = 0; i < matrix.cols(); ++i) std::printf(" %.10g", static_cast<double>(matrix(row, i)));
    std::printf("\n");
  }
}

int main() {
  constexpr Eigen::Index rows = 1003;
  Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> cells(rows, 2);
  chiso::CellNames names{.units = {}, .columns = {"x", "y"}};
  for (Eigen::Index row = 0; row < rows; ++row) {
    names.units.push_back("U" + std::to_string(row));
    cells(row, 0) = row % 11 == 0 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(row * 37 % 1001) / 100;
    cells(row, 1) = row % 33 == 0 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(row * 91 % 1001) / 100;
  }
  const auto model = two_leaves();
  const auto by_row = chiso::evidence_from(cells, names, model);
  const auto by_column = chiso::evidence_from(Eigen::MatrixXd(cells), names, model);
  if (!(by_row == by_column)) return 1;
  const auto scores = scores_of(by_row);
  const auto shares = shares_of(scores);
  print("quanta", chiso::quanta_view(scores));
  print("shares", chiso::view(shares));
  Eigen::MatrixXd weights(7, 2);
  weights.row(0) = chiso::weights_of(model);
  for (Eigen::Index i = 1; i < 7; ++i) weights.row(i) << static_cast<double>(i), static_cast<double>(7 - i);
  const auto indices = chiso::reweighted(scores, weights);
  print("indices", indices);
  for (Eigen::Index row = 0; row < rows; ++row) {
    const auto exact = scores.index(static_cast<std::size_t>(row));
    if (exact &&
        std::abs(indices(row, 0) - static_cast<double>(exact->exact().num) / static_cast<double>(exact->exact().den)) > 1e-12 * 100)
      return 1;
  }
}
