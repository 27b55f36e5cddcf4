# Finds utf8proc, which composes the texts of files: the target chiso::utf8proc, where it is found. Used to build the library, and by the
# package file of a static one, whose users link it too; they need no pkg-config for that.
find_path(chiso_utf8proc_include utf8proc.h)
find_library(chiso_utf8proc_library utf8proc)
mark_as_advanced(chiso_utf8proc_include chiso_utf8proc_library)
if(chiso_utf8proc_include AND chiso_utf8proc_library AND NOT TARGET chiso::utf8proc)
  add_library(chiso::utf8proc UNKNOWN IMPORTED)
  set_target_properties(chiso::utf8proc PROPERTIES
    IMPORTED_LOCATION ${chiso_utf8proc_library} INTERFACE_INCLUDE_DIRECTORIES ${chiso_utf8proc_include})
endif()
