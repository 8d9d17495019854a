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
void appendLine(std::string& out, std::string_view name, std::string_view value) {
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
    Day last; // included
};

/// Writes the programme's events in one language.
class Calendar {
public:
    Calendar(const Programme& programme, LanguageIndex language)
        : programme_(programme), language_(language),
          words_(programme::interfaceLanguage(programme.languages[language])) {}

    std::string write() {
        appendLine(out_, "BEGIN", "VCALENDAR");
        appendLine(out_, "VERSION", "2.0");
        const bool isFrench = words_ == InterfaceLanguage::french;
        appendLine(out_, "PRODID",
                   isFrench ? "-//Challenge Explorer//Calendar//FR" : "-//Challenge Explorer//Calendar//EN");
        appendLine(out_, "X-WR-CALNAME", escapeText(programmeTitle()));
        if (!isCallAMilestone()) writeEvent(callEvent());
        writeEvent(lastDayEvent());
        for (const programme::Milestone& milestone : programme_.milestones) writeEvent(milestoneEvent(milestone));
        appendLine(out_, "END", "VCALENDAR");
        return std::move(out_);
    }

private:
    std::string_view in(programme::Text text) const { return programme_.in(text, language_); }
    std::string_view programmeTitle() const { return in(programme_.title); }

    /// Whether a milestone of the kind `call` has the days of the call.
    bool isCallAMilestone() const {
        const programme::Application& call = programme_.application;
        return std::ranges::any_of(programme_.milestones, [&](const programme::Milestone& milestone) {
            return milestone.kind == programme::MilestoneKind::call && milestone.start.first == call.opens &&
                   milestone.end.value_or(milestone.start).last == call.closes;
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
        return {"last-day", std::move(title), describeCall(), programme_.in(call.url), call.closes, call.closes};
    }

    Event milestoneEvent(const programme::Milestone& milestone) const {
        return {"milestone-" + std::string(programme_.in(milestone.id)),
                std::string(in(milestone.title)),
                std::string(in(milestone.summary)),
                programme_.in(milestone.url),
                milestone.start.first,
                milestone.end.value_or(milestone.start).last};
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
        appendLine(out_, "DTSTART;VALUE=DATE", formatDate(event.first));
        appendLine(out_, "DTEND;VALUE=DATE", formatDate(event.last + days(1))); // 3.6.1: "non-inclusive"
        appendLine(out_, "SUMMARY", escapeText(title));
        if (!event.description.empty()) appendLine(out_, "DESCRIPTION", escapeText(event.description));
        if (isSafeUrl(event.url)) appendLine(out_, "URL", event.url);
        appendLine(out_, "TRANSP", "TRANSPARENT"); // 3.8.2.7: the event does not take the visitor's time
        appendLine(out_, "END", "VEVENT");
    }

    const Programme& programme_;
    LanguageIndex language_;
    InterfaceLanguage words_;
    std::string out_;
};

} // namespace

std::string makeCalendarFile(const Programme& programme, LanguageIndex language) {
    return Calendar(programme, language).write();
}

std::string makeCalendarUrl(const Programme& programme, LanguageIndex language) {
    return "data:text/calendar;charset=utf-8," + encodeUrlComponent(makeCalendarFile(programme, language));
}

} // namespace explorer
