"""`doxygenfile` takes the path of a header. Several layers have a header of the same name, and Breathe, which finds files by the name that
Doxygen's index has of them, a name without folders, would find none."""

import os.path

from breathe import parser, renderer
from breathe.directives import file


def find(filename, d_parser, project_info, index, matches):
    for compound in index.file_compounds:
        if compound.name != os.path.basename(filename):
            continue
        for node in d_parser.parse_compound(compound.refid, project_info).root.compounddef:
            if node.kind == parser.DoxCompoundKind.file and file.location_matches(node.location, filename):
                matches.append([renderer.TaggedNode(None, node)])


def setup(app):
    file.file_finder_filter = find
    return {"parallel_read_safe": True}
