#ifndef CRESOURCES_H
#define CRESOURCES_H

#include <stddef.h>

/// One file of Resources/, embedded.
struct embedded_file {
    /// Below Resources/, with forward slashes.
    const char *path;
    const unsigned char *bytes;
    size_t count;
};

size_t embedded_file_count(void);

/// The file at an index below embedded_file_count().
struct embedded_file embedded_file_at(size_t index);

#endif
