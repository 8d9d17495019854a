// What a programme is: the whole content of one programme.json after reading and checking it (reader.h).
//
// read() makes a Programme; everything else takes it by const reference, and nothing changes it afterwards. It is a
// plain value with public members. All its strings stand in one buffer, `characters` (a file of 100,000 challenges has
// millions of strings). A StringRef is a range of bytes in that buffer; a Text is a range of `variants`, each of which
// is a StringRef and its language. Both mean something only together with their Programme. Lists keep the file's order;
// an index counts from 0 in its list.
//
//     std::string_view title = programme.in(challenge.title, language);
//
// Preconditions: every index, StringRef and Text that is passed in comes from the same Programme. This is not
// checked. Views stay valid as long as the Programme lives and is neither changed nor moved.
#pragma once

#include "programme/dates.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace programme {

// Indices into Programme::languages, ::skills, ::skillGroups and ::challenges.
using LanguageIndex = std::uint16_t;
using SkillIndex = std::uint32_t;
using SkillGroupIndex = std::uint32_t;
using ChallengeIndex = std::uint32_t;

/// One string. Empty where the file does not have it (the reader refuses empty strings).
struct StringRef {
    std::uint32_t offset = 0; // bytes from the beginning of Programme::characters
    std::uint32_t length = 0; // bytes
    [[nodiscard]] bool isEmpty() const { return length == 0; }
};

/// A string that may differ between languages: the variants `firstVariant` to `firstVariant + variantCount - 1` of
/// Programme::variants. Either one variant for every language (kEveryLanguage), or one for each language that the file
/// gives, the default language among them. No variant where the file does not have the text.
struct Text {
    std::uint32_t firstVariant = 0;
    std::uint32_t variantCount = 0;
    [[nodiscard]] bool isEmpty() const { return variantCount == 0; }
};

/// TextVariant::language of a text that the file gives as a plain string, the same in every language (a proper name).
/// Never an index into Programme::languages.
inline constexpr LanguageIndex kEveryLanguage = 0xFFFF;

struct TextVariant {
    StringRef string;
    LanguageIndex language = kEveryLanguage;
};

struct Organiser {
    Text name;
    StringRef url;
};

struct KeyFigure {
    Text value;                        // "13"
    Text label;                        // "challenges"
    bool isAboutEachChallenge = false; // and is said with each challenge once more
};

/// What a link leads to, said in a word beside it. `none`: the file names no kind, or one that this release does not
/// know; nothing is said then.
enum class LinkKind : std::uint8_t {
    none,
    sheet, // a document about the challenge
    site,  // a website
    code,  // source code
    data,  // data sets
    news,  // an article
};

struct Link {
    Text label;
    StringRef url; // https
    LinkKind kind = LinkKind::none;
    StringRef language; // BCP 47 tag of what the link leads to; empty: the language in which the programme is shown
};

/// The call for applications: when one can apply, and the organiser's form, a web page that is no part of this program.
/// All days and minutes are of the wall clock in Programme::timeZone.
struct Application {
    StringRef url; // of the form, https
    Day opens;     // first day on which one can apply, from 00:00 on
    Day closes;    // last day on which one can apply
    /// Minutes from 00:00 of the day `closes`, 0 to 1439: the first minute at which the call is closed. None: it closes
    /// at the end of that day.
    std::optional<int> closesMinute;
    std::optional<std::uint32_t> maxChallenges; // that one application may name, at least 1; none: no limit
    // Names of the query parameters that the link to the form fills in; empty: that one is not sent.
    StringRef challengeParameter;  // receives the ids of the shortlist, else of the open challenge, comma-separated
    StringRef skillsParameter;     // receives the ids of the chosen skills, comma-separated
    StringRef languageParameter;   // receives the tag of the language in which the programme is shown
    std::vector<Text> eligibility; // conditions without which one cannot apply
};

/// A heading under which the filter lists skills.
struct SkillGroup {
    StringRef id;
    Text label;
};

struct Skill {
    StringRef id;
    Text label;
    std::optional<SkillGroupIndex> group; // none: see Programme::groupOf
    std::vector<StringRef> aliases;       // other words by which a search finds it, in any language; not shown
    std::vector<Text> otherNames;         // found in any language, shown in the visitor's
};

enum class MilestoneKind : std::uint8_t { call, selection, cohort, event };

struct Milestone {
    StringRef id;
    Text title;
    MilestoneKind kind = MilestoneKind::event; // also where the file names no kind, or one that is not known
    DateOrMonth start;
    std::optional<DateOrMonth> end; // last day or month of it; none: `start` alone
    Text summary;
    StringRef url;
};

/// A kind of post that a challenge offers.
struct Profile {
    StringRef id; // unique in its challenge; empty where the file does not have it
    Text title;
    Text summary;
    std::uint32_t count = 1;                 // posts (jobs) of this kind, at least 1
    std::vector<SkillIndex> skills;          // required, at least one
    std::vector<SkillIndex> preferredSkills; // welcome, not required
};

/// The organisation that a challenge is for.
struct Host {
    Text name;
    Text ministry;
    StringRef city; // as the file writes it, in every language
};

struct Challenge {
    StringRef id;
    Text title;
    Text tagline;
    Text summary;
    std::vector<Text> description; // paragraphs
    Host host;
    std::vector<Profile> profiles; // at least one
    std::optional<DateOrMonth> start;
    std::optional<DateOrMonth> end; // last day or month of it; none: `start` alone
    std::vector<Link> links;
    std::vector<Text> notices; // conditions that a candidate must know
};

struct Programme {
    StringRef id;
    Text title;
    Text tagline;
    std::vector<Text> summary; // paragraphs
    StringRef timeZone;        // IANA name
    Organiser organiser;
    std::vector<KeyFigure> keyFigures;
    Text keyFiguresNote; // why figures on the page that seem to disagree do not
    std::vector<Text> selectionCriteria;
    Application application;
    std::vector<Link> links;
    std::vector<Text> credits;
    std::vector<SkillGroup> skillGroups;
    std::vector<Skill> skills; // at least one
    std::vector<Milestone> milestones;
    std::vector<Challenge> challenges; // at least one

    /// BCP 47 tags: the file's default language first (index 0), then every other language that some text is written
    /// in. Never empty after read().
    std::vector<std::string> languages;

    std::string characters; // UTF-8, all strings one after the other
    std::vector<TextVariant> variants;

    /// The string itself, UTF-8.
    [[nodiscard]] std::string_view in(const StringRef& ref) const {
        return std::string_view(characters).substr(ref.offset, ref.length);
    }
    /// The text in that language; where it has no such variant, in the default language. Empty for an empty Text, and
    /// where the default language is missing too (which read() refuses). Linear in the number of variants.
    [[nodiscard]] std::string_view in(const Text& text, LanguageIndex language) const;
    /// All variants of the text.
    [[nodiscard]] std::span<const TextVariant> variantsOf(const Text& text) const {
        return std::span(variants).subspan(text.firstVariant, text.variantCount);
    }
    /// The language of what in(text, language) answers, for `lang` attributes: `language` where the text has it or is a
    /// plain string; else the default language, 0, also for an empty Text. Linear in the number of variants.
    [[nodiscard]] LanguageIndex languageOf(const Text& text, LanguageIndex language) const;

    /// The groups of skills: those that the file names, and behind them one more, without a name, for the skills that
    /// have no group. Its index is skillGroups.size(), so it must not be used in `skillGroups`.
    [[nodiscard]] std::size_t groupCount() const { return skillGroups.size() + 1; }
    /// Below groupCount().
    [[nodiscard]] SkillGroupIndex groupOf(SkillIndex skill) const {
        return skills[skill].group.value_or(static_cast<SkillGroupIndex>(skillGroups.size()));
    }
    /// Whether `skillGroups` has it.
    [[nodiscard]] bool isNamedGroup(SkillGroupIndex group) const { return group < skillGroups.size(); }

    // The index of the item with exactly this tag or id, compared byte by byte; nothing where there is none. Linear in
    // the length of the list.
    [[nodiscard]] std::optional<LanguageIndex> findLanguage(std::string_view tag) const;
    [[nodiscard]] std::optional<ChallengeIndex> findChallenge(std::string_view id) const;
    [[nodiscard]] std::optional<std::size_t> findMilestone(std::string_view id) const;
};

/// From the first day to the last one.
[[nodiscard]] Period daysOf(const Milestone& milestone);
/// The same; none where the challenge has no dates.
[[nodiscard]] std::optional<Period> daysOf(const Challenge& challenge);

/// The number of posts of a challenge: the sum of Profile::count over its profiles.
[[nodiscard]] std::uint32_t postCount(const Challenge& challenge);

} // namespace programme
