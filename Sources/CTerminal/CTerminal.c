#include "CTerminal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static struct termios saved;
static int tty = -1;
static volatile sig_atomic_t told = -1;
static volatile sig_atomic_t armed = 0;
static volatile sig_atomic_t asked = 0;
static volatile sig_atomic_t continued = 0;
static char reset[512];
static size_t reset_length = 0;
static char stack[65536];

// Deaths that leave no time for anything else: Swift's traps raise ILL (x86-64) or TRAP (arm64).
static const int deaths[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT};
static const int tellings[] = {SIGHUP, SIGINT, SIGTERM, SIGCONT, SIGWINCH, SIGTSTP};
enum {
    death_count = sizeof deaths / sizeof *deaths,
    telling_count = sizeof tellings / sizeof *tellings
};
static struct sigaction old_deaths[death_count];
static struct sigaction old_tellings[telling_count];
static int guarding = 0;

// Only what POSIX allows in a signal handler: write and tcsetattr.
static void put_back(void) {
    if (!armed) return;
    armed = 0;
    const char *at = reset;
    size_t left = reset_length;
    while (left > 0) {
        ssize_t count = write(tty, at, left);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        at += count;
        left -= (size_t)count;
    }
    tcsetattr(tty, TCSANOW, &saved);
}

static void die(int number) {
    put_back();
    signal(number, SIG_DFL);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, number);
    sigprocmask(SIG_UNBLOCK, &only, NULL);
    raise(number);
}

static void tell(int number) {
    int kept = errno;
    if (number == SIGHUP || number == SIGINT || number == SIGTERM) {
        if (asked || told < 0) die(number);
        asked = 1;
    }
    if (number == SIGCONT) continued = 1;
    unsigned char byte = (unsigned char)number;
    if (told < 0) return;
    // A full pipe has news enough in it.
    ssize_t count = write((int)told, &byte, 1);
    (void)count;
    errno = kept;
}

int cterminal_guard(int descriptor, int pipe, const char *bytes, size_t length) {
    if (length > sizeof reset) return E2BIG;
    if (tcgetattr(descriptor, &saved) != 0) return errno;
    tty = descriptor;
    told = pipe;
    if (length > 0) memcpy(reset, bytes, length);
    reset_length = length;
    asked = 0;
    if (guarding) return 0;
    guarding = 1;
    // An overflown stack is a death too, and leaves no room for a handler on it.
    stack_t other = {.ss_sp = stack, .ss_size = sizeof stack, .ss_flags = 0};
    sigaltstack(&other, NULL);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigfillset(&action.sa_mask);
    action.sa_handler = die;
    action.sa_flags = SA_ONSTACK;
    for (int i = 0; i < death_count; i++) {
        if (sigaction(deaths[i], &action, &old_deaths[i]) != 0) return errno;
    }
    action.sa_handler = tell;
    action.sa_flags = SA_RESTART;
    for (int i = 0; i < telling_count; i++) {
        if (sigaction(tellings[i], &action, &old_tellings[i]) != 0) return errno;
    }
    // Nobody would hear that it has to stop.
    if (pipe < 0) sigaction(SIGTSTP, &old_tellings[telling_count - 1], NULL);
    static int registered = 0;
    if (!registered) {
        registered = 1;
        if (atexit(put_back) != 0) return ENOMEM;
    }
    return 0;
}

int cterminal_raw(void) {
    struct termios raw = saved;
    cfmakeraw(&raw);
    raw.c_cc[VMIN] = 0;
    raw.c_cc[VTIME] = 0;
    armed = 1;
    return tcsetattr(tty, TCSADRAIN, &raw) == 0 ? 0 : errno;
}

int cterminal_hide(void) {
    struct termios hidden = saved;
    hidden.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK);
    // A shell that takes over here would show what is typed next.
    hidden.c_cc[VSUSP] = _POSIX_VDISABLE;
    armed = 1;
    return tcsetattr(tty, TCSAFLUSH, &hidden) == 0 ? 0 : errno;
}

int cterminal_show(void) {
    int code = tcsetattr(tty, TCSADRAIN, &saved) == 0 ? 0 : errno;
    armed = 0;
    return code;
}

int cterminal_restore(void) {
    // What was typed for the program is not meant for the shell.
    return tcsetattr(tty, TCSAFLUSH, &saved) == 0 ? 0 : errno;
}

void cterminal_disarm(void) { armed = 0; }

void cterminal_release(void) {
    if (!guarding) return;
    guarding = 0;
    for (int i = 0; i < death_count; i++) sigaction(deaths[i], &old_deaths[i], NULL);
    for (int i = 0; i < telling_count; i++) sigaction(tellings[i], &old_tellings[i], NULL);
}

void cterminal_stop(void) {
    struct sigaction usual, kept;
    memset(&usual, 0, sizeof usual);
    usual.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &usual, &kept);
    continued = 0;
    kill(0, SIGTSTP);
    // The signal may take another thread, and this one must not go on before it has. Where nobody
    // could ever continue the group the system does not stop it: a second is enough to know.
    for (int i = 0; i < 100 && !continued; i++) poll(NULL, 0, 10);
    sigaction(SIGTSTP, &kept, NULL);
}

void cterminal_die(int number) { die(number); }
