#pragma once
#include <chiso/evidence/reading_options.hpp>
#include <chiso/model/model.hpp>
#include <filesystem>
#include <io/read/streamed_rows.hpp>

namespace chiso::inline CHISO_BUILD {
/// Reads a CSV file of evidence piece by piece. False if something in the file has to be told as a problem, or it is one that cannot be
/// read so (a pipe): then only reading it as a whole tells what. @throws what it calls throws; FileError if the file cannot be read.
bool stream_csv(const std::filesystem::path& path, const Model& model, const ReadingOptions& options, const StreamedRows& to);
}
