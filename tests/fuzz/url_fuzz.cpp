// Fuzzes the address: what reduce() makes of any actions is read back from its address as it was, and any bytes are
// read as some state whose address is the shortest form of them.
#include "explorer/reduce.h"
#include "explorer/url.h"
#include "fuzz/support/byte_source.h"
#include "fuzz/support/programme_generator.h"
#include "fuzz/support/texts.h"
#include "programme/reader.h"
#include "support/address_invariants.h"
#include "support/files.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace {

using explorer::Action;
using explorer::State;
using support::ByteSource;

constexpr std::size_t kMostChallenges = 6;
constexpr std::size_t kMostActions = 60;

[[noreturn]] void fail(const char* what, const std::string& address) {
    std::fprintf(stderr, "does not hold: %s: %s\n", what, address.c_str());
    std::abort();
}

const programme::Programme& programmeOf(ByteSource& source) {
    static const support::ProgrammeGenerator kGenerator(support::readProjectFile("data/programme.schema.json"));
    static programme::Programme programme;
    programme::ReadResult read = programme::read(kGenerator.make(source, kMostChallenges));
    if (!read.programme) fail("a made programme is read", read.problems.front().pointer);
    programme = std::move(*read.programme);
    return programme;
}

// ── Actions ──

/// Now and then one that the programme does not have.
template <typename Index>
Index chooseIndex(ByteSource& source, std::size_t count) {
    return static_cast<Index>(source.oneIn(32) ? std::numeric_limits<Index>::max() : source.below(count + 1));
}

double chooseNumber(ByteSource& source) {
    static constexpr double kNumbers[] = {0.0,
                                          1.0,
                                          -1.0,
                                          0.625,
                                          1.6,
                                          17000,
                                          -719162,
                                          2932896,
                                          30,
                                          -400,
                                          1e300,
                                          -1e300,
                                          1e18,
                                          -1e18,
                                          1e-300,
                                          std::numeric_limits<double>::infinity(),
                                          std::numeric_limits<double>::quiet_NaN()};
    if (source.coin()) return source.pick(kNumbers);
    return static_cast<double>(source.below(65536)) - 32768;
}

// One function for each action, so that a new one does not build without.
using Programme = programme::Programme;

void choose(ByteSource& source, const Programme& of, explorer::ToggleValue& action) {
    action.facet = static_cast<search::Facet>(source.below(search::kFacetCount));
    const std::size_t most = std::max(of.skills.size(), of.challenges.size());
    action.value = chooseIndex<search::ValueIndex>(source, most);
}
void choose(ByteSource& source, const Programme& of, explorer::ClearGroup& action) {
    action.facet = static_cast<search::Facet>(source.below(search::kFacetCount));
    const std::size_t most = std::max(of.skills.size(), of.challenges.size());
    action.value = chooseIndex<search::ValueIndex>(source, most);
}
void choose(ByteSource&, const Programme&, explorer::ClearFilters&) {}
void choose(ByteSource&, const Programme&, explorer::KeepShownPeriod&) {}
void choose(ByteSource&, const Programme&, explorer::DropPeriod&) {}
void choose(ByteSource& source, const Programme&, explorer::SetQuery& action) {
    static std::string text; // until the action is applied
    text = support::makeText(source, source.oneIn(8) ? 300 : 20);
    if (source.oneIn(8)) text.assign(1, static_cast<char>(source.byte()));
    action.text = text;
}
void choose(ByteSource& source, const Programme& of, explorer::OpenChallenge& action) {
    action.challenge = chooseIndex<explorer::ChallengeIndex>(source, of.challenges.size());
}
void choose(ByteSource& source, const Programme& of, explorer::TurnToChallenge& action) {
    action.challenge = chooseIndex<explorer::ChallengeIndex>(source, of.challenges.size());
}
void choose(ByteSource&, const Programme&, explorer::CloseChallenge&) {}
void choose(ByteSource& source, const Programme& of, explorer::ToggleShortlisted& action) {
    action.challenge = chooseIndex<explorer::ChallengeIndex>(source, of.challenges.size());
}
void choose(ByteSource& source, const Programme& of, explorer::MoveShortlisted& action) {
    action.challenge = chooseIndex<explorer::ChallengeIndex>(source, of.challenges.size());
    static constexpr int kPlaces[] = {
        -1, 1, 0, 2, -2, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()};
    action.places = source.pick(kPlaces);
}
void choose(ByteSource& source, const Programme& of, explorer::ToggleCompared& action) {
    action.challenge = chooseIndex<explorer::ChallengeIndex>(source, of.challenges.size());
}
void choose(ByteSource& source, const Programme& of, explorer::SetLanguage& action) {
    action.language = chooseIndex<explorer::LanguageIndex>(source, of.languages.size());
}
void choose(ByteSource& source, const Programme&, explorer::SetView& action) {
    action.view = static_cast<explorer::View>(source.below(4));
}
void choose(ByteSource& source, const Programme& of, explorer::ToggleMilestone& action) {
    action.milestone = chooseIndex<std::size_t>(source, of.milestones.size());
}
void choose(ByteSource& source, const Programme& of, explorer::ToggleCrowd& action) {
    action.crowd.first = chooseIndex<std::size_t>(source, of.milestones.size());
    action.crowd.last = chooseIndex<std::size_t>(source, of.milestones.size());
}
void choose(ByteSource& source, const Programme&, explorer::ZoomTimeline& action) {
    action.factor = chooseNumber(source);
    action.anchor = chooseNumber(source);
}
void choose(ByteSource& source, const Programme&, explorer::PanTimeline& action) {
    action.days = chooseNumber(source);
}
void choose(ByteSource& source, const Programme&, explorer::ShowWindow& action) {
    action.first = chooseNumber(source);
    action.length = chooseNumber(source);
}
void choose(ByteSource&, const Programme&, explorer::FitTimeline&) {}
void choose(ByteSource& source, const Programme&, explorer::SetHome& action) {
    action.first = chooseNumber(source);
    action.length = chooseNumber(source);
}
void choose(ByteSource& source, const Programme&, explorer::ToggleAgendaPart& action) {
    action.part = static_cast<explorer::AgendaPart>(source.below(2));
}
void choose(ByteSource& source, const Programme&, explorer::ShowLines& action) {
    action.view = static_cast<explorer::LinesView>(source.below(4));
}
void choose(ByteSource& source, const Programme& of, explorer::ToggleGroup& action) {
    action.group = chooseIndex<std::uint32_t>(source, of.skillGroups.size() + 2);
}
void choose(ByteSource& source, const Programme& of, explorer::CloseGroup& action) {
    action.group = chooseIndex<std::uint32_t>(source, of.skillGroups.size() + 2);
}
void choose(ByteSource& source, const Programme&, explorer::OfferKeeping& action) {
    action.isOffered = source.below(2) == 0;
    action.kept = source.below(2) == 0 ? "choix=a,b" : "";
}
void choose(ByteSource& source, const Programme&, explorer::KeepShortlist& action) {
    action.isKept = source.below(2) == 0;
}
void choose(ByteSource&, const Programme&, explorer::ToggleDifferences&) {}
void choose(ByteSource&, const Programme&, explorer::ToggleLetterKeys&) {}
void choose(ByteSource& source, const Programme&, explorer::Navigate& action) {
    static std::string queryString; // until the action is applied
    queryString.clear();
    for (std::size_t count = source.below(40); count > 0; --count) queryString += static_cast<char>(source.byte());
    action.queryString = queryString;
    action.isOurs = source.coin();
}

template <std::size_t Kind>
Action makeAction(ByteSource& source, const Programme& of) {
    std::variant_alternative_t<Kind, Action> action{};
    choose(source, of, action);
    return action;
}

template <std::size_t... Kinds>
Action chooseAction(ByteSource& source, const Programme& of, std::index_sequence<Kinds...>) {
    using Make = Action (*)(ByteSource&, const Programme&);
    static constexpr Make kMakers[] = {makeAction<Kinds>...};
    return source.pick(kMakers)(source, of);
}

// ── What holds ──

void checkState(const Programme& of, const explorer::Facts& facts, const State& state) {
    const std::string address = explorer::formatQueryString(of, facts, state);
    const State wanted = support::asItsAddressSays(facts, state);
    if (explorer::parseQueryString(of, facts, address, state.preferredLanguage) != wanted) fail("read back", address);
    if (explorer::parseQueryString(of, facts, '?' + address, state.preferredLanguage) != wanted)
        fail("with '?'", address);
    for (const char byte : address) {
        if (byte <= ' ' || byte >= 0x7F || byte == '#' || byte == '"' || byte == '<' || byte == '>')
            fail("an address of ASCII", address);
    }
}

void checkBytes(const Programme& of, const explorer::Facts& facts, std::string_view bytes,
                explorer::LanguageIndex preferred) {
    const State read = explorer::parseQueryString(of, facts, bytes, preferred);
    checkState(of, facts, read);
    const std::string address = explorer::formatQueryString(of, facts, read);
    const State again = explorer::parseQueryString(of, facts, address, preferred);
    if (explorer::formatQueryString(of, facts, again) != address) fail("the same address again", address);
    static_cast<void>(explorer::parseNow(bytes));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    // The first byte says how many bytes make the programme, the second which half of the promise is tried.
    const std::span<const std::uint8_t> bytes(data + 2, size - 2);
    const std::size_t half = data[0] % (bytes.size() + 1);
    ByteSource programmeSource(bytes.first(half), ByteSource::End::random);
    const Programme& of = programmeOf(programmeSource);
    const explorer::Facts facts = explorer::makeFacts(of);
    const auto preferred = static_cast<explorer::LanguageIndex>(data[1] / 2 % of.languages.size());
    const std::span<const std::uint8_t> rest = bytes.subspan(half);
    if (data[1] % 2 == 0) {
        const std::string text(rest.begin(), rest.end());
        checkBytes(of, facts, text, preferred);
        return 0;
    }
    ByteSource source(rest, ByteSource::End::zeros);
    State state{.language = preferred, .preferredLanguage = preferred};
    for (std::size_t count = 0; count < kMostActions && !source.isEmpty(); ++count) {
        const Action action = chooseAction(source, of, std::make_index_sequence<std::variant_size_v<Action>>());
        state = explorer::reduce(of, facts, state, action).state;
        checkState(of, facts, state);
    }
    return 0;
}
