// What a programme is: the whole content of one programme.json after reading and checking it (reader.h).
//
// A Programme is a plain value that never changes after it was read. Its strings lie one after the other in a single
// buffer (a file of 100 000 challenges has millions of them); a StringRef or a Text is a place in that buffer and means
// something only together with its programme. Lists are in the file's order; the indices below are places in them.
//
//     std::string_view title = programme.in(challenge.title, language);
#pragma once

#include "programme/dates.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace programme {

/// Places in Programme::languages, ::skills, ::skillGroups, ::challenges, and in Challenge::profiles.
using LanguageIndex = std::uint16_t;
using SkillIndex = std::uint32_t;
using SkillGroupIndex = std::uint32_t;
using ChallengeIndex = std::uint32_t;
using ProfileIndex = std::uint32_t;

/// One string. Empty where the file leaves it out (the schema allows no empty strings).
struct StringRef {
    std::uint32_t offset = 0; // bytes
    std::uint32_t length = 0; // bytes
    bool isEmpty() const { return length == 0; }
};

/// One string for all languages, or one for each language: `variantCount` entries of Programme::variants from
/// `firstVariant` on. None where the file leaves the text out.
struct Text {
    std::uint32_t firstVariant = 0;
    std::uint32_t variantCount = 0;
    bool isEmpty() const { return variantCount == 0; }
};

inline constexpr LanguageIndex kEveryLanguage = 0xFFFF;

struct TextVariant {
    StringRef string;
    LanguageIndex language = kEveryLanguage; // kEveryLanguage: a plain string
};

struct Organiser {
    Text name;
    StringRef url;
};

struct KeyFigure {
    Text value;
    Text label;
};

enum class LinkKind : std::uint8_t { none, sheet, site, code, data, news };

struct Link {
    Text label;
    StringRef url;
    LinkKind kind = LinkKind::none;
    StringRef language; // tag of what the link leads to; empty: the page's
};

struct Application {
    StringRef url;
    Day opens;                       // first day on which one can apply
    Day closes;                      // last day on which one can apply
    std::optional<int> closesMinute; // minutes after midnight of the last day; none: the whole day is included
    std::optional<std::uint32_t> maxChallenges; // none: no limit
    StringRef challengeParameter;               // names of the form's query parameters; empty: not sent
    StringRef skillsParameter;
    StringRef languageParameter;
};

struct SkillGroup {
    StringRef id;
    Text label;
};

struct Skill {
    StringRef id;
    Text label;
    std::optional<SkillGroupIndex> group;
    std::vector<StringRef> aliases;
};

enum class MilestoneKind : std::uint8_t { call, selection, cohort, event };

struct Milestone {
    StringRef id;
    Text title;
    MilestoneKind kind = MilestoneKind::event; // the kind of one that names none
    DateOrMonth start;
    std::optional<DateOrMonth> end; // included
    Text summary;
    StringRef url;
};

struct Profile {
    StringRef id; // often empty
    Text title;
    Text summary;
    std::uint32_t count = 1;                 // posts
    std::vector<SkillIndex> skills;          // required
    std::vector<SkillIndex> preferredSkills; // welcome, not required
};

struct Host {
    Text name;
    Text ministry;
    StringRef city;
};

struct Challenge {
    StringRef id;
    Text title;
    Text tagline;
    Text summary;
    std::vector<Text> description; // paragraphs
    Host host;
    std::vector<Profile> profiles;
    std::optional<DateOrMonth> start;
    std::optional<DateOrMonth> end; // included
    std::vector<Link> links;
    std::vector<Text> notices;
};

struct Programme {
    StringRef id;
    Text title;
    Text tagline;
    std::vector<Text> summary; // paragraphs
    StringRef timeZone;        // IANA name
    Organiser organiser;
    std::vector<KeyFigure> keyFigures;
    std::vector<Text> selectionCriteria;
    Application application;
    std::vector<Link> links;
    std::vector<Text> credits;
    std::vector<SkillGroup> skillGroups;
    std::vector<Skill> skills;
    std::vector<Milestone> milestones;
    std::vector<Challenge> challenges;

    /// Tags of every language that some text of the file is written in; the default language is the first.
    std::vector<std::string> languages;

    std::string characters; // UTF-8, what StringRef points into
    std::vector<TextVariant> variants;

    std::string_view in(StringRef ref) const { return std::string_view(characters).substr(ref.offset, ref.length); }
    /// The text in that language; where it has none, in the default language. Empty for an empty Text.
    std::string_view in(Text text, LanguageIndex language) const;
    /// The language in which in() answers, for `lang` attributes: the asked one, the default, or (a plain string) the
    /// asked one.
    LanguageIndex languageOf(Text text, LanguageIndex language) const;

    /// The skills without a group form a group of their own, behind those that the file names: every skill's group is
    /// below groupCount().
    std::size_t groupCount() const { return skillGroups.size() + 1; }
    SkillGroupIndex groupOf(SkillIndex skill) const {
        return skills[skill].group.value_or(static_cast<SkillGroupIndex>(skillGroups.size()));
    }
    bool isNamedGroup(SkillGroupIndex group) const { return group < skillGroups.size(); }

    std::optional<LanguageIndex> findLanguage(std::string_view tag) const;
    std::optional<ChallengeIndex> findChallenge(std::string_view id) const;
    std::optional<SkillIndex> findSkill(std::string_view id) const;
    std::optional<std::size_t> findMilestone(std::string_view id) const;
};

/// The number of posts of a challenge: the sum over its profiles.
std::uint32_t postCount(const Challenge& challenge);

} // namespace programme
