#pragma once
#include <chiso/core/decimal.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
using Language = Text::Language;

/// A text, and below it a list, of the tiers of a rule for one.
struct Phrase {
  std::string text{};
  std::vector<Phrase> items{};
  bool empty() const { return text.empty() && items.empty(); }
  friend bool operator==(const Phrase&, const Phrase&) = default;
};

/// What a hole says. Where nothing is given, the words around it in brackets are not said.
struct Said {
  bool given = true;
  Phrase phrase{};
};
using Say = std::function<Said(std::string_view hole)>;
/// Words with their holes filled (core/words.hpp). One point is singular in English.
Phrase fill(std::string_view words, const Say& say);
/// The names of the holes of words, in their order.
std::vector<std::string_view> holes_of(std::string_view words);

/// What says things in one language has this as its base.
class InLanguage {
 public:
  explicit InLanguage(Language language) : language_(language) {}

 protected:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }
  /// Words with one thing to say, in each of their holes.
  std::string in(const Words& words, const std::string& thing) const;
  Language language_;
};

/// A number as people write it: with a comma in Vietnamese, a point in English.
std::string number_words(const Decimal& number, Language language);
/// The label in a language, else in the other; the id where there is none.
std::string label_of(const About& about, std::string_view id, Language language);
/// The label of the item of a list that has this id; the id where there is none.
template <class List>
std::string label_in(const List& list, std::string_view id, Language language) {
  for (const auto& item : list)
    if (item.id == id) return label_of(item.about, id, language);
  return std::string(id);
}
/// A name in a sentence: in quotes.
inline std::string quoted_name(std::string_view name) { return "“" + std::string(name) + "”"; }
/// Texts with something between them.
std::string joined(const std::vector<std::string>& texts, std::string_view between);
}
