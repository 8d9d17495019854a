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

using Event = std::map<std::string, std::string>;

std::vector<Event> eventsOf(const programme::Programme& programme, LanguageIndex language) {
    std::vector<Event> events;
    for (const std::string& line : unfold(linesOf(makeCalendarFile(programme, language)))) {
        const std::size_t colon = line.find(':');
        if (line == "BEGIN:VEVENT") events.emplace_back();
        if (events.empty() || line == "BEGIN:VEVENT" || line.starts_with("END:")) continue;
        EXPECT_TRUE(events.back().emplace(line.substr(0, colon), line.substr(colon + 1)).second) << line;
    }
    return events;
}

TEST(CalendarFile, frameIsACalendar) {
    const std::vector<std::string> lines = linesOf(makeCalendarFile(sampleProgramme(), 0));
    ASSERT_GT(lines.size(), 5u);
    EXPECT_EQ(lines[0], "BEGIN:VCALENDAR");
    EXPECT_EQ(lines[1], "VERSION:2.0");
    EXPECT_EQ(lines[2], "PRODID:-//Challenge Explorer//Calendar//FR");
    EXPECT_EQ(lines[3], "X-WR-CALNAME:Le programme\\, en bref");
    EXPECT_EQ(lines.back(), "END:VCALENDAR");
    EXPECT_EQ(std::ranges::count(lines, "BEGIN:VEVENT"), 4);
    EXPECT_EQ(std::ranges::count(lines, "END:VEVENT"), 4);
}

TEST(CalendarFile, saysUntilWhenOneCanApply) {
    const std::vector<Event> events = eventsOf(sampleProgramme(), 0);
    ASSERT_EQ(events.size(), 4u);
    EXPECT_EQ(events[0].at("UID"), "call.sample@challenge-explorer");
    EXPECT_EQ(events[0].at("DTSTAMP"), "20170927T000000Z");
    EXPECT_EQ(events[0].at("DTSTART;VALUE=DATE"), "20170927");
    EXPECT_EQ(events[0].at("DTEND;VALUE=DATE"), "20171028");
    EXPECT_EQ(events[0].at("SUMMARY"), "Candidatures ouvertes – Le programme\\, en bref");
    EXPECT_EQ(events[0].at("DESCRIPTION"),
              "Les candidatures se terminent le 27\u00A0octobre 2017 à 17\u00A0h (Europe/Paris).\\n"
              "Formulaire\u00A0: https://forms.example/apply");
    EXPECT_EQ(events[0].at("URL"), "https://forms.example/apply");
    EXPECT_EQ(events[1].at("UID"), "last-day.sample@challenge-explorer");
    EXPECT_EQ(events[1].at("DTSTART;VALUE=DATE"), "20171027");
    EXPECT_EQ(events[1].at("DTEND;VALUE=DATE"), "20171028");
    EXPECT_EQ(events[1].at("SUMMARY"), "Dernier jour pour candidater\\, jusqu’à 17\u00A0h – Le programme\\, en bref");
}

TEST(CalendarFile, saysNoHourWhereNoneIsGiven) {
    const std::vector<Event> events = eventsOf(
        sampleProgramme(R"({"url": "https://forms.example/", "opens": "2017-09-27", "closes": "2017-10-27"})"), 1);
    EXPECT_EQ(events[1].at("SUMMARY"), "Last day to apply – The programme\\; in short");
    EXPECT_EQ(events[1].at("DESCRIPTION"),
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
    for (const std::string& line : linesOf(makeCalendarFile(bundledProgramme(), 0))) {
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
    EXPECT_EQ(makeCalendarFile(programme, 0), makeCalendarFile(programme, 0));
    const std::vector<Event> french = eventsOf(programme, 0);
    const std::vector<Event> english = eventsOf(programme, 1);
    ASSERT_EQ(french.size(), english.size());
    for (std::size_t each = 0; each < french.size(); ++each) EXPECT_EQ(french[each].at("UID"), english[each].at("UID"));
    EXPECT_NE(french[0].at("SUMMARY"), english[0].at("SUMMARY"));
}

TEST(CalendarUrl, holdsTheFilePercentEncoded) {
    const programme::Programme programme = sampleProgramme();
    const std::string url = makeCalendarUrl(programme, 0);
    const std::string_view start = "data:text/calendar;charset=utf-8,";
    ASSERT_TRUE(url.starts_with(start));
    EXPECT_EQ(url.substr(start.size()), encodeUrlComponent(makeCalendarFile(programme, 0)));
    EXPECT_TRUE(url.substr(start.size()).starts_with("BEGIN%3AVCALENDAR%0D%0AVERSION%3A2.0%0D%0A"));
    EXPECT_EQ(url.find_first_of(" \r\n#\"<>"), std::string::npos);
}

} // namespace
} // namespace explorer
