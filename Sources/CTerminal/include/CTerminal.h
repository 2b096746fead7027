/// What has to be done in a signal handler to put a terminal back: C, because nothing of Swift's
/// runtime may be touched there.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stddef.h>

/// Remembers how the terminal at a file descriptor stands now, and what puts it back.
///
/// From here on the bytes are written and the line settings restored when the process dies of a trap
/// or an abort, or ends by `exit`. Signals that ask or tell (HUP, INT, TERM, CONT, WINCH, TSTP) are
/// written to `pipe`, one byte each, the signal's number; one that asks for the end a second time
/// while the first has not been answered ends the process at once, the terminal restored. Where `pipe`
/// is below 0 every one that asks for it does, and TSTP stops as it always does.
///
/// Returns 0, or the `errno` of what failed.
int cterminal_guard(int tty, int pipe, const char *reset, size_t length);

/// Sets the line to raw, as it was told to `cterminal_guard`. Returns 0 or an `errno`.
int cterminal_raw(void);

/// What is typed is not shown until `cterminal_show`; the line is otherwise as it was. Returns 0 or an
/// `errno`.
int cterminal_hide(void);

/// Ends `cterminal_hide`, and keeps what was typed ahead. Returns 0 or an `errno`.
int cterminal_show(void);

/// Puts the line settings back; the bytes are the caller's to write. Returns 0 or an `errno`.
int cterminal_restore(void);

/// From now on nothing is written at death: the terminal is as it was. Raw arms it again.
void cterminal_disarm(void);

/// Takes back every signal handler.
void cterminal_release(void);

/// Stops the process's group as Ctrl-Z does, and returns when it goes on.
void cterminal_stop(void);

/// Ends the process by a signal's own default.
void cterminal_die(int signal);

#endif
