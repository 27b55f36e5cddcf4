#pragma once
#include <chiso/model/model.hpp>
#include <io/words/words.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A policy in words, with the state that it is for: `Not applicable: full points.`
std::string policy_words(WhenNotApplicable policy, Language language);
std::string policy_words(WhenMissing policy, Language language);
std::string policy_words(WhenUndefined policy, Language language);
/// What the policy of a state (not applicable, missing or undefined) makes of a leaf, in words: `full points`.
std::string policy_effect(const Policies& policies, State state, Language language);
/// The same by its name in files: `full`.
std::string_view policy_name(const Policies& policies, State state);
/// The policies of criteria that name none of their own.
Policies policies_of(const ModelDraft& draft);
}
