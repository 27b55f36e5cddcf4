#pragma once
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace chiso_test {
/// The folder of published data beside the repository, or CHISO_DATA; empty if there is none.
inline std::filesystem::path shared_data() {
  const char* folder = std::getenv("CHISO_DATA");
  const std::filesystem::path at =
      folder != nullptr ? std::filesystem::path(folder) : std::filesystem::path(CHISO_EXAMPLES) / "../../shared/data";
  return std::filesystem::is_directory(at) ? at : std::filesystem::path();
}
/// The cells of a file without quotes, the header first.
inline std::vector<std::vector<std::string>> cells_of(const std::filesystem::path& path) {
  std::vector<std::vector<std::string>> out;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    auto& row = out.emplace_back();
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
  }
  return out;
}
}
