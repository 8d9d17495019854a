#include "search/folding.h"

#include "base/sort.h"
#include "search/characters.h"

#include <cstring>

namespace search {

namespace {

/// Reads one text from its beginning to its end, one compound or run at a time.
class WordReader {
public:
    WordReader(std::string_view text, WordList& list) : text_(text), list_(list) {}

    void readAll() {
        while (position_ < text_.size()) {
            const FoldedCharacter character = foldCharacter(text_, position_);
            switch (character.kind) {
            case CharacterKind::letter:
                readCompound();
                break;
            case CharacterKind::unspaced:
                readRun();
                break;
            default:
                position_ += character.sourceLength;
            }
        }
    }

    std::size_t lettersUsed() const { return used_; }

private:
    void append(const FoldedCharacter& character) {
        std::memcpy(list_.letters.data() + used_, character.bytes.data(), character.length);
        used_ += character.length;
        position_ += character.sourceLength;
    }

    bool isLetterAt(std::size_t place) const {
        return place < text_.size() && foldCharacter(text_, place).kind == CharacterKind::letter;
    }

    void addWord(std::size_t lettersBegin, std::size_t begin, std::size_t end, WordKind kind) {
        list_.words.push_back({static_cast<std::uint32_t>(lettersBegin),
                               static_cast<std::uint32_t>(used_ - lettersBegin), begin, end, compound_, kind});
    }

    /// Reads letters, and the characters that may be between or after them, up to the end of one piece.
    void readPiece() {
        while (position_ < text_.size()) {
            if (const char letter = foldAsciiLetter(text_[position_]); letter != '\0') {
                list_.letters[used_++] = letter;
                ++position_;
                continue;
            }
            const FoldedCharacter character = foldCharacter(text_, position_);
            const std::size_t after = position_ + character.sourceLength;
            switch (character.kind) {
            case CharacterKind::letter:
                append(character);
                break;
            case CharacterKind::ignorable:
                position_ = after;
                break;
            case CharacterKind::ampersand:
            case CharacterKind::at:
                if (!isLetterAt(after)) return;
                append(character);
                break;
            case CharacterKind::ending:
                readEnding();
                return;
            default:
                return;
            }
        }
    }

    void readEnding() {
        while (position_ < text_.size()) {
            const FoldedCharacter character = foldCharacter(text_, position_);
            if (character.kind != CharacterKind::ending) return;
            append(character);
        }
    }

    /// Whether the piece, before an apostrophe, is an elided word of French, Italian or Catalan.
    bool isElided(std::size_t lettersBegin) const {
        const std::string_view piece(list_.letters.data() + lettersBegin, used_ - lettersBegin);
        return (piece.size() == 1 && (piece[0] < '0' || piece[0] > '9')) || piece.ends_with("qu");
    }

    void readCompound() {
        std::size_t compoundLetters = used_;
        std::size_t compoundBegin = position_;
        std::size_t pieceCount = 0;
        while (true) {
            const std::size_t pieceLetters = used_;
            const std::size_t pieceBegin = position_;
            readPiece();
            const std::size_t pieceEnd = position_;
            const FoldedCharacter next = position_ < text_.size() ? foldCharacter(text_, position_) : FoldedCharacter{};
            const bool isApostrophe = next.kind == CharacterKind::apostrophe;
            const bool isJoined =
                (isApostrophe || next.kind == CharacterKind::joiner) && isLetterAt(position_ + next.sourceLength);
            if (isJoined) position_ += next.sourceLength;
            if (isJoined && isApostrophe && pieceCount == 0 && isElided(pieceLetters)) {
                used_ = pieceLetters;
                compoundBegin = position_;
                continue;
            }
            addWord(pieceLetters, pieceBegin, pieceEnd, WordKind::piece);
            ++pieceCount;
            if (isJoined) continue;
            if (pieceCount > 1) addWord(compoundLetters, compoundBegin, pieceEnd, WordKind::joined);
            break;
        }
        ++compound_;
    }

    void readRun() {
        std::size_t previousLetters = used_;
        std::size_t previousBegin = position_;
        bool isFirst = true;
        std::size_t end = position_;
        while (position_ < text_.size()) {
            const FoldedCharacter character = foldCharacter(text_, position_);
            if (character.kind == CharacterKind::ignorable) {
                position_ += character.sourceLength;
                continue;
            }
            if (character.kind != CharacterKind::unspaced) break;
            const std::size_t lettersBegin = used_;
            const std::size_t begin = position_;
            append(character);
            end = position_;
            if (!isFirst) addWord(previousLetters, previousBegin, end, WordKind::pair);
            isFirst = false;
            previousLetters = lettersBegin;
            previousBegin = begin;
        }
        addWord(previousLetters, previousBegin, end, WordKind::tail);
        ++compound_;
    }

    std::string_view text_;
    WordList& list_;
    std::size_t position_ = 0;
    std::size_t used_ = 0; // bytes written in list_.letters
    std::uint32_t compound_ = 0;
};

} // namespace

void readWords(std::string_view text, WordList& list) {
    list.words.clear();
    list.letters.resize(text.size()); // folded letters are never longer than the text
    WordReader reader(text, list);
    reader.readAll();
    list.letters.resize(reader.lettersUsed());
}

std::vector<std::uint32_t> orderByLetters(std::span<const std::string_view> texts) {
    std::vector<std::string> letters;
    std::vector<std::uint32_t> order;
    WordList words;
    for (const std::string_view text : texts) {
        readWords(text, words);
        order.push_back(static_cast<std::uint32_t>(letters.size()));
        letters.push_back(words.letters);
    }
    base::sort(order, [&](std::uint32_t one, std::uint32_t other) {
        const int compared = letters[one].compare(letters[other]);
        return compared != 0 ? compared < 0 : texts[one] < texts[other];
    });
    return order;
}

std::size_t endOfPrefix(std::string_view text, std::size_t begin, std::size_t end, std::size_t lettersLength) {
    std::size_t position = begin;
    std::size_t folded = 0;
    std::size_t prefixEnd = begin;
    while (position < end) {
        const FoldedCharacter character = foldCharacter(text, position);
        if (folded >= lettersLength && character.kind != CharacterKind::ignorable) break;
        position += character.sourceLength;
        const bool isJoiner = character.kind == CharacterKind::joiner || character.kind == CharacterKind::apostrophe;
        if (isJoiner) continue;
        folded += character.length;
        prefixEnd = position;
    }
    return prefixEnd;
}

} // namespace search
