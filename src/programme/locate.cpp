#include "programme/locate.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "programme/json_parser.h"
#include "programme/json_text.h"

#include <algorithm>
#include <span>

namespace programme {
namespace {

constexpr unsigned char kFirstFourByteLead = 0xF0; // a character of four bytes is a surrogate pair in UTF-16

/// The byte at `offset`; a null character past the text's end.
char characterAt(std::string_view text, std::size_t offset) {
    return offset < text.size() ? text[offset] : '\0';
}

/// The number that the four hexadecimal digits at `offset` stand for; none where there are no such digits.
std::optional<unsigned> parseFourHexDigits(std::string_view text, std::size_t offset) {
    unsigned number = 0;
    for (std::size_t place = offset; place < offset + 4; ++place) {
        const std::optional<unsigned> digit = base::hexDigitValue(characterAt(text, place));
        if (!digit) return std::nullopt;
        number = number * 16 + *digit;
    }
    return number;
}

/// The length in bytes of the escape sequence whose backslash is at `offset`; for a surrogate pair, of both halves. 0
/// where JSON has no such escape sequence.
std::size_t measureEscape(std::string_view text, std::size_t offset) {
    const char kind = characterAt(text, offset + 1);
    if (kind != 'u') return kind != '\0' && std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos ? 2 : 0;
    const std::optional<unsigned> first = parseFourHexDigits(text, offset + 2);
    if (!first || (*first >= 0xDC00 && *first <= 0xDFFF)) return 0;
    if (*first < 0xD800 || *first > 0xDBFF) return 6;
    if (text.substr(offset + 6, 2) != "\\u") return 0;
    const std::optional<unsigned> second = parseFourHexDigits(text, offset + 8);
    return second && *second >= 0xDC00 && *second <= 0xDFFF ? 12 : 0;
}

/// The backslash at `offset` and the character after it; the backslash alone before a control character, invalid UTF-8
/// and the text's end.
std::string quoteEscape(std::string_view text, std::size_t offset) {
    const std::string_view behind = text.substr(offset + 1);
    if (behind.empty() || static_cast<unsigned char>(behind.front()) < 0x20) return "\\";
    const base::Decoded character = base::decodeUtf8(behind, 0);
    return '\\' + std::string(behind.substr(0, character.isValid ? character.length : 0));
}

/// What is wrong in the string that begins at `start`.
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

/// What is wrong at `offset`, where a key or value must begin. `expected` is what JSON's grammar allows there.
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

/// Handles the events of the second reading. It keeps the path to the present key or value.
class PathTracker final : private JsonHandler {
public:
    /// `offsets` are those whose pointers are wanted, in ascending order.
    PathTracker(std::string_view text, const std::vector<std::size_t>& offsets)
        : text_(text), offsets_(offsets), lastEnd_(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0) {}

    /// Reads up to the text's end or its first syntax mistake.
    void run() { static_cast<void>(parseJson(text_, *this)); }

    /// One for each offset.
    std::vector<std::string> takePointers() {
        pointers_.resize(offsets_.size(), last_ == Last::key ? formatPointer() : formatParentPointer());
        return std::move(pointers_);
    }

    /// What is wrong where run() ended.
    SyntaxMistake findMistake() const;

private:
    /// The kind of the last event.
    enum class Last : std::uint8_t { nothing, key, value, objectStart, listStart };
    /// An object or list that is open.
    struct Level {
        bool isObject;
        std::size_t itemCount = 0; // of a list: the items begun
        std::string key = {};      // of an object: the last one read
    };

    bool onWord(JsonToken token) override { return readScalar(token); }
    bool onNumber(JsonToken token, const JsonNumber& /*number*/) override { return readScalar(token); }
    void onTooLargeNumber(JsonToken token) override { beginValue(token); }
    bool onString(JsonToken token, std::string_view /*value*/) override { return readScalar(token); }
    bool onObjectStart(JsonToken token) override { return beginContainer(token, Last::objectStart); }
    bool onListStart(JsonToken token) override { return beginContainer(token, Last::listStart); }
    bool onObjectEnd(JsonToken token) override { return endContainer(token); }
    bool onListEnd(JsonToken token) override { return endContainer(token); }

    bool onKey(JsonToken token, std::string_view name) override {
        levels_.back().key = name;
        assignPointers(token.begin);
        last_ = Last::key;
        lastEnd_ = token.end;
        return true;
    }

    bool readScalar(JsonToken token) {
        beginValue(token);
        endValue(token);
        return true;
    }

    bool beginContainer(JsonToken token, Last kind) {
        beginValue(token);
        levels_.push_back({kind == Last::objectStart});
        last_ = kind;
        lastEnd_ = token.end;
        return levels_.size() <= kMaxDepth;
    }

    bool endContainer(JsonToken token) {
        levels_.pop_back();
        endValue(token);
        return true;
    }

    void beginValue(JsonToken token) {
        if (!levels_.empty() && !levels_.back().isObject) ++levels_.back().itemCount;
        assignPointers(token.begin);
    }

    void endValue(JsonToken token) {
        last_ = Last::value;
        lastEnd_ = token.end;
    }

    /// A key or value begins at `start`: its pointer is that of all offsets up to there that have none yet.
    void assignPointers(std::size_t start) {
        while (pointers_.size() < offsets_.size() && offsets_[pointers_.size()] <= start)
            pointers_.push_back(formatPointer());
    }

    /// The pointer of the key or value that was begun last.
    std::string formatPointer() const { return formatPointerTo(levels_); }
    /// The pointer of the object or list that is open.
    std::string formatParentPointer() const {
        return formatPointerTo(std::span(levels_).first(levels_.empty() ? 0 : levels_.size() - 1));
    }

    static std::string formatPointerTo(std::span<const Level> levels) {
        std::string pointer;
        for (const Level& level : levels)
            appendPointerPart(pointer, level.isObject ? level.key : std::to_string(level.itemCount - 1));
        return pointer;
    }

    std::string_view text_;
    const std::vector<std::size_t>& offsets_;
    std::vector<Level> levels_;
    Last last_ = Last::nothing;
    std::size_t lastEnd_;               // the offset after the last event's token
    std::vector<std::string> pointers_; // those of the first of offsets_
};

SyntaxMistake PathTracker::findMistake() const {
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
    PathTracker tracker(text, noOffsets);
    tracker.run();
    return tracker.findMistake();
}

std::vector<std::string> findPointers(std::string_view text, const std::vector<std::size_t>& offsets) {
    PathTracker tracker(text, offsets);
    tracker.run();
    return tracker.takePointers();
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
                place.column += unit == ColumnUnit::utf16CodeUnit && byte >= kFirstFourByteLead ? 2 : 1;
        }
        places.push_back(place);
    }
    return places;
}

} // namespace programme
