#include "programme/rules.h"

#include "programme/forms.h"

namespace programme {

constexpr StringForm kIdForm = {"id", isId, 64};
constexpr StringForm kLanguageForm = {"language", isLanguageTag};

namespace {

constexpr StringForm kUrlForm = {"url", isHttpsUrl, 2048};
constexpr StringForm kTimeZoneForm = {"timeZone", isTimeZoneName};
constexpr StringForm kNotEmpty = {"", [](std::string_view text) { return !text.empty(); }};
constexpr StringForm kAnyString = {"", [](std::string_view /*text*/) { return true; }};

constexpr bool kRequired = true;
constexpr bool kHasRange = true;
constexpr std::uint32_t kMaxPosts = 1000;

// The objects that fields belong to, each the last of its list.
Programme& programme(Draft& draft) {
    return draft.programme;
}
Organiser& organiser(Draft& draft) {
    return draft.programme.organiser;
}
KeyFigure& keyFigure(Draft& draft) {
    return draft.programme.keyFigures.back();
}
Application& application(Draft& draft) {
    return draft.programme.application;
}
Link& programmeLink(Draft& draft) {
    return draft.programme.links.back();
}
SkillGroup& skillGroup(Draft& draft) {
    return draft.programme.skillGroups.back();
}
Skill& skill(Draft& draft) {
    return draft.programme.skills.back();
}
Milestone& milestone(Draft& draft) {
    return draft.programme.milestones.back();
}
Challenge& challenge(Draft& draft) {
    return draft.programme.challenges.back();
}
Host& host(Draft& draft) {
    return challenge(draft).host;
}
Link& challengeLink(Draft& draft) {
    return challenge(draft).links.back();
}
Profile& profile(Draft& draft) {
    return challenge(draft).profiles.back();
}

template <auto Owner, auto Member>
auto& member(Draft& draft) {
    return Owner(draft).*Member;
}

/// Appends an item to a list of the owner and returns it.
template <auto Owner, auto List>
auto& append(Draft& draft) {
    return (Owner(draft).*List).emplace_back();
}

template <auto Owner, auto List>
void begin(Draft& draft) {
    append<Owner, List>(draft);
}

template <auto Owner, auto Member>
void setDate(Draft& draft, const DateOrMonth& date) {
    Owner(draft).*Member = date;
}

template <auto Owner, auto Member>
void setDay(Draft& draft, const DateOrMonth& date) {
    Owner(draft).*Member = date.first;
}

template <auto Owner, auto Member>
void setNumber(Draft& draft, std::uint32_t number) {
    Owner(draft).*Member = number;
}

template <auto Owner, auto Member>
void addSymbol(Draft& draft, Symbol symbol) {
    (Owner(draft).*Member).push_back(symbol);
}

template <auto Table>
IdTable& table(Draft& draft) {
    return draft.*Table;
}

template <auto Owner, auto Member>
constexpr Rule text() {
    return {TextRule{member<Owner, Member>}};
}

template <auto Owner, auto Member>
constexpr Rule string(const StringForm* form) {
    return {StringRule{form, member<Owner, Member>}};
}

template <auto Table, auto Owner, auto Member>
constexpr Rule uniqueId() {
    return {IdRule{table<Table>, member<Owner, Member>}};
}

/// The rule for the items of a list of texts.
template <auto Owner, auto Member>
inline constexpr Rule kTextItem = {TextRule{append<Owner, Member>}};

template <auto Owner, auto Member>
constexpr Rule texts() {
    return {ListRule{&kTextItem<Owner, Member>, 0}};
}

// Links of the programme and links of a challenge have the same fields, but different owners.
constexpr std::string_view kLinkKinds[] = {"sheet", "site", "code", "data", "news"};

template <auto Owner>
void setLinkKind(Draft& draft, std::size_t choice) {
    Owner(draft).kind = static_cast<LinkKind>(choice + 1); // LinkKind::none, the first, is no choice
}

template <auto Owner>
inline constexpr FieldRule kLinkFields[] = {
    {"label", text<Owner, &Link::label>(), kRequired},
    {"url", string<Owner, &Link::url>(&kUrlForm), kRequired},
    {"kind", {ChoiceRule{kLinkKinds, setLinkKind<Owner>}}},
    {"language", string<Owner, &Link::language>(&kLanguageForm)},
};

constexpr ObjectRule kProgrammeLink = {kLinkFields<programmeLink>, begin<programme, &Programme::links>};
constexpr Rule kProgrammeLinkItem = {&kProgrammeLink};
constexpr ObjectRule kChallengeLink = {kLinkFields<challengeLink>, begin<challenge, &Challenge::links>};
constexpr Rule kChallengeLinkItem = {&kChallengeLink};

constexpr FieldRule kOrganiserFields[] = {
    {"name", text<organiser, &Organiser::name>(), kRequired},
    {"url", string<organiser, &Organiser::url>(&kUrlForm)},
};
constexpr ObjectRule kOrganiser = {kOrganiserFields, nullptr};

constexpr std::string_view kFigureSubjects[] = {"programme", "challenge"};

void setFigureSubject(Draft& draft, std::size_t choice) {
    keyFigure(draft).isAboutEachChallenge = choice == 1;
}

constexpr FieldRule kKeyFigureFields[] = {
    {"value", text<keyFigure, &KeyFigure::value>(), kRequired},
    {"label", text<keyFigure, &KeyFigure::label>(), kRequired},
    {"about", {ChoiceRule{kFigureSubjects, setFigureSubject}}},
};
constexpr ObjectRule kKeyFigure = {kKeyFigureFields, begin<programme, &Programme::keyFigures>};
constexpr Rule kKeyFigureItem = {&kKeyFigure};

constexpr FieldRule kPrefillFields[] = {
    {"challenge", string<application, &Application::challengeParameter>(&kNotEmpty)},
    {"skills", string<application, &Application::skillsParameter>(&kNotEmpty)},
    {"language", string<application, &Application::languageParameter>(&kNotEmpty)},
};
constexpr ObjectRule kPrefill = {kPrefillFields, nullptr};

void setClosesMinute(Draft& draft, int minuteOfDay) {
    application(draft).closesMinute = minuteOfDay;
}

constexpr FieldRule kApplicationFields[] = {
    {"url", string<application, &Application::url>(&kUrlForm), kRequired},
    {"opens", {DateRule{DateForm::day, RangeEnd::start, setDay<application, &Application::opens>}}, kRequired},
    {"closes", {DateRule{DateForm::day, RangeEnd::end, setDay<application, &Application::closes>}}, kRequired},
    {"prefill", {&kPrefill}},
    {"closesTime", {TimeOfDayRule{setClosesMinute}}},
    {"maxChallenges", {IntegerRule{1, kNoMaximum, setNumber<application, &Application::maxChallenges>}}},
    {"eligibility", texts<application, &Application::eligibility>()},
};
constexpr ObjectRule kApplication = {kApplicationFields, nullptr, kHasRange};

constexpr FieldRule kSkillGroupFields[] = {
    {"id", uniqueId<&Draft::skillGroupIds, skillGroup, &SkillGroup::id>(), kRequired},
    {"label", text<skillGroup, &SkillGroup::label>(), kRequired},
};
constexpr ObjectRule kSkillGroup = {kSkillGroupFields, begin<programme, &Programme::skillGroups>};
constexpr Rule kSkillGroupItem = {&kSkillGroup};

void setSkillGroup(Draft& draft, Symbol symbol) {
    skill(draft).group = symbol;
}

constexpr Rule kAliasItem = {StringRule{&kNotEmpty, append<skill, &Skill::aliases>}};
constexpr FieldRule kSkillFields[] = {
    {"id", uniqueId<&Draft::skillIds, skill, &Skill::id>(), kRequired},
    {"label", text<skill, &Skill::label>(), kRequired},
    {"group", {ReferenceRule{table<&Draft::skillGroupIds>, setSkillGroup}}},
    {"aliases", {ListRule{&kAliasItem, 0}}},
    {"otherNames", {ListRule{&kTextItem<skill, &Skill::otherNames>, 0}}},
};
constexpr ObjectRule kSkill = {kSkillFields, begin<programme, &Programme::skills>};
constexpr Rule kSkillItem = {&kSkill};

constexpr std::string_view kMilestoneKinds[] = {"call", "selection", "cohort", "event"};

void setMilestoneKind(Draft& draft, std::size_t choice) {
    milestone(draft).kind = static_cast<MilestoneKind>(choice);
}

constexpr FieldRule kMilestoneFields[] = {
    {"id", uniqueId<&Draft::milestoneIds, milestone, &Milestone::id>(), kRequired},
    {"title", text<milestone, &Milestone::title>(), kRequired},
    {"kind", {ChoiceRule{kMilestoneKinds, setMilestoneKind}}},
    {"start", {DateRule{DateForm::dateOrMonth, RangeEnd::start, setDate<milestone, &Milestone::start>}}, kRequired},
    {"end", {DateRule{DateForm::dateOrMonth, RangeEnd::end, setDate<milestone, &Milestone::end>}}},
    {"summary", text<milestone, &Milestone::summary>()},
    {"url", string<milestone, &Milestone::url>(&kUrlForm)},
};
constexpr ObjectRule kMilestone = {kMilestoneFields, begin<programme, &Programme::milestones>, kHasRange};
constexpr Rule kMilestoneItem = {&kMilestone};

constexpr FieldRule kHostFields[] = {
    {"name", text<host, &Host::name>(), kRequired},
    {"ministry", text<host, &Host::ministry>()},
    {"city", string<host, &Host::city>(&kNotEmpty)},
};
constexpr ObjectRule kHost = {kHostFields, nullptr};

template <auto Member>
inline constexpr Rule kSkillReferenceItem = {ReferenceRule{table<&Draft::skillIds>, addSymbol<profile, Member>}};

constexpr FieldRule kProfileFields[] = {
    {"id", uniqueId<&Draft::profileIds, profile, &Profile::id>()},
    {"title", text<profile, &Profile::title>(), kRequired},
    {"summary", text<profile, &Profile::summary>()},
    {"count", {IntegerRule{1, kMaxPosts, setNumber<profile, &Profile::count>}}},
    {"skills", {ListRule{&kSkillReferenceItem<&Profile::skills>, 1}}, kRequired},
    {"preferredSkills", {ListRule{&kSkillReferenceItem<&Profile::preferredSkills>, 0}}},
};
constexpr ObjectRule kProfile = {kProfileFields, begin<challenge, &Challenge::profiles>};
constexpr Rule kProfileItem = {&kProfile};

void beginChallenge(Draft& draft) {
    draft.addChallenge();
    if (!draft.profileIds.isEmpty()) draft.profileIds = IdTable(draft.programme.characters);
}

constexpr FieldRule kChallengeFields[] = {
    {"id", uniqueId<&Draft::challengeIds, challenge, &Challenge::id>(), kRequired},
    {"title", text<challenge, &Challenge::title>(), kRequired},
    {"tagline", text<challenge, &Challenge::tagline>()},
    {"summary", text<challenge, &Challenge::summary>(), kRequired},
    {"description", texts<challenge, &Challenge::description>()},
    {"host", {&kHost}, kRequired},
    {"profiles", {ListRule{&kProfileItem, 1}}, kRequired},
    {"start", {DateRule{DateForm::dateOrMonth, RangeEnd::start, setDate<challenge, &Challenge::start>}}},
    {"end", {DateRule{DateForm::dateOrMonth, RangeEnd::end, setDate<challenge, &Challenge::end>}}},
    {"links", {ListRule{&kChallengeLinkItem, 0}}},
    {"notices", texts<challenge, &Challenge::notices>()},
};
constexpr ObjectRule kChallenge = {kChallengeFields, beginChallenge, kHasRange};
constexpr Rule kChallengeItem = {&kChallenge};

StringRef& defaultLanguage(Draft& draft) {
    return draft.defaultLanguage;
}
void acceptVersion(Draft& /*draft*/, std::uint32_t /*version*/) {}

constexpr FieldRule kFields[] = {
    {"$schema", {StringRule{&kAnyString, nullptr}}},
    {"schemaVersion", {IntegerRule{1, 1, acceptVersion}}, kRequired},
    {"id", string<programme, &Programme::id>(&kIdForm), kRequired},
    {"title", text<programme, &Programme::title>(), kRequired},
    {"tagline", text<programme, &Programme::tagline>()},
    {"summary", texts<programme, &Programme::summary>()},
    {"defaultLanguage", {StringRule{&kLanguageForm, defaultLanguage}}, kRequired},
    {"timeZone", string<programme, &Programme::timeZone>(&kTimeZoneForm), kRequired},
    {"organiser", {&kOrganiser}},
    {"keyFigures", {ListRule{&kKeyFigureItem, 0}}},
    {"keyFiguresNote", text<programme, &Programme::keyFiguresNote>()},
    {"selectionCriteria", texts<programme, &Programme::selectionCriteria>()},
    {"application", {&kApplication}, kRequired},
    {"links", {ListRule{&kProgrammeLinkItem, 0}}},
    {"credits", texts<programme, &Programme::credits>()},
    {"skillGroups", {ListRule{&kSkillGroupItem, 0}}},
    {"skills", {ListRule{&kSkillItem, 1}}, kRequired},
    {"milestones", {ListRule{&kMilestoneItem, 0}}, kRequired},
    {"challenges", {ListRule{&kChallengeItem, 1}}, kRequired},
};
constexpr ObjectRule kWholeFile = {kFields, nullptr};

} // namespace

constexpr Rule kProgrammeRule = {&kWholeFile};

} // namespace programme
