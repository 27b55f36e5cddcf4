#pragma once
#include <algorithm>
#include <chiso/core/report.hpp>
#include <chiso/core/text.hpp>
#include <numeric>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Report::Step::Step(Report& report, std::string_view part)
    : report_(report), size_(report.path_.size()), depth_(report.marks_.size()) {
  auto mark = (report.marks_.back() ^ 0xCBF29CE484222325U) * 0x9E3779B97F4A7C15U;
  for (const char c : part) mark = (mark ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  report.marks_.push_back(mark ^ (mark >> 32));
  report.path_ += '/';
  for (const char c : part) {  // RFC 6901
    if (c == '~')
      report.path_ += "~0";
    else if (c == '/')
      report.path_ += "~1";
    else
      report.path_ += c;
  }
}

// Member by member: g++ 12 destroys what nested braces made twice where what follows throws.
CHISO_INLINE Problem problem_at(Place place, Severity severity, std::string_view code, std::string_view found, std::string_view expected) {
  Problem out;
  out.code = code;
  out.severity = severity;
  out.place = std::move(place);
  out.found = found;
  out.expected = expected;
  return out;
}

CHISO_INLINE void Report::mark_here() {
  // What stands above a place that is known is known too.
  for (auto depth = marks_.size(); depth-- > 0 && dirty_.insert(marks_[depth]).second;) {
  }
}

CHISO_INLINE Problem& Report::keep(Severity severity, std::string_view code, std::string_view found, std::string_view expected,
                                   std::size_t within) {
  const auto bytes = path_.size() + found.size() + expected.size();
  full_ = full_ || problems_.size() >= most_problems || (!problems_.empty() && bytes_ + bytes > most_bytes);
  ++(severity == Severity::error ? errors_ : warnings_);
  if (full_) return surplus_;
  bytes_ += bytes;
  return problems_.emplace_back(problem_at({path_, within}, severity, code, found, expected));
}
CHISO_INLINE void Report::forget_after(std::size_t first) {
  if (problems_.size() > first) problems_.resize(first);
  errors_ = warnings_ = bytes_ = 0;
  full_ = false;
  for (const auto& problem : problems_) {
    ++(problem.severity == Severity::error ? errors_ : warnings_);
    bytes_ += problem.place.pointer.size() + problem.found.size() + problem.expected.size();
  }
}
CHISO_INLINE std::optional<Problem> Report::more_than(std::size_t listed) const {
  if (total() <= listed) return {};
  return problem_at({}, has_errors() ? Severity::error : Severity::warning, "problems.limit",
                    std::to_string(total() - listed) + " more problems", "these mended first");
}

CHISO_INLINE Problem& Report::add(std::string_view code, std::string_view found, std::string_view expected, std::size_t within) {
  mark_here();
  return keep(Severity::error, code, found, expected, within);
}

CHISO_INLINE Problem& Report::warn(std::string_view code, std::string_view found, std::string_view expected, std::size_t within) {
  return keep(Severity::warning, code, found, expected, within);
}

CHISO_INLINE std::string to_text(const Problem& problem, const ProblemWording& words) {
  std::string out;
  if (problem.place.line > 0) out = std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + ": ";
  const auto severity = problem.severity == Severity::error ? words.error : words.warning;
  if (!severity.empty()) out.append(severity).append(": ");
  if (!problem.place.pointer.empty()) out.append(problem.place.pointer).append(": ");
  if (!words.found.empty()) out.append(words.found).append(" ");
  out.append(problem.found).append(", ");
  out.append(words.expected).append(" ").append(problem.expected);
  if (!problem.hint.empty()) out.append(" (").append(words.meant).append(" ").append(problem.hint).append("?)");
  out = without_controls(out, '?') + " [" + problem.code + "]";
  if (problem.place.row != 0 && problem.place.row != problem.place.line)
    out.append(" (").append(words.row).append(" " + std::to_string(problem.place.row) + " ").append(words.of_sheet).append(")");
  return out;
}

CHISO_INLINE std::optional<std::string_view> nearest(std::string_view name, const std::vector<std::string_view>& known) {
  std::optional<std::string_view> best;
  if (name.size() > 200) return best;  // nobody misspells that much, and the distance takes the product of the lengths
  std::size_t least = name.size() / 3 + 2;
  for (const auto word : known) {
    const auto differ = word.size() < name.size() ? name.size() - word.size() : word.size() - name.size();
    if (differ >= least) continue;  // at least that many letters apart
    std::vector<std::size_t> row(word.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= name.size(); ++i) {
      std::size_t corner = row[0];
      row[0] = i;
      for (std::size_t j = 1; j <= word.size(); ++j) {
        const std::size_t above = row[j];
        row[j] = std::min({row[j] + 1, row[j - 1] + 1, corner + (name[i - 1] != word[j - 1] ? 1 : 0)});
        corner = above;
      }
    }
    if (row.back() < least) {
      least = row.back();
      best = word;
    }
  }
  return best;
}
}
