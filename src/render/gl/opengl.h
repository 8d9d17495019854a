// OpenGL's functions: those of OpenGL ES 3 (WebGL 2) on the web, those of the desktop natively.
#pragma once

#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#else
#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#endif
