// Every system call of a save fails in turn; the linker puts the calls of the library through here (tests/CMakeLists.txt).
#include <algorithm>
#include <cerrno>
#include <chiso/core/error.hpp>
#include <chiso/io/text/file.hpp>
#include <cstdarg>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <support/temporary_folder.hpp>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace {
/// Which call of a save fails, and how.
struct Plan {
  bool armed = false;
  int failing = -1;  // place among the calls; none: -1
  int error = 0;     // 0: the call does less than it was asked to (a short write)
  std::vector<std::string> calls{};

  /// Counts the call, and returns whether it must fail.
  bool fails(const char* name) {
    if (!armed) return false;
    calls.emplace_back(name);
    if (static_cast<int>(calls.size()) - 1 != failing || error == 0) return false;
    errno = error;
    return true;
  }
  bool is_short() const { return armed && error == 0 && static_cast<int>(calls.size()) - 1 == failing; }
};
Plan plan;
}

extern "C" {
int __real_open(const char*, int, ...);
ssize_t __real_write(int, const void*, size_t);
int __real_fsync(int);
int __real_close(int);
int __real_rename(const char*, const char*);
int __real_fchmod(int, mode_t);

int __wrap_open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const auto mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : mode_t{0};
  va_end(arguments);
  return plan.fails((flags & O_CREAT) != 0 ? "open" : "open folder") ? -1 : __real_open(path, flags, mode);
}
ssize_t __wrap_write(int file, const void* bytes, size_t count) {
  if (plan.fails("write")) return -1;
  return __real_write(file, bytes, plan.is_short() && count > 1 ? count / 2 : count);
}
int __wrap_fsync(int file) { return plan.fails("fsync") ? -1 : __real_fsync(file); }
int __wrap_close(int file) {
  const bool fails = plan.fails("close");
  const int error = errno;
  const int closed = __real_close(file);  // the descriptor is free, whatever close says
  if (!fails) return closed;
  errno = error;
  return -1;
}
int __wrap_rename(const char* from, const char* to) { return plan.fails("rename") ? -1 : __real_rename(from, to); }
int __wrap_fchmod(int file, mode_t mode) { return plan.fails("fchmod") ? -1 : __real_fchmod(file, mode); }
}

namespace {
namespace fs = std::filesystem;

class SaveFaults : public testing::Test {
 protected:
  SaveFaults() { chiso::write_file(file(), old_text); }
  fs::path file() const { return folder_ / "scores.csv"; }

  /// Saves with one call failing; returns the text of the error, empty if the save succeeded.
  std::string save(int failing, int error) {
    plan = {.armed = true, .failing = failing, .error = error};
    std::string what;
    try {
      chiso::write_file(file(), new_text);
    } catch (const chiso::Error& problem) {
      what = problem.what();
    }
    plan.armed = false;
    return what;
  }

  const std::string old_text = "old\n", new_text = std::string(100'000, 'n');
  chiso_test::TemporaryFolder folder_;
};

TEST_F(SaveFaults, LeaveTheOldOrTheNewFileAndNothingElse) {
  ASSERT_EQ(save(-1, 0), "");
  const auto calls = plan.calls;
  EXPECT_EQ(calls, (std::vector<std::string>{"open", "fchmod", "write", "fsync", "close", "rename", "open folder", "fsync", "close"}));
  const std::size_t renamed = 5;
  for (std::size_t failing = 0; failing < calls.size(); ++failing) {
    for (const int error : {ENOSPC, EACCES, EIO, EDQUOT, EINTR}) {
      chiso::write_file(file(), old_text);
      const auto what = save(static_cast<int>(failing), error);
      const std::string place = calls[failing] + ", call " + std::to_string(failing) + ": " + std::generic_category().message(error);
      const bool repeated = error == EINTR && calls[failing] != "close";  // close is never called twice
      const bool saved = failing > renamed || repeated;
      EXPECT_EQ(what, saved ? ""
                            : file().string() + ": found " + std::generic_category().message(error) +
                                  ", expected a file that can be written [file.write]")
          << place;
      EXPECT_TRUE(chiso::read_file(file()) == (saved ? new_text : old_text)) << place;
      EXPECT_EQ(folder_.count(), 1U) << place;
    }
  }
}

TEST_F(SaveFaults, ContinueAfterShortWrites) {
  EXPECT_EQ(save(2, 0), "");
  EXPECT_EQ(std::count(plan.calls.begin(), plan.calls.end(), "write"), 2);
  EXPECT_TRUE(chiso::read_file(file()) == new_text);
}

TEST_F(SaveFaults, LeaveNoFileIfThereWasNone) {
  for (int failing = 0; failing < 5; ++failing) {
    fs::remove(file());
    const auto what = save(failing, ENOSPC);
    EXPECT_NE(what, "") << failing;
    EXPECT_EQ(folder_.count(), 0U) << failing;
  }
}
}
