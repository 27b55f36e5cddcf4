#include <algorithm>
#include <array>
#include <chiso/core/error.hpp>
#include <chiso/io/json/parts.hpp>
#include <chiso/model/criteria_problems.hpp>
#include <io/json/described.hpp>
#include <io/json/json_reader.hpp>
#include <io/json/json_values.hpp>
#include <io/json/json_writer.hpp>
#include <io/json/meant_keys.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr int newest_format = 1;

/// The kinds of rules, or of checks, by the `type` that they have in files.
template <OfKinds T>
std::vector<std::string_view> types_of() {
  std::vector<std::string_view> out;
  for_each_kind<T>([&]<class K>(std::type_identity<K>) { out.push_back(K::type); });
  return out;
}

/// Stands in for a rule that could not be read: a survey without answers has nothing to check, so it causes no second problem.
void unread_rule(Rule& rule) { rule.emplace<rules::Survey>(); }
void unread_rule(Box<Rule>& rule) { unread_rule(*rule); }

/// Marks the members of an object as not read, so that nothing that is absent is checked.
template <Described T>
void unread(T& out, Report& report) {
  for_each_field<T>([&](const auto& field) {
    const auto step = report.step(field.name);
    report.mark_here();  // the problem itself is reported above it
    if constexpr (is_rule<member_of<decltype(field)>>) unread_rule(out.*field.member);
  });
}

/// Reads every kind of member by one overload; the fields() of a type say what it consists of.
class Reader : public JsonValues {
 public:
  using JsonValues::JsonValues;
  using JsonValues::read;

  template <Described T>
  void read(JsonValue value, T& out) {
    constexpr Words text_or_object{"a text in double quotes, or an object", "văn bản trong dấu nháy kép, hoặc một đối tượng"};
    if constexpr (std::is_same_v<T, Item>)
      if (value.is('"')) return read_name(value, out.id);
    if (value.is('{')) {
      members(value, out);
      if constexpr (std::is_same_v<T, Item>) out.id = clean_name(out.id);
      return;
    }
    auto& problem = wrong_type(value, std::is_same_v<T, Item> ? text_or_object : phrases::an_object);
    if (value.is('[')) {
      if constexpr (std::is_same_v<T, ClassesDraft>) problem.hint = phrases::bands_in_classes;
      if constexpr (std::is_same_v<T, SideDraft>) problem.hint = phrases::entries_of_side;
    }
    unread(out, report_);
  }
  template <OfKinds T>
  void read(JsonValue value, T& out) {
    constexpr Words a_rule{"a rule: an object with its type", "một cách chấm: đối tượng có khóa type"},
        a_check{"a check: an object with its type", "một phép kiểm tra: đối tượng có khóa type"};
    if (!value.is('{')) {
      wrong_type(value, std::is_same_v<T, Rule> ? a_rule : a_check);
      return stand_in(out);
    }
    // The type may be anywhere among the members, so it is looked for first.
    std::optional<JsonValue> type;
    value.members([&](const std::string& key, std::size_t, JsonValue member) {
      if (key == "type") type = member;
      return !type;
    });
    const bool known = type ? emplace(known_type<T>(*type), value, out) : false;
    if (!type) absent("type", value.offset(), one_of(types_of<T>()));
    if (!known) stand_in(out);
  }
  /// Reads a rule or check of a known kind, whose `type` may be left out.
  template <Ruled R>
  void read_kind(JsonValue value, R& out) {
    read(value, out);
    if (!value.is('{')) return;
    value.members([&](const std::string& key, std::size_t, JsonValue type) {
      const auto step = report_.step(key);
      if (key != "type") return true;
      if (!type.is('"'))
        wrong_type(type, one_of({R::type}));
      else if (const auto text = clean_text(type.string()); text != R::type)
        unknown(type.offset(), problems::value_unknown, text, {R::type});
      return false;
    });
  }

  std::size_t format_at() const { return format_at_; }

 private:
  template <Described T>
  void members(JsonValue object, T& out) {
    std::array<bool, key_count<T>> seen{};
    bool type_seen = false;
    object.members([&](const std::string& key, std::size_t at, JsonValue value) {
      const auto step = report_.step(key);
      bool known = false, twice = false;
      if constexpr (std::is_same_v<T, ModelDraft>)
        if (key == "chiso") format_at_ = value.offset();
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
      if (twice) add(at, problems::key_duplicate, {key, phrases::key_once});
      if (!known) unknown_key<T>(at, key);
      return !stopped();
    });
    if (stopped()) return;
    if constexpr (std::is_same_v<T, MeasureDraft>) {
      const auto step = report_.step("type");
      if (!seen[0] || !report_.clean_here()) guess_type(out);
    }
    std::size_t index = 0;
    for_each_field<T>([&](const auto& field) {
      if (seen[index++] || !field.required) return;
      absent(field.name, object.offset(), field.about);
      if constexpr (is_rule<member_of<decltype(field)>>) unread_rule(out.*field.member);
    });
  }
  /// Gives a measure of unknown type the type that its other members belong to, so that they are not reported as well.
  void guess_type(MeasureDraft& out) {
    if (out.type != MeasureType::count) return;
    if (!out.options.empty()) out.type = MeasureType::choice;
    if (out.decimals) out.type = MeasureType::decimal;
  }
  template <Described T>
  void unknown_key(std::size_t at, const std::string& key) {
    if constexpr (std::is_same_v<T, ModelDraft>)
      if (std::find(reserved_keys.begin(), reserved_keys.end(), key) != reserved_keys.end()) {
        add(at, problems::key_reserved, {key});
        return;
      }
    Argument meant;
    if constexpr (requires { T::meant(); })
      meant = meant_by(key, T::meant());
    else
      meant = meant_by(key, meant_keys<T>());
    unknown(at, problems::key_unknown, key, keys_of<T>(), std::move(meant));
  }

  // ---- rules and checks
  void stand_in(Rule& rule) { unread_rule(rule); }
  /// Stands in for a check that could not be read: neither its id nor its values are checked.
  void stand_in(CheckDraft& check) {
    check.emplace<checks::Repeated>();
    const auto step = report_.step("id");
    report_.mark_here();
  }
  /// The type that is given. If it is not a known one, the type that was most likely meant, so that the other problems of the rule or check
  /// are reported too; otherwise nothing.
  template <OfKinds T>
  std::string known_type(JsonValue value) {
    const auto step = report_.step("type");
    if (!value.is('"')) return wrong_type(value, one_of(types_of<T>())), std::string();
    auto type = clean_text(value.string());
    const auto known = types_of<T>();
    if (std::find(known.begin(), known.end(), type) != known.end()) return type;
    if constexpr (std::is_same_v<T, Rule>)
      return unknown(value.offset(), problems::rule_unknown, type, known, meant_by(type, detail::rule_types)).suggestion();
    else
      return unknown(value.offset(), problems::check_unknown, type, known, meant_by(type, detail::check_types)).suggestion();
  }
  template <OfKinds T>
  bool emplace(std::string_view type, JsonValue value, T& out) {
    bool known = false;
    for_each_kind<T>([&]<class K>(std::type_identity<K>) {
      if (known || K::type != type || stopped()) return;
      known = true;
      members(value, out.template emplace<K>());
    });
    return known;
  }
  // ---- members
  template <Named E>
  void read(JsonValue value, E& out) {
    if (!value.is('"')) return wrong_type(value, one_of(names<E>())), void();
    const auto text = clean_text(value.string());
    auto found = named<E>(text);
    // Reading it as the nearest name causes fewer follow-up problems.
    Argument meant;
    if constexpr (std::is_same_v<E, MeasureType>) meant = meant_by(text, detail::measure_types);
    if (!found) found = named<E>(unknown(value.offset(), problems::value_unknown, text, names<E>(), std::move(meant)).suggestion());
    if (found) out = *found;
  }
  template <Named E>
  static std::vector<std::string_view> names() {
    const auto list = names_of(E{});
    return {list.begin(), list.end()};
  }
  template <Type Of>
  void read(JsonValue value, Typed<Of>& out) {
    constexpr Words expression{"an expression in double quotes, or a number", "biểu thức trong dấu nháy kép, hoặc một số"};
    if (value.is('"')) return read(value, out.text);
    if (!is_number(value)) {
      auto& problem = wrong_type(value, expression);
      if (const auto token = value.written(); token == "true" || token == "false") problem.hint = '"' + std::string(token) + '"';
      return;
    }
    Decimal number;
    read(value, number);
    out.text = number.text();
  }
  template <class T>
  void read(JsonValue value, std::optional<T>& out) {
    read(value, out.emplace());
  }
  template <class T>
  void read(JsonValue value, OptionalBox<T>& out) {
    read(value, out.emplace());
  }
  template <class T>
  void read(JsonValue value, Box<T>& out) {
    read(value, *out);
  }
  void read(JsonValue value, TieBreakerDraft& out) {
    constexpr Words id_or_object{"the id of a criterion in double quotes, or an object with value and order",
                                 "mã tiêu chí trong dấu nháy kép, hoặc một đối tượng có value và order"};
    if (value.is('{')) return read(value, out.emplace<TieBreakDraft>());
    if (!value.is('"')) return wrong_type(value, id_or_object), void();
    read(value, out.emplace<std::string>());
  }
  void read(JsonValue value, QuotaOfDraft& out) {
    constexpr Words base_or_list{"ranked, or a list of classes", "ranked, hoặc danh sách các mức xếp loại"};
    if (value.is('[')) return read(value, out.emplace<std::vector<std::string>>());
    if (!value.is('"')) return wrong_type(value, base_or_list), void();
    read(value, out.emplace<QuotaBase>());
  }
  void read(JsonValue value, Ids& out) {
    constexpr Words text_or_list{"a text in double quotes, or a list of them", "văn bản trong dấu nháy kép, hoặc danh sách các văn bản"};
    if (value.is('[')) return read(value, static_cast<std::vector<std::string>&>(out));
    if (!value.is('"')) return wrong_type(value, text_or_list), void();
    read(value, out.emplace_back());
  }
  template <class T>
  void read(JsonValue value, std::vector<T>& out) {
    if (!value.is('[')) {
      wrong_type(value, phrases::a_list);
      // A single value where a list is expected is read as a list of one.
      if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, Item> || std::is_same_v<T, TieBreakerDraft>)
        if (value.is('"')) read(value, out.emplace_back());
      return;
    }
    std::size_t index = 0;
    value.elements([&](JsonValue element) {
      const auto step = report_.step(index++);
      if constexpr (std::is_same_v<T, CriterionDraft> || std::is_same_v<T, EntryDraft>) {
        if (++nodes_ > limits::nodes) return too_many_nodes(element.offset());
      } else {
        if (too_many_items(element.offset())) return false;
      }
      if constexpr (std::is_same_v<T, std::string>)
        read_name(element, out.emplace_back());
      else
        read(element, out.emplace_back());
      return !stopped();
    });
  }
  template <class T>
  void read(JsonValue value, std::vector<std::pair<std::string, T>>& out) {
    if (!value.is('{')) return wrong_type(value, phrases::an_object), void();
    named_members(value, [&](const std::string& key, std::size_t offset, JsonValue member) {
      if (!too_many_items(offset)) read(member, out.emplace_back(key, T{}).second);
    });
  }

  bool too_many_nodes(std::size_t offset) {
    constexpr Words one_more{"a criterion or entry more", "một tiêu chí hoặc mục vượt giới hạn"};
    add(offset, problems::criteria_limit, {one_more, phrases::most_nodes});
    give_up();
    return false;
  }

  /// A bound for items of lists, apart from criteria and entries, and for named members.
  static constexpr std::size_t most_items = 250'000;
  bool too_many_items(std::size_t offset) {
    if (++items_ <= most_items) return false;
    add(offset, problems::lists_limit, {most_items});
    give_up();
    return true;
  }

  std::size_t nodes_ = 0, items_ = 0, format_at_ = 0;
};
}

void mark_unread(ModelDraft& draft, Report& report) { unread(draft, report); }

void read_object(JsonValue root, SourceText& source, Report& report, ModelDraft& out) {
  const auto before = report.problems().size();
  Reader reader(source, report);
  reader.read(root, out);
  const int format = out.chiso;
  if (format <= newest_format && !reader.stopped()) return;
  if (format > newest_format) {
    report.forget_after(before);  // a newer format may give everything else another meaning
    const auto step = report.step("chiso");
    source.put(report.add(problems::format_newer, {format, newest_format}).place, reader.format_at());
  }
  out = ModelDraft{};
  unread(out, report);
}

std::vector<std::string> part_kinds() {
  std::vector<std::string> out;
  for_each_part([&](std::string_view kind, auto) { out.emplace_back(kind); });
  return out;
}

std::string read_part(std::string_view kind, JsonValue root, SourceText& source, Report& report) {
  constexpr Words part{"the part '{0}'", "phần '{0}'"};
  index_of_name(part, kind, part_kinds());  // refuses an unknown kind
  Reader reader(source, report);
  JsonWriter writer;
  for_each_part([&]<class T>(std::string_view name, std::type_identity<T>) {
    if (name != kind) return;
    T out{};
    if constexpr (Ruled<T>)
      reader.read_kind(root, out);
    else
      reader.read(root, out);
    writer.write(out);
  });
  return std::move(writer.text);
}
}
