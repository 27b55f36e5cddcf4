// expects: private|no matching function for call to .*Scores::Scores\(\)|no default constructor|no matching constructor
#include <chiso/score/scores.hpp>

chiso::Scores scores;
