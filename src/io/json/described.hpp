#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/model/draft.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace chiso::inline CHISO_BUILD {
// What the reader, the writer, the schema and the page of rules need to know about described types.

template <class F>
using member_of = typename std::remove_cvref_t<F>::type;

/// A kind of rule or of check: its `type` is a key of its object.
template <class T>
concept Ruled = Described<T> && requires { typename std::bool_constant<(T::type.size() > 0)>; };
template <class T>
concept Expression = std::is_base_of_v<ExpressionText, T>;
/// What is of one of several kinds, by its `type`: a rule, or a check.
template <class T>
concept OfKinds = std::is_same_v<T, Rule> || std::is_same_v<T, CheckDraft>;
/// Calls visit(std::type_identity<K>) for every kind.
template <OfKinds T, class Visit>
void for_each_kind(Visit&& visit) {
  if constexpr (std::is_same_v<T, Rule>)
    for_each_rule(visit);
  else
    for_each_check(visit);
}
/// A rule, in a box or not.
template <class T>
inline constexpr bool is_rule = std::is_same_v<T, Rule> || std::is_same_v<T, Box<Rule>>;
/// Members that come first in an object: names, whole numbers and short texts. Notes and labels come after them.
template <class T>
inline constexpr bool heads_an_object = std::is_same_v<T, int> || std::is_same_v<T, std::string> || std::is_same_v<T, Text> || Named<T>;
template <class T>
inline constexpr bool heads_an_object<std::optional<T>> = heads_an_object<T>;
template <class T>
inline constexpr bool heads_an_object<OptionalBox<T>> = heads_an_object<T>;

/// Calls visit(field, owner) for every key of an object except `type`: the fields of the type, then those that every annotated type has.
template <Described T, class Object, class Visit>
void for_each_key(Object& object, Visit&& visit) {
  for_each_field<T>([&](const auto& field) { visit(field, object); });
  if constexpr (Annotated<T>) for_each_field<About>([&](const auto& field) { visit(field, object.about); });
}
template <Described T>
inline constexpr std::size_t key_count = field_count<T> + (Annotated<T> ? field_count<About> : 0);

/// The keys of an object in files.
template <Described T>
std::vector<std::string_view> keys_of() {
  std::vector<std::string_view> out;
  if constexpr (Ruled<T>) out.push_back("type");
  for_each_field<T>([&](const auto& field) { out.push_back(field.name); });
  if constexpr (Annotated<T>) for_each_field<About>([&](const auto& field) { out.push_back(field.name); });
  return out;
}

/// Calls visit(kind, std::type_identity<T>) for a model's draft and for the type of each of its parts.
template <class Visit>
void for_each_part(Visit&& visit) {
  visit(std::string_view("model"), std::type_identity<ModelDraft>{});
  visit(std::string_view("measure"), std::type_identity<MeasureDraft>{});
  visit(std::string_view("parameter"), std::type_identity<ParameterDraft>{});
  visit(std::string_view("table"), std::type_identity<TableDraft>{});
  visit(std::string_view("criterion"), std::type_identity<CriterionDraft>{});
  visit(std::string_view("entry"), std::type_identity<EntryDraft>{});
  visit(std::string_view("side"), std::type_identity<SideDraft>{});
  visit(std::string_view("adjustments"), std::type_identity<AdjustmentsDraft>{});
  visit(std::string_view("publish"), std::type_identity<PublishDraft>{});
  visit(std::string_view("check"), std::type_identity<CheckDraft>{});
  visit(std::string_view("tie_break"), std::type_identity<TieBreakDraft>{});
  visit(std::string_view("ranking"), std::type_identity<RankingDraft>{});
  visit(std::string_view("classes"), std::type_identity<ClassesDraft>{});
  visit(std::string_view("band"), std::type_identity<BandDraft>{});
  visit(std::string_view("veto"), std::type_identity<VetoDraft>{});
  visit(std::string_view("quota"), std::type_identity<QuotaDraft>{});
  visit(std::string_view("item"), std::type_identity<Item>{});
  visit(std::string_view("rule"), std::type_identity<Rule>{});
  visit(std::string_view("part"), std::type_identity<rules::Part>{});
  visit(std::string_view("tier"), std::type_identity<rules::Tier>{});
  for_each_rule([&]<class R>(std::type_identity<R> type) { visit(std::string_view(R::type), type); });
  for_each_check([&]<class C>(std::type_identity<C> type) { visit(std::string_view(C::type), type); });
}
}
