// The command-line tool `programme`.
#include "tools/check.h"

#include <cstdio>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace {

using programme::InterfaceLanguage;
using programme::Word;
using tools::ExitStatus;

struct Arguments {
    InterfaceLanguage language = InterfaceLanguage::english;
    bool wantsHelp = false;
    std::string_view command;
    std::vector<std::string_view> files;
    std::string mistake; // the last option that is wrong; empty: none
};

void print(std::FILE* stream, std::string_view line) {
    std::fprintf(stream, "%.*s\n", static_cast<int>(line.size()), line.data());
}

void printHelp(std::FILE* stream, InterfaceLanguage language) {
    for (const Word line : {Word::tool_usage, Word::tool_usage_check, Word::tool_usage_language, Word::tool_usage_help,
                            Word::tool_usage_exit})
        print(stream, word(line, language));
}

Arguments parse(const std::vector<std::string_view>& given) {
    Arguments arguments;
    for (std::size_t index = 0; index < given.size(); ++index) {
        const std::string_view argument = given[index];
        if (argument == "--help") {
            arguments.wantsHelp = true;
        } else if (argument == "--language") {
            const std::string_view tag = ++index < given.size() ? given[index] : "";
            if (tag != "fr" && tag != "en") arguments.mistake = word(Word::tool_unknownLanguage, arguments.language);
            arguments.language = programme::interfaceLanguage(tag);
        } else if (argument.starts_with("-")) {
            arguments.mistake = fill(Word::tool_unknownOption, arguments.language, {{"argument", argument}});
        } else if (arguments.command.empty()) {
            arguments.command = argument;
        } else {
            arguments.files.push_back(argument);
        }
    }
    return arguments;
}

/// What is wrong with the arguments; empty: nothing.
std::string findMistake(const Arguments& arguments) {
    if (!arguments.mistake.empty()) return arguments.mistake;
    if (arguments.command.empty()) return std::string(word(Word::tool_noCommand, arguments.language));
    if (arguments.command != "check")
        return fill(Word::tool_unknownCommand, arguments.language, {{"argument", arguments.command}});
    if (arguments.files.empty()) return std::string(word(Word::tool_noFile, arguments.language));
    return "";
}

ExitStatus run(const Arguments& arguments) {
    if (arguments.wantsHelp) {
        printHelp(stdout, arguments.language);
        return ExitStatus::good;
    }
    if (const std::string mistake = findMistake(arguments); !mistake.empty()) {
        print(stderr, mistake);
        printHelp(stderr, arguments.language);
        return ExitStatus::wrongUsage;
    }
    return tools::checkFiles(arguments.files, arguments.language);
}

} // namespace

int main(int count, char** values) {
    const std::vector<std::string_view> given(values + 1, values + count);
    return static_cast<int>(run(parse(given)));
}
