#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/hash_places.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/core/suggestions.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Adds a part, the name of a member or an index, to a JSON pointer (RFC 6901).
CHISO_INLINE void add_pointer_part(std::string& pointer, std::string_view part);

/// Collects the problems of one document: all are counted, the first are kept. Steps keep the place: `const auto in = report.step("rule");`
class Report {
 public:
  /// Leads to a part of the document as long as it lives; steps end in the reverse order of their beginnings.
  class Step {
   public:
    /// To the member with this name.
    CHISO_INLINE Step(Report& report, std::string_view part);
    /// To the item of a list, from 0.
    CHISO_INLINE Step(Report& report, std::size_t index);
    ~Step() { report_.back_to(size_, depth_); }  ///< Leads back.
    Step(const Step&) = delete;                  ///< One step is taken once.
    Step& operator=(const Step&) = delete;       ///< Nor is it assigned.

   private:
    Report& report_;
    std::size_t size_, depth_;
  };
  /// To the member with this name, below the current place. Problems are added there until the step ends.
  [[nodiscard]] Step step(std::string_view name) { return {*this, name}; }
  /// To the item of a list, from 0.
  [[nodiscard]] Step step(std::size_t index) { return {*this, index}; }

  /// Adds an error at the current place, or at the character `within` of the text there. What it returns may be given a hint at once; it is
  /// valid until the next problem, and is dropped if the report is full.
  CHISO_INLINE Problem& add(const ProblemEntry& entry, Arguments arguments = {}, std::size_t within = 0);
  /// Adds a warning likewise. Its place stays clean.
  CHISO_INLINE Problem& warn(const ProblemEntry& entry, Arguments arguments = {}, std::size_t within = 0);
  /// Marks the place as one with an error that is reported elsewhere.
  CHISO_INLINE void mark_here();
  /// True if there is no error at or under the current place. O(1).
  CHISO_INLINE bool clean_here() const;
  /// Whether an error was reported, or a place marked as one that has an error.
  bool has_errors() const { return !dirty_.empty(); }

  /// The nearest known name to a misspelt one, or nothing; known() lists the names. Only the first problems are worth the search.
  template <class Known>
  std::string suggestion(std::string_view name, Known&& known) {
    return total() > 100 ? std::string() : suggestions_.of(name, known);
  }

  /// The first problems: at most 100,000, whose texts take at most 32 MiB.
  const std::vector<Problem>& problems() const { return problems_; }
  /// The same, to be given lines and columns.
  std::vector<Problem>& problems() { return problems_; }
  /// How many errors were found, kept or not.
  std::size_t errors() const { return errors_; }
  std::size_t warnings() const { return warnings_; }         ///< How many warnings were found, kept or not.
  std::size_t total() const { return errors_ + warnings_; }  ///< How many problems were found, kept or not.
  /// Whether problems were found that were not kept, since there were too many.
  bool is_full() const { return full_; }
  /// Forgets the problems after the first ones; their places stay marked.
  CHISO_INLINE void forget_after(std::size_t first);
  /// Takes the problems out, errors and warnings. If not all were kept, one more at the end says how many others were found.
  CHISO_INLINE std::vector<Problem> take_all();
  /// Takes the errors out; errors() counts those that were not kept too.
  CHISO_INLINE std::vector<Problem> take_errors();
  /// The current place as a JSON pointer; empty at the top.
  const std::string& path() const { return path_; }

 private:
  CHISO_INLINE void back_to(std::size_t size, std::size_t depth);
  static constexpr std::size_t most_problems = 100'000;
  static constexpr std::size_t most_bytes = std::size_t{32} << 20;
  CHISO_INLINE Problem& keep(Severity severity, const ProblemEntry& entry, Arguments arguments, std::size_t within);

  std::string path_;
  std::vector<std::uint64_t> marks_{0};  // hashes of the current place and of all above it
  std::vector<Problem> problems_;
  std::size_t errors_ = 0, warnings_ = 0;
  std::size_t bytes_ = 0;  // of the texts of the problems
  bool full_ = false;
  Problem surplus_{};  // stands in for a problem that is not kept
  Suggestions suggestions_{};
  HashPlaces dirty_{};  // the hash of every place with an error at or under it
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/report.ipp>
#endif
