// The state of a visit as one plain value, and the actions by which a visitor changes it.
//
// A visit is one visitor's use of one programme, from loading its file on (platform/common/session.h). State holds what
// the visitor has chosen, opened and typed, the language that serves them best, and the parts of the address that this
// release does not know. reduce() (reduce.h) is the only function that makes the
// next State of an Action; url.h writes a State as the address's query string and reads it back. What follows from the
// state and the programme together (which challenges are found, what the link to the application form says) is no part
// of it: see visit.h and handoff.h.
//
// A LanguageIndex, SkillIndex or ChallengeIndex, and a milestone's index, is one of the programme's lists
// (programme.h); a ValueIndex is one of the facet's values (FacetValues::values, search/facet.h). In every State that
// reduce() or parseQueryString() makes they exist there, and no list holds one twice.
#pragma once

#include "programme/programme.h"
#include "search/facet.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace explorer {

using programme::ChallengeIndex;
using programme::Day;
using programme::LanguageIndex;
using programme::Period;
using programme::SkillGroupIndex;
using programme::SkillIndex;
using search::Facet;
using search::ValueIndex;

/// Which list is shown. Where an open challenge fills the screen (State::challenge in a viewport that is not wide,
/// ui/viewport.h), it covers any of them.
enum class View : std::uint8_t {
    challenges, // the challenges that the filters leave
    filters,    // on a phone (ui::isPhone) the filter alone, full screen; in wider viewports the same as `challenges`
    shortlist,  // the shortlisted challenges alone, in the visitor's order, whatever the filters say
    comparison, // comparedOf() the shortlist side by side
};

/// Whether the view shows the shortlist, whatever the filters say.
[[nodiscard]] constexpr bool isOfShortlist(View view) {
    return view == View::shortlist || view == View::comparison;
}

/// Whether the shortlist is kept on the visitor's device, so that a later visit begins with it. The platform offers
/// that where it can (OfferKeeping) and stores what changes (platform/common/effects.h).
enum class Keeping : std::uint8_t { isNotOffered, isOffered, isOn };

/// A stretch of time in days since 1970-01-01, with fractions: [first, first + length); length > 0.
struct Window {
    double first = 0;
    double length = 1;
    [[nodiscard]] double end() const { return first + length; }
    bool operator==(const Window&) const = default;
};

/// Milestones of one kind that begin between the days on which the first and the last one begin: their marks lie so
/// close in the timeline that one mark stands for all (milestonesOf(), crowd.h). Indices in Programme::milestones.
struct Crowd {
    std::size_t first = 0;
    std::size_t last = 0;
    bool operator==(const Crowd&) const = default;
};

/// How the timeline shows the challenges that have dates.
enum class LinesView : std::uint8_t {
    closed,   // one mark for all of them
    bySkills, // a row for each, in the order of the skill groups (Facts::groupsOf())
    byHost,   // a row for each, by the host's name
    byStart,  // a row for each, as Facts::dated
};

/// Entries of the agenda (the timeline on a phone) that are folded at first.
enum class AgendaPart : std::uint8_t { past, later };

/// The parts of an address that this release or this programme does not know. They have no effect, and are written into
/// every address that follows (docs/address.md, "What is kept"). At most kMaxUnknownBytes in all; a part that does not
/// fit is dropped.
struct Unknown {
    /// For each facet: values in its parameter that the programme does not have.
    std::array<std::vector<std::string>, search::kFacetCount> values;
    std::vector<std::string> shortlist; // ids in the shortlist's parameter that the programme does not have
    /// Whole parameters of other names, "utm_source=mail&now=2017-10-15", percent-encoded, in the address's order.
    /// `now` is among them: the clock is not part of the state (parseNow()).
    std::string parameters;
    bool operator==(const Unknown&) const = default;
};

/// How the filter's groups are folded. The numbers are those of FilterGroup::group (visit.h), rising. Not in the
/// address; Navigate keeps it.
struct Folding {
    std::vector<std::uint32_t> expandedGroups; // the long groups that list all their values
    std::vector<std::uint32_t> closedGroups;   // the groups of which only the heading is shown
    /// For each facet: values that were taken back. A group that is not expanded lists them still, so that what is
    /// under the pointer stays there when a value is taken back and chosen again. Rising.
    std::array<std::vector<ValueIndex>, search::kFacetCount> formerValues;
    /// For each facet: the values that were chosen when the view was last opened. They stand first in a phone's row of
    /// filters, whose order no tap changes.
    std::array<std::vector<ValueIndex>, search::kFacetCount> leadingValues;
    bool operator==(const Folding&) const = default;
};

/// Two states are equal where all members are, those that the address does not hold among them.
struct State {
    LanguageIndex language = 0; // in which the programme is shown
    /// The programme's language that serves the visitor best, by the embedding page or the browser. An
    /// address with no parameter that we know is shown in it; one with any, but no language, in the default language.
    /// Not in the address; parseQueryString() is given it.
    LanguageIndex preferredLanguage = 0;
    View view = View::challenges;
    std::string query;              // search text as typed: UTF-8, at most kMaxQueryBytes
    std::vector<SkillIndex> skills; // chosen values of Facet::skills, in the order of choosing
    std::vector<ValueIndex> cities; // chosen values of Facet::cities, in the order of choosing
    /// The challenges and milestones must run in it: a filter. Within Facts::calendar, and not all of it.
    std::optional<Period> during;
    std::optional<ChallengeIndex> challenge; // whose full text is open
    std::optional<std::size_t> milestone;    // index in Programme::milestones, open under the timeline
    std::optional<Crowd> crowd;              // whose milestones are listed under the timeline
    std::vector<ChallengeIndex> shortlist;   // in the visitor's order; at most kMaxShortlisted
    /// Which of the shortlist are compared, in its order: two to kMaxCompared. Empty: the first ones, also where it has
    /// no more than kMaxCompared.
    std::vector<ChallengeIndex> compared;
    /// What the timeline shows (window.h): within Facts::calendar, at least kShortestPeriodDays long. None: all of it.
    /// The address has it in whole days, roundToDays().
    std::optional<Window> period;
    /// Where `period` is none: the whole calendar is shown although there is a `home`.
    bool showsWhole = false;
    /// What the timeline shows at first; none: the whole calendar. It follows from programme, day and viewport
    /// (homeWindow(), window.h), and is not in the address; Navigate keeps it.
    std::optional<Window> home;
    std::optional<LinesView> lines; // none: Facts::lines, which this never is
    /// Whether the shortcuts of one character do something ("/", "?", "+", "-"). Who types by voice switches them off
    /// (WCAG 2.1.4, https://www.w3.org/TR/WCAG22/#character-key-shortcuts).
    bool usesLetterKeys = true;
    Folding folding;
    bool showsPast = false;                  // AgendaPart::past; not in the address; Navigate keeps it
    bool showsLater = false;                 // AgendaPart::later; likewise
    Keeping keeping = Keeping::isNotOffered; // not in the address; Navigate keeps it
    bool showsOnlyDifferences = false;       // in View::comparison: no row in which all challenges say the same
    Unknown unknown;
    bool operator==(const State&) const = default;
};

/// A longer text is cut behind the last whole code point that fits.
inline constexpr std::size_t kMaxQueryBytes = 200;
/// Of Unknown: the sum of all items' bytes and one more for each.
inline constexpr std::size_t kMaxUnknownBytes = 2000;
inline constexpr std::size_t kLeastCompared = 2; // in View::comparison
inline constexpr std::size_t kMaxCompared = 4;
/// Of State::shortlist, so that the address stays one that can be sent. How many of them an application may name
/// (programme::Application::maxChallenges) counts at the hand-off alone (handoff.h).
inline constexpr std::size_t kMaxShortlisted = 100;
inline constexpr int kShortestPeriodDays = 2;
/// By one press of a button or a key: ZoomTimeline::factor is kZoomStep to zoom out, 1 / kZoomStep to zoom in.
inline constexpr double kZoomStep = 1.6;

// Actions. reduce() accepts any values: an index or facet that does not exist, or a number that is not finite, leaves
// the state as it is. Text may be any bytes.

/// Chooses a value of a facet, or takes it back where it is chosen. Both leave View::shortlist for View::challenges.
struct ToggleValue {
    Facet facet;
    ValueIndex value;
};
/// Takes back all chosen values of one group of a facet, that of `value`. Leaves View::shortlist. Nothing where none is
/// chosen.
struct ClearGroup {
    Facet facet;
    ValueIndex value;
};
/// Takes back all values of all facets, those in Unknown too, and the period, and empties the query; View::shortlist
/// becomes View::challenges. Nothing where no known value and no period is chosen and the query is empty.
struct ClearFilters {};
/// Filters by the days that the timeline shows (State::during). Nothing where it shows all. Leaves View::shortlist.
struct KeepShownPeriod {};
/// Takes that filter back. Leaves View::shortlist.
struct DropPeriod {};
/// The whole new text, valid while the action is applied. Bytes that are not UTF-8 become U+FFFD, then it is cut to
/// kMaxQueryBytes. Leaves View::shortlist. Nothing where the text is the same.
struct SetQuery {
    std::string_view text;
};
struct OpenChallenge {
    ChallengeIndex challenge;
};
/// Shows another challenge in place of the open one, as a page is turned. Nothing where none is open.
struct TurnToChallenge {
    ChallengeIndex challenge;
};
struct CloseChallenge {};
/// Takes the challenge out of the shortlist where it is there. Else appends it, unless the list has kMaxShortlisted.
struct ToggleShortlisted {
    ChallengeIndex challenge;
};
/// Moves a shortlisted challenge by that many places (negative: to the front), at most to the list's end. Nothing where
/// it is not shortlisted.
struct MoveShortlisted {
    ChallengeIndex challenge;
    int places;
};
/// Compares a shortlisted challenge, or does so no more. Nothing where it is not shortlisted, and where that would be
/// fewer than kLeastCompared or more than kMaxCompared.
struct ToggleCompared {
    ChallengeIndex challenge;
};
struct SetLanguage {
    LanguageIndex language;
};
/// View::shortlist and View::comparison close the open challenge, which would cover them on a narrow screen.
struct SetView {
    View view;
};
/// Opens the milestone in place of any other, or closes it where it is open.
struct ToggleMilestone {
    std::size_t milestone; // index in Programme::milestones
};
/// Lists the crowd in place of any other and closes the open milestone, or closes the list where it is open. Nothing
/// where the two are not of one kind, or the last begins before the first.
struct ToggleCrowd {
    Crowd crowd;
};
/// Multiplies the time shown by `factor`: below 1 zooms in, above 1 zooms out (zoomWindow(), window.h). The anchor
/// keeps its place on screen, as far as the calendar's ends allow; it is clamped to the time shown. Nothing where the
/// factor is not positive.
struct ZoomTimeline {
    double factor;
    double anchor; // days since 1970-01-01, with fraction
};
/// Moves State::period by that many days, with fraction, and stops at the calendar's ends. Nothing where the whole
/// calendar is shown.
struct PanTimeline {
    double days; // positive: to later days
};
/// Shows that window, moved and cut as fitWindow() says. Nothing where the length is not positive.
struct ShowWindow {
    double first;  // days since 1970-01-01, with fraction
    double length; // days
};
/// Shows the whole calendar.
struct FitTimeline {};
/// Sets State::home, moved and cut as fitWindow() says; none where the length is not positive.
struct SetHome {
    double first;  // days since 1970-01-01, with fraction
    double length; // days
};
/// Unfolds or folds that part of the agenda.
struct ToggleAgendaPart {
    AgendaPart part;
};
/// Opens the challenges' lines in the timeline in that order, or closes them.
struct ShowLines {
    LinesView view;
};
/// Unfolds a long group of the filter, so that it shows all its values, or folds it to the most frequent ones.
struct ToggleGroup {
    std::uint32_t group; // as FilterGroup::group (visit.h)
};
/// Closes a group of the filter, so that only its heading is shown, or opens it again.
struct CloseGroup {
    std::uint32_t group; // as FilterGroup::group (visit.h)
};
/// The platform can keep the shortlist, or cannot any more. `kept` is what formatKept() made in an earlier visit;
/// empty: nothing is kept. A shortlist that was kept is shown where the visit has none, and goes on being kept where it
/// is the same; another one, as of an address that someone has sent, leaves it untouched.
struct OfferKeeping {
    bool isOffered;
    std::string_view kept; // valid while the action is applied
};
/// Keeps the shortlist from now on, or forgets it. Nothing where that is not offered.
struct KeepShortlist {
    bool isKept;
};
/// Switches State::showsOnlyDifferences.
struct ToggleDifferences {};
/// Switches State::usesLetterKeys.
struct ToggleLetterKeys {};
/// The address is another one (Back, Forward, typed): the state becomes what parseQueryString() makes of it. Of the
/// state before, what no address holds is kept: fractions of days of a window with the same days, preferredLanguage,
/// folding, home, showsPast, showsLater and keeping. Where the entry of the history is one that the visit itself has
/// made, so are the visitor's choices (docs/address.md); where it is not, a shortlist that is kept on the device. The
/// address is made to say them.
struct Navigate {
    std::string_view queryString; // with or without the leading '?'; any bytes; valid while the action is applied
    bool isOurs = false;          // Back or Forward to an entry that the visit has made
};

using Action = std::variant<ToggleValue, ClearGroup, ClearFilters, KeepShownPeriod, DropPeriod, SetQuery, OpenChallenge,
                            TurnToChallenge, CloseChallenge, ToggleShortlisted, MoveShortlisted, ToggleCompared,
                            SetLanguage, SetView, ToggleMilestone, ToggleCrowd, ZoomTimeline, PanTimeline, ShowWindow,
                            FitTimeline, SetHome, ToggleAgendaPart, ShowLines, ToggleGroup, CloseGroup, OfferKeeping,
                            KeepShortlist, ToggleDifferences, ToggleLetterKeys, Navigate>;
static_assert(std::is_trivially_copyable_v<Action>); // copies of one cost the page no code

} // namespace explorer
