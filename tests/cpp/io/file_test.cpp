#include <chiso/core/error.hpp>
#include <chiso/io/json/model.hpp>
#include <chiso/io/text/file.hpp>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <support/temporary_folder.hpp>
#include <sys/stat.h>
#include <unistd.h>

namespace {
using namespace chiso;
namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  template <class Act>
  static std::string error_of(Act&& act) {
    try {
      act();
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  }
  chiso_test::TemporaryFolder folder_;
};

TEST_F(Files, AreReadAsWritten) {
  std::string bytes;
  for (int i = 0; i < 300'000; ++i) bytes += static_cast<char>(i * 7);
  for (const auto& text : {std::string(), std::string("a\r\n\0b", 5), bytes}) {
    write_file(folder_ / "file", text);
    EXPECT_EQ(read_file(folder_ / "file"), text);
  }
  EXPECT_EQ(folder_.count(), 1U) << "nothing else is left behind";
}
TEST_F(Files, AreReplacedWholeAndKeepTheirPermissions) {
  write_file(folder_ / "file", "old");
  ::chmod((folder_ / "file").c_str(), 0640);
  std::ifstream open(folder_ / "file");  // a reader of the old file continues to read it
  write_file(folder_ / "file", "new");
  std::string old;
  open >> old;
  EXPECT_EQ(old, "old");
  EXPECT_EQ(read_file(folder_ / "file"), "new");
  struct stat about{};
  ASSERT_EQ(::stat((folder_ / "file").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0640U);
}
TEST_F(Files, AreWrittenThroughLinks) {
  write_file(folder_ / "file", "old");
  fs::create_symlink("file", folder_ / "link");
  write_file(folder_ / "link", "new");
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
  EXPECT_EQ(read_file(folder_ / "file"), "new");
}
TEST_F(Files, ThatAreNoFilesAreWrittenIntoAndStay) {
  const auto pipe = folder_ / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const int reader = ::open(pipe.c_str(), O_RDWR | O_NONBLOCK);
  ASSERT_GE(reader, 0);
  write_file(pipe, "through");
  char read[16];
  EXPECT_EQ(std::string(read, static_cast<std::size_t>(::read(reader, read, sizeof read))), "through");
  ::close(reader);
  EXPECT_TRUE(fs::is_fifo(pipe));
}
TEST_F(Files, MayHaveRelativeAndVietnameseNames) {
  const auto before = fs::current_path();
  fs::current_path(folder_.path());
  write_file("chỉ số.json", "x");
  EXPECT_EQ(read_file("chỉ số.json"), "x");
  fs::current_path(before);
}
TEST_F(Files, AreRefusedAboveTheLimit) {
  write_file(folder_ / "file", "12345");
  EXPECT_EQ(read_file(folder_ / "file", 5), "12345");
  EXPECT_EQ(error_of([&] { read_file(folder_ / "file", 4); }),
            (folder_ / "file").string() + ": found more than 4 bytes, expected a file that can be read [file.read]");
  EXPECT_EQ(error_of([&] { read_file("/dev/zero", 1000); }),
            "/dev/zero: found more than 1000 bytes, expected a file that can be read [file.read]");
}
TEST_F(Files, NameTheFileAndTheReasonIfTheyFail) {
  const auto absent = folder_ / "absent", beneath = folder_ / "file" / "beneath", lost = folder_ / "lost" / "file";
  write_file(folder_ / "file", "kept");
  EXPECT_EQ(error_of([&] { read_file(absent); }),
            absent.string() + ": found No such file or directory, expected a file that can be read [file.read]");
  EXPECT_EQ(error_of([&] { read_file(folder_.path()); }),
            folder_.path().string() + ": found a folder, expected a file that can be read [file.read]");
  EXPECT_EQ(error_of([&] { load_model(absent); }),
            absent.string() + ": found No such file or directory, expected a file that can be read [file.read]");
  EXPECT_EQ(error_of([&] { write_file(folder_.path(), "x"); }),
            folder_.path().string() + ": found a folder, expected a file that can be written [file.write]");
  EXPECT_EQ(error_of([&] { write_file(lost, "x"); }),
            lost.string() + ": found No such file or directory, expected a file that can be written [file.write]");
  EXPECT_EQ(error_of([&] { write_file(beneath, "x"); }),
            beneath.string() + ": found Not a directory, expected a file that can be written [file.write]");
  EXPECT_EQ(read_file(folder_ / "file"), "kept");
  EXPECT_EQ(folder_.count(), 1U);
}
}
