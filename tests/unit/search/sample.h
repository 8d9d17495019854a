// Programmes for the tests of this room, written down in a few words and read by the reader.
#pragma once

#include "programme/reader.h"
#include "search/index.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace search {

/// A text of the file: one string, or, where it begins with a brace, JSON as it stands.
using SampleText = std::string;

struct SampleSkill {
    std::string id;
    SampleText label;
    std::string group; // empty: none
    std::vector<std::string> aliases;
};

struct SampleProfile {
    std::vector<std::string> skills;
    std::vector<std::string> preferred;
    SampleText title = "?";
};

struct SampleChallenge {
    SampleText title = "?";
    SampleText tagline;
    SampleText summary = "?";
    std::vector<SampleText> description;
    SampleText host = "?";
    SampleText ministry;
    std::string city;
    std::vector<SampleProfile> profiles;
    std::string start, end; // days or months; empty: none
};

struct SampleProgramme {
    std::vector<std::string> groups;
    std::vector<SampleSkill> skills;
    std::vector<SampleChallenge> challenges;
};

class SampleWriter {
public:
    explicit SampleWriter(const SampleProgramme& sample) {
        json_ =
            R"({"schemaVersion":1,"id":"sample","title":"Sample","defaultLanguage":"fr","timeZone":"Europe/Paris",)"
            R"("application":{"url":"https://example.org","opens":"2017-09-27","closes":"2017-10-27"},"milestones":[])";
        writeList("skillGroups", sample.groups, [this](const std::string& group) {
            json_ += R"({"id":")" + group + R"(","label":")" + group + "\"}";
        });
        std::vector<SampleSkill> skills = sample.skills;
        if (skills.empty()) skills.push_back({"none", "§", "", {}}); // the file needs one
        writeList("skills", skills, [this](const SampleSkill& skill) { writeSkill(skill); });
        noSkill_ = skills.front().id;
        writeList("challenges", sample.challenges,
                  [this](const SampleChallenge& challenge) { writeChallenge(challenge); });
        json_ += '}';
    }

    std::string take() { return std::move(json_); }

private:
    static std::string quote(const std::string& text) { return '"' + text + '"'; }
    static std::string write(const SampleText& text) { return text.starts_with('{') ? text : quote(text); }

    template <typename Item, typename Write>
    void writeList(std::string_view name, const std::vector<Item>& items, const Write& writeItem) {
        json_.append(",\"").append(name).append("\":[");
        writeItems(items, writeItem);
        json_ += ']';
    }

    template <typename Item, typename Write>
    void writeItems(const std::vector<Item>& items, const Write& writeItem) {
        for (const Item& item : items) {
            if (&item != &items.front()) json_ += ',';
            writeItem(item);
        }
    }

    void writeStrings(std::string_view name, const std::vector<std::string>& items) {
        writeList(name, items, [this](const std::string& item) { json_ += quote(item); });
    }

    void writeSkill(const SampleSkill& skill) {
        json_ += R"({"id":")" + skill.id + R"(","label":)" + write(skill.label);
        if (!skill.group.empty()) json_ += R"(,"group":")" + skill.group + '"';
        writeStrings("aliases", skill.aliases);
        json_ += '}';
    }

    void writeChallenge(const SampleChallenge& challenge) {
        json_ += R"({"id":"c)" + std::to_string(nextId_++) + R"(","title":)" + write(challenge.title);
        if (!challenge.tagline.empty()) json_ += R"(,"tagline":)" + write(challenge.tagline);
        if (!challenge.start.empty()) json_ += R"(,"start":)" + quote(challenge.start);
        if (!challenge.end.empty()) json_ += R"(,"end":)" + quote(challenge.end);
        json_ += R"(,"summary":)" + write(challenge.summary) + R"(,"host":{"name":)" + write(challenge.host);
        if (!challenge.ministry.empty()) json_ += R"(,"ministry":)" + write(challenge.ministry);
        if (!challenge.city.empty()) json_ += R"(,"city":)" + quote(challenge.city);
        json_ += '}';
        writeList("description", challenge.description, [this](const SampleText& text) { json_ += write(text); });
        std::vector<SampleProfile> profiles = challenge.profiles;
        if (profiles.empty()) profiles.push_back({.skills = {noSkill_}, .preferred = {}});
        writeList("profiles", profiles, [this](const SampleProfile& profile) { writeProfile(profile); });
        json_ += '}';
    }

    void writeProfile(const SampleProfile& profile) {
        json_ += R"({"title":)" + write(profile.title);
        writeStrings("skills", profile.skills);
        writeStrings("preferredSkills", profile.preferred);
        json_ += '}';
    }

    std::string json_;
    std::string noSkill_;
    std::size_t nextId_ = 0;
};

inline programme::Programme read(const SampleProgramme& sample) {
    programme::ReadResult result = programme::read(SampleWriter(sample).take());
    for (const programme::Problem& problem : result.problems) {
        ADD_FAILURE() << problem.pointer << ": " << problem.found;
    }
    if (!result.programme) std::abort();
    return std::move(*result.programme);
}

/// The challenges that the text finds among challenges with these titles, best first.
inline std::vector<programme::ChallengeIndex> findTitles(const std::vector<SampleText>& titles, std::string_view text) {
    SampleProgramme sample;
    for (const SampleText& title : titles) sample.challenges.push_back({.title = title});
    return Index::build(read(sample), 0).find({.text = text, .skills = {}}).ranked;
}

} // namespace search
