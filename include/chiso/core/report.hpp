#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace chiso::inline CHISO_BUILD {
enum class Severity : std::uint8_t { error, warning };

/// Where a problem is: a JSON pointer, the character within the text there, and in a file the line and column. Of a file that cannot be
/// read or written, its name stands as the pointer.
struct Place {
  std::string pointer{};
  std::size_t within = 0;  ///< Code points into the text at `pointer` (an expression), from 0.
  std::size_t line = 0;    ///< From 1; 0 where no file is known.
  std::size_t column = 0;  ///< In code points, from 1.
  std::size_t row = 0;     ///< Of the text of a table: the row that a spreadsheet shows, from 1; cells of several lines make it another.
  friend bool operator==(const Place&, const Place&) = default;
};

/// One problem in a model or in evidence, whole: what was found, where, and what was expected.
struct Problem {
  std::string code{};  ///< Stable, dotted, for programs: `key.unknown`.
  Severity severity = Severity::error;
  Place place{};
  std::string found{};
  std::string expected{};
  std::string hint{};  ///< A suggestion, where one is near; else empty.
  friend bool operator==(const Problem&, const Problem&) = default;
};

/// A problem without a hint.
CHISO_INLINE Problem problem_at(Place place, Severity severity, std::string_view code, std::string_view found, std::string_view expected);

/// The words of chiso's own around the parts of a problem.
struct ProblemWording {
  std::string_view error = "error";  ///< May be empty, as of a warning: then nothing is said of it.
  std::string_view warning = "warning";
  std::string_view found = "found";  ///< May be empty.
  std::string_view expected = "expected";
  std::string_view meant = "did you mean";
  std::string_view row = "row";                ///< Before the number of a row of a sheet,
  std::string_view of_sheet = "of the sheet";  ///< and behind it.
};
/// `line:column: error: found ..., expected ...`, or the pointer where no line is known. The row of a sheet is said at the end, where it is
/// not the line.
CHISO_INLINE std::string to_text(const Problem& problem, const ProblemWording& words = {});

/// The known name nearest to a misspelt one, if any is near (edit distance at most a third of its length, plus one).
CHISO_INLINE std::optional<std::string_view> nearest(std::string_view name, const std::vector<std::string_view>& known);

/// What misspelt names of one document may have meant. Only the first are worth the search, and of a document made to be slow not even
/// these: the search for all of them together is bounded.
class Suggestions {
 public:
  /// The nearest of the names that known() lists, or nothing.
  template <class Known>
  std::string of(std::string_view name, Known&& known) {
    if (lookups_ == most_lookups) return {};
    ++lookups_;
    const auto& names = known();
    if (!may_compare(names.size() * name.size() * name.size())) return {};
    const auto near = nearest(name, names);
    return near ? std::string(*near) : std::string();
  }
  /// Whether so many letters may be compared for another search; they are taken from what is left.
  bool may_compare(std::size_t letters) {
    if (letters > effort_left_) return false;
    effort_left_ -= letters;
    return true;
  }
  /// How many names were looked for.
  std::size_t lookups() const { return lookups_; }

 private:
  static constexpr std::size_t most_lookups = 1000;
  std::size_t lookups_ = 0;
  std::size_t effort_left_ = 200'000'000;  // letters compared
};

/// Collects the problems of one document: all are counted, the first are kept. Steps keep the place: `const auto in = report.step("rule");`
class Report {
 public:
  class Step {
   public:
    CHISO_INLINE Step(Report& report, std::string_view part);
    ~Step() {
      report_.path_.resize(size_);
      report_.marks_.resize(depth_);
    }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    Report& report_;
    std::size_t size_, depth_;
  };
  [[nodiscard]] Step step(std::string_view name) { return {*this, name}; }
  [[nodiscard]] Step step(std::size_t index) { return {*this, std::to_string(index)}; }

  CHISO_INLINE Problem& add(std::string_view code, std::string_view found, std::string_view expected, std::size_t within = 0);
  CHISO_INLINE Problem& warn(std::string_view code, std::string_view found, std::string_view expected, std::size_t within = 0);
  /// Marks the place as one with an error that is told elsewhere.
  CHISO_INLINE void mark_here();
  /// True where no error stands at or under the current place. O(1).
  bool clean_here() const { return !dirty_.contains(marks_.back()); }
  bool has_errors() const { return !dirty_.empty(); }

  /// What a misspelt name may have meant, or nothing; known() lists the names. Only the first problems are worth the search.
  template <class Known>
  std::string suggestion(std::string_view name, Known&& known) {
    return total() > 100 ? std::string() : suggestions_.of(name, known);
  }

  /// The first problems: at most 100,000, whose texts take at most 32 MiB.
  const std::vector<Problem>& problems() const { return problems_; }
  std::vector<Problem>& problems() { return problems_; }
  /// How many were found, kept or not.
  std::size_t errors() const { return errors_; }
  std::size_t warnings() const { return warnings_; }
  std::size_t total() const { return errors_ + warnings_; }
  bool is_full() const { return full_; }
  /// Forgets the problems after the first ones; their places stay marked.
  CHISO_INLINE void forget_after(std::size_t first);
  /// Where more were found than are listed, the problem that says how many: the last of a list.
  CHISO_INLINE std::optional<Problem> more_than(std::size_t listed) const;
  const std::string& path() const { return path_; }

 private:
  static constexpr std::size_t most_problems = 100'000;
  static constexpr std::size_t most_bytes = std::size_t{32} << 20;
  CHISO_INLINE Problem& keep(Severity severity, std::string_view code, std::string_view found, std::string_view expected,
                             std::size_t within);

  std::string path_;
  std::vector<std::uint64_t> marks_{0};  // hashes of the current place and of all above it
  std::vector<Problem> problems_;
  std::size_t errors_ = 0, warnings_ = 0;
  std::size_t bytes_ = 0;  // of the texts of the problems
  bool full_ = false;
  Problem surplus_{};  // stands for one that is not kept
  Suggestions suggestions_{};
  std::unordered_set<std::uint64_t> dirty_;  // the hash of every place with an error at or under it
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/report.ipp>
#endif
