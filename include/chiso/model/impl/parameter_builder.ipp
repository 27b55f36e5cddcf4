#pragma once
#include <chiso/model/impl/name_lists.ipp>
#include <chiso/model/parameter_problems.hpp>
#include <unordered_set>

namespace chiso::inline CHISO_BUILD {
/// Builds the parameters of a draft.
struct ParameterBuilder {
  const ModelDraft& draft;
  const Measures& measures;
  const NameList& blocks;
  Report& report;

  CHISO_INLINE std::vector<Parameter> run() {
    std::vector<Parameter> out;
    const auto in = report.step("parameters");
    std::unordered_set<std::string_view> seen;
    for (const auto& [name, parameter] : draft.parameters) {
      const auto step = report.step(name);
      if (!seen.insert(name).second && report.clean_here()) report.add(problems::key_duplicate, {name, phrases::each_parameter_once});
      if (report.clean_here() && (!is_measure_name(name) || measures.find(name)))
        report.add(problems::parameter_name, {name, phrases::name_of_measure});
      out.push_back(one(name, parameter));
    }
    return out;
  }

 private:
  CHISO_INLINE Parameter one(const std::string& name, const ParameterDraft& of) {
    Parameter out{.name = name, .values = of.values, .otherwise = of.value ? of.value : of.otherwise};
    const bool depends = of.by.has_value();
    if (of.value.has_value() == depends && report.clean_here())
      report.add(problems::parameter_value, {depends ? phrases::value_and_by : phrases::no_value_nor_by});
    if (!depends && (!of.values.empty() || of.otherwise) && report.clean_here())
      report.add(problems::parameter_value, {phrases::values_without_by});
    if (depends && report.clean_here()) by(*of.by, out);
    return out;
  }
  CHISO_INLINE void by(const std::string& name, Parameter& out) {
    if (name == "period") return open(Parameter::By::period, out);
    if (name == "block") {
      if (!draft.blocks) return open(Parameter::By::block, out);
      return keyed(Parameter::By::block, blocks, phrases::declared_block, out);
    }
    const auto measure = measures.find(name);
    if (!measure || measures[*measure].type != MeasureType::choice) {
      const auto step = report.step("by");
      auto hint = report.suggestion(name, [&] {
        std::vector<std::string_view> known{"block", "period"};
        for (const auto& one : measures)
          if (one.type == MeasureType::choice) known.push_back(one.name);
        return known;
      });
      report.add(problems::parameter_by, {name}).hint = std::move(hint);
      return;
    }
    out.measure = *measure;
    keyed(Parameter::By::choice, measures[*measure].options, Argument(phrases::an_option_of, {name}), out);
  }
  /// By names that are not known beforehand.
  CHISO_INLINE void open(Parameter::By by, Parameter& out) {
    out.by = by;
    if (!out.otherwise) report.add(problems::parameter_else, {phrases::no_else});
    each_once(out);
  }
  CHISO_INLINE void keyed(Parameter::By by, const NameList& known, const Argument& expected, Parameter& out) {
    out.by = by;
    {
      const auto list = report.step("values");
      for (const auto& [key, value] : out.values) {
        const auto step = report.step(key);
        if (known.find(key) || !report.clean_here()) continue;
        auto hint = report.suggestion(key, [&] { return std::vector<std::string_view>(known.begin(), known.end()); });
        report.add(problems::parameter_key, {key, expected}).hint = std::move(hint);
      }
    }
    each_once(out);
    if (!report.clean_here()) return;
    for (const auto& name : known)
      if (!out.of(name)) return void(report.add(problems::parameter_else, {Argument(phrases::no_value_for, {name})}));
  }
  CHISO_INLINE void each_once(const Parameter& out) {
    const auto list = report.step("values");
    std::unordered_set<std::string_view> seen;
    for (const auto& entry : out.values) {
      const auto step = report.step(entry.first);
      if (!seen.insert(entry.first).second && report.clean_here())
        report.add(problems::key_duplicate, {entry.first, phrases::each_value_once});
    }
  }
};
}
