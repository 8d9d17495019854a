// Implements dump() of query.h. The form is that of Playwright's ARIA snapshots
// (https://playwright.dev/docs/aria-snapshots), with its rules of quoting YAML.
#include "base/ascii.h"
#include "semantics/query.h"
#include "semantics/spaces.h"

#include <algorithm>
#include <array>

namespace semantics {

namespace {

char toLower(char c) {
    return base::isUpperLetter(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isDigitOf(char c, int radix) {
    if (radix == 16) return base::isHexDigit(c);
    return c >= '0' && c < '0' + radix;
}

std::size_t countDigits(std::string_view text, int radix) {
    return static_cast<std::size_t>(std::ranges::find_if(text, [&](char c) { return !isDigitOf(c, radix); }) -
                                    text.begin());
}

/// Whether ECMAScript's Number() converts the text to a number.
bool isNumeric(std::string_view text) {
    if (text.size() > 2 && text[0] == '0') {
        const char letter = toLower(text[1]);
        const int radix = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
        if (radix != 0) return countDigits(text.substr(2), radix) == text.size() - 2;
    }
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    if (text == "Infinity") return true;
    std::size_t digits = countDigits(text, 10);
    text.remove_prefix(digits);
    if (text.starts_with('.')) {
        const std::size_t decimals = countDigits(text.substr(1), 10);
        digits += decimals;
        text.remove_prefix(1 + decimals);
    }
    if (digits == 0) return false;
    if (text.empty()) return true;
    if (text[0] != 'e' && text[0] != 'E') return false;
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && countDigits(text, 10) == text.size();
}

bool isYamlWord(std::string_view text) {
    constexpr std::array<std::string_view, 10> kWords = {"y",     "n",  "yes", "no",   "true",
                                                         "false", "on", "off", "null", "~"};
    constexpr std::array<std::string_view, 6> kNumbers = {".inf", "+.inf", "-.inf", ".nan", "+.nan", "-.nan"};
    std::string lower(text);
    for (char& c : lower) c = toLower(c);
    return std::ranges::find(kWords, lower) != kWords.end() || std::ranges::find(kNumbers, lower) != kNumbers.end();
}

/// The length of the control character (C0, DEL or C1) at `offset`, 0 where there is none.
std::size_t controlLength(std::string_view text, std::size_t offset) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (byte < 0x20 || byte == 0x7F) return 1;
    const bool isC1 = byte == 0xC2 && offset + 1 < text.size() &&
                      static_cast<unsigned char>(text[offset + 1]) >= 0x80 &&
                      static_cast<unsigned char>(text[offset + 1]) <= 0x9F;
    return isC1 ? 2 : 0;
}

/// Precondition: withPlainSpaces() was applied, so the only white space is single spaces.
bool needsQuotes(std::string_view text) {
    if (text.empty() || text.starts_with(' ') || text.ends_with(' ') || text.ends_with(':')) return true;
    if (std::string_view("-&*],?!>|@\"'#%[").find(text.front()) != std::string_view::npos) return true;
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return true;
    if (text.find_first_of("{}`") != std::string_view::npos) return true;
    for (std::size_t offset = 0; offset < text.size(); ++offset) {
        if (controlLength(text, offset) > 0) return true;
    }
    return isNumeric(text) || isYamlWord(text);
}

/// As a JSON string, which is also a double-quoted YAML string.
std::string inDoubleQuotes(std::string_view text) {
    std::string quoted = "\"";
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t control = controlLength(text, offset);
        if (control > 0) {
            quoted += "\\u00";
            base::appendHex(quoted, text[offset + control - 1], base::kLowerHexDigits);
            offset += control;
            continue;
        }
        if (text[offset] == '"' || text[offset] == '\\') quoted += '\\';
        quoted += text[offset++];
    }
    return quoted + '"';
}

std::string asKey(const std::string& text) {
    if (!needsQuotes(text)) return text;
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
    return quoted + "'";
}

std::string asValue(const std::string& text) {
    return needsQuotes(text) ? inDoubleQuotes(text) : text;
}

/// A line of the dump: a node, or text between nodes.
struct Item {
    const Node* node = nullptr; // nullptr: text, which `words` has
    std::string words;
    std::vector<Item> children;
};

bool isLeftOut(Role role) {
    return role == Role::text || roleName(role) == "generic";
}

void appendWords(std::vector<Item>& items, std::string_view words) {
    if (words.empty()) return;
    if (items.empty() || items.back().node) {
        items.push_back({nullptr, std::string(words), {}});
    } else {
        items.back().words += ' ';
        items.back().words += words;
    }
}

/// The items of the nodes from index `place` up to `end`, exclusive. Recursive: as deep as the tree.
std::vector<Item> collect(const Tree& tree, std::size_t place, std::size_t end);

void collectNode(const Tree& tree, std::size_t place, std::size_t end, std::vector<Item>& items) {
    const Node& node = tree.nodes[place];
    std::vector<Item> children;
    appendWords(children, withPlainSpaces(textOfLines(node)));
    if (node.role == Role::searchField) appendWords(children, withPlainSpaces(node.value));
    for (Item& below : collect(tree, place + 1, end)) {
        if (below.node) {
            children.push_back(std::move(below));
        } else {
            appendWords(children, below.words);
        }
    }
    if (!isLeftOut(node.role)) {
        items.push_back({&node, {}, std::move(children)});
        return;
    }
    for (Item& child : children) {
        if (child.node) {
            items.push_back(std::move(child));
        } else {
            appendWords(items, child.words);
        }
    }
}

std::vector<Item> collect(const Tree& tree, std::size_t place, std::size_t end) {
    std::vector<Item> items;
    while (place < end) {
        const std::size_t next = tree.endOf(place);
        if (!tree.nodes[place].isDecorative && !tree.nodes[place].isInert) collectNode(tree, place, next, items);
        place = next;
    }
    return items;
}

std::string keyOf(const Node& node, const std::string& name) {
    std::string key(roleName(node.role));
    if (!name.empty()) key += ' ' + inDoubleQuotes(name);
    if (node.checked == Tristate::yes) key += " [checked]";
    if (node.isDisabled) key += " [disabled]";
    if (node.expanded == Tristate::yes) key += " [expanded]";
    if (node.role == Role::heading && node.level > 0) key += " [level=" + std::to_string(node.level) + ']';
    if (node.pressed == Tristate::yes) key += " [pressed]";
    return key;
}

void write(const Tree& tree, const std::vector<Item>& items, std::size_t depth, std::string& out) {
    const std::string indent(2 * depth, ' ');
    for (const Item& item : items) {
        if (!item.node) {
            out += indent + "- text: " + asValue(item.words) + '\n';
            continue;
        }
        const std::string name = withPlainSpaces(accessibleName(tree, *item.node));
        const bool hasOnlyWords = item.children.size() == 1 && !item.children[0].node;
        out += indent + "- " + asKey(keyOf(*item.node, name));
        if (item.children.empty() || (hasOnlyWords && item.children[0].words == name)) {
            out += '\n';
        } else if (hasOnlyWords) {
            out += ": " + asValue(item.children[0].words) + '\n';
        } else {
            out += ":\n";
            write(tree, item.children, depth + 1, out);
        }
    }
}

} // namespace

std::string dump(const Tree& tree) {
    std::string out;
    write(tree, collect(tree, 0, tree.nodes.size()), 0, out);
    return out;
}

} // namespace semantics
