# sdl2_web: SDL 2.32 for the browser, compiled from its sources under .toolchain/src with SDL_config_emscripten.h.
#
# Only what a window with a WebGL 2 context needs is listed: SDL's own CMake project takes minutes under Emscripten and
# builds sound, game controllers and a software renderer too. Its video driver for the browser is ours,
# src/platform/web/sdl_driver.c, which says why.

file(GLOB sdl_folders "${CE_TOOLCHAIN_DIR}/src/SDL2-*/include/SDL_config_emscripten.h")
if(NOT sdl_folders)
    message(FATAL_ERROR "SDL's source is not in ${CE_TOOLCHAIN_DIR}/src: call scripts/setup first.")
endif()
list(GET sdl_folders 0 sdl_header)
get_filename_component(sdl_include_dir "${sdl_header}" DIRECTORY)
get_filename_component(sdl_dir "${sdl_include_dir}" DIRECTORY)

set(sdl_sources
    SDL.c SDL_assert.c SDL_error.c SDL_hints.c SDL_list.c SDL_log.c SDL_utils.c
    atomic/SDL_atomic.c atomic/SDL_spinlock.c
    cpuinfo/SDL_cpuinfo.c
    events/SDL_clipboardevents.c events/SDL_displayevents.c events/SDL_dropevents.c events/SDL_events.c
    events/SDL_keyboard.c events/SDL_keysym_to_scancode.c events/SDL_mouse.c events/SDL_quit.c
    events/SDL_scancode_tables.c events/SDL_touch.c events/SDL_windowevents.c events/imKStoUCS.c
    file/SDL_rwops.c
    stdlib/SDL_crc32.c stdlib/SDL_iconv.c stdlib/SDL_malloc.c stdlib/SDL_qsort.c
    stdlib/SDL_stdlib.c stdlib/SDL_string.c stdlib/SDL_strtokr.c
    thread/SDL_thread.c thread/generic/SDL_sysmutex.c thread/generic/SDL_syssem.c thread/generic/SDL_systhread.c
    thread/generic/SDL_systls.c
    timer/SDL_timer.c
    video/SDL_clipboard.c video/SDL_rect.c video/SDL_video.c)
list(TRANSFORM sdl_sources PREPEND "${sdl_dir}/src/")

add_library(sdl2_web STATIC EXCLUDE_FROM_ALL ${sdl_sources} ${CMAKE_CURRENT_LIST_DIR}/../src/platform/web/sdl_driver.c)
target_include_directories(sdl2_web SYSTEM PUBLIC ${sdl_include_dir})
target_include_directories(sdl2_web PRIVATE ${sdl_dir}/src)
target_compile_definitions(sdl2_web PRIVATE
    SDL_LEAN_AND_MEAN=1 SDL_AUDIO_DISABLED=1 SDL_JOYSTICK_DISABLED=1 SDL_SENSOR_DISABLED=1 SDL_RENDER_DISABLED=1
    SDL_FILESYSTEM_DISABLED=1 SDL_LOADSO_DISABLED=1 SDL_POWER_DISABLED=1)
target_compile_options(sdl2_web PRIVATE $<$<NOT:$<CONFIG:Debug>>:-Oz> -w)
# Without the first, a function of SDL's that is not built would silently be taken from Emscripten's imitation of SDL 1.
target_link_options(sdl2_web INTERFACE -sAUTO_JS_LIBRARIES=0 -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
    -sGL_ENABLE_GET_PROC_ADDRESS=0 -lwebgl.js -lhtml5_webgl.js)
