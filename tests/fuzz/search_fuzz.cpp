// Fuzzes the search: on any programme, for any query and any chosen skills, the index answers as the rules written down
// plainly say (tests/unit/search/reference.h).
#include "fuzz/support/byte_source.h"
#include "fuzz/support/programme_generator.h"
#include "fuzz/support/texts.h"
#include "programme/reader.h"
#include "search/facet.h"
#include "search/index.h"
#include "search/reference.h"
#include "support/files.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using programme::SkillIndex;
using support::ByteSource;

constexpr std::size_t kMostChallenges = 12;
constexpr std::size_t kMostQueries = 12;

[[noreturn]] void fail(const char* what, std::string_view text) {
    std::fprintf(stderr, "does not hold: %s, for the query \"%.*s\"\n", what, static_cast<int>(text.size()),
                 text.data());
    std::abort();
}

bool isInsideCharacter(std::string_view text, std::size_t place) {
    return place < text.size() && (static_cast<unsigned char>(text[place]) & 0xC0u) == 0x80u;
}

/// A piece of a text of the programme, now and then with a mistake.
std::string choosePiece(ByteSource& source, const programme::Programme& of) {
    if (of.variants.empty() || source.oneIn(4)) return support::makeText(source, 12);
    const std::string_view text = of.in(source.pick(of.variants).string);
    std::size_t start = source.below(text.size());
    while (isInsideCharacter(text, start)) ++start;
    std::size_t end = std::min(text.size(), start + 1 + source.below(20));
    while (isInsideCharacter(text, end)) ++end;
    std::string piece(text.substr(start, end - start));
    if (!piece.empty() && source.oneIn(3)) {
        const std::size_t place = source.below(piece.size());
        if (source.coin())
            piece.insert(place, 1, static_cast<char>('a' + source.below(26)));
        else if (static_cast<unsigned char>(piece[place]) < 0x80)
            piece.erase(place, 1);
    }
    return piece;
}

std::string chooseQuery(ByteSource& source, const programme::Programme& of) {
    std::string query;
    for (std::size_t pieces = source.below(4); pieces > 0; --pieces)
        query.append(choosePiece(source, of)).append(source.coin() ? " " : "");
    if (source.oneIn(16)) query += static_cast<char>(source.byte()); // not UTF-8
    return query;
}

/// Some of so many values, without repetition.
std::vector<std::uint32_t> chooseValues(ByteSource& source, std::size_t count) {
    std::vector<std::uint32_t> values;
    for (std::size_t wanted = count == 0 ? 0 : source.below(4); wanted > 0; --wanted) {
        const auto value = static_cast<std::uint32_t>(source.below(count));
        if (std::ranges::find(values, value) == values.end()) values.push_back(value);
    }
    return values;
}

struct Search {
    std::string text;
    std::vector<SkillIndex> skills;
    std::vector<search::ValueIndex> cities;
    std::optional<programme::Period> during;
};

/// About the years in which the calendars of made programmes lie.
std::optional<programme::Period> chooseDays(ByteSource& source) {
    if (source.oneIn(4)) return std::nullopt;
    const programme::Day first{std::chrono::days(17000 + static_cast<int>(source.below(2000)))};
    return programme::Period{first, first + std::chrono::days(source.below(400))};
}

void check(search::Index& index, search::Reference& reference, const std::vector<std::string_view>& cityNames,
           const Search& wanted) {
    const std::string_view text = wanted.text;
    std::vector<std::string_view> cities;
    for (const search::ValueIndex city : wanted.cities) cities.push_back(cityNames[city]);
    const search::Answer& answer =
        index.find({.text = text, .skills = wanted.skills, .cities = wanted.cities, .during = wanted.during});
    const search::Answer expected = reference.find(text, wanted.skills, cities, wanted.during);
    if (answer.ranked != expected.ranked) fail("the same challenges in the same order", text);
    if (answer.countsOf(search::Facet::skills) != expected.countsOf(search::Facet::skills))
        fail("the same counts of skills", text);
    for (std::size_t city = 0; city < cityNames.size(); ++city) {
        if (answer.countsOf(search::Facet::cities)[city] != reference.cityCounts().at(cityNames[city]))
            fail("the same counts of cities", text);
    }
    if (answer.wasForgiving != expected.wasForgiving) fail("mistakes forgiven alike", text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    static const support::ProgrammeGenerator kGenerator(support::readProjectFile("data/programme.schema.json"));
    // The first byte says how many bytes make the programme.
    const std::span<const std::uint8_t> bytes(data + 1, size - 1);
    const std::size_t half = data[0] % (bytes.size() + 1);
    ByteSource programmeSource(bytes.first(half), ByteSource::End::random);
    ByteSource source(bytes.subspan(half), ByteSource::End::zeros);
    const programme::ReadResult read = programme::read(kGenerator.make(programmeSource, kMostChallenges));
    if (!read.programme) fail("a made programme is read", read.problems.front().pointer);
    const programme::Programme& of = *read.programme;
    const auto language = static_cast<programme::LanguageIndex>(source.below(of.languages.size()));
    search::Index index = search::Index::build(of, language);
    search::Reference reference(of, language);
    std::vector<std::string_view> cities;
    for (const search::FacetValue& city : search::listValues(of, search::Facet::cities).values)
        cities.push_back(of.in(city.id));
    Search wanted;
    for (std::size_t count = 0; count < kMostQueries && !source.isEmpty(); ++count) {
        // As in a visit, what was typed or chosen before often stays.
        if (source.coin()) wanted.text = chooseQuery(source, of);
        if (source.coin()) wanted.skills = chooseValues(source, of.skills.size());
        if (source.coin()) wanted.cities = chooseValues(source, cities.size());
        if (source.coin()) wanted.during = chooseDays(source);
        check(index, reference, cities, wanted);
    }
    return 0;
}
