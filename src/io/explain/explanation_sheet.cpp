#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/explain/bridge.hpp>
#include <chiso/explain/comparison.hpp>
#include <chiso/explain/lost.hpp>
#include <chiso/explain/rank_change.hpp>
#include <chiso/explain/row_points.hpp>
#include <io/explain/explanation_sheet.hpp>
#include <io/json/model_identity.hpp>
#include <io/words/cause_words.hpp>
#include <io/words/class_words.hpp>
#include <io/words/labels.hpp>

// Says where points were lost, and why two rows differ.
namespace chiso::inline CHISO_BUILD {
namespace {
using Section = Page::Section;
using Row = Page::Row;
using Kind = Page::Head::Kind;

class Explainer : InLanguage {
 public:
  Explainer(const RankedRowOf& of, Language language)
      : InLanguage(language), of_(of), model_(of.ranked.scores().model()), decimals_(model_.publish().decimals) {}

  Page lost() {
    auto out = sheet({.en = "Where points were lost", .vi = "Mất điểm ở đâu"});
    out.sentences.push_back(row_words(of_));
    const auto found = chiso::lost(of_.ranked, of_.row);
    if (!found) {
      out.sections.push_back({.title = in({.en = "No index", .vi = "Không có chỉ số"}),
                              .sentences = {in({.en = "Nothing is applicable.", .vi = "Không có tiêu chí nào áp dụng."})}});
      return out;
    }
    Section section{.title = in({.en = "Criteria that lost points, most first", .vi = "Các tiêu chí mất điểm, nhiều nhất trước"})};
    section.sentences.push_back(
        in({.en = "Lost: index points. Mean and best: of the units ranked in the same block, in percent of the points of the criterion.",
            .vi = "Mất: điểm chỉ số. Bình quân, cao nhất: của các đơn vị được xếp hạng cùng khối, tính bằng % số điểm của tiêu chí."}));
    section.heads = {head(labels::number, Kind::number),
                     head(labels::criterion, Kind::name),
                     figure({.en = "Lost", .vi = "Mất"}),
                     figure(labels::achieved),
                     figure(labels::applicable),
                     figure({.en = "Mean", .vi = "Bình quân"}),
                     figure({.en = "Best", .vi = "Cao nhất"})};
    std::vector<const LeafLost*> leaves;
    for (const auto& leaf : found->leaves)
      if (leaf.lost.sign() != 0) leaves.push_back(&leaf);
    std::stable_sort(leaves.begin(), leaves.end(), [](const auto* a, const auto* b) { return b->lost < a->lost; });
    Rational sum, shown;
    for (const auto* leaf : leaves) {
      sum = sum + leaf->lost;
      shown = shown + as_shown(leaf->lost);
      section.rows.push_back({.cells = {model_.nodes()[leaf->node].number, title(model_, leaf->node), plain(leaf->lost),
                                        points(leaf->achieved), points(leaf->applicable), share(leaf->mean), share(leaf->best)}});
    }
    section.rows.push_back({.kind = Row::Kind::total, .cells = {"", in({.en = "All", .vi = "Tất cả"}), plain(sum), "", "", "", ""}});
    if (shown != as_shown(sum)) section.sentences.push_back(rounded_words());
    out.sections.push_back(std::move(section));
    out.sections.push_back(way_to_the_index(*found));
    return out;
  }

  Page comparison(const RankedRowOf& before) {
    const bool is_one_unit = before.ranked.scores().evidence().unit(before.row) == of_.ranked.scores().evidence().unit(of_.row);
    auto out = sheet({.en = "Why the index differs", .vi = is_one_unit ? "Vì sao chỉ số thay đổi" : "Vì sao chỉ số khác nhau"});
    out.sentences = {row_words(before), row_words(of_)};
    const auto &scores_a = before.ranked.scores(), &scores_b = of_.ranked.scores();
    const Comparer comparer(scores_a.model(), scores_b.model());
    const RowPoints a(scores_a, before.row), b(scores_b, of_.row);
    const auto of = comparer.compare(a, b);
    if (!of.difference) {
      out.sections.push_back({.title = in({.en = "No comparison", .vi = "Không so sánh được"}),
                              .sentences = {in({.en = "One of the two has no index.", .vi = "Một trong hai dòng không có chỉ số."})}});
      return out;
    }
    out.sections.push_back(terms(before, comparer, of, a, b));
    out.sections.push_back(causes(of));
    if (auto section = places(before)) out.sections.push_back(*std::move(section));
    return out;
  }

  Section bridge(const RankedRowOf& before) const {
    Section out{.title = in({.en = "The model and the evidence", .vi = "Do bộ tiêu chí, do số liệu"})};
    std::optional<Bridge> bridge;
    try {
      bridge = Bridges(before.ranked.scores(), of_.ranked.scores()).of(before.row, of_.row);
    } catch (const EvidenceError&) {  // a bound or an option of one model refuses a cell of the other's table
    }
    if (!bridge) {
      out.sentences.push_back(
          in({.en = "It cannot be told how much of the difference comes of the model: one of the models does not score the "
                    "evidence of the other.",
              .vi = "Không tách được phần do bộ tiêu chí: có bộ tiêu chí không chấm được trên số liệu của bộ kia."}));
      return out;
    }
    out.sentences.push_back(
        in({.en = "Both models have scored both tables. What the new model makes of the difference is the mean of what it "
                  "changes on the old table and on the new one; the rest comes of the evidence.",
            .vi = "Hai bộ tiêu chí được chấm trên cả hai bảng số liệu. Phần do bộ tiêu chí là bình quân của mức thay đổi "
                  "trên bảng cũ và trên bảng mới; phần còn lại do số liệu."}));
    out.heads = {no_number(), head(labels::because_of, Kind::name), figure(labels::index_points)};
    out.rows.push_back({.cells = {"", cause_words(Cause::model, language_), with_sign(bridge->model)}});
    out.rows.push_back({.cells = {"", cause_words(Cause::evidence, language_), with_sign(bridge->evidence)}});
    const auto published = [](const RankedRowOf& of) { return Rational(of.ranked.scores().index(of.row)->published()); };
    const auto difference = published(of_) - published(before);  // as the comparison shows it
    out.rows.push_back({.kind = Row::Kind::total, .cells = {"", in(labels::difference), with_sign(difference)}});
    if (as_shown(bridge->model) + as_shown(bridge->evidence) != difference) out.sentences.push_back(rounded_words());
    return out;
  }

 private:
  Page sheet(const Words& title) const {
    return {.model = name_of_model(model_, language_), .title = in(title), .identity = identity_words(model_, language_)};
  }
  Page::Head head(const Words& title, Kind kind) const { return {in(title), kind}; }
  static Page::Head no_number() { return {"", Kind::number}; }
  Page::Head figure(const Words& title) const { return {in(title), Kind::figure}; }
  /// The unit with its period and track, its index, rank and class.
  std::string row_words(const RankedRowOf& of) const {
    const auto& scores = of.ranked.scores();
    const auto& evidence = scores.evidence();
    auto out = std::string(evidence.unit(of.row));
    const auto add = [&](std::string_view name) {
      if (!name.empty()) out.append(", ").append(name);
    };
    add(evidence.period(of.row));
    add(track_name(of));
    out += ": " + index_and_rank(of, language_);
    if (!of.ranked.rank(of.row)) out += in({.en = ", not ranked", .vi = ", không được xếp hạng"});
    if (const auto id = of.ranked.class_id(of.row); !id.empty())
      out += in(Words{", class {0}", ", xếp loại {0}"}, class_words(scores.model(), evidence.block(of.row), id, language_));
    if (!scores.tally(of.row).complete) out += in({.en = ", incomplete", .vi = ", chưa đủ số liệu"});
    return out;
  }
  /// Empty if the model declares none.
  std::string track_name(const RankedRowOf& of) const {
    const auto& model = of.ranked.scores().model();
    const auto& tracks = model.draft().tracks;
    return tracks ? label_in(*tracks, model.tracks()[of.ranked.scores().evidence().track(of.row)], language_) : std::string();
  }
  std::string title(const Model& model, std::size_t node) const {
    const auto& criterion = model.nodes()[node];
    return label_of(criterion.about, criterion.id, language_);
  }
  Decimal rounded(const Rational& value) const { return value.rounded(decimals_, model_.publish().rounding); }
  Rational as_shown(const Rational& value) const { return Rational(rounded(value)); }
  std::string plain(const Rational& value) const { return number_words(rounded(value), language_); }
  /// Said where the figures that are shown do not add up to the last digit.
  std::string rounded_words() const {
    return in(
        {.en = "Each figure is rounded by itself, and sums before they are rounded: in the last digit they may not add up.",
         .vi = "Mỗi số được làm tròn riêng, tổng được cộng trước khi làm tròn: cộng lại các số đã làm tròn có thể lệch ở chữ số cuối."});
  }
  std::string with_sign(const Rational& value) const {
    const auto text = plain(value);
    return value.sign() > 0 ? "+" + text : text;
  }
  std::string points(Points value) const { return points(value, model_); }
  std::string points(Points value, const Model& model) const { return number_words(published(value, model), language_); }
  std::string share(const std::optional<Rational>& value) const {
    return value ? number_words((*value * Rational(100)).rounded(1, Rounding::half_up), language_) + "%" : "-";
  }

  Section way_to_the_index(const Lost& lost) const {
    Section out{.title = in({.en = "From the scale to the index", .vi = "Từ thang điểm đến chỉ số"})};
    out.heads = {no_number(), head(labels::what, Kind::name), figure(labels::index_points)};
    const auto add = [&](const Words& words, const Rational& value) {
      if (value.sign() != 0) out.rows.push_back({.cells = {"", in(words), with_sign(value)}});
    };
    const Rational scale(model_.publish().scale);
    out.rows.push_back({.cells = {"", in({.en = "Scale", .vi = "Thang điểm"}), plain(scale)}});
    add({.en = "Lost by criteria", .vi = "Các tiêu chí mất"}, -(lost.total + lost.rounding + lost.limits));
    add({.en = "Caps and least points of groups", .vi = "Mức trần, mức sàn của nhóm"}, lost.limits);
    add({.en = "Rounding of scaled groups", .vi = "Làm tròn khi quy đổi nhóm"}, lost.rounding);
    add({.en = "Bonus and penalty", .vi = "Điểm thưởng, điểm trừ"}, lost.adjustments);
    add({.en = "Held at the end of the scale", .vi = "Giữ trong giới hạn của thang điểm"}, lost.held);
    out.rows.push_back(
        {.kind = Row::Kind::total, .cells = {"", in(labels::index), plain(scale - lost.total + lost.adjustments + lost.held)}});
    return out;
  }

  /// What tells the two rows apart: their units, periods or tracks.
  std::pair<std::string, std::string> side_names(const RankedRowOf& before) const {
    const auto &a = before.ranked.scores().evidence(), &b = of_.ranked.scores().evidence();
    if (a.unit(before.row) != b.unit(of_.row)) return {std::string(a.unit(before.row)), std::string(b.unit(of_.row))};
    if (a.period(before.row) != b.period(of_.row)) return {std::string(a.period(before.row)), std::string(b.period(of_.row))};
    if (const auto first = track_name(before), second = track_name(of_); first != second) return {first, second};
    return {in(labels::before), in(labels::now)};
  }
  /// What a leaf or an entry achieved, of what is applicable; empty if the model does not have it.
  std::string achieved(const RowPoints& of, std::size_t node) const {
    if (node == Criterion::none) return "";
    const auto& own = of[node];
    const auto& model = of.model();
    if (model.nodes()[node].is_entry()) return points({own.achieved}, model);
    if (own.applicable == 0) return in({.en = "left out", .vi = "không tính"});  // it does not apply, or a policy says so
    return points({own.achieved}, model) + "/" + points({own.applicable}, model);
  }
  /// The terms under the criteria at the top.
  Section terms(const RankedRowOf& before, const Comparer& comparer, const Comparison& of, const RowPoints& a, const RowPoints& b) const {
    Section out{.title = in({.en = "The difference by criterion", .vi = "Chênh lệch theo tiêu chí"})};
    const auto [first, second] = side_names(before);
    out.heads = {head(labels::number, Kind::number), head(labels::criterion, Kind::name),  {first, Kind::figure}, {second, Kind::figure},
                 figure(labels::index_points),       head(labels::because_of, Kind::state)};
    struct Top {
      std::string number, name;
      bool is_leaf = false;
      Rational sum;
      std::vector<Row> rows;
    };
    std::vector<std::pair<Comparer::Place, Top>> tops;
    for (const auto& term : of.terms) {
      const auto place = comparer.place(term, 1);
      auto at = std::find_if(tops.begin(), tops.end(), [&](const auto& one) { return one.first == place; });
      if (at == tops.end()) {
        Top added{};
        const auto& model = place.is_in_b ? comparer.b() : comparer.a();
        if (place.node != Criterion::none)
          added = {model.nodes()[place.node].number, title(model, place.node), model.nodes()[place.node].is_leaf(), {}, {}};
        else
          added.name = in({.en = "Bonus, penalty and limits of the index", .vi = "Điểm thưởng, điểm trừ và giới hạn của chỉ số"});
        at = tops.insert(tops.end(), {place, std::move(added)});
      }
      const bool in_b = term.node_b() != Criterion::none;
      const auto& model = in_b ? comparer.b() : comparer.a();
      const auto node = in_b ? term.node_b() : term.node_a();
      const auto value = term.value.exact();
      at->second.sum = at->second.sum + value;
      const auto name = node == Criterion::none ? std::string() : title(model, node);
      const auto number = node == Criterion::none ? std::string() : model.nodes()[node].number;
      const bool has_points = term.kind == TermKind::leaf || term.kind == TermKind::bonus || term.kind == TermKind::penalty;
      at->second.rows.push_back(
          {.depth = at->second.is_leaf ? 0 : 1,
           .cells = {number, term_words(name, term.kind, language_), has_points ? achieved(a, term.node_a()) : "",
                     has_points ? achieved(b, term.node_b()) : "", with_sign(value), cause_words(term.cause, language_)}});
    }
    for (auto& [place, top] : tops) {
      if (!top.is_leaf) out.rows.push_back({.kind = Row::Kind::group, .cells = {top.number, top.name, "", "", with_sign(top.sum), ""}});
      for (auto& row : top.rows) out.rows.push_back(std::move(row));
    }
    out.rows.push_back({.kind = Row::Kind::total, .cells = {"", in(labels::difference), "", "", with_sign(Rational(*of.published)), ""}});
    if (of.terms.empty()) out.sentences.push_back(in({.en = "Nothing differs.", .vi = "Không có gì khác nhau."}));
    Rational shown;
    for (const auto& term : of.terms) shown = shown + as_shown(term.value.exact());
    if (shown != Rational(*of.published)) out.sentences.push_back(rounded_words());
    return out;
  }
  Section causes(const Comparison& of) const {
    Section out{.title = in({.en = "The difference by cause", .vi = "Chênh lệch theo nguyên nhân"})};
    out.heads = {no_number(), head(labels::because_of, Kind::name), figure(labels::index_points)};
    for (const auto& sum : Comparer::by_cause(of))
      out.rows.push_back({.cells = {"", cause_words(*named<Cause>(sum.key), language_), with_sign(sum.value)}});
    return out;
  }
  /// Who passed whom, if the two rows are of one unit and block of the same scores.
  std::optional<Section> places(const RankedRowOf& before) const {
    const auto& scores = of_.ranked.scores();
    const auto& evidence = scores.evidence();
    const bool same = &before.ranked.scores().evidence() == &evidence || before.ranked.scores() == scores;
    if (!same || evidence.unit(before.row) != evidence.unit(of_.row) || evidence.block(before.row) != evidence.block(of_.row)) return {};
    if (!of_.ranked.rank(of_.row) || !before.ranked.rank(before.row)) return {};
    const auto side = [&](std::size_t row) {
      return RankChanges::Side{.period = std::string(evidence.period(row)), .track = scores.model().tracks()[evidence.track(row)]};
    };
    const auto change = RankChanges(scores, evidence.block(of_.row), side(before.row), side(of_.row)).of(evidence.unit(of_.row));
    Section out{.title = in({.en = "Who passed whom", .vi = "Thay đổi thứ hạng"})};
    const auto say = [&](const Words& words, const std::vector<std::string_view>& units) {
      if (units.empty()) return;
      std::string list;
      for (const auto unit : units) list.append(list.empty() ? "" : ", ").append(unit);
      out.sentences.push_back(in(words, list));
    };
    out.sentences.push_back(
        in(Words{"Place: {0}.", "Thứ hạng: {0}."}, std::to_string(change.before) + " → " + std::to_string(change.after)));
    say({.en = "Passed by: {0}.", .vi = "Bị vượt bởi: {0}."}, change.passed_by);
    say({.en = "Above it now and not ranked before: {0}.", .vi = "Đứng trên và lần trước không được xếp hạng: {0}."}, change.entered_above);
    say({.en = "Has passed: {0}.", .vi = "Đã vượt: {0}."}, change.passed);
    say({.en = "Above it before and not ranked now: {0}.", .vi = "Lần trước đứng trên và nay không được xếp hạng: {0}."},
        change.left_above);
    out.sentences.push_back(in(Words{"As it is now, among the others as they were: {0}.",
                                     "Nếu chỉ đơn vị này thay đổi, các đơn vị khác vẫn như lần trước: thứ {0}."},
                               std::to_string(change.own_now_others_then)));
    out.sentences.push_back(in(Words{"As it was, among the others as they are now: {0}.",
                                     "Nếu đơn vị này vẫn như lần trước, các đơn vị khác thay đổi như thực tế: thứ {0}."},
                               std::to_string(change.own_then_others_now)));
    return out;
  }

  const RankedRowOf& of_;
  const Model& model_;
  int decimals_;
};
}

std::string name_of_model(const Model& model, Language language) {
  const auto& draft = model.draft();
  return id_and_version(model) + ": " + (draft.title ? std::string(draft.title->in(language)) : label_of(draft.about, draft.id, language));
}
std::string name_of_row(const Scores& scores, std::size_t row, Language language) {
  const auto& evidence = scores.evidence();
  const auto& model = scores.model();
  auto out = std::string(evidence.unit(row));
  if (evidence.periods().size() > 1) out.append(", ").append(evidence.period(row));
  if (model.tracks().size() > 1) {
    const auto& track = model.tracks()[evidence.track(row)];
    out.append(", ").append(model.draft().tracks ? label_in(*model.draft().tracks, track, language) : track);
  }
  return out;
}
std::string index_and_rank(const RankedRowOf& of, Language language) {
  constexpr Words index{"index {0}", "chỉ số {0}"}, no_index{"no index", "không có chỉ số"}, rank{", rank {0}/{1}", ", xếp hạng {0}/{1}"};
  const auto of_row = of.ranked.scores().index(of.row);
  auto out = of_row ? to_text(index, {number_words(of_row->published(), language)}, language) : to_text(no_index, {}, language);
  if (const auto place = of.ranked.rank(of.row)) out += to_text(rank, {*place, of.ranked.ranks().ranked(of.row)}, language);
  return out;
}
Page lost_sheet(const RankedRowOf& of, Language language) { return Explainer(of, language).lost(); }
Page comparison_sheet(const RankedRowOf& before, const RankedRowOf& now, Language language) {
  return Explainer(now, language).comparison(before);
}
Page::Section bridge_section(const RankedRowOf& before, const RankedRowOf& now, Language language) {
  return Explainer(now, language).bridge(before);
}
}
