#include "search/text_index.h"

#include "search/folding.h"

#include <algorithm>

namespace search {

namespace {

using programme::ChallengeIndex;
using programme::LanguageIndex;
using programme::Programme;

/// Ranges of words with more postings than this, and than there are challenges, are gathered beforehand: fewer are
/// gathered in a fifth of a millisecond.
constexpr std::size_t kMostPostings = 0x10000;

/// Challenges whose words are kept in one block until all are known, so that no long list has to be moved while it
/// grows.
constexpr std::size_t kBlockChallenges = 1024;

} // namespace

void WordHits::clear() {
    challenges.clear();
    weights.assign(weights.size(), 0);
}

/// Reads the texts, then turns "which words has a challenge" around into "which challenges has a word".
class TextIndex::Builder {
public:
    Builder(const Programme& givenProgramme, LanguageIndex givenLanguage, TextIndex& givenIndex)
        : programme_(givenProgramme), language_(givenLanguage), index_(givenIndex) {}

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
        std::uint32_t number;
        Field field;
    };
    struct Block {
        std::vector<std::uint32_t> words; // number in the collector and field, packed as by pack()
        std::vector<std::uint32_t> ends;  // of each challenge, in words
    };

    static constexpr unsigned kFieldBits = 4;
    static std::uint32_t pack(WordInField word) {
        return word.number << kFieldBits | static_cast<std::uint32_t>(word.field);
    }
    static WordInField unpack(std::uint32_t word) {
        return {word >> kFieldBits, static_cast<Field>(word & ((1u << kFieldBits) - 1))};
    }

    /// The weightiest fields first, so that a word's first appearance is the one that counts.
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

    /// Puts the words' places in the table for their numbers; a word that a skill has twice counts once.
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
            count = begin; // the place of the word's next posting, until all are written
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
            block = {}; // gives its memory back
        }
    }

    const Programme& programme_;
    LanguageIndex language_;
    TextIndex& index_;
    WordCollector collector_;
    WordList list_;
    std::vector<WordIndex> places_;              // in the table, of each word of the collector
    std::vector<ChallengeIndex> lastChallenges_; // of each word, the last one that has it
    std::vector<std::uint32_t> counts_;          // of each word, the challenges that have it
    std::vector<Block> blocks_;
    ChallengeIndex current_ = 0;
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
        gatherAnew(words, values, hits);
}

void TextIndex::gatherAnew(WordRange words, const ValueSets& values, WordHits& hits) const {
    hits.clear();
    for (const Posting posting : postingsOf(words)) hits.add(posting.challenge(), posting.weight());
    const std::span<const SkillWord> skillWords = skillWordsOf(words);
    if (skillWords.empty()) return;
    BitSet bySkill(challengeCount_);
    for (const SkillWord& word : skillWords) values.addTo(bySkill, word.skill);
    bySkill.forEach([&](ChallengeIndex challenge) { hits.add(challenge, weightOf(Field::skill)); });
}

/// Walks the tree of the words' beginnings, byte by byte, as far down as a beginning is frequent.
void TextIndex::gatherCommonRanges(const ValueSets& values) {
    struct Beginning {
        WordRange words;
        std::size_t length; // bytes
    };
    const std::size_t limit = std::max(kMostPostings, challengeCount_);
    std::vector<Beginning> beginnings = {{{0, static_cast<WordIndex>(words_.size())}, 0}};
    while (!beginnings.empty()) {
        const Beginning beginning = beginnings.back();
        beginnings.pop_back();
        WordIndex next = beginning.words.begin;
        if (next < beginning.words.end && words_[next].size() == beginning.length) ++next;
        while (next < beginning.words.end) {
            const WordIndex first = next++;
            while (next < beginning.words.end && words_.sharedWithPrevious(next) > beginning.length) ++next;
            const WordRange words{first, next};
            if (words.size() < 2 || postingsOf(words).size() <= limit) continue;
            const bool isGathered = words == beginning.words && beginning.length > 0;
            if (!isGathered) {
                commonRanges_.push_back({words, WordHits(challengeCount_)});
                gatherAnew(words, values, commonRanges_.back().hits);
            }
            beginnings.push_back({words, beginning.length + 1});
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
