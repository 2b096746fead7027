// The table that `BoardBenchmarks terminal` draws, drawn with ncursesw: what its frames are held against.
// Built by `scripts/bench ncurses`. Usage: BENCH_OUT=FILE ncurses-table {select|scroll|full} FRAMES TABLE
#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>

enum { screen_columns = 200, screen_rows = 60, column_count = 8, most_rows = 1000 };
static const int widths[column_count] = {10, 64, 36, 12, 16, 12, 24, 19};
static const char *const heads[column_count] = {"编号", "标题", "申请单位", "状态",
                                                "金额", "截止日期", "进度", "负责人"};
static const char *const states[] = {"待审批", "已批准", "已驳回", "招标中"};
static const short state_colors[] = {3, 2, 1, 4};
static char *fields[most_rows][column_count];
static int row_count;
static char blanks[screen_columns + 1];

static int columns_of(const char *text) {
    int columns = 0;
    mbstate_t state = {0};
    wchar_t wide;
    size_t left = strlen(text);
    while (left > 0) {
        size_t length = mbrtowc(&wide, text, left, &state);
        if (length == 0 || length > left) break;
        int width = wcwidth(wide);
        columns += width > 0 ? width : 0;
        text += length;
        left -= length;
    }
    return columns;
}

static void write_field(int row, int column, int width, const char *text, int at_end) {
    int free_columns = width - columns_of(text);
    if (free_columns < 0) free_columns = 0;
    move(row, column);
    if (at_end) addnstr(blanks, free_columns);
    addstr(text);
    if (!at_end) addnstr(blanks, free_columns);
}

static void style(attr_t attributes, short pair) { attr_set(attributes, pair, NULL); }

static void draw_row(int row, int index, int is_selected) {
    int column = 0;
    for (int i = 0; i < column_count; i++) {
        const char *text = fields[index][i];
        short pair = 0;
        if (i == 3) {
            int state = text[0] - '0';
            text = states[state];
            pair = state_colors[state];
        } else if (i == 6) {
            pair = 2;
        }
        style(is_selected ? A_BOLD | A_REVERSE : A_NORMAL, is_selected ? 0 : pair);
        write_field(row, column, widths[i], text, i == 4);
        column += widths[i];
        if (i + 1 < column_count) {
            style(is_selected ? A_BOLD | A_REVERSE : A_NORMAL, 0);
            mvaddstr(row, column, "│");
            column++;
        }
    }
}

static void draw(int selected, int top) {
    erase();
    style(A_BOLD | A_REVERSE, 0);
    write_field(0, 0, screen_columns, " 里程碑审批台 / Milestone Approval Desk", 0);
    style(A_BOLD, 6);
    int column = 0;
    for (int i = 0; i < column_count; i++) {
        write_field(1, column, widths[i], heads[i], 0);
        column += widths[i];
        if (i + 1 < column_count) mvaddstr(1, column++, "│");
    }
    for (int row = 0; row < 56; row++) draw_row(row + 2, top + row, top + row == selected);
    style(A_NORMAL, 8);
    for (int i = 0; i < screen_columns; i++) mvaddstr(58, i, "─");
    style(A_NORMAL, 0);
    write_field(59, 0, screen_columns, " ↑↓ 移动  / 搜索  a 批准  r 驳回  ? 帮助  q 退出", 0);
    char place[64];
    snprintf(place, sizeof place, "行 %d/%d", selected + 1, row_count);
    mvaddstr(59, screen_columns - 1 - columns_of(place), place);
    refresh();
}

static void draw_frame(const char *scenario, int frame) {
    int number = frame < 0 ? 0 : frame;
    int selected = number % 56;
    int top = 0;
    if (strcmp(scenario, "scroll") == 0) {
        selected = number % row_count;
        top = selected - 28;
        if (top < 0) top = 0;
        if (top > row_count - 56) top = row_count - 56;
    }
    if (frame >= 0 && strcmp(scenario, "full") == 0) clearok(stdscr, TRUE);
    draw(selected, top);
}

static double now(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static int read_table(const char *path) {
    FILE *file = fopen(path, "r");
    if (file == NULL) return 0;
    char *line = NULL;
    size_t room = 0;
    while (row_count < most_rows && getline(&line, &room, file) > 0) {
        line[strcspn(line, "\n")] = 0;
        char *rest = line;
        int i = 0;
        for (char *field; i < column_count && (field = strsep(&rest, "\t")) != NULL; i++) {
            fields[row_count][i] = strdup(field);
        }
        if (i == column_count) row_count++;
    }
    free(line);
    fclose(file);
    return row_count >= 56;
}

int main(int count, char **arguments) {
    const char *output = getenv("BENCH_OUT");
    if (count != 4 || output == NULL || !read_table(arguments[3])) {
        fputs("usage: BENCH_OUT=FILE ncurses-table {select|scroll|full} FRAMES TABLE\n", stderr);
        return 2;
    }
    memset(blanks, ' ', screen_columns);
    setlocale(LC_ALL, "C.UTF-8");
    setenv("COLUMNS", "200", 1);
    setenv("LINES", "60", 1);
    use_env(TRUE);
    SCREEN *screen = newterm("xterm-256color", stdout, stdin);
    if (screen == NULL) return 1;
    start_color();
    use_default_colors();
    for (short pair = 1; pair <= 8; pair++) init_pair(pair, pair, -1);
    idlok(stdscr, TRUE);
    curs_set(0);
    int frames = atoi(arguments[2]);
    draw_frame(arguments[1], -1);
    double wall = now(CLOCK_MONOTONIC);
    double processor = now(CLOCK_PROCESS_CPUTIME_ID);
    for (int frame = 0; frame < frames; frame++) draw_frame(arguments[1], frame);
    wall = now(CLOCK_MONOTONIC) - wall;
    processor = now(CLOCK_PROCESS_CPUTIME_ID) - processor;
    endwin();
    delscreen(screen);
    FILE *file = fopen(output, "w");
    if (file == NULL) return 1;
    if (frames < 1) frames = 1;
    fprintf(file, "{\"us_per_frame\":%f,\"cpu_us\":%f}\n", wall / frames, processor / frames);
    fclose(file);
    return 0;
}
