#pragma once
#include <chiso/core/composed.hpp>
#include <chiso/core/report.hpp>
#include <chiso/model/draft.hpp>
#include <chiso/model/text_problems.hpp>

namespace chiso::inline CHISO_BUILD {
/// Checks that every text of a draft made in code is as readers make it: well-formed, trimmed, composed. Walks the fields.
struct TextCheck {
  Report& report;

  CHISO_INLINE void operator()(const std::string& text) const {
    if (!report.clean_here()) return;
    if (!is_utf8(text))
      report.add(problems::text_utf8, {phrases::bytes_of_no_text, phrases::utf8});
    else if (trimmed(text) != text)
      report.add(problems::text_blanks, {text});
    else if (!is_composed(text))
      report.add(problems::text_composed, {text});
  }
  CHISO_INLINE void operator()(const ExpressionText& expression) const { (*this)(expression.text); }
  CHISO_INLINE void operator()(const Text& text) const {
    if (const auto* one = std::get_if<std::string>(&text)) return (*this)(*one);
    const auto& both = std::get<Bilingual>(text);
    member("vi", both.vi);
    member("en", both.en);
  }
  template <class... Either>
  void operator()(const std::variant<Either...>& either) const {
    std::visit(*this, either);
  }
  // Through lambdas: clang instantiates a visit by *this, which depends on nothing, for every unit that includes this.
  CHISO_INLINE void operator()(const Rule& rule) const {
    std::visit([this](const auto& one) { (*this)(one); }, static_cast<const AnyRule&>(rule));
  }
  CHISO_INLINE void operator()(const CheckDraft& check) const {
    std::visit([this](const auto& one) { (*this)(one); }, static_cast<const AnyCheck&>(check));
  }
  template <class T>
  void operator()(const Box<T>& box) const {
    (*this)(*box);
  }
  template <class T>
  void operator()(const std::optional<T>& some) const {
    if (some) (*this)(*some);
  }
  template <class T>
  void operator()(const OptionalBox<T>& some) const {
    if (some) (*this)(*some);
  }
  template <class T>
  void operator()(const std::vector<T>& list) const {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto step = report.step(i);
      (*this)(list[i]);
    }
  }
  template <class T>
  void operator()(const std::vector<std::pair<std::string, T>>& members) const {
    for (const auto& [name, value] : members) {
      const auto step = report.step(name);
      (*this)(name);
      (*this)(value);
    }
  }
  template <Described T>
  void operator()(const T& value) const {
    for_each_field<T>([&](const auto& field) { member(field.name, value.*field.member); });
    if constexpr (Annotated<T>) (*this)(value.about);
  }
  template <class T>
    requires(std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_same_v<T, Decimal> || std::is_same_v<T, Json>)
  void operator()(const T&) const {}

 private:
  template <class T>
  void member(std::string_view name, const T& value) const {
    const auto step = report.step(name);
    (*this)(value);
  }
};
}
