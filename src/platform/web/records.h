// The records that JavaScript and the program exchange for a frame: arrays of doubles in the module's memory. Their
// order is defined only here: JavaScript gets the names from `kNames` and finds numbers by name (NumberRecord in
// web/memory.js). The meaning of each is documented in web/program.js (types `View` and `Answer`);
// tests/border.test.mjs compares the names.
//
// To add a number: its name to the list here and to the type there.
#pragma once

#include <cstdint>
#include <string>

namespace platform {

/// Input of a frame: what the page has measured. Booleans are 0 and 1.
#define CE_VIEW(NUMBER)                                                                                                \
    NUMBER(canvasWidth)                                                                                                \
    NUMBER(mostCanvasHeight)                                                                                           \
    NUMBER(height)                                                                                                     \
    NUMBER(visibleHeight)                                                                                              \
    NUMBER(devicePixelRatio)                                                                                           \
    NUMBER(scrollTop)                                                                                                  \
    NUMBER(rootFontSize)                                                                                               \
    NUMBER(isDark)                                                                                                     \
    NUMBER(hasMoreContrast)                                                                                            \
    NUMBER(hasReducedMotion)                                                                                           \
    NUMBER(hasCoarsePointer)                                                                                           \
    NUMBER(isAttended)                                                                                                 \
    NUMBER(isEmbedded)                                                                                                 \
    NUMBER(accent)                                                                                                     \
    NUMBER(letterSpacing)                                                                                              \
    NUMBER(wordSpacing)                                                                                                \
    NUMBER(leastLineHeight)                                                                                            \
    NUMBER(seconds)

/// Output of a frame, a slice or an event. A TEXT is the address of a zero-terminated UTF-8 string; 0: none. Both texts
/// are JSON (toJson() in semantics/diff.h and platform/common/effects.h).
#define CE_ANSWER(NUMBER, TEXT)                                                                                        \
    NUMBER(hasSurface)                                                                                                 \
    NUMBER(needsAnotherFrame)                                                                                          \
    NUMBER(isMoving)                                                                                                   \
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
    /// The names of texts end with "$".
    static constexpr const char* kNames = CE_ANSWER(CE_NUMBER_NAME, CE_TEXT_NAME);
};

#undef CE_MEMBER
#undef CE_NUMBER_NAME
#undef CE_TEXT_NAME

/// The text's address as a TEXT of an answer; 0 where it is empty.
[[nodiscard]] inline double addressOf(const std::string& text) {
    return text.empty() ? 0 : static_cast<double>(reinterpret_cast<std::uintptr_t>(text.c_str()));
}

} // namespace platform
