// expects: static assertion failed|static_assert failed
// A member that fields() does not list would be lost in files, schema, documentation and bindings.
#include <chiso/core/fields.hpp>
#include <tuple>

struct Rule {
  int told;
  int forgotten;
  static constexpr auto fields() { return std::tuple{chiso::required("told", &Rule::told, {})}; }
};
static_assert(chiso::lists_every_member<Rule>());
