/* Preloaded by a test: from the AFTER-th call on, writing (or synchronising) a file whose name ends
   with FILE fails with EIO, once or for good.
   FAIL_FILE, FAIL_CALL (write or sync), FAIL_AFTER, FAIL_TIMES (0 for good) */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static int fails(int descriptor, const char *call) {
    const char *file = getenv("FAIL_FILE"), *kind = getenv("FAIL_CALL");
    if (!file || !kind || strcmp(kind, call)) return 0;
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    size_t end = strlen(file);
    if (length < (ssize_t)end) return 0;
    path[length] = 0;
    if (strcmp(path + length - end, file)) return 0;
    long now = ++calls, after = atol(getenv("FAIL_AFTER")), times = atol(getenv("FAIL_TIMES"));
    return now >= after && (times == 0 || now < after + times);
}

#define PASS(kind, result, name, parameters, arguments)                        \
    result name parameters {                                                   \
        static result(*real) parameters;                                       \
        if (!real) real = dlsym(RTLD_NEXT, #name);                             \
        if (fails(descriptor, kind)) {                                         \
            errno = EIO;                                                       \
            return -1;                                                         \
        }                                                                      \
        return real arguments;                                                 \
    }

PASS("write", ssize_t, write, (int descriptor, const void *bytes, size_t count),
     (descriptor, bytes, count))
PASS("write", ssize_t, pwrite, (int descriptor, const void *bytes, size_t count, off_t at),
     (descriptor, bytes, count, at))
PASS("write", ssize_t, pwrite64, (int descriptor, const void *bytes, size_t count, off64_t at),
     (descriptor, bytes, count, at))
PASS("sync", int, fsync, (int descriptor), (descriptor))
PASS("sync", int, fdatasync, (int descriptor), (descriptor))
