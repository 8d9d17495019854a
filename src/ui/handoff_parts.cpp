#include "ui/handoff_parts.h"

#include "ui/styles.h"
#include "ui/widgets/block.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace ui {

using explorer::CallPhase;
using programme::CountedWord;
using programme::Word;

namespace {

/// Whether the visitor is to copy names into the form.
bool hasNamesToCopy(const Model& model) {
    return model.handoff.hasNamesToCopy && !model.handoff.challenges.empty() &&
           model.handoff.status.phase == CallPhase::open;
}

/// A word for the number of names to copy.
LocalisedString namesWord(const Model& model, CountedWord word) {
    return counted(model, word, static_cast<std::int64_t>(model.handoff.challenges.size()));
}

constexpr float kDot = 8; // the mark before the state of the call, CSS px
constexpr float kDotGap = 8;

/// "27 octobre", with the year where it is not the present one.
std::string dateOf(const Model& model, programme::Day day) {
    const bool isThisYear = programme::civil(day).year() == programme::civil(model.now.day).year();
    return isThisYear ? programme::formatDayAndMonth(day, model.interfaceLanguage)
                      : programme::formatDate(day, model.interfaceLanguage);
}

CallWords openWords(const Model& model) {
    const programme::Application& call = model.programme.application;
    std::string hour;
    if (call.closesMinute) hour = programme::formatTimeOfDay(*call.closesMinute, model.interfaceLanguage);
    if (model.handoff.status.isLastDay) {
        return {hour.empty() ? LocalisedString(localised(model, Word::call_today))
                             : filled(model, Word::call_todayUntil, {{"hour", hour}}),
                localised(model, Word::call_lastDay)};
    }
    return {filled(model, hour.empty() ? Word::call_until : Word::call_untilHour,
                   {{"date", dateOf(model, call.closes)}, {"hour", hour}}),
            counted(model, CountedWord::call_daysLeft, model.handoff.status.days)};
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

CallWords callWords(const Model& model) {
    const programme::Application& call = model.programme.application;
    const explorer::CallStatus& status = model.handoff.status;
    switch (status.phase) {
    case CallPhase::upcoming:
        if (status.days == 1) return {localised(model, Word::call_opensTomorrow), {}};
        return {filled(model, Word::call_opens, {{"date", dateOf(model, call.opens)}}),
                counted(model, CountedWord::call_daysBefore, status.days)};
    case CallPhase::open:
        return openWords(model);
    case CallPhase::closed:
        return {localised(model, Word::call_closed),
                filled(model, Word::call_closedSince,
                       {{"date", programme::formatDate(call.closes, model.interfaceLanguage)}}),
                " "};
    }
    return {};
}

LocalisedString callSentence(const Model& model) {
    const CallWords words = callWords(model);
    LocalisedString sentence = words.what;
    return sentence.append(words.between, words.distance);
}

namespace {

/// A link that saves a calendar file.
Button calendarButton(const Model& model, Key key, const std::string& url) {
    Button button{.key = key, .leading = Icon::calendar};
    button.href = url;
    button.download = std::string(model.programme.in(model.programme.id)) + ".ics";
    button.isLeftToBrowser = true;
    return button;
}

} // namespace

float drawCalendarButtons(Frame& frame, bool hasEverything, float x, float y, float width) {
    const Model& model = frame.model();
    RowLayout row{x, y, width, buttonHeight(frame, ButtonLook::secondary), 8};
    bool isEmpty = true;
    const auto draw = [&](Key key, const std::string& url, const LocalisedText& label) {
        Button button = calendarButton(model, key, url);
        button.label = label;
        Rect rect = row.next(buttonWidth(frame, button));
        rect.height = buttonHeightIn(frame, button, rect.width);
        row.y += rect.height - row.rowHeight; // one of several lines fills its row
        drawButton(frame, button, rect);
        isEmpty = false;
    };
    const bool isUpcoming = model.handoff.status.phase == CallPhase::upcoming;
    if (!model.calendar.call.empty())
        draw("calendar", model.calendar.call,
             localised(model, isUpcoming ? Word::calendar_saveCall : Word::calendar_saveDeadline));
    const auto count = static_cast<std::int64_t>(model.calendar.eventCount);
    if (hasEverything && !model.calendar.everything.empty())
        draw("calendar-all", model.calendar.everything, counted(model, CountedWord::calendar_saveAll, count));
    return isEmpty ? y : row.bottom();
}

bool hasEligibility(const Model& model) {
    return !model.programme.application.eligibility.empty() && model.handoff.status.phase != CallPhase::closed;
}

float drawEligibility(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const LocalisedText title = localised(model, Word::about_eligibility);
    const float at =
        drawParagraph(frame, "eligibility-title", noteStrongStyle(frame), title, x, y, width, frame.theme().ink) + 2;
    const Bullets bullets{.key = "eligibility",
                          .itemKey = "condition",
                          .name = title,
                          .inset = 14,
                          .dot = 4,
                          .dotColour = frame.theme().inkFaint,
                          .below = 2};
    return drawBullets(frame, bullets, noteStyle(frame), model.programme.application.eligibility, x, at, width);
}

Button applyButton(const Model& model, HandoffPlace place) {
    if (model.handoff.status.phase == CallPhase::upcoming) {
        Button button = calendarButton(model, "apply", model.calendar.call);
        button.look = ButtonLook::primary;
        button.label =
            localised(model, place == HandoffPlace::foot ? Word::calendar_saveShort : Word::calendar_saveCall);
        return button;
    }
    Button button{.key = "apply"};
    button.label = applyLabel(model, place);
    button.look = model.handoff.status.phase == CallPhase::closed ? ButtonLook::secondary : ButtonLook::primary;
    button.trailing = Icon::external;
    button.href = model.handoff.url;
    button.isLeftToBrowser = true;
    if (hasNamesToCopy(model))
        button.intent = CopyText{model.handoff.namesToCopy, namesWord(model, CountedWord::handoff_namesCopied).text};
    return button;
}

Button copyButton(const Frame& frame, Key key, Word label, Word copied, CopyText text) {
    const Model& model = frame.model();
    const bool isCopied = !frame.isMeasuring() && model.attention.copied == frame.idOf(key);
    return {.key = key,
            .label = localised(model, isCopied ? copied : label),
            .otherLabel = localised(model, isCopied ? label : copied),
            .leading = isCopied ? Icon::check : Icon::copy,
            .intent = std::move(text)};
}

void drawApplyButton(Frame& frame, HandoffPlace place, const Rect& rect) {
    const Model& model = frame.model();
    Button button = applyButton(model, place);
    if (buttonWidth(frame, button) > rect.width) button.trailing = Icon::none;
    LocalisedString words;
    if (hasNamesToCopy(model)) {
        const bool isCopied = model.attention.copied == frame.idOf(button.key);
        words = namesWord(model, isCopied ? CountedWord::handoff_namesCopied : CountedWord::handoff_copies);
        button.description = words.text;
    }
    const NodeId id = drawButton(frame, button, rect);
    // Not at the focus alone: Escape closes what is open, and would have to close the tooltip first.
    if (frame.isHovered(id) || model.attention.copied == id) frame.tooltip(id, rect, words);
}

namespace {

/// The state of the call, laid out beside its mark: in one line, or in two where `room` (CSS px, for the words) is too
/// narrow for that, and in more where it is too narrow for these.
struct CallLayout {
    std::vector<LocalisedString> lines;
    TextStyle style;
    float width = 0;  // of the words, CSS px
    float height = 0; // CSS px
};

CallLayout layOutCall(Frame& frame, const TextStyle& style, float room) {
    const CallWords words = callWords(frame.model());
    CallLayout call{.style = style};
    call.lines.push_back(callSentence(frame.model()));
    if (!words.distance.isEmpty() && frame.text().measure(style, call.lines.front().text) > room)
        call.lines = {words.what, words.distance};
    for (const LocalisedString& line : call.lines) {
        const TextLayout& layout = frame.text().layout(style, line.text, room);
        call.width = std::max(call.width, layout.width);
        call.height += layout.height;
    }
    return call;
}

/// Paints mark and words in a rectangle whose height is that of the layout.
void drawCall(Frame& frame, const CallLayout& call, const Rect& rect) {
    const Theme& theme = frame.theme();
    const bool isOpen = frame.model().handoff.status.phase == CallPhase::open;
    const Colour colour = isOpen ? theme.open : theme.inkSoft;
    // A disc where the call is open, else a ring: the state is not told by colour alone (WCAG 1.4.1).
    const Rect mark{rect.x, std::round(rect.y + call.style.lineHeight / 2.0F - kDot / 2.0F), kDot, kDot};
    if (isOpen) {
        frame.fill(mark, colour, kDot / 2);
    } else {
        frame.outline(mark, colour, kDot / 2, 1.5F);
    }
    float y = rect.y;
    for (std::size_t line = 0; line < call.lines.size(); ++line) {
        y = frame.write(line == 0 ? "sentence" : "distance", call.style, call.lines[line], rect.x + kDot + kDotGap, y,
                        rect.width - kDot - kDotGap, colour);
    }
}

} // namespace

float drawCallPill(Frame& frame, float x, float y, float maxWidth, bool alignRight) {
    const Theme& theme = frame.theme();
    const bool isOpen = frame.model().handoff.status.phase == CallPhase::open;
    const float padding = frame.scaled(12);
    const float around = 2 * padding + kDot + kDotGap;
    const CallLayout call = layOutCall(frame, secondaryStrongStyle(frame), maxWidth - around);
    const float width = call.width + around;
    const Rect rect{alignRight ? x + maxWidth - width : x, y, width, call.height + std::round(frame.scaled(10))};
    frame.open("call", Role::paragraph, rect);
    frame.fill(rect, isOpen ? theme.openWeak : theme.surfaceStrong, std::min(rect.height / 2.0F, 16.0F));
    drawCall(
        frame, call,
        {rect.x + padding, y + std::round((rect.height - call.height) / 2.0F), rect.width - 2 * padding, call.height});
    frame.close();
    return rect.y + rect.height;
}

float drawCallLine(Frame& frame, float x, float y, float width) {
    const CallLayout call = layOutCall(frame, noteStrongStyle(frame), width - kDot - kDotGap);
    const Rect rect{x, y, width, call.height};
    frame.open("call", Role::paragraph, rect);
    drawCall(frame, call, rect);
    frame.close();
    return y + call.height;
}

namespace {

/// The button that shows the shortlist, with the number of challenges in it. Beside an open challenge, while nothing is
/// kept, a star without words keeps it: that is what one takes it for.
void drawShortlistButton(Frame& frame, bool isShort, const Rect& rect) {
    const Model& model = frame.model();
    const std::size_t count = model.state.shortlist.size();
    const std::string figure = std::to_string(count);
    const LocalisedString words = count == 0 ? LocalisedString(localised(model, Word::shortlist_title))
                                             : filled(model, Word::shortlist_button, {{"count", figure}});
    Button button{.key = "shortlist", .leading = count == 0 ? Icon::star : Icon::starFilled};
    if (!isShort) {
        button.label = words;
    } else {
        button.name = words;
        if (count > 0) button.label = withoutLanguage(figure);
    }
    button.intent = explorer::Action(explorer::SetView{explorer::View::shortlist});
    if (isShort && count == 0 && model.state.challenge) {
        button.name = localised(model, Word::shortlist_add);
        button.intent = explorer::Action(explorer::ToggleShortlisted{*model.state.challenge});
    }
    drawButton(frame, button, rect);
}

/// The width of shortlistButton() with two figures, so that a star moves nothing beside it.
float shortlistButtonWidth(Frame& frame, bool isShort) {
    const LocalisedString words = filled(frame.model(), Word::shortlist_button, {{"count", "88"}});
    return buttonWidth(frame, {.label = isShort ? withoutLanguage("88") : LocalisedText(words), .leading = Icon::star});
}

/// The buttons of the bar, as long as `width` has room for (CSS px).
struct BarButtons {
    HandoffPlace apply;
    bool hasShortlist;
    bool isShortlistShort;
    float applyWidth;
    float shortlistWidth; // 0: it is not there
    [[nodiscard]] float width() const { return applyWidth + (hasShortlist ? shortlistWidth + 8 : 0); }
};

BarButtons chooseBarButtons(Frame& frame, HandoffPlace place, float width) {
    const explorer::State& state = frame.model().state;
    const bool isOnShortlist = explorer::isOfShortlist(state.view) && !state.challenge;
    BarButtons buttons{.hasShortlist = !isOnShortlist};
    struct Choice {
        HandoffPlace apply;
        bool isShort;
    };
    for (const Choice choice : {Choice{place, false}, {place, true}, {HandoffPlace::foot, true}}) {
        buttons.apply = choice.apply;
        buttons.isShortlistShort = choice.isShort;
        buttons.applyWidth = buttonWidth(frame, applyButton(frame.model(), choice.apply));
        buttons.shortlistWidth = isOnShortlist ? 0 : shortlistButtonWidth(frame, choice.isShort);
        if (buttons.width() <= width) break;
    }
    return buttons;
}

} // namespace

float drawHandoffBar(Frame& frame, HandoffPlace place, float x, float y, float width) {
    const float height = buttonHeight(frame, ButtonLook::primary);
    const auto lineHeight = [&](float lineWidth) {
        return frame.measure([&] { return drawCallLine(frame, x, 0, lineWidth); });
    };
    const auto drawButtons = [&](const BarButtons& buttons, float top, float applyWidth) {
        const float applyX = x + width - applyWidth;
        if (buttons.hasShortlist) {
            const float left = applyX - 8 - buttons.shortlistWidth;
            drawShortlistButton(frame, buttons.isShortlistShort, {left, top, buttons.shortlistWidth, height});
        }
        drawApplyButton(frame, buttons.apply, {applyX, top, applyWidth, height});
        return top + height;
    };
    // In one row where the state of the call has room in one line beside the buttons, as short as they may be.
    const BarButtons least = chooseBarButtons(frame, HandoffPlace::foot, 0);
    const float lineWidth = frame.text().measure(noteStrongStyle(frame), callSentence(frame.model()).text) + 17;
    if (lineWidth + 16 + least.width() <= width) {
        const BarButtons buttons = chooseBarButtons(frame, place, width - lineWidth - 16);
        drawCallLine(frame, x, y + std::round((height - lineHeight(lineWidth)) / 2), lineWidth);
        return drawButtons(buttons, y, buttons.applyWidth);
    }
    const BarButtons buttons = chooseBarButtons(frame, place, width);
    const float shortlist = buttons.hasShortlist ? buttons.shortlistWidth + 8 : 0;
    return drawButtons(buttons, drawCallLine(frame, x, y, width) + 8, width - shortlist);
}

namespace {

/// The names to copy and the button that copies them.
float drawNames(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    float at = drawParagraph(frame, "note", noteStyle(frame), namesWord(model, CountedWord::handoff_copyNote), x, y,
                             width, theme.inkSoft) +
               4;
    const bool isNumbered = model.handoff.challenges.size() > 1;
    frame.open("names", Role::list, {x, at, width, 0});
    for (std::size_t index = 0; index < model.handoff.challenges.size(); ++index) {
        const programme::Challenge& challenge = model.programme.challenges[model.handoff.challenges[index]];
        LocalisedString line = localised(model, challenge.title);
        if (isNumbered) line.text.insert(0, std::to_string(index + 1) + ". ");
        frame.open(keyOf(model, challenge.id), Role::listItem, {x, at, width, 0});
        at = frame.write("name", secondaryStrongStyle(frame), line, x, at, width, theme.ink);
        frame.closeAt(at);
    }
    frame.closeAt(at);
    at += 8;
    const Button copy =
        copyButton(frame, "copy", Word::handoff_copy, Word::handoff_copied,
                   {model.handoff.namesToCopy, namesWord(model, CountedWord::handoff_namesCopied).text});
    return drawButtonAt(frame, copy, x, at, width);
}

/// Draws `draw(x, y, width)` in a group on a ground of its own.
template <typename Draw>
float drawOnGround(Frame& frame, Key key, Word name, float x, float y, float width, Draw draw) {
    constexpr float kPadding = 12;
    const auto content = [&](float top) { return draw(x + kPadding, top + kPadding, width - 2 * kPadding) + kPadding; };
    const float bottom = y + frame.measure([&] { return content(0); });
    frame.open(key, Role::group, localised(frame.model(), name), {x, y, width, bottom - y});
    frame.fill({x, y, width, bottom - y}, frame.theme().surface, 10);
    content(y);
    frame.close();
    return bottom;
}

} // namespace

float drawNamesToCopy(Frame& frame, float x, float y, float width) {
    if (!hasNamesToCopy(frame.model())) return y;
    return drawOnGround(frame, "copy-names", Word::handoff_copyTitle, x, y, width,
                        [&frame](float left, float top, float room) { return drawNames(frame, left, top, room); });
}

float drawHandoffBox(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    return drawOnGround(frame, "handoff", Word::about_application, x, y, width, [&](float left, float top, float room) {
        float at = drawCallLine(frame, left, top, room) + 12;
        if (hasEligibility(model)) at = drawEligibility(frame, left, at, room) + 12;
        if (model.handoff.leftOut > 0) {
            const auto most = static_cast<std::int64_t>(model.handoff.challenges.size());
            at = drawParagraph(frame, "first", noteStyle(frame), counted(model, CountedWord::handoff_first, most), left,
                               at, room, frame.theme().inkSoft) +
                 8;
        }
        if (hasNamesToCopy(model)) at = drawNames(frame, left, at, room) + 12;
        const float height = buttonHeight(frame, ButtonLook::primary);
        const bool isFitting = buttonWidth(frame, applyButton(model, HandoffPlace::header)) <= room;
        drawApplyButton(frame, isFitting ? HandoffPlace::header : HandoffPlace::foot, {left, at, room, height});
        if (model.handoff.status.phase != CallPhase::open) return at + height;
        return drawCalendarButtons(frame, false, left, at + height + 8, room);
    });
}

} // namespace ui
