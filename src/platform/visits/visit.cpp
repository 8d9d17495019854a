#include "platform/visits/visit.h"

#include "base/ascii.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <system_error>

namespace platform {

namespace {

using semantics::NodeId;
using semantics::Role;

// Kinds of arguments in VerbForm::arguments; 'n' is a number.
constexpr char kTarget = 't';
constexpr char kText = 's';
constexpr char kTruth = 'b';

struct VerbForm {
    VisitVerb verb;
    std::string_view word;
    std::string_view arguments; // one letter each
};

constexpr VerbForm kVerbs[] = {
    {VisitVerb::click, "click", "t"},
    {VisitVerb::focus, "focus", "t"},
    {VisitVerb::key, "key", "s"},
    {VisitVerb::type, "type", "s"},
    {VisitVerb::compose, "compose", "s"},
    {VisitVerb::pointer, "pointer", "nn"},
    {VisitVerb::leave, "leave", ""},
    {VisitVerb::press, "press", "nn"},
    {VisitVerb::shiftPress, "shift-press", "nn"},
    {VisitVerb::release, "release", "nn"},
    {VisitVerb::doubleClick, "double-click", "nnb"},
    {VisitVerb::wheel, "wheel", "nnnn"},
    {VisitVerb::zoom, "zoom", "nnn"},
    {VisitVerb::scroll, "scroll", "n"},
    {VisitVerb::scrollRegion, "scroll-region", "tnn"},
    {VisitVerb::drag, "drag", "tnnn"},
    {VisitVerb::resize, "resize", "nn"},
    {VisitVerb::scale, "scale", "n"},
    {VisitVerb::fontSize, "font-size", "n"},
    {VisitVerb::spacing, "spacing", "nnn"},
    {VisitVerb::dark, "dark", "b"},
    {VisitVerb::coarsePointer, "coarse-pointer", "b"},
    {VisitVerb::browserField, "browser-field", "b"},
    {VisitVerb::attended, "attended", "b"},
    {VisitVerb::wait, "wait", "n"},
    {VisitVerb::back, "back", ""},
    {VisitVerb::forward, "forward", ""},
    {VisitVerb::reload, "reload", ""},
    {VisitVerb::navigate, "navigate", "s"},
};

constexpr auto kLastRole = static_cast<std::uint8_t>(Role::root);

/// The role of that name; nothing where there is none, and for "generic", which several roles share.
std::optional<Role> roleOf(std::string_view word) {
    if (word == semantics::roleName(Role::generic)) return std::nullopt;
    for (std::uint8_t number = 0; number <= kLastRole; ++number) {
        const auto role = static_cast<Role>(number);
        if (semantics::roleName(role) == word) return role;
    }
    return std::nullopt;
}

// ── Writing ──

std::string quote(std::string_view text) {
    std::string quoted = "\"";
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        if (byte == '"' || byte == '\\') {
            quoted += '\\';
            quoted += byte;
        } else if (code < ' ' || code == 0x7F) {
            quoted += "\\x";
            base::appendHex(quoted, byte, base::kLowerHexDigits);
        } else {
            quoted += byte;
        }
    }
    return quoted + '"';
}

std::string writeNumber(float number) {
    std::array<char, 32> buffer = {};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return {buffer.data(), error == std::errc() ? end : buffer.data()};
}

std::string writeTarget(const VisitTarget& target) {
    if (target.node != semantics::kNoNode) return "node " + std::to_string(target.node);
    std::string written(semantics::roleName(target.role));
    written.append(" ").append(quote(target.name));
    if (target.place != 1) written.append(" #").append(std::to_string(target.place));
    return written;
}

// ── Reading ──

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

std::optional<int> hexValue(char c) {
    const std::size_t value = base::kLowerHexDigits.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    return static_cast<int>(value);
}

/// Reads the words, numbers and quoted texts of a line.
class LineReader {
public:
    explicit LineReader(std::string_view line) : rest_(line) {}

    bool isAtEnd() {
        skipSpaces();
        return rest_.empty();
    }
    /// Whether the next character is that one, which is then read.
    bool takeMark(char mark) {
        skipSpaces();
        if (!rest_.starts_with(mark)) return false;
        rest_.remove_prefix(1);
        return true;
    }
    std::string_view readWord() {
        skipSpaces();
        const auto end = std::ranges::find_if(rest_, isSpace);
        const std::string_view word = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
        rest_.remove_prefix(word.size());
        return word;
    }
    /// A quoted text, or a word.
    std::optional<std::string> readText() {
        skipSpaces();
        if (!rest_.starts_with('"')) {
            const std::string_view word = readWord();
            if (word.empty()) return std::nullopt;
            return std::string(word);
        }
        rest_.remove_prefix(1);
        std::string text;
        while (!rest_.empty() && rest_.front() != '"') {
            const std::optional<char> character = readCharacter();
            if (!character) return std::nullopt;
            text += *character;
        }
        if (rest_.empty()) return std::nullopt;
        rest_.remove_prefix(1);
        return text;
    }
    template <typename Number>
    std::optional<Number> readNumber() {
        const std::string_view word = readWord();
        Number number = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (word.empty() || error != std::errc() || end != word.data() + word.size()) return std::nullopt;
        return number;
    }

private:
    void skipSpaces() {
        while (!rest_.empty() && isSpace(rest_.front())) rest_.remove_prefix(1);
    }
    std::optional<char> readCharacter() {
        const char first = rest_.front();
        if (first != '\\') {
            rest_.remove_prefix(1);
            return first;
        }
        if (rest_.size() >= 2 && (rest_[1] == '"' || rest_[1] == '\\')) {
            const char escaped = rest_[1];
            rest_.remove_prefix(2);
            return escaped;
        }
        if (rest_.size() < 4 || rest_[1] != 'x') return std::nullopt;
        const std::optional<int> high = hexValue(rest_[2]);
        const std::optional<int> low = hexValue(rest_[3]);
        if (!high || !low) return std::nullopt;
        rest_.remove_prefix(4);
        return static_cast<char>(*high * 16 + *low);
    }

    std::string_view rest_;
};

std::optional<VisitTarget> readTarget(LineReader& line) {
    VisitTarget target;
    const std::string_view word = line.readWord();
    if (word == "node") {
        const auto node = line.readNumber<NodeId>();
        if (!node || *node == semantics::kNoNode) return std::nullopt;
        target.node = *node;
        return target;
    }
    const std::optional<Role> role = roleOf(word);
    std::optional<std::string> name = line.readText();
    if (!role || !name) return std::nullopt;
    target.role = *role;
    target.name = std::move(*name);
    if (!line.takeMark('#')) return target;
    const auto place = line.readNumber<std::size_t>();
    if (!place || *place == 0) return std::nullopt;
    target.place = *place;
    return target;
}

/// Reads an argument into the step. False where it is not of that kind.
bool readArgument(LineReader& line, char kind, std::size_t& numberCount, VisitStep& step) {
    if (kind == kTarget) {
        std::optional<VisitTarget> target = readTarget(line);
        if (target) step.target = std::move(*target);
        return target.has_value();
    }
    if (kind == kText) {
        std::optional<std::string> text = line.readText();
        if (text) step.text = std::move(*text);
        return text.has_value();
    }
    if (kind == kTruth) {
        const std::string_view word = line.readWord();
        step.numbers[numberCount++] = word == "yes" ? 1.0F : 0.0F;
        return word == "yes" || word == "no";
    }
    const auto number = line.readNumber<float>();
    step.numbers[numberCount++] = number.value_or(0);
    return number && std::isfinite(*number);
}

/// Reads a step. Returns an error message; empty: none.
std::string readStep(LineReader& line, const VerbForm& form, VisitStep& step) {
    step.verb = form.verb;
    std::size_t numberCount = 0;
    for (const char kind : form.arguments) {
        if (!readArgument(line, kind, numberCount, step))
            return std::string(form.word) + (kind == kTarget  ? " needs a role and a name, or \"node\" and an id."
                                             : kind == kTruth ? " needs yes or no."
                                             : kind == kText  ? " needs a text, quoted where it has spaces."
                                                              : " needs a number.");
    }
    return line.isAtEnd() ? "" : "Too much stands in this line.";
}

/// Reads a line into the visit. Returns an error message; empty: none.
std::string readLine(std::string_view text, Visit& visit) {
    LineReader line(text);
    if (line.isAtEnd() || text.starts_with('#')) return "";
    const std::string_view word = line.readWord();
    std::string* head = word == "programme"  ? &visit.programme
                        : word == "language" ? &visit.language
                        : word == "query"    ? &visit.query
                                             : nullptr;
    if (head != nullptr) {
        if (!visit.steps.empty()) return std::string(word) + " stands before the first step.";
        std::optional<std::string> value = line.readText();
        if (!value || !line.isAtEnd()) return std::string(word) + " needs one text.";
        *head = std::move(*value);
        return "";
    }
    const auto* const form = std::ranges::find(kVerbs, word, &VerbForm::word);
    if (form == std::end(kVerbs)) return "No such step: " + std::string(word);
    return readStep(line, *form, visit.steps.emplace_back());
}

} // namespace

std::variant<Visit, VisitError> parseVisit(std::string_view text) {
    Visit visit;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        std::string message = readLine(line, visit);
        if (!message.empty()) return VisitError{number, std::move(message)};
    }
    return visit;
}

std::string formatVisitHead(const Visit& visit) {
    return "programme " + quote(visit.programme) + "\nlanguage " + quote(visit.language) + "\nquery " +
           quote(visit.query) + '\n';
}

std::string formatVisitStep(const VisitStep& step) {
    const auto* const form = std::ranges::find(kVerbs, step.verb, &VerbForm::verb);
    std::string line(form->word);
    std::size_t numberCount = 0;
    for (const char kind : form->arguments) {
        line += ' ';
        if (kind == kTarget)
            line += writeTarget(step.target);
        else if (kind == kText)
            line += quote(step.text);
        else if (kind == kTruth)
            line += step.numbers[numberCount++] != 0 ? "yes" : "no";
        else
            line += writeNumber(step.numbers[numberCount++]);
    }
    return line + '\n';
}

std::string formatVisit(const Visit& visit) {
    std::string text = formatVisitHead(visit);
    for (const VisitStep& step : visit.steps) text += formatVisitStep(step);
    return text;
}

VisitTarget nameVisitTarget(const semantics::Tree& tree, NodeId id) {
    const semantics::Node* node = tree.find(id);
    if (node == nullptr || semantics::roleName(node->role) == semantics::roleName(Role::generic)) return {.node = id};
    VisitTarget target{.role = node->role, .name = semantics::accessibleName(tree, *node)};
    const std::vector<NodeId> same = semantics::findAll(tree, node->role, target.name, true);
    target.place = static_cast<std::size_t>(std::ranges::find(same, id) - same.begin()) + 1;
    return target;
}

NodeId findVisitTarget(const semantics::Tree& tree, const VisitTarget& target) {
    if (target.node != semantics::kNoNode) return tree.find(target.node) != nullptr ? target.node : semantics::kNoNode;
    const std::vector<NodeId> same = semantics::findAll(tree, target.role, target.name, true);
    return target.place <= same.size() ? same[target.place - 1] : semantics::kNoNode;
}

} // namespace platform
