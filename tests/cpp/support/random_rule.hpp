#pragma once
#include <algorithm>
#include <chiso/model/model.hpp>
#include <optional>
#include <string>
#include <support/random_batch.hpp>
#include <support/random_expression.hpp>
#include <utility>
#include <vector>

namespace chiso_test {
/// A random rule of any kind over RandomExpression's measures: the rule's example with new expressions, fitting points, and other numbers
/// stretched or left out, by the roles of its fields. It has no load error.
struct RandomRule {
  Random& random;
  int depth = 2;

  /// A rule of at most 4 points.
  chiso::Rule rule() { return rule_within(4, 0); }

 private:
  static constexpr std::size_t deepest = 2;  ///< How deep rules with parts are nested.

  chiso::Rule rule_within(int most, std::size_t nesting) {
    std::size_t kinds = 0;
    chiso::for_each_rule([&]<class R>(std::type_identity<R>) { kinds += nesting < deepest || !has_parts<R> ? 1 : 0; });
    auto kind = random.below(kinds);
    std::optional<chiso::Rule> out;
    chiso::for_each_rule([&]<class R>(std::type_identity<R>) {
      if ((nesting < deepest || !has_parts<R>) && kind-- == 0) out = one<R>(most, nesting);
    });
    return *out;
  }
  template <class R>
  static constexpr bool has_parts = requires(R r) { r.parts; };
  template <chiso::Described T>
  static bool has(chiso::Role role) {
    bool out = false;
    chiso::for_each_field<T>([&](const auto& field) { out = out || field.role == role; });
    return out;
  }
  static bool is_valid(const chiso::Rule& rule, int most) {
    chiso::ModelDraft draft;  // member by member: g++ 12 takes what nested braces make for uninitialised
    draft.id = "r";
    draft.undefined = chiso::WhenUndefined::zero;
    draft.measures = random_measures();
    draft.criteria.push_back(chiso::leaf("1", most, rule));
    const auto problems = chiso::check(draft);
    return std::all_of(problems.begin(), problems.end(),
                       [](const chiso::Problem& problem) { return problem.severity == chiso::Severity::warning; });
  }
  /// Numbers that depend on one another may no longer fit together: then they are drawn again, and in the end taken from the example.
  template <class R>
  R one(int most, std::size_t nesting) {
    for (int i = 0; i < 6; ++i) {
      auto out = R::example();
      vary(out, {.most = most, .nesting = nesting, .keep_numbers = i == 5, .other_rows = !has<R>(chiso::Role::target)});
      if (is_valid(out, most)) return out;
    }
    auto out = R::example();
    vary(out, {.most = most, .nesting = nesting, .keep_numbers = true, .other_rows = false, .simple = true});
    return out;
  }

  struct Way {
    int most;
    std::size_t nesting;
    bool keep_numbers = false;
    bool other_rows = true;
    bool simple = false;
    std::pair<std::int64_t, int> stretched_by{1, 0};  ///< Digits and scale.
  };
  template <chiso::Described T>
  void vary(T& of, Way way) {
    static const std::vector<std::pair<std::int64_t, int>> factors{{1, 0}, {1, 1}, {3, 0}, {33, 1}, {-1, 0}, {7, 2}};
    if (!way.keep_numbers) way.stretched_by = random.of(factors);
    within(of, way);
  }
  template <chiso::Described T>
  void within(T& of, const Way& way) {
    chiso::for_each_field<T>([&](const auto& field) { member(of.*field.member, field.role, way); });
  }

  template <chiso::Type Of>
  void member(chiso::Typed<Of>& out, chiso::Role, const Way& way) {
    RandomExpression expression{random, way.other_rows};
    const int levels = way.simple ? 0 : way.other_rows ? depth : 1;
    out.text = Of == chiso::Type::number  ? expression.number(levels)
               : Of == chiso::Type::truth ? expression.truth(levels)
                                          : expression.choice(levels);  // no rule takes a date
  }
  void member(chiso::Decimal& out, chiso::Role role, const Way& way) {
    using enum chiso::Role;
    if (role == points || role == base || role == cap || role == rate)
      out = chiso::Decimal::fixed(out.digits() * way.most * 25, out.scale() + 2);
    else
      out = chiso::Decimal::fixed(out.digits() * (role == distance ? std::abs(way.stretched_by.first) : way.stretched_by.first),
                                  out.scale() + way.stretched_by.second);
  }
  void member(std::optional<chiso::Decimal>& out, chiso::Role role, const Way& way) {
    if (!out) return;
    if (!way.keep_numbers && random.one_in(4))
      out.reset();
    else
      member(*out, role, way);
  }
  void member(bool&, chiso::Role, const Way&) {}
  template <chiso::Named E>
  void member(std::optional<E>&, chiso::Role, const Way&) {}
  template <chiso::Named E>
  void member(E& out, chiso::Role, const Way& way) {
    if (!way.keep_numbers) out = static_cast<E>(random.below(names_of(E{}).size()));
  }
  void member(std::vector<chiso::Truth>& out, chiso::Role role, const Way& way) {
    out.resize(1 + random.below(3));
    for (auto& item : out) member(item, role, way);
  }
  /// Three numbers, for options of a choice or for measures that count.
  void member(std::vector<std::pair<std::string, chiso::Decimal>>& out, chiso::Role role, const Way& way) {
    static const std::vector<std::string> options{"x", "y", "z"}, counts{"a", "b", "c"};
    out.resize(3, {"", 0});
    for (std::size_t i = 0; i < out.size(); ++i) {
      out[i].first = (role == chiso::Role::points ? options : counts)[i];
      if (role == chiso::Role::points) member(out[i].second, role, way);
    }
  }
  template <chiso::Described T>
  void member(std::vector<T>& out, chiso::Role, const Way& way) {
    for (auto& element : out) within(element, way);
  }
  void member(std::vector<chiso::rules::Part>& out, chiso::Role, const Way& way) {
    out.clear();
    for (int i = 0; i < 2; ++i) {
      const auto points = 1 + static_cast<int>(random.below(static_cast<std::uint64_t>(way.most)));
      auto& part = out.emplace_back();
      part.points = points;
      part.rule = rule_within(points, way.nesting + 1);
      for (auto* policy : {&part.not_applicable, &part.missing, &part.undefined})
        if (random.one_in(4)) *policy = random.one_in(2) ? chiso::rules::PartCounts::full : chiso::rules::PartCounts::zero;
    }
  }
};
}
