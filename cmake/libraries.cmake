# The libraries that the program stands on, from Debian's packages: sources under .toolchain/src, headers of the system.

file(GLOB imgui_folders "${CE_TOOLCHAIN_DIR}/src/imgui-*/imgui.h")
if(NOT imgui_folders)
    message(FATAL_ERROR "Dear ImGui's source is not in ${CE_TOOLCHAIN_DIR}/src: call scripts/setup first.")
endif()
list(GET imgui_folders 0 imgui_header)
get_filename_component(imgui_dir "${imgui_header}" DIRECTORY)

add_library(imgui STATIC ${imgui_dir}/imgui.cpp ${imgui_dir}/imgui_draw.cpp ${imgui_dir}/imgui_tables.cpp
                         ${imgui_dir}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_dir})
target_include_directories(imgui PUBLIC ${PROJECT_SOURCE_DIR}/cmake/imgui) # its settings
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="imgui_config.h")
target_compile_options(imgui PRIVATE -fno-exceptions -fno-rtti -w)
set_target_properties(imgui PROPERTIES UNITY_BUILD OFF)

# OpenGL: in the browser Emscripten has it.
add_library(opengl INTERFACE)
if(NOT EMSCRIPTEN)
    find_package(OpenGL REQUIRED)
    target_link_libraries(opengl INTERFACE OpenGL::GL)
endif()

# nlohmann-json is headers alone. Emscripten must not see the rest of /usr/include, so they are linked into a folder of
# their own.
find_file(nlohmann_json_header nlohmann/json.hpp PATHS /usr/include "${CE_TOOLCHAIN_DIR}/include" REQUIRED NO_CMAKE_FIND_ROOT_PATH)
get_filename_component(nlohmann_dir "${nlohmann_json_header}" DIRECTORY)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/include)
file(CREATE_LINK ${nlohmann_dir} ${PROJECT_BINARY_DIR}/include/nlohmann SYMBOLIC)
add_library(nlohmann_json_headers INTERFACE)
target_include_directories(nlohmann_json_headers SYSTEM INTERFACE ${PROJECT_BINARY_DIR}/include)
target_compile_definitions(nlohmann_json_headers INTERFACE JSON_NOEXCEPTION JSON_DIAGNOSTICS=0)

# GoogleTest from Debian's source package, so that it is built with our own flags for every target.
if(CE_TESTS OR CE_BENCH)
    set(gtest_dir /usr/src/googletest/googletest)
    add_library(gtest_main STATIC EXCLUDE_FROM_ALL ${gtest_dir}/src/gtest-all.cc ${gtest_dir}/src/gtest_main.cc)
    target_include_directories(gtest_main SYSTEM PUBLIC ${gtest_dir}/include PRIVATE ${gtest_dir})
    target_compile_options(gtest_main PRIVATE -fno-exceptions -fno-rtti -w -O0) # it is compiled far longer than it runs
    target_compile_definitions(gtest_main PUBLIC GTEST_HAS_PTHREAD=0)
endif()
