#include "search/index.h"

#include "search/profile_fits.h"
#include "search/ranking.h"
#include "search/skill_sets.h"
#include "search/text_index.h"
#include "search/text_matcher.h"

#include <utility>

namespace search {

struct Index::Parts {
    Parts(const programme::Programme& programme, programme::LanguageIndex language)
        : skills(programme), texts(programme, language, skills), facets(skills), fits(programme) {}

    const SkillSets skills;
    const TextIndex texts;
    TextMatcher matcher;
    Facets facets;
    ProfileFits fits;
    Ranking ranking;
    Answer answer;
};

Index::Index(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

Index Index::build(const programme::Programme& programme, programme::LanguageIndex language) {
    return Index(std::make_unique<Parts>(programme, language));
}

const Answer& Index::find(const Query& query) {
    Parts& parts = *parts_;
    parts.matcher.match(parts.texts, parts.skills, query.text);
    parts.facets.choose(parts.skills, parts.matcher.hasTerms() ? &parts.matcher.found() : nullptr, query.skills);
    parts.fits.choose(query.skills);
    parts.ranking.rank(parts.facets.found(), parts.matcher, parts.fits, parts.answer.ranked);
    const std::span<const std::uint32_t> counts = parts.facets.counts();
    parts.answer.skillCounts.assign(counts.begin(), counts.end());
    parts.answer.wasForgiving = parts.matcher.wasForgiving();
    return parts.answer;
}

Fit Index::fitOf(programme::ChallengeIndex challenge) const {
    return parts_->fits.bestOf(challenge);
}

std::size_t Index::memoryBytes() const {
    const Parts& parts = *parts_;
    return sizeof(Parts) + parts.skills.memoryBytes() + parts.texts.memoryBytes() + parts.matcher.memoryBytes() +
           parts.facets.memoryBytes() + parts.fits.memoryBytes() + parts.ranking.memoryBytes() +
           (parts.answer.ranked.capacity() + parts.answer.skillCounts.capacity()) * sizeof(std::uint32_t);
}

} // namespace search
