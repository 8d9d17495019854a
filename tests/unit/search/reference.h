// A reference implementation of search, for the property test and the fuzzer: the rules (search/index.h) written as
// simply as possible, one challenge after the other. It shares with the index only the splitting of texts into words.
#pragma once

#include "base/utf8.h"
#include "programme/programme.h"
#include "search/folding.h"
#include "search/index.h"
#include "search/profile_fits.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace search {

class Reference {
public:
    Reference(const programme::Programme& programme, programme::LanguageIndex language)
        : programme_(programme), language_(language) {
        for (const programme::Challenge& challenge : programme_.challenges) {
            demands_.push_back(skillsOf(challenge));
            texts_.push_back(readTexts(challenge));
        }
    }

    Answer find(std::string_view text, const std::vector<programme::SkillIndex>& chosen,
                const std::vector<std::string_view>& cities = {}, const std::optional<programme::Period>& during = {}) {
        chosenSkills_ = chosen;
        chosenCities_ = cities;
        readQuery(text);
        noteUnknown();
        std::vector<std::uint32_t> weights = weighAll(false);
        Answer answer;
        if (!terms_.empty() && isNothing(weights)) {
            weights = weighAll(true);
            answer.wasForgiving = !isNothing(weights);
        }
        for (std::size_t challenge = 0; challenge < weights.size(); ++challenge) {
            if (during && !runs(programme_.challenges[challenge], *during)) weights[challenge] = 0;
        }
        answer.ranked = rank(weights);
        for (programme::SkillIndex skill = 0; skill < programme_.skills.size(); ++skill) {
            answer.counts[indexOf(Facet::skills)].push_back(countSkill(weights, skill));
        }
        countCities(weights);
        return answer;
    }

    /// Answer::counts of the cities for the last query, by name.
    const std::map<std::string_view, std::uint32_t>& cityCounts() const { return countsByCity_; }

    Fit fitOf(programme::ChallengeIndex index) const {
        Fit best;
        for (const programme::Profile& profile : programme_.challenges[index].profiles) {
            Fit fit;
            for (const programme::SkillIndex skill : chosenSkills_) {
                const bool isRequired = contains(profile.skills, skill);
                if (isRequired) ++fit.required;
                if (!isRequired && contains(profile.preferredSkills, skill)) ++fit.preferred;
            }
            if (std::pair(fit.required, fit.preferred) > std::pair(best.required, best.preferred)) best = fit;
        }
        return best;
    }

private:
    struct WeighedWord {
        std::string letters;
        std::uint32_t weight;
        bool isName = false;
    };
    struct Term {
        std::vector<std::string> pieces;
        std::optional<std::string> joined;
    };
    // The weights of the fields (search/text_index.h).
    static constexpr std::uint32_t kDescription = 1, kSummary = 2, kSkill = 3, kProfile = 4, kCity = 5, kMinistry = 6,
                                   kHost = 7, kTagline = 8, kTitle = 9, kSkillName = 10;

    template <typename Items, typename Item>
    static bool contains(const Items& items, const Item& item) {
        return std::ranges::find(items, item) != items.end();
    }

    /// Whether one of the challenge's days is in the period: day by day.
    static bool runs(const programme::Challenge& challenge, const programme::Period& period) {
        if (!challenge.start) return false;
        const programme::Day last = challenge.end ? challenge.end->last : challenge.start->last;
        for (programme::Day day = challenge.start->first; day <= last; day += std::chrono::days(1)) {
            if (day >= period.first && day <= period.last) return true;
        }
        return false;
    }
    static bool isNothing(const std::vector<std::uint32_t>& weights) {
        return std::ranges::all_of(weights, [](std::uint32_t weight) { return weight == 0; });
    }

    static void addWords(std::string_view text, std::uint32_t weight, std::vector<WeighedWord>& words) {
        WordList list;
        readWords(text, list);
        for (const Word& word : list.words) words.push_back({std::string(list.in(word)), weight});
    }

    void addSkillWords(std::string_view text, std::vector<WeighedWord>& words) const {
        WordList list;
        readWords(text, list);
        const bool isOne = !list.words.empty() && list.words.back().compound == 0;
        for (const Word& word : list.words) {
            const bool isName = isOne && (list.words.size() == 1 || word.kind == WordKind::joined);
            words.push_back({std::string(list.in(word)), kSkill, isName});
        }
    }

    std::vector<WeighedWord> readTexts(const programme::Challenge& challenge) const {
        std::vector<WeighedWord> words;
        const auto add = [&](programme::Text text, std::uint32_t weight) {
            addWords(programme_.in(text, language_), weight, words);
        };
        add(challenge.title, kTitle);
        add(challenge.tagline, kTagline);
        add(challenge.host.name, kHost);
        add(challenge.host.ministry, kMinistry);
        addWords(programme_.in(challenge.host.city), kCity, words);
        add(challenge.summary, kSummary);
        for (const programme::Text paragraph : challenge.description) add(paragraph, kDescription);
        for (const programme::Profile& each : challenge.profiles) add(each.title, kProfile);
        for (const programme::SkillIndex index : skillsOf(challenge)) {
            addSkillWords(programme_.in(programme_.skills[index].label, language_), words);
            for (const programme::StringRef alias : programme_.skills[index].aliases) {
                addSkillWords(programme_.in(alias), words);
            }
            for (const programme::Text other : programme_.skills[index].otherNames) {
                for (const programme::TextVariant& name : programme_.variantsOf(other))
                    addSkillWords(programme_.in(name.string), words);
            }
        }
        return words;
    }

    static std::set<programme::SkillIndex> skillsOf(const programme::Challenge& challenge) {
        std::set<programme::SkillIndex> skills;
        for (const programme::Profile& each : challenge.profiles) {
            skills.insert(each.skills.begin(), each.skills.end());
            skills.insert(each.preferredSkills.begin(), each.preferredSkills.end());
        }
        return skills;
    }

    void readQuery(std::string_view text) {
        WordList list;
        readWords(text, list);
        std::map<std::uint32_t, Term> byCompound;
        for (const Word& word : list.words) {
            Term& term = byCompound[word.compound];
            if (word.kind == WordKind::joined)
                term.joined = list.in(word);
            else if (word.kind != WordKind::tail || term.pieces.empty())
                term.pieces.emplace_back(list.in(word));
        }
        terms_.clear();
        for (auto& entry : byCompound) {
            Term& term = entry.second;
            const bool isKnown = std::ranges::any_of(terms_, [&](const Term& other) {
                return std::set(other.pieces.begin(), other.pieces.end()) ==
                           std::set(term.pieces.begin(), term.pieces.end()) &&
                       other.joined == term.joined;
            });
            if (!isKnown) terms_.push_back(std::move(term));
        }
    }

    /// Notes the typed words that are no prefix of any word of a challenge.
    void noteUnknown() {
        unknown_.clear();
        for (const Term& term : terms_) {
            for (const std::string& piece : term.pieces) {
                if (!isAnywhere(piece)) unknown_.insert(piece);
            }
            if (term.joined && !isAnywhere(*term.joined)) unknown_.insert(*term.joined);
        }
    }

    static std::uint32_t weigh(const std::vector<WeighedWord>& words, std::string_view typed) {
        std::uint32_t best = 0;
        for (const WeighedWord& word : words) {
            if (word.letters.starts_with(typed)) best = std::max(best, word.weight);
            if (word.isName && word.letters == typed) best = kSkillName;
        }
        return best;
    }

    bool isAnywhere(const std::string& typed) const {
        return std::ranges::any_of(texts_, [&](const auto& words) { return weigh(words, typed) != 0; });
    }

    static std::u32string readCodePoints(std::string_view text) {
        std::u32string codePoints;
        while (!text.empty()) codePoints += base::takeCodePoint(text);
        return codePoints;
    }

    /// The edit distance (base/edit_distance.h) of code points to the nearest prefix of the word.
    static std::size_t countMistakes(std::u32string_view typed, std::u32string_view word) {
        std::vector<std::vector<std::size_t>> table(word.size() + 1, std::vector<std::size_t>(typed.size() + 1));
        std::size_t nearest = typed.size();
        for (std::size_t i = 0; i <= word.size(); ++i) {
            for (std::size_t j = 0; j <= typed.size(); ++j) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                const std::size_t wrong = word[i - 1] == typed[j - 1] ? 0 : 1;
                table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + wrong});
                const bool isExchanged = i > 1 && j > 1 && word[i - 1] == typed[j - 2] && word[i - 2] == typed[j - 1];
                if (isExchanged) table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
            }
            nearest = std::min(nearest, table[i][typed.size()]);
        }
        return nearest;
    }

    static std::uint32_t weighNearly(const std::vector<WeighedWord>& words, std::string_view typedLetters) {
        const std::u32string typed = readCodePoints(typedLetters);
        const std::size_t forgiven = typed.size() < 3 ? 0 : typed.size() < 8 ? 1 : 2;
        std::uint32_t best = 0;
        for (const WeighedWord& word : words) {
            const std::size_t mistakes = countMistakes(typed, readCodePoints(word.letters));
            if (mistakes <= forgiven) best = std::max(best, word.weight + (mistakes < 2 ? kSkillName : 0));
        }
        return best;
    }

    std::uint32_t weighWord(std::size_t challenge, const std::string& typed, bool isForgiven) const {
        const bool isNear = isForgiven && unknown_.contains(typed);
        return isNear ? weighNearly(texts_[challenge], typed) : weigh(texts_[challenge], typed);
    }

    std::uint32_t weighTerm(std::size_t challenge, const Term& term, bool isForgiven) const {
        std::uint32_t weight = weighWord(challenge, term.pieces.front(), isForgiven);
        for (const std::string& piece : term.pieces) weight = std::min(weight, weighWord(challenge, piece, isForgiven));
        return term.joined ? std::max(weight, weighWord(challenge, *term.joined, isForgiven)) : weight;
    }

    /// For each challenge the sum of the terms' weights; 0 if it does not match one of them. With `isForgiving`,
    /// mistakes are forgiven in the terms that no challenge matches as typed.
    std::vector<std::uint32_t> weighAll(bool isForgiving) const {
        std::vector<std::uint32_t> sums(texts_.size(), terms_.empty() ? 1 : 0);
        for (const Term& term : terms_) {
            bool isForgiven = isForgiving;
            for (std::size_t challenge = 0; challenge < texts_.size(); ++challenge) {
                if (weighTerm(challenge, term, false) != 0) isForgiven = false;
            }
            for (std::size_t challenge = 0; challenge < texts_.size(); ++challenge) {
                const std::uint32_t weight = weighTerm(challenge, term, isForgiven);
                const bool isMissing = weight == 0 || (&term != &terms_.front() && sums[challenge] == 0);
                sums[challenge] = isMissing ? 0 : sums[challenge] + weight;
            }
        }
        return sums;
    }

    std::uint32_t groupOf(programme::SkillIndex index) const {
        return programme_.skills[index].group.value_or(static_cast<std::uint32_t>(programme_.skillGroups.size()));
    }

    std::string_view cityOf(std::size_t challenge) const {
        return programme_.in(programme_.challenges[challenge].host.city);
    }
    /// The cities are one more group, behind those of the skills.
    std::uint32_t cityGroup() const { return static_cast<std::uint32_t>(programme_.skillGroups.size()) + 1; }

    void countCities(const std::vector<std::uint32_t>& weights) {
        countsByCity_.clear();
        for (std::size_t challenge = 0; challenge < weights.size(); ++challenge) {
            if (cityOf(challenge).empty()) continue;
            const bool counts = weights[challenge] != 0 && fitsGroups(challenge, cityGroup());
            countsByCity_[cityOf(challenge)] += counts ? 1 : 0;
        }
    }

    /// Whether the challenge has a chosen value of every group with chosen values, except the group `without`.
    bool fitsGroups(std::size_t challenge, std::optional<std::uint32_t> without) const {
        std::map<std::uint32_t, bool> isMet;
        for (const programme::SkillIndex index : chosenSkills_) {
            isMet[groupOf(index)] |= demands_[challenge].contains(index);
        }
        if (!chosenCities_.empty()) isMet[cityGroup()] = contains(chosenCities_, cityOf(challenge));
        return std::ranges::all_of(isMet, [&](const auto& group) { return group.second || group.first == without; });
    }

    std::uint32_t countSkill(const std::vector<std::uint32_t>& weights, programme::SkillIndex index) const {
        std::uint32_t count = 0;
        for (std::size_t challenge = 0; challenge < weights.size(); ++challenge) {
            const bool counts = weights[challenge] != 0 && demands_[challenge].contains(index);
            if (counts && fitsGroups(challenge, groupOf(index))) ++count;
        }
        return count;
    }

    std::vector<programme::ChallengeIndex> rank(const std::vector<std::uint32_t>& weights) const {
        std::vector<programme::ChallengeIndex> ranked;
        std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> keys;
        for (programme::ChallengeIndex index = 0; index < weights.size(); ++index) {
            if (weights[index] != 0 && fitsGroups(index, std::nullopt)) ranked.push_back(index);
            const Fit fit = fitOf(index);
            keys.emplace_back(fit.required, fit.preferred, weights[index]);
        }
        std::ranges::stable_sort(ranked, std::ranges::greater(), [&](auto challenge) { return keys[challenge]; });
        return ranked;
    }

    const programme::Programme& programme_;
    programme::LanguageIndex language_;
    std::vector<std::vector<WeighedWord>> texts_;          // of each challenge
    std::vector<std::set<programme::SkillIndex>> demands_; // of each challenge
    std::vector<Term> terms_;
    std::set<std::string> unknown_;
    std::vector<programme::SkillIndex> chosenSkills_;
    std::vector<std::string_view> chosenCities_;
    std::map<std::string_view, std::uint32_t> countsByCity_;
};

} // namespace search
