#include <chiso/rank/ranks.hpp>
#include <chiso/score/scorer.hpp>
#include <io/tables/criteria_columns.hpp>
#include <io/tables/published_figures.hpp>
#include <numeric>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Goes through the criteria of the first row, then through those of the second: who asks for a cell asks in this order.
template <class Value>
class InTurn {
 public:
  InTurn(std::span<const std::uint32_t> rows, std::size_t nodes, Value value) : rows_(rows), nodes_(nodes), value_(std::move(value)) {}
  auto operator()(std::size_t) const {
    const auto row = rows_[row_];
    const auto node = node_;
    if (++node_ == nodes_) {
      node_ = 0;
      ++row_;
    }
    return value_(node, row);
  }

 private:
  std::span<const std::uint32_t> rows_;
  std::size_t nodes_;
  Value value_;
  mutable std::size_t row_ = 0, node_ = 0;
};
}

void add_criteria(Columns& out, const Scores& scores, std::span<const std::uint32_t> rows, const CriteriaColumns& which) {
  const auto& model = scores.model();
  const auto whole = scores.keep() == Keep::leaves
                         ? scores
                         : scores.scorer().score(scores.resolved(), {.keep = Keep::leaves, .threads = scores.threads()});
  const auto criteria = model.nodes().subspan(which.first, which.end - which.first);
  const auto count = rows.size() * criteria.size();
  std::vector<std::size_t> places(criteria.size());
  std::iota(places.begin(), places.end(), which.first);
  const auto columns = columns_of(whole, places);
  std::vector<CoverageScores> covered;
  for (const auto node : places) covered.push_back(whole.coverages(node));
  const auto in_turn = [&](auto value) { return InTurn(rows, criteria.size(), std::move(value)); };
  const auto achieved = [&](std::size_t node, std::uint32_t row) { return columns[node].achieved[row]; };
  const auto applicable = [&](std::size_t node, std::uint32_t row) { return columns[node].applicable[row]; };
  const auto tally = [&](std::size_t node, std::uint32_t row) { return columns[node].tally(row); };

  const PublishedFigures published(model);
  const auto figures = [&](int decimals, const auto& add) {
    FigureColumn column(decimals, count);
    add(column);
    return column.take();
  };
  WholeColumn depth(count);
  UnsetVector<std::uint32_t> states(count);
  auto* state = states.data();
  for (const auto row : rows)
    for (const auto& node : criteria) {
      depth.add(node.depth);
      *state++ = node.is_group() ? TextCells::none : static_cast<std::uint32_t>(whole.state(node.item, row));
    }
  out.add("depth", depth.take());
  out.add("points", figures(published.point_decimals(), [&](FigureColumn& into) { published.points(into, count, in_turn(achieved)); }));
  out.add("applicable",
          figures(published.point_decimals(), [&](FigureColumn& into) { published.points(into, count, in_turn(applicable)); }));
  out.add_nullable("index", figures(published.decimals(), [&](FigureColumn& into) { published.indices(into, count, in_turn(tally)); }));
  out.add_nullable("coverage", figures(published.decimals(), [&](FigureColumn& into) {
                     published.coverages(into, count, in_turn([&](std::size_t node, std::uint32_t row) { return covered[node].of(row); }));
                   }));
  constexpr auto names = names_of(ItemState{});
  out.add_nullable("state", TextCells{TableNames({names.begin(), names.end()}), std::move(states), true});
  if (!which.exact) return;
  WholeColumn points_quanta(count), applicable_quanta(count);
  FractionColumns fraction(count);
  for (const auto row : rows)
    for (std::size_t node = 0; node < criteria.size(); ++node) {
      points_quanta.add(achieved(node, row));
      applicable_quanta.add(applicable(node, row));
      fraction.add(tally(node, row), model.publish());
    }
  out.add("points_quanta", points_quanta.take());
  out.add("applicable_quanta", applicable_quanta.take());
  out.add_nullable("index_numerator", fraction.numerator.take());
  out.add_nullable("index_denominator", fraction.denominator.take());
}
}
