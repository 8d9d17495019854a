// Makes a TextIndex in many short steps, so that the page can show itself before all words are read, and
// read them between frames:
//
//     TextIndexBuilder builder(programme, language, values, index);
//     while (builder.advance()) {}
//
// It reads the words of each challenge, then inverts these lists into one list of challenges for each word.
#pragma once

#include "search/folding.h"
#include "search/text_index.h"

namespace search {

class TextIndexBuilder {
public:
    /// Keeps references to all but the language. `index` is to be used only when advance() has returned false.
    TextIndexBuilder(const programme::Programme& programme, programme::LanguageIndex language, const ValueSets& values,
                     TextIndex& index);

    /// Does the next step. False where the index is complete.
    [[nodiscard]] bool advance();

private:
    enum class Step : std::uint8_t { readTexts, sortWords, makeRoom, writePostings, gatherRanges, none };
    struct Block {
        std::vector<std::uint32_t>
            words;                       // each its number in the collector and its Field, in as many bits as a Posting
        std::vector<std::uint32_t> ends; // for each challenge, the index after its last word in `words`
    };
    struct Prefix {
        WordRange words;    // those that begin with it
        std::size_t length; // bytes
    };

    void readTexts();
    void readChallenge(const programme::Challenge& challenge);
    void readText(programme::Text text, Field field);
    void readString(std::string_view text, Field field);
    void readSkill(programme::SkillIndex skill);
    void readSkillWords(std::string_view text, programme::SkillIndex skill);
    void sortSkillWords();
    void beginPostings();
    void writePostings(Block& block);
    bool gatherCommonRanges();
    void sortCommonRanges();

    const programme::Programme& programme_;
    programme::LanguageIndex language_;
    const ValueSets& values_;
    TextIndex& index_;
    Step next_ = Step::readTexts;
    WordCollector collector_;
    WordList list_;
    // Of each word, by its number in the collector:
    std::vector<WordIndex> places_;                         // its index in the table
    std::vector<programme::ChallengeIndex> lastChallenges_; // the last challenge that has it
    std::vector<std::uint32_t> counts_;                     // the number of challenges that have it
    std::vector<Block> blocks_;
    std::size_t nextBlock_ = 0;             // whose postings are written next
    programme::ChallengeIndex current_ = 0; // the challenge being read, or written
    std::size_t readBytes_ = 0;             // in this step
    std::vector<Prefix> commonPrefixes_;    // still to be searched for frequent ones
};

} // namespace search
