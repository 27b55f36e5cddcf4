#pragma once
#include <algorithm>
#include <chiso/score/dependencies.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::span<const Reader> Dependencies::readers(std::size_t measure) const { return readers_[measure]; }
CHISO_INLINE std::span<const std::size_t> Dependencies::measures(std::size_t item) const { return measures_[item]; }
namespace detail {
/// Calls visit(measure, source) for everything a program reads.
template <class Visit>
void reads(const Program& program, const Derived& derived, CellSource source, Visit&& visit) {
  for (const auto& node : program.nodes) {
    const auto index = static_cast<std::size_t>(node.index);
    if (node.op == Op::measure) visit(index, source);
    if (node.op == Op::previous_measure) visit(derived.previous[index], CellSource::previous_row);
    const auto by = [&](const Parameter& parameter, CellSource from) {
      if (parameter.by() == Parameter::By::choice) visit(parameter.measure(), from);
    };
    if (node.op == Op::parameter) by(derived.parameters[index], source);
    if (node.op == Op::previous_parameter) by(derived.parameters[derived.previous_parameters[index]], CellSource::previous_row);
    const auto below = [&](const BelowTerm& term, CellSource from) {  // of its program only what the parameters read is of the unit's row
      for (const auto& read : term.of.nodes)
        if (read.op == Op::parameter) by(derived.parameters[static_cast<std::size_t>(read.index)], from);
    };
    if (node.op == Op::below) below(derived.below[index], source);
    if (node.op == Op::previous_below) below(derived.below[derived.previous_below[index]], CellSource::previous_row);
    if (node.op == Op::cohort) reads(derived.cohorts[index].of, derived, CellSource::cohort, visit);
  }
}
}

CHISO_INLINE Dependencies::Dependencies(const Model& model) : readers_(model.measures().size()), measures_(model.items().size()) {
  const auto nodes = model.nodes();
  for (std::size_t item = 0; item < model.items().size(); ++item) {
    const auto visit = [&](std::size_t measure, CellSource source) {
      readers_[measure].push_back({Reader::Kind::item, item, source});
      if (source == CellSource::own_row) measures_[item].push_back(measure);
    };
    const auto node = model.items()[item];
    for_each_program(nodes[node].shape,
                     [&](const Program& program) { detail::reads(program, model.derived(), CellSource::own_row, visit); });
    for (auto at = node; at != Criterion::none; at = nodes[at].parent)
      if (nodes[at].applies_when) detail::reads(*nodes[at].applies_when, model.derived(), CellSource::own_row, visit);
  }
  const auto add = [&](const std::optional<Program>& program, Reader::Kind kind, std::size_t place) {
    const auto visit = [&](std::size_t measure, CellSource source) { readers_[measure].push_back({kind, place, source}); };
    if (program) detail::reads(*program, model.derived(), CellSource::own_row, visit);
  };
  if (const auto& classes = model.classes()) {
    for (std::size_t i = 0; i < classes->vetoes.size(); ++i) add(classes->vetoes[i].when, Reader::Kind::veto, i);
    std::size_t place = 0;
    for (const auto& band : classes->bands) add(band.requirement, Reader::Kind::band, place++);
    for (const auto& [block, bands] : classes->by_block)
      for (const auto& band : bands) add(band.requirement, Reader::Kind::band, place++);
  }
  for (std::size_t i = 0; i < model.tie_break().size(); ++i) add(model.tie_break()[i].value, Reader::Kind::tie_break, i);
  const auto each_once = [](auto& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  };
  for (auto& list : readers_) each_once(list);
  for (auto& list : measures_) each_once(list);
}
}
