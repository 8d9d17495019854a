#include "search/index.h"

#include "base/sort.h"
#include "search/profile_fits.h"
#include "search/ranking.h"
#include "search/text_index_builder.h"
#include "search/text_matcher.h"
#include "search/value_sets.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace search {

struct Index::Parts {
    Parts(const programme::Programme& programme, programme::LanguageIndex language)
        : values(programme), reading(std::in_place, programme, language, values, texts), filter(values),
          fits(programme), running(programme), base(programme.challenges.size()) {}

    /// Filters by the query's period and chosen values. The text was matched before.
    void choose(const Query& query);
    /// The challenges that match text and period; null: all.
    const BitSet* findBase(const Query& query);
    /// How many challenges of `among` (null: all) have the chosen values.
    std::uint32_t countAmong(const BitSet* among);
    void readCounts();
    void readAllWords();

    const ValueSets values;
    TextIndex texts;
    std::optional<TextIndexBuilder> reading; // until `texts` has all words
    TextMatcher matcher;
    FacetFilter filter;
    ProfileFits fits;
    Ranking ranking;
    RunningChallenges running;
    BitSet base;                     // that match both text and period
    bool hasPeriod = false;          // the last query
    std::vector<ValueNumber> chosen; // values of all facets
    Answer answer;
};

/// For each facet, the member of Query with its chosen values.
constexpr std::array<std::span<const ValueIndex> Query::*, kFacetCount> kChosen = {&Query::skills, &Query::cities};
static_assert(std::ranges::all_of(kChosen, [](auto member) { return member != nullptr; }), "each facet has its member");

const BitSet* Index::Parts::findBase(const Query& query) {
    const BitSet* byText = matcher.hasTerms() ? &matcher.found() : nullptr;
    hasPeriod = query.during.has_value();
    if (!query.during) return byText;
    running.choose(*query.during);
    if (byText == nullptr) return &running.found();
    base = *byText;
    base.intersectWith(running.found());
    return &base;
}

void Index::Parts::choose(const Query& query) {
    chosen.clear();
    for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
        for (const ValueIndex value : query.*kChosen[facet])
            chosen.push_back(values.numberOf(static_cast<Facet>(facet), value));
    }
    filter.choose(values, findBase(query), chosen);
    fits.choose(query.skills);
}

void Index::Parts::readCounts() {
    for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
        const auto which = static_cast<Facet>(facet);
        const auto counts = filter.counts().subspan(values.numberOf(which, 0), values.valueCountOf(which));
        answer.counts[facet].assign(counts.begin(), counts.end());
    }
}

void Index::Parts::readAllWords() {
    if (!reading) return;
    while (reading->advance()) {}
    reading.reset();
}

Index::Index(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

Index Index::build(const programme::Programme& programme, programme::LanguageIndex language) {
    Index index = begin(programme, language);
    index.parts_->readAllWords();
    return index;
}

Index Index::begin(const programme::Programme& programme, programme::LanguageIndex language) {
    return Index(std::make_unique<Parts>(programme, language));
}

void Index::readMoreWords() {
    std::optional<TextIndexBuilder>& reading = parts_->reading;
    if (reading && !reading->advance()) reading.reset();
}

bool Index::hasAllWords() const {
    return !parts_->reading;
}

const Answer& Index::find(const Query& query) {
    Parts& parts = *parts_;
    if (!query.text.empty()) parts.readAllWords();
    parts.matcher.match(parts.texts, parts.values, query.text);
    parts.choose(query);
    parts.ranking.rank(parts.filter.found(), parts.matcher, parts.fits, parts.answer.ranked);
    parts.readCounts();
    parts.answer.wasForgiving = parts.matcher.wasForgiving();
    return parts.answer;
}

std::uint32_t Index::Parts::countAmong(const BitSet* among) {
    filter.choose(values, among, chosen);
    return static_cast<std::uint32_t>(count(filter.found()));
}

std::vector<Relaxation> Index::relaxations() {
    using Kind = Relaxation::Kind;
    Parts& parts = *parts_;
    std::vector<Relaxation> relaxations;
    std::vector<GroupNumber> seen;
    for (const ValueNumber number : parts.chosen) {
        const GroupNumber group = parts.values.groupOf(number);
        if (std::ranges::find(seen, group) != seen.end()) continue;
        seen.push_back(group);
        const Facet facet = parts.values.facetOf(number);
        relaxations.push_back({.kind = Kind::values,
                               .facet = facet,
                               .value = number - parts.values.numberOf(facet, 0),
                               .found = static_cast<std::uint32_t>(parts.filter.countWithout(group))});
    }
    const BitSet* const byText = parts.matcher.hasTerms() ? &parts.matcher.found() : nullptr;
    const BitSet* const byPeriod = parts.hasPeriod ? &parts.running.found() : nullptr;
    if (byPeriod) relaxations.push_back({.kind = Kind::period, .found = parts.countAmong(byText)});
    if (byText) relaxations.push_back({.kind = Kind::text, .found = parts.countAmong(byPeriod)});
    parts.countAmong(byText && byPeriod ? &parts.base : byText ? byText : byPeriod); // the query's own again
    std::erase_if(relaxations, [](const Relaxation& relaxation) { return relaxation.found == 0; });
    base::sort(relaxations, [](const Relaxation& one, const Relaxation& other) { return one.found > other.found; });
    return relaxations;
}

std::size_t Index::memoryBytes() const {
    const Parts& parts = *parts_;
    std::size_t answerBytes = parts.answer.ranked.capacity() * sizeof(std::uint32_t);
    for (const std::vector<std::uint32_t>& counts : parts.answer.counts)
        answerBytes += counts.capacity() * sizeof(std::uint32_t);
    return sizeof(Parts) + parts.values.memoryBytes() + parts.texts.memoryBytes() + parts.matcher.memoryBytes() +
           parts.filter.memoryBytes() + parts.fits.memoryBytes() + parts.ranking.memoryBytes() +
           parts.running.memoryBytes() + parts.base.memoryBytes() + parts.chosen.capacity() * sizeof(ValueNumber) +
           answerBytes;
}

} // namespace search
