#pragma once
#include <chiso/model/model.hpp>
#include <io/words/words.hpp>

namespace chiso::inline CHISO_BUILD {
/// A policy in words, with the state that it is for: `Not applicable: full points.`
std::string policy_words(WhenNotApplicable policy, Language language);
std::string policy_words(WhenMissing policy, Language language);
std::string policy_words(WhenUndefined policy, Language language);
/// The policies of criteria that name none of their own.
Policies policies_of(const ModelDraft& draft);
}
