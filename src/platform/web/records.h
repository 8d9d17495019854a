// What goes over the border between JavaScript and the program in one piece: numbers in memory, each a double. The
// order stands here alone: JavaScript learns the names from `kNames` and finds each number by its name (web/memory.js,
// Record). web/program.js says what each one is (`View`, `Answer`); tests/border.test.mjs holds the two against each
// other.
//
// To add a number: its name in the list here and in the type there.
#pragma once

#include <cstdint>
#include <string>

namespace platform {

/// What the page measures before a frame. Truth values are 0 and 1.
#define CE_VIEW(NUMBER)                                                                                                \
    NUMBER(canvasWidth)                                                                                                \
    NUMBER(mostCanvasHeight)                                                                                           \
    NUMBER(height)                                                                                                     \
    NUMBER(visibleHeight)                                                                                              \
    NUMBER(devicePixelRatio)                                                                                           \
    NUMBER(scrollTop)                                                                                                  \
    NUMBER(rootFontSize)                                                                                               \
    NUMBER(isDark)                                                                                                     \
    NUMBER(hasCoarsePointer)                                                                                           \
    NUMBER(isAttended)                                                                                                 \
    NUMBER(accent)                                                                                                     \
    NUMBER(letterSpacing)                                                                                              \
    NUMBER(wordSpacing)                                                                                                \
    NUMBER(leastLineHeight)                                                                                            \
    NUMBER(seconds)

/// What a frame, a slice or an event leaves for the page. A text is the address of its characters; 0 where there is
/// none. Both texts are JSON (semantics/diff.h, platform/common/effects.h).
#define CE_ANSWER(NUMBER, TEXT)                                                                                        \
    NUMBER(needsAnotherFrame)                                                                                          \
    NUMBER(contentHeight)                                                                                              \
    NUMBER(canvasHeight)                                                                                               \
    NUMBER(isComplete)                                                                                                 \
    NUMBER(millisecondsUntilChange)                                                                                    \
    TEXT(update)                                                                                                       \
    TEXT(effects)

#define CE_MEMBER(name) double name = 0;
#define CE_NUMBER_NAME(name) #name " "
#define CE_TEXT_NAME(name) #name "$ "

struct ViewRecord {
    CE_VIEW(CE_MEMBER)
    static constexpr const char* kNames = CE_VIEW(CE_NUMBER_NAME);
};

struct AnswerRecord {
    CE_ANSWER(CE_MEMBER, CE_MEMBER)
    /// "$" behind a name: it is a text.
    static constexpr const char* kNames = CE_ANSWER(CE_NUMBER_NAME, CE_TEXT_NAME);
};

#undef CE_MEMBER
#undef CE_NUMBER_NAME
#undef CE_TEXT_NAME

/// As an answer holds it; 0 for an empty text.
[[nodiscard]] inline double addressOf(const std::string& text) {
    return text.empty() ? 0 : static_cast<double>(reinterpret_cast<std::uintptr_t>(text.c_str()));
}

} // namespace platform
