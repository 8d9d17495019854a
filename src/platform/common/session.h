// One visit of one programme: the programme with its search index, the visit's state, what is computed from both (the
// challenges shown, the hand-off), and the address. It depends neither on the screen nor on the focus.
//
// A session's programme never changes. For a new file there is a new session, which can take over what still applies
// from the previous one (continueVisit). Sessions share nothing.
#pragma once

#include "explorer/facts.h"
#include "explorer/handoff.h"
#include "explorer/reduce.h"
#include "explorer/visit.h"
#include "platform/common/room_times.h"
#include "programme/programme.h"
#include "programme/words.h"
#include "search/index.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

/// Returns the present civil time in an IANA time zone.
using Clock = std::function<programme::CivilTime(std::string_view timeZone)>;

class Session {
public:
    /// Begins a visit of the programme. `queryString`: of the address, without '?'. `preferredLanguage`: the visitor's,
    /// BCP 47, used where the address has no language.
    /// `zones`: for the closing hour in calendar files, which is left out without it.
    Session(programme::Programme programme, Clock clock, std::string_view queryString,
            std::string_view preferredLanguage, explorer::ZoneClock zones = {});
    /// Shows a file's problems, which are described in `language`, with an empty programme in that language.
    Session(std::vector<programme::DescribedProblem> problems, Clock clock, std::string_view language);

    /// Takes over from the previous session what this programme still has, by id: language, filters, open challenge and
    /// milestone, shortlist, period, expanded groups. Where it is another programme (programmeKey), only the language
    /// and whether letter keys are on.
    void continueVisit(const Session& before);

    [[nodiscard]] bool hasProgramme() const { return hasProgramme_; }
    [[nodiscard]] const std::vector<programme::DescribedProblem>& problems() const { return problems_; }
    [[nodiscard]] const programme::Programme& programme() const { return programme_; }
    /// What is computed from the programme alone.
    [[nodiscard]] const explorer::Facts& facts() const { return facts_; }
    /// The programme's id, which distinguishes programmes.
    [[nodiscard]] std::string_view programmeKey() const { return programme_.in(programme_.id); }

    [[nodiscard]] const explorer::State& state() const { return state_; }
    /// The state's language, BCP 47.
    [[nodiscard]] const std::string& language() const { return programme_.languages[state_.language]; }

    struct Change {
        explorer::State before;
        explorer::Step step = explorer::Step::none;
    };
    /// Carries out the action. Nothing where it does not change the state.
    [[nodiscard]] std::optional<Change> dispatch(const explorer::Action& action);

    /// Sets what the timeline shows at first (State::home), as a small picture or as a large one.
    void placeHome(bool isSmall);

    /// The query string of the present state, without '?'.
    [[nodiscard]] std::string address() const;
    /// The present civil time in the programme's time zone: the clock's, or the address's `now`.
    [[nodiscard]] programme::CivilTime now() const;
    [[nodiscard]] explorer::Handoff handoff() const;
    /// Milliseconds until the hand-off changes: at the next midnight or the closing hour; nothing where now() is fixed
    /// or there is no programme.
    [[nodiscard]] std::optional<double> millisecondsUntilChange() const;

    /// Updates what is computed from the state. To be called before each frame.
    void refresh();
    /// Whether the state has changed since the last refresh().
    [[nodiscard]] bool isStale() const { return isStale_; }
    /// Reads some more words of the index, which refresh() begins without them (search::Index::begin).
    void readMoreWords();
    [[nodiscard]] bool hasAllWords() const { return !index_ || index_->hasAllWords(); }
    // As of the last refresh().
    [[nodiscard]] const explorer::Visit& visit() const { return visit_; }
    [[nodiscard]] const explorer::CalendarLinks& calendar() const { return calendar_; }
#ifdef CE_DEBUG
    [[nodiscard]] RoomTimes& roomTimes() {
        return times_;
    }
#endif
    /// The programme's title, preceded by that of the open challenge.
    [[nodiscard]] std::string documentTitle() const;

private:
    [[nodiscard]] const search::Answer& findAnswer();

    bool hasProgramme_ = false;
    std::vector<programme::DescribedProblem> problems_;
    programme::Programme programme_;
    explorer::Facts facts_;
    Clock clock_;
    explorer::ZoneClock zones_;
    std::optional<programme::CivilTime> givenNow_; // the address's `now`
    explorer::State state_;
    void refreshCalendar();

    // In the language of the last refresh().
    std::optional<search::Index> index_;
    programme::LanguageIndex indexLanguage_ = 0;
    explorer::CalendarLinks calendar_;
    programme::CivilTime calendarTime_; // now(), when it was made
    explorer::Visit visit_;
    bool isStale_ = true;
    [[no_unique_address]] RoomTimes times_;
    bool isVisitStale_ = true; // false: the changes since the last refresh() do not concern the visit, as panning
};

} // namespace platform
