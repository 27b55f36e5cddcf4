# Prints a header as Doxygen and Sphinx can read it. The inline namespace that tells the two builds apart is no part of any name; and Sphinx
# does not know designated initializers, so those of the texts of rules are left out, and a default argument names its type instead.
local $/;
$_ = <>;
s/^namespace chiso::inline CHISO_BUILD/namespace chiso/mg;
s/__extension__ typedef/typedef/g;
s/(constexpr Words \w+)\{.*?\};$/$1;/smg;
s/(\w+)(& \w+ = )\{\.\w+ = ([^{},]*)\}/$1$2$1\{$3\}/g;
s{\bdocs/([\w/]+)\.md\b}{[$1](../../$1.html)}g;
print;
