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

  CHISO_INLINE void run(Derived& derived) {
    std::vector<std::string> names;
    const auto in = report.step("parameters");
    std::unordered_set<std::string_view> seen;
    for (const auto& [name, parameter] : draft.parameters) {
      const auto step = report.step(name);
      if (!seen.insert(name).second && report.clean_here()) report.add(problems::key_duplicate, {name, phrases::each_parameter_once});
      if (report.clean_here() && (!is_measure_name(name) || measures.find(name)))
        report.add(problems::parameter_name, {name, phrases::name_of_measure});
      derived.parameters.push_back(one(name, parameter));
      names.push_back(name);
    }
    derived.parameter_names = NameList(std::move(names));
  }

 private:
  using By = Parameter::By;
  CHISO_INLINE Parameter one(const std::string& name, const ParameterDraft& of) {
    const bool depends = of.by.has_value();
    if (of.value.has_value() == depends && report.clean_here())
      report.add(problems::parameter_value, {depends ? phrases::value_and_by : phrases::no_value_nor_by});
    if (!depends && (!of.values.empty() || of.otherwise) && report.clean_here())
      report.add(problems::parameter_value, {phrases::values_without_by});
    const auto measure = depends ? measures.find(*of.by) : std::nullopt;
    const auto by = !depends                                                    ? By::nothing
                    : *of.by == "period"                                        ? By::period
                    : *of.by == "block"                                         ? By::block
                    : measure && measures[*measure].type == MeasureType::choice ? By::choice
                                                                                : By::nothing;
    Parameter out(name, by, by == By::choice ? *measure : 0, of.values, of.value ? of.value : of.otherwise);
    if (depends && report.clean_here()) check(of, out);
    return out;
  }
  CHISO_INLINE void check(const ParameterDraft& of, const Parameter& made) {
    switch (made.by()) {
      case By::nothing: return unknown(*of.by);
      case By::period: return open(of);
      case By::block: return draft.blocks ? keyed(of, made, blocks, phrases::declared_block) : open(of);
      case By::choice: return keyed(of, made, measures[made.measure()].options, Argument(phrases::an_option_of, {*of.by}));
    }
  }
  CHISO_INLINE void unknown(const std::string& by) {
    const auto step = report.step("by");
    auto hint = report.suggestion(by, [&] {
      std::vector<std::string_view> known{"block", "period"};
      for (const auto& one : measures)
        if (one.type == MeasureType::choice) known.push_back(one.name);
      return known;
    });
    report.add(problems::parameter_by, {by}).hint = std::move(hint);
  }
  /// By names that are not known beforehand.
  CHISO_INLINE void open(const ParameterDraft& of) {
    if (!of.otherwise) report.add(problems::parameter_else, {phrases::no_else});
    each_once(of);
  }
  CHISO_INLINE void keyed(const ParameterDraft& of, const Parameter& made, const NameList& known, const Argument& expected) {
    {
      const auto list = report.step("values");
      for (const auto& entry : of.values) {
        const auto& key = entry.first;
        const auto step = report.step(key);
        if (known.find(key) || !report.clean_here()) continue;
        auto hint = report.suggestion(key, [&] { return std::vector<std::string_view>(known.begin(), known.end()); });
        report.add(problems::parameter_key, {key, expected}).hint = std::move(hint);
      }
    }
    each_once(of);
    if (!report.clean_here()) return;
    for (const auto& name : known)
      if (!made.of(name)) return void(report.add(problems::parameter_else, {Argument(phrases::no_value_for, {name})}));
  }
  CHISO_INLINE void each_once(const ParameterDraft& of) {
    const auto list = report.step("values");
    std::unordered_set<std::string_view> seen;
    for (const auto& entry : of.values) {
      const auto step = report.step(entry.first);
      if (!seen.insert(entry.first).second && report.clean_here())
        report.add(problems::key_duplicate, {entry.first, phrases::each_value_once});
    }
  }
};
}
