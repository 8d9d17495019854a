// The wire format that diff.h describes.
#include "semantics/diff.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace semantics {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD

std::string_view wordOf(Role role) {
    switch (role) {
    case Role::generic:
        return "generic";
    case Role::text:
        return "text";
    case Role::paragraph:
        return "paragraph";
    case Role::heading:
        return "heading";
    case Role::link:
        return "link";
    case Role::button:
        return "button";
    case Role::checkbox:
        return "checkbox";
    case Role::searchField:
        return "searchField";
    case Role::list:
        return "list";
    case Role::listItem:
        return "listItem";
    case Role::article:
        return "article";
    case Role::image:
        return "image";
    case Role::group:
        return "group";
    case Role::region:
        return "region";
    case Role::search:
        return "search";
    case Role::navigation:
        return "navigation";
    case Role::banner:
        return "banner";
    case Role::main:
        return "main";
    case Role::complementary:
        return "complementary";
    case Role::contentInfo:
        return "contentInfo";
    case Role::status:
        return "status";
    case Role::tooltip:
        return "tooltip";
    case Role::term:
        return "term";
    case Role::definition:
        return "definition";
    case Role::definitionList:
        return "definitionList";
    case Role::time:
        return "time";
    case Role::root:
        return "root";
    }
    return "generic";
}

/// How many bytes from `offset` on make one well-formed character (Unicode, table 3-7); where there is none, how many
/// stand for one U+FFFD (https://encoding.spec.whatwg.org/#utf-8-decoder), and `isValid` is false.
std::size_t characterLength(std::string_view text, std::size_t offset, bool& isValid) {
    const auto at = [&](std::size_t place) { return static_cast<unsigned char>(text[place]); };
    const unsigned char lead = at(offset);
    isValid = lead < 0x80;
    if (isValid) return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) return 1;
    for (std::size_t each = 1; each < length; ++each) {
        unsigned char least = 0x80;
        unsigned char most = 0xBF;
        if (each == 1 && lead == 0xE0) least = 0xA0;
        if (each == 1 && lead == 0xED) most = 0x9F;
        if (each == 1 && lead == 0xF0) least = 0x90;
        if (each == 1 && lead == 0xF4) most = 0x8F;
        if (offset + each >= text.size() || at(offset + each) < least || at(offset + each) > most) return each;
    }
    isValid = true;
    return length;
}

void appendEscape(std::string& out, unsigned char byte) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    switch (byte) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    out += "\\u00";
    out += kDigits[byte >> 4];
    out += kDigits[byte & 0xFu];
}

void appendString(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t offset = 0; offset < text.size();) {
        bool isValid = false;
        const std::size_t length = characterLength(text, offset, isValid);
        const std::string_view character = text.substr(offset, length);
        const auto byte = static_cast<unsigned char>(character.front());
        if (!isValid) {
            out += kReplacement;
        } else if (byte < 0x20 || byte == '"' || byte == '\\') {
            appendEscape(out, byte);
        } else if (character == "\u2028") { // a line end in older JavaScript, were the text ever read as a program
            out += "\\u2028";
        } else if (character == "\u2029") {
            out += "\\u2029";
        } else {
            out += character;
        }
        offset += length;
    }
    out += '"';
}

void appendNumber(std::string& out, float number) {
    constexpr float kLargest = 1e9F; // far beyond any page; keeps the thousandths within 64 bits
    if (!std::isfinite(number)) number = 0;
    const long long thousandths = std::llround(1000.0 * static_cast<double>(std::clamp(number, -kLargest, kLargest)));
    if (thousandths < 0) out += '-';
    const long long size = std::abs(thousandths);
    out += std::to_string(size / 1000);
    if (size % 1000 == 0) return;
    const std::string digits = std::to_string(1000 + size % 1000);
    out += '.';
    out.append(digits, 1, digits.find_last_not_of('0'));
}

void appendBoolean(std::string& out, bool isTrue) {
    out += isTrue ? "true" : "false";
}

void appendTristate(std::string& out, Tristate state) {
    if (state == Tristate::absent) {
        out += "null";
    } else {
        appendBoolean(out, state == Tristate::yes);
    }
}

/// Writes the members of one node. Of a new node the members that have their default value are left out.
class NodeWriter {
public:
    NodeWriter(std::string& out, const NodeChange& change)
        : out_(out), node_(change.node), fields_(change.fields), isNew_(change.isNew) {}

    void write() {
        out_ += "{\"id\":" + std::to_string(node_.id);
        if (isNew_) out_ += ",\"new\":true";
        if ((fields_ & kFieldRole) && begin("role", node_.role == Role::generic))
            appendString(out_, wordOf(node_.role));
        if (fields_ & kFieldName) writeString("name", node_.name);
        if (fields_ & kFieldDescription) writeString("description", node_.description);
        if (fields_ & kFieldValue) writeString("value", node_.value);
        if (fields_ & kFieldPlaceholder) writeString("placeholder", node_.placeholder);
        if (fields_ & kFieldHref) writeHref();
        if (fields_ & kFieldLanguage) writeString("language", node_.language);
        if (fields_ & kFieldStates) writeStates();
        if ((fields_ & kFieldRect) && begin("rect", node_.rect == Rect{})) {
            writeNumbers({node_.rect.x, node_.rect.y, node_.rect.width, node_.rect.height});
        }
        if (fields_ & kFieldStick) writeStick();
        if (fields_ & kFieldScroll) writeScroll();
        if (fields_ & kFieldText) writeText();
        if (fields_ & kFieldSign) writeString("sign", node_.sign);
        out_ += '}';
    }

private:
    /// Writes the key; false where the member is left out.
    bool begin(std::string_view key, bool isDefault) {
        if (isNew_ && isDefault) return false;
        out_ += ",\"";
        out_ += key;
        out_ += "\":";
        return true;
    }

    void writeString(std::string_view key, const std::string& text) {
        if (begin(key, text.empty())) appendString(out_, text);
    }

    void writeBoolean(std::string_view key, bool isTrue) {
        if (begin(key, !isTrue)) appendBoolean(out_, isTrue);
    }

    void writeTristate(std::string_view key, Tristate state) {
        if (begin(key, state == Tristate::absent)) appendTristate(out_, state);
    }

    void writeNumbers(std::initializer_list<float> numbers) {
        char separator = '[';
        for (const float number : numbers) {
            out_ += separator;
            appendNumber(out_, number);
            separator = ',';
        }
        out_ += ']';
    }

    void writeHref() {
        writeString("href", node_.href);
        writeString("download", node_.download);
        writeBoolean("newTab", node_.opensNewTab);
        writeBoolean("browser", node_.isLeftToBrowser);
    }

    void writeStates() {
        if (begin("level", node_.level == 0)) out_ += node_.level == 0 ? "null" : std::to_string(node_.level);
        writeTristate("pressed", node_.pressed);
        writeTristate("checked", node_.checked);
        writeTristate("expanded", node_.expanded);
        writeTristate("current", node_.current);
        writeBoolean("disabled", node_.isDisabled);
        writeBoolean("interactive", node_.isInteractive);
        writeBoolean("skipTab", node_.isSkippedByTab);
        writeBoolean("noPointer", node_.isHiddenFromPointer);
        writeBoolean("decorative", node_.isDecorative);
        writeBoolean("draggable", node_.isDraggable);
        writeBoolean("arrows", node_.composite != kNoNode || node_.companionOf != kNoNode);
    }

    void writeStick() {
        const bool isAbsent = node_.stick == Stick::none;
        if (!begin("stick", isAbsent)) return;
        if (isAbsent) {
            out_ += "null";
            return;
        }
        out_ += node_.stick == Stick::top ? "[\"top\"," : "[\"bottom\",";
        appendNumber(out_, node_.stickOffset);
        out_ += ']';
    }

    void writeScroll() {
        const bool isAbsent = node_.scrollAxes == 0;
        if (!begin("scroll", isAbsent)) return;
        if (isAbsent) {
            out_ += "null";
        } else {
            writeNumbers({static_cast<float>(node_.scrollAxes), node_.contentWidth, node_.contentHeight});
        }
    }

    void writeText() {
        const bool isAbsent = node_.lines.empty() && node_.textStyle == TextStyle{};
        if (!begin("text", isAbsent)) return;
        if (isAbsent) {
            out_ += "null";
            return;
        }
        out_ += "{\"size\":";
        appendNumber(out_, node_.textStyle.size);
        out_ += ",\"weight\":" + std::to_string(node_.textStyle.weight) + ",\"lineHeight\":";
        appendNumber(out_, node_.textStyle.lineHeight);
        out_ += ",\"tracking\":";
        appendNumber(out_, node_.textStyle.tracking);
        out_ += ",\"wordSpacing\":";
        appendNumber(out_, node_.textStyle.wordSpacing);
        out_ += ",\"tabular\":";
        appendBoolean(out_, node_.textStyle.hasTabularFigures);
        out_ += ",\"cut\":";
        appendBoolean(out_, node_.isCut);
        out_ += ",\"lines\":[";
        for (std::size_t each = 0; each < node_.lines.size(); ++each) {
            if (each > 0) out_ += ',';
            appendString(out_, node_.lines[each]);
        }
        out_ += "]}";
    }

    std::string& out_;
    const Node& node_;
    std::uint32_t fields_;
    bool isNew_;
};

void appendIds(std::string& out, const std::vector<NodeId>& ids) {
    out += '[';
    for (std::size_t each = 0; each < ids.size(); ++each) {
        if (each > 0) out += ',';
        out += std::to_string(ids[each]);
    }
    out += ']';
}

/// Writes `,"key":[…]`, or nothing for an empty list; `append` writes one item.
template <typename Item, typename Append>
void appendList(std::string& out, std::string_view key, const std::vector<Item>& items, Append append) {
    if (items.empty()) return;
    out += ",\"";
    out += key;
    out += "\":[";
    for (std::size_t each = 0; each < items.size(); ++each) {
        if (each > 0) out += ',';
        append(items[each]);
    }
    out += ']';
}

} // namespace

std::string toJson(const Update& update) {
    std::string out;
    if (update.language) {
        out += ",\"language\":";
        appendString(out, *update.language);
    }
    appendList(out, "removed", update.removed, [&](NodeId id) { out += std::to_string(id); });
    appendList(out, "nodes", update.changed, [&](const NodeChange& change) { NodeWriter(out, change).write(); });
    appendList(out, "children", update.orders, [&](const ChildOrder& order) {
        out += '[' + std::to_string(order.parent) + ',';
        appendIds(out, order.children);
        out += ']';
    });
    appendList(out, "inserted", update.insertions, [&](const Insertion& insertion) {
        appendIds(out, {insertion.parent, insertion.child, insertion.before});
    });
    if (out.empty()) return "{}";
    out.front() = '{';
    return out + '}';
}

} // namespace semantics
