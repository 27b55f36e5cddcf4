#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/optional_box.hpp>
#include <chiso/core/text.hpp>
#include <chiso/core/words.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// What a field is for. The words about a rule's numbers, the drawing of its points and their growth follow from the roles of its fields,
/// so that nothing but the rule itself refers to it by name.
enum class Role : std::uint8_t {
  other,     ///< Anything else, such as a mode.
  value,     ///< What the rule measures.
  points,    ///< Points; as an expression, a value in points.
  base,      ///< Points before anything is counted.
  cap,       ///< The most points, if they are not all points.
  rate,      ///< Points for each 1 of the value, or for each `distance`.
  end,       ///< A number that the value is compared with.
  distance,  ///< A difference between two values.
  target,    ///< What the value is measured against, measured itself.
  items,     ///< Truths that are counted.
  answers,   ///< Measures that count answers, each with its percentage.
  ranges,    ///< Ranges of values, each with its points.
  parts      ///< Rules within the rule.
};
constexpr std::array<std::string_view, 13> names_of(Role) {
  return {"other", "value", "points", "base", "cap", "rate", "end", "distance", "target", "items", "answers", "ranges", "parts"};
}

/// One member of a described type: its name in files, the member, one line of documentation, what it is for. From the lists of these,
/// `fields()`, the JSON reader and writer, the JSON Schema, the documentation and the bindings are derived.
template <class Owner, class Member, bool Required>
struct Field {
  using owner = Owner;  ///< The described type.
  using type = Member;  ///< The type of the member; that of an optional member may be std::optional, or one with a value by default.
  static constexpr bool required = Required;  ///< Whether files must have it. One that they lack keeps the value of its initialiser.
  std::string_view name;    ///< The key in files, which may differ from the name of the member: `requires`, `class`, `else`.
  Member Owner::* member;   ///< The member: `value.*field.member`.
  Words about;              ///< What it is, in a few words of both languages.
  Role role = Role::other;  ///< Of a field of a rule or check; otherwise `other`.
};
/// A field that files must have.
template <class Owner, class Member>
constexpr Field<Owner, Member, true> required(std::string_view name, Member Owner::* member, Words about, Role role = Role::other) {
  return {name, member, about, role};
}
/// A field that files may leave out.
template <class Owner, class Member>
constexpr Field<Owner, Member, false> optional(std::string_view name, Member Owner::* member, Words about, Role role = Role::other) {
  return {name, member, about, role};
}

/// What every object of a model with fixed keys may carry for people (docs/reference/index.md). No result depends on it. A described type
/// that has it holds it as its last member, `about`, and does not list it in fields(): whatever walks the fields treats these four keys as
/// that object's own.
struct About {
  OptionalBox<Text> label{};   ///< How it is called where people read it; without one its id or name stands there.
  OptionalBox<Text> note{};    ///< A remark.
  OptionalBox<Text> source{};  ///< Where it comes from, such as the article of a decision.
  OptionalBox<Json> meta{};    ///< Anything else, kept and never read.
  template <class T = About>
  static constexpr auto fields() {
    return std::tuple{
        optional("label", &T::label, {"its name, for people", "tên gọi để hiển thị"}),
        optional("note", &T::note, {"a remark, for people", "ghi chú để hiển thị"}),
        optional("source", &T::source, {"where it comes from, for people", "nguồn, căn cứ để hiển thị"}),
        optional("meta", &T::meta, {"any JSON, kept and never read", "thông tin riêng ở dạng JSON; chiso giữ nguyên, không dùng đến"})};
  }
};

/// A type whose keys in files are listed: `fields()` is a std::tuple with a Field for each member but `about`, in the order of files. All
/// drafts, rules and checks are described; for_each_field() visits the lists.
template <class T>
concept Described = requires { T::fields(); };
/// A described type with `about`.
template <class T>
concept Annotated = Described<T> && requires(T t) { t.about; };

/// Calls visit(field) for every field, in order.
template <Described T, class Visit>
void for_each_field(Visit&& visit) {
  const auto fields = T::fields();
  // Not std::apply, whose conditions on what may be called take the compiler longer than the calls.
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (visit(std::get<I>(fields)), ...);
  }(std::make_index_sequence<std::tuple_size_v<decltype(T::fields())>>());
}
/// How many fields it lists; `about` is none.
template <Described T>
inline constexpr std::size_t field_count = std::tuple_size_v<decltype(T::fields())>;

/// Described values are equal if their fields are. There is one template for all, compiled for a type when two values of it are compared:
/// a defaulted comparison would be compiled in every unit that includes the type (and for a type that contains itself it crashes clang
/// 14).
template <Described T>
bool operator==(const T& a, const T& b) {
  bool same = true;
  for_each_field<T>([&](const auto& field) { same = same && a.*field.member == b.*field.member; });
  if constexpr (Annotated<T>) same = same && a.about == b.about;
  return same;
}

/// Counts the members of an aggregate, so that one left out of fields() is a compile error.
struct AnyMember {
  /// Declared only: it takes the place of any member in braces.
  template <class T>
  operator T() const noexcept;
};
/// Whether braces with so many values make a T.
template <class T, std::size_t... I>
consteval bool braces_take(std::index_sequence<I...>) {
  return requires { T{(static_cast<void>(I), AnyMember{})...}; };
}
/// How many members an aggregate has: the most values that its braces take.
template <class T, std::size_t N = 0>
consteval std::size_t member_count() {
  if constexpr (!braces_take<T>(std::make_index_sequence<N + 1>()))
    return N;
  else
    return member_count<T, N + 1>();
}
/// Whether fields() lists every member of a described aggregate but `about`.
template <Described T>
consteval bool lists_every_member() {
  return member_count<T>() == field_count<T> + (Annotated<T> ? 1 : 0);
}

/// An enumeration with names in files: `names_of(E{})` is an array of them, by value. They are the names of the enumerators, but where
/// those are words of C++ (`class`, `requires`), are short for others (`md`), or are prefixed in expressions (`cohort_max`).
template <class E>
concept Named = std::is_enum_v<E> && requires(E e) { names_of(e); };
/// The name of a value in files: `competition`.
template <Named E>
constexpr std::string_view name_of(E value) {
  return names_of(E{})[static_cast<std::size_t>(value)];
}
/// The value with this name in files; empty if none has it. Case counts.
template <Named E>
constexpr std::optional<E> named(std::string_view name) {
  const auto names = names_of(E{});
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<E>(i);
  return {};
}
}
