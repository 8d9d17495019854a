# Turns data/theme.json into theme_colours.h: the light and the dark ui::Theme. scripts/site.mjs puts values of the same
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

# The initialisers of one theme's members.
function(read_theme json name out)
    list(LENGTH theme_members expected)
    string(JSON count LENGTH "${json}" ${name})
    string(JSON group_count LENGTH "${json}" ${name} groups)
    math(EXPR colour_count "${count} - 1")
    if(NOT colour_count EQUAL expected OR NOT group_count EQUAL theme_groups)
        message(FATAL_ERROR "data/theme.json: ${name} has other colours than ui::Theme.")
    endif()
    set(members "")
    foreach(member IN LISTS theme_members)
        string(JSON text GET "${json}" ${name} ${member})
        read_colour("${text}" colour)
        string(APPEND members "    .${member} = ${colour},\n")
    endforeach()
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
    read_theme("${json}" light light)
    read_theme("${json}" dark dark)
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

} // namespace ui
" @ONLY)
endfunction()

generate_theme()
add_library(ce_theme INTERFACE)
target_include_directories(ce_theme INTERFACE ${theme_out})
