// What headers of other systems and libraries leave behind. The standard headers come first, for they are broken by it themselves.
#include <bits/stdc++.h>
#define min(a, b) ((a) < (b) ? (a) : (b))
#define max(a, b) ((a) > (b) ? (a) : (b))
#define small char
