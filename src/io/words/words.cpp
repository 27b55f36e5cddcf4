#include <algorithm>
#include <io/words/words.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Fills one alternative, or the parts outside brackets of a text without. Returns whether every hole was given.
bool fill_plain(std::string_view words, const Say& say, Phrase& out) {
  constexpr std::string_view points = " points";
  bool given = true;
  for (std::size_t at = 0; at < words.size();) {
    if (words[at] != '{') {
      out.text += words[at++];
      continue;
    }
    const auto end = words.find('}', at);
    const auto hole = words.substr(at + 1, end - at - 1);
    at = end + 1;
    const auto rest = words.substr(at);
    const auto said = say(hole);
    given = given && said.given;
    out.text += said.phrase.text;
    if (!said.phrase.items.empty())
      while (said.phrase.text.empty() && out.text.ends_with(' ')) out.text.pop_back();  // a list begins on the next line
    out.items.insert(out.items.end(), said.phrase.items.begin(), said.phrase.items.end());
    if (said.phrase.text == "1" && rest.starts_with(points)) {
      out.text += " point";
      at += points.size();
    }
  }
  return given;
}
}

Phrase fill(std::string_view words, const Say& say) {
  Phrase out;
  for (std::size_t at = 0; at < words.size();) {
    const auto open = words.find('[', at);
    fill_plain(words.substr(at, open - at), say, out);
    if (open == words.npos) break;
    const auto close = words.find(']', open);
    for (auto from = open + 1; from <= close;) {
      const auto to = std::min(words.find('|', from), close);
      Phrase alternative;
      if (fill_plain(words.substr(from, to - from), say, alternative)) {
        out.text += alternative.text;
        out.items.insert(out.items.end(), alternative.items.begin(), alternative.items.end());
        break;
      }
      from = to + 1;
    }
    at = close + 1;
  }
  return out;
}

std::vector<std::string_view> holes_of(std::string_view words) {
  std::vector<std::string_view> out;
  for (auto at = words.find('{'); at != words.npos; at = words.find('{', at + 1))
    out.push_back(words.substr(at + 1, words.find('}', at) - at - 1));
  return out;
}

std::string InLanguage::in(const Words& words, const std::string& thing) const {
  return fill(words.in(language_), [&](std::string_view) -> HoleText { return {.phrase = {thing, {}}}; }).text;
}

std::string number_words(const Decimal& number, Language language) {
  auto out = number.text();
  if (const auto point = out.find('.'); language == Language::vi && point != out.npos) out[point] = ',';
  return out;
}

std::string day_words(Date day, Language language) { return language == Language::vi ? day.day_first() : day.text(); }

std::string grouped_number_words(const Decimal& number, Language language) {
  auto out = number_words(number, language);
  const auto first_digit = static_cast<std::size_t>(out.starts_with('-'));
  auto at = std::min(out.find(language == Language::vi ? ',' : '.'), out.size());
  for (; at > first_digit + 3; at -= 3) out.insert(at - 3, 1, language == Language::vi ? '.' : ',');
  return out;
}

std::string label_of(const About& about, std::string_view id, Language language) {
  const auto label = about.label ? about.label->in(language) : std::string_view();
  return std::string(label.empty() ? id : label);
}
std::string numbered(const std::string& number, const std::string& label) { return number.empty() ? label : number + " " + label; }

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string out;
  for (const auto& text : texts) out.append(&text == texts.data() ? "" : between).append(text);
  return out;
}
}
