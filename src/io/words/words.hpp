#pragma once
#include <chiso/core/date.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
using Language = Text::Language;

/// A text, and below it a list, such as the tiers of a rule.
struct Phrase {
  std::string text{};
  std::vector<Phrase> items{};
  bool empty() const { return text.empty() && items.empty(); }
  friend bool operator==(const Phrase&, const Phrase&) = default;
};

/// The text for a hole. If none is given, the words around the hole in brackets are left out.
struct HoleText {
  bool given = true;
  Phrase phrase{};
};
using Say = std::function<HoleText(std::string_view hole)>;
/// Words with their holes filled (core/words.hpp). One point is singular in English.
Phrase fill(std::string_view words, const Say& say);
/// The names of the holes in words, in order.
std::vector<std::string_view> holes_of(std::string_view words);

/// How words name measures, options and criteria: as the model does, for programs, or by their labels in quotes, for people.
enum class Names : bool { ids, labels };

/// The base of classes that write in one language.
class InLanguage {
 public:
  explicit InLanguage(Language language) : language_(language) {}

 protected:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }
  /// Words with the same text in each of their holes.
  std::string in(const Words& words, const std::string& thing) const;
  Language language_;
};

/// A number as people write it: with a decimal comma in Vietnamese, a point in English.
std::string number_words(const Decimal& number, Language language);
/// The same with a mark between thousands, as figures of evidence are written: `4,536.5`, in Vietnamese `4.536,5`.
std::string grouped_number_words(const Decimal& number, Language language);
/// A day as people write it: 31/3/2024 in Vietnamese, 2024-03-31 in English.
std::string day_words(Date day, Language language);
/// The label in a language, otherwise in the other one, otherwise the id; an empty label is none.
std::string label_of(const About& about, std::string_view id, Language language);
/// The label of a criterion behind its number, if it has one: `3.1 Procedures`.
std::string numbered(const std::string& number, const std::string& label);
/// The label of the item in a list that has this id, otherwise the id.
template <class List>
std::string label_in(const List& list, std::string_view id, Language language) {
  for (const auto& item : list)
    if (item.id == id) return label_of(item.about, id, language);
  return std::string(id);
}
/// A name within a sentence: in quotes.
inline std::string quoted_name(std::string_view name) { return "“" + std::string(name) + "”"; }
/// Texts joined by a separator.
std::string joined(const std::vector<std::string>& texts, std::string_view between);
}
