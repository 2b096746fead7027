#include "CResources.h"

// #embed cannot stand in a macro, so each file is named twice; a test compares the list below with
// the folder.

static const unsigned char bench_terminal_table[] = {
#embed "../../Resources/bench/terminal-table.tsv"
};
static const unsigned char calendar_2023[] = {
#embed "../../Resources/calendars/2023.json"
};
static const unsigned char calendar_2024[] = {
#embed "../../Resources/calendars/2024.json"
};
static const unsigned char calendar_2025[] = {
#embed "../../Resources/calendars/2025.json"
};
static const unsigned char calendar_2026[] = {
#embed "../../Resources/calendars/2026.json"
};
static const unsigned char calendar_2027[] = {
#embed "../../Resources/calendars/2027.json"
};
static const unsigned char policy_2023_1[] = {
#embed "../../Resources/policy/2023-1.json"
};
static const unsigned char policy_2025_1[] = {
#embed "../../Resources/policy/2025-1.json"
};
static const unsigned char policy_2026_1[] = {
#embed "../../Resources/policy/2026-1.json"
};
static const unsigned char rubric_starter[] = {
#embed "../../Resources/rubric/starter.json"
};
static const unsigned char sample_county[] = {
#embed "../../Resources/sample/county.json"
};
static const unsigned char texts_en[] = {
#embed "../../Resources/texts/en.json"
};
static const unsigned char texts_zh_hans[] = {
#embed "../../Resources/texts/zh-Hans.json"
};

static const struct embedded_file files[] = {
    {"bench/terminal-table.tsv", bench_terminal_table, sizeof bench_terminal_table},
    {"calendars/2023.json", calendar_2023, sizeof calendar_2023},
    {"calendars/2024.json", calendar_2024, sizeof calendar_2024},
    {"calendars/2025.json", calendar_2025, sizeof calendar_2025},
    {"calendars/2026.json", calendar_2026, sizeof calendar_2026},
    {"calendars/2027.json", calendar_2027, sizeof calendar_2027},
    {"policy/2023-1.json", policy_2023_1, sizeof policy_2023_1},
    {"policy/2025-1.json", policy_2025_1, sizeof policy_2025_1},
    {"policy/2026-1.json", policy_2026_1, sizeof policy_2026_1},
    {"rubric/starter.json", rubric_starter, sizeof rubric_starter},
    {"sample/county.json", sample_county, sizeof sample_county},
    {"texts/en.json", texts_en, sizeof texts_en},
    {"texts/zh-Hans.json", texts_zh_hans, sizeof texts_zh_hans},
};

size_t embedded_file_count(void) { return sizeof files / sizeof files[0]; }

struct embedded_file embedded_file_at(size_t index) { return files[index]; }
