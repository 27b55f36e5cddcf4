#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/problem.hpp>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What chiso throws: a text for people and the problems as data.
class CHISO_EXPORT Error : public std::invalid_argument {
 public:
  /// The text for people, in English, and the problems, which may be none.
  CHISO_INLINE Error(const std::string& what, std::vector<Problem> problems);
  /// A text without problems.
  CHISO_INLINE explicit Error(const std::string& what);
  /// One problem; the text is its English one.
  CHISO_INLINE explicit Error(Problem problem);
  /// What is wrong, as data, to be shown in either language (to_text); empty if there is only what().
  const std::vector<Problem>& problems() const noexcept { return problems_; }

 private:
  std::vector<Problem> problems_;
};
/// An invalid model: every problem of it (the list is capped, `total` is not).
class CHISO_EXPORT ModelError : public Error {
 public:
  /// As many problems as are listed, at least one.
  CHISO_INLINE explicit ModelError(std::vector<Problem> problems);
  /// The first problems, of `total`. what() lists at most 100 of them.
  CHISO_INLINE ModelError(std::vector<Problem> problems, std::size_t total);
  /// How many problems there are, listed or not.
  std::size_t total() const noexcept { return total_; }

 private:
  std::size_t total_;
};
/// Invalid evidence: its bad cells (the list is capped, `total` is not).
class CHISO_EXPORT EvidenceError : public Error {
 public:
  /// The first problems, of `total`. what() lists at most 100 of them.
  CHISO_INLINE EvidenceError(std::vector<Problem> problems, std::size_t total);
  /// How many bad cells and other problems there are, listed or not.
  std::size_t total() const noexcept { return total_; }

 private:
  std::size_t total_;
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
/// The index of a name in a list. `what` says what kind of thing it names, one of chiso::nouns. O(names).
/// @throws UnknownNameError (name.unknown) if it is not there, with the first known names and the nearest one.
CHISO_INLINE std::size_t index_of_name(const Words& what, std::string_view name, std::span<const std::string> known);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/error.ipp>
#endif
