// The whole state of a visit as one plain value, and what the visitor can do to it.
//
// reduce() (reduce.h) is the only thing that changes a State; the URL (url.h) is the State written down. What follows
// from the state and the programme together (which challenges are shown, what the hand-off says) is computed, never
// stored: see visit.h.
#pragma once

#include "programme/programme.h"

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

/// What fills the screen. On a wide screen `filters` shows nothing else than `challenges`, since the filter stands
/// beside the list; on a phone it is a page of its own.
enum class View : std::uint8_t {
    challenges, // the list
    filters,    // phone: the skills as a page of their own
    shortlist,  // only the shortlisted challenges, in the visitor's order
};

/// Days shown by the timeline, both included. Not set in State: the whole calendar.
struct Period {
    Day first;
    Day last;
    bool operator==(const Period&) const = default;
};

struct State {
    LanguageIndex language = 0;
    /// The visitor's own, as the page around or the browser says it: what an address without any parameter means.
    LanguageIndex preferredLanguage = 0;
    View view = View::challenges;
    std::string query;                       // as typed, UTF-8, at most kMaxQueryBytes
    std::vector<SkillIndex> skills;          // chosen, in the order of choosing
    std::optional<ChallengeIndex> challenge; // open in the detail
    std::optional<std::size_t> milestone;    // open under the timeline
    std::vector<ChallengeIndex> shortlist;   // in the order of choosing
    std::optional<Period> period;
    bool usesLetterKeys = true;                  // "/", "?", "+" and "-" do something (WCAG 2.1.4)
    std::vector<SkillGroupIndex> expandedGroups; // show all their skills; sorted; not in the URL
    bool operator==(const State&) const = default;
};

inline constexpr std::size_t kMaxQueryBytes = 200;
inline constexpr int kShortestPeriodDays = 14;
inline constexpr double kZoomStep = 1.6; // factor of the days shown, by one press of a button or a key

struct ToggleSkill {
    SkillIndex skill;
};
struct ClearFilters {}; // skills and text
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
struct ToggleGroup {
    SkillGroupIndex group;
}; // its skills: all or the most wanted ones
struct ToggleLetterKeys {};
/// Back and forward, or an address typed: replaces the whole state (what the URL does not hold is kept).
struct Navigate {
    std::string queryString;
};

using Action = std::variant<ToggleSkill, ClearFilters, SetQuery, OpenChallenge, CloseChallenge, ToggleShortlisted,
                            MoveShortlisted, SetLanguage, SetView, ToggleMilestone, ZoomTimeline, PanTimeline,
                            FitTimeline, ToggleGroup, ToggleLetterKeys, Navigate>;

} // namespace explorer
