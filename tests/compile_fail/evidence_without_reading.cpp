// expects: private|no matching function for call to .*Evidence::Evidence\(\)|no default constructor|no matching constructor
#include <chiso/evidence/evidence.hpp>

chiso::Evidence evidence;
