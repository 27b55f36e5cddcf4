#pragma once
#include <chiso/core/problems.hpp>
#include <chiso/core/report.hpp>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE void add_pointer_part(std::string& pointer, std::string_view part) {
  pointer += '/';
  for (const char c : part) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
}

CHISO_INLINE Report::Step::Step(Report& report, std::string_view part)
    : report_(report), size_(report.path_.size()), depth_(report.marks_.size()) {
  auto mark = (report.marks_.back() ^ 0xCBF29CE484222325U) * 0x9E3779B97F4A7C15U;
  for (const char c : part) mark = (mark ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  report.marks_.push_back(mark ^ (mark >> 32));
  add_pointer_part(report.path_, part);
}

CHISO_INLINE Report::Step::Step(Report& report, std::size_t index) : Step(report, std::to_string(index)) {}
CHISO_INLINE void Report::back_to(std::size_t size, std::size_t depth) {
  path_.resize(size);
  marks_.resize(depth);
}
CHISO_INLINE bool Report::clean_here() const { return !dirty_.contains(marks_.back()); }

CHISO_INLINE void Report::mark_here() {
  // If a place is marked already, so is everything above it.
  for (auto depth = marks_.size(); depth-- > 0 && !dirty_.contains(marks_[depth]);) dirty_.add(marks_[depth], 0);
}

CHISO_INLINE std::size_t bytes_of(const Arguments& arguments) {
  std::size_t out = 0;
  for (const auto& argument : arguments) {
    if (const auto* data = std::get_if<std::string>(&argument.value)) out += data->size();
    out += bytes_of(argument.arguments);
  }
  return out;
}
CHISO_INLINE Problem& Report::keep(Severity severity, const ProblemEntry& entry, Arguments arguments, std::size_t within) {
  const auto bytes = path_.size() + bytes_of(arguments);
  full_ = full_ || problems_.size() >= most_problems || (!problems_.empty() && bytes_ + bytes > most_bytes);
  ++(severity == Severity::error ? errors_ : warnings_);
  if (full_) return surplus_;  // before the place is copied, which may be as long as the text
  bytes_ += bytes;
  return problems_.emplace_back(problem_at({path_, within}, severity, entry, std::move(arguments)));
}
CHISO_INLINE void Report::forget_after(std::size_t first) {
  if (problems_.size() > first) problems_.resize(first);
  errors_ = warnings_ = bytes_ = 0;
  full_ = false;
  for (const auto& problem : problems_) {
    ++(problem.severity == Severity::error ? errors_ : warnings_);
    bytes_ += problem.place.pointer.size() + bytes_of(problem.arguments);
  }
}
CHISO_INLINE std::vector<Problem> Report::take_all() {
  auto out = std::move(problems_);
  if (const auto listed = out.size(); listed < total())
    out.push_back(problem_at({}, has_errors() ? Severity::error : Severity::warning, problems::limit,
                             {Argument(phrases::counted_more, {total() - listed})}));
  return out;
}
CHISO_INLINE std::vector<Problem> Report::take_errors() {
  auto out = std::move(problems_);
  std::erase_if(out, [](const Problem& problem) { return problem.severity == Severity::warning; });
  return out;
}

CHISO_INLINE Problem& Report::add(const ProblemEntry& entry, Arguments arguments, std::size_t within) {
  mark_here();
  return keep(Severity::error, entry, std::move(arguments), within);
}
CHISO_INLINE Problem& Report::warn(const ProblemEntry& entry, Arguments arguments, std::size_t within) {
  return keep(Severity::warning, entry, std::move(arguments), within);
}
}
