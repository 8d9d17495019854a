// On random programmes and random queries the index gives the same answers as the reference implementation
// (reference.h): the same challenges in the same order, the same counts, the same fits.
#include "reference.h"
#include "sample.h"
#include "search/index.h"
#include "support/synthetic_programme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace search {
namespace {

using programme::SkillIndex;
using support::Numbers;

constexpr std::string_view kWords[] = {
    "carte",       "cartes",        "cartographie", "données", "santé",         "full-stack", "fullstack",
    "l’eau",       "l’énergie",     "d3.js",        "R",       "C++",           "python",     "pythons",
    "développeur", "développement", "œuvre",        "oeuvres", "Saint-Étienne", "étienne",    "saint",
    "東京都",      "京都",          "b@lise",       "balise",  "R&D",           "forêt",      "forme",
    "formation",   "une",           "un",           "2018",    "переводы"};
constexpr std::string_view kMistyped[] = {"cartegraphie", "donees",      "pyhton",    "developeur", "xyz",
                                          "balsie",       "fulstack",    "ful-stack", "formtion",   "etiene",
                                          "oeuvree",      "devlopement", "перводы",   "пре"};

class RandomVisit {
public:
    explicit RandomVisit(std::uint64_t seed) : numbers_(seed) {}

    SampleProgramme makeProgramme() {
        SampleProgramme sample;
        for (std::size_t group = numbers_.below(4); group > 0; --group)
            sample.groups.push_back("g" + std::to_string(group));
        const std::size_t skillCount = 1 + numbers_.below(9);
        for (std::size_t skill = 0; skill < skillCount; ++skill)
            sample.skills.push_back(makeSkill(skill, sample.groups));
        for (std::size_t count = 1 + numbers_.below(90); count > 0; --count) {
            sample.challenges.push_back(makeChallenge(skillCount));
        }
        return sample;
    }

    std::string makeQuery() {
        std::string query;
        for (std::size_t words = numbers_.below(4); words > 0; --words) {
            const std::string_view word = numbers_.below(5) == 0 ? numbers_.pick(kMistyped) : numbers_.pick(kWords);
            std::size_t length = numbers_.below(2) == 0 ? word.size() : 1 + numbers_.below(word.size());
            while (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xC0u) == 0x80u) ++length;
            query.append(word.substr(0, length)).append(" ");
        }
        return query;
    }

    /// Some of a facet's values, each once.
    std::vector<ValueIndex> choose(std::size_t valueCount) {
        std::vector<ValueIndex> chosen;
        for (std::size_t wanted = valueCount == 0 ? 0 : numbers_.below(4); wanted > 0; --wanted) {
            const auto value = static_cast<ValueIndex>(numbers_.below(valueCount));
            if (std::ranges::find(chosen, value) == chosen.end()) chosen.push_back(value);
        }
        return chosen;
    }

    /// A day of two years, "2018-03-07".
    std::string makeDay() {
        const auto two = [](std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
        return "20" + std::to_string(17 + numbers_.below(2)) + "-" + two(1 + numbers_.below(12)) + "-" +
               two(1 + numbers_.below(28));
    }

    std::optional<programme::Period> makePeriod() {
        if (numbers_.below(3) == 0) return std::nullopt;
        const programme::Day one = programme::parseDay(makeDay()).value();
        const programme::Day other = programme::parseDay(makeDay()).value();
        return programme::Period{std::min(one, other), std::max(one, other)};
    }

    bool isKept() { return numbers_.below(3) == 0; }

private:
    SampleText makeText(std::size_t mostWords) {
        std::string text(numbers_.pick(kWords));
        for (std::size_t words = numbers_.below(mostWords); words > 0; --words)
            text.append(" ").append(numbers_.pick(kWords));
        if (numbers_.below(6) != 0) return text;
        return R"({"fr":")" + text + R"(","en":")" + std::string(numbers_.pick(kWords)) + "\"}";
    }

    SampleSkill makeSkill(std::size_t number, const std::vector<std::string>& groups) {
        SampleSkill skill{.id = "s" + std::to_string(number), .label = makeText(2), .group = {}, .aliases = {}};
        if (const std::size_t group = numbers_.below(groups.size() + 1); group < groups.size())
            skill.group = groups[group];
        for (std::size_t aliases = numbers_.below(3); aliases > 0; --aliases) {
            skill.aliases.emplace_back(numbers_.pick(kWords));
        }
        return skill;
    }

    /// Without repetition; at least `least`.
    std::vector<std::string> makeSkillIds(std::size_t skillCount, std::size_t least) {
        std::vector<std::string> ids;
        for (std::size_t wanted = least + numbers_.below(3); wanted > 0; --wanted) {
            std::string id = "s" + std::to_string(numbers_.below(skillCount));
            if (std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
        }
        return ids;
    }

    SampleChallenge makeChallenge(std::size_t skillCount) {
        SampleChallenge challenge{.title = makeText(2), .summary = makeText(4), .host = makeText(1)};
        if (numbers_.below(2) == 0) challenge.tagline = makeText(3);
        if (numbers_.below(2) == 0) challenge.ministry = makeText(1);
        if (numbers_.below(2) == 0) challenge.city = numbers_.pick(kWords);
        // Without dates, with a day, a month, or a range.
        if (numbers_.below(4) != 0) {
            const std::string one = makeDay();
            const std::string other = makeDay();
            const std::size_t length = numbers_.below(2) == 0 ? 10 : 7;
            challenge.start = std::min(one, other).substr(0, length);
            if (numbers_.below(3) != 0) challenge.end = std::max(one, other).substr(0, length);
        }
        for (std::size_t count = numbers_.below(3); count > 0; --count) challenge.description.push_back(makeText(5));
        for (std::size_t count = 1 + numbers_.below(3); count > 0; --count) {
            challenge.profiles.push_back({.skills = makeSkillIds(skillCount, 1),
                                          .preferred = makeSkillIds(skillCount, 0),
                                          .title = makeText(1)});
        }
        return challenge;
    }

    Numbers numbers_;
};

using Chosen = std::array<std::vector<ValueIndex>, kFacetCount>;

void expectSameAnswer(Index& index, Reference& reference, const std::vector<std::string_view>& cities,
                      std::string_view text, const Chosen& chosen, const std::optional<programme::Period>& during) {
    const std::vector<SkillIndex>& chosenSkills = chosen[indexOf(Facet::skills)];
    const std::vector<ValueIndex>& chosenCities = chosen[indexOf(Facet::cities)];
    std::vector<std::string_view> chosenNames;
    chosenNames.reserve(chosenCities.size());
    for (const ValueIndex city : chosenCities) chosenNames.push_back(cities[city]);
    const Answer& answer = index.find({.text = text, .skills = chosenSkills, .cities = chosenCities, .during = during});
    const Answer expected = reference.find(text, chosenSkills, chosenNames, during);
    ASSERT_EQ(answer.ranked, expected.ranked) << text;
    ASSERT_EQ(answer.countsOf(Facet::skills), expected.countsOf(Facet::skills)) << text;
    ASSERT_EQ(answer.countsOf(Facet::cities).size(), reference.cityCounts().size());
    for (std::size_t city = 0; city < cities.size(); ++city) {
        ASSERT_EQ(answer.countsOf(Facet::cities)[city], reference.cityCounts().at(cities[city])) << cities[city];
    }
    ASSERT_EQ(answer.wasForgiving, expected.wasForgiving) << text;
}

TEST(Property, theIndexAnswersAsTheRulesSay) {
    constexpr std::uint64_t kProgrammes = 20;
    constexpr std::size_t kSteps = 25;
    for (std::uint64_t seed = 1; seed <= kProgrammes; ++seed) {
        RandomVisit visit(seed);
        const programme::Programme programme = read(visit.makeProgramme());
        const auto language = static_cast<programme::LanguageIndex>(seed % programme.languages.size());
        Index index = Index::build(programme, language);
        Reference reference(programme, language);
        std::string text;
        std::vector<std::string_view> cities;
        for (const FacetValue& city : listValues(programme, Facet::cities).values)
            cities.push_back(programme.in(city.id));
        Chosen chosen;
        std::optional<programme::Period> during;
        for (std::size_t step = 0; step < kSteps; ++step) {
            // As in a visit, what was typed or chosen before often stays.
            if (!visit.isKept()) text = visit.makeQuery();
            for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
                const std::size_t count = listValues(programme, static_cast<Facet>(facet)).values.size();
                if (!visit.isKept()) chosen[facet] = visit.choose(count);
            }
            if (!visit.isKept()) during = visit.makePeriod();
            expectSameAnswer(index, reference, cities, text, chosen, during);
            ASSERT_FALSE(testing::Test::HasFailure()) << "seed " << seed << ", step " << step;
        }
    }
}

/// What the query finds without the filter that `relaxation` names.
std::size_t countWithout(Index& index, const programme::Programme& programme, std::string_view text, Chosen chosen,
                         std::optional<programme::Period> during, const Relaxation& relaxation) {
    if (relaxation.kind == Relaxation::Kind::text) text = {};
    if (relaxation.kind == Relaxation::Kind::period) during.reset();
    if (relaxation.kind == Relaxation::Kind::values) {
        const std::vector<FacetValue> values = listValues(programme, relaxation.facet).values;
        std::erase_if(chosen[indexOf(relaxation.facet)],
                      [&](ValueIndex value) { return values[value].group == values[relaxation.value].group; });
    }
    return index.find({.text = text, .skills = chosen[0], .cities = chosen[1], .during = during}).ranked.size();
}

TEST(Property, relaxationsAreWhatTheQueryFindsWithoutOneFilter) {
    std::array<std::size_t, 3> relaxed{}; // by kind
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        RandomVisit visit(seed);
        const programme::Programme programme = read(visit.makeProgramme());
        Index index = Index::build(programme, 0);
        Index other = Index::build(programme, 0);
        for (std::size_t step = 0; step < 25; ++step) {
            const std::string text = visit.makeQuery();
            const std::optional<programme::Period> during = visit.makePeriod();
            Chosen chosen;
            for (std::size_t facet = 0; facet < kFacetCount; ++facet)
                chosen[facet] = visit.choose(listValues(programme, static_cast<Facet>(facet)).values.size());
            const Query query{.text = text, .skills = chosen[0], .cities = chosen[1], .during = during};
            const Answer answer = index.find(query);
            for (const Relaxation& relaxation : index.relaxations()) {
                ASSERT_EQ(relaxation.found, countWithout(other, programme, text, chosen, during, relaxation))
                    << text << " seed " << seed << " step " << step;
                ++relaxed[static_cast<std::size_t>(relaxation.kind)];
            }
            const Answer& again = index.find(query);
            ASSERT_EQ(again.ranked, answer.ranked);
            ASSERT_EQ(again.counts, answer.counts);
        }
    }
    for (const std::size_t count : relaxed) EXPECT_GT(count, 50u);
}

TEST(Property, typingLetterByLetterAnswersAsTypingAtOnce) {
    const programme::Programme programme = read(RandomVisit(99).makeProgramme());
    Index typing = Index::build(programme, 0);
    const std::string_view text = "cartographie pyhton full-stack l'eau";
    for (std::size_t length = 1; length <= text.size(); ++length) {
        Index atOnce = Index::build(programme, 0);
        const Answer& expected = atOnce.find({.text = text.substr(0, length), .skills = {}});
        const Answer& answer = typing.find({.text = text.substr(0, length), .skills = {}});
        ASSERT_EQ(answer.ranked, expected.ranked) << text.substr(0, length);
        ASSERT_EQ(answer.wasForgiving, expected.wasForgiving) << text.substr(0, length);
    }
}

/// However many of its words are read in steps before the first query with a text.
TEST(Property, anIndexThatWasBegunAnswersAsOneThatWasBuilt) {
    const programme::Programme programme = read(RandomVisit(7).makeProgramme());
    Index built = Index::build(programme, 0);
    ASSERT_TRUE(built.hasAllWords());
    const std::vector<programme::SkillIndex> chosen = {0};
    bool wasComplete = false;
    for (int steps = 0; !wasComplete; ++steps) {
        Index begun = Index::begin(programme, 0);
        ASSERT_FALSE(begun.hasAllWords());
        for (int step = 0; step < steps; ++step) begun.readMoreWords();
        wasComplete = begun.hasAllWords();
        EXPECT_EQ(begun.find({.text = "", .skills = chosen}).ranked, built.find({.text = "", .skills = chosen}).ranked);
        EXPECT_EQ(begun.hasAllWords(), wasComplete) << "a query without a text reads no words";
        for (const std::string_view text : {"cartographie", "pyhton", "d"}) {
            const Answer& expected = built.find({.text = text, .skills = {}});
            const Answer& answer = begun.find({.text = text, .skills = {}});
            EXPECT_EQ(answer.ranked, expected.ranked) << text << " after " << steps;
            EXPECT_EQ(answer.counts, expected.counts) << text << " after " << steps;
            EXPECT_TRUE(begun.hasAllWords());
        }
    }
}

} // namespace
} // namespace search
