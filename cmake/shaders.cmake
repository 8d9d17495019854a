# Turns shaders/<name>.<stage>.glsl into shader_sources.h, a string constant for each, without comments and white space, and
# with short names for all but the uniforms, which the program asks for by name. Nothing is read when the program runs.

set(shaders_dir ${PROJECT_SOURCE_DIR}/shaders)
set(shaders_out ${PROJECT_BINARY_DIR}/generated/shaders)

# The sources must have no preprocessor lines, and no operator with a sign behind it ("a - -b").
function(strip_shader source out)
    string(REGEX REPLACE "[ \t]*//[^\n]*" "" source "${source}")
    string(REGEX REPLACE "[ \t\n]+" " " source "${source}")
    string(REGEX REPLACE " ?([^A-Za-z0-9_ ]) ?" "\\1" source "${source}")
    set(${out} "${source}" PARENT_SCOPE)
endfunction()

# The names that the sources declare, without the uniforms'. The same name becomes the same short one in all sources: what a vertex
# shader hands to its fragment shader must have one name.
function(list_shader_names sources out)
    set(type "(float|int|uint|bool|[iu]?vec[234]|void)")
    string(REGEX MATCHALL "uniform [A-Za-z0-9]+ [A-Za-z0-9]+" uniforms "${sources}")
    list(TRANSFORM uniforms REPLACE ".* " "")
    string(REGEX MATCHALL "${type} [A-Za-z0-9]+" names "${sources}")
    list(TRANSFORM names REPLACE ".* " "")
    list(REMOVE_DUPLICATES names)
    list(REMOVE_ITEM names main ${uniforms})
    list(SORT names)
    set(${out} ${names} PARENT_SCOPE)
endfunction()

# Names of two letters: "aa", "ab" … The sources have none that short.
function(shorten_shader_names source names out)
    list(LENGTH names count)
    if(count GREATER 78) # "da" to "dz" have the keyword "do"
        message(FATAL_ERROR "The shaders declare ${count} names; there are short ones for 78.")
    endif()
    set(letters a b c d e f g h i j k l m n o p q r s t u v w x y z)
    set(index 0)
    foreach(name ${names})
        math(EXPR first "${index} / 26")
        math(EXPR second "${index} % 26")
        list(GET letters ${first} first)
        list(GET letters ${second} second)
        # Twice: what stands between two neighbours is a part of the first match.
        foreach(round 1 2)
            string(REGEX REPLACE "(^|[^A-Za-z0-9_.])${name}([^A-Za-z0-9_])" "\\1${first}${second}\\2" source "${source}")
        endforeach()
        math(EXPR index "${index} + 1")
    endforeach()
    set(${out} "${source}" PARENT_SCOPE)
endfunction()

function(generate_shaders)
    file(GLOB files CONFIGURE_DEPENDS ${shaders_dir}/*.glsl)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${files})
    set(sources "")
    foreach(file ${files})
        file(READ ${file} source)
        strip_shader("${source}" source)
        string(APPEND sources "${source}\n")
    endforeach()
    list_shader_names("${sources}" names)
    set(constants "")
    foreach(file ${files})
        # "shapes.vertex.glsl" → kShapesVertex
        get_filename_component(file_name ${file} NAME)
        string(REGEX MATCHALL "[a-z]+" parts "${file_name}")
        list(REMOVE_ITEM parts glsl)
        set(name "k")
        foreach(part ${parts})
            string(SUBSTRING ${part} 0 1 initial)
            string(SUBSTRING ${part} 1 -1 rest)
            string(TOUPPER ${initial} initial)
            string(APPEND name ${initial}${rest})
        endforeach()
        file(READ ${file} source)
        strip_shader("${source}" source)
        shorten_shader_names("${source}" "${names}" source)
        string(APPEND constants "inline constexpr char ${name}[] = R\"glsl(${source})glsl\";\n")
    endforeach()
    file(CONFIGURE OUTPUT ${shaders_out}/shader_sources.h CONTENT
"// Made from shaders/ by cmake/shaders.cmake.
#pragma once

namespace render {

${constants}
} // namespace render
" @ONLY)
endfunction()

generate_shaders()
add_library(ce_shaders INTERFACE)
target_include_directories(ce_shaders INTERFACE ${shaders_out})
