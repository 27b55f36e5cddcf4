#pragma once
#include <chiso/rank/classes.hpp>
#include <chiso/rank/ranks.hpp>
#include <memory>
#include <mutex>
#include <optional>

namespace chiso_python {
/// Scores with their ranks and classes, which are found when they are first asked for, by whichever thread.
class Scored {
 public:
  explicit Scored(chiso::Scores scores) : scores_(std::move(scores)), standing_(std::make_shared<Standing>()) {}
  const chiso::Scores& scores() const { return scores_; }
  const chiso::Ranks& ranks() const { return *found().ranks; }
  const chiso::RowClasses& classes() const { return *found().classes; }

 private:
  struct Standing {
    std::once_flag once{};
    std::optional<chiso::Ranks> ranks{};
    std::optional<chiso::RowClasses> classes{};
  };
  const Standing& found() const {
    std::call_once(standing_->once, [this] {
      standing_->ranks = chiso::ranks(scores_);
      standing_->classes = chiso::classes(scores_, *standing_->ranks);
    });
    return *standing_;
  }
  chiso::Scores scores_;
  std::shared_ptr<Standing> standing_;
};
}
