# Turns data/words/{fr,en}.json into word_list.h (enumerations of the words) and word_strings.h (their strings). The two
# files hold the same keys in the same order; a key "….one" has its "….other" right after it.
#
# Keys that begin with "problem." or "tool." are words of reports (ReportWord), which the page's program does without.
# Those that begin with "page." are for web/ alone (scripts/site.mjs).

set(words_dir ${PROJECT_SOURCE_DIR}/data/words)
set(words_out ${PROJECT_BINARY_DIR}/generated)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${words_dir}/fr.json ${words_dir}/en.json)

function(read_words language keys_out values_out)
    file(READ ${words_dir}/${language}.json json)
    string(JSON count LENGTH "${json}")
    math(EXPR last "${count} - 1")
    set(keys "")
    set(values "")
    foreach(index RANGE ${last})
        string(JSON key MEMBER "${json}" ${index})
        string(JSON value GET "${json}" "${key}")
        string(REPLACE "\\" "\\\\" value "${value}")
        string(REPLACE "\"" "\\\"" value "${value}")
        string(REPLACE ";" "\\;" value "${value}")
        list(APPEND keys "${key}")
        list(APPEND values "${value}")
    endforeach()
    set(${keys_out} "${keys}" PARENT_SCOPE)
    set(${values_out} "${values}" PARENT_SCOPE)
endfunction()

function(generate_words)
    read_words(fr keys french)
    read_words(en english_keys english)
    if(NOT "${keys}" STREQUAL "${english_keys}")
        message(FATAL_ERROR "data/words/fr.json and en.json do not hold the same keys in the same order.")
    endif()
    # Enumerators, and the strings in each language.
    foreach(text words counted reports words_fr words_en counted_fr counted_en reports_fr reports_en word_keys counted_keys report_keys)
        set(${text} "")
    endforeach()
    foreach(number word_count counted_count report_count)
        set(${number} 0)
    endforeach()
    list(LENGTH keys count)
    math(EXPR last "${count} - 1")
    foreach(index RANGE ${last})
        list(GET keys ${index} key)
        list(GET french ${index} fr)
        list(GET english ${index} en)
        string(MAKE_C_IDENTIFIER "${key}" name)
        if(key MATCHES "^page\\.")
            continue()
        elseif(key MATCHES "\\.one$")
            string(REGEX REPLACE "_one$" "" name "${name}")
            math(EXPR next "${index} + 1")
            list(GET keys ${next} other)
            string(REGEX REPLACE "\\.one$" ".other" expected "${key}")
            if(NOT other STREQUAL expected)
                message(FATAL_ERROR "data/words: ${key} must be followed by ${expected}.")
            endif()
            string(APPEND counted "    ${name},\n")
            math(EXPR counted_count "${counted_count} + 1")
            string(APPEND counted_fr "    \"${fr}\\0\"\n")
            string(APPEND counted_en "    \"${en}\\0\"\n")
            string(APPEND counted_keys "    \"${key}\\0\"\n")
        elseif(key MATCHES "\\.other$")
            string(APPEND counted_fr "    \"${fr}\\0\"\n")
            string(APPEND counted_en "    \"${en}\\0\"\n")
            string(APPEND counted_keys "    \"${key}\\0\"\n")
        elseif(key MATCHES "^(problem|tool)\\.")
            string(APPEND reports "    ${name},\n")
            math(EXPR report_count "${report_count} + 1")
            string(APPEND report_keys "    \"${key}\\0\"\n")
            string(APPEND reports_fr "    \"${fr}\\0\"\n")
            string(APPEND reports_en "    \"${en}\\0\"\n")
        else()
            string(APPEND words "    ${name},\n")
            math(EXPR word_count "${word_count} + 1")
            string(APPEND word_keys "    \"${key}\\0\"\n")
            string(APPEND words_fr "    \"${fr}\\0\"\n")
            string(APPEND words_en "    \"${en}\\0\"\n")
        endif()
    endforeach()
    file(CONFIGURE OUTPUT ${words_out}/word_list.h CONTENT
"// Made from data/words by cmake/words.cmake.
#pragma once

#include <cstdint>

namespace programme {

enum class Word : std::uint16_t {
${words}};

enum class CountedWord : std::uint16_t {
${counted}};

enum class ReportWord : std::uint16_t {
${reports}};

} // namespace programme
" @ONLY)
    file(CONFIGURE OUTPUT ${words_out}/word_strings.h CONTENT
"// Made from data/words by cmake/words.cmake. For words.cpp alone. Each string ends with a zero byte.
#pragma once

#include \"word_list.h\"

#include <cstddef>

namespace programme {

inline constexpr std::size_t kWordCount = ${word_count};
inline constexpr std::size_t kCountedWordCount = ${counted_count};
inline constexpr std::size_t kReportWordCount = ${report_count};

// The strings of Word in their order.
inline constexpr char kFrenchWords[] =
${words_fr}    ;
inline constexpr char kEnglishWords[] =
${words_en}    ;

// The strings of CountedWord in their order: of each the singular, then the plural.
inline constexpr char kFrenchCountedWords[] =
${counted_fr}    ;
inline constexpr char kEnglishCountedWords[] =
${counted_en}    ;

// The strings of ReportWord in their order.
inline constexpr char kFrenchReportWords[] =
${reports_fr}    ;
inline constexpr char kEnglishReportWords[] =
${reports_en}    ;

// The keys of these strings, in the same order: for a program that reads the files again (live_words.h).
inline constexpr char kWordKeys[] =
${word_keys}    ;
inline constexpr char kCountedWordKeys[] =
${counted_keys}    ;
inline constexpr char kReportWordKeys[] =
${report_keys}    ;

} // namespace programme
" @ONLY)
endfunction()

generate_words()
add_library(ce_words INTERFACE)
target_include_directories(ce_words INTERFACE ${words_out})
