// The command-line tool `programme`.
#include "tools/check.h"

#include <cstdio>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace {

using programme::InterfaceLanguage;
using programme::ReportWord;
using tools::ExitStatus;

/// A command line without mistakes, or one that asks for help.
struct Arguments {
    InterfaceLanguage language = InterfaceLanguage::english;
    bool wantsHelp = false;
    std::string_view command;
    std::vector<std::string_view> files;
};

struct UsageError {
    InterfaceLanguage language; // in which the help is printed, too
    std::string message;
};

void print(std::FILE* stream, std::string_view line) {
    std::fprintf(stream, "%.*s\n", static_cast<int>(line.size()), line.data());
}

void printHelp(std::FILE* stream, InterfaceLanguage language) {
    for (const ReportWord line : {ReportWord::tool_usage, ReportWord::tool_usage_check, ReportWord::tool_usage_language,
                                  ReportWord::tool_usage_help, ReportWord::tool_usage_exit})
        print(stream, word(line, language));
}

/// What is wrong with the command and its files; none: nothing.
std::optional<std::string> findMistake(const Arguments& arguments) {
    if (arguments.command.empty()) return std::string(word(ReportWord::tool_noCommand, arguments.language));
    if (arguments.command != "check")
        return fill(ReportWord::tool_unknownCommand, arguments.language, {{"argument", arguments.command}});
    if (arguments.files.empty()) return std::string(word(ReportWord::tool_noFile, arguments.language));
    return std::nullopt;
}

/// With --help nothing else counts. Of several wrong options the last one is reported.
std::variant<Arguments, UsageError> parse(const std::vector<std::string_view>& given) {
    Arguments arguments;
    std::optional<std::string> mistake;
    for (std::size_t index = 0; index < given.size(); ++index) {
        const std::string_view argument = given[index];
        if (argument == "--help") {
            arguments.wantsHelp = true;
        } else if (argument == "--language") {
            const std::string_view tag = ++index < given.size() ? given[index] : "";
            if (tag != "fr" && tag != "en") mistake = word(ReportWord::tool_unknownLanguage, arguments.language);
            arguments.language = programme::interfaceLanguage(tag);
        } else if (argument.starts_with("-")) {
            mistake = fill(ReportWord::tool_unknownOption, arguments.language, {{"argument", argument}});
        } else if (arguments.command.empty()) {
            arguments.command = argument;
        } else {
            arguments.files.push_back(argument);
        }
    }
    if (arguments.wantsHelp) return arguments;
    if (!mistake) mistake = findMistake(arguments);
    if (mistake) return UsageError{arguments.language, std::move(*mistake)};
    return arguments;
}

ExitStatus run(const std::vector<std::string_view>& given) {
    const std::variant<Arguments, UsageError> parsed = parse(given);
    if (const auto* error = std::get_if<UsageError>(&parsed)) {
        print(stderr, error->message);
        printHelp(stderr, error->language);
        return ExitStatus::wrongUsage;
    }
    const auto& arguments = *std::get_if<Arguments>(&parsed);
    if (!arguments.wantsHelp) return tools::checkFiles(arguments.files, arguments.language);
    printHelp(stdout, arguments.language);
    return ExitStatus::good;
}

} // namespace

int main(int count, char** values) {
    const std::vector<std::string_view> given(values + 1, values + count);
    return static_cast<int>(run(given));
}
