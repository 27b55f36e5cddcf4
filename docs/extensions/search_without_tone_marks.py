"""The search of the site finds Vietnamese words written with or without their marks: `xếp loại` by `xep loai`, and the other way round.

Words of the pages lose their marks when Sphinx writes them into the index, and words of the query when the reader's browser looks for them;
then both are stemmed as English ones. No word is left out as too common: `the` is also `thẻ`, and `in` is to print.
"""

import unicodedata

from sphinx.search.en import SearchEnglish

#: As `without_marks`, for the browser. Marks may be apart from their letters in a query, so they are joined before it is split into words.
IN_THE_BROWSER = r"""
const withoutMarks = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
window.Stemmer = (function (English) {
  return function () {
    const english = new English();
    this.stemWord = (word) => english.stemWord(withoutMarks(word));
  };
})(window.Stemmer);
var splitQuery = (query) =>
  query
    .normalize("NFC")
    .split(/[^\p{Letter}\p{Number}_\p{Emoji_Presentation}]+/gu)
    .filter((term) => term);
"""


def without_marks(text: str) -> str:
    letters = unicodedata.normalize("NFD", text)
    return "".join(c for c in letters if not unicodedata.category(c).startswith("M")).replace("đ", "d").replace("Đ", "D")


class SearchWithoutToneMarks(SearchEnglish):
    stopwords = frozenset()
    js_splitter_code = IN_THE_BROWSER

    def stem(self, word: str) -> str:
        return super().stem(without_marks(word))


def setup(app):
    app.add_search_language(SearchWithoutToneMarks)
    return {"parallel_read_safe": True}
