// A small programme for the tests of this room: three challenges, two groups and a skill without one, two languages,
// two cities.
#pragma once

#include "programme/reader.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

namespace explorer {

inline programme::Programme readProgramme(std::string_view json) {
    programme::ReadResult result = programme::read(json);
    for (const programme::Problem& problem : result.problems) {
        ADD_FAILURE() << problem.place.line << ":" << problem.place.column << " " << problem.pointer;
    }
    if (!result.programme) std::abort();
    return std::move(*result.programme);
}

/// The programme that the page shows first.
inline programme::Programme bundledProgramme() {
    std::ifstream file(CE_SOURCE_DIR "/data/eig-2018.json", std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    return readProgramme(bytes.str());
}

inline constexpr std::string_view kSampleApplication =
    R"({"url": "https://forms.example/apply", "opens": "2017-09-27", "closes": "2017-10-27", "closesTime": "17:00", "maxChallenges": 2})";

inline programme::Programme sampleProgramme(std::string_view application = kSampleApplication) {
    const std::string start = R"json({
  "schemaVersion": 1,
  "id": "sample",
  "title": {"fr": "Le programme, en bref", "en": "The programme; in short"},
  "defaultLanguage": "fr",
  "timeZone": "Europe/Paris",
  "application": )json";
    const std::string rest = R"json(,
  "skillGroups": [
    {"id": "data", "label": "Data"},
    {"id": "empty", "label": "Empty"},
    {"id": "code", "label": "Code"}
  ],
  "skills": [
    {"id": "python", "label": "Python", "group": "code"},
    {"id": "r", "label": "R", "group": "data"},
    {"id": "maps", "label": "Maps", "group": "data"},
    {"id": "law", "label": "Law"}
  ],
  "milestones": [
    {"id": "hearings", "title": {"fr": "Auditions", "en": "Hearings"}, "kind": "selection", "start": "2017-11-14", "end": "2017-11-15"},
    {"id": "cohort", "title": {"fr": "Promotion", "en": "Cohort"}, "kind": "cohort", "start": "2018-01-15", "end": "2018-11",
     "summary": {"fr": "Un \\ deux; trois, quatre", "en": "One"}, "url": "https://example.org/cohort"}
  ],
  "challenges": [
    {"id": "gobelins", "title": {"fr": "Gobelins (fr)", "en": "Gobelins (en)"}, "summary": "s", "host": {"name": "h", "city": "Saint-Étienne"},
     "profiles": [
       {"title": "p", "count": 2, "skills": ["python", "r"], "preferredSkills": ["maps"]},
       {"title": "q", "skills": ["python"]}
     ]},
    {"id": "hopkins", "title": "Hopkins", "summary": "s", "host": {"name": "h", "city": "Washington, D*C & co"},
     "profiles": [{"title": "p", "skills": ["maps"], "preferredSkills": ["law"]}]},
    {"id": "lab-sante", "title": "Lab santé", "summary": "s", "host": {"name": "h"},
     "profiles": [{"title": "p", "skills": ["law", "python"]}], "start": "2018-02", "end": "2018-12"}
  ]
})json";
    return readProgramme(start + std::string(application) + rest);
}

inline constexpr std::uint32_t kPython = 0, kR = 1, kMaps = 2, kLaw = 3;
inline constexpr std::uint32_t kSaintEtienne = 0, kWashington = 1;
inline constexpr std::uint32_t kGobelins = 0, kHopkins = 1, kLab = 2;

inline programme::Day day(std::string_view text) {
    return programme::parseDay(text).value();
}

} // namespace explorer
