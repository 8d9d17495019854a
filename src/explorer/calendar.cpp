// makeCalendarFile() and makeCalendarUrl() of handoff.h. The numbers are sections of RFC 5545, the quotations are from
// it.
#include "base/utf8.h"
#include "explorer/handoff.h"
#include "explorer/url.h"
#include "programme/words.h"

#include <algorithm>

namespace explorer {

namespace {

using programme::InterfaceLanguage;
using programme::Programme;
using programme::Word;
using std::chrono::days;

/// 3.3.4, DATE: "20171027".
std::string formatDate(Day day) {
    std::string text = programme::formatDay(day);
    std::erase(text, '-');
    return text;
}

/// 3.3.5, DATE-TIME, "FORM #2: DATE WITH UTC TIME": "20171027T150000Z".
std::string formatMoment(const programme::CivilTime& universal) {
    const auto twoDigits = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return formatDate(universal.day) + 'T' + twoDigits(universal.minuteOfDay / 60) +
           twoDigits(universal.minuteOfDay % 60) + "00Z";
}

/// 3.3.11, TEXT: backslash, semicolon, comma and line ends are escaped. Other control characters are not allowed, and
/// are left out.
std::string escapeText(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') {
            escaped += "\\n";
        } else if (c == '\\' || c == ';' || c == ',') {
            escaped += '\\';
            escaped += c;
        } else if (byte >= 0x20 && byte != 0x7F) {
            escaped += c;
        }
    }
    return escaped;
}

/// 3.1: "Lines of text SHOULD NOT be longer than 75 octets, excluding the line break." A longer line is folded: it
/// continues after a line break and a space. It is folded between characters, because many programs decode each line as
/// UTF-8.
void appendLine(std::string& out, const char* name, const std::string_view& value) {
    constexpr std::size_t kMaxOctets = 75;
    const std::string line = std::string(name) + ':' + std::string(value);
    std::string_view rest = line;
    std::size_t room = kMaxOctets;
    while (rest.size() > room) {
        const std::string_view piece = base::cutUtf8(rest, room);
        out += piece;
        out += "\r\n ";
        rest.remove_prefix(piece.size());
        room = kMaxOctets - 1;
    }
    out += rest;
    out += "\r\n";
}

struct Event {
    std::string key; // the part of its UID that is unique in the programme
    std::string title;
    std::string description;
    std::string_view url;
    Day first;
    Day last;                                   // included
    std::optional<programme::CivilTime> moment; // in universal time: in place of the days
    bool hasAlarm = false;
};

/// Writes the programme's events in one language.
class Calendar {
public:
    Calendar(const Programme& programme, LanguageIndex language, programme::CivilTime now,
             std::optional<programme::CivilTime> closes)
        : programme_(programme), language_(language),
          words_(programme::interfaceLanguage(programme.languages[language])), now_(now), closes_(closes) {}

    CalendarFile write(CalendarContent content) {
        appendLine(out_, "BEGIN", "VCALENDAR");
        appendLine(out_, "VERSION", "2.0");
        const bool isFrench = words_ == InterfaceLanguage::french;
        appendLine(out_, "PRODID",
                   isFrench ? "-//Challenge Explorer//Calendar//FR" : "-//Challenge Explorer//Calendar//EN");
        appendLine(out_, "X-WR-CALNAME", escapeText(programmeTitle()));
        const CallPhase phase = callStatus(programme_.application, now_).phase;
        if (phase != CallPhase::closed) writeEvent(lastDayEvent());
        if (content == CalendarContent::call) {
            if (phase == CallPhase::upcoming) writeEvent(openingEvent());
        } else {
            if (phase != CallPhase::closed && !isCallAMilestone()) writeEvent(callEvent());
            for (const programme::Milestone& milestone : programme_.milestones) {
                if (daysOf(milestone).last >= now_.day) writeEvent(milestoneEvent(milestone));
            }
        }
        appendLine(out_, "END", "VCALENDAR");
        if (eventCount_ == 0) return {};
        return {std::move(out_), eventCount_};
    }

private:
    std::string_view in(programme::Text text) const { return programme_.in(text, language_); }
    std::string_view programmeTitle() const { return in(programme_.title); }

    /// Whether a milestone of the kind `call` has the days of the call.
    bool isCallAMilestone() const {
        const programme::Application& call = programme_.application;
        return std::ranges::any_of(programme_.milestones, [&](const programme::Milestone& milestone) {
            return milestone.kind == programme::MilestoneKind::call && milestone.start.first == call.opens &&
                   daysOf(milestone).last == call.closes;
        });
    }

    /// A text that says when the call closes and where to apply.
    std::string describeCall() const {
        const programme::Application& call = programme_.application;
        const std::string date = programme::formatDate(call.closes, words_);
        std::string text;
        if (call.closesMinute) {
            const std::string hour = programme::formatTimeOfDay(*call.closesMinute, words_);
            text = programme::fill(Word::calendar_closesAt, words_,
                                   {{"date", date}, {"hour", hour}, {"zone", programme_.in(programme_.timeZone)}});
        } else {
            text = programme::fill(Word::calendar_closes, words_, {{"date", date}});
        }
        return text + '\n' + programme::fill(Word::calendar_form, words_, {{"url", programme_.in(call.url)}});
    }

    Event callEvent() const {
        const programme::Application& call = programme_.application;
        return {"call",         std::string(programme::word(Word::calendar_call, words_)),
                describeCall(), programme_.in(call.url),
                call.opens,     call.closes};
    }

    Event lastDayEvent() const {
        const programme::Application& call = programme_.application;
        std::string title(programme::word(Word::calendar_lastDay, words_));
        if (call.closesMinute) {
            title = programme::fill(Word::calendar_lastDayUntil, words_,
                                    {{"hour", programme::formatTimeOfDay(*call.closesMinute, words_)}});
        }
        return {"last-day",  std::move(title), describeCall(), programme_.in(call.url),
                call.closes, call.closes,      closes_,        true};
    }

    Event openingEvent() const {
        const programme::Application& call = programme_.application;
        return {"opening",      std::string(programme::word(Word::calendar_opening, words_)),
                describeCall(), programme_.in(call.url),
                call.opens,     call.opens};
    }

    Event milestoneEvent(const programme::Milestone& milestone) const {
        return {"milestone-" + std::string(programme_.in(milestone.id)),
                std::string(in(milestone.title)),
                std::string(in(milestone.summary)),
                programme_.in(milestone.url),
                milestone.start.first,
                daysOf(milestone).last};
    }

    void writeEvent(const Event& event) {
        const std::string title =
            programme::fill(Word::calendar_event, words_, {{"event", event.title}, {"programme", programmeTitle()}});
        appendLine(out_, "BEGIN", "VEVENT");
        const std::string programmeId(programme_.in(programme_.id));
        appendLine(out_, "UID", event.key + '.' + programmeId + "@challenge-explorer");
        // 3.8.7.2: the time of the last revision. It is not known, and the clock would make another file each time; so
        // it is the day on which the call opens.
        appendLine(out_, "DTSTAMP", formatDate(programme_.application.opens) + "T000000Z");
        if (event.moment) {
            // 3.6.1: without an end "the event ends on the same calendar date and time of day specified by DTSTART".
            appendLine(out_, "DTSTART", formatMoment(*event.moment));
        } else {
            appendLine(out_, "DTSTART;VALUE=DATE", formatDate(event.first));
            appendLine(out_, "DTEND;VALUE=DATE", formatDate(event.last + days(1))); // 3.6.1: "non-inclusive"
        }
        appendLine(out_, "SUMMARY", escapeText(title));
        if (!event.description.empty()) appendLine(out_, "DESCRIPTION", escapeText(event.description));
        if (isSafeUrl(event.url)) appendLine(out_, "URL", event.url);
        appendLine(out_, "TRANSP", "TRANSPARENT"); // 3.8.2.7: the event does not take the visitor's time
        if (event.hasAlarm) {
            appendLine(out_, "BEGIN", "VALARM");
            appendLine(out_, "ACTION", "DISPLAY");
            appendLine(out_, "DESCRIPTION", escapeText(title));
            appendLine(out_, "TRIGGER", "-P1D"); // 3.8.6.3: a day before the event's start
            appendLine(out_, "END", "VALARM");
        }
        appendLine(out_, "END", "VEVENT");
        ++eventCount_;
    }

    const Programme& programme_;
    LanguageIndex language_;
    InterfaceLanguage words_;
    programme::CivilTime now_;
    std::optional<programme::CivilTime> closes_;
    std::string out_;
    std::size_t eventCount_ = 0;
};

} // namespace

CalendarFile makeCalendarFile(const Programme& programme, LanguageIndex language, CalendarContent content,
                              programme::CivilTime now, std::optional<programme::CivilTime> closes) {
    return Calendar(programme, language, now, closes).write(content);
}

std::string makeCalendarUrl(const CalendarFile& file) {
    if (file.text.empty()) return {};
    return "data:text/calendar;charset=utf-8," + encodeUrlComponent(file.text);
}

namespace {

constexpr std::int64_t kDay = 24 * 60; // minutes

std::int64_t toMinutes(const programme::CivilTime& time) {
    return programme::dayNumber(time.day) * kDay + time.minuteOfDay;
}

programme::CivilTime fromMinutes(std::int64_t minutes) {
    const auto day = std::chrono::floor<days>(std::chrono::minutes(minutes));
    return {Day(day), static_cast<int>(minutes - day.count() * kDay)};
}

} // namespace

std::optional<programme::CivilTime> toUniversalTime(const ZoneClock& clock, std::string_view timeZone,
                                                    programme::CivilTime civil) {
    if (!clock) return std::nullopt;
    // The zone's distance from universal time at a moment near the one that is sought, then at that moment.
    std::int64_t universal = toMinutes(civil);
    for (int round = 0; round < 2; ++round) {
        const std::optional<programme::CivilTime> there = clock(timeZone, fromMinutes(universal));
        if (!there) return std::nullopt;
        universal += toMinutes(civil) - toMinutes(*there);
    }
    return fromMinutes(universal);
}

} // namespace explorer
