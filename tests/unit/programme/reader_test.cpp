// What a good file becomes.
#include "programme/reader.h"
#include "support/files.h"

#include <gtest/gtest.h>

namespace programme {
namespace {

class ReadFile : public testing::Test {
protected:
    const Programme& read(const std::string& bytes) {
        ReadResult result = programme::read(bytes);
        EXPECT_TRUE(result.problems.empty());
        if (result.programme) programme_ = std::move(*result.programme);
        return programme_;
    }

    const Programme& readGood(const std::string& name) {
        return read(support::readProjectFile("tests/data/programmes/good/" + name + ".json"));
    }

    std::string in(StringRef string) const { return std::string(programme_.in(string)); }
    std::string in(Text text, const char* tag) const {
        const std::optional<LanguageIndex> language = programme_.findLanguage(tag);
        return std::string(programme_.in(text, language.value_or(kEveryLanguage)));
    }

    Programme programme_;
};

DateOrMonth date(const char* text) {
    return *parseDateOrMonth(text);
}

TEST_F(ReadFile, KeepsEveryFieldOfTheProgramme) {
    const Programme& p = readGood("one-challenge");
    EXPECT_EQ(in(p.id), "one-challenge");
    EXPECT_EQ(in(p.title, "fr"), "Un seul défi");
    EXPECT_EQ(in(p.title, "en"), "One challenge only");
    EXPECT_EQ(in(p.tagline, "en"), "Help the archives find their maps again");
    ASSERT_EQ(p.summary.size(), 2u);
    EXPECT_EQ(in(p.summary[1], "fr"), "Tous les champs du fichier y sont donnés.");
    EXPECT_EQ(in(p.timeZone), "America/Argentina/Buenos_Aires");
    EXPECT_EQ(in(p.organiser.name, "en"), "National Archives");
    EXPECT_EQ(in(p.organiser.url), "https://example.org/archives");
    ASSERT_EQ(p.keyFigures.size(), 2u);
    EXPECT_EQ(in(p.keyFigures[0].value, "fr"), "1");
    EXPECT_EQ(in(p.keyFigures[1].value, "en"), "12,000");
    EXPECT_EQ(in(p.keyFigures[1].label, "en"), "maps");
    EXPECT_FALSE(p.keyFigures[0].isAboutEachChallenge);
    EXPECT_TRUE(p.keyFigures[1].isAboutEachChallenge);
    EXPECT_EQ(in(p.keyFiguresNote, "en"), "Maps, and one challenge only.");
    ASSERT_EQ(p.selectionCriteria.size(), 1u);
    EXPECT_EQ(in(p.selectionCriteria[0], "en"), "Patience.");
    ASSERT_EQ(p.credits.size(), 1u);
    EXPECT_EQ(in(p.credits[0], "en"), "Archives nationales");
    EXPECT_EQ(p.languages, (std::vector<std::string>{"fr", "en"}));
}

TEST_F(ReadFile, KeepsTheApplication) {
    const Application& application = readGood("one-challenge").application;
    EXPECT_EQ(in(application.url), "https://example.org/apply");
    EXPECT_EQ(formatDay(application.opens), "2019-02-28");
    EXPECT_EQ(formatDay(application.closes), "2019-03-31");
    EXPECT_EQ(application.closesMinute, 23 * 60 + 59);
    EXPECT_EQ(application.maxChallenges, 1u);
    ASSERT_EQ(application.eligibility.size(), 1u);
    EXPECT_EQ(in(application.eligibility[0], "en"), "Having learnt to read old handwriting.");
    EXPECT_EQ(in(application.challengeParameter), "challenge");
    EXPECT_EQ(in(application.skillsParameter), "skills");
    EXPECT_EQ(in(application.languageParameter), "lang");
}

TEST_F(ReadFile, KeepsLinks) {
    const Programme& p = readGood("one-challenge");
    ASSERT_EQ(p.links.size(), 2u);
    EXPECT_EQ(in(p.links[0].label, "en"), "Site");
    EXPECT_EQ(in(p.links[0].url), "https://example.org:8443/");
    EXPECT_EQ(p.links[0].kind, LinkKind::site);
    EXPECT_EQ(in(p.links[0].language), "fr");
    EXPECT_EQ(p.links[1].kind, LinkKind::data);
    EXPECT_TRUE(p.links[1].language.isEmpty());
    const std::vector<Link>& links = p.challenges[0].links;
    ASSERT_EQ(links.size(), 3u);
    EXPECT_EQ(links[0].kind, LinkKind::sheet);
    EXPECT_EQ(links[1].kind, LinkKind::code);
    EXPECT_EQ(links[2].kind, LinkKind::news);
    EXPECT_EQ(in(links[1].url), "https://example.org/old-maps/code");
}

TEST_F(ReadFile, KeepsSkillsAndTheirGroups) {
    const Programme& p = readGood("one-challenge");
    ASSERT_EQ(p.skillGroups.size(), 1u);
    EXPECT_EQ(in(p.skillGroups[0].id), "code");
    EXPECT_EQ(in(p.skillGroups[0].label, "en"), "Development");
    ASSERT_EQ(p.skills.size(), 2u);
    EXPECT_EQ(in(p.skills[0].id), "gis");
    EXPECT_EQ(p.skills[0].group, 0u);
    ASSERT_EQ(p.skills[0].aliases.size(), 1u);
    EXPECT_EQ(in(p.skills[0].aliases[0]), "carte");
    ASSERT_EQ(p.skills[0].otherNames.size(), 2u);
    EXPECT_EQ(in(p.skills[0].otherNames[0], "fr"), "SIG");
    EXPECT_EQ(in(p.skills[0].otherNames[0], "en"), "GIS");
    ASSERT_EQ(p.variantsOf(p.skills[0].otherNames[1]).size(), 1u);
    EXPECT_EQ(p.variantsOf(p.skills[0].otherNames[1])[0].language, kEveryLanguage);
    EXPECT_FALSE(p.skills[1].group);
    EXPECT_TRUE(p.skills[1].aliases.empty());
}

TEST_F(ReadFile, KeepsTheCalendar) {
    const std::vector<Milestone>& milestones = readGood("one-challenge").milestones;
    ASSERT_EQ(milestones.size(), 4u);
    EXPECT_EQ(in(milestones[0].id), "call");
    EXPECT_EQ(milestones[0].kind, MilestoneKind::call);
    EXPECT_EQ(milestones[0].start, date("2019-02-28"));
    EXPECT_EQ(milestones[0].end, date("2019-03-31"));
    EXPECT_EQ(in(milestones[0].title, "en"), "Call for applications");
    EXPECT_EQ(in(milestones[0].summary, "en"), "Applications are made online.");
    EXPECT_EQ(in(milestones[0].url), "https://example.org/call?year=2019#calendar");
    EXPECT_EQ(milestones[1].kind, MilestoneKind::selection);
    EXPECT_FALSE(milestones[1].end);
    EXPECT_EQ(milestones[2].kind, MilestoneKind::cohort);
    EXPECT_EQ(milestones[2].start, date("2019-05"));
    EXPECT_EQ(milestones[2].end, date("2020-02"));
    EXPECT_EQ(milestones[3].kind, MilestoneKind::event);
}

TEST_F(ReadFile, KeepsEveryFieldOfAChallenge) {
    const Programme& p = readGood("one-challenge");
    ASSERT_EQ(p.challenges.size(), 1u);
    const Challenge& challenge = p.challenges[0];
    EXPECT_EQ(in(challenge.id), "old-maps");
    EXPECT_EQ(in(challenge.title, "en"), "Old maps");
    EXPECT_EQ(in(challenge.tagline, "en"), "Find a place on twelve thousand maps");
    EXPECT_EQ(in(challenge.summary, "fr"), "Situer chaque carte ancienne.");
    ASSERT_EQ(challenge.description.size(), 2u);
    EXPECT_EQ(in(challenge.description[1], "en"), "A tool will suggest a place for each.");
    EXPECT_EQ(in(challenge.host.name, "en"), "Map service");
    EXPECT_EQ(in(challenge.host.ministry, "en"), "Ministry of Culture");
    EXPECT_EQ(in(challenge.host.city), "Pierrefitte-sur-Seine");
    EXPECT_EQ(challenge.start, date("2019-05-06"));
    EXPECT_EQ(challenge.end, date("2020-02"));
    ASSERT_EQ(challenge.notices.size(), 1u);
    EXPECT_EQ(in(challenge.notices[0], "en"), "On site three days a week.");
    ASSERT_EQ(challenge.profiles.size(), 1u);
    const Profile& profile = challenge.profiles[0];
    EXPECT_EQ(in(profile.id), "developer");
    EXPECT_EQ(in(profile.title, "en"), "Developer");
    EXPECT_EQ(in(profile.summary, "en"), "Someone who loves maps.");
    EXPECT_EQ(profile.count, 1u);
    EXPECT_EQ(profile.skills, std::vector<SkillIndex>{0});
    EXPECT_EQ(profile.preferredSkills, std::vector<SkillIndex>{1});
}

TEST_F(ReadFile, LeavesOptionalFieldsEmpty) {
    const Programme& p = readGood("minimal");
    EXPECT_TRUE(p.tagline.isEmpty());
    EXPECT_EQ(p.in(p.tagline, 0), "");
    EXPECT_TRUE(p.organiser.name.isEmpty());
    EXPECT_TRUE(p.summary.empty() && p.links.empty() && p.credits.empty() && p.skillGroups.empty());
    EXPECT_TRUE(p.keyFiguresNote.isEmpty());
    EXPECT_TRUE(p.keyFigures.empty() && p.selectionCriteria.empty() && p.milestones.empty());
    EXPECT_TRUE(p.application.eligibility.empty());
    EXPECT_FALSE(p.application.closesMinute);
    EXPECT_FALSE(p.application.maxChallenges);
    EXPECT_TRUE(p.application.challengeParameter.isEmpty());
    const Challenge& challenge = p.challenges[0];
    EXPECT_FALSE(challenge.start);
    EXPECT_FALSE(challenge.end);
    EXPECT_TRUE(challenge.host.ministry.isEmpty());
    EXPECT_TRUE(challenge.host.city.isEmpty());
    EXPECT_TRUE(challenge.profiles[0].id.isEmpty());
    EXPECT_EQ(challenge.profiles[0].count, 1u);
    EXPECT_EQ(p.languages, std::vector<std::string>{"en"});
}

TEST_F(ReadFile, FallsBackToTheDefaultLanguage) {
    const Programme& p = readGood("many-languages");
    EXPECT_EQ(p.languages.front(), "fr"); // though the file begins in another one
    EXPECT_EQ(p.languages.size(), 33u);
    EXPECT_EQ(in(p.title, "ko"), "안녕, 유럽");
    EXPECT_EQ(in(p.tagline, "el"), "Σε τριάντα τρεις γλώσσες");
    EXPECT_EQ(in(p.tagline, "ko"), "En trente-trois langues");
    EXPECT_EQ(in(p.title, "pt-BR"), "Oi, Europa");
    EXPECT_EQ(in(p.title, "pt"), "Olá, Europa");

    const LanguageIndex korean = *p.findLanguage("ko");
    EXPECT_EQ(p.languageOf(p.title, korean), korean);
    EXPECT_EQ(p.languageOf(p.tagline, korean), 0);
    const Text plain = p.challenges[0].links[0].label;
    EXPECT_EQ(p.in(plain, korean), "中文");
    EXPECT_EQ(p.languageOf(plain, korean), korean);
    EXPECT_FALSE(p.findLanguage("xx"));
}

TEST_F(ReadFile, FindsThingsByTheirIds) {
    const Programme& p = readGood("prefill-form");
    EXPECT_EQ(p.findChallenge("eau"), 1u);
    EXPECT_EQ(p.findMilestone("call"), 0u);
    EXPECT_FALSE(p.findChallenge("terre"));
    EXPECT_FALSE(p.findMilestone("eau"));
}

TEST_F(ReadFile, UnderstandsReferencesBeforeWhatTheyReferTo) {
    const Programme& p = readGood("many-languages"); // its challenges stand before its skills
    EXPECT_EQ(p.challenges[0].profiles[0].skills, std::vector<SkillIndex>{0});
    const Programme& q = read(R"({
        "challenges": [{"id": "a", "title": "A", "summary": "A", "host": {"name": "A"},
                        "profiles": [{"title": "A", "skills": ["z", "y"], "preferredSkills": ["x"]}]}],
        "skills": [{"id": "x", "label": "X", "group": "g2"}, {"id": "y", "label": "Y", "group": "g1"},
                   {"id": "z", "label": "Z"}],
        "skillGroups": [{"id": "g1", "label": "1"}, {"id": "g2", "label": "2"}], "milestones": [],
        "application": {"url": "https://a.b", "opens": "2018-01-01", "closes": "2018-01-01"},
        "timeZone": "UTC", "title": "T", "id": "t", "defaultLanguage": "en", "schemaVersion": 1})");
    EXPECT_EQ(q.challenges[0].profiles[0].skills, (std::vector<SkillIndex>{2, 1}));
    EXPECT_EQ(q.challenges[0].profiles[0].preferredSkills, std::vector<SkillIndex>{0});
    EXPECT_EQ(q.skills[0].group, 1u);
    EXPECT_EQ(q.skills[1].group, 0u);
    EXPECT_EQ(q.languages, std::vector<std::string>{"en"}); // though no text is given by language
}

TEST_F(ReadFile, DecodesEscapesAndTakesWholeNumbersInAnyForm) {
    const Programme& p = readGood("escapes");
    EXPECT_EQ(in(p.id), "escapes");
    EXPECT_EQ(in(p.title, "fr"), "Échappements \"entre guillemets\"");
    EXPECT_EQ(in(p.title, "en"), "Escapes \\ / 🚀\nsecond line");
    EXPECT_EQ(in(p.timeZone), "Etc/GMT+1");
    EXPECT_EQ(p.application.maxChallenges, 5u);
    EXPECT_EQ(p.challenges[0].profiles[0].count, 1000u);
    EXPECT_EQ(in(p.challenges[0].host.name, "fr"), "\u200Fא");
}

TEST_F(ReadFile, ToleratesAByteOrderMark) {
    EXPECT_EQ(in(readGood("byte-order-mark").id), "byte-order-mark");
}

TEST_F(ReadFile, TakesAHugeLimitForNoneThatMatters) {
    std::string bytes = support::readProjectFile("tests/data/programmes/good/minimal.json");
    const std::string_view before = R"("opens")";
    bytes.insert(bytes.find(before), R"("maxChallenges": 1e300, )");
    EXPECT_EQ(read(bytes).application.maxChallenges, std::numeric_limits<std::uint32_t>::max());
}

TEST_F(ReadFile, CountsPostsOverAllProfiles) {
    const Programme& p = readGood("right-to-left");
    EXPECT_EQ(postCount(p.challenges[0]), 3u);
    EXPECT_EQ(postCount(p.challenges[1]), 1u);
    EXPECT_EQ(postCount(Challenge{}), 0u);
}

TEST_F(ReadFile, KeepsSixtyFourLevelsOfNothingAndNoMore) {
    // Under an unknown key anything is skipped, to a depth that no stack can overflow.
    const auto nested = [](std::size_t depth) {
        return "{\"x\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
    };
    const auto isTooDeep = [](const ReadResult& result) {
        return std::ranges::any_of(result.problems, [](const Problem& p) { return p.code == ProblemCode::tooDeep; });
    };
    EXPECT_FALSE(isTooDeep(programme::read(nested(kMaxDepth))));
    EXPECT_TRUE(isTooDeep(programme::read(nested(kMaxDepth + 1))));
    EXPECT_TRUE(isTooDeep(programme::read("{\"x\":" + std::string(1000000, '['))));
}

} // namespace
} // namespace programme
