#include "programme/locate.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "programme/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace programme {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr unsigned char kFirstByteOfPairs = 0xF0; // in UTF-8, of a character that is a surrogate pair in UTF-16

char characterAt(std::string_view text, std::size_t offset) {
    return offset < text.size() ? text[offset] : '\0';
}

/// The number written by four hexadecimal digits at `offset`; none where others stand there.
std::optional<unsigned> readFourDigits(std::string_view text, std::size_t offset) {
    unsigned number = 0;
    for (std::size_t place = offset; place < offset + 4; ++place) {
        const std::optional<unsigned> digit = base::hexDigitValue(characterAt(text, place));
        if (!digit) return std::nullopt;
        number = number * 16 + *digit;
    }
    return number;
}

/// The length of the escape whose backslash stands at `offset`, of both halves for a surrogate pair; 0 where JSON knows
/// no such escape.
std::size_t measureEscape(std::string_view text, std::size_t offset) {
    const char kind = characterAt(text, offset + 1);
    if (kind != 'u') return kind != '\0' && std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos ? 2 : 0;
    const std::optional<unsigned> first = readFourDigits(text, offset + 2);
    if (!first || (*first >= 0xDC00 && *first <= 0xDFFF)) return 0;
    if (*first < 0xD800 || *first > 0xDBFF) return 6;
    if (text.substr(offset + 6, 2) != "\\u") return 0;
    const std::optional<unsigned> second = readFourDigits(text, offset + 8);
    return second && *second >= 0xDC00 && *second <= 0xDFFF ? 12 : 0;
}

/// The backslash at `offset` and the character behind it, where that can be shown.
std::string quoteEscape(std::string_view text, std::size_t offset) {
    const std::string_view behind = text.substr(offset + 1);
    if (behind.empty() || static_cast<unsigned char>(behind.front()) < 0x20) return "\\";
    const base::Decoded character = base::decodeUtf8(behind, 0);
    return '\\' + std::string(behind.substr(0, character.isValid ? character.length : 0));
}

SyntaxMistake findMistakeInString(std::string_view text, std::size_t start) {
    std::size_t offset = start + 1;
    while (offset < text.size() && static_cast<unsigned char>(text[offset]) >= 0x20) {
        if (text[offset] != '\\') {
            ++offset;
            continue;
        }
        const std::size_t length = measureEscape(text, offset);
        if (length == 0) return {offset, quoteEscape(text, offset), "escape"};
        offset += length;
    }
    return {offset, quoteToken(text, offset), "restOfString"};
}

/// What is wrong with the key or value that must begin at `offset`.
SyntaxMistake findMistakeInToken(std::string_view text, std::size_t offset, std::string_view expected) {
    const char first = characterAt(text, offset);
    if (first == '"') return findMistakeInString(text, offset);
    const bool isNumber = first == '-' || base::isDigit(first);
    if (!isNumber || expected != "value") return {offset, quoteToken(text, offset), expected};
    const std::size_t end = endOfNumber(text, offset);
    return {end, quoteToken(text, end), "digit"};
}

/// RFC 6901: "~" is written "~0" and "/" is written "~1".
void appendPointerPart(std::string& pointer, std::string_view key) {
    pointer += '/';
    for (const char c : key) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
}

/// The handler of the second reading: keeps the way to where it is.
class Walker {
public:
    Walker(std::string_view wholeText, const std::vector<std::size_t>& wantedOffsets)
        : text_(wholeText), offsets_(wantedOffsets), lastEnd_(wholeText.starts_with(kByteOrderMark) ? 3 : 0) {}

    /// Reads up to the text's end or its first mistake.
    void run() {
        const CountingIterator begin(text_.data(), &cursor_);
        const CountingIterator end(text_.data() + text_.size(), &cursor_);
        nlohmann::json::sax_parse(begin, end, this);
    }

    std::vector<std::string> takePointers() {
        pointers_.resize(offsets_.size(), pointer(last_ == Last::key));
        return std::move(pointers_);
    }

    SyntaxMistake findMistake() const;

    // NOLINTBEGIN(readability-identifier-naming): nlohmann-json names its events.
    bool null() { return scalar(cursor_ - 4); }
    bool boolean(bool value) { return scalar(cursor_ - (value ? 4 : 5)); }
    bool number_integer(std::int64_t /*value*/) { return number(); }
    bool number_unsigned(std::uint64_t /*value*/) { return number(); }
    bool number_float(double /*value*/, const std::string& /*written*/) { return number(); }
    bool string(std::string& /*value*/) { return scalar(startOfString(text_, cursor_)); }
    bool binary(std::vector<std::uint8_t>& /*value*/) { return false; } // JSON text has none

    bool start_object(std::size_t /*size*/) { return start(Last::objectStart); }
    bool start_array(std::size_t /*size*/) { return start(Last::listStart); }
    bool end_object() { return end(); }
    bool end_array() { return end(); }

    bool key(std::string& name) {
        levels_.back().key = name;
        note(startOfString(text_, cursor_));
        last_ = Last::key;
        lastEnd_ = cursor_;
        return true;
    }

    bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                     const nlohmann::json::exception& /*error*/) {
        return false;
    }
    // NOLINTEND(readability-identifier-naming)

private:
    enum class Last : std::uint8_t { nothing, key, value, objectStart, listStart };
    struct Level {
        bool isObject;
        std::size_t nextItem = 0;
        std::string key = {};
    };

    bool number() {
        const std::size_t start = startOfNumber(text_, cursor_);
        scalar(start);
        lastEnd_ = endOfNumber(text_, start);
        return true;
    }

    bool scalar(std::size_t start) {
        beginValue(start);
        endValue();
        return true;
    }

    bool start(Last kind) {
        beginValue(cursor_ - 1);
        levels_.push_back({kind == Last::objectStart});
        last_ = kind;
        lastEnd_ = cursor_;
        return levels_.size() <= kMaxDepth;
    }

    bool end() {
        levels_.pop_back();
        endValue();
        return true;
    }

    void beginValue(std::size_t start) {
        if (!levels_.empty() && !levels_.back().isObject) ++levels_.back().nextItem;
        note(start);
    }

    void endValue() {
        last_ = Last::value;
        lastEnd_ = cursor_;
    }

    void note(std::size_t start) {
        while (pointers_.size() < offsets_.size() && offsets_[pointers_.size()] <= start)
            pointers_.push_back(pointer(true));
    }

    /// The way to the value or key last begun; to what it is in, where `withLast` is false.
    std::string pointer(bool withLast) const {
        std::string way;
        for (const Level& level : levels_) {
            if (!withLast && &level == &levels_.back()) break;
            if (level.isObject)
                appendPointerPart(way, level.key);
            else
                appendPointerPart(way, std::to_string(level.nextItem - 1));
        }
        return way;
    }

    std::string_view text_;
    const std::vector<std::size_t>& offsets_;
    std::size_t cursor_ = 0;
    std::vector<Level> levels_;
    Last last_ = Last::nothing;
    std::size_t lastEnd_;
    std::vector<std::string> pointers_;
};

SyntaxMistake Walker::findMistake() const {
    const std::size_t offset = skipWhiteSpace(text_, lastEnd_);
    const std::size_t behind = skipWhiteSpace(text_, offset + 1);
    const char first = characterAt(text_, offset);
    switch (last_) {
    case Last::nothing:
    case Last::listStart:
        return findMistakeInToken(text_, offset, "value");
    case Last::objectStart:
        return findMistakeInToken(text_, offset, "keyOrEnd");
    case Last::key:
        if (first == ':') return findMistakeInToken(text_, behind, "value");
        return {offset, quoteToken(text_, offset), "colon"};
    case Last::value:
        break;
    }
    if (levels_.empty()) return {offset, quoteToken(text_, offset), "fileEnd"};
    const bool isInObject = levels_.back().isObject;
    if (first == ',') return findMistakeInToken(text_, behind, isInObject ? "key" : "value");
    return {offset, quoteToken(text_, offset), isInObject ? "commaOrObjectEnd" : "commaOrListEnd"};
}

} // namespace

SyntaxMistake findSyntaxMistake(std::string_view text) {
    const std::vector<std::size_t> noOffsets;
    Walker walker(text, noOffsets);
    walker.run();
    return walker.findMistake();
}

std::vector<std::string> findPointers(std::string_view text, const std::vector<std::size_t>& offsets) {
    Walker walker(text, offsets);
    walker.run();
    return walker.takePointers();
}

std::vector<Place> findPlaces(std::string_view text, const std::vector<std::size_t>& offsets, ColumnUnit unit) {
    std::vector<Place> places;
    Place place;
    std::size_t reached = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    for (const std::size_t offset : offsets) {
        for (; reached < std::min(offset, text.size()); ++reached) {
            const auto byte = static_cast<unsigned char>(text[reached]);
            if (byte == '\n')
                place = {place.line + 1, 1};
            else if (!base::isContinuationByte(text[reached]))
                place.column += unit == ColumnUnit::utf16CodeUnit && byte >= kFirstByteOfPairs ? 2 : 1;
        }
        places.push_back(place);
    }
    return places;
}

} // namespace programme
