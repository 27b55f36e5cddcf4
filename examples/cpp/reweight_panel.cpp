// How much do the ranks of the Provincial Competitiveness Index of 2021 depend on its weights? The index of every province under a panel of
// weights, by one product of matrices.
#include <chiso/chiso.hpp>
#include <chiso/eigen.hpp>
#include <chiso/io.hpp>
#include <iomanip>
#include <iostream>

int main() {
  const auto model    = chiso::load_model("examples/models/pci_2021.json");
  const auto evidence = chiso::read_evidence("examples/data/pci_2021.csv", model, {.unknown_columns = chiso::UnknownColumns::ignore});
  const auto scores   = chiso::score(model, evidence);

  // A row for each weighting, a column for each leaf: the model's own, all alike, and twice as much for the training of labour.
  Eigen::MatrixXd panel(3, chiso::weighted_nodes(model).size());
  panel.row(0) = chiso::weights_of(model);
  panel.row(1).setOnes();
  panel.row(2) = panel.row(0);
  panel(2, model.nodes()[model.node("labor")].item) *= 2;
  const Eigen::MatrixXd index = chiso::reweighted(scores, panel);  // a row for each province, a column for each weighting

  std::cout << "published   own weights     all alike  labour twice   province\n" << std::fixed << std::setprecision(3);
  for (const auto& row : chiso::ranking(scores, {.period = "2021"})) {
    std::cout << std::setw(9) << row.index.published();
    for (int i = 0; i < panel.rows(); ++i) {
      const auto rank = 1 + (index.col(i).array() > index(row.row, i)).count();
      std::cout << std::setw(9) << index(row.row, i) << " (" << std::setw(2) << rank << ')';
    }
    std::cout << "   " << row.unit << '\n';
  }
}
