#include <io/words/cause_words.hpp>
#include <io/words/labels.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
class Said : InLanguage {
 public:
  using InLanguage::InLanguage;
  std::string cause(Cause cause) const {
    switch (cause) {
      case Cause::model: return in({.en = "criteria set", .vi = "bộ tiêu chí thay đổi"});
      case Cause::stated: return in({.en = "stated points", .vi = "điểm ghi trực tiếp"});
      case Cause::applicability: return in({.en = "what is left out", .vi = "phạm vi tính điểm"});
      case Cause::evidence: break;
    }
    return in({.en = "evidence", .vi = "số liệu"});
  }
  std::string term(const std::string& name, TermKind kind) const {
    switch (kind) {
      case TermKind::limit: return in(Words{"{0}: cap or least points", "{0}: mức trần hoặc mức sàn"}, name);
      case TermKind::rounding: return in(Words{"{0}: rounding", "{0}: làm tròn"}, name);
      case TermKind::group: return in(Words{"{0}: the group as a whole", "{0}: cả nhóm"}, name);
      case TermKind::bonus: return name.empty() ? in(labels::bonus) : in(Words{"Bonus: {0}", "Điểm thưởng: {0}"}, name);
      case TermKind::penalty: return name.empty() ? in(labels::penalty) : in(Words{"Penalty: {0}", "Điểm trừ: {0}"}, name);
      case TermKind::bonus_cap: return in({.en = "Cap of the bonus", .vi = "Mức trần điểm thưởng"});
      case TermKind::penalty_cap: return in({.en = "Cap of the penalty", .vi = "Mức trần điểm trừ"});
      case TermKind::held: return in({.en = "Held at the end of the scale", .vi = "Giữ trong giới hạn của thang điểm"});
      case TermKind::leaf: break;
    }
    return name;
  }
};
}

std::string cause_words(Cause cause, Language language) { return Said(language).cause(cause); }
std::string term_words(const std::string& name, TermKind kind, Language language) { return Said(language).term(name, kind); }
}
