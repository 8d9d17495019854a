// The whole state of a visit as one plain value, and what the visitor can do to it.
//
// reduce() (reduce.h) is the only thing that changes a State; the URL (url.h) is the State written down. What follows
// from the state and the programme together (which challenges are shown, what the hand-off says) is computed, never
// stored: see visit.h.
#pragma once

#include "programme/programme.h"
#include "search/facet.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace explorer {

using programme::ChallengeIndex;
using programme::Day;
using programme::LanguageIndex;
using programme::SkillGroupIndex;
using programme::SkillIndex;
using search::Facet;
using search::ValueIndex;

/// What fills the screen. On a wide screen `filters` shows nothing else than `challenges`, since the filter stands
/// beside the list; on a phone it is a page of its own.
enum class View : std::uint8_t {
    challenges, // the list
    filters,    // phone: the filter as a page of its own
    shortlist,  // only the shortlisted challenges, in the visitor's order
};

/// Days shown by the timeline, both included. Not set in State: the whole calendar.
struct Period {
    Day first;
    Day last;
    bool operator==(const Period&) const = default;
};

/// What an address holds that this release or this programme does not know. It is ignored, and written into every
/// address that follows (docs/address.md, "What is kept").
struct Unknown {
    std::array<std::vector<std::string>, search::kFacetCount> values; // of each facet's list
    std::vector<std::string> shortlist;                               // ids
    std::string parameters;                                           // "utm_source=mail&now=2017-10-15", as they came
    bool operator==(const Unknown&) const = default;
};

struct State {
    LanguageIndex language = 0;
    /// The visitor's own, as the page around or the browser says it: what an address without any parameter means.
    LanguageIndex preferredLanguage = 0;
    View view = View::challenges;
    std::string query;                       // as typed, UTF-8, at most kMaxQueryBytes
    std::vector<SkillIndex> skills;          // chosen, in the order of choosing
    std::vector<ValueIndex> cities;          // the same
    std::optional<ChallengeIndex> challenge; // open in the detail
    std::optional<std::size_t> milestone;    // open under the timeline
    std::vector<ChallengeIndex> shortlist;   // in the order of choosing
    std::optional<Period> period;
    bool usesLetterKeys = true;                // "/", "?", "+" and "-" do something (WCAG 2.1.4)
    std::vector<std::uint32_t> expandedGroups; // FilterGroup::group: show all their values; sorted; not in the URL
    Unknown unknown;
    bool operator==(const State&) const = default;
};

inline constexpr std::size_t kMaxQueryBytes = 200;
inline constexpr std::size_t kMaxUnknownBytes = 2000; // of Unknown, each item with its separator
inline constexpr int kShortestPeriodDays = 14;
inline constexpr double kZoomStep = 1.6; // factor of the days shown, by one press of a button or a key

/// Chooses a value of a facet, or no longer.
struct ToggleValue {
    Facet facet;
    ValueIndex value;
};
struct ClearFilters {}; // values and text
struct SetQuery {
    std::string text;
};
struct OpenChallenge {
    ChallengeIndex challenge;
};
struct CloseChallenge {};
struct ToggleShortlisted {
    ChallengeIndex challenge;
};
/// Moves a shortlisted challenge by that many places (−1: earlier).
struct MoveShortlisted {
    ChallengeIndex challenge;
    int places;
};
struct SetLanguage {
    LanguageIndex language;
};
struct SetView {
    View view;
};
/// Opens the milestone, or closes it where it is open.
struct ToggleMilestone {
    std::size_t milestone;
};
/// Shows more (factor < 1) or fewer (factor > 1) days around the anchor, which keeps its place. Never less than
/// kShortestPeriodDays, never more than the whole calendar (then the period is unset).
struct ZoomTimeline {
    double factor;
    double anchor; // days since 1970-01-01, with fraction
};
/// Periods are whole days: the movement is rounded, and whoever drags by less than a day collects the fractions.
struct PanTimeline {
    double days; // to the right is later
};
struct FitTimeline {};
/// Of the values of that FilterGroup::group: shows all, or the most frequent ones.
struct ToggleGroup {
    std::uint32_t group;
};
struct ToggleLetterKeys {};
/// Back and forward, or an address typed: replaces the whole state (what the URL does not hold is kept).
struct Navigate {
    std::string queryString;
};

using Action = std::variant<ToggleValue, ClearFilters, SetQuery, OpenChallenge, CloseChallenge, ToggleShortlisted,
                            MoveShortlisted, SetLanguage, SetView, ToggleMilestone, ZoomTimeline, PanTimeline,
                            FitTimeline, ToggleGroup, ToggleLetterKeys, Navigate>;

} // namespace explorer
