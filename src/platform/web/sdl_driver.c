/* A video driver of SDL for the browser: each window is a canvas with a WebGL 2 context of its own.
 *
 * It replaces SDL's src/video/emscripten. That driver's event listeners call preventDefault on keys, wheel and touches
 * of the whole host page, and its EGL, full screen, cursors and software window, which the page does not use, are a
 * quarter of the download. Here the DOM mirror over the canvas gets the events, and CSS sets size and cursor.
 *
 * The window's size is that of the canvas's backing store in device px; SDL_SetWindowSize sets it. The window's title
 * is the selector of its canvas: Emscripten finds the element as Module.specialHTMLTargets[title].
 *
 * In C, because SDL's internal headers are. */
#include "SDL_internal.h"
#include "SDL_render.h"
#include "SDL_timer.h"
#include "events/SDL_events_c.h"
#include "events/SDL_gesture_c.h"
#include "video/SDL_sysvideo.h"

#include <emscripten/html5.h>

static int initVideo(SDL_VideoDevice* device) {
    /* SDL requires a display; its size is not used. */
    SDL_DisplayMode mode = {.format = SDL_PIXELFORMAT_RGB888, .w = 1, .h = 1};
    (void)device;
    return SDL_AddBasicVideoDisplay(&mode) < 0 ? -1 : 0;
}

static void quitVideo(SDL_VideoDevice* device) {
    (void)device;
}

static void pumpEvents(SDL_VideoDevice* device) {
    (void)device;
}

static void resizeCanvas(SDL_VideoDevice* device, SDL_Window* window) {
    (void)device;
    emscripten_set_canvas_element_size(window->title, window->w, window->h);
}

/* Nothing to do here: the title, which names the canvas, is set only afterwards. */
static int createWindow(SDL_VideoDevice* device, SDL_Window* window) {
    (void)device;
    (void)window;
    return 0;
}

static void destroyWindow(SDL_VideoDevice* device, SDL_Window* window) {
    (void)device;
    (void)window;
}

/* GL functions are linked statically: looking them up by name would need a table of 100 KB. */
static int loadLibrary(SDL_VideoDevice* device, const char* path) {
    (void)device;
    (void)path;
    return 0;
}

static void unloadLibrary(SDL_VideoDevice* device) {
    (void)device;
}

static void* getProcAddress(SDL_VideoDevice* device, const char* name) {
    (void)device;
    (void)name;
    return NULL;
}

static SDL_GLContext createContext(SDL_VideoDevice* device, SDL_Window* window) {
    EmscriptenWebGLContextAttributes attributes;
    EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.minorVersion = 0;
    attributes.alpha = device->gl_config.alpha_size > 0;
    attributes.depth = device->gl_config.depth_size > 0;
    attributes.stencil = device->gl_config.stencil_size > 0;
    attributes.antialias = device->gl_config.multisamplesamples > 1;
    attributes.preserveDrawingBuffer = device->gl_config.retained_backing > 0;
    attributes.enableExtensionsByDefault = EM_FALSE;
    context = emscripten_webgl_create_context(window->title, &attributes);
    if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) {
        SDL_SetError("The browser gives no WebGL 2 context");
        return NULL;
    }
    return (SDL_GLContext)context;
}

static int makeCurrent(SDL_VideoDevice* device, SDL_Window* window, SDL_GLContext context) {
    (void)device;
    (void)window;
    if (emscripten_webgl_make_context_current((EMSCRIPTEN_WEBGL_CONTEXT_HANDLE)context) != EMSCRIPTEN_RESULT_SUCCESS) {
        return SDL_SetError("The WebGL context cannot be used");
    }
    return 0;
}

static void deleteContext(SDL_VideoDevice* device, SDL_GLContext context) {
    (void)device;
    emscripten_webgl_destroy_context((EMSCRIPTEN_WEBGL_CONTEXT_HANDLE)context);
}

/* The browser presents the canvas when the task ends. */
static int swapWindow(SDL_VideoDevice* device, SDL_Window* window) {
    (void)device;
    (void)window;
    return 0;
}

static void deleteDevice(SDL_VideoDevice* device) {
    SDL_free(device);
}

static SDL_VideoDevice* createDevice(void) {
    SDL_VideoDevice* device = SDL_calloc(1, sizeof(SDL_VideoDevice));
    if (device == NULL) {
        SDL_OutOfMemory();
        return NULL;
    }
    device->VideoInit = initVideo;
    device->VideoQuit = quitVideo;
    device->PumpEvents = pumpEvents;
    device->CreateSDLWindow = createWindow;
    device->SetWindowSize = resizeCanvas;
    device->DestroyWindow = destroyWindow;
    device->GL_LoadLibrary = loadLibrary;
    device->GL_UnloadLibrary = unloadLibrary;
    device->GL_GetProcAddress = getProcAddress;
    device->GL_CreateContext = createContext;
    device->GL_MakeCurrent = makeCurrent;
    device->GL_DeleteContext = deleteContext;
    device->GL_SwapWindow = swapWindow;
    device->free = deleteDevice;
    return device;
}

VideoBootStrap Emscripten_bootstrap = {"emscripten", "The page's canvas", createDevice, NULL};

/* The clock. SDL's implementation would link emscripten_sleep. SDL_Delay does not wait: a browser's task must not
 * block. */
void SDL_TicksInit(void) {}

void SDL_TicksQuit(void) {}

Uint64 SDL_GetTicks64(void) {
    return (Uint64)emscripten_get_now();
}

Uint64 SDL_GetPerformanceCounter(void) {
    return (Uint64)(emscripten_get_now() * 1000.0);
}

Uint64 SDL_GetPerformanceFrequency(void) {
    return 1000000;
}

void SDL_Delay(Uint32 milliseconds) {
    (void)milliseconds;
}

/* Stubs of functions that SDL's core calls in the parts that sdl_web.cmake leaves out: renderer, surfaces in memory
 * (for cursors), touch gestures, environment variables. */
SDL_Renderer* SDL_GetRenderer(SDL_Window* window) {
    (void)window;
    return NULL;
}

void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) {
    (void)renderer;
}

SDL_Surface* SDL_CreateRGBSurface(Uint32 flags, int width, int height, int depth, Uint32 red, Uint32 green, Uint32 blue,
                                  Uint32 alpha) {
    (void)flags;
    (void)width;
    (void)height;
    (void)depth;
    (void)red;
    (void)green;
    (void)blue;
    (void)alpha;
    SDL_Unsupported();
    return NULL;
}

SDL_Surface* SDL_ConvertSurfaceFormat(SDL_Surface* surface, Uint32 format, Uint32 flags) {
    (void)surface;
    (void)format;
    (void)flags;
    SDL_Unsupported();
    return NULL;
}

void SDL_FreeSurface(SDL_Surface* surface) {
    (void)surface;
}

int SDL_GestureAddTouch(SDL_TouchID touch) {
    (void)touch;
    return 0;
}

int SDL_GestureDelTouch(SDL_TouchID touch) {
    (void)touch;
    return 0;
}

void SDL_GestureProcessEvent(SDL_Event* event) {
    (void)event;
}

void SDL_GestureQuit(void) {}

char* SDL_getenv(const char* name) {
    (void)name;
    return NULL;
}
