// Finds where the tokens of a JSON text begin and end. The SAX events of nlohmann-json carry no positions. So its lexer
// reads the text through an iterator that counts the bytes read (the cursor), and the functions here go back from the
// cursor to the beginning of the event's token. All offsets are bytes from the text's beginning.
#pragma once

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace programme {

/// The iterator that the lexer reads the text through. All copies of it count the bytes read in the same `readBytes`.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* byte, std::size_t* readBytes) : at_(byte), cursor_(readBytes) {}

    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        ++*cursor_;
        return *this;
    }
    CountingIterator operator++(int) {
        const CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }

private:
    const char* at_;
    std::size_t* cursor_;
};

/// The offset of the opening quote of the string whose closing quote was just read.
[[nodiscard]] std::size_t startOfString(std::string_view text, std::size_t cursor);

/// The offset of the number that was just read. The lexer has read one byte more, except at the text's end.
[[nodiscard]] std::size_t startOfNumber(std::string_view text, std::size_t cursor);

/// The offset after the last byte of the number that begins at `start`.
[[nodiscard]] std::size_t endOfNumber(std::string_view text, std::size_t start);

/// The offset of the first byte from `offset` on that is not white space; the text's size where there is none.
[[nodiscard]] std::size_t skipWhiteSpace(std::string_view text, std::size_t offset);

/// The token at `offset` as a problem's message quotes it: as it stands there, shortened after some characters; "{…}"
/// for an object and "[…]" for a list; a single character where no token begins; "U+000A" for a control character; two
/// hexadecimal digits for an invalid byte of UTF-8; empty at the text's end.
[[nodiscard]] std::string quoteToken(std::string_view text, std::size_t offset);

} // namespace programme
