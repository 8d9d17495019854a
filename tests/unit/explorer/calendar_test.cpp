#include "base/utf8.h"
#include "explorer/handoff.h"
#include "explorer/sample.h"
#include "explorer/url.h"

#include <algorithm>
#include <map>
#include <vector>

namespace explorer {
namespace {

/// The lines of a calendar file as they come; what they end with is checked.
std::vector<std::string> linesOf(std::string_view file) {
    std::vector<std::string> lines;
    while (!file.empty()) {
        const std::size_t end = file.find("\r\n");
        if (end == std::string_view::npos) {
            ADD_FAILURE() << "the last line does not end";
            break;
        }
        lines.emplace_back(file.substr(0, end));
        file.remove_prefix(end + 2);
    }
    return lines;
}

std::vector<std::string> unfold(const std::vector<std::string>& lines) {
    std::vector<std::string> unfolded;
    for (const std::string& line : lines) {
        if (line.starts_with(' ')) {
            unfolded.back() += line.substr(1);
        } else {
            unfolded.push_back(line);
        }
    }
    return unfolded;
}

/// Of an alarm the properties have the prefix "ALARM-".
using Event = std::map<std::string, std::string>;

const programme::CivilTime kLongBefore{*programme::parseDay("2017-01-01"), 0};
const programme::CivilTime kClosing{*programme::parseDay("2017-10-27"), 15 * 60}; // in universal time

std::string fileOf(const programme::Programme& programme, LanguageIndex language,
                   CalendarContent content = CalendarContent::everything, programme::CivilTime now = kLongBefore) {
    const CalendarFile file = makeCalendarFile(programme, language, content, now, kClosing);
    std::size_t events = 0;
    for (std::size_t at = file.text.find("BEGIN:VEVENT"); at != std::string::npos;
         at = file.text.find("BEGIN:VEVENT", at + 1))
        ++events;
    EXPECT_EQ(file.eventCount, events);
    return file.text;
}

std::vector<Event> readEvents(const std::string& file) {
    std::vector<Event> events;
    std::string prefix;
    for (std::string line : unfold(linesOf(file))) {
        const std::size_t colon = line.find(':') + prefix.size();
        if (line == "BEGIN:VEVENT") events.emplace_back();
        if (line == "BEGIN:VALARM") prefix = "ALARM-";
        if (line == "END:VALARM") prefix.clear();
        if (events.empty() || line.starts_with("BEGIN:") || line.starts_with("END:")) continue;
        line.insert(0, prefix);
        EXPECT_TRUE(events.back().emplace(line.substr(0, colon), line.substr(colon + 1)).second) << line;
    }
    return events;
}

std::vector<Event> eventsOf(const programme::Programme& programme, LanguageIndex language) {
    return readEvents(fileOf(programme, language));
}

TEST(CalendarFile, frameIsACalendar) {
    const std::vector<std::string> lines = linesOf(fileOf(sampleProgramme(), 0));
    ASSERT_GT(lines.size(), 5u);
    EXPECT_EQ(lines[0], "BEGIN:VCALENDAR");
    EXPECT_EQ(lines[1], "VERSION:2.0");
    EXPECT_EQ(lines[2], "PRODID:-//Challenge Explorer//Calendar//FR");
    EXPECT_EQ(lines[3], "X-WR-CALNAME:Le programme\\, en bref");
    EXPECT_EQ(lines.back(), "END:VCALENDAR");
    EXPECT_EQ(std::ranges::count(lines, "BEGIN:VEVENT"), 4);
    EXPECT_EQ(std::ranges::count(lines, "END:VEVENT"), 4);
}

TEST(CalendarFile, beginsWithTheHourUntilWhichOneCanApplyAndAnAlarmBefore) {
    const std::vector<Event> events = eventsOf(sampleProgramme(), 0);
    ASSERT_EQ(events.size(), 4u);
    EXPECT_EQ(events[0].at("UID"), "last-day.sample@challenge-explorer");
    EXPECT_EQ(events[0].at("DTSTART"), "20171027T150000Z");
    EXPECT_FALSE(events[0].contains("DTEND"));
    EXPECT_EQ(events[0].at("SUMMARY"), "Dernier jour pour candidater\\, jusqu’à 17\u00A0h – Le programme\\, en bref");
    EXPECT_EQ(events[0].at("DESCRIPTION"),
              "Les candidatures se terminent le 27\u00A0octobre 2017 à 17\u00A0h (Europe/Paris).\\n"
              "Formulaire\u00A0: https://forms.example/apply");
    EXPECT_EQ(events[0].at("URL"), "https://forms.example/apply");
    EXPECT_EQ(events[0].at("ALARM-ACTION"), "DISPLAY");
    EXPECT_EQ(events[0].at("ALARM-TRIGGER"), "-P1D");
    EXPECT_EQ(events[0].at("ALARM-DESCRIPTION"), events[0].at("SUMMARY"));
    EXPECT_EQ(events[1].at("UID"), "call.sample@challenge-explorer");
    EXPECT_EQ(events[1].at("DTSTAMP"), "20170927T000000Z");
    EXPECT_EQ(events[1].at("DTSTART;VALUE=DATE"), "20170927");
    EXPECT_EQ(events[1].at("DTEND;VALUE=DATE"), "20171028");
    EXPECT_EQ(events[1].at("SUMMARY"), "Candidatures ouvertes – Le programme\\, en bref");
    EXPECT_FALSE(events[1].contains("ALARM-ACTION"));
}

TEST(CalendarFile, closesOnAWholeDayWhereTheHourIsNotKnown) {
    const CalendarFile file = makeCalendarFile(sampleProgramme(), 0, CalendarContent::call, kClosing, std::nullopt);
    const std::vector<Event> events = readEvents(file.text);
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].at("DTSTART;VALUE=DATE"), "20171027");
    EXPECT_EQ(events[0].at("DTEND;VALUE=DATE"), "20171028");
    EXPECT_EQ(events[0].at("ALARM-TRIGGER"), "-P1D");
}

TEST(CalendarFile, ofTheCallHasItsEndAndBeforeItItsBeginning) {
    const auto idsAt = [](std::string_view now) {
        std::vector<std::string> ids;
        for (const Event& event :
             readEvents(fileOf(sampleProgramme(), 0, CalendarContent::call, *programme::parseCivilTime(now))))
            ids.push_back(event.at("UID").substr(0, event.at("UID").find('.')));
        return ids;
    };
    EXPECT_EQ(idsAt("2017-09-01"), (std::vector<std::string>{"last-day", "opening"}));
    EXPECT_EQ(idsAt("2017-10-01"), std::vector<std::string>{"last-day"});
    EXPECT_EQ(idsAt("2017-10-27T16:59"), std::vector<std::string>{"last-day"});
    EXPECT_EQ(fileOf(sampleProgramme(), 0, CalendarContent::call, *programme::parseCivilTime("2017-10-27T17:00")), "");
}

TEST(CalendarFile, leavesOutWhatIsOver) {
    const auto countAt = [](std::string_view now) {
        return makeCalendarFile(bundledProgramme(), 0, CalendarContent::everything, *programme::parseCivilTime(now),
                                std::nullopt)
            .eventCount;
    };
    EXPECT_EQ(countAt("2017-07-05"), 9u);
    EXPECT_EQ(countAt("2017-07-06"), 8u); // the selection of the challenges is over
    EXPECT_EQ(countAt("2017-10-15"), 7u); // so is the information session
    EXPECT_EQ(countAt("2017-10-28"), 5u);
    EXPECT_EQ(countAt("2018-11-30"), 1u); // a month is all its days
    EXPECT_EQ(countAt("2018-12-01"), 0u);
}

TEST(UniversalTime, isFoundFromWhatAZoneShowsThere) {
    // As Paris in 2017: one hour before universal time, two from 26 March to 29 October, 01:00 universal time.
    const auto paris = [](std::string_view zone,
                          programme::CivilTime universal) -> std::optional<programme::CivilTime> {
        if (zone != "Europe/Paris") return std::nullopt;
        const auto at = [](const char* text) { return *programme::parseCivilTime(text); };
        const bool isSummer = universal >= at("2017-03-26T01:00") && universal < at("2017-10-29T01:00");
        const int minutes = universal.minuteOfDay + (isSummer ? 120 : 60);
        return programme::CivilTime{universal.day + std::chrono::days(minutes / 1440), minutes % 1440};
    };
    const auto universal = [&](const char* text) {
        return toUniversalTime(paris, "Europe/Paris", *programme::parseCivilTime(text));
    };
    EXPECT_EQ(universal("2017-10-27T17:00"), *programme::parseCivilTime("2017-10-27T15:00"));
    EXPECT_EQ(universal("2017-12-27T17:00"), *programme::parseCivilTime("2017-12-27T16:00"));
    EXPECT_EQ(universal("2017-10-27T00:30"), *programme::parseCivilTime("2017-10-26T22:30"));
    EXPECT_EQ(universal("2017-10-29T03:30"), *programme::parseCivilTime("2017-10-29T02:30"));
    EXPECT_EQ(universal("2017-03-26T03:30"), *programme::parseCivilTime("2017-03-26T01:30"));
    EXPECT_EQ(toUniversalTime(paris, "Mars/Phobos", kClosing), std::nullopt);
    EXPECT_EQ(toUniversalTime({}, "Europe/Paris", kClosing), std::nullopt);
}

TEST(CalendarFile, saysNoHourWhereNoneIsGiven) {
    const std::vector<Event> events = eventsOf(
        sampleProgramme(R"({"url": "https://forms.example/", "opens": "2017-09-27", "closes": "2017-10-27"})"), 1);
    EXPECT_EQ(events[0].at("SUMMARY"), "Last day to apply – The programme\\; in short");
    EXPECT_EQ(events[0].at("DESCRIPTION"),
              "Applications close on 27\u00A0October 2017.\\nForm: https://forms.example/");
}

TEST(CalendarFile, writesMilestonesAsWholeDaysWithAnExclusiveEnd) {
    const std::vector<Event> events = eventsOf(sampleProgramme(), 0);
    EXPECT_EQ(events[2].at("UID"), "milestone-hearings.sample@challenge-explorer");
    EXPECT_EQ(events[2].at("DTSTART;VALUE=DATE"), "20171114");
    EXPECT_EQ(events[2].at("DTEND;VALUE=DATE"), "20171116");
    EXPECT_EQ(events[2].at("SUMMARY"), "Auditions – Le programme\\, en bref");
    EXPECT_FALSE(events[2].contains("DESCRIPTION"));
    EXPECT_FALSE(events[2].contains("URL"));
    EXPECT_EQ(events[3].at("DTSTART;VALUE=DATE"), "20180115");
    EXPECT_EQ(events[3].at("DTEND;VALUE=DATE"), "20181201"); // until the end of November
    EXPECT_EQ(events[3].at("URL"), "https://example.org/cohort");
    EXPECT_EQ(events[3].at("TRANSP"), "TRANSPARENT");
}

TEST(CalendarFile, escapesText) {
    EXPECT_EQ(eventsOf(sampleProgramme(), 0)[3].at("DESCRIPTION"), "Un \\\\ deux\\; trois\\, quatre");
}

TEST(CalendarFile, leavesTheCallOutWhereAMilestoneIsTheCall) {
    for (const Event& event : eventsOf(bundledProgramme(), 0))
        EXPECT_NE(event.at("UID"), "call.eig-2018@challenge-explorer");
    EXPECT_EQ(eventsOf(bundledProgramme(), 0)[0].at("UID"), "last-day.eig-2018@challenge-explorer");
    EXPECT_EQ(eventsOf(bundledProgramme(), 0)[2].at("UID"),
              "milestone-appel-a-candidatures.eig-2018@challenge-explorer");
}

TEST(CalendarFile, foldsLongLinesBetweenCharacters) {
    std::size_t longest = 0;
    std::size_t folded = 0;
    for (const std::string& line : linesOf(fileOf(bundledProgramme(), 0))) {
        longest = std::max(longest, line.size());
        folded += line.starts_with(' ') ? 1 : 0;
        EXPECT_FALSE(base::findInvalidUtf8(line).has_value()) << line;
        EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos);
    }
    EXPECT_LE(longest, 75u);
    EXPECT_GE(longest, 74u);
    EXPECT_GT(folded, 5u);
}

TEST(CalendarFile, isTheSameEachTimeAndItsIdsInEachLanguage) {
    const programme::Programme programme = bundledProgramme();
    EXPECT_EQ(fileOf(programme, 0), fileOf(programme, 0));
    const std::vector<Event> french = eventsOf(programme, 0);
    const std::vector<Event> english = eventsOf(programme, 1);
    ASSERT_EQ(french.size(), english.size());
    for (std::size_t each = 0; each < french.size(); ++each) EXPECT_EQ(french[each].at("UID"), english[each].at("UID"));
    EXPECT_NE(french[0].at("SUMMARY"), english[0].at("SUMMARY"));
}

TEST(CalendarUrl, holdsTheFilePercentEncoded) {
    const programme::Programme programme = sampleProgramme();
    const CalendarFile file = makeCalendarFile(programme, 0, CalendarContent::everything, kLongBefore, kClosing);
    const std::string url = makeCalendarUrl(file);
    const std::string_view start = "data:text/calendar;charset=utf-8,";
    ASSERT_TRUE(url.starts_with(start));
    EXPECT_EQ(url.substr(start.size()), encodeUrlComponent(file.text));
    EXPECT_TRUE(url.substr(start.size()).starts_with("BEGIN%3AVCALENDAR%0D%0AVERSION%3A2.0%0D%0A"));
    EXPECT_EQ(url.find_first_of(" \r\n#\"<>"), std::string::npos);
    EXPECT_EQ(makeCalendarUrl({}), "");
}

} // namespace
} // namespace explorer
