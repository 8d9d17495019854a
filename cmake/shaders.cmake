# Turns shaders/<name>.<stage>.glsl into shader_sources.h, a string constant for each, without comments and indentation.
# Nothing is read when the program runs.

set(shaders_dir ${PROJECT_SOURCE_DIR}/shaders)
set(shaders_out ${PROJECT_BINARY_DIR}/generated/shaders)

function(generate_shaders)
    file(GLOB files CONFIGURE_DEPENDS ${shaders_dir}/*.glsl)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${files})
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
        string(REGEX REPLACE "[ \t]*//[^\n]*" "" source "${source}")
        string(REGEX REPLACE "\n[ \t\n]+" "\n" source "${source}")
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
