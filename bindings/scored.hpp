#pragma once
#include <chiso/rank/ranked.hpp>
#include <memory>
#include <mutex>
#include <optional>

namespace chiso_python {
/// Scores that are ranked the first time that ranks are needed, by whichever thread needs them.
class Scored {
 public:
  explicit Scored(chiso::Scores scores) : scores_(std::move(scores)), later_(std::make_shared<Later>()) {}
  const chiso::Scores& scores() const { return scores_; }
  const chiso::Ranked& ranked() const {
    std::call_once(later_->once, [this] { later_->ranked.emplace(scores_); });
    return *later_->ranked;
  }

 private:
  struct Later {
    std::once_flag once{};
    std::optional<chiso::Ranked> ranked{};
  };
  chiso::Scores scores_;
  std::shared_ptr<Later> later_;
};
}
