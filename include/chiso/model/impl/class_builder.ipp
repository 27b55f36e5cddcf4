#pragma once
#include <algorithm>
#include <chiso/model/class_problems.hpp>
#include <chiso/model/impl/name_lists.ipp>
#include <chiso/model/model.hpp>
#include <unordered_map>
#include <unordered_set>

namespace chiso::inline CHISO_BUILD {
/// Builds the classes of a draft, at the place of the report.
struct ClassBuilder {
  const ClassesDraft& draft;
  const PublishDraft& publish;
  bool blocks_are_declared;
  ModelData& data;
  Report& report;
  static constexpr std::size_t most_searches = 100;  // for a class by its label: of a long list of problems nobody reads the hints
  static constexpr std::size_t most_of_list = 200;   // bytes of the ids that a message lists
  std::unordered_map<std::string, std::size_t> lists_of_class{};
  std::unordered_set<std::string> last_classes{};  // of the lists
  std::size_t lists = 0;
  bool lists_are_clean = true;

  CHISO_INLINE Classes run() {
    Classes out{.on = draft.on, .decimals = published_decimals()};
    if (draft.decimals && (*draft.decimals < 0 || *draft.decimals > 9)) {
      const auto step = report.step("decimals");
      if (report.clean_here()) report.add(problems::decimals_range, {*draft.decimals});
    }
    if (draft.decimals && draft.on != ClassOn::published && draft.on != ClassOn::points) {
      const auto step = report.step("decimals");
      report.warn(problems::classes_decimals, {name_of(draft.on)});
    }
    {
      const auto step = report.step("bands");
      out.bands = bands(draft.bands);
    }
    by_block(out);
    count_lists(out);
    {
      const auto list = report.step("vetoes");
      for (std::size_t i = 0; i < draft.vetoes.size(); ++i) {
        const auto step = report.step(i);
        out.vetoes.push_back(veto(draft.vetoes[i]));
      }
    }
    const auto list = report.step("quotas");
    for (std::size_t i = 0; i < draft.quotas.size(); ++i) {
      const auto step = report.step(i);
      out.quotas.push_back(quota(draft.quotas[i]));
    }
    return out;
  }

  CHISO_INLINE std::vector<Band> bands(const std::vector<BandDraft>& list) {
    std::vector<Band> out;
    std::vector<bool> asks_more;
    std::unordered_set<std::string_view> seen;
    const bool read = report.clean_here();  // ends that were not read are not checked
    if (list.empty() && report.clean_here()) report.add(problems::bands_none);
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto step = report.step(i);
      {
        const auto at = report.step("id");
        const auto& id = list[i].id;
        if (report.clean_here() && !is_id(id)) report.add(problems::id_name, {id, phrases::id});
        if (!seen.insert(id).second && report.clean_here()) report.add(problems::id_duplicate, {id, phrases::own_id_in_list});
      }
      out.push_back({list[i].id, range_of(list[i].ends()), requirement(list[i], i + 1 == list.size())});
      asks_more.push_back(list[i].requirement.has_value());
    }
    if (!read) return out;
    check_ends(ends_of(list), report, asks_more);
    if (!report.clean_here()) return out;
    warn_of_gaps(out);
    warn_of_unreachable(list, asks_more);
    return out;
  }

  CHISO_INLINE static std::vector<Ends> ends_of(const std::vector<BandDraft>& list) {
    std::vector<Ends> out;
    out.reserve(list.size());
    for (const auto& band : list) out.push_back(band.ends());
    return out;
  }

  /// The last band must be there, whatever is left for it. What points come to is not known here.
  CHISO_INLINE void warn_of_unreachable(const std::vector<BandDraft>& list, const std::vector<bool>& asks_more) {
    constexpr Words up_to{"a result from 0 to {0}", "kết quả từ 0 đến {0}"}, at_least{"a result of at least {0}", "kết quả từ {0} trở lên"};
    if (draft.on == ClassOn::points || !has_scale()) return;
    const auto most = draft.on == ClassOn::published || draft.on == ClassOn::exact ? highest_index() : Decimal(1);
    const bool is_index = draft.on == ClassOn::published || draft.on == ClassOn::exact;
    const bool is_open = draft.on == ClassOn::rank || (is_index && publish.may_exceed_100);
    const auto least = draft.on == ClassOn::rank ? Decimal(1) : Decimal(0);
    Interval known{.least = Rational(least)};
    if (!is_open) known.most = Rational(most);
    std::vector<Range> ranges;
    for (const auto& band : list) ranges.push_back(range_of(band.ends()));
    const auto can_hold = reachable(ranges, known, asks_more);
    for (std::size_t i = 0; i + 1 < ranges.size(); ++i) {
      if (can_hold[i]) continue;
      const auto step = report.step(i);
      report.warn(problems::band_unreachable,
                  {words_of(list[i].ends()), is_open ? Argument(at_least, {least.text()}) : Argument(up_to, {most.text()})});
    }
  }

  CHISO_INLINE OptionalBox<Program> requirement(const BandDraft& band, bool is_last) {
    const auto step = report.step("requires");
    if (!band.requirement || !report.clean_here()) return {};
    if (is_last) report.add(problems::band_requires);
    auto program = compile(*band.requirement, Type::truth, data.measures, data.derived, report);
    return program ? OptionalBox<Program>(std::move(*program)) : OptionalBox<Program>();
  }

  /// What is classed has the decimals with which it is published, none if it is a rank, and any number if it is exact or a share.
  CHISO_INLINE void warn_of_gaps(const std::vector<Band>& bands) {
    const bool is_published = draft.on == ClassOn::published || draft.on == ClassOn::points;
    const auto decimals = is_published ? std::optional(published_decimals()) : draft.on == ClassOn::rank ? std::optional(0) : std::nullopt;
    std::vector<Range> ranges;
    for (const auto& band : bands) ranges.push_back(band.range);
    for (const auto& gap : narrow_gaps(ranges, decimals)) {
      const auto step = report.step((std::max)(gap.lower, gap.upper));
      report.warn(problems::band_gap, {words_of(gap), bands.back().id});
    }
  }
  CHISO_INLINE bool has_scale() const { return publish.scale > Decimal(0) && published_decimals() >= 0 && published_decimals() <= 9; }
  /// Of an index as it is classed, without a bonus: a published one may be rounded up.
  CHISO_INLINE Decimal highest_index() const {
    if (draft.on != ClassOn::published) return publish.scale;
    return (std::max)(publish.scale, Rational(publish.scale).rounded(published_decimals(), publish.rounding));
  }
  CHISO_INLINE int published_decimals() const {
    const int published = draft.on == ClassOn::points ? publish.point_decimals() : publish.decimals;
    return draft.decimals.value_or(published);
  }

  CHISO_INLINE void by_block(Classes& out) {
    const auto in = report.step("by_block");
    if (!blocks_are_declared && !draft.by_block.empty()) report.add(problems::by_block_undeclared);
    std::unordered_set<std::string_view> seen;
    for (const auto& entry : draft.by_block) {
      const auto& block = entry.first;
      const auto step = report.step(block);
      if (blocks_are_declared) index_or_report(block, data.blocks, block_names, report);
      if (!seen.insert(block).second && report.clean_here()) report.add(problems::key_duplicate, {block, phrases::each_block_once});
      out.by_block.emplace_back(block, bands(entry.second));
    }
  }

  /// Counts in how many lists of bands each class stands. If the lists have problems themselves, vetoes and quotas are not checked against
  /// them.
  CHISO_INLINE void count_lists(const Classes& classes) {
    const auto count = [&](const std::vector<Band>& list) {
      ++lists;
      for (const auto& band : list) ++lists_of_class[band.id];
      if (!list.empty()) last_classes.insert(list.back().id);
    };
    count(classes.bands);
    for (const auto& entry : classes.by_block) count(entry.second);
    const auto clean = [&](std::string_view member) {
      const auto step = report.step(member);
      return report.clean_here();
    };
    lists_are_clean = clean("bands") && clean("by_block");
  }

  CHISO_INLINE void at_least(const VetoDraft& veto, Veto& out) {
    if (!veto.at_least) return;
    const auto criteria = veto.criterion ? veto.criterion->size() : 0;
    const auto step = report.step("at_least");
    if (!report.clean_here()) return;
    if (*veto.at_least < 1 || static_cast<std::size_t>(*veto.at_least) > criteria)
      report.add(problems::veto_at_least, {*veto.at_least, criteria == 0 ? Argument(phrases::criteria_to_count)
                                                                         : Argument(phrases::one_to_its_criteria, {criteria})});
    else
      out.at_least = static_cast<std::size_t>(*veto.at_least);
  }
  CHISO_INLINE Veto veto(const VetoDraft& veto) {
    Veto out{.when = {}, .criteria = {}, .below = veto.below, .at_least = 1, .at_most = veto.at_most};
    if (!veto.when && !veto.criterion && report.clean_here()) report.add(problems::veto_empty);
    if (veto.criterion.has_value() != veto.below.has_value() && report.clean_here())
      report.add(problems::veto_below, {veto.below ? phrases::below_alone : phrases::criterion_alone});
    {
      const auto step = report.step("when");
      if (veto.when && report.clean_here()) out.when = compile(*veto.when, Type::truth, data.measures, data.derived, report);
    }
    if (veto.criterion) {
      const auto list = report.step("criterion");
      if (veto.criterion->empty() && report.clean_here()) report.add(problems::veto_criterion);
      for (std::size_t i = 0; i < veto.criterion->size(); ++i)
        if (report.clean_here())
          if (const auto node = criterion_of((*veto.criterion)[i], data, report)) out.criteria.push_back(*node);
    }
    at_least(veto, out);
    warn_of_scale(veto);
    const auto step = report.step("at_most");
    if (report.clean_here() && !is_in_every_list(veto.at_most)) no_class(problems::veto_at_most, veto.at_most);
    return out;
  }
  /// The index of a criterion is never below 0, nor above the scale (a bonus lifts that of the model alone).
  CHISO_INLINE void warn_of_scale(const VetoDraft& veto) {
    const auto step = report.step("below");
    if (!veto.below || !veto.criterion || !report.clean_here() || !has_scale()) return;
    const auto most = highest_index();
    const bool always = *veto.below > most;
    if (!always && *veto.below > Decimal(0)) return;
    report.warn(problems::veto_scale,
                {Argument(always ? phrases::every_index_is_below : phrases::no_index_is_below, {veto.below->text()}), most.text()});
  }
  /// Reports a class that is not in every list of bands, with those that are, and with the one of that label or the nearest id.
  CHISO_INLINE void no_class(const ProblemEntry& entry, const std::string& name) {
    std::string known, hint;
    std::vector<std::string_view> ids;
    if (report.total() <= most_searches) {
      for (const auto& band : draft.bands) {
        if (!is_in_every_list(band.id)) continue;
        ids.push_back(band.id);
        if (known.size() < most_of_list) known.append(known.empty() ? "" : ", ").append(band.id);
        if (hint.empty() && band.about.label && is_label(name, *band.about.label)) hint = band.id;
      }
    }
    if (hint.empty()) hint = report.suggestion(name, [&] { return ids; });
    auto expected = known.empty() ? Argument(phrases::class_of_every_list) : Argument(phrases::class_out_of, {std::move(known)});
    report.add(entry, {name, std::move(expected)}).hint = std::move(hint);
  }
  /// Also where the lists themselves have problems.
  CHISO_INLINE bool is_in_every_list(const std::string& class_id) const {
    const auto found = lists_of_class.find(class_id);
    return !lists_are_clean || (found != lists_of_class.end() && found->second == lists);
  }

  CHISO_INLINE Quota quota(const QuotaDraft& quota) {
    Quota out{.class_id = quota.class_id, .at_most = quota.at_most, .of = {}};
    {
      const auto step = report.step("class");
      if (report.clean_here() && !is_in_every_list(quota.class_id))
        no_class(problems::quota_class, quota.class_id);
      else if (report.clean_here() && lists_are_clean && last_classes.contains(quota.class_id))
        report.add(problems::quota_last, {quota.class_id});
    }
    {
      const auto step = report.step("at_most");
      if (report.clean_here() && (quota.at_most < Decimal(0) || quota.at_most > Decimal(100)))
        report.add(problems::quota_at_most, {quota.at_most.text()});
      else if (report.clean_here() && quota.at_most > Decimal(0) && quota.at_most < Decimal(1))
        report.warn(problems::quota_share, {quota.at_most.text(), Decimal(quota.at_most.digits() * 100, quota.at_most.scale()).text()});
    }
    const auto* classes = std::get_if<std::vector<std::string>>(&quota.of);
    if (classes == nullptr) return out;
    out.of = *classes;
    const auto list = report.step("of");
    if (classes->empty() && report.clean_here()) report.add(problems::quota_of);
    for (std::size_t i = 0; i < classes->size(); ++i) {
      const auto step = report.step(i);
      if (report.clean_here() && !is_in_every_list((*classes)[i])) no_class(problems::quota_class, (*classes)[i]);
    }
    return out;
  }
};
}
