#pragma once
#include <chiso/evidence/reading_options.hpp>
#include <chiso/model/model.hpp>
#include <filesystem>
#include <io/read/streamed_rows.hpp>

namespace chiso::inline CHISO_BUILD {
/// What is wrong with bad cells, in their order.
std::vector<Problem> problems_of(std::vector<BadCell> cells);
/// Reads a CSV file of evidence piece by piece. False if something in the file has to be told as a problem, or it is one that cannot be
/// read so (a pipe): then only reading it as a whole tells what. @throws what it calls throws; FileError if the file cannot be read.
bool stream_csv(const std::filesystem::path& path, const Model& model, const ReadingOptions& options, const StreamedRows& to);
/// Gives problems of such a file their lines and columns, as put_places does, in memory that does not grow with the file. False if it is no
/// such file.
bool put_places_of_stream(const std::filesystem::path& path, const Model& model, const ReadingOptions& options,
                          std::vector<BadCell>& cells);
/// The error that reading such a file as a whole gives, of its bad cells and of so many problems in all.
EvidenceError error_of_stream(const std::filesystem::path& path, const Model& model, const ReadingOptions& options,
                              std::vector<BadCell> cells, std::size_t total);
/// Gives warnings their places, whose cells are in their pointers.
bool put_places_of_stream(const std::filesystem::path& path, const Model& model, const ReadingOptions& options,
                          std::vector<Problem>& problems);
}
