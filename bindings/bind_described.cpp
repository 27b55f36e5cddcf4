#include <pybind11/stl.h>
#include <pybind11/typing.h>
#include "bindings.hpp"
#include "casters.hpp"
#include <chiso/core/report.hpp>
#include <chiso/core/words.hpp>
#include <chiso/io/json/parts.hpp>
#include <chiso/model/draft.hpp>
#include <chiso/rule/rule.hpp>
#include <string>

// The fields of the C++ drafts as data, from which `bindings/generate` writes the classes of the package (chiso/drafts.py,
// chiso/rules.py), so that their names, types, defaults and documentation are written only once.
namespace chiso_python {
using namespace chiso;
namespace {
/// The Python type of a member, for annotations, and how it is made from JSON if it is not JSON itself: `one`, `many` or `named` of the
/// class in `of`.
struct Member {
  std::string type{};
  std::string made{};
  std::string of{};
  bool optional = false;
};
template <class T>
std::string class_name();

template <class T>
Member member(std::type_identity<std::optional<T>>);
template <class T>
Member member(std::type_identity<OptionalBox<T>>);
template <class T>
Member member(std::type_identity<std::vector<T>>);
template <class T>
Member member(std::type_identity<std::vector<std::pair<std::string, T>>>);
template <Described T>
Member member(std::type_identity<T>) {
  return {class_name<T>(), "one", class_name<T>()};
}
template <Named E>
Member member(std::type_identity<E>) {
  std::string names;
  for (const auto name : names_of(E{})) names += (names.empty() ? "\"" : ", \"") + std::string(name) + "\"";
  return {"Literal[" + names + "]"};
}
template <Type Of>
Member member(std::type_identity<Typed<Of>>) {
  return {Of == Type::number ? "Expression" : "str"};
}
Member member(std::type_identity<std::string>) { return {"str"}; }
Member member(std::type_identity<int>) { return {"int"}; }
Member member(std::type_identity<bool>) { return {"bool"}; }
Member member(std::type_identity<Decimal>) { return {"Number"}; }
Member member(std::type_identity<Text>) { return {"Text"}; }
Member member(std::type_identity<Json>) { return {"Any"}; }
Member member(std::type_identity<Ids>) { return {"str | list[str]"}; }
Member member(std::type_identity<Rule>) { return {"Rule", "one", "Rule"}; }
Member member(std::type_identity<Box<Rule>>) { return {"Rule", "one", "Rule"}; }
Member member(std::type_identity<CheckDraft>) { return {"Check", "one", "Check"}; }
Member member(std::type_identity<Item>) { return {"str | Item", "one", "Item"}; }
Member member(std::type_identity<TieBreakerDraft>) { return {"str | TieBreak", "one", "TieBreak"}; }
Member member(std::type_identity<QuotaOfDraft>) { return {"Literal[\"ranked\"] | list[str]"}; }
Member member(std::type_identity<CriterionDraft>) { return {"Leaf | Group", "one", "Criterion"}; }

template <class T>
Member member(std::type_identity<std::optional<T>>) {
  auto out = member(std::type_identity<T>{});
  out.optional = true;
  return out;
}
template <class T>
Member member(std::type_identity<OptionalBox<T>>) {
  return member(std::type_identity<std::optional<T>>{});
}
template <class T>
Member member(std::type_identity<std::vector<T>>) {
  const auto item = member(std::type_identity<T>{});
  return {"list[" + item.type + "]", item.of.empty() ? "" : "many", item.of};
}
template <class T>
Member member(std::type_identity<std::vector<std::pair<std::string, T>>>) {
  const auto item = member(std::type_identity<T>{});
  const std::string many = item.made == "many" ? "named many" : "named";
  return {"dict[str, " + item.type + "]", item.of.empty() ? "" : many, item.of};
}

/// The Python literal of a default.
template <class T>
std::string literal(const T& value) {
  if constexpr (std::is_same_v<T, bool>)
    return value ? "True" : "False";
  else if constexpr (std::is_same_v<T, int>)
    return std::to_string(value);
  else if constexpr (std::is_same_v<T, Decimal>)
    return value.text();
  else if constexpr (Named<T>)
    return '"' + std::string(name_of(value)) + '"';
  else if constexpr (std::is_same_v<T, QuotaOfDraft>)
    return literal(std::get<QuotaBase>(value));
  else if constexpr (Described<T>)
    return class_name<T>() + "()";
  else if constexpr (requires { value.empty(); })
    return member(std::type_identity<T>{}).type.starts_with("dict") ? "{}" : "[]";
  else
    return "None";
}

/// What a field is for. For an expression that may also be something other than a number, what that is.
template <class M>
std::string_view role_of(Role role) {
  if constexpr (std::is_base_of_v<ExpressionText, M>)
    if (role == Role::value && M::type != Type::number) return name_of(M::type);
  return name_of(role);
}
py::dict described_field(std::string_view name, const Member& kind, bool required, std::string_view about, std::string_view role,
                         const std::string& value) {
  py::dict out;
  out["name"] = name;
  out["type"] = kind.type;
  out["made"] = kind.made;
  out["of"] = kind.of;
  out["optional"] = kind.optional;
  out["required"] = required;
  out["about"] = about;
  out["role"] = role;
  out["default"] = value;
  return out;
}
template <Described T>
py::dict described() {
  py::list fields;
  for_each_field<T>([&]<class Owner, class M, bool Required>(const Field<Owner, M, Required>& field) {
    fields.append(described_field(field.name, member(std::type_identity<M>{}), Required, field.about.en, role_of<M>(field.role),
                                  Required ? std::string() : literal(T{}.*field.member)));
  });
  py::dict out;
  out["name"] = class_name<T>();
  out["base"] = Annotated<T> ? "About" : "Described";
  out["fields"] = fields;
  if constexpr (requires { std::string_view{T::type}; }) out["type"] = T::type;
  if constexpr (requires { T::words; }) out["words"] = T::words.en;
  return out;
}

// The C++ names, without the suffix that distinguishes a draft from what is built of it, or a rule from its shape.
template <class T>
std::string class_name() {
  if constexpr (std::is_same_v<T, ModelDraft>) return "Draft";
  auto name = py::type_id<T>();
  name.erase(0, name.rfind(':') + 1);
  for (const std::string_view ending : {"Draft", "Rule"})
    if (name.ends_with(ending)) name.resize(name.size() - ending.size());
  return name;
}
}

using DescribedList = py::typing::List<py::typing::Dict<py::str, py::object>>;

void bind_described(py::module_& module) {
  module.def(
      "check_part",
      [](std::string_view kind, std::string_view text) {
        Report report;
        canonical_part(kind, text, report);
        return report.problems();
      },
      py::arg("kind"), py::arg("text"), py::call_guard<py::gil_scoped_release>(),
      "Every problem of a part of a model, read by itself, by its kind: a type of rule or check, or `criterion`, `measure`...");
  module.def(
      "described_drafts",
      []() -> DescribedList {
        py::list out;
        const auto add = [&]<class... T>(std::type_identity<T>...) { (out.append(described<T>()), ...); };
        add(std::type_identity<Item>{}, std::type_identity<ParameterDraft>{}, std::type_identity<TableDraft>{},
            std::type_identity<MeasureDraft>{}, std::type_identity<CriterionDraft>{}, std::type_identity<EntryDraft>{},
            std::type_identity<SideDraft>{}, std::type_identity<AdjustmentsDraft>{}, std::type_identity<PublishDraft>{},
            std::type_identity<TieBreakDraft>{}, std::type_identity<RankingDraft>{}, std::type_identity<BandDraft>{},
            std::type_identity<VetoDraft>{}, std::type_identity<QuotaDraft>{}, std::type_identity<ClassesDraft>{});
        for_each_check([&]<class C>(std::type_identity<C> type) { add(type); });
        add(std::type_identity<ModelDraft>{});
        return out;
      },
      "What the fields of the drafts are, for the generator of their classes.");
  module.def(
      "described_rules",
      []() -> DescribedList {
        py::list out;
        out.append(described<About>());
        out.append(described<rules::Part>());
        out.append(described<rules::Tier>());
        for_each_rule([&]<class R>(std::type_identity<R>) { out.append(described<R>()); });
        return out;
      },
      "What the fields of the rules are, for the generator of their classes.");
}
}
