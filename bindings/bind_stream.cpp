#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include <pybind11/typing.h>
#include "arrow_capsules.hpp"
#include "bindings.hpp"
#include "casters.hpp"
#include "progress.hpp"
#include <chiso/io/stream/score_stream.hpp>
#include <tuple>
#include <utility>

namespace chiso_python {
namespace {
using chiso::ScoreStreamOptions;
using Name = std::optional<std::string>;
/// Rows with scores, and what is told of the table, of what was left out of it, and of its ranks.
using Streamed = std::tuple<std::size_t, std::vector<chiso::Problem>, std::vector<chiso::Problem>, std::vector<chiso::Problem>>;
Streamed told_of(chiso::StreamedScores scored) {
  return {scored.rows, std::move(scored.warnings), std::move(scored.left_out), std::move(scored.rank_warnings)};
}
/// Opens a stream of Arrow by a function of Python that returns its capsule.
using Open = py::typing::Callable<py::object()>;
chiso::ArrowSource source_of(const Open& open) {
  return [&open](ArrowArrayStream* out) {
    const py::gil_scoped_acquire acquired;
    const py::object capsule = open();
    auto& stream = held_by<ArrowArrayStream>(capsule);
    *out = stream;  // taken over: the capsule holds nothing any more
    stream.release = nullptr;
  };
}
}

void bind_stream(py::module_& module) {
  py::class_<ScoreStreamOptions>(module, "ScoreStreamOptions")
      .def(py::init([](chiso::ReadingOptions reading, Name block, Name period, Name track, std::vector<std::string> nodes,
                       chiso::NodeFigure node_figure, bool exact, unsigned threads, std::filesystem::path temporary,
                       std::size_t rows_at_once, std::size_t rows_of_a_part) {
             return ScoreStreamOptions{.reading = std::move(reading),
                                       .table = {.block = std::move(block),
                                                 .period = std::move(period),
                                                 .track = std::move(track),
                                                 .nodes = std::move(nodes),
                                                 .node_figure = node_figure,
                                                 .exact = exact},
                                       .threads = threads,
                                       .temporary = std::move(temporary),
                                       .rows_at_once = rows_at_once,
                                       .rows_of_a_part = rows_of_a_part};
           }),
           py::arg("reading"), py::kw_only(), py::arg("block"), py::arg("period"), py::arg("track"), py::arg("nodes"),
           py::arg("node_figure"), py::arg("exact"), py::arg("threads"), py::arg("temporary"), py::arg("rows_at_once"),
           py::arg("rows_of_a_part"));
  module.def(
      "stream_scores",
      [](const std::filesystem::path& table, const chiso::Model& model, const std::filesystem::path& output, ScoreStreamOptions options,
         const std::optional<Told>& told) {
        options.reading.progress = telling(told);
        options.progress = telling(std::nullopt);
        const py::gil_scoped_release released;
        return told_of(stream_scores(table, model, output, options));
      },
      py::arg("table"), py::arg("model"), py::arg("output"), py::arg("options"), py::arg("told"));
  module.def(
      "stream_scores",
      [](const Open& open, std::size_t rows, const chiso::Model& model, const std::filesystem::path& output, ScoreStreamOptions options,
         const std::optional<Told>& told) {
        options.progress = telling(told);
        const py::gil_scoped_release released;
        return told_of(stream_scores(source_of(open), rows, model, output, options));
      },
      py::arg("open"), py::arg("rows"), py::arg("model"), py::arg("output"), py::arg("options"), py::arg("told"));
}
}
