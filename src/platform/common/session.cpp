#include "platform/common/session.h"

#include "base/sort.h"
#include "explorer/facets.h"
#include "explorer/url.h"
#include "explorer/window.h"

#include <algorithm>
#include <utility>

namespace platform {

namespace {

constexpr double kMillisecondsAMinute = 60'000;
constexpr double kLeastMilliseconds = 1'000; // at least, in case the clock has not quite reached the minute

/// The programme's language that matches the tag best: the same tag, else its primary language, else the default one.
programme::LanguageIndex findPreferredLanguage(const programme::Programme& programme, std::string_view tag) {
    const auto exact = programme.findLanguage(tag);
    const auto primary = programme.findLanguage(tag.substr(0, tag.find('-')));
    return exact.value_or(primary.value_or(programme::LanguageIndex{0}));
}

/// Those of the groups that `after` still has (explorer::FilterGroup::group): skill groups are matched by id, the
/// groups behind them (skills without a group, other facets) by position.
std::vector<std::uint32_t> keepGroups(const std::vector<std::uint32_t>& groups, const Session& before,
                                      const programme::Programme& after) {
    std::vector<std::uint32_t> kept;
    const programme::Programme& old = before.programme();
    const auto oldCount = static_cast<std::uint32_t>(old.skillGroups.size());
    const auto count = static_cast<std::uint32_t>(after.skillGroups.size());
    for (const std::uint32_t group : groups) {
        if (group >= oldCount) {
            kept.push_back(group - oldCount + count);
            continue;
        }
        const auto isSame = [&](const programme::SkillGroup& other) {
            return after.in(other.id) == old.in(old.skillGroups[group].id);
        };
        const auto found = std::ranges::find_if(after.skillGroups, isSame);
        if (found != after.skillGroups.end())
            kept.push_back(static_cast<std::uint32_t>(found - after.skillGroups.begin()));
    }
    base::sort(kept);
    return kept;
}

} // namespace

Session::Session(programme::Programme programme, Clock clock, std::string_view queryString,
                 std::string_view preferredLanguage, explorer::ZoneClock zones)
    : hasProgramme_(true), programme_(std::move(programme)), facts_(explorer::makeFacts(programme_)),
      clock_(std::move(clock)), zones_(std::move(zones)) {
    givenNow_ = explorer::parseNow(queryString);
    state_ = explorer::parseQueryString(programme_, facts_, queryString,
                                        findPreferredLanguage(programme_, preferredLanguage));
    state_.folding.leadingValues = explorer::chosenValues(state_);
}

Session::Session(std::vector<programme::DescribedProblem> problems, Clock clock, std::string_view language)
    : problems_(std::move(problems)), clock_(std::move(clock)) {
    programme_.languages.emplace_back(language);
}

void Session::continueVisit(const Session& before) {
    if (!before.hasProgramme() || !hasProgramme()) return;
    const programme::LanguageIndex preferred =
        findPreferredLanguage(programme_, before.programme().languages[before.state().preferredLanguage]);
    const std::string& language = before.language();
    const bool usesLetterKeys = before.state().usesLetterKeys;
    if (programmeKey() == before.programmeKey()) {
        state_ = explorer::parseQueryString(programme_, facts_, before.address(), preferred);
        const explorer::Folding& folding = before.state().folding;
        state_.folding.expandedGroups = keepGroups(folding.expandedGroups, before, programme_);
        state_.folding.closedGroups = keepGroups(folding.closedGroups, before, programme_);
        state_.keeping = before.state().keeping;
    } else {
        state_ = explorer::parseQueryString(programme_, facts_, {}, preferred);
    }
    state_.folding.leadingValues = explorer::chosenValues(state_);
    state_.usesLetterKeys = usesLetterKeys;
    state_.language = programme_.findLanguage(language).value_or(state_.language);
    givenNow_ = before.givenNow_;
    state_.unknown.parameters = before.state().unknown.parameters;
    isStale_ = isVisitStale_ = true;
}

std::optional<Session::Change> Session::dispatch(const explorer::Action& action) {
    if (!hasProgramme_) return std::nullopt;
    const RoomTimer timer(times_, Room::explorer);
    explorer::Reduced reduced = explorer::reduce(programme_, facts_, state_, action);
    if (reduced.state == state_) return std::nullopt;
    isStale_ = true;
    isVisitStale_ |= !explorer::haveSameVisit(reduced.state, state_);
    return Change{std::exchange(state_, std::move(reduced.state)), reduced.step};
}

void Session::placeHome(bool isSmall) {
    if (!hasProgramme_) return;
    const std::optional<explorer::Window> home =
        isSmall ? explorer::homeWindow(programme_, facts_, now().day) : std::nullopt;
    if (home == state_.home) return;
    (void)dispatch(explorer::SetHome{home ? home->first : 0, home ? home->length : 0});
}

std::string Session::address() const {
    return explorer::formatQueryString(programme_, facts_, state_);
}

programme::CivilTime Session::now() const {
    if (givenNow_) return *givenNow_;
    return hasProgramme_ ? clock_(programme_.in(programme_.timeZone)) : programme::CivilTime{};
}

explorer::Handoff Session::handoff() const {
    return hasProgramme_ ? explorer::makeHandoff(programme_, state_, now()) : explorer::Handoff{};
}

std::optional<double> Session::millisecondsUntilChange() const {
    if (!hasProgramme_ || givenNow_) return std::nullopt;
    const int minutes = explorer::minutesUntilChange(programme_.application, now());
    return std::max(kLeastMilliseconds, static_cast<double>(minutes) * kMillisecondsAMinute);
}

void Session::refresh() {
    if (!hasProgramme_) return;
    if (!index_ || indexLanguage_ != state_.language) {
        const RoomTimer timer(times_, Room::search);
        index_ = search::Index::begin(programme_, state_.language);
        indexLanguage_ = state_.language;
        refreshCalendar();
        isVisitStale_ = true;
    }
    // On the closing day the call ends within it.
    const programme::CivilTime present = now();
    const bool isOtherTime =
        present.day == programme_.application.closes ? present != calendarTime_ : present.day != calendarTime_.day;
    if (isOtherTime) refreshCalendar();
    if (isVisitStale_) {
        const search::Answer& answer = findAnswer();
        const RoomTimer timer(times_, Room::explorer);
        visit_ = explorer::makeVisit(programme_, *index_, answer, state_);
    }
    isStale_ = isVisitStale_ = false;
}

const search::Answer& Session::findAnswer() {
    const RoomTimer timer(times_, Room::search);
    return explorer::findAnswer(*index_, state_);
}

/// Makes the calendar files, which have what is not over.
void Session::refreshCalendar() {
    using explorer::CalendarContent;
    calendarTime_ = now();
    const programme::Application& call = programme_.application;
    std::optional<programme::CivilTime> closes;
    if (call.closesMinute) {
        closes =
            explorer::toUniversalTime(zones_, programme_.in(programme_.timeZone), {call.closes, *call.closesMinute});
    }
    const auto make = [&](CalendarContent content) {
        return explorer::makeCalendarFile(programme_, state_.language, content, calendarTime_, closes);
    };
    const explorer::CalendarFile everything = make(CalendarContent::everything);
    calendar_ = {explorer::makeCalendarUrl(make(CalendarContent::call)), explorer::makeCalendarUrl(everything),
                 everything.eventCount};
}

void Session::readMoreWords() {
    const RoomTimer timer(times_, Room::search);
    if (index_) index_->readMoreWords();
}

std::string Session::documentTitle() const {
    std::string title(programme_.in(programme_.title, state_.language));
    if (!state_.challenge) return title;
    const programme::Challenge& challenge = programme_.challenges[*state_.challenge];
    return std::string(programme_.in(challenge.title, state_.language)) + " · " + title;
}

} // namespace platform
