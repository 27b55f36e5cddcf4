#include <array>
#include <io/words/policy_words.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr Words left_out{.en = "left out of both the points achieved and the points applicable",
                         .vi = "không tính vào điểm đạt được và điểm tối đa áp dụng"};
constexpr Words full{.en = "full points", .vi = "được điểm tối đa"};
constexpr Words none{.en = "no points; its points stay applicable", .vi = "0 điểm, vẫn tính vào điểm tối đa áp dụng"};

constexpr std::array<Words, 3> words_of(WhenNotApplicable) { return {left_out, full, none}; }
constexpr std::array<Words, 3> words_of(WhenMissing) {
  return {{{.en = "no points; its points stay applicable, and the result is incomplete and not ranked",
            .vi = "0 điểm, vẫn tính vào điểm tối đa áp dụng; đơn vị bị coi là chưa đủ số liệu và chưa được xếp hạng"},
           none,
           left_out}};
}
constexpr std::array<Words, 4> words_of(WhenUndefined) {
  return {{{.en = "as where evidence is missing", .vi = "coi như thiếu số liệu"},
           {.en = "as where it does not apply", .vi = "coi như không áp dụng"},
           none,
           full}};
}

template <class Policy>
std::string said(const Words& state, Policy policy, Language language) {
  return std::string(state.in(language)).append(": ").append(words_of(policy)[static_cast<std::size_t>(policy)].in(language));
}
}

std::string policy_words(WhenNotApplicable policy, Language language) {
  return said({.en = "Not applicable", .vi = "Không áp dụng"}, policy, language);
}
std::string policy_words(WhenMissing policy, Language language) {
  return said({.en = "Evidence missing", .vi = "Thiếu số liệu"}, policy, language);
}
std::string policy_words(WhenUndefined policy, Language language) {
  return said({.en = "No value (such as a division by zero)", .vi = "Không tính được (ví dụ chia cho 0)"}, policy, language);
}

std::string policy_effect(const Policies& policies, State state, Language language) {
  const auto effect = [&](auto policy) { return std::string(words_of(policy)[static_cast<std::size_t>(policy)].in(language)); };
  if (state == State::missing) return effect(policies.missing);
  if (state == State::not_applicable) return effect(policies.not_applicable);
  return policies.undefined ? effect(*policies.undefined) : "";
}
std::string_view policy_name(const Policies& policies, State state) {
  if (state == State::missing) return name_of(policies.missing);
  if (state == State::not_applicable) return name_of(policies.not_applicable);
  return policies.undefined ? name_of(*policies.undefined) : "";
}
Policies policies_of(const ModelDraft& draft) {
  return {.not_applicable = draft.not_applicable.value_or(WhenNotApplicable::exclude),
          .missing = draft.missing.value_or(WhenMissing::incomplete),
          .undefined = draft.undefined};
}
}
