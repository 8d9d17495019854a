// Invariants of programme::read() for any bytes. Used by the fuzzer and by tests that mutate files at random.
#pragma once

#include "base/utf8.h"
#include "programme/reader.h"
#include "programme/words.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace support {

class ReadingInvariants {
public:
    explicit ReadingInvariants(std::string_view readBytes) : bytes_(readBytes) {}

    /// Reads the bytes. Returns the first invariant that is violated; empty: none.
    [[nodiscard]] std::string check() {
        const programme::ReadResult result = programme::read(bytes_);
        isGoodFile_ = result.programme.has_value();
        if (result.programme.has_value() != result.problems.empty()) return "either a programme or problems";
        if (result.problems.size() > programme::kMaxProblems + 1) return "too many problems";
        for (const programme::Problem& problem : result.problems) checkProblem(problem);
        if (result.programme) checkProgramme(*result.programme);
        require(result.warnings.empty(), "unknown parts are problems");
        checkColumnsInUtf16(result);
        checkReadingWithoutUnknownParts(result);
        return violation_;
    }

    /// Whether check() read a programme.
    [[nodiscard]] bool isGood() const { return isGoodFile_; }

private:
    void require(bool holds, std::string_view what) {
        if (!holds && violation_.empty()) violation_ = what;
    }

    /// With columns in UTF-16 code units the problems and lines must be the same, and columns at most twice as large.
    void checkColumnsInUtf16(const programme::ReadResult& result) {
        const auto columns = programme::ColumnUnit::utf16CodeUnit;
        const programme::ReadResult inUtf16 = programme::read(bytes_, {.columns = columns});
        require(inUtf16.problems.size() == result.problems.size(), "the same problems in either unit");
        for (std::size_t index = 0; index < result.problems.size() && violation_.empty(); ++index) {
            const programme::Place place = result.problems[index].place;
            const programme::Place placeInUtf16 = inUtf16.problems[index].place;
            require(placeInUtf16.line == place.line, "the same line in either unit");
            require(placeInUtf16.column >= place.column && placeInUtf16.column <= 2 * place.column - 1,
                    "a column in UTF-16");
        }
    }

    /// With UnknownParts::areLeftOut, a file whose only problems are unknown parts must be read, with warnings; any
    /// other must give the same problems.
    void checkReadingWithoutUnknownParts(const programme::ReadResult& result) {
        const auto leftOut = programme::UnknownParts::areLeftOut;
        const programme::ReadResult lenient = programme::read(bytes_, {.unknownParts = leftOut});
        if (result.problems.size() > programme::kMaxProblems) return; // the reading may have ended at another place
        require(lenient.programme.has_value() == lenient.problems.empty(), "either a programme or problems, leniently");
        require(lenient.problems.empty() || lenient.warnings.empty(), "warnings of a good file alone");
        const auto& said = lenient.programme ? lenient.warnings : lenient.problems;
        require(said.size() == result.problems.size(), "nothing unknown is left out silently");
        for (std::size_t index = 0; index < said.size() && violation_.empty(); ++index) {
            const programme::Problem& problem = result.problems[index];
            require(said[index].code == problem.code && said[index].pointer == problem.pointer, "the same, leniently");
            const bool mayBeLeftOut = problem.code == programme::ProblemCode::unknownKey ||
                                      problem.code == programme::ProblemCode::wrongValue;
            require(!lenient.programme || mayBeLeftOut, "only unknown parts are left out");
        }
        if (lenient.programme) checkProgramme(*lenient.programme);
        checkReadingToShow(lenient);
    }

    /// The reader that does not say what is wrong must read the same.
    void checkReadingToShow(const programme::ReadResult& lenient) {
        const programme::ShownFile shown = programme::readToShow(bytes_);
        require(shown.programme.has_value() == lenient.programme.has_value(), "the same verdict without reasons");
        require(shown.hasUnknownParts == !lenient.warnings.empty(), "the same unknown parts without reasons");
        if (!shown.programme || !lenient.programme) return;
        require(shown.programme->characters == lenient.programme->characters &&
                    shown.programme->languages == lenient.programme->languages &&
                    shown.programme->challenges.size() == lenient.programme->challenges.size(),
                "the same programme without reasons");
    }

    void checkProblem(const programme::Problem& problem) {
        const auto [line, column] = problem.place;
        require(line >= 1 && line <= lineCount_ && column >= 1 && column <= bytes_.size() + 1, "a place in the file");
        require(line > lastLine_ || (line == lastLine_ && column >= lastColumn_), "problems in the file's order");
        lastLine_ = line;
        lastColumn_ = column;
        require(problem.pointer.empty() || problem.pointer.front() == '/', "a JSON pointer");
        for (const auto language : {programme::InterfaceLanguage::french, programme::InterfaceLanguage::english}) {
            const std::string sentence = describe(problem, language);
            require(!sentence.empty() && !base::findInvalidUtf8(sentence), "a readable sentence");
            // An unfilled placeholder would be in the sentence as it is; the file's own text may contain the same.
            const bool hasOpenPlace = sentence.find("{found}") != std::string::npos;
            require(!hasOpenPlace || problem.found.find("{found}") != std::string::npos,
                    "a sentence without open places");
        }
    }

    void checkProgramme(const programme::Programme& programme) {
        require(!base::findInvalidUtf8(programme.characters), "characters in UTF-8");
        require(!programme.languages.empty(), "a default language");
        require(!programme.skills.empty() && !programme.challenges.empty(), "skills and challenges");
        for (const programme::TextVariant& variant : programme.variants) {
            checkString(programme, variant.string);
            require(variant.language == programme::kEveryLanguage || variant.language < programme.languages.size(),
                    "a known language");
        }
        for (const programme::Skill& skill : programme.skills) {
            checkString(programme, skill.id);
            checkText(programme, skill.label);
            require(!skill.group || *skill.group < programme.skillGroups.size(), "a known group");
        }
        for (const programme::Challenge& challenge : programme.challenges) {
            checkString(programme, challenge.id);
            checkText(programme, challenge.title);
            checkText(programme, challenge.summary);
            checkText(programme, challenge.host.name);
            require(!challenge.profiles.empty(), "a profile");
            for (const programme::Profile& profile : challenge.profiles) {
                checkText(programme, profile.title);
                require(profile.count >= 1 && profile.count <= 1000 && !profile.skills.empty(), "posts and skills");
                checkSkills(programme, profile.skills);
                checkSkills(programme, profile.preferredSkills);
            }
        }
    }

    void checkString(const programme::Programme& programme, programme::StringRef string) {
        require(!string.isEmpty() && string.offset + string.length <= programme.characters.size(), "a kept string");
    }

    void checkText(const programme::Programme& programme, programme::Text text) {
        require(!text.isEmpty() && text.firstVariant + text.variantCount <= programme.variants.size(), "a kept text");
        require(!programme.in(text, 0).empty(), "the default language");
    }

    void checkSkills(const programme::Programme& programme, std::span<const programme::SkillIndex> skills) {
        for (const programme::SkillIndex skill : skills) require(skill < programme.skills.size(), "a known skill");
    }

    std::string_view bytes_;
    std::size_t lineCount_ = static_cast<std::size_t>(std::ranges::count(bytes_, '\n')) + 1;
    std::size_t lastLine_ = 1;
    std::size_t lastColumn_ = 1;
    std::string violation_;
    bool isGoodFile_ = false;
};

} // namespace support
