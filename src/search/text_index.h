// Which words stand in which challenges, and in which field. Never changes once it is built.
#pragma once

#include "programme/programme.h"
#include "search/bit_set.h"
#include "search/value_sets.h"
#include "search/word_table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace search {

/// How much it weighs to be found in a field. A word that is the whole label or alias of a skill outweighs all, so that
/// "R" brings up the challenges that ask for R before those whose title begins with that letter.
enum class Field : std::uint8_t {
    none,
    description,
    summary,
    skill,
    profile,
    city,
    ministry,
    host,
    tagline,
    title,
    skillName,
};

inline constexpr std::uint8_t weightOf(Field field) {
    return static_cast<std::uint8_t>(field);
}

/// A word in a challenge, in the weightiest of its fields (skills left out).
class Posting {
public:
    Posting() = default;
    Posting(programme::ChallengeIndex challenge, Field field)
        : bits_(challenge << kFieldBits | static_cast<std::uint32_t>(field)) {}

    programme::ChallengeIndex challenge() const { return bits_ >> kFieldBits; }
    std::uint8_t weight() const { return static_cast<std::uint8_t>(bits_ & ((1u << kFieldBits) - 1)); }

private:
    static constexpr unsigned kFieldBits = 4;
    std::uint32_t bits_ = 0;
};

/// A word of a skill's label or of one of its aliases.
struct SkillWord {
    WordIndex word = 0;
    programme::SkillIndex skill = 0;
    bool isName = false; // the label or alias is this word alone, or this compound written in one
};

/// Where some words were found.
struct WordHits {
    BitSet challenges;
    std::vector<std::uint8_t> weights; // of each challenge, the greatest; 0: not found

    explicit WordHits(std::size_t challengeCount = 0) : challenges(challengeCount), weights(challengeCount, 0) {}
    void add(programme::ChallengeIndex challenge, std::uint8_t weight) {
        challenges.add(challenge);
        if (weights[challenge] < weight) weights[challenge] = weight;
    }
    void clear();
    std::size_t memoryBytes() const { return challenges.memoryBytes() + weights.capacity(); }
};

class TextIndex {
public:
    TextIndex(const programme::Programme& programme, programme::LanguageIndex language, const ValueSets& values);

    const WordTable& words() const { return words_; }
    std::size_t challengeCount() const { return challengeCount_; }
    std::span<const Posting> postingsOf(WordRange words) const;
    std::span<const SkillWord> skillWordsOf(WordRange words) const;
    /// Where any of the words stands, in a text or in a skill.
    void gather(WordRange words, const ValueSets& values, WordHits& hits) const;
    std::size_t memoryBytes() const;

private:
    /// Words so frequent that what is found for them is gathered beforehand.
    struct CommonRange {
        WordRange words;
        WordHits hits;
    };
    class Builder;

    void gatherAnew(WordRange words, const ValueSets& values, WordHits& hits) const;
    void gatherCommonRanges(const ValueSets& values);

    std::size_t challengeCount_ = 0;
    WordTable words_;
    std::vector<std::uint32_t> postingEnds_; // of each word, in postings_
    std::vector<Posting> postings_;          // of each word, the challenges rising
    std::vector<SkillWord> skillWords_;      // the words rising
    std::vector<CommonRange> commonRanges_;  // the words rising
};

} // namespace search
