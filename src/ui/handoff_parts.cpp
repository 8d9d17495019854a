#include "ui/handoff_parts.h"

#include "ui/styles.h"

#include <algorithm>
#include <cmath>

namespace ui {

using explorer::CallPhase;
using programme::CountedWord;
using programme::Word;

namespace {

LocalisedString openSentence(const Model& model, HandoffPlace place) {
    const explorer::CallStatus& status = model.handoff.status;
    const programme::Application& application = model.programme.application;
    const bool isShort = place == HandoffPlace::foot;
    if (status.isLastDay) {
        if (!application.closesMinute) return localised(model, Word::call_lastDay);
        const std::string hour = programme::formatTimeOfDay(*application.closesMinute, model.interfaceLanguage);
        return filled(model, isShort ? Word::call_lastDayUntilShort : Word::call_lastDayUntil, {{"hour", hour}});
    }
    return counted(model, isShort ? CountedWord::call_daysLeftShort : CountedWord::call_daysLeft, status.days);
}

LocalisedText applyLabel(const Model& model, HandoffPlace place) {
    const bool isClosed = model.handoff.status.phase == CallPhase::closed;
    const bool isShort = place == HandoffPlace::foot;
    if (isClosed) return localised(model, isShort ? Word::handoff_closedFormShort : Word::handoff_closedForm);
    if (isShort) return localised(model, Word::handoff_applyShort);
    const bool isForOne = place == HandoffPlace::detail && model.state.shortlist.empty();
    return localised(model, isForOne ? Word::handoff_applyHere : Word::handoff_apply);
}

} // namespace

LocalisedString callSentence(const Model& model, HandoffPlace place) {
    const programme::Application& application = model.programme.application;
    const explorer::CallStatus& status = model.handoff.status;
    switch (status.phase) {
    case CallPhase::upcoming:
        if (status.days == 1) return localised(model, Word::call_opensTomorrow);
        return filled(model, Word::call_opens,
                      {{"date", programme::formatDate(application.opens, model.interfaceLanguage)}});
    case CallPhase::open:
        return openSentence(model, place);
    case CallPhase::closed:
        return filled(model, Word::call_closed,
                      {{"date", programme::formatDate(application.closes, model.interfaceLanguage)}});
    }
    return {};
}

Button calendarButton(const Model& model) {
    Button button{.key = "calendar", .label = localised(model, Word::calendar_save), .leading = Icon::calendar};
    button.href = model.calendarUrl;
    button.download = std::string(model.programme.in(model.programme.id)) + ".ics";
    button.isLeftToBrowser = true;
    return button;
}

Button applyButton(const Model& model, HandoffPlace place) {
    if (model.handoff.status.phase == CallPhase::upcoming) {
        Button button = calendarButton(model);
        button.key = "apply";
        button.look = ButtonLook::primary;
        if (place == HandoffPlace::foot) button.label = localised(model, Word::calendar_saveShort);
        return button;
    }
    Button button{.key = "apply"};
    button.label = applyLabel(model, place);
    button.look = model.handoff.status.phase == CallPhase::closed ? ButtonLook::secondary : ButtonLook::primary;
    button.trailing = Icon::external;
    button.href = model.handoff.url;
    button.isLeftToBrowser = true;
    return button;
}

float drawCallPill(Frame& frame, HandoffPlace place, float x, float y, float maxWidth, bool alignRight) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const bool isOpen = model.handoff.status.phase == CallPhase::open;
    const LocalisedString sentence = callSentence(model, place);
    const TextStyle style = secondaryStrongStyle(frame);
    const float dot = 8;
    const float padding = frame.scaled(12);
    const float room = maxWidth - 2 * padding - dot - 8;
    const TextLayout layout = frame.text().layout(style, sentence.text, room);
    const Rect rect{alignRight ? x + maxWidth - (layout.width + 2 * padding + dot + 8) : x, y,
                    layout.width + 2 * padding + dot + 8, layout.height + std::round(frame.scaled(10))};
    const Colour words = isOpen ? theme.open : theme.inkSoft;
    frame.open("call", {.role = Role::paragraph}, rect);
    frame.fill(rect, isOpen ? theme.openWeak : theme.surfaceStrong, std::min(rect.height / 2.0F, 16.0F));
    // A disc where the call is open, else a ring: the state is not told by colour alone (WCAG 1.4.1).
    const Rect mark{rect.x + padding, std::round(rect.y + rect.height / 2.0F - dot / 2.0F), dot, dot};
    if (isOpen) {
        frame.fill(mark, words, dot / 2);
    } else {
        frame.outline(mark, words, dot / 2, 1.5F);
    }
    frame.write("sentence", style, sentence, rect.x + padding + dot + 8,
                y + std::round((rect.height - layout.height) / 2.0F), room, words);
    frame.close();
    return rect.y + rect.height;
}

float drawNamesToCopy(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    if (!model.handoff.hasNamesToCopy || model.handoff.challenges.empty()) return y;
    if (model.handoff.status.phase == CallPhase::closed) return y;
    const Theme& theme = frame.theme();
    const TextStyle note = noteStyle(frame);
    const TextStyle name = secondaryStrongStyle(frame);
    const float padding = 12;
    const float inner = width - 2 * padding;
    const auto content = [&](float top) {
        float at = top + padding;
        at =
            frame.write("note", note, localised(model, Word::handoff_copyNote), x + padding, at, inner, theme.inkSoft) +
            4;
        frame.open("names", {.role = Role::list}, {x + padding, at, inner, 0});
        for (std::size_t index = 0; index < model.handoff.challenges.size(); ++index) {
            const programme::Challenge& challenge = model.programme.challenges[model.handoff.challenges[index]];
            LocalisedString line = localised(model, challenge.title);
            line.text.insert(0, std::to_string(index + 1) + ". ");
            frame.open(model.programme.in(challenge.id), {.role = Role::listItem}, {x + padding, at, inner, 0});
            at = frame.write("name", name, line, x + padding, at, inner, theme.ink);
            frame.closeAt(at);
        }
        frame.close();
        at += 8;
        const NodeId id = frame.idOf("copy");
        const bool isCopied = !frame.isMeasuring() && model.attention.copied == id;
        const Button copy{.key = "copy",
                          .label = localised(model, isCopied ? Word::handoff_copied : Word::handoff_copy),
                          .leading = isCopied ? Icon::check : Icon::copy,
                          .intent = CopyText{model.handoff.namesToCopy}};
        return drawButtonAt(frame, copy, x + padding, at, inner) + padding;
    };
    const float bottom = y + frame.measure([&] { return content(0); });
    frame.open("copy-names", named(Role::group, localised(model, Word::handoff_copyTitle)), {x, y, width, bottom - y});
    frame.fill({x, y, width, bottom - y}, theme.surface, 10);
    content(y);
    frame.close();
    return bottom;
}

} // namespace ui
