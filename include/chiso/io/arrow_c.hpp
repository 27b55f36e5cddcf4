#pragma once
#include <cstdint>

// The structures of the Arrow C data and stream interfaces, which their specification
// (https://arrow.apache.org/docs/format/CDataInterface.html) asks every implementation to declare, behind the guards that it names: if
// another declaration of them is included first, that one is used. What each member means, and who releases what, is said there.
extern "C" {
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE  ///< The guard of ArrowSchema and ArrowArray.

#define ARROW_FLAG_DICTIONARY_ORDERED 1  ///< The order of the dictionary means something.
#define ARROW_FLAG_NULLABLE 2            ///< There may be nulls.
#define ARROW_FLAG_MAP_KEYS_SORTED 4     ///< The keys of a map are sorted.

/// The type of an array of Arrow, of a column or a table: laid out as Arrow's specification has it.
struct ArrowSchema {
  const char* format;                    ///< The type, as a format string.
  const char* name;                      ///< The name of a field; may be null.
  const char* metadata;                  ///< Keys and values, encoded; may be null.
  int64_t flags;                         ///< A sum of ARROW_FLAG_ values.
  int64_t n_children;                    ///< How many children there are.
  struct ArrowSchema** children;         ///< The types of the children.
  struct ArrowSchema* dictionary;        ///< The type of the values, if the array has codes of a dictionary; else null.
  void (*release)(struct ArrowSchema*);  ///< Frees it; null if that is done.
  void* private_data;                    ///< The producer's own.
};

/// The cells of an array of Arrow: laid out as Arrow's specification has it.
struct ArrowArray {
  int64_t length;                       ///< How many cells it has.
  int64_t null_count;                   ///< How many of them are null; -1 if that was not counted.
  int64_t offset;                       ///< How many cells of the buffers come before the first.
  int64_t n_buffers;                    ///< How many buffers there are.
  int64_t n_children;                   ///< How many children there are.
  const void** buffers;                 ///< The buffers, by the type's layout.
  struct ArrowArray** children;         ///< The arrays of the children.
  struct ArrowArray* dictionary;        ///< The values, if the cells are codes of a dictionary; else null.
  void (*release)(struct ArrowArray*);  ///< Frees it; null if that is done.
  void* private_data;                   ///< The producer's own.
};
#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE  ///< The guard of ArrowArrayStream.

/// Arrays of one type, one after the other: laid out as Arrow's specification has it.
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);  ///< Gives the type; 0, or an errno.
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);     ///< Gives the next array, released at the end; 0, or an errno.
  const char* (*get_last_error)(struct ArrowArrayStream*);               ///< What went wrong last; may be null.
  void (*release)(struct ArrowArrayStream*);                             ///< Frees it; null if that is done.
  void* private_data;                                                    ///< The producer's own.
};
#endif
}
