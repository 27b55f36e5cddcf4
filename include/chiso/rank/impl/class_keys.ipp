#pragma once
#include <algorithm>
#include <chiso/rank/impl/classes.ipp>

namespace chiso::inline CHISO_BUILD {
/// What the class of a row follows from before any quota, beside its rank, as numbers that ranking keys carry to the other parts of a
/// table: the place of the class among class_ids, or `none`; where ranks are classed, the place among the bands of its block of the best
/// that vetoes leave, or `none` if one is missing, and the Verdict of each band that asks for more. Only for models with quotas.
class ClassKeys {
 public:
  static constexpr std::uint32_t none = RowClasses::none;
  CHISO_INLINE explicit ClassKeys(const Scores& scores)
      : unranked_(scores), classifier_{.ranks = unranked_, .of = *scores.model().classes()} {
    if (classes_ranks(classifier_.of))
      classifier_.set_up();
    else
      classes_ = classifier_.run();
  }
  ClassKeys(const ClassKeys&) = delete;
  ClassKeys& operator=(const ClassKeys&) = delete;
  /// How many numbers a row of a block has.
  CHISO_INLINE static std::size_t width(const Model& model, std::string_view block) {
    const auto& classes = model.classes();
    if (!classes || classes->quotas.empty()) return 0;
    const auto& bands = classes->of_block(block);
    const auto asks = [](const Band& band) { return band.requirement.has_value(); };
    return 1 + (classes_ranks(*classes) ? static_cast<std::size_t>(std::count_if(bands.begin(), bands.end(), asks)) : 0);
  }
  /// Whether rows can have these numbers.
  CHISO_INLINE static bool can_be(const Model& model, std::string_view block, std::span<const std::uint32_t> key) {
    const auto& bands = model.classes()->of_block(block);
    const auto first = key.front();
    if (first != none && !classes_ranks(*model.classes())) {
      const auto ids = class_ids(model);
      return first < ids.size() && std::any_of(bands.begin(), bands.end(), [&](const Band& band) { return band.id == ids[first]; });
    }
    const auto is_verdict = [](std::uint32_t number) { return number <= static_cast<std::uint32_t>(Verdict::missing); };
    return (first == none || first < bands.size()) && std::all_of(key.begin() + 1, key.end(), is_verdict);
  }
  CHISO_INLINE void add(std::size_t row, std::vector<std::uint32_t>& to) const {
    if (classes_ranks(classifier_.of))
      classifier_.add_verdicts(row, to);
    else
      to.push_back(classes_.codes()[row]);
  }

 private:
  RowRanks unranked_;
  Classifier classifier_;
  RowClasses classes_{};
};
}
