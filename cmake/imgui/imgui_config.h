// Dear ImGui's compile-time settings (IMGUI_USER_CONFIG).
#pragma once

#define IMGUI_USE_WCHAR32
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

#ifdef __EMSCRIPTEN__
// The browser draws the glyphs (platform/web), so no font reader is linked; the switch alone would leave stb_truetype's
// functions declared, used and undefined.
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_STB_TRUETYPE_IMPLEMENTATION
#define IMGUI_STB_TRUETYPE_FILENAME "no_stb_truetype.h"
#endif
