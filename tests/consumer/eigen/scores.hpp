#pragma once
#include <chiso/evidence/evidence.hpp>
#include <chiso/model/model.hpp>
#include <chiso/rank/matrix.hpp>
#include <chiso/score/scores.hpp>

/// By a unit that was compiled without the flags of the program, and without Eigen.
chiso::Model two_leaves();
chiso::Scores scores_of(const chiso::Evidence& evidence);
chiso::Matrix shares_of(const chiso::Scores& scores);
