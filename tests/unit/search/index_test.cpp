#include "sample.h"
#include "search/index.h"
#include "search/profile_fits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace search {
namespace {

using programme::ChallengeIndex;
using programme::SkillIndex;
using Ranked = std::vector<ChallengeIndex>;
using Counts = std::vector<std::uint32_t>;

// ---- Text

TEST(Text, withoutWordsEveryChallengeIsFoundInTheFilesOrder) {
    EXPECT_EQ(findTitles({"b", "a", "c"}, ""), (Ranked{0, 1, 2}));
    EXPECT_EQ(findTitles({"b", "a", "c"}, " … – !"), (Ranked{0, 1, 2}));
}

TEST(Text, aWordIsFoundByItsBeginning) {
    EXPECT_EQ(findTitles({"Cartes", "Écarts", "Le carton"}, "cart"), (Ranked{0, 2}));
}

TEST(Text, everyWordMustBeFound) {
    EXPECT_EQ(findTitles({"carte forêt", "carte", "forêt", "la forêt des cartes"}, "foret cart"), (Ranked{0, 3}));
}

TEST(Text, wordsMayStandInDifferentFields) {
    const programme::Programme programme = read({.challenges = {
                                                     {.title = "Cartes", .city = "Brest"},
                                                     {.title = "Cartes", .city = "Lyon"},
                                                 }});
    EXPECT_EQ(Index::build(programme, 0).find({.text = "brest cartes", .skills = {}}).ranked, Ranked{0});
}

TEST(Text, caseAccentsAndLigaturesDoNotMatter) {
    EXPECT_EQ(findTitles({"Évaluer les ŒUVRES", "évalué œuvré"}, "EVALUe oeuvr"), (Ranked{0, 1}));
    EXPECT_EQ(findTitles({"evaluation des oeuvres"}, "Évaluation œuvres"), Ranked{0});
}

TEST(Text, anElidedWordNeedNotBeTyped) {
    EXPECT_EQ(findTitles({"L’évaluation", "évaluation"}, "evaluation"), (Ranked{0, 1}));
    EXPECT_EQ(findTitles({"L’évaluation", "évaluation"}, "l'evaluation"), (Ranked{0, 1}));
}

TEST(Text, aCompoundIsFoundByItsPiecesAndInOneWord) {
    const std::vector<SampleText> titles = {"full-stack", "fullstack", "full stack", "stack"};
    EXPECT_EQ(findTitles(titles, "stack"), (Ranked{0, 2, 3}));
    EXPECT_EQ(findTitles(titles, "fullst"), (Ranked{0, 1}));
    EXPECT_EQ(findTitles(titles, "full-stack"), (Ranked{0, 1, 2}));
    EXPECT_EQ(findTitles(titles, "full stack"), (Ranked{0, 2}));
}

TEST(Text, namesOfLanguagesAndLibrariesAreFound) {
    const std::vector<SampleText> titles = {"R", "C++", "C#", ".NET", "d3.js", "Node.js"};
    EXPECT_EQ(findTitles(titles, "r"), Ranked{0});
    EXPECT_EQ(findTitles(titles, "c++"), Ranked{1});
    EXPECT_EQ(findTitles(titles, "C#"), Ranked{2});
    EXPECT_EQ(findTitles(titles, "c"), (Ranked{1, 2}));
    EXPECT_EQ(findTitles(titles, ".net"), Ranked{3});
    EXPECT_EQ(findTitles(titles, "net"), Ranked{3});
    EXPECT_EQ(findTitles(titles, "d3"), Ranked{4});
    EXPECT_EQ(findTitles(titles, "d3js"), Ranked{4});
    EXPECT_EQ(findTitles(titles, "node.js"), Ranked{5});
    EXPECT_EQ(findTitles(titles, "nodejs"), Ranked{5});
}

TEST(Text, anAtInsideAWordIsAnA) {
    EXPECT_EQ(findTitles({"b@liseNAV", "balise"}, "balise"), (Ranked{0, 1}));
    EXPECT_EQ(findTitles({"b@liseNAV", "balise"}, "b@lisen"), Ranked{0});
}

TEST(Text, digitsAreLetters) {
    EXPECT_EQ(findTitles({"Agenda 2030", "a11y", "10 000 vols"}, "000"), Ranked{2});
}

TEST(Text, scriptsWithoutSpacesAreFoundAnywhereInARun) {
    const std::vector<SampleText> titles = {"東京都の統計", "京都の地図", "大阪"};
    EXPECT_EQ(findTitles(titles, "京"), (Ranked{0, 1}));
    EXPECT_EQ(findTitles(titles, "東京"), Ranked{0});
    EXPECT_EQ(findTitles(titles, "京都の地"), Ranked{1});
    EXPECT_EQ(findTitles(titles, "図"), Ranked{1});
}

TEST(Text, arabicHebrewGreekAndCyrillicWordsAreFound) {
    const std::vector<SampleText> titles = {"إدارة المدينة", "שלום עולם", "Χάρτης", "Карта"};
    EXPECT_EQ(findTitles(titles, "ادار"), Ranked{0});
    EXPECT_EQ(findTitles(titles, "עולמ"), Ranked{1});
    EXPECT_EQ(findTitles(titles, "χαρτ"), Ranked{2});
    EXPECT_EQ(findTitles(titles, "КАРТ"), Ranked{3});
}

TEST(Text, onlyTheIndexsLanguageIsSearched) {
    const programme::Programme programme = read({.challenges = {
                                                     {.title = R"({"fr":"Cartes","en":"Maps"})"},
                                                     {.title = "Maps"},
                                                     {.title = R"({"fr":"Mapuche"})"},
                                                 }});
    Index french = Index::build(programme, programme.findLanguage("fr").value());
    Index english = Index::build(programme, programme.findLanguage("en").value());
    EXPECT_EQ(french.find({.text = "map", .skills = {}}).ranked, (Ranked{1, 2}));
    EXPECT_EQ(english.find({.text = "map", .skills = {}}).ranked, (Ranked{0, 1, 2})); // French where English is missing
    EXPECT_EQ(english.find({.text = "cart", .skills = {}}).ranked, Ranked{});
}

TEST(Text, skillsAreFoundByLabelInTheIndexsLanguageAndByAliasInAny) {
    const programme::Programme programme = read(
        {.skills = {{"maps", R"({"fr":"Cartographie","en":"Mapping"})", "", {"SIG", "geospatial"}}, {"other", "§"}},
         .challenges = {{.profiles = {{.skills = {"other"}, .preferred = {"maps"}}}},
                        {.profiles = {{.skills = {"other"}}, {.skills = {"maps"}}}},
                        {.profiles = {{.skills = {"other"}}}}}});
    Index french = Index::build(programme, 0);
    EXPECT_EQ(french.find({.text = "carto", .skills = {}}).ranked, (Ranked{0, 1}));
    EXPECT_EQ(french.find({.text = "geosp", .skills = {}}).ranked, (Ranked{0, 1}));
    EXPECT_EQ(french.find({.text = "mapping", .skills = {}}).ranked, Ranked{});
}

TEST(Text, nothingFoundIsAnEmptyAnswerWithoutCounts) {
    const programme::Programme programme = read({.skills = {{"a", "A"}}, .challenges = {{.profiles = {{{"a"}, {}}}}}});
    Index index = Index::build(programme, 0);
    const Answer& answer = index.find({.text = "xyzzy", .skills = {}});
    EXPECT_EQ(answer.ranked, Ranked{});
    EXPECT_EQ(answer.countsOf(Facet::skills), Counts{0});
    EXPECT_FALSE(answer.wasForgiving);
}

TEST(Text, aLongPastedTextIsCutToItsFirstWords) {
    std::string pasted;
    for (int word = 0; word < 64; ++word) pasted += "w" + std::to_string(1000 + word) + " ";
    EXPECT_EQ(findTitles({pasted, "w1000"}, pasted + "unfindable"), Ranked{0});
    EXPECT_EQ(findTitles({pasted, "w1000"}, "unfindable " + pasted), Ranked{});
}

TEST(Text, frequentBeginningsAreFoundLikeRareOnes) {
    // Enough words that begin with "a" for the index to gather them beforehand. The title outweighs the skill, the
    // skill the summary.
    constexpr ChallengeIndex kCount = 3000;
    SampleProgramme sample{.groups = {}, .skills = {{"none", "§"}, {"axe", "Axe"}}, .challenges = {}};
    for (ChallengeIndex challenge = 0; challenge < kCount; ++challenge) {
        std::string summary = "b";
        for (int word = 0; word < 24; ++word) summary += " a" + std::to_string(word);
        sample.challenges.push_back({.title = challenge % 3 == 2 ? "ab" : "b",
                                     .summary = summary,
                                     .profiles = {{.skills = {challenge % 3 == 1 ? "axe" : "none"}, .preferred = {}}}});
    }
    Index index = Index::build(read(sample), 0);
    Ranked expected;
    const auto expectThirdsFrom = [&](ChallengeIndex first) {
        for (ChallengeIndex challenge = first; challenge < kCount; challenge += 3) expected.push_back(challenge);
    };
    expectThirdsFrom(2);
    EXPECT_EQ(index.find({.text = "ab", .skills = {}}).ranked, expected);
    expectThirdsFrom(1);
    expectThirdsFrom(0);
    EXPECT_EQ(index.find({.text = "a", .skills = {}}).ranked, expected);
}

// ---- Mistakes

TEST(Mistakes, areForgivenWhenNothingIsFoundAsTyped) {
    const programme::Programme programme = read({.challenges = {{.title = "Python"}, {.title = "Développement"}}});
    Index index = Index::build(programme, 0);
    for (const std::string_view typed : {"pyhton", "pyton", "pythn", "pytth", "xython"}) {
        const Answer& answer = index.find({.text = typed, .skills = {}});
        EXPECT_EQ(answer.ranked, Ranked{0}) << typed;
        EXPECT_TRUE(answer.wasForgiving) << typed;
    }
    EXPECT_EQ(index.find({.text = "pihton", .skills = {}}).ranked, Ranked{}); // two in six letters
    EXPECT_FALSE(index.find({.text = "pihton", .skills = {}}).wasForgiving);
    EXPECT_EQ(index.find({.text = "devlopement", .skills = {}}).ranked, Ranked{1}); // two in eleven
}

TEST(Mistakes, areNotForgivenWhenSomethingIsFoundAsTyped) {
    const programme::Programme programme = read({.challenges = {{.title = "cartes"}, {.title = "carpes"}}});
    Index index = Index::build(programme, 0);
    const Answer& answer = index.find({.text = "carte", .skills = {}});
    EXPECT_EQ(answer.ranked, Ranked{0});
    EXPECT_FALSE(answer.wasForgiving);
}

TEST(Mistakes, areForgivenOnlyInWordsThatBeginNothing) {
    const programme::Programme programme =
        read({.challenges = {{.title = "cartes python"}, {.title = "carpes python"}, {.title = "cartes"}}});
    Index index = Index::build(programme, 0);
    EXPECT_EQ(index.find({.text = "carte pyhton", .skills = {}}).ranked, Ranked{0});
    EXPECT_TRUE(index.find({.text = "carte pyhton", .skills = {}}).wasForgiving);
    // Both words are known; that no challenge has both is no mistake.
    EXPECT_EQ(index.find({.text = "carpe cartes", .skills = {}}).ranked, Ranked{});
    EXPECT_FALSE(index.find({.text = "carpe cartes", .skills = {}}).wasForgiving);
}

TEST(Mistakes, areForgivenWhateverSkillsAreChosen) {
    const programme::Programme programme = read({.skills = {{"a", "A"}, {"b", "B"}},
                                                 .challenges = {{.title = "python", .profiles = {{{"a"}, {}}}},
                                                                {.title = "autre", .profiles = {{{"b"}, {}}}}}});
    Index index = Index::build(programme, 0);
    const std::vector<SkillIndex> chosen = {1};
    const Answer& exact = index.find({.text = "python", .skills = chosen});
    EXPECT_EQ(exact.ranked, Ranked{});
    EXPECT_FALSE(exact.wasForgiving);
    const Answer& forgiving = index.find({.text = "pyhton", .skills = chosen});
    EXPECT_EQ(forgiving.ranked, Ranked{});
    EXPECT_TRUE(forgiving.wasForgiving);
    EXPECT_EQ(forgiving.countsOf(Facet::skills), (Counts{1, 0}));
}

TEST(Mistakes, wordsOfSkillsAreForgivenToo) {
    const programme::Programme programme =
        read({.skills = {{"js", "JavaScript"}, {"none", "§"}},
              .challenges = {{.profiles = {{{"none"}, {}}}}, {.profiles = {{{"none"}, {"js"}}}}}});
    EXPECT_EQ(Index::build(programme, 0).find({.text = "javscript", .skills = {}}).ranked, Ranked{1});
}

TEST(Mistakes, fewerComeFirst) {
    EXPECT_EQ(findTitles({"developxxment", "developxement"}, "developpement"), (Ranked{1, 0}));
}

TEST(Mistakes, inVeryShortWordsAreNotForgiven) {
    EXPECT_EQ(findTitles({"ab", "xyz"}, "xb"), Ranked{});
}

TEST(Mistakes, inACompoundAreForgiven) {
    EXPECT_EQ(findTitles({"fullstack", "full-stack", "autre"}, "full-stakc"), (Ranked{0, 1}));
}

TEST(Mistakes, areForgottenWhenTheWordIsCorrected) {
    const programme::Programme programme = read({.challenges = {{.title = "cartes"}, {.title = "python"}}});
    Index index = Index::build(programme, 0);
    EXPECT_TRUE(index.find({.text = "pyhton", .skills = {}}).wasForgiving);
    EXPECT_FALSE(index.find({.text = "python", .skills = {}}).wasForgiving);
    EXPECT_FALSE(index.find({.text = "", .skills = {}}).wasForgiving);
    EXPECT_TRUE(index.find({.text = "pyhton", .skills = {}}).wasForgiving);
}

// ---- Order

TEST(Order, followsTheWeightOfTheFields) {
    const std::string word = "forêt";
    const programme::Programme programme = read({.skills = {{"none", "§"}, {"forest", "Métiers de la forêt"}},
                                                 .challenges = {
                                                     {.description = {word}},
                                                     {.summary = word},
                                                     {.profiles = {{.skills = {"forest"}}}},
                                                     {.profiles = {{.skills = {"none"}, .title = word}}},
                                                     {.city = word},
                                                     {.ministry = word},
                                                     {.host = word},
                                                     {.tagline = word},
                                                     {.title = word},
                                                 }});
    EXPECT_EQ(Index::build(programme, 0).find({.text = "foret", .skills = {}}).ranked,
              (Ranked{8, 7, 6, 5, 4, 3, 2, 1, 0}));
}

TEST(Order, addsTheWeightsOfTheWords) {
    const programme::Programme programme = read({.challenges = {
                                                     {.title = "a", .summary = "b"},
                                                     {.title = "b", .tagline = "a"},
                                                     {.title = "a b"},
                                                 }});
    EXPECT_EQ(Index::build(programme, 0).find({.text = "a b", .skills = {}}).ranked, (Ranked{2, 1, 0}));
}

TEST(Order, countsAWordInItsBestFieldOnly) {
    const programme::Programme programme = read({.challenges = {
                                                     {.tagline = "forêt", .summary = "forêt", .host = "forêt"},
                                                     {.title = "forêt"},
                                                 }});
    EXPECT_EQ(Index::build(programme, 0).find({.text = "foret", .skills = {}}).ranked, (Ranked{1, 0}));
}

TEST(Order, theWholeNameOfASkillComesFirst) {
    const programme::Programme programme =
        read({.skills = {{"none", "§"}, {"r", "R"}, {"web", "Web", "", {"d3.js"}}, {"long", "Recherche en R"}},
              .challenges = {
                  {.title = "Recherches", .profiles = {{{"none"}, {}}}},
                  {.profiles = {{{"long"}, {}}}},
                  {.profiles = {{{"r"}, {}}}},
                  {.title = "d3js en vue", .profiles = {{{"none"}, {}}}},
                  {.profiles = {{{"web"}, {}}}},
              }});
    Index index = Index::build(programme, 0);
    EXPECT_EQ(index.find({.text = "r", .skills = {}}).ranked, (Ranked{2, 0, 1}));
    EXPECT_EQ(index.find({.text = "d3js", .skills = {}}).ranked, (Ranked{4, 3}));
}

TEST(Order, theWholeNameOfASkillComesFirstWhereItsPiecesAreAlike) {
    const programme::Programme programme =
        read({.skills = {{"none", "§"}, {"drum", "Tam-tam"}},
              .challenges = {{.title = "Tambours", .profiles = {{{"none"}, {}}}}, {.profiles = {{{"drum"}, {}}}}}});
    EXPECT_EQ(Index::build(programme, 0).find({.text = "tam-tam", .skills = {}}).ranked, (Ranked{1, 0}));
}

TEST(Order, fitToASingleProfileComesBeforeTheText) {
    const programme::Programme programme = read(
        {.skills = {{"a", "A"}, {"b", "B"}, {"c", "C"}},
         .challenges = {{.title = "mot", .profiles = {{{"a"}, {}}, {{"b"}, {}}}},         // one and one
                        {.summary = "mot", .profiles = {{{"a", "b"}, {}}}},               // two
                        {.summary = "mot", .profiles = {{{"c"}, {"a", "b"}}}},            // none, two welcome
                        {.summary = "mot", .profiles = {{{"a"}, {"b"}}}},                 // one, one welcome
                        {.title = "mot", .profiles = {{{"c"}, {}}, {{"a", "b"}, {}}}}}}); // two, in the second profile
    Index index = Index::build(programme, 0);
    const std::vector<SkillIndex> chosen = {1, 0};
    EXPECT_EQ(index.find({.text = "mot", .skills = chosen}).ranked, (Ranked{4, 1, 3, 0, 2}));
    EXPECT_EQ(index.find({.text = "", .skills = chosen}).ranked, (Ranked{1, 4, 3, 0, 2}));
}

TEST(Order, equalsKeepTheFilesOrder) {
    const std::vector<SampleText> titles(300, "mot");
    Ranked expected(300);
    std::iota(expected.begin(), expected.end(), ChallengeIndex{0});
    EXPECT_EQ(findTitles(titles, "mot"), expected);
}

// ---- Fit

TEST(Fits, areThoseOfTheBestSingleProfile) {
    const programme::Programme programme =
        read({.skills = {{"a", "A"}, {"b", "B"}, {"c", "C"}},
              .challenges = {{.profiles = {{{"a"}, {"b", "c"}}, {{"a", "b"}, {}}, {{"b", "a"}, {}}}},
                             {.profiles = {{{"c"}, {"a"}}}}}});
    ProfileFits fits(programme);
    fits.choose(std::vector<SkillIndex>{0, 1});
    EXPECT_EQ(fits.bestOf(0).required, 2u);
    EXPECT_EQ(fits.bestOf(0).preferred, 0u);
    EXPECT_EQ(fits.bestOf(1).required, 0u);
    EXPECT_EQ(fits.bestOf(1).preferred, 1u);
}

TEST(Fits, aSkillBothRequiredAndWelcomeIsRequired) {
    const programme::Programme programme =
        read({.skills = {{"a", "A"}}, .challenges = {{.profiles = {{{"a"}, {"a"}}}}}});
    ProfileFits fits(programme);
    fits.choose(std::vector<SkillIndex>{0});
    EXPECT_EQ(fits.bestOf(0).required, 1u);
    EXPECT_EQ(fits.bestOf(0).preferred, 0u);
}

TEST(Fits, followEachChangeOfTheChoice) {
    const programme::Programme programme =
        read({.skills = {{"a", "A"}, {"b", "B"}}, .challenges = {{.profiles = {{{"a"}, {"b"}}}}}});
    ProfileFits fits(programme);
    const auto fitAfter = [&](const std::vector<SkillIndex>& chosen) {
        fits.choose(chosen);
        return std::pair<int, int>(fits.bestOf(0).required, fits.bestOf(0).preferred);
    };
    EXPECT_EQ(fitAfter({}), std::pair(0, 0));
    EXPECT_EQ(fitAfter({1}), std::pair(0, 1));
    EXPECT_EQ(fitAfter({1, 0}), std::pair(1, 1));
    EXPECT_EQ(fitAfter({0}), std::pair(1, 0));
    EXPECT_EQ(fitAfter({}), std::pair(0, 0));
}

// ---- Relaxations

TEST(Relaxations, nameEachFilterThatAloneStandsInTheWay) {
    const programme::Programme programme = read({.groups = {"g"},
                                                 .skills = {{"a", "A", "g"}, {"b", "B", "g"}, {"c", "C"}},
                                                 .challenges = {
                                                     {.title = "Forêt", .city = "Brest", .profiles = {{{"a"}, {}}}},
                                                     {.title = "Mer", .city = "Brest", .profiles = {{{"c"}, {}}}},
                                                     {.title = "Forêt", .city = "Lyon", .profiles = {{{"c"}, {}}}},
                                                     {.title = "Mer", .city = "Brest", .profiles = {{{"b", "c"}, {}}}},
                                                     {.title = "Mer", .city = "Brest", .profiles = {{{"a", "c"}, {}}}},
                                                 }});
    Index index = Index::build(programme, 0);
    const std::vector<SkillIndex> skills = {0, 1, 2};
    const std::vector<ValueIndex> cities = {0};
    ASSERT_TRUE(index.find({.text = "foret", .skills = skills, .cities = cities}).ranked.empty());
    const std::vector<Relaxation> relaxations = index.relaxations();
    ASSERT_EQ(relaxations.size(), 2u) << "without the city alone, and without A and B alone, there is nothing either";
    EXPECT_EQ(relaxations[0].kind, Relaxation::Kind::text) << "the most first";
    EXPECT_EQ(relaxations[0].found, 2u);
    EXPECT_EQ(relaxations[1].kind, Relaxation::Kind::values);
    EXPECT_EQ(relaxations[1].facet, Facet::skills);
    EXPECT_EQ(relaxations[1].value, 2u);
    EXPECT_EQ(relaxations[1].found, 1u);
}

TEST(Relaxations, ofAQueryWithoutFiltersAreNone) {
    Index index = Index::build(read({.challenges = {{.title = "Mer"}}}), 0);
    index.find({.text = " !"});
    EXPECT_TRUE(index.relaxations().empty());
    index.find({.text = "xyz"});
    ASSERT_EQ(index.relaxations().size(), 1u);
    EXPECT_EQ(index.relaxations()[0].found, 1u);
}

// ---- Skills

/// Two groups and two skills without one; d is asked for by nobody.
const SampleProgramme kFacets = {
    .groups = {"g", "h"},
    .skills = {{"a", "A", "g"}, {"b", "B", "g"}, {"c", "C", "h"}, {"d", "D", "h"}, {"e", "E"}, {"f", "F"}},
    .challenges = {
        {.title = "un", .profiles = {{{"a", "c"}, {}}}},
        {.title = "deux", .profiles = {{{"b"}, {}}, {{"c"}, {}}}},
        {.title = "trois", .profiles = {{{"b"}, {"e"}}}},
        {.title = "quatre", .profiles = {{{"a", "f"}, {}}}},
    }};

struct Found {
    Ranked ranked;
    Counts counts;
};

Found choose(const std::vector<SkillIndex>& chosen, std::string_view text = "") {
    Index index = Index::build(read(kFacets), 0);
    const Answer& answer = index.find({.text = text, .skills = chosen});
    Found found{answer.ranked, answer.countsOf(Facet::skills)};
    std::ranges::sort(found.ranked);
    return found;
}

TEST(Skills, requiredAndWelcomeOnesOfEveryProfileCount) {
    EXPECT_EQ(choose({}).counts, (Counts{2, 2, 2, 0, 1, 1}));
    EXPECT_EQ(choose({2}).ranked, (Ranked{0, 1}));
    EXPECT_EQ(choose({4}).ranked, Ranked{2});
}

TEST(Skills, insideAGroupAnyOfThemWillDo) {
    EXPECT_EQ(choose({0, 1}).ranked, (Ranked{0, 1, 2, 3}));
}

TEST(Skills, betweenGroupsAllMustHold) {
    EXPECT_EQ(choose({0, 1, 2}).ranked, (Ranked{0, 1}));
    EXPECT_EQ(choose({0, 4}).ranked, Ranked{});
}

TEST(Skills, thoseWithoutAGroupFormOne) {
    EXPECT_EQ(choose({4, 5}).ranked, (Ranked{2, 3}));
    EXPECT_EQ(choose({4, 5, 1}).ranked, Ranked{2});
}

TEST(Skills, theChosenOnesOfTheOwnGroupDoNotNarrowACount) {
    EXPECT_EQ(choose({0}).counts, (Counts{2, 2, 1, 0, 0, 1}));
    EXPECT_EQ(choose({0, 2}).counts, (Counts{1, 1, 1, 0, 0, 0}));
    EXPECT_EQ(choose({1, 4}).counts, (Counts{0, 1, 0, 0, 1, 0}));
    EXPECT_EQ(choose({1, 2, 4}).counts, (Counts{0, 0, 0, 0, 0, 0}));
}

TEST(Skills, theTextNarrowsEveryCount) {
    EXPECT_EQ(choose({}, "deux").counts, (Counts{0, 1, 1, 0, 0, 0}));
    EXPECT_EQ(choose({0}, "deux").counts, (Counts{0, 1, 0, 0, 0, 0}));
    EXPECT_EQ(choose({0}, "deux").ranked, Ranked{});
}

TEST(Skills, theirOrderDoesNotMatter) {
    EXPECT_EQ(choose({2, 0, 1}).counts, choose({0, 1, 2}).counts);
    EXPECT_EQ(choose({2, 0, 1}).ranked, choose({0, 1, 2}).ranked);
}

TEST(Skills, rareOnesAreCountedLikeFrequentOnes) {
    SampleProgramme sample{
        .groups = {"g"}, .skills = {{"rare", "Rare", "g"}, {"all", "All", "g"}, {"half", "Half"}}, .challenges = {}};
    for (std::size_t challenge = 0; challenge < 1000; ++challenge) {
        SampleProfile profile{.skills = {"all"}, .preferred = {}};
        if (challenge % 2 == 0) profile.skills.push_back("half");
        if (challenge == 10 || challenge == 999) profile.skills.push_back("rare");
        sample.challenges.push_back({.profiles = {profile}});
    }
    Index index = Index::build(read(sample), 0);
    const std::vector<SkillIndex> chosen = {0, 2};
    EXPECT_EQ(index.find({.text = "", .skills = {}}).countsOf(Facet::skills), (Counts{2, 1000, 500}));
    EXPECT_EQ(index.find({.text = "", .skills = chosen}).ranked, Ranked{10});
    EXPECT_EQ(index.find({.text = "", .skills = chosen}).countsOf(Facet::skills), (Counts{1, 500, 1}));
}

// ---- The index as a whole

TEST(WholeIndex, answersTheSameHoweverOftenAndAfterWhatever) {
    const programme::Programme programme = read(kFacets);
    Index index = Index::build(programme, 0);
    const std::vector<SkillIndex> chosen = {0, 2};
    const Ranked before = index.find({.text = "u", .skills = chosen}).ranked;
    for (const std::string_view text : {"", "q", "qu", "u", "xyz", "deux un", ""})
        index.find({.text = text, .skills = {}});
    EXPECT_EQ(index.find({.text = "u", .skills = chosen}).ranked, before);
}

TEST(WholeIndex, needsItsProgrammeNoMoreAndCanBeMoved) {
    std::optional<programme::Programme> programme = read(kFacets);
    Index first = Index::build(*programme, 0);
    programme.reset();
    Index second = std::move(first);
    EXPECT_EQ(second.find({.text = "deux", .skills = {}}).ranked, Ranked{1});
}

TEST(WholeIndex, knowsItsMemory) {
    const programme::Programme small = read(kFacets);
    SampleProgramme sample = kFacets;
    for (int copy = 0; copy < 60; ++copy) {
        sample.challenges.insert(sample.challenges.end(), kFacets.challenges.begin(), kFacets.challenges.end());
    }
    EXPECT_GT(Index::build(small, 0).memoryBytes(), 0u);
    EXPECT_GT(Index::build(read(sample), 0).memoryBytes(), Index::build(small, 0).memoryBytes());
}

TEST(WholeIndex, searchesTheBundledProgramme) {
    std::ifstream file(CE_SOURCE_DIR "/data/eig-2018.json", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const programme::ReadResult result = programme::read(bytes);
    ASSERT_TRUE(result.programme);
    const programme::Programme& programme = *result.programme;
    Index index = Index::build(programme, 0);
    const auto firstFound = [&](std::string_view text) {
        const Answer& answer = index.find({.text = text, .skills = {}});
        return answer.ranked.empty() ? std::string_view()
                                     : programme.in(programme.challenges[answer.ranked.front()].id);
    };
    EXPECT_EQ(firstFound("balise"), "balisenav");
    EXPECT_EQ(firstFound("predisauvetage"), "predisauvetage");
    EXPECT_EQ(firstFound("gobelns"), "gobelins");
    // R the language, not what begins with an r.
    const ChallengeIndex first = index.find({.text = "r", .skills = {}}).ranked.front();
    const auto skill =
        std::ranges::find_if(programme.skills, [&](const auto& each) { return programme.in(each.id) == "r"; });
    const std::vector<SkillIndex> chosen = {static_cast<SkillIndex>(skill - programme.skills.begin())};
    EXPECT_EQ(index.find({.text = "", .skills = chosen}).ranked.front(), first);
}

} // namespace
} // namespace search
