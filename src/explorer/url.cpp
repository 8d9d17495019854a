#include "explorer/url.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "explorer/facets.h"
#include "explorer/reduce.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace explorer {

namespace {

constexpr std::string_view kChallenge = "defi";
constexpr std::string_view kQuery = "q";
constexpr std::string_view kLanguage = "lang";
constexpr std::string_view kView = "vue";
constexpr std::string_view kShortlist = "choix";
constexpr std::string_view kMilestone = "etape";
constexpr std::string_view kPeriod = "periode";
constexpr std::string_view kLetterKeys = "touches";
constexpr std::string_view kNow = "now"; // says nothing of the visit: it is read by parseNow alone

/// Besides those of the facets.
constexpr std::array kOwnNames = {kChallenge, kQuery, kLanguage, kView, kShortlist, kMilestone, kPeriod, kLetterKeys};
/// Names that later releases may give a meaning (docs/address.md): here they are unknown, but they are of the visit.
constexpr std::array<std::string_view, 6> kReservedNames = {"ministere", "type", "distance",
                                                            "pendant",   "tri",  "programme"};

constexpr bool isFacetName(std::string_view name) {
    return std::ranges::any_of(kFacets, [name](const FacetRow& row) { return row.parameter == name; });
}

constexpr bool isReservedName(std::string_view name) {
    return std::ranges::find(kReservedNames, name) != kReservedNames.end();
}

constexpr bool isOwnName(std::string_view name) {
    return isFacetName(name) || std::ranges::find(kOwnNames, name) != kOwnNames.end();
}

static_assert(std::ranges::none_of(kOwnNames, isFacetName));
static_assert(std::ranges::none_of(kReservedNames, isOwnName) && !isOwnName(kNow) && !isReservedName(kNow));

constexpr std::string_view kFiltersView = "filtres";
constexpr std::string_view kShortlistView = "choix";
constexpr std::string_view kPeriodSeparator = "..";
constexpr std::string_view kNo = "non";

constexpr LanguageIndex kDefaultLanguage = 0;

void appendPercentEncoded(std::string& out, char byte) {
    out += '%';
    base::appendHex(out, byte, base::kUpperHexDigits);
}

std::string decodeFormComponent(std::string_view text) {
    std::string bytes;
    for (std::size_t place = 0; place < text.size(); ++place) {
        const char c = text[place];
        const std::optional<char> byte = c == '%' ? base::parseHexByte(text.substr(place + 1)) : std::nullopt;
        bytes += byte.value_or(c == '+' ? ' ' : c);
        if (byte) place += 2;
    }
    return base::repairUtf8(bytes);
}

/// Cuts what stands before `separator` off the beginning of `text`, and the separator.
std::string_view takeUntil(std::string_view& text, char separator) {
    const std::size_t end = text.find(separator);
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return taken;
}

struct Parameter {
    std::string_view raw; // "q=a%20b"
    std::string name, value;
};

/// https://url.spec.whatwg.org/#concept-urlencoded-parser
std::vector<Parameter> readParameters(std::string_view queryString) {
    if (queryString.starts_with('?')) queryString.remove_prefix(1);
    std::vector<Parameter> parameters;
    while (!queryString.empty()) {
        const std::string_view raw = takeUntil(queryString, '&');
        if (raw.empty()) continue;
        std::string_view value = raw;
        const std::string_view name = takeUntil(value, '=');
        parameters.push_back({raw, decodeFormComponent(name), decodeFormComponent(value)});
    }
    return parameters;
}

/// The parameters of an address, by our names for them.
class Address {
public:
    Address(std::string_view queryString, AddressNames names)
        : parameters_(readParameters(queryString)), prefix_(names.prefix) {}

    /// Ours without the prefix; nothing for a host's.
    std::optional<std::string_view> nameOf(const Parameter& parameter) const {
        std::string_view name = parameter.name;
        if (!name.starts_with(prefix_)) return std::nullopt;
        name.remove_prefix(prefix_.size());
        return name;
    }
    /// Of the first parameter of that name; empty where there is none.
    std::string_view valueOf(std::string_view name) const {
        const auto found = std::ranges::find_if(parameters_, [&](const Parameter& one) { return nameOf(one) == name; });
        return found == parameters_.end() ? std::string_view() : std::string_view(found->value);
    }
    /// Whether any parameter speaks of a visit, to this release or to a later one.
    bool hasVisit() const {
        return std::ranges::any_of(parameters_, [this](const Parameter& one) {
            const auto name = nameOf(one);
            return name && (isOwnName(*name) || isReservedName(*name));
        });
    }
    const std::vector<Parameter>& parameters() const { return parameters_; }

private:
    std::vector<Parameter> parameters_;
    std::string_view prefix_;
};

// In a list, ',' separates the values; '*' before a character says that it is meant itself. Both survive a program that
// decodes and encodes the address anew, which '%2C' would not.
constexpr char kSeparator = ',';
constexpr char kEscape = '*';

void appendListValue(std::string& encodedList, std::string_view value) {
    std::string escaped;
    for (const char c : value) {
        if (c == kSeparator || c == kEscape) escaped += kEscape;
        escaped += c;
    }
    if (!encodedList.empty()) encodedList += kSeparator;
    encodedList += encodeFormComponent(escaped);
}

/// Without the empty ones.
std::vector<std::string> splitList(std::string_view list) {
    std::vector<std::string> values(1);
    for (std::size_t place = 0; place < list.size(); ++place) {
        const bool isEscaped = list[place] == kEscape && place + 1 < list.size();
        if (isEscaped) ++place;
        if (isEscaped || list[place] != kSeparator) {
            values.back() += list[place];
        } else if (!values.back().empty()) {
            values.emplace_back();
        }
    }
    if (values.back().empty()) values.pop_back();
    return values;
}

/// What is unknown, as long as there is room for it.
class Keeper {
public:
    void keep(std::vector<std::string>& list, std::string_view value) {
        if (takeRoom(value.size())) list.emplace_back(value);
    }
    void keep(std::string& parameters, std::string_view raw) {
        std::string encoded;
        for (const char c : raw) {
            // The query percent-encode set (https://url.spec.whatwg.org/#special-query-percent-encode-set), and '?',
            // which would be taken away in front of all others.
            const bool isUnfit = c <= ' ' || c > '~' || std::string_view("\"#<>'?").find(c) != std::string_view::npos;
            if (isUnfit) {
                appendPercentEncoded(encoded, c);
            } else {
                encoded += c;
            }
        }
        if (!takeRoom(encoded.size())) return;
        if (!parameters.empty()) parameters += '&';
        parameters += encoded;
    }

private:
    bool takeRoom(std::size_t bytes) {
        if (bytes + 1 > room_) return false;
        room_ -= bytes + 1;
        return true;
    }
    std::size_t room_ = kMaxUnknownBytes;
};

/// The items whose ids stand in the list, in the list's order. One pass over the items, however long the list is.
template <typename Item>
std::vector<std::uint32_t> readList(const programme::Programme& programme, const std::vector<Item>& items,
                                    std::string_view text, std::vector<std::string>& unknown, Keeper& keeper) {
    std::vector<std::uint32_t> found;
    const std::vector<std::string> ids = splitList(text);
    if (ids.empty()) return found;
    std::unordered_map<std::string_view, std::optional<std::uint32_t>> indices; // of the items with these ids
    for (const std::string& id : ids) indices.try_emplace(id);
    for (std::size_t index = 0; index < items.size(); ++index) {
        const auto listed = indices.find(programme.in(items[index].id));
        if (listed != indices.end()) listed->second = static_cast<std::uint32_t>(index);
    }
    for (const std::string& id : ids) {
        const auto listed = indices.find(id);
        if (listed == indices.end()) continue; // it stood there before
        if (listed->second) {
            found.push_back(*listed->second);
        } else {
            keeper.keep(unknown, id);
        }
        indices.erase(listed);
    }
    return found;
}

template <typename Item>
std::string formatList(const programme::Programme& programme, const std::vector<Item>& items,
                       const std::vector<std::uint32_t>& indices, const std::vector<std::string>& unknown) {
    std::string list;
    for (const std::uint32_t index : indices) appendListValue(list, programme.in(items[index].id));
    for (const std::string& value : unknown) appendListValue(list, value);
    return list;
}

template <typename Item>
std::string joinIds(const programme::Programme& programme, const std::vector<Item>& items,
                    const std::vector<std::uint32_t>& indices) {
    std::string list;
    for (const std::uint32_t index : indices) {
        if (!list.empty()) list += ',';
        list += programme.in(items[index].id);
    }
    return list;
}

/// Writes parameters one after the other.
class AddressWriter {
public:
    explicit AddressWriter(AddressNames names) : prefix_(encodeFormComponent(names.prefix)) {}

    /// Where the value is not empty.
    void append(std::string_view name, std::string_view encodedValue) {
        if (encodedValue.empty()) return;
        appendRaw(prefix_ + std::string(name) + "=" + std::string(encodedValue));
    }
    void appendRaw(std::string_view parameters) {
        if (parameters.empty()) return;
        if (!text_.empty()) text_ += '&';
        text_ += parameters;
    }
    const std::string& text() const { return text_; }

private:
    std::string prefix_;
    std::string text_;
};

std::string_view viewName(View view) {
    switch (view) {
    case View::challenges:
        return {};
    case View::filters:
        return kFiltersView;
    case View::shortlist:
        return kShortlistView;
    }
    return {};
}

View parseView(std::string_view name) {
    if (name == kFiltersView) return View::filters;
    if (name == kShortlistView) return View::shortlist;
    return View::challenges;
}

std::optional<Period> parsePeriod(const Facts& facts, std::string_view text) {
    const std::size_t separator = text.find(kPeriodSeparator);
    if (separator == std::string_view::npos) return std::nullopt;
    const std::optional<Day> first = programme::parseDay(text.substr(0, separator));
    const std::optional<Day> last = programme::parseDay(text.substr(separator + kPeriodSeparator.size()));
    if (!first || !last || *last < *first) return std::nullopt;
    return fitPeriod(facts, {*first, *last});
}

LanguageIndex parseLanguage(const programme::Programme& programme, const Address& address,
                            LanguageIndex preferredLanguage) {
    if (const auto language = programme.findLanguage(address.valueOf(kLanguage))) return *language;
    return address.hasVisit() ? kDefaultLanguage : preferredLanguage;
}

/// The lists, and what is unknown.
void parseLists(const programme::Programme& programme, const Facts& facts, const Address& address, State& state) {
    Keeper keeper;
    for (const FacetRow& row : kFacets) {
        std::vector<std::string>& unknown = state.unknown.values[indexOf(row.facet)];
        state.*row.chosen =
            readList(programme, facts.of(row.facet).values, address.valueOf(row.parameter), unknown, keeper);
    }
    state.shortlist =
        readList(programme, programme.challenges, address.valueOf(kShortlist), state.unknown.shortlist, keeper);
    const std::optional<std::uint32_t> most = programme.application.maxChallenges;
    if (most && state.shortlist.size() > *most) state.shortlist.resize(*most);
    for (const Parameter& parameter : address.parameters()) {
        const auto name = address.nameOf(parameter);
        if (!name || !isOwnName(*name)) keeper.keep(state.unknown.parameters, parameter.raw);
    }
}

} // namespace

std::string formatQueryString(const programme::Programme& programme, const Facts& facts, const State& state,
                              AddressNames names) {
    AddressWriter out(names);
    if (state.challenge) out.append(kChallenge, programme.in(programme.challenges[*state.challenge].id));
    for (const FacetRow& row : kFacets) {
        out.append(row.parameter, formatList(programme, facts.of(row.facet).values, state.*row.chosen,
                                             state.unknown.values[indexOf(row.facet)]));
    }
    out.append(kQuery, encodeFormComponent(state.query));
    if (state.language != kDefaultLanguage) out.append(kLanguage, programme.languages[state.language]);
    out.append(kView, viewName(state.view));
    out.append(kShortlist, formatList(programme, programme.challenges, state.shortlist, state.unknown.shortlist));
    if (state.milestone) out.append(kMilestone, programme.in(programme.milestones[*state.milestone].id));
    if (state.period) {
        const std::string first = programme::formatDay(state.period->first);
        out.append(kPeriod, first + std::string(kPeriodSeparator) + programme::formatDay(state.period->last));
    }
    if (!state.usesLetterKeys) out.append(kLetterKeys, kNo);
    // An address that says nothing of a visit would mean the preferred language.
    const bool isSilent = out.text().empty() && !Address(state.unknown.parameters, names).hasVisit();
    if (isSilent && state.preferredLanguage != state.language)
        out.append(kLanguage, programme.languages[state.language]);
    out.appendRaw(state.unknown.parameters);
    return out.text();
}

State parseQueryString(const programme::Programme& programme, const Facts& facts, std::string_view queryString,
                       LanguageIndex preferredLanguage, AddressNames names) {
    const Address address(queryString, names);
    State state;
    state.preferredLanguage = preferredLanguage < programme.languages.size() ? preferredLanguage : kDefaultLanguage;
    state.language = parseLanguage(programme, address, state.preferredLanguage);
    state.view = parseView(address.valueOf(kView));
    state.query = base::cutUtf8(address.valueOf(kQuery), kMaxQueryBytes);
    state.challenge = programme.findChallenge(address.valueOf(kChallenge));
    state.milestone = programme.findMilestone(address.valueOf(kMilestone));
    state.period = parsePeriod(facts, address.valueOf(kPeriod));
    state.usesLetterKeys = address.valueOf(kLetterKeys) != kNo;
    parseLists(programme, facts, address, state);
    return state;
}

std::optional<programme::CivilTime> parseNow(std::string_view queryString, AddressNames names) {
    return programme::parseCivilTime(Address(queryString, names).valueOf(kNow));
}

std::string joinChallengeIds(const programme::Programme& programme, const std::vector<ChallengeIndex>& challenges) {
    return joinIds(programme, programme.challenges, challenges);
}

std::string joinSkillIds(const programme::Programme& programme, const std::vector<SkillIndex>& skills) {
    return joinIds(programme, programme.skills, skills);
}

std::string encodeFormComponent(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ' ') {
            out += '+';
        } else if (base::isLetterOrDigit(c) || std::string_view("*-._").find(c) != std::string_view::npos) {
            out += c;
        } else {
            appendPercentEncoded(out, c);
        }
    }
    return out;
}

std::string encodeUrlComponent(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (base::isLetterOrDigit(c) || std::string_view("-._~").find(c) != std::string_view::npos) {
            out += c;
        } else {
            appendPercentEncoded(out, c);
        }
    }
    return out;
}

} // namespace explorer
