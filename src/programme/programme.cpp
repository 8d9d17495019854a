#include "programme/programme.h"

#include <algorithm>
#include <numeric>

namespace programme {
namespace {

constexpr LanguageIndex kDefaultLanguage = 0;

const TextVariant* findVariant(const Programme& programme, Text text, LanguageIndex language) {
    for (std::uint32_t index = 0; index < text.variantCount; ++index) {
        const TextVariant& variant = programme.variants[text.firstVariant + index];
        if (variant.language == language || variant.language == kEveryLanguage) return &variant;
    }
    return nullptr;
}

template <typename Item>
std::optional<std::size_t> findById(const Programme& programme, const std::vector<Item>& items,
                                    std::string_view wanted) {
    const auto found = std::ranges::find_if(items, [&](const Item& item) { return programme.in(item.id) == wanted; });
    if (found == items.end()) return std::nullopt;
    return static_cast<std::size_t>(found - items.begin());
}

} // namespace

std::string_view Programme::in(const Text& text, LanguageIndex language) const {
    const TextVariant* variant = findVariant(*this, text, language);
    if (!variant) variant = findVariant(*this, text, kDefaultLanguage);
    return variant ? in(variant->string) : std::string_view();
}

LanguageIndex Programme::languageOf(const Text& text, LanguageIndex language) const {
    return findVariant(*this, text, language) ? language : kDefaultLanguage;
}

std::optional<LanguageIndex> Programme::findLanguage(std::string_view tag) const {
    const auto found = std::ranges::find(languages, tag);
    if (found == languages.end()) return std::nullopt;
    return static_cast<LanguageIndex>(found - languages.begin());
}

std::optional<ChallengeIndex> Programme::findChallenge(std::string_view challengeId) const {
    return findById(*this, challenges, challengeId);
}

std::optional<std::size_t> Programme::findMilestone(std::string_view milestoneId) const {
    return findById(*this, milestones, milestoneId);
}

Period daysOf(const Milestone& milestone) {
    return daysOf(milestone.start, milestone.end);
}

std::optional<Period> daysOf(const Challenge& challenge) {
    return challenge.start ? std::optional(daysOf(*challenge.start, challenge.end)) : std::nullopt;
}

std::uint32_t postCount(const Challenge& challenge) {
    return std::accumulate(challenge.profiles.begin(), challenge.profiles.end(), std::uint32_t{0},
                           [](std::uint32_t sum, const Profile& profile) { return sum + profile.count; });
}

} // namespace programme
