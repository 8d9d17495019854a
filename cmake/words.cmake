# Turns data/words/{fr,en}.json into word_list.h (enum class Word, CountedWord) and word_tables.h (their strings).
# The two files hold the same keys in the same order; a key "….one" has its "….other" right after it.

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
    set(words "")
    set(counted "")
    set(word_rows "")
    set(counted_rows "")
    list(LENGTH keys count)
    math(EXPR last "${count} - 1")
    foreach(index RANGE ${last})
        list(GET keys ${index} key)
        list(GET french ${index} fr)
        list(GET english ${index} en)
        string(MAKE_C_IDENTIFIER "${key}" name)
        if(key MATCHES "\\.one$")
            string(REGEX REPLACE "_one$" "" name "${name}")
            math(EXPR next "${index} + 1")
            list(GET keys ${next} other)
            string(REGEX REPLACE "\\.one$" ".other" expected "${key}")
            if(NOT other STREQUAL expected)
                message(FATAL_ERROR "data/words: ${key} must be followed by ${expected}.")
            endif()
            list(GET french ${next} fr_other)
            list(GET english ${next} en_other)
            string(APPEND counted "    ${name},\n")
            string(APPEND counted_rows "    {{{\"${fr}\", \"${fr_other}\"}, {\"${en}\", \"${en_other}\"}}},\n")
        elseif(NOT key MATCHES "\\.other$")
            string(APPEND words "    ${name},\n")
            string(APPEND word_rows "    {\"${fr}\", \"${en}\"},\n")
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

} // namespace programme
" @ONLY)
    file(CONFIGURE OUTPUT ${words_out}/word_tables.h CONTENT
"// Made from data/words by cmake/words.cmake. For words.cpp alone.
#pragma once

namespace programme {

struct WordRow {
    const char* french;
    const char* english;
};
inline constexpr WordRow kWordRows[] = {
${word_rows}};

struct CountedWordRow {
    const char* byLanguage[2][2]; // [French, English][one, other]
};
inline constexpr CountedWordRow kCountedWordRows[] = {
${counted_rows}};

} // namespace programme
" @ONLY)
endfunction()

generate_words()
add_library(ce_words INTERFACE)
target_include_directories(ce_words INTERFACE ${words_out})
