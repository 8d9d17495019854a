// The inverted index: for each word, the challenges that have it, and in which field. It does not change after it is
// made (text_index_builder.h).
#pragma once

#include "programme/programme.h"
#include "search/bit_set.h"
#include "search/value_sets.h"
#include "search/word_table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace search {

/// The fields of a challenge in ascending order of their weight: a challenge whose word is found in a weightier field
/// ranks higher. `skillName` stands for a typed word that is the whole label or alias of a skill. It has the greatest
/// weight, so that for "R" the challenges that need R rank before those whose title has a word that begins with "r".
enum class Field : std::uint8_t {
    none, // not found
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

[[nodiscard]] inline constexpr std::uint8_t weightOf(Field field) {
    return static_cast<std::uint8_t>(field);
}

/// One entry of a word's list: a challenge that has the word, and the weightiest field that has it. Skills are not
/// among these fields; they have lists of their own (SkillWord).
class Posting {
public:
    Posting() = default;
    Posting(programme::ChallengeIndex challenge, Field field)
        : bits_(challenge << kFieldBits | static_cast<std::uint32_t>(field)) {}

    [[nodiscard]] programme::ChallengeIndex challenge() const { return bits_ >> kFieldBits; }
    [[nodiscard]] std::uint8_t weight() const { return static_cast<std::uint8_t>(bits_ & ((1u << kFieldBits) - 1)); }

private:
    static constexpr unsigned kFieldBits = 4;
    std::uint32_t bits_ = 0;
};

/// A word of a skill's label or of one of its aliases.
struct SkillWord {
    WordIndex word = 0;
    programme::SkillIndex skill = 0;
    bool isName = false; // the label or alias is this word alone, or is this whole compound
};

/// The challenges in which some words were found.
struct WordHits {
    BitSet challenges;
    std::vector<std::uint8_t> weights; // for each challenge, the greatest weight of a field; 0: not found

    explicit WordHits(std::size_t challengeCount = 0) : challenges(challengeCount), weights(challengeCount, 0) {}
    void add(programme::ChallengeIndex challenge, std::uint8_t weight) {
        challenges.add(challenge);
        if (weights[challenge] < weight) weights[challenge] = weight;
    }
    /// Removes all hits; the number of challenges stays.
    void clear();
    [[nodiscard]] std::size_t memoryBytes() const { return challenges.memoryBytes() + weights.capacity(); }
};

class TextIndex {
public:
    [[nodiscard]] const WordTable& words() const { return words_; }
    [[nodiscard]] std::size_t challengeCount() const { return challengeCount_; }
    /// The postings of all words in the range, word by word.
    [[nodiscard]] std::span<const Posting> postingsOf(WordRange words) const;
    [[nodiscard]] std::span<const SkillWord> skillWordsOf(WordRange words) const;
    /// Replaces `hits` by the challenges that have any of the words, in a field or in a skill.
    void gather(WordRange words, const ValueSets& values, WordHits& hits) const;
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    /// All words with a common prefix, which are so frequent that their hits are computed when the index is built.
    struct CommonRange {
        WordRange words;
        WordHits hits;
    };
    friend class TextIndexBuilder;

    void gatherUncached(WordRange words, const ValueSets& values, WordHits& hits) const;

    std::size_t challengeCount_ = 0;
    WordTable words_;
    std::vector<std::uint32_t> postingEnds_; // for each word, the index after its last one in postings_
    std::vector<Posting> postings_;          // word by word, in ascending order of challenges
    std::vector<SkillWord> skillWords_;      // in ascending order of words
    std::vector<CommonRange> commonRanges_;  // in ascending order of words
};

} // namespace search
