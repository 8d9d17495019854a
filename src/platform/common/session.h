// One visit of one programme: the programme with its search index, the visit's state, what follows from both (which
// challenges are shown, what the hand-off says), and the address. It knows neither screen nor focus.
//
// A session's programme never changes. A new file is a new session, which can take over from the one before what still
// fits (continueVisit). Nothing is shared between sessions, so a program may hold several.
#pragma once

#include "explorer/facts.h"
#include "explorer/handoff.h"
#include "explorer/reduce.h"
#include "explorer/visit.h"
#include "programme/reader.h"
#include "search/index.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

/// Gives the programme's clock: the moment in an IANA time zone.
using Clock = std::function<programme::CivilTime(std::string_view timeZone)>;

class Session {
public:
    /// A visit of the file's programme that begins at that address. `preferredLanguage` is a BCP 47 tag: the visitor's
    /// own language, used where the address names none. Where the file has no programme, an empty one in that language
    /// stands in, beside the file's problems.
    Session(programme::ReadResult file, Clock clock, std::string_view queryString, std::string_view preferredLanguage);

    /// Takes over from the session before what this programme still has: language, filters, open challenge and
    /// milestone, shortlist, period, expanded groups; things are the same where their ids are. Where the programme is
    /// another one (programmeKey), only the language and the choice of keys.
    void continueVisit(const Session& before);

    [[nodiscard]] bool hasProgramme() const { return hasProgramme_; }
    [[nodiscard]] const std::vector<programme::Problem>& problems() const { return problems_; }
    /// The parts of the file that this release does not know and left out.
    [[nodiscard]] const std::vector<programme::Problem>& warnings() const { return warnings_; }
    [[nodiscard]] const programme::Programme& programme() const { return programme_; }
    /// What follows from the programme alone.
    [[nodiscard]] const explorer::Facts& facts() const { return facts_; }
    /// The programme's own id: what tells one programme from another among several.
    [[nodiscard]] std::string_view programmeKey() const { return programme_.in(programme_.id); }

    [[nodiscard]] const explorer::State& state() const { return state_; }
    /// The state's language, BCP 47.
    [[nodiscard]] const std::string& language() const { return programme_.languages[state_.language]; }

    struct Change {
        explorer::State before;
        explorer::Step step = explorer::Step::none;
    };
    /// Carries out the action. Nothing where it changes nothing.
    [[nodiscard]] std::optional<Change> dispatch(const explorer::Action& action);

    /// The query string, without '?', that leads to the present state.
    [[nodiscard]] std::string address() const;
    /// The programme's moment: the clock's, or the one that the address names.
    [[nodiscard]] programme::CivilTime now() const;
    [[nodiscard]] explorer::Handoff handoff() const;
    /// Milliseconds until the hand-off says something else: the next midnight or the closing hour; nothing where the
    /// moment stands still.
    [[nodiscard]] std::optional<double> millisecondsUntilChange() const;

    /// Brings what follows from the state up to date; to be called before a frame.
    void refresh();
    /// Whether the state has changed since the last refresh().
    [[nodiscard]] bool isStale() const { return isStale_; }
    // As of the last refresh().
    [[nodiscard]] const explorer::Visit& visit() const { return visit_; }
    [[nodiscard]] const std::string& calendarUrl() const { return calendarUrl_; }
    /// The programme's title, behind the open challenge's.
    [[nodiscard]] std::string documentTitle() const;

private:
    bool hasProgramme_ = false;
    std::vector<programme::Problem> problems_;
    std::vector<programme::Problem> warnings_;
    programme::Programme programme_;
    explorer::Facts facts_;
    Clock clock_;
    std::optional<programme::CivilTime> givenNow_; // the address's `now`
    explorer::State state_;
    // Of the language of the last refresh().
    std::optional<search::Index> index_;
    programme::LanguageIndex indexLanguage_ = 0;
    std::string calendarUrl_;
    explorer::Visit visit_;
    bool isStale_ = true;
};

} // namespace platform
