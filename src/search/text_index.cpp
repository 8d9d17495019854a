#include "base/sort.h"
#include "search/text_index_builder.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace search {

using programme::ChallengeIndex;

namespace {

/// The hits of a range of words are computed when the index is built if the range has more postings than this, and more
/// than there are challenges. The hits of fewer postings are computed in a fifth of a millisecond.
constexpr std::size_t kMaxPostings = 0x10000;

/// The number of challenges whose words are kept in one block until all words are known. Blocks are small, so that no
/// long list is copied when it grows.
constexpr std::size_t kBlockChallenges = 1024;

/// A step ends with the challenge that makes it read so much text, bytes.
constexpr std::size_t kBytesOfStep = 0x4000;

constexpr unsigned kFieldBits = 4;

} // namespace

void WordHits::clear() {
    challenges.clear();
    weights.assign(weights.size(), 0);
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

std::size_t TextIndex::memoryBytes() const {
    std::size_t bytes = words_.memoryBytes() + postingEnds_.capacity() * sizeof(std::uint32_t) +
                        postings_.capacity() * sizeof(Posting) + skillWords_.capacity() * sizeof(SkillWord);
    for (const CommonRange& range : commonRanges_) bytes += sizeof(CommonRange) + range.hits.memoryBytes();
    return bytes;
}

// ── TextIndexBuilder ──

TextIndexBuilder::TextIndexBuilder(const programme::Programme& programme, programme::LanguageIndex language,
                                   const ValueSets& values, TextIndex& index)
    : programme_(programme), language_(language), values_(values), index_(index) {
    index_.challengeCount_ = programme.challenges.size();
}

bool TextIndexBuilder::advance() {
    switch (next_) {
    case Step::readTexts:
        readTexts();
        if (current_ == programme_.challenges.size()) next_ = Step::sortWords;
        return true;
    case Step::sortWords:
        for (programme::SkillIndex skill = 0; skill < programme_.skills.size(); ++skill) readSkill(skill);
        index_.words_ = WordTable(collector_, places_);
        sortSkillWords();
        next_ = Step::makeRoom;
        return true;
    case Step::makeRoom:
        beginPostings();
        next_ = Step::writePostings;
        return true;
    case Step::writePostings:
        if (nextBlock_ < blocks_.size())
            writePostings(blocks_[nextBlock_++]);
        else
            next_ = Step::gatherRanges;
        return true;
    case Step::gatherRanges:
        if (!gatherCommonRanges()) next_ = Step::none;
        return next_ != Step::none;
    case Step::none:
        return false;
    }
    return false;
}

void TextIndexBuilder::readTexts() {
    readBytes_ = 0;
    while (current_ < programme_.challenges.size() && readBytes_ < kBytesOfStep) {
        if (current_ % kBlockChallenges == 0) blocks_.emplace_back();
        readChallenge(programme_.challenges[current_]);
        blocks_.back().ends.push_back(static_cast<std::uint32_t>(blocks_.back().words.size()));
        ++current_;
    }
}

/// Reads the weightiest fields first: readString() notes only a word's first occurrence in a challenge.
void TextIndexBuilder::readChallenge(const programme::Challenge& challenge) {
    readText(challenge.title, Field::title);
    readText(challenge.tagline, Field::tagline);
    readText(challenge.host.name, Field::host);
    readText(challenge.host.ministry, Field::ministry);
    readString(programme_.in(challenge.host.city), Field::city);
    for (const programme::Profile& profile : challenge.profiles) readText(profile.title, Field::profile);
    readText(challenge.summary, Field::summary);
    for (const programme::Text paragraph : challenge.description) readText(paragraph, Field::description);
}

void TextIndexBuilder::readText(programme::Text text, Field field) {
    readString(programme_.in(text, language_), field);
}

void TextIndexBuilder::readString(std::string_view text, Field field) {
    readBytes_ += text.size();
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
        blocks_.back().words.push_back(number << kFieldBits | static_cast<std::uint32_t>(field));
    }
}

void TextIndexBuilder::readSkill(programme::SkillIndex skill) {
    readSkillWords(programme_.in(programme_.skills[skill].label, language_), skill);
    for (const programme::StringRef alias : programme_.skills[skill].aliases)
        readSkillWords(programme_.in(alias), skill);
    for (const programme::Text other : programme_.skills[skill].otherNames) {
        for (const programme::TextVariant& name : programme_.variantsOf(other))
            readSkillWords(programme_.in(name.string), skill);
    }
}

void TextIndexBuilder::readSkillWords(std::string_view text, programme::SkillIndex skill) {
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
void TextIndexBuilder::sortSkillWords() {
    std::vector<SkillWord>& skillWords = index_.skillWords_;
    for (SkillWord& word : skillWords) word.word = places_[word.word];
    base::sort(skillWords, [](const SkillWord& left, const SkillWord& right) {
        if (left.word != right.word) return left.word < right.word;
        return left.skill != right.skill ? left.skill < right.skill : left.isName > right.isName;
    });
    const auto isSame = [](const SkillWord& left, const SkillWord& right) {
        return left.word == right.word && left.skill == right.skill;
    };
    skillWords.erase(std::unique(skillWords.begin(), skillWords.end(), isSame), skillWords.end());
    skillWords.shrink_to_fit();
}

/// Makes room for the postings. TextIndex::postingEnds_ holds the index of each word's next posting until all are
/// written.
void TextIndexBuilder::beginPostings() {
    index_.postingEnds_.assign(places_.size(), 0);
    for (std::uint32_t number = 0; number < places_.size(); ++number)
        index_.postingEnds_[places_[number]] = counts_[number];
    std::uint32_t end = 0;
    for (std::uint32_t& count : index_.postingEnds_) {
        const std::uint32_t begin = end;
        end += count;
        count = begin;
    }
    index_.postings_.resize(end);
    current_ = 0;
    commonPrefixes_ = {{{0, static_cast<WordIndex>(index_.words_.size())}, 0}};
}

/// Writes the postings of the block's challenges and frees its memory.
void TextIndexBuilder::writePostings(Block& block) {
    std::uint32_t begin = 0;
    for (const std::uint32_t blockEnd : block.ends) {
        for (; begin < blockEnd; ++begin) {
            const auto field = static_cast<Field>(block.words[begin] & ((1u << kFieldBits) - 1));
            const WordIndex word = places_[block.words[begin] >> kFieldBits];
            index_.postings_[index_.postingEnds_[word]++] = Posting(current_, field);
        }
        ++current_;
    }
    block = {};
}

void TextIndexBuilder::sortCommonRanges() {
    std::vector<TextIndex::CommonRange>& ranges = index_.commonRanges_;
    std::vector<std::uint32_t> order(ranges.size());
    std::iota(order.begin(), order.end(), 0u);
    base::sort(order, [&](std::uint32_t one, std::uint32_t other) { return ranges[one].words < ranges[other].words; });
    std::vector<TextIndex::CommonRange> sorted;
    sorted.reserve(ranges.size());
    for (const std::uint32_t place : order) sorted.push_back(std::move(ranges[place]));
    ranges = std::move(sorted);
}

/// Searches the tree of the words' prefixes, which branches byte by byte, as far down as the prefixes are frequent: one
/// prefix at each call. False after the last one.
bool TextIndexBuilder::gatherCommonRanges() {
    if (commonPrefixes_.empty()) {
        sortCommonRanges();
        return false;
    }
    const Prefix prefix = commonPrefixes_.back();
    commonPrefixes_.pop_back();
    const WordTable& table = index_.words_;
    const std::size_t limit = std::max(kMaxPostings, index_.challengeCount_);
    WordIndex next = prefix.words.begin;
    if (next < prefix.words.end && table[next].size() == prefix.length) ++next;
    while (next < prefix.words.end) {
        const WordIndex first = next++;
        while (next < prefix.words.end && table.sharedWithPrevious(next) > prefix.length) ++next;
        const WordRange words{first, next};
        if (words.size() < 2 || index_.postingsOf(words).size() <= limit) continue;
        const bool isGathered = words == prefix.words && prefix.length > 0;
        if (!isGathered) {
            index_.commonRanges_.push_back({words, WordHits(index_.challengeCount_)});
            index_.gatherUncached(words, values_, index_.commonRanges_.back().hits);
        }
        commonPrefixes_.push_back({words, prefix.length + 1});
    }
    return true;
}

} // namespace search
