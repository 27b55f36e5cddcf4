#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/problem.hpp>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What chiso throws: what could not be done, and the problems as data, from which to_text makes a text in either language.
class CHISO_EXPORT Error : public std::invalid_argument {
 public:
  /// What could not be done, and all problems. The texts that the heading views must outlive the error, as those of
  /// constants do.
  CHISO_INLINE Error(const Words& heading, std::vector<Problem> problems);
  /// Only the first problems are listed, of `total`.
  CHISO_INLINE Error(const Words& heading, std::vector<Problem> problems, std::size_t total);
  /// A text without problems, for an error of a program and not of its data.
  CHISO_INLINE explicit Error(const std::string& what);
  /// One problem, which says all.
  CHISO_INLINE explicit Error(Problem problem);
  /// What could not be done; empty if the only problem says it, and of a text without problems.
  const Words& heading() const noexcept { return heading_; }
  /// What is wrong, as data; empty if there is only what().
  const std::vector<Problem>& problems() const noexcept { return problems_; }
  /// How many problems there are, listed or not.
  std::size_t total() const noexcept { return total_; }

 private:
  Words heading_;
  std::vector<Problem> problems_;
  std::size_t total_ = 0;
};
/// An invalid model: every problem of it (the list is capped, `total` is not).
class CHISO_EXPORT ModelError : public Error {
 public:
  /// As many problems as are listed, at least one.
  CHISO_INLINE explicit ModelError(std::vector<Problem> problems);
  /// The first problems, of `total`.
  CHISO_INLINE ModelError(std::vector<Problem> problems, std::size_t total);
};
/// Invalid evidence: its bad cells (the list is capped, `total` is not).
class CHISO_EXPORT EvidenceError : public Error {
 public:
  /// The first bad cells and other problems, of `total`.
  CHISO_INLINE EvidenceError(std::vector<Problem> problems, std::size_t total);
};
/// Arguments that do not fit together: a column of another length, rows of other scores.
class CHISO_EXPORT ShapeError : public Error {
 public:
  using Error::Error;  ///< The constructors are those of Error.
};
/// A requested name that does not exist: of a unit, block, period, track, criterion or measure.
class CHISO_EXPORT UnknownNameError : public Error {
 public:
  using Error::Error;  ///< The constructors are those of Error.
};
/// A file that cannot be read or written.
class CHISO_EXPORT FileError : public Error {
 public:
  /// A problem whose place names the file, and what the system said (0 if it said nothing).
  CHISO_INLINE FileError(Problem problem, int error_number);
  /// The system's error number (errno); 0 if there is none.
  int error_number() const noexcept { return error_number_; }

 private:
  int error_number_;
};
/// An error as people read it: what could not be done and how many problems there are, then at most 100 of them, a line each. An error
/// without problems has an English text alone; what() is the English text. O(length).
CHISO_INLINE std::string to_text(const Error& error, Text::Language language);
/// The index of a name in a list. `what` says what kind of thing it names, one of chiso::nouns. O(names).
/// @throws UnknownNameError (name.unknown) if it is not there, with the first known names and the nearest one.
CHISO_INLINE std::size_t index_of_name(const Words& what, std::string_view name, std::span<const std::string> known);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/error.ipp>
#endif
