#include "search/text_index.h"

#include "search/folding.h"

#include <algorithm>

namespace search {

namespace {

using programme::ChallengeIndex;
using programme::LanguageIndex;
using programme::Programme;

/// The hits of a range of words are computed when the index is built if the range has more postings than this, and more
/// than there are challenges. The hits of fewer postings are computed in a fifth of a millisecond.
constexpr std::size_t kMaxPostings = 0x10000;

/// The number of challenges whose words are kept in one block until all words are known. Blocks are small, so that no
/// long list is copied when it grows.
constexpr std::size_t kBlockChallenges = 1024;

} // namespace

void WordHits::clear() {
    challenges.clear();
    weights.assign(weights.size(), 0);
}

/// Reads the words of each challenge, then inverts these lists into one list of challenges for each word.
class TextIndex::Builder {
public:
    Builder(const Programme& programme, LanguageIndex language, TextIndex& index)
        : programme_(programme), language_(language), index_(index) {}

    void build() {
        for (ChallengeIndex challenge = 0; challenge < programme_.challenges.size(); ++challenge) {
            if (challenge % kBlockChallenges == 0) blocks_.emplace_back();
            current_ = challenge;
            readChallenge(programme_.challenges[challenge]);
            blocks_.back().ends.push_back(static_cast<std::uint32_t>(blocks_.back().words.size()));
        }
        for (programme::SkillIndex skill = 0; skill < programme_.skills.size(); ++skill) readSkill(skill);
        index_.words_ = WordTable(collector_, places_);
        sortSkillWords();
        writePostings();
    }

private:
    struct WordInField {
        std::uint32_t number; // in the collector
        Field field;
    };
    struct Block {
        std::vector<std::uint32_t> words; // each a WordInField, by pack()
        std::vector<std::uint32_t> ends;  // for each challenge, the index after its last word in `words`
    };

    static constexpr unsigned kFieldBits = 4;
    static std::uint32_t pack(WordInField word) {
        return word.number << kFieldBits | static_cast<std::uint32_t>(word.field);
    }
    static WordInField unpack(std::uint32_t word) {
        return {word >> kFieldBits, static_cast<Field>(word & ((1u << kFieldBits) - 1))};
    }

    /// Reads the weightiest fields first: readString() notes only a word's first occurrence in a challenge.
    void readChallenge(const programme::Challenge& challenge) {
        readText(challenge.title, Field::title);
        readText(challenge.tagline, Field::tagline);
        readText(challenge.host.name, Field::host);
        readText(challenge.host.ministry, Field::ministry);
        readString(programme_.in(challenge.host.city), Field::city);
        for (const programme::Profile& profile : challenge.profiles) readText(profile.title, Field::profile);
        readText(challenge.summary, Field::summary);
        for (const programme::Text paragraph : challenge.description) readText(paragraph, Field::description);
    }

    void readText(programme::Text text, Field field) { readString(programme_.in(text, language_), field); }

    void readString(std::string_view text, Field field) {
        readWords(text, list_);
        for (const Word& word : list_.words) {
            const std::uint32_t number = collector_.numberOf(list_.in(word));
            if (number == lastChallenges_.size()) {
                lastChallenges_.push_back(current_);
                counts_.push_back(0);
            } else if (lastChallenges_[number] == current_) {
                continue;
            }
            lastChallenges_[number] = current_;
            ++counts_[number];
            blocks_.back().words.push_back(pack({number, field}));
        }
    }

    void readSkill(programme::SkillIndex skill) {
        readSkillWords(programme_.in(programme_.skills[skill].label, language_), skill);
        for (const programme::StringRef alias : programme_.skills[skill].aliases)
            readSkillWords(programme_.in(alias), skill);
    }

    void readSkillWords(std::string_view text, programme::SkillIndex skill) {
        readWords(text, list_);
        const bool isOneCompound = !list_.words.empty() && list_.words.back().compound == 0;
        for (const Word& word : list_.words) {
            const std::uint32_t number = collector_.numberOf(list_.in(word));
            if (number == counts_.size()) counts_.push_back(0);
            const bool isName = isOneCompound && (list_.words.size() == 1 || word.kind == WordKind::joined);
            index_.skillWords_.push_back({number, skill, isName});
        }
    }

    /// Replaces the words' numbers in the collector by their indices in the table, sorts, and removes the words that a
    /// skill has twice.
    void sortSkillWords() {
        std::vector<SkillWord>& skillWords = index_.skillWords_;
        for (SkillWord& word : skillWords) word.word = places_[word.word];
        std::ranges::sort(skillWords, [](const SkillWord& left, const SkillWord& right) {
            if (left.word != right.word) return left.word < right.word;
            return left.skill != right.skill ? left.skill < right.skill : left.isName > right.isName;
        });
        const auto isSame = [](const SkillWord& left, const SkillWord& right) {
            return left.word == right.word && left.skill == right.skill;
        };
        skillWords.erase(std::unique(skillWords.begin(), skillWords.end(), isSame), skillWords.end());
        skillWords.shrink_to_fit();
    }

    void writePostings() {
        index_.postingEnds_.assign(places_.size(), 0);
        for (std::uint32_t number = 0; number < places_.size(); ++number)
            index_.postingEnds_[places_[number]] = counts_[number];
        std::uint32_t end = 0;
        for (std::uint32_t& count : index_.postingEnds_) {
            const std::uint32_t begin = end;
            end += count;
            count = begin; // the index of the word's next posting; its end once all are written
        }
        index_.postings_.resize(end);
        ChallengeIndex challenge = 0;
        for (Block& block : blocks_) {
            std::uint32_t begin = 0;
            for (const std::uint32_t blockEnd : block.ends) {
                for (; begin < blockEnd; ++begin) {
                    const WordInField word = unpack(block.words[begin]);
                    index_.postings_[index_.postingEnds_[places_[word.number]]++] = Posting(challenge, word.field);
                }
                ++challenge;
            }
            block = {}; // frees its memory
        }
    }

    const Programme& programme_;
    LanguageIndex language_;
    TextIndex& index_;
    WordCollector collector_;
    WordList list_;
    // Of each word, by its number in the collector:
    std::vector<WordIndex> places_;              // its index in the table
    std::vector<ChallengeIndex> lastChallenges_; // the last challenge that has it
    std::vector<std::uint32_t> counts_;          // the number of challenges that have it
    std::vector<Block> blocks_;
    ChallengeIndex current_ = 0; // the challenge being read
};

TextIndex::TextIndex(const Programme& programme, LanguageIndex language, const ValueSets& values)
    : challengeCount_(programme.challenges.size()) {
    Builder(programme, language, *this).build();
    gatherCommonRanges(values);
}

std::span<const Posting> TextIndex::postingsOf(WordRange words) const {
    if (words.isEmpty()) return {};
    const std::uint32_t begin = words.begin == 0 ? 0 : postingEnds_[words.begin - 1];
    return std::span(postings_).subspan(begin, postingEnds_[words.end - 1] - begin);
}

std::span<const SkillWord> TextIndex::skillWordsOf(WordRange words) const {
    const auto begin = std::ranges::lower_bound(skillWords_, words.begin, {}, &SkillWord::word);
    const auto end = std::ranges::lower_bound(begin, skillWords_.end(), words.end, {}, &SkillWord::word);
    return {begin, end};
}

void TextIndex::gather(WordRange words, const ValueSets& values, WordHits& hits) const {
    const auto common = std::ranges::lower_bound(commonRanges_, words, {}, &CommonRange::words);
    if (common != commonRanges_.end() && common->words == words)
        hits = common->hits;
    else
        gatherUncached(words, values, hits);
}

void TextIndex::gatherUncached(WordRange words, const ValueSets& values, WordHits& hits) const {
    hits.clear();
    for (const Posting posting : postingsOf(words)) hits.add(posting.challenge(), posting.weight());
    const std::span<const SkillWord> skillWords = skillWordsOf(words);
    if (skillWords.empty()) return;
    BitSet bySkill(challengeCount_);
    for (const SkillWord& word : skillWords) values.addTo(bySkill, word.skill);
    bySkill.forEach([&](ChallengeIndex challenge) { hits.add(challenge, weightOf(Field::skill)); });
}

/// Searches the tree of the words' prefixes, which branches byte by byte, as far down as the prefixes are frequent.
void TextIndex::gatherCommonRanges(const ValueSets& values) {
    struct Prefix {
        WordRange words;    // those that begin with it
        std::size_t length; // bytes
    };
    const std::size_t limit = std::max(kMaxPostings, challengeCount_);
    std::vector<Prefix> prefixes = {{{0, static_cast<WordIndex>(words_.size())}, 0}};
    while (!prefixes.empty()) {
        const Prefix prefix = prefixes.back();
        prefixes.pop_back();
        WordIndex next = prefix.words.begin;
        if (next < prefix.words.end && words_[next].size() == prefix.length) ++next;
        while (next < prefix.words.end) {
            const WordIndex first = next++;
            while (next < prefix.words.end && words_.sharedWithPrevious(next) > prefix.length) ++next;
            const WordRange words{first, next};
            if (words.size() < 2 || postingsOf(words).size() <= limit) continue;
            const bool isGathered = words == prefix.words && prefix.length > 0;
            if (!isGathered) {
                commonRanges_.push_back({words, WordHits(challengeCount_)});
                gatherUncached(words, values, commonRanges_.back().hits);
            }
            prefixes.push_back({words, prefix.length + 1});
        }
    }
    std::ranges::sort(commonRanges_, {}, &CommonRange::words);
}

std::size_t TextIndex::memoryBytes() const {
    std::size_t bytes = words_.memoryBytes() + postingEnds_.capacity() * sizeof(std::uint32_t) +
                        postings_.capacity() * sizeof(Posting) + skillWords_.capacity() * sizeof(SkillWord);
    for (const CommonRange& range : commonRanges_) bytes += sizeof(CommonRange) + range.hits.memoryBytes();
    return bytes;
}

} // namespace search
