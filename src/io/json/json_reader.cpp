#include <algorithm>
#include <array>
#include <io/json/described.hpp>
#include <io/json/json_reader.hpp>
#include <io/json/json_syntax.hpp>
#include <io/json/json_values.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr int newest_format = 1;

/// The kinds of rules, as their `type` says.
std::vector<std::string_view> rule_types() {
  std::vector<std::string_view> out;
  for_each_rule([&]<class R>(std::type_identity<R>) { out.push_back(R::type); });
  return out;
}

/// A survey without answers has nothing that could be checked by itself, and so no second problem.
void unread_rule(Rule& rule) { rule.emplace<Survey>(); }
void unread_rule(Box<Rule>& rule) { unread_rule(*rule); }

/// Marks what an object holds as not read: nothing that is not there is checked.
template <Described T>
void unread(T& out, Report& report) {
  for_each_field<T>([&](const auto& field) {
    const auto step = report.step(field.name);
    report.mark_here();  // the problem itself stands above it
    if constexpr (is_rule<member_of<decltype(field)>>) unread_rule(out.*field.member);
  });
}

/// Every kind of member is read by one overload; what a type holds is in its fields().
class Reader : public JsonValues {
 public:
  using JsonValues::JsonValues;
  using JsonValues::read;

  template <Described T>
  void read(JsonValue& value, T& out) {
    if constexpr (std::is_same_v<T, Item>)
      if (is(value, '"')) return read(value, out.id);
    JsonObject object;
    const auto offset = document_.offset(value);
    if (!is(value, '{')) {
      wrong_type(value, std::is_same_v<T, Item> ? "a text in double quotes, or an object" : "an object");
      return unread(out, report_);
    }
    if (value.get_object().get(object)) return stop();
    members(object, offset, out);
  }

  std::size_t format_at() const { return format_at_; }

 private:
  template <Described T>
  void members(JsonObject& object, std::size_t offset, T& out) {
    std::array<bool, key_count<T>> seen{};
    bool type_seen = false;
    const bool whole = document_.members(object, [&](const std::string& key, std::size_t at, JsonValue& value) {
      const auto step = report_.step(key);
      bool known = false, twice = false;
      if constexpr (std::is_same_v<T, ModelDraft>)
        if (key == "chiso") format_at_ = document_.offset(value);
      if constexpr (Ruled<T>)
        if (key == "type") known = true, twice = std::exchange(type_seen, true);
      std::size_t index = 0;
      for_each_key<T>(out, [&](const auto& field, auto& owner) {
        const auto i = index++;
        if (known || field.name != key) return;
        known = true;
        twice = std::exchange(seen[i], true);
        if (!twice) read(value, owner.*field.member);
      });
      if (twice) add(at, "key.duplicate", key, "each key once");
      if (!known) unknown_key<T>(at, key);
      return !stopped();
    });
    if (!whole) return stop();
    if constexpr (std::is_same_v<T, MeasureDraft>) {
      const auto step = report_.step("type");
      if (!seen[0] || !report_.clean_here()) guess_type(out);
    }
    std::size_t index = 0;
    for_each_field<T>([&](const auto& field) {
      if (seen[index++] || !field.required) return;
      absent(field.name, offset, field.about);
      if constexpr (is_rule<member_of<decltype(field)>>) unread_rule(out.*field.member);
    });
  }
  /// A measure of no known type is read as what its other members belong to, so that they are no problems too.
  void guess_type(MeasureDraft& out) {
    if (out.type != MeasureType::count) return;
    if (!out.options.empty()) out.type = MeasureType::choice;
    if (out.decimals) out.type = MeasureType::decimal;
  }
  template <Described T>
  void unknown_key(std::size_t at, const std::string& key) {
    if constexpr (std::is_same_v<T, ModelDraft>)
      if (std::find(reserved_keys.begin(), reserved_keys.end(), key) != reserved_keys.end()) {
        add(at, "key.reserved", key, "no such key before a later format defines it");
        return;
      }
    unknown(at, "key.unknown", key, keys_of<T>());
  }

  // ---- rules
  void read(JsonValue& value, Rule& out) {
    const auto offset = document_.offset(value);
    JsonObject object;
    if (!is(value, '{')) {
      wrong_type(value, "a rule: an object with its type");
      return unread_rule(out);
    }
    if (value.get_object().get(object)) return stop();
    // The type may stand anywhere among the members, so it is looked for first.
    std::optional<std::string> type;
    bool any = false;
    const bool whole = document_.members(object, [&](const std::string& key, std::size_t, JsonValue& member) {
      if (key != "type" || std::exchange(any, true)) return true;
      const auto step = report_.step("type");
      if (!is(member, '"'))
        wrong_type(member, one_of(rule_types()));
      else
        type_at_ = document_.offset(member), type = clean_text(document_.string(member));
      return !stopped();
    });
    if (!whole) return stop();
    if (!any) absent("type", offset, Argument(Words{"one of {0}", "một trong: {0}"}, {one_of(rule_types()).substr(7)}));
    bool known = false;
    if (type) {
      known = emplace(*type, object, offset, out);
      if (!known) {
        const auto near = unknown_rule(*type);
        // Read as the rule that was most likely meant, its other problems are reported too.
        known = !stopped() && emplace(near, object, offset, out);
      }
    }
    if (!known) unread_rule(out);
  }
  std::string unknown_rule(std::string_view type) {
    const auto step = report_.step("type");
    return unknown(type_at_, "rule.unknown", type, rule_types()).suggestion();
  }
  bool emplace(std::string_view type, JsonObject& object, std::size_t offset, Rule& out) {
    bool known = false;
    for_each_rule([&]<class R>(std::type_identity<R>) {
      if (known || R::type != type) return;
      known = true;
      if (object.reset().error()) return stop();
      members(object, offset, out.emplace<R>());
    });
    return known;
  }
  // ---- members
  template <Named E>
  void read(JsonValue& value, E& out) {
    if (!is(value, '"')) return wrong_type(value, one_of(names<E>())), void();
    const auto text = clean_text(document_.string(value));
    auto found = named<E>(text);
    // What is read as if the nearest name stood there has fewer problems that are not its own.
    if (!found) found = named<E>(unknown(document_.offset(value), "value.unknown", text, names<E>()).suggestion());
    if (found) out = *found;
  }
  template <Named E>
  static std::vector<std::string_view> names() {
    const auto list = names_of(E{});
    return {list.begin(), list.end()};
  }
  template <Type Of>
  void read(JsonValue& value, Typed<Of>& out) {
    if (is(value, '"')) return read(value, out.text);
    if (!is_number(value)) {
      auto& problem = wrong_type(value, "an expression in double quotes, or a number");
      if (const auto token = document_.token(value); token == "true" || token == "false") problem.hint = '"' + std::string(token) + '"';
      return;
    }
    Decimal number;
    read(value, number);
    out.text = number.text();
  }
  template <class T>
  void read(JsonValue& value, std::optional<T>& out) {
    read(value, out.emplace());
  }
  template <class T>
  void read(JsonValue& value, Rare<T>& out) {
    read(value, out.emplace());
  }
  template <class T>
  void read(JsonValue& value, Box<T>& out) {
    read(value, *out);
  }
  void read(JsonValue& value, Ids& out) {
    if (is(value, '[')) return read(value, static_cast<std::vector<std::string>&>(out));
    if (!is(value, '"')) return wrong_type(value, "a text in double quotes, or a list of them"), void();
    read(value, out.emplace_back());
  }
  template <class T>
  void read(JsonValue& value, std::vector<T>& out) {
    if (!is(value, '[')) {
      wrong_type(value, "a list");
      // One where a list is expected is read as a list of it.
      if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, Item>)
        if (is(value, '"')) read(value, out.emplace_back());
      return;
    }
    std::size_t index = 0;
    const bool whole = document_.elements(value, [&](JsonValue& element) {
      const auto step = report_.step(index++);
      if constexpr (std::is_same_v<T, CriterionDraft> || std::is_same_v<T, EntryDraft>) {
        if (++nodes_ > most_nodes) return too_many_nodes(document_.offset(element));
      } else {
        if (too_many_items(document_.offset(element))) return false;
      }
      read(element, out.emplace_back());
      return !stopped();
    });
    if (!whole) stop();
  }
  template <class T>
  void read(JsonValue& value, std::vector<std::pair<std::string, T>>& out) {
    if (!is(value, '{')) return wrong_type(value, "an object"), void();
    named_members(value, [&](const std::string& key, std::size_t offset, JsonValue& member) {
      if (!too_many_items(offset)) read(member, out.emplace_back(key, T{}).second);
    });
  }

  static constexpr std::size_t most_nodes = 100'000;
  bool too_many_nodes(std::size_t offset) {
    add(offset, "criteria.limit", "a criterion or entry more", "at most 100000 criteria and entries");
    give_up();
    return false;
  }

  /// Of lists other than those of criteria and entries, and of members that bear names: what they take is bounded.
  static constexpr std::size_t most_items = 250'000;
  bool too_many_items(std::size_t offset) {
    if (++items_ <= most_items) return false;
    add(offset, "lists.limit", "an item more", "at most 250000 items in the lists of a model");
    give_up();
    return true;
  }

  std::size_t nodes_ = 0, items_ = 0, type_at_ = 0, format_at_ = 0;
};
}

void mark_unread(ModelDraft& draft, Report& report) { unread(draft, report); }

void read_object(const JsonDocument& document, JsonValue& root, SourceText& source, Report& report, ModelDraft& out) {
  const auto before = report.problems().size();
  Reader reader(document, source, report);
  reader.read(root, out);
  const int format = out.chiso;
  if (format <= newest_format && !reader.stopped()) return;
  if (format > newest_format) {
    report.forget_after(before);  // a newer format may mean everything else in another way
    const auto step = report.step("chiso");
    source.put(
        report.add("format.newer", std::to_string(format), "at most " + std::to_string(newest_format) + ": a newer chiso reads it").place,
        reader.format_at());
  }
  out = ModelDraft{};
  unread(out, report);
}
}
