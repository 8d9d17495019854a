#include "fuzz/support/programme_generator.h"

#include "fuzz/support/pattern.h"
#include "fuzz/support/texts.h"
#include "programme/dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace support {

namespace {

using Json = nlohmann::ordered_json;

// ── What the schema does not say ──

struct Reference {
    std::string_view from; // place of the value, lists' items as "*"
    std::string_view list; // whose items' ids it may be
};
constexpr Reference kReferences[] = {
    {"/skills/*/group", "/skillGroups"},
    {"/challenges/*/profiles/*/skills/*", "/skills"},
    {"/challenges/*/profiles/*/preferredSkills/*", "/skills"},
};

/// Members of one object: the second day is not before the first.
constexpr std::pair<std::string_view, std::string_view> kRanges[] = {{"start", "end"}, {"opens", "closes"}};

constexpr std::string_view kDefaultLanguage = "/defaultLanguage";
constexpr std::string_view kTimeZone = "/timeZone";
constexpr std::string_view kChallenges = "/challenges";

constexpr std::string_view kTimeZones[] = {
    "Europe/Paris", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+12", "Pacific/Kiritimati", "Nowhere/Land"};
constexpr std::string_view kLanguages[] = {"fr", "en", "ar", "he", "ja", "th", "hi", "pt-BR", "zh-TW", "kab", "de"};

constexpr std::string_view kKeywords[] = {
    "$schema",       "$id",       "title",    "description", "type",        "additionalProperties",
    "required",      "items",     "minItems", "maxItems",    "uniqueItems", "enum",
    "const",         "$ref",      "oneOf",    "pattern",     "maxLength",   "minLength",
    "format",        "minimum",   "maximum",  "default",     "$defs",       "minProperties",
    "propertyNames", "properties"};

/// The place of that member of an object.
std::string below(std::string_view place, std::string_view member) {
    std::string path(place);
    path += '/';
    path += member;
    return path;
}

[[noreturn]] void refuse(std::string_view what, std::string_view place) {
    std::fprintf(stderr, "programme.schema.json: the generator does not know %.*s at %.*s\n",
                 static_cast<int>(what.size()), what.data(), static_cast<int>(place.size()), place.data());
    std::abort();
}

void checkKeywords(const Json& schema, const std::string& place) {
    if (!schema.is_object()) return;
    for (const auto& [keyword, value] : schema.items()) {
        if (std::ranges::find(kKeywords, keyword) == std::end(kKeywords)) refuse(keyword, place);
        if (keyword == "properties" || keyword == "$defs") {
            for (const auto& [name, member] : value.items()) checkKeywords(member, below(place, name));
        } else if (keyword == "items" || keyword == "propertyNames" || keyword == "additionalProperties") {
            checkKeywords(value, below(place, keyword));
        } else if (keyword == "oneOf") {
            for (const Json& choice : value) checkKeywords(choice, place);
        }
    }
}

std::size_t sizeIn(const Json& schema, const char* keyword, std::size_t otherwise) {
    const auto found = schema.find(keyword);
    return found == schema.end() ? otherwise : found->get<std::size_t>();
}

/// A day or a month as its first day; nothing for other texts.
std::optional<programme::Day> firstDayOf(const Json& value) {
    const std::string* text = value.get_ptr<const std::string*>();
    const auto date = text == nullptr ? std::nullopt : programme::parseDateOrMonth(*text);
    return date ? std::optional(date->first) : std::nullopt;
}

class Maker {
public:
    Maker(const Json& schema, ByteSource& source, std::size_t mostChallenges)
        : root_(schema), source_(source), mostChallenges_(mostChallenges) {}

    std::string make() {
        const std::size_t count = source_.oneIn(3) ? source_.between(1, 4) : 1;
        for (std::size_t wanted = 0; wanted < count; ++wanted) addLanguage(std::string(source_.pick(kLanguages)));
        static constexpr std::array<int, 8> kYears = {2017, 2018, 1, 9999, 1970, 1969, 2100, 400};
        baseYear_ = source_.oneIn(3) ? static_cast<int>(source_.between(1, 9999)) : source_.pick(kYears);
        hasAnyYear_ = source_.oneIn(6);
        hasLongTexts_ = source_.oneIn(4);
        return makeValue(root_, "").dump();
    }

private:
    void addLanguage(std::string tag) {
        if (std::ranges::find(languages_, tag) == languages_.end()) languages_.push_back(std::move(tag));
    }

    const Json& resolve(const Json& schema) const {
        const auto reference = schema.find("$ref");
        if (reference == schema.end()) return schema;
        return root_.at(Json::json_pointer(reference->get<std::string>().substr(1)));
    }
    static bool refersTo(const Json& schema, std::string_view name) {
        const auto reference = schema.find("$ref");
        return reference != schema.end() && reference->get<std::string>() == "#/$defs/" + std::string(name);
    }

    Json makeValue(const Json& given, const std::string& place) {
        const Json& schema = resolve(given);
        if (const auto value = schema.find("const"); value != schema.end()) return *value;
        if (const auto choices = schema.find("enum"); choices != schema.end()) return source_.pick(*choices);
        if (const auto choices = schema.find("oneOf"); choices != schema.end())
            return makeValue(source_.pick(*choices), place);
        const auto type = schema.find("type");
        if (type == schema.end()) refuse("a schema without a type", place);
        if (*type == "object") return makeObject(schema, place);
        if (*type == "array") return makeList(schema, place);
        if (*type == "string") return makeString(given, schema, place);
        if (*type == "integer") return makeInteger(schema);
        if (*type == "boolean") return source_.coin();
        refuse(type->dump(), place);
    }

    // ── Objects ──

    /// Each optional member is always there, never, or now and then, in the whole programme.
    bool isThere(const std::string& place) {
        const auto [habit, isNew] = habits_.try_emplace(place, std::uint8_t{0});
        if (isNew) habit->second = static_cast<std::uint8_t>(source_.below(4));
        return habit->second == 3 ? source_.coin() : habit->second != 0;
    }

    Json makeObject(const Json& schema, const std::string& place) {
        Json object = Json::object();
        const auto properties = schema.find("properties");
        if (properties == schema.end()) return makeMap(schema, place);
        const auto required = schema.find("required");
        for (const auto& [name, member] : properties->items()) {
            const std::string memberPlace = below(place, name);
            const bool isRequired =
                required != schema.end() && std::ranges::find(*required, Json(name)) != required->end();
            if (!isRequired && (!canBeMade(memberPlace) || !isThere(memberPlace))) continue;
            object[name] = makeValue(member, memberPlace);
        }
        for (const auto& [start, end] : kRanges) orderRange(object, std::string(start), std::string(end));
        return object;
    }

    /// A reference needs something to refer to.
    bool canBeMade(const std::string& place) const {
        const auto* const reference = std::ranges::find(kReferences, place, &Reference::from);
        return reference == std::end(kReferences) || ids_.contains(std::string(reference->list));
    }

    static void orderRange(Json& object, const std::string& start, const std::string& end) {
        if (!object.contains(start) || !object.contains(end)) return;
        const auto first = firstDayOf(object[start]);
        const auto last = firstDayOf(object[end]);
        if (first && last && *last < *first) std::swap(object[start], object[end]);
        // A day and the month that it lies in: the month's last day is never before it, the day may be before the
        // month's first.
        const auto from = programme::parseDateOrMonth(object[start].get<std::string>());
        const auto to = programme::parseDateOrMonth(object[end].get<std::string>());
        if (from && to && to->last < from->first) object[end] = object[start];
    }

    /// One string for each of some languages, the default language at least.
    Json makeMap(const Json& schema, const std::string& place) {
        Json map = Json::object();
        for (std::size_t language = 0; language < languages_.size(); ++language) {
            if (language == 0 || source_.coin())
                map[languages_[language]] = makeValue(schema.at("additionalProperties"), place);
        }
        return map;
    }

    // ── Lists ──

    std::size_t countOf(const Json& schema, const std::string& place) {
        const std::size_t least = sizeIn(schema, "minItems", 0);
        std::size_t most = sizeIn(schema, "maxItems", std::numeric_limits<std::size_t>::max());
        std::size_t count = 0;
        if (place == kChallenges) {
            most = std::min(most, mostChallenges_);
            count = source_.oneIn(24) ? source_.between(30, 300) : source_.between(1, source_.coin() ? 4 : 14);
            isLong_ = count > 30;
        } else {
            count = source_.below(isLong_ ? 3 : source_.oneIn(12) ? 24 : 5);
        }
        return std::clamp(count, least, std::max(least, most));
    }

    Json makeList(const Json& schema, const std::string& place) {
        Json list = Json::array();
        std::vector<std::string> ids;
        std::swap(ids, listIds_); // those of the list around wait
        const bool isUnique = schema.value("uniqueItems", false);
        const std::size_t least = sizeIn(schema, "minItems", 0);
        for (std::size_t count = countOf(schema, place); count > 0; --count) {
            Json item = makeValue(schema.at("items"), place + "/*");
            const bool isKnown = std::ranges::find(list, item) != list.end();
            if (!isUnique || !isKnown || list.size() < std::min<std::size_t>(least, 1)) list.push_back(std::move(item));
        }
        std::swap(ids, listIds_);
        if (!ids.empty()) ids_[place] = std::move(ids);
        return list;
    }

    // ── Strings and numbers ──

    Json makeString(const Json& given, const Json& schema, const std::string& place) {
        if (place == kDefaultLanguage) return languages_.front();
        if (place == kTimeZone) return std::string(source_.pick(kTimeZones));
        if (refersTo(given, "id")) return makeId(schema, place);
        if (refersTo(given, "language") && source_.coin()) return source_.pick(languages_);
        const std::string format = schema.value("format", std::string());
        const std::size_t most = sizeIn(schema, "maxLength", 400);
        if (format == "uri") return makeUrl(most);
        if (!format.empty() && format != "date") refuse("format " + format, place);
        const std::string pattern = schema.value("pattern", std::string());
        if (!pattern.empty()) return makeOfPattern(pattern, most, place);
        return makeWords(std::min<std::size_t>(most, isLong_ ? 30 : hasLongTexts_ ? 400 : 80));
    }

    /// Now and then one that was there before, so that texts are alike.
    std::string makeWords(std::size_t most) {
        if (!words_.empty() && source_.oneIn(8)) return source_.pick(words_);
        std::string text = makeText(source_, most);
        if (words_.size() < 32) words_.push_back(text);
        return text;
    }

    Json makeId(const Json& schema, const std::string& place) {
        const auto* const reference = std::ranges::find(kReferences, place, &Reference::from);
        if (reference != std::end(kReferences)) {
            const auto list = ids_.find(std::string(reference->list));
            if (list == ids_.end()) refuse("a reference before what it refers to", place);
            return source_.pick(list->second);
        }
        std::string id = makeOfPattern(schema.at("pattern").get<std::string>(), sizeIn(schema, "maxLength", 64), place);
        const bool isOfItem = place.ends_with("/*/id");
        if (!isOfItem) return id;
        if (std::ranges::find(listIds_, id) != listIds_.end()) id = std::to_string(listIds_.size()) + "-" + id;
        while (std::ranges::find(listIds_, id) != listIds_.end()) id.insert(0, "x-");
        listIds_.push_back(id);
        return id;
    }

    std::string makeOfPattern(const std::string& pattern, std::size_t most, const std::string& place) {
        std::optional<std::string> text = makeMatching(source_, pattern);
        if (!text) refuse("pattern " + pattern, place);
        const auto countDigits = std::ranges::count_if(*text, [](char c) { return c >= '0' && c <= '9'; });
        const bool isDate = text->find('-') == 4 && (countDigits == 8 || countDigits == 6) &&
                            static_cast<std::size_t>(countDigits) + (countDigits == 8 ? 2u : 1u) == text->size();
        if (isDate) return makeDate(countDigits == 8);
        if (text->size() > most) text->resize(most);
        return *text;
    }

    /// Mostly near the programme's year, often the very same day again.
    std::string makeDate(bool isDay) {
        if (!days_.empty() && source_.oneIn(3)) {
            const std::string& again = source_.pick(days_);
            if ((again.size() == 10) == isDay) return again;
        }
        const int year = hasAnyYear_ ? static_cast<int>(source_.between(1, 9999))
                                     : std::clamp(baseYear_ + static_cast<int>(source_.below(3)), 1, 9999);
        const auto month = static_cast<unsigned>(source_.between(1, 12));
        const std::chrono::year_month_day_last end{std::chrono::year(year) / std::chrono::month(month) /
                                                   std::chrono::last};
        const auto day = static_cast<unsigned>(source_.between(1, static_cast<unsigned>(end.day())));
        std::array<char, 16> text = {};
        std::snprintf(text.data(), text.size(), isDay ? "%04d-%02u-%02u" : "%04d-%02u", year, month, day);
        days_.emplace_back(text.data());
        return days_.back();
    }

    std::string makeUrl(std::size_t most) {
        static constexpr std::string_view kHosts[] = {"example.org", "[::1]:8443", "a.b-c.example:1", "u:p@h", "%41"};
        static constexpr std::string_view kParts[] = {"/", "/a;b,c", "?x=1&y=%C3%A9", "&z", "/..", "#f?/@:", "",
                                                      "?", "'",      "*()!$"};
        std::string url = "https://" + std::string(source_.pick(kHosts));
        bool hasPath = false;
        for (std::size_t parts = source_.below(4); parts > 0; --parts) {
            const std::string_view part = source_.pick(kParts);
            const bool isStart = part.starts_with('/') || part.starts_with('?') || part.starts_with('#');
            if (!hasPath && !isStart) continue;
            if (part.starts_with('#') && url.find('#') != std::string::npos) continue;
            hasPath = true;
            url += part;
        }
        if (source_.oneIn(64)) url += (hasPath ? "" : "/") + std::string(most - url.size() - 1, 'x');
        return url;
    }

    Json makeInteger(const Json& schema) {
        const std::size_t least = sizeIn(schema, "minimum", 0);
        const std::size_t most = sizeIn(schema, "maximum", std::size_t{1} << 40u);
        if (source_.oneIn(8)) return most;
        return source_.between(least, std::min(most, least + 3));
    }

    const Json& root_;
    ByteSource& source_;
    std::size_t mostChallenges_;
    std::vector<std::string> languages_; // the default language first
    int baseYear_ = 2017;
    bool hasAnyYear_ = false;
    bool hasLongTexts_ = false;
    bool isLong_ = false; // the list of challenges: each is to be short
    std::map<std::string, std::uint8_t> habits_;
    std::map<std::string, std::vector<std::string>> ids_; // of each list that was made, by its place
    std::vector<std::string> listIds_;                    // of the list being made
    std::vector<std::string> words_;
    std::vector<std::string> days_;
};

} // namespace

ProgrammeGenerator::ProgrammeGenerator(std::string_view schema) : schema_(Json::parse(schema)) {
    checkKeywords(schema_, "");
}

std::string ProgrammeGenerator::make(ByteSource& source, std::size_t mostChallenges) const {
    return Maker(schema_, source, mostChallenges).make();
}

} // namespace support
