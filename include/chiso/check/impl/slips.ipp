#pragma once
#include <algorithm>
#include <chiso/check/finding.hpp>
#include <chiso/check/impl/judging.ipp>
#include <chiso/check/impl/row_copies.ipp>
#include <chiso/check/impl/unusual.ipp>
#include <chiso/evidence/cell.hpp>
#include <chiso/evidence/cohort.hpp>
#include <memory_resource>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// A number of a measure, as k of k / 10^decimals, that its digits become when they are changed once.
struct ChangedNumber {
  std::int64_t value = 0;
  SlipKind kind = SlipKind::swapped;
};

/// Changes the digits of a number once, in every way, within least..most. Each number once, of the first kind that reaches it, ascending.
class DigitChanges {
 public:
  CHISO_INLINE DigitChanges(std::int64_t value, int decimals, std::int64_t least, std::int64_t most)
      : value_(value), width_(static_cast<std::size_t>(decimals) + 1), least_(least), most_(most) {
    digits_ = padded(std::to_string(value < 0 ? -value : value));
  }
  CHISO_INLINE std::vector<ChangedNumber> run() {
    auto text = digits_;
    for (std::size_t i = 0; i + 1 < digits_.size(); ++i) {
      if (digits_[i] == digits_[i + 1]) continue;
      std::swap(text[i], text[i + 1]);
      take(text, SlipKind::swapped);
      std::swap(text[i], text[i + 1]);
    }
    for (std::size_t i = 0; i < digits_.size(); ++i) {
      for (char digit = '0'; digit <= '9'; ++digit) {
        text[i] = digit;
        take(text, SlipKind::digit);
      }
      text[i] = digits_[i];
    }
    for (std::size_t i = 0; i <= digits_.size(); ++i) {
      auto longer = digits_;
      longer.insert(i, 1, '0');
      for (char digit = '0'; digit <= '9'; ++digit) {
        longer[i] = digit;
        take(longer, SlipKind::dropped);
      }
    }
    for (std::size_t i = 0; digits_.size() > 1 && i < digits_.size(); ++i) {
      auto shorter = digits_;
      shorter.erase(i, 1);
      take(shorter, SlipKind::added);
    }
    for (const std::int64_t by : {10, 100, 1000}) {
      add(int128{value_} * by, SlipKind::shifted);
      if (value_ % by == 0) add(value_ / by, SlipKind::shifted);
    }
    std::sort(out_.begin(), out_.end(), [](const auto& a, const auto& b) { return std::tie(a.value, a.kind) < std::tie(b.value, b.kind); });
    out_.erase(std::unique(out_.begin(), out_.end(), [](const auto& a, const auto& b) { return a.value == b.value; }), out_.end());
    return std::move(out_);
  }

 private:
  CHISO_INLINE std::string padded(std::string digits) const {
    return digits.size() < width_ ? std::string(width_ - digits.size(), '0') + digits : digits;
  }
  CHISO_INLINE void take(const std::string& digits, SlipKind kind) {
    // With more zeros in front than a number is written with it would be none.
    if (digits.size() > width_ && digits[0] == '0') return;
    int128 number = 0;
    for (const char digit : digits) number = number * 10 + (digit - '0');
    add(value_ < 0 ? -number : number, kind);
  }
  CHISO_INLINE void add(int128 number, SlipKind kind) {
    if (number == value_ || number < least_ || number > most_) return;
    out_.push_back({static_cast<std::int64_t>(number), kind});
  }
  std::int64_t value_;
  std::size_t width_;
  std::int64_t least_, most_;
  std::string digits_{};
  std::vector<ChangedNumber> out_{};
};
}

/// Looks for slips of the hand on rows where a `relation` or `stated` fails (docs/guide/checks.md, "What was likely meant"). Only the
/// checks that read a changed measure are judged again, all numbers that it may become at once.
class SlipSearch {
 public:
  static constexpr std::size_t told = 5;
  /// What a failing check of a row carries.
  struct Carried {
    std::vector<Slip> slips{};
    std::size_t count = 0;
  };

  CHISO_INLINE SlipSearch(const Model& model, const Batch& batch, const Cohorts& cohorts, const std::vector<CheckBounds>& limits,
                          UnusualJudge& unusual, TileJudge& tiles)
      : model_(model), batch_(batch), cohorts_(cohorts), limits_(limits), unusual_(unusual), tiles_(tiles), copies_(model, batch) {
    readers_.resize(model.measures().size());
    for (std::size_t check = 0; check < model.checks().size(); ++check)
      for (const auto measure : model.checks()[check].reads) readers_[measure].push_back(check);
  }

  /// For each of the failing checks of a row, ascending, the slips that repair it.
  CHISO_INLINE std::vector<Carried> run(std::size_t row, const std::vector<std::size_t>& failing) {
    row_ = row;
    copies_.start(row);
    judged_here_.assign(model_.checks().size(), 0);
    judgement_.resize(model_.checks().size());
    candidates_.clear();
    for (std::size_t measure = 0; measure < model_.measures().size(); ++measure) {
      const auto type = model_.measures()[measure].type;
      if (type != MeasureType::count && type != MeasureType::decimal) continue;
      if (batch_.measures[measure].state(row) != State::value) continue;
      search(measure, failing);
    }
    std::vector<Carried> out;
    for (const auto check : failing) out.push_back(carried_by(check));
    return out;
  }

 private:
  struct Candidate {
    SlipKind kind;
    int128 change;  // in units of 10^-9, the finest of any measure
    std::size_t measure;
    std::int64_t value;
    std::vector<std::size_t> repairs;
  };

  CHISO_INLINE void search(std::size_t measure, const std::vector<std::size_t>& failing) {
    std::vector<std::size_t> named;
    for (const auto check : failing) {
      const auto& measures = model_.checks()[check].measures;
      if (std::binary_search(measures.begin(), measures.end(), measure)) named.push_back(check);
    }
    if (named.empty()) return;
    const auto now = batch_.measures[measure].values[row_];
    const CellReader reader(model_.measures()[measure], {});
    auto numbers = detail::DigitChanges(now, model_.measures()[measure].decimals, reader.least(), reader.most()).run();
    std::vector<Candidate> able(numbers.size());
    copies_.change(measure, numbers);
    for (const auto check : named) {
      judge(check, numbers.size());
      for (std::size_t i = 0; i < numbers.size(); ++i)
        if (judgements_[i] == Judgement::holds) able[i].repairs.push_back(check);
    }
    std::size_t kept = 0;
    const int128 unit = Decimal::power(9 - model_.measures()[measure].decimals);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (able[i].repairs.empty()) continue;
      const auto value = numbers[i].value;
      able[kept] = {numbers[i].kind, unit * (value > now ? value - now : now - value), measure, value, std::move(able[i].repairs)};
      numbers[kept++] = numbers[i];
    }
    able.resize(kept);
    numbers.resize(kept);
    // What held must hold with the number too.
    for (const auto check : readers_[measure]) {
      if (numbers.empty()) break;
      if (!held(check)) continue;
      copies_.change(measure, numbers);
      judge(check, numbers.size());
      kept = 0;
      for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (judgements_[i] != Judgement::holds) continue;
        if (kept != i) able[kept] = std::move(able[i]);
        numbers[kept++] = numbers[i];
      }
      able.resize(kept);
      numbers.resize(kept);
    }
    copies_.restore(measure);
    std::move(able.begin(), able.end(), std::back_inserter(candidates_));
  }
  CHISO_INLINE const UnusualRange* range_of(std::size_t check) {
    const bool is_unusual = std::holds_alternative<check_forms::Unusual>(model_.checks()[check].form);
    return is_unusual ? &unusual_.range(check, cohorts_.of_row[row_]) : nullptr;
  }
  /// Fills the judgements of a check on the first `count` copies of the row.
  CHISO_INLINE void judge(std::size_t check, std::size_t count) {
    const auto& of = model_.checks()[check];
    const auto& copies = copies_.batch_for(check, count);
    std::array<std::byte, 4096> room;
    std::pmr::monotonic_buffer_resource memory(room.data(), room.size());
    tiles_.judge(of, CheckBounds(of, copies, &memory), copies, 0, count, range_of(check), judgements_);
  }
  /// Whether a check holds on the row as it is.
  CHISO_INLINE bool held(std::size_t check) {
    if (judged_here_[check] == 0) {
      judged_here_[check] = 1;
      tiles_.judge(model_.checks()[check], limits_[check], batch_, row_, 1, range_of(check), &judgement_[check]);
    }
    return judgement_[check] == Judgement::holds;
  }
  CHISO_INLINE Carried carried_by(std::size_t check) {
    std::vector<const Candidate*> best;
    std::size_t most = 0;
    for (const auto& one : candidates_) {
      if (!std::binary_search(one.repairs.begin(), one.repairs.end(), check)) continue;
      if (one.repairs.size() > most) best.clear();
      most = (std::max)(most, one.repairs.size());
      if (one.repairs.size() == most) best.push_back(&one);
    }
    Carried out{.slips = {}, .count = best.size()};
    const auto first = best.begin() + static_cast<std::ptrdiff_t>((std::min)(told, best.size()));
    std::partial_sort(best.begin(), first, best.end(), [](const Candidate* a, const Candidate* b) {
      return std::tie(a->kind, a->change, a->measure, a->value) < std::tie(b->kind, b->change, b->measure, b->value);
    });
    for (auto at = best.begin(); at != first; ++at) {
      const auto& one = **at;
      out.slips.push_back({one.kind, one.measure, Decimal(one.value, model_.measures()[one.measure].decimals), one.repairs});
    }
    return out;
  }

  const Model& model_;
  const Batch& batch_;
  const Cohorts& cohorts_;
  const std::vector<CheckBounds>& limits_;
  UnusualJudge& unusual_;
  TileJudge& tiles_;
  RowCopies copies_;
  std::vector<std::vector<std::size_t>> readers_{};  // of each measure: the checks that depend on it
  std::size_t row_ = 0;
  std::vector<std::uint8_t> judged_here_{};
  std::vector<Judgement> judgement_{};  // of each check on the row
  Judgement judgements_[tile_rows];     // of a check on the copies
  std::vector<Candidate> candidates_{};
};
}
