#include <chiso/core/problem.hpp>
#include <cli/counted.hpp>

namespace chiso_cli {
std::string counted(std::size_t count, const Things& what, Language language) {
  return to_text(count == 1 ? what.one : what.several, {count}, language);
}
}
