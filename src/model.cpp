#include <chiso/model/impl/classes_draft.ipp>
#include <chiso/model/impl/draft.ipp>
#include <chiso/model/impl/labelled_ids.ipp>
#include <chiso/model/impl/model.ipp>
#include <chiso/model/impl/weights.ipp>

// Checks that the fields() of each type of draft have all its members; for rules see rule.cpp.
namespace chiso::inline CHISO_BUILD {
static_assert(lists_every_member<MeasureDraft>() && lists_every_member<TableDraft>() && lists_every_member<CriterionDraft>() &&
              lists_every_member<EntryDraft>());
static_assert(lists_every_member<SideDraft>() && lists_every_member<AdjustmentsDraft>() && lists_every_member<PublishDraft>());
static_assert(lists_every_member<TieBreakDraft>() && lists_every_member<QuotaDraft>());
static_assert(lists_every_member<RankingDraft>() && lists_every_member<BandDraft>() && lists_every_member<VetoDraft>());
static_assert(lists_every_member<ClassesDraft>() && lists_every_member<ModelDraft>());
template <class... C>
consteval bool every_check_lists_its_members(const std::variant<C...>*) {
  return (lists_every_member<C>() && ...);
}
static_assert(every_check_lists_its_members(static_cast<const AnyCheck*>(nullptr)));
}
