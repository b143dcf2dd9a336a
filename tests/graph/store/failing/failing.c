/* Fails calls that change files below a folder, from the n-th on or that one alone, as a full disk fails them.

   cc -shared -fPIC -o failing.so failing.c -ldl; LD_PRELOAD=failing.so. `failing_arm` says where and when,
   `failing_seen` how many such calls there were. What removes files never fails. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char root[PATH_MAX];
static volatile long first = -1, seen = 0;
static int once, number = ENOSPC;

void failing_arm(const char *folder, long nth, int only_once, int error) {
    snprintf(root, sizeof root, "%s", folder);
    once = only_once;
    number = error;
    seen = 0;
    first = nth;
}

long failing_seen(void) { return seen; }

static int fails(const char *path) {
    if (!root[0] || strncmp(path, root, strlen(root)) != 0)
        return 0;
    long mine = __sync_fetch_and_add(&seen, 1);
    if (first < 0 || (once ? mine != first : mine < first))
        return 0;
    errno = number;
    return 1;
}

static int fails_at(int descriptor) {
    char link[64], path[PATH_MAX];
    if (!root[0])
        return 0;
    int before = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    errno = before;
    if (length < 0)
        return 0;
    path[length] = 0;
    return fails(path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define OPENS(name)                                                   \
    int name(const char *path, int flags, ...) {                      \
        va_list more;                                                 \
        va_start(more, flags);                                        \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; \
        va_end(more);                                                 \
        if ((flags & O_CREAT) && fails(path))                         \
            return -1;                                                \
        return REAL(name)(path, flags, mode);                         \
    }
OPENS(open)
OPENS(open64)

#define OPENS_AT(name)                                                \
    int name(int folder, const char *path, int flags, ...) {          \
        va_list more;                                                 \
        va_start(more, flags);                                        \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; \
        va_end(more);                                                 \
        if ((flags & O_CREAT) && fails(path))                         \
            return -1;                                                \
        return REAL(name)(folder, path, flags, mode);                 \
    }
OPENS_AT(openat)
OPENS_AT(openat64)

#define WRITES(type, name, parameters, descriptor, arguments)         \
    type name parameters {                                            \
        if (fails_at(descriptor))                                     \
            return -1;                                                \
        return REAL(name) arguments;                                  \
    }
WRITES(ssize_t, write, (int d, const void *b, size_t n), d, (d, b, n))
WRITES(ssize_t, pwrite, (int d, const void *b, size_t n, off_t o), d, (d, b, n, o))
WRITES(ssize_t, pwrite64, (int d, const void *b, size_t n, off64_t o), d, (d, b, n, o))
WRITES(ssize_t, writev, (int d, const struct iovec *v, int n), d, (d, v, n))
WRITES(ssize_t, copy_file_range, (int i, off64_t *p, int d, off64_t *q, size_t n, unsigned f), d, (i, p, d, q, n, f))
WRITES(int, fsync, (int d), d, (d))
WRITES(int, fdatasync, (int d), d, (d))
WRITES(int, ftruncate, (int d, off_t n), d, (d, n))
WRITES(int, ftruncate64, (int d, off64_t n), d, (d, n))

#define NAMES(name, parameters, path, arguments)                      \
    int name parameters {                                             \
        if (fails(path))                                              \
            return -1;                                                \
        return REAL(name) arguments;                                  \
    }
NAMES(rename, (const char *a, const char *b), b, (a, b))
NAMES(link, (const char *a, const char *b), b, (a, b))
NAMES(linkat, (int i, const char *a, int j, const char *b, int f), b, (i, a, j, b, f))
NAMES(mkdir, (const char *p, mode_t m), p, (p, m))
