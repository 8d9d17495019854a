# Turns data/theme.json into theme_colours.h: the light and the dark ui::Theme, and both with more contrast, whose objects have the
# colours that differ. scripts/site.mjs puts values of the same
# file into the page's styles.

set(theme_file ${PROJECT_SOURCE_DIR}/data/theme.json)
set(theme_out ${PROJECT_BINARY_DIR}/generated/theme)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${theme_file})

# "#18753c" → rgb(0x18753c)
function(read_colour text out)
    if(NOT text MATCHES "^#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]$")
        message(FATAL_ERROR "data/theme.json: \"${text}\" is not six lower-case hexadecimal digits after a #.")
    endif()
    string(REPLACE "#" "rgb(0x" hexadecimal "${text}")
    set(${out} "${hexadecimal})" PARENT_SCOPE)
endfunction()

# Of ui::Theme, in their order; the keys of the file.
set(theme_members
    background surface surfaceStrong line ink inkSoft inkFaint accent accentWeak onAccent open openWeak today match onMatch)
set(theme_groups 5)

# The initialisers of one theme's members. What the object `name` does not have is that of the object `base`.
function(read_theme json name base out)
    set(members "")
    set(found 0)
    foreach(member IN LISTS theme_members)
        string(JSON text ERROR_VARIABLE is_missing GET "${json}" ${name} ${member})
        if(is_missing)
            string(JSON text GET "${json}" ${base} ${member})
        else()
            math(EXPR found "${found} + 1")
        endif()
        read_colour("${text}" colour)
        string(APPEND members "    .${member} = ${colour},\n")
    endforeach()
    string(JSON count LENGTH "${json}" ${name})
    string(JSON group_count LENGTH "${json}" ${name} groups)
    math(EXPR colour_count "${count} - 1")
    if(NOT colour_count EQUAL found OR NOT group_count EQUAL theme_groups)
        message(FATAL_ERROR "data/theme.json: ${name} has other colours than ui::Theme.")
    endif()
    set(groups "")
    math(EXPR last "${theme_groups} - 1")
    foreach(group RANGE ${last})
        string(JSON text GET "${json}" ${name} groups ${group})
        read_colour("${text}" colour)
        list(APPEND groups "${colour}")
    endforeach()
    list(JOIN groups ", " groups)
    set(${out} "${members}    .groups = {${groups}},\n" PARENT_SCOPE)
endfunction()

function(generate_theme)
    file(READ ${theme_file} json)
    read_theme("${json}" light light light)
    read_theme("${json}" dark dark dark)
    read_theme("${json}" lightWithMoreContrast light light_more)
    read_theme("${json}" darkWithMoreContrast dark dark_more)
    file(CONFIGURE OUTPUT ${theme_out}/theme_colours.h CONTENT
"// Made from data/theme.json by cmake/theme.cmake. For theme.cpp alone.
#pragma once

#include \"ui/theme.h\"

namespace ui {

inline constexpr Theme kLight = {
    .isDark = false,
${light}};

inline constexpr Theme kDark = {
    .isDark = true,
${dark}};

inline constexpr Theme kLightWithMoreContrast = {
    .isDark = false,
${light_more}};

inline constexpr Theme kDarkWithMoreContrast = {
    .isDark = true,
${dark_more}};

} // namespace ui
" @ONLY)
endfunction()

generate_theme()
add_library(ce_theme INTERFACE)
target_include_directories(ce_theme INTERFACE ${theme_out})
