#pragma once
#include <chiso/model/model.hpp>
#include <io/words/words.hpp>

namespace chiso::inline CHISO_BUILD {
/// `Not applicable: full points.` A policy in words, with the state that it is for.
std::string policy_words(WhenNotApplicable policy, Language language);
std::string policy_words(WhenMissing policy, Language language);
std::string policy_words(WhenUndefined policy, Language language);
/// The policies that hold where a criterion says nothing else.
Policies policies_of(const ModelDraft& draft);
}
